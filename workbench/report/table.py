"""The report as tables: findings as CSV, everything as a workbook."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from workbench.records import Edge, Side
from workbench.report.facts import ArticleFacts, Facts, FindingFacts
from workbench.report.words import (
    CAUSE_WORDS,
    SEVERITY_ICONS,
    SEVERITY_WORDS,
    score_words,
)

Row: TypeAlias = Sequence[str | int | float]

FINDING_COLUMNS = (
    "article", "segment", "severity", "verdict", "dimension", "check", "cause", "vi", "en",
    "against", "explanation", "vi_text", "en_text", "state", "reason", "id",
)  # fmt: skip
#: what a spreadsheet would run as a formula; a signed number is none
_FORMULA = re.compile(r"[=@\t\r]|[+\-](?![\d.,]+\s*%?$)")
_CELL = 32_767
_WIDTHS = {"explanation": 48, "vi_text": 60, "en_text": 60, "vi": 26, "en": 26, "text": 80}
_FILLS = {"critical": "F3D1DC", "major": "FBDAD7", "minor": "FCEBC5", "info": "DFEAF4"}


def render_csv(facts: Facts) -> str:
    """Write the findings, one a row.

    A cell that a spreadsheet would run as a formula gets a leading apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(FINDING_COLUMNS)
    for found in facts.findings:
        writer.writerow([_inert(cell) for cell in _finding(found)])
    return out.getvalue()


def render_xlsx(facts: Facts) -> bytes:
    """Write a workbook: summary, findings, ledger, texts, what ingest left out."""
    book = Workbook()
    summary = book.active
    assert isinstance(summary, Worksheet)
    summary.title = "Summary"
    _fill(summary, ("what", "value", "low", "high", "of", "signature"), _summary(facts))
    _fill(_sheet(book, "Findings"), FINDING_COLUMNS, map(_finding, facts.findings), severity=3)
    _fill(_sheet(book, "Ledger"), _LEDGER_COLUMNS, _ledger(facts))
    _fill(_sheet(book, "Texts"), _TEXT_COLUMNS, _texts(facts))
    _fill(_sheet(book, "Left out"), ("article", "line", "reason", "text"), _left_out(facts))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_LEDGER_COLUMNS = (
    "article", "number", "segment", "dimension", "kind", "vi", "translation", "translation_verdict",
    "outlet", "coverage", "coverage_verdict", "cause",
)  # fmt: skip
_TEXT_COLUMNS = ("article", "segment", "vi_text", "en_text", "flags", "aligned coverage")


def _finding(found: FindingFacts) -> Row:
    finding = found.finding
    return (
        found.article.path, finding.pair, finding.severity, finding.verdict, finding.dimension,
        finding.check, found.cause, _surface(finding.vi), _surface(finding.en), found.other_name,
        finding.explanation, found.source_text, found.other_text, found.standing.state,
        found.standing.reason, finding.id,
    )  # fmt: skip


def _summary(facts: Facts) -> Iterable[Row]:
    yield ("title", facts.title, "", "", "", facts.signature)
    for severity, number in facts.severities.items():
        yield (f"findings, {SEVERITY_WORDS[severity].lower()}", number, "", "", "", "")
    for cause, number in facts.causes.items():
        yield (f"at fault: {CAUSE_WORDS[cause].lower()}", number, "", "", "", "")
    for score in facts.scores:
        yield (
            score_words(score.name), round(score.value, 4), round(score.low, 4),
            round(score.high, 4), score.total, score.signature,
        )  # fmt: skip
    for key, value in facts.made.items():
        yield (key, value, "", "", "", "")


def _ledger(facts: Facts) -> Iterable[Row]:
    """Write a row for each coverage edge; a source mention without any has one row."""
    for article in facts.articles:
        for numbered in article.rows:
            row = numbered.row
            head = (
                article.path, numbered.number, row.segment + 1, row.dimension, row.kind,
                row.source.surface, _surface(row.translation.side), row.translation.verdict,
            )  # fmt: skip
            for edge in row.coverage or (None,):
                yield (*head, *_edge(article, edge), row.cause)


def _edge(article: ArticleFacts, edge: Edge | None) -> tuple[str, str, str]:
    if edge is None:
        return ("", "", "")
    return (article.name_of(edge.against), _surface(edge.side), edge.verdict)


def _texts(facts: Facts) -> Iterable[Row]:
    for article in facts.articles:
        aligned: dict[int, list[str]] = {}
        for view in article.report.coverage:
            for bead in view.beads:
                if bead.vi:
                    texts = [view.segments[number].text for number in bead.en]
                    aligned.setdefault(bead.vi[0], []).extend(texts)
        for segment in article.report.segments:
            translation = article.translations.get(segment.index)
            yield (
                article.path, segment.index + 1, segment.text, article.english(segment.index),
                ", ".join(translation.flags) if translation else "",
                "\n".join(aligned.get(segment.index, ())),
            )  # fmt: skip


def _left_out(facts: Facts) -> Iterable[Row]:
    for article in facts.articles:
        for line in article.report.article.left_out:
            yield (article.path, line.line, line.reason, line.text)


def _surface(side: Side | None) -> str:
    return side.surface if side else ""


def _inert(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _sheet(book: Workbook, title: str) -> Worksheet:
    sheet = book.create_sheet(title)
    assert isinstance(sheet, Worksheet)
    return sheet


def _fill(
    sheet: Worksheet, columns: Sequence[str], rows: Iterable[Row], *, severity: int | None = None
) -> None:
    """Write a table with a frozen head and a filter; strings are never formulas."""
    for number, row in enumerate((columns, *rows), 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            assert isinstance(cell, Cell)
            _set(cell, value)
            if number == 1:
                cell.font = Font(bold=True)
            else:
                cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str))
            if column == severity and number > 1 and value in _FILLS:
                cell.fill = PatternFill("solid", fgColor=_FILLS[str(value)])
                cell.value = f"{SEVERITY_ICONS[str(value)]} {value}"
    for column, name in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(name, 16)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _set(cell: Cell, value: str | float) -> None:
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)[:_CELL]
        # a string that begins with = stays a string
        cell.data_type = "s"
    else:
        cell.value = value
