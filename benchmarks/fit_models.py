"""Fit the coefficients of `wb align` and `wb match` on development documents.

    python benchmarks/fit_models.py DOCUMENTS.tsv [--translations FILE.json] [--write]

DOCUMENTS.tsv has ``document<TAB>VI<TAB>EN`` lines. Comparable articles are made of them with
several seeds; for half of them words are struck out of the translation and of the English, so that
looser reports than those of the development set are met too. Without `--translations` (a JSON
object of Vietnamese to English) the default model translates. Printed are the numbers of a five-fold
cross-validation over documents; `--write` puts the fit of all into the two model.toml.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from workbench.align import features as align_features
from workbench.align import model as align_model
from workbench.align.beads import Candidates, first_pairs, with_merged
from workbench.align.sides import AlignSide, Profile, profiles
from workbench.align.solve import choose
from workbench.align.sparse import SHAPE
from workbench.match import Index, MatchArticle
from workbench.match import features as match_features
from workbench.match import score as match_score
from workbench.match.article import make_entry
from workbench.match.features import Rarity, compare
from workbench.pipeline.prepare import find_mentions
from workbench.records import Mention
from workbench.score.comparable import (
    ComparableArticles,
    far_sentences,
    likeness,
    make_articles,
    read_documents,
)

SEEDS = range(101, 107)
FOLDS = 5
#: Shares of words struck out: none for every other article.
THIN = (0.0, 0.2, 0.0, 0.4, 0.0, 0.55)
ORPHANS = 0.3
#: Features that only the second pass over the beads knows.
#: Set by hand, in nats: documents made of sentences have no titles, and struck words take figures
#: away that a report worded anew would keep.
BY_HAND = {"titles": 1.2, "anchored": 1.5, "named_only": -1.5}
LATER = ("order", "merged", "gain", "fill", "rest")
Array = NDArray[np.float64]


def fit(rows: Array, labels: Array, *, used: Array | None = None, penalty: float = 1.0) -> Array:
    """Fit a logistic regression with a ridge penalty on all but the bias."""
    mask = np.ones(rows.shape[1]) if used is None else used

    def loss(weights: Array) -> tuple[float, Array]:
        p = sigmoid(rows @ (weights * mask))
        value = -np.sum(labels * np.log(p + 1e-12) + (1 - labels) * np.log(1 - p + 1e-12))
        slope = mask * (rows.T @ (p - labels))
        slope[1:] += penalty * weights[1:]
        return float(value + penalty * np.sum(weights[1:] ** 2) / 2), slope

    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B")
    return np.asarray(found.x * mask)


def sigmoid(odds: Array) -> Array:
    """Return probabilities for log-odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


@dataclass(frozen=True)
class Case:
    """Two articles made of a document, as the stages see them."""

    articles: ComparableArticles
    english: list[str]
    coverage: list[str]
    #: another English article on the same matter that reports none of the source's sentences
    sibling: list[str]


def make_cases(path: Path, translate: Callable[[list[str]], dict[str, str]]) -> list[list[Case]]:
    """Make the cases of each seed, in the order of the documents."""
    documents = read_documents(path)
    like = likeness(documents)
    known = translate(sorted({vi for pairs in documents.values() for vi, _ in pairs}))
    seeds = []
    for number, seed in enumerate(SEEDS):
        cases = []
        for name, pairs in documents.items():
            strangers = far_sentences(documents, like[name])
            made = make_articles(name, pairs, strangers, seed=seed)
            told = set(made.vi)
            draw = random.Random(f"{seed}{name}")  # noqa: S311 - reproducible, not secret
            rate = THIN[number % len(THIN)]
            cases.append(
                Case(
                    made,
                    [thin(known[text], rate, draw) for text in made.vi],
                    [thin(text, rate / 2, draw) for text in made.en],
                    [en for vi, en in pairs if vi not in told]
                    + [en for _, en in draw.sample(strangers, 2)],
                )
            )
        seeds.append(cases)
    return seeds


def thin(text: str, rate: float, draw: random.Random) -> str:
    """Strike out a share of the words."""
    return " ".join(word for word in text.split() if draw.random() >= rate) or text


