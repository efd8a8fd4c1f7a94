"""Cut a text that is longer than the model was made for, at the best ends that it has."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

#: Where a cut may come, best kind first; the cut is behind the match.
_ENDS = (
    re.compile(r"""[.!?…]+["”’»)\]]*\s+(?=["“‘«(\[–-]*\s*[^\W_a-zà-ỹ])"""),
    re.compile(r"[;:]\s+|\s[–—-]\s+"),
    re.compile(r",\s+"),
    re.compile(r"\s+(?=(?:và|nhưng|mà|để|do|vì|khi|nếu|trong|với|theo|tại|của)\s)"),
    re.compile(r"\s+"),
)
#: A dot behind one of these ends no sentence: initials, and titles such as PGS. TS. ThS. TP.
_ABBREVIATION = re.compile(r"(?:^|[\s(.])(?:[^\W\d_]|[A-ZĐ][A-Za-zĐđ]{1,3}|[A-ZĐ]{2,4})\.\s+$")


def cut(text: str, *, limit: int, count: Callable[[Sequence[str]], list[int]]) -> list[str]:
    """Return the text in as few parts as its ends allow, each of at most ``limit`` pieces.

    ``count`` gives the pieces of texts. Sentence ends come first, then clauses, commas, joining
    words, blanks; a word that is too long by itself stays whole.
    """
    return _cut(text.strip(), limit=limit, count=count, level=0)


def _cut(
    text: str, *, limit: int, count: Callable[[Sequence[str]], list[int]], level: int
) -> list[str]:
    if level == len(_ENDS) or count([text])[0] <= limit:
        return [text]
    parts = _split(text, level)
    if len(parts) == 1:
        return _cut(text, limit=limit, count=count, level=level + 1)
    packed: list[str] = []
    for group in _pack(parts, count(parts), limit):
        packed.extend(_cut(group, limit=limit, count=count, level=level + 1))
    return packed


def _split(text: str, level: int) -> list[str]:
    parts, start = [], 0
    for match in _ENDS[level].finditer(text):
        if level == 0 and _ABBREVIATION.search(text, 0, match.end()):
            continue
        parts.append(text[start : match.end()].strip())
        start = match.end()
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def _pack(parts: Sequence[str], sizes: Sequence[int], limit: int) -> list[str]:
    """Join neighbours into groups of about one size, none above the limit where parts allow."""
    groups = -(-sum(sizes) // limit)
    aim = min(limit, -(-sum(sizes) // groups) + max(sizes) // 2)
    packed: list[list[str]] = [[]]
    filled = 0
    for part, size in zip(parts, sizes, strict=True):
        if packed[-1] and filled + size > aim:
            packed.append([])
            filled = 0
        packed[-1].append(part)
        filled += size
    return [" ".join(group) for group in packed]
