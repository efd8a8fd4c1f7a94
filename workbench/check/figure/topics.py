"""What stands beside a figure: the topics by which figures that changed places are found."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from workbench.check.base import Pair
from workbench.language import Language
from workbench.language.tables import read_table
from workbench.records import Mention

#: Letters on each side of a figure that may tell what it counts.
_REACH = 36
#: Where a figure's surroundings end.
_EDGE: Mapping[Language, re.Pattern[str]] = {
    "vi": re.compile(r"[,.;:()\"“”–]|(?<!\w)(?:và|còn|trong khi|nhưng|cùng|với)(?!\w)"),
    "en": re.compile(r"[,.;:()\"“”–]|(?<!\w)(?:and|while|but|as well as|plus|with)(?!\w)"),
}


@lru_cache(maxsize=1)
def _patterns() -> Mapping[Language, re.Pattern[str]]:
    return {
        language: re.compile(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_words(language), key=len, reverse=True)))})(?!\w)"
        )
        for language in _EDGE
    }


@lru_cache(maxsize=2)
def _words(language: Language) -> Mapping[str, str]:
    """Return the topic of each word."""
    rows = read_table("count_topics.toml")["topics"]
    return {word: topic for topic, row in rows.items() for word in row[language]}


def topics_of(pair: Pair, mention: Mention, language: Language) -> frozenset[str]:
    """Return what the words around a figure say that it counts; empty where they say nothing."""
    text = pair.text(language)
    figures = [
        m
        for m in (pair.vi_mentions if language == "vi" else pair.en_mentions)
        if m.dimension == "figure"
    ]
    after = _after(text, mention, figures, language)
    found = _find(after, language)
    if language == "en" or not found:
        found |= _find(_before(text, mention, figures, language), language)
    return found


def _find(text: str, language: Language) -> frozenset[str]:
    words = _words(language)
    return frozenset(words[match[0]] for match in _patterns()[language].finditer(text.lower()))


def _after(text: str, mention: Mention, figures: Sequence[Mention], language: Language) -> str:
    end = min([mention.end + _REACH, *(m.start for m in figures if m.start >= mention.end)])
    found = text[mention.end : end]
    edge = _EDGE[language].search(found)
    return found[: edge.start()] if edge else found


def _before(text: str, mention: Mention, figures: Sequence[Mention], language: Language) -> str:
    start = max([mention.start - _REACH, 0, *(m.end for m in figures if m.end <= mention.start)])
    found = text[start : mention.start]
    edges = list(_EDGE[language].finditer(found))
    return found[edges[-1].end() :] if edges else found
