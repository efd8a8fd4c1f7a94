"""All phrases that tell a name, in one automaton for each language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import ahocorasick
import msgspec

from workbench.extract.name.tokens import lower, plain
from workbench.language import Language
from workbench.language.gazetteer import Place, acronyms, bodies, places
from workbench.language.syllable import is_syllable
from workbench.language.tables import read_table
from workbench.language.text import VIETNAMESE_LETTER, fold

_LISTS = (
    "courtesy", "office", "body_head", "body_before", "topic", "place_type", "place_cue",
    "place_tail", "place_lead", "not_a_name", "not_names", "organ", "speech", "act",
)  # fmt: skip
#: a form of the other language is read only when it is this long
_BORROWED = 5
#: short Vietnamese forms that translators leave in English text
_LEFT_OVER = frozenset(("Lào", "Úc", "Séc", "Síp"))
#: blanks of a Vietnamese name whose capitals are not all asked for
_LOOSE = 3


class Entry(msgspec.Struct, frozen=True):
    """A phrase of the lexicon: its category, its written form, and what it names."""

    category: str
    form: str
    #: positions of capitals that the text must have as well
    capitals: tuple[int, ...] = ()
    id: str = ""
    #: kind of place, or role of an acronym
    role: str = ""

    def fits(self, surface: str) -> bool:
        """Say whether the capitals of the text are those of the form."""
        return all(surface[at].isupper() for at in self.capitals)


class Lexicon:
    """Entries by phrase, and the sets of single words of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        table: dict[str, Any] = read_table(f"{language}/name_words.toml")
        self._entries: dict[str, list[Entry]] = {}
        for name in _LISTS:
            for phrase in _phrases(table.get(name, "")):
                self._add(Entry(name, phrase))
        self._add_places(frozenset(_phrases(table.get("short_places", ""))))
        self._add_bodies()
        if language == "vi":
            self._add_acronyms()
        self.opener = frozenset(_phrases(table["opener"])) | _common_openers(language)
        self.function = _function_words(language)
        self.not_bodies = frozenset(table["not_bodies"].split())
        self.body_lower = frozenset(_phrases(table.get("body_lower", "")))
        self.body_weak = frozenset(_phrases(table.get("body_weak", "")))
        self.ambiguous_given = frozenset(_phrases(table.get("ambiguous_given", "")))
        self.body_words = _body_words()
        #: places whose written form ends in a full stop: Tenn.
        self.dotted = frozenset(
            entry.form
            for entries in self._entries.values()
            for entry in entries
            if entry.form.endswith(".") and entry.category == "place"
        )
        self._automaton = ahocorasick.Automaton()
        for key, entries in self._entries.items():
            self._automaton.add_word(key, (len(key), tuple(entries)))
        self._automaton.make_automaton()

    def _add(self, entry: Entry) -> None:
        self._entries.setdefault(lower(plain(entry.form)), []).append(entry)

    def _add_places(self, short: frozenset[str]) -> None:
        for place in places():
            for form in place.forms(self.language):
                low = lower(form)
                if self.language == "vi" and low in short:
                    self._add(_named("short", form, place.id, place.kind))
                else:
                    self._add(_named("place", form, place.id, place.kind))
            for form in self._borrowed(place):
                self._add(_named("place", form, place.id, place.kind))
            if self.language == "en":
                for word in set(place.adjectives).difference(place.en):
                    self._add(_named("demonym", word, place.id, place.kind))
                    if word.endswith(("n", "i", "k", "t", "o")) and f"{word}s" not in place.en:
                        self._add(_named("demonym", f"{word}s", place.id, place.kind))

    def _borrowed(self, place: Place) -> Iterator[str]:
        """Yield forms of the other language that texts of this one use as they are."""
        own = set(place.forms(self.language))
        for form in place.forms("en" if self.language == "vi" else "vi"):
            if form in own or not form[0].isupper():
                continue
            if len(form) < _BORROWED and form not in _LEFT_OVER:
                continue
            marked = VIETNAMESE_LETTER.search(form) is not None
            if (
                self.language == "vi"
                or form in _LEFT_OVER
                or (marked and (" " in form or "-" in form))
            ):
                yield form

    def _add_bodies(self) -> None:
        for body in bodies():
            forms = dict.fromkeys(body.forms(self.language))
            other: Language = "en" if self.language == "vi" else "vi"
            forms |= dict.fromkeys(body.forms(other))
            for form in forms:
                entry = _named("body", form, body.id)
                if self.language == "vi" and form.count(" ") >= _LOOSE:
                    # writers differ in the capitals of long names
                    entry = msgspec.structs.replace(entry, capitals=(0,))
                self._add(entry)

    def _add_acronyms(self) -> None:
        for row in acronyms().values():
            self._add(_named("acronym", row.short, row.long, row.role))

    def matches(self, low: str) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
        """Yield all entries of a lowered text as ``(start, end, entries)``, at word bounds."""
        size = len(low)
        for last, (length, entries) in self._automaton.iter(low):
            end = last + 1
            start = end - length
            if (end < size and low[end].isalnum() and low[last].isalnum()) or (
                start and low[start - 1].isalnum() and low[start].isalnum()
            ):
                continue
            yield start, end, entries


@cache
def lexicon(language: Language) -> Lexicon:
    """Return the lexicon of a language; built once."""
    return Lexicon(language)


@cache
def families() -> frozenset[str]:
    """Return Vietnamese family names of one syllable, lower case, with their marks."""
    return frozenset(_phrases(read_table("vi/name_words.toml")["family"]))


@cache
def folded_families() -> frozenset[str]:
    """Return the family names without marks."""
    return frozenset(fold(name) for name in families() if is_syllable(name))


@cache
def given_names() -> frozenset[str]:
    """Return given names of other lands, lower case."""
    return frozenset(_phrases(read_table("en/name_words.toml")["given"]))


@cache
def common_english() -> frozenset[str]:
    """Return English words that are capitalised in titles and firms, seldom in persons' names."""
    table = read_table("en/common_words.toml")
    words = set(table["function"].split()) | set(table["common"].split())
    return frozenset(words) | frozenset(_phrases(read_table("en/name_words.toml")["opener"]))


def _named(category: str, form: str, identity: str, role: str = "") -> Entry:
    capitals = tuple(at for at, letter in enumerate(form) if letter.isupper())
    return Entry(category, form, capitals, identity, role)


def _phrases(text: str) -> Iterator[str]:
    return (" ".join(part.split()) for part in text.split(";") if part.strip())


def _common_openers(language: Language) -> frozenset[str]:
    if language == "vi":
        return frozenset()
    table = read_table("en/common_words.toml")
    return frozenset(table["function"].split()) | frozenset(table["common"].split())


def _function_words(language: Language) -> frozenset[str]:
    """Return English words that only hold a sentence together."""
    if language == "vi":
        return frozenset()
    return frozenset(read_table("en/common_words.toml")["function"].split())


@cache
def _body_words() -> frozenset[str]:
    """Return the words that names of English bodies are made of, lower case."""
    words = {
        word.strip(",.").lower()
        for body in bodies()
        if not body.id.startswith("brand.")
        for form in body.en
        for word in form.split()
    }
    return frozenset(word for word in words if word.isalpha())
