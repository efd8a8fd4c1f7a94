"""Word documents: paragraphs and table cells in order, headings and captions by style."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from workbench.errors import FormatError
from workbench.ingest.assemble import Given
from workbench.ingest.encoding import repair_fonts
from workbench.ingest.lines import Line
from workbench.language.text import nfc

_MARKS = {"title": "title", "heading 1": "title", "caption": "caption"}


def read_docx(data: bytes, *, where: str) -> tuple[list[Line], Given]:
    """Read a .docx file. Raises FormatError for one that is damaged or locked."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(io.BytesIO(data))
        blocks = list(_blocks(document))
        properties = document.core_properties
        author = properties.author or None
    except (OpcError, zipfile.BadZipFile, LxmlError, KeyError, ValueError, EOFError) as error:
        raise FormatError(
            "the Word document is damaged or locked",
            where=where,
            hint="Open it in a word processor and save it again as .docx.",
        ) from error
    text = "\n".join(text for text, _ in blocks)
    repaired = repair_fonts(text)
    if repaired is not None:
        pieces = repaired.split("\n")
        blocks = [(piece, mark) for piece, (_, mark) in zip(pieces, blocks, strict=True)]
    lines = [
        Line(number, nfc(content.strip()), mark=mark)
        for number, (content, mark) in enumerate(blocks, 1)
        if content.strip()
    ]
    del author  # the user name of whoever saved the file says nothing of who wrote the article
    return lines, Given()


def _blocks(document: Any) -> list[tuple[str, str | None]]:
    """Give each paragraph with its mark, tables cell by cell."""
    from docx.table import Table

    found: list[tuple[str, str | None]] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            cells = [cell for row in block.rows for cell in row.cells]
            paragraphs = [p for cell in dict.fromkeys(cells) for p in cell.paragraphs]
        else:
            paragraphs = [block]
        for paragraph in paragraphs:
            style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
            mark = _MARKS.get(style, "heading" if style.startswith("heading") else None)
            found.extend((part, mark) for part in paragraph.text.split("\n"))
    return found
