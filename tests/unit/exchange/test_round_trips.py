"""Out and back: an independent reader sees every segment; edited English comes home."""

# ruff: noqa: A002 - formats are called format everywhere
from __future__ import annotations

import io
import re
from pathlib import Path

import mammoth
import pytest
from lxml import etree
from moz.l10n.formats.xliff import xliff_parse
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from tests import newsroom
from workbench.errors import EncodingError, FormatError
from workbench.exchange import (
    FORMATS,
    Format,
    apply_edits,
    export,
    format_of,
    read_edited,
    read_rows,
    terms,
    write_tbx,
)
from workbench.exchange.tbx import read_tbx
from workbench.language.glossary import read_glossary
from workbench.records import Article, Decision, Segment, Translation

REPORT = newsroom.report()
HOSTILE = (
    "<script>alert(1)</script> & ]]> \"quotes\" 'single'",
    '=HYPERLINK("http://x","y")',
    "right-to-left \u202e mark and no-break\u00a0space",
    "two\nlines and a\ttab",
    "  blanks at both ends  ",
    "emoji 🛶 and Việt",
)


def exported(format: Format) -> bytes:
    return export(
        article=REPORT.article,
        segments=REPORT.segments,
        translations=REPORT.translations,
        findings=REPORT.findings,
        format=format,
        signature=REPORT.signature,
    )


def bitext(sources: tuple[str, ...], targets: tuple[str, ...]) -> dict[str, object]:
    return {
        "article": Article(path="odd.txt", lang="vi", paragraphs=sources, title="Odd"),
        "segments": tuple(
            Segment(index=i, paragraph=i, start=0, end=len(t), text=t)
            for i, t in enumerate(sources)
        ),
        "translations": tuple(
            Translation(segment=i, text=t, model="fake") for i, t in enumerate(targets)
        ),
    }


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_brings_all_segments_back(format: Format) -> None:
    rows = read_rows(exported(format), format, where="f")
    assert [row[0] for row in rows] == [str(i + 1) for i in range(len(newsroom.SOURCE))]
    assert [row[1] for row in rows] == list(newsroom.SOURCE)
    assert [row[2] for row in rows] == list(newsroom.MACHINE)


@pytest.mark.parametrize("format", FORMATS)
def test_unedited_is_unchanged(format: Format) -> None:
    edited = read_edited(
        exported(format), format, segments=REPORT.segments,
        translations=REPORT.translations, where="f",
    )  # fmt: skip
    assert edited.changes == ()
    assert edited.missing == ()
    assert edited.altered == ()
    assert edited.translations == REPORT.translations


@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text_stays_text(format: Format) -> None:
    data = export(**bitext(HOSTILE, HOSTILE[::-1]), format=format)  # type: ignore[arg-type]
    rows = read_rows(data, format, where="f")
    assert [row[1].strip() for row in rows] == [text.strip() for text in HOSTILE]
    assert [row[2].strip() for row in rows] == [text.strip() for text in HOSTILE[::-1]]


@pytest.mark.parametrize("format", FORMATS)
def test_control_characters_do_not_break_the_file(format: Format) -> None:
    data = export(**bitext(("a\x00b\x0bc",), ("d\x01e\ufffff",)), format=format)  # type: ignore[arg-type]
    [(number, source, target)] = read_rows(data, format, where="f")
    assert number == "1"
    assert source.startswith("a")
    assert target.endswith("f")


def test_edited_word_document_comes_home() -> None:
    import docx

    document = docx.Document(io.BytesIO(exported("docx")))
    table = document.tables[0]
    table.rows[2].cells[2].text = "On the morning of August 5, the reservoir was opened."
    table.rows[5].cells[1].text = "Another Vietnamese sentence."
    table._tbl.remove(table.rows[6]._tr)
    out = io.BytesIO()
    document.save(out)
    edited = read_edited(
        out.getvalue(), "docx", segments=REPORT.segments,
        translations=REPORT.translations, where="f.docx",
    )  # fmt: skip
    [change] = edited.changes
    assert change.segment == 1
    assert change.before == newsroom.MACHINE[1]
    assert change.after == "On the morning of August 5, the reservoir was opened."
    assert edited.translations[1].origin == "human"
    assert edited.altered == (5,)
    assert edited.missing == (6,)
    assert len(edited.translations) == len(newsroom.MACHINE)


def test_edited_workbook_comes_home_with_float_numbers() -> None:
    book = load_workbook(io.BytesIO(exported("xlsx")))
    sheet = book.active
    assert sheet is not None
    sheet["A4"] = 3.0
    sheet["C4"] = "Rewritten."
    out = io.BytesIO()
    book.save(out)
    edited = read_edited(
        out.getvalue(), "xlsx", segments=REPORT.segments,
        translations=REPORT.translations, where="f.xlsx",
    )  # fmt: skip
    assert [(c.segment, c.after) for c in edited.changes] == [(2, "Rewritten.")]


def test_csv_from_a_spreadsheet_with_semicolons() -> None:
    text = exported("csv").decode("utf-8-sig").splitlines()
    assert text[0] == "No.,Vietnamese,English,Notes"
    data = b"No.;Vietnamese;English;Notes\r\n2;x;New English;\r\n"
    assert read_rows(data, "csv", where="f") == [("2", "x", "New English")]


