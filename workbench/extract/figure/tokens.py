"""A text as tokens: runs of digits with separators, runs of letters, single signs.

Parallel lists instead of objects: a megabyte of news is a quarter of a million tokens.
"""

from __future__ import annotations

import re

#: Possessive, so that no input makes the pattern go back.
TOKEN = re.compile(r"[0-9]++(?:[.,][0-9]++)*+|[^\W\d_]++|\S")
_BLANK = re.compile(r"\s*")
#: Beyond any index that a rule looks at from the last token.
_MARGIN = 12


class Tokens:
    """The tokens of a text. Indices past either end read as empty tokens."""

    def __init__(self, text: str) -> None:
        self.text = text
        spans = [match.span() for match in TOKEN.finditer(text)]
        self.count = len(spans)
        end = len(text)
        self.words = [text[start:stop] for start, stop in spans] + [""] * _MARGIN
        self.low = [word.lower() for word in self.words]
        self.starts = [start for start, _ in spans] + [end] * _MARGIN
        self.ends = [stop for _, stop in spans] + [end] * _MARGIN

    def before(self, i: int, back: int = 1) -> str:
        """Return the lower-case token ``back`` places before ``i``, or nothing."""
        return self.low[i - back] if i >= back else ""

    def glued(self, i: int) -> bool:
        """Say whether token ``i`` touches the token before it."""
        return 0 < i < self.count and self.starts[i] == self.ends[i - 1]

    def near(self, i: int) -> bool:
        """Say whether token ``i`` follows the one before it after at most two blanks."""
        return 0 < i < self.count and self.starts[i] - self.ends[i - 1] <= 2

    def number(self, i: int) -> bool:
        """Say whether token ``i`` begins with a digit."""
        return "0" <= self.low[i][:1] <= "9"

    def integer(self, i: int) -> int | None:
        """Return token ``i`` as a whole number of at most nine digits without separators."""
        word = self.low[i]
        return int(word) if len(word) <= 9 and word.isascii() and word.isdigit() else None

    def chain(self, i: int) -> int:
        """Return the index after the numbers joined to token ``i`` by the sign that follows it."""
        end, sign = i + 1, self.low[i + 1]
        while (
            self.low[end] == sign
            and self.number(end + 1)
            and self.glued(end)
            and self.glued(end + 1)
        ):
            end += 2
        return end

    def capital(self, i: int) -> bool:
        """Say whether token ``i`` begins with a capital letter."""
        return self.words[i][:1].isupper()

    def opens(self, i: int) -> bool:
        """Say whether token ``i`` begins a sentence: after a full stop, a quote, a bullet."""
        return i == 0 or self.low[i - 1] in SENTENCE_ENDS

    def phrase(self, i: int, words: tuple[str, ...]) -> bool:
        """Say whether the lower-case tokens from ``i`` on are ``words``."""
        return self.low[i] == words[0] and tuple(self.low[i : i + len(words)]) == words


SENTENCE_ENDS = frozenset(".!?:;\"“”‘'•*–—-([…»«")


def split(phrase: str) -> tuple[str, ...]:
    """Cut a phrase of a language table as texts are cut."""
    return tuple(TOKEN.findall(phrase.lower()))
