"""Tell output that cannot be a translation: empty, a loop, a copy, not English, out of length."""

from __future__ import annotations

import re

from workbench.language.text import VIETNAMESE_LETTER, fold
from workbench.records.translation import Flag

_WORD = re.compile(r"[^\W_]+")
_LETTER = re.compile(r"[^\W\d_]")
#: The same two to sixty characters four times in a row.
_LOOP = re.compile(r"(.{2,60}?)\1{3,}")
#: The same one to eight words four times, with other signs between.
_WORD_LOOP = re.compile(r"(\b\w+\b(?:\W+\b\w+\b){0,7}?)(?:\W+\1\b){3,}", re.IGNORECASE)
#: A run of this many words that stood in the text before is a repetition.
_RUN = 5
#: Repetitions from which a text is a loop: so many, and this share of its words.
_REPEATS, _REPEATED_SHARE = 3, 0.08

#: Vietnamese sources shorter than this many characters tell nothing by their length.
_SHORT = 30
#: English over Vietnamese characters: human translations of news lie between .6 and 1.7.
_LENGTHS = (0.3, 2.5)
#: Share of words left in Vietnamese, names apart, from which an output is not English; of a few
#: words (áo dài, bánh chưng) a share this high is no quotation either.
_VIETNAMESE_SHARE = 0.15


def flaws(source: str, output: str) -> tuple[Flag, ...]:
    """Return what is wrong with the form of ``output``, the gravest first; nothing is ``()``."""
    if not _WORD.search(source):
        return ()
    if not _WORD.search(output):
        return ("empty",)
    found: list[Flag] = []
    if (is_loop(output) and not is_loop(source)) or is_repetitive(source, output):
        found.append("loop")
    if is_copy(source, output):
        found.append("copy")
    elif is_vietnamese(output):
        found.append("language")
    if len(source) >= _SHORT and not _LENGTHS[0] <= len(output) / len(source) <= _LENGTHS[1]:
        found.append("length")
    return tuple(found)


def is_loop(text: str) -> bool:
    """Say whether a piece of the text with a letter comes four times in a row."""
    return any(
        _LETTER.search(match[1])
        for pattern in (_WORD_LOOP, _LOOP)
        for match in pattern.finditer(text)
    )


def repeats(text: str) -> int:
    """Count the runs of five words that stood in the text before."""
    words = _WORD.findall(text.lower())
    runs = [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
    return len(runs) - len(set(runs))


def is_repetitive(source: str, output: str) -> bool:
    """Say whether the output repeats itself far more than the source does."""
    found = repeats(output)
    enough = max(_REPEATS, _REPEATED_SHARE * len(_WORD.findall(output)))
    return found >= enough and found > 2 * repeats(source)


def is_copy(source: str, output: str) -> bool:
    """Say whether the output is the source, with or without its marks.

    A name, a code or a foreign title is rightly carried over: only Vietnamese words that are
    no names make a copy.
    """
    return len(_plain_words(source)) > 1 and _WORD.findall(fold(source)) == _WORD.findall(
        fold(output)
    )


def is_vietnamese(text: str) -> bool:
    """Say whether a text reads as Vietnamese by the marks of its words; names do not count."""
    plain, words = _plain_words(text), _WORD.findall(text)
    return len(plain) > 1 and len(plain) >= _VIETNAMESE_SHARE * len(words)


def left_over(text: str) -> int:
    """Count the Vietnamese words in an English text, names apart: dishes and dress have some."""
    return len(_plain_words(text))


def _plain_words(text: str) -> list[str]:
    """Return the words with a Vietnamese letter that begin small."""
    return [
        word for word in _WORD.findall(text) if word[0].islower() and VIETNAMESE_LETTER.search(word)
    ]
