"""The facts of a report, gathered once: every format is written from these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from workbench.records import (
    SEVERITIES,
    ArticleReport,
    CoverageView,
    Edge,
    Finding,
    LedgerRow,
    Score,
    Translation,
)
from workbench.report.triage import Standing, Triage
from workbench.score import outlet_of, score_corpus

#: findings are shown from the gravest down
GRAVEST_FIRST = tuple(reversed(SEVERITIES))


@dataclass(frozen=True)
class NumberedRow:
    """A ledger row with the number that its spans share in the article."""

    number: int
    row: LedgerRow
    findings: tuple[Finding, ...]

    @property
    def severity(self) -> str:
        """The gravest severity of its findings; ``none`` without any."""
        return max((f.severity for f in self.findings), key=SEVERITIES.index, default="none")


@dataclass(frozen=True)
class FindingFacts:
    """A finding with what it stands on: both texts, the ledger's row, its standing."""

    finding: Finding
    article: ArticleFacts
    #: number of its spans in the article
    number: int
    row: LedgerRow | None
    standing: Standing

    @property
    def key(self) -> str:
        """An address in the page."""
        # two outlets that print one agency's sentence have one id
        paths = list(self.article.views)
        against = self.finding.against
        outlet = f"-c{paths.index(against)}" if against in paths else ""
        return f"{self.article.key}-{self.finding.id}{outlet}"

    @property
    def source_text(self) -> str:
        """The Vietnamese sentence."""
        return self.article.source_text(self.finding.pair - 1)

    @property
    def other_text(self) -> str:
        """The English sentence that the finding is about; empty for one inside the source."""
        if self.finding.against == "translation":
            return self.article.english(self.finding.pair - 1)
        edge = self._edge
        view = self.article.views.get(self.finding.against)
        if edge is None or edge.segment is None or view is None:
            return ""
        return view.segments[edge.segment].text

    @property
    def other_name(self) -> str:
        """Who wrote the English."""
        return self.article.name_of(self.finding.against)

    @property
    def cause(self) -> str:
        """Who is at fault: the row's cause, else what the finding was held against."""
        if self.row is not None:
            return self.row.cause
        causes = {"translation": "translation", "source": "none"}
        return causes.get(self.finding.against, "coverage")

    @property
    def witnesses(self) -> list[Edge]:
        """The other edges of the row: what the coverage says to a fault of the translation."""
        if self.row is None:
            return []
        edges = (self.row.translation, *self.row.coverage)
        return [e for e in edges if e.against != self.finding.against and e.side is not None]

    @property
    def _edge(self) -> Edge | None:
        edges = self.row.coverage if self.row else ()
        return next((e for e in edges if e.against == self.finding.against), None)


