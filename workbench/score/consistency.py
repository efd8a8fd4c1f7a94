"""Consistency: of the figures and names that could be compared, how many agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

import msgspec

from workbench.check.ledger import differs, is_compared
from workbench.records import Dimension, Edge, Finding, LedgerRow

Against: TypeAlias = Literal["translation", "coverage"]
DIMENSIONS: tuple[Dimension, ...] = ("figure", "name")
#: penalty points of a finding, after MQM
WEIGHTS = {"none": 0, "info": 0, "minor": 1, "major": 5, "critical": 25}


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """Source mentions of one dimension: all, those that could be compared, those that agree."""

    agreeing: int = 0
    compared: int = 0
    mentions: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            agreeing=self.agreeing + other.agreeing,
            compared=self.compared + other.compared,
            mentions=self.mentions + other.mentions,
        )


def count_rows(
    rows: Iterable[LedgerRow], *, dimension: Dimension, against: Against, path: str | None = None
) -> Counts:
    """Count the rows of a dimension against the translation, or against coverage.

    Against several coverage articles a mention agrees where it agrees with all that state it; with
    ``path`` one of them alone is looked at. A later count (``updated``) is compared and agrees.
    """
    agreeing = compared = mentions = 0
    for row in rows:
        if row.dimension != dimension:
            continue
        mentions += 1
        edges = _edges(row, against, path)
        if edges:
            compared += 1
            agreeing += not any(differs(row.source, edge) for edge in edges)
    return Counts(agreeing=agreeing, compared=compared, mentions=mentions)


def _edges(row: LedgerRow, against: Against, path: str | None) -> list[Edge]:
    if against == "translation":
        return [row.translation] if is_compared(row.translation) else []
    return [edge for edge in row.coverage if is_compared(edge) and path in {None, edge.against}]


def penalty(findings: Sequence[Finding], *, against: Against) -> int:
    """Add up the penalty points of the findings: minor 1, major 5, critical 25."""
    return sum(
        WEIGHTS[finding.severity]
        for finding in findings
        if (finding.against == "translation") == (against == "translation")
        and finding.against != "source"
    )
