"""Which office a text gives to a person, and whether two texts of either language mean the same one."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from workbench.language import Language
from workbench.language.tables import read_table

#: Characters before or behind a name in which its office is looked for.
_REACH = 90


#: What parts an office from the name that stands behind it in apposition: the director, Le Van Tam.
_APPOSED = {
    "vi": re.compile(r"(?P<before>.*\w),\s+(?:ông|bà|đồng chí|anh|chị)\s+$", re.IGNORECASE),
    "en": re.compile(
        r"(?P<before>(?:.*\W)?(?:the|its|his|her|their|a|an)\s[^,;:.]*\w),\s+"
        r"(?:(?:mr|mrs|ms|dr)\.?\s+)?$",
        re.IGNORECASE,
    ),
}


#: who is named behind is not the one that tells: According to the minister, Le Van Tam …
_TOLD_BY = re.compile(r"\b(?:according to|said|says|told|theo)\b[^,;:.]*$", re.IGNORECASE)


@cache
def _offices(language: Language) -> re.Pattern[str]:
    rows = str(read_table(f"{language}/name_words.toml")["office"])
    words = {" ".join(word.split()) for word in rows.split(";")}
    longest = sorted((re.escape(word) for word in words if word), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)", re.IGNORECASE)


def office_of(text: str, start: int, end: int, language: Language) -> str | None:
    """Return the office that a text gives to the person at ``text[start:end]``, or None.

    ``Phó Chủ tịch LĐLĐ thành phố Nguyễn Văn A`` and ``A, vice chairman of …`` both say it; what
    stands between may be the body's name, in capitals, and nothing else.
    """
    before = text[max(0, start - _REACH) : start]
    apposed = _APPOSED[language].search(before)
    if apposed and not _TOLD_BY.search(apposed["before"]):
        before = apposed["before"]
    found = None
    for match in _offices(language).finditer(before):
        if _is_between(before[match.end() :], language):
            found = " ".join(before[match.start() :].split())
            break
    if found:
        return found.rstrip(" ,")
    behind = re.match(r"\s*[,(–-]\s*(?:the\s+|nguyên\s+|former\s+)?", text[end : end + _REACH])
    if behind is None:
        return None
    said = _offices(language).match(text, end + behind.end())
    if said is None:
        return None
    rest = re.match(r"[^,.;:()–]*", text[said.end() : said.end() + _REACH])
    tail = rest[0].rstrip() if rest else ""
    return " ".join((said[0] + tail).split())


def _is_between(gap: str, language: Language) -> bool:
    """Say whether nothing but the name of a body, or a courtesy word, parts office and person."""
    if re.search(r"[,.;:!?()]", gap):
        return False
    small = {"ông", "bà", "kiêm", "và"} if language == "vi" else {"of", "the", "and", "for"}
    words = gap.split()
    lower = [w for w in words if not w[:1].isupper() and w.lower() not in small]
    return len(lower) <= len(words) // 2


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office as both languages know it: the ranks that its words may mean, and whose deputy."""

    ranks: frozenset[str]
    deputy: bool

    def agrees(self, other: Office) -> bool:
        """Say whether two offices may be one: a ``Chủ tịch`` is a chairman or a president."""
        return self.deputy == other.deputy and not self.ranks.isdisjoint(other.ranks)


class _Rank(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    vi: tuple[str, ...]
    en: tuple[str, ...] = ()
    #: the word says by itself that it is a deputy's
    deputy: bool = False


@cache
def _ranks(language: Language) -> dict[str, list[_Rank]]:
    rows = msgspec.convert(read_table("names/offices.toml")["rank"], list[_Rank])
    found: dict[str, list[_Rank]] = {}
    for row in rows:
        for word in row.vi if language == "vi" else row.en:
            found.setdefault(word, []).append(row)
    return found


@cache
def _rank_pattern(language: Language) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_ranks(language), key=len, reverse=True)))
    deputies = "|".join(read_table("names/offices.toml")["deputy"][language])
    return re.compile(
        rf"(?<!\w)(?P<deputy>(?:{deputies})[\s-]+(?:\w+\s+){{0,2}}?)?(?P<rank>{words})(?!\w)",
        re.IGNORECASE,
    )


def read_office(said: str, language: Language) -> Office | None:
    """Read what ``office_of`` found; None for an office that the table does not have."""
    match = _rank_pattern(language).search(said)
    if match is None:
        return None
    rows = _ranks(language)[match["rank"].lower()]
    return Office(
        ranks=frozenset(row.id for row in rows),
        deputy=match["deputy"] is not None or any(row.deputy for row in rows),
    )
