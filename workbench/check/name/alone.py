"""Names that stand on one side alone: which of them a translator may leave out or bring in."""

from __future__ import annotations

from workbench.check.base import Pair
from workbench.check.name.forms import Entity, is_firm
from workbench.records import Mention

#: The home country is understood in the country's own news.
_HOME = "VN"


def may_be_missing(entity: Entity, pair: Pair) -> bool:  # noqa: ARG001
    """Say whether the absence of a Vietnamese name from the English is worth reporting."""
    if entity.nested or entity.people or _HOME in entity.forms.places:
        return False
    return is_firm(entity.name, entity.kind)


def may_be_added(mention: Mention, pair: Pair) -> bool:  # noqa: ARG001
    """Say whether an English name that the Vietnamese lacks is worth reporting."""
    return mention.kind in {"person", "place"}
