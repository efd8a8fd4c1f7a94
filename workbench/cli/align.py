"""``wb align``: which segment of an English article answers which of a Vietnamese one."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.streams import Progress, header, note, print_rows
from workbench.errors import LanguageError


def align(
    vi: Annotated[str, typer.Argument(metavar="VI", help="The Vietnamese article.")],
    en: Annotated[str, typer.Argument(metavar="EN", help="The English article.")],
    *,
    monotone: Annotated[
        bool,
        typer.Option(
            "--monotone",
            help="Take the English for a translation, in order: for true translations only.",
        ),
    ] = False,
    threshold: Annotated[
        float | None,
        typer.Option(
            min=0.0, max=1.0, help="Probability from which a bead counts.", show_default=False
        ),
    ] = None,
    quick: Annotated[
        bool,
        typer.Option(
            "--quick",
            help="Do not ask the model how likely a sentence is as a translation of another: faster,"
            " and finds less of what was worded anew.",
        ),
    ] = False,
    one_event: Annotated[
        bool,
        typer.Option(
            "--one-event",
            help="Take both for reports of one event, whatever their dates say.",
        ),
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say in words why each bead stands, or why not.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines; the default.")] = False,
    keep_all: Annotated[
        bool, typer.Option("--keep-all", help="Align every line, also what is no part of the body.")
    ] = False,
    model: Annotated[str | None, typer.Option(metavar="NAME|PATH", help="Another model.")] = None,
    beam: Annotated[int | None, typer.Option(min=1, max=16, help="Width of the search.")] = None,
    memory: Annotated[
        bool, typer.Option("--memory/--no-memory", help="Reuse what the model said before.")
    ] = True,
) -> int:
    """Align a Vietnamese article with an English one on the same event.

    Prints JSON Lines: a header row with the segments of both sides, then beads; every segment is
    in exactly one, alone where nothing answers it. Where the dates of the two leave no room for
    one event, only figures and offices that both state are linked, and a note says so.
    """
    import msgspec

    from workbench.align import explain as explain_bead
    from workbench.align import signature
    from workbench.config import load_settings, with_flags
    from workbench.ingest import read_article
    from workbench.pipeline.compare import align_prepared, another_event
    from workbench.pipeline.model import open_engine
    from workbench.pipeline.prepare import prepare_coverage, prepare_source
    from workbench.pipeline.qa import require_vietnamese

    del json  # there is no other form but words; the flag is accepted everywhere
    settings = with_flags(load_settings(), model=model, beam=beam)
    chosen = msgspec.structs.replace(
        settings.align,
        method="monotone" if monotone else settings.align.method,
        threshold=settings.align.threshold if threshold is None else threshold,
        likelihood=settings.align.likelihood and not quick,
    )
    settings = msgspec.structs.replace(settings, align=chosen)
    source, coverage = (read_article(name, keep_all=keep_all) for name in (vi, en))
    require_vietnamese(source)
    if coverage.lang == "vi":
        raise LanguageError(
            "the second article is Vietnamese", where=en, hint="Give the English article second."
        )
    engine = open_engine(settings.translate, memory=memory, warn=note)
    left = prepare_source(source, engine, settings=settings, progress=Progress("translated"))
    right = prepare_coverage(coverage)
    apart = None
    if not one_event and chosen.method == "sparse":
        apart = another_event(left, right, settings=settings.match)
    if apart:
        note(
            f"the articles report two events, for {apart}: linked are only figures and offices that"
            " both state; --one-event aligns them all the same"
        )
    beads = align_prepared(
        left,
        right,
        settings=settings,
        engine=engine,
        one_event=apart is None,
        progress=Progress("compared"),
    )
    if explain:
        for bead in beads:
            print(explain_bead(bead))
            for text in (*(left.texts[i] for i in bead.vi), *(right.texts[j] for j in bead.en)):
                print(f"    {text}")
        return 0
    segments = {"vi": left.texts, "en": right.texts}
    signed = signature(chosen, engine=engine.signature, beam=settings.translate.beam)
    print_rows(
        [
            header(
                signed,
                source=source.path,
                coverage=coverage.path,
                another_event=apart,
                segments=segments,
            )
        ]
    )
    print_rows(bead.row() for bead in beads)
    if not any(bead.vi and bead.en for bead in beads):
        note("no segment of the one article answers one of the other")
    return 0
