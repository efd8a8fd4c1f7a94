"""A translation of one segment."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

Flag: TypeAlias = Literal["empty", "loop", "copy", "language", "length", "figures", "names"]


class Translation(msgspec.Struct, frozen=True, kw_only=True):
    """The English of one Vietnamese segment; flags say what a reader should look at."""

    segment: int
    text: str
    #: signature of the model and its settings, or ``human``
    model: str
    origin: Literal["machine", "memory", "human"] = "machine"
    #: mean log-probability of a piece, where the engine gives it
    score: float | None = None
    flags: tuple[Flag, ...] = ()
