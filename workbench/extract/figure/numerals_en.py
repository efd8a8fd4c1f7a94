"""English numerals: ``24,396``, ``2.5 million``, ``two hundred and five``, ``half a million``."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from workbench.extract.figure.digits import digits_at
from workbench.extract.figure.lexicon import lexicon
from workbench.extract.figure.numbers import Number
from workbench.extract.figure.tokens import Tokens

ONE = Decimal(1)
HALF = Decimal("0.5")
HUNDRED = Decimal(100)
_ELEMENTS = 8
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
#: what is raced over metres
_RACES = frozenset(
    "freestyle hurdles sprint race relay final gold silver bronze backstroke butterfly breaststroke steeplechase dash medley event".split()
)
#: what makes "2.5m" a length where no unit or sign says more
_AFTER_METRE = frozenset(
    "rise surge wave waves tsunami fence wall drop swell pool underground underwater offshore down up off behind ahead before after tall long wide high deep above below away from apart of in by to and or x × thick square".split()
)


class EnglishNumerals:
    """Read numerals of English texts."""

    def __init__(self) -> None:
        table = lexicon("en")
        self.digits = table.values("digit")
        self.tens = table.values("tens")
        self.scales = table.values("scale")
        self.stops = table.words("noun-stop")
        self.short = table.values("short-scale")

    def at(self, tokens: Tokens, i: int, *, money: bool = False) -> Number | None:
        """Read the numeral that begins at token ``i``, or return None.

        ``money`` says that a currency sign stands before, so that ``m`` is a million.
        """
        low = tokens.low
        if tokens.number(i):
            return self._digits(tokens, i, money=money)
        if low[i] == "half" and low[i + 1] in ("a", "an"):
            scale = self.scales.get(low[i + 2])
            return _words(scale / 2, i + 3, step=scale / 2) if scale else None
        if low[i] in ("a", "an"):
            if low[i + 1] not in self.scales:
                return None
            return self._whole(tokens, _words(ONE, i + 1))
        start = self._below_hundred(tokens, i)
        return self._whole(tokens, start) if start is not None else None

    def _digits(self, tokens: Tokens, i: int, *, money: bool) -> Number | None:
        found = digits_at(tokens, i, "en")
        if found is None:
            return None
        number = Number.of(*found)
        end = number.end
        if tokens.low[end] in _FRACTIONS:
            part = _FRACTIONS[tokens.low[end]]
            step = Decimal("0.25")
            return msgspec.structs.replace(
                number, value=number.value + part, step=step, end=end + 1
            )
        word = tokens.low[end]
        if (
            word == "m"
            and not money
            and (tokens.low[end + 1] in _RACES or self._gendered(tokens, i))
        ):
            return number
        whole = not (tokens.glued(end + 1) and tokens.low[end + 1][:1].isalnum())
        short = word in self.short and tokens.glued(end) and whole and number.value < 1_000
        if short and (money or word != "m" or self._people(tokens, end + 1)):
            return number.times(self.short[word], end + 1)
        if money and word in ("m", "b", "k") and tokens.near(end) and whole:
            return number.times(self.short[word], end + 1)
        number, pile = self._scaled(tokens, number)
        return self._half(tokens, number, pile)

    def _gendered(self, tokens: Tokens, i: int) -> bool:
        """Say whether a race is named: the men's 100m."""
        words = (tokens.before(i), tokens.before(i, 2), tokens.before(i, 3))
        return bool({"men", "women"} & set(words)) or words[0] == "x"

    def _people(self, tokens: Tokens, i: int) -> bool:
        """Say whether a counted noun follows, so that ``m`` is no metre."""
        word = tokens.low[i]
        if not word.isalpha() or not tokens.near(i):
            return False
        return word not in _AFTER_METRE and word not in self.stops

    def _scaled(self, tokens: Tokens, number: Number) -> tuple[Number, Decimal]:
        """Multiply by the scale words after the numeral (hundred thousand, billion)."""
        pile, j = ONE, number.end
        for _ in range(2):
            k = j + 1 if tokens.low[j] == "-" and tokens.glued(j) else j
            scale = self.scales.get(tokens.low[k])
            if scale is None or not tokens.near(k) or pile > scale:
                break
            pile, j = pile * scale, k + 1
        return (number.times(pile, j) if j > number.end else number), pile

    def _below_hundred(self, tokens: Tokens, i: int) -> Number | None:
        low = tokens.low
        tens = self.tens.get(low[i])
        if tens is not None:
            j = i + 2 if low[i + 1] == "-" and tokens.glued(i + 1) else i + 1
            unit = self.digits.get(low[j])
            if unit and unit < 10 and tokens.near(j):
                return _words(tens + unit, j + 1)
            return _words(tens, i + 1, step=Decimal(10))
        digit = self.digits.get(low[i])
        if digit is None:
            return None
        return self._point(tokens, _words(digit, i + 1))

    def _point(self, tokens: Tokens, number: Number) -> Number:
        """Add decimals in words: two *point five*."""
        i, shift, value = number.end, ONE, number.value
        if tokens.low[i] != "point":
            return number
        j = i + 1
        while j < i + 6 and (digit := self.digits.get(tokens.low[j])) is not None:
            if digit > 9:
                break
            shift /= 10
            value, j = value + digit * shift, j + 1
        return _words(value, j, step=shift) if shift < ONE else number

    def _group(self, tokens: Tokens, start: Number) -> Number:
        """Add a hundred and what follows it: two *hundred and five*."""
        i = start.end
        if tokens.low[i] == "-" and tokens.glued(i):
            i += 1
        if tokens.low[i] != "hundred" or start.step < ONE:
            return start
        value, end = start.value * HUNDRED, i + 1
        j = end + 1 if tokens.low[end] == "and" else end
        rest = self._below_hundred(tokens, j) if tokens.near(j) else None
        # two hundred thousand: nothing to add; "two hundred and a half" is left to _half
        if rest is None or rest.value == 0:
            return _words(value, end, step=HUNDRED)
        return _words(value + rest.value, rest.end, step=rest.step)

    def _whole(self, tokens: Tokens, start: Number) -> Number:
        """Join groups and scales: two million, three hundred thousand and five."""
        number, scale = self._scaled(tokens, self._group(tokens, start))
        if scale == ONE:
            return self._half(tokens, number, scale)
        if scale == HUNDRED * 1000:
            return number
        for _ in range(_ELEMENTS):
            number = self._half(tokens, number, scale)
            i = number.end
            linked = tokens.low[i] in ("and", ",")
            j = i + 1 if linked else i
            part = self._below_hundred(tokens, j) if tokens.near(j) else None
            if part is None or part.value == 0:
                break
            part, inner = self._scaled(tokens, self._group(tokens, part))
            # "one million, three people": a comma joins only what has a scale of its own
            if part.value >= scale or (linked and inner == ONE and tokens.low[i] == ","):
                break
            if linked and inner == ONE and scale > 1000:
                break
            number = msgspec.structs.replace(
                number, value=number.value + part.value, step=part.step, end=part.end
            )
            if inner == ONE:
                break
            scale = inner
        return number

    def _half(self, tokens: Tokens, number: Number, scale: Decimal) -> Number:
        """Add ``and a half``, to the number or to its scale: two and a half billion."""
        low, i = tokens.low, number.end
        if low[i] == "-" and low[i + 1 : i + 6] == ["and", "-", "a", "-", "half"]:
            end = i + 6
        elif low[i] == "and" and low[i + 1] == "a" and low[i + 2] in ("half", "quarter"):
            end = i + 3
        else:
            return number
        part = (HALF if low[end - 1] == "half" else HALF / 2) * scale
        number = msgspec.structs.replace(number, value=number.value + part, step=part, end=end)
        if scale == ONE:
            number, _ = self._scaled(tokens, number)
        return number


def _words(value: Decimal, end: int, *, step: Decimal = ONE) -> Number:
    return Number(value, step, end, digits=False)
