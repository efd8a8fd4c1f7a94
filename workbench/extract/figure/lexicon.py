"""The language tables that the grammar reads, as dictionaries of tokens."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from workbench.extract.figure.tokens import Tokens, split
from workbench.language import Language

#: What a duration word stands for where it is no unit of its own.
COMPOSITE = {
    "decade": (Decimal(10), "year"),
    "century": (Decimal(100), "year"),
    "fortnight": (Decimal(2), "week"),
}


class Phrases:
    """Phrases with a meaning each, found from their first token on, the longest first."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._written: dict[str, list[str]] = {}
        for phrase, meaning in rows:
            words = split(phrase)
            self._written.setdefault(meaning, []).append(phrase)
            self._by_first.setdefault(words[0], []).append((words, meaning))
        for options in self._by_first.values():
            options.sort(key=lambda option: -len(option[0]))
        self._longest = max((len(o[0][0]) for o in self._by_first.values()), default=0)

    def __contains__(self, word: str) -> bool:
        return word in self._by_first

    def at(self, tokens: Tokens, i: int) -> tuple[str, int] | None:
        """Return the meaning of the longest phrase at ``i`` and the index after it."""
        for words, meaning in self._by_first.get(tokens.low[i], ()):
            if len(words) == 1 or tokens.phrase(i, words):
                return meaning, i + len(words)
        return None

    def ending(self, tokens: Tokens, i: int) -> tuple[str, int] | None:
        """Return the meaning of the longest phrase that ends before ``i``, and its first index."""
        for length in range(min(self._longest, i), 0, -1):
            found = self.at(tokens, i - length)
            if found is not None and found[1] == i:
                return found[0], i - length
        return None

    def by_meaning(self) -> dict[str, list[str]]:
        """Return the phrases of each meaning as the table writes them."""
        return self._written

    def firsts(self) -> Iterable[str]:
        """Return the tokens that a phrase can begin with."""
        return self._by_first


class Lexicon:
    """The tables of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._values: dict[str, dict[str, Decimal]] = {}
        for row in _rows(language, "numerals", "words"):
            values = {word: Decimal(str(value)) for word, value in row["values"].items()}
            self._values.setdefault(row["class"], {}).update(values)
        words = {row["class"]: row for row in _rows(language, "figure_words", "words")}
        self._words = words
        self._phrases: dict[str, Phrases] = {}
        self._sets = {
            name: frozenset(row["before"]) | frozenset(row["after"]) for name, row in words.items()
        }
        self.units = Phrases(
            (phrase, code)
            for row in _rows(language, "units", "unit")
            for code, phrases in row["words"].items()
            for phrase in phrases
        )
        money = list(_rows(language, "currencies", "currency"))
        self.currency_before = _currencies(money, "before")
        self.currency_after = _currencies(money, "after")
        self.comparator_before = self._comparators("before")
        self.comparator_after = self._comparators("after")

    def values(self, name: str) -> dict[str, Decimal]:
        """Return the number words of a class with their values."""
        return self._values.get(name, {})

    def integers(self, name: str) -> dict[str, int]:
        """Return the words of a class with whole values."""
        return {word: int(value) for word, value in self.values(name).items()}

    def words(self, name: str) -> frozenset[str]:
        """Return the one-token words of a class."""
        return self._sets[name]

    def phrases_of(self, name: str) -> Phrases:
        """Return the phrases of a class that stand before a figure."""
        found = self._phrases.get(name)
        if found is None:
            found = Phrases((phrase, name) for phrase in self._words[name]["before"])
            self._phrases[name] = found
        return found

    def scale_follows(self, tokens: Tokens, i: int) -> bool:
        """Say whether a scale word stands at token ``i``."""
        return tokens.low[i] in self._values["scale"] and tokens.near(i)

    def _comparators(self, place: str) -> Phrases:
        return Phrases(
            (phrase, name.removeprefix("comparator."))
            for name, row in self._words.items()
            if name.startswith("comparator.") and not name.endswith("not-after")
            for phrase in row[place]
        )


def _currencies(rows: list[dict[str, Any]], place: str) -> Phrases:
    return Phrases(
        (phrase, code) for row in rows for code, phrases in row[place].items() for phrase in phrases
    )


def _rows(language: Language, name: str, key: str) -> list[dict[str, Any]]:
    path = files("workbench.language").joinpath(language, f"{name}.toml")
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8"))[key]
    return rows


@lru_cache(maxsize=2)
def lexicon(language: Language) -> Lexicon:
    """Return the tables of a language, read once."""
    return Lexicon(language)
