"""Where sentences end, in sentences written for this test; ``|`` marks each end."""

from __future__ import annotations

import pytest

from workbench.segment import split_text

VI = [
    "Sáng 5/8, PGS.TS. Đặng Văn Hà phát biểu tại TP. Hồ Chí Minh.| Sau đó, đoàn về nghỉ.",
    "ThS. Lê Thị Cúc và BS. Trần Nam cùng dự.| Buổi họp kéo dài 3 giờ.",
    "1. Nội dung thứ nhất đã xong.| 2. Nội dung thứ hai còn dở.",
    "Toàn huyện kết nạp 24.396 đoàn viên, đạt 102,5% kế hoạch.| Con số này cao nhất từ năm 2019.",
    "Ông nói: “Chúng tôi làm được.| Chúng tôi tin như vậy.”| Rồi ông cười.",
    "“Tại sao lại thế?” bà hỏi.| Không ai trả lời.",
    "– Anh đi đâu đấy?| – Tôi ra chợ.| – Chợ nào?",
    "Gạo, muối, cá khô v.v. được chở bằng thuyền.| Thuyền cập bến lúc 5 giờ.",
    "Có 24,46% số mẫu đạt loại A.| Các mẫu khác phải làm lại.",
    "Trời mưa... rồi lại nắng...| Mọi người ra đồng.",
    "Theo ông John F. Kennedy Nam, cách ấy đã cũ.| Cần cách mới.",
    "Lớp học kết thúc.Phát biểu bế mạc, cô Hà cảm ơn mọi người.",
    "Xem thêm tại trang laodong.vn hoặc gọi 0900.000.000.| Đường dây mở cả ngày.",
    "Công trình (khởi công năm 2020. Dừng năm 2021) nay làm tiếp.| Dân mừng lắm!| Ai cũng đến xem.",
    "Bà trúng thưởng 1.500 tỷ đồng?| Không, chỉ 1,5 tỷ.",
    "Chị T. kể lại chuyện cũ.| Anh Nguyễn Văn B. gật đầu.",
    "Đề án đi qua phường 4, TP. Cao Lãnh.| Đường dài 3,2 km.",
    "Hãng Acme Co. Ltd. ký trước.| Hãng kia ký sau.",
    "Nhà ở đường số 5, P. 12, Q. 3.| Ngõ rất hẹp.",
]
EN = [
    "Mr. Hai met Dr. Lan at 9 a.m. in the U.S. Embassy.| He left the U.S.| The talks went on.",
    "“Really?” she asked.| “Yes!”| No. 5 is next.",
    "It cost approx. 5 million VND.| Nobody paid.",
    "The group (founded in Hue. Moved later) has 40 members.| It meets on Mondays.",
    "The plan... was good...| Then the rain came.",
    "J. K. Rivers wrote it.| See Fig. 3 and pp. 4-6.",
    "They chose Plan B.| The rest followed.",
    "He was born in Washington, D.C. The family moved in 1990.",
    "The rate rose by 3.5 percent to 24,396.| Officials said no.| Traders said yes.",
    "Sales rose in Jan. 2024.| They fell in Feb. 2025.",
    "Acme Co. Ltd. signed first.| Beta Corp. followed.",
    "“All of it is true. ”, one man wrote.| Nobody replied.",
    "1. Wash the rice.| 2. Boil it for 20 minutes.",
    "“We are ready,” said Ms. Hoa.| “Nobody will be late.”| The bell rang.",
    "He said he would come ...| He did not.",
    "The meeting ended.The delegates left early, in the rain.",
]
#: Ends that lost their blank: no mark can stand there without changing the text.
GLUED = ("kết thúc.Phát biểu", "ended.The delegates")


@pytest.mark.parametrize(
    ("language", "marked"), [*(("vi", row) for row in VI), *(("en", row) for row in EN)]
)
def test_sentence_ends(language: str, marked: str) -> None:
    if "Washington, D.C. The" in marked:
        marked = marked.replace("D.C. The", "D.C.| The")
    for glued in GLUED:
        marked = marked.replace(glued, glued.replace(".", ".|"))
    wanted = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in split_text(text, language)] == wanted


def test_blank_line_ends_a_segment() -> None:
    text = "Một tiêu đề không chấm\n\nMột câu khác"
    assert [text[a:b] for a, b in split_text(text, "vi")] == [
        "Một tiêu đề không chấm",
        "Một câu khác",
    ]


def test_line_feed_alone_ends_nothing() -> None:
    assert len(split_text("một câu\ndài hai dòng.", "vi")) == 1


def test_nothing_in_nothing_out() -> None:
    assert split_text("", "vi") == []
    assert split_text(" \n\t ", "en") == []
