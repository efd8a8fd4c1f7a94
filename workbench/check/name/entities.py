"""The ledger of names: mentions grouped into bearers, with spellings, counts and offices.

Works on one article or on a cluster of articles in one language each; a bearer may then be spelt in
several ways, and inside one article two spellings that a reader could take for two are a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from workbench.language import Language
from workbench.language.office import office_of
from workbench.language.text import fold
from workbench.records import Mention
from workbench.values.name import compare_names, make_name, strip_titles
from workbench.values.name_body import compare_bodies, is_acronym
from workbench.values.name_body_words import BodyName, expand, read_body
from workbench.values.name_place import place_ids
from workbench.values.name_syllable import has_marks, split_name
from workbench.values.types import Comparison

_AGREE = frozenset({"equal", "variant"})
#: Bodies whose wording tells one from another: a Confederation is not a Federation.
_TITULAR = frozenset({"federation", "labour-union"})
#: What every union deals with, so that saying it tells none from another.
_MATTERLESS = frozenset({"labour"})
#: Words that stand for any union, so that they are a short form and no other name.
_LOOSE = re.compile(r"^công đoàn\b", re.IGNORECASE)
_SMALL = frozenset(["the", "of", "and", "for", "và", "của"])
#: What a body has inside it: an organ of a body is not another spelling of the body.
_ORGANS: dict[Language, re.Pattern[str]] = {
    "vi": re.compile(
        r"\b(?:ban (?:chỉ đạo|thường vụ|chấp hành|thường trực|giám đốc|nữ công|tổ chức|tuyên giáo)|"
        r"ủy ban kiểm tra|ủy viên|hội đồng quản trị|văn phòng|trường|viện|báo)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:steering|standing|executive|organi[sz]ing|inspection|central) (?:committee|board)\b"
        r"|\b(?:board|bureau|office|division|department|commission|school|college|institute|newspaper)\b",
        re.IGNORECASE,
    ),
}
_TWO = 2


@dataclass(frozen=True)
class Text:
    """A text whose names are grouped: a segment or paragraph, its language and its mentions."""

    text: str
    language: Language
    mentions: Sequence[Mention]
    #: which article it belongs to
    article: str = ""


@dataclass(frozen=True)
class Place:
    """Where a name stands: number of the text, and the mention in it."""

    text: int
    mention: Mention


@dataclass
class NameEntity:
    """One bearer: person, place or body, in every spelling, with the offices that texts give it."""

    kind: str
    places: list[Place] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)

    @property
    def spellings(self) -> dict[str, int]:
        """Return how often each spelling stands, the most frequent first."""
        counts: dict[str, int] = {}
        for place in self.places:
            name = _plain(place.mention.surface)
            counts[name] = counts.get(name, 0) + 1
        return dict(sorted(counts.items(), key=lambda item: -item[1]))

    @property
    def name(self) -> str:
        """Return the fullest spelling, the most frequent of those that are as long."""
        return max(self.spellings.items(), key=lambda item: (len(item[0].split()), item[1]))[0]


@dataclass(frozen=True)
class Inconsistency:
    """Two spellings of one bearer inside one article; the second is the one to look at."""

    entity: NameEntity
    first: Place
    second: Place
    explanation: str


def group_names(texts: Sequence[Text]) -> list[NameEntity]:
    """Group the names of one or several articles into bearers, in the order of first mention.

    The texts may be of both languages: a Vietnamese name and its English forms are one bearer.
    """
    found: list[NameEntity] = []
    for number, text in enumerate(texts):
        for mention in text.mentions:
            inner = mention.nested and mention.kind != "place"
            if mention.dimension != "name" or inner or mention.kind == "other":
                continue
            office = None
            if mention.kind == "person":
                office = office_of(text.text, mention.start, mention.end, text.language)
            entity = _bearer(found, texts, text, mention, office)
            if entity is None:
                entity = NameEntity(mention.kind)
                found.append(entity)
            entity.places.append(Place(number, mention))
            if office and office not in entity.offices:
                entity.offices.append(office)
    return found


def _bearer(
    found: Iterable[NameEntity],
    texts: Sequence[Text],
    text: Text,
    mention: Mention,
    office: str | None,
) -> NameEntity | None:
    """Find the bearer of a name among those known: one that agrees, else one that nearly does."""
    near: NameEntity | None = None
    for entity in found:
        if entity.kind != mention.kind:
            continue
        same_office = office is not None and fold(office) in map(fold, entity.offices)
        verdicts = {
            _compare(texts[place.text], place.mention, text, mention, same_office=same_office)
            for place in _distinct(entity)
        }
        if "agree" in verdicts and "apart" not in verdicts:
            return entity
        if "near" in verdicts and "apart" not in verdicts:
            near = near or entity
    return near


def _distinct(entity: NameEntity) -> list[Place]:
    """Return the first place of each spelling."""
    seen: dict[str, Place] = {}
    for place in entity.places:
        seen.setdefault(_plain(place.mention.surface), place)
    return list(seen.values())


def _compare(
    theirs: Text, known: Mention, ours: Text, mention: Mention, *, same_office: bool
) -> str:
    """Say ``agree``, ``near`` (a slip of the same name), ``apart`` or ``other``."""
    languages = (theirs.language, ours.language)
    one, other = _plain(known.surface), _plain(mention.surface)
    if languages == ("en", "vi"):
        one, other, languages = other, one, ("vi", "en")
    comparison = compare_names(
        make_name(one), make_name(other), mention.kind, languages=languages, office=same_office
    )
    if comparison.verdict in _AGREE:
        return "agree"
    if mention.kind == "organisation":
        return "apart" if _are_apart(one, other, languages) else "other"
    same_text = theirs.article == ours.article and theirs.language == ours.language
    if mention.kind == "person" and _is_slip(one, other, comparison):
        return "near" if not (same_text and _side_by_side(ours, one, other)) else "apart"
    same_length = len(split_name(one)) == len(split_name(other))
    if mention.kind == "place" and comparison.verdict == "misspelt" and same_length:
        both_known = all(
            place_ids(n, lang) for n, lang in zip((one, other), languages, strict=True)
        )
        return "other" if both_known else "near"
    return "other"


def _are_apart(one: str, other: str, languages: tuple[Language, Language]) -> bool:
    first, second = (read_body(n, lang) for n, lang in zip((one, other), languages, strict=True))
    return bool(first.heads & second.heads)


def _is_slip(one: str, other: str, comparison: Comparison) -> bool:
    """Say whether two names of people are near enough to be one: a slip, or marks that differ."""
    first, second = split_name(one), split_name(other)
    if comparison.verdict == "misspelt":
        return len(first) >= _TWO or len(second) >= _TWO
    alike = [fold(w) for w in first][-len(second) :] == [fold(w) for w in second][-len(first) :]
    return alike and has_marks(one) and has_marks(other)


def _side_by_side(text: Text, one: str, other: str) -> bool:
    """Say whether a sentence joins two names by a comma or "and": then they are two people."""
    for first, second in ((one, other), (other, one)):
        pattern = rf"{re.escape(first)}\s*(?:,|;|và|cùng|and|with|&)\s+(?:[^\W\d_]+\.?\s+){{0,4}}?{re.escape(second)}"
        if re.search(pattern, text.text):
            return True
    return False


def find_inconsistencies(texts: Sequence[Text]) -> list[Inconsistency]:
    """Find bearers that one article spells in ways that a reader could take for two."""
    found: list[Inconsistency] = []
    for entity in group_names(texts):
        groups: dict[tuple[str, Language], list[Place]] = {}
        for place in entity.places:
            text = texts[place.text]
            groups.setdefault((text.article, text.language), []).append(place)
        for (_, language), places in groups.items():
            found += _inside(entity, places, language)
    return found


def _inside(
    entity: NameEntity, places: Sequence[Place], language: Language
) -> Iterable[Inconsistency]:
    """Compare each new spelling of one article with those before it; report it once."""
    seen: list[Place] = []
    for place in places:
        name = _plain(place.mention.surface)
        if any(_plain(other.mention.surface) == name for other in seen):
            continue
        for other in seen:
            why = differ(_plain(other.mention.surface), name, entity.kind, language)
            if why:
                yield Inconsistency(entity, other, place, why)
                break
        seen.append(place)


def differ(one: str, other: str, kind: str, language: Language) -> str | None:
    """Say why two spellings of one bearer in one text may be taken for two, or None."""
    if kind == "organisation":
        return _bodies_differ(one, other, language)
    comparison = compare_names(
        make_name(one), make_name(other), kind, languages=(language, language)
    )
    if comparison.verdict in _AGREE:
        return None
    return f"the text has both {one} and {other} for one {kind}"


def _bodies_differ(one: str, other: str, language: Language) -> str | None:
    if is_acronym(one) or is_acronym(other):
        return None
    names = [expand(name) if language == "vi" else name for name in (one, other)]
    words = [
        [fold(w) for w in re.findall(r"[^\W_]+", re.sub("['’]s?\\b", "", name)) if w not in _SMALL]
        for name in names
    ]
    if words[0] == words[1] or set(words[0]) < set(words[1]) or set(words[1]) < set(words[0]):
        return None
    if any(_LOOSE.match(name) or _ORGANS[language].search(name) for name in names):
        return None
    bodies = [read_body(name, language) for name in names]
    if not all(body.heads & _TITULAR for body in bodies) or _deal_apart(*bodies):
        return None
    if compare_bodies(one, other, (language, language)).verdict not in _AGREE:
        return None
    return f"the text calls one body both {one} and {other}: a reader may take them for two"


def _deal_apart(one: BodyName, other: BodyName) -> bool:
    """Say whether one of two bodies has a matter that the other lacks: transport, public servants.

    What both share then is generic, and they are two bodies, not one under two names.
    """
    for ours, theirs in ((one, other), (other, one)):
        known = _MATTERLESS.union(ours.heads, *theirs.topics)
        if set(ours.proper) - set(theirs.proper) or any(not m & known for m in ours.topics):
            return True
    return False


def _plain(surface: str) -> str:
    name = " ".join(surface.split())
    return re.sub(r"['’]s?$", "", strip_titles(strip_titles(name, "vi"), "en"))
