"""Make pairs with their names for the tests of checks."""

from __future__ import annotations

from workbench.check.base import Pair
from workbench.check.run import check_pair, is_finding
from workbench.extract.name import find_names
from workbench.language.glossary import Glossary
from workbench.records import Finding


def make_pair(vi: str, en: str, *, glossary: Glossary | None = None) -> Pair:
    """Read the names of both texts."""
    return Pair(
        number=1,
        vi=vi,
        en=en,
        vi_mentions=find_names(vi, "vi", nested=True),
        en_mentions=find_names(en, "en", nested=True),
        glossary=glossary,
    )


def find(vi: str, en: str, *, glossary: Glossary | None = None) -> list[Finding]:
    """Return what the checks of names report."""
    pair = make_pair(vi, en, glossary=glossary)
    return [f for f in check_pair(pair, dimensions=("name",)) if is_finding(f)]
