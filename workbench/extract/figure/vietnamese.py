"""Vietnamese amounts, ordinals and fractions, and the words that only look like numbers."""

from __future__ import annotations

from decimal import Decimal

from workbench.extract.figure.amounts import Amounts, Part
from workbench.extract.figure.context import capitalised_name, comparator_before, noun_after
from workbench.extract.figure.grammar import (
    AMOUNT,
    DIGITS,
    VI,
    Found,
    Reader,
    Rule,
)
from workbench.extract.figure.identifiers import skipped
from workbench.extract.figure.measures import measure_at
from workbench.extract.figure.numbers import Number
from workbench.extract.figure.numerals_vi import VietnameseNumerals
from workbench.extract.figure.tokens import Tokens
from workbench.values.types import Amount

_NUMERALS = VietnameseNumerals()
_WORDS = (*tuple(VI.lexicon.values("digit")), "mười")
_PREFIXES = tuple(VI.lexicon.currency_before.firsts())
_COUNTERS = VI.lexicon.words("counter")
_STOPS = VI.lexicon.words("noun-stop")
_ROUGH = frozenset(("dăm", "đôi", "vài", "mấy", *_WORDS)) - {"không", "năm"}
_NOT_FATHER = frozenset("anh chị bà cô chú bác ông".split())
_MULTIPLES = {"đôi": Decimal(2), "rưỡi": Decimal("1.5"), "ba": Decimal(3), "tư": Decimal(4), "bốn": Decimal(4),
              "năm": Decimal(5), "sáu": Decimal(6), "bảy": Decimal(7), "tám": Decimal(8), "chín": Decimal(9),
              "mười": Decimal(10)}  # fmt: skip

VI.declare(
    Rule("vi.count.digits", ("Xã có «24.396» đoàn viên.", "Khoảng «1,2 triệu» lượt khách đến đây."),
         ("Bệnh Covid-19 lan nhanh.", "Xe mang mã VN54 rời bến.")),
    Rule("vi.count.words", ("«Ba» người bị thương.", "Giữa «hai» bên có thỏa thuận.", "Trường khen thưởng «một trăm linh năm» học sinh."),
         ("Ba tôi còn khỏe.", "Hàng năm, xã mở hội.", "Một số hộ chưa có điện.", "Ông Năm ở cạnh bà Bảy.")),
    Rule("vi.count.vague", ("«Hàng chục» người đã sơ tán.", "Hơn «chục» người bị thương.", "«Hàng trăm nghìn» con cá chết.")),
    Rule("vi.count.multiple", ("Sản lượng tăng «gấp đôi».", "Giá vàng tăng «gấp 3 lần».")),
    Rule("vi.percent.plain", ("Tỷ lệ tăng «24,46%».", "Giá giảm «mười phần trăm».", "Lãi suất giảm «0,5 điểm phần trăm».")),
    Rule("vi.money.plain", ("Vé giá «50.000 đồng».", "Anh nhận «20.000 USD»."), ("Ba đồng chí nhận bằng khen… của đồng nghiệp.",)),
    Rule("vi.money.scale", ("Dự án có vốn hơn «38 tỷ đồng».", "Hộ nghèo nhận «15 triệu đồng».")),
    Rule("vi.money.bare", ("Nhà bán với giá «hai tỷ rưỡi».",)),
    Rule("vi.quantity.plain", ("Anh chạy «42 km».", "Anh rể tôi cao «1m75».", "Rừng cháy «120 ha».", "Mỗi sào thu «3 tạ».")),
    Rule("vi.quantity.scale", ("Tàu chở «1,1 vạn tấn» gạo.",)),
    Rule("vi.duration.plain", ("Anh đi «4 giờ» thì tới.", "Chị sống ở đây «ba năm rưỡi».", "Cháu «4 tuổi» đã biết bơi.", "Ca mổ kéo dài «2 giờ 30 phút».")),
    Rule("vi.duration.age", ("Ông mất ở tuổi «84».",)),
    Rule("vi.duration.scale", ("Hóa thạch có tuổi «2 triệu năm».",)),
    Rule("vi.range.quantity", ("Nhiệt độ từ «34 đến 37 độ C».", "Mưa phổ biến «50-100 mm».")),
    Rule("vi.range.money", ("Mức phạt «1-3 triệu đồng».", "Vé từ «300.000-500.000 đồng».")),
    Rule("vi.range.percent", ("Giá giảm «50-55%».",)),
    Rule("vi.range.duration", ("Triệu chứng xuất hiện sau «2-14 ngày».",)),
    Rule("vi.range.count", ("Bến bán «18.000-20.000» vé mỗi ngày.",)),
)  # fmt: skip


