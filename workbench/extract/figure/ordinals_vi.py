"""Vietnamese ordinals, and labels that bear a number: thứ ba, lớp 10, khóa XVII."""

from __future__ import annotations

import re
from decimal import Decimal

from workbench.extract.figure.dates import ROMANS, roman
from workbench.extract.figure.grammar import (
    DIGITS,
    ORDINAL,
    VI,
    Found,
    Reader,
    Rule,
)
from workbench.extract.figure.numerals_vi import VietnameseNumerals
from workbench.values.types import Amount

_NUMERALS = VietnameseNumerals()
_WORDS = (*tuple(VI.lexicon.values("digit")), "mười")
_STOPS = VI.lexicon.words("noun-stop")
#: labels after which a number is a name whatever follows
_STRONG_LABELS = frozenset(
    "lớp khối điều khoản chương quận khóa khoá nhân hiệp vòng đợt tầng".split()
)

VI.declare(
    Rule("vi.ordinal.word", ("Đây là lần thứ «ba» anh vô địch.", "Bệnh nhân thứ «17» đã khỏi.")),
    Rule("vi.ordinal.first", ("Đây là trường hợp «đầu tiên».",)),
    Rule("vi.ordinal.label", ("Học sinh lớp «10» thi sáng nay.", "Theo Điều «5» của luật.")),
    Rule("vi.ordinal.roman", ("Quốc hội khóa «XVII» họp phiên đầu.", "Đại hội lần thứ «XIII» bế mạc.")),
)  # fmt: skip


@VI.finder(ORDINAL, ["thứ"])
def ordinal(reader: Reader, i: int) -> Found | None:
    """Find ``thứ ba``, ``thứ 17``, ``thứ XIII``; the span is the number."""
    tokens = reader.tokens
    j = i + 1
    if not tokens.near(j):
        return None
    word = tokens.low[j]
    value = roman(tokens.words[j])
    rule, end = "vi.ordinal.roman", j + 1
    if value is None:
        rule = "vi.ordinal.word"
        if word in ("nhất", "nhì", "tư"):
            value = {"nhất": 1, "nhì": 2, "tư": 4}[word]
        else:
            number = _NUMERALS.at(tokens, j)
            if number is None or number.value != int(number.value) or number.value == 0:
                return None
            value, end = int(number.value), number.end
    noun = tokens.words[i - 1] if tokens.before(i).isalpha() else None
    figure = Amount(amount=Decimal(value), noun=noun, step=Decimal(1))
    return Found(j, end, "ordinal", figure, rule)


@VI.finder(ORDINAL, ["đầu"])
def first(reader: Reader, i: int) -> Found | None:
    """Find ``đầu tiên``."""
    tokens = reader.tokens
    if tokens.low[i + 1] != "tiên" or tokens.opens(i):
        return None
    noun = tokens.words[i - 1] if tokens.before(i).isalpha() else None
    figure = Amount(amount=Decimal(1), noun=noun, step=Decimal(1))
    return Found(i, i + 2, "ordinal", figure, "vi.ordinal.first")


@VI.finder(ORDINAL, [DIGITS])
def label(reader: Reader, i: int) -> Found | None:
    """Find numbers that are names of what stands before: ``lớp 10``, ``Điều 5``."""
    tokens = reader.tokens
    value = tokens.integer(i)
    if value is None or tokens.glued(i):
        return None
    if tokens.before(i) in ("mùng", "mồng") and tokens.low[i + 1] == "tết":
        return Found(i, i + 1, "ordinal", _numbered(value, "Tết"), "vi.ordinal.label")
    found = reader.lexicon.phrases_of("label.ordinal").ending(tokens, i)
    if found is None:
        return _next_in_row(reader, i, value)
    if tokens.number(i + 1) or (tokens.before(i, 2), tokens.before(i)) == ("trong", "vòng"):
        return None
    if tokens.low[i + 1] in ("đến", "tới") and tokens.number(i + 2):
        return None
    after = tokens.low[i + 1]
    if tokens.glued(i + 1) and after not in (".", ",", ";", ")", ":", '"', "”", "?", "!"):
        return None
    if reader.lexicon.scale_follows(tokens, i + 1) or reader.lexicon.units.at(tokens, i + 1):
        return None
    if reader.lexicon.currency_after.at(tokens, i + 1):
        return None
    strong = tokens.before(i) in _STRONG_LABELS and tokens.before(i, 2) not in (
        "các",
        "những",
        "nhiều",
    )
    if (
        after[:1].isalpha()
        and after not in _STOPS
        and not (strong and after not in ("người", "học"))
    ):
        return None
    figure = Amount(
        amount=Decimal(value),
        noun=tokens.text[tokens.starts[found[1]] : tokens.ends[i - 1]],
        step=Decimal(1),
    )
    return Found(i, i + 1, "ordinal", figure, "vi.ordinal.label")


