"""Read articles from files, pages, page dumps and rows.

``read_article`` reads one, ``read_articles`` as many as a file holds, ``expand`` names the files of
a pool. What is not the article stays recorded in ``left_out`` with its line and the reason.
"""

from __future__ import annotations

from workbench.errors import InputError
from workbench.ingest.assemble import Given, assemble
from workbench.ingest.encoding import decode
from workbench.ingest.lines import page_lines
from workbench.ingest.sources import expand, find_format, read_bytes
from workbench.ingest.wrapping import unwrap
from workbench.records import Article

__all__ = ["expand", "read_article", "read_articles"]


def read_articles(
    name: str, *, keep_all: bool = False, language: str | None = None, data: bytes | None = None
) -> list[Article]:
    """Read every article of a file, or of stdin for ``-``; JSON and JSON Lines may hold several.

    ``keep_all`` takes every line of a page as body; ``language`` overrides what the text looks
    like; ``data`` stands for the content of ``name``. Raises InputError, EncodingError, FormatError.
    """
    content = read_bytes(name) if data is None else data
    kind = find_format(name, content)
    where = "stdin" if name == "-" else name
    if kind == "docx":
        from workbench.ingest.docx import read_docx

        lines, given = read_docx(content, where=where)
    elif kind == "pdf":
        from workbench.ingest.pdf import read_pdf

        lines, given = read_pdf(content, where=where)
    elif kind == "html":
        from workbench.ingest.html import read_html

        lines, given = read_html(content, where=where, keep_all=keep_all)
    elif kind in {"json", "jsonl"}:
        from workbench.ingest.rows import read_rows

        text = decode(content, where=where).text
        return read_rows(text, path=name, lines=kind == "jsonl", language=language)
    elif kind == "markdown":
        from workbench.ingest.markdown import read_markdown

        lines, given = read_markdown(decode(content, where=where).text)
    else:
        lines, given = unwrap(page_lines(decode(content, where=where).text)), Given()
    return [assemble(name, lines, given, keep_all=keep_all, language=language)]


def read_article(
    name: str, *, keep_all: bool = False, language: str | None = None, data: bytes | None = None
) -> Article:
    """Read exactly one article. Raises InputError where the file holds none or several."""
    found = read_articles(name, keep_all=keep_all, language=language, data=data)
    if len(found) != 1:
        raise InputError(
            f"{name} holds {len(found)} articles; one is wanted",
            hint="Split the file, one article a file.",
        )
    return found[0]
