"""Align true translations: in order, every shape has its price, nothing is left out for free.

Dynamic programming after Gale and Church (1993) with the similarity of the sparse aligner in the
place of their length model; the length model alone is kept as a peer. Cells are n times m bytes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from workbench.align.candidates import part_vectors
from workbench.align.evidence import evidence
from workbench.align.features import join, overlap
from workbench.align.sides import Profile
from workbench.align.sparse import sort_beads
from workbench.errors import InputError
from workbench.records import Bead

#: Vietnamese and English segments taken by a step, and its price in nats: after Gale and Church's
#: counts, but news leaves sentences out far more often than the parliament they counted.
STEPS = (
    (1, 1, math.log(0.89)),
    (1, 0, math.log(0.15)),
    (0, 1, math.log(0.15)),
    (1, 2, math.log(0.0445)),
    (2, 1, math.log(0.0445)),
    (2, 2, math.log(0.011)),
)
#: Cells that are filled at most: 120 MB of steps taken, 10,000 by 10,000 segments and a little more.
MOST_CELLS = 120_000_000

#: Gives a row of scores: for step (a, b) and the number of Vietnamese segments before it, the
#: score of each English place, shape (en - b + 1,).
Rows = Callable[[int, int, int], NDArray[np.float64]]


def align_monotone(vi: Sequence[Profile], en: Sequence[Profile]) -> list[Bead]:
    """Align by word similarity, in order. Raises InputError above MOST_CELLS."""
    scores = _Similarity.of(vi, en)
    beads = []
    for left, right in walk(len(vi), len(en), scores.row):
        if left and right:
            found = overlap(join([vi[i] for i in left]), join([en[j] for j in right]))
            beads.append(
                Bead(
                    vi=left,
                    en=right,
                    score=min(1.0, found.similarity),
                    evidence=evidence((left, right), vi, en, found),
                )
            )
        else:
            beads.append(Bead(vi=left, en=right, score=0.5))
    return sort_beads(beads)


def walk(n: int, m: int, row: Rows) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the path of the best score from (0, 0) to (n, m) as groups of segments.

    Raises InputError above MOST_CELLS.
    """
    if (n + 1) * (m + 1) > MOST_CELLS:
        raise InputError(
            f"{n} by {m} segments are too many for the monotone aligner",
            hint="Use the sparse aligner, or cut the articles.",
        )
    best: list[NDArray[np.float64]] = []
    taken = np.zeros((n + 1, m + 1), dtype=np.int8)
    skip = STEPS[2][2]
    places = np.arange(m + 1) * skip
    for i in range(n + 1):
        line = np.full(m + 1, -np.inf)
        line[0] = 0.0 if i == 0 else -np.inf
        for number, (a, b, price) in enumerate(STEPS):
            if a == 0 or a > i or b > m:
                continue
            before = best[-a][: m + 1 - b]
            score = before + price + (row(a, b, i - a) if b else 0.0)
            better = score > line[b:]
            line[b:][better] = score[better]
            taken[i, b:][better] = number
        # steps over English segments alone follow each other inside the row
        along = np.maximum.accumulate(line - places) + places
        taken[i][along > line + 1e-9] = 2
        best = [*best[-1:], along]
    return _trace(taken)


def _trace(taken: NDArray[np.int8]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    path: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    i, j = taken.shape[0] - 1, taken.shape[1] - 1
    while i or j:
        a, b, _ = STEPS[taken[i, j]] if i else STEPS[2]
        left, right = tuple(range(i - a, i)), tuple(range(j - b, j))
        i, j = i - a, j - b
        path += (
            [(left, right)]
            if len(left) + len(right) > 1
            else [((k,), ()) for k in left] + [((), (k,)) for k in right]
        )
    return path[::-1]


@dataclass(frozen=True)
class _Similarity:
    """Cosines of part vectors of one or two segments of each side."""

    left: dict[int, csr_array]
    right: dict[int, csr_array]

    #: what a cosine of 1 is worth, in nats, and the cosine of unrelated segments
    SCALE = 18.0
    FLOOR = 0.3

    @classmethod
    def of(cls, vi: Sequence[Profile], en: Sequence[Profile]) -> _Similarity:
        left, right = part_vectors(vi, en)
        return cls({1: left, 2: _neighbours(left)}, {1: right, 2: _neighbours(right)})

    def row(self, a: int, b: int, i: int) -> NDArray[np.float64]:
        """Return the worth of taking ``a`` segments from ``i`` on with ``b`` at each place."""
        cosines = (self.right[b] @ self.left[a][[i]].T).toarray().ravel()
        worth: NDArray[np.float64] = self.SCALE * max(a, b) * (cosines - self.FLOOR)
        return worth


def _neighbours(rows: csr_array) -> csr_array:
    """Return the vectors of each segment and the next read as one, length 1."""
    if rows.shape[0] < 2:  # noqa: PLR2004 - a pair
        return csr_array((0, rows.shape[1]))
    sums = csr_array(rows[:-1] + rows[1:])
    norms = np.sqrt(np.asarray(sums.multiply(sums).sum(axis=1)).ravel())
    norms[norms == 0] = 1.0
    return csr_array(vstack([sums])).multiply(1 / norms[:, None]).tocsr()
