import pytest

from workbench.align.sides import AlignSide, profiles
from workbench.errors import InputError


def test_rows_that_do_not_run_along_the_segments_are_refused() -> None:
    with pytest.raises(InputError):
        AlignSide(texts=["Một.", "Hai."], english=["One."])


def test_numbers_of_the_source_count_as_copies_whatever_the_separator() -> None:
    vi, en = profiles(
        AlignSide(texts=["Có 24.396 người."], english=["There are many people."]),
        AlignSide(texts=["There are 24,396 people."]),
    )
    assert "24396" in vi[0].copies
    assert "24396" in en[0].words


def test_what_one_segment_of_each_side_has_weighs_most() -> None:
    texts = ["The bridge opened.", "The bridge closed.", "The bridge fell.", "The ferry left."]
    _, en = profiles(AlignSide(texts=["a"], english=["The ferry left."]), AlignSide(texts=texts))
    assert en[3].stems["ferry"] > en[0].stems["bridg"] > en[0].stems["the"]
