"""The main job on the sample articles with the embedded model, from files to report."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Run

sys.path.insert(0, str(ROOT / "corpora"))

import slips

pytestmark = pytest.mark.model
EVENTS = slips.load_events()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the QA document of all sample articles."""
    from workbench.cli.app import run

    target = tmp_path_factory.mktemp("qa")
    drafts = [
        w for e in EVENTS if "draft" in e for w in ("--draft", str(slips.FOLDER / e["draft"]))
    ]
    status = run(
        [
            "qa", *(str(slips.FOLDER / event["source"]) for event in EVENTS),
            "--coverage", str(slips.FOLDER / "en"), *drafts,
            "-o", str(target / "report.json"), "-o", str(target / "report.html"),
        ]
    )  # fmt: skip
    assert status == 1
    document: dict[str, Any] = json.loads((target / "report.json").read_text(encoding="utf-8"))
    document["html"] = (target / "report.html").read_text(encoding="utf-8")
    return document


@pytest.mark.parametrize("slip", slips.load_slips(), ids=lambda slip: f"{slip.event}: {slip.what}")
def test_every_planted_slip_is_found(report: dict[str, Any], slip: slips.Slip) -> None:
    assert slip.is_in(report["findings"])


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event["id"])
def test_coverage_is_that_of_the_event(report: dict[str, Any], event: dict[str, Any]) -> None:
    article = next(a for a in report["articles"] if a["path"].endswith(event["source"]))
    taken = {Path(view["path"]).name for view in article["coverage"]}
    assert taken == {Path(path).name for path in event["same_event"]}
    verdicts = {Path(c["coverage"]).name: c["verdict"] for c in article["candidates"]}
    for path in event.get("related", ()):
        assert verdicts.get(Path(path).name) == "related"


def test_later_figures_are_updates(report: dict[str, Any]) -> None:
    for event in EVENTS:
        for update in event.get("update", ()):
            edges = [
                edge
                for row in report["ledger"]
                if row["article"].endswith(event["source"])
                and row["source"]["surface"] == update["vi"]
                for edge in row["coverage"]
                if edge["against"].endswith(update["where"])
            ]
            assert any(edge["verdict"] in {"updated", "other-matter"} for edge in edges), update
            assert all(edge["verdict"] != "conflict" for edge in edges), update


def test_every_segment_stands_in_one_bead(report: dict[str, Any]) -> None:
    for article in report["articles"]:
        for view in article["coverage"]:
            for side, count in (("vi", len(article["segments"])), ("en", len(view["segments"]))):
                found = sorted(i for bead in view["beads"] for i in bead[side])
                assert found == list(range(count))


def test_spans_slice_back(report: dict[str, Any]) -> None:
    for article in report["articles"]:
        for side, texts in (("vi", article["segments"]), ("en", article["translations"])):
            for mention in article["mentions"][side]:
                text = texts[mention["segment"]]["text"]
                assert text[mention["start"] : mention["end"]] == mention["surface"]


def test_the_report_stands_alone(report: dict[str, Any]) -> None:
    assert "http://" not in report["html"].replace("http://www.w3.org/", "")
    assert "Content-Security-Policy" in report["html"]


def test_lines_come_back_line_for_line(wb: Run) -> None:
    text = "Sáng nay trời mưa.\n\nGiá xăng tăng 5%.\n"
    done = wb("translate", "--lines", "-", stdin=text)
    assert done.returncode == 0
    lines = done.stdout.split("\n")
    assert len(lines) == 4
    assert lines[1] == ""
    assert "5%" in lines[2] or "five" in lines[2].lower()
