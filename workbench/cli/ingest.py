"""``wb ingest``: read articles, and say what of the page is the article."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from workbench.cli.streams import check_target, note, write_file
from workbench.errors import UsageError
from workbench.records import SCHEMA, Article, Signature, dump_line


def ingest(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE…", help="Article files, or '-' for stdin.")
    ],
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON document; JSON Lines for several.")
    ] = False,
    keep_all: Annotated[
        bool,
        typer.Option("--keep-all", help="Take every line of a page as text; leave nothing out."),
    ] = False,
    lang: Annotated[
        str | None,
        typer.Option("--lang", help="Language of the text, vi or en, instead of a guess."),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", help="File to write; '-' is stdout.")
    ] = "-",
    force: Annotated[
        bool, typer.Option("--force", help="Replace an existing output file.")
    ] = False,
) -> int:
    """Read articles from .html .txt .md .docx .pdf .json .jsonl, or dumps of web pages."""
    from workbench.ingest import read_articles

    if lang not in {None, "vi", "en"}:
        raise UsageError(f"unknown language '{lang}'", hint="One of: vi, en.")
    check_target(output, force=force)
    articles = [
        article
        for name in files
        for article in read_articles(name, keep_all=keep_all, language=lang)
    ]
    if as_json:
        text = "".join(
            dump_line(document(article, keep_all=keep_all)) + "\n" for article in articles
        )
    else:
        text = "\n".join(view(article) for article in articles)
    write_file(output, text)
    left = sum(len(article.left_out) for article in articles)
    if left and not as_json:
        note(f"left out {left} lines; --json lists them, --keep-all puts them back")
    return 0


def document(article: Article, *, keep_all: bool) -> dict[str, Any]:
    """Return the contract's document of one article."""
    import msgspec

    row: dict[str, Any] = msgspec.to_builtins(article)
    signature = Signature.of(stage="ingest", keep=("all" if keep_all else "article"))
    return {"schema": SCHEMA, "signature": str(signature), **row}


def view(article: Article) -> str:
    """Show an article to a reader: title, facts, paragraphs."""
    facts = [
        f"{name}: {value}"
        for name, value in (
            (
                "published",
                article.published and f"{article.published} (from the {article.published_from})",
            ),
            ("author", article.author),
            ("source", article.source),
            ("lang", article.lang),
        )
        if value
    ]
    head = [article.title] if article.title else []
    parts = [*head, " · ".join(facts), *article.paragraphs]
    return "\n\n".join(parts) + "\n"
