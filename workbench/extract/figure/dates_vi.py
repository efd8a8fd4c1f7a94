"""Vietnamese dates: day before month, ``tháng``, ``quý``, ``thứ``, spans and parts of years."""

from __future__ import annotations

import re

from workbench.extract.figure.dates import (
    Partial,
    parse_day,
    span,
    years,
)
from workbench.extract.figure.grammar import DATE, DIGITS, EN, VI, Found, Reader, Rule
from workbench.values.types import Date

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_DASHES = frozenset("-–—")
_TO = frozenset(("đến", "tới", "-", "–", "—"))
_MONTHS = VI.lexicon.integers("month-name")
#: 28 April 2020 left as it was
_ENGLISH = {
    word: month for word, month in EN.lexicon.integers("month-name").items() if len(word) > 3
}
_COUNTERS = VI.lexicon.words("counter") | frozenset(("-", "–", "—", "/"))
_STOPS = VI.lexicon.words("noun-stop")
_LAST_MONTHS = 12
#: before 5/8: what makes it a fraction or an amount
_FRACTION_BEFORE = frozenset(
    "xuống lên chiếm khoảng gần hơn bằng tới quá giảm còn mất một được thừa lấy đạt cả tăng".split()
)
_FRACTION_AFTER = frozenset(
    "số dân học người diện giá tổng trong nước chặng quãng lượng thị trường các sinh cổ phần ghế "
    "thời chiều doanh hộ lao công đại thành viên tỷ tiền vốn đường ngày sản toàn cử tri con bệnh".split()
)

VI.declare(
    Rule("vi.date.day", ("Lễ khánh thành diễn ra ngày «5/8/2025».", "Anh về nước ngày «27 tháng 7 năm 2022».",
                         "Chiều «5/8», đoàn làm việc tại xã.", "Hội nghị họp ngày «9.3.2014».")),
    Rule("vi.date.span", ("Đoàn ở lại từ ngày «4/8 đến ngày 9/8/2022».", "Rét kéo dài từ ngày «26 đến ngày 30/12».",
                          "Trận đánh diễn ra từ ngày «4-8 tháng 5 năm 1942».")),
    Rule("vi.date.list", ("Các ngày «3», 4 và 5/12, trời mưa.",)),
    Rule("vi.date.month", ("Từ «tháng 9/2024», học phí tăng.", "Trường mở cửa từ «tháng Chín».",
                           "Khởi công «tháng 3 năm 2020».")),
    Rule("vi.date.months", ("Dự án chạy từ «tháng 1 đến tháng 6 năm 2022».",)),
)  # fmt: skip


def month_word(reader: Reader, i: int) -> int | None:
    """Read the month after ``tháng``: digits or a word."""
    tokens = reader.tokens
    number = tokens.integer(i)
    if number is not None:
        return number if 1 <= number <= _LAST_MONTHS and len(tokens.low[i]) <= 2 else None
    word = tokens.low[i]
    if word == "mười" and tokens.low[i + 1] in ("một", "hai"):
        return None  # read by month_at, which takes both words
    return _MONTHS.get(word)


def month_at(reader: Reader, i: int) -> tuple[int, int] | None:
    """Read the month at ``i`` with the index after it; refuse what may be a count instead."""
    tokens = reader.tokens
    word = tokens.low[i]
    if word == "mười" and tokens.low[i + 1] in ("một", "hai"):
        return (11 if tokens.low[i + 1] == "một" else 12), i + 2
    month = month_word(reader, i)
    if month is None:
        return None
    if not tokens.number(i) and not tokens.capital(i):
        after = tokens.low[i + 1]
        counted = after in reader.lexicon.words("counter") and after not in ("năm", "nước")
        if counted or (
            word == "một" and after[:1].isalpha() and after not in ("năm", "đến", "tới", "và")
        ):
            return None
        if word == "năm" and after != "năm" and (after[:1].isalnum() or not after):
            return None
    return month, i + 1