def _numbered(value: int, noun: str | None) -> Amount:
    return Amount(amount=Decimal(value), noun=noun, step=Decimal(1))


def _next_in_row(reader: Reader, i: int, value: int) -> Found | None:
    """Find the later numbers of ``bệnh nhân 416 và 418``."""
    tokens, last = reader.tokens, reader.last
    if last is None or last.rule != "vi.ordinal.label" or last.end != i - 1:
        return None
    after = tokens.low[i + 1]
    if tokens.before(i) not in ("và", ",") or (after[:1].isalpha() and after not in _STOPS):
        return None
    noun = last.value.noun if isinstance(last.value, Amount) else None
    return Found(i, i + 1, "ordinal", _numbered(value, noun), "vi.ordinal.label")


@VI.finder(ORDINAL, [*_WORDS, "nhất", "nhì"])
def label_in_words(reader: Reader, i: int) -> Found | None:
    """Find ``hiệp hai``, ``lớp sáu``, ``giải Ba``: a label that takes its number in words."""
    tokens = reader.tokens
    before, last = tokens.before(i), reader.last
    if before in (",", "và") and last is not None and last.rule == "vi.ordinal.label":
        digit = VI.lexicon.integers("digit").get(tokens.low[i]) or (
            10 if tokens.low[i] == "mười" else 0
        )
        return _next_in_row(reader, i, digit) if digit and last.end == i - 1 else None
    if before not in ("hiệp", "lớp", "giải", "hạng") or not tokens.near(i):
        return None
    if before in ("giải", "hạng") and tokens.low[i] not in ("nhất", "nhì", "ba", "tư"):
        return None
    value = {"nhất": Decimal(1), "nhì": Decimal(2), "tư": Decimal(4)}.get(tokens.low[i])
    end = i + 1
    if value is None:
        number = _NUMERALS.at(tokens, i)
        if number is None or number.value == 0:
            return None
        value, end = number.value, number.end
    figure = Amount(amount=value, noun=tokens.words[i - 1], step=Decimal(1))
    return Found(i, end, "ordinal", figure, "vi.ordinal.label")


#: what makes a letter part of a name: V.League, V-League
_LEAGUE = re.compile(r"[.-][^\W\d_]")


@VI.finder(ORDINAL, ROMANS)
def roman_label(reader: Reader, i: int) -> Found | None:
    """Find Roman numerals after what they number: ``khóa XVII``, ``Đại hội XIII``."""
    tokens = reader.tokens
    value = roman(tokens.words[i])
    if (
        value is None
        or tokens.glued(i)
        or (tokens.glued(i + 1) and tokens.low[i + 1][:1].isalnum())
        or _LEAGUE.match(tokens.text, tokens.ends[i])
    ):
        return None
    found = reader.lexicon.phrases_of("label.ordinal").ending(tokens, i)
    if found is None:
        return None
    noun = tokens.text[tokens.starts[found[1]] : tokens.ends[i - 1]]
    figure = Amount(amount=Decimal(value), noun=noun, step=Decimal(1))
    return Found(i, i + 1, "ordinal", figure, "vi.ordinal.roman")
