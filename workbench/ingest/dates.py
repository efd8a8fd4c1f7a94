"""The date of publication: stamps such as ``10:26 18/07/2022``, and dates told by the text.

A numeric date is day/month/year unless the year comes first: Vietnamese pages write it so in both
languages. What is found keeps the precision that the page gives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from workbench.language.tables import read_table
from workbench.language.text import fold

_TIME = (
    r"(?P<hour>[01]?\d|2[0-3])\s*(?::|h|g|gio)\s*(?P<minute>[0-5]\d)"
    r"(?:\s*:\s*[0-5]\d(?:\.\d+)?)?'?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
)
_ZONE = re.compile(r"^[\s,(|+-]*(?:gmt|utc|ict)?\s*\(?(?:gmt|utc)?\s*\+?0?7?(?::?00)?\)?")
_YEAR_FIRST = r"(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)"
_DAY_FIRST = (
    r"(?<!\d)(?P<d>\d{1,2})\s?(?P<s>[-/.])\s?(?P<m>\d{1,2})\s?(?P=s)\s?(?P<y>(?:19|20)\d\d)(?!\d)"
)
_WORDS_VI = r"(?<!\d)(?P<d>\d{1,2})\s*,?\s*thang\s+(?P<m>\d{1,2})\s*,?\s*(?:nam\s+)?(?P<y>(?:19|20)\d\d)(?!\d)"
_NEAR = 30


@dataclass(frozen=True)
class Stamp:
    """A date in a line: ISO 8601 to the minute or the day, and where it stands."""

    iso: str
    start: int
    end: int
    #: folded words right before it: ``cap nhat``
    label: str


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    months: dict[str, int] = read_table("en/page.toml")["months"]
    return months


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(_months(), key=len, reverse=True))
    month = rf"(?P<n>{names})\.?"
    return tuple(
        map(
            re.compile,
            (
                _YEAR_FIRST,
                _DAY_FIRST,
                _WORDS_VI,
                rf"\b{month}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*(?P<y>(?:19|20)\d\d)\b",
                rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{month},?[\s-]+(?P<y>(?:19|20)\d\d)\b",
            ),
        )
    )


def find_stamp(text: str) -> Stamp | None:
    """Find the first full date of a line, with the time of day that stands beside it."""
    folded = fold(text)
    best: re.Match[str] | None = None
    day: date | None = None
    for pattern in _patterns():
        for found in pattern.finditer(folded):
            read = _day(found)
            if read is not None and (best is None or found.start() < best.start()):
                best, day = found, read
            if read is not None:
                break
    if best is None or day is None:
        return None
    start, end, clock = _clock(folded, best.start(), best.end())
    label = re.sub(r"[\W_]+", " ", folded[max(0, start - 40) : start]).strip()
    return Stamp(f"{day.isoformat()}{clock}", start, end, label)


def _day(found: re.Match[str]) -> date | None:
    groups = found.groupdict()
    month = _months()[groups["n"]] if groups.get("n") else int(groups["m"])
    day = int(groups["d"])
    if month > 12 >= day:  # noqa: PLR2004 - month first, as Americans write it
        month, day = day, month
    try:
        return date(int(groups["y"]), month, day)
    except ValueError:
        return None


def _clock(folded: str, start: int, end: int) -> tuple[int, int, str]:
    """Take in the time of day just after or before a date; return the grown span and ``THH:MM``."""
    after = re.match(rf"(?:[\s,|•·(–—-]|t(?=\d)|luc|at|vao)*{_TIME}", folded[end : end + _NEAR])
    if after:
        end += after.end()
        zone = _ZONE.match(folded[end : end + 20])
        end += zone.end() if zone else 0
        return start, end, _hour(after)
    before = re.search(
        rf"(?<![\d/]){_TIME}(?:[\s,|•·()–—-]|gmt|\+\s?0?7|ngay|thu \w+|chu nhat|on|[a-z]+day)*$",
        folded[max(0, start - 45) : start],
    )
    if before:
        return max(0, start - 45) + before.start(), end, _hour(before)
    return start, end, ""


def _hour(found: re.Match[str]) -> str:
    hour = int(found["hour"])
    half = (found["half"] or "")[:1]
    if half == "p" and hour < 12:  # noqa: PLR2004
        hour += 12
    elif half == "a" and hour == 12:  # noqa: PLR2004
        hour = 0
    return f"T{hour:02d}:{found['minute']}"


def read_date(value: str) -> str | None:
    """Read the date of a metadata field: ISO 8601 of any precision, or a stamp."""
    text = value.strip()
    if re.fullmatch(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?", text):
        return text
    stamp = find_stamp(text)
    return stamp.iso if stamp else None
