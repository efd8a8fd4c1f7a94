"""One thing read as two sorts of figure: the second readings under which two mentions agree."""

from __future__ import annotations

import re
from decimal import Decimal

from workbench.records import Mention
from workbench.values.calendar import parse_date, parse_point
from workbench.values.types import Amount, Comparison, Date, Ratio

_RUN = re.compile(r"\d+")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})")
_METRES = re.compile(r"\d+(?:\.\d+)?m")
_DECADE = re.compile(r"(\d\d)?(\d0)s?")
#: Sorts that one string of digits may be taken for.
_LOOSE = frozenset({"date", "time", "duration", "ratio", "fraction", "identifier", "count"})
_WEEK = range(2, 8)
_SEVERAL = 2


def reread(vi: Mention, en: Mention) -> Comparison | None:
    """Return an equal verdict where one of the two was taken for another sort of figure."""
    if vi.kind == en.kind and vi.kind != "date":
        return None
    agrees = (
        _same_digits(vi, en)
        or _is_fraction(vi, en)
        or _is_decade(vi, en)
        or _is_weekday(vi, en)
        or _is_first_months(vi, en)
        or _is_metres(vi, en)
    )
    if not agrees:
        return None
    return Comparison(
        verdict="equal",
        explanation=f"the same, written in two ways: {vi.surface}, {en.surface}",
    )


def _same_digits(vi: Mention, en: Mention) -> bool:
    """9/11 as a date and as a ratio, 10.30 as a number and 10 giờ 30 as a time."""
    runs = _RUN.findall(vi.surface)
    if vi.kind == en.kind or not {vi.kind, en.kind} <= _LOOSE or len(runs) < _SEVERAL:
        return False
    return runs == _RUN.findall(en.surface) and "," not in en.surface


def _is_fraction(vi: Mention, en: Mention) -> bool:
    """1/5 doanh thu: a fifth of the turnover, not the first of May."""
    match = _SLASHED.fullmatch(vi.surface)
    if match is None or not isinstance(en.value, Ratio):
        return False
    return (en.value.numerator, en.value.denominator) == (Decimal(match[1]), Decimal(match[2]))


def _is_decade(vi: Mention, en: Mention) -> bool:
    """Thập niên 60 và 70, in their 30s: the same tens on both sides."""
    if not isinstance(en.value, Date) or not en.surface.endswith("s"):
        return False
    one, other = (_DECADE.fullmatch(mention.surface.strip()) for mention in (vi, en))
    if one is None or other is None or one[2] != other[2]:
        return False
    return one[1] == other[1] or None in {one[1], other[1]}


def _is_weekday(vi: Mention, en: Mention) -> bool:
    """Thứ bảy: the seventh, or Saturday."""
    if vi.kind != "ordinal" or not isinstance(vi.value, Amount) or not isinstance(en.value, Date):
        return False
    day = parse_point(en.value.date).get("weekday")
    return vi.value.amount in _WEEK and day == int(vi.value.amount) - 1


def _is_first_months(vi: Mention, en: Mention) -> bool:
    """Năm tháng đầu năm: January to May, or the first five months."""
    for one, other in ((vi.value, en.value), (en.value, vi.value)):
        if isinstance(one, Date) and isinstance(other, Amount) and other.unit == "month":
            points = parse_date(one.date)
            months = [point.get("month") for point in points if "day" not in point]
            if months == [1, int(other.amount)]:
                return True
    return False


def _is_metres(vi: Mention, en: Mention) -> bool:
    """20m underground: metres, not millions."""
    if not isinstance(vi.value, Amount) or not isinstance(en.value, Amount):
        return False
    return (
        vi.value.unit == "m"
        and en.value.unit is None
        and bool(_METRES.fullmatch(en.surface))
        and en.value.amount == vi.value.amount * 1_000_000
    )
