"""Pairs and what is reported of their names: the rows of tests/specs/name_match/pairs.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.check_name.pairs import find

SPECS = Path(__file__).parents[2] / "specs" / "name_match" / "pairs.json"
ROWS: list[dict[str, Any]] = json.loads(SPECS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=[f"{r['vi'][:30]} / {r['en'][:40]}" for r in ROWS])
def test_findings(row: dict[str, Any]) -> None:
    found = find(row["vi"], row["en"])
    shown = [(f.check, f.vi and f.vi.surface, f.en and f.en.surface) for f in found]
    assert [f.check for f in found] == [e["check"] for e in row["expect"]], shown
    for finding, expected in zip(found, row["expect"], strict=True):
        for side, text, name in (
            (finding.vi, row["vi"], expected.get("vi")),
            (finding.en, row["en"], expected.get("en")),
        ):
            if name is None:
                assert side is None or "vi" in expected or "en" in expected
                continue
            assert side is not None
            assert text[side.start : side.end] == side.surface
            start = text.index(name)
            assert side.start < start + len(name)
            assert start < side.end
        assert finding.explanation
