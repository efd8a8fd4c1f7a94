"""Comparable articles: each newsroom words the event anew, and another event borrows the set phrases."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Run

pytestmark = pytest.mark.model

FOLDER = ROOT / "corpora/comparable"
GOLD: list[dict[str, Any]] = [
    json.loads(line) for line in (FOLDER / "test.jsonl").read_text(encoding="utf-8").splitlines()
]
#: Shares of the gold that must be found, well below what is measured (docs/alignment.md).
FOUND, RIGHT = 0.6, 0.75


def _rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_each_report_is_told_from_the_one_of_another_event(wb: Run) -> None:
    sources = sorted({str(FOLDER / row["source"]) for row in GOLD})
    coverage = [word for row in GOLD for word in ("--coverage", str(FOLDER / row["coverage"]))]
    done = wb("match", *sources, *coverage)
    assert done.returncode == 0, done.stderr
    said = {
        (row["source"], c["coverage"]): c["verdict"]
        for row in _rows(done.stdout)[1:]
        for c in row["candidates"]
    }
    for row in GOLD:
        pair = str(FOLDER / row["source"]), str(FOLDER / row["coverage"])
        assert said.pop(pair, None) == row.get("verdict", "same-event"), pair
    assert "same-event" not in said.values()


@pytest.mark.parametrize(
    "row",
    [row for row in GOLD if row["coverage"].endswith("en-1.txt")],
    ids=lambda row: Path(row["coverage"]).parent.name,
)
def test_sentences_worded_anew_are_found(wb: Run, row: dict[str, Any]) -> None:
    done = wb("align", FOLDER / row["source"], FOLDER / row["coverage"], "--beam", "1")
    assert done.returncode == 0, done.stderr
    gold = {(i, j) for bead in row["beads"] for i in bead["vi"] for j in bead["en"]}
    beads = [b for b in _rows(done.stdout)[1:] if b["vi"] and b["en"]]
    right = [b for b in beads if any((i, j) in gold for i in b["vi"] for j in b["en"])]
    ours = {(i, j) for b in beads for i in b["vi"] for j in b["en"]}
    found = [b for b in row["beads"] if any((i, j) in ours for i in b["vi"] for j in b["en"])]
    assert len(found) >= FOUND * len(row["beads"])
    assert len(right) >= RIGHT * len(beads)
