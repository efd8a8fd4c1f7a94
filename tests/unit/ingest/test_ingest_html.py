"""HTML pages of our own making, with menus, related links and comments around the article."""

from __future__ import annotations

import pytest

from workbench.ingest import read_article

TITLE = "Làng muối Hòn Khói thử phơi muối trên bạt"
BODY = (
    "Diêm dân xã Ninh Diêm vừa thu lứa muối đầu tiên phơi trên bạt nhựa, năng suất tăng 35% so với phơi trên nền đất.",
    "Mỗi héc-ta trải bạt tốn khoảng 280 triệu đồng, dùng được bảy năm, theo Hợp tác xã muối 1/5.",
    "“Muối trắng hơn, bán được 1.900 đồng một ký, cao hơn muối đất 600 đồng”, ông Đỗ Văn Kính cho biết.",
    "Hợp tác xã dự kiến trải bạt thêm 12 héc-ta trong mùa khô tới và mời kỹ sư về hướng dẫn đo độ mặn.",
)


def page(*, head: str = "", extra: str = "") -> str:
    body = "".join(f"<p>{text}</p>" for text in BODY[1:])
    return f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{TITLE} | Báo Biển</title>
{head}</head><body>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/x">Thời sự</a></li></ul></nav>
<main><article><h1>{TITLE}</h1>
<p class="time">09:12 14/02/2025</p>
<p class="sapo">{BODY[0]}</p>
<figure><img src="a.jpg"><figcaption>Ruộng muối trải bạt ở Ninh Diêm. Ảnh: Hải Yến</figcaption></figure>
{body}
<p class="author">Hải Yến</p></article></main>
<aside><h3>Tin liên quan</h3><ul><li><a href="/1">Giá tôm hùm nhích lên sau Tết</a></li>
<li><a href="/2">Cảng Vân Phong đón tàu lớn nhất</a></li></ul></aside>
<section id="comments"><h3>Bình luận</h3><div class="comment">Quê tôi cũng nên làm như vậy.</div>
<form><label>Họ tên</label><input></form></section>{extra}
<footer>Giấy phép số 77/GP. Bản quyền thuộc Báo Biển.</footer>
<script>var a = "không phải chữ của bài";</script></body></html>"""


def test_article_and_what_is_around() -> None:
    article = read_article("x.html", data=page().encode())
    assert article.paragraphs == BODY
    assert article.title == TITLE
    assert article.author == "Hải Yến"
    assert article.published == "2025-02-14T09:12"
    assert article.lang == "vi"
    left = {row.text: row.reason for row in article.left_out}
    assert left["Giá tôm hùm nhích lên sau Tết"]
    assert left["Trang chủ"] == "navigation"
    assert left["Ruộng muối trải bạt ở Ninh Diêm. Ảnh: Hải Yến"] == "caption"
    assert not any("không phải chữ" in text for text in left)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-02-14T09:12:00+07:00">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-02-14T09:12:30+07:00"}</script>',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2025-02-14T09:12"}]}</script>',
        '<meta name="pubdate" content="2025-02-14 09:12">',
    ],
)  # fmt: skip
def test_stated_dates_are_read_to_the_minute(head: str) -> None:
    article = read_article("x.html", data=page(head=head).replace("09:12 14/02/2025", "").encode())
    assert (article.published, article.published_from) == ("2025-02-14T09:12", "metadata")


def test_keep_all_takes_every_block() -> None:
    article = read_article("x.html", data=page().encode(), keep_all=True)
    assert set(BODY) < set(article.paragraphs)
    assert "Giá tôm hùm nhích lên sau Tết" in article.paragraphs
    assert article.left_out == ()


def test_windows_1258_page() -> None:
    text = page().replace("utf-8", "windows-1258")
    import unicodedata

    out = bytearray()
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(m for m in parts if m in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(m for m in parts if m not in tones))
        out += (base + tones).encode("cp1258")
    assert read_article("x.html", data=bytes(out)).paragraphs == BODY


def test_a_page_of_divs() -> None:
    text = page().replace("<p>", "<div>").replace("</p>", "</div>")
    assert set(BODY[1:]) <= set(read_article("x.html", data=text.encode()).paragraphs)
