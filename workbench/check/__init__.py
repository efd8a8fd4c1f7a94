"""Compares figures and names of two texts, one class a check."""

from __future__ import annotations

from workbench.check.base import Check, Example, Link, Pair
from workbench.check.figure import CHECKS as FIGURE_CHECKS
from workbench.check.name import CHECKS as NAME_CHECKS

#: Every check, in the order of the docs.
CHECKS: tuple[Check, ...] = (*FIGURE_CHECKS, *NAME_CHECKS)

__all__ = ["CHECKS", "Check", "Example", "Link", "Pair"]
