"""The tables of places, bodies and acronyms."""

import re

from workbench.language.gazetteer import acronyms, bodies, demonyms, places
from workbench.language.syllable import is_syllable

NEW_PROVINCES = 34
OLD_PROVINCES = 63


def test_ids_are_unique_and_every_row_has_a_source() -> None:
    for rows in (places(), bodies()):
        assert len({row.id for row in rows}) == len(rows)
        assert all(row.source for row in rows)
        assert all(row.forms("vi") or row.forms("en") for row in rows)
    assert all(row.source for row in acronyms().values())


def test_all_countries_have_names_in_both_languages() -> None:
    countries = [p for p in places() if p.kind == "country"]
    assert len(countries) > 200
    assert all(p.vi and p.en for p in countries)


def test_provinces_before_and_since_july_2025() -> None:
    provinces = {p.id: p for p in places() if re.fullmatch(r"VN-\w\w", p.id)}
    assert len(provinces) == OLD_PROVINCES
    today = [p for p in provinces.values() if p.merged_into is None]
    assert len(today) == NEW_PROVINCES
    assert {p.merged_into for p in provinces.values()} - {None} <= {p.id for p in today}


def test_exonyms_meet_in_one_row() -> None:
    by_form = {form: p.id for p in places() for form in p.vi + p.en}
    for vi, en in (
        ("Viêng Chăn", "Vientiane"), ("Băng Cốc", "Bangkok"), ("Oa-sinh-tơn", "Washington"),
        ("Úc", "Australia"), ("Mát-xcơ-va", "Moscow"), ("Luân Đôn", "London"), ("TP.HCM", "HCMC"),
        ("Sài Gòn", "Saigon"), ("Biển Đông", "East Sea"), ("Mỹ", "U.S."),
    ):  # fmt: skip
        assert by_form[vi] == by_form[en], vi


def test_adjectives_lead_to_their_places() -> None:
    assert [p.id for p in demonyms()["Chinese"]] == ["CN"]
    assert "NL" in {p.id for p in demonyms()["Dutch"]}


def test_syllables() -> None:
    for word in (
        "Nguyễn",
        "Tuyến",
        "Khuyến",
        "Quý",
        "Giang",
        "Nghĩa",
        "Uyên",
        "Ý",
        "Thuỳ",
        "Khoái",
    ):
        assert is_syllable(word), word
    for word in ("Trump", "Vladimir", "Park", "Stoltenberg", "Kiev", "Aroune", "Brown"):
        assert not is_syllable(word), word
