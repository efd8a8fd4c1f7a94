"""Make a Vietnamese text easier to translate: acronyms spelt out, glossary terms in English.

LĐLĐ becomes Liên đoàn Lao động; a term of the glossary becomes its preferred English, which models
copy through.

Translation models have met few of the acronyms of Vietnamese offices and make up others in their
place. Legal forms of companies (TNHH) are the exception: they are in every business page, and models
do worse when they are written out. Those that an article defines itself (``Tòa án nhân dân tối cao (TANDTC)``) are learnt from
it; the rest come from the table of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from workbench.config import TranslateSettings
from workbench.engine import Engine, Progress
from workbench.language.gazetteer import acronyms
from workbench.language.glossary import Glossary
from workbench.language.text import VIETNAMESE_LETTER, fold
from workbench.records import Translation
from workbench.translate import Judge, Memory, translate_texts

_LEGAL_FORMS = frozenset({"TNHH", "MTV", "CTCP"})

#: A bracket that may define an acronym, with the words before it.
_BRACKET = re.compile(r"\s?\((?P<short>[A-ZĐ][A-ZĐa-z&\-]{1,11})\)")
_WORD = re.compile(r"\w+")


class Speller:
    """Writes acronyms out in a Vietnamese text, and glossary terms in English."""

    def __init__(self, known: Mapping[str, str], glossary: Glossary | None = None) -> None:
        """Take acronyms and what they stand for."""
        self._known = dict(known)
        self._glossary = glossary
        shorts = "|".join(map(re.escape, sorted(self._known, key=len, reverse=True)))
        self._pattern = re.compile(rf"(?<![\w&-])(?:{shorts})(?![\w&-])") if shorts else None

    @classmethod
    def of(cls, texts: Iterable[str], *, glossary: Glossary | None = None) -> Speller:
        """Learn the acronyms that an article defines, on top of the table."""
        table = {
            row.short: row.long for row in acronyms().values() if row.short not in _LEGAL_FORMS
        }
        learnt = {short: long for text in texts for short, long in find_definitions(text)}
        return cls({**table, **learnt}, glossary)

    def __call__(self, text: str) -> str:
        """Return the text rewritten; brackets that define an acronym are dropped."""
        parts, at = [], 0
        for start, end, term in self._glossary.find(text, "vi") if self._glossary else ():
            if term.en:
                parts += [self._spell(text[at:start]), term.en[0]]
                at = end
        return "".join((*parts, self._spell(text[at:])))

    def _spell(self, text: str) -> str:
        if self._pattern is None:
            return text
        plain = _BRACKET.sub(lambda found: "" if _defines(text, found) else found[0], text)
        return self._pattern.sub(lambda found: self._known[found[0]], plain)


def translate_rewritten(
    texts: Sequence[str],
    rewritten: Sequence[str],
    engine: Engine,
    *,
    settings: TranslateSettings,
    judge: Judge | None = None,
    memory: Memory | None = None,
    progress: Progress | None = None,
) -> list[Translation]:
    """Translate texts from their rewritten form; ``memory`` and ``judge`` see them as given.

    Raises InputError, ModelError.
    """
    given = dict(zip(map(_key, rewritten), texts, strict=True))

    def judge_given(source: str, hypothesis: str) -> Sequence[Literal["figures", "names"]]:
        return judge(given.get(_key(source), source), hypothesis) if judge else ()

    return translate_texts(
        rewritten,
        engine,
        settings=settings,
        judge=judge_given if judge else None,
        memory=_Recall(memory, given) if memory else None,
        progress=progress,
    )


class _Recall:
    """A memory asked with the spelt text that answers for the text as given."""

    def __init__(self, memory: Memory, given: Mapping[str, str]) -> None:
        self._memory = memory
        self._given = given

    def get(self, text: str) -> str | None:
        return self._memory.get(self._given.get(_key(text), text))


def _key(text: str) -> str:
    return " ".join(text.split())


def find_definitions(text: str) -> Iterable[tuple[str, str]]:
    """Yield each acronym that the text defines, with its long form.

    The letters of the acronym must be the initials of the words before its bracket.
    """
    for found in _BRACKET.finditer(text):
        long = _defines(text, found)
        if long:
            yield found["short"], long


def _defines(text: str, bracket: re.Match[str]) -> str | None:
    letters = [letter for letter in bracket["short"] if letter.isalpha()]
    words = list(_WORD.finditer(text, 0, bracket.start()))[-len(letters) :]
    if len(words) < max(2, len(letters)):
        return None
    initials = [fold(word[0][0]) for word in words]
    if initials != [fold(letter) for letter in letters]:
        return None
    long = text[words[0].start() : bracket.start()].rstrip()
    # a foreign name and its acronym are copied as they are
    return long if VIETNAMESE_LETTER.search(long) else None
