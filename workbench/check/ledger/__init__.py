"""The three-way ledger: each source figure and name, in the translation and in each coverage.

The translation edge looks into the translated segment. A coverage edge looks only inside the beads
that hold the source segment, and counts as a difference only where both sides are about the same
matter: news that says other things is no error.
"""

from __future__ import annotations

from workbench.check.ledger.build import build_ledger
from workbench.check.ledger.cause import AGREEING, cause_of, differs, is_compared
from workbench.check.ledger.findings import COVERAGE_CHECKS, coverage_findings

__all__ = [
    "AGREEING",
    "COVERAGE_CHECKS",
    "build_ledger",
    "cause_of",
    "coverage_findings",
    "differs",
    "is_compared",
]
