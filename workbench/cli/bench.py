"""``wb bench``: how fast the runtimes are on this machine, in one run on the same sentences."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.streams import check_target, note, read_lines, write_file
from workbench.errors import UsageError
from workbench.records import SCHEMA, Signature, dump_lines

if TYPE_CHECKING:
    from workbench.engine.measure import Measurement, Order

group = typer.Typer(
    help="Measure speed and memory on this machine.",
    no_args_is_help=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_SAMPLES = Path(__file__).parents[2] / "corpora" / "vi"
_ARTICLE_WORDS = 700


@group.command()
def translate(
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE | -", help="Vietnamese lines; the sample articles without."),
    ] = None,
    *,
    model: Annotated[str | None, typer.Option(metavar="NAME|PATH", help="The model.")] = None,
    beam: Annotated[int | None, typer.Option(min=1, max=16, help="Width of the search.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Lines taken.")] = 48,
    threads: Annotated[int, typer.Option(min=0, help="Cores used; 0 is all of them.")] = 0,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write the rows.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines, a row a runtime.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing output.")] = False,
) -> int:
    """Compare CTranslate2 int8 with transformers float32: same weights, same sentences, one run.

    Each runtime runs in a process of its own, so that its peak memory can be told. Read the
    ratio, not the times: those belong to the machine and to what else it does.
    """
    import os

    from workbench.config import load_settings, with_flags
    from workbench.engine.measure import RUNTIMES, Order, measure

    if output is not None:
        check_target(output, force=force)
    settings = with_flags(load_settings(), model=model, beam=beam).translate
    texts = _texts(file)[:limit]
    results: list[tuple[Order, Measurement]] = []
    for runtime in RUNTIMES:
        note(f"measuring {runtime}: {len(texts)} lines, beam {settings.beam}")
        order = Order(
            runtime=runtime,
            model=settings.model,
            texts=tuple(texts),
            beam=settings.beam,
            batch=settings.batch,
            threads=threads or os.cpu_count() or 1,
        )
        results.append((order, measure(order)))
    if json or output is not None:
        content = dump_lines(_rows(results))
        if output is None:
            sys.stdout.write(content)
        else:
            write_file(output, content)
    if not json:
        _print(results)
    return 0


@group.command()
def check(
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE | -", help="Vietnamese lines; the sample articles without."),
    ] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines, a row a measurement.")] = False,
) -> int:
    """Compare the cost of checking with that of translating the same text; read lines of a million.

    The share is what counts: seconds belong to the machine.
    """
    from workbench.config import load_settings
    from workbench.pipeline.cost import measure_cost, measure_growth
    from workbench.pipeline.model import open_engine

    settings = load_settings()
    texts = _texts(file)
    engine = open_engine(settings.translate, memory=False, warn=note)
    rows = [*measure_cost(texts, engine, settings=settings), *measure_growth()]
    if json:
        signature = Signature.of(
            stage="bench", lines=len(texts), engine=engine.signature, beam=settings.translate.beam
        )
        sys.stdout.write(dump_lines([{"schema": SCHEMA, "signature": str(signature)}, *rows]))
        return 0
    for row in rows:
        share = f"{row.share:8.1%}" if row.share is not None else ""
        print(f"{row.what:<32}{row.seconds:>9.2f} s{share:>10}")
    return 0


@group.command(name="all")
def all_() -> int:
    """Run every benchmark with its defaults."""
    return translate() or check()


def _texts(file: str | None) -> list[str]:
    """Return the lines to translate. Raises UsageError, InputError."""
    if file is not None:
        texts = [line.strip() for line in read_lines(file) if line.strip()]
    elif _SAMPLES.is_dir():
        from workbench.ingest import read_article
        from workbench.segment import segments

        paths = sorted(_SAMPLES.iterdir())
        texts = [piece.text for path in paths for piece in segments(read_article(str(path)))]
    else:
        texts = []
    if not texts:
        raise UsageError(
            "there is nothing to translate", hint="Name a file with Vietnamese lines, or '-'."
        )
    return texts


def _rows(results: Sequence[tuple[Order, Measurement]]) -> list[dict[str, Any]]:
    order = results[0][0]
    signature = Signature.of(
        stage="bench", lines=len(order.texts), beam=order.beam, batch=order.batch,
        threads=order.threads,
    )  # fmt: skip
    rows: list[dict[str, Any]] = [
        {"schema": SCHEMA, "signature": str(signature), "ratio": round(_ratio(results), 2)}
    ]
    rows += [
        {
            "runtime": order.runtime,
            "model": result.signature,
            "pieces_per_second": round(result.pieces_per_second, 1),
            "source_words_per_second": round(result.source_words / result.seconds, 1),
            "seconds": round(result.seconds, 2),
            "start_seconds": round(result.start_seconds, 2),
            "peak_megabytes": result.peak_megabytes,
        }
        for order, result in results
    ]
    return rows


def _ratio(results: Sequence[tuple[Order, Measurement]]) -> float:
    """Return how many times the first is as fast as the last."""
    return results[0][1].pieces_per_second / results[-1][1].pieces_per_second


def _print(results: Sequence[tuple[Order, Measurement]]) -> None:
    order = results[0][0]
    print(
        f"{len(order.texts)} lines, beam {order.beam}, {order.batch} hypotheses together,"
        f" {order.threads} threads"
    )
    print(f"{'runtime':<14}{'pieces/s':>10}{'words/s':>10}{'start s':>10}{'peak MB':>10}")
    for each, result in results:
        words = result.source_words / result.seconds
        print(
            f"{each.runtime:<14}{result.pieces_per_second:>10.0f}{words:>10.0f}"
            f"{result.start_seconds:>10.1f}{result.peak_megabytes or 0:>10}"
        )
    first, last = results[0][1], results[-1][1]
    same = sum(a == b for a, b in zip(first.translations, last.translations, strict=True))
    print(f"ratio {_ratio(results):.1f}; the same English in {same} of {len(order.texts)} lines")
    article = _ARTICLE_WORDS / first.source_words * first.seconds
    print(f"an article of {_ARTICLE_WORDS} words: {article:.0f} s with {results[0][0].runtime}")
