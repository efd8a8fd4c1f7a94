"""How likely the translation model finds one segment as the translation of another, against rivals.

A report words a fact anew, so that the machine translation and the English may share no word; the
model still finds the English likelier after the Vietnamese that says the same than after any other.
What counts is the margin over the best rival, as in the mining of parallel sentences (Artetxe and
Schwenk 2019), of a conditional likelihood (Junczys-Dowmunt 2018).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from workbench.align.candidates import Group, Shape

#: Asked for pairs of a Vietnamese and an English segment, by number; None is no Vietnamese at all.
#: Answers with log-probabilities over the root of the English pieces (``Engine.likelihoods``).
Likelihood: TypeAlias = Callable[[Sequence[tuple[int | None, int]]], Sequence[float]]


@dataclass(frozen=True)
class Margins:
    """Likelihoods of pairs of segments, and of English segments alone."""

    given: dict[tuple[int, int], float]
    alone: dict[int, float]
    #: the segments that each segment is paired with
    of_vi: dict[int, list[int]]
    of_en: dict[int, list[int]]

    def of(self, shape: Shape) -> tuple[float, float, float]:
        """Return the margins of a bead whose pairs are all known, and the gain of its weakest pair.

        The first margin is over other English segments for the same Vietnamese, the second over
        other Vietnamese segments, or none, for the same English; the gain is over the English alone.
        """
        vi, en = shape
        over_en = [max(self._gain(i, j) for j in en) - self._best_gain(i, other=en) for i in vi]
        over_vi = [max(self.given[i, j] for i in vi) - self._best_given(j, other=vi) for j in en]
        weakest = min(self._gain(i, j) for i in vi for j in en)
        return sum(over_en) / len(over_en), sum(over_vi) / len(over_vi), weakest

    def _gain(self, i: int, j: int) -> float:
        return self.given[i, j] - self.alone[j]

    def _best_gain(self, i: int, *, other: Group) -> float:
        rivals = (self._gain(i, j) for j in self.of_vi[i] if j not in other)
        return max(rivals, default=0.0)

    def _best_given(self, j: int, *, other: Group) -> float:
        rivals = (self.given[i, j] for i in self.of_en[j] if i not in other)
        return max(rivals, default=self.alone[j])


class Likelihoods:
    """Asks for likelihoods, each once."""

    def __init__(self, ask: Likelihood) -> None:
        """Take whom to ask."""
        self._ask = ask
        self._known: dict[tuple[int | None, int], float] = {}

    def margins(
        self,
        pairs: Iterable[tuple[int, int]],
        *,
        numbers: tuple[Sequence[int], Sequence[int]],
    ) -> Margins:
        """Return the margins among pairs; ``numbers`` are the segments' own numbers on each side."""
        asked = {(i, j): (numbers[0][i], numbers[1][j]) for i, j in pairs}
        wanted: set[tuple[int | None, int]] = {*asked.values()}
        wanted |= {(None, j) for _, j in asked.values()}
        missing = sorted(
            wanted - self._known.keys(),
            key=lambda pair: (pair[1], -1 if pair[0] is None else pair[0]),
        )
        if missing:
            self._known.update(zip(missing, self._ask(missing), strict=True))
        of_vi: dict[int, list[int]] = {}
        of_en: dict[int, list[int]] = {}
        for i, j in asked:
            of_vi.setdefault(i, []).append(j)
            of_en.setdefault(j, []).append(i)
        return Margins(
            given={pair: self._known[own] for pair, own in asked.items()},
            alone={j: self._known[None, numbers[1][j]] for _, j in asked},
            of_vi=of_vi,
            of_en=of_en,
        )
