"""The rows of ``workbench/language``: read once, as plain data."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=64)
def read_table(name: str) -> dict[str, Any]:
    """Read a table by its path below this package, such as ``vi/abbreviations.toml``."""
    return tomllib.loads(files("workbench.language").joinpath(name).read_text(encoding="utf-8"))
