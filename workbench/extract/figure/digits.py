"""Digit strings with separators: what they mean in a text of one language.

Vietnamese groups thousands by dots and writes a decimal comma, English the other way round, and
each meets the other's habit in real texts. Where a string has two readings both are kept.
"""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from workbench.extract.figure.tokens import Tokens
from workbench.language import Language

#: A run longer than this is no figure but a table line or a hash.
LONGEST = 40

_GROUPED = {
    ".": re.compile(r"[1-9]\d{0,2}(?:\.\d{3})++(?:,\d+)?"),
    ",": re.compile(r"[1-9]\d{0,2}(?:,\d{3})++(?:\.\d+)?"),
}
_DECIMAL = {".": re.compile(r"\d+\.\d+"), ",": re.compile(r"\d+,\d+")}
#: no-break, thin and narrow no-break space: they group thousands wherever they stand
_NARROW = frozenset("\u00a0\u2009\u202f")


class Reading(msgspec.Struct, frozen=True):
    """A value, the worth of its last digit, and whether the other language's habit was needed."""

    value: Decimal
    step: Decimal
    foreign: bool = False
    other: Reading | None = None


def read_digits(raw: str, language: Language) -> Reading | None:
    """Read a digit string; None where it is no number in either habit (``1.2.3``)."""
    if len(raw) > LONGEST:
        return None
    if raw.isdigit():
        return Reading(Decimal(raw), Decimal(1))
    group, point = (".", ",") if language == "vi" else (",", ".")
    own_group, own_point = _grouped(raw, group), _decimal(raw, point)
    their_group, their_point = _grouped(raw, point), _decimal(raw, group)
    if own_group is not None:  # vi 24.396, en 24,396
        return own_group
    if language == "vi" and their_group is not None:  # 118,000, seldom 118 with three decimals
        return _foreign(their_group, own_point)
    if own_point is not None:  # vi 24,46, en 24.46; en 24.396 may be a 24,396 left as it was
        other = _foreign(their_group) if their_group is not None else None
        return msgspec.structs.replace(own_point, other=other)
    theirs = their_group or their_point
    return _foreign(theirs) if theirs is not None else None


def _grouped(raw: str, mark: str) -> Reading | None:
    if not _GROUPED[mark].fullmatch(raw):
        return None
    return _reading(raw.replace(mark, "").replace(",", "."))


def _decimal(raw: str, mark: str) -> Reading | None:
    return _reading(raw.replace(mark, ".")) if _DECIMAL[mark].fullmatch(raw) else None


def _reading(plain: str) -> Reading:
    decimals = len(plain) - plain.index(".") - 1 if "." in plain else 0
    return Reading(Decimal(plain), Decimal(1).scaleb(-decimals))


def _foreign(reading: Reading, other: Reading | None = None) -> Reading:
    return msgspec.structs.replace(reading, foreign=True, other=other)


def digits_at(tokens: Tokens, i: int, language: Language) -> tuple[Reading, int] | None:
    """Read the digits at token ``i``, with thousands grouped by blanks (``10 000``)."""
    reading = read_digits(tokens.low[i], language)
    if reading is None:
        return None
    end = _blank_groups(tokens, i)
    if end > i + 1:
        whole = "".join(tokens.low[i:end])
        reading = Reading(Decimal(whole), Decimal(1))
    return reading, end


def _blank_groups(tokens: Tokens, i: int) -> int:
    """Return the index after the groups of three that single blanks join to token ``i``.

    A plain blank joins only groups that end in zeros (``10 000``): ``năm 2022 300`` is no number.
    """
    first = tokens.low[i]
    if not (first.isdigit() and len(first) <= 3 and first[0] != "0"):
        return i + 1
    end, narrow = i + 1, True
    while end < i + 6 and len(tokens.low[end]) == 3 and tokens.low[end].isdigit():
        gap = tokens.text[tokens.ends[end - 1] : tokens.starts[end]]
        if len(gap) != 1 or not gap.isspace():
            break
        narrow = narrow and gap in _NARROW
        end += 1
    if end == i + 1 or tokens.number(end):
        return i + 1
    return end if narrow or tokens.low[end - 1] == "000" else i + 1
