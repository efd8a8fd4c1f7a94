"""Measure the coverage edges on comparable articles: alarms on sound reports, and planted slips found.

    python benchmarks/measure_coverage.py

The articles of ``corpora/comparable`` agree with each other by design, so a finding of ``wb qa``
against a report of the event is a false alarm. Then each English figure that agrees with the source is
changed, one at a time: its first digit, or million for billion, and the finding is looked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from workbench.check.ledger import AGREEING, build_ledger, coverage_findings
from workbench.config import load_settings
from workbench.ingest import read_article
from workbench.pipeline.model import open_engine
from workbench.pipeline.prepare import find_mentions
from workbench.pipeline.qa import make_pool, qa_article
from workbench.records import ArticleReport, CoverageView, Edge, Finding
from workbench.score import wilson

FOLDER = Path(__file__).parent.parent / "corpora/comparable"
T = TypeVar("T")
_GRAVE = {"major", "critical"}
_SCALES = (("billion", "million"), ("million", "billion"))


def main() -> None:
    """Print false alarms and recall by kind of slip."""
    settings = load_settings()
    engine = open_engine(settings.translate, memory=True, warn=print)
    found: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    alarms = reports = compared = 0
    for folder in sorted(path for path in FOLDER.iterdir() if path.is_dir()):
        pool = make_pool([read_article(str(path)) for path in sorted(folder.glob("en-*.txt"))])
        report = qa_article(
            read_article(str(folder / "vi.txt")), pool, engine=engine, settings=settings
        )
        for view in report.coverage:
            reports += 1
            alarms += len(_grave(report, view))
            edges = list(_agreeing(report, view))
            compared += len(edges)
            for edge in edges:
                for kind, surface in _slips(edge):
                    planted[kind] += 1
                    found[kind] += _is_found(report, view, edge, surface)
    print(f"false alarms: {alarms} in {reports} reports with {compared} agreeing figures")
    for kind, total in sorted(planted.items()):
        low, high = wilson(found[kind], total)
        print(f"{kind}: {found[kind] / total:.3f} [{low:.3f}, {high:.3f}] ({found[kind]}/{total})")


def _grave(report: ArticleReport, view: CoverageView) -> list[Finding]:
    """Return the grave findings of one coverage alone."""
    ledger = build_ledger(
        segments=report.segments,
        translations=report.translations,
        vi_mentions=report.vi_mentions,
        mt_mentions=report.mt_mentions,
        coverage=(view,),
        published=report.article.published,
    )
    made = coverage_findings(ledger, segments=report.segments, coverage=(view,))
    return [finding for finding in made if finding.severity in _GRAVE]


def _agreeing(report: ArticleReport, view: CoverageView) -> Iterator[Edge]:
    """Return the edges of figures with digits that agree with the source."""
    for row in report.ledger:
        for edge in row.coverage if row.dimension == "figure" else ():
            ours = edge.against == view.article.path and edge.verdict in AGREEING
            if ours and edge.side and any(c.isdigit() for c in edge.side.surface):
                yield edge


def _slips(edge: Edge) -> Iterator[tuple[str, str]]:
    """Return wrong forms of a figure, with their kind."""
    assert edge.side is not None
    surface = edge.side.surface
    at = next(k for k, c in enumerate(surface) if c.isdigit())
    yield "first digit", surface[:at] + str((int(surface[at]) + 3) % 9 + 1) + surface[at + 1 :]
    for right, wrong in _SCALES:
        if right in surface:
            yield "scale word", surface.replace(right, wrong)


def _is_found(report: ArticleReport, view: CoverageView, edge: Edge, surface: str) -> bool:
    """Say whether a finding meets the figure once it is wrong."""
    assert edge.side is not None
    assert edge.segment is not None
    segment = view.segments[edge.segment]
    start = edge.side.start
    text = segment.text[:start] + surface + segment.text[edge.side.end :]
    mentions = find_mentions(text, "en", published=view.article.published, glossary=None)
    wrong = msgspec.structs.replace(
        view,
        segments=_put(view.segments, edge.segment, msgspec.structs.replace(segment, text=text)),
        mentions=_put(view.mentions, edge.segment, tuple(mentions)),
    )
    return any(
        finding.en is not None
        and finding.en.start < start + len(surface)
        and start < finding.en.end
        for finding in _grave(report, wrong)
    )


def _put(items: Sequence[T], at: int, item: T) -> tuple[T, ...]:
    return (*items[:at], item, *items[at + 1 :])


if __name__ == "__main__":
    main()
