"""Names that stand on one side alone: which of them a translator may leave out or bring in."""

from __future__ import annotations

import re

from workbench.check.base import Pair
from workbench.check.name.forms import Entity, is_firm
from workbench.check.name.reader import letters, read
from workbench.language.names import metonyms
from workbench.records import Mention
from workbench.values.name_syllable import is_syllable, split_name

#: The home country is understood in the country's own news.
_HOME = "VN"
#: Foreign words of this many letters are looked for in small letters too.
_LONG = 5
_SHORT = 3
_PRONOUN = re.compile(r"\W*(?:\w+,?\s){0,3}?(?:[Hh]e|[Ss]he|[Tt]hey)\b")
_REPEATED = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
#: A name this near to the start is the subject of the sentence.
_START = 12


def may_be_missing(entity: Entity, pair: Pair) -> bool:
    """Say whether the absence of a Vietnamese name from the English is worth reporting."""
    if entity.nested or entity.people or _HOME in entity.forms.places:
        return False
    if not is_firm(entity.name, entity.kind):
        return False
    return not (
        _is_written_small(entity, pair)
        or _is_scattered(entity, pair)
        or _is_metonym(entity, pair)
        or _is_pronoun(entity, pair)
        or _is_common_word(entity, pair)
    )


def _is_written_small(entity: Entity, pair: Pair) -> bool:
    forms = (form for form in entity.forms.full if len(form) >= _LONG)
    return any(read(pair.en).find(form, capital=False) for form in forms)


def _is_scattered(entity: Entity, pair: Pair) -> bool:
    """Say whether all words of a name stand in the English, apart: two names read as one."""
    words = [letters(word) for word in split_name(entity.name)]
    english = read(pair.en)
    return len(words) > 1 and all(len(w) >= _SHORT and english.find(w) for w in words)


def _is_metonym(entity: Entity, pair: Pair) -> bool:
    """Say whether the English names the country for its capital, or the capital for the country."""
    english = read(pair.en)
    return any(english.find(letters(form)) for form in metonyms().get(entity.name, ()))


def _is_pronoun(entity: Entity, pair: Pair) -> bool:
    """Say whether the English has a pronoun where the Vietnamese repeats a name.

    The sentence begins with he or she instead of the name, or the name is a given name alone, which
    is how Vietnamese speaks of someone named before, and a pronoun answers it.
    """
    if entity.kind != "person":
        return False
    if entity.mentions[0].start < _START and _PRONOUN.match(pair.en):
        return True
    words = split_name(entity.name)
    return len(words) == 1 and is_syllable(words[0]) and _REPEATED.search(pair.en) is not None


def _is_common_word(entity: Entity, pair: Pair) -> bool:
    """Say whether one unknown word owes its capital to the start of a sentence alone."""
    first = entity.mentions[0]
    word = next((w for w in read(pair.vi).words if w.start == first.start), None)
    return (
        entity.kind == "other" and len(split_name(entity.name)) == 1 and bool(word and word.first)
    )


def may_be_added(mention: Mention, pair: Pair) -> bool:
    """Say whether an English name that the Vietnamese lacks is worth reporting."""
    if mention.kind not in {"person", "place"}:
        return False
    form = letters(mention.surface)
    return not (len(form) >= _LONG and read(pair.vi).find(form, capital=False))
