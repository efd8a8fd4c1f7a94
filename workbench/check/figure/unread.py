"""Digits that are no figure on either side and yet differ: versions, list numbers, product names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.check.base import Link, Pair
from workbench.check.figure.outline import DIGITS, Outline, plain_number
from workbench.language import Language
from workbench.records import Mention
from workbench.values.types import Comparison, Identifier

#: not what belongs to a word: COVID-19 and SARS-CoV-2 are two names of one thing
_NUMBER = re.compile(r"(?<![^\W\d_])(?<![^\W\d_]-)\d+(?:[.,]\d+)*")
#: More of them are footnotes or a table, and their order proves nothing.
_FEW = 3


def link_unread(pair: Pair) -> Iterator[Link]:
    """Pair the digits outside of figures that only one side has, where both sides have as many."""
    vi, en = _strangers(pair, "vi"), _strangers(pair, "en")
    if len(vi) != len(en) or len(vi) > _FEW:
        return
    for ours, theirs in zip(vi, en, strict=True):
        comparison = Comparison(
            verdict="conflict",
            explanation=f"the Vietnamese has {ours.surface} where the English has {theirs.surface}",
        )
        yield Link(vi=ours, en=theirs, comparison=comparison)


def _strangers(pair: Pair, language: Language) -> list[Mention]:
    """Return the digits outside of figures that the other text does not have at all."""
    text, other = pair.text(language), pair.text("en" if language == "vi" else "vi")
    known = {plain_number(match[0]) for match in _NUMBER.finditer(other)} | set(
        DIGITS.findall(other)
    )
    outline = Outline(text, pair.vi_mentions if language == "vi" else pair.en_mentions)
    return [
        Mention(
            start=match.start(),
            end=match.end(),
            surface=match[0],
            dimension="figure",
            kind="identifier",
            value=Identifier(text=match[0]),
            rule="check.unread",
        )
        for match in _NUMBER.finditer(text)
        if plain_number(match[0]) not in known and not outline.covers(match.start())
    ]
