"""One value, many surfaces; what a date without a year becomes; what the two readings are."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.extract import extract, find_figures, merge
from workbench.records import Mention
from workbench.values.types import Amount, Identifier, Name

SURFACES = [
    ("38000000000 VND", "vi", ["38 tỷ đồng", "38 tỉ đồng", "38 tỷ VND", "38.000.000.000 đồng",
                               "38.000 triệu đồng", "ba mươi tám tỷ đồng"]),
    ("38000000000 VND", "en", ["38 billion VND", "VND38 billion", "VND 38 billion", "VND38bn",
                               "38,000,000,000 dong", "thirty-eight billion dong"]),
    ("2500000", "vi", ["2,5 triệu", "2.500.000", "hai triệu rưỡi", "2 triệu 500 nghìn",
                       "2 triệu rưỡi", "hai triệu năm trăm nghìn"]),
    ("2500000", "en", ["2.5 million", "2,500,000", "two and a half million", "2.5m",
                       "two million five hundred thousand"]),
    ("24", "vi", ["24", "hai mươi tư", "hai mươi bốn", "hai tư"]),
    ("105", "vi", ["105", "một trăm linh năm", "một trăm lẻ năm"]),
]  # fmt: skip
DATES = [
    ("2022-08-05", "vi", ["5/8/2022", "05/08/2022", "5-8-2022", "5.8.2022", "5 tháng 8 năm 2022",
                          "5 tháng Tám năm 2022", "5 tháng 8, năm 2022"]),
    ("2022-08-05", "en", ["August 5, 2022", "5 August 2022", "Aug. 5, 2022", "5th August 2022",
                          "August 5th, 2022", "2022-08-05", "2022/08/05", "5 Aug 2022"]),
    ("2025-Q3", "vi", ["quý III/2025", "quý III năm 2025", "quý 3/2025", "quý ba năm 2025"]),
    ("2025-Q3", "en", ["Q3 2025", "Q3/2025", "third quarter of 2025", "Q3 of 2025"]),
]  # fmt: skip


@pytest.mark.parametrize(("value", "language", "surfaces"), SURFACES)
def test_one_amount_many_surfaces(value: str, language: Any, surfaces: list[str]) -> None:
    amount, _, unit = value.partition(" ")
    noun = {"vi": "thùng", "en": "boxes"}[language] if not unit else ""
    for surface in surfaces:
        row = find_figures(f"x: {surface} {noun}", language)[0]
        assert row.surface == surface
        found = row.value.row()
        assert (found["amount"], found.get("unit", "")) == (amount, unit), surface


@pytest.mark.parametrize(("value", "language", "surfaces"), DATES)
def test_one_date_many_surfaces(value: str, language: Any, surfaces: list[str]) -> None:
    lead = {"vi": "Họp ngày", "en": "They met on"}[language]
    for surface in surfaces:
        found = find_figures(f"{lead} {surface}.", language)
        assert [(m.surface, m.value.row()["date"]) for m in found] == [(surface, value)]


@pytest.mark.parametrize(
    ("text", "language", "published", "resolved"),
    [
        ("Sáng nay (7/12), đoàn tới.", "vi", "2021-12-07", "2021-12-07"),
        ("Đoàn tới ngày 30/12.", "vi", "2022-01-03", "2021-12-30"),
        ("They come on January 2.", "en", "2021-12-30T10:00:00+07:00", "2022-01-02"),
        ("Từ tháng 8 năm ngoái, giá tăng.", "vi", "2022-03-01", "2021-08"),
        ("Họp ngày 29/2.", "vi", "2023-03-01", "2024-02-29"),
        ("Họp ngày 5/8.", "vi", None, None),
        ("Họp ngày 5/8/2022.", "vi", "2022-01-01", None),
    ],
)
def test_the_articles_date_gives_the_year(
    text: str, language: Any, published: str | None, resolved: str | None
) -> None:
    mention = find_figures(text, language, published=published)[0]
    assert mention.value.row().get("resolved") == resolved


def test_a_vietnamese_figure_left_in_english_has_both_readings() -> None:
    value = find_figures("There were 24.396 cases.", "en")[0].value
    assert isinstance(value, Amount)
    assert (str(value.amount), value.foreign) == ("24.396", False)
    assert value.other is not None
    assert (str(value.other.amount), value.other.foreign) == ("24396", True)


def test_an_english_figure_left_in_vietnamese_is_told() -> None:
    value = find_figures("Có hơn 118,000 ca.", "vi")[0].value
    assert isinstance(value, Amount)
    assert (str(value.amount), value.foreign) == ("118000", True)
    assert value.other is not None
    assert value.other.amount == 118


def test_a_numeric_date_in_english_is_open() -> None:
    found = find_figures("It was sent on 5/8/2022.", "en")[0].value.row()
    assert found == {"date": "2022-08-05", "other": {"date": "2022-05-08"}}


@pytest.mark.parametrize(
    ("text", "language", "noun"),
    [
        ("Huyện có 10 hoạt động trọng tâm, 10 nhiệm vụ.", "vi", "hoạt động trọng tâm"),
        ("Giữa hai bên có thỏa thuận.", "vi", "bên"),
        ("Quan hệ giữa hai Thủ đô Huế và Seoul.", "vi", "Thủ đô"),
        (
            "More than 128,000 union members and workers benefited.",
            "en",
            "union members and workers",
        ),
        ("It gained 10,177 more union members.", "en", "union members"),
        ("There are 80 grassroots unions in town.", "en", "grassroots unions"),
        ("Ties between the two capitals, old and new.", "en", "capitals"),
    ],
)
def test_the_counted_noun_is_verbatim(text: str, language: Any, noun: str) -> None:
    assert find_figures(text, language)[0].value.row()["noun"] == noun


def _name(start: int, end: int, text: str, *, nested: bool = False) -> Mention:
    surface = text[start:end]
    return Mention(
        start=start, end=end, surface=surface, dimension="name", kind="place",
        value=Name(name=surface, folded=surface.lower()), rule="test", nested=nested,
    )  # fmt: skip


def test_the_longest_of_overlapping_mentions_stands() -> None:
    text = "Quận 7 rộng 35 km2."
    figure = Mention(
        start=5, end=6, surface="7", dimension="figure", kind="identifier",
        value=Identifier(text="7"), rule="test",
    )  # fmt: skip
    assert merge([figure, _name(0, 6, text)]) == [_name(0, 6, text)]


def test_nested_names_stay_with_their_name() -> None:
    text = "Liên đoàn Lao động thành phố Huế"
    whole, inside = _name(0, 32, text), _name(29, 32, text, nested=True)
    assert merge([inside, whole]) == [whole, inside]
    assert merge([inside]) == []


def test_figures_alone_can_be_asked_for() -> None:
    mentions = extract("Ông Lê Văn Tám nhận 5 triệu đồng.", "vi", dimension="figure")
    assert [m.surface for m in mentions] == ["5 triệu đồng"]
