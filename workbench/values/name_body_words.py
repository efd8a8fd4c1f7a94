"""What the name of an organisation says: kind of body, topic, level, place, proper words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from workbench.language import Language
from workbench.language.gazetteer import acronyms, bodies
from workbench.language.names import body_words
from workbench.language.text import fold
from workbench.values.name_place import place_ids
from workbench.values.name_syllable import has_marks, is_syllable, split_name

_TOKEN = re.compile(r"[^\W_]+(?:[&.\-–][^\W_]+)*")
SMALL = frozenset(
    [
        "và",
        "của",
        "về",
        "các",
        "những",
        "cho",
        "tại",
        "ở",
        "với",
        "the",
        "of",
        "for",
        "and",
        "in",
        "on",
        "at",
        "to",
        "de",
        "la",
        "du",
        "a",
        "an",
        "s",
        "&",
    ]
)
_ARTICLES = frozenset({"the", "a", "an", "of", "and", "for", "và", "của"})
_LONGEST = 6
#: Words of the longest name whose capitals are taken as they are.
_PLAIN_LENGTH = 4


class BodyName(msgspec.Struct, frozen=True):
    """What the name of a body says."""

    #: known bodies that it may stand for
    known: frozenset[str]
    #: kinds of body, each with the words that say so
    heads: frozenset[str]
    #: one set of possible meanings for each topic word
    topics: tuple[frozenset[str], ...]
    levels: frozenset[str]
    places: frozenset[str]
    #: words that no table explains: the proper name, folded
    proper: tuple[str, ...]
    #: proper words that translators keep: capitals only, foreign letters, or two in a row
    firm: tuple[str, ...]


@cache
def _phrases(language: Language) -> dict[str, list[tuple[str, str]]]:
    """Map a phrase to its meanings and roles."""
    found: dict[str, list[tuple[str, str]]] = {}
    for word in body_words():
        for form in word.vi if language == "vi" else word.en:
            found.setdefault(_normal(form, language), []).append((word.id, word.role))
    return found


@cache
def _folded_phrases() -> dict[str, list[tuple[str, str]]]:
    """Map Vietnamese phrases without marks to meanings, for names typed without marks."""
    found: dict[str, list[tuple[str, str]]] = {}
    for phrase, meanings in _phrases("vi").items():
        found.setdefault(fold(phrase), []).extend(meanings)
    return found


def _normal(text: str, language: Language) -> str:
    tokens = [m[0].lower() for m in _TOKEN.finditer(text.replace("’", "'").replace("'s", "s"))]
    return " ".join(tokens if language == "vi" else map(fold, tokens))


def _letters(name: str) -> str:
    return "".join(fold(word) for word in split_name(name))


@cache
def _known(language: Language) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in bodies():
        for form in row.forms(language):
            found.setdefault(_letters(form), set()).add(row.id)
    return {form: frozenset(ids) for form, ids in found.items()}


@lru_cache(maxsize=8192)
def known_bodies(name: str, language: Language) -> frozenset[str]:
    """Return the bodies of the table that a name or acronym may stand for."""
    plain = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
    return _known(language).get(_letters(plain), frozenset())


@cache
def body_forms(identity: str, language: Language) -> tuple[str, ...]:
    """Return the names and acronyms of a known body in one language."""
    return next(row.forms(language) for row in bodies() if row.id == identity)


@lru_cache(maxsize=4096)
def expand(name: str) -> str:
    """Write out Vietnamese acronyms: ``LĐLĐ TP Hà Nội`` is ``Liên đoàn Lao động thành phố Hà Nội``."""
    table = acronyms()

    def written(match: re.Match[str]) -> str:
        row = table.get(match[0]) or table.get(match[0].replace("-", "&"))
        return row.long if row is not None else match[0]

    plain = re.sub(r"\(([^()]*)\)", " ", name)
    return " ".join(re.sub(r"[^\W\d_]+(?:[&\-][^\W\d_]+)*", written, plain).split())


@lru_cache(maxsize=8192)
def read_body(name: str, language: Language) -> BodyName:
    """Say what a body's name says, word by word."""
    text = expand(name) if language == "vi" else name
    tokens = [m[0] for m in _TOKEN.finditer(re.sub(r"['’]s\b", "", text))]
    reading = _Reading(tokens, language)
    index = 0
    while index < len(tokens):
        index += reading.take(index)
    return reading.result(known_bodies(name, language) | known_bodies(text, language))


