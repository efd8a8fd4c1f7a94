"""Names: linked inside a pair, and the checks that claim the links."""

from __future__ import annotations

from workbench.check.base import Check
from workbench.check.name.checks import NameAdded, NameConflict, NameMissing, NameMisspelt

#: In the order of the docs.
CHECKS: tuple[Check, ...] = (NameMisspelt(), NameConflict(), NameMissing(), NameAdded())
