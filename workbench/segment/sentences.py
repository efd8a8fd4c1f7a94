"""Sentence ends in Vietnamese and English text.

Every run of ``. ! ? …`` is a candidate; the word before and the sign after it decide. One pass, so
that the cost grows with the length alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from workbench.language.tables import read_table

#: Signs that close what the sentence opened, and so belong to it.
_CLOSING = "\"'”’»›)\\]}"
_OPENING = "\"'“‘«‹([{"
#: A run of final signs with its closing quotes, or a blank line.
_CANDIDATE = re.compile(
    rf"(?P<stop>[.!?…。！？]+)(?P<close>[{_CLOSING}]{{0,4}})(?P<space>\s*)|(?P<blank>\n\s*\n\s*)"
)
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]{}–—,;:!?…]+\Z")
_PREVIOUS_WORD = re.compile(r"(\S+)\s+\S*\Z")
#: Longest stretch that is looked at before a candidate: no abbreviation and no name is longer.
_REACH = 60
_DASHES = "-–—"
_LIST_MARK = re.compile(r"[(\[]?(?:\d{1,3}|[IVXLC]{1,5}|[a-zđA-ZĐ])(?:\.\d{1,2}){0,3}\Z")
_LONGEST_ASIDE = 240
_LINK = re.compile(r"(?:https?:|www\.|@|/)")
_DOTTED = re.compile(r"(?:\w\.)+\w\Z")
_ASCII_NAME = re.compile(r"[A-Z][a-z]+\Z")


@dataclass(frozen=True)
class Abbreviations:
    """The words of a language that end in a full stop."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    before_letter: frozenset[str]
    starters: frozenset[str]


@lru_cache(maxsize=4)
def abbreviations(language: str) -> Abbreviations:
    """Read the table of a language; another language than ``vi`` is read as English."""
    rows = read_table(f"{'vi' if language == 'vi' else 'en'}/abbreviations.toml")
    return Abbreviations(
        frozenset(rows["before_name"]), frozenset(rows["before_number"]),
        frozenset(rows["may_end"]), frozenset(rows["before_letter"]),
        frozenset(rows.get("starters", ())),
    )  # fmt: skip


