"""A span of text that names something or counts something."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import msgspec

from workbench.values.types import Value

Dimension: TypeAlias = Literal["figure", "name"]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A figure or a name: ``text[start:end] == surface``, offsets in code points of the NFC text."""

    start: int
    end: int
    surface: str
    dimension: Dimension
    kind: str
    value: Value
    #: the rule that found it, such as ``vi.money.scale``
    rule: str
    nested: bool = False

    def row(self) -> dict[str, Any]:
        """Return the contract's JSON row, without its line number."""
        row: dict[str, Any] = {
            "start": self.start,
            "end": self.end,
            "surface": self.surface,
            "dimension": self.dimension,
            "kind": self.kind,
            "value": self.value.row(),
            "rule": self.rule,
        }
        if self.nested:
            row["nested"] = True
        return row

    def overlaps(self, other: Mention) -> bool:
        """Say whether the two spans share a character."""
        return self.start < other.end and other.start < self.end
