"""What was measured of each check on the development sets; ``benchmarks/measure_checks.py`` renews it."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import msgspec

FILE = "measured.json"


class Share(msgspec.Struct, frozen=True):
    """Hits of a total, with the Wilson interval at 95 %."""

    hits: int
    total: int
    low: float
    high: float

    def __str__(self) -> str:
        if not self.total:
            return "not measured"
        return f"{self.hits / self.total:.3f} [{self.low:.3f}, {self.high:.3f}] ({self.hits}/{self.total})"


class Measure(msgspec.Struct, frozen=True):
    """One check: how many of its findings were right, and how many of the errors it is for it found."""

    #: findings of this check, on wrong and clean pairs, that point at a planted error
    precision: Share
    #: planted errors of the kinds that the check is for, met by any finding of severity major
    recall: Share
    #: clean pairs on which this check rings
    alarms: Share
    #: kinds of planted errors that the check is for
    kinds: tuple[str, ...]


class Measured(msgspec.Struct, frozen=True):
    """All checks, and how the numbers were made."""

    command: str
    signature: str
    date: str
    #: BLAKE2 digest of the data, by set
    data: dict[str, str]
    sets: dict[str, dict[str, Share]]
    checks: dict[str, Measure]


@lru_cache(maxsize=1)
def measured() -> Measured | None:
    """Return the numbers that ship with the checks; None where none were written yet."""
    source = files("workbench.check").joinpath(FILE)
    if not source.is_file():
        return None
    return msgspec.json.decode(source.read_bytes(), type=Measured)
