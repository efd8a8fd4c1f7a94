"""Every check carries examples, and they are what it does."""

from __future__ import annotations

import re

import pytest

from workbench.check import CHECKS, Check, Example, Pair
from workbench.check.run import check_pair, is_finding
from workbench.extract.figure import find_figures
from workbench.language import Language
from workbench.language.glossary import Glossary
from workbench.records import SEVERITIES, Finding, Mention, Side

_MARKS = re.compile("[«»]")
#: ITS 2.0, localization quality issue types
ISSUE_TYPES = {
    "terminology", "mistranslation", "omission", "untranslated", "addition", "duplication",
    "inconsistency", "grammar", "legal", "register", "locale-specific-content", "locale-violation",
    "style", "characters", "misspelling", "typographical", "formatting", "inconsistent-entities",
    "numbers", "markup", "pattern-problem", "whitespace", "internationalization", "length",
    "non-conformance", "uncategorized", "other",
}  # fmt: skip


def _mentions(text: str, language: Language, check: Check) -> list[Mention]:
    if check.dimension == "figure":
        return list(find_figures(text, language))
    from workbench.extract.name import find_names

    return list(find_names(text, language, nested=True))


def _run(check: Check, example: Example) -> tuple[Pair, list[Finding]]:
    vi, en = (_MARKS.sub("", text) for text in (example.vi, example.en))
    pair = Pair(
        number=1,
        vi=vi,
        en=en,
        vi_mentions=_mentions(vi, "vi", check),
        en_mentions=_mentions(en, "en", check),
        glossary=Glossary(example.terms) if example.terms else None,
    )
    found = check_pair(pair, dimensions=(check.dimension,))
    return pair, [finding for finding in found if is_finding(finding)]


def _marked(text: str) -> tuple[int, int] | None:
    if "«" not in text:
        return None
    start = text.index("«")
    return start, text.index("»") - 1


def _meets(side: Side | None, span: tuple[int, int] | None) -> bool:
    if side is None or span is None:
        return side is None and span is None
    return side.start < span[1] and span[0] < side.end


BAD = [(check, example) for check in CHECKS for example in check.bad]
GOOD = [(check, example) for check in CHECKS for example in check.good]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_declares_itself(check: Check) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", check.id)
    assert check.issue_type in ISSUE_TYPES
    assert check.severity in SEVERITIES[1:]
    assert len(check.description) > 60
    assert check.title
    assert check.good
    assert check.bad


def test_check_ids_are_unique() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize(
    ("check", "example"), BAD, ids=[f"{check.id}: {example.en[:40]}" for check, example in BAD]
)
def test_a_bad_example_is_reported_once_at_its_marks(check: Check, example: Example) -> None:
    pair, found = _run(check, example)
    assert [finding.check for finding in found] == [check.id]
    finding = found[0]
    assert _meets(finding.vi, _marked(example.vi))
    assert _meets(finding.en, _marked(example.en))
    for side, text in ((finding.vi, pair.vi), (finding.en, pair.en)):
        assert side is None or text[side.start : side.end] == side.surface
    assert finding.explanation


@pytest.mark.parametrize(
    ("check", "example"), GOOD, ids=[f"{check.id}: {example.en[:40]}" for check, example in GOOD]
)
def test_a_good_example_passes(check: Check, example: Example) -> None:
    _, found = _run(check, example)
    assert not found
