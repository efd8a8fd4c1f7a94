"""Compare organisations by what sets them apart.

``Liên đoàn Lao động thành phố Hà Nội`` and ``Hanoi Federation of Labor`` share the kind of body, the
topic and the place; ``Liên đoàn Lao động`` alone would fit sixty-three bodies, so kind and topic
never make two bodies one: place, level and proper words must not contradict each other.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from workbench.language import Language
from workbench.language.gazetteer import acronyms
from workbench.language.text import fold
from workbench.values.name_body_words import SMALL, BodyName, body_forms, read_body
from workbench.values.name_person import allowed_slips
from workbench.values.name_place import place
from workbench.values.name_syllable import is_syllable, split_name
from workbench.values.types import Comparison

_LONG_STEM = 6
#: Words of this many letters in capitals are read as an acronym.
_ACRONYM = range(2, 9)


def _letters(name: str) -> str:
    return "".join(fold(word) for word in split_name(name))


def compare_bodies(one: str, other: str, languages: tuple[Language, Language]) -> Comparison:
    """Compare two names of bodies: ``equal``, ``variant``, ``misspelt`` or ``conflict``."""
    if one == other:
        return _say("equal", "the same letters")
    if _letters(one) == _letters(other):
        return _say("variant", f"{other} is {one} with other marks or capitals")
    first, second = (read_body(n, lang) for n, lang in zip((one, other), languages, strict=True))
    return (
        _compare_known(one, other, first, second)
        or _compare_acronym(one, other, languages)
        or _compare_words(one, other, first, second)
    )


def _compare_known(one: str, other: str, first: BodyName, second: BodyName) -> Comparison | None:
    if first.known & second.known:
        return _say("variant", f"{one} and {other} are names of the same body")
    if first.known and second.known and _is_part(first.known, second.known):
        return _say("variant", f"one of {one} and {other} is part of the other")
    if first.known and second.known and not _same_make(first, second):
        return _say("conflict", f"{one} and {other} are two bodies")
    return None


def _compare_words(one: str, other: str, first: BodyName, second: BodyName) -> Comparison:
    apart = _apart(first, second)
    if apart is not None:
        return _say("conflict", f"{one} and {other} are two bodies: {apart}")
    slip = _slip(first, second)
    if slip is not None:
        return _say("misspelt", f"{slip[1]} in {other} looks like {slip[0]} with a slip")
    if _shared(first, second):
        return _say("variant", f"{other} names the same body as {one} in other words")
    return _say("conflict", f"{one} and {other} have nothing in common")


def _is_part(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Say whether one body's name holds the other's: the UN and its refugee agency."""
    names = [{_letters(f) for i in ids for f in body_forms(i, "en")} for ids in (ours, theirs)]
    long = [{name for name in forms if len(name) > _LONG_STEM} for forms in names]
    return any(a in b or b in a for a in long[0] for b in long[1])


def _same_make(first: BodyName, second: BodyName) -> bool:
    """Say whether two names say the same in words: a foreign ministry, of whatever country."""
    return bool(
        first.heads & second.heads
        and not _unmet(first.topics, second.topics)
        and not _unmet(second.topics, first.topics)
        and not _places_apart(first.places, second.places)
        and not first.firm
        and not second.firm
    )


def _apart(first: BodyName, second: BodyName) -> str | None:
    """Say in what two bodies contradict each other, or None."""
    if first.heads and second.heads and not first.heads & second.heads:
        return "they are of different kinds"
    if _places_apart(first.places, second.places):
        return "they belong to different places"
    if _levels_apart(first, second):
        return "they serve different levels: country, province or city"
    lonely = [_unmet(first.topics, second.topics), _unmet(second.topics, first.topics)]
    if all(lonely) and first.proper == second.proper == ():
        return "they deal with different matters"
    alike = _any_alike(first.firm, second.firm) or _is_translated(first, second)
    if _namesakes_apart(first, second) or (first.firm and second.firm and not alike):
        return "their proper names differ"
    return None


def _namesakes_apart(first: BodyName, second: BodyName) -> bool:
    """Say whether two bodies bear two Vietnamese names: one shared syllable is a family name."""
    ours, theirs = ([w for w in name.proper if _is_name(w)] for name in (first, second))
    fewer = min(len(ours), len(theirs))
    met = sum(_any_alike((word,), tuple(theirs)) for word in ours)
    return fewer > 1 and met < fewer


def _is_name(word: str) -> bool:
    return len(word) > 1 and is_syllable(word)


def _is_translated(first: BodyName, second: BodyName) -> bool:
    """Say whether Vietnamese words that no table knows may stand for the English ones.

    The bodies share a topic, one has Vietnamese syllables where the other has none.
    """
    met = [m for m in first.topics if any(m & other for other in second.topics)]
    kinds = [[is_syllable(word) for word in name.firm] for name in (first, second)]
    return any(m - first.heads for m in met) and (
        (all(kinds[0]) and not any(kinds[1])) or (all(kinds[1]) and not any(kinds[0]))
    )


