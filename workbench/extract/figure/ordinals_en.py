"""English ordinals, and labels that bear a number: third, 17th, Article 5."""

from __future__ import annotations

from decimal import Decimal

from workbench.extract.figure.context import noun_after
from workbench.extract.figure.dates import roman
from workbench.extract.figure.grammar import (
    DIGITS,
    EN,
    ORDINAL,
    Found,
    Reader,
    Rule,
)
from workbench.values.types import Amount

_TENS = EN.lexicon.values("tens")
_ORDINALS = EN.lexicon.values("ordinal")
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_STOPS = EN.lexicon.words("noun-stop")
_AFTER_RANK = frozenset("among globally worldwide overall nationwide in".split())
_BEFORE_ORDINAL = frozenset(
    "the its was is s ranked ranks rank ranking are were be finish finishing come comes sit sits stay to or finished came placed".split()
)
#: what makes "first" an adjective: "they first met" counts nothing
_DETERMINERS = frozenset(
    "the its his her their our my your s a this that every each very only ’s and or for".split()
)
_ROMAN_LABELS = frozenset(
    "war congress part chapter volume article class grade stage session phase type category".split()
)

EN.declare(
    Rule("en.ordinal.digits", ("The «17th» patient has recovered.",)),
    Rule("en.ordinal.word", ("This is the «third» time he has won.", "Her «second» child was born."),
         ("The second-hand shop reopened.", "First, it rained.", "It took a second.")),
    Rule("en.ordinal.label", ("Patient «59» went home.", "Under Article «5» it is banned.")),
    Rule("en.ordinal.roman", ("The Party Congress «XIII» closed.",)),
)  # fmt: skip


def _ordinal(reader: Reader, start: int, end: int, value: Decimal, rule: str) -> Found:
    j = end + 1 if reader.tokens.low[end] == "-" else end
    figure = Amount(amount=value, noun=noun_after(reader, j), step=Decimal(1))
    return Found(start, end, "ordinal", figure, rule)


@EN.finder(ORDINAL, [DIGITS])
def ordinal_digits(reader: Reader, i: int) -> Found | None:
    """Find ``17th``."""
    tokens = reader.tokens
    value = tokens.low[i].replace(",", "")
    if (
        tokens.low[i + 1] not in _SUFFIXES
        or not tokens.glued(i + 1)
        or not value.isdigit()
        or len(value) > 9
    ):
        return _label(reader, i)
    if tokens.glued(i) and tokens.low[i - 1][-1:].isalpha():
        return None
    if tokens.low[i + 2 : i + 4] == ["-", "hand"]:
        return None
    return _ordinal(reader, i, i + 2, Decimal(value), "en.ordinal.digits")


def _label(reader: Reader, i: int) -> Found | None:
    """Find numbers that are names of what stands before: ``Patient 59``, ``Article 5``."""
    tokens = reader.tokens
    value = tokens.integer(i)
    if value is None or tokens.glued(i):
        return None
    if tokens.before(i) not in reader.lexicon.words("label.ordinal"):
        return _next_in_row(reader, i, value)
    if not (
        tokens.capital(i - 1)
        or tokens.before(i) in ("type", "grade", "phase", "stage", "level", "page", "patient")
    ):
        return None
    after = tokens.low[i + 1]
    if tokens.glued(i + 1) and after not in (".", ",", ";", ")", ":", '"', "”", "’", "'"):
        return None
    if (
        reader.lexicon.units.at(tokens, i + 1) and tokens.near(i + 1)
    ) or reader.lexicon.scale_follows(tokens, i + 1):
        return None
    figure = Amount(amount=Decimal(value), noun=tokens.words[i - 1], step=Decimal(1))
    return Found(i, i + 1, "ordinal", figure, "en.ordinal.label")


