"""Words beside a figure that look like a bound and are none, or say one in another way."""

from __future__ import annotations

import re

import msgspec

from workbench.check.base import Link, Pair
from workbench.values.types import Amount, Comparison, Range, Ratio

#: "up to" as a figure of speech: a rise to it, a number found large.
_UP_TO_VI = re.compile(r"(?<!\w)(?:tới|đến|lên|những)\s+(?:khoảng\s+)?$")
_UP_TO_EN = re.compile(
    r"\b(?:up to|as (?:many|much|high|far|long|little|few) as|reach\w*|to)\s+\S{0,4}$"
)
#: trên is "more than" and "on"; an English preposition in its place tells which.
_ON_VI = re.compile(r"(?<!\w)(?:trên|quá)\s+$")
_ON_EN = re.compile(
    r"\b(?:on|of|in|per|every|each|across|among|for|over|from|to|after|under|analy[sz]ed)\s+\S{0,4}$"
)
#: An adjective before hơn makes a comparison of two things, not a bound: nhiều hơn 20 phần trăm.
_COMPARATIVE_VI = re.compile(
    r"(?<!\w)(?:nhiều|ít|cao|thấp|lớn|nhỏ|mạnh|yếu|nhanh|chậm|dài|ngắn|nặng|nhẹ|già|trẻ|sớm|muộn|tốt"
    r"|xấu|đắt|rẻ|rộng|hẹp|sâu|xa|gần|đông|kém)\s+hơn(?:\s+\w+){0,3}\s+$"
)
#: A mark that is passed or broken says the bound with its verb: vượt mốc, rơi khỏi mốc.
_MARK_VI = re.compile(
    r"(?<!\w)(?:vượt|phá|thủng|khỏi|dưới|trên|chạm|qua)(?:\s+\w+)?\s+(?:mốc|ngưỡng|mức)\s+$|(?<!\w)vượt\s+$"
)
#: Verbs and nouns that say a bound.
_NEAR_EN = re.compile(
    r"\b(?:near\w*|approach\w*|estimat\w*|project\w*|expect\w*|roughly|or so|half|put at|seen at)\b[^.;,]{0,24}$"
)
_BEYOND_EN = re.compile(
    r"\b(?:exceed\w*|surpass\w*|topp?\w*|beyond|pass\w*|further|excess of)\s+\S{0,4}$"
)
_ACROSS_EN = re.compile(r"\b(?:stretch|spread|extend|cover|span)\w*\s+over\s+$")
_AS_MANY_VI = re.compile(r"(?<!\w)(?:có|những)\s+(?:tới|đến)\s+$")
_SAME_NUMBER = frozenset({"equal", "comparator"})
_ABOVE = frozenset({"gt", "ge"})
#: Letters looked at before a figure.
_BEFORE = 60
_SHORT_EN = re.compile(r"\b(?:not even|short of|less that|fewer that)\s+\S{0,4}$")


#: Words that set a figure just below the number, though they only say about.
_BELOW_VI = re.compile(r"(?<!\w)(?:gần|ngót|ngót nghét|suýt soát)\s+(?:một\s+)?$")
_BELOW_EN = re.compile(r"\b(?:nearly|almost|just under|close to|approaching)\s+(?:an?\s+|one\s+)?$")


def oppose(pair: Pair, link: Link) -> Link:
    """Report nearly against more than: the truth lies below the number, or above it."""
    if link.vi is None or link.en is None or link.comparison.verdict not in _SAME_NUMBER:
        return link
    ours, theirs = link.vi.value, link.en.value
    if not isinstance(ours, Amount) or not isinstance(theirs, Amount):
        return link
    if ours.amount != theirs.amount:
        return link
    below_vi = ours.comparator == "approx" and _BELOW_VI.search(
        pair.vi[: link.vi.start].lower()[-_BEFORE:]
    )
    below_en = theirs.comparator == "approx" and _BELOW_EN.search(
        pair.en[: link.en.start].lower()[-_BEFORE:]
    )
    if below_vi and theirs.comparator in _ABOVE:
        said = "nearly", "more than"
    elif below_en and ours.comparator in _ABOVE:
        said = "more than", "nearly"
    else:
        return link
    comparison = Comparison(
        verdict="comparator",
        explanation=f"the number agrees; the Vietnamese says {said[0]} {link.vi.surface},"
        f" the English {said[1]} {link.en.surface}",
    )
    return msgspec.structs.replace(link, comparison=comparison)


def soften(pair: Pair, link: Link) -> Link:
    """Let a comparator pass that only looks like one; opposite bounds become a minor matter."""
    opposite = link.comparison.aspect == "opposite"
    if link.vi is None or link.en is None or not (
        opposite or link.comparison.verdict == "comparator"
    ):  # fmt: skip
        return link
    vi, en = pair.vi[: link.vi.start].lower(), pair.en[: link.en.start].lower()
    soft = (
        _ACROSS_EN.search(en) or _AS_MANY_VI.search(vi)
        if opposite
        else _is_soft(_said(link), vi[-_BEFORE:], en[-_BEFORE:])
    )
    if not soft:
        return link
    comparison = Comparison(
        verdict="comparator" if opposite else "equal",
        explanation=f"the same number: {link.en.surface}",
    )
    return msgspec.structs.replace(link, comparison=comparison)


def _said(link: Link) -> set[str]:
    return {
        mention.value.comparator
        for mention in (link.vi, link.en)
        if mention and isinstance(mention.value, Amount | Range | Ratio)
    }


def _is_soft(said: set[str], vi: str, en: str) -> bool:
    """Say whether the words before the two figures, in lower case, explain the comparators."""
    if "le" in said and (_UP_TO_VI.search(vi) or _UP_TO_EN.search(en)):
        return True
    if "approx" in said and _NEAR_EN.search(en):
        return True
    if said & {"gt", "lt"} and _MARK_VI.search(vi):
        return True
    if "gt" in said and (_BEYOND_EN.search(en) or _COMPARATIVE_VI.search(vi)):
        return True
    if "lt" in said and (_SHORT_EN.search(en) or _COMPARATIVE_VI.search(vi)):
        return True
    return said == {"gt", "eq"} and bool(_ON_VI.search(vi) and _ON_EN.search(en))
