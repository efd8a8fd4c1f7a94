"""Counts, percents, money, quantities and durations, and ranges of them, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import msgspec

from workbench.extract.figure.context import (
    capitalised_name,
    comparator_after,
    comparator_before,
    noun_after,
    part_of_name,
)
from workbench.extract.figure.grammar import Found, Reader
from workbench.extract.figure.measures import Measure, lengthen, measure_at, parts
from workbench.extract.figure.numbers import Number
from workbench.values.types import Comparator, Range

_DASHES = frozenset("-–—~‑−")
_TO = {"vi": frozenset(("đến", "tới")), "en": frozenset(("to",))}
_BETWEEN = {"vi": frozenset(("và",)), "en": frozenset(("and",))}
_UNITED = frozenset(("percent", "quantity", "duration"))
#: letters that may touch a number from behind without making it a code
_SUFFIXES = frozenset(("x", "s", "th", "st", "nd", "rd"))
#: what stands before a version: no amount
_VERSIONS = frozenset(("version", "bản", "v", "ios", "android", "windows"))

_OLDEST = 125
#: ở độ tuổi *chỉ* 12, tuổi *trung bình là* 73
_BEFORE_AGE = frozenset("chỉ mới là ngoài từ trung bình khoảng hơn dưới trên gần".split())
#: $65.54bn left as it was in Vietnamese
_ENGLISH_SCALES = {
    "m": Decimal(10) ** 6, "mn": Decimal(10) ** 6, "b": Decimal(10) ** 9, "bn": Decimal(10) ** 9,
    "tn": Decimal(10) ** 12,
}  # fmt: skip
#: fell 267,000 to 852,000: by the first, to the second
_CHANGES = frozenset(
    "fell rose dropped gained lost added climbed slid jumped increased decreased declined up down by "
    "surged plunged grew".split()
)

Numerals = Callable[..., Number | None]


class Part(msgspec.Struct, frozen=True):
    """A numeral with the unit around it."""

    start: int
    end: int
    number: Number
    measure: Measure | None

    @property
    def kind(self) -> str:
        """Return the kind of mention that this makes alone."""
        return self.measure.kind if self.measure else "count"

    @property
    def unit(self) -> str | None:
        """Return the unit code."""
        return self.measure.unit if self.measure else None


class Amounts:
    """Finds amounts; a language says how it writes numerals and which words are none."""

    def __init__(
        self,
        numerals: Numerals,
        *,
        counts: Callable[[Reader, Part], bool],
        prefix: str,
    ) -> None:
        self._numerals = numerals
        self._counts = counts
        self._prefix = prefix

    def __call__(self, reader: Reader, i: int) -> Found | None:
        """Find an amount or a range that begins at token ``i``."""
        first = self.part(reader, i)
        if first is None:
            return None
        second = self._second(reader, first)
        if second is not None:
            found = self._range(reader, first, second)
            if found is not None:
                return found
        return self._single(reader, first)

    def part(self, reader: Reader, i: int) -> Part | None:
        """Read a numeral with its unit, or a currency sign with its numeral."""
        tokens = reader.tokens
        sign = reader.lexicon.currency_before.at(tokens, i)
        if sign is not None:
            code, start = sign
            if start > i + 1 and not self._one_sign(reader, i, start):
                return None
            if tokens.low[start] == "." and not tokens.number(start):
                start += 1
            if not tokens.number(start) or not tokens.near(start) or self._after_letter(reader, i):
                return None
            number = self._money(reader, start)
            if number is None:
                return None
            end = number.end
            again = reader.lexicon.currency_after.at(tokens, end)
            if again is not None and again[0] == code and tokens.near(end):
                end = again[1]  # US$5 USD
            return Part(i, end, number, Measure("money", code, end))
        if part_of_name(reader, i):
            return None
        number = self._numerals(tokens, i)
        if number is None or self._in_code(reader, i, number):
            return None
        measure = measure_at(reader, number)
        if measure is None:
            return Part(i, number.end, self._decimal_before_scale(number), None)
        number, measure = lengthen(reader, number, measure)
        if measure.factor != 1:
            number = number.times(measure.factor, number.end)
        if number.foreign and number.other is not None and measure.kind in _UNITED:
            number = self._decimal_first(number)
        if number.foreign and number.scaled:
            number = self._decimal_before_scale(number)
        return self._longer(reader, Part(i, measure.end, number, measure))

    def _one_sign(self, reader: Reader, i: int, end: int) -> bool:
        """Tell ``S$`` from the genitive in ``October's $27`` and ``A$`` from ``a $10 note``."""
        tokens = reader.tokens
        joined = all(tokens.glued(j) for j in range(i + 1, end))
        letter = tokens.low[i].isalpha() and len(tokens.low[i]) == 1
        if letter and not (tokens.capital(i) and joined):
            return False
        return not (tokens.glued(i) and tokens.low[i - 1] in ("'", "’"))

    def _money(self, reader: Reader, start: int) -> Number | None:
        if self._prefix == "en":
            return self._numerals(reader.tokens, start, money=True)
        number = self._numerals(reader.tokens, start)
        if number is None or number.scaled:
            return number
        tokens, end = reader.tokens, number.end
        scale = _ENGLISH_SCALES.get(tokens.low[end]) if tokens.glued(end) else None
        return number.times(scale, end + 1) if scale is not None else number

    def _after_letter(self, reader: Reader, i: int) -> bool:
        """Say whether a sign at ``i`` is the tail of a longer one (``HK$`` of an unknown H)."""
        tokens = reader.tokens
        return tokens.glued(i) and tokens.low[i - 1][-1:].isalpha() and tokens.low[i] != "$"

    def _decimal_first(self, number: Number) -> Number:
        """Prefer 1.832 km over 1,832 km where a unit follows three decimals that are no zeros."""
        assert number.other is not None
        return number if number.other == int(number.other) else number.swapped()

    def _decimal_before_scale(self, number: Number) -> Number:
        """Prefer 7.754 billion over 7,754 billion in "7,754 tỷ": a scale word follows decimals."""
        if not number.foreign or not number.scaled or number.other is None:
            return number
        written = number.other / number.pile * 1000
        return number.swapped() if written % 10 else number

    def _in_code(self, reader: Reader, i: int, number: Number) -> bool:
        """Say whether letters touch the digits so that they are a code: 5G, 4x4, 3D."""
        tokens, end = reader.tokens, number.end
        if not number.digits or tokens.low[end - 1][-1:].isalpha():
            return False
        if tokens.before(i) in _VERSIONS and tokens.near(i) and "." in tokens.low[i]:
            return True
        if not tokens.glued(end) or not tokens.low[end][:1].isalpha():
            return False
        return measure_at(reader, number) is None

    def _longer(self, reader: Reader, part: Part) -> Part:
        """Join time units that descend: 2 giờ 30 phút, two hours, seven minutes and 57 seconds."""
        tokens = reader.tokens
        while part.kind == "duration":
            j = part.end
            if tokens.low[j] in (",", "and", "và"):
                j += 1
            if tokens.low[j] in ("and", "và"):
                j += 1
            if not (tokens.number(j) or j > part.end or tokens.low[j].isalpha()):
                break
            number = self._numerals(tokens, j) if tokens.near(j) or j > part.end else None
            measure = measure_at(reader, number) if number is not None else None
            if number is None or measure is None or measure.kind != "duration":
                break
            per = parts(measure.unit, part.unit)
            if per is None or measure.factor != 1 or number.value >= per:
                break
            total = msgspec.structs.replace(
                part.number, value=part.number.value * per + number.value, step=number.step
            )
            total, measure = lengthen(reader, total, measure)
            part = Part(part.start, measure.end, total, measure)
        return part

    def _second(self, reader: Reader, first: Part) -> Part | None:
        """Read the upper end of a range after ``first``."""
        tokens, j = reader.tokens, first.end
        word = tokens.low[j]
        dash = word in _DASHES
        if dash:
            sign = reader.lexicon.currency_before.at(tokens, j + 1) is not None
            loose = sign or first.measure is not None
            if tokens.glued(j) != tokens.glued(j + 1) and not loose:
                return None
        elif word in _BETWEEN[reader.language]:
            opening = tokens.before(first.start)
            if opening not in ("between", "giữa") and tokens.before(first.start, 2) != "between":
                return None
        elif word not in _TO[reader.language] or tokens.before(first.start) in _CHANGES:
            return None
        if first.number.value == 0 and not first.number.digits:
            return None  # không tới 1.000: "not as many as"
        start = j + 1
        if not (
            tokens.number(start) or not dash or reader.lexicon.currency_before.at(tokens, start)
        ):
            return None
        number_first = first.measure is None or tokens.number(start) or dash
        second = self._part_after_dash(reader, start) if dash else self.part(reader, start)
        if second is None or (not number_first and second.measure is None):
            return None
        if (
            dash
            and tokens.low[second.end] in _DASHES
            and tokens.number(second.end + 1)
            and tokens.glued(second.end)
        ):
            return None
        return second

    def _part_after_dash(self, reader: Reader, start: int) -> Part | None:
        """Read a part whose digits touch a dash, which elsewhere would make them part of a name."""
        tokens = reader.tokens
        if reader.lexicon.currency_before.at(tokens, start):
            return self.part(reader, start)
        number = self._numerals(tokens, start)
        if number is None or self._in_code(reader, start, number):
            return None
        measure = measure_at(reader, number)
        if measure is None:
            return Part(start, number.end, number, None)
        number, measure = lengthen(reader, number, measure)
        if measure.factor != 1:
            number = number.times(measure.factor, number.end)
        return Part(start, measure.end, number, measure)

    def _range(self, reader: Reader, first: Part, second: Part) -> Found | None:
        """Make a range, sharing unit and scale word between its ends."""
        prefixed = first.measure is not None and first.measure.end == first.number.end
        if first.measure is not None and second.measure is None and not prefixed:
            return None
        if first.measure is not None and second.measure is not None:
            if first.unit != second.unit:
                return None
            if not prefixed and not self._meant(reader, first):
                return None
        low, high = first.number, second.number
        shared = second.measure or first.measure
        start = first.start
        if shared is not None and self._negative(reader, start, low):
            low, start = msgspec.structs.replace(low, value=-low.value, other=None), start - 1
        if high.scaled and not low.scaled and low.value * high.pile < high.value:
            low = low.times(high.pile, low.end)
        if low.value >= high.value:
            return None
        measure = second.measure or first.measure
        kind_unit = measure.unit if measure else None
        if measure is not None and measure.kind == "percent" and kind_unit is None:
            kind_unit = "%"
        if measure is None and not self._counts(reader, Part(first.start, second.end, high, None)):
            return None
        if measure is None and self._aged(reader, first):
            kind_unit = "year"
        noun = None if measure else noun_after(reader, second.end)
        value = Range(
            low=low.value, high=high.value, unit=kind_unit, noun=noun,
            comparator=self._comparator(reader, start, second.end),
        )  # fmt: skip
        kind = measure.kind if measure else "count"
        return Found(start, second.end, "range", value, f"{self._prefix}.range.{kind}")

    def _meant(self, reader: Reader, first: Part) -> bool:
        """Say whether two ends with a unit each are a range: by a dash, or after *between*."""
        tokens = reader.tokens
        if tokens.low[first.end] in _DASHES:
            return True
        return tokens.before(first.start) in ("between", "giữa", "ranging")

    def _comparator(self, reader: Reader, start: int, end: int) -> Comparator:
        before = comparator_before(reader, start)
        if before != "eq":
            return before
        return comparator_after(reader, end) or "eq"

    def _single(self, reader: Reader, part: Part) -> Found | None:
        """Make the mention of one amount."""
        part = self._signed(reader, part)
        number, measure = part.number, part.measure
        comparator = self._comparator(reader, part.start, part.end)
        if number.vague:
            comparator = "approx"
        if measure is not None:
            lone = measure.kind == "duration" or not number.digits
            if lone and not self._counts(reader, part):
                return None
            value = number.amount(unit=measure.unit, comparator=comparator)
            scaled = number.scaled and measure.kind != "percent"
            rule = f"{self._prefix}.{measure.kind}.{'scale' if scaled else 'plain'}"
            return Found(part.start, part.end, measure.kind, value, rule)
        if not self._counts(reader, part):
            return None
        if self._aged(reader, part):
            value = number.amount(unit="year", comparator=comparator)
            return Found(part.start, part.end, "duration", value, f"{self._prefix}.duration.age")
        noun = noun_after(reader, part.end)
        if noun is not None and comparator == "eq":
            comparator = self._after_noun(reader, part.end, noun)
        unit = "times" if _is_times(reader, part.end) else None
        if noun is None and number.scaled and self._prefix == "vi" and priced(reader, part.start):
            return Found(
                part.start, part.end, "money", number.amount(comparator=comparator), "vi.money.bare"
            )
        value = number.amount(unit=unit, noun=noun, comparator=comparator)
        shape = "digits" if number.digits else "words"
        return Found(part.start, part.end, "count", value, f"{self._prefix}.count.{shape}")

    def _signed(self, reader: Reader, part: Part) -> Part:
        """Take the sign of a measure below zero: ``-1,4 độ C``, ``âm 5 độ``, ``minus 5%``."""
        i = part.start
        if part.measure is None or not self._negative(reader, i, part.number):
            return part
        number = part.number
        other = -number.other if number.other is not None else None
        number = msgspec.structs.replace(number, value=-number.value, other=other)
        return msgspec.structs.replace(part, start=i - 1, number=number)

    def _negative(self, reader: Reader, i: int, number: Number) -> bool:
        """Say whether a sign before token ``i`` puts the number below zero."""
        tokens = reader.tokens
        if i - 1 < reader.taken or i < 1 or not number.digits:
            return False
        sign = tokens.before(i)
        if sign in ("-", "−", "–"):
            apart = i == 1 or not tokens.glued(i - 1)
            return tokens.glued(i) and apart and not (i > 1 and tokens.number(i - 2))
        return sign in ("âm", "minus", "negative") and tokens.near(i)

    def _aged(self, reader: Reader, part: Part) -> bool:
        """Say whether a bare number is an age: *ở tuổi 35*, *at the age of forty*."""
        if part.number.scaled or part.number.value > _OLDEST:
            return False
        tokens, i = reader.tokens, part.start
        if self._prefix == "vi":
            for back in range(1, 5):
                if tokens.before(i, back) == "tuổi":
                    return True
                if tokens.before(i, back) not in _BEFORE_AGE:
                    return False
            return False
        return (tokens.before(i, 2), tokens.before(i)) == ("age", "of") or tokens.before(i) in (
            "aged",
            "age",
        )

    def _after_noun(self, reader: Reader, i: int, noun: str) -> Comparator:
        """Find a comparator behind the counted noun: *5 người trở lên*."""
        tokens = reader.tokens
        stop = tokens.starts[i] + len(noun)
        j = i
        while j < tokens.count and tokens.starts[j] < stop:
            j += 1
        return comparator_after(reader, j) or "eq"


def _is_times(reader: Reader, i: int) -> bool:
    return reader.tokens.low[i] in ("lần", "times")


def priced(reader: Reader, i: int) -> bool:
    """Say whether a price word stands shortly before token ``i``."""
    words = reader.lexicon.words("label.price")
    for back in range(1, 6):
        word = reader.tokens.before(i, back)
        if word in ",.;:":
            return False
        if word in words:
            return True
    return False


__all__ = ["Amounts", "Part", "capitalised_name", "priced"]
