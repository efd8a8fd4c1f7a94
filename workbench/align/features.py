"""What speaks for and against a bead, as numbers between about -1 and 1."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.align.sides import Profile
from workbench.language.words import weight

#: Names of the numbers, in order; the model has a coefficient for each.
FEATURES = (
    "bias",
    "words_of_vi",  # share of the translation's word weight found in the English
    "words_of_en",  # and the other way round
    "words_both",  # geometric mean of the two
    "grams",  # cosine of character n-grams, or of sentence embeddings
    "copies_of_vi",  # share of capitals and numbers found on the other side
    "copies_of_en",
    "amount",  # how much is shared in all, in nats, squashed
    "figures",  # shared figures, by rarity
    "rough",  # shared figures by their first digits, equal ones too
    "figures_apart",  # figures on both sides, none shared
    "length",  # log ratio of lengths beyond what translation explains
    "lead_vi",  # similarity over the best other English segment of the same Vietnamese ones
    "lead_en",  # and the other way round
    "anchored",  # two rare figures or more in common
    "titles",  # two titles, or a title against a sentence
    "named_only",  # nothing telling in common but one person's or place's name
    "order",  # a likely link stands next to this one, in order
    "margin_vi",  # likelihood as a translation over that of other English (``likelihood.py``)
    "margin_en",  # and over that of the same English after other Vietnamese, or none
    "weakest",  # gain of the bead's weakest pair over the English alone
    "merged",  # more than two segments
    "gain",  # similarity of the merged bead over its best smaller bead
    "fill",  # least share of a member's words that the other side has
    "rest",  # words of the longer member that the smaller bead leaves unexplained, found by the merge
)


@dataclass(frozen=True)
class Overlap:
    """How two groups of segments overlap; shares are of weight, 0 to 1."""

    words_of_vi: float
    words_of_en: float
    grams: float
    copies_of_vi: float
    copies_of_en: float
    shared: float
    figures: float
    figures_apart: float
    #: figures that agree in their first digits, by rarity, squashed
    rough: float
    length: float
    #: whether the shared figures are as rare together as two that no other segment has
    anchored: float
    #: whether nothing telling is shared but the name of one person or place
    named_only: float = 0.0
    #: 1 for two titles, -1 for a title against a sentence of the body
    titles: float = 0.0

    @property
    def words_both(self) -> float:
        """Return the geometric mean of the two word shares."""
        return math.sqrt(self.words_of_vi * self.words_of_en)

    @property
    def similarity(self) -> float:
        """Return one number for text similarity, 0 to 1."""
        return 0.5 * (self.words_both + self.grams)


def join(group: Sequence[Profile]) -> Profile:
    """Return the profile of several segments read as one."""
    if len(group) == 1:
        return group[0]
    grams: dict[str, float] = {}
    for part in group:
        for gram, w in part.grams.items():
            grams[gram] = grams.get(gram, 0.0) + w
    norm = math.hypot(*grams.values()) or 1.0
    return Profile(
        stems=_merged(p.stems for p in group),
        grams={g: w / norm for g, w in grams.items()},
        copies=_merged(p.copies for p in group),
        words=frozenset().union(*(p.words for p in group)),
        figures=_merged(p.figures for p in group),
        rough=_merged(p.rough for p in group),
        in_names=frozenset().union(*(p.in_names for p in group)),
        names={name: parts for p in group for name, parts in p.names.items()},
        length=sum(p.length for p in group),
        title=all(p.title for p in group),
        vector=_mean([p.vector for p in group]) if all(p.vector for p in group) else (),
    )


def _merged(parts: Iterable[Mapping[str, float]]) -> dict[str, float]:
    return {key: weight for part in parts for key, weight in part.items()}


def overlap(vi: Profile, en: Profile) -> Overlap:
    """Compare two groups of segments."""
    shared = _shared(vi.stems, en.stems)
    figures = sum(min(w, en.figures[f]) for f, w in vi.figures.items() if f in en.figures)
    close = sum(min(w, en.rough[f]) for f, w in vi.rough.items() if f in en.rough)
    apart = bool(vi.figures and en.figures and not figures and not close)
    return Overlap(
        words_of_vi=_share(shared, vi.stems),
        words_of_en=_share(shared, en.stems),
        grams=_likeness(vi, en),
        copies_of_vi=_found(vi.copies, en.words),
        copies_of_en=_found(en.copies, vi.words),
        shared=shared,
        figures=figures / (figures + 4.0),
        rough=close / (close + 4.0),
        figures_apart=float(apart),
        anchored=float(figures >= _ANCHOR),
        named_only=float(not figures and not (vi.title or en.title) and _named_only(vi, en)),
        length=min(2.0, abs(math.log(max(1, en.length) / max(1, vi.length)) - _LENGTH)),
        titles=0.0 if not (vi.title or en.title) else 1.0 if vi.title and en.title else -1.0,
    )


#: Rarity of shared figures, in nats, from which they anchor a bead.
_ANCHOR = 6.0
#: English news has a little more letters than its Vietnamese; blanks are not counted.
_LENGTH = 0.05


def _named_only(vi: Profile, en: Profile) -> bool:
    """Say whether the telling stems in common are those of one name, and there are some.

    Who speaks, or where someone comes from, stands in many sentences of a report that tell of
    different things, however many words the name has.
    """
    both = {s for s in vi.stems if s in en.stems and weight(s) == 1.0}
    return bool(both) and any(both <= name for name in vi.in_names | en.in_names)


def _shared(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    if len(two) < len(one):
        one, two = two, one
    return sum(weight for key, weight in one.items() if key in two)


def _likeness(vi: Profile, en: Profile) -> float:
    """Return the cosine of the embeddings where both have one, else of the n-grams."""
    if vi.vector and en.vector:
        return max(0.0, sum(x * y for x, y in zip(vi.vector, en.vector, strict=True)))
    return _dot(vi.grams, en.grams)


def _mean(vectors: Sequence[tuple[float, ...]]) -> tuple[float, ...]:
    """Return the direction between vectors, of length 1."""
    total = [sum(axis) for axis in zip(*vectors, strict=True)]
    length = math.hypot(*total) or 1.0
    return tuple(value / length for value in total)


def _dot(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    if len(two) < len(one):
        one, two = two, one
    return sum(weight * two[key] for key, weight in one.items() if key in two)


def _share(shared: float, whole: Mapping[str, float]) -> float:
    total = sum(whole.values())
    return shared / total if total else 0.0


def _found(copies: Mapping[str, float], words: frozenset[str]) -> float:
    """Return the share found; half where there is nothing to find, which says nothing."""
    total = sum(copies.values())
    return sum(w for c, w in copies.items() if c in words) / total if total else 0.5
