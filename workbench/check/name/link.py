"""Link the names of a pair.

Each Vietnamese name is looked for in the English text in all its accepted forms, marked there as a
name or not. What is not found is compared with the English names that nothing explains: a slip, or
another name in its place. Only then is a name missing, or added.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from workbench.check.base import Link, Pair
from workbench.check.name.alone import may_be_added, may_be_missing
from workbench.check.name.bracket import bracket_links
from workbench.check.name.differ import find_conflicts, find_slip, widened_slip
from workbench.check.name.english import English
from workbench.check.name.forms import PEOPLE, Entity, entities, peoples
from workbench.check.name.inside import inconsistent_links
from workbench.check.name.reader import Span, letters, read
from workbench.check.name.verdicts import (
    added,
    agreement,
    has_noun,
    longer_name,
    missing,
    too_long,
    widened,
)
from workbench.language.glossary import Term
from workbench.language.names import aliases, metonyms
from workbench.records import Mention
from workbench.values.name import strip_titles
from workbench.values.name_body import compare_bodies, is_acronym
from workbench.values.name_person import compare_people, compare_sounds
from workbench.values.name_place import place_ids, strip_level
from workbench.values.name_sound import family_reads_as
from workbench.values.name_syllable import has_marks, split_name
from workbench.values.types import Comparison

_LONGEST_NAME = 6
#: Names of this many letters are looked for in small letters too.
_LONG = 5
_TONGUE = re.compile(r"\b[Tt]iếng\s+([^\W\d_]+(?:\s[A-ZĐ][^\W\d_]*)*)")
_AGREE = frozenset({"equal", "variant"})


def link_names(pair: Pair) -> list[Link]:
    """Link each name of a pair with its counterpart, agreeing links included.

    A name without counterpart gives a link with one side, verdict ``missing`` or ``added``; what a
    translator may leave out or bring in gives none.
    """
    names = [m for m in pair.vi_mentions if m.dimension == "name"]
    names = sorted([*names, *peoples(pair.vi, names)], key=lambda m: (m.start, m.nested))
    linker = _Linker(pair, entities(pair.vi, names), English(pair.en, pair.en_mentions))
    links = linker.links()
    return sorted([*links, *inconsistent_links(pair, links)], key=_place)


class _Linker:
    """The state of one pair: what is linked so far, and which names wait."""

    def __init__(self, pair: Pair, everyone: list[Entity], english: English) -> None:
        self.pair = pair
        self.entities = everyone
        self.english = english
        self.found: list[Link] = []
        self.open: list[Entity] = []
        #: mentions of an entity that no English span answers
        self.excess: list[Entity] = []
        #: English names that stand more often than the Vietnamese has them
        self.surplus: list[tuple[Mention, Span]] = []

    def links(self) -> list[Link]:
        if not self.entities and not self.english.mentions:
            return []
        self._find_forms()
        self._find_slips()
        self._link_bodies()
        self._explain_rest()
        self._find_second_slips()
        self._compare_brackets()
        self._find_conflicts()
        self.found += [missing(e) for e in self.open if may_be_missing(e, self.pair)]
        self.found += [
            added(mention)
            for mention, _ in self.english.open_mentions()
            if may_be_added(mention, self.pair)
        ]
        return self.found

    def _find_forms(self) -> None:
        """Look every entity up in the English: whole names first, then parts and sounds."""
        waiting: list[Entity] = []
        for entity in self.entities:
            forms = (*entity.forms.full, *self._terms(entity))
            spans = self._spoken(entity, self.english.find(forms, entity.forms.places))
            spans = spans or self.english.find_small(entity.forms.small)
            slips = [w for span in spans if (w := widened_slip(entity, span, self.english))]
            if slips:
                self._report(entity.mentions[0], slips[0], widened(entity, self.english, slips[0]))
            elif spans and (longer := longer_name(entity, spans, self.english)):
                self._report(entity.mentions[0], longer, too_long(entity, self.english, longer))
            elif spans:
                self._take(entity, spans)
            elif not any(term.en for term in self._terms_of(entity)):
                waiting.append(entity)
        self._explain_terms()
        for entity in waiting:
            if not (
                self._take_parts(entity)
                or self._take_by_sound(entity)
                or self._take_derived(entity)
            ):
                self.open.append(entity)

    def _terms(self, entity: Entity) -> list[str]:
        """Return what the glossary gives for a name, beside the forms that are known anyway."""
        return [letters(form) for term in self._terms_of(entity) for form in term.en]

    def _terms_of(self, entity: Entity) -> list[Term]:
        if self.pair.glossary is None:
            return []
        return [
            term
            for start, end, term, _ in self.pair.glossary.hits(self.pair.vi, "vi")
            if any(m.start < end and start < m.end for m in entity.mentions)
        ]

    def _explain_terms(self) -> None:
        """Leave forms of the glossary, and forbidden ones, to the checks of terms."""
        if self.pair.glossary is None:
            return
        for start, end, _, _ in self.pair.glossary.hits(self.pair.en, "en"):
            span = self.english.reader.span_of(start, end)
            if span is not None:
                self.english.explain(span)

    def _spoken(self, entity: Entity, spans: list[Span]) -> list[Span]:
        """Drop names of languages where the Vietnamese has a country and, apart, its language."""
        if not entity.forms.places or not any(self.english.is_language(span) for span in spans):
            return spans
        tongues = [match[1] for match in _TONGUE.finditer(self.pair.vi)]
        if not any(place_ids(tongue, "vi") & entity.forms.places for tongue in tongues):
            return spans
        for span in spans:
            if self.english.is_language(span):
                self.english.explain(span)
        return [span for span in spans if not self.english.is_language(span)]

    def _take(self, entity: Entity, spans: Sequence[Span], *, body: bool = False) -> None:
        for span in spans:
            self.english.explain(span, body=body)
        if entity.forms.places:
            spans = self._nearest(entity, spans)
            self.surplus += [
                (self.english.mention(span, "place"), span)
                for span in spans[len(entity.mentions) :]
            ]
        spoken = [m for m in entity.mentions if not m.nested and m.rule != PEOPLE]
        for mention, span in zip(spoken, spans, strict=False):
            self.found.append(agreement(mention, self.english.mention(span, mention.kind)))
        if len(entity.mentions) > len(spans) or not has_noun(entity, spans, self.english):
            self.excess.append(entity)

    def _nearest(self, entity: Entity, spans: Sequence[Span]) -> list[Span]:
        """Put the spans that stand where the mentions do first, those left over behind."""
        left = list(spans)
        first: list[Span] = []
        if len(left) <= len(entity.mentions):
            return left
        for mention in entity.mentions:
            at = mention.start / len(self.pair.vi)
            near = min(left, key=lambda span: abs(span.start / len(self.pair.en) - at))
            left.remove(near)
            first.append(near)
        return [*sorted(first, key=lambda span: span.start), *left]

    def _report(self, mention: Mention, span: Span, comparison: Comparison) -> None:
        self.english.explain(span)
        other = self.english.mention(span, mention.kind)
        self.found.append(Link(vi=mention, en=other, comparison=comparison))

    def _take_parts(self, entity: Entity) -> bool:
        """Look for a part of a name where it stands alone, or inside a fuller name of the same."""
        compare = compare_people if entity.kind != "organisation" else _compare_bodies
        for span in self.english.find(entity.forms.short):
            whole = self.english.whole(span)
            verdict = compare(strip_titles(entity.name, "vi"), self.english.bare(whole))
            if verdict.verdict in _AGREE:
                self._take(entity, [whole], body=entity.kind == "organisation")
                return True
            if verdict.verdict == "misspelt":
                self._report(entity.mentions[0], whole, verdict)
                return True
            if entity.kind == "organisation" or (entity.kind == "other" and has_marks(entity.name)):
                self._take(entity, [span])
                return True
        return False

    def _take_by_sound(self, entity: Entity) -> bool:
        """Look for a foreign name by its sound, or for the pinyin of a Chinese one."""
        for span in self.english.candidates(_LONGEST_NAME):
            text = self.english.bare(span)
            for name in dict.fromkeys((entity.name, strip_level(entity.name, "vi"))):
                for other in dict.fromkeys((text, strip_level(text, "en"))):
                    if compare_sounds(name, other) or self._family_agrees(entity, other):
                        self._take(entity, [span])
                        return True
        return False

    def _family_agrees(self, entity: Entity, other: str) -> bool:
        """Say whether two people share a family name by its reading, and nothing else tells them apart."""
        words = split_name(entity.name)
        return (
            entity.kind == "person"
            and has_marks(entity.name)
            and len(split_name(other)) > 1
            and family_reads_as(words, other)
        )

    def _take_derived(self, entity: Entity) -> bool:
        long = [form for form in entity.forms.full if len(form) >= _LONG]
        spans = self.english.apart_from(
            entity.forms.places,
            self.english.find_derived(entity.forms.full) or self.english.find_small(long),
        )
        if spans:
            self._take(entity, spans)
        return bool(spans)

    def _link_bodies(self) -> None:
        """Link bodies by what their names say, nearest places in the texts first."""
        bodies = [e for e in self.open if e.kind == "organisation"]
        theirs = [
            (m, self.english.whole(span))
            for m, span in self.english.open_mentions()
            if m.kind == "organisation"
        ]
        options = sorted(
            (abs(e.mentions[0].start / len(self.pair.vi) - span.start / len(self.pair.en)), i, j)
            for i, e in enumerate(bodies)
            for j, (_, span) in enumerate(theirs)
            if self._same_body(e, span)
        )
        used: set[int] = set()
        for _, i, j in options:
            if bodies[i] in self.open and j not in used:
                used.add(j)
                self._take(bodies[i], [theirs[j][1]], body=True)
                self.open.remove(bodies[i])

    def _same_body(self, entity: Entity, span: Span) -> bool:
        if _compare_bodies(entity.name, self.english.reader.surface(span)).verdict not in _AGREE:
            return False
        # another acronym in brackets behind the name says that it is another body
        bracket = self.english.acronym_after(span)
        return not (
            is_acronym(entity.name) and bracket and letters(bracket) != letters(entity.name)
        )

    def _explain_rest(self) -> None:
        """Mark English names that the Vietnamese text holds in some form, though not as a name."""
        places: frozenset[str] = frozenset().union(*(e.forms.places for e in self.entities))
        bodies = [e for e in self.entities if e.kind in {"organisation", "other"}]
        for entity in self.open:
            for form in metonyms().get(entity.name, ()):
                for span in self.english.find((letters(form),)):
                    self.english.explain(span)
        for mention, span in self.english.open_mentions():
            surface = strip_titles(mention.surface, "en")
            core = letters(strip_level(surface, "en"))
            reader = read(self.pair.vi)
            if (
                _is_alias(surface, self.pair.vi)
                or reader.find(letters(surface), capital=False)
                or place_ids(surface, "en") & places
                or (core and reader.find(core))
                or (
                    mention.kind in {"organisation", "other"}
                    and any(_compare_bodies(e.name, surface).verdict in _AGREE for e in bodies)
                )
            ):
                self.english.explain(span, body=mention.kind == "organisation")

    def _find_slips(self) -> None:
        """Find English words that are a slip away from a form of a Vietnamese name."""
        for entity in list(self.open):
            link = find_slip(entity, self.english)
            if link is not None:
                self._keep(link)
                self.open.remove(entity)

    def _find_second_slips(self) -> None:
        """Look again for slips, beside names that were found elsewhere in the text."""
        self._find_slips()
        for entity in dict.fromkeys(self.excess):
            if entity not in self.open and not entity.nested:
                link = find_slip(entity, self.english, strict=True)
                if link is not None:
                    self._keep(link)

    def _keep(self, link: Link) -> None:
        assert link.en is not None
        span = self.english.reader.span_of(link.en.start, link.en.end)
        assert span is not None
        self.english.explain(span)
        self.found.append(link)

    def _compare_brackets(self) -> None:
        for link in bracket_links(self.pair, self.english):
            self._keep(link)
            self.open = [e for e in self.open if link.vi is None or e.name != link.vi.surface]

    def _find_conflicts(self) -> None:
        sizes = max(1, len(self.pair.vi)), max(1, len(self.pair.en))
        for entity, link in find_conflicts(
            self.open, self.excess, self.english, sizes, self.surplus
        ):
            self.found.append(link)
            if entity in self.open:
                self.open.remove(entity)


@cache
def _aliased() -> dict[str, tuple[str, ...]]:
    """Map English forms of the alias table, run together, to the Vietnamese that they stand for."""
    found: dict[str, tuple[str, ...]] = {}
    for name, row in aliases().items():
        for form in row.en:
            found[letters(form)] = (*found.get(letters(form), ()), name)
    return found


def _is_alias(surface: str, text: str) -> bool:
    """Say whether a text holds a Vietnamese name that an English name is an alias of."""
    return any(name in text for name in _aliased().get(letters(surface), ()))


def _compare_bodies(one: str, other: str) -> Comparison:
    return compare_bodies(one, other, ("vi", "en"))


def _place(link: Link) -> tuple[int, int]:
    return link.mention.start, 0 if link.vi else 1
