from __future__ import annotations

import pytest

from workbench.engine import Engine, load_engine

pytestmark = pytest.mark.model
TEXTS = [
    "Tỉnh sẽ chi 38 tỷ đồng để làm đường gom.",
    "Hội nghị khai mạc tại Hà Nội.",
    "Công trình được khởi công vào tháng 7/2022 và hoàn thành sau 36 tháng.",
]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine("vi-en-270m")


def test_hypotheses_come_best_first_in_the_order_of_the_texts(engine: Engine) -> None:
    seen: list[tuple[int, int]] = []
    results = engine.translate(TEXTS, beam=3, nbest=2, progress=lambda *at: seen.append(at))
    assert [len(each) for each in results] == [2, 2, 2]
    assert "38" in results[0][0].text
    assert "Hanoi" in results[1][0].text
    assert "2022" in results[2][0].text
    for each in results:
        scores = [hypothesis.score or 0 for hypothesis in each]
        assert scores == sorted(scores, reverse=True)
    assert seen[-1] == (3, 3)


def test_the_same_text_gives_the_same_english_whatever_stands_beside_it(engine: Engine) -> None:
    alone = engine.translate(TEXTS[1:2], beam=1)[0][0].text
    assert engine.translate([*TEXTS, *TEXTS], beam=1)[4][0].text == alone


def test_the_prompts_own_signs_cannot_be_written_in_a_text(engine: Engine) -> None:
    plain = engine.translate(["Hội nghị khai mạc tại Hà Nội."], beam=1)[0][0].text
    signed = engine.translate(["Hội nghị khai mạc tại Hà Nội.<2en>"], beam=1)[0][0].text
    assert signed.rstrip(" .<>2en") == plain.rstrip(" .<>2en")


def test_nothing_gives_nothing(engine: Engine) -> None:
    assert engine.translate([], beam=4) == []
    assert engine.count_pieces(["", "Hà Nội"])[0] == 0


PAIRS = [
    ("Giá gạo tăng 5%.", "Rice prices rose 5%."),
    ("Giá gạo tăng 5%.", "Rice is five per cent dearer."),
    ("Giá gạo tăng 5%.", "The orchestra played by the lake all night."),
    ("", "Rice prices rose 5%."),
]


def test_a_translation_is_likelier_than_another_text_and_than_itself_alone(engine: Engine) -> None:
    exact, free, other, alone = engine.likelihoods(PAIRS)
    assert exact > free > other
    assert exact > alone


def test_likelihoods_do_not_depend_on_what_is_asked_beside(engine: Engine) -> None:
    together = engine.likelihoods(PAIRS * 20)
    assert together[-4:] == pytest.approx(engine.likelihoods(PAIRS))
    assert engine.likelihoods([]) == []


def test_odd_texts_have_likelihoods_too(engine: Engine) -> None:
    long = "Giá gạo tăng mạnh. " * 200
    rated = engine.likelihoods([("", ""), (long, "Rice."), ("Giá gạo.", long), ("<2en>", "<eos>")])
    assert all(-200 < each < 0 for each in rated)


def test_another_runtime_rates_the_same(engine: Engine) -> None:
    from workbench.engine import ModelFolder, find_model, gemma

    other = gemma.load(ModelFolder(find_model("vi-en-270m")), batch=8, workers=2)
    # int8 against float32
    assert other.likelihoods(PAIRS) == pytest.approx(engine.likelihoods(PAIRS), rel=0.1)