def contradicts(one: str, other: str, languages: tuple[Language, Language]) -> bool:
    """Say whether two names are of one make and yet of two bodies: the same ministry elsewhere."""
    first, second = (read_body(n, lang) for n, lang in zip((one, other), languages, strict=True))
    if first.known & second.known or _is_part(first.known, second.known):
        return False
    if first.known and second.known:
        return not _same_make(first, second)
    if not first.heads & second.heads:
        return False
    if _places_apart(first.places, second.places):
        return True
    ours, theirs = (
        [m for m in _unmet(one.topics, other.topics) if m - one.heads]
        for one, other in ((first, second), (second, first))
    )
    met = len(first.topics) - len(_unmet(first.topics, second.topics))
    if met > sum(1 for m in first.topics if m & first.heads & second.heads):
        return False
    unnamed = all(word.isdigit() for word in first.proper)
    return bool(ours and theirs) or bool(ours and unnamed and _is_local(second))


def _is_local(name: BodyName) -> bool:
    """Say whether the proper words of a name are Vietnamese: Tu Du Hospital."""
    return len(name.proper) > 1 and all(map(is_syllable, name.proper))


def _places_apart(first: frozenset[str], second: frozenset[str]) -> bool:
    if not first or not second or first & second:
        return False
    # a city of a country: Hanoi beside Vietnam says more, not something else
    countries = [any(place(i).kind == "country" for i in ids) for ids in (first, second)]
    return countries[0] == countries[1]


def _levels_apart(first: BodyName, second: BodyName) -> bool:
    levels = [_scope(name) for name in (first, second)]
    return bool(levels[0] and levels[1] and not levels[0] & levels[1])


def _scope(name: BodyName) -> frozenset[str]:
    """Return the levels that a body may have: said, or told by its place."""
    said = name.levels - {"international", "regional", "federal"}
    kinds = {place(i).kind for i in name.places}
    if "country" in kinds and len(kinds) == 1 and not said:
        return frozenset({"national"})
    if kinds & {"city", "province"} and not said:
        return frozenset({"city", "provincial"})
    return said


def _unmet(
    ours: tuple[frozenset[str], ...], theirs: tuple[frozenset[str], ...]
) -> list[frozenset[str]]:
    known = frozenset().union(*theirs) if theirs else frozenset()
    return [meaning for meaning in ours if not meaning & known]


def _any_alike(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return any(
        a == b or OSA.distance(a, b) <= allowed_slips(max(len(a), len(b)))
        for a in ours
        for b in theirs
    )


def _slip(first: BodyName, second: BodyName) -> tuple[str, str] | None:
    """Find a proper word of one name that is another's with a slip."""
    ours = [w for w in first.proper if w not in second.proper]
    theirs = [w for w in second.proper if w not in first.proper]
    for a in ours:
        for b in theirs:
            if len(a) > _LONG_STEM and a[:-2] == b[: len(a) - 2]:
                continue  # an adjective of it: virus, viral
            if OSA.distance(a, b) <= allowed_slips(max(len(a), len(b))):
                return a.title(), b.title()
    return None


def _shared(first: BodyName, second: BodyName) -> bool:
    """Say whether two names share enough to be one body: more than the kind of body."""
    met = [
        m
        for m in first.topics
        if m & (frozenset().union(*second.topics) if second.topics else frozenset())
    ]
    distinct = [m for m in met if not m <= first.heads]
    same_place = bool(first.places & second.places)
    same_level = bool(_scope(first) & _scope(second))
    same_head = bool(first.heads & second.heads)
    proper = _any_alike(first.proper, second.proper)
    return proper or bool(distinct) or (same_head and (same_place or same_level))


def _compare_acronym(
    one: str, other: str, languages: tuple[Language, Language]
) -> Comparison | None:
    """Compare an acronym with a name written out: UBND, VFF, CEPI."""
    ours, theirs = (read_body(n, lang) for n, lang in zip((one, other), languages, strict=True))
    for short, long in ((ours.firm, theirs.proper), (theirs.firm, ours.proper)):
        if len(long) > 1 and "".join(word[0] for word in long) in short:
            return _say("variant", f"{one} and {other} are one body, once by its initials")
    for word, name, language in ((one, other, languages[0]), (other, one, languages[1])):
        written = language == "en" or word not in acronyms()
        if is_acronym(word) and not is_acronym(name) and written and initials_match(word, name):
            return _say("variant", f"{word} is short for {name}")
    return None


def is_acronym(name: str) -> bool:
    """Say whether a name is one word in capitals: WHO, LĐLĐ, GD&ĐT."""
    word = name.replace(".", "").replace("&", "").replace("-", "")
    return len(word) in _ACRONYM and word.isalnum() and word.isupper()


def initials_match(short: str, long: str) -> bool:
    """Say whether the letters of an acronym begin the words of a name, in order."""
    target = fold(short.replace(".", "").replace("&", "").replace("-", ""))
    words = [fold(w) for w in re.findall(r"[^\W_]+", long)]
    initials = "".join(w[0] for w in words)
    plain = "".join(w[0] for w in words if w not in SMALL)
    return target in (initials, plain)


def _say(verdict: str, explanation: str) -> Comparison:
    return Comparison(verdict=verdict, explanation=explanation)
