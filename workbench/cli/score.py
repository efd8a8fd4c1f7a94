"""``wb score``: consistency of QA results, or overlap of a translation with a reference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from workbench.records import Score


def score(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE… | -",
            help="Results of 'wb qa --json'; with --reference, one translation, a text a line.",
        ),
    ],
    *,
    reference: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="A reference translation, line for line."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> int:
    """Score QA results pooled over all articles, or a translation against a reference.

    BLEU, chrF and TER against aligned coverage are named so: coverage is no reference.
    """
    from workbench.cli.streams import print_rows
    from workbench.records import SCHEMA, Signature
    from workbench.report.text import score_line

    scores = _against(files, reference) if reference else _pooled(files)
    if as_json:
        signature = Signature.of(stage="score", against="reference" if reference else "qa")
        print_rows([{"schema": SCHEMA, "signature": str(signature), "scores": scores}])
        return 0
    for each in scores:
        print(score_line(each))
        print(f"  {each.signature}")
    return 0


def _pooled(files: Sequence[str]) -> tuple[Score, ...]:
    from workbench.cli.streams import read_bytes
    from workbench.report.reread import read_reports
    from workbench.score import METRICS, score_corpus

    reports = [report for name in files for report in read_reports(read_bytes(name), where=name)]
    return score_corpus(reports, metrics=METRICS)


def _against(files: Sequence[str], reference: str) -> tuple[Score, ...]:
    from workbench.cli.streams import read_lines
    from workbench.errors import InputError, UsageError
    from workbench.score import score_overlap

    if len(files) != 1:
        raise UsageError(
            f"{len(files)} translations for one reference", hint="Score one file at a time."
        )
    ours, theirs = read_lines(files[0]), read_lines(reference)
    if len(ours) != len(theirs):
        raise InputError(
            f"{len(ours)} lines against {len(theirs)} of the reference",
            where=files[0],
            hint="Both files need one text a line, in the same order.",
        )
    return score_overlap(ours, theirs, against="reference")
