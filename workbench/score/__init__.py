"""Scores: how many figures and names agree, and how near the translation is to other English.

Each score names what it is held against: ``.translation`` (source against its translation),
``.coverage`` (source, or its translation, against aligned coverage, which is no reference) and
``.reference`` (translation against a human one).
"""

from __future__ import annotations

from workbench.score.consistency import Counts, count_rows
from workbench.score.corpus import outlet_of, score_article, score_corpus
from workbench.score.interval import bootstrap_share, wilson
from workbench.score.overlap import METRICS, score_overlap

__all__ = [
    "METRICS",
    "Counts",
    "bootstrap_share",
    "count_rows",
    "outlet_of",
    "score_article",
    "score_corpus",
    "score_overlap",
    "wilson",
]
