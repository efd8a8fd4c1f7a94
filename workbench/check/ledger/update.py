"""A later figure of a running matter is told from a contradiction by the times of publication."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files

from workbench.language import Language
from workbench.language.text import fold
from workbench.records import Mention
from workbench.values.types import Amount, plain

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
    text has the larger figure, and one of the two speaks of a tally. Digits exchanged are a slip.
    """
    order = later(*published)
    amounts = _amount(source), _amount(coverage)
    if order == 0 or amounts[0] is None or amounts[1] is None:
        return False
    grows = (amounts[1] - amounts[0]) * order > 0
    digits = _digits(amounts[0])
    exchanged = len(digits) >= _LONG and digits == _digits(amounts[1])
    return (
        grows
        and not exchanged
        and (_runs(texts[0], source, "vi") or _runs(texts[1], coverage, "en"))
    )


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
    return None


def _digits(amount: Decimal) -> list[str]:
    return sorted(plain(amount))


def _runs(text: str, mention: Mention, language: Language) -> bool:
    around = text[max(0, mention.start - _REACH) : mention.end + _REACH]
    return (
        _pattern(language).search(fold(around) if language == "en" else around.lower()) is not None
    )


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    table = files("workbench.language").joinpath(language, "running.toml")
    rows = tomllib.loads(table.read_text(encoding="utf-8"))
    words = [re.escape(stem) for stem in rows["stems"]]
    phrases = [rf"{re.escape(phrase)}\b" for phrase in rows["phrases"]]
    return re.compile(rf"\b(?:{'|'.join([*words, *phrases])})")
