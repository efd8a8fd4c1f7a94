"""``wb qa``: the main job, from articles and coverage to the QA report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.pipeline.prepare import Draft
    from workbench.records import ArticleReport
    from workbench.report.triage import Triage


def qa(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE…", help="Vietnamese articles; '-' is stdin.")
    ],
    *,
    coverage: Annotated[
        list[str] | None,
        typer.Option(
            "--coverage",
            metavar="PATH",
            help="English articles: files, folders, .jsonl; repeatable.",
        ),
    ] = None,
    draft: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE",
            help="A person's translation, 'Vietnamese<TAB>English' a line; repeatable.",
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write the report: .html .json .jsonl .csv .xlsx .sarif .md .txt; repeatable.",
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the word of the command line
        str | None, typer.Option("--format", help="Format of stdout, or of -o without a suffix.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    baseline: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="An earlier --json result: only new findings count."),
    ] = None,
    dismissals: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Findings put aside, with reasons, as JSON Lines."),
    ] = None,
    glossary: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", help="Names and terms: .tbx .csv .toml; repeatable."),
    ] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME|PATH", help="Another model.")] = None,
    beam: Annotated[int | None, typer.Option(min=1, max=16, help="Width of the search.")] = None,
    memory: Annotated[
        bool, typer.Option("--memory/--no-memory", help="Reuse what the model said before.")
    ] = True,
    fail_on: Annotated[
        str | None, typer.Option(metavar="SEVERITY", help="Exit status 1 from this severity on.")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 with findings.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace existing files.")] = False,
) -> int:
    """Translate articles, find their coverage, align, and compare figures and names three ways."""
    from pathlib import Path

    from workbench.cli.coverage import read_coverage
    from workbench.cli.streams import (
        Progress,
        check_target,
        load_triage,
        note,
        parse_severity,
        status_of,
    )
    from workbench.config import load_settings, with_flags
    from workbench.ingest import read_articles
    from workbench.language.glossary import read_glossaries
    from workbench.pipeline.model import open_engine
    from workbench.pipeline.qa import make_pool, qa_articles, require_vietnamese

    settings = with_flags(load_settings(), model=model, beam=beam)
    floor = parse_severity(fail_on or settings.check.fail_on)
    shown = "json" if json else format
    targets = [(name, _format(name, shown)) for name in output or ()]
    for name, _ in targets:
        check_target(name, force=force)
    known = load_triage(baseline=baseline, dismissals=dismissals)
    files = [*settings.check.glossaries, *(glossary or ())]
    terms = read_glossaries(map(Path, files)) if files else None
    articles = [article for name in sources for article in read_articles(name)]
    for article in articles:
        require_vietnamese(article)
    pool = make_pool(list(read_coverage(coverage or ())), glossary=terms)
    drafts = _read_drafts(draft or ())
    engine = open_engine(settings.translate, memory=memory, warn=note)
    reports = list(
        qa_articles(
            articles, pool, engine=engine, settings=settings, draft=drafts, glossary=terms,
            progress=Progress("translated"),
        )
    )  # fmt: skip
    _write(reports, targets, shown, known)
    open_findings = [f for r in reports for f in known.open(r.findings, r.article.path)]
    return status_of(open_findings, fail_on=floor, exit_zero=exit_zero)


def _read_drafts(names: Sequence[str]) -> Draft | None:
    from workbench.cli.streams import read_lines
    from workbench.pipeline.prepare import Draft

    drafts: Draft | None = None
    for name in names:
        read = Draft.read(read_lines(name), where=name)
        drafts = read if drafts is None else drafts | read
    return drafts


def _format(name: str, given: str | None) -> str:
    """Tell the format of an output by its suffix; ``--format`` is for a name without one."""
    from pathlib import PurePath

    from workbench.report import format_of

    return given if given and (name == "-" or not PurePath(name).suffix) else format_of(name)


def _write(
    reports: Sequence[ArticleReport],
    targets: Sequence[tuple[str, str]],
    shown: str | None,
    known: Triage,
) -> None:
    """Write each file; without one, print the report."""
    import sys

    from workbench.cli.streams import write_file
    from workbench.report import parse_format, render

    for name, kind in targets or [("-", shown or "text")]:
        write_file(name, render(reports, parse_format(kind), triage=known))
    sys.stdout.flush()
