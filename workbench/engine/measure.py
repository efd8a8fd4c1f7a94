"""Measure one runtime in a process of its own: start, speed, peak memory.

``python -m workbench.engine.measure`` reads the order from stdin and writes the measurement to
stdout, both as JSON: memory can be told apart only between processes.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias, get_args

import msgspec

from workbench.engine.base import Engine
from workbench.engine.manifest import ModelFolder, find_model
from workbench.errors import ModelError, WorkbenchError

Runtime: TypeAlias = Literal["ctranslate2", "transformers"]
RUNTIMES: tuple[Runtime, ...] = get_args(Runtime)


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be measured."""

    runtime: Runtime
    model: str
    texts: tuple[str, ...]
    beam: int
    #: hypotheses decoded together
    batch: int
    threads: int


class Measurement(msgspec.Struct, frozen=True, kw_only=True):
    """What was measured; seconds are wall time."""

    signature: str
    #: import of the runtime, reading, checking and loading the model
    start_seconds: float
    seconds: float
    #: pieces of the translations
    pieces: int
    source_words: int
    #: peak resident set of the process in megabytes; None where the platform tells none
    peak_megabytes: int | None
    translations: tuple[str, ...]

    @property
    def pieces_per_second(self) -> float:
        """Speed without the start."""
        return self.pieces / self.seconds


def measure(order: Order) -> Measurement:
    """Run an order in a process of its own. Raises ModelError where it fails."""
    done = subprocess.run(  # noqa: S603 - our own module, the order is data
        [sys.executable, "-m", __name__],
        input=msgspec.json.encode(order), capture_output=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise ModelError(
            f"the measurement of {order.runtime} failed", hint=done.stderr.decode()[-500:]
        )
    return msgspec.json.decode(done.stdout, type=Measurement)


def run(order: Order) -> Measurement:
    """Measure in this process."""
    began = time.perf_counter()
    engine = _loader(order.runtime)(order)
    engine.translate(order.texts[:1], beam=1)  # what is made at the first call belongs to the start
    ready = time.perf_counter()
    answers = engine.translate(order.texts, beam=order.beam)
    seconds = time.perf_counter() - ready
    texts = tuple(answer[0].text for answer in answers)
    return Measurement(
        signature=engine.signature,
        start_seconds=ready - began,
        seconds=seconds,
        pieces=sum(engine.count_pieces(texts)),
        source_words=sum(len(text.split()) for text in order.texts),
        peak_megabytes=_peak(),
        translations=texts,
    )


def _loader(runtime: Runtime) -> Callable[[Order], Engine]:
    def ctranslate(order: Order) -> Engine:
        from workbench.engine.ctranslate import load

        folder = ModelFolder(find_model(order.model))
        return load(folder, batch=order.batch, workers=order.threads)

    def transformers(order: Order) -> Engine:
        from workbench.engine.gemma import load

        folder = ModelFolder(find_model(order.model))
        return load(folder, batch=order.batch, workers=order.threads)

    return {"ctranslate2": ctranslate, "transformers": transformers}[runtime]


def _peak() -> int | None:
    try:
        import resource
    except ImportError:  # Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1_000_000 if sys.platform == "darwin" else 1_000)


def main(arguments: Sequence[str] = ()) -> int:
    """Read an order from stdin, write the measurement to stdout."""
    del arguments
    order = msgspec.json.decode(sys.stdin.buffer.read(), type=Order)
    try:
        result = run(order)
    except WorkbenchError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.buffer.write(msgspec.json.encode(result))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
