"""Findings of the coverage edges: where a newspaper differs from the source."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from workbench.check.ledger.cause import differs
from workbench.config import CheckSettings
from workbench.records import (
    CoverageView,
    Edge,
    Finding,
    LedgerRow,
    Segment,
    Severity,
    finding_id,
)

#: ids of these findings; settings may give each a severity, or turn it off
COVERAGE_CHECKS = ("coverage-figure", "coverage-name")
_SEVERITIES: dict[str, Severity] = {"comparator": "minor", "updated": "info"}


def coverage_findings(
    ledger: Sequence[LedgerRow],
    *,
    segments: Sequence[Segment],
    coverage: Sequence[CoverageView],
    settings: CheckSettings | None = None,
) -> tuple[Finding, ...]:
    """Report each coverage edge that differs, as ``coverage-figure`` or ``coverage-name``.

    ``pair`` is the source segment + 1, ``against`` the path of the coverage, ``en`` a span of the
    aligned coverage sentence. A later count (``updated``) is ``info``, whatever the settings say of
    the check, unless they turn it off.
    """
    severities = settings.severity if settings else {}
    texts = {view.article.path: [s.text for s in view.segments] for view in coverage}
    found = []
    for row in ledger:
        given = severities.get(f"coverage-{row.dimension}")
        if given == "off":
            continue
        for edge in row.coverage:
            if differs(row.source, edge) or edge.verdict == "updated":
                theirs = texts[edge.against][edge.segment] if edge.segment is not None else ""
                finding = _finding(row, edge, (segments[row.segment].text, theirs))
                if given is not None and edge.verdict != "updated":
                    finding = msgspec.structs.replace(finding, severity=given)
                found.append(finding)
    return tuple(found)


def _finding(row: LedgerRow, edge: Edge, texts: tuple[str, str]) -> Finding:
    check = f"coverage-{row.dimension}"
    return Finding(
        pair=row.segment + 1,
        check=check,
        issue_type="inconsistency",
        dimension=row.dimension,
        severity=_SEVERITIES.get(edge.verdict, "major"),
        verdict=edge.verdict,
        vi=row.source,
        en=edge.side,
        explanation=edge.explanation,
        id=finding_id(check, row.source, edge.side, texts),
        against=edge.against,
    )
