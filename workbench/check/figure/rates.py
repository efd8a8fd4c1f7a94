"""What an amount is for: 146.000 đồng một kg against VND146,000 a tonne."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import msgspec

from workbench.check.base import Link, Pair
from workbench.language import Language
from workbench.language.tables import read_table
from workbench.values.types import Comparison

_PER: Mapping[Language, str] = {
    "vi": r"\s*(?:/|(?:một|mỗi|trên một|cho mỗi|cho một|trên mỗi)\s)\s*",
    "en": r"\s*(?:/|-?\s?(?:a|an|per|each|every|for each|for every)\s)\s*(?:one\s|a\s)?",
}
_DENOMINATORS = 2
_KINDS = frozenset({"money", "quantity", "count"})


@lru_cache(maxsize=2)
def unit_words(language: Language) -> Mapping[str, str]:
    """Return the code of each unit's word."""
    return {
        word: code
        for row in read_table(f"{language}/units.toml")["unit"]
        for code, words in row.get("words", {}).items()
        for word in words
    }


@lru_cache(maxsize=2)
def _pattern(language: Language) -> re.Pattern[str]:
    words = sorted(unit_words(language), key=len, reverse=True)
    return re.compile(rf"{_PER[language]}({'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def compare_rates(pair: Pair, link: Link) -> Link:
    """Report an agreeing amount whose denominator has become another unit."""
    if link.comparison.verdict != "equal" or link.vi is None or link.en is None:
        return link
    if not {link.vi.kind, link.en.kind} <= _KINDS:
        return link
    vi = _per(pair.vi, link.vi.end, "vi")
    en = _per(pair.en, link.en.end, "en") if vi else []
    other = next((both for both in zip(vi, en, strict=False) if both[0][0] != both[1][0]), None)
    if other is None or {code for code, _ in vi} == {code for code, _ in en}:
        return link
    comparison = Comparison(
        verdict="unit",
        explanation=f"the amount agrees, what it is for does not: {link.vi.surface} for"
        f" {other[0][1]} has become {link.en.surface} for {other[1][1]}",
    )
    return msgspec.structs.replace(link, comparison=comparison)


def _per(text: str, position: int, language: Language) -> list[tuple[str, str]]:
    """Return the units after "a", "per" or slashes (/m2/tháng): their codes and words."""
    found: list[tuple[str, str]] = []
    while len(found) < _DENOMINATORS and (match := _pattern(language).match(text, position)):
        found.append((unit_words(language)[match[1].lower()], match[1]))
        position = match.end()
    return found
