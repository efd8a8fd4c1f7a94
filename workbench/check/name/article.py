"""Findings that only a whole article shows: one bearer under two spellings, lines apart."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from workbench.check.base import Link, Pair
from workbench.check.name.entities import Text, find_inconsistencies
from workbench.check.name.inside import NameInconsistent
from workbench.language import Language
from workbench.records import Finding, Mention
from workbench.values.types import Comparison


def check_article(
    texts: Sequence[str],
    mentions: Sequence[Sequence[Mention]],
    language: Language,
    *,
    against: str = "source",
) -> list[Finding]:
    """Find names that one article spells in two ways, in different segments.

    ``texts`` are the segments in order with their ``mentions``; a finding's ``pair`` is the number
    of the segment of the second spelling, from 1. What one segment shows by itself is left to the
    checks of the pair.
    """
    check = NameInconsistent()
    rows = [
        Text(text, language, found, article=against)
        for text, found in zip(texts, mentions, strict=True)
    ]
    findings: list[Finding] = []
    for slip in find_inconsistencies(rows):
        first, second = slip.first, slip.second
        if first.text == second.text:
            continue
        text = texts[second.text]
        pair = Pair(
            number=second.text + 1,
            vi=text if language == "vi" else "",
            en=text if language == "en" else "",
            vi_mentions=(),
            en_mentions=(),
        )
        where = f"{slip.explanation} (the other in segment {first.text + 1})"
        link = Link(
            vi=second.mention if language == "vi" else None,
            en=second.mention if language == "en" else None,
            comparison=Comparison(verdict="inconsistent", explanation=where),
        )
        findings.append(check.report(pair, link))
    return [msgspec.structs.replace(finding, against=against) for finding in findings]
