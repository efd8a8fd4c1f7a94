"""The English side of a pair: where forms stand, which words are explained, which are left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbench.check.name.reader import Span, read
from workbench.language.gazetteer import demonyms
from workbench.records import Mention
from workbench.values.name import make_name, strip_titles
from workbench.values.name_place import is_past, place_ids

#: What English hangs on a name to make a word of it: Parisian, VietnamWorks, Trumpism.
ENDINGS = frozenset(
    [
        "s",
        "an",
        "ian",
        "n",
        "ese",
        "ish",
        "ist",
        "ists",
        "ism",
        "ic",
        "ite",
        "ites",
        "i",
        "er",
        "ers",
        "ean",
        "ans",
        "ians",
        "esque",
    ]
)
_SHORTEST_STEM = 4
_SHORTEST_PLURAL = 3
#: Latin nouns change their end: virus, viral.
_LATIN = frozenset({"al", "an", "ic", "ian", "ans", "ians"})
_LONG_STEM = 6

_LANGUAGE_BEFORE = re.compile(
    r"\b(?:in|into|speak|speaks|speaking|spoke|from|learn|study|fluent)\s$"
)
_LANGUAGE_AFTER = re.compile(
    r"[-\s]language|\s*[.,;:!?)]|\s+(?:by|and|or|at|on|to|with|as|for|from|was|is|were|but|language)\b|$"
)
_BRACKET = re.compile(r"\s*\(([A-Z][A-Z&.]+)\)")
_MONEY = frozenset("$£€¥")
_COINS = re.compile(
    r"[\s-](?:dollars?|pounds?|yen|yuan|baht|rupees?|francs?|ringgit|pesos?|rubles?|rupiah|riel|kip)\b",
    re.IGNORECASE,
)


class English:
    """An English text with its mentions, and the words that some Vietnamese name explains."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        self.reader = read(text)
        self.text = text
        self.mentions = [
            m
            for m in mentions
            if m.dimension == "name" and not m.nested and not _is_currency(text, m)
        ]
        self._spans = [self.reader.span_of(m.start, m.end) for m in self.mentions]
        self._explained: set[int] = set()
        #: words that only the name of a body explains: a place inside may still be wrong
        self._inside: set[int] = set()
        inner = [m for m in mentions if m.dimension == "name" and m.nested and m.kind == "place"]
        self._inner = [(m, self.reader.span_of(m.start, m.end)) for m in inner]

    def find(self, forms: Iterable[str], places: frozenset[str] = frozenset()) -> list[Span]:
        """Find forms as whole words, the widest spans, in order.

        With ``places``, a form inside the name of another place is not found: Korea in North
        Korea, Guinea in Equatorial Guinea.
        """
        spans = {span for form in forms for span in self.reader.find(form)}
        spans |= {s for f in forms if len(f) >= _SHORTEST_PLURAL for s in self.reader.find(f"{f}s")}
        return self.apart_from(places, _widest(spans))

    def apart_from(self, places: frozenset[str], spans: list[Span]) -> list[Span]:
        """Drop spans inside the name of a place that is none of ``places``."""
        if not places:
            return spans
        return [span for span in spans if not self._in_other_place(span, places)]

    def _in_other_place(self, span: Span, places: frozenset[str]) -> bool:
        last = len(self.reader.words) - 1
        for first in range(max(0, span.first - 2), span.first + 1):
            for end in range(span.last, min(last, span.last + 2) + 1):
                wide = self.reader.between(first, end)
                if wide == span or not self.reader.words[first].capital:
                    continue
                ids = place_ids(self.reader.surface(wide), "en")
                if (
                    any(not is_past(i) for i in ids)
                    and not ids & places
                    and not _is_address(self.reader.surface(wide))
                ):
                    return True
        return False

    def find_small(self, forms: Iterable[str]) -> list[Span]:
        """Find forms in whatever capitals."""
        return _widest({span for f in forms for span in self.reader.find(f, capital=False)})

    def find_derived(self, forms: Iterable[str]) -> list[Span]:
        """Find words that English makes of a form: Parisian of Paris."""
        stems = tuple(form for form in forms if len(form) >= _SHORTEST_STEM)
        if not stems:
            return []
        return [
            self.reader.between(i, i)
            for i, word in enumerate(self.reader.words)
            if word.capital and is_derived(word.folded, stems)
        ]

    def is_language(self, span: Span) -> bool:
        """Say whether an adjective names a language: ``published in Chinese by``."""
        before, after = self.text[: span.start], self.text[span.end :]
        return _LANGUAGE_BEFORE.search(before) is not None and (
            _LANGUAGE_AFTER.match(after) is not None
        )

    def acronym_after(self, span: Span) -> str | None:
        """Return the acronym in brackets right behind a span, if there is one."""
        match = _BRACKET.match(self.text, span.end)
        return match[1] if match else None

    def explain(self, span: Span, *, body: bool = False) -> None:
        """Mark the words of a span as explained, or only as words of a body that is."""
        words = set(range(span.first, span.last + 1))
        if body:
            self._inside |= words - self._explained
        else:
            self._inside -= words
        self._explained |= words

    def is_open(self, span: Span) -> bool:
        """Say whether nothing explains any word of a span."""
        return self._explained.isdisjoint(range(span.first, span.last + 1))

    def spans(self) -> Iterator[tuple[Mention, Span]]:
        """Yield the mentions with their words."""
        for mention, span in zip(self.mentions, self._spans, strict=True):
            if span is not None:
                yield mention, span

    def is_inside(self, span: Span) -> bool:
        """Say whether a body explains the words of a span, and nothing else does."""
        return self._inside.issuperset(range(span.first, span.last + 1))

    def open_places(self) -> list[tuple[Mention, Span]]:
        """Return places inside the names of bodies, and adjectives, that nothing else explains."""
        inner = [
            (mention, span)
            for mention, span in self._inner
            if span is not None and (self.is_open(span) or self.is_inside(span))
        ]
        return inner + [(self.mention(span, "place"), span) for span in self._adjectives()]

    def _adjectives(self) -> Iterator[Span]:
        """Yield open words that stand for a country and are marked as no name: Swedish."""
        marked = {index for _, span in self.spans() for index in range(span.first, span.last + 1)}
        words = self.reader.words
        index = 0
        while index < len(words):
            size = 1
            for longer in (2, 1):
                span = self.reader.between(index, min(index + longer, len(words)) - 1)
                if self.reader.surface(span) in demonyms():
                    size = longer
                    free = marked.isdisjoint(range(span.first, span.last + 1))
                    amount = self.text[span.end : span.end + 1] in _MONEY
                    coin = amount or _COINS.match(self.text, span.end)
                    if free and self.is_open(span) and not coin and not self.is_language(span):
                        yield span
                    break
            index += size

    def open_mentions(self) -> list[tuple[Mention, Span]]:
        """Return the mentions that nothing explains; places inside a body may be explained."""
        return [(mention, span) for mention, span in self.spans() if self._is_open(mention, span)]

    def _is_open(self, mention: Mention, span: Span) -> bool:
        if mention.kind != "organisation":
            return self.is_open(span)
        inner = {
            index
            for place, words in self._inner
            if words is not None and mention.start <= place.start and place.end <= mention.end
            for index in range(words.first, words.last + 1)
        }
        adjectives = {
            index
            for index in range(span.first, span.last + 1)
            if self.reader.words[index].surface in demonyms()
        }
        rest = set(range(span.first, span.last + 1)) - inner - adjectives
        return self._explained.isdisjoint(rest or range(span.first, span.last + 1))

    def candidates(self, longest: int, *, inside: bool = False) -> Iterator[Span]:
        """Yield open mentions, then open runs of capitals of up to ``longest`` words.

        With ``inside``, words that only the name of a body explains are open too.
        """
        seen: set[Span] = set()
        for _, span in self.open_mentions():
            if span not in seen:
                seen.add(span)
                yield span
        for run in self.reader.runs():
            for span in self.reader.parts(run, longest):
                if span not in seen and (self.is_open(span) or (inside and self.is_inside(span))):
                    seen.add(span)
                    yield span

    def whole(self, span: Span) -> Span:
        """Widen a part of a name to the name that the text has there."""
        for mention, around in self.spans():
            if mention.start <= span.start and span.end <= mention.end:
                span = around
                break
        run = self.reader.run_around(span)
        first, last = run.first, run.last
        while first < span.first and (self.reader.words[first].first or not self._is_free(first)):
            first += 1
        while last > span.last and not (self._is_free(last) and self._is_unmarked(last)):
            last -= 1
        return self.reader.between(first, last)

    def _is_free(self, index: int) -> bool:
        return index not in self._explained

    def _is_unmarked(self, index: int) -> bool:
        """Say whether no mention of its own begins at a word."""
        return all(span.first != index for _, span in self.spans())

    def is_marked(self, first: int, last: int) -> bool:
        """Say whether one mention holds all words from one to another."""
        return any(span.first <= first and last <= span.last for _, span in self.spans())

    def bare(self, span: Span) -> str:
        """Return the characters of a span without titles before it."""
        return strip_titles(self.reader.surface(span), "en")

    def mention(self, span: Span, kind: str) -> Mention:
        """Return the mention at a span, or make one where extraction marked none."""
        for mention, around in self.spans():
            if around == span:
                return mention
        surface = self.reader.surface(span)
        return Mention(
            start=span.start, end=span.end, surface=surface, dimension="name", kind=kind,
            value=make_name(surface), rule="en.form",
        )  # fmt: skip


def _is_currency(text: str, mention: Mention) -> bool:
    """Say whether a country is part of an amount: US$50, A$3, the US dollar, Japanese yen."""
    return text[mention.end : mention.end + 1] in _MONEY or bool(_COINS.match(text, mention.end))


def is_derived(word: str, forms: Iterable[str]) -> bool:
    """Say whether a folded word is a form with an English ending."""
    return any(
        f"{word}s" == form
        or (word.startswith(form) and word[len(form) :] in ENDINGS)
        or (
            len(form) > _LONG_STEM
            and word[: len(form) - 2] == form[:-2]
            and word[len(form) - 2 :] in _LATIN
        )
        for form in forms
    )


def _is_address(surface: str) -> bool:
    """Say whether a run of words is a place inside a place: Da Nang City."""
    return "," in surface


def _widest(spans: set[Span]) -> list[Span]:
    """Drop spans that lie inside another, and return the rest in order."""
    inner = {
        span
        for span in spans
        for other in spans
        if other != span and other.first <= span.first and span.last <= other.last
    }
    return sorted(spans - inner, key=lambda span: span.start)
