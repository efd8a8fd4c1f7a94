"""Who is introduced with which office: a fact that reports of two events can share.

An article tells a person's office once, where it first names her with it; later it says "she" or
the name alone. The sentences that introduce one person in two articles state the same fact.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.align.sides import AlignSide
from workbench.language import Language
from workbench.language.office import Office, office_of, read_office
from workbench.values.keys import name_tokens
from workbench.values.name import compare_names
from workbench.values.types import Name

_SAME = frozenset({"equal", "variant"})


@dataclass(frozen=True)
class _Introduction:
    segment: int
    name: Name
    office: Office
    tokens: frozenset[str]


def introductions(vi: AlignSide, en: AlignSide) -> dict[tuple[int, int], str]:
    """Return the pairs of segments that introduce one person with one office, and the person.

    Each person counts once on each side. Two romanisations of a foreign name are one person where
    the office is the same (``values.name``).
    """
    theirs = list(_first(en, "en"))
    found: dict[tuple[int, int], str] = {}
    for ours in _first(vi, "vi"):
        for other in theirs:
            if ours.tokens & other.tokens and _same_person(ours, other, ("vi", "en")):
                found.setdefault((ours.segment, other.segment), ours.name.folded)
                break
    return found


def _first(side: AlignSide, language: Language) -> Iterable[_Introduction]:
    """Return the first sentence of each person with an office, in order."""
    known: dict[str, list[_Introduction]] = {}
    for segment, mentions in enumerate(side.mentions):
        for mention in mentions:
            if mention.kind != "person" or not isinstance(mention.value, Name):
                continue
            said = office_of(side.texts[segment], mention.start, mention.end, language)
            office = read_office(said, language) if said else None
            if office is None:
                continue
            tokens = name_tokens(mention.value)
            new = _Introduction(segment, mention.value, office, tokens)
            near = [each for token in tokens for each in known.get(token, ())]
            if not any(_same_person(each, new, (language, language)) for each in near):
                for token in tokens:
                    known.setdefault(token, []).append(new)
                yield new


def _same_person(
    one: _Introduction, other: _Introduction, languages: tuple[Language, Language]
) -> bool:
    if not one.office.agrees(other.office):
        return False
    found = compare_names(one.name, other.name, "person", languages=languages, office=True)
    return found.verdict in _SAME
