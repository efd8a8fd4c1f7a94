"""Who wrote an article and where it came from: bylines, datelines, and what an acronym stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.ingest.furniture import any_of, phrases, rows, small
from workbench.ingest.lines import key

_LONGEST = 60
_NAME_WORDS = 6
_JOINT = re.compile(r"\s*(?:,|&|\s[-–—]\s|\s+và\s+|\s+and\s+)\s*", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?$")
_INITIALS = re.compile(r"(?:[A-ZĐ]{1,2}\.\s?){1,3}[A-ZĐ]?[a-zà-ỹ]*$|[A-ZĐ]\.[A-ZĐ]\w*$")
_ACRONYM = re.compile(r"[A-ZĐ]{2,8}(?:\.[A-ZĐ]{2})?(?:/(?:[A-ZĐ]{2,8}|Vietnam\+))?$|Vietnam\+$")
#: Who translated or edited is not who wrote.
_SECOND_HAND = re.compile(
    r"\s*[–—|,(-]\s*(?:translated|edited|compiled|biên dịch|dịch|biên tập)(?:\s+by\b|\s*:)?.*$",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\s*\((?P<note>[^()]{1,40})\)\s*$")
_DATELINE = (
    re.compile(r"^\W{0,2}\((?P<s>[^()\d]{2,30})\)\s*[-–—.:]?\s*(?=\S)"),
    re.compile(r"^(?P<s>[A-ZĐ]{2,10} (?:Online|Điện tử|điện tử))\s*[-–—]\s*(?=\S)"),
    re.compile(r"^(?P<s>[A-ZĐ]{2,10}(?:\.[A-Z]{2,3})?(?:/[A-ZĐ]{2,8})?)\s*[-–—]\s*(?=\S)"),
    re.compile(
        r"^[^\d()]{2,40}?,?\s*(?:[^()]{0,20}?)\((?P<s>[A-Z]{2,8}(?:/[A-Z]{2,8})?)\)\s*[-–—]"
    ),
    re.compile(r"^[A-ZĐ][^\d()]{1,30},\s[^()]{3,20}\((?P<s>[A-Z]{2,8})\)\s*[-–—]"),
)
_SIGN_OFF = re.compile(
    r"[—–-]{1,2}\s*(?P<s>[A-Z]{2,8}(?:/[A-Z]{2,8})?)\s*\.?$|/\.\s*(?P<t>[A-Z]{2,8})$"
)


@dataclass(frozen=True)
class Byline:
    """What a byline says; ``sure`` when a word such as "By" or "Theo" says that it is one."""

    author: str | None
    source: str | None
    sure: bool


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    byline = re.compile(rf"\W*(?:{any_of('byline')})(?:\s*[:：]\s*|\s+(?=\S))")
    origin = re.compile(rf"\W*(?:{any_of('origin')})(?:\s*[:：]\s*|\s+(?=\S))")
    return byline, origin, frozenset(key(word) for word in rows("desks"))


def is_name(text: str) -> bool:
    """Say whether a text could be a person's name or pen name: two to five words, each a capital."""
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > 40:  # noqa: PLR2004
        return False
    table = phrases()
    word = key(text)
    if word in table.menu or word in table.list_headings or word in table.form:
        return False
    return all(_NAME_WORD.match(word) and word[0].isupper() for word in words)


def read_byline(text: str) -> Byline | None:
    """Read a line as a byline: "By Hai Nam", "Bảo Duy", "Lan Anh - Minh Hà", "Hà My/TTXVN"."""
    text = text.strip(" \t\u00a0*|–—-•")
    if text[:1] in "([" and text[-1:] in ")]" and text.count(text[0]) == 1:
        text = text[1:-1].strip()
    if not text or len(text) > _LONGEST or len(text.split()) > 2 * _NAME_WORDS:
        return None
    text = _SECOND_HAND.sub("", text)
    byline, origin, desks = _patterns()
    folded = small(text)
    found = byline.match(folded)
    taken = origin.match(folded)
    if taken and _is_origin(text[taken.end() :]):
        return Byline(None, _clean(text[taken.end() :]), sure=True)
    if found and (":" in text[: found.end()] or folded.startswith(("by ", "written ", "tác giả"))):
        people = _people(text[found.end() :], desks, loose=True)
        if people is not None:
            return Byline(people[0], people[1], sure=True)
        return None
    people = _people(text, desks, loose=False)
    return Byline(people[0], people[1], sure=False) if people else None


