"""What a numeral is worth, whatever it is made of: digits, words, scale words."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from workbench.extract.figure.digits import Reading
from workbench.values.types import Amount, Comparator


class Number(msgspec.Struct, frozen=True):
    """A numeral of the text: its readings, and the token index after it."""

    value: Decimal
    step: Decimal
    end: int
    #: some part of it is in digits
    digits: bool
    #: a scale word stands in it
    scaled: bool = False
    #: the scale words multiplied: 1e9 in 1,5 tỷ
    pile: Decimal = Decimal(1)
    foreign: bool = False
    other: Decimal | None = None
    other_step: Decimal | None = None
    #: stands for an order of size alone: hàng chục, millions
    vague: bool = False

    @classmethod
    def of(cls, reading: Reading, end: int) -> Number:
        """Make a numeral of digits alone."""
        other = reading.other
        return cls(
            reading.value,
            reading.step,
            end,
            digits=True,
            foreign=reading.foreign,
            other=other.value if other else None,
            other_step=other.step if other else None,
        )

    def times(self, factor: Decimal, end: int) -> Number:
        """Multiply by a scale word that ends before token ``end``."""
        other, other_step = self.other, self.other_step
        return msgspec.structs.replace(
            self,
            value=self.value * factor,
            step=self.step * factor,
            end=end,
            scaled=True,
            pile=self.pile * factor,
            other=other * factor if other is not None else None,
            other_step=other_step * factor if other_step is not None else None,
        )

    def swapped(self) -> Number:
        """Prefer the second reading."""
        if self.other is None or self.other_step is None:
            return self
        return msgspec.structs.replace(
            self,
            value=self.other,
            step=self.other_step,
            foreign=not self.foreign,
            other=self.value,
            other_step=self.step,
        )

    def amount(
        self, *, unit: str | None = None, noun: str | None = None, comparator: Comparator = "eq"
    ) -> Amount:
        """Make the value of a mention."""
        other = None
        if self.other is not None:
            other = Amount(
                amount=self.other, unit=unit, step=self.other_step, foreign=not self.foreign
            )
        return Amount(
            amount=self.value, unit=unit, noun=noun, comparator=comparator, step=self.step,
            foreign=self.foreign, other=other,
        )  # fmt: skip
