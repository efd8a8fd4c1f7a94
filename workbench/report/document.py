"""The report as one JSON document, or as JSON Lines."""

from __future__ import annotations

from typing import Any

import msgspec

from workbench.records import SCHEMA, CoverageView, Mention, dump_line
from workbench.report.facts import ArticleFacts, Facts, FindingFacts


def document(facts: Facts) -> dict[str, Any]:
    """Return the document of ``wb qa --json``.

    ``findings`` and ``ledger`` stand at the top, each row with the path of its ``article``;
    ``articles`` holds what belongs to one article alone.
    """
    return {
        "schema": SCHEMA,
        "signature": facts.signature,
        "title": facts.title,
        "made": facts.made,
        "summary": {
            "articles": len(facts.articles),
            "findings": facts.severities,
            "causes": dict(facts.causes),
            "checks": dict(facts.checks),
        },
        "scores": msgspec.to_builtins(facts.scores),
        "findings": [finding_row(found) for found in facts.findings],
        "ledger": [row for article in facts.articles for row in ledger_rows(article)],
        "articles": [article_row(article) for article in facts.articles],
    }


def render_json(facts: Facts) -> str:
    """Write the document, one row a line where rows are many."""
    return msgspec.json.format(msgspec.json.encode(document(facts)), indent=1).decode() + "\n"


def render_jsonl(facts: Facts) -> str:
    """Write a header row, then a row for each article, finding, ledger row and score."""
    header = {
        "schema": SCHEMA, "signature": facts.signature, "title": facts.title, "made": facts.made,
    }  # fmt: skip
    rows: list[dict[str, Any]] = [header]
    rows += ({"type": "score", **msgspec.to_builtins(score)} for score in facts.scores)
    rows += ({"type": "article", **article_row(article)} for article in facts.articles)
    rows += ({"type": "finding", **finding_row(found)} for found in facts.findings)
    rows += (
        {"type": "ledger", **row} for article in facts.articles for row in ledger_rows(article)
    )
    return "".join(f"{dump_line(row)}\n" for row in rows)


def finding_row(found: FindingFacts) -> dict[str, Any]:
    """Return a finding with its article, its cause and where it stands."""
    row = {"article": found.article.path, **found.finding.row(), "cause": found.cause}
    row["state"] = found.standing.state
    if found.standing.reason:
        row["reason"] = found.standing.reason
    return row


def ledger_rows(article: ArticleFacts) -> list[dict[str, Any]]:
    """Return the three-way rows of an article."""
    return [
        {
            "article": article.path,
            "number": numbered.number,
            **msgspec.to_builtins(numbered.row),
            "findings": [finding.id for finding in numbered.findings],
        }
        for numbered in article.rows
    ]


def article_row(article: ArticleFacts) -> dict[str, Any]:
    """Return an article: texts, translations, mentions, candidates, coverage with beads."""
    report = article.report
    source = report.article
    return {
        "path": source.path,
        "title": source.title,
        "published": source.published,
        "author": source.author,
        "source": source.source,
        "lang": source.lang,
        "signature": report.signature,
        "made": report.made,
        "segments": msgspec.to_builtins(report.segments),
        "translations": msgspec.to_builtins(report.translations),
        "mentions": {"vi": _mentions(report.vi_mentions), "en": _mentions(report.mt_mentions)},
        "candidates": msgspec.to_builtins(report.candidates),
        "coverage": [_coverage(view) for view in report.coverage],
        "scores": msgspec.to_builtins(report.scores),
        "left_out": msgspec.to_builtins(source.left_out),
    }


def _coverage(view: CoverageView) -> dict[str, Any]:
    return {
        "path": view.article.path,
        "title": view.article.title,
        "published": view.article.published,
        "source": view.article.source,
        "candidate": msgspec.to_builtins(view.candidate),
        "segments": msgspec.to_builtins(view.segments),
        "mentions": _mentions(view.mentions),
        "beads": [bead.row() for bead in view.beads],
        "left_out": msgspec.to_builtins(view.article.left_out),
    }


def _mentions(groups: tuple[tuple[Mention, ...], ...]) -> list[dict[str, Any]]:
    return [
        {"segment": number, **mention.row()}
        for number, group in enumerate(groups)
        for mention in group
    ]
