"""``wb check``: figures and names of sentence pairs, taken as translations of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.config import CheckSettings
    from workbench.language import Language
    from workbench.language.glossary import Glossary
    from workbench.records import Dimension, Finding, Mention

_COLUMNS = 2


def check(
    *,
    pairs: Annotated[
        str,
        typer.Option("--pairs", metavar="FILE|-", help="Lines of VI<TAB>EN, raw; '-' is stdin."),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines instead of a table.")] = False,
    show_all: Annotated[
        bool, typer.Option("--all", help="Print agreeing links too (severity none).")
    ] = False,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="SEVERITY",
            help="Exit 1 from this severity on: info, minor, major"
            " or critical. [default: major, or fail_on of wb.toml]",
        ),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit 0 whatever is found.")
    ] = False,
    baseline: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="An earlier --json result: only new findings count."),
    ] = None,
    dismissals: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Findings put aside, with reasons, as JSON Lines."),
    ] = None,
    dimension: Annotated[
        str, typer.Option("--dimension", metavar="KIND", help="figure, name or all.")
    ] = "all",
) -> int:
    """Compare figures and names of translated sentence pairs by value.

    Each line holds a Vietnamese text, a tab and its English. Exit status 1 means findings. What a
    baseline knows or was dismissed is printed, and does not count.
    """
    from workbench.check.run import is_finding
    from workbench.cli.streams import (
        header,
        load_triage,
        parse_severity,
        print_rows,
        read_lines,
        status_of,
    )
    from workbench.config import load_settings
    from workbench.records import Signature

    settings = load_settings().check
    floor = fail_on or settings.fail_on
    parse_severity(floor)
    wanted = _dimensions(dimension)
    triage = load_triage(baseline=baseline, dismissals=dismissals)
    findings: list[Finding] = []
    lines = read_lines(pairs)

    def rows() -> Iterator[Finding]:
        for finding in _check_lines(pairs, lines, wanted, settings):
            if is_finding(finding):
                findings.append(finding)
            if show_all or is_finding(finding):
                yield finding

    if as_json:
        signature = Signature.of(stage="check", dimension=dimension, **_changed(settings))
        print_rows([header(signature)])
        print_rows(finding.row() for finding in rows())
    else:
        _print_table(list(rows()))
    return status_of(triage.open(findings, pairs), fail_on=floor, exit_zero=exit_zero)


def _changed(settings: CheckSettings) -> dict[str, str]:
    """Name what the settings change, for the signature."""
    if not settings.severity:
        return {}
    return {"severity": ",".join(f"{k}={v}" for k, v in sorted(settings.severity.items()))}


def _dimensions(word: str) -> tuple[Dimension, ...]:
    from workbench.errors import UsageError

    if word == "all":
        return ("figure", "name")
    if word == "figure":
        return ("figure",)
    if word == "name":
        return ("name",)
    raise UsageError(f"unknown dimension '{word}'", hint="One of: figure, name, all.")


def _check_lines(
    name: str, lines: list[str], dimensions: tuple[Dimension, ...], settings: CheckSettings
) -> Iterator[Finding]:
    from workbench.check import Pair
    from workbench.check.run import check_pair
    from workbench.errors import FormatError
    from workbench.extract import extract

    glossary = _glossary(settings)

    def find(text: str, language: Language) -> list[Mention]:
        """Find each dimension by itself: a figure inside a name is still a figure."""
        return [
            mention
            for dimension in dimensions
            for mention in extract(
                text, language, dimension=dimension, glossary=glossary, nested=True
            )
        ]

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != _COLUMNS:
            raise FormatError(
                f"{len(cells)} column{'s' if len(cells) > 1 else ''} where 2 belong",
                where=f"{name}:{number}",
                hint="Each line is one Vietnamese text, one tab and its English, without quoting.",
            )
        vi, en = cells
        pair = Pair(
            number=number,
            vi=vi,
            en=en,
            vi_mentions=find(vi, "vi"),
            en_mentions=find(en, "en"),
            glossary=glossary,
        )
        yield from check_pair(pair, settings=settings, dimensions=dimensions)


def _glossary(settings: CheckSettings) -> Glossary | None:
    if not settings.glossaries:
        return None
    from pathlib import Path

    from workbench.language.glossary import read_glossaries

    return read_glossaries(map(Path, settings.glossaries))


def _print_table(findings: list[Finding]) -> None:
    """Print a line of columns for each finding, and below it why."""
    from workbench.cli.streams import note

    rows = [
        (
            str(f.pair), f.severity, f.check, f.verdict,
            f.vi.surface if f.vi else "-", f.en.surface if f.en else "-",
        )
        for f in findings
    ]  # fmt: skip
    titles = ("pair", "severity", "check", "verdict", "Vietnamese", "English")
    widths = [max(len(row[i]) for row in (titles, *rows)) for i in range(len(titles))]
    for index, row in enumerate((titles, *rows) if rows else ()):
        print("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip())
        if index:
            print(f"{'':{widths[0]}}  {findings[index - 1].explanation}")
    counted = sum(f.severity != "none" for f in findings)
    note(f"{counted} finding{'' if counted == 1 else 's'}")
