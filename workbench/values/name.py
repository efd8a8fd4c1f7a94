"""Names as values: made from what a text says, and compared with each other.

The verdicts of ``compare_names`` are ``equal``, ``variant``, ``misspelt`` and ``conflict``; ``missing``
and ``added`` are said of a name that stands alone, ``inconsistent`` of two spellings in one text.
"""

from __future__ import annotations

import re

from workbench.language import Language
from workbench.language.text import fold, nfc
from workbench.values.name_body import compare_bodies
from workbench.values.name_person import compare_people
from workbench.values.name_place import compare_places
from workbench.values.types import Comparison, Name

_TITLES_VI = (
    "ông|bà|anh|chị|cô|chú|bác|em|cụ|thầy|đồng chí|đ/c|gs|pgs|ts|ths|bs|ks|luật sư|bác sĩ|tiến sĩ|"
    "thạc sĩ|giáo sư|phó giáo sư|kỹ sư|nhà báo|ca sĩ|nghệ sĩ|đại tướng|thượng tướng|trung tướng|"
    "thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|tổng thống|thủ tướng|phó thủ tướng|chủ tịch|"
    "phó chủ tịch|bộ trưởng|thứ trưởng|giám đốc|tổng giám đốc|bí thư|đại sứ|giáo hoàng"
)
_TITLES_EN = (
    "mr|mrs|ms|miss|dr|prof|professor|doctor|sir|dame|lord|lady|president|vice president|"
    "prime minister|deputy prime minister|minister|deputy minister|chairman|chairwoman|chair|"
    "vice chairman|vice chairwoman|director|secretary|ambassador|general|colonel|captain|judge|"
    "senator|governor|mayor|king|queen|prince|princess|pope|comrade|chancellor|premier|coach"
)
_TITLE = {
    "vi": re.compile(rf"^(?:(?:{_TITLES_VI})(?:\.\s*|\s+))+(?=\S)", re.IGNORECASE),
    "en": re.compile(rf"^(?:(?:the\s+)?(?:{_TITLES_EN})(?:\.\s*|\s+))+(?=\S)", re.IGNORECASE),
}


def make_name(surface: str) -> Name:
    """Return the value of a name as a text writes it: one blank between words, and folded."""
    name = " ".join(nfc(surface).split())
    return Name(name=name, folded=fold(name))


def strip_titles(name: str, language: Language) -> str:
    """Take titles and offices off a person's name: ``PGS.TS. Đặng Hoa``, ``Ms. Hoa``."""
    return _TITLE[language].sub("", name)


def compare_names(
    one: Name,
    other: Name,
    kind: str,
    *,
    languages: tuple[Language, Language] = ("vi", "en"),
    office: bool = False,
) -> Comparison:
    """Compare two names of one kind: person, place, organisation or other.

    ``office`` says that both are named with the same office, which is evidence that two
    romanisations of a foreign name are one person.
    """
    if one.name == other.name:
        return Comparison(verdict="equal", explanation="the same letters")
    if kind == "place":
        return compare_places(one.name, other.name, languages)
    if kind == "organisation":
        return compare_bodies(one.name, other.name, languages)
    bare = [strip_titles(n.name, lang) for n, lang in zip((one, other), languages, strict=True)]
    return compare_people(bare[0], bare[1], office=office)
