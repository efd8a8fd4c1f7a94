"""The five shared pages, read against their gold where it is found."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from workbench.ingest import read_article

SHARED = Path(os.environ.get("WB_SHARED", Path(__file__).parents[4] / "shared"))
GOLD = sorted(SHARED.glob("gold/seeds/*.article.json"))

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not GOLD, reason="the shared pages are not here"),
]


@pytest.fixture(params=GOLD, ids=lambda path: path.name[:3])
def gold(request: pytest.FixtureRequest) -> dict[str, Any]:
    row: dict[str, Any] = json.loads(request.param.read_text(encoding="utf-8"))
    return row


def test_line_f1(gold: dict[str, Any]) -> None:
    article = read_article(str(SHARED / "seeds" / gold["file"]))
    wanted, found = set(gold["body_lines"]), set(article.lines)
    assert 2 * len(wanted & found) / (len(wanted) + len(found)) >= 0.97


def test_facts(gold: dict[str, Any]) -> None:
    article = read_article(str(SHARED / "seeds" / gold["file"]))
    keys = ("title", "published", "author", "source", "lang")
    assert {k: getattr(article, k) for k in keys} == {k: gold[k] for k in keys}


def test_captions_and_repeats(gold: dict[str, Any]) -> None:
    article = read_article(str(SHARED / "seeds" / gold["file"]))
    reasons = {row.line: row.reason for row in article.left_out}
    assert {reasons[n] for n in gold["caption_lines"]} <= {"caption"}
    assert {reasons[n] for n in gold["title_repeat_lines"]} <= {"repeats the title"}
