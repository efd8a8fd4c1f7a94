"""``wb edits``: what a person changed in an exported file, and the way back."""

from __future__ import annotations

from typing import Annotated

import typer


def edits(
    result: Annotated[
        str, typer.Argument(metavar="QA.json", help="The 'wb qa --json' that was exported.")
    ],
    edited: Annotated[
        str, typer.Argument(metavar="FILE", help="The edited .docx, .xlsx, .csv, .xliff or .tmx.")
    ],
    *,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="DRAFT.tsv",
            help="Write the translation as it is now, VI<TAB>EN a line, for 'wb qa --draft'.",
        ),
    ] = None,
    article: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="Which article, where the result has several."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines of changes.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
) -> int:  # fmt: skip
    """List what was changed in a file that 'wb export' wrote, and take the changes back.

    Segments are known by their number, so rows may be moved, but not renumbered.
    """
    from workbench.cli.export import _one
    from workbench.cli.streams import (
        check_target,
        header,
        note,
        print_rows,
        read_bytes,
        write_file,
    )
    from workbench.exchange import format_of, read_edited
    from workbench.records import Signature
    from workbench.report.reread import read_reports

    if output is not None:
        check_target(output, force=force)
    report = _one(read_reports(read_bytes(result), where=result), article)
    found = read_edited(
        read_bytes(edited), format_of(edited), segments=report.segments,
        translations=report.translations, where=edited,
    )  # fmt: skip
    if as_json:
        print_rows([header(Signature.of(stage="edits"), article=report.article.path)])
        print_rows(found.changes)
    else:
        for change in found.changes:
            print(f"{change.segment + 1}\t{change.source}\n  - {change.before}\n  + {change.after}")
    for word, numbers in (
        ("missing from the file", found.missing),
        ("Vietnamese altered", found.altered),
    ):
        if numbers:
            note(f"Warning: {word}: segment {', '.join(map(str, numbers))}")
    if output is not None:
        texts = {t.segment: t.text for t in found.translations}
        lines = (
            f"{_flat(s.text)}\t{_flat(texts[s.index])}\n"
            for s in report.segments
            if s.index in texts
        )
        write_file(output, "".join(lines))
    return 0


def _flat(text: str) -> str:
    """Keep a text on its line and in its column."""
    return " ".join(text.split())
