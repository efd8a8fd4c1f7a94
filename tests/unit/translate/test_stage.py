from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.config import TranslateSettings
from workbench.engine import FakeEngine
from workbench.errors import InputError
from workbench.translate import translate_texts
from workbench.translate.stage import LONGEST

SETTINGS = TranslateSettings(beam=4)


def test_a_text_that_comes_twice_is_translated_once() -> None:
    engine = FakeEngine({"Xin chào.": "Hello.", "Tạm biệt.": "Goodbye."})
    made = translate_texts(["Xin chào.", "Tạm biệt.", " Xin  chào. "], engine, settings=SETTINGS)
    assert [each.text for each in made] == ["Hello.", "Goodbye.", "Hello."]
    assert [each.segment for each in made] == [0, 1, 2]
    assert engine.calls[0][0] == ("Xin chào.", "Tạm biệt.")


def test_lines_stay_lines_and_blanks_stay_blank() -> None:
    engine = FakeEngine(default="<{}>")
    made = translate_texts(["một\n\n hai \n***", "   ", ""], engine, settings=SETTINGS)
    assert [each.text for each in made] == ["<một>\n\n<hai>\n***", "", ""]
    assert not any(each.flags for each in made)


def test_decomposed_text_is_composed_before_the_model_sees_it() -> None:
    engine = FakeEngine({"Hà Nội": "Hanoi"})
    assert translate_texts(["Hà Nội"], engine, settings=SETTINGS)[0].text == "Hanoi"


def test_the_hypothesis_is_taken_that_agrees() -> None:
    engine = FakeEngine({"Có 38 tỷ đồng.": ["38 million dong.", "38 billion dong.", "38 dong."]})
    seen = []

    def judge(_: str, output: str) -> list[str]:
        seen.append(output)
        return [] if "billion" in output else ["figures"]

    made = translate_texts(["Có 38 tỷ đồng."], engine, settings=SETTINGS, judge=judge)  # type: ignore[arg-type]
    assert made[0].text == "38 billion dong."
    assert made[0].flags == ()
    assert seen == ["38 million dong.", "38 billion dong."]


def test_what_no_hypothesis_gets_right_is_flagged_and_left_alone() -> None:
    engine = FakeEngine({"Có 38 tỷ đồng.": ["38 million dong.", "38 thousand dong."]})
    made = translate_texts(
        ["Có 38 tỷ đồng."], engine, settings=SETTINGS, judge=lambda *_: ["figures", "names"]
    )
    assert made[0].text == "38 million dong."
    assert made[0].flags == ("figures", "names")
    assert len(engine.calls) == 1


def test_a_loop_is_decoded_again_another_way() -> None:
    source = "Hội nghị khai mạc sáng nay tại Hà Nội."
    engine = FakeEngine(queue=["the the the the the the the", "", "The meeting opened in Hanoi."])
    made = translate_texts([source], engine, settings=SETTINGS)
    assert made[0].text == "The meeting opened in Hanoi."
    assert made[0].flags == ()
    assert [call[1]["beam"] for call in engine.calls] == [4, 4, 1]
    assert all(call[1]["no_repeat"] for call in engine.calls[1:])


def test_a_long_text_that_stays_broken_is_tried_in_halves() -> None:
    one, two = ("Đây là câu " + "rất " * 22 + f"dài thứ {which}." for which in ("nhất", "hai"))
    answers = {f"{one} {two}": ""}
    answers[one] = "This sentence is the first and it is a very long one indeed."
    answers[two] = "That sentence is the second and it is just as long, or longer."
    made = translate_texts([f"{one} {two}"], FakeEngine(answers), settings=SETTINGS)[0]
    assert made.text == f"{answers[one]} {answers[two]}"
    assert made.flags == ()


def test_output_that_stays_broken_is_flagged() -> None:
    source = "Hội nghị khai mạc sáng nay tại Hà Nội."
    engine = FakeEngine({source: ["", ""]})
    assert translate_texts([source], engine, settings=SETTINGS)[0].flags == ("empty",)


def test_a_long_text_is_cut_and_joined() -> None:
    sentences = [f"Đây là câu thứ {number} của bài." for number in range(12)]
    engine = FakeEngine(default="[{}]", max_pieces=20)
    made = translate_texts([" ".join(sentences)], engine, settings=SETTINGS)[0]
    asked = engine.calls[0][0]
    assert len(asked) > 1
    assert all(len(part.split()) <= 20 for part in asked)
    assert made.text == " ".join(f"[{part}]" for part in asked)
    assert " ".join(asked) == " ".join(sentences)


def test_what_people_approved_comes_from_memory() -> None:
    class Approved:
        def get(self, text: str) -> str | None:
            return {"Xin chào.": "Good day."}.get(text)

    engine = FakeEngine(default="<{}>")
    made = translate_texts(["Xin chào.", "Xin lỗi."], engine, settings=SETTINGS, memory=Approved())
    assert [(each.text, each.origin) for each in made] == [
        ("Good day.", "memory"),
        ("<Xin lỗi.>", "machine"),
    ]
    assert made[0].model == "human"


def test_a_text_without_bounds_is_refused() -> None:
    with pytest.raises(InputError, match="segment 2"):
        translate_texts(["a", "a" * (LONGEST + 1)], FakeEngine(default="x"), settings=SETTINGS)


@given(st.lists(st.text(max_size=60), max_size=8))
def test_each_text_gets_one_translation_of_as_many_lines(texts: list[str]) -> None:
    engine = FakeEngine(default="x", max_pieces=5)
    made = translate_texts(texts, engine, settings=SETTINGS)
    assert [each.segment for each in made] == list(range(len(texts)))
    for text, each in zip(texts, made, strict=True):
        assert each.text.count("\n") == text.count("\n")
