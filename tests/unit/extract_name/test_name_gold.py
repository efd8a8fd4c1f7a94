"""Names of real pages against marks made by hand; skipped where the pages are not at hand."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from workbench.extract.name import find_names
from workbench.language import Language

SHARED = Path(os.environ.get("WB_SHARED", Path(__file__).parents[4] / "shared"))
PAGES: dict[str, Language] = {"000": "en", "001": "vi", "002": "en", "003": "en", "004": "vi"}
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SHARED / "gold" / "seeds").is_dir(), reason="no marked pages here"),
]


def _meets(gold: dict[str, Any], line: int, start: int, end: int) -> bool:
    return bool(gold["line"] == line and gold["start"] < end and start < gold["end"])


def _page(page: str) -> tuple[int, int, int, int]:
    """Return how many names are marked, found, found strictly and found laxly."""
    lines = next((SHARED / "seeds").glob(f"{page}_*")).read_text(encoding="utf-8").split("\n")
    marks = (SHARED / "gold" / "seeds" / f"{page}.mentions.jsonl").read_text(encoding="utf-8")
    gold = [row for row in map(json.loads, marks.splitlines()) if row["dimension"] == "name"]
    wanted = [row for row in gold if not (row.get("optional") or row.get("nested"))]
    spare = [row for row in gold if row not in wanted]
    found = []
    for line in sorted({row["line"] for row in gold}):
        for m in find_names(lines[line - 1], PAGES[page]):
            here = any(_meets(row, line, m.start, m.end) for row in wanted)
            if m.kind != "other" and (
                here or not any(_meets(row, line, m.start, m.end) for row in spare)
            ):
                found.append((line, m.start, m.end, m.kind))
    strict = sum((r["line"], r["start"], r["end"], r["kind"]) in found for r in wanted)
    lax = sum(any(_meets(r, *f[:3]) and f[3] == r["kind"] for f in found) for r in wanted)
    return len(wanted), len(found), strict, lax


def test_names_of_the_marked_pages() -> None:
    wanted, found, strict, lax = map(sum, zip(*map(_page, PAGES), strict=True))
    assert 2 * strict / (wanted + found) >= 0.90
    assert 2 * lax / (wanted + found) >= 0.95
