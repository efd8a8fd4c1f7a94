from __future__ import annotations

import pytest

from workbench.config import TranslateSettings
from workbench.engine.fake import FakeEngine
from workbench.language.glossary import Glossary, Term
from workbench.pipeline.rewrite import Speller, find_definitions, translate_rewritten


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hội Nông dân (HND) tỉnh họp sáng nay.", [("HND", "Hội Nông dân")]),
        (
            "Bệnh viện Nhi đồng (BVNĐ) và Trung tâm Y tế dự phòng (TTYTDP) phối hợp.",
            [("BVNĐ", "Bệnh viện Nhi đồng"), ("TTYTDP", "Trung tâm Y tế dự phòng")],
        ),
        ("cán bộ, công chức, viên chức (CBCCVC) toàn ngành", [("CBCCVC", "cán bộ, công chức, viên chức")]),
        ("Ông Sơn (CLB Đà Nẵng) ghi bàn.", []),
        ("Công ty của ông (ABC) đã đóng cửa.", []),
        ("(UBND) họp.", []),
        ("Trường Rose Valley School (RVS) khai giảng.", []),
    ],
)  # fmt: skip
def test_definitions_are_learnt_from_their_initials(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert list(find_definitions(text)) == found


def test_acronyms_of_the_table_are_written_out() -> None:
    speller = Speller.of([])
    assert speller("UBND tỉnh và LĐLĐ tỉnh họp.") == (
        "Ủy ban nhân dân tỉnh và Liên đoàn Lao động tỉnh họp."
    )


def test_definitions_of_the_article_go_over_the_table_and_lose_their_bracket() -> None:
    texts = ["Hội Khuyến học (HKH) xã ra mắt.", "HKH đã quyên góp 20 triệu đồng."]
    speller = Speller.of(texts)
    assert speller(texts[0]) == "Hội Khuyến học xã ra mắt."
    assert speller(texts[1]) == "Hội Khuyến học đã quyên góp 20 triệu đồng."


def test_parts_of_words_and_legal_forms_stay() -> None:
    speller = Speller.of([])
    for text in ("Mã UBND-12 còn hiệu lực.", "Công ty TNHH Hoa Sen", "WHO cảnh báo."):
        assert speller(text) == text


def test_terms_of_the_glossary_go_in_in_english() -> None:
    term = Term(
        vi=("Hội Nông dân tỉnh An Giang",), en=("An Giang Farmers' Union", "Farmers' Association")
    )
    speller = Speller.of([], glossary=Glossary([term]))
    assert speller("UBND tỉnh gặp Hội Nông dân tỉnh An Giang.") == (
        "Ủy ban nhân dân tỉnh gặp An Giang Farmers' Union."
    )


def test_memory_and_judge_see_the_text_as_given() -> None:
    class Memory:
        def get(self, text: str) -> str | None:
            return "The people's committee met." if text == "UBND xã họp." else None

    judged: list[str] = []

    def judge(source: str, _: str) -> list[str]:
        judged.append(source)
        return []

    texts = ["UBND xã họp.", "HĐND xã họp."]
    made = translate_rewritten(
        texts,
        [Speller.of([])(text) for text in texts],
        FakeEngine(default="The council met."),
        settings=TranslateSettings(),
        memory=Memory(),
        judge=judge,  # type: ignore[arg-type]
    )
    assert [t.text for t in made] == ["The people's committee met.", "The council met."]
    assert set(judged) == {"HĐND xã họp."}
