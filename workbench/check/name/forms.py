"""The forms in which an English text may give a Vietnamese name, as runs of letters to look up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from workbench.check.name.reader import letters
from workbench.language.gazetteer import acronyms
from workbench.language.names import aliases
from workbench.language.text import VIETNAMESE_LETTER, fold
from workbench.records import Mention
from workbench.values.name import make_name, strip_titles
from workbench.values.name_body import is_acronym
from workbench.values.name_body_words import body_forms, expand, known_bodies, read_body
from workbench.values.name_person import english_names, is_vietnamese, western_orders
from workbench.values.name_place import (
    directed,
    english_forms,
    is_direction,
    place_ids,
    strip_level,
)
from workbench.values.name_sound import may_be_reversed
from workbench.values.name_syllable import has_marks, is_syllable, spell, split_name

#: Letters under which a part of a name says too little to be looked up.
_SHORTEST = 2
_TWO = 2
#: Bodies of the state, which English also names by who heads them: Minister of Finance.
_PLAIN_HEADS = frozenset(
    [
        "ministry",
        "department",
        "committee",
        "council",
        "assembly",
        "government",
        "court",
        "party-committee",
    ]
)

#: Rule of a country that stands for its people.
PEOPLE = "vi.place.people"
_PEOPLE = re.compile(
    r"\b(?:[Nn]gười|[Dd]ân|[Cc]ông dân|[Gg]ốc|[Kk]iều bào|[Pp]hụ nữ|[Đđ]àn ông)\s+"
)
_REACH = 40
#: iPhone, cut in two by a careless hand.
_SPLIT_BRAND = re.compile(r"(?<!\w)i $")
#: What makes a syllable the name of a dynasty.
_DYNASTY = re.compile(r"(?:nhà|triều|triều đại|thời|đời)\s+$", re.IGNORECASE)
_NUMERAL = re.compile(r"\s[IVX]+$")
#: A country behind a currency word or a unit is part of an amount.
_CURRENCY = re.compile(
    r"(?:đô[\s-]?la|(?<!thủ )(?<!cố )đô|bảng|cân|mẫu|dặm|đồng|yên|won|dollar|franc|peso|rupee)\s+$",
    re.IGNORECASE,
)
_LONGEST_COUNTRY = 4


@dataclass(frozen=True)
class Forms:
    """What to look for: whole names, and parts that may stand for them."""

    full: tuple[str, ...]
    short: tuple[str, ...] = ()
    #: ids of places that the name may stand for
    places: frozenset[str] = frozenset()
    #: ids of known bodies
    bodies: frozenset[str] = frozenset()
    #: words of each whole form of several words, sorted: to know it in another order
    orders: frozenset[tuple[str, ...]] = frozenset()
    #: whole forms that may also stand in small letters
    small: tuple[str, ...] = ()


@dataclass(eq=False)
class Entity:
    """One bearer of a name in one text: all its mentions, in order, the fullest name first known."""

    name: str
    kind: str
    forms: Forms
    mentions: list[Mention] = field(default_factory=list)
    #: every mention stands inside the name of a body
    nested: bool = False
    #: every mention is of a people (người Pháp), which English may leave out
    people: bool = False


@lru_cache(maxsize=8192)
def forms_of(name: str, kind: str) -> Forms:
    """Return the English forms of a Vietnamese name; the kind is a hint, tables are asked anyway."""
    bare = strip_titles(name, "vi") if kind == "person" else name
    ids = place_ids(name, "vi") or place_ids(expand(name), "vi")
    part = directed(name)
    if part is not None:
        ids |= place_ids(part[1], "vi")
    bodies = known_bodies(name, "vi") | known_bodies(expand(name), "vi")
    written = [bare, strip_level(name, "vi"), *english_names(bare)]
    written += [form for identity in ids for form in english_forms(identity)]
    if part is not None and part[1]:
        written += [f"{word} {strip}" for word in part[0] for strip in _rest_forms(part[1])]
    alias = aliases().get(name)
    small: tuple[str, ...] = ()
    if alias is not None:
        written += alias.en
        small = tuple(map(letters, alias.en)) if alias.small else ()
    # a body's words may stand in any order: Health Ministry, Ministry of Health
    ordered = list(written) if kind != "organisation" or not is_vietnamese(split_name(name)) else []
    written += [form for identity in bodies for form in body_forms(identity, "en")]
    row = acronyms().get(name)
    if row is not None:
        written += row.en
    words = split_name(_NUMERAL.sub("", bare))
    full = [letters(form) for form in written]
    short: list[str] = []
    if kind in {"person", "other"}:
        short += _parts(words)
        short += [letters(form.split()[-1]) for form in english_names(bare)]
        if is_vietnamese(words) or may_be_reversed(words):
            full += ["".join(map(letters, order)) for order in western_orders(words)]
    if kind in {"organisation", "other"}:
        short += _proper_parts(name)
    return Forms(
        tuple(dict.fromkeys(form for form in full if form)),
        tuple(dict.fromkeys(form for form in short if len(form) >= _SHORTEST)),
        ids,
        bodies,
        frozenset(_sorted_words(form) for form in ordered if len(split_name(form)) > 1),
        small,
    )


def _rest_forms(rest: str) -> tuple[str, ...]:
    """Return the English forms of the place that a direction stands before."""
    return tuple(form for i in place_ids(rest, "vi") for form in english_forms(i)) or (rest,)


def _sorted_words(form: str) -> tuple[str, ...]:
    return tuple(sorted(map(fold, split_name(form))))


def _parts(words: Sequence[str]) -> list[str]:
    """Return what a person may be called in short: given name, two last names, family name."""
    if len(words) < _TWO:
        return []
    parts = [letters(words[-1]), letters("".join(words[-_TWO:])), letters(words[0])]
    if not is_vietnamese(words):
        parts += [letters(word) for word in words]
    return parts


def _proper_parts(name: str) -> list[str]:
    """Return the words of a body's name that a translator keeps."""
    firm = read_body(name, "vi").firm
    return [letters(" ".join(firm))] if firm else []


