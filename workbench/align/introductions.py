"""Who is introduced with which office: a fact that reports of two events can share.

An article tells a person's office once, where it first names her with it; later it says "she" or
the name alone. The sentences that introduce one person in two articles state the same fact.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.align.candidates import CROWD
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
    theirs = _People()
    for other in _first(en, "en"):
        theirs.add(other)
    found: dict[tuple[int, int], str] = {}
    for ours in _first(vi, "vi"):
        same = (o for o in theirs.near(ours) if _same_person(ours, o, ("vi", "en")))
        if (match := next(same, None)) is not None:
            found.setdefault((ours.segment, match.segment), ours.name.folded)
    return found


class _People:
    """Introductions by the words of the name; those of the rarest word are looked at."""

    def __init__(self) -> None:
        self._by_token: dict[str, list[_Introduction]] = {}

    def add(self, new: _Introduction) -> None:
        for token in new.tokens:
            self._by_token.setdefault(token, []).append(new)

    def near(self, one: _Introduction) -> list[_Introduction]:
        """Return at most ``CROWD`` introductions that share the rarest word known."""
        lists = [self._by_token[token] for token in one.tokens if token in self._by_token]
        return min(lists, key=len)[:CROWD] if lists else []


def _first(side: AlignSide, language: Language) -> Iterable[_Introduction]:
    """Return the first sentence of each person with an office, in order."""
    known = _People()
    for segment, mentions in enumerate(side.mentions):
        for mention in mentions:
            if mention.kind != "person" or not isinstance(mention.value, Name):
                continue
            said = office_of(side.texts[segment], mention.start, mention.end, language)
            office = read_office(said, language) if said else None
            if office is None:
                continue
            new = _Introduction(segment, mention.value, office, name_tokens(mention.value))
            if not any(_same_person(o, new, (language, language)) for o in known.near(new)):
                known.add(new)
                yield new


def _same_person(
    one: _Introduction, other: _Introduction, languages: tuple[Language, Language]
) -> bool:
    if not one.office.agrees(other.office):
        return False
    found = compare_names(one.name, other.name, "person", languages=languages, office=True)
    return found.verdict in _SAME
