"""The page on units and values (``docs/units.md``), written from the language tables."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.extract.figure.lexicon import lexicon
from workbench.language.units import units

_INTRODUCTION = """\
# Units and the values of figures

What stands in `value` of a figure, beyond the [conventions](conventions.md). The tables are those of
`workbench/language/`: `make docs` writes this page from them.

## How kinds carry their values

| kind | notes |
|---|---|
| count | the span is the numeral alone; the counted noun stands verbatim in `noun`. Multiples (*gấp đôi*, *tripled*, *3 lần*) have the unit `times` |
| vague counts | *hàng chục*, *dozens*, *several hundred*: the order of size, comparator `approx` (dozens count as 10, like *hàng chục*) |
| percent | the number as written; percentage and basis points have the unit `pp`, ‰ the unit `‰`; ranges of percents the unit `%` |
| money | ISO 4217; a bare *hai tỷ rưỡi* after a price word is money without a unit |
| duration | the unit as written; *2 giờ 30 phút* is 150 `minute`; decades, centuries and fortnights are 10 `year`, 100 `year`, 2 `week`; ages are durations too |
| range | both ends share unit and scale word: *1-3 triệu đồng* |
| date | ISO 8601 with the text's precision: `2022-08-05`, `--08-05`, `2022-08`, `--08`, `---26`, `2025-Q3`, `--Q3`; spans `start/end` |
| parts of years | *6 tháng đầu năm 2022* is `2022-01/2022-06`, without a year `--01/--06` |
| decades, centuries | spans: the 1990s is `1990/1999`, the 1700s `1700/1799`, the 21st century `2001/2100` |
| weekdays | the truncated form of ISO 8601: `-W-1` is Monday, *thứ Hai*; `-W-7` is Sunday, *Chủ nhật* |
| time | `HH:MM` on 24 hours; *8 giờ 30 đến 21 giờ* is `08:30/21:00` |
| fraction, ratio | not reduced; parts of at most ten, and of a hundred, are fractions, other pairs ratios |
| identifier | document and phone numbers as written; scores with a plain hyphen (`3-1`); the number alone of *bão số 3*, *Decree No. 117* |
| ordinal | the number; labels too (*lớp 10*, *Article 5*, *khóa XVII*) |

A second reading stands in `other`: English `24.396` may be a Vietnamese 24,396 left as it was, Vietnamese
`118,000` is 118,000 and only seldom 118, an English `5/8/2022` may be 8 May.

## Units

`factor` is the worth in the dimension's base unit; units without one compare only with themselves.

| code | dimension | factor | Vietnamese | English |
|---|---|---|---|---|"""
_CURRENCIES = """
## Currencies

| code | Vietnamese | English |
|---|---|---|"""


def units_page() -> str:
    """Return the page: how kinds carry their values, every unit, every currency."""
    vi, en = lexicon("vi"), lexicon("en")
    lines = [_INTRODUCTION]
    words = [table.units.by_meaning() for table in (vi, en)]
    for unit in units().values():
        factor = "" if unit.factor is None else f"{unit.factor:f}"
        cells = " | ".join(_cell(table.get(unit.code, ())) for table in words)
        lines.append(f"| `{unit.code}` | {unit.dimension} | {factor} | {cells} |")
    lines.append(_CURRENCIES)
    money = [
        _merged(table.currency_before.by_meaning(), table.currency_after.by_meaning())
        for table in (vi, en)
    ]
    lines += [
        f"| `{code}` | " + " | ".join(_cell(table.get(code, ())) for table in money) + " |"
        for code in sorted(money[0].keys() | money[1].keys())
    ]
    return "\n".join(lines) + "\n"


def _merged(one: dict[str, list[str]], two: dict[str, list[str]]) -> dict[str, list[str]]:
    return {
        code: list(dict.fromkeys([*one.get(code, ()), *two.get(code, ())]))
        for code in one.keys() | two.keys()
    }


def _cell(words: Iterable[str]) -> str:
    return ", ".join(word.replace("|", "\\|") for word in words)
