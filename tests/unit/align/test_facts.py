"""Reports of two meetings with one host: set phrases are no fact, figures and offices are."""

import pytest

from workbench.align import AlignSide, align, explain
from workbench.align.introductions import introductions
from workbench.config import AlignSettings
from workbench.extract import extract
from workbench.records import Bead

VI = [
    "Hội Nghề cá Bình Thuận đón đoàn Na Uy",
    "Dự buổi làm việc có bà Trịnh Thị Hải Yến - Phó Chủ tịch Hội Nghề cá tỉnh Bình Thuận.",
    "Bà Yến thông tin về tình hình kinh tế và hoạt động của Hội những tháng đầu năm.",
    "Đến nay Hội đã kết nạp 3.472 hội viên mới.",
    "Hai bên mong muốn tăng cường quan hệ hợp tác hữu nghị trong năm 2023.",
    "Ông Sen Sô-pha, Chủ tịch Liên đoàn Nghề cá tỉnh Kampot, gửi lời chúc.",
]
MT = [
    "Binh Thuan Fisheries Association welcomes Norwegian delegation",
    "Attending were Ms. Trinh Thi Hai Yen, Vice President of the Fisheries Association of Binh Thuan.",
    "Ms. Yen briefed on the economic situation and the association's activities in the first months.",
    "So far the association has admitted 3,472 new members.",
    "Both sides hoped to strengthen friendly cooperation in 2023.",
    "Mr. Sen Sopha, Chairman of the Kampot Provincial Fisheries Federation, sent his wishes.",
]
EN = [
    "Binh Thuan fishermen's body receives Dutch guests",
    "Vice Chairwoman Trinh Thi Hai Yen told the guests how the year had begun.",
    "Yen briefed them on the economic situation and the association's activities in the first months.",
    "The association has 3,472 members more than a year ago.",
    "Both sides hoped to strengthen friendly cooperation in 2023.",
    "Chairman Sen Sophea of the federation in Kampot had come the week before.",
]


@pytest.fixture(scope="module")
def sides() -> tuple[AlignSide, AlignSide]:
    vi = AlignSide(
        texts=VI,
        title=True,
        english=MT,
        mentions=[extract(t, "vi") for t in VI],
        english_mentions=[extract(t, "en") for t in MT],
    )
    return vi, AlignSide(texts=EN, title=True, mentions=[extract(t, "en") for t in EN])


def _links(beads: list[Bead]) -> dict[tuple[int, ...], tuple[int, ...]]:
    return {bead.vi: bead.en for bead in beads if bead.vi and bead.en}


def test_reports_of_one_event_share_their_sentences(sides: tuple[AlignSide, AlignSide]) -> None:
    found = _links(align(*sides, settings=AlignSettings()))
    assert found[2,] == (2,)
    assert found[4,] == (4,)


def test_reports_of_two_events_share_figures_and_offices_alone(
    sides: tuple[AlignSide, AlignSide],
) -> None:
    beads = align(*sides, settings=AlignSettings(), one_event=False)
    assert _links(beads) == {(1,): (1,), (3,): (3,), (5,): (5,)}
    said = {bead.vi or bead.en: explain(bead) for bead in beads}
    assert "both introduce trinh thi hai yen with the same office" in said[1,]
    assert "states no figure or office" in said[4,]


def test_a_person_is_introduced_once_and_by_the_same_office(
    sides: tuple[AlignSide, AlignSide],
) -> None:
    # segment 2 names her without an office; 5 is one man under two romanisations
    assert set(introductions(*sides)) == {(1, 1), (5, 5)}


def test_another_office_is_another_fact(sides: tuple[AlignSide, AlignSide]) -> None:
    text = "Chairwoman Trinh Thi Hai Yen told the guests how the year had begun."
    en = AlignSide(texts=[text], mentions=[extract(text, "en")])
    assert introductions(sides[0], en) == {}
