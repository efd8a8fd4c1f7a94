"""Units that measure the same thing, and the factor between them."""

from __future__ import annotations

from decimal import Decimal

from workbench.language.units import units

#: Days in a mean Gregorian month, to hold "30 days" against "a month".
DAYS_IN_MONTH = Decimal("30.436875")
_CODE = 3


def dimension_of(unit: str | None) -> str | None:
    """Return what a unit measures; None for no unit, a currency or an unknown code."""
    row = units().get(unit) if unit else None
    return row.dimension if row else None


def is_currency(unit: str | None) -> bool:
    """Say whether a unit has the shape of an ISO 4217 code and is no unit of measurement."""
    return bool(
        unit and len(unit) == _CODE and unit.isalpha() and unit.isupper() and unit not in units()
    )


def factor_between(unit: str, other: str) -> Decimal | None:
    """Return how many ``other`` one ``unit`` is; None where no exact factor joins them."""
    if unit == other:
        return Decimal(1)
    one, two = units().get(unit), units().get(other)
    if one is None or two is None or one.dimension != two.dimension:
        return None
    return one.factor / two.factor if one.factor and two.factor else None


def in_days(amount: Decimal, unit: str) -> Decimal | None:
    """Return a duration in mean days, to compare across the calendar; None for other units."""
    row = units().get(unit)
    if row is None or row.factor is None:
        return None
    if row.dimension == "calendar":
        return amount * row.factor * DAYS_IN_MONTH
    return amount * row.factor / 86400 if row.dimension == "time" else None


def is_imperial(unit: str) -> bool:
    """Say whether a unit is one that texts convert to and from metric ones, rounding as they do."""
    return unit in {
        "in",
        "ft",
        "yd",
        "mi",
        "nmi",
        "acr",
        "mi2",
        "ft2",
        "gal",
        "bbl",
        "lb",
        "oz",
        "mi/h",
    }
