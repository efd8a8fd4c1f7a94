from __future__ import annotations

import pytest

from workbench.engine.measure import Measurement, Order, Runtime, measure
from workbench.errors import ModelError

pytestmark = pytest.mark.model
TEXTS = ("Hội nghị khai mạc tại Hà Nội.", "Tỉnh chi 38 tỷ đồng.")


@pytest.fixture(scope="module")
def measured() -> dict[str, Measurement]:
    runtimes: tuple[Runtime, ...] = ("ctranslate2", "transformers")
    orders = {
        runtime: Order(runtime=runtime, model="vi-en-270m", texts=TEXTS, beam=1, batch=8, threads=2)
        for runtime in runtimes
    }
    return {runtime: measure(order) for runtime, order in orders.items()}


def test_both_runtimes_run_the_same_network(measured: dict[str, Measurement]) -> None:
    one, other = measured["ctranslate2"], measured["transformers"]
    assert "Hanoi" in one.translations[0]
    assert one.translations[0] == other.translations[0]
    assert "38 billion" in other.translations[1]


def test_speed_start_and_memory_are_told(measured: dict[str, Measurement]) -> None:
    for result in measured.values():
        assert result.pieces > 0
        assert result.pieces_per_second > 0
        assert result.start_seconds > 0
        assert result.peak_megabytes is None or result.peak_megabytes > 100


def test_a_failure_names_its_cause() -> None:
    order = Order(runtime="ctranslate2", model="none", texts=TEXTS, beam=1, batch=8, threads=1)
    with pytest.raises(ModelError) as caught:
        measure(order)
    assert "no model 'none'" in (caught.value.hint or "")
