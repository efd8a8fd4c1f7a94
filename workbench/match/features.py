"""What speaks for and against one event behind two articles, as numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from scipy.optimize import linear_sum_assignment

from workbench.language.words import COMMON_WEIGHT, FUNCTION_WEIGHT, weight
from workbench.match.article import Entry
from workbench.values.keys import digits, is_calendar

#: Names of the numbers, in order; the model has a coefficient for each.
FEATURES = (
    "bias",
    "first",  # similarity of the best answered sentence
    "second",  # of the second best, and so on, each English sentence used once
    "third",
    "answered",  # sentences well answered, of those of the shorter article
    "cosine",  # whole articles, words weighted by rarity
    "source_found",  # share of the source's word weight found in the coverage
    "copies",  # share of the source's names and numbers found in the coverage
    "copies_back",  # and the other way round
    "amount",  # words with a capital and numbers shared, by rarity, squashed
    "facts",  # names and figures shared, by rarity, squashed
)
#: Articles that the pool is thought to have besides its own, so that three articles do not make
#: every word rare or common, and the share of them that has a word of each weight.
_PRIOR = 60.0
_PRIOR_SHARE = {FUNCTION_WEIGHT: 1.0, COMMON_WEIGHT: 0.3}
_OTHER_SHARE = 0.01


@dataclass(frozen=True)
class Rarity:
    """How telling a term is: nats of surprise to meet it in an article of the pool."""

    seen: Mapping[str, int]
    pool: int

    def of(self, term: str) -> float:
        """Return the weight of a term, never below zero."""
        share = _OTHER_SHARE if term[:1] in "=@" else _PRIOR_SHARE.get(weight(term), _OTHER_SHARE)
        count = self.seen.get(term, 0) + _PRIOR * share
        return max(0.0, math.log((self.pool + _PRIOR) / max(1.0, count)))


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """Names and figures of both articles, rarest first, and their rarity in nats."""

    names: tuple[str, ...]
    figures: tuple[str, ...]
    weight: float


@dataclass(frozen=True)
class Comparison:
    """The features of a pair, and what they were made of."""

    row: list[float]
    #: for each well answered source segment: its number, the coverage's, the similarity
    answers: list[tuple[int, int, float]]
    #: shared telling stems, rarest first
    terms: list[str]
    shared: Shared


#: Similarity from which a sentence counts as answered, and how sharply.
_ANSWERED, _SHARP = 0.42, 0.05
_FEW = 8


def compare(source: Entry, coverage: Entry, rarity: Rarity) -> Comparison:
    """Compare two articles sentence by sentence and as a whole."""
    table = _similarities(source.segments, coverage.segments, rarity)
    answers = _answers(table)
    best = [*sorted((s for _, _, s in answers), reverse=True), 0.0, 0.0, 0.0]
    count = sum(1 / (1 + math.exp(-(s - _ANSWERED) / _SHARP)) for _, _, s in answers)
    left, right = (_bag(entry.segments, rarity) for entry in (source, coverage))
    shared = left.keys() & right.keys()
    both = sum(left[t] * right[t] for t in shared)
    norms = math.sqrt(sum(w * w for w in left.values()) * sum(w * w for w in right.values()))
    ours = sum(rarity.of(c) for c in source.copies & coverage.words)
    back = sum(rarity.of(c) for c in coverage.copies & source.words)
    facts = share(source, coverage, rarity)
    row = [
        1.0,
        *best[:3],
        count / max(1, min(len(source.segments), len(coverage.segments))),
        both / norms if norms else 0.0,
        sum(left[t] for t in shared) / (sum(left.values()) or 1.0),
        ours / (sum(map(rarity.of, source.copies)) or 1.0),
        back / (sum(map(rarity.of, coverage.copies)) or 1.0),
        ours / (ours + 20.0),
        facts.weight / (facts.weight + 20.0),
    ]
    return Comparison(
        row=row,
        answers=[a for a in answers if a[2] >= _ANSWERED],
        terms=sorted(shared, key=lambda t: (-left[t], t))[:_FEW],
        shared=facts,
    )


def share(source: Entry, coverage: Entry, rarity: Rarity) -> Shared:
    """Return the names and figures that both articles have, rarest first.

    A name counts once: of names within names the longest stands. What many articles share by chance
    weighs less: places, names of one word, days, years, small and round numbers.
    """
    names = {n for n in source.names if n in coverage.names or coverage.says(n)}
    names |= {n for n in coverage.names if source.says(n)}
    names = {n for n in names if not any(n != m and f" {n} " in f" {m} " for m in names)}
    figures = source.figures & coverage.figures
    places = source.places | coverage.places
    weights = {n: rarity.of(f"@{n}") * _name_weight(n, place=n in places) for n in names}
    weights |= {f: rarity.of(f"={f}") * _figure_weight(f) for f in figures}
    order = sorted(weights, key=lambda key: (-weights[key], key))
    return Shared(
        names=tuple(key for key in order if key in names),
        figures=tuple(key for key in order if key in figures and key not in names),
        weight=round(sum(weights.values()), 3),
    )


def _name_weight(name: str, *, place: bool) -> float:
    if place:
        return 0.3
    return 1.0 if " " in name else 0.4


#: Weight of a number by its digits, zeros at the ends not counted: 30 has one, 24396 five.
_BY_DIGITS = (0.0, 0.1, 0.3, 0.8, 1.0)


def _figure_weight(key: str) -> float:
    if is_calendar(key):
        return 0.25
    return _BY_DIGITS[min(digits(key), len(_BY_DIGITS) - 1)]


def _bag(segments: Iterable[Sequence[str]], rarity: Rarity) -> dict[str, float]:
    """Return each stem of an article with its weight times how often it stands, damped."""
    counts: dict[str, int] = {}
    for segment in segments:
        for stem in segment:
            counts[stem] = counts.get(stem, 0) + 1
    return {stem: rarity.of(stem) * (1 + math.log(n)) for stem, n in counts.items()}


def _similarities(
    source: Sequence[Sequence[str]], coverage: Sequence[Sequence[str]], rarity: Rarity
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Return the geometric mean of the shared weight shares, shape (source, coverage)."""
    places: dict[str, int] = {}
    for segment in (*source, *coverage):
        for stem in segment:
            places.setdefault(stem, len(places))
    weights = np.array([rarity.of(stem) for stem in places])
    tables = []
    for side in (source, coverage):
        table = np.zeros((len(side), len(places)))
        for row, segment in enumerate(side):
            table[row, [places[stem] for stem in segment]] = 1.0
        tables.append(table)
    left, right = tables
    shared = (left * weights) @ right.T
    # a short sentence of common words is not answered by sharing them
    totals = np.outer(left @ weights + _SLACK, right @ weights + _SLACK)
    result: np.ndarray[tuple[int, int], np.dtype[np.float64]] = shared / np.sqrt(totals)
    return result


_SLACK = 4.0


def _answers(
    table: np.ndarray[tuple[int, int], np.dtype[np.float64]],
) -> list[tuple[int, int, float]]:
    """Pair sentences so that each is used once and the sum of similarities is largest."""
    if not table.size:
        return []
    rows, columns = linear_sum_assignment(-table)
    return [(int(i), int(j), float(table[i, j])) for i, j in zip(rows, columns, strict=True)]
