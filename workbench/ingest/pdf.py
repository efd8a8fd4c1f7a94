"""PDF files: the text of their pages, with wrapped lines joined again."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter

from workbench.errors import FormatError
from workbench.ingest.assemble import Given
from workbench.ingest.encoding import repair_fonts
from workbench.ingest.lines import Line
from workbench.ingest.wrapping import unwrap
from workbench.language.text import nfc

_LEAST_LETTERS = 20


def read_pdf(data: bytes, *, where: str) -> tuple[list[Line], Given]:
    """Read the text of a PDF file.

    Raises FormatError for one that is damaged, locked with a password, or has pictures only.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it cannot read, we say ourselves
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise FormatError(
                "the PDF is locked with a password", where=where, hint="Save a copy without one."
            )
        pages = [page.extract_text() for page in reader.pages]
        information = reader.metadata
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise FormatError(
            "the PDF is damaged", where=where, hint="Open it in a viewer and print it to a new PDF."
        ) from error
    text = "\n".join(pages)
    if len(re.findall(r"\w", text)) < _LEAST_LETTERS:
        raise FormatError(
            "the PDF has no text, only pictures of pages",
            where=where,
            hint="Run it through OCR first, for instance: ocrmypdf IN.pdf OUT.pdf",
        )
    del information  # titles of PDF files are mostly file names
    repaired = repair_fonts(text)
    if repaired is not None:
        pages = [repair_fonts(page) or page for page in pages]
    return unwrap(_page_lines(pages), always=True), Given(numbered=False)


def _page_lines(pages: list[str]) -> list[Line]:
    """Give the lines of all pages numbers; drop running heads and page numbers."""
    heads = Counter(
        re.sub(r"\d+", "#", line.strip())
        for page in pages
        for line in {*page.strip().split("\n")[:1], *page.strip().split("\n")[-1:]}
    )
    lines = []
    number = 0
    for page in pages:
        attached = False
        rows = page.strip().split("\n")
        for position, raw in enumerate(rows):
            number += 1
            text = nfc(raw.strip())
            edge = position in {0, len(rows) - 1}
            running = edge and len(pages) > 2 and heads[re.sub(r"\d+", "#", text)] * 2 > len(pages)  # noqa: PLR2004
            if not text or running or (edge and text.isdigit()):
                attached = False
                continue
            lines.append(Line(number, text, attached))
            attached = True
    return lines
