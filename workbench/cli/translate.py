"""``wb translate``: articles side by side, or line for line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.errors import UsageError

if TYPE_CHECKING:
    from workbench.config import TranslateSettings
    from workbench.engine import Engine

FORMATS = ("text", "html", "jsonl")


def translate(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE… | -", help="Vietnamese articles; '-' is stdin."),
    ] = None,
    *,
    lines: Annotated[
        bool,
        typer.Option("--lines", help="One sentence or paragraph a line, one line out for each."),
    ] = False,
    model: Annotated[
        str | None, typer.Option(metavar="NAME|PATH", help="Another model than the default.")
    ] = None,
    beam: Annotated[
        int | None,
        typer.Option(min=1, max=16, help="Width of the search; 1 is fastest, 4 the default."),
    ] = None,
    memory: Annotated[
        bool,
        typer.Option(
            "--memory/--no-memory", help="Reuse what the model said of the same text before."
        ),
    ] = True,
) -> int:
    """Translate Vietnamese articles to English, side by side, or line for line.

    Decoding is done on this machine; nothing is sent anywhere.
    """
    from workbench.config import load_settings

    settings = load_settings().translate
    settings = _with(settings, model=model, beam=beam)
    if lines:
        return _translate_lines(files or ["-"], settings, memory=memory)
    raise UsageError("articles are not translated yet", hint="Use --lines.")


def _with(settings: TranslateSettings, **given: str | int | None) -> TranslateSettings:
    """Put flags over settings."""
    import msgspec

    return msgspec.structs.replace(
        settings, **{name: value for name, value in given.items() if value is not None}
    )


def _load(settings: TranslateSettings, *, memory: bool) -> Engine:
    """Load the model, with the cache before it unless that is turned off or cannot be."""
    from workbench.cli.streams import note
    from workbench.engine import load_engine
    from workbench.errors import OutputError
    from workbench.store.memory import CachedEngine, TranslationCache

    engine = load_engine(settings.model, batch=settings.batch, workers=settings.workers)
    if not memory:
        return engine
    try:
        return CachedEngine(engine, TranslationCache())
    except OutputError as error:
        note(f"Warning: {error}; going on without it")
        return engine


def _translate_lines(files: list[str], settings: TranslateSettings, *, memory: bool) -> int:
    from workbench.cli.streams import read_lines
    from workbench.translate import translate_texts

    if len(files) > 1:
        raise UsageError(
            "--lines takes one file", hint="Join them: cat FILE… | wb translate --lines"
        )
    texts = read_lines(files[0])
    engine = _load(settings, memory=memory)
    for translation in translate_texts(texts, engine, settings=settings):
        sys.stdout.write(translation.text + "\n")
    return 0
