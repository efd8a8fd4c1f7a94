"""Link the figures of a pair.

First what agrees, then composite figures cut where the other side cut them, then what differs but
must be the same thing; what is left is lost, made up, or allowed to stand alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.check.base import Link, Pair
from workbench.check.figure.alone import Alone, set_aside
from workbench.check.figure.assign import (
    LOOSE,
    Side,
    agrees,
    key_of,
    take_agreeing,
    take_differing,
    take_unique,
)
from workbench.check.figure.days import complete_days
from workbench.check.figure.mentions import value_of
from workbench.check.figure.parts import rejoin, split_where_needed
from workbench.check.figure.review import absorb, review
from workbench.check.figure.unread import link_unread
from workbench.language import Language
from workbench.records import Mention
from workbench.values.types import Amount


def link_figures(pair: Pair) -> list[Link]:
    """Link each figure of a pair with its counterpart, agreeing links included.

    A figure without counterpart gives a link with one side, verdict ``missing`` or ``added``;
    what may stand alone (a lone "one", a weekday) gives none.
    """
    vi = Side(complete_days(pair.vi, _figures(pair.vi_mentions), "vi"), len(pair.vi))
    en = Side(complete_days(pair.en, _figures(pair.en_mentions), "en"), len(pair.en))
    links = [*take_unique(vi, en), *take_agreeing(vi, en, loose=False)]
    if vi.open and en.open:
        vi.open, en.open = (
            split_where_needed(vi.open, en.open),
            split_where_needed(en.open, vi.open),
        )
        links += take_agreeing(vi, en, loose=True)
        vi.open, en.open = rejoin(vi.open, vi.whole), rejoin(en.open, en.whole)
    # a figure whose very word or digits the other text shows unread is no candidate for a difference
    set_aside(pair, vi, en)
    links = absorb(links, vi, en)
    links += take_differing(vi, en, plausible=_plausible)
    links = [*review(pair, links), *_judge_lone(pair, links, vi, en)]
    links += link_unread(pair)
    return sorted(links, key=_place)


def _judge_lone(pair: Pair, links: Sequence[Link], vi: Side, en: Side) -> Iterator[Link]:
    """Judge what has no counterpart: once for each value, and for the parts of one figure."""
    alone = Alone(pair, links)
    reported = [link for link in links if not agrees(link) or link.comparison.aspect in LOOSE]
    sides: tuple[tuple[Language, Side, set[int]], ...] = (
        ("vi", vi, {link.vi.start for link in reported if link.vi}),
        ("en", en, {link.en.start for link in reported if link.en}),
    )
    for language, side, starts in sides:
        values: set[object] = set()
        for mention in side.open:
            key = key_of(value_of(mention))
            if mention.start in starts or key in values:
                continue
            link = alone.judge(mention, language)
            if link is not None:
                starts.add(mention.start)
                if not agrees(link):
                    values.add(key)
                yield link


def _figures(mentions: Sequence[Mention]) -> list[Mention]:
    return [m for m in mentions if m.dimension == "figure" and not m.nested]


def _plausible(vi: Mention, en: Mention) -> bool:
    """Keep a lone "one" from answering for another number, unless both are measured alike."""
    one, other = value_of(vi), value_of(en)
    if isinstance(one, Amount) and isinstance(other, Amount) and 1 in {one.amount, other.amount}:
        return one.unit is not None and one.unit == other.unit
    return True


def _place(link: Link) -> tuple[int, int]:
    return (link.mention.start, 0 if link.vi else 1)
