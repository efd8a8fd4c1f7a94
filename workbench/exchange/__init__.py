"""Bilingual files for other people's tools, and their way back.

TMX 1.4b, XLIFF 1.2 and 2.1 for CAT tools; DOCX, XLSX and CSV tables for people; TBX for names.
Segments are numbered from 1, and the numbers lead edited English back to its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import PurePath
from typing import Literal, TypeAlias, get_args

from workbench.errors import UsageError
from workbench.exchange.changes import Change, Edited, apply_edits
from workbench.exchange.tbx import Term, terms, write_tbx
from workbench.exchange.unit import Bitext, Note, Unit
from workbench.records import Article, Decision, Finding, Segment, Translation

Format: TypeAlias = Literal["tmx", "xliff", "xliff2", "docx", "xlsx", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)
_SUFFIXES: dict[str, Format] = {
    ".tmx": "tmx", ".xliff": "xliff", ".xlf": "xliff", ".docx": "docx", ".xlsx": "xlsx",
    ".csv": "csv",
}  # fmt: skip
_MODULES = {
    "tmx": "tmx", "xliff": "xliff", "xliff2": "xliff", "docx": "tables", "xlsx": "tables",
    "csv": "tables",
}  # fmt: skip


def format_of(name: str) -> Format:
    """Tell the format by the suffix of a file's name. Raises UsageError."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in _SUFFIXES:
        raise UsageError(
            f"no bilingual format has the suffix '{suffix}'",
            hint=f"One of {', '.join(_SUFFIXES)}.",
        )
    return _SUFFIXES[suffix]


def export(
    *,
    article: Article,
    segments: Sequence[Segment],
    translations: Sequence[Translation],
    findings: Iterable[Finding] = (),
    decisions: Iterable[Decision] = (),
    format: Format,  # noqa: A002 - the word of the command line
    signature: str = "",
) -> bytes:
    """Write an article in two languages, findings as notes, the state by the decisions."""
    bitext = Bitext.of(
        article=article, segments=segments, translations=translations, findings=findings,
        decisions=decisions, signature=signature,
    )  # fmt: skip
    write: Callable[[Bitext], bytes] = getattr(_module(format), f"write_{format}")
    return write(bitext)


def read_rows(data: bytes, format: Format, *, where: str) -> list[tuple[str, str, str]]:  # noqa: A002
    """Read ``(number, Vietnamese, English)`` from an exported, perhaps edited, file.

    Raises FormatError, EncodingError.
    """
    name = "xliff" if format == "xliff2" else format
    read: Callable[..., list[tuple[str, str, str]]] = getattr(_module(format), f"read_{name}")
    return read(data, where=where)


def read_edited(
    data: bytes,
    format: Format,  # noqa: A002
    *,
    segments: Sequence[Segment],
    translations: Sequence[Translation],
    where: str,
) -> Edited:
    """Read an edited file back: the translations as they are now, and what was changed.

    Raises FormatError for a file that is damaged or of another article.
    """
    rows = read_rows(data, format, where=where)
    return apply_edits(rows, segments=segments, translations=translations, where=where)


def _module(format: Format) -> object:  # noqa: A002
    return import_module(f"workbench.exchange.{_MODULES[format]}")


__all__ = [
    "FORMATS",
    "Bitext",
    "Change",
    "Edited",
    "Format",
    "Note",
    "Term",
    "Unit",
    "apply_edits",
    "export",
    "format_of",
    "read_edited",
    "read_rows",
    "terms",
    "write_tbx",
]
