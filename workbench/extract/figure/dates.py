"""Dates with the parts that a text gives, written as ISO 8601 with reduced precision."""

from __future__ import annotations

import datetime as dt

import msgspec

from workbench.values.types import Date

#: after four digits: a clock, no year
ZONES = frozenset("gmt utc est edt cst pst pdt bst cet ict hrs".split())
FIRST_YEAR, LAST_YEAR = 1000, 2199
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CENTURY = 100


class Partial(msgspec.Struct, frozen=True):
    """A date with the parts that are known, and the token index after it."""

    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None

    def valid(self) -> bool:
        """Say whether the parts can be a date."""
        if self.year is not None and not FIRST_YEAR <= self.year <= LAST_YEAR:
            return False
        if self.month is not None and not 1 <= self.month <= len(_DAYS):
            return False
        if self.day is None:
            return True
        return 1 <= self.day <= _DAYS[self.month - 1 if self.month else 0]

    def iso(self) -> str:
        """Write ``2022-08-05``, ``2022-08``, ``2022``, ``--08-05``, ``--08`` or ``---05``."""
        if self.month is None:
            return f"---{self.day:02}" if self.year is None else f"{self.year:04}"
        year = "-" if self.year is None else f"{self.year:04}"
        day = "" if self.day is None else f"-{self.day:02}"
        return f"{year}-{self.month:02}{day}"

    def resolved(self, published: str | None) -> str | None:
        """Return the full date where the article's own date gives the year: the nearest one."""
        if self.year is not None or self.month is None or self.day is None:
            return None
        near = parse_day(published)
        if near is None:
            return None
        days = []
        for year in (near.year - 1, near.year, near.year + 1):
            try:
                days.append(dt.date(year, self.month, self.day))
            except ValueError:  # 29 February in a common year
                continue
        return min(days, key=lambda day: abs((day - near).days)).isoformat() if days else None

    def value(self, published: str | None) -> Date:
        """Make the value of a mention."""
        return Date(date=self.iso(), resolved=self.resolved(published))


def parse_day(published: str | None) -> dt.date | None:
    """Read the day of an ISO 8601 date or time, or None where it has no day."""
    try:
        return dt.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def span(first: Partial, second: Partial, published: str | None) -> Date | None:
    """Make a span: the first date takes what it lacks from the second."""
    month, year = first.month, first.year
    if first.day is not None and month is None:
        month = second.month
    if year is None and (month is not None or first.day is not None):
        year = second.year
        if year is not None and month and second.month and month > second.month:
            year -= 1
    start = msgspec.structs.replace(first, month=month, year=year)
    end = second
    if second.year is None and year is not None and second.month is not None:
        end = msgspec.structs.replace(second, year=year)
    if (start.day is None) != (end.day is None):
        return None
    if not start.valid() or not end.valid():
        return None
    low, high = start.resolved(published), end.resolved(published)
    if start.year is not None and end.year is not None and start.iso() >= end.iso():
        return None
    resolved = f"{low}/{high}" if low and high else None
    return Date(date=f"{start.iso()}/{end.iso()}", resolved=resolved)


def months(first: int, last: int, year: int | None) -> str:
    """Write a span of months of one year: ``2022-01/2022-06``, ``--01/--06``."""
    head = "-" if year is None else f"{year:04}"
    return f"{head}-{first:02}/{head}-{last:02}"


def quarter(number: int, year: int | None) -> str:
    """Write a quarter: ``2025-Q3``, ``--Q3``."""
    return f"{'-' if year is None else f'{year:04}'}-Q{number}"


def decade_end(start: int) -> int:
    """Return the last year of the 1990s or, since round ones are a century, of the 1700s."""
    return start + 99 if start % _CENTURY == 0 and start < 1900 else start + 9


def years(text: str) -> int | None:
    """Read a year of four digits."""
    if len(text) == 4 and text.isdigit() and text.isascii():
        year = int(text)
        return year if FIRST_YEAR <= year <= LAST_YEAR else None
    return None


def short_end(start: int, text: str) -> int | None:
    """Read the end of ``2022-27``: two digits in the century of the start."""
    if len(text) == 1 and text.isdigit() and start % 10 < int(text):
        return start - start % 10 + int(text)
    if len(text) != 2 or not text.isdigit():
        return None
    year = start - start % _CENTURY + int(text)
    return year if year > start else None


def century_span(number: int, *, before: bool = False) -> str:
    """Return the years of a century; before the era they carry a minus: ``-0300/-0201``."""
    if before:
        return f"-{number * 100:04}/-{number * 100 - 99:04}"
    return f"{number * 100 - 99:04}/{number * 100:04}"


def roman(text: str) -> int | None:
    """Read a Roman numeral in capitals below forty, or None."""
    return _ROMAN.get(text)


def _romans() -> dict[str, int]:
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return {"X" * ten + unit: 10 * ten + n for ten in range(4) for n, unit in enumerate(units)}


_ROMAN = {text: number for text, number in _romans().items() if text}
#: as tokens of a text in lower case
ROMANS = tuple(text.lower() for text in _ROMAN)
