"""Tell English given as the source, before hours go into translating it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.errors import LanguageError
from workbench.language.text import VIETNAMESE_LETTER

_WORD = re.compile(r"[^\W\d_]+")
#: English words that no Vietnamese syllable without marks looks like.
_ENGLISH = frozenset(
    {
        "the",
        "of",
        "and",
        "for",
        "was",
        "that",
        "with",
        "is",
        "are",
        "has",
        "were",
        "from",
        "by",
        "his",
        "her",
        "said",
        "which",
        "have",
        "this",
        "their",
        "been",
        "will",
        "would",
        "its",
        "more",
        "they",
        "who",
        "had",
        "not",
        "but",
    }
)
#: Fewer words tell too little.
_FEW = 5
#: Share of English words from which a text without Vietnamese letters is English.
_ENGLISH_SHARE = 0.12
#: Share of words with a Vietnamese letter that names alone can reach in English text.
_NAMES_SHARE = 0.1


def require_vietnamese(texts: Sequence[str], *, where: str) -> None:
    """Raise LanguageError where the texts together are plainly English."""
    words = [word for text in texts for word in _WORD.findall(text)]
    if len(words) < _FEW:
        return
    vietnamese = sum(bool(VIETNAMESE_LETTER.search(word)) for word in words)
    english = sum(word.lower() in _ENGLISH for word in words)
    if vietnamese <= _NAMES_SHARE * len(words) and english >= _ENGLISH_SHARE * len(words):
        raise LanguageError(
            "the source is English, not Vietnamese",
            where=where,
            hint="Give the Vietnamese article as the source; English articles go to --coverage.",
        )
