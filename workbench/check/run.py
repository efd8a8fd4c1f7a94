"""Run the checks over a pair: link once for each dimension, then let each check claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

import msgspec

from workbench.check import CHECKS
from workbench.check.base import Check, Link, Pair
from workbench.check.figure.link import link_figures
from workbench.check.ledger.findings import COVERAGE_CHECKS
from workbench.check.name.link import link_names
from workbench.config import CheckSettings
from workbench.errors import ConfigError, UsageError
from workbench.records import Dimension, Finding, Severity

Linker: TypeAlias = Callable[[Pair], Sequence[Link]]

LINKERS: Mapping[Dimension, Linker] = {"figure": link_figures, "name": link_names}
DIMENSIONS: tuple[Dimension, ...] = ("figure", "name")


def check_pair(
    pair: Pair,
    *,
    settings: CheckSettings | None = None,
    dimensions: Iterable[Dimension] = DIMENSIONS,
    against: str = "translation",
) -> list[Finding]:
    """Compare the figures and names of a pair.

    Returns a finding for each link, in the order of the text; links that agree, and those of a
    check that is switched off, carry severity ``none``. Raises ConfigError for a check id in the
    settings that does not exist.
    """
    severities = _severities(settings or CheckSettings())
    found: list[Finding] = []
    for dimension in dimensions:
        links = LINKERS[dimension](pair)
        checks = [check for check in CHECKS if check.dimension == dimension]
        found += [_report(pair, link, checks, severities) for link in links]
        for check in checks:
            found += [
                check.report(pair, link, _severity(check, link, severities))
                for link in check.inspect(pair)
            ]
    if against != "translation":
        found = [msgspec.structs.replace(finding, against=against) for finding in found]
    return sorted(found, key=_place)


def is_finding(finding: Finding) -> bool:
    """Say whether a row is more than an agreeing link."""
    return finding.severity != "none"


def _report(
    pair: Pair, link: Link, checks: Sequence[Check], severities: Mapping[str, Severity | None]
) -> Finding:
    for check in checks:
        if check.claims(link):
            return check.report(pair, link, _severity(check, link, severities))
    return _agreement_check(link).report(pair, link, "none")


def _agreement_check(link: Link) -> Check:
    """Return the check that would have claimed the link, had it differed."""
    name = "date-mismatch" if link.mention.kind in {"date", "time"} else "figure-mismatch"
    if link.mention.dimension == "name":
        name = "name-conflict"
    return get_check(name)


def _severity(check: Check, link: Link, severities: Mapping[str, Severity | None]) -> Severity:
    """Return what the settings say of the check, else what the check itself says."""
    if check.id in severities:
        return severities[check.id] or "none"
    return check.grade(link) if check.enabled else "none"


@lru_cache(maxsize=1)
def _by_id() -> dict[str, Check]:
    return {check.id: check for check in CHECKS}


def get_check(name: str) -> Check:
    """Return a check by its id. Raises UsageError."""
    if name not in _by_id():
        raise UsageError(f"unknown check '{name}'", hint="'wb checks list' shows every check id.")
    return _by_id()[name]


def effective_severity(check: Check, settings: CheckSettings) -> str:
    """Return the severity of a check under the settings, or ``off``."""
    return settings.severity.get(check.id) or (check.severity if check.enabled else "off")


def _severities(settings: CheckSettings) -> dict[str, Severity | None]:
    unknown = sorted(set(settings.severity) - set(_by_id()) - set(COVERAGE_CHECKS))
    if unknown:
        raise ConfigError(
            f"unknown check '{unknown[0]}'",
            where="[check] severity",
            hint="'wb checks list' shows every check id.",
        )
    return {
        name: None if severity == "off" else severity
        for name, severity in settings.severity.items()
    }


def _place(finding: Finding) -> tuple[int, int, str]:
    if finding.vi is not None:
        return finding.vi.start, 0, finding.check
    assert finding.en is not None
    return finding.en.start, 1, finding.check
