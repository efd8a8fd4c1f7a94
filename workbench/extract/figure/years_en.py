"""English years, quarters, parts of years, decades, centuries and weekdays."""

from __future__ import annotations

import msgspec

from workbench.extract.figure.dates import (
    ZONES,
    Partial,
    century_span,
    decade_end,
    months,
    parse_day,
    quarter,
    short_end,
    years,
)
from workbench.extract.figure.dates_en import plural_after
from workbench.extract.figure.grammar import DATE, DIGITS, EN, Found, Reader, Rule
from workbench.values.types import Date

_MONTHS = EN.lexicon.integers("month-name")
_WEEKDAYS = EN.lexicon.integers("weekday")
_ORDINALS = EN.lexicon.integers("ordinal")
_DIGITS = EN.lexicon.integers("digit")
#: the first six months *after* birth: of something else than the year
_OF_WHAT = frozenset("of after since following from with on as in at when that his her its".split())
_DASHES = frozenset("-–—")
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))

EN.declare(
    Rule("en.date.year", ("He was born in Hue in «1963».", "The «2021» theme was chosen."), ("They counted 2,022 boats.",)),
    Rule("en.date.years", ("The «2022-2027» term begins.", "From «2018 to 2021» it grew.", "The plan for «2022–27» is ready.")),
    Rule("en.date.decade", ("In the «1990s» the village had a well.",)),
    Rule("en.date.quarter", ("In the «third quarter of 2025» exports rose.", "Sales in «Q3 2025» fell.")),
    Rule("en.date.part", ("In the «first six months of 2022» it grew.", "The «first half of 2022» was wet.")),
    Rule("en.date.lunar", ("They meet on the «tenth day of the third lunar month».",)),
    Rule("en.date.weekday", ("The meeting takes place on «Tuesday».",), ("They met at Friday Street Market… no.",)[:0]),
    Rule("en.date.century", ("The house dates from the «17th century».", "In the «21st century» it fell.")),
)  # fmt: skip


@EN.finder(DATE, [DIGITS])
def year(reader: Reader, i: int) -> Found | None:
    """Find years, spans of years, decades and centuries."""
    tokens = reader.tokens
    low = tokens.low
    number = tokens.integer(i)
    if low[i + 1] in _SUFFIXES and tokens.near(i + 1) and number is not None:
        return _century(reader, i, number, i + 2)
    if low[i + 1] == "s" and tokens.glued(i + 1):
        return _decade(reader, i)
    if low[i + 1] in ("'", "’") and low[i + 2] == "s" and low[i].endswith("0"):
        decade = _decade(reader, i) if tokens.glued(i + 2) else None
        if decade is not None and tokens.before(i) in ("the", "early", "late", "mid"):
            return msgspec.structs.replace(decade, end=i + 3)
    first = years(low[i])
    if low[i + 1] in ZONES:
        return None
    if first is None or (
        tokens.glued(i) and (low[i - 1][-1:].isalpha() or low[i - 1] in ("$", "/", "£", "€"))
    ):
        return None
    second = _second_year(reader, i, first)
    if second is not None:
        value = Date(date=f"{first:04}/{second[0]:04}")
        return Found(i, second[1], "date", value, "en.date.years")
    if not _is_year(reader, i, first):
        return None
    return Found(i, i + 1, "date", Date(date=f"{first:04}"), "en.date.year")


def _decade(reader: Reader, i: int) -> Found | None:
    word = reader.tokens.low[i]
    last = reader.last
    if last is not None and last.rule == "en.duration.age" and last.end >= i - 2:
        return None  # in their 30s and 40s
    start = years(word)
    if start is None and len(word) == 2 and word.endswith("0") and word >= "20":
        if reader.tokens.before(i) not in ("the", "'", "’", "early", "late", "mid", "-", "and"):
            return None
        if (
            reader.tokens.before(i, 2) in ("in", "their", "his", "her")
            and reader.tokens.before(i) != "the"
        ):
            return None
        start = 1900 + int(word)
    if start is None or start % 10:
        return None
    end = decade_end(start)
    return Found(i, i + 2, "date", Date(date=f"{start:04}/{end:04}"), "en.date.decade")


