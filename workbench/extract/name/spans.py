"""A name found: a run of tokens with its kind and the rule that found it."""

from __future__ import annotations

import msgspec

from workbench.values.types import NameKind


class Span(msgspec.Struct, frozen=True):
    """Tokens ``[first, last)`` of a line that are a name."""

    first: int
    last: int
    kind: NameKind
    rule: str
    #: names inside, as spans of the same line
    inner: tuple[Span, ...] = ()
