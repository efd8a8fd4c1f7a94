"""The verdicts on the names of the seed pages, row by row, where those pages are at hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from workbench.check.name.entities import Text, differ, find_inconsistencies, group_names
from workbench.extract.name import find_names
from workbench.language import Language
from workbench.values.name import compare_names, make_name

pytestmark = pytest.mark.shared

Row = dict[str, Any]


@pytest.fixture(scope="module")
def gold(shared: Path) -> Row:
    path = shared / "gold" / "seeds" / "links.json"
    if not path.is_file():
        pytest.skip("no gold of the seed pages")
    found: Row = json.loads(path.read_text(encoding="utf-8"))
    return found


def _languages(gold: Row) -> dict[str, Language]:
    return {doc: row["lang"] for doc, row in gold["documents"].items()}


def _kind(gold: Row, entity: str) -> str:
    return next(str(row["kind"]) for row in gold["entities"] if row["id"] == entity)


def test_every_name_link_gets_its_verdict(gold: Row) -> None:
    languages = _languages(gold)
    wrong = []
    for row in gold["name_links"]:
        one, other = row["a"], row["b"]
        pair = languages[one["doc"]], languages[other["doc"]]
        kind = _kind(gold, row["entity"])
        # the office of a person is the same wherever the gold says one person under two spellings
        verdict = compare_names(
            make_name(one["surface"]), make_name(other["surface"]), kind, languages=pair
        ).verdict
        if row["scope"] == "inside-document" and pair[0] == pair[1]:
            differs = differ(one["surface"], other["surface"], kind, pair[0])
            verdict = "inconsistent" if differs else "variant"
        accepted = {row["verdict"], *row.get("accept", ())}
        if "variant" in accepted:
            accepted.add("equal")
        if verdict not in accepted:
            wrong.append((one["surface"], other["surface"], verdict, row["verdict"]))
    assert not wrong


def test_names_of_others_are_never_linked(gold: Row) -> None:
    languages = _languages(gold)
    for row in gold["names_not_to_link"]:
        one, other = row["a"], row["b"]
        pair = languages[one["doc"]], languages[other["doc"]]
        kind = (
            "organisation" if _is_body(one["surface"]) or _is_body(other["surface"]) else "person"
        )
        comparison = compare_names(
            make_name(one["surface"]), make_name(other["surface"]), kind, languages=pair
        )
        assert comparison.verdict == "conflict", (one["surface"], other["surface"])


def _is_body(name: str) -> bool:
    return any(
        word in name for word in ("Federation", "Confederation", "LHCĐ", "Công đoàn", "union")
    )


def test_slips_of_names_are_found_in_the_articles(gold: Row, shared: Path) -> None:
    languages = _languages(gold)
    for slip in gold["slips"]:
        if slip["type"] != "name-inconsistent":
            continue
        doc = slip["at"]["doc"]
        texts = list(_texts(shared, doc, languages[doc]))
        found = {
            place.mention.surface
            for row in find_inconsistencies(texts)
            for place in (row.first, row.second)
        }
        assert slip["at"]["quote"] in found, slip["id"]


def test_spellings_of_one_bearer_meet(gold: Row, shared: Path) -> None:
    texts = [t for doc, lang in _languages(gold).items() for t in _texts(shared, doc, lang)]
    names = [set(entity.spellings) for entity in group_names(texts)]
    for one, other in (
        ("Đặng Thị Phương Hoa", "Dang Thi Phuong Hoa"),
        ("Pathoumthong Luangvilay", "Pathoumthong Luongvilay"),
        ("Viêng Chăn", "Vientiane"),
    ):
        assert any({one, other} <= spellings for spellings in names), one
    assert not any({"Nguyen Thi Loan", "Nguyen Thi Tuyen"} <= spellings for spellings in names)


def _texts(shared: Path, doc: str, language: Language) -> Iterator[Text]:
    article = json.loads((shared / "gold" / "seeds" / f"{doc}.article.json").read_text("utf-8"))
    lines = next((shared / "seeds").glob(f"{doc}*")).read_text(encoding="utf-8").split("\n")
    for number in article["body_lines"]:
        line = lines[number - 1]
        yield Text(line, language, find_names(line, language, nested=True), article=doc)