def test_mammoth_reads_the_word_table() -> None:
    html = mammoth.convert_to_html(io.BytesIO(exported("docx"))).value
    cells = re.findall(r"<td>(.*?)</td>", html)
    for text in (*newsroom.SOURCE, *newsroom.MACHINE):
        assert any(text in cell for cell in cells)


def test_calamine_reads_the_workbook() -> None:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(exported("xlsx"))).get_sheet_by_index(0)
    rows = sheet.to_python()
    assert [row[1] for row in rows[1:]] == list(newsroom.SOURCE)
    assert [row[3] for row in rows[1:]] == [
        "translated", "review", "translated", "review", "translated", "translated",
    ]  # fmt: skip


def test_mozilla_reads_xliff() -> None:
    resource = xliff_parse(exported("xliff"))
    entries = [entry for section in resource.sections for entry in section.entries]
    seen = [(entry.id[-1], "".join(map(str, entry.value.pattern))) for entry in entries]  # type: ignore[union-attr]
    assert seen == [(str(i + 1), text) for i, text in enumerate(newsroom.MACHINE)]


def test_xliff_states_follow_findings_and_decisions() -> None:
    finding = REPORT.findings[0]
    others = [f for f in REPORT.findings if f.pair == finding.pair and f.against == "translation"]
    decisions = [
        Decision(finding=f.id, verdict="dismiss", reviewer="Hà", decided="2025-08-06T09:00+07:00")
        for f in others
    ]
    namespace = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
    before = etree.fromstring(exported("xliff"))
    after = etree.fromstring(
        export(
            article=REPORT.article, segments=REPORT.segments, translations=REPORT.translations,
            findings=REPORT.findings, decisions=decisions, format="xliff",
        )
    )  # fmt: skip
    place = f"//x:trans-unit[@id='{finding.pair}']/x:target/@state"
    assert before.xpath(place, namespaces=namespace) == ["needs-review-translation"]
    assert after.xpath(place, namespaces=namespace) == ["final"]
    notes = before.xpath("//x:trans-unit/x:note/text()", namespaces=namespace)
    assert any("38 million VND" in str(note) for note in notes)


def test_xliff2_keeps_what_xml_cannot_hold() -> None:
    data = export(**bitext(("a\x0bb",), ("\x01c",)), format="xliff2")  # type: ignore[arg-type]
    assert b'<cp hex="000B"/>' in data or b'cp hex="000B"' in data
    assert read_rows(data, "xliff2", where="f") == [("1", "a\x0bb", "\x01c")]


def test_tmx_has_the_order_that_its_dtd_wants() -> None:
    root = etree.fromstring(exported("tmx"))
    assert root.get("version") == "1.4"
    for unit in root.iter("tu"):
        tags = [child.tag for child in unit]
        head = [tag for tag in tags if tag != "tuv"]
        assert tags == [*head, "tuv", "tuv"]
        assert set(head) <= {"note", "prop"}


def test_names_become_a_termbase_that_is_a_glossary(tmp_path: Path) -> None:
    entries = terms([REPORT.ledger])
    assert [(e.vi, e.en) for e in entries] == [("Trần Thị Bích Ngọc", ("Tran Thi Bich Ngoc",))]
    data = write_tbx(entries, title="Reservoir", signature="wb:0.1.0")
    assert read_tbx(data, where="f") == [("Trần Thị Bích Ngọc", ("Tran Thi Bich Ngoc",))]
    path = tmp_path / "names.tbx"
    path.write_bytes(data)
    [term] = read_glossary(path).terms
    assert (term.vi, term.en, term.kind) == (
        ("Trần Thị Bích Ngọc",), ("Tran Thi Bich Ngoc",), "person",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (b"<xliff", "xliff"), (b"<other/>", "xliff"), (b"PK", "docx"), (b"no", "xlsx"),
        (b"a,b\n1,2\n", "csv"), (b"<tmx", "tmx"),
    ],
)  # fmt: skip
def test_damaged_files_are_named(data: bytes, format: Format) -> None:
    with pytest.raises(FormatError) as caught:
        read_rows(data, format, where="file.x")
    assert "file.x" in str(caught.value)


def test_csv_in_another_encoding_is_named() -> None:
    with pytest.raises(EncodingError):
        read_rows("No.,Vietnamese,English\n1,Đá,x".encode("utf-16"), "csv", where="f")


def test_entities_of_a_hostile_file_are_not_read() -> None:
    data = (
        b'<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx><body><tu tuid="1">'
        b'<tuv xml:lang="vi"><seg>a</seg></tuv><tuv xml:lang="en"><seg>&x;</seg></tuv></tu></body></tmx>'
    )
    [(_, _, english)] = read_rows(data, "tmx", where="f")
    assert "root" not in english


@pytest.mark.parametrize("rows", [[("9", "a", "b")], [("1", "a", "b"), ("1", "a", "c")], []])
def test_rows_that_fit_no_segment_are_refused(rows: list[tuple[str, str, str]]) -> None:
    with pytest.raises(FormatError):
        apply_edits(rows, segments=REPORT.segments, translations=REPORT.translations, where="f")


def test_formats_by_suffix() -> None:
    assert format_of("a.XLF") == "xliff"
    assert format_of("a.docx") == "docx"
