"""Read a ``wb qa --json`` document back: for another format, a score, an export or a comparison."""

from __future__ import annotations

from typing import Any

import msgspec

from workbench.errors import FormatError
from workbench.records import (
    SCHEMA,
    Article,
    ArticleReport,
    Bead,
    Candidate,
    CoverageView,
    Evidence,
    Finding,
    LedgerRow,
    LeftOut,
    Score,
    Segment,
    Translation,
)


class _Article(msgspec.Struct, kw_only=True):
    path: str
    lang: str = "und"
    title: str | None = None
    published: str | None = None
    author: str | None = None
    source: str | None = None
    left_out: tuple[LeftOut, ...] = ()
    segments: tuple[Segment, ...] = ()

    def record(self) -> Article:
        paragraphs: dict[int, list[str]] = {}
        for segment in self.segments:
            if segment.paragraph >= 0:
                paragraphs.setdefault(segment.paragraph, []).append(segment.text)
        return Article(
            path=self.path, lang=self.lang, title=self.title, published=self.published,
            author=self.author, source=self.source, left_out=self.left_out,
            paragraphs=tuple(" ".join(texts) for texts in paragraphs.values()),
        )  # fmt: skip


class _Bead(msgspec.Struct):
    vi: tuple[int, ...]
    en: tuple[int, ...]
    score: float = 0.0
    evidence: Evidence = Evidence()


class _Coverage(_Article, kw_only=True):
    candidate: Candidate
    beads: tuple[_Bead, ...] = ()

    def view(self) -> CoverageView:
        return CoverageView(
            candidate=self.candidate,
            article=self.record(),
            segments=self.segments,
            mentions=tuple(() for _ in self.segments),
            beads=tuple(
                Bead(vi=b.vi, en=b.en, score=b.score, evidence=b.evidence) for b in self.beads
            ),
        )


class _Source(_Article, kw_only=True):
    signature: str = ""
    made: dict[str, str] = {}
    translations: tuple[Translation, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    coverage: tuple[_Coverage, ...] = ()
    scores: tuple[Score, ...] = ()


class _FindingRow(Finding, frozen=True, kw_only=True):
    article: str = ""
    state: str = "open"


class _Row(LedgerRow, frozen=True, kw_only=True):
    article: str = ""


class Document(msgspec.Struct, kw_only=True):
    """A document of ``wb qa --json``."""

    schema: int
    signature: str = ""
    title: str = ""
    articles: tuple[_Source, ...] = ()
    findings: tuple[_FindingRow, ...] = ()
    ledger: tuple[_Row, ...] = ()
    scores: tuple[Score, ...] = ()

    def open_findings(self) -> list[tuple[str, Finding]]:
        """Return the findings that count, each with the path of its article."""
        return [(row.article, row) for row in self.findings if row.state == "open"]


def read_document(text: str | bytes, *, where: str) -> Document:
    """Read a document. Raises FormatError for what is none, or of a later schema."""
    try:
        raw: Any = msgspec.json.decode(text)
        schema = raw.get("schema") if isinstance(raw, dict) else None
        if not isinstance(schema, int) or "articles" not in raw:
            raise FormatError(
                "not a QA document", where=where, hint="Give the result of 'wb qa --json'."
            )
        if schema > SCHEMA:
            raise FormatError(
                f"schema {schema}, but this version reads up to {SCHEMA}",
                where=where,
                hint="Update the workbench.",
            )
        return msgspec.convert(raw, Document)
    except msgspec.MsgspecError as error:
        raise FormatError(
            f"not a QA document ({error})", where=where, hint="Give the result of 'wb qa --json'."
        ) from error


def read_reports(text: str | bytes, *, where: str) -> tuple[ArticleReport, ...]:
    """Read the reports of a document; mentions are not in them, findings and ledger are.

    Raises FormatError.
    """
    document = read_document(text, where=where)
    return tuple(_report(document, article) for article in document.articles)


def _report(document: Document, article: _Source) -> ArticleReport:
    empty: tuple[()] = ()
    return ArticleReport(
        article=article.record(),
        segments=article.segments,
        translations=article.translations,
        vi_mentions=tuple(empty for _ in article.segments),
        mt_mentions=tuple(empty for _ in article.segments),
        candidates=article.candidates,
        coverage=tuple(coverage.view() for coverage in article.coverage),
        findings=tuple(
            _plain(row, Finding) for row in document.findings if row.article == article.path
        ),
        ledger=tuple(
            _plain(row, LedgerRow) for row in document.ledger if row.article == article.path
        ),
        scores=article.scores,
        signature=article.signature,
        made=article.made,
    )


def _plain(row: Any, kind: Any) -> Any:
    """Drop what the document added to a record."""
    fields = kind.__struct_fields__
    return kind(**{name: getattr(row, name) for name in fields})