def is_firm(name: str, kind: str) -> bool:
    """Say whether a name must come out in English in some form, so that its absence is an error.

    Bodies whose names are put together from words (Sở Y tế) are paraphrased freely.
    """
    forms = forms_of(name, kind)
    if kind == "person":
        return True
    if kind == "place":
        return not re.search(r"\d", name) and not is_direction(name)
    if is_acronym(name):
        known = name in acronyms() or VIETNAMESE_LETTER.search(name) is not None
        return not known and len(name) > _TWO
    if forms.bodies:
        return bool(known_bodies(name, "vi")) and not read_body(name, "vi").heads & _PLAIN_HEADS
    if kind == "organisation":
        return bool(read_body(name, "vi").firm)
    words = split_name(name)
    return any(_is_foreign(word) for word in words) and not re.search(r"\d", name)


def _is_foreign(word: str) -> bool:
    return len(word) > _TWO and not has_marks(word) and not is_syllable(word)


def peoples(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Find countries said of their people or language, which extraction does not mark as names."""
    found: list[Mention] = []
    for match in _PEOPLE.finditer(text):
        words = list(
            re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", text[match.end() : match.end() + _REACH])
        )
        for size in range(min(_LONGEST_COUNTRY, len(words)), 0, -1):
            end = match.end() + words[size - 1].end()
            surface = text[match.end() : end]
            if not surface[:1].isupper() or not place_ids(surface, "vi"):
                continue
            if not any(m.start < end and match.end() < m.end for m in mentions):
                found.append(
                    Mention(
                        start=match.end(), end=end, surface=surface, dimension="name",
                        kind="place", value=make_name(surface), rule=PEOPLE,
                    )
                )  # fmt: skip
            break
    return found


def entities(text: str, mentions: Sequence[Mention]) -> list[Entity]:
    """Group the mentions of one text by bearer: same name, or a given name after the full one."""
    found: list[Entity] = []
    by_key: dict[object, Entity] = {}
    for mention in mentions:
        if mention.nested and mention.kind != "place":
            continue
        if mention.kind == "place" and _CURRENCY.search(text, 0, mention.start):
            continue
        name = " ".join(mention.surface.split())
        if mention.kind == "person":
            name = strip_titles(name, "vi")
        if text[mention.end : mention.end + 5] == " giáo":
            name = f"{name} giáo"
        if _SPLIT_BRAND.search(text, 0, mention.start):
            name = f"i{name}"
        if " " not in name and _DYNASTY.search(text, 0, mention.start):
            name = f"nhà {name}"
        forms = forms_of(name, mention.kind)
        key: object = _key(name, forms)
        entity = by_key.get(key) or _longer(name, mention.kind, found)
        if entity is None:
            entity = Entity(
                name, mention.kind, forms, nested=mention.nested, people=mention.rule == PEOPLE
            )
            by_key[key] = entity
            found.append(entity)
        entity.nested = entity.nested and mention.nested
        entity.people = entity.people and mention.rule == PEOPLE
        entity.mentions.append(mention)
    return found


def _key(name: str, forms: Forms) -> object:
    """Return what two mentions of one bearer share; marks count, for Phương is not Phượng."""
    if forms.places and directed(name) is None:
        return forms.places
    return forms.bodies or tuple(spell(word) for word in split_name(name))


def _longer(name: str, kind: str, found: Sequence[Entity]) -> Entity | None:
    """Find the full name that a short one repeats: ``bà Hoa`` after ``Đặng Thị Phương Hoa``."""
    if kind != "person":
        return None
    words = [w.lower() for w in split_name(strip_titles(name, "vi"))]
    for entity in reversed(found):
        theirs = [w.lower() for w in split_name(entity.name)]
        if entity.kind != "person" or len(theirs) <= len(words):
            continue
        if theirs[-len(words) :] == words or (not is_vietnamese(theirs) and words[0] in theirs):
            return entity
    return None
