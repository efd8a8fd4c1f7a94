"""Scores: what they count, their intervals, their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests import newsroom
from workbench.score import (
    METRICS,
    bootstrap_share,
    count_rows,
    score_article,
    score_corpus,
    score_overlap,
    wilson,
)

REPORT = newsroom.report()
SCORES = {score.name: score for score in REPORT.scores}


def test_agreeing_over_compared() -> None:
    figures = SCORES["figures.translation"]
    assert (figures.hits, figures.total) == (2, 5)
    assert figures.value == pytest.approx(0.4)
    assert figures.low < 0.4 < figures.high
    assert "interval:wilson" in figures.signature


def test_coverage_counts_what_any_outlet_states_and_a_later_count_agrees() -> None:
    counts = count_rows(REPORT.ledger, dimension="figure", against="coverage")
    assert (counts.agreeing, counts.compared, counts.mentions) == (4, 5, 5)
    herald = count_rows(REPORT.ledger, dimension="figure", against="coverage", path="herald.html")
    assert (herald.agreeing, herald.compared) == (3, 3)


def test_overlap_says_what_it_was_held_against() -> None:
    assert {name for name in SCORES if name.startswith(("bleu", "chrf"))} == {
        "bleu.coverage", "chrf.coverage",
    }  # fmt: skip
    assert all(
        "against:coverage" in SCORES[n].signature for n in ("bleu.coverage", "chrf.coverage")
    )
    assert not any(name.endswith(".reference") for name in SCORES)


def test_no_coverage_no_coverage_score() -> None:
    names = {score.name for score in score_article(newsroom.report([]))}
    assert names == {
        "figures.translation", "figures.translation.compared", "names.translation",
        "names.translation.compared", "penalty.translation",
    }  # fmt: skip


def test_penalty_weighs_severity() -> None:
    words = sum(len(segment.text.split()) for segment in REPORT.segments)
    assert SCORES["penalty.translation"].hits == 15
    assert SCORES["penalty.translation"].value == pytest.approx(1500 / words)


def test_reference_scores_against_themselves_are_perfect() -> None:
    scores = {
        s.name: s for s in score_overlap(newsroom.MACHINE, newsroom.MACHINE, against="reference")
    }
    assert set(scores) == {f"{metric}.reference" for metric in METRICS}
    assert scores["bleu.reference"].value == pytest.approx(100)
    assert scores["chrf.reference"].value == pytest.approx(100)
    assert scores["ter.reference"].value == pytest.approx(0)
    assert "sacrebleu" in scores["ter.reference"].signature


def test_overlap_of_nothing_is_no_score() -> None:
    assert score_overlap([], [], against="coverage") == ()


def test_overlap_wants_one_for_one() -> None:
    with pytest.raises(ValueError, match="1 translations for 2"):
        score_overlap(["a"], ["a", "b"], against="reference")


def test_a_corpus_pools_counts_and_names_outlets() -> None:
    reports = [newsroom.report(path=f"{i}.txt") for i in range(6)]
    scores = {score.name: score for score in score_corpus(reports)}
    assert (scores["figures.translation"].hits, scores["figures.translation"].total) == (12, 30)
    assert "bootstrap" in scores["figures.translation"].signature
    assert scores["figures.coverage[Coastal Herald]"].total == 18
    assert scores["figures.coverage[Upland Wire]"].value == pytest.approx(0.5)


def test_bootstrap_is_the_same_twice_and_empty_without_counts() -> None:
    rows = [(1, 2), (3, 3), (0, 4), (2, 2), (5, 6)]
    assert bootstrap_share(rows) == bootstrap_share(rows)
    assert bootstrap_share([]) == (0.0, 1.0)
    assert bootstrap_share([(0, 0)]) == (0.0, 1.0)


@given(st.integers(0, 500), st.integers(1, 500))
def test_wilson_holds_the_share(hits: int, total: int) -> None:
    hits = min(hits, total)
    low, high = wilson(hits, total)
    assert 0 <= low <= hits / total + 1e-9
    assert hits / total - 1e-9 <= high <= 1


def test_wilson_of_nothing() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


def test_wilson_by_hand() -> None:
    # worked with the textbook formula: 8 of 10 at 95 %
    low, high = wilson(8, 10)
    assert low == pytest.approx(0.4902, abs=1e-4)
    assert high == pytest.approx(0.9433, abs=1e-4)


def test_known_severities_only_count_against_the_translation() -> None:
    only_coverage = replace(
        REPORT, findings=tuple(f for f in REPORT.findings if f.against != "translation")
    )
    scores = {score.name: score for score in score_article(only_coverage)}
    assert scores["penalty.translation"].value == 0
