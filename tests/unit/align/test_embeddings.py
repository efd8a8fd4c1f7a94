from __future__ import annotations

import sys
from pathlib import Path

import pytest

from workbench.align import AlignSide, align
from workbench.config import AlignSettings
from workbench.engine.encoder import load_encoder
from workbench.errors import InputError, MissingExtra, ModelError

VI = ["Cầu mới thông xe.", "Trẻ em nghỉ học.", "Giá cà phê giảm."]
MT = ["The new bridge opens.", "Children stay at home.", "Coffee gets cheaper."]
EN = ["Pupils have no lessons.", "Beans cost less.", "Traffic crosses the river."]
#: the first Vietnamese sentence means the last English one, and so on
VI_VECTORS = [[1.0, 0.0, 0.1], [0.0, 1.0, 0.1], [0.1, 0.0, 1.0]]
EN_VECTORS = [[0.0, 1.0, 0.0], [0.0, 0.1, 1.0], [1.0, 0.1, 0.0]]
MEANT = {((0,), (2,)), ((1,), (0,)), ((2,), (1,))}


def links(**vectors: list[list[list[float]]]) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    vi, en = vectors.get("of", [[], []])
    beads = align(
        AlignSide(texts=VI, english=MT, vectors=vi),
        AlignSide(texts=EN, vectors=en),
        settings=AlignSettings(threshold=0.05),
    )
    return {(bead.vi, bead.en) for bead in beads if bead.vi and bead.en}


def test_meaning_links_what_words_do_not() -> None:
    assert links() != MEANT
    assert links(of=[VI_VECTORS, EN_VECTORS]) == MEANT


def test_vectors_of_one_side_alone_are_not_used() -> None:
    assert links(of=[VI_VECTORS, []]) == links()


def test_vectors_run_along_the_segments() -> None:
    with pytest.raises(InputError, match="vectors"):
        AlignSide(texts=VI, vectors=[[1.0]])


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="nowhere"):
        load_encoder(str(tmp_path / "nowhere"))


def test_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(MissingExtra, match="sentence-transformers"):
        load_encoder(str(tmp_path))
