"""Amounts against amounts: equal, rounded, of another scale or unit, or different."""

from __future__ import annotations

from decimal import Decimal

from workbench.values.types import Amount, Comparator, Comparison
from workbench.values.units import dimension_of, factor_between, in_days, is_currency, is_imperial
from workbench.values.wording import show, times

AGREEING = frozenset({"equal", "rounded", "comparator"})

#: The side of the number on which the truth lies.
_DIRECTION: dict[Comparator, int] = {"eq": 0, "approx": 0, "gt": 1, "ge": 1, "lt": -1, "le": -1}
_WORDS: dict[Comparator, str] = {
    "eq": "exactly", "approx": "about", "gt": "more than", "ge": "at least",
    "lt": "less than", "le": "at most",
}  # fmt: skip
#: How far a rounded figure may lie from the exact one, as a share of it: "about 100" is no
#: rendering of 53, although 53 rounds to 100 in whole hundreds.
_NEAR, _BEYOND = Decimal("0.15"), Decimal("0.35")
#: Converted between metric and other units, texts round to two or three digits.
#: Rounding that is not said: to hundreds of thousands at least, and by less than half a percent.
_LARGE, _UNSAID = Decimal(100_000), Decimal("0.005")
#: So many digits kept are the usual way to print a large amount: 16.97 trillion.
_DIGITS_KEPT = 3
_SCALED = Decimal(1000)
_CONVERTED = Decimal("0.03")
_CALENDAR = Decimal("0.04")


def compare_amounts(a: Amount, b: Amount) -> Comparison:
    """Compare in the first reading of both, then in the second ones."""
    best = _compare(a, b)
    if best.verdict in AGREEING:
        return unlocalised(a, b) if b.foreign else best
    if _is_odd(a) and a.other and _compare(a.other, b).verdict in AGREEING:
        return _second_reading(a, b)
    if b.other and _compare(a, b.other).verdict in AGREEING:
        return unlocalised(a, b)
    if a.other and _compare(a.other, b).verdict in AGREEING:
        # before a scale word a comma begins decimals: 1,075 triệu is little more than a million
        scaled = not a.foreign and a.step is not None and a.step >= _SCALED
        return unlocalised(a, b) if scaled else _second_reading(a, b)
    return best


def _is_odd(amount: Amount) -> bool:
    """Say whether a number read by foreign separators ends in digits that decimals end in: 1,132."""
    written = amount.amount / (amount.step or Decimal(1))
    return amount.foreign and written % 100 != 0


def _second_reading(a: Amount, b: Amount) -> Comparison:
    assert a.other is not None
    return Comparison(
        verdict="ambiguous",
        explanation=f"the Vietnamese can be read as {_say(a)} or {_say(a.other)};"
        f" the English takes the second, {_say(b)}",
    )


def unlocalised(a: Amount, b: Amount) -> Comparison:
    """Say that the English kept the separators of Vietnamese, and what they read as."""
    factor = b.amount / a.amount if a.amount and a.amount != b.amount else None
    reads = f"; an English reader takes it for {_say(b)}" if factor else ""
    return Comparison(
        verdict="unlocalised", factor=factor,
        explanation=f"the separators were copied from the Vietnamese: {_say(a)} is meant{reads}",
    )  # fmt: skip


def _compare(a: Amount, b: Amount) -> Comparison:
    if a.unit is None or b.unit is None or a.unit == b.unit:
        return _same_unit(a, b)
    if _is_looser(a.unit, b.unit):
        return _same_unit(a, b)
    if _is_multiple(a, b) or _is_multiple(b, a):
        return Comparison(
            verdict="rounded", aspect="converted", explanation=f"{_say(a)} is {_say(b)}"
        )
    factor = factor_between(b.unit, a.unit)
    if factor is not None:
        return _convertible(a, b, factor)
    days = in_days(a.amount, a.unit), in_days(b.amount, b.unit)
    if days[0] and days[1] and abs(days[0] - days[1]) <= _CALENDAR * days[0]:
        return Comparison(
            verdict="rounded", aspect="converted",
            explanation=f"{_say(a)} is about {_say(b)}",
        )  # fmt: skip
    return _other_unit(a, b)