def split_text(text: str, language: str) -> list[tuple[int, int]]:
    """Cut a text into sentences: ``(start, end)`` in code points, blanks at the ends left out.

    Together the spans cover every sign of the text that is not blank, in order.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _ends(text, language):
        _keep(spans, text, start, end)
        start = end
    _keep(spans, text, start, len(text))
    return spans


def _keep(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends(text: str, language: str) -> Iterator[int]:
    """Give the offsets at which a sentence ends, its closing quotes included."""
    table = abbreviations(language)
    asides = _asides(text)
    begin = 0
    for found in _CANDIDATE.finditer(text):
        if found["blank"]:
            begin = found.end()
            yield begin
        elif found.end() < len(text) and _is_end(text, found, begin, table, asides):
            begin = found.end("close")
            yield begin


def _is_end(
    text: str, found: re.Match[str], begin: int, table: Abbreviations, asides: list[tuple[int, int]]
) -> bool:
    after = text[found.end() : found.end() + 40]
    before = text[max(begin, found.start() - _REACH) : found.start()]
    if not found["space"]:
        return _is_glued(before, found, after)
    if not _may_start(after):
        return False
    if _inside_aside(found.start(), asides):
        return False
    stop = found["stop"]
    if stop == "." and not found["close"].strip("'’"):
        return _ends_after_word(before, after, table, at_start=not before.strip(_OPENING + " "))
    # an ellipsis may open the sentence: "… và rồi"
    return bool(before.strip()) or not stop.startswith((".", "…"))


def _may_start(after: str) -> bool:
    """Say whether a sentence may start here: a capital, a digit, an opening sign or a dash."""
    first = after[0]
    if first.isupper() or first.isdigit() or first.istitle():
        return True
    if first in _OPENING or first in _DASHES or first in "*•+":
        rest = after.lstrip(_OPENING + _DASHES + "*•+ \u00a0")
        return bool(rest) and rest[0].isalnum() and not rest[0].islower()
    return not first.isalnum() and first not in ",;:.!?…)]}”’»%/&=" and not first.islower()


def _ends_after_word(before: str, after: str, table: Abbreviations, *, at_start: bool) -> bool:
    """Decide on a single full stop by the word before it and the one after it."""
    match = _WORD_BEFORE.search(before)
    if match is None:
        return bool(before.strip()) and not at_start
    word = match.group()
    if not before[: match.start()].strip(_OPENING + _DASHES + " ") and _LIST_MARK.match(word):
        return False  # "1. ", "a. ", "II. " in front of an item
    if word.rsplit(".", 1)[-1] in table.before_name:
        return False
    if word in table.before_number and after[0].isdigit():
        return False
    if word in table.may_end or _DOTTED.match(word):
        return _next_starts(after, table)
    letter = len(word) == 1 and word.isupper()
    return not letter or _letter_ends(before[: match.start()], after, table)


def _next_starts(after: str, table: Abbreviations) -> bool:
    """After an abbreviation that may end a sentence: a common first word says that it did."""
    first = re.match(rf"[{_OPENING}{_DASHES}\s]*(\w+)", after)
    if first is None:
        return False
    word = first.group(1)
    dotted = after[first.end() : first.end() + 1] == "."
    if dotted and (len(word) == 1 or word in table.may_end):
        return False  # "J. K. Rivers", "Co. Ltd."
    if table.starters:
        return word in table.starters
    # Vietnamese writes names with a capital on each syllable, sentences on the first one only
    second = re.match(r"\s+(\w)", after[first.end() :])
    return word[0].isupper() and (second is None or second.group(1).islower())


def _letter_ends(before: str, after: str, table: Abbreviations) -> bool:
    """Decide on "X.": the initial of a name, or the letter of a class, block or anonymous person."""
    words = before.lower().split()
    if words and (words[-1] in table.before_letter or " ".join(words[-2:]) in table.before_letter):
        return True
    previous = before.split()[-1:] or [""]
    if not previous[0] or _ASCII_NAME.match(previous[0]) or previous[0][-1] in ".,":
        return False  # "John F. Kennedy", "J. K. Rowling", "phố Huế, P. Ngô Thì Nhậm"
    return _next_starts(after, table)


def _is_glued(before: str, found: re.Match[str], after: str) -> bool:
    """Find an end whose blank was lost: "hội nghị.Phát biểu", but not "laodong.Vn" or "TP.Huế"."""
    word = before.rsplit(None, 1)[-1] if before.split() else ""
    if found["close"] and set(found["close"]) & set("'’"):
        return False
    if found["stop"] not in {".", "!", "?"} or len(word) < 2 or not word.isalpha():  # noqa: PLR2004
        return False
    if not word.islower() or _LINK.search(after.split(None, 1)[0] if after.split() else ""):
        return False
    following = re.match(r"[^\W\d_]+", after)
    if following is None or len(following.group()) < 2:  # noqa: PLR2004
        return False
    name = following.group()
    tail = after[following.end() : following.end() + 1]
    return name[0].isupper() and name[1:].islower() and tail in {" ", "\u00a0", ","}


def _asides(text: str) -> list[tuple[int, int]]:
    """Pair brackets that close within reach: a full stop inside them ends no sentence."""
    pairs = []
    open_at: int | None = None
    for found in re.finditer(r"[()]", text):
        if found.group() == "(":
            open_at = found.start()
        elif open_at is not None:
            if found.start() - open_at <= _LONGEST_ASIDE:
                pairs.append((open_at, found.start()))
            open_at = None
    return pairs


def _inside_aside(place: int, asides: list[tuple[int, int]]) -> bool:
    index = bisect_right(asides, (place, place)) - 1
    return index >= 0 and asides[index][0] < place < asides[index][1]
