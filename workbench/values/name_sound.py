"""Sound rules for foreign names: how Vietnamese spells them, and which romanisations sound alike.

Three bridges. A name written in Vietnamese syllables (``Pu-tin``, ``Áp-ga-ni-xtan``) is compared with
the English one by a skeleton of consonants. A Chinese name in its Sino-Vietnamese reading
(``Tập Cận Bình``) is compared syllable by syllable with pinyin. Two romanisations of one name
(``A Loun``, ``Aroune``) share a skeleton in which ``l`` and ``r`` fall together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from workbench.language.names import korean_families, pinyin
from workbench.language.text import fold
from workbench.values.name_syllable import spell, split_name

#: Letters and groups, longest first, with the class that both languages hear in them.
_VIETNAMESE = {
    "ngh": "N", "ng": "N", "nh": "N", "ph": "F", "th": "T", "ch": "C", "kh": "K",
    "gh": "K", "gi": "J", "qu": "K", "b": "B", "c": "K", "d": "J", "đ": "D", "f": "F", "g": "K",
    "h": "H", "j": "J", "k": "K", "l": "L", "m": "M", "n": "N", "p": "P", "q": "K", "r": "L",
    "s": "S", "t": "T", "v": "V", "w": "V", "x": "S", "z": "S",
}  # fmt: skip
_ENGLISH = {
    "sch": "S", "tch": "C", "ngh": "N", "ck": "K", "ph": "F", "th": "T", "ch": "C", "sh": "S",
    "zh": "S", "kh": "K", "gh": "K", "ng": "N", "gn": "N", "qu": "K", "x": "KS", "b": "B", "c": "K",
    "d": "D", "f": "F", "g": "K", "h": "H", "j": "J", "k": "K", "l": "L", "m": "M", "n": "N",
    "p": "P", "q": "K", "r": "L", "s": "S", "t": "T", "v": "V", "w": "V", "z": "S",
}  # fmt: skip
#: Classes that spellings swap, either way.
_NEAR = frozenset(
    one + other
    for pair in ("CS", "CJ", "JS", "JK", "JD", "FV", "FP", "CK", "BP", "DT", "VP", "TC")
    for one, other in ((pair[0], pair[1]), (pair[1], pair[0]))
)
#: English sounds that Vietnamese spelling often leaves out: r and l before a consonant, last s and t.
_DROPPED = frozenset("LSTD")
_JAPANESE = re.compile(
    "(?!.*[aeiou]{3})(?=.*[aiueo].*[aiueo]|ken|jun|shin|jin|rin|ren|kan|gen|sho)(?:(?:[kgszjtdnhbpmr]?[aiueo]|[kgnhbpmr]y[auo]|sh[aiuo]|ch[aiuo]|j[auo]|tsu|fu|w[ao]|y[auo])"
    "(?:n(?![aiueoy]))?(?:[hu](?![aiueo]))?)+"
)
_KOREAN = re.compile(
    "(?:(?:kk|tt|pp|ss|jj|ch|sh|[kgndtrlmbpsjhyw])?(?:yeo|yoo|woo|weo|eo|eu|ae|oo|ee|ui|wi|wa|wo|"
    "we|ya|yu|yo|ye|oe|[aeiou])(?:ng|[kgnmlp])?h?){1,2}|park"
)
#: A third of a short skeleton may be off, no more.
_TOLERANCE = 0.3


@lru_cache(maxsize=8192)
def skeleton(word: str, *, vietnamese: bool) -> str:
    """Return the consonant classes of a name; vowels and doubled consonants do not count."""
    table = _VIETNAMESE if vietnamese else _ENGLISH
    text = "".join(
        letter if letter == "đ" and vietnamese else fold(letter) for letter in word.lower()
    )
    if vietnamese:
        text = re.sub("^(?:oa|u[aeiy])", "w", text)
    if not vietnamese:
        text = re.sub("[cg](?=[eiy])", lambda m: {"c": "s", "g": "j"}[m[0]], text)
        text = re.sub("ng(?=[aou])", "nk", text)
    classes: list[str] = []
    place = 0
    while place < len(text):
        for size in (3, 2, 1):
            found = table.get(text[place : place + size])
            if found is not None:
                classes.append(found)
                place += size
                break
        else:
            place += 1
    joined = re.sub(r"(.)\1+", r"\1", "".join(classes))
    return joined[:1] + joined[1:].replace("H", "")


def sound_distance(one: str, other: str) -> float:
    """Return the share of two skeletons that differs, 0 to 1; near classes count by half."""
    longest = max(len(one), len(other))
    if not longest:
        return 1.0
    cost = 0.0
    for step in Levenshtein.editops(one, other):
        if step.tag == "replace":
            near = one[step.src_pos] + other[step.dest_pos] in _NEAR
        else:
            near = step.tag == "insert" and other[step.dest_pos] in _DROPPED
        cost += 0.5 if near else 1.0
    return cost / longest


def is_transcribed(name: str) -> bool:
    """Say whether a name is foreign and spelt in Vietnamese syllables: ``Mát-xcơ-va``, ``Pu-tin``."""
    return re.search(r"[^\W\d_]+-[a-zà-ỹđ]", name) is not None


def sounds_like(transcribed: str, english: str) -> bool:
    """Say whether an English name may be what a Vietnamese spelling stands for.

    The first sound must agree, and a vowel at the start stays a vowel at the start.
    """
    ours = [w for w in re.split(r"\s+", transcribed) if w]
    theirs = [w for w in re.split(r"\s+", english) if w]
    if len(ours) != len(theirs):
        ours, theirs = ["".join(ours)], ["".join(theirs)]
    return all(_alike(one, other) for one, other in zip(ours, theirs, strict=True))


def _alike(transcribed: str, english: str) -> bool:
    one, other = skeleton(transcribed, vietnamese=True), skeleton(english, vietnamese=False)
    if not one or not other:
        return fold(transcribed)[:1] == fold(english)[:1]
    # two consonants are too little to know a name by
    allowed = _TOLERANCE if max(len(one), len(other)) > 2 else 0.0  # noqa: PLR2004
    vowels = [
        re.match("(?!oa|u[aeiy])[aeiouy]", fold(transcribed)) is not None,
        re.match("[aeiouy]", fold(english)) is not None,
    ]
    same_start = one[0] == other[0] or one[0] + other[0] in _NEAR
    return vowels[0] == vowels[1] and same_start and sound_distance(one, other) <= allowed


def romanised_alike(one: str, other: str) -> bool:
    """Say whether two Latin spellings could be two romanisations of one name (l and r alike)."""
    first, second = (skeleton("".join(split_name(name)), vietnamese=False) for name in (one, other))
    return bool(first) and first == second


def reads_as(syllables: Sequence[str], english: str) -> bool:
    """Say whether an English name is the pinyin of a Sino-Vietnamese reading.

    ``Tập Cận Bình`` reads as ``Xi Jinping``, family name first or last.
    """
    table = pinyin()
    options = [table.get("".join(_marked(s))) for s in syllables]
    if not options or any(option is None for option in options):
        return False
    target = fold("".join(split_name(english)))
    orders = [options, [*options[1:], options[0]]] if len(options) > 1 else [options]
    return any(_spells(target, [o for o in order if o is not None]) for order in orders)


def family_reads_as(syllables: Sequence[str], english: str) -> bool:
    """Say whether the family name of a Sino-Vietnamese name reads as an English name's first word.

    Stars are known by other given names than their own, seldom by other family names.
    """
    words = split_name(english)
    if len(syllables) < 2 or not words or not all(map(_is_pinyin, map(fold, words))):  # noqa: PLR2004
        return False
    return fold(words[0]) in pinyin().get(_marked(syllables[0]), frozenset())


@lru_cache(maxsize=8192)
def _marked(syllable: str) -> str:
    """Write a syllable in the table's own way: new tone placement, ``y`` as the table has it."""
    table = pinyin()
    lower = syllable.lower()
    if lower in table:
        return lower
    for reading in table:
        if fold(reading) == fold(lower) and spell(reading) == spell(lower):
            return reading
    return lower


def _spells(target: str, options: Sequence[frozenset[str]]) -> bool:
    if not options:
        return not target
    return any(
        target.startswith(option) and _spells(target[len(option) :], options[1:])
        for option in options[0]
    )


def may_be_reversed(words: Sequence[str]) -> bool:
    """Say whether all words fit one of the languages whose names stand in either order."""
    folded = [fold(word) for word in words]
    return (
        all(map(_JAPANESE.fullmatch, folded))
        or (all(map(_KOREAN.fullmatch, folded)) and not korean_families().isdisjoint(folded))
        or all(map(_is_pinyin, folded))
    )


@lru_cache(maxsize=4096)
def _is_pinyin(word: str) -> bool:
    """Say whether a word is one or two pinyin syllables."""
    known = _pinyin_syllables()
    return word in known or any(
        word[:cut] in known and word[cut:] in known for cut in range(1, len(word))
    )


@cache
def _pinyin_syllables() -> frozenset[str]:
    return frozenset().union(*pinyin().values())
