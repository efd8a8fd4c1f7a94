"""``wb ingest`` as other programs see it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

PAGE = """Trang chủ / Xã hội
Chợ quê Phú Thị mở lại sau hai năm sửa mái
08:15 03/04/2024
Chợ Phú Thị (Gia Lâm) vừa mở cửa trở lại với 96 gian hàng lợp mái tôn mới và lối đi lát gạch.
Theo ban quản lý, tiểu thương được miễn phí chỗ ngồi trong ba tháng đầu để kéo khách quay về.
Thảo Nhi
Tin khác
Hội làng Kiêu Kỵ đông khách
"""
BODY = [PAGE.split("\n")[3], PAGE.split("\n")[4]]


def test_json_document(wb: Run) -> None:
    done = wb("ingest", "--json", "-", stdin=PAGE)
    assert done.returncode == 0
    assert done.stderr == ""
    row = json.loads(done.stdout)
    assert row["schema"] == 1
    assert row["signature"].startswith("wb:")
    assert row["title"] == "Chợ quê Phú Thị mở lại sau hai năm sửa mái"
    assert row["published"] == "2024-04-03T08:15"
    assert row["author"] == "Thảo Nhi"
    assert row["source"] is None
    assert row["lang"] == "vi"
    assert row["paragraphs"] == BODY
    assert {"line", "text", "reason"} == set(row["left_out"][0])
    assert [r["line"] for r in row["left_out"]] == [1, 3, 6, 7, 8]


def test_several_files_are_json_lines(wb: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    done = wb("ingest", "--json", "a.txt", "b.txt")
    assert [json.loads(line)["path"] for line in done.stdout.splitlines()] == ["a.txt", "b.txt"]


def test_view_for_a_reader(wb: Run) -> None:
    done = wb("ingest", "-", stdin=PAGE)
    assert done.stdout.split("\n\n") == [
        "Chợ quê Phú Thị mở lại sau hai năm sửa mái",
        "published: 2024-04-03T08:15 (from the page) · author: Thảo Nhi · lang: vi",
        BODY[0],
        BODY[1] + "\n",
    ]
    assert "left out 5 lines" in done.stderr


def test_keep_all(wb: Run) -> None:
    row = json.loads(wb("ingest", "--json", "--keep-all", "-", stdin=PAGE).stdout)
    assert row["left_out"] == []
    assert len(row["paragraphs"]) == 7


def test_what_is_ingested_is_ingested_again(wb: Run, tmp_path: Path) -> None:
    first = json.loads(wb("ingest", "--json", "-", stdin=PAGE).stdout)
    (tmp_path / "a.json").write_text(json.dumps(first), encoding="utf-8")
    again = json.loads(wb("ingest", "--json", "a.json").stdout)
    assert again == {**first, "path": "a.json"}


def test_output_file_is_not_replaced_unasked(wb: Run, tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("mine", encoding="utf-8")
    done = wb("ingest", "--json", "-", "-o", "out.json", stdin=PAGE)
    assert done.returncode == 2
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "mine"
    done = wb("ingest", "--json", "-", "-o", "out.json", "--force", stdin=PAGE)
    assert done.returncode == 0
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["paragraphs"] == BODY


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 20,
    "wrong.txt": b"bad \xff\xfd\x98 bytes\n" * 9,
    "broken.docx": b"PK\x03\x04 word/ nothing",
    "broken.pdf": b"%PDF-1.4\n%%EOF",
    "broken.json": b'{"text": ',
    "broken.jsonl": b'{"text": "one"}\n{"text"\n',
    "menu.txt": "Trang chủ\nĐăng nhập\nTin khác\n".encode(),
    "long.txt": b"word " * 1_000_000,
}


@pytest.mark.parametrize("name", [*BAD, "missing.txt", "folder"])
def test_bad_input_is_named_with_a_hint(wb: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    if name in BAD:
        (tmp_path / name).write_bytes(BAD[name])
    done = wb("ingest", "--json", name)
    assert done.returncode == 2
    assert done.stdout == ""
    error, hint = done.stderr.splitlines()
    assert error.startswith("Error: ")
    assert name in error
    assert hint.startswith("Hint: ")
    assert "internal" not in error


def test_unknown_language(wb: Run) -> None:
    done = wb("ingest", "--lang", "fr", "-", stdin=PAGE)
    assert done.returncode == 2
    assert "vi, en" in done.stderr