class _Reading:
    """What the words of a name say so far."""

    def __init__(self, tokens: list[str], language: Language) -> None:
        self.tokens = tokens
        self.language: Language = language
        self.heads: set[str] = set()
        self.topics: list[frozenset[str]] = []
        self.levels: set[str] = set()
        self.places: set[str] = set()
        self.proper: list[str] = []
        self.firm: list[str] = []
        #: unexplained words with capitals, one behind the other
        self.row: list[str] = []
        # a name all in capitals gives no sign where its proper part begins
        self.titled = (
            language == "vi"
            and len(tokens) > _PLAIN_LENGTH
            and all(token[:1].isupper() for token in tokens)
        )

    def take(self, index: int) -> int:
        """Read the words at an index; return how many they are."""
        size, meanings = _phrase(self.tokens, index, self.language)
        place_size, ids = _place(self.tokens, index, self.language)
        if ids and place_size >= size:
            self.places |= ids
            self.row = []
            return place_size
        if size:
            self._take_phrase(self.tokens[index : index + size], meanings)
            return size
        word = self.tokens[index]
        if word not in SMALL and word.lower() not in _ARTICLES:
            self._take_word(word)
        return 1

    def _take_phrase(self, words: list[str], meanings: list[tuple[str, str]]) -> None:
        self.heads |= {i for i, role in meanings if role == "head"}
        self.levels |= {i for i, role in meanings if role == "level"}
        kinds = frozenset(i for i, role in meanings if role != "level")
        if len(words) > 1 and all(role != "head" for _, role in meanings):
            kinds |= _parts(words, self.language)
        if kinds:
            self.topics.append(kinds)
        self.row = []

    def _take_word(self, word: str) -> None:
        self.proper.append(fold(word))
        self.row = [*self.row, fold(word)] if word[:1].isupper() else []
        if _is_firm(word):
            self.firm.append(fold(word))
        elif len(self.row) > 1 and not self.titled:
            # two capitals in a row are a proper name
            self.firm += self.row

    def result(self, known: frozenset[str]) -> BodyName:
        return BodyName(
            known=known,
            heads=frozenset(self.heads),
            topics=tuple(self.topics),
            levels=frozenset(self.levels),
            places=frozenset(self.places),
            proper=tuple(self.proper),
            firm=tuple(dict.fromkeys(self.firm)),
        )


def _parts(tokens: list[str], language: Language) -> frozenset[str]:
    """Return what the single words of a phrase deal with, besides the phrase as a whole."""
    table = _phrases(language)
    return frozenset(
        meaning
        for token in tokens
        for meaning, role in table.get(_normal(token, language), ())
        if role == "topic"
    )


def _is_firm(word: str) -> bool:
    """Say whether a word is no Vietnamese word and will stand in English as it is."""
    return word[:1].isupper() and not has_marks(word) and not is_syllable(word) and len(word) > 1


def _phrase(tokens: list[str], index: int, language: Language) -> tuple[int, list[tuple[str, str]]]:
    table = _phrases(language)
    for size in range(min(_LONGEST, len(tokens) - index), 0, -1):
        phrase = _normal(" ".join(tokens[index : index + size]), language)
        found = table.get(phrase)
        if found is None and language == "vi" and not has_marks(phrase):
            found = _folded_phrases().get(phrase)
        if found:
            return size, found
    return 0, []


def _place(tokens: list[str], index: int, language: Language) -> tuple[int, frozenset[str]]:
    if not tokens[index][:1].isupper():
        return 0, frozenset()
    for size in range(min(4, len(tokens) - index), 0, -1):
        ids = place_ids(" ".join(tokens[index : index + size]), language)
        if ids and (size > 1 or len(tokens[index]) > 1):
            return size, ids
    return 0, frozenset()
