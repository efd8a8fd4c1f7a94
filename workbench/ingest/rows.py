"""JSON and JSON Lines: our own article rows, and the keys that others commonly use."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from workbench.errors import FormatError, InputError
from workbench.ingest.assemble import Given, assemble
from workbench.ingest.dates import read_date
from workbench.ingest.lines import Line
from workbench.language.text import nfc
from workbench.records import Article, LeftOut

_TITLE = ("title", "headline", "name")
_BODY = ("paragraphs", "body", "text", "content", "article", "maintext", "articleBody", "segments")
_DATE = (
    "published", "published_at", "publishedAt", "date", "date_publish", "publish_date", "datePublished",
    "pubdate", "pub_date", "time", "timestamp", "created_at",
)  # fmt: skip
_AUTHOR = ("author", "authors", "byline", "creator")
_SOURCE = ("source", "publisher", "site", "sitename", "newspaper", "domain", "url", "link")
_LANG = ("lang", "language")


def read_rows(text: str, *, path: str, lines: bool, language: str | None) -> list[Article]:
    """Read the articles of a JSON document (an object, or a list of them) or of JSON Lines.

    Raises FormatError with the line of what does not fit, InputError for a row without text.
    """
    rows = _json_lines(text, path) if lines else _json_document(text, path)
    if not rows:
        raise InputError(
            f"no articles in {path}", hint="Each row needs a text, body or paragraphs."
        )
    single = len(rows) == 1 and not lines
    return [
        _article(row, path if single else f"{path}:{number}", language=language)
        for number, row in rows
    ]


def _json_lines(text: str, path: str) -> list[tuple[int, Any]]:
    rows = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            rows.append((number, _decode(line, f"{path}:{number}", at=None)))
    return rows


def _json_document(text: str, path: str) -> list[tuple[int, Any]]:
    found = _decode(text, path, at=text)
    if isinstance(found, list):
        return list(enumerate(found, 1))
    return [(1, found)]


def _decode(text: str, where: str, *, at: str | None) -> Any:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        place = where
        found = re.search(r"\(byte (\d+)\)", str(error))
        if at is not None:
            offset = int(found.group(1)) if found else len(at.encode())
            line = at.encode().count(b"\n", 0, offset) + 1
            place = f"{where}:{line}"
        raise FormatError(
            f"not valid JSON ({error})",
            where=place,
            hint="A .jsonl file has one object a line; a .json file is one object or one list.",
        ) from error


def _article(row: Any, path: str, *, language: str | None) -> Article:
    if not isinstance(row, dict):
        raise FormatError(
            "a row is not an object", where=path, hint='Each article is {"title": …, "text": …}.'
        )
    paragraphs = _paragraphs(row, path)
    day = _text(row, _DATE)
    published = read_date(day) if day else None
    left = tuple(_left_out(row))
    if day and published is None:
        left = (*left, LeftOut(line=0, text=day, reason="a date that is not understood"))
    given = Given(
        title=_text(row, _TITLE), published=published, author=_text(row, _AUTHOR),
        source=_text(row, _SOURCE), lang=_text(row, _LANG), numbered=False, body_only=True, left_out=left,
    )  # fmt: skip
    article = assemble(
        path, [Line(n, text) for n, text in enumerate(paragraphs, 1)], given, language=language
    )
    return _keep_own(article, row)


def _keep_own(article: Article, row: dict[str, Any]) -> Article:
    """Take over what only our own rows have, so that an article read again is the same article."""
    numbers = row.get("lines")
    origin = row.get("published_from")
    return msgspec.structs.replace(
        article,
        lines=tuple(numbers)
        if isinstance(numbers, list) and all(isinstance(n, int) for n in numbers)
        else (),
        published_from=origin
        if article.published and isinstance(origin, str)
        else article.published_from,
    )


def _left_out(row: dict[str, Any]) -> list[LeftOut]:
    try:
        return msgspec.convert(row.get("left_out") or [], list[LeftOut])
    except msgspec.ValidationError:
        return []  # another program's key of that name


def _paragraphs(row: dict[str, Any], path: str) -> list[str]:
    for key in _BODY:
        value = row.get(key)
        if isinstance(value, str) and value.strip():
            return [nfc(part.strip()) for part in re.split(r"\n+", value) if part.strip()]
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            return [nfc(part.strip()) for part in value if part.strip()]
    raise InputError(
        "the row has no article text",
        where=path,
        hint=f"One of these keys must hold it: {', '.join(_BODY)}.",
    )


def _text(row: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = row.get(key)
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = ", ".join(value)
        if isinstance(value, dict) and isinstance(value.get("name"), str):
            value = value["name"]
        if isinstance(value, str) and value.strip():
            return nfc(value.strip())
    return None
