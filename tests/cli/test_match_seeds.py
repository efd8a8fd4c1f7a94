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


@pytest.mark.parametrize(
    ("vi", "en"), [("001", "000"), ("001", "003"), ("004", "000"), ("004", "003")]
)
def test_other_meetings_share_their_facts_and_not_their_set_phrases(
    wb: Run, shared: Path, links: dict[str, Any], vi: str, en: str
) -> None:
    done = wb("align", _page(shared, vi), _page(shared, en), "--beam", "1")
    assert done.returncode == 0, done.stderr
    header, *beads = _rows(done.stdout)
    assert header["another_event"]

    def linked(bead: dict[str, Any]) -> bool:
        ours, theirs = (
            next(i for i, text in enumerate(texts) if text.startswith(bead[side]["quote"]))
            for side, texts in header["segments"].items()
        )
        return any(ours in b["vi"] and theirs in b["en"] for b in beads)

    for kind, wanted in (("beads", True), ("false_beads", False)):
        for bead in links[kind]:
            if (bead["vi"]["doc"], bead["en"]["doc"]) == (vi, en):
                assert linked(bead) is wanted, bead["id"]


def test_unrelated_pages_share_no_bead(wb: Run, shared: Path) -> None:
    done = wb("align", _page(shared, "004"), _page(shared, "002"), "--beam", "1")
    assert done.returncode == 0, done.stderr
    assert not [b for b in _rows(done.stdout)[1:] if b["vi"] and b["en"]]
