"""The planted slips of the sample articles, and which of them a QA document reports."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Slip:
    """A planted slip, as gold.toml lists it."""

    event: str
    #: ``draft``, or the coverage file
    where: str
    dimension: str
    vi: str
    en: str | None
    accept: tuple[str, ...]
    what: str

    def is_in(self, findings: Iterable[Mapping[str, Any]]) -> bool:
        """Say whether a finding points at the slip with a verdict that is right."""
        return any(self._is(finding) for finding in findings)

    def _is(self, finding: Mapping[str, Any]) -> bool:
        against = str(finding["against"])
        place = against == "translation" if self.where == "draft" else against.endswith(self.where)
        return (
            place
            and finding["dimension"] == self.dimension
            and finding["verdict"] in self.accept
            and _meets(finding["vi"], self.vi)
            and (self.en is None or _meets(finding["en"], self.en))
        )


def _meets(side: Mapping[str, Any] | None, text: str) -> bool:
    return side is not None and (side["surface"] in text or text in side["surface"])


def load_events() -> list[dict[str, Any]]:
    """Return the events of gold.toml as they stand there."""
    events: list[dict[str, Any]] = tomllib.loads(
        (FOLDER / "gold.toml").read_text(encoding="utf-8")
    )["event"]
    return events


def load_slips() -> list[Slip]:
    """Return all planted slips."""
    return [
        Slip(
            event=event["id"], where=row["where"], dimension=row["dimension"], vi=row["vi"],
            en=row.get("en"), accept=tuple(row["accept"]), what=row["what"],
        )
        for event in load_events()
        for row in event.get("slip", ())
    ]  # fmt: skip
