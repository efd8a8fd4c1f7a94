"""The QA report: the same facts as HTML, text, JSON, tables and SARIF."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import PurePath
from typing import Literal, TypeAlias, get_args

from workbench.errors import UsageError
from workbench.records import ArticleReport
from workbench.report.facts import Facts
from workbench.report.triage import Triage

Format: TypeAlias = Literal["html", "text", "json", "jsonl", "csv", "xlsx", "sarif", "markdown"]
FORMATS: tuple[Format, ...] = get_args(Format)
_SUFFIXES: dict[str, Format] = {
    ".html": "html", ".htm": "html", ".txt": "text", ".json": "json", ".jsonl": "jsonl",
    ".csv": "csv", ".xlsx": "xlsx", ".sarif": "sarif", ".md": "markdown",
}  # fmt: skip

#: module and function of each format; imported when asked for
_WRITERS: dict[Format, tuple[str, str]] = {
    "html": ("html", "render_html"),
    "text": ("text", "render_text"),
    "markdown": ("markdown", "render_markdown"),
    "json": ("document", "render_json"),
    "jsonl": ("document", "render_jsonl"),
    "csv": ("table", "render_csv"),
    "xlsx": ("table", "render_xlsx"),
    "sarif": ("sarif", "render_sarif"),
}


def format_of(name: str) -> Format:
    """Tell the format by the suffix of a file's name. Raises UsageError."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in _SUFFIXES:
        raise UsageError(
            f"no report format has the suffix '{suffix}'",
            hint=f"One of {', '.join(_SUFFIXES)}, or --format {'|'.join(FORMATS)}.",
        )
    return _SUFFIXES[suffix]


def parse_format(name: str) -> Format:
    """Read the name of a format. Raises UsageError."""
    for known in FORMATS:
        if known == name:
            return known
    raise UsageError(f"unknown report format '{name}'", hint=f"One of {', '.join(FORMATS)}.")


def render(
    reports: Sequence[ArticleReport],
    format: Format,  # noqa: A002 - the word of the command line
    *,
    title: str | None = None,
    signature: str = "",
    triage: Triage | None = None,
) -> str | bytes:
    """Write the report of one article or of a corpus; bytes for ``xlsx``, text for all others.

    ``signature`` is that of the run; without it the first report's stands. ``triage`` says which
    findings are known or were dismissed.
    """
    facts = Facts.of(reports, title=title, signature=signature, triage=triage)
    module, name = _WRITERS[format]
    written: str | bytes = getattr(import_module(f"workbench.report.{module}"), name)(facts)
    return written


__all__ = ["FORMATS", "Format", "format_of", "parse_format", "render"]
