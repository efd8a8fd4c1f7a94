"""Pairs from plain texts, for the tests of checks."""

from __future__ import annotations

from workbench.check import Pair
from workbench.check.run import check_pair, is_finding
from workbench.config import CheckSettings
from workbench.extract.figure import find_figures
from workbench.records import Finding


def figure_pair(vi: str, en: str, *, number: int = 1) -> Pair:
    return Pair(
        number=number,
        vi=vi,
        en=en,
        vi_mentions=find_figures(vi, "vi"),
        en_mentions=find_figures(en, "en"),
    )


def all_links(vi: str, en: str, settings: CheckSettings | None = None) -> list[Finding]:
    return check_pair(figure_pair(vi, en), settings=settings, dimensions=("figure",))


def findings(vi: str, en: str, settings: CheckSettings | None = None) -> list[Finding]:
    return [finding for finding in all_links(vi, en, settings) if is_finding(finding)]
