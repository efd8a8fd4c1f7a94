"""Logistic models over the features of a bead; their coefficients are data with their origin."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from workbench.align.features import FEATURES
from workbench.errors import ModelError

PATH = Path(__file__).with_name("model.toml")


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """Three logistic models and a threshold.

    ``first`` rates a pair without its neighbours; ``link`` and ``whole`` rate a bead: does it link
    segments that correspond, and is it exactly the group that corresponds.
    """

    #: what the coefficients were fitted on, and the digest of that file
    source: str
    digest: str
    #: a bead counts when the mean of its two probabilities is above this
    threshold: float
    first: dict[str, float]
    link: dict[str, float]
    whole: dict[str, float]

    def probabilities(self, which: str, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the probability for each row of features, shape (beads,)."""
        coefficients = np.array([getattr(self, which).get(name, 0.0) for name in FEATURES])
        result: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-np.clip(rows @ coefficients, -30, 30)))
        return result


@lru_cache(maxsize=1)
def load_model() -> Model:
    """Read the fitted coefficients. Raises ModelError where they do not fit the features."""
    model = msgspec.convert(tomllib.loads(PATH.read_text(encoding="utf-8")), Model)
    unknown = {*model.first, *model.link, *model.whole} - set(FEATURES)
    if unknown:
        raise ModelError(f"the alignment model rates unknown features: {sorted(unknown)}")
    return model


def log_odds(probability: float) -> float:
    """Return the logarithm of the odds, kept finite."""
    p = min(1 - 1e-9, max(1e-9, probability))
    return math.log(p / (1 - p))


def column(name: str) -> int:
    """Return the place of a feature in a row."""
    return FEATURES.index(name)


def stack(rows: Sequence[Sequence[float]]) -> NDArray[np.float64]:
    """Return rows of features as one array, shape (beads, features)."""
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(FEATURES))
