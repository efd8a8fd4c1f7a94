"""Numbers in the words of an explanation."""

from __future__ import annotations

from decimal import Decimal

from workbench.values.types import plain

_SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
#: Units that a sentence writes otherwise than their code; plural, and singular where it differs.
_UNITS = {
    "second": ("seconds", "second"), "minute": ("minutes", "minute"), "hour": ("hours", "hour"),
    "day": ("days", "day"), "week": ("weeks", "week"), "month": ("months", "month"),
    "year": ("years", "year"), "decade": ("decades", "decade"),
    "century": ("centuries", "century"), "times": ("times", "time"),
    "pp": ("percentage points", "percentage point"), "mi": ("miles", "mile"),
    "ft": ("feet", "foot"), "in": ("inches", "inch"), "yd": ("yards", "yard"),
    "nmi": ("nautical miles", "nautical mile"), "acr": ("acres", "acre"),
    "ha": ("hectares", "hectare"), "lb": ("pounds", "pound"), "oz": ("ounces", "ounce"),
    "t": ("tonnes", "tonne"), "L": ("litres", "litre"), "gal": ("gallons", "gallon"),
    "bbl": ("barrels", "barrel"), "kn": ("knots", "knot"), "deg": ("degrees", "degree"),
    "Cel": ("°C", "°C"), "degF": ("°F", "°F"), "m2": ("m²", "m²"), "km2": ("km²", "km²"),
    "cm2": ("cm²", "cm²"), "m3": ("m³", "m³"), "mi/h": ("mph", "mph"), "kW.h": ("kWh", "kWh"),
    "MW.h": ("MWh", "MWh"), "GW.h": ("GWh", "GWh"), "sao": ("sào", "sào"), "mau": ("mẫu", "mẫu"),
    "cong": ("công", "công"), "ta_vn": ("tạ", "tạ"), "yen_vn": ("yến", "yến"),
    "luong": ("taels", "tael"), "chi": ("chỉ", "chỉ"), "MBy": ("MB", "MB"), "GBy": ("GB", "GB"),
    "TBy": ("TB", "TB"), "kBy": ("kB", "kB"),
}  # fmt: skip
_DIGITS = 4


def show(amount: Decimal, unit: str | None = None) -> str:
    """Write an amount as an English reader would: ``38 billion VND``, ``24,396``, ``5%``."""
    text = _number(amount)
    if unit in {"%", "‰"}:
        return f"{text}{unit}"
    return f"{text} {_unit(unit, amount)}" if unit else text


def _unit(unit: str, amount: Decimal) -> str:
    many, one = _UNITS.get(unit, (unit, unit))
    return one if amount == 1 else many


def _number(amount: Decimal) -> str:
    for scale, word in _SCALES:
        if abs(amount) >= scale and len(plain(amount / scale).replace(".", "")) <= _DIGITS:
            return f"{plain(amount / scale)} {word}"
    whole, _, decimals = plain(abs(amount)).partition(".")
    grouped = f"{'-' if amount < 0 else ''}{int(whole):,}"
    return f"{grouped}.{decimals}" if decimals else grouped


def times(factor: Decimal) -> str:
    """Write a factor of a thousand or of ten: ``1,000 times too large``."""
    if factor >= 1:
        return f"{_number(factor)} times too large"
    return f"{_number((1 / factor).normalize())} times too small"
