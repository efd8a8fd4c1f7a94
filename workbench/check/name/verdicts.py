"""What is said of a name once it is linked, stands alone, or has grown on its way to English."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.check.base import Link
from workbench.check.name.english import English
from workbench.check.name.forms import Entity
from workbench.check.name.reader import Span, letters
from workbench.records import Mention
from workbench.values.name import compare_names, make_name
from workbench.values.name_person import is_vietnamese
from workbench.values.name_place import place
from workbench.values.name_syllable import is_syllable, split_name
from workbench.values.types import Comparison

#: Words of a full Vietnamese name; a shorter one may be part of the fuller name in the English.
_FULL = 3
_PAIR = 2
_MONTHS = frozenset({"May"})
_AGREE = frozenset({"equal", "variant"})


def longer_name(entity: Entity, spans: Sequence[Span], english: English) -> Span | None:
    """Find a name with a syllable too many at its end, where it stands once in the English.

    ``Thành Lộc`` as ``Thanh Loc Nguyen``; a name of two syllables counts only where the English
    takes all three for one person.
    """
    words = split_name(entity.name)
    if entity.kind != "person" or len(words) < _PAIR or len(spans) != 1:
        return None
    first, last = spans[0].first, spans[0].last + 1
    if not is_vietnamese(words) or last >= len(english.reader.words):
        return None
    word = english.reader.words[last]
    syllable = word.capital and word.joined and is_syllable(word.surface)
    if not syllable or word.surface in _MONTHS or not english.is_marked(first, last):
        return None
    longer = english.reader.between(first, last)
    one = any(m.kind == "person" and span == longer for m, span in english.spans())
    return longer if one or len(words) >= _FULL else None


def has_noun(entity: Entity, spans: Sequence[Span], english: English) -> bool:
    """Say whether a place stands in the English by its name, not by an adjective alone."""
    nouns = {letters(form) for identity in entity.forms.places for form in place(identity).en}
    return not nouns or any(english.reader.folded(span) in nouns for span in spans)


def widened(entity: Entity, english: English, span: Span) -> Comparison:
    """Say that words around a name are a slip of its longer form."""
    surface = english.reader.surface(span)
    return Comparison(
        verdict="misspelt", explanation=f"{surface} looks like a slip in the name of {entity.name}"
    )


def too_long(entity: Entity, english: English, span: Span) -> Comparison:
    """Say that a name has a syllable more than the Vietnamese."""
    return Comparison(
        verdict="misspelt",
        explanation=f"{english.reader.surface(span)} has a syllable more than {entity.name}",
    )


def agreement(vi: Mention, en: Mention) -> Link:
    """Link two names that agree: whatever found them, the English is an accepted form."""
    comparison = compare_names(make_name(vi.surface), make_name(en.surface), vi.kind)
    if comparison.verdict not in _AGREE:
        comparison = Comparison(
            verdict="variant", explanation=f"{en.surface} is an accepted form of {vi.surface}"
        )
    return Link(vi=vi, en=en, comparison=comparison)


def missing(entity: Entity) -> Link:
    """Say that a Vietnamese name has no counterpart."""
    explanation = f"{entity.name} has no counterpart in the English"
    comparison = Comparison(verdict="missing", explanation=explanation)
    return Link(vi=entity.mentions[0], en=None, comparison=comparison)


def added(mention: Mention) -> Link:
    """Say that an English name has no counterpart."""
    explanation = f"{mention.surface} has no counterpart in the Vietnamese"
    return Link(
        vi=None, en=mention, comparison=Comparison(verdict="added", explanation=explanation)
    )
