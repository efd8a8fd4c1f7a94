"""A line under reading: its words, and what the lexicon knows of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.extract.name.context import NameContext
from workbench.extract.name.lexicon import Entry, Lexicon
from workbench.extract.name.spans import Span
from workbench.extract.name.tokens import Token, lower, plain, tokenize, word_set
from workbench.language.syllable import is_syllable
from workbench.language.text import fold

#: words for places that end common words, and the first halves of those
_HALVES = word_set("cầu động bản đường đình mỏ ga đèo hồ châu bang hang làng phố hầm lăng đền vịnh")
_BEFORE_HALVES = word_set(
    "yêu nhu toàn địa lao hoạt vận hành di tác chủ bất biến sinh năng cổ nhật văn bài cơ tư thiên căn phiên ấn kịch gia dân "
    "con đoạn liên chính thầm giao lành xóm dân khu sôi rung cảm khởi phát xúc chuyển cử lưu tự kích thụ đồng tiền hồi xổ cồn"
)
_SHOUT = 0.7
_HEADLINE = 0.65
_HEADLINE_WORDS = 5
_LONG_WORD = 4
_ACRONYM = range(2, 11)
#: words before a bracket that its acronym may stand for
_EXPLAINED = 14
_FOREIGN_PARTICLES = frozenset(
    ("bin", "al", "el", "van", "von", "der", "ibn", "de", "del", "dos", "bint")
)
PARTICLES = word_set(
    "bin ibn al el de da di du van von der den ben la le dos del y e af ter bint ul ur"
)


_ROMAN = re.compile(r"[IVX]{1,6}")


def roman(line: Line, index: int) -> bool:
    """Say whether a Roman number stands at a token, after a blank: Leo XIV."""
    return line.spaced(index) and _ROMAN.fullmatch(line.tokens[index].text) is not None


class Line:
    """Tokens of a line with the entries of the lexicon that start at each."""

    def __init__(self, text: str, lexicon: Lexicon, context: NameContext) -> None:
        self.text = plain(text)
        self.lexicon = lexicon
        self.context = context
        self.tokens: list[Token] = tokenize(self.text)
        self.size = len(self.tokens)
        for index in range(1, self.size):
            if self._initials(index) and not self.anonymous(index - 1):
                # J.K. Rowling is J. K. Rowling
                self.tokens[index].gap = ". "
        self._at: list[list[tuple[int, Entry]]] = [[] for _ in self.tokens]
        #: tokens that end an entry of a category: what stands before a name
        self._ending: dict[tuple[int, str], int] = {}
        starts = {token.start: index for index, token in enumerate(self.tokens)}
        ends = {token.end: index + 1 for index, token in enumerate(self.tokens)}
        for start, end, entries in lexicon.matches(lower(self.text)):
            first = starts.get(start)
            last = ends.get(end) or ends.get(end - 1)
            if first is None or last is None or last <= first:
                continue
            for entry in entries:
                if entry.category == "place_type" and self._compound(first, last):
                    continue
                if entry.fits(self.text[start:end]):
                    self._at[first].append((last, entry))
                    self._ending[last, entry.category] = first
        self.shouts, self.headline = self._case()
        #: acronyms explained in this line as no name
        self.groups: set[str] = set()

    def _compound(self, first: int, last: int) -> bool:
        """Say whether a word for a place is the half of another: yêu cầu, lao động, Nhật Bản."""
        if last - first > 1 or not self.spaced(first):
            return False
        return self.low(first) in _HALVES and self.low(first - 1) in _BEFORE_HALVES

    def _case(self) -> tuple[bool, bool]:
        words = [token for token in self.tokens if token.text.isalpha()]
        letters = sum(len(token.text) for token in words)
        shouted = sum(len(token.text) for token in words if token.text.isupper())
        long = [token for token in words if len(token.text) >= _LONG_WORD]
        titled = sum(token.capital for token in long)
        shouts = letters > _HEADLINE_WORDS and shouted >= _SHOUT * letters and len(words) > 1
        headline = len(long) >= _HEADLINE_WORDS and titled >= _HEADLINE * len(long)
        return shouts, headline and self.lexicon.language == "en" and self.text.rstrip()[
            -1:
        ] not in '.?!"”'

    def entries(self, index: int, *categories: str) -> Iterator[tuple[int, Entry]]:
        """Yield the entries of some categories that start at a token, with their ends."""
        if index < self.size:
            for last, entry in self._at[index]:
                if entry.category in categories:
                    yield last, entry

    def longest(self, index: int, *categories: str) -> tuple[int, Entry] | None:
        """Return the longest entry of some categories at a token."""
        best: tuple[int, Entry] | None = None
        for last, entry in self.entries(index, *categories):
            if best is None or last > best[0]:
                best = last, entry
        return best

    def end_of(self, index: int, *categories: str) -> int:
        """Return where the longest entry of some categories ends, or ``index`` where none starts."""
        found = self.longest(index, *categories)
        return found[0] if found else index

    def before(self, index: int, *categories: str) -> bool:
        """Say whether an entry of some category ends right before a token, with a blank between."""
        return (
            0 < index < self.size
            and self.tokens[index].gap in {" ", ' "', " “", " '"}
            and any((index, category) in self._ending for category in categories)
        )

    def joined(self, index: int) -> bool:
        """Say whether a single blank or hyphen stands before a token."""
        return 0 < index < self.size and self.tokens[index].gap in {" ", "-"}

    def spaced(self, index: int) -> bool:
        """Say whether a single blank stands before a token."""
        return 0 < index < self.size and self.tokens[index].gap == " "

    def capital(self, index: int) -> bool:
        """Say whether a token is there and starts with a capital."""
        return index < self.size and self.tokens[index].capital

    def low(self, index: int) -> str:
        """Return a token in lower case, or nothing beyond the ends."""
        return self.tokens[index].low if 0 <= index < self.size else ""

    def is_acronym(self, index: int) -> bool:
        """Say whether a token is written in capitals as an acronym is."""
        token = self.tokens[index]
        return token.upper and len(token.text) in _ACRONYM and not self.shouts

    def acronym_is_name(self, index: int) -> bool:
        """Say whether an acronym stands for a body, as far as one can tell from its letters."""
        text = self.tokens[index].text
        beside = self.tokens[index + 1].gap if index + 1 < self.size else ""
        numbered = self.tokens[index].gap == "-" and index > 0 and self.tokens[index - 1].upper
        if numbered or self.tokens[index].gap.endswith("/") or beside.startswith("/"):
            # part of a document's number: 117/2020/ND-CP
            return False
        if text in self.lexicon.not_bodies or text in self.groups or text in self.context.groups:
            return False
        return text.isalpha()

    def _initials(self, index: int) -> bool:
        """Say whether a token and the one before are initials without a blank."""
        pair = self.tokens[index - 1 : index + 1]
        return pair[1].gap == "." and all(len(t.text) == 1 and t.capital for t in pair)

    def anonymous(self, index: int) -> bool:
        """Say whether initials stand for a whole name: ``bé N.T.B.A.``, but not ``J.K. Rowling``."""
        last = index
        while last + 1 < self.size and self.tokens[last + 1].gap == ".":
            last += 1
        letters = all(len(token.text) == 1 for token in self.tokens[index : last + 1])
        # who is hidden is Vietnamese, and so is the word that may open the next sentence
        named = (
            last + 1 < self.size
            and self.tokens[last + 1].gap == ". "
            and self.capital(last + 1)
            and not is_syllable(self.low(last + 1))
        )
        return last > index and letters and not named

    def inner_capitals(self, index: int) -> bool:
        """Say whether a word is written like TikTok or VinFast."""
        text = self.tokens[index].text
        return not text.isupper() and text[0].isalpha() and any(c.isupper() for c in text[1:])

    def run(self, index: int, *, limit: int = 6) -> int:
        """Return the end of the run of capitalised words, joined by blanks or hyphens."""
        last = index
        while last < self.size and last - index < limit:
            if last > index and not self.goes_on(last):
                if not self._particle(last):
                    break
                last += 1
            last += 1
        return last

    def _particle(self, index: int) -> bool:
        """Say whether a small word stands between two parts of a foreign name: Rafik al-Hariri."""
        return (
            self.tokens[index].gap == " "
            and self.low(index) in _FOREIGN_PARTICLES
            and self.capital(index + 1)
            and self.tokens[index + 1].gap in {" ", "-"}
        )

    def goes_on(self, index: int) -> bool:
        """Say whether a token goes on with the name of the token before."""
        token, previous = self.tokens[index], self.tokens[index - 1]
        if token.gap == "-":
            return previous.capital or token.capital
        if token.gap == ". ":
            return token.capital and previous.capital and len(previous.text) == 1
        if token.gap == "'":
            return token.capital and (
                previous.text in {"O", "D", "N"} or previous.low in {"d", "n", "l", "al", "o"}
            )
        return token.gap == " " and token.capital

    def goes_on_capital(self, index: int) -> bool:
        """Say whether a capitalised word follows after a blank."""
        return self.spaced(index) and self.capital(index)

    def explains(self, index: int) -> bool:
        """Say whether the words before a bracketed acronym start with its letters."""
        letters = [fold(c) for c in self.tokens[index].text if c.isalpha()]
        initials = [token.low for token in self.tokens[max(0, index - _EXPLAINED) : index]]
        at = len(letters) - 1
        for word in reversed(initials):
            if at >= 0 and fold(word[0]) == letters[at]:
                at -= 1
        return at < 0

    def surface(self, first: int, last: int) -> str:
        """Return the text of tokens ``[first, last)``."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def syllables(self, first: int, last: int) -> bool:
        """Say whether all tokens look like Vietnamese syllables."""
        return all(is_syllable(token.low) for token in self.tokens[first:last])

    def ascii(self, first: int, last: int) -> bool:
        """Say whether tokens ``[first, last)`` are written without marks."""
        return all(token.text.isascii() for token in self.tokens[first:last])

    def places_within(self, first: int, last: int) -> tuple[Span, ...]:
        """Return the places and acronyms inside a name, longest first, not overlapping."""
        found: list[Span] = []
        index = first
        while index < last:
            best = index
            for end, entry in self.entries(index, "place", "short"):
                if end <= last and (index, end) != (first, last) and end > best:
                    if entry.category == "short" and index == first:
                        continue
                    best = end
            if best > index:
                found.append(Span(index, best, "place", f"{self.lexicon.language}.place.inside"))
                index = best
                continue
            token = self.tokens[index]
            if index > first and token.gap.endswith("(") and token.upper:
                found.append(
                    Span(
                        index,
                        index + 1,
                        "organisation",
                        f"{self.lexicon.language}.organisation.acronym",
                    )
                )
            index += 1
        return tuple(found)
