"""What one text alone shows: Vietnamese left in English, and glossaries."""

from __future__ import annotations

import pytest

from tests.unit.check_name.pairs import find
from workbench.language.glossary import Glossary, Term

SOCIETY = Glossary(
    [
        Term(
            vi=("Hội Làng Nghề",),
            en=("Craft Village Society", "CVS"),
            forbidden_en=("Craft Village Guild",),
            kind="organisation",
        )
    ]
)


@pytest.mark.parametrize(
    ("vi", "en", "left"),
    [
        ("Đoàn thăm Lào.", "The delegation visited Lào.", "Lào"),
        ("Họ đến Bắc Kinh.", "They came to Bac Kinh.", "Bac Kinh"),
        ("Anh học ở Luân Đôn.", "He studied in Luan Don.", "Luan Don"),
        ("Tàu ghé Xi-a-no-khơ-vin.", "The ship called at Xi-a-no-khơ-vin.", "Xi-a-no-khơ-vin"),
    ],
)
def test_a_place_left_in_vietnamese(vi: str, en: str, left: str) -> None:
    found = [f for f in find(vi, en) if f.check == "place-exonym"]
    assert [f.en.surface for f in found if f.en] == [left]
    assert found[0].severity == "minor"


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("Họ đến Đà Nẵng.", "They came to Đà Nẵng."),
        ("Họ đến Cần Thơ.", "They came to Can Tho."),
        ("Họ đến Seoul.", "They came to Seoul."),
        ("Họ đến Huế.", "They came to Hue."),
    ],
)
def test_places_that_english_writes_so(vi: str, en: str) -> None:
    assert find(vi, en) == []


def test_an_acronym_that_is_explained_passes() -> None:
    assert find("UBND tỉnh họp.", "The provincial People's Committee (UBND) met.") == []


def test_an_accepted_term_passes() -> None:
    for term in ("Craft Village Society", "CVS"):
        assert find("Hội Làng Nghề vừa họp.", f"The {term} has just met.", glossary=SOCIETY) == []


def test_another_term_is_a_mismatch() -> None:
    found = find("Hội Làng Nghề vừa họp.", "The club has just met.", glossary=SOCIETY)
    assert [(f.check, f.severity) for f in found] == [("term-mismatch", "minor")]
    assert "Craft Village Society" in found[0].explanation


def test_a_forbidden_term_is_reported_at_its_place() -> None:
    found = find("Hội Làng Nghề vừa họp.", "The Craft Village Guild has met.", glossary=SOCIETY)
    assert [(f.check, f.severity) for f in found] == [("term-forbidden", "major")]
    assert found[0].en
    assert found[0].en.surface == "Craft Village Guild"


def test_no_glossary_no_findings_of_terms() -> None:
    assert find("Sở Y tế vừa họp.", "The health department has just met.") == []


def test_findings_are_stable_and_explained() -> None:
    first = find("Ông Lê Văn An trúng cử.", "Le Van Anh was elected.")
    second = find("Ông Lê Văn An trúng cử.", "Le Van Anh was elected.")
    assert [f.id for f in first] == [f.id for f in second]
    assert first[0].verdict == "conflict"
    assert "Anh is not An" in first[0].explanation