def _is_multiple(multiple: Amount, share: Amount) -> bool:
    """Say whether a multiple and a percentage are the same growth: gấp rưỡi, 50% more."""
    if (multiple.unit, share.unit) != ("times", "%") or multiple.amount <= 1:
        return False
    return (multiple.amount - 1) * 100 == share.amount


def _is_looser(vi: str, en: str) -> bool:
    """Say whether two units may stand for each other: "độ" for a temperature, % for points."""
    if (vi, en) == ("%", "pp"):
        return True
    return "deg" in {vi, en} and bool({vi, en} & {"Cel", "degF"})


def _convertible(a: Amount, b: Amount, factor: Decimal) -> Comparison:
    """Compare two units of one dimension: converted, or the wrong unit, or another amount."""
    there = b.amount * factor
    exact = there == a.amount
    loose = is_imperial(a.unit or "") != is_imperial(b.unit or "")
    if exact or (loose and abs(there - a.amount) <= _CONVERTED * abs(a.amount)):
        return Comparison(
            verdict="equal" if exact else "rounded", aspect="converted",
            explanation=f"the same in another unit: {_say(a)} is {_say(b)}",
        )  # fmt: skip
    return _other_unit(a, b)


def _other_unit(a: Amount, b: Amount) -> Comparison:
    if a.amount == b.amount:
        return Comparison(
            verdict="unit",
            explanation=f"the number agrees, the unit does not: {_say(a)} has become {_say(b)}",
        )
    same_sort = (is_currency(a.unit) and is_currency(b.unit)) or dimension_of(
        a.unit
    ) == dimension_of(b.unit) is not None
    calendar = {dimension_of(a.unit), dimension_of(b.unit)} == {"time", "calendar"}
    if same_sort or calendar:
        return Comparison(
            verdict="conflict", explanation=f"the Vietnamese says {_say(a)}, the English {_say(b)}"
        )
    return Comparison(
        verdict="other-matter", explanation=f"{_say(a)} and {_say(b)} measure different things"
    )


def _same_unit(a: Amount, b: Amount) -> Comparison:
    if a.amount == b.amount:
        return _same_amount(a, b)
    if is_vague(a) and is_vague(b):
        return _different(a, b)
    if _is_ten(a) and _is_dozen(b):
        return Comparison(verdict="rounded", explanation=f"{_say(a)} and a dozen, both loosely")
    coarser = _rounding(a, b)
    sharper = None if coarser else _rounding(b, a)
    step = coarser or sharper
    if step is None:
        return _rounded_unsaid(a, b) or _different(a, b)
    exact = "; the English is more exact than the Vietnamese" if sharper else ""
    return Comparison(
        verdict="rounded",
        aspect="sharper" if sharper else "",
        explanation=f"{_say(a)} and {_say(b)} agree, rounded to {show(step)}{exact}",
    )


def _rounded_unsaid(a: Amount, b: Amount) -> Comparison | None:
    """Take "81.5 trillion" for 81,503 billion: what large scale words keep, correctly rounded."""
    if a.step is None or b.step is None or a.step == b.step:
        return None
    fine, coarse = (a, b) if a.step < b.step else (b, a)
    assert coarse.step is not None
    off = abs(fine.amount - coarse.amount)
    if coarse.step < _LARGE or off > coarse.step / 2 or off > _UNSAID * abs(fine.amount):
        return None
    if coarse is b and len(b.amount.normalize().as_tuple().digits) >= _DIGITS_KEPT:
        return Comparison(
            verdict="rounded",
            explanation=f"{_say(a)} and {_say(b)} agree, rounded to {show(coarse.step)}",
        )
    return Comparison(
        verdict="rounded",
        aspect="unsaid" if coarse is b else "sharper",
        explanation=f"{_say(a)} and {_say(b)} agree, rounded to {show(coarse.step)} without"
        " saying so",
    )


