"""Document numbers, phone numbers, scores, numbers that are names: compared as strings."""

from __future__ import annotations

import re
from bisect import bisect_left

from workbench.extract.figure.grammar import (
    DIGITS,
    EN,
    IDENTIFIER,
    VI,
    Found,
    Grammar,
    Reader,
    Rule,
)
from workbench.extract.figure.measures import names_year
from workbench.values.types import Identifier

_DASHES = frozenset("-–—")
_VI_ROADS = frozenset((("quốc", "lộ"), ("tỉnh", "lộ"), ("hương", "lộ"), ("xe", "buýt")))
_ROADS = frozenset("highway route road flight bus interstate expressway".split())
_DRAWS = frozenset("draw drew drawn tie tied hòa hoà".split())
#: before 16-11: a day, no score
_DAY_WORDS = frozenset("ngày sáng chiều tối trưa đêm hôm".split())
#: before "số": chỉ số 156, dân số 500, trong số 262
_NOT_NUMBERED = frozenset(
    "con trong tổng một là chỉ dân đa nhân hệ tham doanh phân ẩn tỷ tỉ mã cơ chữ tần vô các số của với "
    "điểm thông cùng trên".split()
)
_UPPER = "A-ZĐÔƠƯ"
_DOCUMENT = re.compile(
    rf"\d{{1,5}}(?:[-/]\d{{4}})?[-/][{_UPPER}][{_UPPER}a-z]{{0,7}}\d{{0,3}}(?:[-/][{_UPPER}][{_UPPER}a-z0-9]{{0,9}}){{0,5}}"
)
_PHONE = re.compile(r"(?:\(?\+\d{1,3}\)?[ .-]?)?\(?\d{2,4}\)?(?:[ .-]?\d{2,8}){1,4}(?!\d)")
_PHONE_DIGITS = range(8, 13)
_SUITES = re.compile(r"\d{1,3}(?:[-–]\d{1,3}){2,4}(?![\w-])")
#: before "số 3": what the number names
_NUMBERED = frozenset(
    "bão định quyết tư thị văn luật điện lộ tuyến thoại cửa kênh lô ô bàn áo cảng trạm hầm tổ đội nhà "
    "đường hẻm ngõ phòng máy lệnh nghị thông nạn án chuyến xe".split()
)
_AFTER_SO = frozenset(
    "của của là tại gây suy hiện trong đã đang có theo và vào đổ làm khiến về trên ở được".split()
)

for _grammar, _name in ((VI, "vi"), (EN, "en")):
    _grammar.declare(
        Rule(f"{_name}.identifier.document",
             ("Nghị định số «117/2020/NĐ-CP» có hiệu lực.", "Nghị quyết «02-NQ/TW» được quán triệt.")
             if _name == "vi" else ("Decree No. «117/2020/ND-CP» takes effect.", "Resolution «02-NQ/TW» was studied."),
             ("Tuyến cáp 4-Mỹ bị đứt.",) if _name == "vi" else ()),
        Rule(f"{_name}.identifier.phone",
             ("Xin gọi số «024 3936 2233» để biết thêm.",) if _name == "vi"
             else ("Call «024 3936 2233» for more.", "Contact «+84 24 3936 2233» today.")),
        Rule(f"{_name}.identifier.score",
             ("Việt Nam thắng với tỷ số «3-1».",) if _name == "vi" else ("They beat the hosts «3-1».",)),
        Rule(f"{_name}.identifier.number",
             ("Bão số «3» gây mất điện.", "Theo Nghị định số «117» của Chính phủ.") if _name == "vi"
             else ("Storm No. «3» cut the power.", "Under Decree No. «117» they pay.")),
        Rule(f"{_name}.identifier.series",
             ("Mục tiêu «90-90-90» được đặt ra.",) if _name == "vi" else ("The «90-90-90» target stands.",)),
    )  # fmt: skip


def _end(reader: Reader, offset: int) -> int:
    """Return the index of the first token that begins at or after an offset."""
    return bisect_left(reader.tokens.starts, offset, 0, reader.tokens.count)


def _found(reader: Reader, i: int, text: str, rule: str) -> Found:
    end = _end(reader, reader.tokens.starts[i] + len(text))
    return Found(
        i, end, "identifier", Identifier(text=text), f"{reader.language}.identifier.{rule}"
    )


