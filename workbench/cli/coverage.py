"""Reading the pool of English articles: what is not fit for it is told and left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.cli.streams import note
from workbench.ingest import expand, read_articles
from workbench.records import Article


def read_coverage(names: Sequence[str]) -> Iterator[Article]:
    """Read files, folders and JSON Lines one article at a time. Raises InputError."""
    for name in expand(names) if names else ():
        for article in read_articles(name):
            reason = _unfit(article)
            if reason:
                note(f"Warning: {article.path} {reason} and was left out of the coverage")
            else:
                yield article


def _unfit(article: Article) -> str | None:
    if article.lang == "vi":
        return "is Vietnamese"
    if not article.paragraphs and not article.title:
        return "is empty"
    return None
