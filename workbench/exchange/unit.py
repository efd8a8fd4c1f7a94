"""What every exchange format carries: units with source, target, state and notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from workbench.records import (
    SEVERITIES,
    TITLE,
    Article,
    Decision,
    Finding,
    Segment,
    Translation,
)

#: ``new`` has no target; ``review`` has findings that nobody decided on; ``final`` was decided
State: TypeAlias = Literal["new", "translated", "review", "final"]
#: severities from which a unit asks for review
_GRAVE = SEVERITIES[2:]


@dataclass(frozen=True)
class Note:
    """A finding in words."""

    id: str
    severity: str
    check: str
    text: str


@dataclass(frozen=True)
class Unit:
    """A segment: its number counts from 1 and stays the same through every round trip."""

    number: int
    paragraph: int
    source: str
    target: str
    state: State
    origin: str = "machine"
    notes: tuple[Note, ...] = ()

    @property
    def is_title(self) -> bool:
        """Say whether the segment is the headline."""
        return self.paragraph == TITLE


@dataclass(frozen=True)
class Bitext:
    """An article in two languages."""

    path: str
    title: str
    units: tuple[Unit, ...]
    signature: str = ""
    published: str = ""

    @classmethod
    def of(
        cls,
        *,
        article: Article,
        segments: Sequence[Segment],
        translations: Sequence[Translation],
        findings: Iterable[Finding] = (),
        decisions: Iterable[Decision] = (),
        signature: str = "",
    ) -> Bitext:
        """Bring an article, its translations, findings and decisions together."""
        english = {translation.segment: translation for translation in translations}
        decided = {decision.finding: decision for decision in decisions}
        by_segment: dict[int, list[Finding]] = {}
        for finding in findings:
            if finding.severity != "none":
                by_segment.setdefault(finding.pair - 1, []).append(finding)
        units = tuple(
            _unit(s, english.get(s.index), by_segment.get(s.index, ()), decided) for s in segments
        )
        return cls(
            path=article.path,
            title=article.title or article.path,
            units=units,
            signature=signature,
            published=article.published or "",
        )


def _unit(
    segment: Segment,
    translation: Translation | None,
    findings: Sequence[Finding],
    decided: Mapping[str, Decision],
) -> Unit:
    return Unit(
        number=segment.index + 1,
        paragraph=segment.paragraph,
        source=segment.text,
        target=translation.text if translation else "",
        state=_state(translation, findings, decided),
        origin=translation.origin if translation else "machine",
        notes=tuple(_note(finding, decided.get(finding.id)) for finding in findings),
    )


def _state(
    translation: Translation | None,
    findings: Sequence[Finding],
    decided: Mapping[str, Decision],
) -> State:
    if translation is None or not translation.text:
        return "new"
    own = [finding for finding in findings if finding.against == "translation"]
    if any(f.severity in _GRAVE and f.id not in decided for f in own) or translation.flags:
        return "review"
    if translation.origin == "human" or (own and all(f.id in decided for f in own)):
        return "final"
    return "translated"


def _note(finding: Finding, decision: Decision | None) -> Note:
    sides = [side.surface for side in (finding.vi, finding.en) if side is not None]
    who = "" if finding.against == "translation" else f" [{finding.against}]"
    text = f"{' → '.join(sides)}: {finding.explanation}{who}"
    if decision is not None:
        reason = f": {decision.reason}" if decision.reason else ""
        text += f" ({decision.verdict} by {decision.reviewer}{reason})"
    return Note(id=finding.id, severity=finding.severity, check=finding.check, text=text)
