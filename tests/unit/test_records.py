from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import FormatError
from workbench.language.text import fold, nfc
from workbench.records import (
    Article,
    Bead,
    Finding,
    LeftOut,
    Mention,
    Side,
    Signature,
    Translation,
    dump_lines,
    finding_id,
    load_lines,
)
from workbench.values.types import Amount, plain

TEXT = st.text(max_size=40)


@given(
    st.builds(
        Article,
        path=TEXT,
        lang=st.sampled_from(["vi", "en", "und"]),
        paragraphs=st.lists(TEXT, max_size=3).map(tuple),
        title=st.none() | TEXT,
        left_out=st.lists(
            st.builds(LeftOut, line=st.integers(1, 99), text=TEXT, reason=TEXT), max_size=2
        ).map(tuple),
    )
)
def test_articles_survive_json_lines(article: Article) -> None:
    text = dump_lines([article, article])
    assert text.count("\n") == 2
    assert list(load_lines(text, Article, where="x")) == [article, article]


def test_a_broken_row_is_named() -> None:
    rows = dump_lines([Translation(segment=0, text="a", model="m")]) + "{oops\n"
    with pytest.raises(FormatError, match="x:2"):
        list(load_lines(rows, Translation, where="x"))


def test_mention_row_is_the_contract() -> None:
    value = Amount(amount=Decimal("3.8E+10"), unit="VND", comparator="gt")
    mention = Mention(
        start=4, end=14, surface="38 tỷ đồng", dimension="figure", kind="money",
        value=value, rule="vi.money.scale",
    )  # fmt: skip
    assert mention.row() == {
        "start": 4,
        "end": 14,
        "surface": "38 tỷ đồng",
        "dimension": "figure",
        "kind": "money",
        "value": {"amount": "38000000000", "unit": "VND", "comparator": "gt"},
        "rule": "vi.money.scale",
    }


def test_bead_row_is_the_contract() -> None:
    row = Bead(vi=(3,), en=(5, 6), score=0.81).row()
    assert row["kind"] == "1-2"
    assert row["vi"] == [3]
    assert row["en"] == [5, 6]


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15))
def test_plain_numbers_are_exact(number: Decimal) -> None:
    assert Decimal(plain(number)) == number
    assert "E" not in plain(number)


@given(st.text())
def test_nfc_is_idempotent_and_folding_keeps_offsets(text: str) -> None:
    once = nfc(text)
    assert nfc(once) == once
    assert len(fold(once)) == len(once)


def test_folding_drops_marks_and_case() -> None:
    assert fold("Đặng Thị Phương Hoa") == "dang thi phuong hoa"


def test_finding_ids_do_not_depend_on_the_line() -> None:
    side = Side(start=0, end=2, surface="38", kind="count", value={"amount": "38"})
    other = Side(start=5, end=7, surface="38", kind="count", value={"amount": "38"})
    first = finding_id("figure-missing", side, None, ("38 và 38", "x"))
    assert first == finding_id("figure-missing", side, None, ("38 và 38", "x"))
    assert first != finding_id("figure-missing", other, None, ("38 và 38", "x"))
    assert first != finding_id("figure-added", side, None, ("38 và 38", "x"))


def test_finding_row_names_both_sides() -> None:
    finding = Finding(
        pair=3, check="figure-missing", issue_type="omission", dimension="figure",
        severity="major", verdict="missing", vi=None, en=None, explanation="", id="0",
    )  # fmt: skip
    assert finding.row()["vi"] is None
    assert finding.row()["pair"] == 3


def test_signature_begins_with_the_version() -> None:
    assert str(Signature.of(stage="align", method="sparse")).startswith("wb:")
    assert str(Signature.of(stage="align")).endswith("|stage:align")