@dataclass(frozen=True)
class ArticleFacts:
    """One article of a report."""

    key: str
    report: ArticleReport
    triage: Triage

    @cached_property
    def rows(self) -> tuple[NumberedRow, ...]:
        """The ledger, numbered in the order of the text."""
        found: dict[tuple[int, int, int, str], list[Finding]] = {}
        for finding in self.report.findings:
            if finding.vi is not None and finding.against != "source":
                key = (finding.pair - 1, finding.vi.start, finding.vi.end, finding.dimension)
                found.setdefault(key, []).append(finding)
        return tuple(
            NumberedRow(number, row, tuple(found.get(_row_key(row), ())))
            for number, row in enumerate(self.report.ledger, 1)
        )

    @cached_property
    def findings(self) -> tuple[FindingFacts, ...]:
        """All findings, the gravest first, then in the order of the text."""
        numbers = {id(f): numbered for numbered in self.rows for f in numbered.findings}
        free = len(self.rows)
        facts: dict[tuple[str, str], FindingFacts] = {}
        for finding in self.report.findings:
            numbered = numbers.get(id(finding))
            if (finding.id, finding.against) in facts:
                # one check may say the same of one span twice; a reader is told once
                continue
            free += numbered is None
            facts[finding.id, finding.against] = FindingFacts(
                finding=finding,
                article=self,
                number=numbered.number if numbered else free,
                row=numbered.row if numbered else None,
                standing=self.triage.standing(finding, self.path),
            )
        return tuple(sorted(facts.values(), key=_gravest_first))

    @cached_property
    def open(self) -> tuple[FindingFacts, ...]:
        """The findings that were neither known nor dismissed."""
        return tuple(f for f in self.findings if f.standing.state == "open")

    @cached_property
    def views(self) -> dict[str, CoverageView]:
        """The coverage by path."""
        return {view.article.path: view for view in self.report.coverage}

    @cached_property
    def translations(self) -> dict[int, Translation]:
        """The translations by segment."""
        return {t.segment: t for t in self.report.translations}

    @property
    def path(self) -> str:
        """The file of the source."""
        return self.report.article.path

    @property
    def title(self) -> str:
        """The headline, or the file where there is none."""
        return self.report.article.title or self.path

    def source_text(self, segment: int) -> str:
        """Return a source sentence."""
        return self.report.segments[segment].text

    def english(self, segment: int) -> str:
        """Return the translation of a segment, empty where there is none."""
        translation = self.translations.get(segment)
        return translation.text if translation else ""

    def name_of(self, against: str) -> str:
        """Say who wrote the English: the outlet's name, or the translation."""
        if against == "translation":
            machine = all(t.origin == "machine" for t in self.report.translations)
            return "Machine translation" if machine else "Translation"
        if against == "source":
            return "Source"
        view = self.views.get(against)
        return outlet_of(view) if view else against

    def score(self, name: str) -> Score | None:
        """Return a score of the article by name."""
        return next((score for score in self.report.scores if score.name == name), None)

    @property
    def causes(self) -> Counter[str]:
        """How many open findings are whose fault."""
        return Counter(facts.cause for facts in self.open)


@dataclass(frozen=True)
class Facts:
    """All that a report tells."""

    articles: tuple[ArticleFacts, ...]
    title: str
    signature: str
    scores: tuple[Score, ...]
    made: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        reports: Sequence[ArticleReport],
        *,
        title: str | None = None,
        signature: str = "",
        triage: Triage | None = None,
    ) -> Facts:
        """Gather the facts of reports. Scores that an article lacks are left out, not made up."""
        articles = tuple(
            ArticleFacts(f"a{number}", report, triage or Triage())
            for number, report in enumerate(reports, 1)
        )
        single = articles[0] if len(articles) == 1 else None
        return cls(
            articles=articles,
            title=title or (single.title if single else f"{len(articles)} articles"),
            signature=signature or (reports[0].signature if reports else ""),
            scores=single.report.scores if single else score_corpus(reports),
            made=_shared(reports),
        )

    @cached_property
    def findings(self) -> tuple[FindingFacts, ...]:
        """All findings of all articles, the gravest first."""
        return tuple(sorted((f for a in self.articles for f in a.findings), key=_gravest_only))

    @cached_property
    def open(self) -> tuple[FindingFacts, ...]:
        """The findings that count."""
        return tuple(f for f in self.findings if f.standing.state == "open")

    @property
    def severities(self) -> dict[str, int]:
        """Open findings by severity, the gravest first, without ``none``."""
        counts = Counter(f.finding.severity for f in self.open)
        return {severity: counts[severity] for severity in GRAVEST_FIRST if severity != "none"}

    @property
    def causes(self) -> Counter[str]:
        """Open findings by cause."""
        return Counter(f.cause for f in self.open)

    @property
    def checks(self) -> Counter[str]:
        """Open findings by check."""
        return Counter(f.finding.check for f in self.open)

    def score(self, name: str) -> Score | None:
        """Return a score of the report by name."""
        return next((score for score in self.scores if score.name == name), None)


def _row_key(row: LedgerRow) -> tuple[int, int, int, str]:
    return (row.segment, row.source.start, row.source.end, row.dimension)


def _gravest_only(facts: FindingFacts) -> int:
    return -SEVERITIES.index(facts.finding.severity)


def _gravest_first(facts: FindingFacts) -> tuple[int, int, int]:
    side = facts.finding.vi or facts.finding.en
    return (_gravest_only(facts), facts.finding.pair, side.start if side else 0)


def _shared(reports: Sequence[ArticleReport]) -> dict[str, str]:
    """Return what was made the same way in all reports."""
    if not reports:
        return {}
    return {
        key: value
        for key, value in reports[0].made.items()
        if all(report.made.get(key) == value for report in reports)
    }
