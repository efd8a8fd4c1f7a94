"""Read a text for names known beforehand: letters run together, words kept apart by their ends.

``Hà Nội``, ``Ha Noi`` and ``Hanoi`` are one run of letters, and so are ``Kim Jong-un`` and
``Kim Jong Un``. A form is found where its letters begin and end with words of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from workbench.language.text import fold
from workbench.values.name_syllable import split_name

_WORD = re.compile(r"[^\W_]+(?:(?<=\w)[.](?=[^\W\d_]\b))*[^\W_]*")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b", re.IGNORECASE)
#: What may stand between the words of one name.
_INNER = re.compile(r"[\s\-‐‑–.'’ʼ`/&]{0,3}(?:&\s?)?")
_SENTENCE_END = re.compile(r"[.!?:;…]['\"”’)\]]*\s|\n|[“\"‘(]\s*$|\s[-–•]\s")

#: Letters of the longest title or initial that a dot follows inside a name: ``Dr.``, ``Mrs.``
_ABBREVIATED = 3


@dataclass(frozen=True)
class Word:
    """A word of a text with its place, and its letters folded."""

    start: int
    end: int
    surface: str
    folded: str
    #: begins with a capital letter, or holds one (iPhone)
    capital: bool
    #: nothing but an opening mark stands between it and the start or the end of a sentence
    first: bool
    #: only a blank or hyphen stands between it and the word before
    joined: bool


@dataclass(frozen=True)
class Span:
    """A run of words of a text: first and last word, and the characters that they cover."""

    first: int
    last: int
    start: int
    end: int


def letters(name: str) -> str:
    """Run the letters of a name together, folded: ``Hà Nội`` is ``hanoi``."""
    return "".join(fold(word) for word in split_name(name))


class Reader:
    """A text whose names can be looked up by their letters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = tuple(_words(text))

    @cached_property
    def run(self) -> str:
        """Return the letters of all words, run together."""
        return "".join(word.folded for word in self.words)

    @cached_property
    def _starts(self) -> list[int]:
        starts, place = [], 0
        for word in self.words:
            starts.append(place)
            place += len(word.folded)
        return [*starts, place]

    def find(self, form: str, *, capital: bool = True) -> list[Span]:
        """Find a form's letters as whole words; with ``capital``, only where a capital leads."""
        if not form:
            return []
        found: list[Span] = []
        place = self.run.find(form)
        while place >= 0:
            span = self._span(place, place + len(form))
            if span and not (capital and not self._has_capital(span)):
                found.append(span)
            place = self.run.find(form, place + 1)
        return found

    def span_of(self, start: int, end: int) -> Span | None:
        """Return the words that a stretch of characters touches."""
        inside = [i for i, word in enumerate(self.words) if word.start < end and start < word.end]
        if not inside:
            return None
        first, last = inside[0], inside[-1]
        return Span(first, last, self.words[first].start, self.words[last].end)

    def surface(self, span: Span) -> str:
        """Return the characters of a run of words."""
        return self.text[span.start : span.end]

    def runs(self) -> Iterator[Span]:
        """Yield the longest runs of words with capitals that only blanks or hyphens part."""
        first: int | None = None
        for index, word in enumerate(self.words):
            if first is not None and not (word.capital and word.joined):
                yield self.between(first, index - 1)
                first = None
            if first is None and word.capital:
                first = index
        if first is not None:
            yield self.between(first, len(self.words) - 1)

    def run_around(self, span: Span) -> Span:
        """Widen a span to the words with capitals that stand next to it."""
        first, last = span.first, span.last
        while first > 0 and self.words[first].joined and self.words[first - 1].capital:
            first -= 1
        while (
            last + 1 < len(self.words)
            and self.words[last + 1].joined
            and self.words[last + 1].capital
        ):
            last += 1
        return self.between(first, last)

    def parts(self, span: Span, longest: int) -> Iterator[Span]:
        """Yield every run of up to ``longest`` words inside a span, longer ones first."""
        for size in range(min(longest, span.last - span.first + 1), 0, -1):
            for first in range(span.first, span.last - size + 2):
                yield self.between(first, first + size - 1)

    def folded(self, span: Span) -> str:
        """Return the letters of a span, run together."""
        return self.run[self._starts[span.first] : self._starts[span.last + 1]]

    def between(self, first: int, last: int) -> Span:
        """Return the run from one word to another."""
        return Span(first, last, self.words[first].start, self.words[last].end)

    def _span(self, start: int, end: int) -> Span | None:
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end) - 1
        if self._starts[first] != start or self._starts[last + 1] != end:
            return None
        if last < first:
            return None
        for index in range(first, last):
            gap = self.text[self.words[index].end : self.words[index + 1].start]
            if _INNER.fullmatch(gap) is None:
                return None
        return self.between(first, last)

    def _has_capital(self, span: Span) -> bool:
        return self.words[span.first].capital or self.words[span.last].capital


@lru_cache(maxsize=64)
def read(text: str) -> Reader:
    """Return the reader of a text; several checks look at the same one."""
    return Reader(text)


def _words(text: str) -> Iterator[Word]:
    before: Word | None = None
    plain = _POSSESSIVE.sub(lambda match: " " * len(match[0]), text)
    for match in _WORD.finditer(plain):
        surface = match[0]
        gap = plain[before.end : match.start()] if before else ""
        hyphen = before is not None and before.capital and re.fullmatch("[-‐‑]", gap) is not None
        joined = before is not None and _joins(before, gap)
        word = Word(
            start=match.start(),
            end=match.end(),
            surface=surface,
            folded=fold(surface.replace(".", "")),
            capital=hyphen or any(letter.isupper() for letter in surface),
            first=before is None or (not joined and _SENTENCE_END.search(gap) is not None),
            joined=joined,
        )
        yield word
        before = word


def _joins(before: Word, gap: str) -> bool:
    """Say whether a gap parts two words of one name: a blank, a hyphen, the dot of an initial."""
    if gap == ". ":
        return len(before.surface) <= _ABBREVIATED and before.capital
    return re.fullmatch("[ \u00a0]|[-‐‑–]", gap) is not None
