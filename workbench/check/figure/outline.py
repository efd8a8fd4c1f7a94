"""One side of a pair as the checks of figures see it: its text, and where its figures stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from workbench.records import Mention
from workbench.values.calendar import parse_date
from workbench.values.types import Date

DIGITS = re.compile(r"\d+")


NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def plain_number(number: str) -> str:
    """Write a number with points only, to find it whatever its separators."""
    return number.replace(",", ".")


class Outline:
    """One side of a pair: its text, and where the figures stand in it."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self.text = text
        self.figures = sorted(
            (m for m in mentions if m.dimension == "figure"), key=lambda m: m.start
        )
        self._starts = [m.start for m in self.figures]

    def covers(self, position: int) -> bool:
        """Say whether a figure stands at a position."""
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and position < self.figures[at].end

    @cached_property
    def digits_outside(self) -> frozenset[str]:
        """The numbers that belong to no figure, with points for commas."""
        return frozenset(
            plain_number(m[0]) for m in NUMBER.finditer(self.text) if not self.covers(m.start())
        )

    @cached_property
    def years(self) -> frozenset[int]:
        """The years of all dates."""
        return frozenset(
            point["year"]
            for mention in self.figures
            if isinstance(mention.value, Date)
            for point in parse_date(mention.value.date)
            if "year" in point
        )
