"""What a QA run knows of one article: every stage's result, the ledger and the scores."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from workbench.records.article import Article, Segment
from workbench.records.finding import Finding, Side
from workbench.records.link import Bead, Candidate
from workbench.records.mention import Dimension, Mention
from workbench.records.translation import Translation

Cause: TypeAlias = Literal["none", "translation", "coverage", "both", "unmatched"]


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """A source mention against the translation or one coverage article."""

    #: ``translation``, or the path of the coverage article
    against: str
    verdict: str
    #: segment of the other text in which ``side`` stands
    segment: int | None = None
    side: Side | None = None
    explanation: str = ""


class OutletEdge(msgspec.Struct, frozen=True, kw_only=True):
    """Two coverage articles against each other, on the matter of one source mention."""

    #: paths of the two articles, in the order of the coverage
    first: str
    second: str
    verdict: str
    explanation: str = ""


class LedgerRow(msgspec.Struct, frozen=True, kw_only=True):
    """A figure or name of the source, its value in each other text, and who is at fault."""

    dimension: Dimension
    kind: str
    segment: int
    source: Side
    translation: Edge
    coverage: tuple[Edge, ...]
    cause: Cause
    #: where two or more coverage articles give a value: do they agree with one another
    outlets: tuple[OutletEdge, ...] = ()


class CoverageView(msgspec.Struct, frozen=True, kw_only=True):
    """One coverage article, how it was matched and aligned."""

    candidate: Candidate
    article: Article
    segments: tuple[Segment, ...]
    #: mentions of each segment, offsets in the segment's text
    mentions: tuple[tuple[Mention, ...], ...]
    beads: tuple[Bead, ...]


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """A number with its interval, what it counts, and the settings that made it."""

    name: str
    value: float
    low: float
    high: float
    #: agreeing and comparable, or whatever the score counts
    hits: float
    total: float
    signature: str


class ArticleReport(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that ``wb qa`` says of one article."""

    article: Article
    segments: tuple[Segment, ...]
    translations: tuple[Translation, ...]
    #: mentions of each segment, Vietnamese and translation
    vi_mentions: tuple[tuple[Mention, ...], ...]
    mt_mentions: tuple[tuple[Mention, ...], ...]
    #: every candidate that was looked at, best first, also those that were not taken
    candidates: tuple[Candidate, ...]
    #: the coverage that was taken as the same event
    coverage: tuple[CoverageView, ...]
    #: translation against source, segment by segment, then coverage against source (``against`` is
    #: the path of the coverage); without agreeing links
    findings: tuple[Finding, ...]
    ledger: tuple[LedgerRow, ...] = ()
    scores: tuple[Score, ...] = ()
    signature: str = ""
    #: what else made this report, to be shown: versions, model, settings, seconds
    made: dict[str, str] = {}
