"""Which article answers which, and which segments answer which."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import msgspec


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """Why two segments were linked: text similarity, shared figures and names."""

    text: float = 0.0
    figures: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    #: what ``--explain`` says, in words
    notes: tuple[str, ...] = ()


class Bead(msgspec.Struct, frozen=True, kw_only=True):
    """An m-n group of segments; an empty side means no counterpart."""

    #: 0-based segment numbers
    vi: tuple[int, ...]
    en: tuple[int, ...]
    #: calibrated probability that the two sides correspond; for a one-sided bead, that none does
    score: float
    evidence: Evidence = Evidence()

    @property
    def kind(self) -> str:
        """The shape, such as ``1-2`` or ``0-1``."""
        return f"{len(self.vi)}-{len(self.en)}"

    def row(self) -> dict[str, Any]:
        """Return the contract's JSON row."""
        return {
            "vi": list(self.vi), "en": list(self.en), "score": round(self.score, 4),
            "kind": self.kind, "evidence": msgspec.to_builtins(self.evidence),
        }  # fmt: skip


MatchVerdict: TypeAlias = Literal["same-event", "related", "unrelated"]


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """An English article that may report the event of the source."""

    coverage: str
    #: calibrated probability of the same event
    score: float
    verdict: MatchVerdict
    #: ``days_apart``, ``figures``, ``names``, ``terms`` and the parts of the score
    evidence: dict[str, Any]
