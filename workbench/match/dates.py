"""How far apart two articles are in time, as exactly as their dates allow."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

import msgspec

from workbench.match.article import Entry

_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_YEAR_DAYS = 365
#: Days from which a report is older than an event: one may be the difference of two clocks.
_BEFORE = 2
#: Days before its publication on which an event in the lead may lie.
_BACK = 14


class Distance(msgspec.Struct, frozen=True, kw_only=True):
    """Days between two articles: at least, and at most; None where a date is unknown."""

    least: int | None
    most: int | None
    #: whether both dates were printed on the page
    sure: bool = False
    #: days between the events that the leads tell, where both tell one
    events: int | None = None


def interval(published: str | None) -> tuple[date, date] | None:
    """Return first and last day that a date of reduced precision may mean; None if it has none."""
    match = _ISO.match(published or "")
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


def distance(one: Entry, two: Entry) -> Distance:
    """Measure the days between two articles and between the events of their leads."""
    events = _between_events(one, two)
    first, second = interval(one.published), interval(two.published)
    if first is None or second is None:
        return Distance(least=None, most=None, events=events)
    least = max(0, (second[0] - first[1]).days, (first[0] - second[1]).days)
    most = max((second[1] - first[0]).days, (first[1] - second[0]).days)
    return Distance(least=least, most=most, sure=one.dated and two.dated, events=events)


def event_day(entry: Entry) -> date | None:
    """Return the day of the event: the last day named in the lead that is not after publication."""
    span = interval(entry.published)
    if span is None or span[0] != span[1]:
        return None
    day = span[0]
    near = []
    for named in entry.days:
        month, number = (int(part) for part in named.split("-"))
        for year in (day.year, day.year - 1):
            try:
                candidate = date(year, month, number)
            except ValueError:
                continue
            if timedelta(0) <= day - candidate <= timedelta(days=_BACK):
                near.append(candidate)
    return max(near, default=None)


def days_before(report: Entry, event: Entry) -> int | None:
    """Return by how many days a report was published before the event that another article tells.

    None where it was not, where a date is unknown, or where the report names that day too and so
    may announce it. A day without a year is taken in the year that brings it nearest to the
    publication of the article that names it, or, where that is unknown, of the report.
    """
    span = interval(report.published)
    if span is None or not event.happened:
        return None
    own = interval(event.published)
    near = own[0] if own is not None and own[0] == own[1] else span[1]
    days = [day for told in event.happened if (day := _nearest(told, near)) is not None]
    if own is not None:
        # what its own article only looks forward to has not happened
        days = [day for day in days if day <= own[1]]
    if not days or any(f"--{day:%m-%d}" in report.figures for day in days):
        return None
    before = (min(days) - span[1]).days
    return before if before >= _BEFORE else None


def _nearest(told: str, near: date) -> date | None:
    """Return the day of ``2025-05-03``, or that of ``--05-03`` nearest to another day."""
    known, month, number = told[:-6], int(told[-5:-3]), int(told[-2:])
    years = [int(known)] if known.isdigit() else [near.year - 1, near.year, near.year + 1]
    days = []
    for year in years:
        try:
            days.append(date(year, month, number))
        except ValueError:
            continue
    return min(days, key=lambda day: abs(day - near), default=None)


def _between_events(one: Entry, two: Entry) -> int | None:
    first, second = event_day(one), event_day(two)
    return abs((second - first).days) if first and second else None


def describe(found: Distance) -> str:
    """Say how far apart, in words."""
    if found.least is None:
        return "at least one date is unknown"
    if found.least != found.most:
        return f"{found.least} to {found.most} days apart"
    if found.least == 0:
        return "the same day"
    return f"{found.least} day{'' if found.least == 1 else 's'} apart"
