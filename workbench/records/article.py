"""An article as ingest gives it, and the segments it is cut into."""

from __future__ import annotations

import msgspec

#: Paragraph number of a segment that is the title.
TITLE = -1


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the page that is not part of the body, and why."""

    line: int
    text: str
    reason: str


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A source or coverage article: NFC text, body paragraphs in order."""

    #: where it was read from: a path as given, ``-`` for stdin, ``FILE:LINE`` for a JSON Lines row
    path: str
    #: ISO 639-1 code of the body, or ``und``
    lang: str
    paragraphs: tuple[str, ...]
    title: str | None = None
    #: ISO 8601 with the precision known: ``2022-07-18T10:26``, ``2022-08-05``, ``2024-12``
    published: str | None = None
    #: how the date was found: ``page``, ``text``, ``metadata``, ``given``
    published_from: str | None = None
    author: str | None = None
    source: str | None = None
    #: 1-based line of each paragraph in a plain-text dump; empty for other formats
    lines: tuple[int, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence, or headline, with its place: ``paragraphs[paragraph][start:end] == text``."""

    index: int
    #: 0-based paragraph, or TITLE for the title
    paragraph: int
    start: int
    end: int
    text: str
