"""Ratios whose percentage is given beside them, and whether the division holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from workbench.check.base import Check, Example, Link, Pair
from workbench.check.figure.mentions import value_of
from workbench.records import Mention
from workbench.values.types import Amount, Comparison, Ratio, plain

#: What may stand between a ratio and its percentage.
_BETWEEN = re.compile(
    r"[^.;!?%]{0,24}?[\s(,=–-]*(?:(?:đạt|bằng|chiếm|tức|tương đương|tương ứng|tỷ lệ|or|equal to|equivalent"
    r" to|reaching|about|khoảng)\s*){0,3}[\s(,=–-]*"
)


class RatioArithmetic(Check):
    """A ratio and a percentage in one text that contradict each other."""

    id = "ratio-arithmetic"
    title = "Ratio and percentage contradict each other"
    issue_type = "inconsistency"
    dimension = "figure"
    severity = "minor"
    description = (
        "Where the Vietnamese gives a ratio and its percentage side by side (2.057/1.832, 112,28%),"
        " the division must give the percentage, rounded as written. A slip of the source is minor:"
        " the translation may be right; where the English differs, the figure checks say so."
    )
    good = (
        Example("Đạt 306/750 đơn vị (40,8%).", "Reached 306/750 units (40.8%)."),
        Example("Có 33/63 tỉnh tham gia, chiếm 52%.", "33/63 provinces took part, or 52%."),
    )
    bad = (Example("Đạt 306/750 đơn vị («48,8%»).", "Reached 306/750 units («48.8%»)."),)

    def inspect(self, pair: Pair) -> Iterable[Link]:
        """Find percentages of the Vietnamese that their ratio does not give."""
        english = [m for m in pair.en_mentions if m.dimension == "figure"]
        for ratio, percent in _beside(pair.vi, pair.vi_mentions):
            comparison = check_division(ratio, percent)
            if comparison is not None:
                same = [m for m in english if m.value.row() == percent.value.row()]
                yield Link(vi=percent, en=same[0] if same else None, comparison=comparison)


def _beside(text: str, mentions: Sequence[Mention]) -> Iterable[tuple[Mention, Mention]]:
    figures = [m for m in mentions if m.dimension == "figure"]
    for one, other in pairwise(figures):
        kinds = one.kind, other.kind
        if kinds == ("ratio", "percent") and _BETWEEN.fullmatch(text[one.end : other.start]):
            yield one, other


def check_division(ratio: Mention, percent: Mention) -> Comparison | None:
    """Return what is wrong with a percentage, None where it is the ratio as rounded."""
    value, share = value_of(ratio), value_of(percent)
    if not isinstance(value, Ratio) or not isinstance(share, Amount) or not value.denominator:
        return None
    exact = value.numerator / value.denominator * 100
    step = share.step or Decimal(1)
    # cut off instead of rounded is common and no contradiction
    if abs(exact - share.amount) <= step or share.comparator != "eq":
        return None
    shown = plain(exact.quantize(Decimal("0.01")))
    return Comparison(
        verdict="conflict", aspect="arithmetic",
        explanation=f"{ratio.surface} is {shown}%, the text says {percent.surface}",
    )  # fmt: skip
