"""English fractions and ratios in words: two-thirds, one in five, half of."""

from __future__ import annotations

from decimal import Decimal

from workbench.extract.figure.context import comparator_before, noun_after
from workbench.extract.figure.fractions import slash_figure
from workbench.extract.figure.grammar import (
    DIGITS,
    EN,
    FRACTION,
    Found,
    Reader,
    Rule,
)
from workbench.extract.figure.measures import measure_at
from workbench.extract.figure.numbers import Number
from workbench.values.types import Ratio

_DIGITS = EN.lexicon.values("digit")
_ORDINALS = EN.lexicon.values("ordinal")
_FRACTIONS = EN.lexicon.values("fraction")
_STOPS = EN.lexicon.words("noun-stop")
#: a fifth after a word of change or rounding is a share, elsewhere one more of a row
_SHARES = frozenset("third quarter fifth sixth seventh eighth ninth tenth".split())
_BEFORE_SHARE = frozenset(
    "by about nearly almost than over around only just roughly some up down fell rose dropped cut "
    "lost shed".split()
)

EN.declare(
    Rule("en.fraction.slash", ("Only «1/3» of the pupils came.",)),
    Rule("en.fraction.words", ("More than «two-thirds» of the votes were cast.", "«Half» of the homes have it.", "About «one third» of the pupils go by bus.")),
    Rule("en.fraction.in", ("«One in five» children is tested.",)),
    Rule("en.ratio.slash", ("It set up «2,057/1,832» trade unions.",)),
)  # fmt: skip


@EN.finder(FRACTION, [DIGITS])
def slash(reader: Reader, i: int) -> Found | None:
    """Find ``1/3`` and ``2,057/1,832``."""
    return slash_figure(reader, i, "en")


def _ratio(reader: Reader, i: int, end: int, share: tuple[Decimal, Decimal], *, rule: str) -> Found:
    """Make a fraction of tokens ``i`` to ``end``."""
    low = reader.tokens.low
    j = end
    while low[j] in ("of", "the", "all", "its", "their", "these", "those") and j < end + 3:
        j += 1
    value = Ratio(
        numerator=share[0], denominator=share[1], noun=noun_after(reader, j) if j > end or low[end].isalpha() else None,
        comparator=comparator_before(reader, i),
    )  # fmt: skip
    return Found(i, end, "fraction", value, rule)


@EN.finder(FRACTION, [DIGITS, *_DIGITS, "a"])
def fraction_words(reader: Reader, i: int) -> Found | None:
    """Find ``two-thirds``, ``a quarter of``, ``one in five``."""
    tokens = reader.tokens
    low = tokens.low
    top = Decimal(1) if low[i] == "a" else _DIGITS.get(low[i])
    if top is None and (number := tokens.integer(i)) is not None and number < 100:
        top = Decimal(number)
    if not top:
        return None
    in_five = _one_in(reader, i, top)
    if in_five is not None:
        return in_five
    j = i + 2 if low[i + 1] == "-" and tokens.glued(i + 1) else i + 1
    bottom = _FRACTIONS.get(low[j])
    if bottom is None or bottom <= top:
        return None
    plural = low[j].endswith("s") and low[j] != "halves"
    if plural != (top > 1):
        return None
    if low[i] == "a" and low[j] in _SHARES:
        leads = tokens.before(i) in _BEFORE_SHARE
        if leads and (not low[j + 1].isalpha() or low[j + 1] in EN.lexicon.words("noun-stop")):
            return _ratio(reader, i, j + 1, (top, bottom), rule="en.fraction.words")
    if (
        top == 1
        and low[j + 1] != "of"
        and not (low[i] == "one" and low[j] in ("third", "half", "quarter", "fifth", "tenth"))
    ):
        return None
    if low[j] in ("quarter", "quarters") and low[j + 1] == "of" and years(low[j + 2]):
        return None
    return _ratio(reader, i, j + 1, (top, bottom), rule="en.fraction.words")


def years(word: str) -> bool:
    """Say whether a token is a year."""
    return len(word) == 4 and word.isdigit()


def _one_in(reader: Reader, i: int, top: Decimal) -> Found | None:
    tokens = reader.tokens
    low = tokens.low
    j = i + 1
    if low[j : j + 2] == ["out", "of"]:
        if top > 9 or tokens.number(i):
            return None
        j += 2
    elif low[j] == "in" and low[j + 1] != "of":
        if top > 3 and low[j] == "in":
            return None
        j += 1
    else:
        return None
    if low[j] == "every":
        j += 1
    if low[j] == "a" and low[j + 1] in EN.lexicon.values("scale"):
        large = EN.lexicon.values("scale")[low[j + 1]]
        return _ratio(reader, i, j + 2, (top, large), rule="en.fraction.in")
    bottom = _DIGITS.get(low[j])
    if bottom is None:
        number = tokens.integer(j)
        bottom = Decimal(number) if number is not None and number <= 1000 else None
    if (
        bottom is None
        or bottom <= top
        or measure_at(reader, Number(bottom, Decimal(1), j + 1, digits=True))
    ):
        return None
    if not low[j + 1][:1].isalpha() and low[j + 1] not in (".", ","):
        return None
    return _ratio(reader, i, j + 1, (top, bottom), rule="en.fraction.in")


@EN.finder(FRACTION, ["halved", "halve", "halves", "halving"])
def halved(reader: Reader, i: int) -> Found | None:
    """Find ``halved``."""
    if reader.tokens.low[i] == "halves" and reader.tokens.before(i) in ("both", "the", "two"):
        return None
    return _ratio(reader, i, i + 1, (Decimal(1), Decimal(2)), rule="en.fraction.words")


@EN.finder(FRACTION, ["half", "quarter"])
def half(reader: Reader, i: int) -> Found | None:
    """Find ``half of``, ``half the``."""
    tokens = reader.tokens
    low = tokens.low
    if low[i] == "quarter" or low[i + 1] in ("a", "an", "-"):
        return None
    before = tokens.before(i)
    if (
        before
        in (
            "first",
            "second",
            "a",
            "and",
            "one",
            "other",
            "this",
            "latter",
            "-",
            "last",
            "half",
            "at",
        )
        or before in _ORDINALS
    ):
        return None
    whole = low[i + 1] in ("of", "the", "its", "their", "all", "his", "her", "that", "our")
    leads = before in (
        "by",
        "nearly",
        "almost",
        "about",
        "than",
        "over",
        "around",
        "in",
        "roughly",
        "only",
        "just",
    )
    if not whole and not (leads and (not low[i + 1].isalpha() or low[i + 1] in _STOPS)):
        return None
    return _ratio(reader, i, i + 1, (Decimal(1), Decimal(2)), rule="en.fraction.words")
