"""The scores of an article, of an outlet, and of a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from workbench.records import ArticleReport, Bead, CoverageView, Score, Signature
from workbench.score.consistency import DIMENSIONS, WEIGHTS, Against, Counts, count_rows, penalty
from workbench.score.interval import RESAMPLES, SEED, bootstrap_share, wilson
from workbench.score.overlap import Metric, score_overlap

#: from so many articles on, the interval of a corpus is drawn over articles
_ENOUGH = 5
#: what a QA run computes against coverage; TER costs more than all the rest of a report
QUICK: tuple[Metric, ...] = ("bleu", "chrf")


def score_article(report: ArticleReport, *, metrics: Sequence[Metric] = QUICK) -> tuple[Score, ...]:
    """Score one article: consistency against translation and coverage, penalty, overlap."""
    return _score([report], metrics=metrics, resamples=RESAMPLES // 5)


def score_corpus(
    reports: Sequence[ArticleReport], *, metrics: Sequence[Metric] = QUICK
) -> tuple[Score, ...]:
    """Score a corpus: the counts of all articles pooled, then each outlet against the sources."""
    return (*_score(reports, metrics=metrics, resamples=RESAMPLES // 5), *_outlets(reports))


def outlet_of(view: CoverageView) -> str:
    """Name who published a coverage article: its source, else its file without folder and suffix."""
    return view.article.source or PurePath(view.article.path).stem or view.article.path


def _score(
    reports: Sequence[ArticleReport], *, metrics: Sequence[Metric], resamples: int
) -> tuple[Score, ...]:
    scores: list[Score] = []
    sides: tuple[Against, ...] = ("translation", "coverage")
    for against in sides:
        if against == "coverage" and not any(report.coverage for report in reports):
            continue
        for dimension in DIMENSIONS:
            counts = [
                count_rows(report.ledger, dimension=dimension, against=against)
                for report in reports
            ]
            scores += _consistency(f"{dimension}s.{against}", counts)
    scores.append(_penalty(reports))
    ours, theirs = _aligned(reports)
    return (
        *scores,
        *score_overlap(ours, theirs, against="coverage", metrics=metrics, resamples=resamples),
    )


def _consistency(name: str, counts: Sequence[Counts]) -> list[Score]:
    """Make the two scores of a dimension: agreeing over compared, compared over all."""
    pairs = {
        name: [(c.agreeing, c.compared) for c in counts],
        f"{name}.compared": [(c.compared, c.mentions) for c in counts],
    }
    return [_share(key, rows) for key, rows in pairs.items()]


def _share(name: str, rows: Sequence[tuple[int, int]]) -> Score:
    hits, total = sum(row[0] for row in rows), sum(row[1] for row in rows)
    drawn = len(rows) >= _ENOUGH
    low, high = bootstrap_share(rows) if drawn else wilson(hits, total)
    interval = f"bootstrap:{RESAMPLES}:seed:{SEED}" if drawn else "wilson"
    return Score(
        name=name,
        value=hits / total if total else 0.0,
        low=low,
        high=high,
        hits=hits,
        total=total,
        signature=str(Signature.of(score=name, articles=len(rows), interval=interval)),
    )


def _penalty(reports: Sequence[ArticleReport]) -> Score:
    """Weigh the translation's findings: penalty points for each hundred source words."""
    points = [penalty(report.findings, against="translation") for report in reports]
    words = [sum(len(s.text.split()) for s in report.segments) for report in reports]
    rows = [(100.0 * p, float(w)) for p, w in zip(points, words, strict=True)]
    total = sum(words)
    value = 100.0 * sum(points) / total if total else 0.0
    low, high = bootstrap_share(rows) if len(rows) >= _ENOUGH else (value, value)
    interval = f"bootstrap:{RESAMPLES}:seed:{SEED}" if len(rows) >= _ENOUGH else "none"
    weights = ",".join(f"{severity}{weight}" for severity, weight in WEIGHTS.items() if weight)
    signature = Signature.of(
        score="penalty.translation", weights=weights, per="100 source words", interval=interval
    )
    return Score(
        name="penalty.translation",
        value=value,
        low=low,
        high=high,
        hits=sum(points),
        total=total,
        signature=str(signature),
    )


def _aligned(reports: Iterable[ArticleReport]) -> tuple[list[str], list[str]]:
    """Return translation and coverage text of every two-sided bead."""
    ours: list[str] = []
    theirs: list[str] = []
    for report in reports:
        english = {translation.segment: translation.text for translation in report.translations}
        for view in report.coverage:
            for bead in filter(_is_paired, view.beads):
                ours.append(" ".join(english.get(number, "") for number in bead.vi))
                theirs.append(" ".join(view.segments[number].text for number in bead.en))
    return ours, theirs


def _is_paired(bead: Bead) -> bool:
    return bool(bead.vi and bead.en)


def _outlets(reports: Sequence[ArticleReport]) -> tuple[Score, ...]:
    """Score each outlet's figures and names against the sources that it covers."""
    counts: dict[tuple[str, str], list[Counts]] = {}
    for report in reports:
        for view in report.coverage:
            for dimension in DIMENSIONS:
                found = count_rows(
                    report.ledger,
                    dimension=dimension,
                    against="coverage",
                    path=view.article.path,
                )
                counts.setdefault((outlet_of(view), dimension), []).append(found)
    return tuple(
        _share(f"{dimension}s.coverage[{outlet}]", [(c.agreeing, c.compared) for c in rows])
        for (outlet, dimension), rows in sorted(counts.items())
    )
