"""Numbers in the words of an explanation."""

from __future__ import annotations

from decimal import Decimal

from workbench.values.types import plain

_SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)


def show(amount: Decimal, unit: str | None = None) -> str:
    """Write an amount as an English reader would: ``38 billion VND``, ``24,396``, ``5%``."""
    text = _number(amount)
    if unit in {"%", "‰"}:
        return f"{text}{unit}"
    return f"{text} {unit}" if unit else text


def _number(amount: Decimal) -> str:
    for scale, word in _SCALES:
        if abs(amount) >= scale and len(plain(amount / scale).replace(".", "")) <= 4:  # noqa: PLR2004
            return f"{plain(amount / scale)} {word}"
    whole, _, decimals = plain(amount).partition(".")
    grouped = f"{int(whole):,}"
    return f"{grouped}.{decimals}" if decimals else grouped


def times(factor: Decimal) -> str:
    """Write a factor of a thousand or of ten: ``1,000 times too large``."""
    if factor >= 1:
        return f"{_number(factor)} times too large"
    return f"{_number((1 / factor).normalize())} times too small"
