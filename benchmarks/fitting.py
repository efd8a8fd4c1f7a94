"""What the fits of `wb align` and `wb match` share: articles made of documents, and the regression."""

from __future__ import annotations

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

from workbench.engine import Engine
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
Array = NDArray[np.float64]
#: Vietnamese sentences in, their English by sentence out.
Translate = Callable[[list[str]], dict[str, str]]


def fit(
    rows: Array,
    labels: Array,
    *,
    used: Array | None = None,
    weights: Array | None = None,
    prior: Array | None = None,
    offset: Array | None = None,
    penalty: float = 1.0,
) -> Array:
    """Fit a logistic regression, shapes (rows, features), (rows,).

    A ridge penalty draws all coefficients but the first to those of ``prior``, or to 0; ``offset``
    is added to the odds of each row.
    """
    mask = np.ones(rows.shape[1]) if used is None else used
    each = np.ones(len(rows)) if weights is None else weights
    moved = np.zeros(len(rows)) if offset is None else offset
    centre = np.zeros(rows.shape[1]) if prior is None else prior

    def loss(coefficients: Array) -> tuple[float, Array]:
        p = sigmoid(rows @ (coefficients * mask) + moved)
        value = -np.sum(each * (labels * np.log(p + 1e-12) + (1 - labels) * np.log(1 - p + 1e-12)))
        away = (coefficients - centre)[1:]
        slope = mask * (rows.T @ (each * (p - labels)))
        slope[1:] += penalty * away
        return float(value + penalty * np.sum(away**2) / 2), slope

    found = minimize(loss, centre * mask, jac=True, method="L-BFGS-B")
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


def make_cases(path: Path, translate: Translate) -> list[list[Case]]:
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


def source_of(documents: Path, *more: Path) -> tuple[str, str]:
    """Return what a fit was made on, in words, and the digest of the files."""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in (documents, *more)))
    others = "".join(f" and {path.name}" for path in more)
    return (
        f"{documents.name}, seeds {SEEDS[0]} to {SEEDS[-1]}, words struck out {THIN}{others}",
        digest.hexdigest(),
    )


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


def open_engine() -> Engine:
    """Return the default model with its cache."""
    from workbench.config import load_settings
    from workbench.pipeline import model

    return model.open_engine(load_settings().translate, memory=True, warn=print)


def translator(given: Path | None) -> Translate:
    """Return what translates: the file given, or the default model."""

    def from_file(texts: list[str]) -> dict[str, str]:
        assert given is not None
        known = json.loads(given.read_text(encoding="utf-8"))
        return {text: known[text] for text in texts}

    def by_model(texts: list[str]) -> dict[str, str]:
        from workbench.config import load_settings
        from workbench.translate import translate_texts

        found = translate_texts(texts, open_engine(), settings=load_settings().translate)
        return dict(zip(texts, (t.text for t in found), strict=True))

    return from_file if given else by_model
