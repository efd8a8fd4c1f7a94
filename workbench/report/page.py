"""What the HTML page shows: article rows side by side, ledger cells, bars. No markup here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from workbench.records import TITLE, CoverageView, Edge, LeftOut, Segment
from workbench.report.facts import ArticleFacts, FindingFacts, NumberedRow
from workbench.report.marks import Marks, Piece, one
from workbench.report.words import FLAG_WORDS, OUTLET_WORDS, SILENT_WORD, VERDICT_WORDS
from workbench.score import outlet_of

#: outlets that get a column of their own in the ledger; more share one
COLUMNS = 3


@dataclass(frozen=True)
class Passage:
    """What one outlet says to a segment: its sentences, or why there are none."""

    outlet: str
    sentences: tuple[tuple[Piece, ...], ...] = ()
    #: 1-based number of the segment beside which the shared sentences stand
    shared_with: int | None = None


@dataclass(frozen=True)
class Line:
    """A source segment, its translation, and what the coverage says."""

    number: int
    key: str
    headline: bool
    source: tuple[Piece, ...]
    english: tuple[Piece, ...]
    flags: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Alone:
    """Sentences that only an outlet has."""

    outlet: str
    title: str
    total: int
    sentences: tuple[tuple[int, tuple[Piece, ...]], ...]


@dataclass(frozen=True)
class Cell:
    """A value in the ledger."""

    surface: str
    word: str
    severity: str
    outlet: str = ""


@dataclass(frozen=True)
class LedgerLine:
    """A row of the ledger."""

    numbered: NumberedRow
    key: str
    href: str
    translation: Cell
    coverage: tuple[Cell | None, ...]
    #: what the outlets say to one another, where they differ
    outlets: str


@dataclass(frozen=True)
class Card:
    """A finding with its two sentences cut at its spans."""

    facts: FindingFacts
    source: tuple[Piece, ...]
    english: tuple[Piece, ...]
    witnesses: tuple[tuple[Edge, str, str], ...]
    href: str


class ArticlePage:
    """One article as the page shows it."""

    def __init__(self, facts: ArticleFacts) -> None:
        self.facts = facts
        self.marks = Marks(facts)
        self.outlets = tuple(outlet_of(view) for view in facts.report.coverage)

    @property
    def paragraphs(self) -> list[list[Line]]:
        """The article, paragraph by paragraph."""
        told = [_Told(self.marks, view) for view in self.facts.report.coverage]
        groups = groupby(self.facts.report.segments, key=lambda segment: segment.paragraph)
        return [[self._line(segment, told) for segment in group] for _, group in groups]

    def _line(self, segment: Segment, told: Sequence[_Told]) -> Line:
        translation = self.facts.translations.get(segment.index)
        return Line(
            number=segment.index + 1,
            key=f"{self.facts.key}-s{segment.index + 1}",
            headline=segment.paragraph == TITLE,
            source=self.marks.pieces("source", segment.index, segment.text),
            english=self.marks.pieces(
                "translation", segment.index, self.facts.english(segment.index)
            ),
            flags=tuple(FLAG_WORDS[flag] for flag in translation.flags) if translation else (),
            passages=tuple(passage for t in told if (passage := t.beside(segment.index))),
        )

    @property
    def alone(self) -> list[Alone]:
        """What stands in the coverage only."""
        found = []
        for view in self.facts.report.coverage:
            paired = {number for bead in view.beads if bead.vi for number in bead.en}
            sentences = tuple(
                (s.index + 1, self.marks.pieces(view.article.path, s.index, s.text))
                for s in view.segments
                if s.index not in paired
            )
            if sentences:
                title = view.article.title or ""
                found.append(Alone(outlet_of(view), title, len(view.segments), sentences))
        return found

    @property
    def ledger(self) -> list[LedgerLine]:
        """The ledger."""
        return [
            LedgerLine(
                numbered=numbered,
                key=f"{self.facts.key}-r{numbered.number}",
                href=f"{self.facts.key}-s{numbered.row.segment + 1}",
                translation=self._cell(numbered, numbered.row.translation),
                coverage=self._coverage_cells(numbered),
                outlets=_outlets(numbered),
            )
            for numbered in self.facts.rows
        ]

    @property
    def columns(self) -> tuple[str, ...]:
        """The coverage columns of the ledger."""
        if len(self.outlets) <= COLUMNS:
            return self.outlets
        return ("Coverage",)

    def _coverage_cells(self, numbered: NumberedRow) -> tuple[Cell | None, ...]:
        edges = {edge.against: edge for edge in numbered.row.coverage}
        if len(self.outlets) > COLUMNS:
            return tuple(self._cell(numbered, edge, named=True) for edge in edges.values())
        return tuple(
            self._cell(numbered, edges[path]) if path in edges else None
            for path in self.facts.views
        )

    def _cell(self, numbered: NumberedRow, edge: Edge, *, named: bool = False) -> Cell:
        found = [f for f in numbered.findings if f.against == edge.against]
        silent = edge.side is None and edge.against != "translation"
        return Cell(
            surface=edge.side.surface if edge.side else "",
            word=SILENT_WORD if silent else VERDICT_WORDS[edge.verdict],
            severity=found[0].severity if found else "none",
            outlet=self.facts.name_of(edge.against) if named else "",
        )

    @property
    def left_out(self) -> list[tuple[str, list[LeftOut]]]:
        """The lines that ingest left out, by reason, the most frequent first."""
        lines = self.facts.report.article.left_out
        counts = Counter(line.reason for line in lines)
        return [(r, [line for line in lines if line.reason == r]) for r, _ in counts.most_common()]


def _outlets(numbered: NumberedRow) -> str:
    verdicts = {edge.verdict for edge in numbered.row.outlets}
    return next((OUTLET_WORDS[v] for v in ("conflict", "updated") if v in verdicts), "")


class _Told:
    """What one coverage says to each segment."""

    def __init__(self, marks: Marks, view: CoverageView) -> None:
        self._outlet = outlet_of(view)
        self._passages: dict[int, Passage] = {}
        for bead in view.beads:
            if not bead.vi or not bead.en:
                continue
            first, *others = sorted(bead.vi)
            sentences = tuple(
                marks.pieces(view.article.path, number, view.segments[number].text)
                for number in bead.en
            )
            self._passages[first] = Passage(self._outlet, sentences)
            for other in others:
                self._passages[other] = Passage(self._outlet, shared_with=first + 1)

    def beside(self, segment: int) -> Passage | None:
        return self._passages.get(segment)


def cards(findings: Iterable[FindingFacts]) -> list[Card]:
    """Prepare findings for the page."""
    return [_card(facts) for facts in findings]


def _card(facts: FindingFacts) -> Card:
    finding = facts.finding
    severity = finding.severity
    inside = finding.against == "source"
    return Card(
        facts=facts,
        source=one(facts.source_text, finding.vi, number=facts.number, severity=severity),
        english=()
        if inside
        else one(facts.other_text, finding.en, number=facts.number, severity=severity),
        witnesses=tuple(
            (edge, facts.article.name_of(edge.against), VERDICT_WORDS[edge.verdict])
            for edge in facts.witnesses
        ),
        href=f"{facts.article.key}-s{finding.pair}",
    )
