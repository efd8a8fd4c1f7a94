"""Fractions and ratios: 1/3 in both languages, hai phần ba, nửa."""

from __future__ import annotations

from decimal import Decimal

from workbench.extract.figure.context import comparator_before, noun_after
from workbench.extract.figure.grammar import (
    DIGITS,
    FRACTION,
    VI,
    Found,
    Reader,
    Rule,
)
from workbench.extract.figure.measures import measure_at
from workbench.extract.figure.numbers import Number
from workbench.extract.figure.numerals_vi import VietnameseNumerals
from workbench.values.types import Date, Ratio

_NUMERALS = VietnameseNumerals()
_WORDS = (*tuple(VI.lexicon.values("digit")), "mười")
#: tập 1 phần 2: a part of a series, not of a whole
_EPISODES = frozenset("tập mùa chương bài kỳ số quyển cuốn".split())
#: the least group of which one is a part, and how many words its noun has
_PAIR, _CLAUSE = 2, 6

VI.declare(
    Rule("vi.fraction.slash", ("Khoảng «1/3» học sinh đi xe buýt.", "Hơn «2/3» số phiếu ủng hộ.")),
    Rule("vi.fraction.words", ("Hơn «hai phần ba» nhân viên đồng ý.", "«Một nửa» số hộ có máy tính.")),
    Rule("vi.ratio.slash", ("Huyện lập «2.057/1.832» tổ, vượt kế hoạch.",)),
)  # fmt: skip


@VI.finder(FRACTION, [DIGITS])
def slash(reader: Reader, i: int) -> Found | None:
    """Find ``1/3`` and ``2.057/1.832`` that are no dates."""
    return slash_figure(reader, i, "vi")


def slash_figure(reader: Reader, i: int, prefix: str) -> Found | None:
    """Make a fraction or ratio of two numbers around a slash."""
    tokens = reader.tokens
    if tokens.low[i + 1] != "/" or not tokens.number(i + 2) or not tokens.near(i + 2):
        return None
    if tokens.glued(i) and (tokens.low[i - 1][-1:].isalpha() or tokens.low[i - 1] in "/-"):
        return None
    if tokens.low[i + 3] == "/" and tokens.glued(i + 3):
        return None
    if prefix == "en" and (tokens.low[i], tokens.low[i + 2]) == ("9", "11"):
        return Found(i, i + 3, "date", Date(date="--09-11"), "en.date.day")
    top, bottom = amounts_of(reader, i), amounts_of(reader, i + 2)
    if top is None or bottom is None or bottom.value == 0 or bottom.end != i + 3:
        return None
    if tokens.glued(i + 3) and tokens.low[i + 3][:1].isalpha():
        return None
    if (tokens.low[i], tokens.low[i + 2]) == ("24", "7"):
        return None
    comparator = comparator_before(reader, i)
    value = Ratio(
        numerator=top.value,
        denominator=bottom.value,
        noun=noun_after(reader, i + 3),
        comparator=comparator,
    )
    fraction = top.value < bottom.value and bottom.value <= 10 and top.value == int(top.value)
    kind = "fraction" if fraction or bottom.value == 100 else "ratio"
    if kind == "fraction" and bottom.value == 100 and top.value >= bottom.value:
        kind = "ratio"
    return Found(i, i + 3, kind, value, f"{prefix}.{kind}.slash")


def amounts_of(reader: Reader, i: int) -> Number | None:
    """Read plain digits at ``i``."""
    from workbench.extract.figure.digits import digits_at

    found = digits_at(reader.tokens, i, reader.language)
    return Number.of(*found) if found else None


