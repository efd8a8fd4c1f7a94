"""The marked spans of a text: cut into pieces, so that a template has nothing to compute."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from workbench.records import SEVERITIES, Finding, Side
from workbench.report.facts import ArticleFacts, FindingFacts
from workbench.report.words import verdict_words

#: findings by id and by what they are held against
Addresses: TypeAlias = dict[tuple[str, str], FindingFacts]


@dataclass(frozen=True)
class Span:
    """A span that shares its number with its partners."""

    start: int
    end: int
    number: int
    severity: str = "none"
    #: what a reader who points at it is told
    title: str = ""
    #: address of the finding, if there is one
    href: str = ""


@dataclass(frozen=True)
class Piece:
    """A stretch of text, marked or not."""

    text: str
    span: Span | None = None


def cut(text: str, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """Cut a text at its spans; of two that overlap the graver stands, then the longer."""
    chosen: list[Span] = []
    for span in sorted(spans, key=_rank):
        if all(span.end <= other.start or other.end <= span.start for other in chosen):
            chosen.append(span)
    pieces, at = [], 0
    for span in sorted(chosen, key=lambda span: span.start):
        pieces += [Piece(text[at : span.start]), Piece(text[span.start : span.end], span)]
        at = span.end
    pieces.append(Piece(text[at:]))
    return tuple(piece for piece in pieces if piece.text)


def _rank(span: Span) -> tuple[int, int, int]:
    return (-SEVERITIES.index(span.severity), span.start - span.end, span.start)


class Marks:
    """All spans of an article: of the source, its translation and its coverage."""

    def __init__(self, article: ArticleFacts) -> None:
        self._article = article
        #: by text (``source``, ``translation`` or a path) and segment
        self._spans: dict[tuple[str, int], list[Span]] = {}
        addresses = {(f.finding.id, f.finding.against): f for f in article.findings}
        for numbered in article.rows:
            row = numbered.row
            self._add(
                "source", row.segment, row.source, numbered.number, numbered.findings, addresses
            )
            for edge in (row.translation, *row.coverage):
                if edge.side is None or edge.segment is None or edge.verdict == "other-matter":
                    continue
                own = [f for f in numbered.findings if f.against == edge.against]
                self._add(edge.against, edge.segment, edge.side, numbered.number, own, addresses)
        for found in article.findings:
            if found.row is None:
                self._alone(found, addresses)

    def pieces(self, text: str, segment: int, content: str) -> tuple[Piece, ...]:
        """Return the pieces of a segment of one of the texts."""
        return cut(content, self._spans.get((text, segment), ()))

    def _alone(self, found: FindingFacts, addresses: Addresses) -> None:
        finding = found.finding
        for text, side in (("source", finding.vi), ("translation", finding.en)):
            if side is not None and finding.against in {"translation", "source"}:
                self._add(text, finding.pair - 1, side, found.number, [finding], addresses)

    def _add(  # noqa: PLR0917 - one row of five facts
        self,
        text: str,
        segment: int,
        side: Side,
        number: int,
        findings: Sequence[Finding],
        addresses: Addresses,
    ) -> None:
        open_ones = [f for f in findings if addresses[f.id, f.against].standing.state == "open"]
        worst = max(open_ones, key=lambda f: SEVERITIES.index(f.severity), default=None)
        span = Span(
            start=side.start,
            end=side.end,
            number=number,
            severity=worst.severity if worst else "none",
            title=verdict_words(worst) if worst else "",
            href=addresses[worst.id, worst.against].key if worst else "",
        )
        self._spans.setdefault((text, segment), []).append(span)


def one(text: str, side: Side | None, *, number: int, severity: str) -> tuple[Piece, ...]:
    """Cut a text at the span of one finding."""
    if side is None or text[side.start : side.end] != side.surface:
        return (Piece(text),) if text else ()
    return cut(text, [Span(side.start, side.end, number, severity)])
