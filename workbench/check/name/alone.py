"""Names that stand on one side alone: which of them a translator may leave out or bring in."""

from __future__ import annotations

import re

from workbench.check.base import Pair
from workbench.check.name.forms import Entity, is_firm
from workbench.check.name.reader import letters, read
from workbench.language.names import metonyms
from workbench.records import Mention
from workbench.values.name_syllable import has_marks, is_syllable, split_name

#: The home country may be told by a word in its own news.
_HOME = "VN"
_LOCAL = re.compile(
    r"\b(?:country|countrymen|nation|nations|nationals?|nationwide|domestic|domestically|local|locals|"
    r"locally|home|homeland|here|state)\b",
    re.IGNORECASE,
)
#: A continent is told by many words: African nations, the AFC, the EU.
_CONTINENT = "châu "
#: Foreign words of this many letters are looked for in small letters too.
_LONG = 5
_SHORT = 3
_PRONOUN = re.compile(r"\W*(?:\w+,?\s){0,3}?(?:[Hh]e|[Ss]he|[Tt]hey)\b")
_SPEAKER = re.compile(
    r"\b(?:he|she)\s+(?:also\s+|then\s+)?(?:said|says|added|told|explained|noted|shared|recalled|wrote)\b"
    r"|\b(?:said|added|says)\s+(?:he|she)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"(?:của|gia đình|nhà|vợ|chồng|con|mẹ|cha|bố)\s+(?:[^\W\d_]+\s+){0,2}$", re.IGNORECASE
)
_OWNER = re.compile(r"\b(?:his|her)\b", re.IGNORECASE)
#: A name this near to the start is the subject of the sentence.
_START = 12


def may_be_missing(entity: Entity, pair: Pair) -> bool:
    """Say whether the absence of a Vietnamese name from the English is worth reporting."""
    if entity.nested or entity.people:
        return False
    if _HOME in entity.forms.places and _LOCAL.search(pair.en):
        return False
    if not is_firm(entity.name, entity.kind):
        return False
    return not (
        entity.name.lower().startswith(_CONTINENT)
        or _is_written_small(entity, pair)
        or _is_scattered(entity, pair)
        or _is_metonym(entity, pair)
        or _is_pronoun(entity, pair)
        or _is_common_word(entity, pair)
    )


def _is_written_small(entity: Entity, pair: Pair) -> bool:
    if entity.forms.places:
        return False
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
    if len(words) != 1 or not is_syllable(words[0]):
        return False
    owned = _OWNED.search(pair.vi, max(0, entity.mentions[0].start - 30), entity.mentions[0].start)
    return bool(_SPEAKER.search(pair.en) or (owned and _OWNER.search(pair.en)))


def _is_common_word(entity: Entity, pair: Pair) -> bool:
    """Say whether one word is no name by itself: a lone syllable, or a capital of a sentence."""
    first = entity.mentions[0]
    words = split_name(entity.name)
    if (
        len(words) == 1
        and is_syllable(words[0])
        and has_marks(words[0])
        and not entity.forms.places
    ):
        # a lone syllable is a name where a title says so
        return not any(m.rule.endswith(".title") for m in entity.mentions)
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
