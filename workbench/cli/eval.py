"""``wb eval``: how good matching and alignment are, measured on texts of the user's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.streams import Progress, check_target, header, note, print_rows, write_file
from workbench.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.config import Settings
    from workbench.engine import Engine
    from workbench.pipeline.evaluate import AlignTask
    from workbench.records import Signature

group = typer.Typer(
    help="Measure matching and alignment.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Documents = Annotated[
    Path | None,
    typer.Option(
        "--documents",
        metavar="FILE",
        help="'document<TAB>VI<TAB>EN' lines, of which comparable articles are made.",
    ),
]
Limit = Annotated[int, typer.Option(min=0, help="Use the first N documents; 0 is all.")]
Seed = Annotated[int, typer.Option(help="Seed of what is made of the documents.")]
Json = Annotated[bool, typer.Option("--json", help="JSON Lines.")]
Model = Annotated[str | None, typer.Option(metavar="NAME|PATH", help="Another model.")]
Plot = Annotated[
    str | None,
    typer.Option("--plot", metavar="FILE.png", help="Draw the reliability curve (extra 'plots')."),
]
Force = Annotated[bool, typer.Option("--force", help="Replace an existing picture.")]
Beam = Annotated[int, typer.Option(min=1, max=16, help="Width of the search.")]
#: Characters of a full bar of the reliability table.
_BAR = 30


@group.command("align")
def eval_align(
    gold: Annotated[
        list[Path] | None,
        typer.Argument(metavar="GOLD.jsonl…", help="Gold beads of article pairs."),
    ] = None,
    *,
    documents: Documents = None,
    limit: Limit = 0,
    seed: Seed = 7,
    peers: Annotated[
        bool, typer.Option("--peers", help="Measure other methods in the same run.")
    ] = False,
    plot: Plot = None,
    force: Force = False,
    json: Json = False,
    model: Model = None,
    beam: Beam = 1,
) -> int:
    """Measure alignment: strict and lax F1 of the links, abstention, calibration."""
    from workbench.align import signature
    from workbench.pipeline.evaluate import score_align
    from workbench.score.alignment import brier, reliability

    if plot is not None:
        check_target(plot, force=force)
    settings, engine = _engine(gold, documents, model=model, beam=beam)
    tasks = _tasks(gold or (), documents, limit, seed, settings=settings, engine=engine)
    signed = signature(settings.align, articles=len(tasks), seed=seed, beam=beam)
    if json:
        print_rows([header(signed)])
    else:
        print(f"{len(tasks)} pairs of articles, {signed}")
    curves = {}
    for method, score in score_align(tasks, settings=settings, engine=engine, peers=peers):
        curve = reliability(score.rated) if method == "sparse" else []
        if curve:
            curves[method] = curve
        more = {"brier": round(brier(score.rated), 4), "reliability": curve} if curve else {}
        row = {"method": method, **score.row(), **more}
        if json:
            print_rows([row])
        else:
            _print(row)
    if plot is not None:
        _draw(plot, curves, signed)
    return 0


@group.command("match")
def eval_match(
    gold: Annotated[
        list[Path] | None,
        typer.Argument(metavar="GOLD.jsonl…", help="Gold files, each English article in one pool."),
    ] = None,
    *,
    documents: Documents = None,
    limit: Limit = 0,
    seed: Seed = 7,
    orphans: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Share of sources without counterpart.")
    ] = 0.3,
    plot: Plot = None,
    force: Force = False,
    json: Json = False,
    model: Model = None,
    beam: Beam = 1,
) -> int:
    """Measure matching: recall at 1, false pairs of articles without counterpart, calibration."""
    from workbench.match import signature
    from workbench.pipeline.evaluate import score_gold_match, score_match

    if plot is not None:
        check_target(plot, force=force)
    settings, engine = _engine(gold, documents, model=model, beam=beam)
    rows: list[dict[str, Any]] = []
    if documents is not None or not gold:
        tasks = _tasks((), documents, limit, seed, settings=settings, engine=engine)
        made = score_match(tasks, settings=settings, orphans=orphans, seed=seed)
        rows.append({"method": "match", "sources": len(tasks), **made})
    if gold:
        told = score_gold_match(gold, engine, settings=settings)
        rows.append({"method": "match, gold pairs", **told})
    curves = {row["method"]: row["reliability"] for row in rows}
    signed = signature(settings.match, seed=seed, orphans=orphans, beam=beam)
    if json:
        print_rows([header(signed), *rows])
    else:
        print(signed)
        for row in rows:
            _print(row)
    if plot is not None:
        _draw(plot, curves, signed)
    return 0


def _draw(
    name: str, curves: Mapping[str, Sequence[Mapping[str, float]]], signed: Signature
) -> None:
    from workbench.report.reliability import draw_reliability

    write_file(name, draw_reliability(curves, signature=str(signed)))


def _engine(
    gold: Sequence[Path] | None, documents: Path | None, *, model: str | None, beam: int
) -> tuple[Settings, Engine]:
    """Load the model. Raises UsageError without anything to measure."""
    from workbench.config import load_settings, with_flags
    from workbench.pipeline.model import open_engine

    if not gold and documents is None:
        raise UsageError(
            "nothing to measure with", hint="Give gold files, or --documents FILE, or both."
        )
    settings = with_flags(load_settings(), model=model, beam=beam)
    return settings, open_engine(settings.translate, memory=True, warn=note)


def _tasks(
    gold: Sequence[Path],
    documents: Path | None,
    limit: int,
    seed: int,
    *,
    settings: Settings,
    engine: Engine,
) -> list[AlignTask]:
    """Prepare what is measured."""
    from workbench.pipeline.evaluate import gold_tasks, made_articles, made_tasks

    made = made_articles(documents, limit=limit, seed=seed) if documents else []
    tasks = gold_tasks(gold, engine, settings=settings)
    ready = made_tasks(made, engine, settings=settings, progress=Progress("translated"))
    if len(ready) < len(made):
        note(
            f"{len(made) - len(ready)} documents were left out: a line of theirs is not one sentence"
        )
    return [*tasks, *ready]


def _print(row: Mapping[str, Any]) -> None:
    print(f"\n{row['method']}")
    for name, value in row.items():
        if name == "reliability":
            _print_reliability(value)
        elif isinstance(value, dict):
            span = f"[{value['low']:.3f}, {value['high']:.3f}]"
            print(f"  {name:<42} {value['value']:.3f} {span} ({value['hits']}/{value['total']})")
        elif name != "method":
            print(f"  {name:<42} {value}")


def _print_reliability(rows: Sequence[Mapping[str, float]]) -> None:
    if not rows:
        return
    print("  probability   beads   mean   right")
    for row in rows:
        bar = "#" * round(row["right"] * _BAR)
        print(
            f"  {row['from']:.1f} to {row['to']:.1f} {row['count']:7d}  {row['mean']:.3f}"
            f"   {row['right']:.3f} {bar}"
        )
