"""What flows between the stages: frozen structs, written as JSON Lines."""

from __future__ import annotations

from workbench.records.article import TITLE, Article, LeftOut, Segment
from workbench.records.finding import SEVERITIES, Decision, Finding, Severity, Side, finding_id
from workbench.records.jsonl import dump_line, dump_lines, load_lines
from workbench.records.link import Bead, Candidate, Evidence
from workbench.records.mention import Dimension, Mention
from workbench.records.report import (
    ArticleReport,
    Cause,
    CoverageView,
    Edge,
    LedgerRow,
    OutletEdge,
    Score,
)
from workbench.records.signature import Signature
from workbench.records.translation import Translation

#: Version of every JSON document that the workbench writes.
SCHEMA = 1

__all__ = [
    "SCHEMA",
    "SEVERITIES",
    "TITLE",
    "Article",
    "ArticleReport",
    "Bead",
    "Candidate",
    "Cause",
    "CoverageView",
    "Decision",
    "Dimension",
    "Edge",
    "Evidence",
    "Finding",
    "LedgerRow",
    "LeftOut",
    "Mention",
    "OutletEdge",
    "Score",
    "Segment",
    "Severity",
    "Side",
    "Signature",
    "Translation",
    "dump_line",
    "dump_lines",
    "finding_id",
    "load_lines",
]