def document(reader: Reader, i: int) -> Found | None:
    """Find document numbers: ``117/2020/NĐ-CP``."""
    tokens = reader.tokens
    if tokens.low[i + 1] not in ("/", "-") or not tokens.glued(i + 1) or not tokens.glued(i + 2):
        return None
    match = _DOCUMENT.match(tokens.text, tokens.starts[i])
    if match is None:
        return None
    text = match[0]
    letters = sum(1 for letter in text if letter.isupper())
    parts = text.count("/") + text.count("-")
    labelled = tokens.before(i) in ("số", "no", ".", "nghị", "quyết")
    if letters < 2 or (parts < 2 and not labelled):
        return None
    rest = tokens.text[match.end() : match.end() + 1]
    if rest.isalpha():
        return None
    return _found(reader, i, text, "document")


def phone(reader: Reader, i: int) -> Found | None:
    """Find phone numbers: a leading zero or plus, or a phone word before."""
    tokens = reader.tokens
    start = i
    word = tokens.low[i]
    if word in ("+", "("):
        if not tokens.number(i + 1) and tokens.low[i + 1] != "+":
            return None
    elif word[0] != "0" and not _phone_word(reader, i):
        return None
    elif len(word) in (3, 4) and word.isdigit() and _dialled(reader, i):
        return _found(reader, i, word, "phone")
    match = _PHONE.match(tokens.text, tokens.starts[start])
    if match is None:
        return None
    text = match[0].rstrip(" .-(")
    digits = "".join(c for c in text if c.isdigit())
    if len(digits) not in _PHONE_DIGITS or text.count("(") != text.count(")"):
        return None
    if digits[0] != "0" and "+" not in text and not _phone_word(reader, i):
        return None
    if word == "(" and "+" not in text and digits[0] != "0":
        return None
    if _unlike_phone(text):
        return None
    return _found(reader, i, text, "phone")


def _dialled(reader: Reader, i: int) -> bool:
    """Say whether a short number is rung: ``dialled 999``, ``gọi 113``."""
    tokens = reader.tokens
    j = i - 1 if tokens.before(i) == "ngay" else i
    if tokens.before(j) not in ("dial", "dialled", "dialed", "dialling", "hotline", "gọi", "call"):
        return False
    after = tokens.low[i + 1]
    glued = tokens.glued(i + 1) and after not in (".", ",", ")", ";")
    return not glued and (not after[:1].isalnum() or after in reader.lexicon.words("noun-stop"))


def _unlike_phone(text: str) -> bool:
    """Say whether a string is rather a decimal or a date: ``0.12345678``, ``08-05-2022``."""
    if re.fullmatch(r"0[.,]\d+|\d{1,2}[.-]\d{1,2}[.-]\d{4}", text):
        return True
    return not re.search(r"\d{3}", text)


def _phone_word(reader: Reader, i: int) -> bool:
    tokens, words = reader.tokens, reader.lexicon.phrases_of("label.phone")
    for back in (0, 1, 2):
        if words.ending(tokens, i - back) is not None:
            return True
        if tokens.before(i, back + 1) not in (":", ",", "số", "at", "on", ".", "(", "the"):
            return False
    return False


def score(reader: Reader, i: int) -> Found | None:
    """Find scores: ``3-1`` beside a word of winning, or falling, without a unit."""
    tokens = reader.tokens
    if tokens.low[i + 1] not in _DASHES:
        return None
    glued = tokens.glued(i + 1) and tokens.glued(i + 2)
    first, second = tokens.integer(i), tokens.integer(i + 2)
    if first is None or second is None or max(len(tokens.low[i]), len(tokens.low[i + 2])) > 2:
        return None
    if (tokens.low[i + 3] in ("-", "/") and tokens.glued(i + 3)) or tokens.before(i) in _DAY_WORDS:
        return None
    words = reader.lexicon.words("label.score")
    if first != second:
        words -= _DRAWS
    near = (
        any(tokens.before(i, back) in words for back in range(1, 7)) or tokens.low[i + 3] in words
    )
    if not near and not (glued and first >= second and first < 20 and not _measured(reader, i + 3)):
        return None
    if not glued and not near:
        return None
    if near and _measured(reader, i + 3):
        return None
    text = f"{tokens.low[i]}-{tokens.low[i + 2]}"
    return Found(
        i, i + 3, "identifier", Identifier(text=text), f"{reader.language}.identifier.score"
    )


def _measured(reader: Reader, i: int) -> bool:
    tokens, table = reader.tokens, reader.lexicon
    if tokens.low[i] == "năm" and names_year(reader, i):
        return False  # bão số 3 năm 2024
    return (
        table.units.at(tokens, i) is not None
        or table.currency_after.at(tokens, i) is not None
        or table.scale_follows(tokens, i)
        or tokens.low[i] == "tháng"
    )


