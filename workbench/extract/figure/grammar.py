"""The grammar: small named rules, each with examples, tried where their first token stands.

A finder looks at the tokens from one index on and says what begins there, or None. Finders that
share a first token are tried by rank; the first that answers wins, and the scan goes on after what
it took. So a text is read once, from left to right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import msgspec

from workbench.extract.figure.lexicon import Lexicon, lexicon
from workbench.extract.figure.tokens import Tokens
from workbench.language import Language
from workbench.records import Mention
from workbench.values.types import Figure

#: The trigger of rules that begin with digits.
DIGITS = "0"
#: Ranks: what is more particular is tried first.
IDENTIFIER, DATE, TIME, ORDINAL, FRACTION, AMOUNT = range(6)
#: Tokens of numbers joined by slashes or hyphens; a longer chain (1/1/1/…) is no figure.
_LONGEST_CHAIN = 24


class Found(msgspec.Struct, frozen=True):
    """What a rule found: tokens ``start`` to ``end``, and what they mean."""

    start: int
    end: int
    kind: str
    value: Figure
    rule: str


@dataclass(frozen=True)
class Rule:
    """A named rule: its examples carry the span between guillemets; ``not_here`` is not for it."""

    id: str
    examples: tuple[str, ...]
    not_here: tuple[str, ...] = ()


class Reader:
    """A text under the rules of its language."""

    def __init__(self, text: str, language: Language, *, published: str | None = None) -> None:
        self.tokens = Tokens(text)
        self.language = language
        self.lexicon = lexicon(language)
        self.published = published
        #: tokens before this index belong to the mention found last
        self.taken = 0
        #: kind and unit of the mention found last
        self.last: Found | None = None


Finder = Callable[[Reader, int], Found | None]


@dataclass
class Grammar:
    """The rules of one language, by the first token of what they find."""

    language: Language
    rules: dict[str, Rule] = field(default_factory=dict)
    _finders: list[tuple[int, tuple[str, ...], Finder]] = field(default_factory=list)
    _table: dict[str, tuple[Finder, ...]] | None = None

    def declare(self, *rules: Rule) -> None:
        """Name rules that a finder may answer with."""
        for rule in rules:
            if rule.id in self.rules:
                raise ValueError(f"rule {rule.id} stands twice")
            self.rules[rule.id] = rule

    def finder(self, rank: int, triggers: Iterable[str]) -> Callable[[Finder], Finder]:
        """Register a finder for what begins with one of the tokens, ``DIGITS`` for any digits."""

        def register(finder: Finder) -> Finder:
            self._finders.append((rank, tuple(triggers), finder))
            return finder

        return register

    def table(self) -> dict[str, tuple[Finder, ...]]:
        """Return the finders by first token."""
        if self._table is None:
            table: dict[str, list[Finder]] = {}
            for _, triggers, finder in sorted(self._finders, key=lambda row: row[0]):
                for trigger in dict.fromkeys(triggers):
                    table.setdefault(trigger, []).append(finder)
            self._table = {word: tuple(finders) for word, finders in table.items()}
        return self._table

    @property
    def lexicon(self) -> Lexicon:
        """Return the language's tables."""
        return lexicon(self.language)

    def read(self, text: str, *, published: str | None = None) -> list[Mention]:
        """Return the figures of a text in order."""
        reader = Reader(text, self.language, published=published)
        table, tokens = self.table(), reader.tokens
        numbers = table.get(DIGITS, ())
        mentions: list[Mention] = []
        taken = 0
        for i, word in enumerate(tokens.low[: tokens.count]):
            if i < taken:
                continue
            finders = numbers if "0" <= word[0] <= "9" else table.get(word)
            if not finders:
                continue
            if finders is numbers and tokens.low[i + 1] in ("/", "-"):
                end = tokens.chain(i)
                if end - i > _LONGEST_CHAIN:
                    taken = end
                    continue
            reader.taken = taken
            for finder in finders:
                found = finder(reader, i)
                if found is not None and found.start >= taken:
                    mentions.append(_mention(tokens, found))
                    taken = max(found.end, i + 1)
                    reader.last = found
                    break
        return mentions


def _mention(tokens: Tokens, found: Found) -> Mention:
    start, end = tokens.starts[found.start], tokens.ends[found.end - 1]
    return Mention(
        start=start,
        end=end,
        surface=tokens.text[start:end],
        dimension="figure",
        kind=found.kind,
        value=found.value,
        rule=found.rule,
    )


VI = Grammar("vi")
EN = Grammar("en")
