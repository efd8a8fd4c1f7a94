"""Comparable articles with known beads, made from parallel sentences by a seeded program.

News on one event is no translation: each side leaves things out, orders them its own way, runs
sentences together or cuts them, and tells things of its own. The same is done here to a parallel
document, so that which segments correspond is known without anybody marking it.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import FormatError, InputError
from workbench.language.text import nfc
from workbench.language.words import stems

Pair = tuple[str, str]
Bead = tuple[tuple[int, ...], tuple[int, ...]]

#: What is done to each side, as shares of its sentences.
_LEFT_OUT = (0.3, 0.6)
_MERGED, _CUT, _MOVED = 0.12, 0.15, 0.25
#: A document of fewer sentences makes no article.
SHORTEST = 6
#: Sentences that both sides keep, whatever is left out.
_COMMON = 2
_COMMA = re.compile(r"(?<=[a-z]), (?=[a-z])")


@dataclass(frozen=True)
class ComparableArticles:
    """A Vietnamese and an English article on one event, and the beads that are right."""

    name: str
    vi: list[str]
    en: list[str]
    beads: list[Bead]


def read_documents(path: Path) -> dict[str, list[Pair]]:
    """Read ``document<TAB>VI<TAB>EN`` lines. Raises InputError, FormatError with the line."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    documents: dict[str, list[Pair]] = {}
    for number, line in enumerate(nfc(text).splitlines(), 1):
        cells = line.split("\t")
        if len(cells) != 3:  # noqa: PLR2004 - document, Vietnamese, English
            raise FormatError(
                f"{len(cells)} columns where 3 belong",
                where=f"{path}:{number}",
                hint="A line is document<TAB>Vietnamese<TAB>English.",
            )
        documents.setdefault(cells[0], []).append((cells[1], cells[2]))
    return {name: pairs for name, pairs in documents.items() if len(pairs) >= SHORTEST}


def make_articles(
    name: str, pairs: Sequence[Pair], strangers: Sequence[Pair], *, seed: int
) -> ComparableArticles:
    """Make the two articles of a document; ``strangers`` are sentences of other documents."""
    draw = random.Random(f"{name} {seed}")  # noqa: S311 - reproducible, not secret
    common = draw.sample(range(len(pairs)), min(_COMMON, len(pairs)))
    kept = [
        sorted({*common, *_sample(draw, len(pairs), 1 - draw.uniform(*_LEFT_OUT))})
        for _ in range(2)
    ]
    vi: list[_Unit] = [((i,), pairs[i][0]) for i in kept[0]]
    blocks = _english_blocks(draw, kept[1], pairs)
    for _ in range(max(1, round(len(blocks) * _MOVED))):
        blocks.insert(draw.randrange(len(blocks)), blocks.pop(draw.randrange(len(blocks))))
    en = [unit for block in blocks for unit in block]
    many, few = 2 + len(pairs) // 8, 1 + len(pairs) // 12
    drawn = draw.sample(list(strangers), min(len(strangers), many + few))
    for number, stranger in enumerate(drawn):
        side, text = (en, stranger[1]) if number < many else (vi, stranger[0])
        side.insert(draw.randrange(len(side) + 1), ((), text))
    return ComparableArticles(name, [t for _, t in vi], [t for _, t in en], _beads(vi, en))


_Unit = tuple[tuple[int, ...], str]


def _sample(draw: random.Random, count: int, share: float) -> list[int]:
    return draw.sample(range(count), round(count * share))


def _english_blocks(
    draw: random.Random, kept: Sequence[int], pairs: Sequence[Pair]
) -> list[list[_Unit]]:
    """Merge some neighbours into one sentence and cut some sentences in two."""
    blocks: list[list[_Unit]] = []
    left = list(kept)
    while left:
        one = left.pop(0)
        text = pairs[one][1]
        halves = _cut(text) if draw.random() < _CUT else None
        if left and draw.random() < _MERGED:
            two = left.pop(0)
            blocks.append([((one, two), f"{text.rstrip('. ')}; {pairs[two][1]}")])
        elif halves:
            blocks.append([((one,), half) for half in halves])
        else:
            blocks.append([((one,), text)])
    return blocks


def _cut(text: str) -> tuple[str, str] | None:
    """Cut a sentence at the comma nearest its middle, unless a part would be a stub."""
    places = [match.start() for match in _COMMA.finditer(text)]
    if not places:
        return None
    place = min(places, key=lambda at: abs(2 * at - len(text)))
    if min(place, len(text) - place) < len(text) / 4:
        return None
    rest = text[place + 2 :]
    return f"{text[:place]}.", rest[:1].upper() + rest[1:]


def _beads(vi: Sequence[_Unit], en: Sequence[_Unit]) -> list[Bead]:
    """Join what shares a sentence pair; the rest stands alone."""
    group = {i: {i} for units in (vi, en) for origin, _ in units for i in origin}
    for origin, _ in (*vi, *en):
        for i in origin[1:]:
            joined = group[origin[0]] | group[i]
            for member in joined:
                group[member] = joined
    sides: dict[frozenset[int], tuple[list[int], list[int]]] = {}
    beads: list[Bead] = []
    for side, units in enumerate((vi, en)):
        for place, (origin, _) in enumerate(units):
            if origin:
                sides.setdefault(frozenset(group[origin[0]]), ([], []))[side].append(place)
            else:
                beads.append(((place,), ()) if side == 0 else ((), (place,)))
    for here, there in sides.values():
        if here and there:
            beads.append((tuple(here), tuple(there)))
        else:
            beads += [((i,), ()) for i in here] + [((), (j,)) for j in there]
    return sorted(beads)


def likeness(documents: Mapping[str, Sequence[Pair]]) -> dict[str, dict[str, float]]:
    """Return the cosine of the English sides of each two documents, words weighted by rarity."""
    bags = {
        name: Counter(s for _, en in pairs for s in stems(en)) for name, pairs in documents.items()
    }
    seen = Counter(stem for bag in bags.values() for stem in bag)
    vectors = {}
    for name, bag in bags.items():
        vector = {s: n * math.log(len(bags) / seen[s]) for s, n in bag.items()}
        norm = math.hypot(*vector.values()) or 1.0
        vectors[name] = {s: w / norm for s, w in vector.items()}
    return {
        one: {
            two: sum(w * vectors[two].get(s, 0.0) for s, w in vectors[one].items())
            for two in vectors
            if two != one
        }
        for one in vectors
    }


def far_sentences(documents: Mapping[str, Sequence[Pair]], like: Mapping[str, float]) -> list[Pair]:
    """Return the sentences of the half of the documents that are least like the one in question."""
    far = sorted(like, key=lambda name: (like[name], name))[: max(1, len(like) // 2)]
    return [pair for name in sorted(far) for pair in documents[name]]
