"""``wb checks``: which checks there are, and what each of them looks for."""

from __future__ import annotations

import typer

group = typer.Typer(
    help="List the checks, or explain one.",
    no_args_is_help=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@group.command("list")
def list_checks(
    *,
    as_json: bool = typer.Option(False, "--json", help="JSON Lines instead of a table."),
) -> None:
    """Print every check with its severity and title."""
    from workbench.check import CHECKS
    from workbench.check.run import effective_severity
    from workbench.cli.streams import header, print_rows
    from workbench.config import load_settings
    from workbench.records import Signature

    settings = load_settings().check
    rows = [(check, effective_severity(check, settings)) for check in CHECKS]
    if as_json:
        print_rows([header(Signature.of(stage="checks"))])
        print_rows(
            {
                "id": check.id, "dimension": check.dimension, "severity": severity,
                "issue_type": check.issue_type, "title": check.title,
            }
            for check, severity in rows
        )  # fmt: skip
        return
    width = max(len(check.id) for check, _ in rows)
    for check, severity in rows:
        print(f"{check.id:{width}}  {severity:8}  {check.dimension:6}  {check.title}")


@group.command("explain")
def explain(
    name: str = typer.Argument(metavar="ID", help="A check id, such as figure-scale."),
    *,
    as_json: bool = typer.Option(False, "--json", help="One JSON document."),
) -> None:
    """Say what a check compares, what it lets pass, and show examples."""
    from workbench.check.explain import document_of, explain_check
    from workbench.check.run import get_check
    from workbench.config import load_settings
    from workbench.records import SCHEMA, Signature, dump_line

    check = get_check(name)
    settings = load_settings().check
    if as_json:
        document = document_of(check, settings)
        signature = str(Signature.of(stage="checks"))
        print(dump_line({"schema": SCHEMA, "signature": signature, **document}))
    else:
        print(explain_check(check, settings))
