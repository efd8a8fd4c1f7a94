"""What newspapers do to a figure and a translation may not: round it off, or convert its currency.

Two reports agree where one says "more than 600" of 650, and where the dollars are those of the day.
"""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from functools import cache
from itertools import pairwise

from workbench.language.tables import read_table
from workbench.records import Mention
from workbench.values.types import Amount, plain
from workbench.values.units import in_days, is_currency

_DONG = "VND"
#: How far a bound may be from what it bounds: "more than 600" of 650, but not of 900.
_BOUND = Decimal("1.12")
#: How far a plain round number may be from the exact one: "5 per cent" of 5.02.
_NEAR = Decimal("0.02")
#: How far a converted sum may be from the rate of the year.
_RATE = Decimal("1.12")
_POWERS = (Decimal(1000), Decimal(1_000_000), Decimal(10), Decimal(100))
_MORE, _LESS = frozenset({"gt", "ge"}), frozenset({"lt", "le"})


def retold(ours: Mention, theirs: Mention, *, published: str | None) -> tuple[str, str] | None:
    """Return verdict and sentence where the English tells the figure as newspapers do, else None.

    ``published`` is the date of the English article, whose year's rate of exchange counts. A sum
    that is off by a power of ten at that rate is a ``scale``.
    """
    one, two = ours.value, theirs.value
    if not isinstance(one, Amount) or not isinstance(two, Amount):
        return None
    if one.unit != two.unit and one.unit and two.unit and is_currency(one.unit):
        return _converted(one, two, published) if is_currency(two.unit) else None
    return _rounded_off(one, two)


def _rounded_off(one: Amount, two: Amount) -> tuple[str, str] | None:
    """Hold a bound of the English against a more exact figure of the Vietnamese."""
    amounts = one.amount, two.amount
    if one.unit != two.unit:
        days = [in_days(each.amount, each.unit or "") for each in (one, two)]
        if days[0] is None or days[1] is None:
            return None
        amounts = days[0], days[1]
    exact, bound = amounts
    low = two.comparator in _MORE and bound <= exact <= bound * _BOUND
    high = two.comparator in _LESS and exact <= bound <= exact * _BOUND
    near = two.comparator not in _MORE | _LESS and _rounds_to(exact, bound)
    if (low or high or near) and (one.unit != two.unit or _digits(one) > _digits(two)):
        return "rounded", f"rounded off: {_say(two)} of {plain(one.amount)}"
    return None


def _rounds_to(exact: Decimal, round_number: Decimal) -> bool:
    """Say whether a number of fewer digits is the exact one, rounded to them, and near it."""
    digits = len(plain(round_number).replace(".", "").strip("0"))
    rounded = Decimal(f"{exact:.{max(0, digits - 1)}e}")
    return rounded == round_number and abs(exact - round_number) <= _NEAR * abs(exact)


def _say(bound: Amount) -> str:
    words = "more than " if bound.comparator in _MORE else ""
    words = "less than " if bound.comparator in _LESS else words
    return f"{words}{plain(bound.amount)}{f' {bound.unit}' if bound.unit else ''}"


def _digits(value: Amount) -> int:
    return len(plain(value.amount).replace(".", "").strip("0"))


def _converted(one: Amount, two: Amount, published: str | None) -> tuple[str, str] | None:
    """Hold sums of two currencies, one of them the dong, against the rate of the year."""
    dong, other = (one, two) if one.unit == _DONG else (two, one)
    if dong.unit != _DONG or not other.amount or not dong.amount or not other.unit:
        return None
    span = _rates(other.unit, published)
    if span is None:
        return None
    implied = dong.amount / other.amount
    low, high = span[0] / _RATE, span[1] * _RATE
    if low <= implied <= high:
        return "rounded", f"converted: {implied:,.0f} VND to the {other.unit}"
    for power in _POWERS:
        for factor in (power, 1 / power):
            if low <= implied * factor <= high:
                times = f"{plain(power)} times too {'small' if (factor < 1) == (dong is one) else 'large'}"
                return (
                    "scale",
                    f"at about {span[0]:,.0f} VND to the {other.unit}, the English is {times}",
                )
    return None


@cache
def _years(currency: str) -> tuple[tuple[int, Decimal], ...]:
    rows = read_table("exchange.toml")["rate"].get(currency, {})
    return tuple(sorted((int(year), Decimal(str(rate))) for year, rate in rows.items()))


def _rates(currency: str, published: str | None) -> tuple[Decimal, Decimal] | None:
    """Return the lowest and highest dong for a unit of a currency, in a year or in all known."""
    years = _years(currency)
    if not years:
        return None
    if not published or not published[:4].isdigit():
        rates = [rate for _, rate in years]
        return min(rates), max(rates)
    year = int(published[:4])
    at = bisect_left(years, (year, Decimal(0)))
    if at == 0 or at == len(years):
        rate = years[0 if at == 0 else -1][1]
        return rate, rate
    (before, first), (after, second) = next(
        pair for pair in pairwise(years) if pair[0][0] <= year <= pair[1][0]
    )
    rate = first + (second - first) * (year - before) / (after - before)
    return rate, rate
