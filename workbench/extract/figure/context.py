"""What stands around a numeral: comparators, counted nouns, letters that make it part of a name."""

from __future__ import annotations

from workbench.extract.figure.grammar import Reader
from workbench.values.types import Comparator

#: words between a comparator and its figure: at least *a* 15-percent share
_BETWEEN = frozenset(
    ("a", "an", "the", "another", "additional", "extra", "là", "có", "được", "thêm", "cả")
)
#: hand over 1.2 trillion: the word belongs to the verb
_PHRASAL = frozenset(
    "hand hands handed handing take takes took taken taking turn turned turning carry carried spread "
    "sign signed hands pay paid repay repaid repayable stretched phased".split()
)
_NOUN_LIMIT = 7


def part_of_name(reader: Reader, i: int) -> bool:
    """Say whether the numeral at ``i`` belongs to a name or code: Covid-19, VN54, U-2, 5G."""
    tokens = reader.tokens
    if i < 1 or not tokens.near(i):
        return False
    before = tokens.low[i - 1]
    if before == "covid":
        return True
    if not tokens.glued(i):
        # "Covid- 19": a blank that a crawl put behind the hyphen
        split = (
            before in "-‑" and tokens.glued(i - 1) and tokens.starts[i] - tokens.ends[i - 1] == 1
        )
        return split and tokens.low[i - 2][-1:].isalpha() and tokens.capital(i - 2)
    if before.isalpha() or before == "_":
        return reader.lexicon.currency_before.ending(tokens, i) is None
    if before in "-‑–/." and i >= 2 and tokens.glued(i - 1):
        word = tokens.low[i - 2]
        if before == "-" and word in (
            "mid",
            "pre",
            "post",
            "giữa",
            "hậu",
            "tiền",
            "to",
            "magnitude",
        ):
            return False
        return word[-1:].isalpha()
    return False


def comparator_before(reader: Reader, i: int) -> Comparator:
    """Return the comparator whose words end right before token ``i``."""
    tokens, table = reader.tokens, reader.lexicon
    for skip in range(3):
        if skip and tokens.before(i, skip) not in _BETWEEN:
            break
        found = table.comparator_before.ending(tokens, i - skip)
        if found is None:
            continue
        meaning, start = found
        if start < reader.taken:
            return "eq"
        if tokens.low[start] == "hơn" and _by_difference(reader, start):
            return "eq"
        if (
            meaning == "le"
            and tokens.low[i - skip - 1] in ("tới", "đến")
            and _arrives(reader, start, i)
        ):
            return "eq"
        if tokens.low[start] == "over" and tokens.before(start) in _PHRASAL:
            return "eq"
        if tokens.low[start] in ("trên", "dưới") and _on_top(reader, start, i):
            return "eq"
        return meaning  # type: ignore[return-value]
    return "eq"


def _by_difference(reader: Reader, start: int) -> bool:
    """Say whether ``hơn`` belongs to an adjective: cao hơn 5%; kéo dài hơn hai ngày is a bound."""
    tokens = reader.tokens
    before = tokens.before(start)
    if before == "dài" and tokens.before(start, 2) == "kéo":
        return False
    return before in reader.lexicon.words("comparator.not-after")


def _arrives(reader: Reader, start: int, i: int) -> bool:
    """Tell the end of a change or a range (nâng tổng số lên tới 331) from *up to*."""
    tokens = reader.tokens
    before = {tokens.before(start, back) for back in range(1, 13)}
    if before & {"nâng", "tổng", "từ"}:
        return True
    small = len(tokens.low[i]) < 2 or not tokens.number(i)
    return tokens.low[start] == "tới" and small and start == i - 1


def _on_top(reader: Reader, start: int, i: int) -> bool:
    """Tell ``trên 2 mặt trận`` and ``thứ 90 trên 107``, a place, from ``trên 2 triệu``, a bound."""
    tokens = reader.tokens
    if start and tokens.number(start - 1):
        return True  # thứ 90 trên 107, 191 trên 465 ghế
    places = reader.lexicon.words("place-noun")
    return tokens.low[i + 1] in places and not reader.lexicon.scale_follows(tokens, i + 1)


def comparator_after(reader: Reader, i: int) -> Comparator | None:
    """Return the comparator whose words begin at token ``i``: *or more*, *trở lên*."""
    found = reader.lexicon.comparator_after.at(reader.tokens, i)
    if found is None or reader.tokens.low[found[1]] == "than":
        return None  # 41 grandchildren and more than 60 others
    return found[0]  # type: ignore[return-value]


def noun_after(reader: Reader, i: int) -> str | None:
    """Return the counted noun that begins at token ``i``, verbatim."""
    tokens = reader.tokens
    start = i
    stops = reader.lexicon.words("noun-stop")
    if reader.language == "en":
        start, end = _english_noun(reader, i, stops)
    else:
        end = _vietnamese_noun(reader, i, stops)
    if end == start:
        return None
    return tokens.text[tokens.starts[start] : tokens.ends[end - 1]]


def _is_word(reader: Reader, j: int) -> bool:
    return reader.tokens.low[j][:1].isalpha() and reader.tokens.near(j)


def _vietnamese_noun(reader: Reader, i: int, stops: frozenset[str]) -> int:
    """Return the index after a Vietnamese noun: up to a verb, a sign, or a name after it."""
    tokens = reader.tokens
    if tokens.low[i] in reader.lexicon.words("short-noun"):
        return i + 1
    j = i
    while j < i + _NOUN_LIMIT and _is_word(reader, j):
        if tokens.low[j] in stops and not tokens.capital(j):
            break
        inside = j > i + 1 and not tokens.capital(j - 1)
        if inside and tokens.capital(j):
            break
        j += 1
    return j


def _english_noun(reader: Reader, i: int, stops: frozenset[str]) -> tuple[int, int]:
    """Return the span of an English noun phrase: it ends with the first plural."""
    tokens, table = reader.tokens, reader.lexicon
    start = i
    while tokens.low[start] in table.words("noun-skip") and start < i + 2:
        start += 1
    plurals = table.words("plural-noun")
    j = start
    while j < start + _NOUN_LIMIT and _is_word(reader, j) and tokens.low[j] not in stops:
        word = tokens.low[j]
        j += 1
        if word in plurals or _plural(word):
            if _plural(tokens.low[j]) and tokens.near(j) and tokens.low[j] not in stops:
                continue  # grassroots unions
            # union members *and workers*: a second plural counted by the same figure
            more = tokens.low[j] == "and" and _plural(tokens.low[j + 1])
            return start, j + 2 if more else j
    return start, j


def _plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def capitalised_name(reader: Reader, i: int) -> bool:
    """Say whether the number word at ``i`` is part of a name: Ba Đình, ông Năm, Four Seasons."""
    tokens = reader.tokens
    if not tokens.capital(i):
        return False
    if (
        tokens.words[i].isupper()
        and len(tokens.words[i]) > 1
        and tokens.words[i - 1 if i else i + 1].isupper()
    ):
        return False  # a headline in capitals
    if not tokens.opens(i):
        return True
    if not tokens.capital(i + 1):
        return False
    if reader.language == "vi":
        return tokens.low[i + 1] not in reader.lexicon.words("counter")
    if i == 0 and _plural(tokens.low[1]) and tokens.low[1] != "seasons":
        return False  # a headline: Ten Tips On …
    return not any(_plural(tokens.low[j]) and not tokens.capital(j) for j in range(i + 1, i + 5))
