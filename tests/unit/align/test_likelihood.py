"""A fact that two reports word without a common word is found by the translation model."""

from collections.abc import Sequence

import pytest

from workbench.align import AlignSide, align
from workbench.align.likelihood import Likelihoods, Margins
from workbench.config import AlignSettings


def _margins(given: dict[tuple[int, int], float], alone: dict[int, float]) -> Margins:
    def ask(pairs: Sequence[tuple[int | None, int]]) -> list[float]:
        return [alone[j] if i is None else given[i, j] for i, j in pairs]

    sides = [sorted({pair[side] for pair in given}) for side in (0, 1)]
    return Likelihoods(ask).margins(
        given, numbers=(range(sides[0][-1] + 1), range(sides[1][-1] + 1))
    )


def test_margins_are_over_the_best_rival_on_each_side() -> None:
    margins = _margins({(0, 0): -2.0, (1, 0): -5.0, (0, 1): -6.0}, alone={0: -7.0, 1: -7.5})
    over_en, over_vi, weakest = margins.of(((0,), (0,)))
    assert over_vi == pytest.approx(-2.0 - -5.0)
    # English 1 is only a little likelier after Vietnamese 0 than alone: 1.5 against 5
    assert over_en == pytest.approx(5.0 - 1.5)
    assert weakest == pytest.approx(5.0)


def test_without_a_rival_the_english_alone_is_one() -> None:
    assert _margins({(0, 0): -2.0}, alone={0: -7.0}).of(((0,), (0,))) == (5.0, 5.0, 5.0)


def test_the_members_of_a_merged_bead_are_no_rivals_of_each_other() -> None:
    margins = _margins(
        {(0, 0): -2.0, (0, 1): -3.0, (1, 0): -6.0, (1, 1): -6.0}, alone={0: -7.0, 1: -7.0}
    )
    assert margins.of(((0,), (0, 1)))[0] == pytest.approx(5.0)
    assert margins.of(((0,), (0, 1)))[2] == pytest.approx(4.0)
    assert margins.of(((0,), (0,)))[0] == pytest.approx(1.0)


def test_each_pair_is_asked_for_once_under_its_own_number() -> None:
    asked: list[tuple[int | None, int]] = []

    def ask(pairs: Sequence[tuple[int | None, int]]) -> list[float]:
        asked.extend(pairs)
        return [0.0] * len(pairs)

    known = Likelihoods(ask)
    known.margins([(0, 0), (1, 0)], numbers=([4, 7], [5]))
    known.margins([(0, 0)], numbers=([7], [5]))
    assert sorted(asked, key=str) == sorted([(4, 5), (7, 5), (None, 5)], key=str)


MT = [
    "The bridge over the Thac Bac stream collapsed at dawn on Monday.",
    "The guard saw black smoke and shouted for help.",
    "The ferry will run free of charge until the end of the month.",
]
EN = [
    "A bridge across Thac Bac stream fell down early on Monday.",
    "Smoke noticed by the night watchman was the first sign of trouble.",
    "Shops along the road have closed.",
]


def test_a_likely_translation_is_linked_where_words_are_too_few() -> None:
    sides = AlignSide(texts=["a", "b", "c"], english=MT), AlignSide(texts=EN)

    def ask(pairs: Sequence[tuple[int | None, int]]) -> list[float]:
        likely = {(0, 0): -4.0, (1, 1): -6.0}
        return [likely.get((i, j), -12.0) if i is not None else -12.0 for i, j in pairs]

    def links(**more: object) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
        beads = align(*sides, settings=AlignSettings(), **more)  # type: ignore[arg-type]
        return {(b.vi, b.en) for b in beads if b.vi and b.en}

    assert links() == {((0,), (0,))}
    assert links(likelihood=ask) == {((0,), (0,)), ((1,), (1,))}
