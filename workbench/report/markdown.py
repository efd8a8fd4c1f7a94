"""The report as Markdown, for issues and pull requests. Text of articles is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.records import Side
from workbench.report.facts import ArticleFacts, Facts, FindingFacts, NumberedRow
from workbench.report.text import edge_words, harmless, headline, score_line, title_of
from workbench.report.words import (
    CAUSE_WORDS,
    DIMENSION_WORDS,
    SEVERITY_ICONS,
    SEVERITY_WORDS,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~&])")


def render_markdown(facts: Facts) -> str:
    """Write summary, findings and ledger of each article."""
    lines = [f"# {escape(facts.title)}", "", f"**{headline(facts)}**", ""]
    lines += [f"- {score_line(score)}" for score in facts.scores]
    for article in facts.articles:
        lines += ["", *_article(article)]
    lines += ["", "## How it was made", ""]
    lines += [f"- {escape(key)}: {escape(value)}" for key, value in facts.made.items()]
    lines.append(f"- signature: `{facts.signature.replace('`', '')}`")
    return harmless("\n".join(lines)) + "\n"


def escape(text: str) -> str:
    """Keep the text of an article text: no markup, no HTML, one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _article(article: ArticleFacts) -> Iterable[str]:
    source = article.report.article
    yield f"## {escape(article.title)}"
    yield ""
    yield " · ".join(
        escape(word) for word in (source.path, source.source, source.published) if word
    )
    for found in article.open:
        yield ""
        yield from _finding(found)
    if article.rows:
        yield ""
        yield from _ledger(article)


def _finding(found: FindingFacts) -> Iterable[str]:
    finding = found.finding
    icon, word = SEVERITY_ICONS[finding.severity], SEVERITY_WORDS[finding.severity]
    yield f"### {icon} {word}: {escape(title_of(found))}"
    yield ""
    yield f"{escape(finding.explanation)}."
    yield ""
    if found.source_text:
        yield f"- vi: {_marked(found.source_text, finding.vi)}"
    if found.other_text:
        yield f"- {escape(found.other_name)}: {_marked(found.other_text, finding.en)}"
    for edge in found.witnesses:
        yield f"- {escape(found.article.name_of(edge.against))}: {escape(edge_words(edge))}"
    yield (
        f"- at fault: {CAUSE_WORDS[found.cause]} · segment {finding.pair}"
        f" · `{finding.check}` · `{finding.id}`"
    )


def _marked(text: str, side: Side | None) -> str:
    """Set the span in strong type; HTML's own tag, since stars do not bind inside a word."""
    if side is None or text[side.start : side.end] != side.surface:
        return escape(text)
    pieces = text[: side.start], side.surface, text[side.end :]
    before, middle, after = (_SPECIAL.sub(r"\\\1", piece) for piece in pieces)
    return " ".join(f"{before}<strong>{middle}</strong>{after}".split())


def _ledger(article: ArticleFacts) -> Iterable[str]:
    outlets = [article.name_of(path) for path in article.views]
    heads = [
        "#",
        "segment",
        "kind",
        "Vietnamese",
        article.name_of("translation"),
        *outlets,
        "at fault",
    ]
    yield f"| {' | '.join(escape(head) for head in heads)} |"
    yield f"|{'---|' * len(heads)}"
    for numbered in article.rows:
        yield f"| {' | '.join(_cells(numbered, list(article.views)))} |"


def _cells(numbered: NumberedRow, paths: list[str]) -> list[str]:
    row = numbered.row
    edges = {edge.against: edge for edge in row.coverage}
    cells = [
        str(numbered.number),
        str(row.segment + 1),
        f"{DIMENSION_WORDS[row.dimension].lower()}, {row.kind}",
        escape(row.source.surface),
        escape(edge_words(row.translation)),
    ]
    cells += [escape(edge_words(edges[path])) if path in edges else "" for path in paths]
    return [*cells, CAUSE_WORDS[row.cause]]
