import pytest

from workbench.language import Language
from workbench.language.office import office_of, read_office


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("Chủ tịch Hội Nghề cá", "chairwoman of the Fisheries Association"),
        ("Chủ tịch Hội Nghề cá", "President"),
        ("Phó Chủ tịch Thường trực LĐLĐ thành phố", "Standing Vice President"),
        ("Thứ trưởng Bộ Y tế", "Deputy Minister of Health"),
        ("Phó Bí thư Tỉnh ủy", "Deputy Secretary of the provincial Party Committee"),
        ("Phó trưởng ban", "deputy head"),
        ("Tổng Thư ký", "Secretary-General"),
        ("Hiệu phó", "vice principal"),
        ("Thứ trưởng Bộ Y tế", "Deputy Health Minister"),
        ("Phó Giáo sư", "Associate Professor"),
    ],
)
def test_the_same_office_in_both_languages(vi: str, en: str) -> None:
    ours, theirs = read_office(vi, "vi"), read_office(en, "en")
    assert ours is not None
    assert theirs is not None
    assert ours.agrees(theirs)


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("Phó Chủ tịch UBND tỉnh", "Chairman"),
        ("Giám đốc Sở Y tế", "Minister of Health"),
        ("Bí thư Tỉnh ủy", "Chairman of the People's Committee"),
        ("Bộ trưởng", "Deputy Minister"),
    ],
)
def test_other_offices(vi: str, en: str) -> None:
    ours, theirs = read_office(vi, "vi"), read_office(en, "en")
    assert ours is not None
    assert theirs is not None
    assert not ours.agrees(theirs)


@pytest.mark.parametrize(
    ("text", "name", "language", "said"),
    [
        ("Phó Chủ tịch Hội Lê Văn Tám nói", "Lê Văn Tám", "vi", "Phó Chủ tịch Hội"),
        ("ông Lê Văn Tám - Giám đốc Sở Y tế, nói", "Lê Văn Tám", "vi", "Giám đốc Sở Y tế"),
        ("Le Van Tam, deputy director of the museum, said", "Le Van Tam", "en", "deputy director of the museum"),
        ("by the director of the museum, Le Van Tam, and", "Le Van Tam", "en", "director of the museum"),
        ("and its standing vice-president, Le Van Tam.", "Le Van Tam", "en", "vice-president"),
        ("Chủ tịch Hội, ông Lê Văn Tám, nói", "Lê Văn Tám", "vi", "Chủ tịch Hội"),
        ("According to the health minister, Le Van Tam left.", "Le Van Tam", "en", None),
        ("Theo Bộ trưởng, ông Lê Văn Tám đã đi.", "Lê Văn Tám", "vi", None),
        ("Ông Lê Văn Tám nói", "Lê Văn Tám", "vi", None),
        ("The chairman spoke. Le Van Tam left.", "Le Van Tam", "en", None),
    ],
)  # fmt: skip
def test_the_office_stands_before_the_name_or_behind_it(
    text: str, name: str, language: Language, said: str | None
) -> None:
    start = text.index(name)
    assert office_of(text, start, start + len(name), language) == said


def test_a_word_that_is_no_office_is_not_read() -> None:
    assert read_office("nông dân", "vi") is None
