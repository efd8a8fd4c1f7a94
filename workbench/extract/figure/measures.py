"""Units after a numeral: money, percent, durations and all that is weighed and measured."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from workbench.extract.figure.grammar import Reader
from workbench.extract.figure.lexicon import COMPOSITE
from workbench.extract.figure.numbers import Number
from workbench.language.units import units

#: between a number and its unit of time
_BEFORE_TIME = frozenset(
    "consecutive straight successive full more additional extra further long whole working business "
    "calendar solid other".split()
)
_HALF = Decimal("0.5")
_CALENDAR = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))
#: đồng chí, đồng bào …: a word that only begins like the currency
_NOT_DONG = frozenset(
    "chí bào đội nghiệp hồ minh phạm tác loạt thời phục ý cảm dạng đều hành hương môn diễn tiền "
    "chủ sáng cấp thuận bằng ruộng cỏ tháp nai".split()
)
_NOT_HOUR = frozenset(
    "nổ súng trống anh pháp hoa nga nhật việt nước mẹ nói hát kêu khóc hô".split()
)
#: unit words that are more often another word: only glued to digits or with what says so
_WEAK = frozenset(("lượng", "ký", "cân", "li", "thước", "tệ", "công", "bảng", "cc", "bộ"))
_SAY_MORE = {"kg": ("ký", "cân"), "GBP": ("bảng",)}
#: number-like forms that are no unit when written in capitals: 5G, 4K
_NOT_CAPITAL = frozenset(("g", "m", "l", "s", "đ"))

#: cao khoảng 1m2: verbs of height and depth, and what may stand between them and the figure
_UPRIGHT = frozenset("cao sâu dâng ngập thấp".split())
_MORE = frozenset("thêm hơn khoảng gần tới đến lên chừng".split())
_FAR = 4
_TENTH = Decimal("0.1")


class Measure(msgspec.Struct, frozen=True):
    """The kind that a unit makes, its code, what it multiplies by, and the index after it."""

    kind: str
    unit: str | None
    end: int
    factor: Decimal = Decimal(1)


def measure_at(reader: Reader, number: Number) -> Measure | None:
    """Read the unit after a numeral: percent, currency, duration or quantity."""
    tokens = reader.tokens
    i = number.end
    if i >= tokens.count or not tokens.near(i):
        return None
    if tokens.low[i] in "-–‑" and tokens.glued(i) and tokens.glued(i + 1):
        i += 1
    if tokens.low[i] in _BEFORE_TIME and reader.language == "en":
        later = reader.lexicon.units.at(tokens, i + 1)  # two consecutive weeks
        if later is not None and later[0] in _CALENDAR and number.value != 1:
            return Measure("duration", later[0], later[1])
    money = reader.lexicon.currency_after.at(tokens, i)
    unit = reader.lexicon.units.at(tokens, i)
    longer = money is not None and (unit is None or money[1] >= unit[1])
    if money is not None and longer and _is_money(reader, i, money, number):
        return Measure("money", money[0], money[1])
    if unit is None or not _is_unit(reader, i, unit, number):
        return None
    code, end = unit
    if code in COMPOSITE:
        factor, code = COMPOSITE[code]
        return Measure("duration", code, end, factor)
    if code == "bp":
        return Measure("percent", "pp", end, Decimal("0.01"))
    if code in _CALENDAR:
        return Measure("duration", code, _after_age(reader, end))
    if code in ("%", "‰", "pp"):
        return Measure("percent", None if code == "%" else code, end)
    return Measure("quantity", code, end)


def _is_money(reader: Reader, i: int, found: tuple[str, int], number: Number) -> bool:
    tokens, word = reader.tokens, reader.tokens.low[i]
    if word == "đồng" and tokens.low[i + 1] in _NOT_DONG and found[1] == i + 1:
        return False
    if word == "đô" and tokens.low[i + 1] in ("thị", "đốc", "vật", "hội"):
        return False
    if word == "$" and tokens.number(i + 1):
        return False
    if word in _WEAK and found[1] == i + 1:
        rate = tokens.low[i + 1] in ("một", "mỗi", "/")
        return number.scaled or rate or _paid(reader, i)
    return not (word == "won" and reader.language == "en" and not number.scaled)


def _paid(reader: Reader, i: int) -> bool:
    words = reader.lexicon.words("label.price")
    return any(reader.tokens.before(i, back) in words for back in range(2, 9))


def _is_unit(reader: Reader, i: int, found: tuple[str, int], number: Number) -> bool:
    tokens = reader.tokens
    word, end = tokens.low[i], found[1]
    if end == i + 1:
        if word in _NOT_CAPITAL and tokens.words[i].isupper() and word != "l":
            return False
        if word == "sao" and tokens.capital(i):
            return False
        if word == "pc":
            return tokens.glued(i)  # 9.6pc is percent, 5 pc may be computers
        if word == "tiếng" and tokens.low[i + 1] in _NOT_HOUR:
            return False
        if word == "bộ" and tokens.before(i, 2) == "(" and tokens.low[end] == ")":
            return True
        if word in _WEAK or (word in ("m", "g", "l") and tokens.low[i + 1] in ("'", "’")):
            return tokens.glued(i)
        if word == "năm" and reader.language == "vi":
            return not names_year(reader, i)
        if word == "second" and tokens.low[i - 1] != "-" and number.value != 1:
            return False  # 121,000 second jabs
        if word in ("second", "min", "sec", "l") and reader.language == "en":
            return number.digits or tokens.low[i - 1] == "-"
        if word in ("pounds", "pound") and number.scaled:
            return False
        if len(word) <= 2 and word.isalpha() and not number.digits:
            return word in ("km", "ha", "kg", "cm", "mm")
    return not tokens.glued(end) or not tokens.low[end].isalpha()


def names_year(reader: Reader, i: int) -> bool:
    """Say whether ``năm`` at ``i`` begins a date (năm 2022) instead of ending a duration."""
    tokens = reader.tokens
    year = tokens.integer(i + 1)
    if year is None or not 1000 <= year <= 2999:
        return False
    # kế hoạch 5 năm 2021-2025, hai năm 2020 và 2021: the years say which five or two
    row = tokens.low[i + 2] in ("-", "–", "—", "và", ",", "đến") and tokens.number(i + 3)
    return not (row and tokens.integer(i + 3) is not None and len(tokens.low[i + 3]) == 4)


def _after_age(reader: Reader, end: int) -> int:
    """Take ``-old`` and ``-olds`` after years."""
    tokens = reader.tokens
    if tokens.low[end] == "-" and tokens.low[end + 1] in ("old", "olds"):
        return end + 2
    return end


def lengthen(reader: Reader, number: Number, measure: Measure) -> tuple[Number, Measure]:
    """Add what follows a unit: 3 năm *rưỡi*, 1m*75*, 2 giờ *30 phút*, two years *and a half*."""
    tokens, end = reader.tokens, measure.end
    half = tokens.low[end] in ("rưỡi", "rưởi")
    if not half and tokens.low[end : end + 3] == ["and", "a", "half"]:
        half, end = True, end + 2
    if measure.unit in ("m2", "m3") and _is_height(reader, number):
        number = msgspec.structs.replace(
            number, value=number.value + int(tokens.low[end - 1]) * _TENTH, step=_TENTH, other=None
        )
        return number, msgspec.structs.replace(measure, unit="m")
    if half and measure.kind in ("duration", "quantity"):
        number = msgspec.structs.replace(number, value=number.value + _HALF, step=_HALF)
        return number, msgspec.structs.replace(measure, end=end + 1)
    if measure.unit == "second" and tokens.low[end - 1] == "giây" and tokens.near(end):
        tail = tokens.low[end]
        if tail.isdigit() and len(tail) == 2 and not tokens.low[end + 1].isalpha():
            share = Decimal("0.01")
            number = msgspec.structs.replace(
                number, value=number.value + int(tail) * share, step=share
            )
            return number, msgspec.structs.replace(measure, end=end + 1)
    if measure.unit == "m" and tokens.low[end - 1] in ("m", "mét") and tokens.near(end):
        tail = tokens.low[end]
        if tail.isdigit() and len(tail) <= 2 and number.value == int(number.value):
            share = Decimal(1).scaleb(-len(tail))
            if tokens.glued(end) and reader.language == "vi":
                value = number.value + int(tail) * share
                number = msgspec.structs.replace(number, value=value, step=share)
                return number, msgspec.structs.replace(measure, end=end + 1)
    return number, measure


def _is_height(reader: Reader, number: Number) -> bool:
    """Tell ``cao 1m2``, a metre and twenty centimetres, from ``rộng 1 m2``, an area."""
    tokens, i = reader.tokens, number.end - 1
    glued = tokens.glued(i + 1) and tokens.glued(i + 2) and tokens.low[i + 2] in ("2", "3")
    if reader.language != "vi" or not glued or len(tokens.low[i]) > 1:
        return False
    back = 1
    while tokens.before(i, back) in _MORE and back < _FAR:
        back += 1
    return tokens.before(i, back) in _UPRIGHT


def parts(fine: str | None, coarse: str | None) -> Decimal | None:
    """Return how many of a finer time unit make a coarser one, where that is exact."""
    table = units()
    if fine not in table or coarse not in table:
        return None
    one, many = table[fine], table[coarse]
    if one.dimension != many.dimension or one.dimension not in ("time", "calendar"):
        return None
    if one.factor is None or many.factor is None or one.factor >= many.factor:
        return None
    return many.factor / one.factor
