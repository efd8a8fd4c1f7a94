"""Page dumps in many layouts, each line labelled; see dumps/README.md."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from workbench.ingest import furniture as f
from workbench.ingest import read_article
from workbench.records import Article

DUMPS = sorted(Path(__file__).with_name("dumps").glob("*.txt"))
REASONS = {"C": f.CAPTION, "R": f.REPEAT, "D": f.DATELINE}


@dataclass
class Dump:
    facts: dict[str, str] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)

    @classmethod
    def load(cls, path: Path) -> Dump:
        dump = cls()
        for raw in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
            if raw.startswith("@"):
                key, _, value = raw[1:].partition(" ")
                dump.facts[key] = value
                continue
            dump.texts.append(raw[2:])
            if raw:
                dump.labels[len(dump.texts)] = raw[0]
        return dump

    def lines(self, labels: str) -> list[int]:
        return [number for number, label in self.labels.items() if label in labels]

    def read(self, *, keep_all: bool = False) -> Article:
        return read_article("-", data="\n".join(self.texts).encode(), keep_all=keep_all)


@pytest.fixture(params=DUMPS, ids=lambda path: path.stem)
def dump(request: pytest.FixtureRequest) -> Dump:
    return Dump.load(request.param)


def test_body_is_told_from_the_page(dump: Dump) -> None:
    assert list(dump.read().lines) == dump.lines("B")


def test_facts_are_found(dump: Dump) -> None:
    article = dump.read()
    found = {
        key: value
        for key in ("published", "author", "source", "lang")
        if (value := getattr(article, key)) is not None
    }
    assert found == dump.facts
    titles = [dump.texts[number - 1] for number in dump.lines("T")]
    assert [article.title] == (titles or [None])


def test_every_line_is_in_one_place(dump: Dump) -> None:
    article = dump.read()
    titles = dump.lines("T")
    numbers = [*article.lines, *(row.line for row in article.left_out), *titles]
    assert sorted(numbers) == sorted(dump.labels)
    assert all(
        row.text == dump.texts[row.line - 1].strip() and row.reason for row in article.left_out
    )


def test_captions_repeats_and_dates_have_their_reason(dump: Dump) -> None:
    reasons = {row.line: row.reason for row in dump.read().left_out}
    for label, reason in REASONS.items():
        assert {reasons[number] for number in dump.lines(label)} <= {reason, f.BYLINE}


def test_keep_all_puts_every_line_back(dump: Dump) -> None:
    article = dump.read(keep_all=True)
    assert article.left_out == ()
    assert set(article.lines) == set(dump.labels) - set(dump.lines("T"))
