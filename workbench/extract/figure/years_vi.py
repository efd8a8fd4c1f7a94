"""Vietnamese years, quarters, parts of years, decades, centuries and weekdays."""

from __future__ import annotations

from workbench.extract.figure.dates import (
    ROMANS,
    century_span,
    decade_end,
    months,
    quarter,
    roman,
    short_end,
    years,
)
from workbench.extract.figure.dates_vi import relative_year, year_after
from workbench.extract.figure.grammar import DATE, DIGITS, VI, Found, Reader, Rule
from workbench.extract.figure.tokens import Tokens
from workbench.values.types import Date

_QUARTERS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_DASHES = frozenset("-–—")
_WEEKDAYS = VI.lexicon.integers("weekday")
_LAST_MONTHS = 12
_DECADES = frozenset((("thập", "niên"), ("thập", "kỷ"), ("thập", "kỉ"), ("niên", "năm")))
_CLOCK_DAY = frozenset("sáng chiều tối trưa đêm khuya".split())

VI.declare(
    Rule("vi.date.year", ("Ông sinh năm «1963» tại Huế.",), ("Nhà máy có 1963 công nhân làm ca.",)),
    Rule("vi.date.years", ("Nhiệm kỳ «2022-2027» bắt đầu.", "Giai đoạn «2022–27» có thêm vốn.", "Từ năm «1989 đến năm 1995» bà ở Huế.")),
    Rule("vi.date.decade", ("Những năm «1990», làng có một giếng nước.",)),
    Rule("vi.date.quarter", ("Kim ngạch «quý III/2025» tăng.", "Doanh thu «quý 2 năm 2024» giảm."), ("Kính thưa quý vị.",)),
    Rule("vi.date.part", ("Trong «6 tháng đầu năm 2022», xã có thêm trạm y tế.", "«Nửa cuối năm 2021», giá giảm.")),
    Rule("vi.date.weekday", ("Cuộc họp diễn ra vào «thứ Ba».", "Sáng «Chủ nhật», trời mưa."), ("Chủ nhà đi vắng.",)),
    Rule("vi.date.century", ("Ngôi đình dựng từ «thế kỷ XVII».", "Trong «thế kỷ 21», dân số tăng chậm.")),
)  # fmt: skip


@VI.finder(DATE, [DIGITS])
def part_of_year(reader: Reader, i: int) -> Found | None:
    """Find ``6 tháng đầu năm 2022`` from its digits."""
    count = reader.tokens.integer(i)
    return _part(reader, i, count, i + 1) if count is not None else None


@VI.finder(DATE, ["hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười"])
def part_of_year_in_words(reader: Reader, i: int) -> Found | None:
    """Find ``sáu tháng đầu năm`` from its word."""
    value = VI.lexicon.values("digit").get(reader.tokens.low[i])
    return _part(reader, i, int(value) if value is not None else 10, i + 1)


def _part(reader: Reader, i: int, count: int, j: int) -> Found | None:
    tokens = reader.tokens
    low = tokens.low
    if low[j] != "tháng" or not 1 <= count < _LAST_MONTHS:
        return None
    where, j = low[j + 1], j + 1
    if where in ("đầu", "cuối"):
        j += 1
    elif not (where == "năm" and years(low[j + 1])):
        return None
    end, year = j, None
    if low[j] == "năm":
        year = years(low[j + 1])
        end = j + 2 if year or low[j + 1] in ("nay", "ngoái") else j + 1
    elif low[j] == "của" and low[j + 1] == "năm":
        year = years(low[j + 2])
        end = j + 3 if year or low[j + 2] in ("nay", "ngoái") else j + 2
    elif not where or low[j][:1].isalpha():
        return None
    span_of = (13 - count, 12) if where == "cuối" else (1, count)
    resolved = None
    near = relative_year(reader, end - 2) if year is None else None
    if near is not None:
        resolved = months(*span_of, near)
    value = Date(date=months(*span_of, year), resolved=resolved)
    return Found(i, end, "date", value, "vi.date.part")


@VI.finder(DATE, ["nửa"])
def half_year(reader: Reader, i: int) -> Found | None:
    """Find ``nửa đầu năm 2022``."""
    low = reader.tokens.low
    half = low[i + 1]
    j = i + 3 if low[i + 2] == "của" else i + 2
    if half not in ("đầu", "cuối", "sau") or low[j] != "năm":
        return None
    year = years(low[j + 1])
    span_of = (1, 6) if half == "đầu" else (7, 12)
    near = relative_year(reader, j) if year is None else None
    resolved = months(*span_of, near) if near else None
    value = Date(date=months(*span_of, year), resolved=resolved)
    named = year is not None or low[j + 1] in ("nay", "ngoái")
    return Found(i, j + 2 if named else j + 1, "date", value, "vi.date.part")


