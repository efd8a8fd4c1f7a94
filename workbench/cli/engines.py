"""Load the model that a command asks for, with the cache of what it said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.cli.streams import note
from workbench.errors import OutputError

if TYPE_CHECKING:
    from workbench.config import TranslateSettings
    from workbench.engine import Engine


def open_engine(settings: TranslateSettings, *, memory: bool = True) -> Engine:
    """Load the model; its answers are kept in the user's cache unless ``memory`` is off.

    A cache that cannot be opened is told of, and done without. Raises ModelError, ChecksumError.
    """
    from workbench.engine import load_engine
    from workbench.store.memory import CachedEngine, TranslationCache

    engine = load_engine(settings.model, batch=settings.batch, workers=settings.workers)
    if not memory:
        return engine
    try:
        return CachedEngine(engine, TranslationCache())
    except OutputError as error:
        note(f"Warning: {error}; going on without it")
        return engine
