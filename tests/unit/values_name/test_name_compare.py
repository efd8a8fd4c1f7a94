"""Names compared: the vectors of tests/specs/name_match/compare.json, and what holds for all names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.language.text import fold
from workbench.values.name import compare_names, make_name, strip_titles
from workbench.values.name_body import initials_match, is_acronym
from workbench.values.name_person import allowed_slips, compare_people
from workbench.values.name_place import directed, strip_level
from workbench.values.name_sound import may_be_reversed, sounds_like
from workbench.values.name_syllable import is_syllable, same_marks, split_name

SPECS = Path(__file__).parents[2] / "specs" / "name_match" / "compare.json"
ROWS: list[dict[str, Any]] = json.loads(SPECS.read_text(encoding="utf-8"))

FAMILY = st.sampled_from(
    ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"]
)
MIDDLE = st.sampled_from(
    ["Văn", "Thị", "Minh", "Thanh", "Quang", "Ngọc", "Thu", "Hồng", "Đức", "Xuân"]
)
GIVEN = st.sampled_from(
    [
        "An",
        "Anh",
        "Bình",
        "Châu",
        "Dũng",
        "Giang",
        "Hà",
        "Hải",
        "Hương",
        "Khánh",
        "Linh",
        "Nam",
        "Phượng",
        "Tuấn",
    ]
)


@pytest.mark.parametrize("row", ROWS, ids=[f"{r['vi']} / {r['en']}" for r in ROWS])
def test_verdict(row: dict[str, Any]) -> None:
    comparison = compare_names(
        make_name(row["vi"]),
        make_name(row["en"]),
        row["kind"],
        office=row.get("office", False),
    )
    assert comparison.verdict == row["verdict"], comparison.explanation
    assert comparison.explanation


@given(FAMILY, MIDDLE, GIVEN)
def test_marks_left_out_are_a_variant(family: str, middle: str, given_name: str) -> None:
    name = f"{family} {middle} {given_name}"
    plain = fold(name).title()
    assert compare_people(name, name).verdict == "equal"
    assert compare_people(name, plain).verdict in {"equal", "variant"}
    assert compare_people(name, given_name).verdict == "variant"


@given(FAMILY, MIDDLE, GIVEN, GIVEN)
def test_another_given_name_is_never_a_variant(
    family: str, middle: str, one: str, other: str
) -> None:
    verdict = compare_people(f"{family} {middle} {one}", fold(f"{family} {middle} {other}").title())
    assert (verdict.verdict in {"equal", "variant"}) == (fold(one) == fold(other))


@given(st.tuples(FAMILY, MIDDLE, GIVEN), st.tuples(FAMILY, MIDDLE, GIVEN))
def test_comparing_people_knows_no_sides(
    first: tuple[str, str, str], second: tuple[str, str, str]
) -> None:
    one, other = " ".join(first), " ".join(second)
    assert compare_people(one, other).verdict == compare_people(other, one).verdict


def test_words_of_a_name() -> None:
    assert split_name("Kim Jong-un") == ["Kim", "Jong", "un"]
    assert split_name("Vientiane’s") == ["Vientiane"]
    assert split_name("O’Neil") == ["ONeil"]


def test_syllables_of_vietnamese() -> None:
    assert all(
        map(
            is_syllable,
            ["Nguyễn", "Khuyến", "Quyết", "Giang", "Ngoan", "Uyên", "Thúy", "Nghĩa", "Ỷ"],
        )
    )
    assert not any(map(is_syllable, ["Trump", "Ling", "Bing", "Merkel", "Jong", "Xoan-a"]))


def test_marks_of_a_syllable() -> None:
    assert same_marks("hoà", "hòa")
    assert same_marks("Lí", "Lý")
    assert not same_marks("Phương", "Phượng")
    assert not same_marks("Hùng", "Hưng")


def test_titles_and_levels() -> None:
    assert strip_titles("PGS.TS. Tạ Quang Huy", "vi") == "Tạ Quang Huy"
    assert strip_titles("Deputy Prime Minister Emily Carter", "en") == "Emily Carter"
    assert strip_level("thị xã Sơn Tây", "vi") == "Sơn Tây"
    assert strip_level("the city of Lyon", "en") == "Lyon"


def test_directions() -> None:
    assert directed("miền Bắc nước Ý") == (("north", "northern"), "Ý")
    assert directed("Bắc Ninh") is None


def test_acronyms() -> None:
    assert is_acronym("GD&ĐT")
    assert not is_acronym("Vingroup")
    assert initials_match("WFP", "World Food Programme")
    assert not initials_match("WFP", "World Trade Organization")


def test_sounds() -> None:
    assert sounds_like("Oa-sinh-tơn", "Washington")
    assert sounds_like("In-đô-nê-xi-a", "Indonesia")
    assert not sounds_like("Lát-vi-a", "Lithuania")
    assert may_be_reversed(["Haruki", "Tanaka"])
    assert not may_be_reversed(["Angela", "Weber"])


def test_short_words_allow_no_slip() -> None:
    assert allowed_slips(3) == 0
    assert allowed_slips(6) == 1
    assert allowed_slips(40) == 3
