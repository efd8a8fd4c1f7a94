"""A later figure of a running matter is told from a contradiction by the times of publication."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files

from workbench.language import Language
from workbench.records import Mention
from workbench.values.types import Amount, Ratio, plain

#: letters on each side of a figure in which a word of a running tally is looked for
_REACH = 80
#: from so many digits on, the same digits in another order are a slip and no news
_LONG = 3


def is_update(
    source: Mention,
    coverage: Mention,
    *,
    published: tuple[str | None, str | None],
    texts: tuple[str, str],
) -> bool:
    """Say whether the figure that was published later is the later count of the same matter.

    ``published`` and ``texts`` are those of the source and of the coverage. A tally grows: the later
    text has the larger figure, and one of the two speaks of a tally. What passes (people missing,
    homes without power) may also shrink. Digits exchanged are a slip.
    """
    order = later(*published)
    amounts = _amount(source), _amount(coverage)
    if order == 0 or amounts[0] is None or amounts[1] is None:
        return False
    digits = _digits(amounts[0])
    if len(digits) >= _LONG and digits == _digits(amounts[1]):
        return False
    if _speaks(texts, (source, coverage), "states"):
        return True
    grows = (amounts[1] - amounts[0]) * order > 0
    return grows and _speaks(texts, (source, coverage), "tallies")


def later(first: str | None, second: str | None) -> int:
    """Return 1 where ``second`` was published after ``first``, -1 before, 0 where it cannot be told.

    Both are ISO 8601; they are compared at the precision that both have.
    """
    if not first or not second:
        return 0
    length = min(len(first), len(second))
    ours, theirs = first[:length], second[:length]
    return (theirs > ours) - (theirs < ours)


def _amount(mention: Mention) -> Decimal | None:
    value = mention.value
    if isinstance(value, Amount) and mention.kind in {"count", "money", "quantity", "percent"}:
        return value.amount
    if isinstance(value, Ratio) and mention.kind == "fraction" and value.denominator:
        return value.numerator / value.denominator
    return None


def _digits(amount: Decimal) -> list[str]:
    return sorted(plain(amount))


def _speaks(texts: tuple[str, str], mentions: tuple[Mention, Mention], what: str) -> bool:
    """Say whether a word of a tally, or of a passing state, stands near one of the two figures."""
    languages: tuple[Language, Language] = ("vi", "en")
    for text, mention, language in zip(texts, mentions, languages, strict=True):
        around = text[max(0, mention.start - _REACH) : mention.end + _REACH].lower()
        if _pattern(language, what).search(around):
            return True
    return False


@cache
def _pattern(language: Language, what: str) -> re.Pattern[str]:
    table = files("workbench.language").joinpath(language, "running.toml")
    rows = tomllib.loads(table.read_text(encoding="utf-8"))
    if what == "states":
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, rows['states']))})\b")
    stems = [re.escape(stem) for stem in rows["stems"]]
    phrases = [rf"{re.escape(phrase)}\b" for phrase in rows["phrases"]]
    return re.compile(rf"\b(?:{'|'.join([*stems, *phrases])})")
