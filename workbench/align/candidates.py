"""Which segments are looked at together: sparse, so that long articles stay cheap.

Two segments are compared when each shares telling words, capitals, numbers or figures with the
other and is among the other's best. A part that more than ``CROWD`` segments of a side have brings
no two segments together, so the work for n segments is at most n times ``CROWD`` times the parts
of a segment, and at most ``2 * LIMIT * n`` pairs are compared in full.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_array

from workbench.align.sides import Profile

#: Partners looked at for each segment.
LIMIT = 8
#: Segments of one side that may share a part before it is passed over.
CROWD = 120
#: Segments of one side in a bead.
WIDEST = 3

Group = tuple[int, ...]
Shape = tuple[Group, Group]


def likely_pairs(vi: Sequence[Profile], en: Sequence[Profile]) -> list[tuple[int, int]]:
    """Return the pairs of segments worth comparing, sorted."""
    if not vi or not en:
        return []
    left, right = part_vectors(vi, en)
    table = (left @ right.T).tocsr()
    found = _best(table) | {(i, j) for j, i in _best(table.T.tocsr())}
    return sorted(found | _alike(vi, en))


def _alike(vi: Sequence[Profile], en: Sequence[Profile]) -> set[tuple[int, int]]:
    """Return the pairs whose embeddings are nearest; none without embeddings."""
    if not (vi[0].vector and en[0].vector):
        return set()
    left, right = (np.array([p.vector for p in side], dtype=np.float32) for side in (vi, en))
    found: set[tuple[int, int]] = set()
    for row in range(len(vi)):
        cosines = right @ left[row]
        order = np.argsort(-cosines, kind="stable")[:LIMIT]
        found.update((row, int(column)) for column in order if cosines[column] > 0)
    return found


def part_vectors(vi: Sequence[Profile], en: Sequence[Profile]) -> tuple[csr_array, csr_array]:
    """Return the weighted parts of both sides, shapes (segments, parts), rows of length 1."""
    columns: dict[str, int] = {}
    cells = [_cells(side, columns) for side in (vi, en)]
    left, right = (
        csr_array((weights, (rows, places)), shape=(len(side), max(1, len(columns))))
        for side, (rows, places, weights) in zip((vi, en), cells, strict=True)
    )
    return left, right


def _parts(profile: Profile) -> Mapping[str, float]:
    figures = {f"={key}": weight for key, weight in profile.figures.items()}
    copies = {f"^{key}": weight for key, weight in profile.copies.items()}
    return {**profile.stems, **copies, **figures}


def _cells(
    side: Sequence[Profile], columns: dict[str, int]
) -> tuple[list[int], list[int], list[float]]:
    bags = [_parts(profile) for profile in side]
    crowd = Counter(part for bag in bags for part in bag)
    rows: list[int] = []
    places: list[int] = []
    weights: list[float] = []
    for row, bag in enumerate(bags):
        norm = sum(w * w for w in bag.values()) ** 0.5 or 1.0
        for part, weight in bag.items():
            if crowd[part] <= CROWD:
                rows.append(row)
                places.append(columns.setdefault(part, len(columns)))
                weights.append(weight / norm)
    return rows, places, weights


def _best(table: csr_array) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for row, (start, end) in enumerate(pairwise(table.indptr)):
        values = table.data[start:end]
        order = np.argsort(-values, kind="stable")[:LIMIT]
        found.update((row, int(table.indices[start + k])) for k in order if values[k] > 0)
    return found


def merged_shapes(pairs: Sequence[tuple[int, int]]) -> list[Shape]:
    """Return the beads of one segment against two or three neighbours, each a likely pair.

    ``pairs`` are those that are likely enough to be part of a merged bead.
    """
    known = set(pairs)
    shapes: set[Shape] = set()
    for i, j in pairs:
        for size in range(2, WIDEST + 1):
            en = tuple(range(j, j + size))
            if all((i, k) in known for k in en):
                shapes.add(((i,), en))
            vi = tuple(range(i, i + size))
            if all((k, j) in known for k in vi):
                shapes.add((vi, (j,)))
    return sorted(shapes)
