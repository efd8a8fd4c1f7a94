"""The tables of units and currencies, and the page that lists them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from workbench.language.units import units

ROOT = Path(__file__).parents[3]
LANGUAGE = ROOT / "workbench" / "language"
#: what a word may stand for beside the codes: amounts of other units
COMPOSITE = {"decade", "century", "fortnight", "bp"}
TABLES = [
    LANGUAGE / "units.toml",
    *(
        LANGUAGE / language / f"{name}.toml"
        for language in ("vi", "en")
        for name in ("numerals", "units", "currencies", "figure_words")
    ),
]


def rows(path: Path) -> list[dict[str, Any]]:
    tables: dict[str, list[dict[str, Any]]] = tomllib.loads(path.read_text("utf-8"))
    return [row for table in tables.values() for row in table]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_each_row_names_its_source(path: Path) -> None:
    assert all(row["source"] and isinstance(row["reviewed"], bool) for row in rows(path))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_unit_word_stands_for_a_known_code(language: str) -> None:
    codes = {code for row in rows(LANGUAGE / language / "units.toml") for code in row["words"]}
    assert codes <= set(units()) | COMPOSITE


def test_the_page_lists_every_unit_and_currency() -> None:
    listed = set(
        re.findall(r"^\| `([^`]+)` \|", (ROOT / "docs/units.md").read_text(), re.MULTILINE)
    )
    currencies = {
        code
        for language in ("vi", "en")
        for row in rows(LANGUAGE / language / "currencies.toml")
        for place in ("before", "after")
        for code in row[place]
    }
    assert listed == set(units()) | currencies
