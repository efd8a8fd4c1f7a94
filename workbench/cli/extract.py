"""``wb extract``: the figures and names of a text, a line at a time, as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal, cast

import typer

from workbench.cli.streams import header, print_rows, read_lines
from workbench.errors import UsageError
from workbench.language import Language
from workbench.records import Signature

_LANGUAGES = ("vi", "en")
_DIMENSIONS = ("figure", "name", "all")


def extract(
    file: Annotated[
        str, typer.Argument(metavar="[FILE|-]", help="Plain text in UTF-8, or '-' for stdin.")
    ] = "-",
    *,
    lang: Annotated[str, typer.Option("--lang", help="Language of the text: vi or en.")],
    dimension: Annotated[
        str, typer.Option("--dimension", help="What to look for: figure, name or all.")
    ] = "all",
    nested: Annotated[
        bool, typer.Option("--nested", help="Add the names inside longer names.")
    ] = False,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="DATE",
            help="The article's date, ISO 8601: completes dates without a year.",
        ),
    ] = None,
) -> int:
    """List the figures and names of a text by value, one JSON row each.

    The first row is a header with schema and signature. Line numbers begin with 1; offsets are
    code points of the line in Unicode NFC.
    """
    if lang not in _LANGUAGES:
        raise UsageError(f"unknown language '{lang}'", hint="One of: vi, en.")
    if dimension not in _DIMENSIONS:
        raise UsageError(f"unknown dimension '{dimension}'", hint="One of: figure, name, all.")
    if published is not None:
        _check_date(published)
    lines = read_lines(file)
    fields = {"lang": lang, "dimension": dimension}
    if published:
        fields["published"] = published
    print_rows([header(Signature.of(stage="extract", **fields))])
    print_rows(
        _rows(
            lines,
            cast("Language", lang),
            dimension=cast("Literal['figure', 'name', 'all']", dimension),
            nested=nested,
            published=published,
        )
    )
    return 0


def _rows(
    lines: list[str],
    language: Language,
    *,
    dimension: Literal["figure", "name", "all"],
    nested: bool,
    published: str | None,
) -> Iterator[dict[str, Any]]:
    """Yield the rows of a text; later lines know the names of the lines before."""
    from workbench.extract import NameContext
    from workbench.extract import extract as find

    context = NameContext()
    for number, line in enumerate(lines, 1):
        mentions = find(
            line,
            language,
            dimension=dimension,
            published=published,
            nested=nested,
            context=context,
        )
        context.add(mentions)
        for mention in mentions:
            yield {"line": number, **mention.row()}


def _check_date(published: str) -> None:
    try:
        date.fromisoformat(published[:10])
    except ValueError as error:
        raise UsageError(
            f"'{published}' is no ISO 8601 date", hint="Write it like 2022-08-05."
        ) from error
