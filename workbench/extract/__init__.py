"""Find the figures and names of a text and say what they mean."""

from __future__ import annotations

from typing import Literal, TypeAlias

from workbench.extract.figure import find_figures
from workbench.extract.name import NameContext, find_names
from workbench.language import Language
from workbench.language.glossary import Glossary
from workbench.records import Mention

#: What ``extract`` looks for.
Wanted: TypeAlias = Literal["figure", "name", "all"]


def extract(
    text: str,
    language: Language,
    *,
    dimension: Wanted = "all",
    published: str | None = None,
    glossary: Glossary | None = None,
    nested: bool = False,
    context: NameContext | None = None,
) -> list[Mention]:
    """Find the mentions of a text, in order.

    Mentions do not overlap: the longest stands, the first of two that are equally long. With
    ``nested`` the names inside longer names are kept and marked. ``published`` is the article's
    ISO 8601 date and completes dates without a year. ``context`` knows the names of the article
    so far; it is not changed.
    """
    found: list[Mention] = []
    if dimension != "name":
        found += find_figures(text, language, published=published)
    if dimension != "figure":
        found += find_names(text, language, glossary=glossary, nested=nested, context=context)
    return merge(found)


def merge(mentions: list[Mention]) -> list[Mention]:
    """Let the longest of overlapping mentions stand, and order them by their start.

    Mentions marked ``nested`` stay where the mention around them does.
    """
    standing: list[Mention] = []
    last: list[Mention] = []
    taken = bytearray(max((mention.end for mention in mentions), default=0))
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start, m.dimension)):
        if mention.nested:
            last.append(mention)
        elif not any(taken[mention.start : mention.end]):
            standing.append(mention)
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    names = {(m.start, m.end) for m in standing if m.dimension == "name"}
    standing += [
        mention
        for mention in last
        if any(start <= mention.start and mention.end <= end for start, end in names)
    ]
    return sorted(standing, key=lambda m: (m.start, m.nested, -m.end))


__all__ = ["NameContext", "Wanted", "extract", "find_figures", "find_names", "merge"]
