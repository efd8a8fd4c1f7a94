import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.model

VI = """Cảng cá Lộc An mở lại sau hai năm sửa chữa

Sáng 3/6, cảng cá Lộc An đón 45 tàu đầu tiên.

Chi phí sửa chữa là 62 tỷ đồng.
"""
EN = """Loc An fishing port opens again

The first 45 boats entered Loc An fishing port on the morning of June 3.

Repairs cost 62 billion VND.

An ice factory is planned beside the harbour.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    (tmp_path / "vi.txt").write_text(VI, encoding="utf-8")
    (tmp_path / "en.txt").write_text(EN, encoding="utf-8")
    return tmp_path


def _rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.usefixtures("articles")
def test_align_prints_a_header_and_each_segment_once(wb: Run) -> None:
    done = wb("align", "vi.txt", "en.txt", "--beam", "1")
    assert done.returncode == 0, done.stderr
    header, *beads = _rows(done.stdout)
    assert header["schema"] == 1
    assert not {"vi", "en"} & header.keys()  # what has these keys is a bead
    assert "stage:align" in header["signature"]
    assert header["segments"]["en"] == [line for line in EN.splitlines() if line]
    for side in ("vi", "en"):
        used = sorted(i for bead in beads for i in bead[side])
        assert used == list(range(len(header["segments"][side])))
    links = {(tuple(b["vi"]), tuple(b["en"])) for b in beads}
    assert {((1,), (1,)), ((2,), (2,)), ((), (3,))} <= links
    assert {"vi", "en", "score", "kind", "evidence"} == set(beads[0])
    said = wb("align", "vi.txt", "en.txt", "--beam", "1", "--explain")
    assert "en 3 has no counterpart" in said.stdout


def test_align_of_two_events_links_facts_alone_and_says_so(wb: Run, articles: Path) -> None:
    (articles / "vi.txt").write_text(
        "Hội Nghề cá đón đoàn Na Uy\n\nThứ hai, 5/8/2024 09:15\n\n"
        "Chiều 4/8, Hội Nghề cá tỉnh Bình Thuận tiếp đoàn Na Uy.\n\n"
        "Hai bên mong muốn tăng cường quan hệ hợp tác hữu nghị.\n\n"
        "Đến nay Hội đã kết nạp 3.472 hội viên mới.\n",
        encoding="utf-8",
    )
    (articles / "en.txt").write_text(
        "Fisheries Association receives Dutch guests\n\nMarch 6, 2024\n\n"
        "The Binh Thuan Fisheries Association received a Dutch delegation on March 5.\n\n"
        "Both sides hoped to strengthen friendly cooperation.\n\n"
        "So far the association has admitted 3,472 new members.\n",
        encoding="utf-8",
    )
    done = wb("align", "vi.txt", "en.txt", "--beam", "1")
    assert done.returncode == 0, done.stderr
    assert "report two events" in done.stderr
    header, *beads = _rows(done.stdout)
    assert "days" in header["another_event"]
    assert [(b["vi"], b["en"]) for b in beads if b["vi"] and b["en"]] == [([3], [3])]
    done = wb("align", "vi.txt", "en.txt", "--beam", "1", "--one-event", "--quick")
    header, *beads = _rows(done.stdout)
    assert header["another_event"] is None
    assert "likelihood:off" in header["signature"]
    assert ([2], [2]) in [(b["vi"], b["en"]) for b in beads]


@pytest.mark.usefixtures("articles")
def test_align_refuses_two_articles_of_one_language(wb: Run) -> None:
    done = wb("align", "vi.txt", "vi.txt")
    assert done.returncode == 2
    assert "Error: " in done.stderr
    assert "Hint: " in done.stderr


@pytest.mark.usefixtures("articles")
def test_match_gives_a_row_for_each_source(wb: Run) -> None:
    done = wb("match", "vi.txt", "--coverage", "en.txt", "--coverage", "vi.txt")
    assert done.returncode == 0, done.stderr
    header, row = _rows(done.stdout)
    assert header["pool"] == 1
    assert "vi.txt is Vietnamese and was left out" in done.stderr
    assert row["source"] == "vi.txt"
    assert [(c["coverage"], c["verdict"]) for c in row["candidates"]] == [("en.txt", "same-event")]
    assert {"days_apart", "figures", "names", "terms"} <= set(row["candidates"][0]["evidence"])


@pytest.mark.usefixtures("articles")
def test_match_keeps_its_index(wb: Run) -> None:
    assert wb("match", "vi.txt", "--coverage", "en.txt", "--index", "pool").returncode == 0
    done = wb("match", "vi.txt", "--index", "pool", "--explain")
    assert done.returncode == 0, done.stderr
    assert "reports the same event" in done.stdout


def test_match_with_an_empty_pool_finds_nothing(wb: Run, articles: Path) -> None:
    (articles / "none").mkdir()
    done = wb("match", "vi.txt", "--coverage", "vi.txt")
    assert done.returncode == 0
    assert "the pool is empty" in done.stderr
    assert _rows(done.stdout)[1]["candidates"] == []
    assert wb("match", "vi.txt").returncode == 2


def test_eval_measures_gold_beads(wb: Run, articles: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"source": "vi.txt", "coverage": "en.txt"},
        {"vi": [1], "en": [1]},
        {"vi": [2], "en": [2]},
        {"vi": [0], "en": [0]},
    ]
    (articles / "gold.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = wb("eval", "align", "gold.jsonl", "--peers", "--json")
    assert done.returncode == 0, done.stderr
    _, *methods = _rows(done.stdout)
    assert methods[0]["method"] == "sparse"
    assert len(methods) == 4
    assert methods[0]["recall, strict"]["hits"] >= 2
    done = wb("eval", "match", "gold.jsonl", "--json")
    assert done.returncode == 0, done.stderr
    assert _rows(done.stdout)[1]["same events called same-event"]["hits"] == 1
    (articles / "gold.jsonl").write_text('{"vi": [1], "en": [1]}\n', encoding="utf-8")
    assert wb("eval", "align", "gold.jsonl").returncode == 2
    assert wb("eval", "match").returncode == 2
