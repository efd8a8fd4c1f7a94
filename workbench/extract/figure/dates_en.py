"""English dates: month names in both orders, numeric forms, quarters, decades, spans."""

from __future__ import annotations

import re

from workbench.extract.figure.dates import (
    Partial,
    months,
    parse_day,
    quarter,
    short_end,
    span,
    years,
)
from workbench.extract.figure.grammar import DATE, DIGITS, EN, Found, Reader, Rule
from workbench.values.types import Date

_MONTHS = EN.lexicon.integers("month-name")
_WEEKDAYS = EN.lexicon.integers("weekday")
_ORDINALS = EN.lexicon.integers("ordinal")
_DIGITS = EN.lexicon.integers("digit")
_DASHES = frozenset("-–—")
_TO = frozenset(("to", "until", "till", "through", "-", "–", "—"))
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
#: month names that are also words or names: only with a day, a year, or a word that says so
_WORDS = frozenset(("may", "march", "mar", "jan", "jun", "dec", "sep", "april", "june", "august"))
_NAMES = frozenset(("may", "march", "mar", "jan", "jun", "dec", "sep"))

EN.declare(
    Rule("en.date.day", ("The deal was signed on «July 27, 2022».", "Cases rose on «5 August 2022».",
                         "It was filed at noon, «2022/08/16».", "He left on the «5th of August».", "It ends on «August 5th».")),
    Rule("en.date.span", ("Rain falls from «December 26 to 30».", "The fleet met from «4-8 May 1942».",
                          "He stayed from «2 to 6 March».")),
    Rule("en.date.month", ("From «September 2024» fees rise.", "Schools reopen in «May».", "«Sept. 2024» was dry."),
         ("You may leave in a hurry.", "They march on.")),
    Rule("en.date.months", ("It ran from «January 2014 to May 2018».",)),
    Rule("en.date.year", ("He was born in Hue in «1963».", "The «2021» theme was chosen."), ("They counted 2,022 boats.",)),
    Rule("en.date.years", ("The «2022-2027» term begins.", "From «2018 to 2021» it grew.", "The plan for «2022–27» is ready.")),
    Rule("en.date.decade", ("In the «1990s» the village had a well.",)),
    Rule("en.date.quarter", ("In the «third quarter of 2025» exports rose.", "Sales in «Q3 2025» fell.")),
    Rule("en.date.part", ("In the «first six months of 2022» it grew.", "The «first half of 2022» was wet.")),
    Rule("en.date.weekday", ("The meeting takes place on «Tuesday».",), ("They met at Friday Street Market… no.",)[:0]),
    Rule("en.date.century", ("The house dates from the «17th century».", "In the «21st century» it fell.")),
)  # fmt: skip


def _year_after(reader: Reader, i: int) -> tuple[int | None, int]:
    """Read ``, 2022`` or ``2022`` after a month or day."""
    tokens = reader.tokens
    j = i + 1 if tokens.low[i] == "," else i
    if tokens.low[j] == "of" and j == i:
        j += 1
    year = years(tokens.low[j])
    if year is None or not 1000 <= year <= 2199 or not tokens.near(j):
        return None, i
    if tokens.low[j + 1] in ("people", "cases", "of") or (
        tokens.low[i] == "," and _plural_after(reader, j + 1)
    ):
        return None, i
    return year, j + 1


def _plural_after(reader: Reader, i: int) -> bool:
    word = reader.tokens.low[i]
    return len(word) > 3 and word.endswith("s") and word.isalpha() and not reader.tokens.capital(i)


def _month_at(reader: Reader, i: int) -> tuple[int, int] | None:
    """Read a month name, with the dot of its abbreviation, and the index after it."""
    tokens = reader.tokens
    month = _MONTHS.get(tokens.low[i])
    if month is None or not tokens.capital(i):
        return None
    short = len(tokens.low[i]) <= 4 and tokens.low[i] not in ("june", "july", "may")
    if short and tokens.low[i + 1] == "." and tokens.glued(i + 1):
        return month, i + 2
    return month, i + 1


def _day_at(reader: Reader, i: int) -> tuple[int, int] | None:
    """Read a day of the month: ``5``, ``5th``, ``15 th``."""
    tokens = reader.tokens
    day = tokens.integer(i)
    if day is None or not 1 <= day <= 31 or len(tokens.low[i]) > 2:
        return None
    if tokens.low[i + 1] in _SUFFIXES and tokens.near(i + 1):
        return day, i + 2
    if tokens.glued(i + 1) and tokens.low[i + 1][:1].isalpha():
        return None
    return day, i + 1


def _month_first(reader: Reader, i: int) -> Partial | None:
    """Read ``July 27, 2022``, ``July 27``, ``July 2022``, ``July``."""
    found = _month_at(reader, i)
    if found is None:
        return None
    month, j = found
    tokens = reader.tokens
    k = j + 1 if tokens.low[j] == "the" else j
    day = _day_at(reader, k) if tokens.near(k) else None
    if day is not None and not _counted(reader, day[1], k):
        year, end = _year_after(reader, day[1])
        if tokens.low[day[1]] == "of":
            year, end = None, day[1]
        part = Partial(end, year, month, day[0])
        if part.valid():
            return part
    year, end = _year_after(reader, j)
    return Partial(end, year, month)


