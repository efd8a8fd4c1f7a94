"""Two mentions against each other: what kinds may meet, and what the surfaces add to the values."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from workbench.check.figure.rates import unit_words
from workbench.check.figure.rereading import reread
from workbench.records import Mention
from workbench.values.amounts import AGREEING
from workbench.values.compare import compare
from workbench.values.types import Amount, Comparison, Date, Figure, Range

#: Kinds that count things, so that the same number may be written as any of them.
_COUNTING = frozenset({"count", "ordinal", "identifier"})
_MEASURED = frozenset({"money", "quantity", "duration", "percent"})
_PARTS = frozenset({"fraction", "ratio", "percent", "count", "range"})
_CALENDAR = frozenset({"date", "time", "duration", "count", "ordinal", "identifier", "range"})

#: what only Vietnamese habit writes: a comma before one, two or four decimals, dots and a comma
_COMMA_DECIMAL = re.compile(
    r"(?:\d{1,3}(?:\.\d{3})+|\d+),(?:\d{1,2}|\d{4,})(?![\d,])|\d+\.\d{3},\d+"
)
_POWERS = {"thousand": 3, "k": 3, "million": 6, "m": 6, "billion": 9, "bn": 9, "trillion": 12}
_SCALE = re.compile(r"(?<![a-z])(thousand|million|billion|trillion|bn|m|k)(?![a-z])", re.IGNORECASE)
_DOT_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+(?![\d.,])")

#: Units that no Vietnamese noun for a thing stands for.
_MEASURES = frozenset({"km", "m", "cm", "mm", "mi", "ha", "m2", "km2", "km/h", "Cel", "L", "kW.h"})
#: Nouns that texts use as units, though they have no single worth.
_PACKS = ("thùng", "pao", "bao", "hộp", "chai", "gói", "độ", "phần", "điểm", "cây", "thước", "phân")
#: Ages that are written without the word years.
_GROWN, _OLDEST = 5, 115
#: What the rule of a part of a composite figure ends in.
PART = ".part"
_PARTIAL = frozenset({"coarser", "finer"})
IMPOSSIBLE = Comparison(verdict="other-matter", explanation="different things")


def value_of(mention: Mention) -> Figure:
    """Return the value of a figure mention, with the percent sign as its unit."""
    value = mention.value
    if isinstance(value, Amount | Range) and mention.kind == "percent" and value.unit is None:
        return msgspec.structs.replace(value, unit="%")
    return value  # type: ignore[return-value]  # figure mentions carry figures


def compare_mentions(vi: Mention, en: Mention) -> Comparison:
    """Compare two mentions; ``other-matter`` where their kinds cannot mean one thing."""
    comparison = compare(value_of(vi), value_of(en))
    agrees = comparison.verdict in AGREEING
    again = None if agrees and comparison.aspect not in _PARTIAL else reread(vi, en)
    if again is not None:
        return again
    meet = may_meet(vi.kind, en.kind, agrees=agrees) or _is_bare_age(vi, en)
    if not meet or _is_stray_part(vi, en):
        return IMPOSSIBLE
    if agrees and _is_thing_measured(vi, en):
        return Comparison(
            verdict="unit",
            explanation=f"the number agrees, but {vi.surface} and {en.surface} do not count the"
            " same sort of thing",
        )
    if agrees and isinstance(en.value, Range) and has_foreign_separators(en):
        return Comparison(
            verdict="unlocalised",
            explanation=f"{en.surface} keeps the separators of Vietnamese; in English a comma"
            " groups thousands and a point begins the decimals",
        )
    return comparison


def _is_thing_measured(vi: Mention, en: Mention) -> bool:
    """Say whether a number of things became an amount of a unit: 63 ki-ốt, 63 kilometres."""
    if vi.kind != "count" or en.kind != "quantity":
        return False
    if not isinstance(vi.value, Amount) or not isinstance(en.value, Amount):
        return False
    noun = (vi.value.noun or "").lower()
    if not noun or en.value.unit not in _MEASURES:
        return False
    return not noun.startswith(_PACKS) and not any(noun.startswith(w) for w in unit_words("vi"))


def _is_bare_age(vi: Mention, en: Mention) -> bool:
    """Say whether an English number without a noun may be the age: 81 tuổi, the veteran is 18."""
    if en.kind != "count" or not vi.surface.endswith(" tuổi"):
        return False
    ours, theirs = vi.value, en.value
    if not isinstance(ours, Amount) or not isinstance(theirs, Amount):
        return False
    bound = theirs.comparator == ours.comparator != "eq"
    return _GROWN <= theirs.amount <= _OLDEST and (theirs.noun is None or bound)


def _is_stray_part(vi: Mention, en: Mention) -> bool:
    """Say whether a part of a date meets something that is no date: January is no "first"."""
    parts = [m for m in (vi, en) if m.rule.endswith(PART) and m.kind in {"date", "time"}]
    years = all(isinstance(m.value, Date) and m.value.date.isdigit() for m in parts)
    return bool(parts) and not years and vi.kind != en.kind


def may_meet(vi: str, en: str, *, agrees: bool) -> bool:
    """Say whether a Vietnamese kind and an English one can be about the same thing."""
    if vi == en:
        return True
    kinds = {vi, en}
    if kinds <= _MEASURED:
        return True
    if not agrees:
        return kinds in (
            {"count", "ordinal"},
            {"count", "range"},
            {"count", "identifier"},
            {"ordinal", "identifier"},
        )
    return kinds <= _COUNTING or kinds <= _PARTS or kinds <= _CALENDAR or _bare_unit(kinds)


def _bare_unit(kinds: set[str]) -> bool:
    """Say whether one side may have left its unit out: 1 triệu / $1 million."""
    return bool(kinds & {"count", "range"}) and bool(kinds & (_MEASURED | {"range"}))


def has_foreign_separators(mention: Mention) -> bool:
    """Say whether an English range is written with Vietnamese separators and read so."""
    if _COMMA_DECIMAL.search(mention.surface):
        return True
    value = mention.value
    amounts = (value.low, value.high) if isinstance(value, Range) else ()
    factor = _scale_of(mention.surface)
    return any(
        amount == Decimal(match[0].replace(".", "")) * factor
        for match in _DOT_GROUPS.finditer(mention.surface)
        for amount in amounts
    )


def _scale_of(surface: str) -> Decimal:
    match = _SCALE.search(surface)
    return Decimal(10) ** _POWERS[match[1].lower()] if match else Decimal(1)
