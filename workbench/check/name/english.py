"""The English side of a pair: where forms stand, which words are explained, which are left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from workbench.check.name.reader import Span, read
from workbench.records import Mention
from workbench.values.name import make_name, strip_titles

#: What English hangs on a name to make a word of it: Parisian, VietnamWorks, Trumpism.
ENDINGS = frozenset(
    "s an ian n ese ish ist ists ism ic ite ites i er ers ean ans ians esque".split()
)
_SHORTEST_STEM = 4


class English:
    """An English text with its mentions, and the words that some Vietnamese name explains."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        self.reader = read(text)
        self.text = text
        self.mentions = [m for m in mentions if m.dimension == "name" and not m.nested]
        self._spans = [self.reader.span_of(m.start, m.end) for m in self.mentions]
        self._explained: set[int] = set()

    def find(self, forms: Iterable[str]) -> list[Span]:
        """Find forms as whole words, the widest spans, in order."""
        spans = {span for form in forms for span in self.reader.find(form)}
        return _widest(spans)

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

    def explain(self, span: Span) -> None:
        """Mark the words of a span as explained."""
        self._explained.update(range(span.first, span.last + 1))

    def is_open(self, span: Span) -> bool:
        """Say whether nothing explains any word of a span."""
        return self._explained.isdisjoint(range(span.first, span.last + 1))

    def spans(self) -> Iterator[tuple[Mention, Span]]:
        """Yield the mentions with their words."""
        for mention, span in zip(self.mentions, self._spans, strict=True):
            if span is not None:
                yield mention, span

    def open_mentions(self) -> list[tuple[Mention, Span]]:
        """Return the mentions that nothing explains."""
        return [(mention, span) for mention, span in self.spans() if self.is_open(span)]

    def candidates(self, longest: int) -> Iterator[Span]:
        """Yield open mentions, then open runs of capitals of up to ``longest`` words."""
        seen: set[Span] = set()
        for _, span in self.open_mentions():
            if span not in seen:
                seen.add(span)
                yield span
        for run in self.reader.runs():
            for span in self.reader.parts(run, longest):
                if span not in seen and self.is_open(span):
                    seen.add(span)
                    yield span

    def whole(self, span: Span) -> Span:
        """Widen a part of a name to the name that the text has there."""
        for mention, around in self.spans():
            if mention.start <= span.start and span.end <= mention.end:
                return around
        run = self.reader.run_around(span)
        first, last = run.first, run.last
        while first < span.first and (self.reader.words[first].first or not self._is_free(first)):
            first += 1
        while last > span.last and not self._is_free(last):
            last -= 1
        return self.reader.between(first, last)

    def _is_free(self, index: int) -> bool:
        return index not in self._explained

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


def is_derived(word: str, forms: Iterable[str]) -> bool:
    """Say whether a folded word is a form with an English ending."""
    return any(word.startswith(form) and word[len(form) :] in ENDINGS for form in forms)


def _widest(spans: set[Span]) -> list[Span]:
    """Drop spans that lie inside another, and return the rest in order."""
    inner = {
        span
        for span in spans
        for other in spans
        if other != span and other.first <= span.first and span.last <= other.last
    }
    return sorted(spans - inner, key=lambda span: span.start)