def _counts(reader: Reader, part: Part) -> bool:
    """Say whether a numeral is a figure where it stands."""
    tokens, i, number = reader.tokens, part.start, part.number
    if number.digits:
        return not skipped(reader, i)
    if capitalised_name(reader, i):
        return False
    word = tokens.low[i]
    after = tokens.low[part.end]
    if number.value == 1 and not number.scaled:
        return _one_counts(reader, part)
    if part.end > i + 1 or number.scaled:
        if word == "năm" and part.measure is None and part.end == i + 1:
            return False
        return (
            part.measure is None
            or part.number.end > i + 1
            or _single(reader, i, tokens.low[part.number.end])
        )
    return _single(reader, i, after)


def _one_counts(reader: Reader, part: Part) -> bool:
    tokens, i = reader.tokens, part.start
    if tokens.low[i + 1] == "số" and part.end == i + 1:
        return False
    if part.measure is not None:
        rate = reader.last is not None and reader.last.end == i and reader.last.kind != "date"
        return (
            not rate
            and tokens.before(i) not in ("mỗi", "từng", "những", "lần")
            and tokens.low[part.end] != "nào"
        )
    before = tokens.before(i)
    return before in reader.lexicon.words("one-context") and tokens.low[i + 1] not in _STOPS


def _single(reader: Reader, i: int, after: str) -> bool:
    """Say whether a lone number word counts something, and is no year, father or name."""
    tokens = reader.tokens
    word, before = tokens.low[i], tokens.before(i)
    if word == "không" and before in ("bằng", "số") and not after[:1].isalpha():
        return True
    if word == "không":
        percent = after == "phần" and tokens.low[i + 2] == "trăm"
        return (after in ("độ", "giờ") or percent) and tokens.before(i) not in ("thì", "là")
    if after and not tokens.near(i + 1):
        after = ""
    if before in _ROUGH or (after in _WORDS and after != "năm"):
        return False  # hai ba người, dăm ba hôm: roughly that many
    if word == "năm":
        everyone = (tokens.before(i, 2), before) == ("tất", "cả")
        if before in reader.lexicon.words("not-five-after") and not everyone:
            return False
        if after == "tháng" and _long_time(reader, i):
            return False
        student = after == "học" and tokens.low[i + 2] in ("sinh", "viên", "trò", "giả", "bổng")
        if after in reader.lexicon.words("five-as-year-before") and not student:
            return False
        return after in _COUNTERS or reader.lexicon.units.at(tokens, i + 1) is not None
    if word == "chín":
        return after in _COUNTERS
    if word == "ba" and (after in reader.lexicon.words("father-before") or after in _NOT_FATHER):
        kin = after in _NOT_FATHER or after in ("con", "em", "cháu")
        return kin and _three_kin(reader, i)
    if before in ("thứ", "tháng", "ông", "bà", "chú", "anh"):
        return False
    if before == "số" and tokens.before(i, 2) not in ("trong", "tổng"):
        return False
    if not after[:1].isalpha():
        return (
            word not in ("ba", "năm", "chín", "không")
            and before in ("có", "là", "cả", "còn", "thành", "và")
            and before != "cả"
        )
    if after in ("hoặc", "hay") and tokens.low[i + 2] in _WORDS:
        return True
    if after == "trong" and tokens.low[i + 2] in ("số", "các"):
        return True
    if after in _STOPS and after != "bị":
        return False
    phrases = reader.lexicon.phrases_of("not-number-before")
    return phrases.at(tokens, i + 1) is None


def _long_time(reader: Reader, i: int) -> bool:
    """Say whether ``năm tháng`` is the years that go by, not five months."""
    tokens = reader.tokens
    if tokens.before(i) in ("theo", "cùng", "với", "qua", "của", "dấu", "bao", "cả"):
        return True
    after = tokens.low[i + 2]
    return after in ("trôi", "ấy", "xưa", "dài") or (after == "qua" and tokens.low[i + 3] == "đi")


def _three_kin(reader: Reader, i: int) -> bool:
    """Say whether ``ba con``, ``ba anh em`` counts: a third noun, or a word that counts before."""
    tokens = reader.tokens
    before, after, third = tokens.before(i), tokens.low[i + 1], tokens.low[i + 2]
    if before in (
        "có",
        "cả",
        "là",
        "với",
        "cùng",
        "được",
        "sinh",
        "và",
        "trong",
        "giữa",
        "các",
        "hơn",
        "khoảng",
    ):
        return True
    if (
        after in ("con", "em")
        and third[:1].isalpha()
        and third not in _STOPS
        and third not in ("tôi", "mình")
    ):
        return True
    return (
        after in _NOT_FATHER
        and third[:1].isalpha()
        and third not in _STOPS
        and third not in ("tôi", "ta", "ấy")
    )


