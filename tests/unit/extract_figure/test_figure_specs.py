"""Every vector of ``tests/specs/figure``: the whole list of mentions, with kinds and values."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.extract import find_figures
from workbench.extract.figure import rules

SPECS = Path(__file__).parents[2] / "specs" / "figure"
#: written by the reader beyond what a vector states
BEYOND = ("noun", "other", "resolved")


def vectors() -> list[Any]:
    found = []
    for path in sorted(SPECS.glob("*/*.json")):
        for number, row in enumerate(json.loads(path.read_text("utf-8")), 1):
            marks = []
            if "xfail" in row:
                marks.append(pytest.mark.xfail(strict=True, reason=row["xfail"]))
            name = f"{path.parent.name}-{path.stem}-{number}"
            found.append(pytest.param(path.parent.name, row, marks=marks, id=name))
    return found


@pytest.mark.parametrize(("language", "row"), vectors())
def test_vector(language: Any, row: dict[str, Any]) -> None:
    mentions = [
        {
            "surface": mention.surface,
            "start": mention.start,
            "kind": mention.kind,
            "value": {k: v for k, v in mention.value.row().items() if k not in BEYOND},
        }
        for mention in find_figures(row["input"], language)
    ]
    assert mentions == row["expect"]
    names = {rule.id for rule in rules(language)}
    assert {mention.rule for mention in find_figures(row["input"], language)} <= names


def test_there_are_enough_vectors_and_look_alikes() -> None:
    assert len(vectors()) >= 500
    for path in SPECS.glob("*/*.json"):
        rows = json.loads(path.read_text("utf-8"))
        kinds = [{m["kind"] for m in row["expect"]} for row in rows]
        if path.stem != "ratio":
            assert sum(path.stem not in found for found in kinds) >= 5, path
        assert all(row["why"] and row["source"] for row in rows)
