"""Names: linked inside a pair, and the checks that claim the links."""

from __future__ import annotations

from workbench.check.base import Check
from workbench.check.name.checks import NameAdded, NameConflict, NameMissing, NameMisspelt
from workbench.check.name.inside import AcronymUndefined, NameInconsistent, PlaceExonym
from workbench.check.name.terms import TermForbidden, TermMismatch

#: In the order of the docs.
CHECKS: tuple[Check, ...] = (
    NameMisspelt(),
    NameConflict(),
    NameMissing(),
    NameAdded(),
    NameInconsistent(),
    AcronymUndefined(),
    PlaceExonym(),
    TermMismatch(),
    TermForbidden(),
)
