"""Each rule finds its own examples, and stays away from its look-alikes."""

from __future__ import annotations

import re
from typing import Any

import pytest

from workbench.extract import find_figures
from workbench.extract.figure import rules

MARK = re.compile("«(.*?)»")
CASES: list[Any] = [
    pytest.param(language, rule, example, id=f"{rule.id}-{number}")
    for language in ("vi", "en")
    for rule in rules(language)  # type: ignore[arg-type]
    for number, example in enumerate(rule.examples)
]
LOOK_ALIKES: list[Any] = [
    pytest.param(language, rule, example, id=f"{rule.id}-{number}")
    for language in ("vi", "en")
    for rule in rules(language)  # type: ignore[arg-type]
    for number, example in enumerate(rule.not_here)
]


@pytest.mark.parametrize(("language", "rule", "example"), CASES)
def test_example_is_found_by_its_rule(language: Any, rule: Any, example: str) -> None:
    marked = MARK.search(example)
    assert marked is not None
    text = example.replace("«", "").replace("»", "")
    found = [m for m in find_figures(text, language) if m.start == marked.start()]
    assert [(m.surface, m.rule) for m in found] == [(marked[1], rule.id)]


@pytest.mark.parametrize(("language", "rule", "example"), LOOK_ALIKES)
def test_look_alike_is_not_for_the_rule(language: Any, rule: Any, example: str) -> None:
    assert rule.id not in {m.rule for m in find_figures(example, language)}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_rule_has_an_example(language: Any) -> None:
    assert all(rule.examples for rule in rules(language))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("sign", ["/", "-"])
def test_a_long_chain_of_numbers_is_no_figure(language: Any, sign: str) -> None:
    found = find_figures(sign.join(["1"] * 200) + " 25%", language)
    assert [m.surface for m in found] == ["25%"]
