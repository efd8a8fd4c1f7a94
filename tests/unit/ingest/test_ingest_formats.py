"""Word, PDF, Markdown, JSON, wrapped text and stdin give the same article."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import msgspec
import pypdf
import pytest

from tests.unit.ingest.documents import BODY, TITLE, make_docx, make_pdf, wrap
from workbench.errors import FormatError, InputError
from workbench.ingest import expand, read_article, read_articles
from workbench.records import dump_line

PLAIN = "\n\n".join((TITLE, *BODY))


def test_docx() -> None:
    article = read_article("x.docx", data=make_docx())
    assert article.title == TITLE
    assert article.paragraphs[:3] == BODY
    assert len(article.paragraphs) == 5
    assert article.author == "Thanh Hà"
    assert [row.reason for row in article.left_out] == ["caption", "byline"]


def test_docx_without_styles() -> None:
    assert read_article("x.docx", data=make_docx(styled=False)).title == TITLE


def test_broken_docx() -> None:
    with pytest.raises(FormatError, match="damaged"):
        read_article("x.docx", data=make_docx()[:900])


def test_zip_that_is_no_document() -> None:
    with pytest.raises(FormatError, match="zip"):
        read_article("x.zip", data=b"PK\x03\x04 something else")


def test_old_word_file() -> None:
    with pytest.raises(FormatError, match="old Word"):
        read_article("x.doc", data=b"\xd0\xcf\x11\xe0" + bytes(600))


def test_pdf_lines_are_joined() -> None:
    pages = [[TITLE, *wrap(BODY[0]), *wrap(BODY[1])], wrap(BODY[2])]
    article = read_article("x.pdf", data=make_pdf(pages))
    assert article.title == TITLE
    assert article.paragraphs == BODY
    assert article.lang == "vi"


def test_pdf_without_text() -> None:
    with pytest.raises(FormatError, match="pictures"):
        read_article("x.pdf", data=make_pdf([["."]]))


def test_locked_pdf() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make_pdf([[TITLE]])))
    writer.encrypt("secret", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    with pytest.raises(FormatError, match="password"):
        read_article("x.pdf", data=target.getvalue())


@pytest.mark.parametrize("data", [b"%PDF-1.4\nnothing more", b"%PDF-1.7\n" + bytes(200)])
def test_damaged_pdf(data: bytes) -> None:
    with pytest.raises(FormatError, match="damaged"):
        read_article("x.pdf", data=data)


def test_markdown() -> None:
    wrapped = "\n".join(wrap(BODY[1], 50))
    text = (
        '---\ntitle: "Ignored marks"\ndate: 2025-06-01\nauthor: Thanh Hà\n---\n'
        f"# {TITLE}\n\n{BODY[0].replace('540 hộ', '**540 hộ**')}\n\n{wrapped}\n\n"
        "![Bến tàu](a.png)\n\n## Giá điện\n\n"
        f"{BODY[2].replace('Ngô Văn Lễ', '[Ngô Văn Lễ](https://example.vn)')}\n\n- mục một\n- mục hai\n"
    )  # fmt: skip
    article = read_article("x.md", data=text.encode())
    assert article.paragraphs == (*BODY[:2], "Giá điện", BODY[2], "- mục một", "- mục hai")
    assert (article.published, article.published_from) == ("2025-06-01", "metadata")
    assert article.author == "Thanh Hà"


def test_text_broken_to_a_width() -> None:
    text = "\n\n".join([TITLE, *("\n".join(wrap(part, 60)) for part in (*BODY, *BODY[:1]))])
    article = read_article("x.txt", data=text.encode())
    assert article.paragraphs == (*BODY, BODY[0])
    assert article.title == TITLE


def test_own_rows_come_back_the_same() -> None:
    article = read_article("a.txt", data=PLAIN.encode())
    again = read_article("a.json", data=dump_line(article).encode())
    assert again == msgspec.structs.replace(article, path="a.json")


@pytest.mark.parametrize(
    "row",
    [
        {
            "title": TITLE,
            "text": "\n".join(BODY),
            "date": "2025-06-01",
            "url": "https://example.vn/a",
        },
        {
            "headline": TITLE,
            "body": "\n\n".join(BODY),
            "published_at": "2025-06-01T00:00:00Z",
            "source": "x",
        },
        {
            "title": TITLE,
            "paragraphs": list(BODY),
            "datePublished": "1/6/2025",
            "authors": ["A B", "C D"],
        },
    ],
)
def test_common_keys(row: dict[str, object]) -> None:
    article = read_article("x.json", data=json.dumps(row).encode())
    assert article.title == TITLE
    assert article.paragraphs == BODY
    assert (article.published or "")[:10] == "2025-06-01"


def test_json_lines_hold_several() -> None:
    rows = [{"title": "Một", "text": BODY[0]}, {"title": "Hai", "text": BODY[1]}]
    data = "\n".join(json.dumps(row) for row in rows).encode()
    found = read_articles("x.jsonl", data=data)
    assert [(a.path, a.title) for a in found] == [("x.jsonl:1", "Một"), ("x.jsonl:2", "Hai")]
    with pytest.raises(InputError, match="2 articles"):
        read_article("x.jsonl", data=data)


def test_json_list() -> None:
    data = json.dumps([{"text": BODY[0]}, {"text": BODY[1]}]).encode()
    assert [a.path for a in read_articles("x.json", data=data)] == ["x.json:1", "x.json:2"]


@pytest.mark.parametrize(
    ("name", "data", "where"),
    [
        ("x.jsonl", b'{"text": "a b c"}\n{"text": \n', "x.jsonl:2"),
        ("x.json", b'{\n "text": "abc",\n "title": oops\n}', "x.json:3"),
        ("x.jsonl", b'{"text": "a b c"}\n[1]\n', "x.jsonl:2"),
    ],
)
def test_broken_json_names_its_line(name: str, data: bytes, where: str) -> None:
    with pytest.raises(FormatError) as caught:
        read_articles(name, data=data)
    assert caught.value.where == where


def test_row_without_text() -> None:
    with pytest.raises(InputError, match="no article text"):
        read_articles("x.json", data=b'{"title": "only"}')


def test_unreadable_date_is_said() -> None:
    article = read_article("x.json", data=json.dumps({"text": BODY[0], "date": "soon"}).encode())
    assert article.published is None
    assert [row.text for row in article.left_out] == ["soon"]


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (PLAIN.encode(), TITLE),
        (make_docx(), TITLE),
        (make_pdf([[TITLE, *wrap(BODY[0]), *wrap(BODY[1])]]), TITLE),
        (json.dumps({"title": TITLE, "text": BODY[0]}).encode(), TITLE),
    ],
    ids=["text", "docx", "pdf", "json"],
)
def test_stdin_is_told_by_its_content(
    data: bytes, title: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stdin:
        buffer = io.BytesIO(data)

    monkeypatch.setattr(sys, "stdin", Stdin)
    article = read_article("-")
    assert (article.path, article.title) == ("-", title)


def test_pool(tmp_path: Path) -> None:
    for name in ("b.txt", "a.jsonl", "sub/c.html", ".hidden.txt", "notes.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    found = expand([str(tmp_path), str(tmp_path / "b.txt"), "-"])
    assert [Path(name).name for name in found] == ["a.jsonl", "b.txt", "c.html", "-"]
    with pytest.raises(InputError, match="no such file"):
        expand([str(tmp_path / "none")])
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no article files"):
        expand([str(tmp_path / "empty")])


def test_bad_files(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_article(str(tmp_path / "none.txt"))
    with pytest.raises(InputError, match="folder"):
        read_article(str(tmp_path))
    for content in (b"", b" \n\n", b"\xef\xbb\xbf\n"):
        (tmp_path / "e.txt").write_bytes(content)
        with pytest.raises(InputError, match="empty"):
            read_article(str(tmp_path / "e.txt"))


def test_page_without_an_article_names_the_way_out() -> None:
    data = "Trang chủ\nĐăng nhập\nTin khác\nBình luận\n".encode()
    with pytest.raises(InputError, match="no article text found") as caught:
        read_article("x.txt", data=data)
    assert "--keep-all" in (caught.value.hint or "")
    assert read_article("x.txt", data=data, keep_all=True).paragraphs


def test_a_line_beyond_measure_is_refused() -> None:
    with pytest.raises(InputError, match="5,000,000 characters") as caught:
        read_article("x.txt", data=b"abcd " * 999_999 + b"abcde")
    assert caught.value.where == "x.txt:1"


def test_language_can_be_given() -> None:
    assert read_article("x.txt", data=b"Short.", language="en").lang == "en"
    assert msgspec.to_builtins(read_article("x.txt", data=b"Short."))["lang"] == "und"