def _century(reader: Reader, i: int, number: int, end: int) -> Found | None:
    tokens = reader.tokens
    j = end + 1 if tokens.low[end] == "-" else end
    if tokens.low[j] not in ("century", "centuries") or not 1 <= number <= 22:
        return None
    value = Date(date=century_span(number, before=_is_before_era(reader, j + 1)))
    return Found(i, j + 1, "date", value, "en.date.century")


def _is_before_era(reader: Reader, j: int) -> bool:
    """Say whether ``BC`` or ``BCE`` follows a century."""
    tokens = reader.tokens
    return tokens.low[j] in ("bc", "bce") or tokens.low[j : j + 3] == ["b", ".", "c"]


def _second_year(reader: Reader, i: int, first: int) -> tuple[int, int] | None:
    tokens = reader.tokens
    low = tokens.low
    joint = low[i + 1]
    if joint in _DASHES or joint == "/":
        if tokens.glued(i + 1) != tokens.glued(i + 2) or (
            low[i + 3] in _DASHES and tokens.number(i + 4)
        ):
            return None
        second = years(low[i + 2])
        if (
            second is None
            and tokens.glued(i + 2)
            and not (tokens.glued(i + 3) and low[i + 3][0].isalnum())
        ):
            second = short_end(first, low[i + 2])
        if joint == "/" and second != first + 1:
            return None
        return (second, i + 3) if second is not None and second > first else None
    between = joint == "and" and tokens.before(i) == "between"
    if (joint in ("to", "until", "till", "through") or between) and first >= 1700:
        second = years(low[i + 2])
        if second is not None and second > first and _is_year(reader, i + 2, second):
            return second, i + 3
    return None


def _is_year(reader: Reader, i: int, year: int) -> bool:
    """Decide whether four digits without a separator are a year."""
    tokens = reader.tokens
    before, after = tokens.before(i), tokens.low[i + 1]
    sure = before in reader.lexicon.words("label.year") or before in _MONTHS
    if before == "(" and after == ")":
        return True
    if after == "-" and reader.lexicon.units.at(tokens, i + 2) is not None:
        return False
    if not 1800 <= year <= 2100:
        plural = plural_after(reader, i + 1) or after in reader.lexicon.words("plural-noun")
        return (
            before in ("in", "year", "since", "from", "was", "until", "by", "around")
            and 1000 <= year < 1800
            and not plural
        )
    bounded = reader.lexicon.comparator_before.ending(tokens, i) is not None
    if bounded and before not in ("around", "circa", "over", "above", "below"):
        return False
    if after == "%" or (
        tokens.low[i + 1] == "-" and tokens.glued(i + 1) and not tokens.glued(i + 2)
    ):
        return True
    if reader.lexicon.scale_follows(tokens, i + 1) or reader.lexicon.currency_after.at(
        tokens, i + 1
    ):
        return False
    unit = reader.lexicon.units.at(tokens, i + 1)
    if unit is not None and not tokens.capital(i + 1) and not (sure and after == "second"):
        return False
    plural = after in reader.lexicon.words("plural-noun") or plural_after(reader, i + 1)
    if plural and 1980 <= year <= 2040 and year % 10:
        return True  # the 2006 champions: counts of that size are written with a comma
    if plural and not tokens.capital(i + 1) and tokens.near(i + 1):
        return before in ("the", "in", "year", "since", "of") and after.isalpha() and before != "of"
    return True


