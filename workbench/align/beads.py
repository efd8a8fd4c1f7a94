"""Candidate beads with their features: pairs first, then merged ones and the order around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.align.candidates import Group, Shape, likely_pairs, merged_shapes
from workbench.align.features import Overlap, join, overlap
from workbench.align.likelihood import Likelihoods
from workbench.align.model import Model, column, stack
from workbench.align.sides import Profile

#: A pair rated below this is out of the question.
LEAST = 0.005
#: A pair rated below this is no part of a merged bead.
MERGEABLE = 0.05
#: Similarity that a merged bead must gain over its best pair.
LEAST_GAIN = 0.025
#: Segments around a pair whose links count for its order.
REACH = 2


@dataclass(frozen=True)
class Candidates:
    """Beads that might be: their shapes, overlaps and features, shape (beads, features)."""

    shapes: list[Shape]
    overlaps: list[Overlap]
    rows: NDArray[np.float64]

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """The first members of both sides: the pair itself where nothing is merged."""
        return [(vi[0], en[0]) for vi, en in self.shapes]


@dataclass(frozen=True)
class Reader:
    """Who is asked how likely a pair is, and the segments' own numbers on both sides."""

    likelihoods: Likelihoods
    numbers: tuple[Sequence[int], Sequence[int]]


def candidates(
    vi: Sequence[Profile],
    en: Sequence[Profile],
    model: Model,
    *,
    also: Iterable[tuple[int, int]] = (),
    reader: Reader | None = None,
) -> Candidates:
    """Return every bead worth a decision; ``also`` are pairs to look at whatever they share."""
    singles = first_pairs(vi, en, also=also)
    likely = model.pairs(singles.rows)
    return with_merged(vi, en, singles, likely, also=also, reader=reader)


def first_pairs(
    vi: Sequence[Profile], en: Sequence[Profile], *, also: Iterable[tuple[int, int]] = ()
) -> Candidates:
    """Return the pairs worth comparing, with the features that need no neighbours."""
    pairs = sorted({*likely_pairs(vi, en), *also})
    shapes: list[Shape] = [((i,), (j,)) for i, j in pairs]
    overlaps = [overlap(vi[i], en[j]) for i, j in pairs]
    best = _Best.of(Candidates(shapes, overlaps, stack([])))
    rows = [_row(s, o, best) for s, o in zip(shapes, overlaps, strict=True)]
    return Candidates(shapes, overlaps, stack(rows))


def with_merged(
    vi: Sequence[Profile],
    en: Sequence[Profile],
    every: Candidates,
    likely: NDArray[np.float64],
    *,
    also: Iterable[tuple[int, int]] = (),
    reader: Reader | None = None,
) -> Candidates:
    """Drop pairs that are out of the question, add merged beads, and look at what lies around."""
    best = _Best.of(every)
    singles, likely = _worth(every, likely, also=frozenset(also))
    pairs = singles.pairs
    rated = dict(zip(pairs, likely.tolist(), strict=True))
    known = dict(zip(pairs, singles.overlaps, strict=True))
    merged = merged_shapes([pair for pair in pairs if rated[pair] >= MERGEABLE])
    shapes, overlaps, rows = list(singles.shapes), list(singles.overlaps), singles.rows.tolist()
    for shape in merged:
        whole = overlap(join([vi[i] for i in shape[0]]), join([en[j] for j in shape[1]]))
        merge = _merge_features(shape, whole, known)
        if merge[0] < LEAST_GAIN:
            continue
        shapes.append(shape)
        overlaps.append(whole)
        rows.append(_row(shape, whole, best, merge))
    table = stack(rows)
    table[:, column("order")] = [_order(shape, rated) for shape in shapes]
    if reader is not None and shapes:
        margins = reader.likelihoods.margins(pairs, numbers=reader.numbers)
        columns = [column(name) for name in ("margin_vi", "margin_en", "weakest")]
        table[:, columns] = [margins.of(shape) for shape in shapes]
    return Candidates(shapes, overlaps, table)


def _worth(
    every: Candidates, likely: NDArray[np.float64], *, also: frozenset[tuple[int, int]]
) -> tuple[Candidates, NDArray[np.float64]]:
    """Return the pairs that are likely enough to be looked at closely."""
    kept = [k for k, pair in enumerate(every.pairs) if likely[k] >= LEAST or pair in also]
    return Candidates(
        [every.shapes[k] for k in kept], [every.overlaps[k] for k in kept], every.rows[kept]
    ), likely[kept]


@dataclass(frozen=True)
class _Best:
    """The two best partners of each segment and how similar they are."""

    vi: Mapping[int, list[tuple[float, int]]]
    en: Mapping[int, list[tuple[float, int]]]

    @classmethod
    def of(cls, singles: Candidates) -> _Best:
        vi: dict[int, list[tuple[float, int]]] = {}
        en: dict[int, list[tuple[float, int]]] = {}
        for (i, j), found in zip(singles.pairs, singles.overlaps, strict=True):
            vi.setdefault(i, []).append((found.similarity, j))
            en.setdefault(j, []).append((found.similarity, i))
        for rows in (*vi.values(), *en.values()):
            rows.sort(reverse=True)
        return cls(vi, en)

    @staticmethod
    def other(rows: Mapping[int, list[tuple[float, int]]], mine: Group, theirs: Group) -> float:
        """Return the best similarity of ``mine`` with a segment that is not among ``theirs``."""
        return max(
            (s for i in mine for s, j in rows.get(i, ()) if j not in theirs),
            default=0.0,
        )


def _row(
    shape: Shape, found: Overlap, best: _Best, merge: tuple[float, float, float] = (0.0, 0.0, 0.0)
) -> list[float]:
    vi, en = shape
    return [
        1.0,
        found.words_of_vi,
        found.words_of_en,
        found.words_both,
        found.grams,
        found.copies_of_vi,
        found.copies_of_en,
        found.shared / (found.shared + 10.0),
        found.figures,
        found.rough,
        found.figures_apart,
        found.length,
        found.similarity - best.other(best.vi, vi, en),
        found.similarity - best.other(best.en, en, vi),
        found.anchored,
        found.titles,
        found.named_only,
        0.0,
        0.0,
        0.0,
        0.0,
        float(len(vi) + len(en) > 2),  # noqa: PLR2004 - two are a pair
        *merge,
    ]


def _merge_features(
    shape: Shape, whole: Overlap, known: Mapping[tuple[int, int], Overlap]
) -> tuple[float, float, float]:
    """Return gain, fill and rest of a merged bead."""
    parts = [known[i, j] for i in shape[0] for j in shape[1]]
    one_vi = len(shape[0]) == 1
    fill = min(p.words_of_en if one_vi else p.words_of_vi for p in parts)
    covered = max(p.words_of_vi if one_vi else p.words_of_en for p in parts)
    rest = (whole.words_of_vi if one_vi else whole.words_of_en) - covered
    return whole.similarity - max(p.similarity for p in parts), fill, rest


def _order(shape: Shape, rated: Mapping[tuple[int, int], float]) -> float:
    """Return the rating of the best link that continues this bead forwards or backwards."""
    (vi, en), best = shape, 0.0
    for step in (-1, 1):
        i, j = (vi[-1], en[-1]) if step > 0 else (vi[0], en[0])
        for a in range(1, REACH + 1):
            for b in range(1, REACH + 1):
                found = rated.get((i + step * a, j + step * b), 0.0)
                best = max(best, found * (1.0 if a == b == 1 else 0.7))
    return best
