"""Are two figures, or two names, about the same matter? Comparable news is not a translation.

The source's side is read in its translation: the English noun and the English words around the
figure are what the coverage can be held against.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from workbench.language.text import fold
from workbench.records import Mention
from workbench.values.types import Amount, Date, Name, Range, Ratio, plain

#: what stands before and after the date of a dateline: capitalised words, a dash
_PLACE = re.compile(r"[^.!?;:–—]{0,40}")
_DASH = re.compile(r"\)?[\s.]*(?:[-–—]{1,2}\s|\|)")
#: a year told by the report's own
_RELATIVE = re.compile(
    r"\b(?:last|this|previous|preceding|same)\s+(?:year|months?|period)|year[- ]on[- ]year|"
    r"a\s+year\s+(?:ago|earlier|before)|same\s+(?:months|period)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|wrote|stated|added|according)\b[^.;]*$"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
#: letters of a word that count: "union", "unions" and "unionist" are one
_STEM = 5
#: letters on each side of a figure whose words count as its surroundings
_REACH = 60
#: significant digits from which a number is rare
_RARE = 3
#: up to here a count is so common that two equal ones prove nothing
_COMMON = Decimal(12)
#: words in common from which two figures without a shared noun are about one thing
_SHARED = 2
#: what joins the words of a name
_JOINTS = frozenset({"of", "the", "and", "for", "va", "cua"})
#: words, and part of the shorter surroundings, from which two other names fill one place
_TOLD_ALIKE = ((4, 0.6), (3, 0.8))
#: agreeing figures and names of a bead from which less must be shared: for figures, for names
_SUPPORTED = 2
_WELL_SUPPORTED = 3
#: part of the shorter surroundings that is enough where both have one unit
_PART = 0.25
#: and where both say what they count, in other words
_OTHER_NOUN = 0.5

#: verdicts that can only arise between two forms of one value
_SAME_BY_FORM = frozenset({"scale", "unlocalised", "comparator", "rounded", "misspelt"})


@dataclass(frozen=True)
class Place:
    """A mention in its English text."""

    mention: Mention | None
    text: str

    @property
    def noun(self) -> frozenset[str]:
        """The stems of what is counted, where the text says it next to the figure."""
        value = self.mention.value if self.mention else None
        noun = value.noun if isinstance(value, Amount | Range | Ratio) else None
        return stems(noun or "")

    @property
    def context(self) -> frozenset[str]:
        """The stems of the words around the mention, or of the whole text."""
        if self.mention is None:
            return stems(self.text)
        before = self.text[max(0, self.mention.start - _REACH) : self.mention.start]
        after = self.text[self.mention.end : self.mention.end + _REACH]
        return stems(before) | stems(after)


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of a text's telling words, folded."""
    words = (fold(word) for word in _WORD.findall(text))
    return frozenset(word[:_STEM] for word in words if word not in _empty_words())


def same_matter(
    verdict: str,
    source: Place,
    coverage: Place,
    *,
    unit: str | None = None,
    support: int = 0,
) -> bool:
    """Say whether a figure or name of the source and one of a coverage are about one thing.

    ``unit`` is that of the Vietnamese figure, which the translation may have lost. ``support`` is the
    number of other figures and names that agree in the same bead: the more there are, the fewer words
    around the two must be shared.
    """
    assert coverage.mention is not None
    if isinstance(coverage.mention.value, Name):
        return _same_name(verdict, source, coverage, support)
    if verdict in _SAME_BY_FORM:
        return (
            not _nouns_apart(source, coverage)
            or support > 0
            or _is_telling(coverage.mention)
            or _share(source, coverage) > 0
        )
    if verdict == "equal":
        return not (_is_common(coverage.mention) and _nouns_apart(source, coverage))
    known = unit or unit_of(source.mention)
    ours = unit_of(coverage.mention) if verdict == "unit" else known
    return _same_count(source, coverage, ours, support)


