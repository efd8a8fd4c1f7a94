"""Choose beads so that each segment is in at most one and the sum of their values is largest.

Solved as weighted set packing with scipy's mixed-integer solver: crossings are free, and leaving
a segment alone is worth zero, so it happens wherever no bead is worth more.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from workbench.align.candidates import Shape


def choose(shapes: Sequence[Shape], values: Sequence[float]) -> list[int]:
    """Return the places of the chosen beads, in order."""
    worth = [k for k, value in enumerate(values) if value > 0]
    if not worth:
        return []
    lines: dict[tuple[int, int], int] = {}
    rows, columns = [], []
    for place, k in enumerate(worth):
        for side, group in enumerate(shapes[k]):
            for segment in group:
                rows.append(lines.setdefault((side, segment), len(lines)))
                columns.append(place)
    table = csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(lines), len(worth)))
    # shapes and values are sorted the same way each time; a tiny slope settles ties for the earlier
    slope = np.arange(len(worth)) * 1e-9
    result = milp(
        -np.array([values[k] for k in worth]) + slope,
        constraints=LinearConstraint(table, ub=1),
        integrality=np.ones(len(worth), dtype=np.int64),
        bounds=Bounds(0, 1),
    )
    if result.x is None:  # pragma: no cover - nothing chosen is always a solution
        raise RuntimeError(f"the solver gave up: {result.message}")
    return [worth[place] for place in np.flatnonzero(result.x > 0.5)]  # noqa: PLR2004
