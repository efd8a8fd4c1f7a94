"""``wb translate`` on articles, with a fake engine in this process."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.cli.app import run
from workbench.engine import FakeEngine

ARTICLE = """Thông xe cầu mới ở Trà Lương

(Báo Mẫu) - Sáng nay, cầu Trà Lương bắc qua sông Vệ chính thức thông xe. Cầu dài 2,4 km.

Người dân bốn xã vùng cao đi lại dễ dàng hơn trong mùa mưa lũ năm nay.
"""
Wb = Callable[..., "tuple[int, str, str]"]


@pytest.fixture
def wb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Wb:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bài.txt").write_text(ARTICLE, encoding="utf-8")

    def call(*words: str, engine: FakeEngine | None = None) -> tuple[int, str, str]:
        used = engine or FakeEngine(default="<b>&{}")
        monkeypatch.setattr("workbench.pipeline.model.load_engine", lambda *_, **__: used)
        status = run(["translate", "--no-memory", *words])
        told = capsys.readouterr()
        return status, told.out, told.err

    return call


def test_text_stands_side_by_side(wb: Wb) -> None:
    status, out, err = wb("bài.txt", engine=FakeEngine(default="English of {}"))
    assert status == 0, err
    lines = out.splitlines()
    assert all(" | " in line or "=" in line or not line for line in lines)
    assert "English of Thông xe cầu mới" in lines[0]
    assert "Cầu dài 2,4 km." in out


def test_rows_have_a_header_and_one_segment_each(wb: Wb) -> None:
    status, out, _ = wb("bài.txt", "--json")
    header, *rows = map(json.loads, out.splitlines())
    assert status == 0
    assert header["schema"] == 1
    assert "model:fake" in header["signature"]
    assert [row["segment"] for row in rows] == list(range(len(rows)))
    assert {row["article"] for row in rows} == {"bài.txt"}
    assert all(row["en"] == f"<b>&{row['vi']}" for row in rows)


def test_the_page_escapes_and_says_what_to_look_at(wb: Wb, tmp_path: Path) -> None:
    engine = FakeEngine({"Cầu dài 2,4 km.": "The bridge is <24> kilometres long."}, default="x {}")
    status, out, err = wb("bài.txt", "-o", "trang.html", engine=engine)
    page = (tmp_path / "trang.html").read_text(encoding="utf-8")
    assert (status, out) == (0, "")
    assert "wrote trang.html" in err
    assert "The bridge is &lt;24&gt; kilometres long." in page
    assert "figures differ" in page
    assert 'lang="vi"' in page
    assert "http" not in page.replace("http-equiv", "")


@pytest.mark.parametrize("suffix", ["txt", "jsonl", "docx", "xlsx", "csv", "tmx", "xliff"])
def test_every_suffix_is_written(wb: Wb, tmp_path: Path, suffix: str) -> None:
    status, _, err = wb("bài.txt", "-o", f"ra.{suffix}")
    assert status == 0, err
    assert (tmp_path / f"ra.{suffix}").stat().st_size > 100


def test_an_existing_output_is_kept_before_any_work(wb: Wb, tmp_path: Path) -> None:
    (tmp_path / "ra.txt").write_text("mine", encoding="utf-8")
    engine = FakeEngine()
    status, _, err = wb("bài.txt", "-o", "ra.txt", engine=engine)
    assert status == 2
    assert "--force" in err
    assert not engine.calls
    assert (tmp_path / "ra.txt").read_text(encoding="utf-8") == "mine"
    assert wb("bài.txt", "-o", "ra.txt", "--force")[0] == 0
    assert (tmp_path / "ra.txt").read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "no file is named"),
        (("nothing.txt",), "nothing.txt"),
        (("bài.txt", "-o", "ra.pdf"), "'.pdf'"),
        (("bài.txt", "--format", "pdf"), "unknown format 'pdf'"),
        (("bài.txt", "bài.txt", "-o", "ra.tmx"), "2 were read"),
        (("bài.txt", "-o", "no/such/ra.txt"), "no such folder"),
        (("--lines", "bài.txt", "-o", "ra.html"), "--lines cannot be written as html"),
        (("--lines", "bài.txt", "bài.txt"), "--lines takes one file"),
        (("--lines", "nothing.txt"), "cannot read nothing.txt"),
    ],
)
def test_wrong_words_are_told(wb: Wb, words: tuple[str, ...], told: str) -> None:
    status, out, err = wb(*words)
    assert (status, out) == (2, "")
    assert told in err
    assert "Hint: " in err


def test_english_is_no_source(wb: Wb, tmp_path: Path) -> None:
    text = "The new bridge was opened this morning, and people of the four communes came to see it."
    (tmp_path / "en.txt").write_text(text, encoding="utf-8")
    for words in (("en.txt",), ("--lines", "en.txt")):
        status, out, err = wb(*words)
        assert (status, out) == (2, "")
        assert "the source is English" in err


def test_one_line_out_for_each_in(wb: Wb, tmp_path: Path) -> None:
    data = "\ufeffHội nghị khai mạc.\r\n\r\n***\nHà Nội\u2028đẹp\nDòng cuối"
    (tmp_path / "dòng.txt").write_bytes(data.encode())
    status, out, _ = wb("--lines", "dòng.txt", engine=FakeEngine(default="[{}]"))
    assert status == 0
    assert out == "[Hội nghị khai mạc.]\n\n***\n[Hà Nội đẹp]\n[Dòng cuối]\n"


def test_lines_as_rows_carry_their_flags(wb: Wb, tmp_path: Path) -> None:
    (tmp_path / "dòng.txt").write_text("Có 38 tỷ đồng.\nXin chào các bạn.\n", encoding="utf-8")
    answers = {
        "Có 38 tỷ đồng.": "There are 38 million dong.",
        "Có 38 billion VND.": "There are 38 million VND.",
        "Xin chào các bạn.": "Hello, friends.",
    }
    status, out, err = wb("--lines", "dòng.txt", "--json", engine=FakeEngine(answers))
    rows = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [(row["line"], row["flags"]) for row in rows[1:]] == [(1, ["figures"]), (2, [])]
    assert "look at 1 of 2 lines: 1 (figures)" in err


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"Xin ch\xc3\xa0o.\nH\xe0 N\xf4i\n", "not UTF-8, l.txt:2"),
        (b"a\x00b\n", "not text: it has zero bytes, l.txt:1"),
        ("Một dòng.\n".encode() + b"a " * 2_500_000, "a line of more than 200,000 bytes, l.txt:2"),
    ],
)
def test_lines_that_cannot_be_read_name_their_place(
    wb: Wb, tmp_path: Path, data: bytes, told: str
) -> None:
    (tmp_path / "l.txt").write_bytes(data)
    status, _, err = wb("--lines", "l.txt", "-o", "ra.txt")
    assert status == 2
    assert told in err
    assert not (tmp_path / "ra.txt").exists()


def test_a_single_line_of_five_megabytes_is_no_article(wb: Wb, tmp_path: Path) -> None:
    (tmp_path / "to.txt").write_text("một hai ba " * 450_000, encoding="utf-8")
    status, out, err = wb("to.txt")
    assert (status, out) == (2, "")
    assert "Hint: " in err
