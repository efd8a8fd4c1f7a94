from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.check_figure.pairs import all_links, figure_pair, findings
from workbench.check.figure.link import link_figures
from workbench.check.run import check_pair
from workbench.config import CheckSettings
from workbench.errors import ConfigError

PILOT = Path(__file__).parents[2] / "specs/check/pilot.json"
ROWS: list[dict[str, Any]] = json.loads(PILOT.read_text(encoding="utf-8"))

#: Aligned pairs; every figure of the English in braces has its counterpart.
ALIGNED = [
    "Tỉnh có 14 huyện và 1.276 thôn.\tThe province has {14} districts and {1,276} hamlets.",
    "Ngày 8/3/2021, đoàn đến thăm 35 hộ.\tOn {March 8, 2021}, the group visited {35} households.",
    "Lợi nhuận đạt 2,7 tỷ đồng, tăng 12,5%.\tProfit reached {2.7 billion VND}, up {12.5%}.",
    "Ba xã nhận 640 tấn xi măng trong 9 tuần.\t{Three} communes got {640 tonnes} of cement in {nine weeks}.",
    "Lúc 7h30, 22 xe rời bến.\tAt {7:30 a.m.}, {22} buses left the station.",
]
#: What each figure is changed to; none of these values stands in ALIGNED.
CHANGED = ["77", "6,480", "88.8%", "91 miles", "4.9 million USD", "13 years"]


@pytest.mark.parametrize("row", ROWS, ids=[f"{r['why']}: {r['en'][:30]}" for r in ROWS])
def test_the_pilot_pairs_have_their_verdicts(row: dict[str, Any]) -> None:
    assert [finding.verdict for finding in findings(row["vi"], row["en"])] == row["verdicts"]


def _spans(marked: str) -> tuple[str, list[tuple[int, int]]]:
    plain, spans, start = "", [], 0
    for char in marked:
        if char == "{":
            start = len(plain)
        elif char == "}":
            spans.append((start, len(plain)))
        else:
            plain += char
    return plain, spans


@pytest.mark.parametrize("line", ALIGNED, ids=[line[:30] for line in ALIGNED])
def test_an_aligned_pair_is_silent_and_all_its_figures_are_linked(line: str) -> None:
    vi, marked = line.split("\t")
    en, spans = _spans(marked)
    assert not findings(vi, en)
    assert len(all_links(vi, en)) >= len(spans)


@pytest.mark.parametrize("new", CHANGED)
@pytest.mark.parametrize("line", ALIGNED, ids=[line[:30] for line in ALIGNED])
def test_one_changed_figure_gives_a_finding_there_and_nowhere_else(line: str, new: str) -> None:
    vi, marked = line.split("\t")
    en, spans = _spans(marked)
    for start, end in spans:
        changed = en[:start] + new + en[end:]
        found = findings(vi, changed)
        assert found, changed
        # a figure that cannot mean the same is one lost and one made up: a finding for each side
        assert len([f for f in found if f.en]) <= 1
        assert len([f for f in found if f.vi]) <= 1
        for finding in found:
            if finding.en:
                assert finding.en.start < start + len(new)
                assert start < finding.en.end


@pytest.mark.parametrize("line", ALIGNED, ids=[line[:30] for line in ALIGNED])
def test_one_number_changed_gives_exactly_one_finding(line: str) -> None:
    vi, marked = line.split("\t")
    en, spans = _spans(marked)
    for start, end in spans:
        digits = [i for i in range(start, end) if en[i] in "12345678"]
        for i in digits[-2:]:
            changed = en[:i] + str(int(en[i]) + 1) + en[i + 1 :]
            found = findings(vi, changed)
            assert len(found) == 1, (changed, [f.explanation for f in found])
            assert found[0].en is None or found[0].en.start <= i < found[0].en.end


@pytest.mark.parametrize("line", ALIGNED, ids=[line[:30] for line in ALIGNED])
def test_a_deleted_figure_is_missing(line: str) -> None:
    vi, marked = line.split("\t")
    en, spans = _spans(marked)
    for start, end in spans:
        found = findings(vi, en[:start] + en[end:].lstrip())
        assert [f.verdict for f in found] == ["missing"]
        assert found[0].en is None


