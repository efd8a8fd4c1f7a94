from __future__ import annotations

import pytest

from workbench.config import Settings
from workbench.engine.fake import FakeEngine
from workbench.errors import FormatError, LanguageError
from workbench.extract import extract
from workbench.pipeline.hint import with_hints
from workbench.pipeline.prepare import Draft, make_judge, prepare_coverage, prepare_source
from workbench.pipeline.qa import make_pool, qa_article
from workbench.records import Article

SOURCE = Article(
    path="a.txt",
    lang="vi",
    title="Trường mới cho xã Tân Hòa",
    published="2025-09-05",
    paragraphs=("Trường có 24 phòng học. Tổng kinh phí là 38 tỷ đồng.", "Lễ khánh thành diễn ra ngày 5/9."),
)  # fmt: skip
ENGLISH = {
    "Trường mới cho xã Tân Hòa": "A new school for Tan Hoa Commune",
    "Trường có 24 phòng học.": "The school has 24 classrooms.",
    "Tổng kinh phí là 38 tỷ đồng.": "The total cost is 38 million VND.",
    "Lễ khánh thành diễn ra ngày 5/9.": "The inauguration took place on September 5.",
}
#: the second try, with the amount in English, says the same: the slip stays, and is flagged
STUBBORN = {**ENGLISH, "Tổng kinh phí là 38 billion VND.": "The total cost is 38 million VND."}
COVERAGE = Article(
    path="b.txt",
    lang="en",
    title="Tan Hoa Commune gets a new school",
    published="2025-09-06",
    paragraphs=(
        "Tan Hoa Commune opened a new school with 24 classrooms on September 5.",
        "The total cost was 38 billion VND.",
    ),
)


def test_a_draft_is_read_by_line_and_asked_by_text() -> None:
    draft = Draft.read(["Trời  mưa.\tIt rains.", "", "Trời nắng.\tThe sun shines."], where="d.tsv")
    assert draft.get("Trời mưa.") == "It rains."
    assert draft.get("Trời gió.") is None
    with pytest.raises(FormatError, match=r"d\.tsv:2"):
        Draft.read(["a\tb", "one column"], where="d.tsv")


def test_the_judge_names_the_dimension_of_each_disagreement() -> None:
    judge = make_judge(Settings())
    assert judge("Có 38 người.", "There are 38 people.") == []
    assert judge("Có 38 người.", "There are 83 people.") == ["figures"]


def test_a_source_is_segmented_translated_and_read() -> None:
    ready = prepare_source(SOURCE, FakeEngine(STUBBORN), settings=Settings())
    assert ready.texts == list(ENGLISH)
    assert ready.english == list(ENGLISH.values())
    assert [m.surface for m in ready.mentions[2]] == ["38 tỷ đồng"]
    assert "figures" in ready.translations[2].flags


def test_a_draft_stands_in_for_the_machine() -> None:
    draft = Draft({"Trường có 24 phòng học.": "The school has twenty-four classrooms."})
    ready = prepare_source(SOURCE, FakeEngine(STUBBORN), settings=Settings(), draft=draft)
    assert ready.translations[1].text == "The school has twenty-four classrooms."
    assert ready.translations[1].model == "human"


def test_qa_says_who_is_at_fault() -> None:
    report = qa_article(
        SOURCE, make_pool([COVERAGE]), engine=FakeEngine(STUBBORN), settings=Settings()
    )
    assert [view.article.path for view in report.coverage] == ["b.txt"]
    row = next(row for row in report.ledger if row.source.surface == "38 tỷ đồng")
    assert row.translation.verdict == "scale"
    assert [edge.verdict for edge in row.coverage] == ["equal"]
    assert row.cause == "translation"
    assert [f.verdict for f in report.findings if f.severity == "major"] == ["scale"]


def test_an_empty_pool_is_a_normal_answer() -> None:
    report = qa_article(SOURCE, make_pool([]), engine=FakeEngine(STUBBORN), settings=Settings())
    assert report.coverage == ()
    assert {row.cause for row in report.ledger} <= {"none", "translation", "unmatched"}


def test_english_is_no_source() -> None:
    with pytest.raises(LanguageError, match="English"):
        qa_article(COVERAGE, make_pool([]), engine=FakeEngine(STUBBORN), settings=Settings())


def test_coverage_is_read_in_english() -> None:
    ready = prepare_coverage(COVERAGE)
    assert ready.english == ready.texts
    assert [m.surface for m in ready.mentions[2]] == ["38 billion VND"]


def test_a_second_try_with_the_figure_in_english_is_taken_when_it_agrees() -> None:
    better = {**ENGLISH, "Tổng kinh phí là 38 billion VND.": "The total cost is 38 billion VND."}
    ready = prepare_source(SOURCE, FakeEngine(better), settings=Settings())
    assert ready.english[2] == "The total cost is 38 billion VND."
    assert ready.translations[2].segment == 2
    assert ready.translations[2].flags == ()


@pytest.mark.parametrize(
    ("text", "hinted"),
    [
        ("Bà Đặng Thị Sáu bán 23 đôi chiếu.", "Bà Dang Thi Sau bán 23 đôi chiếu."),
        ("Đoàn đã đến Viêng Chăn.", "Đoàn đã đến Vientiane."),
        ("Có 24.396 ca, tăng 39,6%.", "Có 24,396 ca, tăng 39.6%."),
        ("Vốn là 1.250 tỷ đồng.", "Vốn là 1.25 trillion VND."),
        ("Cầu dài 2,4 km.", "Cầu dài 2,4 km."),
    ],
)
def test_hints_are_plain_english(text: str, hinted: str) -> None:
    assert with_hints(text, extract(text, "vi")) == hinted