@VI.finder(DATE, [DIGITS])
def year(reader: Reader, i: int) -> Found | None:
    """Find years, spans of years and decades."""
    tokens = reader.tokens
    low = tokens.low
    if len(low[i]) == 2 and low[i].endswith("0") and low[i] >= "10":
        return _short_decade(reader, i)
    first = years(low[i])
    if first is None or (tokens.glued(i) and low[i - 1][-1:].isalpha()):
        return None
    decade = tokens.before(i) == "năm" and tokens.before(i, 2) in ("những", "niên", "kỷ")
    last = reader.last
    if last is not None and last.rule == "vi.date.decade" and last.end == i - 1:
        decade = tokens.before(i) in ("và", ",", "đến")  # những năm 1940 và 1950
    if first % 10 == 0 and (decade or (tokens.before(i, 2), tokens.before(i)) in _DECADES):
        return Found(i, i + 1, "date", Date(date=f"{first}/{decade_end(first)}"), "vi.date.decade")
    second = _second_year(reader, i, first)
    if second is not None:
        value = Date(date=f"{first:04}/{second[0]:04}")
        return Found(i, second[1], "date", value, "vi.date.years")
    return (
        Found(i, i + 1, "date", Date(date=f"{first:04}"), "vi.date.year")
        if _is_year(reader, i, first)
        else None
    )


def _short_decade(reader: Reader, i: int) -> Found | None:
    """Find ``những năm 90``, ``thập niên 80``."""
    tokens = reader.tokens
    before = (tokens.before(i, 2), tokens.before(i))
    last = reader.last
    row = last is not None and last.rule == "vi.date.decade" and last.end == i - 1
    if before != ("những", "năm") and before not in _DECADES and not row:
        return None
    if before == ("những", "năm") and tokens.low[i + 1] == "tuổi":
        return None
    start = 1900 + int(tokens.low[i])
    return Found(i, i + 1, "date", Date(date=f"{start}/{start + 9}"), "vi.date.decade")


