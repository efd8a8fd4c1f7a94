"""Fit the coefficients of `wb align` on development documents and gold beads.

    python benchmarks/fit_align.py DOCUMENTS.tsv --gold FILE.jsonl [--translations FILE.json] [--write]

DOCUMENTS.tsv has ``document<TAB>VI<TAB>EN`` lines, of which comparable articles are made with several
seeds; for half of them words are struck out of the translation and of the English. The gold files are
those of ``wb eval align``: real comparable articles, in which a row counts GOLD times. Pairs that
report two events are left out. Printed are the numbers of a five-fold cross-validation over documents
and sources; `--write` puts the fit of all into ``workbench/align/model.toml``.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
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

from workbench.align import AlignSide, model
from workbench.align.beads import Candidates, Reader, first_pairs, with_merged
from workbench.align.features import FEATURES
from workbench.align.likelihood import Likelihoods
from workbench.align.sides import Profile, profiles
from workbench.align.solve import choose
from workbench.align.sparse import worth
from workbench.config import load_settings
from workbench.engine import Engine
from workbench.pipeline.compare import align_side, another_event, ask_likelihood
from workbench.pipeline.evaluate import gold_tasks
from workbench.score.alignment import AlignmentScore, Bead, f1

#: How often a row of the gold counts: it is far less than what is made, and what the tool is for.
GOLD = 10.0
#: What is known before the fit, in nats: documents made of sentences have no titles, and struck words
#: take figures away that a report worded anew would keep.
PRIOR = {"titles": 1.2, "anchored": 1.5, "named_only": -1.5}
#: Probability from which a bead counts, chosen on the numbers printed.
THRESHOLD = 0.35
#: Features that only the second pass over the beads knows, and those of the likelihoods.
LATER = ("order", "merged", "gain", "fill", "rest")
MARGINS = ("margin_vi", "margin_en", "weakest")
GOLD_KIND, MADE, STRUCK = "gold", "as made", "words struck out"


@dataclass(frozen=True)
class AlignCase:
    """Two articles with what the aligner makes of them before the models speak."""

    name: str
    kind: str
    beads: list[Bead]
    sides: tuple[list[Profile], list[Profile]]
    singles: Candidates
    likelihoods: Likelihoods

    @property
    def weight(self) -> float:
        """How often its rows count."""
        return GOLD if self.kind == GOLD_KIND else 1.0


def made_case(case: Case, kind: str, engine: Engine) -> AlignCase:
    """Prepare a made pair of articles."""
    vi = AlignSide(
        texts=case.articles.vi,
        english=case.english,
        mentions=rows_of(case.articles.vi, "vi"),
        english_mentions=rows_of(case.english, "en"),
    )
    en = AlignSide(texts=case.coverage, mentions=rows_of(case.coverage, "en"))
    ask = ask_likelihood(case.articles.vi, case.coverage, engine)
    return _case(case.articles.name, kind, case.articles.beads, (vi, en), Likelihoods(ask))


def gold_cases(paths: Sequence[Path], engine: Engine) -> list[AlignCase]:
    """Prepare the pairs of gold files that report one event."""
    settings = load_settings()
    return [
        _case(
            task.name.split()[0],
            GOLD_KIND,
            task.gold,
            (align_side(task.source), align_side(task.coverage)),
            Likelihoods(ask_likelihood(task.source.texts, task.coverage.texts, engine)),
        )
        for task in gold_tasks(paths, engine, settings=settings)
        if another_event(task.source, task.coverage, settings=settings.match) is None
    ]


def _case(
    name: str,
    kind: str,
    beads: list[Bead],
    sides: tuple[AlignSide, AlignSide],
    likelihoods: Likelihoods,
) -> AlignCase:
    ready = profiles(*sides)
    return AlignCase(name, kind, beads, ready, first_pairs(*ready), likelihoods)


def bead_labels(case: AlignCase, found: Candidates) -> tuple[Array, Array]:
    """Return for each candidate whether it links what belongs together, and whether exactly."""
    gold = {bead for bead in case.beads if bead[0] and bead[1]}
    partners: dict[int, set[int]] = {}
    for vi, en in gold:
        for i in vi:
            partners.setdefault(i, set()).update(en)
    link = [any(partners.get(i, set()) & set(s[1]) for i in s[0]) for s in found.shapes]
    return np.array(link, dtype=float), np.array([s in gold for s in found.shapes], dtype=float)


@dataclass(frozen=True)
class Fitted:
    """Coefficients by table; ``plain`` and ``informed`` hold those of linking and of the whole."""

    first: Array
    plain: tuple[Array, Array]
    informed: tuple[Array, Array]


def fit_align(cases: Sequence[AlignCase]) -> Fitted:
    """Fit all models of the aligner."""
    prior = np.array([PRIOR.get(name, 0.0) for name in FEATURES])

    def one(rows: Array, labels: Array, weights: Array, unused: Sequence[str]) -> Array:
        used = np.array([float(name not in unused) for name in FEATURES])
        return fit(rows, labels, used=used, weights=weights, prior=prior * used)

    labels = np.concatenate([bead_labels(c, c.singles)[0] for c in cases])
    weights = np.concatenate([np.full(len(c.singles.shapes), c.weight) for c in cases])
    first = one(np.vstack([c.singles.rows for c in cases]), labels, weights, (*LATER, *MARGINS))
    full = [second_pass(c, first) for c in cases]
    rows = np.vstack([found.rows for found in full])
    both = [bead_labels(c, found) for c, found in zip(cases, full, strict=True)]
    link, whole = (np.concatenate([pair[k] for pair in both]) for k in (0, 1))
    weights = np.concatenate(
        [np.full(len(f.shapes), c.weight) for c, f in zip(cases, full, strict=True)]
    )
    return Fitted(
        first=first,
        plain=(one(rows, link, weights, MARGINS), one(rows, whole, weights, MARGINS)),
        informed=(one(rows, link, weights, ()), one(rows, whole, weights, ())),
    )


def second_pass(case: AlignCase, first: Array) -> Candidates:
    """Return all candidate beads, the pairs rated by the first model."""
    numbers = range(len(case.sides[0])), range(len(case.sides[1]))
    reader = Reader(case.likelihoods, numbers)
    return with_merged(*case.sides, case.singles, sigmoid(case.singles.rows @ first), reader=reader)


Chosen = Callable[[Fitted], tuple[Array, Array]]


def report(fitted: Sequence[tuple[AlignCase, Fitted]], which: Chosen, threshold: float) -> str:
    """Say what a threshold gives in the first round: strict and lax F1 of the links, abstention."""
    score = AlignmentScore()
    for case, model_ in fitted:
        found = second_pass(case, model_.first)
        link, whole = (sigmoid(found.rows @ coefficients) for coefficients in which(model_))
        values = worth(found, link, whole, threshold=threshold)
        chosen = choose(found.shapes, values.tolist())
        score.add(case.beads, [(found.shapes[k], float(link[k])) for k in chosen])
    return (
        f"threshold {threshold:.2f}"
        f"  strict F1 {f1(score.strict.value, score.strict_found.value):.3f}"
        f"  lax F1 {f1(score.lax.value, score.lax_found.value):.3f}"
        f"  lax precision {score.lax.value:.3f}"
        f"  lonely left alone {score.lonely.value:.3f}"
        f"  paired wrongly left alone {score.missed.value:.3f}"
    )


def cross_validate(cases: Sequence[AlignCase]) -> None:
    """Print what is found in documents and sources that the fit has not seen."""
    names = sorted({case.name for case in cases})
    fitted: list[tuple[AlignCase, Fitted]] = []
    for fold in range(FOLDS):
        held = set(names[fold::FOLDS])
        fold_model = fit_align([c for c in cases if c.name not in held])
        fitted += [(c, fold_model) for c in cases if c.name in held]
    ways: dict[str, Chosen] = {"plain": lambda f: f.plain, "informed": lambda f: f.informed}
    for kind in (GOLD_KIND, MADE, STRUCK):
        rows = [pair for pair in fitted if pair[0].kind == kind]
        for way, which in ways.items():
            print(f"{kind}, {way}:")
            for threshold in (0.3, THRESHOLD, 0.4, 0.5):
                print(" ", report(rows, which, threshold))


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
    engine = open_engine()
    seeds = make_cases(options.documents, translator(options.translations))
    cases = gold_cases(options.gold, engine)
    cases += [
        made_case(case, STRUCK if rate else MADE, engine)
        for rate, made in zip(THIN, seeds, strict=True)
        for case in made
    ]
    cross_validate(cases)
    fitted = fit_align(cases)
    tables = {
        "first": fitted.first,
        "plain.link": fitted.plain[0],
        "plain.whole": fitted.plain[1],
        "informed.link": fitted.informed[0],
        "informed.whole": fitted.informed[1],
    }
    if options.write:
        source, digest = source_of(options.documents, *options.gold)
        write_model(
            model.PATH,
            FEATURES,
            tables,
            origin=(f"benchmarks/fit_align.py on {source}", digest),
            head=f"threshold = {THRESHOLD}\n",
        )
    for row in zip(FEATURES, *tables.values(), strict=True):
        print(f"  {row[0]:15}" + "".join(f"{x:8.2f}" for x in row[1:]))


if __name__ == "__main__":
    main()