@lru_cache(maxsize=100_000)
def find(text: str, language: str) -> tuple[Mention, ...]:
    """Find the mentions of a text, once."""
    return tuple(
        find_mentions(text, "vi" if language == "vi" else "en", published=None, glossary=None)
    )


def rows_of(texts: Iterable[str], language: str) -> list[tuple[Mention, ...]]:
    """Find the mentions of each text."""
    return [find(text, language) for text in texts]


# --- align ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class AlignCase:
    """A case with what the aligner makes of it before the models speak."""

    name: str
    made: ComparableArticles
    sides: tuple[list[Profile], list[Profile]]
    singles: Candidates


def align_case(case: Case) -> AlignCase:
    """Prepare a case for the aligner."""
    vi = AlignSide(
        texts=case.articles.vi,
        english=case.english,
        mentions=rows_of(case.articles.vi, "vi"),
        english_mentions=rows_of(case.english, "en"),
    )
    en = AlignSide(texts=case.coverage, mentions=rows_of(case.coverage, "en"))
    sides = profiles(vi, en)
    return AlignCase(case.articles.name, case.articles, sides, first_pairs(*sides))


def bead_labels(case: AlignCase, found: Candidates) -> tuple[Array, Array]:
    """Return for each candidate whether it links what belongs together, and whether exactly."""
    gold = {bead for bead in case.made.beads if bead[0] and bead[1]}
    partners: dict[int, set[int]] = {}
    for vi, en in gold:
        for i in vi:
            partners.setdefault(i, set()).update(en)
    link = [any(partners.get(i, set()) & set(s[1]) for i in s[0]) for s in found.shapes]
    return np.array(link, dtype=float), np.array([s in gold for s in found.shapes], dtype=float)


Fitted = tuple[Array, Array, Array]


def fit_align(cases: Sequence[AlignCase]) -> Fitted:
    """Fit the three models of the aligner."""
    names = align_features.FEATURES
    used = np.array([float(name not in LATER and name not in BY_HAND) for name in names])
    labels = np.concatenate([bead_labels(c, c.singles)[0] for c in cases])
    first = fit(np.vstack([c.singles.rows for c in cases]), labels, used=used)
    full = [second_pass(c, first) for c in cases]
    rows = np.vstack([found.rows for found in full])
    both = [bead_labels(c, found) for c, found in zip(cases, full, strict=True)]
    link, whole = (np.concatenate([pair[k] for pair in both]) for k in (0, 1))
    used = np.array([float(name not in BY_HAND) for name in names])
    return first, fit(rows, link, used=used), fit(rows, whole, used=used)


def second_pass(case: AlignCase, first: Array) -> Candidates:
    """Return all candidate beads, the pairs rated by the first model."""
    return with_merged(*case.sides, case.singles, sigmoid(case.singles.rows @ first))


def align_report(fitted: list[tuple[AlignCase, Fitted]], threshold: float) -> str:
    """Print strict and lax F1 of the links, and abstention."""
    hits = lax = tested = gold_count = lonely = left = paired = missed = lax_found = 0
    for case, (first, link, whole) in fitted:
        found = second_pass(case, first)
        shape = SHAPE * sigmoid(found.rows @ whole)
        values = (1 - SHAPE) * sigmoid(found.rows @ link) + shape - threshold
        beads = {found.shapes[k] for k in choose(found.shapes, values.tolist())}
        gold = {bead for bead in case.made.beads if bead[0] and bead[1]}
        touch = {(i, j) for vi, en in gold for i in vi for j in en}
        ours = {(i, j) for vi, en in beads for i in vi for j in en}
        hits += len(beads & gold)
        tested += len(beads)
        gold_count += len(gold)
        lax += sum(any((i, j) in touch for i in b[0] for j in b[1]) for b in beads)
        lax_found += sum(any((i, j) in ours for i in b[0] for j in b[1]) for b in gold)
        for side in (0, 1):
            linked = {i for bead in beads for i in bead[side]}
            for bead in case.made.beads:
                alone = not (bead[0] and bead[1])
                for i in bead[side]:
                    lonely, left = lonely + alone, left + (alone and i not in linked)
                    paired, missed = paired + (not alone), missed + (not alone and i not in linked)
    strict = 2 * hits / (tested + gold_count)
    p, r = lax / tested, lax_found / gold_count
    return (
        f"threshold {threshold:.2f}  strict F1 {strict:.3f}  lax F1 {2 * p * r / (p + r):.3f}"
        f"  lax precision {p:.3f}  lonely left alone {left / lonely:.3f}"
        f"  paired wrongly left alone {missed / paired:.3f}"
    )


