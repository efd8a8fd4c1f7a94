"""A second look at the links of a pair: what only the whole pair can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from workbench.check.base import Link, Pair
from workbench.check.figure.assign import Side
from workbench.check.figure.bounds import oppose, soften
from workbench.check.figure.mentions import value_of
from workbench.check.figure.rates import compare_rates
from workbench.check.figure.topics import topics_of
from workbench.records import Mention
from workbench.values.calendar import parse_date
from workbench.values.types import Amount, Comparison, Date, Range

#: The rest of a list whose last member carries the percent sign: "10, 12 and 15 percent".
_SHARED_PERCENT = re.compile(
    r"(?:[\s,–-]|\d+(?:[.,]\d+)*|and|or|to)*(?:%|per\s?cent|pct|percentage|points?|pp)",
    re.IGNORECASE,
)
#: Words that say a sign below zero, of a temperature too.
_BELOW_ZERO = re.compile(
    r"(?<!\w)(?:below (?:zero|freezing)|sub-?zero|negative|minus|dưới (?:0|không)|âm)(?!\w)",
    re.IGNORECASE,
)
#: Words that say a balance or growth below zero, whatever its level is reached by.
_LOSS = re.compile(
    r"(?<!\w)(?:lỗ|thâm hụt|co lại|suy giảm|loss\w*|lost|shrank|shr[iu]nk\w*|contract\w*|deficit)(?!\w)",
    re.IGNORECASE,
)
#: Words for a fall by an amount; before "to" the amount is the level that is reached.
_FALL = re.compile(
    r"(?<!\w)(?:giảm|sụt|fell|fall\w*|drop\w*|declin\w*|decreas\w*|down)(?!\w)", re.IGNORECASE
)
_LEVEL = re.compile(
    r"(?<!\w)(?:to|at|xuống|còn|đến|tới|mức)\s+"
    r"(?:(?:about|around|just|only|nearly|almost|a|khoảng|còn|gần|mức)\s+)*$",
    re.IGNORECASE,
)
_TEMPERATURES = frozenset({"Cel", "degF", "deg"})
_NEAR = 40
#: Links looked at for exchanged places; more figures than this make a table, not a sentence.
_MANY = 12


def review(pair: Pair, links: Sequence[Link]) -> list[Link]:
    """Let a year pass that stands elsewhere; find lost percent signs and exchanged figures."""
    found = _excuse_coarser(pair, links)
    found = [_signed_in_words(pair, link) for link in found]
    found = [
        compare_rates(pair, _percent_lost(pair, oppose(pair, soften(pair, link)))) for link in found
    ]
    return _exchanged(pair, found)


def absorb(links: Sequence[Link], vi: Side, en: Side) -> list[Link]:
    """Give a date the day or year that was read as a figure beside it: September 11, 2001 attacks."""
    found = []
    for link in links:
        side = {"coarser": en, "finer": vi}.get(link.comparison.aspect)
        part = _lone_part(link, side.open) if side else None
        if side and part:
            side.take([part])
            comparison = Comparison(
                verdict="equal", explanation=f"the same date, read in two parts: {part.surface}"
            )
            found.append(msgspec.structs.replace(link, comparison=comparison))
        else:
            found.append(link)
    return found


def _lone_part(link: Link, candidates: Sequence[Mention]) -> Mention | None:
    """Find the part of a date that one side lacks among the figures left over."""
    assert link.vi and link.en  # noqa: PT018 - dates of both sides
    ours, theirs = link.vi.value, link.en.value
    if not isinstance(ours, Date) or not isinstance(theirs, Date):
        return None
    points = parse_date(ours.date), parse_date(theirs.date)
    if len(points[0]) != 1 or len(points[1]) != 1:
        return None
    more, less = (points[0][0], points[1][0]) if len(points[0][0]) > len(points[1][0]) else (
        points[1][0], points[0][0]
    )  # fmt: skip
    lacking = [more[key] for key in more.keys() - less.keys()]
    for mention in candidates:
        value = mention.value
        if isinstance(value, Amount) and len(lacking) == 1 and value.amount == lacking[0]:
            return mention
    return None


def _excuse_coarser(pair: Pair, links: Sequence[Link]) -> list[Link]:
    if not any(link.comparison.aspect == "coarser" for link in links):
        return list(links)
    years = {
        point["year"]
        for mention in pair.en_mentions
        if isinstance(mention.value, Date)
        for point in parse_date(mention.value.date)
        if "year" in point
    }
    return [_excused(link, years) for link in links]


def _excused(link: Link, years: set[int]) -> Link:
    if link.comparison.aspect != "coarser" or link.vi is None or link.en is None:
        return link
    assert isinstance(link.vi.value, Date)
    assert isinstance(link.en.value, Date)
    ours, theirs = parse_date(link.vi.value.date), parse_date(link.en.value.date)
    dropped = {k for x in ours for k in x} - {k for y in theirs for k in y}
    if dropped != {"year"} or not {x["year"] for x in ours if "year" in x} <= years:
        return link
    comparison = Comparison(
        verdict="equal", explanation="the same date; the English gives its year elsewhere"
    )
    return msgspec.structs.replace(link, comparison=comparison)


def _signed_in_words(pair: Pair, link: Link) -> Link:
    """Let a sign pass that the other side says in a word: tăng trưởng âm 5%, shrank by 5%."""
    if link.comparison.verdict != "conflict" or link.vi is None or link.en is None:
        return link
    ours, theirs = link.vi.value, link.en.value
    if not isinstance(ours, Amount) or not isinstance(theirs, Amount):
        return link
    if ours.amount != -theirs.amount:
        return link
    bare, text = (link.en, pair.en) if ours.amount < 0 else (link.vi, pair.vi)
    if not _says_negative(bare, text, {ours.unit, theirs.unit}):
        return link
    comparison = Comparison(
        verdict="equal", explanation=f"the same: {link.vi.surface}, {link.en.surface}"
    )
    return msgspec.structs.replace(link, comparison=comparison)


def _says_negative(bare: Mention, text: str, units: set[str | None]) -> bool:
    """Say whether the words around a figure without a sign put it below zero."""
    around = text[max(0, bare.start - _NEAR) : bare.end + _NEAR]
    if _BELOW_ZERO.search(around):
        return True
    if units & _TEMPERATURES:
        return False
    before = text[max(0, bare.start - _NEAR) : bare.start]
    level = _LEVEL.search(before)
    return bool(_LOSS.search(around) or (not level and _FALL.search(around)))


def _percent_lost(pair: Pair, link: Link) -> Link:
    """Report a percentage that became a bare number."""
    if link.comparison.verdict != "equal" or link.vi is None or link.en is None:
        return link
    ours, theirs = value_of(link.vi), value_of(link.en)
    if not (isinstance(ours, Amount | Range) and type(ours) is type(theirs)):
        return link
    assert isinstance(theirs, Amount | Range)
    if ours.unit != "%" or theirs.unit is not None:
        return link
    if _SHARED_PERCENT.match(pair.en, link.en.end):
        return link
    comparison = Comparison(
        verdict="unit",
        explanation=f"the percent sign is lost: {link.vi.surface} has become {link.en.surface}",
    )
    return msgspec.structs.replace(link, comparison=comparison)


def _exchanged(pair: Pair, links: list[Link]) -> list[Link]:
    """Find two figures that agree by value but have changed what they count."""
    equal = [
        link
        for link in links
        if link.vi and link.en and link.comparison.verdict in {"equal", "comparator"}
    ]
    if not 1 < len(equal) <= _MANY:
        return links
    for one, other in combinations(equal, 2):
        if _changed_places(pair, one, other):
            kept = [link for link in links if link is not one and link is not other]
            return [*kept, *_crossed(one, other)]
    return links


def _changed_places(pair: Pair, one: Link, other: Link) -> bool:
    assert one.vi and one.en and other.vi and other.en  # noqa: PT018 - narrowed above
    if not {one.vi.kind, other.vi.kind} <= {"count", "percent", "money", "quantity"}:
        return False
    if one.vi.kind != other.vi.kind or _same_value(one.vi, other.vi):
        return False
    vi = [topics_of(pair, link.vi, "vi") for link in (one, other) if link.vi]
    if not all(vi) or vi[0] & vi[1]:
        return False
    en = [topics_of(pair, link.en, "en") for link in (one, other) if link.en]
    straight = vi[0] & en[0] or vi[1] & en[1]
    return bool(not straight and vi[0] & en[1] and vi[1] & en[0])


def _same_value(one: Mention, other: Mention) -> bool:
    return one.value.row().get("amount") == other.value.row().get("amount")


def _crossed(one: Link, other: Link) -> Iterator[Link]:
    assert one.vi and one.en and other.vi and other.en  # noqa: PT018 - links of two sides
    for vi, en in ((one.vi, other.en), (other.vi, one.en)):
        comparison = Comparison(
            verdict="conflict",
            explanation=f"two figures have changed places: the Vietnamese counts {vi.surface}"
            f" where the English counts {en.surface}",
        )
        yield Link(vi=vi, en=en, comparison=comparison)