def numerals(tokens: Tokens, i: int) -> Number | None:
    """Read a Vietnamese numeral; orders of size count as well (hàng chục nghìn)."""
    return _NUMERALS.at(tokens, i)


amounts = Amounts(numerals, counts=_counts, prefix="vi")

VI.finder(AMOUNT, [DIGITS, *_WORDS, *_PREFIXES])(amounts)


@VI.finder(AMOUNT, ["hàng", "vài", "mấy"])
def vague(reader: Reader, i: int) -> Found | None:
    """Find ``hàng chục``, ``vài trăm nghìn``: an order of size."""
    tokens = reader.tokens
    value, j = Decimal(1), i + 1
    while tokens.near(j) and j < i + 4:
        scale = _NUMERALS.scale_at(tokens, j)
        if scale is None and tokens.low[j] == "tá":
            scale = Decimal(10)
        if scale is None or scale < value:
            break
        value, j = value * scale, j + 1
    if j == i + 1:
        return None
    number = Number(value, value, j, digits=False, scaled=True, vague=True)
    measure = measure_at(reader, number)
    if measure is not None and measure.kind != "percent":
        amount = number.times(measure.factor, j) if measure.factor != 1 else number
        figure = amount.amount(unit=measure.unit, comparator="approx")
        return Found(i, measure.end, measure.kind, figure, "vi.count.vague")
    figure = number.amount(noun=noun_after(reader, j), comparator="approx")
    return Found(i, j, "count", figure, "vi.count.vague")


@VI.finder(AMOUNT, ["chục"])
def bare_ten(reader: Reader, i: int) -> Found | None:
    """Find ``hơn chục người``, ``cả chục năm``: about ten."""
    tokens = reader.tokens
    before = tokens.before(i)
    number = Number(Decimal(10), Decimal(10), i + 1, digits=False, scaled=True, vague=True)
    measure = measure_at(reader, number)
    if before not in ("hơn", "gần", "cả", "đến", "tới", "khoảng", "ngót") and measure is None:
        return None
    if measure is not None and measure.kind != "percent":
        amount = number.times(measure.factor, i + 1) if measure.factor != 1 else number
        figure = amount.amount(unit=measure.unit, comparator="approx")
        return Found(i, measure.end, measure.kind, figure, "vi.count.vague")
    figure = number.amount(noun=noun_after(reader, i + 1), comparator="approx")
    return Found(i, i + 1, "count", figure, "vi.count.vague")


@VI.finder(AMOUNT, ["gấp"])
def multiple(reader: Reader, i: int) -> Found | None:
    """Find ``gấp đôi``, ``gấp 3 lần``, ``gấp rưỡi``."""
    tokens = reader.tokens
    j = i + 1
    comparator = comparator_before(reader, i)
    while tokens.low[j] in ("hơn", "gần", "khoảng", "ít", "nhất", "tới", "đến") and j < i + 3:
        j += 1
    if j > i + 1:
        comparator = comparator_before(reader, j)
    value = _MULTIPLES.get(tokens.low[j])
    step, end = Decimal(1), j + 1
    number = _NUMERALS.at(tokens, j)
    if number is not None and tokens.low[number.end] == "lần":
        value, step, end = number.value, number.step, number.end + 1
    elif value is None:
        return None
    elif tokens.low[end] == "lần":
        end += 1
    figure = Amount(amount=value, unit="times", noun="lần", step=step, comparator=comparator)
    start = i if j == i + 1 else j
    return Found(start, end, "count", figure, "vi.count.multiple")


#: nouns of measure that say "one and a half" without a number: cây số rưỡi, tháng rưỡi
_ONE_AND_HALF = frozenset("cây km cân kí ký lít mét tấn tạ giờ tiếng tháng tuần".split())


@VI.finder(AMOUNT, _ONE_AND_HALF)
def one_and_a_half(reader: Reader, i: int) -> Found | None:
    """Find ``chừng cây số rưỡi``, ``hơn tháng rưỡi``: one and a half of a unit."""
    tokens = reader.tokens
    unit = reader.lexicon.units.at(tokens, i)
    if unit is None or tokens.low[unit[1]] not in ("rưỡi", "rưởi") or not tokens.near(unit[1]):
        return None
    before = tokens.before(i)
    if tokens.number(i - 1) or before in _WORDS or before in ("mươi", "chục", "mấy", "vài"):
        return None
    code, end = unit
    kind = "duration" if tokens.low[i] in ("giờ", "tiếng", "tháng", "tuần") else "quantity"
    step = Decimal("0.5")
    figure = Amount(
        amount=Decimal("1.5"), unit=code, step=step, comparator=comparator_before(reader, i)
    )
    return Found(i, end + 1, kind, figure, f"vi.{kind}.plain")
