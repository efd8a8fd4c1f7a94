"""Five real pages: other meetings of the same people must not be taken for the event."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

pytestmark = [pytest.mark.model, pytest.mark.shared]


@pytest.fixture(scope="module")
def links(shared: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (shared / "gold/seeds/links.json").read_text(encoding="utf-8")
    )
    return found


def _page(shared: Path, number: str) -> Path:
    return next((shared / "seeds").glob(f"{number}_*.txt"))


def _rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_each_pair_gets_its_verdict(wb: Run, shared: Path, links: dict[str, Any]) -> None:
    pairs = links["document_pairs"]
    sources = sorted({pair["vi"] for pair in pairs})
    pool = [
        word for n in sorted({p["en"] for p in pairs}) for word in ("--coverage", _page(shared, n))
    ]
    done = wb("match", *(_page(shared, n) for n in sources), *pool)
    assert done.returncode == 0, done.stderr
    said = {
        (Path(row["source"]).name[:3], Path(c["coverage"]).name[:3]): c["verdict"]
        for row in _rows(done.stdout)[1:]
        for c in row["candidates"]
    }
    for pair in pairs:
        assert said.get((pair["vi"], pair["en"]), "unrelated") in pair["accept"], pair


def test_the_same_facts_are_found_in_other_meetings(
    wb: Run, shared: Path, links: dict[str, Any]
) -> None:
    done = wb("align", _page(shared, "004"), _page(shared, "000"), "--beam", "1")
    assert done.returncode == 0, done.stderr
    header, *beads = _rows(done.stdout)
    texts = header["segments"]
    for bead in links["beads"]:
        if bead["relation"] != "same-fact":
            continue
        sides = {
            side: next(i for i, t in enumerate(texts[side]) if t.startswith(bead[side]["quote"]))
            for side in ("vi", "en")
        }
        assert any(sides["vi"] in b["vi"] and sides["en"] in b["en"] for b in beads), bead["id"]


def test_unrelated_pages_share_no_bead(wb: Run, shared: Path) -> None:
    done = wb("align", _page(shared, "004"), _page(shared, "002"), "--beam", "1")
    assert done.returncode == 0, done.stderr
    assert not [b for b in _rows(done.stdout)[1:] if b["vi"] and b["en"]]
