"""Fit the coefficients of `wb match` on development documents and gold pairs.

    python benchmarks/fit_match.py DOCUMENTS.tsv --gold FILE.jsonl [--translations FILE.json] [--write]

DOCUMENTS.tsv has ``document<TAB>VI<TAB>EN`` lines. Comparable articles are made of them with
several seeds; for half of them words are struck out of the translation and of the English, so that
looser reports than those of the development set are met too. The gold files are those of
``wb eval align``: each source is compared with all their English articles, and a row counts GOLD
times. Without `--translations` (a JSON object of Vietnamese to English) the default model translates.
Printed are the numbers of a five-fold cross-validation over documents and sources; `--write` puts the
fit of all into ``workbench/match/model.toml``. What is set by hand there moves the odds in the fit too.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from fitting import (
    FOLDS,
    THIN,
    Array,
    Case,
    fit,
    make_cases,
    open_engine,
    rows_of,
    sigmoid,
    source_of,
    translator,
    write_model,
)

from workbench.config import load_settings
from workbench.engine import Engine
from workbench.ingest import read_article
from workbench.match import Index, MatchArticle
from workbench.match import features as match_features
from workbench.match import score as match_score
from workbench.match.article import Entry, make_entry
from workbench.match.features import Rarity
from workbench.pipeline.compare import as_match_article, prepare_queries
from workbench.pipeline.evaluate import read_gold
from workbench.pipeline.prepare import prepare_coverage

ORPHANS = 0.3
#: How often a row of the gold counts.
GOLD = 10.0
GOLD_KIND, MADE, STRUCK = "gold", "as made", "words struck out"
#: Path of an article on the same matter but another event.
SIBLING = "(another event)"


@dataclass(frozen=True)
class Judged:
    """A source and an article of the pool, with what speaks for and against one event."""

    kind: str
    #: the pool, by number
    pool: int
    source: str
    coverage: str
    same: bool
    #: whether the pool has an article of the source's event
    covered: bool
    row: list[float]
    #: what is set by hand, in nats
    moved: float
    #: whether the dates leave no room for one event
    excluded: bool


def judged(source: Entry, coverage: Entry, index: Index, **more: object) -> Judged:
    """Compare a source with an article of a pool."""
    parts = [*source.terms, *source.copies, *coverage.terms, *coverage.copies]
    parts += [f"@{name}" for entry in (source, coverage) for name in entry.lead_names]
    rarity = Rarity(index.seen(sorted(set(parts))), len(index))
    window = load_settings().match.window
    weighed = match_score.weigh(source, coverage, rarity, window=window)
    return Judged(
        source=source.path,
        coverage=coverage.path,
        row=weighed.found.row,
        moved=sum(weighed.moves.values()),
        excluded=match_score.excluded(source, coverage, weighed.days, window=window) is not None,
        **more,  # type: ignore[arg-type]
    )


def made_rows(number: int, cases: list[Case]) -> list[Judged]:
    """Search each source in a pool that lacks the counterpart of some."""
    kind = STRUCK if THIN[number] else MADE
    names = [case.articles.name for case in cases]
    draw = random.Random(number)  # noqa: S311 - reproducible, not secret
    orphans = set(draw.sample(names, round(len(names) * ORPHANS)))
    index = Index.build(
        MatchArticle(
            path=case.articles.name, texts=case.coverage, mentions=rows_of(case.coverage, "en")
        )
        for case in cases
        if case.articles.name not in orphans
    )
    rows: list[Judged] = []
    for case in cases:
        source = make_entry(
            MatchArticle(
                path=case.articles.name,
                texts=case.articles.vi,
                english=case.english,
                mentions=rows_of(case.articles.vi, "vi"),
                english_mentions=rows_of(case.english, "en"),
            )
        )
        found = [e for e, _ in index.search(list(dict.fromkeys(source.terms)), limit=10)]
        found.append(
            make_entry(
                MatchArticle(path=SIBLING, texts=case.sibling, mentions=rows_of(case.sibling, "en"))
            )
        )
        rows += [
            judged(
                source,
                entry,
                index,
                kind=kind,
                pool=number,
                same=entry.path == source.path,
                covered=source.path not in orphans,
            )
            for entry in found
        ]
    return rows


def gold_rows(paths: Sequence[Path], engine: Engine) -> list[Judged]:
    """Compare each source of the gold with every English article of the gold."""
    pairs = [(path.parent, row) for path in paths for row, _ in read_gold(path)]
    same = {
        (str(folder / str(row.source)), str(folder / str(row.coverage)))
        for folder, row in pairs
        if row.verdict == "same-event"
    }
    names = dict.fromkeys(str(folder / str(row.source)) for folder, row in pairs)
    pool = dict.fromkeys(str(folder / str(row.coverage)) for folder, row in pairs)
    settings = load_settings()
    sources = prepare_queries([read_article(name) for name in names], engine, settings=settings)
    coverage = [as_match_article(prepare_coverage(read_article(name))) for name in pool]
    index = Index.build(coverage)
    entries = [make_entry(article) for article in coverage]
    return [
        judged(
            source,
            entry,
            index,
            kind=GOLD_KIND,
            pool=-1,
            same=(source.path, entry.path) in same,
            covered=True,
        )
        for source in (make_entry(as_match_article(each)) for each in sources)
        for entry in entries
    ]


def report(rows: Sequence[Judged], odds: Array, line: float) -> str:
    """Say what a line between the verdicts gives."""
    by: dict[tuple[int, str], list[tuple[float, Judged]]] = {}
    siblings = []
    for row, said in zip(rows, sigmoid(odds).tolist(), strict=True):
        p = 0.0 if row.excluded else said
        if row.coverage == SIBLING:
            siblings.append(p >= line)
        else:
            by.setdefault((row.pool, row.source), []).append((p, row))
    best = [max(found, key=lambda each: each[0]) for found in by.values()]
    paired = [each for each in best if each[1].covered]
    lone = [each for each in best if not each[1].covered]
    every = [each for found in by.values() for each in found]
    told = [p >= line for p, row in every if row.same]
    false = [p >= line for p, row in every if not row.same]
    line_said = (
        f"line {line:.2f}  recall at 1 {sum(row.same for _, row in paired) / len(paired):.3f}"
    )
    line_said += f"  called same-event {np.mean(told):.3f} of {len(told)}, wrongly {sum(false)} of {len(false)}"
    if lone:
        line_said += f"  false pairs {np.mean([p >= line for p, _ in lone]):.3f} of {len(lone)}"
    if siblings:
        line_said += f"  of the same matter {np.mean(siblings):.3f} of {len(siblings)}"
    return line_said


def main() -> None:
    """Read the command line, cross-validate and fit."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", type=Path)
    parser.add_argument("--gold", type=Path, action="append", default=[])
    parser.add_argument("--translations", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    seeds = make_cases(options.documents, translator(options.translations))
    rows = [row for number, cases in enumerate(seeds) for row in made_rows(number, cases)]
    rows += gold_rows(options.gold, open_engine()) if options.gold else []
    table = np.array([row.row for row in rows])
    labels = np.array([float(row.same) for row in rows])
    weights = np.array([GOLD if row.kind == GOLD_KIND else 1.0 for row in rows])
    moved = np.array([row.moved for row in rows])
    names = sorted({row.source for row in rows})
    odds = np.zeros(len(rows))
    for fold in range(FOLDS):
        held = set(names[fold::FOLDS])
        test = np.array([row.source in held for row in rows])
        found = fit(table[~test], labels[~test], weights=weights[~test], offset=moved[~test])
        odds[test] = table[test] @ found + moved[test]
    for kind in (GOLD_KIND, MADE, STRUCK):
        some = [k for k, row in enumerate(rows) if row.kind == kind]
        print(f"{kind}:")
        for line in (0.3, 0.4, 0.45, 0.5, 0.6) if some else ():
            print(" ", report([rows[k] for k in some], odds[some], line))
    fitted = fit(table, labels, weights=weights, offset=moved)
    if options.write:
        source, digest = source_of(options.documents, *options.gold)
        kept = match_score.PATH.read_text(encoding="utf-8")
        tail = kept[kept.index("# Set by hand") :]
        write_model(
            match_score.PATH,
            match_features.FEATURES,
            {"text": fitted},
            origin=(f"benchmarks/fit_match.py on {source}", digest),
            tail=tail,
        )
    for name, weight in zip(match_features.FEATURES, fitted, strict=True):
        print(f"  {name:15}{weight:8.2f}")


if __name__ == "__main__":
    main()
