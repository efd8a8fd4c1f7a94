from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.translate.cut import cut
from workbench.translate.flaw import flaws, is_copy, is_loop, is_vietnamese


def words(texts: Sequence[str]) -> list[int]:
    return [len(text.split()) for text in texts]


def test_a_short_text_is_not_cut() -> None:
    text = "Một câu. Hai câu."
    assert cut(text, limit=10, count=words) == [text]


def test_sentence_ends_come_first() -> None:
    text = "Ông đến, rồi ông về. Bà ở lại, rồi bà cũng về. Trời đã tối."
    assert cut(text, limit=8, count=words) == [
        "Ông đến, rồi ông về.",
        "Bà ở lại, rồi bà cũng về.",
        "Trời đã tối.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tại TP. Hồ Chí Minh, hội nghị của PGS. TS. Nguyễn Văn An đã khai mạc hôm nay. Hết.",
        "Hội nghị do ThS. Lê Thị Bình và ông N. V. Cường chủ trì đã khai mạc hôm nay. Hết.",
    ],
)
def test_titles_and_initials_end_no_sentence(text: str) -> None:
    assert cut(text, limit=17, count=words)[-1] == "Hết."


def test_clauses_come_before_blanks() -> None:
    text = "một hai ba bốn; năm sáu bảy tám, chín mười"
    assert cut(text, limit=6, count=words) == ["một hai ba bốn;", "năm sáu bảy tám, chín mười"]
    assert cut("một hai ba bốn năm sáu", limit=3, count=words) == ["một hai ba", "bốn năm sáu"]


@given(st.lists(st.sampled_from(["một", "hai,", "ba.", "Bốn", "năm;", "và"]), max_size=80))
def test_no_word_is_lost_and_no_part_too_long(picked: list[str]) -> None:
    text = " ".join(picked)
    parts = cut(text, limit=7, count=words)
    assert " ".join(parts) == text
    assert all(len(part.split()) <= 7 for part in parts)


SOURCE = "Hội nghị khai mạc sáng nay tại Hà Nội với 500 đại biểu."


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("The meeting opened in Hanoi this morning with 500 delegates.", ()),
        ("", ("empty",)),
        ("...", ("empty",)),
        ("The meeting opened, opened, opened, opened, opened in Hanoi.", ("loop",)),
        ("Hoi nghi khai mac sang nay tai Ha Noi voi 500 dai bieu.", ("copy",)),
        (SOURCE, ("copy",)),
        ("The meeting khai mạc sáng nay với 500 đại biểu.", ("language",)),
        ("Meeting.", ("length",)),
    ],
)
def test_form(output: str, expected: tuple[str, ...]) -> None:
    assert flaws(SOURCE, output) == expected


def test_names_codes_and_signs_are_rightly_carried_over() -> None:
    assert flaws("Nguyễn Văn An", "Nguyen Van An") == ()
    assert flaws("Đặng Thị Hoa (TTXVN)", "Đặng Thị Hoa (TTXVN)") == ()
    assert flaws("02-NQ/TW", "02-NQ/TW") == ()
    assert flaws("* * *", "* * *") == ()
    assert not is_copy("FIFA World Cup", "FIFA World Cup")
    assert not is_vietnamese("She wore an áo dài and sold bánh at the gate of Hàng Bông Street.")


def test_clauses_that_come_again_are_a_loop() -> None:
    source = (
        "Công đoàn vận động người lao động chia sẻ khó khăn với doanh nghiệp để ổn định việc làm."
    )
    output = "The union encourages workers to work hard, to encourage workers to work hard, to encourage workers to work hard, and so on."
    assert "loop" in flaws(source, output)
    once = (
        "The union encourages workers to share the hardships of their firms so that jobs are safe."
    )
    assert flaws(source, once) == ()


def test_a_name_of_a_body_may_come_twice() -> None:
    source = (
        "Liên đoàn Lao động thành phố Hà Nội và Liên đoàn Lao động thành phố Huế ký thỏa thuận."
    )
    output = "The Labour Federation of the City of Hanoi and the Labour Federation of the City of Hue signed."
    assert flaws(source, output) == ()


def test_a_source_that_repeats_may_be_repeated() -> None:
    assert is_loop("ha ha ha ha ha")
    assert flaws("Cười ha ha ha ha ha, ông đi ra.", "He laughed ha ha ha ha ha and left.") == ()
    assert not is_loop("from 5 to 6, from 6 to 7, and from 7 to 8")
    assert not is_loop("1,000,000,000,000,000 dong")
