"""A date that only the text tells: "Chiều 5/8" in the lead, and the year from other sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from workbench.ingest.dates import find_stamp
from workbench.language.tables import read_table
from workbench.language.text import fold

#: Paragraphs in which an article says when its event was.
_LEAD = 3
_LEAD_REACH = 600
_TODAY_VI = re.compile(
    r"(?:\b(?:hom nay|sang nay|chieu nay|trua nay|toi nay|dem nay)\s*[,(]?\s*(?:ngay\s+)?"
    r"|^\W*(?:\([^)]{2,30}\)\s*[-–—]?\s*|[a-z.]{2,12}\s*[-–—]\s*)?(?:\w+\s+){0,2}?"
    r"(?:sang|chieu|trua|toi|dem|ngay)\s+(?:ngay\s+)?)"
    r"(?P<d>\d{1,2})[/-](?P<m>\d{1,2})(?!\s*(?:den|-|–|/)\s*(?:ngay\s+)?\d)(?!\d)"
)
_FULL = re.compile(r"(?<!\d)\d{1,2}[/-](?P<m>\d{1,2})[/-](?P<y>20\d\d|19\d\d)(?!\d)")
_YEAR = re.compile(r"(?<![\d/.,-])(?P<y>19\d\d|20\d\d)(?![\d/.,]\d|-\d|\d)")
_MONTH_YEAR = re.compile(r"(?<![\d/-])\d{1,2}\s?[-/]\s?(?P<y>20\d\d)(?!\d)")
_RANGE = re.compile(r"(?<!\d)(?P<a>20\d\d)\s?[-–]\s?(?P<b>20\d\d)(?!\d)")
#: Words that tie a year to the time of writing.
_NOW_VI = re.compile(
    r"(?:sap ket thuc|cuoi|sap het|nhung thang dau|thang dau|dau|nua dau|trong) nam (?P<y>20\d\d)\b"
)
#: Words before a year that make it a past one: "kể từ tháng 6/2023", "compared with 2023".
_PAST = re.compile(
    r"\b(?:ke tu|tu|so voi|cung ky|since|from|compared (?:with|to)|than in|back in)"
    r"\s+(?:(?:thang|nam|cuoi|dau|mua)\s+){0,2}(?:[a-z]+\s)?$"
)
#: How far before a year such words stand.
_PAST_REACH = 30
#: Words before a full date that make it the day of the article's event.
_OWN_DAY = re.compile(r"\b(?:sang|chieu|trua|toi|dem|ngay|hom nay|today|on)$")
#: How far into the lead such a date may stand.
_OPENING = 60
_TODAY_EN = r"(?:\b(?:today|this morning|this afternoon|this evening)\s*[,(]?\s*)"


@lru_cache(maxsize=1)
def _english_day() -> re.Pattern[str]:
    months = read_table("en/page.toml")["months"]
    names = "|".join(sorted(months, key=len, reverse=True))
    return re.compile(
        rf"(?:{_TODAY_EN}|\bon\s+(?:[a-z]+day,?\s+)?)(?:on\s+)?(?P<n>{names})\.?\s+(?P<d>\d{{1,2}})\b"
        r"(?!\s*[-–]\s*\d)(?!,?\s+(?:to|and)\s)"
    )


def told_date(paragraphs: Sequence[str], lang: str) -> str | None:
    """Work out the day of an article from its lead and the years it names, or give up.

    The lead gives day and month; a year is taken when the text names one that no other year
    rivals: full dates near that month count most, then "tháng đầu năm 2022" and the like, then the
    near ends of spans. Without a single best year there is no date.
    """
    for paragraph in paragraphs[:_LEAD]:
        stated = _stated(paragraph[:_LEAD_REACH])
        if stated is not None:
            return stated
        found = _day_month(fold(paragraph[:_LEAD_REACH]), lang)
        if found is None:
            continue
        month, day = found
        year = _year(paragraphs, month)
        if year is None:
            return None
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            return None
    return None


def _stated(lead: str) -> str | None:
    """Read a full date that opens a dateline ("Hue, April 22, 2025 - …") or is the lead's own day."""
    stamp = find_stamp(lead)
    if stamp is None or stamp.start > _OPENING:
        return None
    behind = lead[stamp.end :]
    dateline = re.match(r"\s*[)\]]?\s*[-–—:]\s", behind) is not None
    own = (
        _OWN_DAY.search(stamp.label) is not None
        and re.match(r"\s*(?:[-–/]|den\b|to\b)", fold(behind)) is None
    )
    return stamp.iso[:10] if dateline or own else None


def _day_month(lead: str, lang: str) -> tuple[int, int] | None:
    if lang == "vi":
        found = _TODAY_VI.search(lead)
        return (int(found["m"]), int(found["d"])) if found else None
    found = _english_day().search(lead)
    months: dict[str, int] = read_table("en/page.toml")["months"]
    return (months[found["n"]], int(found["d"])) if found else None


def _year(paragraphs: Sequence[str], month: int) -> int | None:
    votes: Counter[int] = Counter()
    for paragraph in paragraphs:
        text = fold(paragraph[:20000])
        for found in _FULL.finditer(text):
            near = abs(int(found["m"]) - month) <= 1
            votes[int(found["y"])] += 6 if near else 1
        for found in _NOW_VI.finditer(text):
            votes[int(found["y"])] += 3
        for found in _RANGE.finditer(text):
            votes[int(found["a"])] += 1
            votes[int(found["b"])] += 1
        for pattern, weight in ((_MONTH_YEAR, 2), (_YEAR, 1)):
            for found in pattern.finditer(text):
                before = text[max(0, found.start() - _PAST_REACH) : found.start()]
                if not _PAST.search(before):
                    votes[int(found["y"])] += weight
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] <= ranked[1][1]):
        return None
    return ranked[0][0]
