"""``wb score``, ``diff``, ``export`` and ``edits`` on a QA result, as other programs see them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests import newsroom
from tests.conftest import Run
from workbench.report import render


@pytest.fixture
def result(tmp_path: Path) -> Path:
    path = tmp_path / "qa.json"
    path.write_text(str(render([newsroom.report()], "json")), encoding="utf-8")
    return path


@pytest.fixture
def better(tmp_path: Path) -> Path:
    report = newsroom.report()
    path = tmp_path / "better.json"
    fixed = replace(report, findings=report.findings[1:])
    path.write_text(str(render([fixed], "json")), encoding="utf-8")
    return path


def test_score_pools_results(wb: Run, result: Path) -> None:
    done = wb("score", str(result), "--json")
    assert done.returncode == 0
    document = json.loads(done.stdout)
    assert document["schema"] == 1
    scores = {score["name"]: score for score in document["scores"]}
    assert scores["figures.translation"]["hits"] == 2
    assert "ter.coverage" in scores
    assert all(score["signature"] for score in scores.values())


def test_score_against_a_reference(wb: Run, tmp_path: Path) -> None:
    for name, texts in (("mt.txt", newsroom.MACHINE), ("ref.txt", newsroom.MACHINE)):
        (tmp_path / name).write_text("\n".join(texts) + "\n", encoding="utf-8")
    done = wb("score", str(tmp_path / "mt.txt"), "--reference", str(tmp_path / "ref.txt"))
    assert done.returncode == 0
    assert "BLEU against the reference translation: 100.0" in done.stdout
    (tmp_path / "ref.txt").write_text("one line\n", encoding="utf-8")
    done = wb("score", str(tmp_path / "mt.txt"), "--reference", str(tmp_path / "ref.txt"))
    assert done.returncode == 2
    assert "6 lines against 1" in done.stderr


def test_diff_fails_on_what_is_new_only(wb: Run, result: Path, better: Path) -> None:
    done = wb("diff", str(result), str(better))
    assert done.returncode == 0
    assert "1 finding fixed, 0 new, 5 kept." in done.stdout
    done = wb("diff", str(better), str(result), "--json")
    assert done.returncode == 1
    document = json.loads(done.stdout)
    assert [row["check"] for row in document["new"]] == ["date-order"]
    assert wb("diff", str(better), str(result), "--exit-zero").returncode == 0


def test_diff_of_something_else_says_what_it_wants(wb: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("[1]", encoding="utf-8")
    done = wb("diff", str(path), str(path))
    assert done.returncode == 2
    assert "Hint: Give the result of 'wb qa --json'" in done.stderr


def test_export_edit_and_back(wb: Run, result: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    assert wb("export", str(result), "-o", str(table)).returncode == 0
    text = table.read_text(encoding="utf-8-sig")
    table.write_text(
        text.replace("So far, 12 households", "To date, 12 families"), encoding="utf-8"
    )
    draft = tmp_path / "draft.tsv"
    done = wb("edits", str(result), str(table), "-o", str(draft), "--json")
    assert done.returncode == 0
    header, change = (json.loads(line) for line in done.stdout.splitlines())
    assert header["article"] == "reservoir.txt"
    assert change["segment"] == 4
    assert change["after"] == "To date, 12 families have received compensation."
    pairs = [line.split("\t") for line in draft.read_text(encoding="utf-8").splitlines()]
    assert len(pairs) == len(newsroom.SOURCE)
    assert pairs[4] == [newsroom.SOURCE[4], change["after"]]


@pytest.mark.parametrize("name", ["a.tmx", "a.xliff", "a.docx", "a.xlsx", "a.tbx"])
def test_export_by_suffix_keeps_existing_files(
    wb: Run, result: Path, tmp_path: Path, name: str
) -> None:
    target = tmp_path / name
    assert wb("export", str(result), "-o", str(target)).returncode == 0
    assert target.stat().st_size > 0
    done = wb("export", str(result), "-o", str(target))
    assert done.returncode == 2
    assert "--force" in done.stderr


def test_export_wants_to_know_which_article(wb: Run, tmp_path: Path) -> None:
    path = tmp_path / "two.json"
    reports = [newsroom.report(path="a.txt"), newsroom.report(path="b.txt")]
    path.write_text(str(render(reports, "json")), encoding="utf-8")
    done = wb("export", str(path), "-o", str(tmp_path / "x.tmx"))
    assert done.returncode == 2
    assert "a.txt, b.txt" in done.stderr
    done = wb("export", str(path), "-o", str(tmp_path / "x.tmx"), "--article", "b.txt")
    assert done.returncode == 0


def test_check_counts_only_what_no_baseline_knows(wb: Run, tmp_path: Path) -> None:
    pairs = "Quỹ đã chi 72 tỷ đồng.\tThe fund has spent 72 million VND.\n"
    words = ("check", "--pairs", "-", "--dimension", "figure")
    first = wb(*words, "--json", stdin=pairs)
    assert first.returncode == 1
    known = tmp_path / "known.jsonl"
    known.write_text(first.stdout, encoding="utf-8")
    assert wb(*words, "--baseline", str(known), stdin=pairs).returncode == 0
    more = pairs + "Xưởng có 45 công nhân.\tThe workshop has 54 workers.\n"
    assert wb(*words, "--baseline", str(known), stdin=more).returncode == 1
    aside = tmp_path / "aside.jsonl"
    aside.write_text('{"value": "72 tỷ đồng", "reason": "a quotation"}\n', encoding="utf-8")
    assert wb(*words, "--dismissals", str(aside), stdin=pairs).returncode == 0
