"""The ledger of names: bearers, spellings, offices, and two spellings inside one text."""

from __future__ import annotations

import pytest

from workbench.check.name.article import check_article
from workbench.check.name.entities import Text, find_inconsistencies, group_names
from workbench.extract.name import find_names
from workbench.language import Language


def _text(text: str, language: Language, article: str = "") -> Text:
    return Text(text, language, find_names(text, language, nested=True), article)


def _explained(text: str, language: Language) -> list[tuple[str, str]]:
    return [
        (row.first.mention.surface, row.second.mention.surface)
        for row in find_inconsistencies([_text(text, language)])
    ]


def test_spellings_are_counted_under_the_fullest_name() -> None:
    (entity,) = group_names(
        [_text("Ông Lê Văn Hùng đến sớm. Ông Hùng phát biểu. Chiều nay ông Hùng về.", "vi")]
    )
    assert entity.name == "Lê Văn Hùng"
    assert entity.spellings == {"Hùng": 2, "Lê Văn Hùng": 1}


def test_a_cluster_of_articles_shares_its_bearers() -> None:
    texts = [
        _text("Bà Mai Thu Cúc, Chủ tịch hội, phát biểu tại Viêng Chăn.", "vi", "a"),
        _text("Mai Thu Cuc, chairwoman of the society, spoke in Vientiane.", "en", "b"),
    ]
    names = [set(entity.spellings) for entity in group_names(texts)]
    assert {"Mai Thu Cúc", "Mai Thu Cuc"} in names
    assert {"Viêng Chăn", "Vientiane"} in names


def test_another_office_is_recorded_and_no_other_person() -> None:
    texts = [
        _text("Mai Thu Cuc, chairwoman of the society, spoke first.", "en", "a"),
        _text("Mai Thu Cuc, secretary of the committee, spoke first.", "en", "b"),
    ]
    (entity,) = [e for e in group_names(texts) if e.kind == "person"]
    assert len(entity.offices) == 2
    assert find_inconsistencies(texts) == []


def test_two_people_of_one_family_stay_two() -> None:
    text = _text("Bà Nguyễn Thị Loan gặp bà Nguyễn Thị Tuyến.", "vi")
    assert [e.name for e in group_names([text])] == ["Nguyễn Thị Loan", "Nguyễn Thị Tuyến"]


@pytest.mark.parametrize(
    ("text", "language", "pair"),
    [
        ("Chị Cao Thị Phượng bán rau. Bà Phương nói hàng ế.", "vi", ("Cao Thị Phượng", "Phương")),
        (
            "Mr. Khamsing Souvannalay came. Later Mr. Khamsing Souvonnalay left.",
            "en",
            ("Khamsing Souvannalay", "Khamsing Souvonnalay"),
        ),
        (
            "The Can Tho Labor Federation met. The Can Tho Federation of Labor agreed.",
            "en",
            ("Can Tho Labor Federation", "Can Tho Federation of Labor"),
        ),
        (
            "Liên hiệp Công đoàn thành phố Seoul họp. LĐLĐ thành phố Seoul tán thành.",
            "vi",
            ("Liên hiệp Công đoàn thành phố Seoul", "LĐLĐ thành phố Seoul"),
        ),
    ],
)
def test_two_spellings_of_one_bearer(text: str, language: Language, pair: tuple[str, str]) -> None:
    assert _explained(text, language) == [pair]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bà Phương và ông Phượng cùng quê Nghệ An.", "vi"),
        ("Anh Lê Văn Hùng và anh Lê Văn Hưng là anh em.", "vi"),
        ("Liên đoàn Lao động thành phố Cần Thơ họp. LĐLĐ thành phố Cần Thơ trao quà.", "vi"),
        ("The Health Ministry met. The Ministry of Health agreed.", "en"),
        ("Olga Petersen came. Petersen spoke.", "en"),
        ("The Vietnam Labor Confederation met the City Labor Confederation.", "en"),
        ("The Public Transport Union met the Federation of Public Employees.", "en"),
        (
            "The Can Tho City Labor Union met. The Can Tho City Labor Union Steering Committee agreed.",
            "en",
        ),
        ("The Korean Federation of Trade Unions met the Korean Public Service Union.", "en"),
    ],
)
def test_what_no_reader_takes_for_two(text: str, language: Language) -> None:
    assert _explained(text, language) == []


def test_the_same_name_in_two_articles_may_be_spelt_in_two_ways() -> None:
    texts = [
        _text("The Can Tho Labor Federation met.", "en", "a"),
        _text("The Can Tho Federation of Labor met.", "en", "b"),
    ]
    bodies = [e for e in group_names(texts) if e.kind == "organisation"]
    assert len(bodies) == 1
    assert find_inconsistencies(texts) == []


def test_an_article_shows_what_no_segment_shows() -> None:
    texts = [
        "Mr. Khamsing Souvannalay opened the meeting.",
        "Prices were discussed.",
        "Mr. Khamsing Souvonnalay closed it.",
    ]
    mentions = [find_names(text, "en", nested=True) for text in texts]
    (finding,) = check_article(texts, mentions, "en", against="b.txt")
    assert (finding.pair, finding.verdict, finding.against) == (3, "inconsistent", "b.txt")
    assert finding.en
    assert texts[2][finding.en.start : finding.en.end] == finding.en.surface
