"""Places: which place a name stands for, its English forms, and the comparison of two."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from workbench.language import Language
from workbench.language.gazetteer import Place, places
from workbench.language.text import fold
from workbench.values.name_person import allowed_slips, compare_sounds
from workbench.values.name_syllable import has_marks, is_syllable, same_marks, split_name
from workbench.values.types import Comparison

#: What a place is, before its name in Vietnamese: it may be left out or put into English.
_LEVEL_VI = re.compile(
    r"(?:thành phố trực thuộc trung ương|thành phố|tp\.?|tỉnh|quận|huyện|thị xã|thị trấn|xã|phường|"
    r"thủ đô|cố đô|thôn|ấp|bản|làng|buôn|khu phố|tổ dân phố|đường|phố|ngõ|quần đảo|bán đảo|hòn đảo|"
    r"đảo|hòn|cù lao|sông|suối|kênh|rạch|hồ|vịnh|biển|eo biển|núi|đèo|đồi|hang|động|thác|cầu|cảng|"
    r"sân bay quốc tế|sân bay|ga|bến xe|bến|chợ|chùa|đền|đình|nhà thờ|khu công nghiệp|khu đô thị|khu|"
    r"vùng|miền|châu|bang|tiểu bang|hạt|nước|vương quốc|cộng hòa|cộng hoà|lãnh thổ|vườn quốc gia|"
    r"công viên|bãi biển|bãi|cao nguyên|đồng bằng sông|đồng bằng)\s+(?=\S)",
    re.IGNORECASE,
)
_LEVEL_EN = (
    "province|city|district|town|township|ward|commune|village|hamlet|street|road|avenue|lane|alley|"
    "archipelago|islands|island|isle|peninsula|river|canal|lake|bay|gulf|sea|strait|mountains|"
    "mountain|mount|mt|pass|hill|cave|waterfalls|waterfall|bridge|port|airport|international airport|"
    "station|market|pagoda|temple|church|industrial park|industrial zone|zone|region|state|county|"
    "prefecture|municipality|capital|kingdom|republic|territory|national park|park|beach|delta|"
    "plateau|highlands|area|urban area"
)
_LEVEL_BEFORE_EN = re.compile(rf"(?:the\s+)?(?:{_LEVEL_EN})\.?\s+(?:of\s+)?(?=\S)", re.IGNORECASE)
_LEVEL_AFTER_EN = re.compile(rf"\s+(?:{_LEVEL_EN})$", re.IGNORECASE)
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


def strip_level(name: str, language: Language) -> str:
    """Take off what kind of place a name is: ``quận Ba Đình`` and ``Ba Dinh District``."""
    if language == "vi":
        return _LEVEL_VI.sub("", name, count=1) if _LEVEL_VI.match(name) else name
    core = _ARTICLE.sub("", name)
    if _LEVEL_BEFORE_EN.match(core):
        core = _LEVEL_BEFORE_EN.sub("", core, count=1)
    return _LEVEL_AFTER_EN.sub("", core) or core


@cache
def _by_id() -> dict[str, Place]:
    return {place.id: place for place in places()}


def place(identity: str) -> Place:
    """Return a place by its id. Raises KeyError."""
    return _by_id()[identity]


def _letters(name: str) -> str:
    return "".join(fold(word) for word in split_name(name))


@cache
def _index(language: Language) -> dict[str, frozenset[str]]:
    """Map folded letters of every form to the places that it may name."""
    found: dict[str, set[str]] = {}
    for row in places():
        forms = row.forms(language)
        if language == "en":
            forms = (*forms, *adjectives(row))
        for form in forms:
            found.setdefault(_letters(form), set()).add(row.id)
            if language == "en":
                found.setdefault(_letters(_ARTICLE.sub("", form)), set()).add(row.id)
    return {letters: frozenset(ids) for letters, ids in found.items()}


@cache
def _marked() -> dict[str, frozenset[str]]:
    """Map Vietnamese forms with their marks, lower case, to places: Hà Nam is not Hải Nam."""
    found: dict[str, set[str]] = {}
    for row in places():
        for form in row.vi:
            found.setdefault(form.lower(), set()).add(row.id)
    return {form: frozenset(ids) for form, ids in found.items()}


def adjectives(row: Place) -> tuple[str, ...]:
    """Return the English words for a place's people, one and many: Briton, Britons."""
    plural = (f"{word}s" for word in row.adjectives if word[-1:] not in "seh")
    return (*row.adjectives, *plural)


@lru_cache(maxsize=8192)
def place_ids(name: str, language: Language) -> frozenset[str]:
    """Return the places that a name may stand for, most of the time one or none."""
    for form in dict.fromkeys((name, _ARTICLE.sub("", name), strip_level(name, language))):
        if language == "vi" and has_marks(form):
            found = _marked().get(form.lower())
        else:
            found = _index(language).get(_letters(form))
        if found is None and language == "vi":
            found = _respelt(form)
        if found:
            return found
    return frozenset()


def _respelt(form: str) -> frozenset[str] | None:
    """Look a Vietnamese form up under another tone placement or hyphenation."""
    candidates = _index("vi").get(_letters(form))
    if not candidates:
        return None
    words = split_name(form)
    kept = frozenset(
        identity
        for identity in candidates
        for other in place(identity).vi
        if len(theirs := split_name(other)) == len(words)
        and all(same_marks(a, b) for a, b in zip(words, theirs, strict=True))
    )
    return kept or (None if has_marks(form) else candidates)


