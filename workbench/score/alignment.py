"""How good beads are: strict and lax precision, recall and F1, abstention, calibration.

Strict counts a bead that is exactly a gold bead, lax one that shares a segment with a gold bead on
both sides. One-sided beads are not links; whether they are right is what abstention says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from workbench.score.interval import wilson

Bead = tuple[tuple[int, ...], tuple[int, ...]]
#: Bins of a reliability table.
BINS = 10


@dataclass
class Share:
    """Hits of a total; ``value`` is 0 where nothing was counted."""

    hits: int = 0
    total: int = 0

    def add(self, hit: object) -> None:
        """Count one more."""
        self.hits += bool(hit)
        self.total += 1

    @property
    def value(self) -> float:
        """Return the share."""
        return self.hits / self.total if self.total else 0.0

    def row(self) -> dict[str, float]:
        """Return the share with its Wilson interval."""
        low, high = wilson(self.hits, self.total)
        return {
            "value": round(self.value, 4), "low": round(low, 4), "high": round(high, 4),
            "hits": self.hits, "total": self.total,
        }  # fmt: skip


@dataclass
class AlignmentScore:
    """Counts over many articles."""

    strict: Share = field(default_factory=Share)
    strict_found: Share = field(default_factory=Share)
    lax: Share = field(default_factory=Share)
    lax_found: Share = field(default_factory=Share)
    lonely: Share = field(default_factory=Share)
    missed: Share = field(default_factory=Share)
    #: probability given and whether the bead was lax right
    rated: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, gold: Iterable[Bead], test: Sequence[tuple[Bead, float]]) -> None:
        """Count the beads of one pair of articles; ``test`` has them with their probability."""
        known = list(gold)
        right = {bead for bead in known if bead[0] and bead[1]}
        ours = {bead for bead, _ in test if bead[0] and bead[1]}
        touch = {(i, j) for vi, en in right for i in vi for j in en}
        told = {(i, j) for vi, en in ours for i in vi for j in en}
        for bead, probability in test:
            if bead[0] and bead[1]:
                meets = _meets(bead, touch)
                self.strict.add(bead in right)
                self.lax.add(meets)
                self.rated.append((probability, meets))
        for bead in right:
            self.strict_found.add(bead in ours)
            self.lax_found.add(_meets(bead, told))
        for side in (0, 1):
            linked = {i for bead in ours for i in bead[side]}
            for bead in known:
                for i in bead[side]:
                    if bead[0] and bead[1]:
                        self.missed.add(i not in linked)
                    else:
                        self.lonely.add(i not in linked)

    def row(self) -> dict[str, object]:
        """Return every number, with intervals where it is a share."""
        return {
            "precision, strict": self.strict.row(),
            "recall, strict": self.strict_found.row(),
            "F1, strict": round(f1(self.strict.value, self.strict_found.value), 4),
            "precision, lax": self.lax.row(),
            "recall, lax": self.lax_found.row(),
            "F1, lax": round(f1(self.lax.value, self.lax_found.value), 4),
            "lonely left alone": self.lonely.row(),
            "paired wrongly left alone": self.missed.row(),
        }


def _meets(bead: Bead, touch: set[tuple[int, int]]) -> bool:
    return any((i, j) in touch for i in bead[0] for j in bead[1])


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean; 0 where both are."""
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0


def reliability(rated: Sequence[tuple[float, bool]]) -> list[dict[str, float]]:
    """Return for each tenth of probability how many were rated so, the mean and how many were right."""
    rows = []
    for number in range(BINS):
        low, high = number / BINS, (number + 1) / BINS
        inside = [r for r in rated if low <= r[0] < high or (number == BINS - 1 and r[0] == high)]
        if inside:
            rows.append(
                {
                    "from": low,
                    "to": high,
                    "count": len(inside),
                    "mean": round(sum(p for p, _ in inside) / len(inside), 4),
                    "right": round(sum(hit for _, hit in inside) / len(inside), 4),
                }
            )
    return rows


def brier(rated: Sequence[tuple[float, bool]]) -> float:
    """Return the mean squared distance of probability and outcome; 0 is best."""
    return sum((p - hit) ** 2 for p, hit in rated) / len(rated) if rated else 0.0
