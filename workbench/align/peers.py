"""Other methods of sentence alignment, for comparison: none of them can leave a segment alone well.

``lengths`` is Gale and Church (1993): dynamic programming over the lengths alone. ``bleu`` is after
Bleualign (Sennrich and Volk 2010): pairs of the best sentence BLEU of the translation in order are
anchors, and what lies between two anchors is shared out by length.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from workbench.align.candidates import Group
from workbench.align.monotone import walk
from workbench.align.sides import AlignSide
from workbench.language.words import tokens

Pairs = list[tuple[Group, Group]]

#: Variance of the length of a translation for each letter, from Gale and Church.
_VARIANCE = 6.8
#: Sentence BLEU from which a pair is an anchor.
_ANCHOR = 0.05
_ORDER = 2


def align_lengths(vi: AlignSide, en: AlignSide) -> Pairs:
    """Align by the number of letters alone."""
    return _by_length(_letters(vi.texts), _letters(en.texts))


def _letters(texts: Sequence[str]) -> NDArray[np.float64]:
    return np.array([sum(not c.isspace() for c in text) for text in texts], dtype=float)


def _by_length(vi: NDArray[np.float64], en: NDArray[np.float64]) -> Pairs:
    ratio = en.sum() / max(1.0, vi.sum())
    sums = {
        b: np.convolve(en, np.ones(b), "valid") if len(en) >= b else np.zeros(0) for b in (1, 2)
    }

    def row(a: int, b: int, i: int) -> NDArray[np.float64]:
        length = vi[i : i + a].sum()
        distance = (sums[b] - length * ratio) / math.sqrt(max(1.0, length) * _VARIANCE)
        worth: NDArray[np.float64] = -0.5 * distance**2 + 2.0
        return worth

    return walk(len(vi), len(en), row)


def align_bleu(vi: AlignSide, en: AlignSide) -> Pairs:
    """Align by anchors of high sentence BLEU, in order, and lengths between them."""
    left, right = _letters(vi.texts), _letters(en.texts)
    anchors = _anchors(vi.english or vi.texts, en.texts)
    stops = [(-1, -1), *anchors, (len(left), len(right))]
    found: Pairs = [((i,), (j,)) for i, j in anchors]
    for (i, j), (k, m) in pairwise(stops):
        for one, two in _by_length(left[i + 1 : k], right[j + 1 : m]):
            found.append((tuple(i + 1 + x for x in one), tuple(j + 1 + x for x in two)))
    return found


def _anchors(mt: Sequence[str], en: Sequence[str]) -> list[tuple[int, int]]:
    """Return the chain of pairs, rising on both sides, with the largest sum of BLEU."""
    one, two = [_grams(t) for t in mt], [_grams(t) for t in en]
    scores = np.array([[_bleu(a, b) for b in two] for a in one]).reshape(len(one), len(two))
    best = np.zeros((len(one) + 1, len(two) + 1))
    for i in range(len(one)):
        for j in range(len(two)):
            own = best[i, j] + scores[i, j] if scores[i, j] >= _ANCHOR else 0.0
            best[i + 1, j + 1] = max(best[i, j + 1], best[i + 1, j], own)
    chain = []
    i, j = len(one), len(two)
    while i and j:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            chain.append((i, j))
    return chain[::-1]


def _grams(text: str) -> list[Counter[tuple[str, ...]]]:
    words = list(tokens(text))
    return [
        Counter(tuple(words[k : k + n]) for k in range(len(words) - n + 1))
        for n in range(1, _ORDER + 1)
    ]


def _bleu(
    hypothesis: list[Counter[tuple[str, ...]]], reference: list[Counter[tuple[str, ...]]]
) -> float:
    """Return BLEU up to word pairs with its brevity penalty; Bleualign uses the same order."""
    logs = 0.0
    for ours, theirs in zip(hypothesis, reference, strict=True):
        shared = sum((ours & theirs).values())
        if not shared:
            return 0.0
        logs += math.log(shared / sum(ours.values()))
    length, wanted = sum(hypothesis[0].values()), sum(reference[0].values())
    return math.exp(logs / _ORDER + min(0.0, 1 - wanted / max(1, length)))


PEERS: dict[str, Callable[[AlignSide, AlignSide], Pairs]] = {
    "Gale-Church lengths": align_lengths,
    "BLEU anchors": align_bleu,
}
