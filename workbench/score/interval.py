"""Confidence intervals at 95 %: Wilson for shares, bootstrap over articles for corpora."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

#: quantile of the normal distribution for 95 %
_Z = 1.959963984540054
#: resamples of a bootstrap, and the seed that makes two runs the same
RESAMPLES = 1000
SEED = 12345


def wilson(hits: float, total: float) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson 1927); (0, 1) where nothing was counted."""
    if total <= 0:
        return 0.0, 1.0
    share = hits / total
    middle = share + _Z**2 / (2 * total)
    reach = _Z * sqrt(share * (1 - share) / total + _Z**2 / (4 * total**2))
    scale = 1 + _Z**2 / total
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


def bootstrap_share(counts: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the 95 % interval of a share pooled over groups, by resampling the groups.

    ``counts`` are hits and total of each group. Figures of one article stand or fall together, so
    the articles are drawn, not the figures.
    """
    import numpy as np

    rows = np.asarray(counts, dtype=float)
    if rows.size == 0 or rows[:, 1].sum() <= 0:
        return 0.0, 1.0
    draws = np.random.default_rng(SEED).integers(0, len(rows), size=(RESAMPLES, len(rows)))
    sums = rows[draws].sum(axis=1)
    sums = sums[sums[:, 1] > 0]
    low, high = np.quantile(sums[:, 0] / sums[:, 1], [0.025, 0.975])
    return float(low), float(high)
