"""Sentence embeddings from a model of the user's own, through sentence-transformers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from workbench.errors import MissingExtra, ModelError


class Encoder(Protocol):
    """Turns sentences into vectors."""

    def encode(self, texts: Sequence[str]) -> list[list[float]]:
        """Return a vector of length 1 for each text."""


class _SentenceEncoder:
    def __init__(self, path: str) -> None:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as error:
            raise MissingExtra(
                "embeddings need sentence-transformers",
                hint="Install it: pip install 'translation-workbench[embeddings]'",
            ) from error
        try:
            self._model = SentenceTransformer(path, device="cpu", local_files_only=True)
        except (OSError, ValueError) as error:
            raise ModelError(
                f"no sentence-transformers model in {path}: {error}",
                hint="Name the folder of a model that is on this computer; nothing is fetched.",
            ) from error

    def encode(self, texts: Sequence[str]) -> list[list[float]]:
        vectors = self._model.encode(
            list(texts), normalize_embeddings=True, show_progress_bar=False
        )
        return [[float(number) for number in vector] for vector in vectors]


@lru_cache(maxsize=1)
def load_encoder(path: str) -> Encoder:
    """Load a sentence-transformers model from a folder.

    Raises MissingExtra without the library, ModelError for a folder that holds no model.
    """
    if not Path(path).is_dir():
        raise ModelError(
            f"no such folder: {path}",
            hint="Name the folder of a sentence-transformers model; nothing is fetched.",
        )
    return _SentenceEncoder(path)
