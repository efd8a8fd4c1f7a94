"""BLEU, chrF and TER through sacrebleu, named after what the translation was held against."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Literal, TypeAlias

from workbench.records import Score
from workbench.score.interval import RESAMPLES

Against: TypeAlias = Literal["reference", "coverage"]
Metric: TypeAlias = Literal["bleu", "chrf", "ter"]
METRICS: tuple[Metric, ...] = ("bleu", "chrf", "ter")


def score_overlap(
    hypotheses: Sequence[str],
    references: Sequence[str],
    *,
    against: Against,
    metrics: Sequence[Metric] = METRICS,
    resamples: int = RESAMPLES,
) -> tuple[Score, ...]:
    """Score translations against as many English texts, one for one.

    Values are sacrebleu's (0 to 100; TER counts edits, lower is better), intervals its bootstrap
    over the texts; with fewer than two texts, or ``resamples`` 0, the interval is the value alone.
    ``hits`` and ``total`` are the number of texts.
    """
    if len(hypotheses) != len(references):
        raise ValueError(f"{len(hypotheses)} translations for {len(references)} texts")
    if not hypotheses:
        return ()
    draws = resamples if len(hypotheses) > 1 else 0
    return tuple(
        _score(name, hypotheses, references, against=against, resamples=draws) for name in metrics
    )


def _score(
    name: Metric,
    hypotheses: Sequence[str],
    references: Sequence[str],
    *,
    against: Against,
    resamples: int,
) -> Score:
    metric = _metric(name)
    result = metric.corpus_score(
        list(hypotheses), [list(references)], n_bootstrap=max(1, resamples)
    )
    signature = metric.get_signature()
    row = json.loads(result.format(width=4, signature=signature.format(), is_json=True))
    value, mean, reach = row["score"], row.get("confidence_mean"), row.get("confidence_var")
    low, high = (value, value) if mean is None else (max(0.0, mean - reach), mean + reach)
    parts = [f"sacrebleu {row['name']}|{row['signature']}", f"against:{against}"]
    return Score(
        name=f"{name}.{against}",
        value=value,
        low=low,
        high=high,
        hits=len(hypotheses),
        total=len(hypotheses),
        signature="|".join(parts),
    )


def _metric(name: Metric) -> Any:
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    return {"bleu": BLEU, "chrf": CHRF, "ter": TER}[name]()
