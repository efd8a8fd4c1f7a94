"""What only a whole pair tells: exchanged figures, lost percent signs, shared months, slips."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.check_figure.pairs import all_links, findings

EXCHANGED = [
    ("Vụ cháy làm 2 người chết, 9 người bị thương.", "The fire left nine dead and two injured."),
    ("Vụ cháy làm 2 người chết và 9 người bị thương.", "The fire killed nine people and injured two."),
    ("Xuất khẩu đạt 35 tỷ USD, nhập khẩu 31 tỷ USD.", "Exports reached $31 billion, imports $35 billion."),
    ("Trường có 45 giáo viên và 900 học sinh.", "The school has 900 teachers and 45 pupils."),
]  # fmt: skip
STRAIGHT = [
    ("Vụ cháy làm 2 người chết và 9 người bị thương.", "Nine people were injured and two died."),
    ("Vụ cháy làm 2 người chết và 9 người bị thương.", "The fire killed two people and injured nine."),
    ("Xuất khẩu đạt 35 tỷ USD, nhập khẩu 31 tỷ USD.", "Imports were $31 billion against $35 billion in exports."),
    ("Trường có 45 giáo viên và 900 học sinh.", "The school has 900 pupils and 45 teachers."),
]  # fmt: skip


@pytest.mark.parametrize(("vi", "en"), EXCHANGED, ids=[en for _, en in EXCHANGED])
def test_figures_that_changed_places_are_both_reported(vi: str, en: str) -> None:
    found = findings(vi, en)
    assert [f.check for f in found] == ["figure-mismatch"] * 2
    assert all("changed places" in f.explanation for f in found)


@pytest.mark.parametrize(("vi", "en"), STRAIGHT, ids=[en for _, en in STRAIGHT])
def test_another_order_is_no_exchange(vi: str, en: str) -> None:
    assert not findings(vi, en)


def test_a_lost_percent_sign_is_a_unit_error() -> None:
    found = findings("Tỷ lệ đậu là 71,5%.", "The pass rate is 71.5.")
    assert [f.check for f in found] == ["unit-mismatch"]
    assert not findings("Tỷ lệ là 10%, 12% và 15%.", "The rates are 10, 12 and 15 percent.")


def test_days_that_share_a_month_are_dates() -> None:
    assert not findings("Chợ mở ngày 3, 4 và 5/12.", "The market opens on December 3, 4 and 5.")
    found = findings("Chợ mở ngày 3, 4 và 5/12.", "The market opens on December 3, 4 and 6.")
    assert [f.check for f in found] == ["date-mismatch"]


def test_a_year_said_elsewhere_is_not_missing() -> None:
    vi = "Năm 2019 nhiều việc: ngày 5/3/2019 đập xong."
    assert not findings(vi, "2019 was a busy year: the dam was finished on March 5.")
    missing = findings("Ngày 5/3/2019 đập xong.", "The dam was finished on March 5.")
    assert [(f.check, f.verdict, f.en) for f in missing] == [("figure-missing", "missing", None)]


def test_a_day_made_up_is_added() -> None:
    found = findings("Cầu thông xe tháng 4/2021.", "The bridge opened on April 9, 2021.")
    assert [(f.check, f.verdict, f.vi) for f in found] == [("figure-added", "added", None)]


def test_a_value_said_twice_may_be_said_once() -> None:
    vi = "Có 36 hộ; 36 hộ này đều nghèo."
    found = all_links(vi, "There are 36 households, all of them poor.")
    assert {f.verdict for f in found} == {"equal"}


def test_an_exact_figure_for_a_rounded_one_is_another_figure() -> None:
    found = findings("Khoảng 700 hộ bị ngập.", "713 households were flooded.")
    assert [(f.check, f.verdict) for f in found] == [("figure-mismatch", "conflict")]
    assert not findings("713 hộ bị ngập.", "About 700 households were flooded.")


def test_unsaid_rounding_of_a_large_amount_is_minor_or_usual() -> None:
    found = findings("Cầu tốn 81.903 tỷ đồng.", "The bridge cost 82 trillion VND.")
    assert [(f.check, f.severity) for f in found] == [("figure-comparator", "minor")]
    assert not findings("Cầu tốn 81.503 tỷ đồng.", "The bridge cost 81.5 trillion VND.")
    major = findings("Cầu tốn 81.503 tỷ đồng.", "The bridge cost 83 trillion VND.")
    assert [f.severity for f in major] == ["major"]


def test_what_an_amount_is_for_is_compared() -> None:
    found = findings("Giá 146.000 đồng một kg.", "It costs VND146,000 a tonne.")
    assert [f.check for f in found] == ["unit-mismatch"]
    assert not findings("Giá 146.000 đồng/kg.", "It costs VND146,000 per kilogram.")


def test_a_stay_as_long_as_its_dates_may_go_unsaid() -> None:
    assert not findings(
        "Ông thăm Huế trong hai ngày 11-12/11.", "He visited Hue on November 11-12."
    )
    assert findings("Ông thăm Huế trong ba ngày từ 11/11.", "He visited Hue from November 11.")


def test_a_ratio_and_its_percentage_are_divided() -> None:
    vi = "Kết nạp 2.057/1.832 đoàn viên (112,28%)."
    assert not findings(vi, "Admitted 2,057/1,832 members (112.28%).")
    slip = findings(vi.replace("112,28", "121,28"), "Admitted 2,057/1,832 members (121.28%).")
    assert [(f.check, f.severity) for f in slip] == [("ratio-arithmetic", "minor")]
    assert "112.28%" in slip[0].explanation


def test_a_figure_that_nobody_read_but_both_texts_show_is_no_loss() -> None:
    assert not findings("Xe mang biển 29A-123.45 đỗ ở đây.", "The car 29A-123.45 is parked here.")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_can_be_checked(vi: str, en: str) -> None:
    for finding in all_links(vi, en):
        for side, text in ((finding.vi, vi), (finding.en, en)):
            assert side is None or text[side.start : side.end] == side.surface


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["1.000", "2,5", "ba", "năm", "5/8", "12%", "tỷ", "đồng", "và", "khoảng", "3-4", "2022",
             "two", "third", "$5", "million", "May 8", "10 km", "half", "XIII", "–", "(", ")"]
        ),
        max_size=14,
    ),
)  # fmt: skip
def test_rows_of_figures_can_be_checked(words: list[str]) -> None:
    text = " ".join(words)
    all_links(text, text)
    all_links(text, " ".join(reversed(words)))


def test_a_dropped_sign_is_found_and_a_worded_one_passes() -> None:
    found = findings("Nhiệt độ xuống -2,7 độ C.", "The temperature was 2.7 degrees Celsius.")
    assert [f.severity for f in found] == ["major"]
    assert not findings("Tăng trưởng âm 5%.", "The economy shrank by 5%.")


def test_things_do_not_become_units() -> None:
    found = findings("Chợ có 63 ki-ốt.", "The market has 63 kilometers.")
    assert [f.check for f in found] == ["unit-mismatch"]
    again = findings("Tàu chở 42 khách.", "42 boats carried 42 passengers.")
    assert [f.check for f in again] == ["figure-added"]


SECOND_READINGS = [
    ("Vụ tấn công ngày 11 tháng 9 năm 2001 gây chấn động.", "The September 11, 2001 attacks shocked all."),
    ("Chưa đến 1/5 doanh thu đến từ chợ.", "Less than one-fifth of turnover comes from the market."),
    ("Hết 9/10 phụ nữ đi giày chật.", "Nine out of 10 women wear tight shoes."),
    ("Hang sâu hơn 20m.", "The cave is more than 20m deep."),
    ("Trong năm tháng đầu năm, khách tăng 7%.", "Arrivals grew 7% in the first five months."),
    ("Thử nghiệm trên 40 người.", "It was tested on 40 people."),
    ("Số ca tăng lên đến 25.", "The number of cases rose to 25."),
    ("Đội nhà thắng 57-40.", "The home team won 57–40."),
    ("Không có ca tử vong nào.", "There were zero deaths."),
    ("Dịch Covid-19 lan rộng.", "The 2019–20 coronavirus pandemic spread."),
]  # fmt: skip


@pytest.mark.parametrize(("vi", "en"), SECOND_READINGS, ids=[en for _, en in SECOND_READINGS])
def test_one_thing_read_in_two_ways_agrees(vi: str, en: str) -> None:
    assert not findings(vi, en)


def test_digits_that_are_no_figure_are_still_held_against_each_other() -> None:
    found = findings("Hệ điều hành Sao Mai 4.1 ra mắt.", "The Sao Mai 6.1 system was launched.")
    assert [f.severity for f in found] == ["major"]
    assert not findings("Hệ điều hành Sao Mai 4.1 ra mắt.", "The Sao Mai 4.1 system was launched.")
    assert not findings("Bóng râm (xem tranh).", "The shade(1), as drawn.")


SIGNS = [
    ("Nhiệt độ xuống âm 4 độ C.", "The temperature fell to 4 degrees Celsius.", ["conflict"]),
    ("Nhiệt độ xuống âm 4 độ C.", "It was 4 degrees Celsius below zero.", []),
    ("Chỉ số tháng này là -0,7%.", "The index fell to 0.7% this month.", ["conflict"]),
    ("Chỉ số tháng này là -0,7%.", "The index fell by 0.7% this month.", []),
    ("Chỉ số tháng này là -0,7%.", "The index is down 0.7% this month.", []),
]


@pytest.mark.parametrize(("vi", "en", "verdicts"), SIGNS, ids=[en for _, en, _ in SIGNS])
def test_a_fall_to_a_level_does_not_stand_for_a_sign(vi: str, en: str, verdicts: list[str]) -> None:
    assert [f.verdict for f in findings(vi, en)] == verdicts


BOUNDS = [
    ("Gần một triệu người dự hội.", "More than a million people joined."),
    ("Hơn một triệu người dự hội.", "Nearly a million people joined."),
    ("Gần 3 triệu người dự hội.", "More than three million people joined."),
    ("Hơn 3 triệu người dự hội.", "Nearly three million people joined."),
]


@pytest.mark.parametrize(("vi", "en"), BOUNDS, ids=[en for _, en in BOUNDS])
def test_nearly_is_not_more_than(vi: str, en: str) -> None:
    found = findings(vi, en)
    assert [(f.verdict, f.severity) for f in found] == [("comparator", "minor")]
    assert "nearly" in found[0].explanation
    assert "more than" in found[0].explanation


def test_the_last_denominator_of_a_rate_is_compared() -> None:
    found = findings("Giá thuê 30 USD/m2/tháng.", "Rents are $30 per sq m a year.")
    assert [f.verdict for f in found] == ["unit"]
    assert not findings("Giá thuê 30 USD/m2/tháng.", "Rents are $30 per sq m a month.")


SAME = [
    ("Nửa đầu năm, hãng bán 300 xe.", "In the first half, the firm sold 300 cars."),
    ("Nửa cuối năm, hãng bán 300 xe.", "In the second half, the firm sold 300 cars."),
    ("Xưởng bán 300 xe, giảm một phần năm.", "The workshop sold 300 cars, down a fifth."),
    ("Chợ cách làng chừng cây số rưỡi.", "The market is about one and a half kilometres away."),
    ("Bà Lụa, ngoài 70 tuổi, vẫn bán hàng.", "Lua, in her seventies, still keeps a stall."),
    ("Bình gốm có từ thế kỷ 3-2 trước Công nguyên.", "The jar dates from the third to second century BC."),
    ("Khách đông gấp rưỡi ngày thường.", "There were 50% more guests than usual."),
    ("Hội thảo diễn ra trong hai ngày 8 và 9/12.", "The seminar took place on December 8 and 9."),
    ("Đêm 30 Tết, phố rất vắng.", "On Lunar New Year's Eve the streets were empty."),
    ("Khoản vay được trả trong 20 năm.", "The loan is repayable over 20 years."),
    ("Cứ bốn nhà thì một nhà có giếng.", "One in four homes has a well."),
]  # fmt: skip


@pytest.mark.parametrize(("vi", "en"), SAME, ids=[en for _, en in SAME])
def test_what_both_languages_say_in_their_own_words_is_the_same(vi: str, en: str) -> None:
    assert not findings(vi, en)


def test_one_of_a_group_is_one_figure() -> None:
    found = findings("Cứ bốn nhà thì một nhà có giếng.", "One in six homes has a well.")
    assert [f.verdict for f in found] == ["conflict"]


def test_a_wrong_age_without_its_unit_is_one_error() -> None:
    found = findings("Ông 83 tuổi, là thợ mộc.", "The carpenter is 38.")
    assert [f.verdict for f in found] == ["conflict"]
    assert not findings("Ông 83 tuổi, là thợ mộc.", "The carpenter is 83.")
