"""Names: linked inside a pair, and the checks that claim the links."""

from __future__ import annotations

from workbench.check.base import Check

CHECKS: tuple[Check, ...] = ()