@EN.finder(DATE, ["q", "h"])
def short_quarter(reader: Reader, i: int) -> Found | None:
    """Find ``Q3 2025``, ``Q3/2025``, ``H1 2022``."""
    tokens = reader.tokens
    number = tokens.integer(i + 1)
    if number is None or not tokens.glued(i + 1) or not tokens.capital(i):
        return None
    j = i + 2
    j += tokens.low[j] in ("/", "of", "'", "’", ",")
    found = years(tokens.low[j])
    end = j + 1 if found else i + 2
    if tokens.low[i] == "q" and 1 <= number <= 4:
        return Found(i, end, "date", Date(date=quarter(number, found)), "en.date.quarter")
    if tokens.low[i] == "h" and number in (1, 2) and found is not None:
        value = Date(date=months(6 * number - 5, 6 * number, found))
        return Found(i, end, "date", value, "en.date.part")
    return None


_ROMAN_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@EN.finder(DATE, list(_ROMAN_QUARTERS))
def roman_quarter(reader: Reader, i: int) -> Found | None:
    """Find ``III quarter``, as translations copy it, and ``quarter III``."""
    tokens = reader.tokens
    if not tokens.capital(i) or tokens.glued(i):
        return None
    number = _ROMAN_QUARTERS[tokens.low[i]]
    pronoun = tokens.low[i] == "i"
    if tokens.low[i + 1] == "quarter" and not (pronoun and tokens.before(i) != "the"):
        found, end = _of_year(reader, i + 2)
        return Found(i, end, "date", Date(date=quarter(number, found)), "en.date.quarter")
    if tokens.before(i) == "quarter":
        found, end = _of_year(reader, i + 1)
        if pronoun and found is None:
            return None
        return Found(i - 1, end, "date", Date(date=quarter(number, found)), "en.date.quarter")
    return None


@EN.finder(DATE, [*_ORDINALS, "last", "final"])
def part(reader: Reader, i: int) -> Found | None:
    """Find ``third quarter of 2025``, ``first six months of 2022``, ``21st century`` in words."""
    tokens = reader.tokens
    low = tokens.low
    number = _ORDINALS.get(low[i])
    if low[i] == "twenty":
        return None
    j = i + 2 if low[i + 1] == "-" and tokens.glued(i + 1) else i + 1
    if low[j] in ("quarter", "quarters"):
        if number is None and low[i] not in ("last", "final"):
            return None
        if number is not None and number > 4:
            return None
        found, end = _of_year(reader, j + 1)
        if number is None and found is None and low[j + 1] != "of":
            return None
        value = Date(date=quarter(number or 4, found))
        return Found(i, end, "date", value, "en.date.quarter")
    if number is not None and low[j] in ("century", "centuries"):
        return _century(reader, i, number, j)
    if low[j] == "half" and number in (1, 2):
        found, end = _of_year(reader, j + 1)
        if end == j + 1:
            return None
        near = _of_relative(reader, j + 1)
        span_of = (6 * number - 5, 6 * number)
        resolved = months(*span_of, near) if near else None
        return Found(
            i, end, "date", Date(date=months(*span_of, found), resolved=resolved), "en.date.part"
        )
    return _first_months(reader, i, j)


def _first_months(reader: Reader, i: int, j: int) -> Found | None:
    tokens = reader.tokens
    low = tokens.low
    if low[i] not in ("first", "last", "final"):
        return None
    count = tokens.integer(j)
    if count is None:
        count = _DIGITS.get(low[j])
    if count is None or low[j + 1] != "months" or not 1 <= count < 12:
        return None
    found, end = _of_year(reader, j + 2)
    after = low[j + 2]
    if end == j + 2:
        lead = (reader.tokens.before(i, 2), reader.tokens.before(i))
        whole = not after[:1].isalpha() or (lead == ("in", "the") and after not in _OF_WHAT)
        if low[i] != "first" or lead[1] != "the" or not whole or count < 2:
            return None
    span_of = (1, count) if low[i] == "first" else (13 - count, 12)
    near = _of_relative(reader, j + 2)
    resolved = months(*span_of, near) if near else None
    return Found(
        i, end, "date", Date(date=months(*span_of, found), resolved=resolved), "en.date.part"
    )


