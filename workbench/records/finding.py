"""What a check reports, and what a reviewer decides about it."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any, Literal, TypeAlias

import msgspec

from workbench.records.mention import Dimension, Mention

Severity: TypeAlias = Literal["none", "info", "minor", "major", "critical"]
#: In rising order.
SEVERITIES: tuple[Severity, ...] = ("none", "info", "minor", "major", "critical")


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a finding: a span of that side's text and what it means."""

    start: int
    end: int
    surface: str
    kind: str
    value: dict[str, Any]

    @classmethod
    def of(cls, mention: Mention) -> Side:
        """Take the span and value of a mention."""
        return cls(
            start=mention.start, end=mention.end, surface=mention.surface,
            kind=mention.kind, value=mention.value.row(),
        )  # fmt: skip


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A link between mentions and the verdict on it; severity ``none`` when the two agree."""

    #: 1-based line of a pair file, or segment number + 1 of an article
    pair: int
    check: str
    #: ITS 2.0 localization quality issue type
    issue_type: str
    dimension: Dimension
    severity: Severity
    verdict: str
    vi: Side | None
    en: Side | None
    #: one sentence that a translator understands
    explanation: str
    id: str
    #: what the Vietnamese was compared with: ``translation``, the path of a coverage article, or
    #: ``source`` for a finding inside one text
    against: str = "translation"

    def row(self) -> dict[str, Any]:
        """Return the contract's JSON row."""
        row: dict[str, Any] = msgspec.to_builtins(self)
        return row


def finding_id(check: str, vi: Side | None, en: Side | None, texts: tuple[str, str]) -> str:
    """Hash what the finding says, not where it stands: stable when lines are added above.

    Two findings of one pair with the same surfaces differ by their offsets.
    """
    digest = blake2b(digest_size=8)
    for part in (check, *texts, *(f"{s.start}:{s.surface}" if s else "" for s in (vi, en))):
        digest.update(part.encode())
        digest.update(b"\0")
    return digest.hexdigest()


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A reviewer's word on a finding: who, when, why."""

    finding: str
    verdict: Literal["accept", "dismiss", "fix"]
    reviewer: str
    #: ISO 8601 with offset
    decided: str
    reason: str = ""
