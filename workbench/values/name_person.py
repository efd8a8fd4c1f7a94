"""Compare two spellings of a person's name, syllable by syllable."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from workbench.language.names import people
from workbench.language.text import fold
from workbench.values.name_sound import (
    is_transcribed,
    may_be_reversed,
    reads_as,
    romanised_alike,
    sounds_like,
)
from workbench.values.name_syllable import has_marks, is_syllable, same_marks, spell, split_name
from workbench.values.types import Comparison

#: Middle syllables that only tell a man from a woman and are often left out.
_MIDDLE = frozenset({"van", "thi"})
#: Words of fewer letters differ by one letter and are two words: Le and Li.
_KNOWN_BY = 4
#: The number of a pope or king.
_NUMERAL = re.compile(r"\s([IVX]+)$")
#: Vietnamese names have two to five syllables.
_LONGEST = 5
_SHORTEST_INITIAL = 1


def compare_people(one: str, other: str, *, office: bool = False) -> Comparison:
    """Compare two names of people; ``office`` says that both hold the same office.

    The verdict is ``equal``, ``variant``, ``misspelt`` or ``conflict``.
    """
    if one == other:
        return _say("equal", "the same letters")
    first, second = split_name(one), split_name(other)
    if not first or not second:
        return _say("conflict", f"{one} and {other} have nothing in common")
    folded = [_key(w) for w in first], [_key(w) for w in second]
    if "".join(folded[0]) == "".join(folded[1]):
        return _compare_marks(one, other, first, second)
    return (
        _compare_numerals(one, other)
        or _known(one, other)
        or _compare_order(one, other, *folded)
        or _compare_short(one, other, first, second)
        or compare_sounds(one, other)
        or _compare_foreign(one, other, first, office=office)
        or _compare_syllables(one, other, *folded)
    )


def _compare_numerals(one: str, other: str) -> Comparison | None:
    """Tell namesakes apart: Elizabeth I and Elizabeth II."""
    numerals = [match[1] for name in (one, other) if (match := _NUMERAL.search(name))]
    if len(numerals) == len((one, other)) and numerals[0] != numerals[1]:
        return _say("conflict", f"{numerals[1]} is not {numerals[0]}: {one} and {other} are two")
    return None


def _key(word: str) -> str:
    """Fold a word; syllables that differ by ``i`` and ``y`` alone come out alike."""
    return fold(spell(word)[0]) if is_syllable(word) else fold(word)


def is_vietnamese(words: Sequence[str]) -> bool:
    """Say whether all words of a name could be Vietnamese syllables."""
    return len(words) <= _LONGEST and all(map(is_syllable, words))


def _say(verdict: str, explanation: str) -> Comparison:
    return Comparison(verdict=verdict, explanation=explanation)


def _compare_marks(one: str, other: str, first: list[str], second: list[str]) -> Comparison:
    if len(first) != len(second):
        return _say("variant", f"{one} and {other} are the same name, cut into words differently")
    marked = has_marks(one), has_marks(other)
    for ours, theirs in zip(first, second, strict=True):
        if same_marks(ours, theirs):
            continue
        if all(marked) and is_vietnamese(first):
            return _say(
                "conflict", f"{ours} and {theirs} differ by their marks: they are two names"
            )
    if marked[0] != marked[1]:
        return _say("variant", f"{other} is {one} with the marks left out")
    return _say("variant", f"{one} and {other} are one name, written differently")


@lru_cache(maxsize=1)
def _english_names() -> dict[str, tuple[str, ...]]:
    return {"".join(map(fold, split_name(vi))): row.en for row in people() for vi in row.vi}


def english_names(name: str) -> tuple[str, ...]:
    """Return the English names that a table holds for a Vietnamese one, or none."""
    return _english_names().get("".join(map(fold, split_name(name))), ())


def _known(one: str, other: str) -> Comparison | None:
    for ours, theirs in ((one, other), (other, one)):
        names = english_names(ours)
        if not names:
            continue
        folded = fold(theirs)
        if any(folded in (fold(name), fold(name.split()[-1])) for name in names):
            return _say("variant", f"{ours} is called {names[0]} in English")
        return _say("conflict", f"{ours} is called {names[0]} in English, not {theirs}")
    return None


def _compare_order(one: str, other: str, ours: list[str], theirs: list[str]) -> Comparison | None:
    if len(ours) != len(theirs) or len(ours) == 1 or sorted(ours) != sorted(theirs):
        return None
    if theirs in western_orders(ours) or ours in western_orders(theirs):
        if is_vietnamese(ours) or may_be_reversed(ours):
            return _say("variant", f"{other} is {one} with the family name at the end")
        return _say("misspelt", f"the given name and the family name of {one} are swapped: {other}")
    return _say("misspelt", f"the syllables of {one} stand in another order: {other}")


def western_orders(words: list[str]) -> list[list[str]]:
    """Return the orders in which an English text may put a family-first name.

    Given name before family name, with or without the middle in front; and back again.
    """
    orders = [[*words[1:], words[0]], [words[-1], *words[:-1]]]
    if len(words) > 2:  # noqa: PLR2004 - a middle name to move
        orders.append([words[-1], *words[1:-1], words[0]])
    return orders


def _compare_short(one: str, other: str, first: list[str], second: list[str]) -> Comparison | None:
    """Compare a full name with a part of it: given name, family name, initials, no middle name."""
    long, short = (first, second) if len(first) >= len(second) else (second, first)
    folded_long, folded_short = [fold(w) for w in long], [fold(w) for w in short]
    place = _place_in(folded_long, folded_short)
    if place is None:
        return None
    marked = all(map(has_marks, (one, other)))
    if marked:
        for index, word in zip(place, short, strict=True):
            if len(word) > _SHORTEST_INITIAL and not same_marks(long[index], word):
                return _say(
                    "conflict",
                    f"{word} is not {long[index]}: they differ by their marks and are two names",
                )
    if len(short) == len(long) or any(
        len(w) == 1 < len(long[i]) for i, w in zip(place, short, strict=True)
    ):
        return _say("variant", f"{other} and {one} agree, one with initials")
    inner = [folded_long[i] for i in range(place[0], place[-1]) if i not in place]
    if is_vietnamese(long) and inner and not set(inner) <= _MIDDLE:
        gone = " ".join(long[i] for i in range(place[0], place[-1]) if i not in place)
        return _say("misspelt", f"{other} and {one} differ: the syllable {gone} stands in one only")
    return _say("variant", f"{' '.join(short)} is short for {' '.join(long)}")


def _place_in(long: Sequence[str], short: Sequence[str]) -> list[int] | None:
    """Find a short name's words in a long one, in order; a single letter is an initial."""
    place: list[int] = []
    start = 0
    for word in short:
        for index in range(start, len(long)):
            if long[index] == word or _is_initial(word, long[index], long, short):
                place.append(index)
                start = index + 1
                break
        else:
            return None
    return place


