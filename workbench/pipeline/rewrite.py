"""Spell acronyms out before translation: LĐLĐ becomes Liên đoàn Lao động.

Translation models have met few of the acronyms of Vietnamese offices and make up others in their
place. Legal forms of companies (TNHH) are the exception: they are in every business page, and models
do worse when they are written out. Those that an article defines itself (``Tòa án nhân dân tối cao (TANDTC)``) are learnt from
it; the rest come from the table of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from workbench.config import TranslateSettings
from workbench.engine import Engine, Progress
from workbench.language.gazetteer import acronyms
from workbench.language.text import fold
from workbench.records import Translation
from workbench.translate import Judge, Memory, translate_texts

_LEGAL_FORMS = frozenset({"TNHH", "MTV", "CTCP"})

#: A bracket that may define an acronym, with the words before it.
_BRACKET = re.compile(r"\s?\((?P<short>[A-ZĐ][A-ZĐa-z&\-]{1,11})\)")
_WORD = re.compile(r"\w+")


class Speller:
    """Writes acronyms out in a Vietnamese text."""

    def __init__(self, known: Mapping[str, str]) -> None:
        """Take acronyms and what they stand for."""
        self._known = dict(known)
        shorts = "|".join(map(re.escape, sorted(self._known, key=len, reverse=True)))
        self._pattern = re.compile(rf"(?<![\w&-])(?:{shorts})(?![\w&-])") if shorts else None

    @classmethod
    def of(cls, texts: Iterable[str]) -> Speller:
        """Learn the acronyms that an article defines, on top of the table."""
        table = {
            row.short: row.long for row in acronyms().values() if row.short not in _LEGAL_FORMS
        }
        learnt = {short: long for text in texts for short, long in find_definitions(text)}
        return cls({**table, **learnt})

    def __call__(self, text: str) -> str:
        """Return the text with its acronyms written out, and brackets that define them dropped."""
        if self._pattern is None:
            return text
        plain = _BRACKET.sub(lambda found: "" if _defines(text, found) else found[0], text)
        return self._pattern.sub(lambda found: self._known[found[0]], plain)


def translate_spelt(
    texts: Sequence[str],
    engine: Engine,
    *,
    settings: TranslateSettings,
    speller: Speller,
    judge: Judge | None = None,
    memory: Memory | None = None,
    progress: Progress | None = None,
) -> list[Translation]:
    """Translate texts with their acronyms written out; ``memory`` is asked with the texts as given.

    Raises InputError, ModelError.
    """
    spelt = [speller(text) for text in texts]
    recall = _Recall(memory, dict(zip(map(_key, spelt), texts, strict=True))) if memory else None
    return translate_texts(
        spelt, engine, settings=settings, judge=judge, memory=recall, progress=progress
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
    return text[words[0].start() : bracket.start()].rstrip()
