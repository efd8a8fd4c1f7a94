"""A second try for a translation that lost a figure or a name.

The source is given to the model once more with the names and figures in question already in
English, since models copy what is English. Whatever comes back is judged like any other
hypothesis: it is taken only if it agrees better with the source.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from workbench.records import Mention
from workbench.values.name_place import english_forms, place_ids
from workbench.values.types import Amount, Name, plain

_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
#: Verdicts whose source mention is worth a hint.
LOST = frozenset({"missing", "misspelt", "conflict", "scale", "unlocalised", "unit"})


def with_hints(text: str, lost: Iterable[Mention]) -> str:
    """Return the source with lost mentions in English; those that have no plain English stay."""
    parts, at = [], 0
    for mention in sorted(lost, key=lambda mention: mention.start):
        english = english_of(mention)
        if english is None or mention.start < at:
            continue
        parts += [text[at : mention.start], english]
        at = mention.end
    return "".join((*parts, text[at:]))


def english_of(mention: Mention) -> str | None:
    """Write a Vietnamese mention in English, or return None where that is not plain."""
    value = mention.value
    if isinstance(value, Name):
        return _name(value.name, mention.kind)
    if isinstance(value, Amount) and value.other is None:
        return _amount(value, mention.kind)
    return None


def _name(name: str, kind: str) -> str | None:
    if kind == "place":
        known = sorted(place_ids(name, "vi"))
        if known:
            return english_forms(known[0])[0]
    return unmarked(name) if kind in {"person", "place"} else None


def unmarked(name: str) -> str:
    """Write a Vietnamese name without its marks: ``Đặng Thị Sáu`` becomes ``Dang Thi Sau``."""
    plain_d = name.replace("đ", "d").replace("Đ", "D")
    letters = unicodedata.normalize("NFD", plain_d)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _amount(value: Amount, kind: str) -> str | None:
    number = _number(value.amount)
    if kind == "percent":
        return f"{number}%" if value.unit in {None, "%"} else None
    if kind == "money" and value.unit:
        return f"{number} {value.unit}"
    return number if kind == "count" and value.unit is None else None


def _number(amount: Decimal) -> str:
    for power, word in _SCALES:
        scaled = amount.scaleb(-power)
        if scaled >= 1 and len(plain(scaled)) <= 7:  # noqa: PLR2004 - 1234.56 billion reads well
            return f"{Decimal(plain(scaled)):,} {word}"
    return f"{Decimal(plain(amount)):,}"