#: Parts of a country or region, with what English calls them.
_DIRECTIONS = {
    "bắc": ("north", "northern"), "nam": ("south", "southern"), "đông": ("east", "eastern"),
    "tây": ("west", "western"), "trung": ("central",), "đông bắc": ("northeast", "northeastern"),
    "tây bắc": ("northwest", "northwestern"), "đông nam": ("southeast", "southeastern"),
    "tây nam": ("southwest", "southwestern"), "trung bộ": ("central",), "bắc bộ": ("north", "northern"),
    "nam bộ": ("south", "southern"), "bắc trung bộ": ("north central",),
    "nam trung bộ": ("south central",),
}  # fmt: skip
_DIRECTED = re.compile(
    rf"(?:(?:miền|vùng|phía|khu vực)\s+)?({'|'.join(sorted(_DIRECTIONS, key=len, reverse=True))})"
    r"(?:\s+nước)?(?:\s+(.+))?",
    re.IGNORECASE,
)


def is_past(identity: str) -> bool:
    """Say whether a place is a state of the past: South Vietnam may be one, or the south today."""
    return identity.startswith("hist.")


def is_direction(name: str) -> bool:
    """Say whether a name is a part of the country alone: ``Đông Bắc``, ``miền Trung``."""
    match = _DIRECTED.fullmatch(name)
    return match is not None and not match[2]


@lru_cache(maxsize=4096)
def directed(name: str) -> tuple[tuple[str, ...], str] | None:
    """Split ``Bắc Việt Nam`` into ``north, northern`` and ``Việt Nam``; a bare ``Bắc`` has no rest."""
    match = _DIRECTED.fullmatch(name)
    if match is None or any(not is_past(identity) for identity in place_ids(name, "vi")):
        return None
    rest = match[2] or ""
    if rest and not place_ids(rest, "vi") and any(map(is_syllable, split_name(rest))):
        return None
    return _DIRECTIONS[match[1].lower()], rest


@lru_cache(maxsize=8192)
def english_forms(identity: str) -> tuple[str, ...]:
    """Return all that an English text may call a place: names, then adjectives."""
    row = place(identity)
    return tuple(dict.fromkeys((*row.en, *adjectives(row))))


def compare_places(one: str, other: str, languages: tuple[Language, Language]) -> Comparison:
    """Compare two names of places: ``equal``, ``variant``, ``misspelt`` or ``conflict``."""
    if one == other:
        return _say("equal", "the same letters")
    ids = [
        place_ids(name, language) for name, language in zip((one, other), languages, strict=True)
    ]
    if ids[0] & ids[1]:
        return _same_place(one, other, languages)
    if ids[0] and ids[1]:
        return _say("conflict", f"{one} and {other} are two places")
    cores = [strip_level(name, lang) for name, lang in zip((one, other), languages, strict=True)]
    known = _known_side(cores, ids, languages, (one, other))
    if known is not None:
        return known
    return _compare_letters(cores[0], cores[1])


def _same_place(one: str, other: str, languages: tuple[Language, Language]) -> Comparison:
    if _letters(one) == _letters(other):
        return _say("variant", f"{other} is {one} without its marks")
    if languages == ("vi", "en"):
        return _say("variant", f"{one} is called {other} in English")
    return _say("variant", f"{one} and {other} are the same place")


def _known_side(
    cores: list[str],
    ids: list[frozenset[str]],
    languages: tuple[Language, Language],
    names: tuple[str, str],
) -> Comparison | None:
    """Compare with the English forms of a known Vietnamese place: a slip, or another place."""
    if languages != ("vi", "en") or not ids[0]:
        return None
    target = _letters(cores[1])
    forms = [form for identity in ids[0] for form in english_forms(identity)]
    close = [f for f in forms if OSA.distance(_letters(f), target) <= allowed_slips(len(target))]
    if close and not ids[1]:
        return _say(
            "misspelt", f"{names[0]} is {close[0]} in English: {names[1]} looks like a slip"
        )
    if sorted(map(fold, split_name(cores[0]))) == sorted(map(fold, split_name(cores[1]))):
        return None
    return _say("conflict", f"{names[0]} is {forms[0]} in English, not {names[1]}" if forms else "")


def _compare_letters(one: str, other: str) -> Comparison:
    first, second = split_name(one), split_name(other)
    flat = _letters(one), _letters(other)
    if flat[0] == flat[1]:
        return _compare_marks(one, other)
    if sorted(map(fold, first)) == sorted(map(fold, second)):
        return _say("misspelt", f"the syllables of {one} stand in another order: {other}")
    sound = compare_sounds(one, other)
    if sound is not None:
        return sound
    if OSA.distance(*flat) <= allowed_slips(max(map(len, flat))):
        return _say("misspelt", f"{other} looks like {one} with a slip")
    return _say("conflict", f"{one} and {other} are two places")


def _compare_marks(one: str, other: str) -> Comparison:
    first, second = split_name(one), split_name(other)
    if has_marks(one) and has_marks(other) and len(first) == len(second):
        for ours, theirs in zip(first, second, strict=True):
            if not same_marks(ours, theirs):
                return _say("conflict", f"{ours} and {theirs} differ by their marks")
    return _say("variant", f"{other} is {one} without its marks")


def _say(verdict: str, explanation: str) -> Comparison:
    return Comparison(verdict=verdict, explanation=explanation)
