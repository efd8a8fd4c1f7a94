"""Words of a line with their places, and whether each opens a sentence."""

from __future__ import annotations

import re

import msgspec

_WORD = re.compile(r"[^\W_]+")
#: one letter for one, so that offsets stay
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "\xa0": " ", "–": "-", "‐": "-", "‑": "-", "\u202f": " "}
)
#: a gap with one of these ends a sentence, or opens a new one after a heading or bullet
_SENTENCE_END = re.compile(r"[.!?…]['\")”’\]]*\s|[:;]\s+[\"“'‘]|^\s*$|[•●▪|]|\n|[-–—]\s*[\"“]")
#: a quotation opens, and with it maybe a sentence
_QUOTE = re.compile(r"[\s(:][\"“'‘]$")
_OPENING = re.compile(r"^[\s\"“”'‘(\[\-–—•*.…0-9/:)]*$")


class Token(msgspec.Struct):
    """A word: letters and digits only; what stands between words is the gap before each."""

    start: int
    end: int
    text: str
    low: str
    #: what stands between the word before and this one
    gap: str
    capital: bool
    #: all letters are capitals, and there are two or more
    upper: bool
    #: first word of a sentence
    opens: bool


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list written as one string."""
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[str]:
    """Return the phrases of a list written as one string, divided by semicolons."""
    return frozenset(phrase.strip() for phrase in text.split(";"))


def plain(text: str) -> str:
    """Return the text with straight apostrophes, plain spaces and hyphens, of the same length."""
    return text.translate(_PLAIN)


def lower(text: str) -> str:
    """Lower a text letter for letter: the length stays."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def tokenize(text: str) -> list[Token]:
    """Cut a line, plain already, into its words."""
    tokens: list[Token] = []
    end = 0
    low = lower(text)
    for match in _WORD.finditer(text):
        start, stop = match.span()
        word = text[start:stop]
        gap = text[end:start]
        first = word[0]
        tokens.append(
            Token(
                start=start,
                end=stop,
                text=word,
                low=low[start:stop],
                gap=gap,
                capital=first.isupper(),
                upper=len(word) > 1 and word.isupper(),
                opens=_opens(tokens, gap),
            )
        )
        end = stop
    return tokens


def _opens(before: list[Token], gap: str) -> bool:
    if not before:
        return True
    if _QUOTE.search(gap):
        return True
    if gap == " ":
        # a bullet or list number before the first word of a line
        return len(before) == 1 and before[0].opens and before[0].text.isdigit()
    if not _SENTENCE_END.search(gap):
        return before[-1].opens and before[-1].text.isdigit() and _OPENING.match(gap) is not None
    # "J. Smith", "U.S. Embassy": a full stop after a single capital ends no sentence
    last = before[-1]
    return not (gap == ". " and last.capital and len(last.text) == 1)
