"""``wb match``: which English articles report the event of a Vietnamese one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from workbench.match import Index


def match(
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
    index: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER",
            help="Keep the pool's index there; --coverage adds to it what is new or changed.",
        ),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Candidates for each source at most.")
    ] = None,
    window: Annotated[
        int | None,
        typer.Option(min=0, help="Days apart beyond which nothing is the same event."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Show also what was looked at and found unrelated.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say in words what speaks for and against each.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines; the default.")] = False,
    model: Annotated[str | None, typer.Option(metavar="NAME|PATH", help="Another model.")] = None,
    beam: Annotated[
        int, typer.Option(min=1, max=16, help="Width of the search; 1 is enough to match.")
    ] = 1,
    memory: Annotated[
        bool, typer.Option("--memory/--no-memory", help="Reuse what the model said before.")
    ] = True,
) -> int:
    """Find the English coverage of Vietnamese articles; none is an answer.

    Prints JSON Lines: a header row, then a row for each source with its candidates, best first:
    the same event, then related ones.
    """
    import msgspec

    from workbench.cli.streams import Progress, header, note, print_rows
    from workbench.config import load_settings, with_flags
    from workbench.ingest import read_articles
    from workbench.match import explain as explain_candidate
    from workbench.match import signature
    from workbench.pipeline.compare import match_prepared, prepare_queries
    from workbench.pipeline.model import open_engine
    from workbench.pipeline.qa import require_vietnamese

    del json  # there is no other form but words; the flag is accepted everywhere
    settings = with_flags(load_settings(), model=model, beam=beam)
    given = {name: n for name, n in (("limit", limit), ("window", window)) if n is not None}
    chosen = msgspec.structs.replace(settings.match, **given)
    articles = [article for name in sources for article in read_articles(name)]
    for article in articles:
        require_vietnamese(article)
    pool = _open_pool(coverage or (), index)
    if not len(pool):
        note("Warning: the pool is empty; every source is without coverage")
    engine = open_engine(settings.translate, memory=memory, warn=note)
    prepared = prepare_queries(articles, engine, settings=settings, progress=Progress("translated"))
    rows = ((p, match_prepared(p, pool, settings=chosen, everything=everything)) for p in prepared)
    if explain:
        for source, candidates in rows:
            print(f"{source.article.path}:")
            for candidate in candidates:
                print(f"  {explain_candidate(candidate)}")
            if not candidates:
                print("  nothing in the pool is on this event or related to it.")
        return 0
    print_rows([header(signature(chosen, engine=engine.signature, beam=beam), pool=len(pool))])
    print_rows(
        {"source": p.article.path, "published": p.article.published, "candidates": candidates}
        for p, candidates in rows
    )
    return 0


def _open_pool(names: Sequence[str], folder: str | None) -> Index:
    """Index the coverage, in memory or into the folder. Raises UsageError without either."""
    from pathlib import Path

    from workbench.cli.coverage import read_coverage
    from workbench.errors import UsageError
    from workbench.match import Index
    from workbench.pipeline.compare import as_match_article
    from workbench.pipeline.prepare import prepare_coverage

    if not names and folder is None:
        raise UsageError(
            "no coverage to match with", hint="Give --coverage PATH or --index FOLDER."
        )
    index = _open_folder(Path(folder)) if folder else Index.build()
    index.add(as_match_article(prepare_coverage(each)) for each in read_coverage(names))
    return index


def _open_folder(folder: Path) -> Index:
    from workbench.match import Index

    if (folder / "entries.db").exists():
        return Index.open(folder)
    return Index.build(folder=folder)