def _is_initial(word: str, other: str, long: Sequence[str], short: Sequence[str]) -> bool:
    """Say whether one of two words is the other's initial: never the only word of a name."""
    if len(short) == 1:
        return False
    if len(word) == 1:
        return other.startswith(word)
    return len(other) == 1 and len(long) == len(short) and word.startswith(other)


def compare_sounds(one: str, other: str) -> Comparison | None:
    """Say that one name is the other by sound: Vietnamese spelling, or a reading of Chinese."""
    for ours, theirs in ((one, other), (other, one)):
        if is_transcribed(ours) and "-" not in theirs and sounds_like(ours, theirs):
            return _say("variant", f"{ours} is {theirs} in Vietnamese spelling")
    words = split_name(one)
    if has_marks(one) and is_vietnamese(words) and reads_as(words, other):
        return _say("variant", f"{one} is the Vietnamese reading of the Chinese name {other}")
    return None


def _compare_foreign(one: str, other: str, first: list[str], *, office: bool) -> Comparison | None:
    if not romanised_alike(one, other):
        return None
    if is_vietnamese(first) and is_vietnamese(split_name(other)):
        return None
    if office:
        return _say(
            "variant", f"{one} and {other} sound alike and hold the same office: two romanisations"
        )
    return _say("misspelt", f"{one} and {other} sound alike but are spelt differently")


def _compare_syllables(one: str, other: str, ours: list[str], theirs: list[str]) -> Comparison:
    two_names = _say("conflict", f"{one} and {other} are two names")
    slip = _say("misspelt", f"{other} looks like {one} with a slip")
    if len(ours) != len(theirs):
        flat = "".join(ours), "".join(theirs)
        near = OSA.distance(*flat) <= allowed_slips(max(map(len, flat)))
        return slip if near else two_names
    pairs = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    if len(pairs) > 1 and len(pairs) == len(ours):
        return two_names
    if len(pairs) == 1 and all(map(is_syllable, pairs[0])) and is_vietnamese(ours):
        a, b = (word.capitalize() for word in pairs[0])
        return _say("conflict", f"{b} is not {a}: they are two names")
    if all(OSA.distance(a, b) <= allowed_slips(max(len(a), len(b))) for a, b in pairs):
        return _say(
            "misspelt", f"{other} looks like {one} with a slip: {pairs[0][1]} for {pairs[0][0]}"
        )
    return two_names


def allowed_slips(length: int) -> int:
    """Return how many letters may differ in a word that is still taken for the other: a fifth."""
    return 0 if length < _KNOWN_BY else max(1, min(3, length // 5))
