"""What a mention means. Amounts are decimals, dates are ISO 8601 with the text's own precision."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal, TypeAlias

import msgspec

Comparator: TypeAlias = Literal["eq", "approx", "gt", "ge", "lt", "le"]
Row: TypeAlias = dict[str, Any]

FigureKind: TypeAlias = Literal[
    "count", "ordinal", "percent", "money", "quantity", "date", "time", "duration",
    "range", "ratio", "fraction", "identifier",
]  # fmt: skip
NameKind: TypeAlias = Literal["person", "place", "organisation", "other"]

FIGURE_VERDICTS = (
    "equal", "rounded", "comparator", "scale", "unlocalised", "unit", "conflict",
    "missing", "added", "ambiguous", "other-matter", "updated",
)  # fmt: skip
NAME_VERDICTS = (
    "equal", "variant", "misspelt", "conflict", "missing", "added", "inconsistent",
)  # fmt: skip


def plain(number: Decimal) -> str:
    """Write a decimal without exponent and without trailing zeros: ``38000000000``, ``24.46``."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """A count, percent, money, quantity, duration or ordinal, in base units."""

    amount: Decimal
    unit: str | None = None
    noun: str | None = None
    comparator: Comparator = "eq"
    #: worth of the last digit that the text wrote: 1.2 million has a step of 100,000
    step: Decimal | None = None
    #: read by the separators of the other language: 24.396 in English taken as 24,396
    foreign: bool = False
    other: Amount | None = None

    def row(self) -> Row:
        """Return the contract's JSON value."""
        return _row(
            amount=plain(self.amount), unit=self.unit, noun=self.noun,
            comparator=None if self.comparator == "eq" else self.comparator,
            other=self.other and self.other.row(),
        )  # fmt: skip


class Range(msgspec.Struct, frozen=True, kw_only=True):
    """From low to high, both included."""

    low: Decimal
    high: Decimal
    unit: str | None = None
    noun: str | None = None
    comparator: Comparator = "eq"
    other: Range | None = None

    def row(self) -> Row:
        """Return the contract's JSON value."""
        return _row(
            low=plain(self.low), high=plain(self.high), unit=self.unit, noun=self.noun,
            comparator=None if self.comparator == "eq" else self.comparator,
            other=self.other and self.other.row(),
        )  # fmt: skip


class Ratio(msgspec.Struct, frozen=True, kw_only=True):
    """A ratio (2,057/1,832) or a fraction (two thirds), not reduced."""

    numerator: Decimal
    denominator: Decimal
    noun: str | None = None
    comparator: Comparator = "eq"

    def row(self) -> Row:
        """Return the contract's JSON value."""
        return _row(
            numerator=plain(self.numerator), denominator=plain(self.denominator), noun=self.noun,
            comparator=None if self.comparator == "eq" else self.comparator,
        )  # fmt: skip


class Date(msgspec.Struct, frozen=True, kw_only=True):
    """A date or span of dates, ISO 8601 with the precision of the text (``--08-05``, ``2025-Q3``)."""

    date: str
    resolved: str | None = None
    other: Date | None = None

    def row(self) -> Row:
        """Return the contract's JSON value."""
        return _row(date=self.date, resolved=self.resolved, other=self.other and self.other.row())


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A time of day, ``HH:MM`` or ``HH:MM:SS``, on 24 hours; a span is ``start/end``."""

    time: str
    other: Time | None = None

    def row(self) -> Row:
        """Return the contract's JSON value."""
        return _row(time=self.time, other=self.other and self.other.row())


class Identifier(msgspec.Struct, frozen=True, kw_only=True):
    """A document number, phone number or score: compared as a string."""

    text: str

    def row(self) -> Row:
        """Return the contract's JSON value."""
        return {"text": self.text}


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A name as written, and folded (lower case, no marks)."""

    name: str
    folded: str

    def row(self) -> Row:
        """Return the contract's JSON value."""
        return {"name": self.name, "folded": self.folded}


Figure: TypeAlias = Amount | Range | Ratio | Date | Time | Identifier
Value: TypeAlias = Figure | Name


#: ``order`` day and month changed places · ``date`` another date or time · ``coarser`` the English
#: drops a part of the date · ``finer`` it adds one · ``sharper`` it is exact where the Vietnamese
#: rounds · ``unsaid`` it rounds without saying so · ``opposite`` at least against at most ·
#: ``converted`` the same amount in another unit · ``repeated`` the other side says it once ·
#: ``arithmetic`` a text that contradicts its own sums
Aspect: TypeAlias = Literal[
    "", "order", "date", "coarser", "finer", "sharper", "unsaid", "opposite", "converted", "repeated", "arithmetic",
]  # fmt: skip


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """How two values relate: the verdict, its sentence for a translator, and the numbers behind it."""

    verdict: str
    explanation: str
    #: English over Vietnamese, where the verdict is ``scale`` or ``unlocalised``
    factor: Decimal | None = None
    #: what a check may want to know beyond the verdict
    aspect: Aspect = ""


def _row(**fields: Any) -> Row:
    return {key: value for key, value in fields.items() if value is not None}