def series(reader: Reader, i: int) -> Found | None:
    """Find three or more numbers joined by dashes, and section numbers with dots."""
    tokens = reader.tokens
    if tokens.glued(i) and tokens.low[i - 1] not in ("(", '"', "“", "‘"):
        return None
    if tokens.low[i + 1] not in _DASHES or tokens.low[i + 3] not in _DASHES:
        return None
    match = _SUITES.match(tokens.text, tokens.starts[i])
    if match is None or tokens.before(i) in _DAY_WORDS:
        return None
    return _found(reader, i, match[0], "series")


def number_vi(reader: Reader, i: int) -> Found | None:
    """Find the number of ``bão số 3``, ``Nghị định số 117``."""
    tokens = reader.tokens
    road = (tokens.before(i, 2), tokens.before(i)) in _VI_ROADS
    if tokens.before(i) != "số" or tokens.integer(i) is None:
        if tokens.integer(i) is not None and road:
            text = tokens.low[i]
            return Found(i, i + 1, "identifier", Identifier(text=text), "vi.identifier.number")
        if tokens.integer(i) is None or not _document_word(reader, i):
            return None
    elif tokens.before(i, 2) not in _NUMBERED:
        after = tokens.low[i + 1]
        noun = after in reader.lexicon.words("counter") and not tokens.capital(i + 1)
        if noun or tokens.before(i, 2) in _NOT_NUMBERED:
            return None
    if tokens.low[i + 1] in ("/", "-", ":") and tokens.glued(i + 1) and tokens.glued(i + 2):
        return None
    if _measured(reader, i + 1) or tokens.low[i + 1] in ("người", "ca", "trường"):
        return None
    text = tokens.low[i]
    return Found(i, i + 1, "identifier", Identifier(text=text), "vi.identifier.number")


def number_en(reader: Reader, i: int) -> Found | None:
    """Find the number of ``Storm No. 3``, ``Decree No. 117``."""
    tokens = reader.tokens
    if tokens.integer(i) is None:
        return None
    before = tokens.before(i)
    if before == ".":
        before = tokens.before(i, 2)
        if before not in ("no", "nos", "nr"):
            return None
    elif before in _ROADS and tokens.capital(i - 1) and tokens.near(i):
        pass
    elif (before in ("no", "no.") and not tokens.capital(i - 1)) or (
        before not in ("no", "nos", "number", "#") and not _document_word(reader, i)
    ):
        return None
    if before == "number" and tokens.before(i, 2) in ("the", "a", "large", "total"):
        return None
    if tokens.low[i + 1] in ("/", "-") and tokens.glued(i + 1):
        return None
    text = tokens.low[i]
    return Found(i, i + 1, "identifier", Identifier(text=text), "en.identifier.number")


def _document_word(reader: Reader, i: int) -> bool:
    words = reader.lexicon.phrases_of("label.document")
    found = words.ending(reader.tokens, i)
    return found is not None and reader.tokens.capital(found[1])


def skipped(reader: Reader, i: int) -> bool:
    """Say whether the digits at ``i`` are list numbering, a footnote mark or a version."""
    tokens = reader.tokens
    low = tokens.low
    word, after = low[i], low[i + 1]
    if (
        i == 0
        and word.isdigit()
        and len(word) <= 2
        and after in (".", ")", "/")
        and tokens.glued(i + 1)
    ):
        return not tokens.glued(i + 2) and low[i + 2] != ""
    if "24" in (word, low[i - 2]) and "7" in (low[i + 2], word) and "/" in (after, low[i - 1]):
        return True  # open 24/7
    if tokens.before(i) == "[" and after == "]" and word.isdigit() and len(word) <= 2:
        return True
    if tokens.before(i) == "(" and after == ")" and word.isdigit() and len(word) <= 2:
        # a footnote mark touches its word, a list mark stands behind a stop
        return tokens.glued(i - 1) or tokens.before(i, 2) in (
            "",
            *":;,.",
            "and",
            "và",
            "or",
            "hoặc",
        )
    return False


def register(grammar: Grammar) -> None:
    """Put the finders into a grammar, in order."""
    numbered = number_vi if grammar.language == "vi" else number_en
    grammar.finder(IDENTIFIER, [DIGITS])(document)
    grammar.finder(IDENTIFIER, [DIGITS, "+", "("])(phone)
    for finder in (series, numbered, score):
        grammar.finder(IDENTIFIER, [DIGITS])(finder)


register(VI)
register(EN)
