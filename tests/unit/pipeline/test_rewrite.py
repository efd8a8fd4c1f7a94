from __future__ import annotations

import pytest

from workbench.pipeline.rewrite import Speller, find_definitions


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
