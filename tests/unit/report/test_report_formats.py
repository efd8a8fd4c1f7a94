"""The same facts in every format; baseline, dismissals and differences."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from tests import newsroom
from workbench.errors import FormatError, UsageError
from workbench.records import ArticleReport, LedgerRow
from workbench.report import FORMATS, format_of, render
from workbench.report.diff import compare, difference_document, difference_text
from workbench.report.reread import read_document, read_reports
from workbench.report.triage import Triage, load_baseline, load_dismissals

REPORT = newsroom.report()
IDS = [finding.id for finding in REPORT.findings]
HOSTILE = "</script><script>alert(1)</script> \u202eright-to-left\u202c =cmd()|x " + "w" * 10_000


def text(report: ArticleReport, format: str, **more: object) -> str:  # noqa: A002
    out = render([report], format, **more)  # type: ignore[arg-type]
    assert isinstance(out, str)
    return out


def hostile() -> ArticleReport:
    """An article that says everything a page should not run."""
    first = REPORT.segments[0]
    segment = replace(first, text=HOSTILE, end=len(HOSTILE))
    article = replace(REPORT.article, title=HOSTILE, source=HOSTILE, author="javascript:alert(1)")
    return replace(
        REPORT,
        article=article,
        segments=(segment, *REPORT.segments[1:]),
        translations=(replace(REPORT.translations[0], text=HOSTILE), *REPORT.translations[1:]),
    )


def test_json_is_one_document_with_schema_signature_findings_and_ledger() -> None:
    document = json.loads(text(REPORT, "json"))
    assert document["schema"] == 1
    assert document["signature"] == REPORT.signature
    assert [row["id"] for row in document["findings"]] != []
    assert set(IDS) == {row["id"] for row in document["findings"]}
    row = next(r for r in document["ledger"] if r["source"]["surface"] == "38 tỷ đồng")
    assert row["article"] == "reservoir.txt"
    assert row["cause"] == "translation"
    assert row["translation"]["verdict"] == "scale"
    assert row["translation"]["side"]["value"] == {"amount": "38000000", "unit": "VND"}
    assert [(e["against"], e["verdict"]) for e in row["coverage"]] == [("herald.html", "equal")]
    assert document["articles"][0]["left_out"][0]["reason"] == "navigation"
    assert document["articles"][0]["coverage"][0]["beads"][1]["kind"] == "1-1"
    assert document["articles"][0]["mentions"]["vi"][0]["surface"] == "5/8"


def test_json_lines_begin_with_the_header() -> None:
    rows = [json.loads(line) for line in text(REPORT, "jsonl").splitlines()]
    assert rows[0]["schema"] == 1
    assert rows[0]["signature"] == REPORT.signature
    kinds = [row["type"] for row in rows[1:]]
    assert kinds.count("finding") == len(IDS)
    assert kinds.count("ledger") == len(REPORT.ledger)
    assert kinds.count("article") == 1


@pytest.mark.parametrize("format", ["text", "markdown", "csv", "sarif", "html", "json"])
def test_every_finding_is_in_every_format(format: str) -> None:  # noqa: A002
    out = text(REPORT, format)
    for identifier in IDS:
        assert identifier in out


def test_csv_rows_and_formulas() -> None:
    rows = list(csv.DictReader(io.StringIO(text(REPORT, "csv"))))
    assert [row["id"] for row in rows]
    assert {row["cause"] for row in rows} >= {
        "translation",
        "coverage",
    }
    finding = replace(REPORT.findings[0], explanation='=HYPERLINK("http://example.org")')
    row = next(csv.DictReader(io.StringIO(text(replace(REPORT, findings=(finding,)), "csv"))))
    assert row["explanation"].startswith("'=")


def test_workbook_has_every_part_and_no_formula() -> None:
    finding = replace(REPORT.findings[0], explanation="=1+1")
    data = render([replace(REPORT, findings=(finding, *REPORT.findings[1:]))], "xlsx")
    assert isinstance(data, bytes)
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Summary", "Findings", "Ledger", "Texts", "Left out"]
    cells = [cell for row in book["Findings"].iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert book["Findings"].max_row == len(IDS) + 1
    assert book["Texts"].max_row == len(REPORT.segments) + 1


def test_sarif_points_at_the_source_and_names_known_and_dismissed() -> None:
    triage = Triage(
        known=frozenset(IDS[:1]),
        dismissals=load_dismissals(f'{{"finding": "{IDS[1]}", "reason": "agreed"}}', where="d"),
    )
    run = json.loads(text(REPORT, "sarif", triage=triage))["runs"][0]
    assert run["tool"]["driver"]["name"] == "wb"
    results = {r["fingerprints"]["wb/v1"]: r for r in run["results"]}
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in results.values():
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        region = result["locations"][0]["physicalLocation"]["region"]
        line = newsroom.SOURCE[region["startLine"]]
        start, end = region["startColumn"] - 1, region["endColumn"] - 1
        assert line[start:end] in result["message"]["text"]
    assert results[IDS[0]]["baselineState"] == "unchanged"
    assert results[IDS[1]]["suppressions"][0]["justification"] == "agreed"


def test_html_is_one_file_with_a_policy_and_nothing_from_outside() -> None:
    page = text(REPORT, "html")
    assert "default-src 'none'" in unescape(page)
    for outside in ('src="', "http://", "https://", "@import", "<link", " style=", " onclick="):
        assert outside not in page
    assert 'lang="vi"' in page


@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text_stays_text(format: str) -> None:  # noqa: A002
    out = render([hostile()], format)  # type: ignore[arg-type]
    if format == "html":
        assert isinstance(out, str)
        assert "<script>alert" not in out
        assert out.count("<script") == 2


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_an_article_does_not_drive_the_terminal(format: str) -> None:  # noqa: A002
    article = replace(REPORT.article, title="\x1b]0;owned\x07 \x9b31m")
    out = text(replace(REPORT, article=article), format)
    assert not {"\x1b", "\x07", "\x9b"} & set(out)


def test_the_same_finding_twice_is_told_once_and_agency_copies_apart() -> None:
    first = REPORT.findings[0]
    copied = replace(newsroom.wire(), article=replace(newsroom.wire().article, path="copy.txt"))
    twice = newsroom.report([newsroom.wire(), copied])
    page = text(replace(twice, findings=(first, *twice.findings)), "html")
    keys = re.findall(r'<article class="card [^>]*id="([^"]+)"', page)
    assert len(keys) == len(set(keys)) == len(twice.findings)


def test_one_article_stays_small() -> None:
    assert len(text(REPORT, "html").encode()) < 400_000


@pytest.mark.parametrize("format", FORMATS)
def test_reports_of_many_and_of_none(format: str) -> None:  # noqa: A002
    many = [newsroom.report(path=f"{i}.txt") for i in range(4)]
    assert render(many, format)  # type: ignore[arg-type]
    assert render([], format)  # type: ignore[arg-type]
    assert render([newsroom.report([])], format)  # type: ignore[arg-type]


def test_formats_by_suffix() -> None:
    assert format_of("a/b.HTML") == "html"
    assert format_of("a.sarif") == "sarif"
    with pytest.raises(UsageError):
        format_of("a.pdf")


def test_a_document_reads_back() -> None:
    [again] = read_reports(text(REPORT, "json"), where="q.json")
    assert again.ledger == REPORT.ledger
    assert all(type(row) is LedgerRow for row in again.ledger)
    assert sorted(f.id for f in again.findings) == sorted(IDS)
    assert all(finding in REPORT.findings for finding in again.findings)
    assert again.segments == REPORT.segments
    assert again.coverage[0].beads == REPORT.coverage[0].beads
    assert text(again, "html").count("<article") == len(IDS)


@pytest.mark.parametrize(
    "broken", ["", "[]", "{}", '{"schema": 1}', '{"schema": 99, "articles": []}']
)
def test_what_is_no_document_is_refused(broken: str) -> None:
    with pytest.raises(FormatError):
        read_document(broken, where="q.json")


def test_a_baseline_leaves_what_is_new() -> None:
    known = load_baseline(text(replace(REPORT, findings=REPORT.findings[1:]), "json"), where="b")
    triage = Triage(known=known)
    assert [f.id for f in triage.open(REPORT.findings)] == [IDS[0]]
    page = text(REPORT, "html", triage=triage)
    assert "1 finding: 1 major." in page
    assert "known or dismissed" in page


def test_a_baseline_may_be_json_lines_of_findings() -> None:
    lines = "\n".join(json.dumps(f.row()) for f in REPORT.findings)
    assert load_baseline(lines, where="b") == frozenset(IDS)
    header = '{"schema": 1, "signature": "s"}\n'
    assert load_baseline(header + lines, where="b") == frozenset(IDS)
    assert load_baseline(header, where="b") == frozenset()


@pytest.mark.parametrize(
    ("row", "gone"),
    [
        ('{"check": "coverage-figure", "reason": "r"}', 2),
        ('{"value": "38 ty dong", "reason": "r"}', 1),
        ('{"verdict": "misspelt", "reason": "r"}', 1),
        ('{"article": "reservoir.txt", "reason": "r"}', 6),
        ('{"check": "date-order", "verdict": "scale", "reason": "r"}', 0),
    ],
)
def test_dismissals_in_bulk(row: str, gone: int) -> None:
    triage = Triage(dismissals=load_dismissals(row, where="d"))
    assert len(triage.open(REPORT.findings, "reservoir.txt")) == len(IDS) - gone


@pytest.mark.parametrize(
    "row", ['{"check": "x", "reason": " "}', '{"reason": "r"}', '{"check": "x"}', '{"oops": 1}']
)
def test_a_dismissal_says_what_and_why(row: str) -> None:
    with pytest.raises(FormatError):
        load_dismissals(row, where="d.jsonl")


def test_a_difference_tells_fixed_new_and_kept() -> None:
    old = replace(REPORT, findings=REPORT.findings[1:])
    # the first finding of the old run, its sentence edited: another id, the same fault
    moved = replace(REPORT.findings[1], id="0000000000000000")
    new = replace(REPORT, findings=(REPORT.findings[0], moved, *REPORT.findings[2:-1]))
    documents = [read_document(text(r, "json"), where="q") for r in (old, new)]
    found = compare(*documents)
    assert [f.id for _, f in found.new] == [IDS[0]]
    assert [f.id for _, f in found.fixed] == [IDS[-1]]
    assert len(found.kept) == len(IDS) - 2
    assert "1 finding fixed, 1 new, 4 kept." in difference_text(found, *documents)
    row = difference_document(found, *documents)
    assert [r["article"] for r in row["new"]] == ["reservoir.txt"]
