"""Numbers written out by a machine are read back; arbitrary text breaks nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.extract import find_figures
from workbench.records import Mention
from workbench.values.types import Amount

UNITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
ENGLISH = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
LANGUAGES = st.sampled_from(["vi", "en"])


def below_thousand(number: int, *, full: bool) -> str:
    """Write 0…999 in Vietnamese; ``full`` says the hundreds even where there are none."""
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    words = [UNITS[hundreds], "trăm"] if hundreds or full else []
    if tens == 0 and units and words:
        words += ["linh", "tư" if units == 4 else UNITS[units]]
    elif tens == 0 and units:
        words.append(UNITS[units])
    elif tens == 1:
        words.append("mười")
        words += ["lăm" if units == 5 else UNITS[units]] if units else []
    elif tens:
        words += [UNITS[tens], "mươi"]
        words += [{1: "mốt", 4: "tư", 5: "lăm"}.get(units, UNITS[units])] if units else []
    return " ".join(words)


def vietnamese(number: int) -> str:
    """Write 1…10^12 in Vietnamese words."""
    if number >= 10**12:
        return f"{vietnamese(number // 10**9)} tỷ"
    words: list[str] = []
    for size, name in ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        part = number // size % 1000
        if part:
            words.append(below_thousand(part, full=bool(words)))
            words.append(name)
    return " ".join(filter(None, words))


def english(number: int) -> str:
    """Write 1…10^12 in English words."""
    words: list[str] = []
    for size, name in (
        (10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (1, ""),
    ):  # fmt: skip
        part = number // size % 1000
        if not part:
            continue
        hundreds, rest = divmod(part, 100)
        group = [f"{ENGLISH[hundreds]} hundred"] if hundreds else []
        if rest:
            group += ["and"] if hundreds else []
            units = f"-{ENGLISH[rest % 10]}" if rest % 10 else ""
            group.append(ENGLISH[rest] if rest < 20 else TENS[rest // 10] + units)
        words += [*group, name]
    return " ".join(filter(None, words))


def only(text: str, language: Any) -> Mention:
    mentions = find_figures(text, language)
    assert len(mentions) == 1, [(m.surface, m.value.row()) for m in mentions]
    return mentions[0]


numbers = st.one_of(st.integers(2, 10**12), st.integers(2, 3000), st.integers(10**6, 10**7))


@given(numbers)
def test_vietnamese_words_are_read_back(number: int) -> None:
    words = vietnamese(number)
    mention = only(f"Kho có {words} thùng.", "vi")
    assert mention.surface == words
    assert isinstance(mention.value, Amount)
    assert mention.value.amount == number


@given(numbers)
def test_english_words_are_read_back(number: int) -> None:
    words = english(number)
    mention = only(f"It holds {words} boxes.", "en")
    assert mention.surface == words
    assert isinstance(mention.value, Amount)
    assert mention.value.amount == number


@given(st.integers(0, 10**12), st.integers(0, 2), LANGUAGES)
def test_digits_of_each_habit_are_read_back(number: int, decimals: int, language: Any) -> None:
    value = Decimal(number).scaleb(-decimals)
    english_form = f"{value:,.{decimals}f}"
    swap = str.maketrans(",.", ".,")
    text = english_form if language == "en" else english_form.translate(swap)
    mention = only(f"x = {text} %", language)
    assert isinstance(mention.value, Amount)
    assert mention.value.amount == value
    assert not mention.value.foreign
    assert mention.value.step == Decimal(1).scaleb(-decimals)


@given(st.integers(1000, 10**12), LANGUAGES)
def test_the_other_habit_is_told(number: int, language: Any) -> None:
    text = f"{number:,}" if language == "vi" else f"{number:,}".replace(",", ".")
    mention = only(f"{text} km", language)
    value = mention.value
    assert isinstance(value, Amount)
    readings = {value.amount: value.foreign}
    if value.other is not None:
        readings[value.other.amount] = value.other.foreign
    assert readings.get(Decimal(number)) is True


ALPHABET = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("0123456789.,-–/:%$€°²½ \u00a0\u200b\nhmVNDIX()'’"),
    ),
    max_size=60,
)
PIECES = st.lists(
    st.sampled_from(
        [
            "một",
            "hai",
            "ba",
            "bốn",
            "năm",
            "sáu",
            "mười",
            "mươi",
            "trăm",
            "nghìn",
            "triệu",
            "tỷ",
            "tỷ",
            "lệ",
            "rưỡi",
            "linh",
            "lẻ",
            "tư",
            "lăm",
            "mốt",
            "không",
            "nửa",
            "phần",
            "thứ",
            "tháng",
            "ngày",
            "quý",
            "giờ",
            "phút",
            "đồng",
            "USD",
            "km",
            "%",
            "đến",
            "tới",
            "hàng",
            "chục",
            "gấp",
            "đôi",
            "lần",
            "đầu",
            "tiên",
            "lớp",
            "số",
            "khóa",
            "one",
            "two",
            "twenty",
            "hundred",
            "thousand",
            "million",
            "billion",
            "half",
            "a",
            "an",
            "and",
            "of",
            "dozen",
            "dozens",
            "first",
            "second",
            "third",
            "quarter",
            "May",
            "August",
            "months",
            "year",
            "years",
            "to",
            "between",
            "percent",
            "$",
            "VND",
            "a.m.",
            "o'clock",
            "No.",
            "Q3",
            "-",
            "–",
            "/",
            ",",
            ".",
            "(",
            ")",
            "5",
            "08",
            "12",
            "24.396",
            "24,396",
            "2022",
            "2022-2027",
            "5/8",
            "1/3",
            "0",
            "000",
            "1.2.3",
            "20h30",
            "XVII",
        ]
    ),
    max_size=14,
)


@pytest.mark.parametrize("language", ["vi", "en"])
@given(text=st.one_of(ALPHABET, PIECES.map(" ".join), PIECES.map("".join)))
@settings(max_examples=300)
def test_any_text_is_read_in_order_without_overlaps(text: str, language: Any) -> None:
    mentions = find_figures(text, language, published="2022-08-05")
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.surface
        assert mention.value.row()
        end = mention.end
    assert find_figures(text, language, published="2022-08-05") == mentions


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "text", ["9" * 100_000, "1.000." * 20_000, "hai mươi " * 10_000, "two million " * 8_000]
)
def test_long_runs_end(text: str, language: Any) -> None:
    for mention in find_figures(text, language):
        assert len(mention.surface) < 200
