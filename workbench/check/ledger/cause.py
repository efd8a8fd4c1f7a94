"""Who is at fault: the verdicts of a row's edges, weighed together."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.records import Cause, Edge, Side

#: The two sides say the same, or the same in an accepted form.
AGREEING = frozenset({"equal", "rounded", "variant"})
#: The two sides are about one thing and say it differently.
DIFFERING = frozenset({
    "comparator", "scale", "unlocalised", "unit", "conflict", "misspelt", "inconsistent",
})  # fmt: skip
#: Nothing was compared on a coverage edge: it says nothing of it, or speaks of something else.
_SILENT = frozenset({"missing", "other-matter", "ambiguous"})
_LOWER = frozenset({"gt", "ge"})
_UPPER = frozenset({"lt", "le"})


def is_compared(edge: Edge) -> bool:
    """Say whether the edge holds a comparison: ``missing`` counts in a translation only."""
    if edge.against == "translation":
        return edge.verdict != "ambiguous"
    return edge.verdict not in _SILENT


def differs(source: Side, edge: Edge) -> bool:
    """Say whether an edge is a difference that an editor must know of.

    A translation keeps "about" and "more than"; newspapers add and drop them freely, so that on a
    coverage edge ``comparator`` differs only where one side is a lower and the other an upper bound.
    """
    if edge.against == "translation":
        return is_compared(edge) and edge.verdict not in AGREEING
    if edge.verdict == "comparator":
        bounds = [_bound(source), _bound(edge.side)]
        return any(a in _LOWER and b in _UPPER for a, b in (bounds, bounds[::-1]))
    return edge.verdict in DIFFERING


def cause_of(source: Side, translation: Edge, coverage: Sequence[Edge]) -> Cause:
    """Weigh the edges of a row.

    ``updated`` is a later figure of the same matter and nobody's fault. ``unmatched`` is a row
    without a single comparison.
    """
    apart = any(differs(source, edge) for edge in coverage)
    if differs(source, translation):
        return "both" if apart else "translation"
    if apart:
        return "coverage"
    compared = is_compared(translation) or any(map(is_compared, coverage))
    return "none" if compared else "unmatched"


def _bound(side: Side | None) -> str:
    return str(side.value.get("comparator", "eq")) if side else "eq"