def _next_in_row(reader: Reader, i: int, value: int) -> Found | None:
    """Find the later numbers of ``Patients 416 and 418``."""
    tokens, last = reader.tokens, reader.last
    if last is None or last.rule != "en.ordinal.label" or last.end != i - 1:
        return None
    after = tokens.low[i + 1]
    if tokens.before(i) not in ("and", ",") or (after[:1].isalpha() and after not in _STOPS):
        return None
    noun = last.value.noun if isinstance(last.value, Amount) else None
    figure = Amount(amount=Decimal(value), noun=noun, step=Decimal(1))
    return Found(i, i + 1, "ordinal", figure, "en.ordinal.label")


@EN.finder(ORDINAL, [*_ORDINALS, *_TENS])
def ordinal_word(reader: Reader, i: int) -> Found | None:
    """Find ``third``, ``twenty-first`` before a noun."""
    tokens = reader.tokens
    low = tokens.low
    value, end = _ORDINALS.get(low[i]), i + 1
    if value is None:
        if low[i + 1] != "-" or not tokens.glued(i + 1):
            return None
        unit = _ORDINALS.get(low[i + 2])
        if unit is None or unit > 9:
            return None
        value, end = _TENS[low[i]] + unit, i + 3
    before, after = tokens.before(i), low[end]
    if before == "-" and tokens.glued(i):
        return None
    if tokens.capital(i) and not tokens.opens(i):
        return None
    if after == "-" and tokens.glued(end):
        if low[end + 1] in ("hand", "guess", "class", "rate", "ever", "time") and low[i] in (
            "second",
            "first",
        ):
            return None
    elif (
        low[i] == "second"
        and (before in ("a", "per", "split", "every", "each", "one") or tokens.number(i - 1))
        and not _nounish(reader, end)
    ) or not (
        _nounish(reader, end)
        or _listed(reader, i, end)
        or (before in _BEFORE_ORDINAL and value != 1)
        or (after in _AFTER_RANK and value != 1 and low[i] != "second")
    ):
        return None
    if (
        value == 1
        and not tokens.opens(i)
        and before not in _DETERMINERS
        and not _listed(reader, i, end)
    ):
        return None
    if value == 1 and tokens.opens(i) and not _nounish(reader, end):
        return None
    return _ordinal(reader, i, end, value, "en.ordinal.word")


def _listed(reader: Reader, i: int, end: int) -> bool:
    """Say whether an ordinal stands in a row of ordinals, or begins a sentence as its subject."""
    tokens = reader.tokens
    if tokens.opens(i):
        return tokens.low[end] in ("is", "was", "are", "came", "comes", "place")
    j = end
    while tokens.low[j] in (",", "and", "or") and j < end + 2:
        j += 1
    k = i - 1
    while k > i - 3 and tokens.low[k] in (",", "and", "or"):
        k -= 1
    ahead = j > end and tokens.low[j] in _ORDINALS
    return ahead or (k < i - 1 and k >= 0 and tokens.low[k] in _ORDINALS)


def _nounish(reader: Reader, i: int) -> bool:
    tokens = reader.tokens
    word = tokens.low[i]
    if not word[:1].isalpha() or not tokens.near(i):
        return False
    return not (
        word in _STOPS
        or word.endswith("ly")
        or (
            word.endswith("ed")
            and word
            not in (
                "hundred",
                "confirmed",
                "related",
                "reported",
                "infected",
                "imported",
                "proposed",
                "united",
            )
        )
    )


@EN.finder(
    ORDINAL,
    [
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "vii",
        "viii",
        "ix",
        "x",
        "xi",
        "xii",
        "xiii",
        "xiv",
        "xv",
        "xvi",
        "xvii",
    ],
)
def roman_label(reader: Reader, i: int) -> Found | None:
    """Find Roman numerals after what they number: ``Congress XIII``."""
    tokens = reader.tokens
    value = roman(tokens.words[i])
    if value is None or tokens.before(i) not in _ROMAN_LABELS or tokens.glued(i):
        return None
    figure = Amount(amount=Decimal(value), noun=tokens.words[i - 1], step=Decimal(1))
    return Found(i, i + 1, "ordinal", figure, "en.ordinal.roman")
