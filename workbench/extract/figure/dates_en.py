"""English dates: month names in both orders, numeric forms, quarters, decades, spans."""

from __future__ import annotations

import re

from workbench.extract.figure.dates import (
    Partial,
    parse_day,
    span,
    years,
)
from workbench.extract.figure.grammar import DATE, DIGITS, EN, Found, Reader, Rule
from workbench.values.types import Date

_MONTHS = EN.lexicon.integers("month-name")
_DASHES = frozenset("-–—")
#: words that may follow a day, where a counted noun may not
_AFTER_DAY = frozenset(
    "in at on with against to for from by of and or as when after before but which the this local".split()
)
_TO = frozenset(("to", "until", "till", "through", "-", "–", "—"))
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
#: month names that are also words or names: only with a day, a year, or a word that says so
_WORDS = frozenset(("may", "march", "mar", "jan", "jun", "dec", "sep", "april", "june", "august"))
_NAMES = frozenset(("may", "march", "mar", "jan", "jun", "dec", "sep"))

EN.declare(
    Rule("en.date.day", ("The deal was signed on «July 27, 2022».", "Cases rose on «5 August 2022».",
                         "It was filed at noon, «2022/08/16».", "He left on the «5th of August».", "It ends on «August 5th».")),
    Rule("en.date.list", ("They play on December 3, «4» and 5.",), ("On May 5, 12 boats sank.",)),
    Rule("en.date.span", ("Rain falls from «December 26 to 30».", "The fleet met from «4-8 May 1942».",
                          "He stayed from «2 to 6 March».")),
    Rule("en.date.month", ("From «September 2024» fees rise.", "Schools reopen in «May».", "«Sept. 2024» was dry."),
         ("You may leave in a hurry.", "They march on.")),
    Rule("en.date.months", ("It ran from «January 2014 to May 2018».",)),
)  # fmt: skip


def year_after(reader: Reader, i: int) -> tuple[int | None, int]:
    """Read ``, 2022`` or ``2022`` after a month or day."""
    tokens = reader.tokens
    j = i + 1 if tokens.low[i] == "," else i
    if tokens.low[j] == "of" and j == i:
        j += 1
    year = years(tokens.low[j])
    if year is None or not 1000 <= year <= 2199 or not tokens.near(j):
        return None, i
    if tokens.low[j + 1] in ("people", "cases", "of"):
        return None, i
    return year, j + 1


def plural_after(reader: Reader, i: int) -> bool:
    """Say whether a plural noun stands at token ``i``."""
    word = reader.tokens.low[i]
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return plural and word.isalpha() and not reader.tokens.capital(i)


def _month_at(reader: Reader, i: int) -> tuple[int, int] | None:
    """Read a month name, with the dot of its abbreviation, and the index after it."""
    tokens = reader.tokens
    month = _MONTHS.get(tokens.low[i])
    if month is None or not (tokens.capital(i) or _lower_month(reader, i)):
        return None
    if tokens.words[i].isupper() and len(tokens.low[i]) == 3 and not tokens.number(i + 1):
        return None  # APR, a rate
    short = len(tokens.low[i]) <= 4 and tokens.low[i] not in ("june", "july", "may")
    if short and tokens.low[i + 1] == "." and tokens.glued(i + 1):
        return month, i + 2
    return month, i + 1


def _lower_month(reader: Reader, i: int) -> bool:
    """Accept a month without its capital where nothing else can be meant: ``in september``."""
    tokens = reader.tokens
    word = tokens.low[i]
    if word in ("march", "may") and tokens.before(i) in ("in", "last", "next", "since"):
        return not tokens.low[i + 1].isalpha()
    if len(word) < 4 or word == "march":
        return tokens.integer(i + 1) is not None and years(tokens.low[i + 1]) is not None
    return True


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
        year, end = year_after(reader, day[1])
        if tokens.low[day[1]] == "of":
            year, end = None, day[1]
        part = Partial(end, year, month, day[0])
        if part.valid():
            return part
    year, end = year_after(reader, j)
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
    # the September 11 attacks: the day stands, whatever noun follows; people are counted
    return word in ("people", "cases", "workers", "deaths", "men", "women", "children")


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
    year, end = year_after(reader, found[1])
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


@EN.finder(DATE, [DIGITS])
def listed(reader: Reader, i: int) -> Found | None:
    """Find the later days of ``December 3, 4 and 5``."""
    tokens, last = reader.tokens, reader.last
    if last is None or last.kind != "date" or last.rule not in ("en.date.day", "en.date.list"):
        return None
    gap = tokens.low[last.end : i]
    if gap not in ([","], ["and"], [",", "and"], ["&"]) or not isinstance(last.value, Date):
        return None
    day = _day_at(reader, i)
    if day is None or not 1 <= day[0] <= 31 or last.value.other is not None:
        return None
    head, _, before = last.value.date.rpartition("-")
    after = tokens.low[day[1]]
    more = after in (",", "and") and tokens.integer(day[1] + 1 + (tokens.low[day[1] + 1] == "and"))
    ends = gap != [","] and not (after[:1].isalnum() and after not in _AFTER_DAY)
    if not before.isdigit() or int(before) >= day[0] or not (ends or more):
        return None
    year, end = year_after(reader, day[1])
    if head.startswith("--"):
        part = Partial(end, year, int(head[2:]), day[0])
    else:
        part = Partial(day[1], int(head[:4]), int(head[5:7]), day[0])
    if not part.valid():
        return None
    return Found(i, part.end, "date", part.value(reader.published), "en.date.list")


@EN.finder(DATE, _MONTHS)
def month(reader: Reader, i: int) -> Found | None:
    """Find dates that begin with a month name."""
    tokens = reader.tokens
    first = _month_first(reader, i)
    if first is None or (
        tokens.glued(i) and tokens.low[i - 1] not in ("-", "(", '"', "“", "/", "‘", "'")
    ):
        return None
    if tokens.low[i : i + 2] == ["may", "day"] and tokens.capital(i + 1):
        return Found(i, i + 2, "date", Date(date="--05-01"), "en.date.day")
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
            year, end = year_after(reader, day[1])
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
