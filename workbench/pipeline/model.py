"""The engine of a run: the model of the settings, with the cache of its answers before it."""

from __future__ import annotations

from collections.abc import Callable

from workbench.config import TranslateSettings
from workbench.engine import Engine, load_engine
from workbench.errors import OutputError
from workbench.store.memory import CachedEngine, TranslationCache


def open_engine(
    settings: TranslateSettings, *, memory: bool, warn: Callable[[str], None]
) -> Engine:
    """Load the model; with ``memory``, its earlier answers are reused.

    A cache that cannot be opened is told to ``warn`` and done without. Raises ModelError.
    """
    engine = load_engine(settings.model, batch=settings.batch, workers=settings.workers)
    if not memory:
        return engine
    try:
        return CachedEngine(engine, TranslationCache())
    except OutputError as error:
        warn(f"Warning: {error}; going on without it")
        return engine
