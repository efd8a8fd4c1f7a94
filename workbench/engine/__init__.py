"""Loads and runs models: the only place that imports model libraries, and only when it must."""

from __future__ import annotations

from workbench.engine.base import Engine, Hypothesis, Progress
from workbench.engine.fake import FakeEngine
from workbench.engine.manifest import Manifest, ModelFolder, find_model, is_checkpoint, list_models

__all__ = [
    "Engine",
    "FakeEngine",
    "Hypothesis",
    "Manifest",
    "ModelFolder",
    "Progress",
    "find_model",
    "list_models",
    "load_engine",
]


def load_engine(model: str, *, batch: int = 16, workers: int = 0) -> Engine:
    """Load a model: by the name of a folder with a manifest, by path, or a cached checkpoint's id.

    ``batch`` is how many hypotheses a worker decodes together; ``workers`` 0 is one a core.
    Raises ModelError for a model that is missing or cannot be run, ChecksumError for a damaged
    file.
    """
    if is_checkpoint(model):
        from workbench.engine import huggingface

        return huggingface.load(model, batch=batch, workers=workers)
    from workbench.engine import ctranslate

    return ctranslate.load(ModelFolder(find_model(model)), batch=batch, workers=workers)