def year_after(reader: Reader, i: int) -> tuple[int | None, int]:
    """Read ``/2022``, ``năm 2022`` or ``, 2022`` at ``i``."""
    tokens = reader.tokens
    low = tokens.low
    if low[i] in ("/", "-", ".") and tokens.glued(i) and tokens.glued(i + 1) and years(low[i + 1]):
        return years(low[i + 1]), i + 2
    if low[i] == "năm" and years(low[i + 1]):
        return years(low[i + 1]), i + 2
    if low[i] == "," and low[i + 1] == "năm" and years(low[i + 2]):
        return years(low[i + 2]), i + 3
    j = i + 1 if low[i] == "," else i
    bare = years(low[j])
    if bare is not None and 1800 <= bare <= 2100 and low[j + 1] not in _COUNTERS:
        return bare, j + 1  # tháng Chín 1996; ngày 11 tháng Bảy, 2001
    return None, i


def relative_year(reader: Reader, i: int) -> int | None:
    """Resolve ``năm nay``, ``năm ngoái`` at ``i`` against the article's date."""
    tokens, day = reader.tokens, parse_day(reader.published)
    if day is None or tokens.low[i] != "năm":
        return None
    word = tokens.low[i + 1]
    shift = {"nay": 0, "ngoái": -1, "sau": 1, "tới": 1}.get(word)
    return None if shift is None else day.year + shift


def day_at(reader: Reader, i: int, *, sure: bool) -> Partial | None:
    """Read a date down to the day; ``sure`` says that ``ngày`` or the like stands before."""
    tokens = reader.tokens
    low = tokens.low
    dotted = _DOTTED.fullmatch(low[i])
    if dotted:
        part = Partial(i + 1, int(dotted[3]), int(dotted[2]), int(dotted[1]))
        return part if part.valid() else None
    first = tokens.integer(i)
    if first is None:
        return None
    mark, second = low[i + 1], tokens.integer(i + 2)
    if (
        mark in ("/", "-", ".")
        and second is not None
        and tokens.glued(i + 1)
        and tokens.glued(i + 2)
    ):
        return _numeric(reader, i, first, second, sure=sure)
    if len(low[i]) <= 2 and mark in _ENGLISH and tokens.capital(i + 1):
        year = years(low[i + 2])
        part = Partial(i + 3 if year else i + 2, year, _ENGLISH[mark], first)
        return part if part.valid() else None
    if sure and mark == "," and low[i + 2] == "tháng" and len(low[i]) <= 2:
        found = month_at(reader, i + 3)
        if found is not None:
            year, end = year_after(reader, found[1])
            part = Partial(end, year, found[0], first)
            return part if part.valid() else None
    if len(low[i]) <= 2 and mark == "tháng":
        found = month_at(reader, i + 2)
        if found is not None:
            year, end = year_after(reader, found[1])
            part = Partial(end, year, found[0], first)
            return part if part.valid() else None
    return None


def _numeric(reader: Reader, i: int, first: int, second: int, *, sure: bool) -> Partial | None:
    tokens = reader.tokens
    low, mark = tokens.low, tokens.low[i + 1]
    third = tokens.integer(i + 4)
    if low[i + 3] == mark and third is not None and tokens.glued(i + 3) and tokens.glued(i + 4):
        if years(low[i]):
            part = Partial(i + 5, first, second, third)
        else:
            year = years(low[i + 4])
            if year is None:
                year = 2000 + third if len(low[i + 4]) == 2 and mark == "/" else None
            if year is None:
                return None
            part = Partial(i + 5, year, second, first)
        return part if part.valid() else None
    if mark == "/" and years(low[i + 2]) and len(low[i]) <= 2:
        part = Partial(i + 3, second, first)
        return part if part.valid() else None
    if len(low[i]) > 2 or len(low[i + 2]) > 2 or mark == ".":
        return None
    if mark == "-" and not (
        sure and tokens.before(i) in ("ngày", "đến", "tới", "sáng", "chiều", "tối")
    ):
        return None
    if low[i + 3] == "/" and tokens.glued(i + 3):
        return None
    part = Partial(i + 3, None, second, first)
    if not part.valid():
        return None
    if mark == "-" and low[i + 3] in ("tháng", "/"):
        return None  # ngày 4-8 tháng 5: a span of days
    return part if sure or _day_month(reader, i, first, second) else None


