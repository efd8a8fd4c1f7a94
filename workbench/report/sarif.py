"""The report as SARIF 2.1.0, which code hosts and editors show beside the text."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import msgspec

from workbench import __version__
from workbench.records import Finding
from workbench.report.facts import ArticleFacts, Facts, FindingFacts
from workbench.report.text import title_of
from workbench.report.words import CAUSE_WORDS

_LEVELS = {
    "critical": "error",
    "major": "error",
    "minor": "warning",
    "info": "note",
    "none": "none",
}
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def render_sarif(facts: Facts) -> str:
    """Write one run; a result points at the source's line, and names its English in a related place.

    Columns count code points. Known findings are ``unchanged`` against the baseline, dismissed ones
    suppressed with their reason.
    """
    rules: dict[str, Finding] = {}
    for found in facts.findings:
        rules.setdefault(found.finding.check, found.finding)
    order = list(rules)
    run = {
        "tool": {
            "driver": {
                "name": "wb",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(check, finding) for check, finding in rules.items()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "properties": {"signature": facts.signature},
        "results": [_result(found, order) for found in facts.findings],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(document), indent=1).decode() + "\n"


def _rule(check: str, finding: Finding) -> dict[str, Any]:
    return {
        "id": check,
        "shortDescription": {"text": check.replace("-", " ")},
        "properties": {"tags": [finding.dimension, finding.issue_type]},
    }


def _result(found: FindingFacts, order: list[str]) -> dict[str, Any]:
    finding = found.finding
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": order.index(finding.check),
        "level": _LEVELS[finding.severity],
        # SARIF allows a level other than none with the kind fail only
        "kind": "pass" if finding.severity == "none" else "fail",
        "message": {
            "text": f"{title_of(found)}. {finding.explanation}. At fault: {CAUSE_WORDS[found.cause]}."
        },
        "locations": [_location(found.article, finding)],
        "fingerprints": {"wb/v1": finding.id},
        "properties": {"verdict": finding.verdict, "cause": found.cause},
    }
    if found.other_text:
        result["relatedLocations"] = [_related(found)]
    if found.standing.state == "known":
        result["baselineState"] = "unchanged"
    if found.standing.state == "dismissed":
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": found.standing.reason}
        ]
    return result


def _location(article: ArticleFacts, finding: Finding) -> dict[str, Any]:
    """Point at the source: the line of a page dump, else the paragraph counted as a line."""
    source = article.report.article
    segment = article.report.segments[finding.pair - 1]
    lines = source.lines
    start = segment.start
    if 0 <= segment.paragraph < len(lines):
        line = lines[segment.paragraph]
    else:
        line = max(1, segment.paragraph + 1)
    if finding.vi is not None:
        columns = (start + finding.vi.start + 1, start + finding.vi.end + 1)
    else:
        columns = (start + 1, segment.end + 1)
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(source.path)},
            "region": {
                "startLine": line,
                "startColumn": columns[0],
                "endColumn": max(columns),
                "snippet": {"text": segment.text},
            },
        },
        "logicalLocations": [{"name": f"segment {finding.pair}", "kind": "segment"}],
    }


def _related(found: FindingFacts) -> dict[str, Any]:
    finding = found.finding
    view = found.article.views.get(finding.against)
    path = view.article.path if view else found.article.path
    return {
        "id": 0,
        "physicalLocation": {"artifactLocation": {"uri": _uri(path)}},
        "message": {"text": f"{found.other_name}: {found.other_text}"},
    }


def _uri(path: str) -> str:
    """Write a path as a relative or absolute URI reference; stdin has a name of its own."""
    return "stdin" if path == "-" else quote(path.replace("\\", "/"), safe="/:")