def _same_amount(a: Amount, b: Amount) -> Comparison:
    if _DIRECTION[a.comparator] * _DIRECTION[b.comparator] < 0:
        return Comparison(
            verdict="conflict", aspect="opposite",
            explanation=f"the opposite is said: the Vietnamese has {_WORDS[a.comparator]}"
            f" {show(a.amount, a.unit)}, the English {_WORDS[b.comparator]} that",
        )  # fmt: skip
    same = a.comparator == b.comparator or (
        _DIRECTION[a.comparator] == _DIRECTION[b.comparator] != 0
    )
    if same or is_vague(a) or is_vague(b):
        return Comparison(verdict="equal", explanation=f"the same: {_say(b)}")
    return Comparison(
        verdict="comparator",
        explanation=f"the number agrees; the Vietnamese says {_WORDS[a.comparator]}"
        f" {show(a.amount, a.unit)}, the English {_WORDS[b.comparator]} that",
    )


def _different(a: Amount, b: Amount) -> Comparison:
    factor = power_of_ten(a.amount, b.amount)
    if factor is not None:
        return Comparison(
            verdict="scale", factor=factor,
            explanation=f"the English figure is {times(factor)}:"
            f" {_say(a)} has become {_say(b)}",
        )  # fmt: skip
    return Comparison(
        verdict="conflict", explanation=f"the Vietnamese says {_say(a)}, the English {_say(b)}"
    )


def power_of_ten(a: Decimal, b: Decimal) -> Decimal | None:
    """Return b / a where it is a power of a thousand, or of ten between figures of some size."""
    if not a or not b or (a < 0) != (b < 0):
        return None
    factor = b / a
    exponent = factor.adjusted()
    if exponent == 0 or factor != Decimal(10) ** exponent:
        return None
    large = max(abs(a), abs(b)) >= 1000  # noqa: PLR2004 - ten against a hundred is another number
    return factor if exponent % 3 == 0 or large else None


def is_vague(amount: Amount) -> bool:
    """Say whether an amount is a bare order of magnitude: hàng chục, dozens, thousands."""
    return (
        amount.comparator == "approx"
        and amount.step is not None
        and amount.step == amount.amount >= 10  # noqa: PLR2004 - "about 5" is a count
    )


def _is_ten(amount: Amount) -> bool:
    """Say whether an amount was written as chục or tá."""
    return amount.amount == amount.step == 10  # noqa: PLR2004 - hàng chục, hàng tá


def _is_dozen(amount: Amount) -> bool:
    """Say whether an amount was written as "a dozen"."""
    return amount.amount == amount.step == 12  # noqa: PLR2004 - a dozen


def step_of(amount: Amount) -> Decimal:
    """Return the worth of the last digit that carries meaning: 25,000 has steps of a thousand."""
    digits = amount.amount.normalize().as_tuple()
    zeros = Decimal(10) ** int(digits.exponent)
    return max(zeros, amount.step or zeros)


def _rounding(exact: Amount, coarse: Amount) -> Decimal | None:
    """Return the step to which ``coarse`` says that it rounds ``exact``; None where it does not."""
    if is_vague(coarse):
        inside = coarse.amount <= exact.amount < coarse.amount * 10
        return coarse.amount if inside else None
    if coarse.comparator == "eq" or step_of(coarse) <= step_of(exact):
        return None
    written = (coarse.step or Decimal(0)) > (exact.step or Decimal(0))
    if exact.comparator != "eq" and not (
        written and _DIRECTION[exact.comparator] == _DIRECTION[coarse.comparator]
    ):
        return None
    step, above = step_of(coarse), exact.amount - coarse.amount
    size = abs(coarse.amount)
    direction = _DIRECTION[coarse.comparator]
    if direction:
        fits = 0 <= above * direction < step and above * direction <= _BEYOND * size
    else:
        fits = abs(above) <= step and abs(above) <= _NEAR * size
    return step if fits else None


def _say(amount: Amount) -> str:
    text = show(amount.amount, amount.unit)
    return text if amount.comparator == "eq" else f"{_WORDS[amount.comparator]} {text}"
