import pytest

from workbench.score.alignment import AlignmentScore, brier, reliability
from workbench.score.comparable import make_articles

GOLD = [((0,), (0,)), ((1,), (1, 2)), ((2,), ()), ((), (3,))]


def test_perfect_beads_score_one_everywhere() -> None:
    score = AlignmentScore()
    score.add(GOLD, [(bead, 0.9) for bead in GOLD])
    row = score.row()
    assert row["F1, strict"] == row["F1, lax"] == 1.0
    assert (score.lonely.hits, score.lonely.total) == (2, 2)
    assert score.missed.hits == 0


def test_half_a_merged_bead_is_lax_only() -> None:
    score = AlignmentScore()
    score.add(GOLD, [(((1,), (1,)), 0.8)])
    assert (score.strict.value, score.lax.value) == (0.0, 1.0)
    assert (score.lax_found.hits, score.lax_found.total) == (1, 2)


def test_a_forced_pair_counts_against_abstention() -> None:
    score = AlignmentScore()
    score.add(GOLD, [(((2,), (3,)), 0.6)])
    assert score.lonely.hits == 0
    assert score.lax.value == 0.0


def test_reliability_compares_what_was_said_with_what_came() -> None:
    rows = reliability([(0.95, True), (0.91, False), (0.12, False)])
    assert [(r["count"], r["right"]) for r in rows] == [(1, 0.0), (2, 0.5)]
    assert brier([(1.0, True), (0.0, False)]) == pytest.approx(0.0)


def test_made_articles_cover_each_sentence_once_and_the_same_seed_makes_the_same() -> None:
    pairs = [
        (f"Câu số {i} nói về lúa.", f"Sentence {i} is on rice, and on wind, too.")
        for i in range(12)
    ]
    strangers = [(f"Câu lạ {i}.", f"A stranger {i}.") for i in range(9)]
    made = make_articles("d", pairs, strangers, seed=5)
    for side, texts in enumerate((made.vi, made.en)):
        used = sorted(i for bead in made.beads for i in bead[side])
        assert used == list(range(len(texts)))
    assert made == make_articles("d", pairs, strangers, seed=5)
    assert sum(bool(vi and en) for vi, en in made.beads) >= 1
