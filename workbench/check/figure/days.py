"""Days that share a month: "ngày 3, 4 và 5/12" and "December 3, 4 and 5" are three dates each."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from workbench.language import Language
from workbench.records import Mention
from workbench.values.calendar import parse_point
from workbench.values.types import Amount, Date

_JOINT = re.compile(r"\s*(?:,|và|and|&|,\s*and|or|hoặc|rồi)\s*")
_LAST_DAY = 31


def complete_days(text: str, mentions: Sequence[Mention], language: Language) -> list[Mention]:
    """Give bare days the month of the date beside them: the one after them, or before them.

    Vietnamese writes the month last ("3 và 4/12"), and a day behind it only after "và".
    """
    found = list(mentions)
    for i in range(len(found) - 2, -1, -1):
        found[i] = _completed(text, found[i], found[i + 1], found[i].end, found[i + 1].start)
    for i in range(1, len(found)):
        gap = text[found[i - 1].end : found[i].start]
        if language == "en" or gap.strip() == "và":
            found[i] = _completed(text, found[i], found[i - 1], found[i - 1].end, found[i].start)
    return found


def _completed(text: str, bare: Mention, dated: Mention, start: int, end: int) -> Mention:
    """Return ``bare`` as a date with the month of ``dated``, where it is a day joined to it."""
    day = _bare_day(bare)
    if day is None or not isinstance(dated.value, Date) or not _JOINT.fullmatch(text, start, end):
        return bare
    point = parse_point(dated.value.date)
    if not {"month", "day"} <= set(point) or point["day"] == day:
        return bare
    whole = f"{dated.value.date[:-2]}{day:02d}"
    return msgspec.structs.replace(bare, kind="date", value=Date(date=whole))


def _bare_day(mention: Mention) -> int | None:
    value = mention.value
    if isinstance(value, Date):
        point = parse_point(value.date)
        return point["day"] if set(point) == {"day"} else None
    if mention.kind not in {"count", "ordinal"} or not isinstance(value, Amount) or value.unit:
        return None
    plain = value.noun is None and value.comparator == "eq" and mention.surface[0].isdigit()
    fits = value.amount == value.amount.to_integral_value() and 1 <= value.amount <= _LAST_DAY
    return int(value.amount) if plain and fits else None
