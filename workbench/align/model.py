"""Logistic models over the features of a bead; their coefficients are data with their origin."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from workbench.align.features import FEATURES
from workbench.errors import ModelError

PATH = Path(__file__).with_name("model.toml")


class Beads(msgspec.Struct, frozen=True, kw_only=True):
    """Coefficients for beads: ``link`` for linking what corresponds, ``whole`` for exactly that."""

    link: dict[str, float]
    whole: dict[str, float]


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """Logistic models and a threshold.

    ``first`` rates a pair without its neighbours; ``plain`` and ``informed`` rate a bead, without
    and with the likelihoods of a translation model.
    """

    #: what the coefficients were fitted on, and the digest of that file
    source: str
    digest: str
    #: a bead counts when the mean of its two probabilities is above this
    threshold: float
    first: dict[str, float]
    plain: Beads
    informed: Beads

    def beads(
        self, rows: NDArray[np.float64], *, informed: bool
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return for each bead the probabilities of linking and of being exactly right."""
        tables = self.informed if informed else self.plain
        return _rate(tables.link, rows), _rate(tables.whole, rows)

    def pairs(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return for each pair, without its neighbours, the probability of linking."""
        return _rate(self.first, rows)


def _rate(table: Mapping[str, float], rows: NDArray[np.float64]) -> NDArray[np.float64]:
    coefficients = np.array([table.get(name, 0.0) for name in FEATURES])
    result: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-np.clip(rows @ coefficients, -30, 30)))
    return result


@lru_cache(maxsize=1)
def load_model() -> Model:
    """Read the fitted coefficients. Raises ModelError where they do not fit the features."""
    model = msgspec.convert(tomllib.loads(PATH.read_text(encoding="utf-8")), Model)
    tables = [model.first]
    tables += [
        each for beads in (model.plain, model.informed) for each in (beads.link, beads.whole)
    ]
    unknown = {name for table in tables for name in table} - set(FEATURES)
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
