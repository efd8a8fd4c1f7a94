"""``wb diff``: what a new translation, or an edited text, fixed and broke."""

from __future__ import annotations

from typing import Annotated

import typer


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD.json", help="An earlier 'wb qa --json'.")],
    new: Annotated[str, typer.Argument(metavar="NEW.json", help="A later one; '-' is stdin.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on", metavar="SEVERITY", help="Exit 1 for a new finding of this severity on."
        ),
    ] = "major",
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 whatever is new.")] = False,
) -> int:
    """Compare two QA results: which findings were fixed, which are new, which were kept.

    A finding whose sentence was edited is still known by its check and its two surfaces.
    """
    import sys

    from workbench.cli.streams import parse_severity, print_rows, read_bytes, status_of
    from workbench.report.diff import compare, difference_document, difference_text
    from workbench.report.reread import read_document

    parse_severity(fail_on)
    before = read_document(read_bytes(old), where=old)
    after = read_document(read_bytes(new), where=new)
    difference = compare(before, after)
    if as_json:
        print_rows([difference_document(difference, before, after)])
    else:
        sys.stdout.write(difference_text(difference, before, after))
    findings = [finding for _, finding in difference.new]
    return status_of(findings, fail_on=fail_on, exit_zero=exit_zero)
