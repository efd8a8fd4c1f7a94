"""Names of people, places and bodies, Vietnamese and English."""

from __future__ import annotations

from workbench.extract.name.context import NameContext
from workbench.extract.name.find import find_names, find_names_in_lines

__all__ = ["NameContext", "find_names", "find_names_in_lines"]
