"""English words for comparison: tokens, stems, and how much a word says by itself.

Two texts on one event share words in other forms (``confirmed``, ``confirms``), so words are cut
to a stem; stems are for comparing only and are never shown.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import msgspec

from workbench.language.text import fold

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
#: Longest part of a word that is compared: ``organis|ation`` and ``organis|ed`` meet.
_STEM = 7
_SUFFIXES = (("ies", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""), ("ied", "y"), ("ed", ""),
             ("ly", ""), ("es", ""), ("s", ""))  # fmt: skip
_SHORTEST = 3

FUNCTION_WEIGHT = 0.1
COMMON_WEIGHT = 0.5


class _Table(msgspec.Struct, frozen=True, kw_only=True):
    function: str
    common: str
    number: dict[str, str]
    form: dict[str, str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    path = Path(__file__).parent / "en" / "common_words.toml"
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _Table)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    table = _table()
    weights = {stem(word): COMMON_WEIGHT for word in table.common.split()}
    return weights | {stem(word): FUNCTION_WEIGHT for word in table.function.split()}


def weight(stemmed: str) -> float:
    """Say how much a stem tells by itself, from 0.1 (``the``) to 1."""
    return _weights().get(stemmed, 1.0)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Reduce a folded word: ``parties`` to ``party``, ``three`` to ``3``, ``said`` to ``say``."""
    table = _table()
    if word in table.number:
        return table.number[word]
    word = table.form.get(word, word)
    for suffix, ending in _SUFFIXES:
        if word.endswith(suffix) and not word.endswith("ss"):
            rest = word[: -len(suffix)]
            if len(rest) >= _SHORTEST:
                word = rest + ending
                break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    if len(word) > _SHORTEST and word.endswith("e"):
        word = word[:-1]
    # British and American spellings of the common endings
    word = word.replace("isat", "izat").replace("our", "or")
    if word.endswith(("is", "ys")):
        word = f"{word[:-1]}z"
    return word[:_STEM]


def tokens(text: str) -> Iterator[str]:
    """Yield the words and numbers of an English text, folded, in order; ``24,396`` is ``24396``."""
    for match in _TOKEN.finditer(fold(text)):
        token = match.group()
        yield token.replace(",", "") if _GROUPED.fullmatch(token) else token


def stems(text: str) -> list[str]:
    """Return the stems of an English text, in order."""
    return [stem(token) for token in tokens(text)]
