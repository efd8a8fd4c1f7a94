"""Link the names of a pair.

Each Vietnamese name is looked for in the English text in all its accepted forms, marked there as a
name or not. What is not found is compared with the English names that nothing explains: a slip, or
another name in its place. Only then is a name missing, or added.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from workbench.check.base import Link, Pair
from workbench.check.name.alone import may_be_added, may_be_missing
from workbench.check.name.forms import Entity, Forms, entities, forms_of, is_firm
from workbench.check.name.reader import Reader, Span, letters, read
from workbench.records import Mention
from workbench.values.name import compare_names, make_name, strip_titles
from workbench.values.name_body import (
    compare_bodies,
    initials_match,
    is_acronym,
    known_bodies,
    read_body,
)
from workbench.values.name_person import allowed_slips, compare_people
from workbench.values.name_place import place_ids, strip_level
from workbench.values.types import Comparison

_LONGEST_NAME = 6


def link_names(pair: Pair) -> list[Link]:
    """Link each name of a pair with its counterpart, agreeing links included.

    A name without counterpart gives a link with one side, verdict ``missing`` or ``added``; what a
    translator may leave out or bring in gives none.
    """
    return _Linker(pair).links()


class _Linker:
    """The state of one pair: what is linked, what English words are explained."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.vi = read(pair.vi)
        self.en = read(pair.en)
        names = [m for m in pair.vi_mentions if m.dimension == "name"]
        self.entities = entities(names)
        self.en_mentions = [m for m in pair.en_mentions if m.dimension == "name" and not m.nested]
        #: English words that some Vietnamese name explains
        self.explained: set[int] = set()
        self.found: list[Link] = []
        self.open: list[Entity] = []

    def links(self) -> list[Link]:
        """Return all links in the order of the text."""
        if not self.entities and not self.en_mentions:
            return []
        self._find_forms()
        self._link_bodies()
        self._explain_rest()
        self._find_slips()
        self._link_conflicts()
        self.found += [
            _alone(e.mentions[0], "missing", f"{e.name} has no counterpart in the English")
            for e in self.open
            if may_be_missing(e, self.pair)
        ]
        self.found += self._added()
        return sorted(self.found, key=_place)

    # what is found

    def _find_forms(self) -> None:
        """Look every entity up in the English: whole names first, then parts of names."""
        waiting: list[Entity] = []
        for entity in self.entities:
            spans = self._spans(entity.forms.full)
            if spans:
                self._take(entity, spans)
            else:
                waiting.append(entity)
        for entity in waiting:
            if not self._take_parts(entity) and not self._take_by_sound(entity):
                self.open.append(entity)

    def _spans(self, forms: tuple[str, ...]) -> list[Span]:
        spans = {span for form in forms for span in self.en.find(form)}
        return _widest(spans)

    def _take(self, entity: Entity, spans: list[Span]) -> None:
        for span in spans:
            self.explained.update(range(span.first, span.last + 1))
        for mention, span in zip(entity.mentions, spans, strict=False):
            if not mention.nested:
                self._link(mention, span)

    def _link(self, mention: Mention, span: Span, comparison: Comparison | None = None) -> None:
        other = self._mention(span, mention.kind)
        if comparison is None:
            comparison = compare_names(
                make_name(mention.surface), make_name(other.surface), mention.kind
            )
            if comparison.verdict not in {"equal", "variant"}:
                comparison = Comparison(
                    verdict="variant",
                    explanation=f"{other.surface} is an accepted form of {mention.surface}",
                )
        self.found.append(Link(vi=mention, en=other, comparison=comparison))

    def _mention(self, span: Span, kind: str) -> Mention:
        """Return the English mention at a span, or make one where extraction marked none."""
        for mention in self.en_mentions:
            if mention.start <= span.start and span.end <= mention.end:
                if mention.kind == "organisation" != kind:
                    break
                return mention
        surface = self.en.surface(span)
        return Mention(
            start=span.start, end=span.end, surface=surface, dimension="name", kind=kind,
            value=make_name(surface), rule="en.form",
        )  # fmt: skip

    def _take_parts(self, entity: Entity) -> bool:
        """Look for a part of a name where it stands alone, or inside a fuller name of the same."""
        for span in self._spans(entity.forms.short):
            if entity.kind != "person":
                self._take(entity, [span])
                return True
            whole = self._whole(span)
            verdict = compare_people(strip_titles(entity.name, "vi"), self._bare(whole))
            if verdict.verdict in {"equal", "variant"}:
                self._take(entity, [whole])
                return True
            if verdict.verdict == "misspelt":
                self.explained.update(range(whole.first, whole.last + 1))
                self._link(entity.mentions[0], whole, verdict)
                return True
        return False

    def _bare(self, span: Span) -> str:
        return strip_titles(self.en.surface(span), "en")

    def _whole(self, span: Span) -> Span:
        """Widen a part of a name to the name that the English has there."""
        for mention in self.en_mentions:
            if mention.start <= span.start and span.end <= mention.end:
                return self.en.span_of(mention.start, mention.end) or span
        run = self.en.run_around(span)
        first = run.first
        while first < span.first and self.en.words[first].first:
            first += 1
        return self.en.between(first, run.last)

    def _take_by_sound(self, entity: Entity) -> bool:
        """Look for a foreign name by its sound, or for the pinyin of a Chinese one."""
        if entity.kind not in {"person", "place"}:
            return False
        for span in self._candidates(entity.name):
            text = self._bare(span)
            verdict = compare_names(make_name(entity.name), make_name(text), entity.kind)
            if verdict.verdict == "variant":
                self._take(entity, [span])
                return True
        return False

    def _candidates(self, name: str) -> Iterator[Span]:
        """Yield English names and runs of capitals that nothing explains yet."""
        seen: set[Span] = set()
        for mention in self.en_mentions:
            span = self.en.span_of(mention.start, mention.end)
            if span is not None and self._is_open(span) and span not in seen:
                seen.add(span)
                yield span
        longest = min(_LONGEST_NAME, len(name.replace("-", " ").split()) + 1)
        for run in self.en.runs():
            for span in self.en.parts(run, longest):
                if span not in seen and self._is_open(span):
                    seen.add(span)
                    yield span

    def _is_open(self, span: Span) -> bool:
        return not any(i in self.explained for i in range(span.first, span.last + 1))

    def _link_bodies(self) -> None:
        """Link bodies by what their names say; a contradiction is another body."""
        bodies = [e for e in self.open if e.kind == "organisation"]
        theirs = [m for m in self.en_mentions if m.kind == "organisation" and self._open_mention(m)]
        options = sorted(
            (
                (_rank(comparison), abs(self._at(entity.mentions[0], "vi") - self._at(m, "en")), i, j)
                for i, entity in enumerate(bodies)
                for j, m in enumerate(theirs)
                for comparison in [compare_bodies(entity.name, m.surface, ("vi", "en"))]
                if comparison.verdict in {"equal", "variant"}
            ),
        )
        used_vi: set[int] = set()
        used_en: set[int] = set()
        for _, _, i, j in options:
            if i in used_vi or j in used_en:
                continue
            used_vi.add(i)
            used_en.add(j)
            span = self.en.span_of(theirs[j].start, theirs[j].end)
            if span is not None:
                self._take(bodies[i], [span])
                self.open.remove(bodies[i])

    def _open_mention(self, mention: Mention) -> bool:
        span = self.en.span_of(mention.start, mention.end)
        return span is not None and self._is_open(span)

    def _at(self, mention: Mention, language: str) -> float:
        text = self.pair.vi if language == "vi" else self.pair.en
        return mention.start / max(1, len(text))

    # what explains the English names that are left

    def _explain_rest(self) -> None:
        """Mark English names that the Vietnamese text holds in some form, though not as a name."""
        places = frozenset().union(*(e.forms.places for e in self.entities)) if self.entities else frozenset()
        bodies = [e for e in self.entities if e.kind in {"organisation", "other"}]
        for mention in self.en_mentions:
            span = self.en.span_of(mention.start, mention.end)
            if span is None:
                continue
            if self._is_explained(mention, places, bodies):
                self.explained.update(range(span.first, span.last + 1))

    def _is_explained(
        self, mention: Mention, places: frozenset[str], bodies: list[Entity]
    ) -> bool:
        surface = strip_titles(mention.surface, "en")
        if self.vi.find(letters(surface), capital=False):
            return True
        if place_ids(surface, "en") & places:
            return True
        core = letters(strip_level(surface, "en"))
        if core and self.vi.find(core):
            return True
        if mention.kind in {"organisation", "other"}:
            return any(
                compare_bodies(e.name, surface, ("vi", "en")).verdict in {"equal", "variant"}
                for e in bodies
            )
        return False

    # what differs

    def _find_slips(self) -> None:
        """Find English words that are a slip away from a form of a Vietnamese name."""
        for entity in list(self.open):
            best = self._nearest(entity)
            if best is not None:
                span, comparison = best
                self.explained.update(range(span.first, span.last + 1))
                self._link(_first_firm(entity), span, comparison)
                self.open.remove(entity)
        for entity in self.entities:
            if entity in self.open or entity.nested:
                continue
            best = self._nearest(entity, strict=True)
            if best is not None:
                span, comparison = best
                self.explained.update(range(span.first, span.last + 1))
                self._link(entity.mentions[-1], span, comparison)

    def _nearest(self, entity: Entity, *, strict: bool = False) -> tuple[Span, Comparison] | None:
        """Return the span that differs least from a form of an entity, within the slips allowed."""
        best: tuple[int, Span, str] | None = None
        for span in self._candidates(entity.name):
            text = self.en.folded(span)
            if self._is_known(span, entity):
                continue
            for form in (*entity.forms.full, *entity.forms.short):
                limit = allowed_slips(max(len(form), len(text)))
                if strict and len(form) < 5:  # noqa: PLR2004
                    continue
                if abs(len(form) - len(text)) > limit or not limit or text == form:
                    continue
                distance = OSA.distance(form, text, score_cutoff=limit)
                if distance <= limit and (best is None or distance < best[0]):
                    best = distance, span, form
        if best is None:
            return None
        _, span, form = best
        surface = self.en.surface(span)
        comparison = compare_names(
            make_name(strip_titles(entity.name, "vi")), make_name(self._bare(span)), entity.kind
        )
        if comparison.verdict not in {"misspelt", "conflict"} or entity.forms.places:
            comparison = Comparison(
                verdict="misspelt",
                explanation=f"{surface} looks like a slip: {entity.name} is {self._written(entity)} in English",
            )
        return span, comparison

    def _written(self, entity: Entity) -> str:
        from workbench.values.name_place import english_forms

        for identity in entity.forms.places:
            return english_forms(identity)[0]
        return make_name(entity.name).folded.title()

    def _is_known(self, span: Span, entity: Entity) -> bool:
        """Say whether an English span is a known other name, or a word made from the entity's own."""
        surface = self.en.surface(span)
        if place_ids(surface, "en") or known_bodies(surface, "en"):
            return True
        text = self.en.folded(span)
        return any(
            text.startswith(form) and text[len(form) :] in _ENDINGS
            for form in entity.forms.full
        )

    def _link_conflicts(self) -> None:
        """Pair names that stand alone on both sides: another name in the place of the first."""
        theirs = [m for m in self.en_mentions if self._open_mention(m)]
        options = sorted(
            (
                abs(self._at(entity.mentions[0], "vi") - self._at(m, "en")), i, j
            )
            for i, entity in enumerate(self.open)
            for j, m in enumerate(theirs)
            if _same_kind(entity, m) and is_firm(entity.name, entity.kind)
        )
        used: set[int] = set()
        taken: set[int] = set()
        for _, i, j in options:
            if i in taken or j in used:
                continue
            entity, mention = self.open[i], theirs[j]
            taken.add(i)
            used.add(j)
            span = self.en.span_of(mention.start, mention.end)
            assert span is not None
            self.explained.update(range(span.first, span.last + 1))
            comparison = compare_names(
                make_name(entity.name), make_name(mention.surface), entity.kind
            )
            if comparison.verdict not in {"misspelt", "conflict"}:
                comparison = Comparison(
                    verdict="conflict",
                    explanation=f"{mention.surface} stands where the Vietnamese has {entity.name}",
                )
            self.found.append(Link(vi=_first_firm(entity), en=mention, comparison=comparison))
        self.open = [e for i, e in enumerate(self.open) if i not in taken]

    def _added(self) -> list[Link]:
        return [
            _alone(m, "added", f"{m.surface} has no counterpart in the Vietnamese")
            for m in self.en_mentions
            if self._open_mention(m) and may_be_added(m, self.pair)
        ]


