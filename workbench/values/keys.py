"""Keys by which values of two texts are looked up: equal keys may mean equal values.

A key is coarser than a comparison (``workbench.values`` decides whether two values agree): it leaves
out units, nouns and comparators, so that ``38 tỷ đồng`` and ``38 billion`` meet.
"""

from __future__ import annotations

import re

from workbench.language.text import fold
from workbench.values.types import Amount, Date, Identifier, Name, Range, Ratio, Time, Value, plain

_DAY = re.compile(r"(?:\d{4}|-)-(\d\d-\d\d)")
_CALENDAR = re.compile(r"--|(?:19|20)\d\d(?:$|[-/])|\d\d:\d\d")
#: Digits from which a number is told by its first ones.
_ROUGH = 2
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "prof", "sir", "the", "of", "and", "for", "in"})
_WORD = re.compile(r"[a-z0-9]+")


def figure_keys(value: Value) -> frozenset[str]:
    """Return the keys of a figure: its numbers; for a date its days without the year, or its whole."""
    keys: set[str] = set()
    if isinstance(value, Amount):
        # both readings: a separator copied from the other language must still meet its source
        keys = {plain(each.amount) for each in (value, value.other) if each}
    elif isinstance(value, Range):
        low, high = plain(value.low), plain(value.high)
        # its ends too: where one text leaves one out, or the reader takes them apart
        keys = {f"{low}..{high}", low, high}
    elif isinstance(value, Ratio):
        keys = {plain(value.numerator), plain(value.denominator)}
    elif isinstance(value, Date):
        keys = {f"--{day}" for day in _DAY.findall(value.date)} or {value.date}
    elif isinstance(value, Time):
        keys = {value.time}
    elif isinstance(value, Identifier):
        keys = {fold(value.text)}
    return frozenset(keys)


def rough_keys(value: Value) -> frozenset[str]:
    """Return what a rounding or a slip keeps of a figure.

    Of an amount its first two digits, cut and rounded, so that ``24.396`` meets ``over 24,000`` and ``38 tỷ`` meets
    ``38 million``; of a day its two numbers in any order, so that ``5/8`` meets ``May 8``. Numbers of
    one digit have none.
    """
    if isinstance(value, Amount) and digits(plain(value.amount)) >= _ROUGH:
        first = plain(abs(value.amount)).replace(".", "").lstrip("0")[:_ROUGH]
        rounded = f"{abs(value.amount):.1e}"[:3].replace(".", "")
        return frozenset({f"~{first}", f"~{rounded}"})
    if isinstance(value, Date):
        days = (sorted(day.split("-")) for day in _DAY.findall(value.date))
        return frozenset(f"~{low}/{high}" for low, high in days)
    return frozenset()


def is_calendar(key: str) -> bool:
    """Say whether a figure's key is a day, a year or a time: many texts share those by chance."""
    return _CALENDAR.match(key) is not None


def is_small(key: str) -> bool:
    """Say whether a figure's key is a whole number below ten: two sides, three areas, one year."""
    return len(key) == 1


def digits(key: str) -> int:
    """Return how many digits of a figure's key tell it from others: zeros at its ends do not."""
    return len("".join(c for c in key if c.isdigit()).strip("0"))


def name_tokens(value: Value) -> frozenset[str]:
    """Return the folded words of a name that tell it from others; none for a figure."""
    if not isinstance(value, Name):
        return frozenset()
    return frozenset(w for w in _WORD.findall(value.folded) if len(w) > 1 and w not in _TITLES)
