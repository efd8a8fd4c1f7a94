"""Dates as the parts that a text gives, and how two of them relate.

Points are ISO 8601 with reduced precision: ``2022-08-05``, ``2022-08``, ``2022``, ``--08-05``,
``--08``, ``---26``, ``2025-Q3``, ``--Q3``, ``2022-H1``, ``-W-2``. A span is ``start/end``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from workbench.values.types import Comparison, Date

Parts = Mapping[str, int]

_POINT = re.compile(
    r"(?P<year>-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
    r"|--(?P<month2>\d\d)(?:-(?P<day2>\d\d))?"
    r"|---(?P<day3>\d\d)"
    r"|-W-(?P<weekday>[1-7])"
    r"|(?:(?P<year4>-?\d{4})-|--?)?(?:Q(?P<quarter>[1-4])|H(?P<half>[12]))"
)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@lru_cache(maxsize=4096)
def parse_point(text: str) -> Parts:
    """Read a point as its parts; empty for a form that is not known."""
    match = _POINT.fullmatch(text)
    if match is None:
        return {}
    return {
        name.rstrip("234"): int(value)
        for name, value in match.groupdict().items()
        if value is not None
    }


@lru_cache(maxsize=4096)
def parse_date(text: str) -> tuple[Parts, ...]:
    """Read a date as one point or the two ends of a span; quarters and halves become spans."""
    points = tuple(parse_point(part) for part in text.split("/"))
    if len(points) == 1:
        months = _months_of(points[0])
        if months:
            year = {"year": points[0]["year"]} if "year" in points[0] else {}
            return ({**year, "month": months[0]}, {**year, "month": months[1]})
    return points


def _months_of(point: Parts) -> tuple[int, int] | None:
    if "quarter" in point:
        return 3 * point["quarter"] - 2, 3 * point["quarter"]
    if "half" in point:
        return 6 * point["half"] - 5, 6 * point["half"]
    return None


def compare_dates(a: Date, b: Date) -> Comparison:
    """Compare by the parts that both give; English may add the year, but not drop it silently."""
    best = _compare(a, b)
    if best.verdict in {"equal", "rounded"}:
        return best
    if b.other and _compare(a, b.other).verdict in {"equal", "rounded"}:
        return Comparison(
            verdict="equal",
            explanation=f"the same date: {say_date(a)} (the English can be read two ways)",
        )
    if a.other and _compare(a.other, b).verdict in {"equal", "rounded"}:
        return Comparison(
            verdict="ambiguous",
            explanation=f"the Vietnamese can be read as {say_date(a)} or {say_date(a.other)};"
            " the English takes the second",
        )
    return best


def _compare(a: Date, b: Date) -> Comparison:
    ours, theirs = parse_date(a.date), parse_date(b.date)
    if a.date == b.date:
        return Comparison(verdict="equal", explanation=f"the same date: {say_date(a)}")
    if _years_from(ours) is not None and _years_from(ours) == _years_from(theirs):
        return Comparison(verdict="equal", explanation=f"the same years: {say_date(b)}")
    if len(ours) != len(theirs) or not all(ours) or not all(theirs):
        return _unlike(a, b)
    pairs = list(zip(ours, theirs, strict=True))
    if not any(set(x) & set(y) for x, y in pairs):
        return _unlike(a, b)
    differing = {k for x, y in pairs for k in set(x) & set(y) if x[k] != y[k]}
    return _differ(a, b, pairs, differing) if differing else _precision(a, b, pairs)


def _years_from(points: tuple[Parts, ...]) -> int | None:
    """Return the first year of a decade or century, written as a span or as that year: the 1960s."""
    if not all(set(point) == {"year"} for point in points):
        return None
    first, last = points[0]["year"], points[-1]["year"]
    spans = {first, first + 9} | ({first + 99} if first % 100 == 0 else set())
    return first if first % 10 == 0 and last in spans else None


def _precision(a: Date, b: Date, pairs: list[tuple[Parts, Parts]]) -> Comparison:
    """Compare dates that agree in what both give."""
    dropped = {k for x, _ in pairs for k in x} - {k for _, y in pairs for k in y}
    added = {k for _, y in pairs for k in y} - {k for x, _ in pairs for k in x}
    if dropped:
        return Comparison(
            verdict="rounded",
            aspect="coarser",
            explanation=f"the Vietnamese says {say_date(a)}, the English leaves out the"
            f" {_list(dropped)}",
        )
    if added - {"year"}:
        return Comparison(
            verdict="rounded",
            aspect="finer",
            explanation=f"the English says {say_date(b)}, the Vietnamese gives no"
            f" {_list(added - {'year'})}",
        )
    known = parse_point(a.resolved).get("year") if a.resolved and len(pairs) == 1 else None
    if added and known is not None and known != pairs[0][1]["year"]:
        return _conflict(a, b)
    return Comparison(verdict="equal", explanation=f"the same date: {say_date(b)}")


def _differ(a: Date, b: Date, pairs: list[tuple[Parts, Parts]], differing: set[str]) -> Comparison:
    swapped = differing == {"day", "month"} and all(
        x.get("day") == y.get("month") and x.get("month") == y.get("day") for x, y in pairs
    )
    if swapped:
        return Comparison(
            verdict="conflict", aspect="order",
            explanation=f"day and month have changed places: the Vietnamese is {say_date(a)}"
            f" (day/month), the English is {say_date(b)}",
        )  # fmt: skip
    return _conflict(a, b)


def _conflict(a: Date, b: Date) -> Comparison:
    return Comparison(
        verdict="conflict", aspect="date",
        explanation=f"another date: the Vietnamese is {say_date(a)}, the English {say_date(b)}",
    )  # fmt: skip


def _unlike(a: Date, b: Date) -> Comparison:
    """Say that the two dates share no part that could be compared."""
    return Comparison(
        verdict="other-matter", aspect="date",
        explanation=f"{say_date(a)} and {say_date(b)} have no part in common",
    )  # fmt: skip


def _list(parts: set[str]) -> str:
    order = ("weekday", "day", "month", "year")
    return " and ".join(sorted(parts, key=lambda p: order.index(p) if p in order else 9))


def say_date(date: Date) -> str:
    """Write a date in English words: ``5 August 2022``, ``March to May``."""
    points = [parse_point(part) for part in date.date.split("/")]
    if not all(points):
        return date.date
    return " to ".join(map(_say_point, points))


def _say_point(point: Parts) -> str:
    if "weekday" in point:
        return _WEEKDAYS[point["weekday"] - 1]
    words = []
    if "day" in point:
        words.append(str(point["day"]) if "month" in point else f"day {point['day']}")
    if 1 <= point.get("month", 0) <= 12:  # noqa: PLR2004 - months
        words.append(MONTHS[point["month"] - 1])
    for name, word in (("quarter", "quarter"), ("half", "half")):
        if name in point:
            words.append(f"{word} {point[name]} of")
    if "year" in point:
        year = point["year"]
        words.append(str(year) if year >= 0 else f"{-year} BC")
    return " ".join(words).removesuffix(" of")
