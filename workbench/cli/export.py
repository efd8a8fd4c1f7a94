"""``wb export``: an article of a QA result as a bilingual file for other tools and people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.records import ArticleReport


def export(
    result: Annotated[
        str, typer.Argument(metavar="QA.json | -", help="The result of 'wb qa --json'.")
    ],
    *,
    output: Annotated[
        str,
        typer.Option(
            "-o", "--output", metavar="FILE", help="By suffix: .tmx .xliff .docx .xlsx .csv .tbx."
        ),
    ],
    format_name: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="NAME", help="tmx, xliff, xliff2, docx, xlsx, csv or tbx."
        ),
    ] = None,
    article: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="Which article, where the result has several."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
) -> int:
    """Write an article with its translation, findings as notes, as a bilingual file.

    TBX holds the names of all articles with their accepted English forms.
    """
    from workbench.cli.streams import check_target, read_bytes, write_file
    from workbench.exchange import export as write
    from workbench.exchange import terms, write_tbx
    from workbench.report.reread import read_reports

    chosen = _format(format_name, output)
    check_target(output, force=force)
    reports = read_reports(read_bytes(result), where=result)
    if chosen == "tbx":
        entries = terms(report.ledger for report in reports)
        signature = reports[0].signature if reports else ""
        write_file(output, write_tbx(entries, title="Names", signature=signature))
        return 0
    report = _one(reports, article)
    data = write(
        article=report.article,
        segments=report.segments,
        translations=report.translations,
        findings=report.findings,
        format=chosen,  # type: ignore[arg-type]
        signature=report.signature,
    )
    write_file(output, data)
    return 0


def _format(name: str | None, output: str) -> str:
    from workbench.errors import UsageError
    from workbench.exchange import FORMATS, format_of

    if name is None:
        return "tbx" if output.lower().endswith(".tbx") else format_of(output)
    if name not in {*FORMATS, "tbx"}:
        raise UsageError(f"unknown format '{name}'", hint=f"One of: {', '.join(FORMATS)}, tbx.")
    return name


def _one(reports: Sequence[ArticleReport], path: str | None) -> ArticleReport:
    """Choose the article. Raises UsageError where it is not clear which."""
    from workbench.errors import UsageError

    found = [report for report in reports if path in {None, report.article.path}]
    if len(found) == 1:
        return found[0]
    paths = ", ".join(report.article.path for report in reports) or "none"
    raise UsageError(
        f"no article {path}" if path else f"the result has {len(reports)} articles",
        hint=f"--article PATH chooses one of: {paths}.",
    )