def _counted(reader: Reader, i: int, day: int) -> bool:
    """Say whether the digits after a month count something: ``In May 12 people``."""
    tokens = reader.tokens
    word = tokens.low[i]
    if word in ("%", "percent", "million", "billion", "thousand", "per") or (
        word == "." and tokens.glued(i + 1) and tokens.number(i + 1)
    ):
        return True
    if word == "," or tokens.low[day + 1] in _SUFFIXES:
        return False
    return word in ("people", "cases", "workers") or (
        _plural_after(reader, i)
        and word
        not in (
            "was",
            "is",
            "has",
            "as",
            "this",
            "its",
            "his",
            "does",
            "goes",
            "sees",
            "marks",
            "falls",
            "brings",
            "makes",
            "remains",
            "comes",
            "begins",
            "starts",
            "ends",
        )
    )


def _day_first(reader: Reader, i: int) -> Partial | None:
    """Read ``27 July 2022`` and ``27th of July``."""
    day = _day_at(reader, i)
    if day is None:
        return None
    tokens, j = reader.tokens, day[1]
    if tokens.low[j] == "of" and tokens.low[j - 1] in _SUFFIXES:
        j += 1
    found = _month_at(reader, j)
    if found is None or not tokens.near(j):
        return None
    year, end = _year_after(reader, found[1])
    if (
        tokens.low[found[1]] == ","
        and year is not None
        and tokens.low[end] not in (",", ".", ")", "", ";")
    ):
        year, end = None, found[1]
    part = Partial(end, year, found[0], day[0])
    return part if part.valid() else None


def _numeric(reader: Reader, i: int) -> tuple[Partial, Partial | None] | None:
    """Read ``2022-08-05``, ``16/8/2022``, ``5/8/2022`` with its second reading."""
    tokens = reader.tokens
    low = tokens.low
    dotted = _DOTTED.fullmatch(low[i])
    if dotted:
        one, two, year, end = int(dotted[1]), int(dotted[2]), int(dotted[3]), i + 1
    else:
        mark = low[i + 1]
        if mark not in ("/", "-") or low[i + 3] != mark or not tokens.glued(i + 4):
            return None
        numbers = tokens.integer(i), tokens.integer(i + 2), tokens.integer(i + 4)
        if None in numbers:
            return None
        first, second, third = (n or 0 for n in numbers)
        if years(low[i]):
            part = Partial(i + 5, first, second, third)
            return (part, None) if part.valid() else None
        if years(low[i + 4]) is None or max(len(low[i]), len(low[i + 2])) > 2:
            return None
        one, two, year, end = first, second, third, i + 5
    options = [Partial(end, year, two, one), Partial(end, year, one, two)]
    valid = [part for part in options if part.valid()]
    if not valid:
        return None
    return valid[0], (valid[1] if len(valid) > 1 and one != two else None)


@EN.finder(DATE, [DIGITS])
def day(reader: Reader, i: int) -> Found | None:
    """Find days that begin with digits."""
    tokens = reader.tokens
    if tokens.glued(i) and (tokens.low[i - 1][-1:].isalpha() or tokens.low[i - 1] in ("/", "$")):
        return None
    numeric = _numeric(reader, i)
    if numeric is not None:
        part, second = numeric
        other = Date(date=second.iso()) if second is not None else None
        value = Date(date=part.iso(), resolved=part.resolved(reader.published), other=other)
        return Found(i, part.end, "date", value, "en.date.day")
    first = _day_first(reader, i)
    if first is None:
        return _bare_day_span(reader, i)
    j = first.end
    if tokens.low[j] in _TO:
        second_day = _day_first(reader, j + 1) or _month_first(reader, j + 1)
        value_span = _joined(reader, first, second_day, tokens.low[j])
        if second_day is not None and value_span is not None:
            return Found(i, second_day.end, "date", value_span, "en.date.span")
    return Found(i, first.end, "date", first.value(reader.published), "en.date.day")


def _joined(reader: Reader, first: Partial, second: Partial | None, joint: str) -> Date | None:
    if second is None or (second.day is None and first.day is not None):
        return None
    if joint in _DASHES and first.year is not None and second.year is not None:
        return None
    return span(first, second, reader.published)


def _bare_day_span(reader: Reader, i: int) -> Found | None:
    """Find ``2 to 6 March`` and ``4-8 May 1942``."""
    tokens = reader.tokens
    day = _day_at(reader, i)
    if day is None:
        return None
    joint = tokens.low[day[1]]
    if joint not in _TO and not (joint == "and" and tokens.before(i) == "between"):
        return None
    second = _day_first(reader, day[1] + 1)
    if second is None:
        return None
    value = span(Partial(day[1], None, None, day[0]), second, reader.published)
    return Found(i, second.end, "date", value, "en.date.span") if value is not None else None


