"""Stamps and told dates, each with the precision that it has."""

from __future__ import annotations

import pytest

from workbench.ingest.dates import find_stamp, read_date
from workbench.ingest.told import told_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("10:26 18/07/2022", "2022-07-18T10:26"),
        ("12:01, 2022/08/16", "2022-08-16T12:01"),
        ("Thứ Ba, 05/08/2025 - 14:30", "2025-08-05T14:30"),
        ("Thứ sáu, 5/8/2022, 9:05 (GMT+7)", "2022-08-05T09:05"),
        ("05/08/2022 14:30 GMT+7", "2022-08-05T14:30"),
        ("Aug 5, 2022", "2022-08-05"),
        ("August 05, 2022 - 14:30", "2022-08-05T14:30"),
        ("5 August 2022", "2022-08-05"),
        ("July 30, 2025 | 09:05 pm GMT+7", "2025-07-30T21:05"),
        ("12:15 AM, 3 March 2021", "2021-03-03T00:15"),
        ("Last updated: 08:00 01/02/2024", "2024-02-01T08:00"),
        ("Ngày 5 tháng 8 năm 2022", "2022-08-05"),
        ("14h30 ngày 5/8/2022", "2022-08-05T14:30"),
        ("08/30/2024", "2024-08-30"),
        ("2022-08-05T14:30:00+07:00", "2022-08-05T14:30"),
        ("22-01-2025 - 11:11 AM", "2025-01-22T11:11"),
        ("05.08.2022", "2022-08-05"),
        ("20:18 | 02/09/2025", "2025-09-02T20:18"),
    ],
)
def test_stamps(text: str, iso: str) -> None:
    stamp = find_stamp(text)
    assert stamp is not None
    assert stamp.iso == iso


@pytest.mark.parametrize(
    "text", ["31/02/2024", "giai đoạn 2022-2027", "306/750", "24.396", "1/8", ""]
)
def test_no_stamps(text: str) -> None:
    assert find_stamp(text) is None


@pytest.mark.parametrize(
    ("value", "iso"),
    [("2024-12", "2024-12"), ("2024", "2024"), ("5/8/2022", "2022-08-05"), ("soon", None)],
)
def test_metadata_dates(value: str, iso: str | None) -> None:
    assert read_date(value) == iso


@pytest.mark.parametrize(
    ("lang", "paragraphs", "iso"),
    [
        ("vi", ["Chiều 5/8, hai bên hội đàm.", "Đoàn ở lại đến ngày 9/8/2022.", "Giai đoạn 2022-2027."], "2022-08-05"),
        ("vi", ["Lễ ký diễn ra hôm nay (7/12).", "Bản cũ có hạn 2016-2021, nay sắp kết thúc năm 2021."], "2021-12-07"),
        ("vi", ["(ABC) Sáng ngày 3/6, hội nghị khai mạc.", "Trong 5 tháng đầu năm 2025, có 12 vụ."], "2025-06-03"),
        ("vi", ["Chiều 5/8, hai bên hội đàm.", "Không câu nào nói năm."], None),
        ("vi", ["Chiều 5/8, hai bên hội đàm.", "Năm 2021 và năm 2022 đều tốt."], None),
        ("vi", ["Từ ngày 4/8 đến ngày 9/8, đoàn ở Hà Nội.", "Năm 2022 có ba đoàn."], None),
        ("en", ["The fair opened today (March 4).", "In 2024 it drew more people than in any year."], "2024-03-04"),
        ("vi", ["Tối 18/10/2025, làng mở lại phiên chợ đêm.", "Chợ có từ năm 1930."], "2025-10-18"),
        ("vi", ["Từ ngày 4/8/2022 đến 9/8/2022, đoàn ở Hà Nội."], None),
        ("en", ["Hue, April 22, 2025 - A delegation came to the fair."], "2025-04-22"),
        ("en", ["The bridge was planned before May 1, 2019 and built later."], None),
        ("en", ["The fair opened in spring.", "In 2024 it drew 900 people."], None),
    ],
)  # fmt: skip
def test_told_dates(lang: str, paragraphs: list[str], iso: str | None) -> None:
    assert told_date(paragraphs, lang) == iso
