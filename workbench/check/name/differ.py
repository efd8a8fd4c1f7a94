"""English names that differ from what the Vietnamese has: a slip away from it, or another name."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from workbench.check.base import Link
from workbench.check.name.english import English, is_derived
from workbench.check.name.forms import Entity, is_firm
from workbench.check.name.reader import Span
from workbench.language.gazetteer import demonyms
from workbench.language.text import fold
from workbench.records import Mention
from workbench.values.name import compare_names, make_name
from workbench.values.name_body import contradicts
from workbench.values.name_body_words import known_bodies
from workbench.values.name_person import allowed_slips, english_names
from workbench.values.name_place import english_forms, place, place_ids, strip_level
from workbench.values.name_syllable import split_name
from workbench.values.types import Comparison

_LONGEST_NAME = 6
#: A second look at a name that was found already asks for this many letters.
_STRICT_LENGTH = 5


def find_slip(entity: Entity, english: English, *, strict: bool = False) -> Link | None:
    """Find the English words that are nearest to a form of a name, within the slips allowed."""
    best: tuple[int, Span] | None = None
    longest = min(_LONGEST_NAME, max(len(split_name(f)) for f in _written(entity)) + 1)
    forms = [f for f in _forms(entity) if not strict or len(f) >= _STRICT_LENGTH]
    for span in english.candidates(longest, inside=bool(entity.forms.places)):
        distance = _distance(entity, forms, span, english)
        if distance is not None and (best is None or distance < best[0]):
            best = distance, span
    if best is None:
        return None
    span = best[1]
    other = english.mention(span, entity.kind)
    return Link(vi=_spoken(entity), en=other, comparison=_slip(entity, english.bare(span)))


def _forms(entity: Entity) -> tuple[str, ...]:
    """Return the forms that a slip may stem from; a person's lone given name only if it is long."""
    short = (form for form in entity.forms.short if len(form) >= _STRICT_LENGTH)
    return (*entity.forms.full, *short)


def _distance(entity: Entity, forms: Sequence[str], span: Span, english: English) -> int | None:
    text = english.reader.folded(span)
    surface = english.reader.surface(span)
    if is_derived(text, forms):
        return None
    known = place_ids(surface, "en") or known_bodies(surface, "en")
    if known and (entity.forms.places or entity.forms.bodies or entity.kind == "person"):
        return None
    words = tuple(sorted(map(fold, split_name(english.bare(span)))))
    if words in entity.forms.orders:
        return 0
    found: int | None = None
    for form in forms:
        limit = allowed_slips(max(len(form), len(text)))
        if not limit or abs(len(form) - len(text)) > limit or form == text:
            continue
        distance = OSA.distance(form, text, score_cutoff=limit)
        if distance <= limit and (found is None or distance < found):
            found = distance
    return found


def _slip(entity: Entity, english: str) -> Comparison:
    comparison = compare_names(make_name(entity.name), make_name(english), entity.kind)
    if comparison.verdict in {"misspelt", "conflict"} and not entity.forms.places:
        return comparison
    return Comparison(
        verdict="misspelt",
        explanation=f"{english} looks like a slip: {entity.name} is {_written(entity)[0]} in English",
    )


def _written(entity: Entity) -> list[str]:
    """Return the English ways to write a name, the usual one first."""
    forms = [form for identity in sorted(entity.forms.places) for form in english_forms(identity)]
    forms += english_names(entity.name)
    return [*forms, " ".join(fold(word).capitalize() for word in split_name(entity.name))]


def find_conflicts(
    waiting: Sequence[Entity],
    excess: Sequence[Entity],
    english: English,
    sizes: tuple[int, int],
    surplus: Sequence[tuple[Mention, Span]] = (),
) -> list[tuple[Entity, Link]]:
    """Pair names that stand alone on both sides, nearest places in the texts first.

    ``excess`` are names found less often than the Vietnamese has them: only a country may stand
    in the place of a country there. ``surplus`` are English names that stand more often than the
    Vietnamese has them, ``sizes`` the lengths of the two texts.
    """
    theirs = [*english.open_mentions(), *english.open_places(), *surplus]
    plain = len(theirs) - len(surplus)
    options = [
        (
            abs(e.mentions[0].start / sizes[0] - m.start / sizes[1]) + (2 if j >= plain else 0),
            i,
            j,
        )
        for i, e in enumerate(waiting)
        for j, (m, span) in enumerate(theirs)
        if may_replace(e, m, english, span)
    ]
    options += [
        (-1.0, i, j)
        for i, e in enumerate(waiting)
        for j, (m, _) in enumerate(theirs)
        if _nearly_same(e, m)
    ]
    options += [
        (1 + abs(e.mentions[-1].start / sizes[0] - m.start / sizes[1]), len(waiting) + i, j)
        for i, e in enumerate(excess)
        for j, (m, _) in enumerate(theirs[:plain])
        if _is_country(e.forms.places)
        and _is_country(place_ids(m.surface, "en") - e.forms.places)
        and not place_ids(m.surface, "en") & e.forms.places
        and m.surface not in demonyms()
    ]
    everyone = [*waiting, *excess]
    found: list[tuple[Entity, Link]] = []
    taken: set[int] = set()
    used: set[int] = set()
    for _, i, j in sorted(options):
        if i in taken or j in used:
            continue
        taken.add(i)
        used.add(j)
        mention, span = theirs[j]
        english.explain(span)
        comparison = _conflict(everyone[i], english.bare(span))
        found.append(
            (everyone[i], Link(vi=_spoken(everyone[i]), en=mention, comparison=comparison))
        )
    return found