def align_part(seeds: list[list[Case]], *, write: bool, source: str, digest: str) -> None:
    """Cross-validate and fit the aligner."""
    cases = [align_case(case) for cases in seeds for case in cases]
    plain = {id(c) for k, rate in enumerate(THIN) if rate == 0 for c in by_seed(cases, seeds, k)}
    names = sorted({case.name for case in cases})
    fitted: list[tuple[AlignCase, Fitted]] = []
    for fold in range(FOLDS):
        held = set(names[fold::FOLDS])
        model = fit_align([c for c in cases if c.name not in held])
        fitted += [(c, model) for c in cases if c.name in held]
    for title, wanted in (("as made", True), ("words struck out", False)):
        print(f"align, {title}:")
        for threshold in (0.3, 0.4, 0.5, 0.6):
            rows = [pair for pair in fitted if (id(pair[0]) in plain) == wanted]
            print(" ", align_report(rows, threshold))
    first, link, whole = fit_align(cases)
    for weights in (first, link, whole):
        for name, weight in BY_HAND.items():
            weights[align_features.FEATURES.index(name)] = weight
    tables = {"first": first, "link": link, "whole": whole}
    if write:
        write_model(
            align_model.PATH,
            align_features.FEATURES,
            tables,
            origin=(source, digest),
            head="threshold = 0.4\n",
        )
    for row in zip(align_features.FEATURES, first, link, whole, strict=True):
        print(f"  {row[0]:15}" + "".join(f"{x:8.2f}" for x in row[1:]))


def by_seed(cases: list[AlignCase], seeds: list[list[Case]], number: int) -> list[AlignCase]:
    """Return the cases of one seed."""
    start = sum(len(s) for s in seeds[:number])
    return cases[start : start + len(seeds[number])]


# --- match ---------------------------------------------------------------------------------------

MatchRow = tuple[int, str, str, bool, list[float]]
#: Path of an article on the same matter but another event.
SIBLING = "(another event)"


def match_rows(number: int, cases: list[Case]) -> list[MatchRow]:
    """Search each source in a pool that lacks the counterpart of some."""
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
    rows: list[MatchRow] = []
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
        found = index.search(list(dict.fromkeys(source.terms)), limit=10)
        parts = {t for entry, _ in found for t in (*entry.terms, *entry.copies)}
        rarity = Rarity(index.seen(sorted(parts | {*source.terms, *source.copies})), len(index))
        rows += [
            (
                number,
                source.path,
                e.path,
                source.path not in orphans,
                compare(source, e, rarity).row,
            )
            for e, _ in found
        ]
        other = make_entry(
            MatchArticle(path=SIBLING, texts=case.sibling, mentions=rows_of(case.sibling, "en"))
        )
        parts = [*source.terms, *source.copies, *other.terms, *other.copies]
        rarity = Rarity(index.seen(sorted(set(parts))), len(index))
        rows.append((number, source.path, SIBLING, False, compare(source, other, rarity).row))
    return rows


