"""What the aligner is given, and what it keeps of each segment."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from workbench.errors import InputError
from workbench.language.text import fold
from workbench.language.words import stem, tokens, weight
from workbench.records import Mention
from workbench.values.keys import (
    digits,
    figure_keys,
    is_calendar,
    is_small,
    name_tokens,
    rough_keys,
)

#: Tokens with a capital or a digit are copied from one language to the other more often than not.
_COPY = re.compile(r"\b(?:[A-ZĐ]\w*|\d+(?:[.,]\d+)*)")
_GRAM = 4
#: Kinds of names whose words say nothing one by one, unlike those of a body or a law.
_WHOLE = frozenset({"person", "place"})
#: A segment that shows up in this share of a text's segments says nothing where it is found.
_FLOOR = 0.05
#: Nats for each digit of a figure after the first, and digits that count: half of what even odds say.
_DIGIT, _LONG = 1.15, 5


class AlignSide(msgspec.Struct, frozen=True, kw_only=True):
    """The segments of one article, in order.

    ``english`` is what is compared: the machine translation of a Vietnamese article, segment by
    segment; left empty for an English article. Mentions are optional, one sequence a segment;
    ``english_mentions`` are those of the machine translation. ``vectors`` are sentence embeddings
    of what is compared, one a segment; where both sides have them, they take the place of
    character n-grams.
    """

    texts: Sequence[str]
    #: whether the first segment is the title
    title: bool = False
    english: Sequence[str] = ()
    mentions: Sequence[Sequence[Mention]] = ()
    english_mentions: Sequence[Sequence[Mention]] = ()
    vectors: Sequence[Sequence[float]] = ()

    def __post_init__(self) -> None:
        """Raise InputError where a sequence does not run along the segments."""
        for name in ("english", "mentions", "english_mentions", "vectors"):
            rows = getattr(self, name)
            if rows and len(rows) != len(self.texts):
                raise InputError(f"{len(rows)} {name} for {len(self.texts)} segments")


@dataclass(frozen=True)
class Profile:
    """What is compared of a segment: weights add up to its information, in nats."""

    #: stem to weight
    stems: Mapping[str, float]
    #: character n-gram to TF-IDF weight, length 1 in all
    grams: Mapping[str, float]
    #: words with a capital and numbers, folded, to weight
    copies: Mapping[str, float]
    #: words of the segment and of its translation, where copies of the other side may stand
    words: frozenset[str]
    #: figure key to weight, as often as it stands
    figures: Mapping[str, float]
    #: what a rounded figure keeps to weight
    rough: Mapping[str, float]
    #: folded name to its telling tokens
    names: Mapping[str, frozenset[str]]
    #: stems of the words of each person's and place's name
    in_names: frozenset[frozenset[str]]
    #: letters of the text itself
    length: int
    title: bool = False
    #: centred sentence embedding of length 1, or empty
    vector: tuple[float, ...] = ()


@dataclass(frozen=True)
class _Raw:
    stems: list[str]
    grams: Counter[str]
    copies: frozenset[str]
    words: frozenset[str]
    figures: Counter[str]
    rough: frozenset[str]
    names: dict[str, frozenset[str]]
    in_names: frozenset[frozenset[str]]
    length: int
    title: bool


def profiles(vi: AlignSide, en: AlignSide) -> tuple[list[Profile], list[Profile]]:
    """Weigh the segments of both sides by how rare their parts are in the two texts together."""
    raw = (_raw(vi), _raw(en))
    both = [*raw[0], *raw[1]]
    total = len(both)
    stems = _rarity((segment.stems for segment in both), total)
    grams = _rarity((segment.grams for segment in both), total)
    copies = _rarity((segment.copies for segment in both), total)
    figures = _rarity((segment.figures for segment in both), total)
    rough = _rarity((segment.rough for segment in both), total)

    def weigh(segment: _Raw, vector: Sequence[float]) -> Profile:
        gram_weights = {g: (1 + math.log(n)) * grams[g] for g, n in segment.grams.items()}
        norm = math.hypot(*gram_weights.values()) or 1.0
        return Profile(
            stems={s: stems[s] * weight(s) for s in dict.fromkeys(segment.stems)},
            grams={g: w / norm for g, w in gram_weights.items()},
            copies={c: copies[c] * weight(stem(c)) for c in segment.copies},
            words=segment.words,
            figures={f: _telling(f, figures[f]) * n for f, n in segment.figures.items()},
            rough={key: rough[key] for key in segment.rough},
            names=segment.names,
            in_names=segment.in_names,
            length=segment.length,
            title=segment.title,
            vector=tuple(vector),
        )

    vectors = (
        _centred(vi.vectors, en.vectors)
        if vi.vectors and en.vectors
        else tuple([()] * len(side) for side in raw)
    )
    left, right = (list(map(weigh, *side)) for side in zip(raw, vectors, strict=True))
    return left, right


def _telling(key: str, rarity: float) -> float:
    """Weigh a figure: long numbers are not shared by chance, whole numbers below ten often are."""
    if is_small(key):
        return rarity / 2
    return rarity + (0.0 if is_calendar(key) else _DIGIT * max(0, min(digits(key), _LONG) - 1))


def _centred(
    vi: Sequence[Sequence[float]], en: Sequence[Sequence[float]]
) -> tuple[Sequence[Sequence[float]], ...]:
    """Take the mean of all segments from each embedding: what the whole event shares says nothing.

    Without it every two sentences of one event look alike (Mu and Viswanath 2018).
    """
    every = [*vi, *en]
    mean = [sum(axis) / len(every) for axis in zip(*every, strict=True)]
    centred = [[x - m for x, m in zip(vector, mean, strict=True)] for vector in every]
    lengths = [math.hypot(*vector) or 1.0 for vector in centred]
    unit = [[x / n for x in vector] for vector, n in zip(centred, lengths, strict=True)]
    return unit[: len(vi)], unit[len(vi) :]


def _rarity(bags: Iterable[Iterable[str]], total: int) -> dict[str, float]:
    seen = Counter(part for bag in bags for part in set(bag))
    # a part that one segment of each side has is as rare as a shared part can be
    return {p: max(_FLOOR, math.log((total + 2) / max(n, 2))) for p, n in seen.items()}


def _raw(side: AlignSide) -> list[_Raw]:
    return [_raw_segment(side, i) for i in range(len(side.texts))]


def _raw_segment(side: AlignSide, i: int) -> _Raw:
    text = side.texts[i]
    english = side.english[i] if side.english else text
    words = list(tokens(english))
    own = frozenset(tokens(text)) if side.english else frozenset()
    copies = frozenset(_copies(english)) | frozenset(c for c in _copies(text) if c[0].isdigit())
    found = [m for rows in (side.mentions, side.english_mentions) if rows for m in rows[i]]
    names = {m.surface: name_tokens(m.value) for m in found if m.dimension == "name"}
    whole = [m for m in found if m.dimension == "name" and m.kind in _WHOLE]
    # figures are read from the source, where the translation cannot have spoilt them
    figures = [m for m in (side.mentions[i] if side.mentions else ()) if m.dimension == "figure"]
    return _Raw(
        stems=[stem(w) for w in words],
        grams=Counter(_grams(" ".join(words))),
        copies=copies,
        words=frozenset(words) | own | copies,
        figures=Counter(key for m in figures for key in figure_keys(m.value)),
        rough=frozenset(key for m in figures for key in rough_keys(m.value)),
        names={" ".join(tokens(name)): parts for name, parts in names.items() if parts},
        in_names=frozenset(frozenset(map(stem, name_tokens(m.value))) for m in whole),
        length=sum(not c.isspace() for c in text),
        title=side.title and i == 0,
    )


def _copies(text: str) -> Iterable[str]:
    for match in _COPY.finditer(text):
        token = fold(match.group())
        if token[0].isdigit():
            yield token.replace(",", "").replace(".", "")
        elif len(token) > 1:
            yield token


def _grams(text: str) -> Iterable[str]:
    padded = f" {text} "
    return (padded[k : k + _GRAM] for k in range(len(padded) - _GRAM + 1))
