"""HTML pages: trafilatura finds the article, htmldate its date; every other block is recorded."""

from __future__ import annotations

import json
import logging
import re
from collections import defaultdict, deque
from collections.abc import Iterator
from typing import Any

from workbench.errors import FormatError
from workbench.ingest.assemble import Given
from workbench.ingest.dates import read_date
from workbench.ingest.encoding import decode
from workbench.ingest.furniture import CAPTION, has_credit, role
from workbench.ingest.lines import Line, key
from workbench.language.text import nfc
from workbench.records import LeftOut

OUTSIDE = "outside the article's part of the page"
_HIDDEN = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "svg",
        "iframe",
        "object",
        "select",
        "textarea",
    }
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_DATE_KEYS = (
    "article:published_time", "datePublished", "og:published_time", "pubdate", "publishdate", "publish-date",
    "dc.date.issued", "dc.date", "date", "its_publication",
)  # fmt: skip


def read_html(data: bytes, *, where: str, keep_all: bool) -> tuple[list[Line], Given]:
    """Read an HTML page: the lines of its article in order, and what its metadata says.

    With ``keep_all`` every text block of the page is a line. Raises FormatError for a page that
    cannot be parsed, EncodingError for one that cannot be decoded.
    """
    import trafilatura
    from trafilatura.utils import load_html

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    text = decode(data, where=where).text
    tree = load_html(text)
    if tree is None:
        raise FormatError("this cannot be parsed as HTML", where=where, hint="Give a whole page.")
    blocks = list(_blocks(tree))
    document = trafilatura.bare_extraction(
        text, include_comments=False, include_tables=True, with_metadata=True,
        include_formatting=False, deduplicate=False,
    )  # fmt: skip
    found = _found_lines(document, blocks)
    lines = blocks if keep_all or not found else found
    chosen = {line.number for line in lines} if lines is found else None
    left = [
        LeftOut(line=block.number, text=block.text, reason=_reason(block))
        for block in blocks
        if chosen is not None and block.mark != "title" and block.number not in chosen
    ]
    return lines, _given(document, tree, blocks, left)


def _reason(block: Line) -> str:
    return role(block) or (CAPTION if has_credit(block) else OUTSIDE)


def _blocks(tree: Any) -> Iterator[Line]:
    """Give the text blocks of a page in order; their numbers only tell them apart."""
    body = tree.find("body")
    pieces: list[str] = []
    number = 0
    for kind, value in _walk(tree if body is None else body):
        if kind == "text":
            pieces.append(value)
            continue
        text = nfc(re.sub(r"[ \t\r\n]+", " ", "".join(pieces)).strip())
        pieces = []
        if text:
            number += 1
            yield Line(number, text, mark=value or None)


def _walk(root: Any) -> Iterator[tuple[str, str]]:
    """Give texts, and a break with the mark of the block that ends there; without recursion."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    marks: list[str] = [""]
    while stack:
        node, leaving = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        block = tag not in _INLINE
        if leaving:
            if block:
                yield "break", marks.pop()
            if node.tail and node is not root:
                yield "text", node.tail
            continue
        if not tag or tag in _HIDDEN:
            if node.tail:
                yield "text", node.tail
            continue
        if block:
            yield "break", marks[-1]
            mark = {"h1": "title", "figcaption": "caption"}.get(
                tag, "heading" if re.match(r"h[2-6]$", tag) else ""
            )
            marks.append(mark or marks[-1])
        if node.text:
            yield "text", node.text
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(list(node)))
    yield "break", ""


def _found_lines(document: Any, blocks: list[Line]) -> list[Line]:
    """Match the lines that trafilatura kept with the blocks of the page."""
    if document is None or not document.text:
        return []
    places: dict[str, deque[Line]] = defaultdict(deque)
    for block in blocks:
        places[_squeezed(block.text)].append(block)
    found = []
    number = 0
    for raw in document.text.split("\n"):
        text = nfc(raw.strip())
        if not text or text == "|":
            continue
        known = places.get(_squeezed(text.lstrip("-|• ")))
        if known:
            block = known.popleft() if len(known) > 1 else known[0]
            number = block.number
            found.append(block)
        else:
            found.append(Line(number, text))
    return found


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _given(document: Any, tree: Any, blocks: list[Line], left: list[LeftOut]) -> Given:
    title = _title(document, blocks)
    day = _published(tree)
    author = nfc(document.author) if document is not None and document.author else None
    source = nfc(document.sitename) if document is not None and document.sitename else None
    html = tree if tree.tag == "html" else tree.getroottree().getroot()
    lang = (html.get("lang") or "")[:2].lower()
    return Given(
        title=title, published=day, author=author, source=source,
        lang=lang if lang in {"vi", "en"} and len(blocks) < 3 else None,  # noqa: PLR2004 - templates lie, text does not
        page=True, numbered=False, left_out=tuple(left),
    )  # fmt: skip


def _title(document: Any, blocks: list[Line]) -> str | None:
    """Take the page's first heading of the first level that the metadata's title holds, else that."""
    told = nfc(document.title) if document is not None and document.title else None
    headings = [block.text for block in blocks if block.mark == "title"]
    for heading in headings:
        if told is None or key(heading) in key(told) or key(told) in key(heading):
            return heading
    return headings[0] if told is None and headings else told


def _published(tree: Any) -> str | None:
    """Read the date: to the minute where the metadata has it, else htmldate's day."""
    from htmldate import find_date

    day = find_date(tree, original_date=True, extensive_search=False)
    for value in _stated_dates(tree):
        stated = read_date(value)
        if stated and (day is None or stated[:10] == day[:10]):
            return stated
    return day


def _stated_dates(tree: Any) -> Iterator[str]:
    for name in _DATE_KEYS:
        for attribute in ("property", "name", "itemprop"):
            for node in tree.xpath(f'//*[@{attribute}="{name}"]'):
                value = node.get("content") or node.get("datetime")
                if value:
                    yield value
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        yield from _from_json(script.text or "")
    for node in tree.xpath("//time[@datetime]"):
        yield node.get("datetime")


def _from_json(text: str) -> Iterator[str]:
    try:
        data = json.loads(text)
    except ValueError:
        return  # broken scripts are common, and the page has other dates
    nodes = data if isinstance(data, list) else [data]
    for node in nodes:
        if isinstance(node, dict):
            nodes.extend(node.get("@graph", []) if isinstance(node.get("@graph"), list) else [])
            if isinstance(node.get("datePublished"), str):
                yield node["datePublished"]