#: What English hangs on a name to make a word of it.
_ENDINGS = frozenset(
    "s an ian n ese ish ist ists ism ic ite ites i er ers ean ans ians esque".split()
)


def _rank(comparison: Comparison) -> int:
    return 0 if comparison.verdict == "equal" else 1


def _first_firm(entity: Entity) -> Mention:
    return next((m for m in entity.mentions if not m.nested), entity.mentions[0])


def _same_kind(entity: Entity, mention: Mention) -> bool:
    if entity.kind == mention.kind:
        return True
    return "other" in {entity.kind, mention.kind} and not entity.forms.places


def _alone(mention: Mention, verdict: str, explanation: str) -> Link:
    comparison = Comparison(verdict=verdict, explanation=explanation)
    if verdict == "missing":
        return Link(vi=mention, en=None, comparison=comparison)
    return Link(vi=None, en=mention, comparison=comparison)


def _widest(spans: set[Span]) -> list[Span]:
    """Drop spans that lie inside another, and return the rest in order."""
    return sorted(
        (
            span
            for span in spans
            if not any(
                o != span and o.first <= span.first and span.last <= o.last for o in spans
            )
        ),
        key=lambda span: span.start,
    )


def _place(link: Link) -> tuple[int, int]:
    mention = link.vi or link.en
    assert mention is not None
    return mention.start, 0 if link.vi else 1
