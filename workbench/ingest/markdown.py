"""Markdown: front matter, headings, and text without its marks."""

from __future__ import annotations

import re

from workbench.ingest.assemble import Given
from workbench.ingest.dates import read_date
from workbench.ingest.lines import Line, page_lines

_FRONT = re.compile(r"\A---[ \t]*\n(?P<rows>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(?P<key>[A-Za-z_-]+)\s*:\s*(?P<value>.*)$")
_HEADING = re.compile(r"^(?P<level>#{1,6})\s+(?P<text>.*?)\s*#*$")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[(?P<text>[^\]]+)\]\([^)]*\)")
_STRONG = re.compile(r"(?<!\w)(\*\*|__|\*|_|`)(?=\S)(?P<text>.+?)(?<=\S)\1(?!\w)")
_RULE = re.compile(r"^(?:[-*_]\s*){3,}$")
_DATES = ("date", "published", "pubdate", "publish_date")


def read_markdown(text: str) -> tuple[list[Line], Given]:
    """Read a Markdown text: its first heading of the first level is the title."""
    fields: dict[str, str] = {}
    skipped = 0
    front = _FRONT.match(text)
    if front:
        for row in front["rows"].split("\n"):
            found = _FIELD.match(row)
            if found:
                fields[found["key"].lower()] = found["value"].strip().strip("\"'")
        skipped = front.group().count("\n")
        text = text[front.end() :]
    lines = _unwrap([_plain(line, skipped) for line in page_lines(text)])
    day = next((fields[key] for key in _DATES if fields.get(key)), None)
    return [line for line in lines if line.text], Given(
        title=fields.get("title"),
        published=read_date(day) if day else None,
        author=fields.get("author"), source=fields.get("source"), lang=fields.get("lang"),
    )  # fmt: skip


def _plain(line: Line, skipped: int) -> Line:
    text, mark = line.text, line.mark
    heading = _HEADING.match(text)
    if heading:
        text, mark = heading["text"], "title" if len(heading["level"]) == 1 else "heading"
    elif _RULE.match(text):
        text = ""
    else:
        image = _IMAGE.fullmatch(text)
        if image:
            text, mark = image["alt"], "caption"
        if text.startswith(("- ", "* ", "+ ", "> ")):
            mark = "item"
            text = text.removeprefix(">").strip() if text.startswith(">") else text
    text = _LINK.sub(lambda m: m["text"], _IMAGE.sub(lambda m: m["alt"], text))
    for _ in range(2):
        text = _STRONG.sub(lambda m: m["text"], text)
    return Line(line.number + skipped, text.strip(), line.attached, mark)


def _unwrap(lines: list[Line]) -> list[Line]:
    """Join the lines of a paragraph: in Markdown only a blank line parts paragraphs."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and line.attached and line.mark is None and last.mark is None and last.text:
            joined[-1] = Line(last.number, f"{last.text} {line.text}", last.attached)
        else:
            joined.append(line)
    return joined
