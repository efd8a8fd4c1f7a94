"""`wb qa` and bad input: a clear error, exit status 2, nothing half-written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

SOURCE = ROOT / "corpora/vi/dengue.txt"
COVERAGE = ROOT / "corpora/en"


def refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("Error: ")
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


def test_english_is_no_source(wb: Run) -> None:
    refused(wb("qa", COVERAGE / "dengue-delta-post.html"), "English", "Hint: ")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8, ""),
        (b"\n \n\n", ""),
    ],
)
def test_sources_that_are_no_text(wb: Run, tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "source.txt"
    path.write_bytes(content)
    refused(wb("qa", path), "source.txt", says)


def test_missing_files_are_named(wb: Run) -> None:
    refused(wb("qa", "none.txt"), "none.txt")
    refused(wb("qa", SOURCE, "--coverage", "nowhere"), "nowhere")
    refused(wb("qa", SOURCE, "--draft", "none.tsv"), "none.tsv")
    refused(wb("qa", SOURCE, "--glossary", "none.csv"), "none.csv")
    refused(wb("qa", SOURCE, "--model", "no-such-model"), "no-such-model", "vi-en-270m")


def test_a_draft_of_three_columns_is_refused_with_its_line(wb: Run, tmp_path: Path) -> None:
    draft = tmp_path / "draft.tsv"
    draft.write_text("một\tone\nhai\ttwo\tthree\n", encoding="utf-8")
    refused(wb("qa", SOURCE, "--draft", draft), "draft.tsv:2")


def test_outputs_are_looked_at_before_the_work_begins(wb: Run, tmp_path: Path) -> None:
    kept = tmp_path / "report.html"
    kept.write_text("mine", encoding="utf-8")
    refused(wb("qa", SOURCE, "-o", kept), "report.html", "--force")
    refused(wb("qa", SOURCE, "-o", tmp_path / "none/report.html"), "none")
    refused(wb("qa", SOURCE, "-o", tmp_path / "report.doc"), ".doc")
    refused(wb("qa", SOURCE, "--format", "word"), "word")
    assert kept.read_text(encoding="utf-8") == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_named(wb: Run, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o555)
    refused(wb("qa", SOURCE, "-o", folder / "report.html"), "read-only")


@pytest.mark.model
def test_the_whole_job_as_json(wb: Run) -> None:
    done = wb("qa", SOURCE, "--coverage", COVERAGE, "--json")
    assert done.returncode == 1, done.stderr
    document = json.loads(done.stdout)
    assert document["schema"] == 1
    assert document["signature"].startswith("wb:")
    causes = {row["cause"] for row in document["ledger"]}
    assert causes <= {"none", "translation", "coverage", "both", "unmatched"}
    assert any(
        f["verdict"] == "conflict" and f["against"] != "translation" for f in document["findings"]
    )


@pytest.mark.model
def test_a_baseline_keeps_known_findings_from_failing(wb: Run, tmp_path: Path) -> None:
    words = ("qa", SOURCE, "--coverage", COVERAGE)
    first = wb(*words, "-o", "first.json")
    assert first.returncode == 1
    assert wb(*words, "--baseline", tmp_path / "first.json", "-o", "second.json").returncode == 0


@pytest.mark.model
def test_ctrl_c_leaves_nothing_behind(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    sentence = "Tỉnh đã chi {} tỷ đồng để sửa đường lên {} xã vùng cao trong năm nay.\n\n"
    long.write_text("".join(sentence.format(n, n + 1) for n in range(400)), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "workbench.cli.entry", "qa", str(long), "--no-memory", "-o", "r.html"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    time.sleep(4)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert "Traceback" not in errors
    assert [path.name for path in tmp_path.iterdir()] == ["long.txt"]
