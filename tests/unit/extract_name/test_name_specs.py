"""The vectors of tests/specs/name: every name of a sentence, with its span and kind."""

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.extract.name import find_names

SPECS = Path(__file__).parents[2] / "specs" / "name"


def _rows() -> list[Any]:
    return [
        pytest.param(path.parent.name, row, id=f"{path.parent.name}-{path.stem}-{number}")
        for path in sorted(SPECS.glob("*/*.json"))
        for number, row in enumerate(json.loads(path.read_text(encoding="utf-8")), 1)
    ]


@pytest.mark.parametrize(("language", "row"), _rows())
def test_vector(language: Any, row: dict[str, Any]) -> None:
    found = [
        {"start": m.start, "end": m.end, "surface": m.surface, "kind": m.kind}
        for m in find_names(row["input"], language)
    ]
    assert found == row["expect"], row["why"]


def test_there_are_enough_vectors_and_negatives() -> None:
    rows = [row.values[1] for row in _rows()]
    assert len(rows) >= 300
    assert sum(not row["expect"] for row in rows) >= 60
    assert all(row["why"] and row["source"] for row in rows)
