"""The best assignment between the mentions of two sides: by value, kind and place, not in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import permutations
from math import perm

from workbench.check.base import Link
from workbench.check.figure.mentions import compare_mentions, value_of
from workbench.records import Mention
from workbench.values.amounts import AGREEING
from workbench.values.types import Amount, Comparison, Date, Figure

#: What an agreeing link costs before kind and place; lower is better.
_COST = {"equal": 0.0, "comparator": 0.1, "rounded": 0.2, "ambiguous": 0.3, "unlocalised": 0.3}
#: What a differing link costs; two that stand alone are left alone above LIMIT.
_DIFFERENCE = {"scale": 1.0, "unit": 0.9, "conflict": 1.4}
#: Agreement in what both dates give, where one gives less.
LOOSE = frozenset({"coarser", "finer"})
LIMIT = 2.0
_KIND = 0.15
_PLACE = 0.3
_IMPOSSIBLE = 1e6
#: Mentions assigned at once; longer lists are cut by their order, so that cost stays linear.
_WINDOW = 60
#: Orders that are tried one by one; beyond them scipy finds the best.
_FEW = 120


class Side:
    """The mentions of one side that have no counterpart yet."""

    def __init__(self, mentions: Sequence[Mention], length: int) -> None:
        #: as they were found, by where they begin
        self.whole = {mention.start: mention for mention in mentions}
        self.open = list(mentions)
        self._length = max(1, length)

    def place(self, mention: Mention) -> float:
        """Return where in the text a mention stands, from 0 to 1."""
        return (mention.start + mention.end) / 2 / self._length

    def take(self, taken: Sequence[Mention]) -> None:
        """Remove mentions that have found their counterpart."""
        gone = {id(mention) for mention in taken}
        self.open = [mention for mention in self.open if id(mention) not in gone]


def take_unique(vi: Side, en: Side) -> Iterator[Link]:
    """Link the values that stand once on each side and agree: most figures of most texts."""
    ours, theirs = _by_value(vi.open), _by_value(en.open)
    links = []
    for key, mentions in ours.items():
        others = theirs.get(key, ())
        if len(mentions) == len(others) == 1:
            comparison = compare_mentions(mentions[0], others[0])
            if comparison.verdict == "equal":
                links.append(Link(vi=mentions[0], en=others[0], comparison=comparison))
    _settle(vi, en, links)
    yield from links


def _by_value(mentions: Sequence[Mention]) -> dict[object, list[Mention]]:
    found: dict[object, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[key_of(value_of(mention))].append(mention)
    return found


def key_of(value: Figure) -> object:
    """Return what equal values of one sort share, for finding them without comparing all."""
    if isinstance(value, Amount):
        return (value.amount, value.unit)
    return value.date if isinstance(value, Date) else value.row().__repr__()


def take_agreeing(vi: Side, en: Side, *, loose: bool) -> Iterator[Link]:
    """Link what agrees in some way, each mention with the best of its candidates.

    Dates of which one side gives less agree only loosely: others come first.
    """

    def cost(one: Mention, other: Mention, comparison: Comparison) -> float:
        if comparison.verdict not in _COST or (comparison.aspect in LOOSE and not loose):
            return _IMPOSSIBLE
        return _COST[comparison.verdict] + _distance(vi, en, one, other)

    yield from _assign(vi, en, cost)


def take_differing(
    vi: Side, en: Side, *, plausible: Callable[[Mention, Mention], bool]
) -> Iterator[Link]:
    """Link what differs but must mean the same thing, where a link says more than two lone ends."""

    def cost(one: Mention, other: Mention, comparison: Comparison) -> float:
        if comparison.verdict not in _DIFFERENCE or not plausible(one, other):
            return _IMPOSSIBLE
        return _DIFFERENCE[comparison.verdict] + _distance(vi, en, one, other) + _size(one, other)

    yield from _assign(vi, en, cost)


def _size(one: Mention, other: Mention) -> float:
    """Return how far apart two amounts are in size: a slip keeps most digits of a number."""
    vi, en = one.value, other.value
    if not isinstance(vi, Amount) or not isinstance(en, Amount) or not vi.amount or not en.amount:
        return 0.0
    return min(0.3, abs(vi.amount.adjusted() - en.amount.adjusted()) * 0.1)


def _distance(vi: Side, en: Side, one: Mention, other: Mention) -> float:
    kind = 0.0 if one.kind == other.kind else _KIND
    return kind + _PLACE * abs(vi.place(one) - en.place(other))


def _assign(
    vi: Side, en: Side, cost: Callable[[Mention, Mention, Comparison], float]
) -> Iterator[Link]:
    ours, theirs = vi.open, en.open
    windows = max(len(ours), len(theirs), 1) // _WINDOW + 1
    links: list[Link] = []
    for k in range(windows):
        links += _assign_window(_slice(ours, k, windows), _slice(theirs, k, windows), cost)
    _settle(vi, en, links)
    yield from links


def _slice(mentions: Sequence[Mention], k: int, windows: int) -> Sequence[Mention]:
    size = len(mentions)
    return mentions[size * k // windows : size * (k + 1) // windows]


def _assign_window(
    ours: Sequence[Mention],
    theirs: Sequence[Mention],
    cost: Callable[[Mention, Mention, Comparison], float],
) -> list[Link]:
    if not ours or not theirs:
        return []
    comparisons = [[compare_mentions(one, other) for other in theirs] for one in ours]
    costs = [
        [cost(one, other, comparisons[i][j]) for j, other in enumerate(theirs)]
        for i, one in enumerate(ours)
    ]
    return [
        Link(vi=ours[i], en=theirs[j], comparison=comparisons[i][j])
        for i, j in _best(costs)
        if costs[i][j] < LIMIT
    ]


def _best(costs: list[list[float]]) -> list[tuple[int, int]]:
    """Return the cheapest assignment of rows to columns."""
    if len(costs) == 1:
        return [(0, costs[0].index(min(costs[0])))]
    if len(costs[0]) == 1:
        column = [row[0] for row in costs]
        return [(column.index(min(column)), 0)]
    if all(value >= LIMIT for row in costs for value in row):
        return []
    if _permutations(len(costs), len(costs[0])) <= _FEW:
        return _try_all(costs)
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(costs)
    return list(zip(rows.tolist(), columns.tolist(), strict=True))


def _permutations(rows: int, columns: int) -> int:
    return perm(max(rows, columns), min(rows, columns))


def _try_all(costs: list[list[float]]) -> list[tuple[int, int]]:
    """Return the cheapest assignment of a small matrix, without loading scipy."""
    rows, columns = len(costs), len(costs[0])
    if rows <= columns:
        best = min(
            permutations(range(columns), rows),
            key=lambda chosen: sum(costs[i][j] for i, j in enumerate(chosen)),
        )
        return list(enumerate(best))
    best = min(
        permutations(range(rows), columns),
        key=lambda chosen: sum(costs[i][j] for j, i in enumerate(chosen)),
    )
    return [(i, j) for j, i in enumerate(best)]


def _settle(vi: Side, en: Side, links: Sequence[Link]) -> None:
    vi.take([link.vi for link in links if link.vi])
    en.take([link.en for link in links if link.en])


def agrees(link: Link) -> bool:
    """Say whether a link joins two sides that say the same."""
    return link.comparison.verdict in AGREEING
