"""Bilingual tables that people edit: DOCX, XLSX, CSV. The number in the first column is the key."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import Any

from workbench.errors import EncodingError, FormatError
from workbench.exchange.unit import Bitext, Unit
from workbench.exchange.xml import clean

HEADS = ("No.", "Vietnamese", "English", "Notes")
#: what openpyxl refuses and XML cannot hold
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
#: a cell that a spreadsheet would take for a formula
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_EMU = 12_700
_WIDTHS = (36, 270, 270, 150)

Rows = list[tuple[str, str, str]]


def write_docx(bitext: Bitext) -> bytes:
    """Write a landscape table: number, Vietnamese, English, notes."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Emu

    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.core_properties.title = clean(bitext.title)[:255]
    document.core_properties.author = "wb"
    document.core_properties.subject = clean(bitext.path)[:255]
    document.add_heading(clean(bitext.title), level=1)
    document.add_paragraph(
        "Edit the English column only. The numbers lead the text back to its place."
    )
    table = document.add_table(rows=1, cols=len(HEADS))
    table.style = "Table Grid"
    table.autofit = False
    _docx_row(table.rows[0].cells, HEADS, bold=True)
    _repeat(table.rows[0])
    for unit in bitext.units:
        row = table.add_row()
        _docx_row(row.cells, (str(unit.number), unit.source, unit.target, _notes(unit)))
        for cell, language in ((row.cells[1], "vi-VN"), (row.cells[2], "en-GB")):
            _set_language(cell, language)
    for row in table.rows:
        for cell, width in zip(row.cells, _WIDTHS, strict=True):
            cell.width = Emu(width * _EMU)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _docx_row(cells: Any, texts: tuple[str, ...], *, bold: bool = False) -> None:
    for cell, text in zip(cells, texts, strict=True):
        paragraph = cell.paragraphs[0]
        for number, line in enumerate(clean(text).split("\n")):
            run = paragraph.add_run()
            if number:
                run.add_break()
            run.add_text(line)
            run.bold = bold or None


def _repeat(row: Any) -> None:
    """Repeat the head on every page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001


def _set_language(cell: Any, language: str) -> None:
    """Tell the speller which language a cell is in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for run in cell.paragraphs[0].runs:
        element = OxmlElement("w:lang")
        element.set(qn("w:val"), language)
        run._r.get_or_add_rPr().append(element)  # noqa: SLF001


def read_docx(data: bytes, *, where: str) -> Rows:
    """Read the rows of every table whose first cell is a number. Raises FormatError."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise FormatError(
            "not a Word document", where=where, hint="Save it as .docx, not as .doc or .odt."
        ) from error
    rows = []
    for table in document.tables:
        for row in table.rows:
            texts = [cell.text for cell in row.cells]
            if len(texts) > 2 and texts[0].strip().isdigit():  # noqa: PLR2004 - number and two texts
                rows.append((texts[0].strip(), texts[1], texts[2]))
    return rows


def write_xlsx(bitext: Bitext) -> bytes:
    """Write a sheet: number, Vietnamese, English, state, notes; strings are never formulas."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Translation"
    heads = (*HEADS[:3], "State", HEADS[3])
    for number, row in enumerate((heads, *map(_xlsx_row, bitext.units)), 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.value = _CONTROL.sub("\ufffd", clean(value)) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1:
                cell.font = Font(bold=True)
    for column, width in enumerate((6, 60, 60, 12, 40), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _xlsx_row(unit: Unit) -> tuple[int | str, ...]:
    return (unit.number, unit.source, unit.target, unit.state, _notes(unit))


def read_xlsx(data: bytes, *, where: str) -> Rows:
    """Read the rows of the first sheet that has the three columns. Raises FormatError."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(data), data_only=True)
    except (InvalidFileException, KeyError, ValueError, OSError, zipfile.BadZipFile) as error:
        raise FormatError("not a workbook", where=where, hint="Save it as .xlsx.") from error
    for sheet in book.worksheets:
        rows = [[_cell(value) for value in row] for row in sheet.iter_rows(values_only=True)]
        if rows and [cell.strip() for cell in rows[0][:3]] == list(HEADS[:3]):
            return _numbered(rows[1:])
    raise FormatError(
        f"no sheet with the columns {', '.join(HEADS[:3])}",
        where=where,
        hint="Keep the head of the table as it was exported.",
    )


def write_csv(bitext: Bitext) -> bytes:
    """Write CSV with a byte-order mark, which spreadsheets need to see UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADS)
    for unit in bitext.units:
        cells = (unit.source, unit.target, _notes(unit))
        writer.writerow((unit.number, *map(_inert, cells)))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def read_csv(data: bytes, *, where: str) -> Rows:
    """Read CSV with commas, semicolons or tabs. Raises EncodingError, FormatError."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EncodingError(
            "the table is not UTF-8", where=where, hint="Save it as 'CSV UTF-8'."
        ) from error
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    if not rows or [cell.strip() for cell in rows[0][:3]] != list(HEADS[:3]):
        raise FormatError(
            f"no columns {', '.join(HEADS[:3])}",
            where=where,
            hint="Keep the head of the table as it was exported.",
        )
    return [(number, _live(vi), _live(en)) for number, vi, en in _numbered(rows[1:])]


def _inert(cell: str) -> str:
    """Keep a spreadsheet from running a cell: a leading apostrophe, taken away on the way back."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _live(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def _numbered(rows: list[list[str]]) -> Rows:
    return [
        (row[0].strip(), row[1], row[2])
        for row in rows
        if len(row) > 2 and row[0].strip().isdigit()  # noqa: PLR2004 - number and two texts
    ]


def _cell(value: object) -> str:
    """Return a cell as text; a number that a spreadsheet made a float is whole again."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _notes(unit: Unit) -> str:
    return "\n".join(f"{note.severity}: {note.text}" for note in unit.notes)