@pytest.mark.parametrize("line", ALIGNED, ids=[line[:30] for line in ALIGNED])
def test_copied_separators_are_found(line: str) -> None:
    vi, marked = line.split("\t")
    en, spans = _spans(marked)
    for start, end in spans:
        swapped = en[start:end].translate(str.maketrans(",.", ".,"))
        if swapped == en[start:end] or not any(c.isdigit() for c in swapped) or "m," in swapped:
            continue
        if "2021" in swapped:
            continue
        assert [f.verdict for f in findings(vi, en[:start] + swapped + en[end:])] == ["unlocalised"]


def test_a_text_against_itself_finds_nothing() -> None:
    for line in ALIGNED:
        en, _ = _spans(line.split("\t")[1])
        mentions = figure_pair("", en).en_mentions
        pair = figure_pair("", en)
        same = type(pair)(number=1, vi=en, en=en, vi_mentions=mentions, en_mentions=mentions)
        assert not [f for f in check_pair(same, dimensions=("figure",)) if f.severity != "none"]


def test_links_do_not_follow_the_order_of_the_text() -> None:
    links = link_figures(
        figure_pair("Có 12 xe và 47 thuyền.", "There are 47 boats and 12 vehicles.")
    )
    assert [link.comparison.verdict for link in links] == ["equal", "equal"]


def test_settings_change_a_severity_or_switch_a_check_off() -> None:
    vi, en = "Khoảng 300 hộ có điện.", "300 households have power."
    assert [f.severity for f in findings(vi, en)] == ["minor"]
    major = CheckSettings(severity={"figure-comparator": "major"})
    assert [f.severity for f in findings(vi, en, major)] == ["major"]
    off = CheckSettings(severity={"figure-comparator": "off"})
    assert not findings(vi, en, off)
    assert [f.severity for f in all_links(vi, en, off)] == ["none"]


def test_an_unknown_check_in_the_settings_is_refused() -> None:
    with pytest.raises(ConfigError, match="figure-colour"):
        findings("Có 3 xe.", "3 cars.", CheckSettings(severity={"figure-colour": "off"}))


def test_ids_are_stable_and_differ_within_a_pair() -> None:
    vi, en = "Có 31 xe và 57 thuyền.", "There are 13 boats and 75 vehicles."
    first = [f.id for f in findings(vi, en)]
    assert len(set(first)) == len(first) == 2
    again = check_pair(figure_pair(vi, en, number=9), dimensions=("figure",))
    assert [f.id for f in again if f.severity != "none"] == first


def test_long_lists_of_figures_stay_affordable() -> None:
    vi = " ; ".join(f"{n}.{n:03d} người" for n in range(1, 600))
    en = " ; ".join(f"{n},{n:03d} people" for n in range(2, 601))
    assert len(all_links(vi, en)) >= 598


GOOD = [
    ("Hai bên ký thỏa thuận.", "Both sides signed the agreement."),
    ("Muỗi đốt hơn 2 lần một ngày.", "Mosquitoes bite more than twice a day."),
    ("Ông nghỉ hưu tháng 8 năm nay.", "He retires this August."),
    ("Quãng đường dài 42 km.", "The distance is 42 km (26 miles)."),
    ("Lan, 53 tuổi, mở quán ăn.", "Lan, 53, opened an eatery."),
    ("Một trong những ngôi chùa cổ nhất nằm ở đây.", "One of the oldest pagodas stands here."),
    ("Máy bay cất cánh lúc 6 giờ chiều.", "The plane took off at 6 pm."),
    ("Anh trả 1 triệu đồng.", "He paid VND1 million."),
    ("Một tuần sau, cầu thông xe.", "A week later, the bridge opened."),
    ("Trong số 63 tỉnh, 33 tỉnh đã làm.", "33 out of 63 provinces have done so."),
    ("Kênh rộng 40-100 mét.", "The canal is 40 to 100 metres wide."),
    ("Từ ngày 6 đến 27 tháng 3, trường đóng cửa.", "The school was closed from 6 to 27 March."),
    ("Hội chợ bán 2.204.038 vé.", "The fair sold over 2.2 million tickets."),
    ("Lớp có hai chục em.", "The class has twenty children."),
    ("Tầng 23 bị cháy.", "The 23rd floor caught fire."),
]


@pytest.mark.parametrize(("vi", "en"), GOOD, ids=[en for _, en in GOOD])
def test_legitimate_differences_do_not_alarm(vi: str, en: str) -> None:
    assert not [f for f in findings(vi, en) if f.severity not in {"info", "none"}]
