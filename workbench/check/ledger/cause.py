"""Who is at fault: the verdicts of a row's edges, weighed together."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.records import Cause, Edge

#: The two sides say the same, or the same in an accepted form.
AGREEING = frozenset({"equal", "rounded", "variant"})
#: The two sides are about one thing and say it differently.
DIFFERING = frozenset({
    "comparator", "scale", "unlocalised", "unit", "conflict", "misspelt", "inconsistent",
})  # fmt: skip
#: Nothing was compared on a coverage edge: it says nothing of it, or speaks of something else.
_SILENT = frozenset({"missing", "other-matter", "ambiguous"})


def is_compared(edge: Edge) -> bool:
    """Say whether the edge holds a comparison: ``missing`` counts in a translation only."""
    if edge.against == "translation":
        return edge.verdict != "ambiguous"
    return edge.verdict not in _SILENT


def cause_of(translation: Edge, coverage: Sequence[Edge]) -> Cause:
    """Weigh the edges of a row.

    ``updated`` is a later figure of the same matter and nobody's fault. ``unmatched`` is a row
    without a single comparison.
    """
    wrong = is_compared(translation) and translation.verdict not in AGREEING
    apart = any(edge.verdict in DIFFERING for edge in coverage)
    if wrong:
        return "both" if apart else "translation"
    if apart:
        return "coverage"
    compared = is_compared(translation) or any(map(is_compared, coverage))
    return "none" if compared else "unmatched"