def _season(first: int, tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read the rest of ``2023/24`` and ``2023/2024``: a season runs into the next year."""
    word = tokens.low[i + 2]
    if not tokens.glued(i + 1) or not tokens.glued(i + 2) or tokens.low[i + 3] == "/":
        return None
    second = years(word) or short_end(first, word)
    return (second, i + 3) if second == first + 1 else None


def _second_year(reader: Reader, i: int, first: int) -> tuple[int, int] | None:
    tokens = reader.tokens
    low = tokens.low
    if low[i + 1] == "/":
        return _season(first, tokens, i)
    if low[i + 1] in _DASHES:
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
    between = low[i + 1] == "và" and "giữa" in (tokens.before(i), tokens.before(i, 2))
    if (low[i + 1] in ("đến", "tới") or between) and first >= 1700:
        j = i + 2
        j += low[j] == "hết"
        j += low[j] == "năm"
        second = years(low[j])
        if (
            second is not None
            and second > first
            and (low[j - 1] == "năm" or _is_year(reader, j, second))
        ):
            return second, j + 1
    return None


def _is_year(reader: Reader, i: int, year: int) -> bool:
    """Decide whether four digits are a year."""
    tokens = reader.tokens
    before, after = tokens.before(i), tokens.low[i + 1]
    if before == "năm":
        return True
    if before == "từ" and after in ("đến", "tới") and tokens.low[i + 2] in ("nay", "khi"):
        return True
    if before == "(" and after == ")":
        return True
    if not 1800 <= year <= 2100:
        return False
    if after in reader.lexicon.words("counter") and tokens.near(i + 1):
        return False
    if reader.lexicon.scale_follows(tokens, i + 1) or reader.lexicon.units.at(tokens, i + 1):
        return after in ("tháng", "năm")
    if before in ("hơn", "gần", "trên", "dưới", "số"):
        return False
    return not (tokens.low[i + 1] in ("-", "/") and tokens.glued(i + 1) and tokens.glued(i + 2))


@VI.finder(DATE, ["quý", "quí"])
def quarter_of_year(reader: Reader, i: int) -> Found | None:
    """Find ``quý III/2025``."""
    tokens = reader.tokens
    if tokens.low[i + 1] == "thứ":
        which = _QUARTERS.get(tokens.low[i + 2])
        if which is None:
            return None
        found_year, end = year_after(reader, i + 3)
        value = Date(date=quarter(which, found_year))
        return Found(i, end, "date", value, "vi.date.quarter")
    word = tokens.words[i + 1]
    number = roman(word) or tokens.integer(i + 1)
    if number is None:
        number = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "đầu": 1, "cuối": 4}.get(word)
        if word in ("đầu", "cuối") and tokens.low[i + 2] not in ("năm", "tiên"):
            number = None
    if number is None or not 1 <= number <= 4:
        return None
    found_year, end = year_after(reader, i + 2)
    if word in ("đầu", "cuối") and tokens.low[i + 2] == "tiên":
        end = i + 3
    return Found(i, end, "date", Date(date=quarter(number, found_year)), "vi.date.quarter")


@VI.finder(DATE, ["thế"])
def century(reader: Reader, i: int) -> Found | None:
    """Find ``thế kỷ XXI``."""
    tokens = reader.tokens
    low = tokens.low
    if low[i + 1] not in ("kỷ", "kỉ"):
        return None
    j = i + 3 if low[i + 2] == "thứ" else i + 2
    number = roman(tokens.words[j]) or tokens.integer(j)
    if number is None or not 1 <= number <= 22:
        return None
    value = Date(date=century_span(number, before=_is_before_era(reader, j + 1)))
    return Found(i, j + 1, "date", value, "vi.date.century")


def _is_before_era(reader: Reader, j: int) -> bool:
    """Say whether ``trước Công nguyên`` or ``TCN`` follows, also after the end of a span."""
    tokens = reader.tokens
    if tokens.low[j] in ("-", "–", "và", "đến") and (
        tokens.integer(j + 1) is not None or roman(tokens.words[j + 1])
    ):
        j += 2
    return tokens.low[j] == "tcn" or (
        tokens.low[j] == "trước" and tokens.low[j + 1 : j + 3] == ["công", "nguyên"]
    )


@VI.finder(DATE, [DIGITS, *ROMANS])
def second_century(reader: Reader, i: int) -> Found | None:
    """Find the end of ``thế kỷ 3-2 trước Công nguyên``, ``thế kỷ 18 và 19``."""
    tokens, last = reader.tokens, reader.last
    if last is None or last.rule != "vi.date.century" or last.end != i - 1:
        return None
    number = roman(tokens.words[i]) or tokens.integer(i)
    if number is None or not 1 <= number <= 22 or tokens.before(i) not in ("-", "–", "và"):
        return None
    first = roman(tokens.words[i - 2]) or tokens.integer(i - 2)
    after = tokens.low[i + 1]
    next_one = number - 1 == first and after not in reader.lexicon.words("counter")
    joined = tokens.before(i) != "và" or not after[:1].isalpha()
    ends = _is_before_era(reader, i + 1)
    if not joined and not next_one and not ends:
        return None
    value = Date(date=century_span(number, before=ends))
    return Found(i, i + 1, "date", value, "vi.date.century")


@VI.finder(DATE, ["thứ"])
def weekday(reader: Reader, i: int) -> Found | None:
    """Find ``thứ Ba`` where it is Tuesday, not the third."""
    tokens = reader.tokens
    low = tokens.low
    number = _WEEKDAYS.get(low[i + 1])
    if number is None or not tokens.near(i + 1):
        return None
    if low[i + 1] == "hai" and low[i + 2] == "mươi":
        return None
    before, after = tokens.before(i), low[i + 2]
    if after in ("liên", "của") and not tokens.capital(i + 1):
        return None
    sure = (
        (tokens.capital(i + 1) and not tokens.number(i + 1))
        or before in _CLOCK_DAY
        or before == "hôm"
        or after == "tuần"
        or (after == "," and low[i + 3] == "ngày")
        or after == "ngày"
    )
    day_like = before in ("vào", "từ", "sang", "đến", "tới", "mỗi", "các", "cho", "trước", "sau")
    day_like = before == "vào" or (day_like and not after[:1].isalpha())
    if before == "từ" and after in ("sang", "đến", "tới") and low[i + 3] == "thứ":
        day_like = True
    if before in (",", "và", "hoặc") and reader.last is not None:
        day_like = reader.last.rule == "vi.date.weekday" and reader.last.end == i - 1
    opens = tokens.opens(i) and after in (",", "vừa", "tuần", "này", "tới", "qua")
    if not (sure or day_like or opens):
        return None
    if tokens.before(i) in ("lần", "người", "con", "vị") and not tokens.capital(i + 1):
        return None
    return Found(i, i + 2, "date", Date(date=f"-W-{number}"), "vi.date.weekday")


@VI.finder(DATE, ["chủ"])
def sunday(reader: Reader, i: int) -> Found | None:
    """Find ``Chủ nhật``."""
    tokens = reader.tokens
    if tokens.low[i + 1] not in ("nhật", "nhựt"):
        return None
    return Found(i, i + 2, "date", Date(date="-W-7"), "vi.date.weekday")