def may_replace(entity: Entity, mention: Mention, english: English, span: Span) -> bool:
    """Say whether an English name may stand where the Vietnamese has another."""
    if not is_firm(entity.name, entity.kind):
        return entity.kind == mention.kind == "organisation" and contradicts(
            entity.name, mention.surface, ("vi", "en")
        )
    if is_derived(english.reader.folded(span), entity.forms.full):
        return False
    if place_ids(mention.surface, "en") & entity.forms.places:
        return False
    if entity.nested:
        return mention.kind == "place" and _same_sort(entity, mention)
    if entity.kind == mention.kind:
        return entity.kind != "place" or _same_sort(entity, mention)
    return _unsure(entity, mention)


def _unsure(entity: Entity, mention: Mention) -> bool:
    """Say whether one of two names is of no known kind, so that it may be of the other's kind."""
    if "place" in {entity.kind, mention.kind}:
        # a club that is called by its town: Liverpool for Everton
        town = entity.forms.places or place_ids(mention.surface, "en")
        return "other" in {entity.kind, mention.kind} and _is_town(town)
    return "other" in {entity.kind, mention.kind}


def _nearly_same(entity: Entity, mention: Mention) -> bool:
    """Say whether two names have all syllables but one alike, whatever they are taken for."""
    ours = [fold(word) for word in split_name(strip_level(entity.name, "vi"))]
    theirs = [fold(word) for word in split_name(strip_level(mention.surface, "en"))]
    unlike = [a for a, b in zip(ours, theirs, strict=False) if a != b]
    return len(ours) == len(theirs) > 1 and len(unlike) == 1


def _same_sort(entity: Entity, mention: Mention) -> bool:
    """Say whether two places are both countries or both none, as far as tables know."""
    theirs = place_ids(mention.surface, "en")
    if not theirs:
        return True
    return _is_country(theirs) == _is_country(entity.forms.places)


def _is_town(ids: frozenset[str]) -> bool:
    return any(place(identity).kind == "city" for identity in ids)


def _is_country(ids: frozenset[str]) -> bool:
    return any(place(identity).kind == "country" for identity in ids)


def _conflict(entity: Entity, english: str) -> Comparison:
    comparison = compare_names(make_name(entity.name), make_name(english), entity.kind)
    known = place_ids(english, "en") or known_bodies(english, "en")
    if comparison.verdict == "conflict" or (comparison.verdict == "misspelt" and not known):
        return comparison
    return Comparison(
        verdict="conflict",
        explanation=f"{english} stands where the Vietnamese has {entity.name}",
    )


def _spoken(entity: Entity) -> Mention:
    """Return the first mention that stands by itself."""
    return next((m for m in entity.mentions if not m.nested), entity.mentions[0])


def widened_slip(entity: Entity, span: Span, english: English) -> Span | None:
    """Find a longer form of a name misspelt around a shorter one.

    ``Soubh Korea`` around ``Korea``, ``DC Washington`` around ``Washington``.
    """
    text = english.reader.folded(span)
    longer = [form for form in entity.forms.full if text in form and len(form) > len(text)]
    if not longer:
        return None
    run = english.reader.run_around(span)
    for first in range(run.first, span.first + 1):
        for last in range(span.last, run.last + 1):
            wide = english.reader.between(first, last)
            letters = english.reader.folded(wide)
            surface = english.reader.surface(wide)
            if wide == span or letters in entity.forms.full or place_ids(surface, "en"):
                continue
            words = tuple(sorted(map(fold, split_name(surface))))
            if words in entity.forms.orders and min(map(len, words)) > 1:
                return wide
            if any(_slips_beside(form, letters, text) for form in longer):
                return wide
    return None


def _slips_beside(form: str, letters: str, found: str) -> bool:
    """Say whether what stands beside a found part is a slip of what the whole form has there."""
    for form_rest, rest in (
        (form.removesuffix(found), letters.removesuffix(found)),
        (form.removeprefix(found), letters.removeprefix(found)),
    ):
        near = OSA.distance(form_rest, rest) <= allowed_slips(len(form_rest))
        if form_rest != form and rest != letters and near:
            return True
    return False