def _same_count(source: Place, coverage: Place, unit: str | None, support: int) -> bool:
    """Say whether two figures of other values count one thing."""
    if source.noun & coverage.noun:
        return True
    theirs = unit_of(coverage.mention)
    if (unit is None) != (theirs is None):
        # an age is no number of people, and a sum no count
        return False
    shared = _share(source, coverage)
    part = shared / max(1, min(len(source.context), len(coverage.context)))
    if shared and _resemble(source.mention, coverage.mention):
        part = 1.0
    if _nouns_apart(source, coverage):
        return part >= _OTHER_NOUN
    if unit is not None and unit == theirs:
        return shared > 0 and part >= _PART
    return shared >= (_SHARED if support < _SUPPORTED else 1) and part >= _PART


def _resemble(one: Mention | None, other: Mention | None) -> bool:
    """Say whether two figures differ by a slip of one digit: 24.396 and 24,369."""
    if one is None or other is None:
        return False
    digits = ["".join(c for c in each.surface if c.isdigit()) for each in (one, other)]
    return min(map(len, digits)) >= _RARE - 1 and OSA.distance(*digits) <= 1


def is_of_report(mention: Mention, text: str, published: str | None, *, verdict: str) -> bool:
    """Say whether a date or place is that of the report, not of the event.

    Either it stands in a dateline (``Hue, March 13, 2025 - The city …``), or it is the year of the
    report, from which the article counts back (``in 2024, up from last year``), or the article tells
    when somebody spoke, on its own day (``the command said on October 16``).
    """
    value = mention.value
    before, after = text[: mention.start], text[mention.end :]
    named = all(word[0].isupper() for word in re.findall(r"\w+", before))
    dash = _DASH.match(after) if named and _PLACE.fullmatch(before) else None
    if mention.kind == "place":
        # a dateline's place: not Hanoi - Hai Phong Expressway
        line = dash is not None and (mention.surface.isupper() or "—" in dash[0])
        return line and verdict == "conflict"
    if not isinstance(value, Date):
        return False
    if dash is not None:
        return True
    if verdict == "conflict" and published and value.date == published[:4]:
        return _RELATIVE.search(text) is not None
    day = (published or "")[:10]
    own = day and day in {value.date, value.resolved, day[:4] + value.date[1:]}
    return bool(own) and _SAID.search(before[-_REACH:]) is not None


def _same_name(verdict: str, source: Place, coverage: Place, support: int) -> bool:
    if verdict != "conflict":
        return True
    if source.mention is None or coverage.mention is None:
        return False
    ours, theirs = source.mention.value, coverage.mention.value
    if not isinstance(ours, Name) or not isinstance(theirs, Name):
        return False
    parts = [set(name.folded.split()) - _JOINTS for name in (ours, theirs)]
    if len(parts[0] & parts[1]) > min(map(len, parts)) / 2:
        return True
    # two people who share nothing but the sentence are two people, unless all around them is one
    shared = _share(source, coverage)
    if support >= _WELL_SUPPORTED and shared >= _SHARED:
        return True
    least = min(len(source.context), len(coverage.context))
    return any(shared >= words and shared >= part * least for words, part in _TOLD_ALIKE)


def _nouns_apart(source: Place, coverage: Place) -> bool:
    return bool(source.noun and coverage.noun) and not source.noun & coverage.noun


def _share(source: Place, coverage: Place) -> int:
    return len(source.context & coverage.context)


def _is_telling(mention: Mention) -> bool:
    """Say whether a number is so rare that the same digits elsewhere are no chance: ``24.396``."""
    value = mention.value
    return (
        isinstance(value, Amount) and len(plain(value.amount).replace(".", "").strip("0")) >= _RARE
    )


def unit_of(mention: Mention | None) -> str | None:
    """Return the unit of an amount or a range, where it has one."""
    value = mention.value if mention else None
    return value.unit if isinstance(value, Amount | Range) else None


def _is_common(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Amount) and value.unit is None and value.amount <= _COMMON


@cache
def _empty_words() -> frozenset[str]:
    table = files("workbench.language").joinpath("en", "context.toml")
    return frozenset(tomllib.loads(table.read_text(encoding="utf-8"))["words"])
