"""Small plots as inline SVG: geometry in attributes, colours by class, words as text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from workbench.records import Score
from workbench.report.facts import Facts
from workbench.report.words import verdict_words

_BAR = 260
_CAUSES = ("translation", "both", "coverage", "none", "unmatched")


@dataclass(frozen=True)
class Part:
    """A stretch of a bar."""

    cause: str
    x: float
    width: float
    count: int


@dataclass(frozen=True)
class Bar:
    """The findings of one kind."""

    word: str
    total: int
    y: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Dot:
    """An article's share with its interval, in plot units."""

    key: str
    title: str
    x: float
    y: float
    low: float
    high: float
    hits: int
    total: int


def bars(facts: Facts) -> list[Bar]:
    """Return open findings by kind, the most frequent first, split by cause."""
    counts = Counter(verdict_words(found.finding) for found in facts.open)
    most = max(counts.values(), default=1)
    rows = []
    for number, (word, total) in enumerate(counts.most_common()):
        causes = Counter(f.cause for f in facts.open if verdict_words(f.finding) == word)
        parts, x = [], 0.0
        for cause in _CAUSES:
            if causes[cause]:
                width = round(_BAR * causes[cause] / most, 1)
                parts.append(Part(cause, x, width, causes[cause]))
                x += width
        rows.append(Bar(word, total, number * 26, tuple(parts)))
    return rows


def dots(facts: Facts, name: str, *, width: int, height: int) -> list[Dot]:
    """Return one dot an article for a share; articles without a comparison have none."""
    scored = [
        (article, score)
        for article in facts.articles
        if (score := article.score(name)) is not None and score.total
    ]
    step = width / max(1, len(scored))
    return [
        _dot(article.key, article.title, score, x=(i + 0.5) * step, height=height)
        for i, (article, score) in enumerate(scored)
    ]


def _dot(key: str, title: str, score: Score, *, x: float, height: int) -> Dot:
    y, low, high = (round(height * (1 - v), 1) for v in (score.value, score.low, score.high))
    return Dot(key, title, round(x, 1), y, low, high, int(score.hits), int(score.total))
