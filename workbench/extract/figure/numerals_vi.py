"""Vietnamese numerals: ``24.396``, ``1 triệu 200 nghìn``, ``hai mươi tư``, ``3 tỷ rưỡi``."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from workbench.extract.figure.digits import digits_at
from workbench.extract.figure.lexicon import lexicon
from workbench.extract.figure.numbers import Number
from workbench.extract.figure.tokens import Tokens

ONE = Decimal(1)
TEN = Decimal(10)
HUNDRED = Decimal(100)
#: Scale words in one pile: chục nghìn tỷ
_PILE = 3
#: Elements joined in one numeral: 1 tỷ 200 triệu 300 nghìn 400
_ELEMENTS = 6
#: tư nhân, tư vấn …: no four
_AFTER_PRIVATE = frozenset("nhân vấn tưởng pháp cách liệu duy thục lệnh thế".split())


class VietnameseNumerals:
    """Read numerals of Vietnamese texts."""

    def __init__(self) -> None:
        table = lexicon("vi")
        self.digits = table.values("digit")
        self.tails = table.values("tail")
        self.scales = table.values("scale")
        self.links = table.values("zero-link")
        self.halves = table.values("half-tail")
        self.not_scale = table.values("not-scale-before")

    def at(self, tokens: Tokens, i: int) -> Number | None:
        """Read the numeral that begins at token ``i``, or return None."""
        number = self._element(tokens, i)
        if number is None:
            return None
        number, scale = self._scaled(tokens, number)
        if scale is None:
            return number
        for _ in range(_ELEMENTS):
            longer = self._join(tokens, number, scale)
            if longer is None:
                break
            number, scale = longer
            if scale == ONE:
                break
        return number

    def _element(self, tokens: Tokens, i: int) -> Number | None:
        if tokens.number(i):
            found = digits_at(tokens, i, "vi")
            return Number.of(*found) if found else None
        return self._group(tokens, i)

    def scale_at(self, tokens: Tokens, i: int) -> Decimal | None:
        """Return the worth of the scale word at ``i``, unless it begins another word."""
        scale = self.scales.get(tokens.low[i])
        if scale is None or (tokens.low[i + 1] in self.not_scale and not tokens.glued(i + 1)):
            return None
        if tokens.low[i] in ("k", "tr"):
            ends = not (tokens.glued(i + 1) and tokens.low[i + 1][:1].isalnum())
            return scale if tokens.glued(i) and ends else None
        return scale if tokens.near(i) else None

    def _scaled(self, tokens: Tokens, number: Number) -> tuple[Number, Decimal | None]:
        """Multiply by the pile of scale words after the numeral; say the pile's worth."""
        pile, j = ONE, number.end
        for _ in range(_PILE):
            scale = self.scale_at(tokens, j)
            # piles grow: trăm nghìn, chục triệu, nghìn tỷ; "tỷ trăm" begins another element
            if scale is None or (pile > ONE and scale <= HUNDRED) or (pile > scale):
                break
            pile, j = pile * scale, j + 1
        if j == number.end:
            return number, None
        number = number.times(pile, j)
        half = self.halves.get(tokens.low[j])
        if half is not None:
            number = msgspec.structs.replace(
                number, value=number.value + pile * half, step=pile / 2, end=j + 1
            )
            return number, None
        return number, pile

    def _join(
        self, tokens: Tokens, number: Number, scale: Decimal
    ) -> tuple[Number, Decimal] | None:
        """Add the next element of a numeral whose last scale word was worth ``scale``."""
        i = number.end
        linked = tokens.low[i] in self.links
        start = i + 1 if linked else i
        if start >= tokens.count or not tokens.near(start):
            return None
        if not linked and tokens.low[start] in self.tails:
            tenth = scale / TEN
            tail = _words(self.tails[tokens.low[start]] * tenth, start + 1, step=tenth)
            return _sum(number, tail), ONE
        part = self._element(tokens, start)
        if part is None:
            return None
        part, pile = self._scaled(tokens, part)
        if pile is None and not part.scaled:
            return self._last(tokens, number, part, scale, linked=linked)
        if part.value >= scale or (part.digits and tokens.low[start][0] == "0"):
            return None
        return _sum(number, part), pile if pile is not None else ONE

    def _last(
        self, tokens: Tokens, number: Number, part: Number, scale: Decimal, *, linked: bool
    ) -> tuple[Number, Decimal] | None:
        """Add an element without a scale word of its own: hai nghìn *ba trăm*, 1 triệu *hai*."""
        if part.digits:
            return None
        if linked or part.value >= TEN or tokens.low[number.end] == "không":
            return (_sum(number, part), ONE) if part.value < scale else None
        # hai triệu tư: two million four hundred thousand, when nothing countable follows
        word, after = tokens.low[part.end - 1], tokens.low[part.end]
        if word != "năm" and not after[:1].isalpha():
            tenth = scale / TEN
            part = msgspec.structs.replace(part, value=part.value * tenth, step=tenth)
            return _sum(number, part), ONE
        return None

    def _group(self, tokens: Tokens, i: int) -> Number | None:
        """Read number words below a thousand."""
        low = tokens.low
        if low[i] == "mười":
            tail = self._digit(tokens, i + 1)
            if tail is not None and (low[i + 1] != "năm"):
                return _words(TEN + tail, i + 2)
            return self._point(tokens, _words(TEN, i + 1))
        digit = self.digits.get(low[i])
        if digit is None:
            return None
        after = low[i + 1]
        if after == "trăm":
            return self._hundreds(tokens, digit, i + 2)
        if digit == 0:
            return self._point(tokens, _words(digit, i + 1))
        if after == "mươi":
            return self._tens(tokens, digit * TEN, i + 2)
        colloquial = after in self.tails and tokens.near(i + 1) and digit > ONE
        if colloquial and not self._private(tokens, i + 1):
            return _words(digit * TEN + self.tails[after], i + 2)
        return self._point(tokens, _words(digit, i + 1))

    def _digit(self, tokens: Tokens, i: int) -> Decimal | None:
        """Return the units word at ``i``; năm only before a scale word, else it is a year."""
        word = tokens.low[i]
        if not tokens.near(i) or word == "không":
            return None
        if word == "năm":
            scale = self.scales.get(tokens.low[i + 1])
            return Decimal(5) if scale is not None and scale > HUNDRED else None
        if word == "ba" and tokens.low[i + 1] in ("mẹ", "má"):
            return None
        return self.tails.get(word) or self.digits.get(word)

    def _tens(self, tokens: Tokens, value: Decimal, i: int) -> Number:
        tail = self._digit(tokens, i)
        if tail is None:
            return self._point(tokens, _words(value, i, step=TEN))
        # hai mươi hai trăm …: the word belongs to what follows
        if tokens.low[i + 1] in ("mươi", "trăm", "chục") or self._private(tokens, i):
            return _words(value, i, step=TEN)
        return self._point(tokens, _words(value + tail, i + 1))

    def _private(self, tokens: Tokens, i: int) -> bool:
        """Say whether ``tư`` at ``i`` begins another word: tư nhân, tư vấn."""
        return tokens.low[i] == "tư" and tokens.low[i + 1] in _AFTER_PRIVATE

    def _hundreds(self, tokens: Tokens, digit: Decimal, i: int) -> Number:
        value, low = digit * HUNDRED, tokens.low
        if low[i] in self.links and tokens.near(i):
            unit = self.digits.get(low[i + 1]) or self.tails.get(low[i + 1])
            if unit:
                return _words(value + unit, i + 2)
        if low[i] == "mười":
            inner = self._group(tokens, i)
            assert inner is not None
            return msgspec.structs.replace(inner, value=value + inner.value)
        unit = self.digits.get(low[i])
        if unit is not None and low[i + 1] == "mươi":
            inner = self._tens(tokens, unit * TEN, i + 2)
            return msgspec.structs.replace(inner, value=value + inner.value)
        if low[i] in self.tails and tokens.near(i):
            return _words(value + self.tails[low[i]] * TEN, i + 1, step=TEN)
        if low[i] in self.halves:
            return _words(value + HUNDRED / 2, i + 1, step=TEN)
        return _words(value, i, step=HUNDRED)

    def _point(self, tokens: Tokens, number: Number) -> Number:
        """Add decimals in words: hai *phẩy năm*."""
        i = number.end
        if tokens.low[i] != "phẩy":
            return number
        shift, value = ONE, number.value
        i += 1
        while i < number.end + 6 and (digit := self.digits.get(tokens.low[i])) is not None:
            shift /= TEN
            value, i = value + digit * shift, i + 1
        if shift == ONE:
            return number
        return msgspec.structs.replace(number, value=value, step=shift, end=i)


def _words(value: Decimal, end: int, *, step: Decimal = ONE) -> Number:
    return Number(value, step, end, digits=False)


def _sum(number: Number, part: Number) -> Number:
    return msgspec.structs.replace(
        number,
        value=number.value + part.value,
        step=part.step,
        end=part.end,
        digits=number.digits or part.digits,
        other=None,
        other_step=None,
    )
