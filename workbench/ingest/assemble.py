"""From the lines of any format to an article: classify, date, sign, and say what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.errors import InputError
from workbench.ingest.lines import Line
from workbench.ingest.page import Page, read_page
from workbench.ingest.people import expand_acronym, find_source
from workbench.ingest.told import told_date
from workbench.language.identify import identify_language
from workbench.records import Article, LeftOut

#: No paragraph of an article comes near; a longer line is data, or a file that lost its line feeds.
LONGEST_LINE = 1_000_000


@dataclass(frozen=True)
class Given:
    """What the format itself says about the article."""

    title: str | None = None
    published: str | None = None
    author: str | None = None
    source: str | None = None
    lang: str | None = None
    #: the lines come from a page, whatever they look like
    page: bool = False
    #: line numbers mean lines of the file
    numbered: bool = True
    #: the paragraphs are the body, by the format's own word
    body_only: bool = False
    left_out: tuple[LeftOut, ...] = ()


def assemble(
    path: str,
    lines: Sequence[Line],
    given: Given,
    *,
    keep_all: bool = False,
    language: str | None = None,
) -> Article:
    """Build an article of NFC lines.

    Raises InputError when nothing is left as its text, or a line is longer than any text.
    """
    _check(path, lines)
    page = (
        Page(body=list(lines))
        if given.body_only
        else read_page(lines, title=given.title, page=given.page)
    )
    body = [line for line in lines if line is not page.title_line] if keep_all else page.body
    if not body:
        place = "stdin" if path == "-" else path
        raise InputError(
            f"no article text found in {place}",
            hint="--keep-all takes every line of the page as text.",
        )
    paragraphs = tuple(line.text for line in body)
    lang = language or given.lang or identify_language("\n".join(paragraphs))
    whole = "\n".join(line.text for line in lines)
    published, origin = _date(page, given, paragraphs, lang)
    left = [LeftOut(line=line.number, text=line.text, reason=why) for line, why in page.left]
    left = [] if keep_all else sorted([*left, *given.left_out], key=lambda row: row.line)
    source = given.source or find_source(paragraphs, whole) or page.facts.source
    return Article(
        path=path, lang=lang, paragraphs=paragraphs, title=page.title or given.title,
        published=published, published_from=origin, author=given.author or page.facts.author,
        source=expand_acronym(source, whole) if source else None,
        lines=tuple(line.number for line in body) if given.numbered else (),
        left_out=tuple(left),
    )  # fmt: skip


def _check(path: str, lines: Sequence[Line]) -> None:
    for line in lines:
        if len(line.text) > LONGEST_LINE:
            raise InputError(
                f"a line of {len(line.text):,} characters: no article has such a paragraph",
                where=f"{'stdin' if path == '-' else path}:{line.number}",
                hint="Check that the file is an article, and break it into paragraphs.",
            )


def _date(
    page: Page, given: Given, paragraphs: Sequence[str], lang: str
) -> tuple[str | None, str | None]:
    stamped = page.facts.published
    if given.published and not (stamped and stamped.startswith(given.published)):
        return given.published, "metadata"
    if stamped:
        return stamped, "page"  # the same day as the metadata's, perhaps with its hour
    told = told_date(paragraphs, lang)
    return told, "text" if told else None
