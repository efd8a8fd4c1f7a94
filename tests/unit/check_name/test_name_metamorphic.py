"""Change one name of a pair that agrees: exactly one new finding, there. A text agrees with itself."""

from __future__ import annotations

import pytest

from tests.unit.check_name.pairs import find

#: Pairs that agree, the English name to change between bars, and what may stand in its place.
CHANGES = [
    ("Kỹ sư Vũ Hoàng Long thiết kế cây cầu này.", "Engineer |Vu Hoang Long| designed this bridge.",
     ["Vu Hoang Linh", "Vu Long Hoang", "Vu Haong Long", "Pham Duc Tho", "Peter Novak"]),
    ("Ông Vũ Hoàng Long và bà Mai Thu Cúc cùng từ chức.", "Vu Hoang Long and |Mai Thu Cuc| both resigned.",
     ["Mai Thu Trang", "Mai Cuc Thu", "Mai Thu Cuv", "Do Quynh Nga"]),
    ("Nhà văn Olga Petersen sống ở Đan Mạch.", "Writer Olga Petersen lives in |Denmark|.",
     ["Norway", "Denmakr", "Dennark", "Switzerland"]),
    ("Nhà văn Olga Petersen sống ở Đan Mạch.", "Writer |Olga Petersen| lives in Denmark.",
     ["Petersen Olga", "Olga Peterson", "Olga Petresen", "Maria Fischer"]),
    ("Tàu chở gạo cập cảng Hải Phòng sáng nay.", "The rice ship docked in |Hai Phong| this morning.",
     ["Hai Duong", "Phong Hai", "Hai Phogn", "Vung Tau"]),
    ("Đoàn Nhật Bản thăm nhà máy ở Đồng Nai.", "The |Japanese| delegation visited a plant in Dong Nai.",
     ["Indian", "Swedish"]),
    ("Đoàn Nhật Bản thăm nhà máy ở Đồng Nai.", "The Japanese delegation visited a plant in |Dong Nai|.",
     ["Dong Thap", "Nai Dong", "Dogn Nai"]),
    ("WHO và UNICEF cùng ra thông báo.", "The |WHO| and UNICEF issued a joint statement.",
     ["WTO", "NATO"]),
    ("Hãng tin Reuters dẫn lời Toyota.", "|Reuters| quoted Toyota as saying.",
     ["Retuers", "Bloomberg"]),
    ("Hãng tin Reuters dẫn lời Toyota.", "Reuters quoted |Toyota| as saying.",
     ["Tooyta", "Honda"]),
    ("Trường Đại học Bách khoa Hà Nội tuyển 300 giảng viên.",
     "|Hanoi University of Science and Technology| is hiring 300 lecturers.",
     ["Hanoi University of Civil Engineering", "Hanoi Medical University"]),
    ("Thủ đô Băng Cốc ngập nặng.", "The capital, |Bangkok|, is badly flooded.",
     ["Jakarta", "Bankgok", "Manila"]),
]  # fmt: skip

CASES = [(vi, en, new) for vi, en, news in CHANGES for new in news]


@pytest.mark.parametrize(("vi", "en"), sorted({(vi, en) for vi, en, _ in CASES}))
def test_the_unchanged_pair_is_silent(vi: str, en: str) -> None:
    assert find(vi, en.replace("|", "")) == []


@pytest.mark.parametrize(("vi", "en", "new"), CASES, ids=[f"{new}" for _, _, new in CASES])
def test_one_changed_name_is_one_finding_there(vi: str, en: str, new: str) -> None:
    before, _, after = en.split("|")
    found = find(vi, before + new + after)
    serious = [f for f in found if f.severity == "major"]
    assert len(serious) == 1, [(f.check, f.explanation) for f in found]
    finding = serious[0]
    if finding.en is not None:
        assert finding.en.start < len(before) + len(new)
        assert len(before) < finding.en.end
    else:
        assert finding.vi is not None


@pytest.mark.parametrize(
    "text",
    [
        "Ông Vũ Hoàng Long và bà Mai Thu Cúc đến Hà Nội gặp Liên đoàn Lao động thành phố.",
        "Tổng thống Emmanuel Macron bàn với Thủ tướng Anh về Ukraine tại Brussels.",
        "Olga Petersen of the Danish Refugee Council met Vu Hoang Long in Ho Chi Minh City.",
        "The World Health Organization and UNICEF thanked Japan, South Korea and Laos.",
    ],
)
def test_a_text_agrees_with_itself(text: str) -> None:
    assert [f for f in find(text, text) if f.severity == "major"] == []
