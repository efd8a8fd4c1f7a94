"""Tables that only the comparison of names needs: readings, people with an English name, body words."""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeAlias

import msgspec

from workbench.language.tables import read_table

Role: TypeAlias = Literal["head", "topic", "level"]


class Person(msgspec.Struct, frozen=True):
    """Someone whose English name is neither the Vietnamese letters nor their sound."""

    vi: tuple[str, ...]
    en: tuple[str, ...]


class BodyWord(msgspec.Struct, frozen=True):
    """A word of bodies' names in both languages: what kind of body, what topic, which level."""

    id: str
    role: Role
    vi: tuple[str, ...]
    en: tuple[str, ...]


class Alias(msgspec.Struct, frozen=True):
    """Vietnamese names with the English that stands for them."""

    vi: tuple[str, ...]
    en: tuple[str, ...]
    #: English may write it small: western
    small: bool = False


@cache
def aliases() -> dict[str, Alias]:
    """Return English forms of peoples, faiths and tales by their Vietnamese name."""
    rows = msgspec.convert(read_table("names/aliases.toml")["alias"], list[Alias])
    return {name: row for row in rows for name in row.vi}


@cache
def metonyms() -> dict[str, tuple[str, ...]]:
    """Return what may stand for a capital or country as a government, by its Vietnamese name."""
    rows = msgspec.convert(read_table("names/aliases.toml")["metonym"], list[Alias])
    return {name: row.en for row in rows for name in row.vi}


@cache
def people() -> tuple[Person, ...]:
    """Return people with an English name of their own."""
    return tuple(msgspec.convert(read_table("names/people.toml")["person"], list[Person]))


@cache
def body_words() -> tuple[BodyWord, ...]:
    """Return the words of bodies' names."""
    return tuple(msgspec.convert(read_table("names/body_words.toml")["word"], list[BodyWord]))


@cache
def pinyin() -> dict[str, frozenset[str]]:
    """Return the pinyin syllables that each Sino-Vietnamese reading may stand for."""
    rows = msgspec.convert(read_table("names/readings.toml")["pinyin"], dict[str, list[str]])
    return {reading: frozenset(syllables) for reading, syllables in rows.items()}


@cache
def korean_families() -> frozenset[str]:
    """Return Korean family names as English writes them, folded."""
    return frozenset(str(read_table("names/readings.toml")["korean_families"]).split())