def _of_year(reader: Reader, i: int) -> tuple[int | None, int]:
    """Read ``of 2025``, ``of the year``, ``of this year`` at ``i``."""
    low = reader.tokens.low
    j = i + 1 if low[i] in ("of", "in", ",") else i
    found = years(low[j])
    if found is not None:
        return found, j + 1
    if j > i and low[i] != "," and low[j] in ("the", "this", "last") and low[j + 1] == "year":
        return None, j + 2
    if low[i] in ("this", "last") and low[i + 1] == "year":
        return None, i + 2
    return None, i


def _of_relative(reader: Reader, i: int) -> int | None:
    near = parse_day(reader.published)
    low = reader.tokens.low
    j = i + 1 if low[i] == "of" else i
    if near is None or low[j + 1] != "year":
        return None
    return {"this": near.year, "last": near.year - 1}.get(low[j])


@EN.finder(DATE, ["eighteen", "nineteen", "twenty"])
def spoken_year(reader: Reader, i: int) -> Found | None:
    """Find ``eighteen ninety-seven``, ``twenty fourteen``."""
    tokens = reader.tokens
    tens = {word: int(value) for word, value in EN.lexicon.values("tens").items()} | {
        word: value for word, value in _DIGITS.items() if value >= 10
    }
    rest, j = tens.get(tokens.low[i + 1]), i + 2
    if rest is None or not tokens.near(i + 1):
        return None
    unit = _DIGITS.get(tokens.low[i + 3]) if tokens.low[j] == "-" and tokens.glued(j) else None
    if unit is not None and unit < 10 and rest >= 20:
        rest, j = rest + unit, i + 4
    century = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[tokens.low[i]]
    return Found(i, j, "date", Date(date=f"{century + rest}"), "en.date.year")


@EN.finder(DATE, [DIGITS, *_ORDINALS])
def lunar(reader: Reader, i: int) -> Found | None:
    """Find ``tenth day of the third lunar month`` and ``first lunar month``."""
    low = reader.tokens.low
    first = _ordinal_at(reader, i)
    if first is None:
        return None
    number, j = first
    day = None
    if low[j : j + 3] == ["day", "of", "the"]:
        second = _ordinal_at(reader, j + 3)
        if second is None:
            return None
        day, (number, j) = number, second
    if low[j : j + 2] != ["lunar", "month"]:
        return None
    part = Partial(j + 2, None, number, day)
    return (
        Found(i, part.end, "date", Date(date=part.iso()), "en.date.lunar") if part.valid() else None
    )


@EN.finder(DATE, [DIGITS, *_ORDINALS])
def shared_century(reader: Reader, i: int) -> Found | None:
    """Find the first of ``the fourth to the 14th century``."""
    low = reader.tokens.low
    first = _ordinal_at(reader, i)
    if first is None or low[first[1]] not in ("to", "and", "or") or not 1 <= first[0] <= 22:
        return None
    second = _ordinal_at(reader, first[1] + 1 + (low[first[1] + 1] == "the"))
    if second is None or low[second[1]] not in ("century", "centuries"):
        return None
    number, end = first
    value = Date(date=century_span(number, before=_is_before_era(reader, second[1] + 1)))
    return Found(i, end, "date", value, "en.date.century")


def _ordinal_at(reader: Reader, i: int) -> tuple[int, int] | None:
    """Read an ordinal in words or digits, and the index after it."""
    tokens = reader.tokens
    word = _ORDINALS.get(tokens.low[i])
    if word is not None:
        return word, i + 1
    number = tokens.integer(i)
    if number is not None and tokens.low[i + 1] in _SUFFIXES and tokens.glued(i + 1):
        return number, i + 2
    return None


@EN.finder(DATE, _WEEKDAYS)
def weekday(reader: Reader, i: int) -> Found | None:
    """Find weekdays."""
    tokens = reader.tokens
    if tokens.low[i] in ("friday", "sunday", "wednesday") and tokens.words[i + 1] in (
        "Addams",
        "Times",
        "Island",
    ):
        return None
    value = Date(date=f"-W-{_WEEKDAYS[tokens.low[i]]}")
    return Found(i, i + 1, "date", value, "en.date.weekday")