@VI.finder(FRACTION, [DIGITS, *_WORDS])
def fraction_words(reader: Reader, i: int) -> Found | None:
    """Find ``hai phần ba``; ``phần trăm`` is left to percents."""
    tokens = reader.tokens
    if tokens.low[i + 1] == "nửa":
        if tokens.low[i] not in ("một", "1") or measure_half(reader, i + 2):
            return None
        return _half_found(reader, i, i + 2)
    if tokens.before(i) == "cứ" and tokens.low[i] == "một" and tokens.low[i + 1] == "trong":
        number = _NUMERALS.at(tokens, i + 2)
        if number is not None and number.value > 1:
            share = Ratio(numerator=Decimal(1), denominator=number.value)
            return Found(i, number.end, "fraction", share, "vi.fraction.words")
    j = i + 1
    top: Decimal | None = VI.lexicon.values("digit").get(tokens.low[i])
    if top is None and tokens.low[i] == "mười":
        top = Decimal(10)
    if top is None and tokens.integer(i) is not None:
        top = Decimal(tokens.low[i])
    if top is None or tokens.low[j] != "phần" or tokens.low[j + 1] in ("trăm", "nghìn", "ngàn"):
        return None
    words = {"tư": Decimal(4), "mười": Decimal(10)} | VI.lexicon.values("digit")
    bottom = words.get(tokens.low[j + 1])
    below = tokens.integer(j + 1) if tokens.before(i) not in _EPISODES else None
    if bottom is None and below is not None:
        bottom = Decimal(below)
    if bottom is None or bottom <= top:
        return None
    value = Ratio(
        numerator=top, denominator=bottom, noun=noun_after(reader, j + 2),
        comparator=comparator_before(reader, i),
    )  # fmt: skip
    return Found(i, j + 2, "fraction", value, "vi.fraction.words")


def measure_half(reader: Reader, i: int) -> bool:
    """Say whether a scale word or unit follows ``nửa``, so that it is an amount."""
    tokens = reader.tokens
    return _NUMERALS.scale_at(tokens, i) is not None


def _half_found(reader: Reader, i: int, end: int) -> Found:
    value = Ratio(
        numerator=Decimal(1), denominator=Decimal(2), noun=noun_after(reader, end),
        comparator=comparator_before(reader, i),
    )  # fmt: skip
    return Found(i, end, "fraction", value, "vi.fraction.words")


@VI.finder(FRACTION, [DIGITS, *_WORDS])
def one_of_each(reader: Reader, i: int) -> Found | None:
    """Find ``cứ ba trẻ thì một em``: one in three."""
    tokens = reader.tokens
    number = _NUMERALS.at(tokens, i) if tokens.before(i) == "cứ" else None
    if number is None or number.value < _PAIR or number.value != int(number.value):
        return None
    if measure_at(reader, number) is not None:
        return None
    j = number.end
    while j < number.end + _CLAUSE and tokens.low[j] != "thì":
        j += 1
    if tokens.low[j] != "thì" or j == number.end:
        return None
    j += 2 if tokens.low[j + 1] in ("có", "lại") else 1
    if tokens.low[j] not in ("một", "1") or not tokens.low[j + 1].isalpha():
        return None
    if measure_at(reader, Number(Decimal(1), Decimal(1), j + 1, digits=True)) is not None:
        return None
    share = Ratio(numerator=Decimal(1), denominator=number.value)
    return Found(i, j + 1, "fraction", share, "vi.fraction.words")


@VI.finder(FRACTION, ["nửa", "một"])
def half(reader: Reader, i: int) -> Found | None:
    """Find ``nửa tỷ đồng``, ``nửa năm``, ``nửa số hộ``."""
    tokens = reader.tokens
    j = i + 1
    if tokens.low[i] == "một":
        if tokens.low[i + 1] != "nửa":
            return None
        j = i + 2
    if tokens.low[j] == "đêm":
        return None
    scale = _NUMERALS.scale_at(tokens, j)
    number = Number(Decimal("0.5"), Decimal("0.5"), j, digits=False)
    if scale is not None:
        number = number.times(scale, j + 1)
    measure = measure_at(reader, number)
    comparator = comparator_before(reader, i)
    if measure is not None and measure.kind != "percent":
        if measure.factor != 1:
            number = number.times(measure.factor, number.end)
        value = number.amount(unit=measure.unit, comparator=comparator)
        scaled = "scale" if scale else "plain"
        return Found(i, measure.end, measure.kind, value, f"vi.{measure.kind}.{scaled}")
    if scale is not None:
        value = number.amount(noun=noun_after(reader, number.end), comparator=comparator)
        return Found(i, number.end, "count", value, "vi.count.words")
    after = tokens.low[j]
    bounded = tokens.before(i) in ("hơn", "quá", "gần") and not after[:1].isalpha()
    if (
        j == i + 1
        and not bounded
        and after
        not in (
            "số",
            "dân",
            "thế",
            "diện",
            "tổng",
            "lượng",
            "giá",
            "đất",
            "nước",
        )
    ):
        return None
    return _half_found(reader, i, j)
