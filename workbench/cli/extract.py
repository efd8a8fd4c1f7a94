"""``wb extract``: the figures and names of a text, a line at a time, as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import typer


class Lang(StrEnum):
    """A language of the workbench."""

    vi = "vi"
    en = "en"


class Wanted(StrEnum):
    """What to extract."""

    figure = "figure"
    name = "name"
    all = "all"


def extract(
    file: str = typer.Argument("-", help="Plain text in UTF-8, or '-' for stdin."),
    *,
    lang: Lang = typer.Option(..., "--lang", help="Language of the text."),
    dimension: Wanted = typer.Option(Wanted.all, "--dimension", help="What to look for."),
    nested: bool = typer.Option(False, "--nested", help="Add the names inside longer names."),
    published: str = typer.Option(
        "", "--published", metavar="DATE", help="The article's date: completes dates without a year."
    ),
) -> int:
    """List the figures and names of a text by value, one JSON row each.

    The first row is a header with schema and signature. Offsets are code points of the line in
    Unicode NFC; line numbers begin with 1.
    """
    from workbench.cli.streams import header, print_rows, read_lines
    from workbench.records import Signature

    _check_date(published)
    lines = read_lines(file)
    fields = {"lang": lang.value, "dimension": dimension.value}
    if nested:
        fields["nested"] = "yes"
    if published:
        fields["published"] = published
    signature = Signature.of(stage="extract", **fields)
    print_rows([header(signature)])
    print_rows(_rows(lines, lang=lang, dimension=dimension, nested=nested, published=published))
    return 0


def _rows(
    lines: list[str], *, lang: Lang, dimension: Wanted, nested: bool, published: str
) -> Iterator[dict[str, Any]]:
    from workbench.extract import extract as find

    for number, line in enumerate(lines, 1):
        mentions = find(
            line,
            lang.value,
            dimension=dimension.value,
            published=published or None,
            nested=nested,
        )
        for mention in mentions:
            yield {"line": number, **mention.row()}


def _check_date(published: str) -> None:
    from datetime import date

    from workbench.errors import UsageError

    try:
        if published:
            date.fromisoformat(published[:10])
    except ValueError as error:
        raise UsageError(
            f"'{published}' is no ISO 8601 date", hint="Write it like 2022-08-05."
        ) from error
