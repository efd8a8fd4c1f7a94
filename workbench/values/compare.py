"""The verdict algebra: how a Vietnamese value and an English one relate.

``compare`` looks at values alone. Whether two mentions are about the same thing is for the one who
links them; a difference of kinds that leaves nothing to compare is ``other-matter``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from workbench.language.text import fold
from workbench.values.amounts import AGREEING, compare_amounts, power_of_ten
from workbench.values.calendar import compare_dates, parse_date, say_date
from workbench.values.types import (
    Amount,
    Comparison,
    Date,
    Figure,
    Identifier,
    Range,
    Ratio,
    Time,
    plain,
)
from workbench.values.wording import show, times

_RUN = re.compile(r"\d+")
_NOON = 12


def compare(a: Figure, b: Figure) -> Comparison:
    """Compare a Vietnamese figure with an English one.

    Returns a verdict of the contract (``equal``, ``rounded``, ``comparator``, ``scale``,
    ``unlocalised``, ``unit``, ``conflict``, ``ambiguous``, ``other-matter``), with the factor of
    the English over the Vietnamese where it is a power of ten. Exchanging the two gives the same
    verdict, except that what is ``unlocalised`` in English is ``ambiguous`` in Vietnamese, and
    that English may add a year but not drop one (aspect ``coarser``).
    """
    same = _SAME.get((type(a), type(b)))
    return same(a, b) if same else _across(a, b)


def _compare_ranges(a: Range, b: Range) -> Comparison:
    best = _ranges(a, b)
    if best.verdict not in AGREEING and b.other and _ranges(a, b.other).verdict in AGREEING:
        return Comparison(
            verdict="unlocalised",
            explanation=f"the separators were copied from the Vietnamese: {_say_range(a)} is meant",
        )
    if best.verdict not in AGREEING and a.other and _ranges(a.other, b).verdict in AGREEING:
        return Comparison(
            verdict="ambiguous",
            explanation=f"the Vietnamese can be read as {_say_range(a)} or"
            f" {_say_range(a.other)}; the English takes the second",
        )
    return best


def _ranges(a: Range, b: Range) -> Comparison:
    """Compare both ends; "about 8 to 12" says no more than "8 to 12", so comparators are let be."""
    ends = [
        compare_amounts(Amount(amount=x, unit=a.unit), Amount(amount=y, unit=b.unit))
        for x, y in ((a.low, b.low), (a.high, b.high))
    ]
    verdicts = {end.verdict for end in ends}
    if len(verdicts) == 1 and ends[0].factor == ends[1].factor and verdicts != {"conflict"}:
        return ends[0]
    if verdicts <= AGREEING:
        return next(end for end in ends if end.verdict != "equal")
    if "other-matter" in verdicts:
        return _other(a, b)
    if "unit" in verdicts:
        return next(end for end in ends if end.verdict == "unit")
    return Comparison(
        verdict="conflict",
        explanation=f"the Vietnamese says {_say_range(a)}, the English {_say_range(b)}",
    )


def _compare_ratios(a: Ratio, b: Ratio) -> Comparison:
    if a.numerator * b.denominator == b.numerator * a.denominator:
        return Comparison(verdict="equal", explanation=f"the same: {_say_ratio(b)}")
    return Comparison(
        verdict="conflict",
        explanation=f"the Vietnamese says {_say_ratio(a)}, the English {_say_ratio(b)}",
    )


def _compare_times(a: Time, b: Time) -> Comparison:
    if a.time == b.time or _clock(a.time) == _clock(b.time):
        return Comparison(verdict="equal", explanation=f"the same time: {a.time}")
    readings = {_clock(t.time) for t in (a, a.other) if t} & {
        _clock(t.time) for t in (b, b.other) if t
    }
    if readings:
        return Comparison(verdict="equal", explanation=f"the same time: {a.time}")
    return Comparison(
        verdict="conflict", aspect="date",
        explanation=f"another time: the Vietnamese is {a.time}, the English {b.time}",
    )  # fmt: skip


def _clock(time: str) -> tuple[tuple[int, ...], ...]:
    """Return hours, minutes and seconds of a time or of both ends of a span; 24:00 is 0:00."""
    ends = []
    for part in time.split("/"):
        numbers = [int(n) for n in _RUN.findall(part)]
        numbers += [0] * (3 - len(numbers))
        ends.append((numbers[0] % 24, *numbers[1:]))
    return tuple(ends)


def _compare_identifiers(a: Identifier, b: Identifier) -> Comparison:
    ours, theirs = _bare(a.text), _bare(b.text)
    if ours == theirs:
        return Comparison(verdict="equal", explanation=f"the same: {b.text}")
    runs, others = _RUN.findall(a.text), _RUN.findall(b.text)
    if runs and runs == others:
        return Comparison(verdict="equal", explanation=f"the same numbers: {b.text}")
    if len(runs) == len(others) == 2 and runs == others[::-1] and ours.isdigit():  # noqa: PLR2004
        return Comparison(verdict="equal", explanation="the same score, seen from the other side")
    shorter, longer = sorted((runs, others), key=len)
    if shorter and len(shorter) < len(longer) and longer[: len(shorter)] == shorter:
        return Comparison(
            verdict="rounded",
            explanation=f"{a.text} and {b.text} begin alike; one is the short form",
        )
    return Comparison(
        verdict="conflict", explanation=f"the Vietnamese says {a.text}, the English {b.text}"
    )


def _bare(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())


def _across(a: Figure, b: Figure) -> Comparison:
    """Compare values of two types: only what amounts to the same numbers agrees."""
    if _numbers(a) & _numbers(b) and not _is_no_clock(a, b):
        return Comparison(
            verdict="equal", explanation=f"the same, written in two ways: {_say(a)}, {_say(b)}"
        )
    if isinstance(a, Amount | Ratio) and isinstance(b, Amount | Ratio):
        return _amount_and_ratio(a, b)
    if isinstance(a, Amount | Identifier) and isinstance(b, Amount | Identifier):
        return _amount_and_number(a, b)
    return _other(a, b)


def _amount_and_number(a: Amount | Identifier, b: Amount | Identifier) -> Comparison:
    """Compare a bare number with one that names something: hạng 231, No. 231."""
    amounts = [
        v if isinstance(v, Amount) else Amount(amount=Decimal(v.text)) if v.text.isdigit() else None
        for v in (a, b)
    ]
    if amounts[0] is None or amounts[1] is None or amounts[0].unit or amounts[1].unit:
        return _other(a, b)
    return compare_amounts(amounts[0], amounts[1])


def _is_no_clock(a: Figure, b: Figure) -> bool:
    """Say whether a time meets an amount of something else than hours or running seconds."""
    units = {v.unit for v in (a, b) if isinstance(v, Amount)}
    return any(isinstance(v, Time) for v in (a, b)) and not units <= {None, "hour", "second"}


def _amount_and_ratio(a: Figure, b: Figure) -> Comparison:
    shares = [_share(v) for v in (a, b)]
    if None in shares:
        return _other(a, b)
    if shares[0] == shares[1]:
        return Comparison(verdict="equal", explanation=f"the same share: {_say(a)} is {_say(b)}")
    return Comparison(
        verdict="conflict", explanation=f"the Vietnamese says {_say(a)}, the English {_say(b)}"
    )


def _share(value: Figure) -> Decimal | None:
    if isinstance(value, Ratio) and value.denominator:
        return value.numerator / value.denominator
    if isinstance(value, Amount):
        if value.unit == "%":
            return value.amount / 100
        return value.amount if value.unit is None and value.amount < 1 else None
    return None


def _numbers(value: Figure) -> set[tuple[Decimal, ...]]:
    """Return the numbers that a value is made of, in every reading."""
    found: set[tuple[Decimal, ...]] = set()
    if isinstance(value, Amount):
        found = {(v.amount,) for v in (value, value.other) if v}
    elif isinstance(value, Range):
        found = {(v.low, v.high) for v in (value, value.other) if v}
    elif isinstance(value, Ratio):
        found = {(value.numerator, value.denominator)}
    elif isinstance(value, Date):
        points = parse_date(value.date)
        parts = [n for point in points if "weekday" not in point for n in point.values()]
        found = {tuple(map(Decimal, parts))} if parts else set()
    elif isinstance(value, Time):
        found = _time_numbers(value)
    else:
        runs = tuple(Decimal(n) for n in _RUN.findall(value.text))
        found = {runs} if runs else set()
    return found


def _time_numbers(value: Time) -> set[tuple[Decimal, ...]]:
    """Return hours and minutes, a bare hour on twelve hours, and the seconds of a long time."""
    found: set[tuple[Decimal, ...]] = set()
    for time in (value, value.other):
        if time is None or "/" in time.time:
            continue
        numbers = [int(n) for n in _RUN.findall(time.time)]
        found.add(tuple(map(Decimal, numbers)))
        if len(numbers) == 3:  # noqa: PLR2004 - hours, minutes, seconds
            found.add((Decimal(numbers[0] * 3600 + numbers[1] * 60 + numbers[2]),))
        else:
            # a running time: 15:23 is fifteen minutes and 23 seconds
            found.add((Decimal(numbers[0] * 60 + numbers[1]),))
        if numbers[1:] == [0]:
            found |= {(Decimal(numbers[0]),), (Decimal(numbers[0] % _NOON or _NOON),)}
    return found


def _other(a: Figure, b: Figure) -> Comparison:
    return Comparison(
        verdict="other-matter", explanation=f"{_say(a)} and {_say(b)} are different things"
    )


def _say_range(value: Range) -> str:
    return f"{show(value.low)} to {show(value.high, value.unit)}"


def _say_ratio(value: Ratio) -> str:
    return f"{plain(value.numerator)}/{plain(value.denominator)}"


def _say(value: Figure) -> str:
    if isinstance(value, Amount):
        return show(value.amount, value.unit)
    if isinstance(value, Range):
        return _say_range(value)
    if isinstance(value, Ratio):
        return _say_ratio(value)
    if isinstance(value, Date):
        return say_date(value)
    return value.time if isinstance(value, Time) else value.text


_SAME: dict[tuple[type, type], Callable[[Any, Any], Comparison]] = {
    (Amount, Amount): compare_amounts,
    (Range, Range): _compare_ranges,
    (Ratio, Ratio): _compare_ratios,
    (Date, Date): compare_dates,
    (Time, Time): _compare_times,
    (Identifier, Identifier): _compare_identifiers,
}

__all__ = ["compare", "power_of_ten", "times"]
