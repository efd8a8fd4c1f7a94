"""Outlet against outlet: two coverage articles on the matter of one source mention."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from workbench.check.ledger.cause import AGREEING, DIFFERING
from workbench.check.ledger.edge import Found
from workbench.records import OutletEdge

_STATED = AGREEING | DIFFERING | {"updated"}


def outlet_edges(found: Sequence[Found]) -> tuple[OutletEdge, ...]:
    """Compare the values that the coverage articles give, two at a time."""
    stated = [f for f in found if f.mention is not None and f.edge.verdict in _STATED]
    return tuple(_compare(a, b) for a, b in combinations(stated, 2))


def _compare(first: Found, second: Found) -> OutletEdge:
    assert first.mention is not None
    assert second.mention is not None
    verdicts = {first.edge.verdict, second.edge.verdict}
    if first.mention.value == second.mention.value or verdicts <= AGREEING:
        verdict, sentence = "equal", ""
    elif "updated" in verdicts:
        verdict = "updated"
        sentence = "one of the two has the later count"
    else:
        verdict = "conflict"
        sentence = f"{first.mention.surface} here, {second.mention.surface} there"
    return OutletEdge(
        first=first.edge.against, second=second.edge.against, verdict=verdict, explanation=sentence
    )
