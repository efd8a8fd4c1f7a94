from collections.abc import Sequence
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.align import AlignSide, align, explain, signature
from workbench.config import AlignSettings
from workbench.errors import InputError
from workbench.extract import extract
from workbench.records import Bead

SPARSE = AlignSettings()
MONOTONE = AlignSettings(method="monotone")

VI = [
    "Cảng cá Lộc An mở lại sau hai năm sửa chữa",
    "Sáng 3/6, cảng cá Lộc An đón 45 tàu đầu tiên.",
    "Chi phí sửa chữa là 62 tỷ đồng.",
    "Ông Trần Hữu Khôi, giám đốc cảng, cho biết mỗi ngày cảng sẽ nhận 180 tấn cá.",
    "Bà con ngư dân chèo thuyền thúng ra xem.",
]
MT = [
    "Loc An fishing port reopens after two years of repairs",
    "On the morning of June 3, Loc An fishing port received the first 45 boats.",
    "The repair cost was 62 billion VND.",
    "Tran Huu Khoi, director of the port, said the port will receive 180 tonnes of fish every day.",
    "Fishermen paddled basket boats to watch.",
]
EN = [
    "Loc An fishing port opens again",
    "A new ice factory is planned beside the harbour next spring.",
    "The port will handle 180 tonnes of fish a day, director Tran Huu Khoi said.",
    "The first 45 boats entered Loc An on the morning of June 3.",
    "Repairs cost 62 billion VND.",
]


def _sides(vi: Sequence[str], mt: Sequence[str], en: Sequence[str]) -> tuple[AlignSide, AlignSide]:
    return (
        AlignSide(
            texts=vi,
            title=True,
            english=mt,
            mentions=[extract(t, "vi") for t in vi],
            english_mentions=[extract(t, "en") for t in mt],
        ),
        AlignSide(texts=en, title=True, mentions=[extract(t, "en") for t in en]),
    )


def _links(beads: Sequence[Bead]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(bead.vi, bead.en) for bead in beads if bead.vi and bead.en}


def test_sentences_meet_across_another_order_and_the_rest_stays_alone() -> None:
    beads = align(*_sides(VI, MT, EN), settings=SPARSE)
    assert _links(beads) == {((0,), (0,)), ((1,), (3,)), ((2,), (4,)), ((3,), (2,))}
    alone = {bead.vi or bead.en for bead in beads if not (bead.vi and bead.en)}
    assert alone == {(4,), (1,)}


def test_evidence_names_what_both_sides_have() -> None:
    beads = {bead.vi: bead for bead in align(*_sides(VI, MT, EN), settings=SPARSE)}
    assert "180" in beads[3,].evidence.figures
    assert "tran huu khoi" in beads[3,].evidence.names
    assert beads[2,].evidence.figures == ("62000000000",)
    assert 0 < beads[3,].evidence.text <= 1


def test_a_sentence_cut_in_two_is_one_bead() -> None:
    mt = [
        "The council approved a plan to build a library near the lake, and the work will begin in May with 40 workers."
    ]
    en = [
        "The council approved a plan to build a library near the lake.",
        "The work will begin in May with 40 workers.",
        "Rain fell in the hills.",
    ]
    beads = align(AlignSide(texts=["x"], english=mt), AlignSide(texts=en), settings=SPARSE)
    assert ((0,), (0, 1)) in _links(beads)


def test_two_sentences_run_together_are_one_bead() -> None:
    mt = ["The library has 12,000 books.", "Its reading room seats 80 people."]
    en = ["The library has 12,000 books; its reading room seats 80 people.", "Entry is free."]
    beads = align(AlignSide(texts=["x", "y"], english=mt), AlignSide(texts=en), settings=SPARSE)
    assert ((0, 1), (0,)) in _links(beads)


def test_nothing_in_common_gives_no_link_and_says_so() -> None:
    beads = align(
        AlignSide(texts=["x"], english=["Mangoes ripened early."]),
        AlignSide(texts=["The court sentenced two smugglers."]),
        settings=SPARSE,
    )
    assert not _links(beads)
    assert "no counterpart" in explain(beads[0])


def test_a_higher_threshold_links_less() -> None:
    some = _links(align(*_sides(VI, MT, EN), settings=SPARSE))
    none = _links(align(*_sides(VI, MT, EN), settings=AlignSettings(threshold=1.0)))
    assert some
    assert not none


def test_monotone_keeps_the_order_of_a_translation() -> None:
    beads = align(*_sides(VI, MT, MT), settings=MONOTONE)
    assert _links(beads) == {((i,), (i,)) for i in range(len(VI))}


def test_monotone_never_crosses() -> None:
    links = sorted(_links(align(*_sides(VI, MT, EN), settings=MONOTONE)))
    english = [j for _, en in links for j in en]
    assert english == sorted(english)


@pytest.mark.parametrize("method", [SPARSE, MONOTONE])
def test_an_empty_side_leaves_all_alone(method: AlignSettings) -> None:
    beads = align(AlignSide(texts=[]), AlignSide(texts=EN), settings=method)
    assert [bead.en for bead in beads] == [(i,) for i in range(len(EN))]
    assert align(AlignSide(texts=[]), AlignSide(texts=[]), settings=method) == []


def test_repeated_sentences_are_used_once_each() -> None:
    same = ["The dam holds 5 million cubic metres of water."] * 3
    beads = align(AlignSide(texts=["x"] * 3, english=same), AlignSide(texts=same), settings=SPARSE)
    assert _covers(beads, 3, 3)


_WORDS = st.sampled_from(
    [
        "river",
        "dam",
        "flood",
        "mayor",
        "school",
        "45",
        "Hue",
        "Khoi",
        "opened",
        "closed",
        "the",
        "of",
    ]
)
_TEXTS = st.lists(st.lists(_WORDS, min_size=1, max_size=8).map(" ".join), max_size=7)


@settings(max_examples=60, deadline=None)
@given(mt=_TEXTS, en=_TEXTS, method=st.sampled_from([SPARSE, MONOTONE]))
def test_every_segment_is_in_exactly_one_bead(
    mt: list[str], en: list[str], method: AlignSettings
) -> None:
    beads = align(AlignSide(texts=mt, english=mt), AlignSide(texts=en), settings=method)
    assert _covers(beads, len(mt), len(en))
    assert all(0 <= bead.score <= 1 for bead in beads)


def _covers(beads: Sequence[Bead], vi: int, en: int) -> bool:
    left = sorted(chain.from_iterable(bead.vi for bead in beads))
    right = sorted(chain.from_iterable(bead.en for bead in beads))
    return left == list(range(vi)) and right == list(range(en))


def test_a_document_of_many_segments_is_aligned_sparsely() -> None:
    count = 1500
    mt = [f"Ward {i} planted {i * 7 + 1000} trees near lake number {i}." for i in range(count)]
    beads = align(AlignSide(texts=mt, english=mt), AlignSide(texts=mt[::-1]), settings=SPARSE)
    right = sum(bead.en == (count - 1 - bead.vi[0],) for bead in beads if len(bead.vi) == 1)
    assert right > 0.98 * count


def test_the_monotone_aligner_says_when_it_is_asked_too_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("workbench.align.monotone.MOST_CELLS", 10)
    with pytest.raises(InputError, match="too many"):
        align(*_sides(VI, MT, EN), settings=MONOTONE)


def test_the_signature_names_the_model_and_its_threshold() -> None:
    assert "threshold" in str(signature(SPARSE))
    assert "model" not in dict(signature(MONOTONE).fields)
