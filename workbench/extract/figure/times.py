"""Times of day of both languages, and spans of them."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from workbench.extract.figure.grammar import DIGITS, EN, TIME, VI, Found, Reader, Rule
from workbench.values.types import Amount, Time

_DASHES = frozenset("-–—")
_AT = frozenset("at by until till around about before after from to past".split())
_WHICH_DAY = frozenset("hôm trước sau nay qua tối sáng chiều đêm cùng ngày mai".split())
_ZONES = frozenset("gmt utc est edt cst pst pdt bst cet ict local hrs".split())
_NOON = 12
_HOURS, _MINUTES = 24, 60
_DAY_PARTS = VI.lexicon.integers("day-part")

VI.declare(
    Rule("vi.time.clock", ("Trận đấu bắt đầu lúc «19h15».", "Tàu rời ga lúc «6 giờ chiều».", "Anh đến lúc «20h».",
                           "Máy bay cất cánh lúc «0giờ41» sáng nay.", "Bà mất lúc «6:50 chiều»."),
         ("Ca mổ kéo dài suốt 4 tuần.",)),
    Rule("vi.duration.clock", ("Cô về đích với thành tích «2:07:57».",), ("Lúc 2:07:57, đất rung.",)),
    Rule("vi.time.span", ("Cửa hàng mở từ «8 giờ 30 đến 21 giờ».",)),
)  # fmt: skip
EN.declare(
    Rule("en.time.clock", ("The match kicks off at «7:15 p.m.» today.", "It left at «12.41 am» on Saturday.",
                           "The meeting began at «19:15».", "He came at «8 o'clock».")),
    Rule("en.duration.clock", ("She won in a time of «2:07:57» there.",)),
    Rule("en.time.span", ("The shop is open from «8:30 a.m. to 9 p.m.» daily.", "Come between «8 and 10 a.m.» please.")),
)  # fmt: skip


class Clock(msgspec.Struct, frozen=True):
    """A time of day, the token index after it, and whether the text marks it as one."""

    hour: int
    minute: int
    end: int
    marked: bool
    second: int | None = None

    def iso(self) -> str:
        """Write ``HH:MM``, with seconds where the text has them."""
        tail = "" if self.second is None else f":{self.second:02}"
        return f"{self.hour:02}:{self.minute:02}{tail}"


def _colon(reader: Reader, i: int) -> Clock | None:
    """Read ``8:30`` and ``8:30:05``."""
    tokens = reader.tokens
    if not (tokens.low[i + 1] == ":" and tokens.glued(i + 1) and tokens.glued(i + 2)):
        return None
    hour, minute = tokens.integer(i), tokens.integer(i + 2)
    if hour is None or minute is None or len(tokens.low[i + 2]) != 2 or len(tokens.low[i]) > 2:
        return None
    if hour > _HOURS or minute >= _MINUTES:
        return None
    third = tokens.integer(i + 4)
    if tokens.low[i + 3] == ":" and tokens.glued(i + 3) and third is not None:
        ok = len(tokens.low[i + 4]) == 2 and third < _MINUTES
        return Clock(hour, minute, i + 5, marked=True, second=third) if ok else None
    return Clock(hour, minute, i + 3, marked=True)


def _run(reader: Reader, i: int, clock: Clock) -> Found | None:
    """Read ``2:07:57`` as a result where the words before say so: thành tích, in a time of."""
    if clock.second is None:
        return None
    tokens = reader.tokens
    words = {tokens.before(i, back) for back in range(1, 5)}
    if not words & {"tích", "đích", "thời", "time", "clocked", "clocking", "finished", "finishing"}:
        return None
    total = clock.hour * 3600 + clock.minute * 60 + clock.second
    value = Amount(amount=Decimal(total), unit="second", step=Decimal(1))
    return Found(i, clock.end, "duration", value, f"{reader.language}.duration.clock")


def _afternoon(clock: Clock, add: int, word: str, end: int) -> Clock:
    hour = clock.hour
    if word in ("đêm", "khuya") and hour in (_NOON, _HOURS):
        hour = 0
    elif word == "trưa":
        hour = hour + _NOON if hour <= 2 else hour
    elif word in ("đêm", "khuya"):
        hour = hour + _NOON if 6 <= hour < _NOON else hour
    elif add == 0 and hour == _NOON and word in ("am", "sáng"):
        hour = 0
    elif add and hour < _NOON:
        hour += _NOON
    return msgspec.structs.replace(clock, hour=hour, end=end, marked=True)


def clock_vi(reader: Reader, i: int) -> Clock | None:
    """Read a Vietnamese time at token ``i``."""
    tokens = reader.tokens
    low = tokens.low
    clock = _colon(reader, i)
    if clock is None:
        clock = _hour_vi(reader, i) or _pointed_vi(reader, i)
    if clock is None:
        return None
    if low[clock.end] in ("phút", "giờ") and clock.marked:
        clock = msgspec.structs.replace(clock, end=clock.end + 1)
    part = low[clock.end]
    if part in _DAY_PARTS and tokens.near(clock.end):
        # "6 giờ chiều nay": the afternoon belongs to the day, but tells the hour all the same
        apart = low[clock.end + 1] in ("nay", "mai", "qua", "ngày", "hôm", "cùng", "thứ", "chủ")
        end = clock.end if apart else clock.end + 1
        return _afternoon(clock, _DAY_PARTS[part], part, end)
    if low[clock.end : clock.end + 3] in (["p", ".", "m"], ["a", ".", "m"]):
        return _afternoon(clock, _NOON if part == "p" else 0, f"{part}m", clock.end + 3)
    return clock if clock.hour < _HOURS or clock.minute == 0 else None


def _hour_vi(reader: Reader, i: int) -> Clock | None:
    """Read ``20h30``, ``8 giờ 30 phút``, ``8 giờ rưỡi``."""
    tokens = reader.tokens
    low, hour = tokens.low, tokens.integer(i)
    if hour is None:
        hour = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
                "chín": 9, "mười": 10}.get(low[i])  # fmt: skip
    if hour is None or hour > _HOURS or len(low[i]) > 4:
        return None
    letter = low[i + 1] in ("h", "g") and tokens.glued(i + 1)
    if not letter and low[i + 1] not in ("giờ", "h"):
        return None
    if low[i + 2] == "/":
        return None
    minute = tokens.integer(i + 2)
    glued = tokens.glued(i + 2)
    if minute is not None and minute < _MINUTES and len(low[i + 2]) <= 2 and (glued or not letter):
        end = i + 3
        if low[end] in ("phút", "p", "'", "’") and (low[end] == "phút" or tokens.glued(end)):
            end += 1
        elif not glued and _counts_on(reader, end):
            return Clock(hour, 0, i + 2, marked=letter)
        return Clock(hour, minute, end, marked=letter or glued)
    spaced = letter and minute is not None and len(low[i + 2]) == 2 and minute < _MINUTES
    if spaced and minute is not None and (low[i + 3] in _DAY_PARTS or low[i + 3] == "phút"):
        return Clock(hour, minute, i + 3, marked=True)  # 8h 30 sáng
    if low[i + 2] == "kém" and (short := tokens.integer(i + 3)) is not None and short < _MINUTES:
        end = i + 5 if low[i + 4] == "phút" else i + 4
        return Clock((hour - 1) % _HOURS, _MINUTES - short, end, marked=True)
    if low[i + 2] == "rưỡi":
        return Clock(hour, 30, i + 3, marked=False)
    if low[i + 1] == "g" or low[i + 2] == "giấc":
        return None
    return Clock(hour, 0, i + 2, marked=letter)


def _pointed_vi(reader: Reader, i: int) -> Clock | None:
    """Read ``2,25 tối`` and ``9.40 sáng``: only with the part of the day after it."""
    tokens = reader.tokens
    hour, _, minute = tokens.low[i].replace(",", ".").partition(".")
    if (
        len(minute) != 2
        or len(hour) > 2
        or tokens.low[i + 1] not in ("sáng", "chiều", "tối", "đêm")
    ):
        return None
    if not (hour.isdigit() and minute.isdigit() and int(hour) <= _NOON and int(minute) < _MINUTES):
        return None
    return Clock(int(hour), int(minute), i + 1, marked=True)


def _counts_on(reader: Reader, i: int) -> bool:
    """Say whether a counted noun follows digits after the hour: ``8 giờ 30 người``."""
    return reader.tokens.low[i] in ("người", "ca", "xe", "triệu", "nghìn", "tỷ")


def _is_clock_vi(reader: Reader, i: int, clock: Clock) -> bool:
    """Tell ``lúc 20 giờ`` from ``trong 4 giờ``."""
    if clock.marked:
        return True
    tokens = reader.tokens
    before = tokens.before(i)
    after = tokens.low[clock.end]
    if before in (
        "trong",
        "suốt",
        "mất",
        "dài",
        "thêm",
        "mỗi",
        "vòng",
        "cách",
        "trọn",
        "hơn",
        "sau",
    ):
        return False
    if after in _ZONES or (before == "khoảng" and tokens.before(i, 2) == "vào"):
        return True
    if after in ("ngày", "hôm", "thứ", "cùng", "kém", "sáng", "(", "00") and before != "gần":
        return after != "(" or before in ("lúc", "vào", "hồi")
    return before in reader.lexicon.words("label.clock") and after not in (
        "đồng",
        "liền",
        "qua",
        "sau",
        "liên",
        "trước",
        "mỗi",
    )


@VI.finder(TIME, [DIGITS, "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"])
def time_vi(reader: Reader, i: int) -> Found | None:
    """Find times and spans of times."""
    tokens = reader.tokens
    if tokens.glued(i) and tokens.low[i - 1][-1:].isalpha():
        return None
    clock = clock_vi(reader, i)
    if clock is None:
        return _military(reader, i)
    run = _run(reader, i, clock)
    if run is not None:
        return run
    j = clock.end
    if tokens.before(i) == "từ":
        while tokens.low[j] in _WHICH_DAY and j < clock.end + 4:
            j += 1  # từ 19h hôm trước đến 7h hôm sau
        j = j if tokens.low[j] in ("đến", "tới") else clock.end
    if tokens.low[j] in ("đến", "tới") or tokens.low[j] in _DASHES:
        second = clock_vi(reader, j + 1)
        if second is not None and (clock.marked or second.marked or tokens.before(i) == "từ"):
            value = Time(time=f"{clock.iso()}/{second.iso()}")
            return Found(i, second.end, "time", value, "vi.time.span")
    if not _is_clock_vi(reader, i, clock):
        return None
    return Found(i, clock.end, "time", Time(time=clock.iso()), "vi.time.clock")


def clock_en(reader: Reader, i: int) -> Clock | None:
    """Read an English time at token ``i``; unmarked ones are whole hours."""
    tokens = reader.tokens
    clock = _colon(reader, i)
    if clock is None:
        low = tokens.low[i]
        if len(low) in (4, 5) and low[-3] == "." and low.replace(".", "").isdigit():
            clock = Clock(int(low[:-3]), int(low[-2:]), i + 1, marked=False)
        else:
            hour = tokens.integer(i)
            if hour is None:
                word = EN.lexicon.values("digit").get(low)
                hour = int(word) if word is not None else None
            if hour is None or len(low) > 6:
                return None
            clock = Clock(hour, 0, i + 1, marked=False)
    if clock.hour > _HOURS or clock.minute >= _MINUTES:
        return None
    if clock.minute and tokens.low[clock.end] in _ZONES and tokens.before(i) != "of":
        clock = msgspec.structs.replace(clock, marked=True)
    half = _meridiem(reader, clock.end)
    if half is not None and tokens.low[clock.end] == "in" and tokens.before(i) not in _AT:
        half = None  # three people in the morning
    if half is not None:
        if not 1 <= clock.hour <= _NOON and not (clock.hour == 0 and half[0] == "am"):
            return clock if clock.marked else None
        return _afternoon(clock, 0 if half[0] == "am" else _NOON, half[0], half[1])
    if tokens.low[clock.end : clock.end + 3] in (["o", "'", "clock"], ["o", "’", "clock"]):
        return msgspec.structs.replace(clock, end=clock.end + 3, marked=True)
    return clock


def _meridiem(reader: Reader, i: int) -> tuple[str, int] | None:
    """Read ``a.m.``, ``pm`` at ``i``."""
    tokens = reader.tokens
    low = tokens.low
    if low[i] in ("am", "pm") and tokens.near(i):
        return low[i], i + 1
    if low[i] in ("a", "p") and low[i + 1] == "." and low[i + 2] == "m":
        dotted = low[i + 3] == "." and tokens.glued(i + 3)
        return f"{low[i]}m", i + 3 + dotted
    if low[i : i + 2] == ["in", "the"] and low[i + 2] in ("morning", "afternoon", "evening"):
        return ("am" if low[i + 2] == "morning" else "pm"), i + 3
    if low[i] == "noon":
        return "pm", i + 1
    return None


def _military(reader: Reader, i: int) -> Found | None:
    """Find ``0830 GMT``: four digits before a zone."""
    tokens = reader.tokens
    word = tokens.low[i]
    if len(word) != 4 or not word.isdigit() or tokens.low[i + 1] not in _ZONES:
        return None
    if int(word[:2]) >= _HOURS or int(word[2:]) >= _MINUTES:
        return None
    value = Time(time=f"{word[:2]}:{word[2:]}")
    return Found(i, i + 1, "time", value, f"{reader.language}.time.clock")


@EN.finder(TIME, ["half", "quarter"])
def spoken_en(reader: Reader, i: int) -> Found | None:
    """Find ``half past nine``, ``a quarter to eight``."""
    tokens = reader.tokens
    joint = tokens.low[i + 1]
    if joint not in ("past", "to") or (tokens.low[i] == "half" and joint == "to"):
        return None
    found = clock_en(reader, i + 2)
    if found is None or found.minute:
        return None
    minutes = 30 if tokens.low[i] == "half" else 15
    total = found.hour * _MINUTES + (minutes if joint == "past" else -minutes)
    hour, minute = divmod(total % (_HOURS * _MINUTES), _MINUTES)
    start = i - 1 if tokens.before(i) == "a" and i - 1 >= reader.taken else i
    return Found(start, found.end, "time", Time(time=f"{hour:02}:{minute:02}"), "en.time.clock")


@EN.finder(TIME, ["noon", "midnight"])
def named_en(reader: Reader, i: int) -> Found | None:
    """Find ``at noon``, ``midnight``."""
    if reader.tokens.before(i) not in (
        "at",
        "by",
        "until",
        "till",
        "around",
        "before",
        "after",
        "from",
        "to",
    ):
        return None
    time = "12:00" if reader.tokens.low[i] == "noon" else "00:00"
    return Found(i, i + 1, "time", Time(time=time), "en.time.clock")


@VI.finder(TIME, ["nửa", "giữa"])
def named_vi(reader: Reader, i: int) -> Found | None:
    """Find ``nửa đêm``, ``giữa trưa`` where a time is told: lúc, vào, trước."""
    tokens = reader.tokens
    word = (tokens.low[i], tokens.low[i + 1])
    time = {("nửa", "đêm"): "00:00", ("giữa", "trưa"): "12:00"}.get(word)
    if time is None or tokens.before(i) not in (
        "lúc",
        "vào",
        "trước",
        "sau",
        "từ",
        "đến",
        "tới",
        "quá",
    ):
        return None
    return Found(i, i + 2, "time", Time(time=time), "vi.time.clock")


@EN.finder(TIME, [DIGITS, *EN.lexicon.values("digit")])
def time_en(reader: Reader, i: int) -> Found | None:
    """Find times and spans of times."""
    tokens = reader.tokens
    if tokens.glued(i) and (
        tokens.low[i - 1][-1:].isalpha() or tokens.low[i - 1] in ("$", "/", "-")
    ):
        return None
    clock = clock_en(reader, i)
    if clock is None:
        return _military(reader, i)
    run = _run(reader, i, clock)
    if run is not None:
        return run
    j = clock.end
    joint = tokens.low[j] in ("to", "until", "till", "and") or tokens.low[j] in _DASHES
    if joint:
        second = clock_en(reader, j + 1)
        if (
            second is not None
            and second.marked
            and (clock.marked or tokens.low[j] != "and" or tokens.before(i) == "between")
        ):
            if (
                not clock.marked
                and second.hour >= _NOON
                and clock.hour < _NOON
                and clock.hour <= second.hour - _NOON
            ):
                clock = msgspec.structs.replace(clock, hour=clock.hour + _NOON)
            value = Time(time=f"{clock.iso()}/{second.iso()}")
            return Found(i, second.end, "time", value, "en.time.span")
    if not clock.marked:
        return None
    return Found(i, clock.end, "time", Time(time=clock.iso()), "en.time.clock")
