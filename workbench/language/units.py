"""Unit codes: what dimension each measures and what it is worth (``language/units.toml``)."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

import msgspec


class Unit(msgspec.Struct, frozen=True):
    """A unit code, its dimension, and its worth in the dimension's base unit where it has one."""

    code: str
    dimension: str
    factor: Decimal | None


@lru_cache(maxsize=1)
def units() -> dict[str, Unit]:
    """Return every unit by its code. Currencies are no units of this table."""
    rows = tomllib.loads(files("workbench.language").joinpath("units.toml").read_text("utf-8"))
    return {
        code: Unit(code, row["dimension"], Decimal(factor) if factor else None)
        for row in rows["unit"]
        for code, factor in row["codes"].items()
    }
