"""What a check says about itself: its description, its examples, and what was measured."""

from __future__ import annotations

import textwrap
from typing import Any

from workbench.check.base import Check, Example
from workbench.check.run import effective_severity
from workbench.config import CheckSettings

_WIDTH = 88


def explain_check(check: Check, settings: CheckSettings) -> str:
    """Write a page on a check for a terminal."""
    severity = effective_severity(check, settings)
    lines = [
        f"{check.id}: {check.title}",
        f"severity {severity}, dimension {check.dimension}, ITS issue type {check.issue_type}",
        "",
        textwrap.fill(check.description, _WIDTH),
        "",
        "Reported (the figures or names in question in guillemets):",
        *(line for example in check.bad for line in _example(example)),
        "Let pass:",
        *(line for example in check.good for line in _example(example)),
        "",
        "Change its severity, or switch it off, in wb.toml:",
        "  [check.severity]",
        f'  {check.id} = "off"   # off, info, minor, major or critical',
    ]
    return "\n".join(lines)


def _example(example: Example) -> tuple[str, str]:
    return f"  vi  {example.vi}", f"  en  {example.en}"


def document_of(check: Check, settings: CheckSettings) -> dict[str, Any]:
    """Return the same as plain data."""
    return {
        "id": check.id,
        "title": check.title,
        "dimension": check.dimension,
        "severity": effective_severity(check, settings),
        "issue_type": check.issue_type,
        "description": check.description,
        "bad": [{"vi": example.vi, "en": example.en} for example in check.bad],
        "good": [{"vi": example.vi, "en": example.en} for example in check.good],
    }
