"""Checks of one text: bearers spelt in two ways, acronyms left unexplained, places left untranslated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from workbench.check.base import Check, Example, Link, Pair
from workbench.check.name.entities import Text, find_inconsistencies
from workbench.check.name.reader import letters, read
from workbench.language.gazetteer import acronyms, bodies
from workbench.language.text import VIETNAMESE_LETTER, fold
from workbench.records import Mention
from workbench.values.name import make_name
from workbench.values.name_place import place, place_ids
from workbench.values.name_sound import is_transcribed
from workbench.values.name_syllable import has_marks, split_name
from workbench.values.types import Comparison

#: Letters under which a Vietnamese form without marks may be any English word.
_TELLING = 5
_SHORTEST_ACRONYM = 3
#: A name of more words is a person's or body's, whatever place its last words would be.
_PAIR = 2
_LONGEST_PLACE = 6
_CAPITALS = re.compile(r"(?<!\w)[A-ZĐƯƠÔÂĂÊ][A-ZĐƯƠÔÂĂÊ&-]+(?!\w)")


def inconsistent_links(pair: Pair, linked: Sequence[Link]) -> Iterator[Link]:
    """Yield names that one side of a pair spells in two ways, beside what is reported already."""
    reported = [
        m for link in linked if link.comparison.verdict in {"misspelt", "conflict"}
        for m in (link.vi, link.en) if m is not None
    ]  # fmt: skip
    for text in (Text(pair.vi, "vi", pair.vi_mentions), Text(pair.en, "en", pair.en_mentions)):
        if len({m.surface for m in text.mentions if m.dimension == "name" and not m.nested}) <= 1:
            continue
        for slip in find_inconsistencies([text]):
            pairs = (slip.first.mention, slip.second.mention)
            if any(one is other for one in pairs for other in reported):
                continue
            comparison = Comparison(verdict="inconsistent", explanation=slip.explanation)
            vi, en = (pairs[1], None) if text.language == "vi" else (None, pairs[1])
            yield Link(vi=vi, en=en, comparison=comparison)


class NameInconsistent(Check):
    """One person or body under two spellings inside one text."""

    id = "name-inconsistent"
    title = "One name, two spellings"
    issue_type = "inconsistency"
    dimension = "name"
    severity = "major"
    description = (
        "One text spells a person in two ways, or calls a federation or union by two full names, so"
        " that a reader may take them for two. Short second mentions, acronyms, expansions and marks"
        " left out pass; so do two people whom the text joins by a comma or và."
    )
    good = (
        Example(
            "Bà Phương và ông Phượng cùng quê Nghệ An.",
            "Ms. Phuong and Mr. Phuong both come from Nghe An.",
        ),
        Example(
            "Ông Lê Văn Hùng đến. Ông Hùng phát biểu.", "Le Van Hung came. Hung took the floor."
        ),
    )
    bad = (
        Example(
            "Bà Trần Thị Phương đến sớm. Sau đó bà «Trần Thị Phượng» phát biểu.",
            "Ms. Tran Thi Phuong came early. Later she spoke.",
        ),
    )

    def claims(self, link: Link) -> bool:
        """Claim names that one text spells in two ways."""
        return link.comparison.verdict == "inconsistent"


@cache
def _vietnamese_acronyms() -> dict[str, str]:
    """Map acronyms that only Vietnamese readers know, with and without marks, to what they mean."""
    english = {letters(short) for row in bodies() for short in row.en_short}
    found: dict[str, str] = {}
    for row in acronyms().values():
        for form in (row.short, fold(row.short).upper()):
            if len(form) >= _SHORTEST_ACRONYM and letters(form) not in english:
                found.setdefault(form, row.long)
    return found


class AcronymUndefined(Check):
    """A Vietnamese acronym in the English, unexplained."""

    id = "acronym-undefined"
    title = "Acronym unexplained"
    issue_type = "untranslated"
    dimension = "name"
    severity = "info"
    description = (
        "The English has an acronym that only Vietnamese readers know (UBND, LĐLĐ, HĐND), and no"
        " brackets that explain it. Acronyms that English uses, and those that the text defines in"
        " brackets, pass."
    )
    good = (
        Example("UBND tỉnh họp.", "The provincial People's Committee (UBND) met."),
        Example("WHO khuyến cáo đeo khẩu trang.", "The WHO advises wearing masks."),
    )
    bad = (Example("UBND huyện đã họp sáng nay.", "The «UBND» of the district met this morning."),)

    def inspect(self, pair: Pair) -> Iterable[Link]:
        """Find Vietnamese acronyms among the capitals of the English."""
        known = _vietnamese_acronyms()
        for match in _CAPITALS.finditer(pair.en):
            meaning = known.get(match[0])
            if meaning is None or _in_brackets(pair.en, match.start(), match.end()):
                continue
            explanation = f"{match[0]} is {meaning}: English readers do not know the acronym"
            comparison = Comparison(verdict="variant", explanation=explanation)
            mention = _english(pair, match.start(), match.end(), "organisation")
            yield Link(vi=None, en=mention, comparison=comparison)


def _in_brackets(text: str, start: int, end: int) -> bool:
    """Say whether an acronym stands in brackets, or explains itself in brackets behind it."""
    return text[start - 1 : start] == "(" or text[end : end + 2] == " ("


class PlaceExonym(Check):
    """A place left in its Vietnamese form."""

    id = "place-exonym"
    title = "Place left in Vietnamese"
    issue_type = "untranslated"
    dimension = "name"
    severity = "minor"
    description = (
        "The English keeps the Vietnamese form of a place that has an English name: Vieng Chan for"
        " Vientiane, Bac Kinh for Beijing, or a foreign name in Vietnamese spelling. Places of Viet"
        " Nam, with or without marks, pass."
    )
    good = (
        Example("Đoàn thăm Viêng Chăn.", "The delegation visited Vientiane."),
        Example("Hội chợ mở ở Đà Nẵng.", "A fair opened in Đà Nẵng."),
    )
    bad = (
        Example("Đoàn thăm Viêng Chăn.", "The delegation visited «Vieng Chan»."),
        Example("Cuộc họp diễn ra ở Bắc Kinh.", "The meeting took place in «Bac Kinh»."),
        Example("Ông ở Ni-giê-ri-a ba năm.", "He spent three years in «Ni-giê-ri-a»."),
    )

    def inspect(self, pair: Pair) -> Iterable[Link]:
        """Find Vietnamese forms of places in the English."""
        reader = read(pair.en)
        places = [m.surface for m in pair.vi_mentions if m.kind == "place"]
        known = frozenset().union(*(place_ids(name, "vi") for name in places))
        longer = [m for m in pair.en_mentions if len(m.surface.split()) > _PAIR]
        people = [letters(m.surface) for m in pair.vi_mentions if m.kind == "person"]
        told: set[str] = set()
        after = 0
        for run in reader.runs():
            for span in reader.parts(run, _LONGEST_PLACE):
                if span.start < after:
                    continue
                english = _english_of(reader.surface(span))
                if english is None or not _stands_in(pair.vi, reader.surface(span)):
                    continue
                ids = place_ids(reader.surface(span), "vi")
                if any(m.start <= span.start and span.end <= m.end for m in longer):
                    continue
                form = reader.folded(span)
                # Thanh Hai of Tran Thanh Hai is a person, though Thanh Hải is Qinghai
                if (ids and not ids & known) or any(form in name for name in people):
                    continue
                after = span.end
                if form in told:
                    continue
                told.add(form)
                comparison = Comparison(verdict="variant", explanation=english)
                mention = _english(pair, span.start, span.end, "place")
                yield Link(vi=None, en=mention, comparison=comparison)


def _english_of(surface: str) -> str | None:
    """Say what English calls a place given in its Vietnamese form, or None."""
    form = letters(surface)
    marked = has_marks(surface)
    if not marked and (len(form) < _TELLING or len(split_name(surface)) == 1):
        return None
    ids = place_ids(surface, "vi")
    if not marked and place_ids(surface, "en"):
        return None
    for identity in sorted(ids):
        names = place(identity).en
        if names and form not in {letters(name) for name in names}:
            return f"{surface} is called {names[0]} in English"
    if VIETNAMESE_LETTER.search(surface) and is_transcribed(surface) and not ids:
        return f"{surface} is in Vietnamese spelling: give the name as English writes it"
    return None


def _stands_in(text: str, surface: str) -> bool:
    """Say whether a name stands in the Vietnamese text too, so that it was left as it was."""
    return bool(read(text).find(letters(surface)))


def _english(pair: Pair, start: int, end: int, kind: str) -> Mention:
    surface = pair.en[start:end]
    return Mention(
        start=start, end=end, surface=surface, dimension="name", kind=kind,
        value=make_name(surface), rule="en.left",
    )  # fmt: skip
