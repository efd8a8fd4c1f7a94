"""``wb extract`` as other programs see it."""

from __future__ import annotations

import json
import unicodedata

from tests.conftest import Run


def rows(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_rows_follow_a_header_with_schema_and_signature(wb: Run) -> None:
    done = wb("extract", "--lang", "vi", "--dimension", "figure", stdin="\nVốn hơn 38 tỷ đồng.\n")
    assert done.returncode == 0
    header, row = rows(done.stdout)
    assert header["schema"] == 1
    assert "stage:extract" in str(header["signature"])
    assert row == {
        "line": 2, "start": 8, "end": 18, "surface": "38 tỷ đồng", "dimension": "figure",
        "kind": "money",
        "value": {"amount": "38000000000", "unit": "VND", "comparator": "gt"},
        "rule": "vi.money.scale",
    }  # fmt: skip


def test_offsets_are_of_the_composed_line(wb: Run) -> None:
    text = "Giữa hai bên có 24.396 đoàn viên."
    done = wb("extract", "--lang", "vi", "-", stdin=unicodedata.normalize("NFD", text) + "\r\n")
    found = rows(done.stdout)[1:]
    assert [row["surface"] for row in found] == ["hai", "24.396"]
    for row in found:
        assert text[row["start"] : row["end"]] == row["surface"]  # type: ignore[misc]


def test_the_articles_date_completes_dates(wb: Run) -> None:
    text = "They met on August 5.\n"
    done = wb(
        "extract", "--lang", "en", "--dimension", "figure", "--published", "2022-08-16", stdin=text
    )
    assert rows(done.stdout)[1]["value"] == {"date": "--08-05", "resolved": "2022-08-05"}


def test_names_and_figures_come_in_text_order(wb: Run) -> None:
    done = wb("extract", "--lang", "en", stdin="In 2022 Dang Thi Hoa met 24 workers in Hanoi.\n")
    found = rows(done.stdout)[1:]
    assert [row["start"] for row in found] == sorted(row["start"] for row in found)  # type: ignore[type-var]
    assert {row["dimension"] for row in found} == {"figure", "name"}


def test_wrong_words_are_refused_with_a_hint(wb: Run) -> None:
    for words in (
        ("--lang", "fr"),
        ("--lang", "vi", "--dimension", "x"),
        ("--lang", "vi", "--published", "x"),
    ):
        done = wb("extract", *words, stdin="")
        assert done.returncode == 2
        assert done.stderr.startswith("Error: ")
        assert "Hint: " in done.stderr
    assert wb("extract", "--lang", "vi", "missing.txt").returncode == 2
