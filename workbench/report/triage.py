"""What was decided before: a baseline of known findings, and dismissals with their reasons.

A baseline is an earlier ``wb qa --json`` (or ``wb check --json``) result: its findings are known,
only new ones count. Dismissals are JSON Lines; a row names one finding by its id, or many by check,
verdict, value or article, and always says why::

    {"finding": "9f2c4e5d0b1a7c33", "reason": "the ministry gives both figures"}
    {"check": "name-misspelt", "value": "Aroune", "reason": "spelling of the embassy"}
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import msgspec

from workbench.errors import FormatError
from workbench.language.text import fold, nfc
from workbench.records import Finding, load_lines

State: TypeAlias = Literal["open", "known", "dismissed"]


class Dismissal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A finding, or all findings of a kind, put aside for a reason."""

    reason: str
    finding: str | None = None
    check: str | None = None
    verdict: str | None = None
    #: the surface on either side, marks and case aside
    value: str | None = None
    #: path of the article
    article: str | None = None
    reviewer: str = ""
    #: ISO 8601
    decided: str = ""

    def covers(self, finding: Finding, article: str) -> bool:
        """Say whether the dismissal is about the finding: every field given must fit."""
        return (
            self.finding in {None, finding.id}
            and self.check in {None, finding.check}
            and self.verdict in {None, finding.verdict}
            and self.article in {None, article}
            and (self.value is None or fold(nfc(self.value)) in _surfaces(finding))
        )


@dataclass(frozen=True)
class Standing:
    """Where a finding stands, and why it was put aside."""

    state: State = "open"
    reason: str = ""


_OPEN = Standing()


@dataclass(frozen=True)
class Triage:
    """Decides which findings count."""

    known: frozenset[str] = frozenset()
    dismissals: tuple[Dismissal, ...] = ()

    def standing(self, finding: Finding, article: str = "") -> Standing:
        """Say where a finding of an article stands."""
        for dismissal in self.dismissals:
            if dismissal.covers(finding, article):
                return Standing("dismissed", dismissal.reason)
        if finding.id in self.known:
            return Standing("known", "in the baseline")
        return _OPEN

    def open(self, findings: Iterable[Finding], article: str = "") -> list[Finding]:
        """Return the findings that count for the exit status."""
        return [f for f in findings if self.standing(f, article).state == "open"]


def load_baseline(text: str, *, where: str) -> frozenset[str]:
    """Read the ids of an earlier result: one JSON document with ``findings``, or JSON Lines.

    Raises FormatError.
    """
    return frozenset(row["id"] for row in finding_rows(text, where=where))


def finding_rows(text: str, *, where: str) -> list[dict[str, Any]]:
    """Read the finding rows of ``wb qa --json`` or ``wb check --json``. Raises FormatError."""
    try:
        document = msgspec.json.decode(text)
    except msgspec.DecodeError:
        lines = load_lines(text, dict[str, Any], where=where)
        rows = [row for row in lines if "check" in row and "id" in row]
    else:
        if isinstance(document, dict) and "id" in document and "check" in document:
            rows = [document]
        elif isinstance(document, dict) and isinstance(document.get("findings"), list):
            rows = document["findings"]
        elif isinstance(document, dict) and "schema" in document:
            rows = []
        else:
            raise _unfit(where)
    if not all(isinstance(row, dict) and isinstance(row.get("id"), str) for row in rows):
        raise _unfit(where)
    return rows


def load_dismissals(text: str, *, where: str) -> tuple[Dismissal, ...]:
    """Read dismissals as JSON Lines. Raises FormatError for a row without reason or aim."""
    found = []
    for number, row in enumerate(load_lines(text, Dismissal, where=where), 1):
        if not row.reason.strip():
            raise FormatError(
                f"dismissal {number} has no reason",
                where=where,
                hint='Say why: {"check": "...", "reason": "..."}',
            )
        if not any((row.finding, row.check, row.verdict, row.value, row.article)):
            raise FormatError(
                f"dismissal {number} names nothing",
                where=where,
                hint="Name a finding, check, verdict, value or article.",
            )
        found.append(row)
    return tuple(found)


def _surfaces(finding: Finding) -> set[str]:
    return {fold(side.surface) for side in (finding.vi, finding.en) if side is not None}


def _unfit(where: str) -> FormatError:
    return FormatError(
        "no findings in this file",
        where=where,
        hint="Give the result of 'wb qa --json' or 'wb check --json'.",
    )
