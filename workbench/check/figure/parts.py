"""Figures that one language writes as one and the other as several: ranges, spans, full dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec

from workbench.check.figure.mentions import PART, value_of
from workbench.records import Mention
from workbench.values.calendar import parse_date, parse_point
from workbench.values.types import Amount, Date, Figure, Identifier, Range, Ratio, Time

_SCORE = re.compile(r"\d{1,3}\s?[-–:]\s?\d{1,3}")


def split_where_needed(mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """Cut composite mentions into parts where the other side has no composite of that type.

    The parts keep the span of the whole.
    """
    found: list[Mention] = []
    for mention in mentions:
        value = value_of(mention)
        parts = list(_parts(value))
        if len(parts) < 2 or any(_is_like(value, value_of(other)) for other in others):  # noqa: PLR2004
            found.append(mention)
        else:
            found += [
                msgspec.structs.replace(
                    mention, value=part, kind=_kind(mention, part), rule=mention.rule + PART
                )
                for part in parts
            ]
    return found


def rejoin(mentions: Sequence[Mention], whole: Mapping[int, Mention]) -> list[Mention]:
    """Put figures together again of which every part is still there."""
    left = Counter(mention.start for mention in mentions)
    found: list[Mention] = []
    for mention in mentions:
        origin = whole[mention.start]
        parts = 1 if origin is mention else len(list(_parts(value_of(origin))))
        if left[mention.start] < parts:
            found.append(mention)
        elif not found or found[-1] is not origin:
            found.append(origin)
    return found


def _is_like(value: Figure, other: Figure) -> bool:
    if type(value) is not type(other):
        return False
    if isinstance(value, Date) and isinstance(other, Date):
        return len(value.date.split("/")) == len(other.date.split("/"))
    return not isinstance(value, Amount)


def _kind(mention: Mention, part: Figure) -> str:
    if not isinstance(part, Amount):
        return mention.kind
    if part.unit is None:
        return "count"
    return "percent" if part.unit == "%" else mention.kind


def _parts(value: Figure) -> Iterator[Figure]:
    if isinstance(value, Range):
        for end in (value.low, value.high):
            yield Amount(amount=end, unit=value.unit, comparator=value.comparator)
    elif isinstance(value, Ratio):
        yield Amount(amount=value.numerator)
        yield Amount(amount=value.denominator)
    elif isinstance(value, Date):
        yield from _date_parts(value)
    elif isinstance(value, Identifier) and _SCORE.fullmatch(value.text):
        for number in re.split(r"\D+", value.text):
            yield Amount(amount=Decimal(number))
    elif isinstance(value, Time) and "/" in value.time:
        for time in value.time.split("/"):
            yield Time(time=time)


def _date_parts(value: Date) -> Iterator[Date]:
    ends = value.date.split("/")
    if len(ends) == 2 and all(map(parse_point, ends)):  # noqa: PLR2004 - a span
        for end in ends:
            yield Date(date=end)
    elif len(parse_date(value.date)) == 1:
        point = parse_point(value.date)
        if {"year", "month"} <= set(point):
            yield Date(date="-" + value.date[value.date.index("-", 1) :])
            yield Date(date=f"{point['year']:04d}")
