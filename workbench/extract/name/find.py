"""Find the names of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.extract.name.context import NameContext
from workbench.extract.name.english import EnglishReader
from workbench.extract.name.lexicon import lexicon
from workbench.extract.name.line import Line
from workbench.extract.name.spans import Span
from workbench.extract.name.vietnamese import VietnameseReader
from workbench.language import Language
from workbench.language.glossary import Glossary
from workbench.language.text import fold
from workbench.records import Mention
from workbench.values.types import Name

_BLANKS = re.compile(r"\s+")


def find_names(
    text: str,
    language: Language,
    *,
    glossary: Glossary | None = None,
    nested: bool = False,
    context: NameContext | None = None,
) -> list[Mention]:
    """Find people, places and bodies in a line of NFC text, in order, not overlapping.

    The longest name stands; with ``nested`` the places and acronyms inside names follow theirs.
    ``context`` knows the names of the lines before, so that a later "Tuyen" or a bare acronym is
    read; it is not changed. Terms of the glossary are names whatever the rules say.
    """
    line = Line(text, lexicon(language), context or NameContext())
    reader = VietnameseReader(line) if language == "vi" else EnglishReader(line)
    spans = reader.read()
    mentions = [_mention(text, line, span) for span in spans]
    if glossary is not None:
        mentions = _with_terms(text, line, mentions, glossary, language)
    if not nested:
        return mentions
    inner = [
        msg
        for span in spans
        for part in span.inner
        if any(m.start == line.tokens[span.first].start for m in mentions)
        for msg in [_mention(text, line, part, nested=True)]
    ]
    return sorted(mentions + inner, key=lambda m: (m.start, -m.end, m.nested))


def find_names_in_lines(
    lines: list[str], language: Language, *, glossary: Glossary | None = None, nested: bool = False
) -> Iterator[list[Mention]]:
    """Yield the names of each line of one article; each line knows the names of those before."""
    context = NameContext()
    for line in lines:
        mentions = find_names(line, language, glossary=glossary, nested=nested, context=context)
        context.add(mentions)
        yield mentions


def _mention(text: str, line: Line, span: Span, *, nested: bool = False) -> Mention:
    start, end = line.tokens[span.first].start, line.tokens[span.last - 1].end
    if text[end : end + 1] == "." and (
        _dotted(text[start:end])
        or _shortened(text, start, end)
        or text[start : end + 1] in line.lexicon.dotted
    ):
        end += 1
    return _named(text, start, end, span.kind, span.rule, nested=nested)


def _dotted(surface: str) -> bool:
    """Say whether a full stop belongs to an abbreviation such as U.S."""
    return len(surface) > 2 and surface[-2] == "." and surface[-1].isupper()


def _shortened(text: str, start: int, end: int) -> bool:
    """Say whether the full stop after "Ltd" is no sentence's end."""
    words = text[start:end].replace("\xa0", " ").split(" ")
    behind = text[end + 1 : end + 3]
    return (
        len(words) > 1
        and words[-1] in {"Ltd", "Inc", "Co", "Corp", "Jr"}
        and (behind[:1] in {",", ";", ")"} or (behind[:1] == " " and behind[1:].islower()))
    )


def _named(
    text: str, start: int, end: int, kind: str, rule: str, *, nested: bool = False
) -> Mention:
    surface = text[start:end]
    name = _BLANKS.sub(" ", surface)
    return Mention(
        start=start,
        end=end,
        surface=surface,
        dimension="name",
        kind=kind,
        value=Name(name=name, folded=fold(name)),
        rule=rule,
        nested=nested,
    )


def _with_terms(
    text: str, line: Line, mentions: list[Mention], glossary: Glossary, language: Language
) -> list[Mention]:
    """Put the terms of a glossary over the names that the rules found; the longest stands."""
    terms = [
        _named(text, start, end, term.kind, f"{language}.glossary.{term.kind}")
        for start, end, term in glossary.find(line.text, language)
    ]
    kept: list[Mention] = []
    for mention in sorted(
        terms + mentions, key=lambda m: (m.start - m.end, ".glossary." not in m.rule)
    ):
        if not any(mention.overlaps(other) for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