def _day_month(reader: Reader, i: int, first: int, second: int) -> bool:
    """Decide whether ``5/8`` is a day, not a fraction or a ratio."""
    tokens = reader.tokens
    before, after = tokens.before(i), tokens.low[i + 3]
    if (first, second) == (24, 7):
        return False
    if reader.lexicon.comparator_before.ending(tokens, i) is not None and first < second:
        return False
    if before in reader.lexicon.words("label.date") and before not in _FRACTION_BEFORE:
        return True
    if before == "(" and not after[:1].isalpha():
        return tokens.before(i, 2) != "" and after in (")", ",", ";", ".")
    if before in _FRACTION_BEFORE or after in _FRACTION_AFTER or after == "%":
        return False
    if first == second or (first < second and second <= 10 and after[:1].isalpha()):
        return False
    return not (after[:1].isalpha() and after in reader.lexicon.words("counter"))


def _sure(reader: Reader, i: int) -> bool:
    before, last = reader.tokens.before(i), reader.last
    if before in ("và", ",") and last is not None and last.rule == "vi.date.list":
        return True
    return before in ("ngày", "mùng", "mồng", "hôm", "sáng", "chiều", "tối", "trưa", "đêm")


def _connector(reader: Reader, i: int) -> int | None:
    """Return the index of the date after ``đến (hết) (ngày)`` or a dash at ``i``."""
    tokens = reader.tokens
    if tokens.low[i] not in _TO:
        return None
    j = i + 1
    while (
        tokens.low[j] in ("hết", "ngày", "sáng", "chiều", "tối", "mùng", "trưa", "đêm")
        and j < i + 4
    ):
        j += 1
    return j


@VI.finder(DATE, [DIGITS])
def day(reader: Reader, i: int) -> Found | None:
    """Find days and spans of days that begin with digits."""
    tokens = reader.tokens
    if tokens.glued(i) and (tokens.low[i - 1][-1:].isalpha() or tokens.low[i - 1] == "/"):
        return None
    sure = _sure(reader, i)
    first = day_at(reader, i, sure=sure)
    if first is None:
        return _bare_day_span(reader, i, sure=sure)
    if first.day is None:
        if tokens.before(i) in _FRACTION_BEFORE and first.year is None:
            return None
        return Found(i, first.end, "date", first.value(reader.published), "vi.date.month")
    j = _connector(reader, first.end)
    if tokens.low[first.end] == "và" and "giữa" in (tokens.before(i), tokens.before(i, 2)):
        j = first.end + 2 if tokens.low[first.end + 1] == "ngày" else first.end + 1
    if j is not None:
        second = day_at(reader, j, sure=True)
        both = first.year is not None and second is not None and second.year is not None
        if (
            second is not None
            and second.day is not None
            and not (both and tokens.low[first.end] in _DASHES)
        ):
            value = span(first, second, reader.published)
            if value is not None:
                return Found(i, second.end, "date", value, "vi.date.span")
    value = first.value(reader.published)
    if value.date == "--11-09" and tokens.low[i + 1] == "/":  # 9/11 may be the American event
        value = Date(date=value.date, resolved=value.resolved, other=Date(date="--09-11"))
    return Found(i, first.end, "date", value, "vi.date.day")


def _bare_day_span(reader: Reader, i: int, *, sure: bool) -> Found | None:
    """Find ``26 đến ngày 30/12`` and ``4-8 tháng 5 năm 1942``; ``ngày 26`` alone is a day too."""
    tokens = reader.tokens
    number = tokens.integer(i)
    if number is None or not 1 <= number <= 31 or len(tokens.low[i]) > 2:
        return None
    first = Partial(i + 1, None, None, number)
    j = _connector(reader, i + 1)
    since = tokens.before(i) == "từ" and j is not None and tokens.low[j + 1] == "/"
    if j is not None and (
        since or sure or tokens.low[j - 1] == "ngày" or tokens.low[j + 1] == "tháng"
    ):
        second = day_at(reader, j, sure=True)
        if second is not None and second.month is not None and second.day is not None:
            value = span(first, second, reader.published)
            if value is not None:
                return Found(i, second.end, "date", value, "vi.date.span")
    after = _after_list(reader, i)
    if after is not None:
        return Found(i, i + 1, "date", after.value(reader.published), "vi.date.list")
    listed = _listed_day(reader, i)
    if listed is not None:
        value = listed.value(reader.published)
        return Found(i, i + 1, "date", value, "vi.date.list")
    if tokens.before(i) in ("ngày", "mùng", "mồng") and _lone_day(reader, i):
        if tokens.before(i) != "ngày" and tokens.low[i + 1] == "tết":
            return None
        return Found(i, i + 1, "date", Date(date=first.iso()), "vi.date.day")
    return None