def match_report(rows: Sequence[MatchRow], odds: Array, line: float) -> str:
    """Say what a line between the verdicts gives."""
    by: dict[tuple[int, str], list[tuple[float, str, bool]]] = {}
    siblings = [p >= line for row, p in zip(rows, sigmoid(odds), strict=True) if row[2] == SIBLING]
    for row, p in zip(rows, sigmoid(odds).tolist(), strict=True):
        if row[2] == SIBLING:
            continue
        by.setdefault(row[:2], []).append((p, row[2], row[3]))
    best = {key: max(found) for key, found in by.items()}
    paired = [(key, b) for key, b in best.items() if b[2]]
    lone = [b for b in best.values() if not b[2]]
    first = sum(b[1] == key[1] for key, b in paired)
    called = sum(b[1] == key[1] and b[0] >= line for key, b in paired)
    false = sum(b[0] >= line for b in lone)
    return (
        f"line {line:.2f}  recall at 1 {first / len(paired):.3f}, called same-event"
        f" {called / len(paired):.3f}  false pairs {false / len(lone):.3f} of {len(lone)},"
        f" of the same matter {np.mean(siblings):.3f} of {len(siblings)}"
    )


def match_part(seeds: list[list[Case]], *, write: bool, source: str, digest: str) -> None:
    """Cross-validate and fit the matcher."""
    rows = [row for number, cases in enumerate(seeds) for row in match_rows(number, cases)]
    table = np.array([row[4] for row in rows])
    labels = np.array([float(row[1] == row[2] and row[3]) for row in rows])
    names = sorted({row[1] for row in rows})
    odds = np.zeros(len(rows))
    for fold in range(FOLDS):
        held = set(names[fold::FOLDS])
        test = np.array([row[1] in held for row in rows])
        odds[test] = table[test] @ fit(table[~test], labels[~test])
    for title, wanted in (("as made", True), ("words struck out", False)):
        print(f"match, {title}:")
        some = [k for k, row in enumerate(rows) if (THIN[row[0] % len(THIN)] == 0) == wanted]
        for line in (0.3, 0.4, 0.5, 0.6):
            print(" ", match_report([rows[k] for k in some], odds[some], line))
    weights = fit(table, labels)
    if write:
        kept = match_score.PATH.read_text(encoding="utf-8")
        tail = kept[kept.index("# Set by hand") :]
        write_model(
            match_score.PATH,
            match_features.FEATURES,
            {"text": weights},
            origin=(source, digest),
            tail=tail,
        )
    for name, weight in zip(match_features.FEATURES, weights, strict=True):
        print(f"  {name:15}{weight:8.2f}")


def write_model(
    path: Path,
    names: Sequence[str],
    tables: dict[str, Array],
    *,
    origin: tuple[str, str],
    head: str = "",
    tail: str = "",
) -> None:
    """Write a model.toml: the origin of the numbers, then a table for each model."""
    source, digest = origin
    lines = [f'source = "{source}"\ndigest = "{digest}"\n{head}']
    for table, weights in tables.items():
        lines.append(f"\n[{table}]\n")
        lines += [f"{n} = {w:.4f}\n" for n, w in zip(names, weights, strict=True)]
    path.write_text("".join(lines) + (f"\n{tail}" if tail else ""), encoding="utf-8")
    print(f"wrote {path.name}")


def translator(given: Path | None) -> Callable[[list[str]], dict[str, str]]:
    """Return what translates: the file given, or the default model with its cache."""

    def from_file(texts: list[str]) -> dict[str, str]:
        assert given is not None
        known = json.loads(given.read_text(encoding="utf-8"))
        return {text: known[text] for text in texts}

    def by_model(texts: list[str]) -> dict[str, str]:
        from workbench.config import load_settings
        from workbench.pipeline.model import open_engine
        from workbench.translate import translate_texts

        settings = load_settings().translate
        engine = open_engine(settings, memory=True, warn=print)
        found = translate_texts(texts, engine, settings=settings)
        return dict(zip(texts, (t.text for t in found), strict=True))

    return from_file if given else by_model


def main() -> None:
    """Read the command line and fit both."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("documents", type=Path)
    parser.add_argument("--translations", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    seeds = make_cases(options.documents, translator(options.translations))
    digest = hashlib.sha256(options.documents.read_bytes()).hexdigest()
    source = (
        f"benchmarks/fit_models.py on {options.documents.name},"
        f" seeds {SEEDS[0]} to {SEEDS[-1]}, words struck out {THIN}"
    )
    align_part(seeds, write=options.write, source=source, digest=digest)
    match_part(seeds, write=options.write, source=source, digest=digest)


if __name__ == "__main__":
    main()