def _is_origin(rest: str) -> bool:
    """Recognise a publisher, not the start of a sentence: few words, each a name or an acronym."""
    words = rest.strip(" .()").split()
    return 0 < len(words) <= _NAME_WORDS and all(w[0].isupper() or w[0].isdigit() for w in words)


def _people(
    text: str, desks: frozenset[str], *, loose: bool
) -> tuple[str | None, str | None] | None:
    """Read names and the agency behind them; None where the text is something else."""
    source = None
    note = _NOTE.search(text)
    if note:
        if _ACRONYM.match(note["note"]):
            source = note["note"]
        elif key(note["note"]).removeprefix("theo ") == key(note["note"]) and not (
            key(note["note"]) in desks or is_name(note["note"]) or len(note["note"].split()) <= 3  # noqa: PLR2004
        ):
            return None
        elif small(note["note"]).startswith("theo "):
            source = note["note"][5:].strip()
        text = text[: note.start()].strip()
    head, slash, agency = text.rpartition("/")
    if slash and (_ACRONYM.match(agency.strip()) or agency.strip()[:1].isupper()) and head:
        text, source = head.strip(), agency.strip()
    parts = [part.strip(" .") for part in _JOINT.split(text) if part.strip(" .")]
    if not parts:
        return None
    if _ACRONYM.match(text) and key(text) not in desks:
        return None, source or text
    if all(_one(part, desks, loose=loose) for part in parts):
        return ", ".join(_clean(part) for part in parts) if len(parts) > 1 else _clean(text), source
    return None


def _one(part: str, desks: frozenset[str], *, loose: bool) -> bool:
    if is_name(part) or _INITIALS.match(part) or key(part) in desks:
        return True
    words = part.split()
    return loose and 1 <= len(words) <= 5 and all(word[0].isupper() for word in words)  # noqa: PLR2004


def _clean(text: str) -> str:
    text = text.strip(" \t\u00a0.,;()[]")
    return text.title() if text.isupper() and len(text.split()) > 1 else text


def find_source(paragraphs: Sequence[str], page: str) -> str | None:
    """Find the paper or agency: the dateline of the first paragraph, or the sign-off of the last.

    An acronym is spelled out where the page itself does so.
    """
    for paragraph in paragraphs[:2]:
        for pattern in _DATELINE:
            found = pattern.match(paragraph[:120])
            if found and _is_paper(found["s"]) and not _is_place(found["s"], page):
                return expand_acronym(found["s"].strip(), page)
    if paragraphs:
        found = _SIGN_OFF.search(paragraphs[-1][-40:])
        if found:
            return expand_acronym(found["s"] or found["t"], page)
    return None


def _is_place(text: str, page: str) -> bool:
    """Recognise a town in capitals before a dateline: the page writes it as a name elsewhere."""
    return text.isalpha() and re.search(rf"\b{text.capitalize()}\b", page) is not None


def _is_paper(text: str) -> bool:
    """Recognise a paper's name or acronym, not an aside: capitals, and at most four words."""
    words = text.split()
    if not 1 <= len(words) <= 4:  # noqa: PLR2004
        return False
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org)", text.strip(), re.IGNORECASE):
        return True
    return _ACRONYM.match(text.strip()) is not None or (words[0][0].isupper() and len(words) > 1)


def expand_acronym(acronym: str, page: str) -> str:
    """Spell an acronym out with words of the page that follow "Báo" or stand before its brackets.

    ``LĐTĐ`` becomes ``Lao động Thủ đô`` on a page that says "Báo Lao động Thủ đô".
    """
    if not acronym.isalpha() or not acronym.isupper():
        return acronym
    letters = acronym.lower()
    publisher = any_of("publishers")
    words = rf"(?P<w>(?:[^\W\d_]+\s+){{{len(letters) - 1}}}[^\W\d_]+)"
    for pattern in (
        rf"\b(?:{publisher})\s+(?:điện tử\s+)?{words}",
        rf"\b{words}\s*\({re.escape(small(acronym))}\)",
    ):
        folded = small(page)
        for found in re.finditer(pattern, folded):
            name = page[found.start("w") : found.end("w")]
            parts = name.split()
            if parts[0][0].isupper() and all(
                part[0].lower() == letter for part, letter in zip(parts, letters, strict=True)
            ):
                return " ".join(parts)
    return acronym
