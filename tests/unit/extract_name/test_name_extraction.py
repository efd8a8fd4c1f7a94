"""What holds for every text, and what leans on other lines and on glossaries."""

import random
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.extract.name import NameContext, find_names
from workbench.extract.name.find import find_names_in_lines
from workbench.language import Language
from workbench.language.glossary import Glossary, Term

PHRASES = (
    'Ông bà Nguyễn Văn An Hà Nội LĐLĐ TP.HCM thành phố UBND (LĐLĐ) Bộ Y tế và , . – - ’s " “ ( ) '
    "Chủ tịch Mỹ Pu-tin Công ty TNHH Ministry of Health the Bank Vietnam U.S. President Tuyen said "
    "District 1 Covid-19 People's Committee 24,46% \xa0 \u200b İ ß ﬁ Đ đ É"
)
WORDS = st.sampled_from(PHRASES.split(" "))
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join))
LANGUAGES = st.sampled_from(["vi", "en"])


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, language=LANGUAGES, nested=st.booleans())
def test_any_text_gives_spans_that_slice_back(
    text: str, language: Language, *, nested: bool
) -> None:
    text = unicodedata.normalize("NFC", text)
    mentions = find_names(text, language, nested=nested)
    assert mentions == find_names(text, language, nested=nested)
    outer = [m for m in mentions if not m.nested]
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.surface
        assert mention.surface.strip() == mention.surface
        assert mention.dimension == "name"
        assert mention.rule.startswith(language)
        if mention.nested:
            assert any(m.start <= mention.start and mention.end <= m.end for m in outer)
    for before, after in pairwise(outer):
        assert before.end <= after.start


@settings(max_examples=50, deadline=None)
@given(st.lists(TEXTS.map(lambda t: t.replace("\n", " ")), max_size=5), LANGUAGES)
def test_lines_of_an_article_are_read_in_order(lines: list[str], language: Language) -> None:
    assert len(list(find_names_in_lines(lines, language))) == len(lines)


def _names(text: str, language: Language, **options: object) -> list[tuple[str, str]]:
    return [(m.surface, m.kind) for m in find_names(text, language, **options)]  # type: ignore[arg-type]


def test_a_later_line_knows_the_people_before() -> None:
    first, second = find_names_in_lines(
        ["The guests met Le Thi Long on Monday.", "Everybody thanked Long for the tea."], "en"
    )
    assert [m.surface for m in first] == ["Le Thi Long"]
    assert [(m.surface, m.kind) for m in second] == [("Long", "person")]
    assert _names("Everybody thanked Long for the tea.", "en") == []


def test_a_later_line_knows_an_acronym_that_was_explained() -> None:
    lines = ["Ủy ban Bảo tồn Rừng ngập mặn Việt Nam (UBRN) họp.", "UBRN kết luận."]
    context = NameContext(find_names("Liên minh Rừng xanh Việt Nam (LMRX) họp.", "vi"))
    assert _names("LMRX kết luận.", "vi", context=context) == [("LMRX", "organisation")]
    assert len(list(find_names_in_lines(lines, "vi"))) == 2


def test_a_bracket_can_explain_that_letters_name_nothing() -> None:
    text = "Cán bộ và lao động trẻ (CBLT) dự thi; mỗi CBLT nhận quà."
    assert _names(text, "vi") == []


def test_nested_names_stand_inside_theirs() -> None:
    mentions = find_names("Tổng Liên đoàn Lao động (LĐLĐ) Việt Nam đón khách.", "vi", nested=True)
    assert [(m.surface, m.kind, m.nested) for m in mentions] == [
        ("Tổng Liên đoàn Lao động (LĐLĐ) Việt Nam", "organisation", False),
        ("LĐLĐ", "organisation", True),
        ("Việt Nam", "place", True),
    ]


def test_the_value_has_the_name_and_its_folded_form() -> None:
    (mention,) = find_names("Bà\xa0Đặng\xa0Thị Phương nói.", "vi")
    assert mention.surface == "Đặng\xa0Thị Phương"
    assert mention.value.row() == {"name": "Đặng Thị Phương", "folded": "dang thi phuong"}


GLOSSARY = Glossary(
    [
        Term(vi=("Tổ May Sớm Mai",), en=("Early Dawn Sewing Team",), kind="organisation"),
        Term(vi=("Bến Nứa Vàng",), en=("Golden Neohouzeaua Wharf",), kind="place"),
    ]
)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("vi", "Hôm qua tổ may sớm mai nghỉ.", []),
        ("vi", "Hôm qua Tổ May Sớm Mai nghỉ.", [("Tổ May Sớm Mai", "organisation")]),
        ("en", "The Early Dawn Sewing Team won.", [("Early Dawn Sewing Team", "organisation")]),
        ("vi", "Thuyền ghé Bến Nứa Vàng.", [("Bến Nứa Vàng", "place")]),
    ],
)
def test_terms_of_a_glossary_are_names(
    language: Language, text: str, expected: list[tuple[str, str]]
) -> None:
    assert _names(text, language, glossary=GLOSSARY) == expected


@pytest.mark.parametrize(
    "unit", ["Công đoàn ", "Ministry of ", "A-", "Nguyễn ", "(ABC) ", "Bộ Y tế và "]
)
def test_long_lines_of_one_phrase_are_read(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    for language in ("vi", "en"):
        assert all(m.end <= len(text) for m in find_names(text, language))


def test_many_terms_are_read_together() -> None:
    draw = random.Random(7)  # noqa: S311 - a draw of syllables, no secret
    syllables = "an bình cường hoa khánh lan minh nam phong sơn".title().split()
    terms = [Term(vi=(f"{' '.join(draw.choices(syllables, k=3))} {n}",)) for n in range(5000)]
    hits = list(Glossary(terms).find(f"Đoàn thăm {terms[42].vi[0]} hôm nay.", "vi"))
    assert [hit[2] for hit in hits] == [terms[42]]
