"""Align comparable articles: sparse, crossing where the texts cross, silent where nothing answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from workbench.align.beads import Candidates, Reader, candidates
from workbench.align.candidates import Shape
from workbench.align.evidence import evidence
from workbench.align.likelihood import Likelihood, Likelihoods
from workbench.align.model import Model, column
from workbench.align.sides import Profile
from workbench.align.solve import choose
from workbench.records import Bead


def align_sparse(
    vi: Sequence[Profile],
    en: Sequence[Profile],
    model: Model,
    *,
    threshold: float,
    likelihood: Likelihood | None = None,
) -> list[Bead]:
    """Choose the beads whose probabilities are above the threshold in the mean.

    A bead's value is the mean of two probabilities (that it links segments that correspond, and, at
    less weight, that it is exactly the group that corresponds) less the threshold, times its size;
    the choice has the largest sum in which no segment is used twice.
    """
    known = None if likelihood is None else Likelihoods(likelihood)

    def reader(numbers: tuple[Sequence[int], Sequence[int]]) -> Reader | None:
        return None if known is None else Reader(known, numbers)

    every = range(len(vi)), range(len(en))
    first = _round(vi, en, model, threshold=threshold, reader=reader(every))
    left = [_free(len(side), k, first.beads) for k, side in enumerate((vi, en))]
    # what is left is compared again without the rivals that have found their own counterpart
    again = _round(
        [vi[i] for i in left[0]],
        [en[j] for j in left[1]],
        model,
        threshold=threshold + CAUTION,
        reader=reader((left[0], left[1])),
    )
    late = [
        msgspec.structs.replace(
            bead, vi=tuple(left[0][i] for i in bead.vi), en=tuple(left[1][j] for j in bead.en)
        )
        for bead in again.beads
        if all(
            left[side][group[-1]] - left[side][group[0]] == len(group) - 1
            for side, group in enumerate((bead.vi, bead.en))
        )
    ]
    beads = [*first.beads, *late]
    return with_lonely(beads, first.found, first.link, counts=(len(vi), len(en)))


#: Weight of the probability that a bead is exactly the group that corresponds.
SHAPE = 0.3
#: How much more probable a bead of the second round must be: most of what is left has no
#: counterpart.
CAUTION = 0.15


@dataclass(frozen=True)
class _Round:
    beads: list[Bead]
    found: Candidates
    link: NDArray[np.float64]


def _round(
    vi: Sequence[Profile],
    en: Sequence[Profile],
    model: Model,
    *,
    threshold: float,
    reader: Reader | None,
) -> _Round:
    """Choose beads among the segments given."""
    found = candidates(vi, en, model, reader=reader)
    link, whole = model.beads(found.rows, informed=reader is not None)
    values = worth(found, link, whole, threshold=threshold)
    beads = [
        Bead(
            vi=found.shapes[k][0],
            en=found.shapes[k][1],
            score=float(link[k]),
            evidence=evidence(
                found.shapes[k],
                vi,
                en,
                found.overlaps[k],
                likely=reader is not None and found.rows[k, column("margin_en")] > 0,
            ),
        )
        for k in choose(found.shapes, values.tolist())
    ]
    return _Round(beads, found, link)


def worth(
    found: Candidates, link: NDArray[np.float64], whole: NDArray[np.float64], *, threshold: float
) -> NDArray[np.float64]:
    """Return the value of choosing each bead, shape (beads,): a merged one stands for more."""
    sizes = np.array([(len(vi) + len(en)) / 2 for vi, en in found.shapes])
    return np.asarray(sizes * ((1 - SHAPE) * link + SHAPE * whole - threshold))


def _free(count: int, side: int, beads: Sequence[Bead]) -> list[int]:
    """Return the segments of a side that no bead holds."""
    used = {i for bead in beads for i in (bead.vi, bead.en)[side]}
    return [i for i in range(count) if i not in used]


def with_lonely(
    beads: Sequence[Bead],
    found: Candidates,
    link: NDArray[np.float64],
    *,
    counts: tuple[int, int],
    nothing: str = "shares nothing telling with any segment",
) -> list[Bead]:
    """Add a one-sided bead for each segment that no bead holds, and sort them all.

    ``nothing`` is what is said of a segment without a candidate.
    """
    best: tuple[dict[int, tuple[float, Shape]], ...] = ({}, {})
    for shape, probability in zip(found.shapes, link.tolist(), strict=True):
        for side in (0, 1) if probability > 0 else ():
            for segment in shape[side]:
                known = best[side].get(segment)
                if known is None or probability > known[0]:
                    best[side][segment] = (probability, shape)
    lonely = []
    for side in (0, 1):
        used = {i for bead in beads for i in (bead.vi, bead.en)[side]}
        for i in range(counts[side]):
            if i not in used:
                alone: Shape = ((i,), ()) if side == 0 else ((), (i,))
                nearest = best[side].get(i)
                lonely.append(
                    Bead(
                        vi=alone[0],
                        en=alone[1],
                        score=1.0 - nearest[0] if nearest else 1.0,
                        evidence=msgspec.structs.replace(
                            evidence(alone), notes=_nearest(nearest, side, nothing)
                        ),
                    )
                )
    return sort_beads([*beads, *lonely])


def _nearest(nearest: tuple[float, Shape] | None, side: int, nothing: str) -> tuple[str, ...]:
    """Say which segment came nearest to being the counterpart."""
    if nearest is None:
        return (nothing,)
    probability, shape = nearest
    others = " and ".join(f"{('en', 'vi')[side]} {k}" for k in shape[1 - side])
    return (f"nearest is {others} with a probability of {probability:.2f}",)


def sort_beads(beads: Sequence[Bead]) -> list[Bead]:
    """Order beads by their Vietnamese; English ones without counterpart follow their neighbour."""
    after = {j: bead.vi[-1] for bead in beads if bead.vi for j in bead.en}

    def place(bead: Bead) -> tuple[int, int, int]:
        if bead.vi:
            return bead.vi[0], 0, bead.en[0] if bead.en else -1
        before = [after[j] for j in range(bead.en[0]) if j in after]
        return (before[-1] if before else -1), 1, bead.en[0]

    return sorted(beads, key=place)