@EN.finder(DATE, _MONTHS)
def month(reader: Reader, i: int) -> Found | None:
    """Find dates that begin with a month name."""
    tokens = reader.tokens
    first = _month_first(reader, i)
    if first is None or (
        tokens.glued(i) and tokens.low[i - 1] not in ("-", "(", '"', "“", "/", "‘", "'")
    ):
        return None
    if first.day is None and first.year is None and not _is_month(reader, i):
        return None
    j = first.end
    if tokens.low[j : j + 3] == ["-", "to", "-"]:
        j += 2  # April-to-June
    joint = tokens.low[j]
    if joint in _TO or (joint == "and" and tokens.before(i) == "between"):
        found = _month_span(reader, i, first, j)
        if found is not None:
            return found
    j = first.end
    if first.day is not None:
        return Found(i, j, "date", first.value(reader.published), "en.date.day")
    value = first.value(reader.published)
    year = _relative_year(reader, i, j) if first.year is None else None
    if year is not None:
        value = Date(date=value.date, resolved=f"{year:04}-{first.month:02}")
    return Found(i, j, "date", value, "en.date.month")


def _month_span(reader: Reader, i: int, first: Partial, j: int) -> Found | None:
    tokens = reader.tokens
    joint = tokens.low[j]
    k = j + 1
    k += tokens.low[k] == "the"
    second = _day_first(reader, k) or _month_first(reader, k)
    if second is None and first.day is not None:
        day = _day_at(reader, k)
        if day is not None and not _counted(reader, day[1], k):
            year, end = _year_after(reader, day[1])
            second = Partial(end, year, first.month, day[0])
    if second is None and first.day is None and first.year is not None:
        year = years(tokens.low[k])
        if year is not None and year > first.year:
            value = Date(date=f"{first.iso()}/{year:04}")
            return Found(i, k + 1, "date", value, "en.date.months")
    value_or_none = _joined(reader, first, second, joint)
    if second is None or value_or_none is None:
        return None
    rule = "en.date.span" if first.day is not None else "en.date.months"
    return Found(i, second.end, "date", value_or_none, rule)


def _is_month(reader: Reader, i: int) -> bool:
    """Decide whether a bare capitalised month name is a month."""
    tokens = reader.tokens
    word = tokens.low[i]
    before = tokens.before(i)
    if word not in _WORDS:
        return True
    if before in reader.lexicon.words("month-before"):
        return True
    if word in _NAMES:
        return (
            tokens.low[i + 1] in ("and", "to", "-", "–")
            and _MONTHS.get(tokens.low[i + 2]) is not None
        )
    return not (i + 1 < tokens.count and tokens.capital(i + 1) and tokens.low[i + 1].isalpha())


def _relative_year(reader: Reader, i: int, end: int) -> int | None:
    """Resolve ``last August`` and ``August this year`` against the article's date."""
    near = parse_day(reader.published)
    if near is None:
        return None
    tokens = reader.tokens
    tail = (tokens.low[end], tokens.low[end + 1])
    if tail == ("this", "year") or tokens.before(i) == "this":
        return near.year
    if tail == ("last", "year"):
        return near.year - 1
    if tail == ("next", "year"):
        return near.year + 1
    return None


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
    first = years(low[i])
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
    end = start + 99 if start % 100 == 0 and start < 1900 else start + 9
    return Found(i, i + 2, "date", Date(date=f"{start:04}/{end:04}"), "en.date.decade")


def _century(reader: Reader, i: int, number: int, end: int) -> Found | None:
    tokens = reader.tokens
    j = end + 1 if tokens.low[end] == "-" else end
    if tokens.low[j] not in ("century", "centuries") or not 1 <= number <= 22:
        return None
    value = Date(date=f"{number * 100 - 99:04}/{number * 100:04}")
    return Found(i, j + 1, "date", value, "en.date.century")


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
    if not 1800 <= year <= 2100:
        plural = _plural_after(reader, i + 1) or after in reader.lexicon.words("plural-noun")
        return before in ("in", "year", "since", "from") and 1000 <= year < 1800 and not plural
    if reader.lexicon.comparator_before.ending(tokens, i) is not None and before not in (
        "around",
        "circa",
    ):
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
    plural = after in reader.lexicon.words("plural-noun") or _plural_after(reader, i + 1)
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
    if end == j + 2:
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


@EN.finder(DATE, _WEEKDAYS)
def weekday(reader: Reader, i: int) -> Found | None:
    """Find weekdays."""
    tokens = reader.tokens
    if not tokens.capital(i):
        return None
    if tokens.low[i] in ("friday", "sunday", "wednesday") and tokens.words[i + 1] in (
        "Addams",
        "Times",
        "Island",
    ):
        return None
    value = Date(date=f"-W-{_WEEKDAYS[tokens.low[i]]}")
    return Found(i, i + 1, "date", value, "en.date.weekday")
