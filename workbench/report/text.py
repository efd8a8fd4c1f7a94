"""The report for a terminal or a mail: what is wrong, with both sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.records import Edge, Score, Side
from workbench.report.facts import ArticleFacts, Facts, FindingFacts
from workbench.report.words import (
    CAUSE_WORDS,
    SEVERITY_ICONS,
    SEVERITY_WORDS,
    SILENT_WORD,
    VERDICT_WORDS,
    count_of,
    is_share,
    score_words,
    verdict_words,
)

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def render_text(facts: Facts) -> str:
    """Write summary, findings by severity, and the ledger's differing rows, article by article."""
    lines = [facts.title, "=" * min(len(facts.title), 78), *_summary(facts)]
    for article in facts.articles:
        lines += ["", *_article(article, alone=len(facts.articles) == 1)]
    lines += ["", "Made by", *(f"  {key}: {value}" for key, value in facts.made.items())]
    lines.append(f"  signature: {facts.signature}")
    return harmless("\n".join(lines)) + "\n"


def harmless(text: str) -> str:
    """Keep an article from driving a terminal: control characters become U+FFFD."""
    return _CONTROL.sub("\ufffd", text)


def headline(facts: Facts) -> str:
    """Say in one sentence what was found."""
    if not facts.open:
        return "No findings."
    parts = [
        count_of(number, "note")
        if severity == "info"
        else f"{number:,} {SEVERITY_WORDS[severity].lower()}"
        for severity, number in facts.severities.items()
        if number
    ]
    return f"{count_of(len(facts.open), 'finding')}: {', '.join(parts)}."


def faults(facts: Facts) -> str:
    """Say whose the findings are: ``At fault: the translation in 3, the coverage in 2.``."""
    named = {
        "translation": "the translation", "coverage": "the coverage", "both": "both",
        "none": "nobody",
    }  # fmt: skip
    parts = [
        f"{word} in {facts.causes[cause]:,}" for cause, word in named.items() if facts.causes[cause]
    ]
    return f"At fault: {', '.join(parts)}." if parts else ""


def score_line(score: Score) -> str:
    """Write a score with its interval."""
    name = score_words(score.name)
    if is_share(score.name):
        if not score.total:
            return f"{name}: nothing to compare"
        return (
            f"{name}: {score.hits:,.0f} of {score.total:,.0f}"
            f" ({score.value:.1%}, 95 % interval {score.low:.1%} to {score.high:.1%})"
        )
    interval = f" [{score.low:.1f}, {score.high:.1f}]" if score.low < score.high else ""
    return f"{name}: {score.value:.1f}{interval}"


def _summary(facts: Facts) -> Iterable[str]:
    yield " ".join(filter(None, (headline(facts), faults(facts))))
    aside = len(facts.findings) - len(facts.open)
    if aside:
        yield f"{count_of(aside, 'more finding')} known or dismissed."
    yield from (score_line(score) for score in facts.scores)


def _article(article: ArticleFacts, *, alone: bool) -> Iterable[str]:
    source = article.report.article
    if not alone:
        yield article.title
        yield "-" * min(len(article.title), 78)
    yield " · ".join(filter(None, (source.path, source.source, source.published)))
    names = [f"{article.name_of(path)} ({path})" for path in article.views]
    yield f"Coverage: {', '.join(names) if names else 'none'}"
    for found in article.open:
        yield ""
        yield from finding_lines(found)


def finding_lines(found: FindingFacts) -> Iterable[str]:
    """Write one finding with its sentences."""
    finding = found.finding
    icon, word = SEVERITY_ICONS[finding.severity], SEVERITY_WORDS[finding.severity]
    yield f"{icon} {word} · {title_of(found)} · segment {finding.pair} · {finding.check}"
    yield f"  {finding.explanation}"
    if found.source_text:
        yield f"  vi  {marked(found.source_text, finding.vi)}"
    if found.other_text:
        yield f"  en  {marked(found.other_text, finding.en)}  ({found.other_name})"
    for edge in found.witnesses:
        yield f"      {found.article.name_of(edge.against)}: {edge_words(edge)}"
    yield f"  at fault: {CAUSE_WORDS[found.cause]} · id {finding.id}"


def title_of(found: FindingFacts) -> str:
    """Name a finding by its two surfaces: ``38 tỷ đồng → 38 million VND: wrong scale``."""
    finding = found.finding
    sides = [side.surface for side in (finding.vi, finding.en) if side is not None]
    return f"{' → '.join(sides)}: {verdict_words(finding)}"


def edge_words(edge: Edge) -> str:
    """Say what an edge holds: ``38 billion dong, agrees``."""
    if edge.side is None:
        return SILENT_WORD if edge.against != "translation" else VERDICT_WORDS[edge.verdict]
    return f"{edge.side.surface}, {VERDICT_WORDS[edge.verdict]}"


def marked(text: str, side: Side | None) -> str:
    """Put the span of a side between guillemets."""
    if side is None or text[side.start : side.end] != side.surface:
        return text
    return f"{text[: side.start]}«{side.surface}»{text[side.end :]}"
