"""What checking costs beside translating, on the same text in one run."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import msgspec

from workbench.check.base import Pair
from workbench.check.run import check_pair
from workbench.config import Settings
from workbench.engine import Engine
from workbench.extract import extract
from workbench.records import Dimension
from workbench.translate import translate_texts

#: Rounds of the cheap work: the fastest counts, since noise only adds.
_ROUNDS = 3
#: Lines that make careless patterns take quadratic time; each is grown to a million characters.
_HOSTILE: dict[str, tuple[Dimension, str]] = {
    "digits": ("figure", "1234567890"),
    "grouped digits": ("figure", "1.000.000"),
    "nested number words": ("figure", "hai mươi lăm triệu ba trăm nghìn "),
    "capitals": ("name", "Nguyễn Văn "),
}
_MILLION = 1_000_000


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds for the same text."""

    what: str
    seconds: float
    #: of the time that translating takes; None for the growth rows
    share: float | None = None


def measure_cost(texts: Sequence[str], engine: Engine, *, settings: Settings) -> list[Cost]:
    """Translate ``texts``, then extract and check both dimensions of each pair, and tell the times.

    ``engine`` must not answer from a cache.
    """
    # the first words load tables and patterns: that is start-up, not work
    _check(["Có 38 người ở Hà Nội."], ["There are 38 people in Hanoi."], "figure", settings)
    _check(["Có 38 người ở Hà Nội."], ["There are 38 people in Hanoi."], "name", settings)
    started = time.perf_counter()
    english = [t.text for t in translate_texts(texts, engine, settings=settings.translate)]
    translating = time.perf_counter() - started
    rows = [Cost(what="translate", seconds=translating, share=1.0)]
    dimensions: tuple[Dimension, ...] = ("figure", "name")
    for dimension in dimensions:
        seconds = _fastest(partial(_check, texts, english, dimension, settings))
        rows.append(
            Cost(
                what=f"extract and check {dimension}s", seconds=seconds, share=seconds / translating
            )
        )
    return rows


def measure_growth() -> list[Cost]:
    """Extract from lines of a million characters made of one repeated pattern.

    Seconds are those of the processor: other programs do not count.
    """
    rows = []
    for name, (dimension, pattern) in _HOSTILE.items():
        line = (pattern * (_MILLION // len(pattern) + 1))[:_MILLION]
        started = time.process_time()
        extract(line, "vi", dimension=dimension)
        rows.append(Cost(what=f"a line of {name}", seconds=time.process_time() - started))
    return rows


def _check(vi: Sequence[str], en: Sequence[str], dimension: Dimension, settings: Settings) -> None:
    for number, (source, target) in enumerate(zip(vi, en, strict=True), 1):
        pair = Pair(
            number=number, vi=source, en=target,
            vi_mentions=extract(source, "vi", dimension=dimension),
            en_mentions=extract(target, "en", dimension=dimension),
        )  # fmt: skip
        check_pair(pair, settings=settings.check, dimensions=(dimension,))


def _fastest(work: Callable[[], Any]) -> float:
    times = []
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)
