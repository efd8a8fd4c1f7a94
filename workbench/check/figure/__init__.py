"""Figures by value: linked inside a pair, and the checks that claim the links."""

from __future__ import annotations

from workbench.check.base import Check
from workbench.check.figure.arithmetic import RatioArithmetic
from workbench.check.figure.checks import (
    DateMismatch,
    DateOrder,
    FigureAdded,
    FigureAmbiguous,
    FigureComparator,
    FigureMismatch,
    FigureMissing,
    FigureScale,
    FigureUnlocalised,
    UnitMismatch,
)

#: In the order of the docs.
CHECKS: tuple[Check, ...] = (
    FigureMismatch(),
    FigureScale(),
    FigureUnlocalised(),
    FigureMissing(),
    FigureAdded(),
    DateOrder(),
    DateMismatch(),
    UnitMismatch(),
    FigureComparator(),
    RatioArithmetic(),
    FigureAmbiguous(),
)