def _after_list(reader: Reader, i: int) -> Partial | None:
    """Read a later day of the month before it: ``12 tháng 11 và 17``."""
    tokens, last = reader.tokens, reader.last
    if last is None or last.rule != "vi.date.day" or last.end != i - 1 or tokens.before(i) != "và":
        return None
    after, number = tokens.low[i + 1], tokens.integer(i)
    if (after[:1].isalpha() and after not in _STOPS) or not isinstance(last.value, Date):
        return None
    head, _, before = last.value.date.rpartition("-")
    if number is None or not before.isdigit() or number <= int(before) or head.count("-") != 2:
        return None
    part = Partial(i + 1, None, int(head[2:]), number) if head.startswith("--") else None
    return part if part is not None and part.valid() else None


def _listed_day(reader: Reader, i: int) -> Partial | None:
    """Read a day whose month stands behind the last of its row: ``ngày 3, 4 và 5/12``."""
    tokens, last = reader.tokens, reader.last
    follows = last is not None and last.rule == "vi.date.list" and last.end >= i - 2
    if not (follows or tokens.before(i) in ("ngày", "mùng", "mồng", "hôm")):
        return None
    j = i
    while tokens.integer(j) is not None and tokens.low[j + 1] in (",", "và") and j < i + 12:
        j += 2
        j += tokens.low[j] in ("và", "ngày")
    if j == i:
        return None
    end = day_at(reader, j, sure=True)
    number = tokens.integer(i)
    if end is None or end.day is None or end.month is None or number is None:
        return None
    part = Partial(i + 1, end.year, end.month, number)
    return part if part.valid() else None


def _lone_day(reader: Reader, i: int) -> bool:
    """Say whether ``ngày 26`` names a day: nothing counted may follow."""
    after = reader.tokens.low[i + 1]
    return not after[:1].isalpha() or after in reader.lexicon.words("noun-stop")


@VI.finder(DATE, ["tháng"])
def month(reader: Reader, i: int) -> Found | None:
    """Find ``tháng 9/2024`` and spans of months."""
    tokens = reader.tokens
    if tokens.before(i) in ("mỗi", "hàng", "hằng", "mấy", "các", "những", "vài", "nhiều"):
        return None
    first = _month(reader, i)
    if first is None:
        return None
    low = tokens.low
    if low[first.end] in _TO:
        j = first.end + 1
        second = None
        if low[j] in ("tháng", "hết"):
            second = _month(reader, j + (low[j] == "hết"))
        elif low[first.end] in _DASHES and tokens.number(j):
            found = month_at(reader, j)
            if found is not None:
                year, end = year_after(reader, found[1])
                second = Partial(end, year, found[0])
        elif first.year is not None and low[first.end] in ("đến", "tới"):
            return _month_to_year(reader, i, first)
        value = span(first, second, reader.published) if second is not None else None
        if second is not None and value is not None:
            return Found(i, second.end, "date", value, "vi.date.months")
    value = first.value(reader.published)
    if first.year is None:
        year = relative_year(reader, first.end)
        if year is not None and first.month is not None:
            value = Date(date=first.iso(), resolved=f"{year:04}-{first.month:02}")
    return Found(i, first.end, "date", value, "vi.date.month")


def _month_to_year(reader: Reader, i: int, first: Partial) -> Found:
    """Find ``tháng 1 năm 2014 đến (năm) 2018``."""
    low = reader.tokens.low
    j = first.end + 2 if low[first.end + 1] == "năm" else first.end + 1
    last = years(low[j])
    if last is None or first.year is None or last <= first.year:
        return Found(i, first.end, "date", first.value(reader.published), "vi.date.month")
    value = Date(date=f"{first.iso()}/{last:04}")
    return Found(i, j + 1, "date", value, "vi.date.months")


def _month(reader: Reader, i: int) -> Partial | None:
    if reader.tokens.low[i] != "tháng":
        return None
    found = month_at(reader, i + 1)
    if found is None:
        return None
    year, end = year_after(reader, found[1])
    return Partial(end, year, found[0])
