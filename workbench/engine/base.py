"""What an engine is: texts in, hypotheses out, best first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias

import msgspec

#: Told with (done, total) texts while work goes on.
Progress: TypeAlias = Callable[[int, int], None]


class Hypothesis(msgspec.Struct, frozen=True):
    """One candidate translation."""

    text: str
    #: mean log-probability of a piece, end token included; None where an engine gives none
    score: float | None = None


class Engine(Protocol):
    """A loaded model."""

    @property
    def signature(self) -> str:
        """Name the weights and the runtime: equal signatures give equal translations."""

    @property
    def max_pieces(self) -> int:
        """Pieces of the longest text that the model was made for; longer ones must be cut."""

    def count_pieces(self, texts: Sequence[str]) -> list[int]:
        """Return the number of pieces of each text."""

    def translate(
        self,
        texts: Sequence[str],
        *,
        beam: int,
        nbest: int = 1,
        no_repeat: int = 0,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        """Translate texts of one line each; give up to ``nbest`` hypotheses for each, best first.

        ``nbest`` is at most ``beam``; ``no_repeat`` forbids sequences of that many pieces to come
        twice. Raises ModelError where the model fails.
        """

    def likelihoods(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Return how likely each second text is as the translation of the first.

        The log-probability of all its pieces and the end, over the root of their number, so that
        long and short texts can be compared; an empty first text asks for the second one's own
        likelihood. Raises ModelError where the model fails.
        """
