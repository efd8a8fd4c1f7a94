"""Find the figures and names of a text and say what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import msgspec

from workbench.extract.figure import find_figures
from workbench.language import Language
from workbench.records import Mention

if TYPE_CHECKING:
    from workbench.extract.name import Glossary

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
) -> list[Mention]:
    """Find the mentions of a text, in order.

    Mentions do not overlap: the longest stands, the first of two that are equally long. With
    ``nested`` those that lie inside a longer one of the names are kept and marked.
    ``published`` is the article's ISO 8601 date and completes dates without a year.
    """
    found: list[Mention] = []
    if dimension != "name":
        found += find_figures(text, language, published=published)
    if dimension != "figure":
        from workbench.extract.name import find_names

        found += find_names(text, language, glossary=glossary)
    return merge(found, nested=nested)


def merge(mentions: list[Mention], *, nested: bool = False) -> list[Mention]:
    """Let the longest of overlapping mentions stand, and order them by their start."""
    standing: list[Mention] = []
    inside: list[Mention] = []
    taken: set[int] = set()
    longest = sorted(mentions, key=lambda m: (m.nested, m.start - m.end, m.start, m.dimension))
    for mention in longest:
        span = range(mention.start, mention.end)
        if not mention.nested and taken.isdisjoint(span):
            standing.append(mention)
            taken.update(span)
        elif mention.dimension == "name" and taken.issuperset(span):
            inside.append(msgspec.structs.replace(mention, nested=True))
    if nested:
        standing += inside
    return sorted(standing, key=lambda m: (m.start, m.nested, -m.end))


__all__ = ["extract", "find_figures", "merge"]
