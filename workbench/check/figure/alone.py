"""Figures without a counterpart: which of them are lost or made up, and which may stand alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from workbench.check.base import Link, Pair
from workbench.check.figure.assign import Side, agrees, key_of
from workbench.check.figure.mentions import compare_mentions, value_of
from workbench.check.figure.outline import NUMBER, Outline, plain_number
from workbench.language import Language
from workbench.language.tables import read_table
from workbench.language.text import fold
from workbench.records import Mention
from workbench.values.amounts import is_vague
from workbench.values.calendar import parse_date, parse_point
from workbench.values.types import Amount, Comparison, Date, Identifier, Range, Ratio, Time, plain
from workbench.values.units import dimension_of, is_currency
from workbench.values.wording import show

_OTHER: dict[Language, Language] = {"vi": "en", "en": "vi"}
#: Agreeing links among which an equal value is looked for in every form.
_FEW = 40
#: Letters between an amount and its conversion in brackets.
_ASIDE = 40
#: Up to here a number is so common that it may stand beside any noun again.
_SMALL = 12
_STEM = 4


class Alone:
    """Judge the mentions of one pair that were linked with nothing."""

    def __init__(self, pair: Pair, links: Sequence[Link]) -> None:
        self._texts: dict[Language, Outline] = {
            "vi": Outline(pair.vi, pair.vi_mentions),
            "en": Outline(pair.en, pair.en_mentions),
        }
        self._agreeing = [link for link in links if link.vi and link.en and agrees(link)]
        #: agreeing figures of each side, by where they end
        self._ends: dict[Language, list[tuple[int, Mention]]] = {
            "vi": sorted(((x.vi.end, x.vi) for x in self._agreeing if x.vi), key=itemgetter(0)),
            "en": sorted(((x.en.end, x.en) for x in self._agreeing if x.en), key=itemgetter(0)),
        }
        #: agreeing links by the value of either side
        self._said: dict[object, Link] = {}
        for link in self._agreeing:
            for mention in (link.vi, link.en):
                if mention is not None:
                    self._said.setdefault(key_of(value_of(mention)), link)

    def judge(self, mention: Mention, language: Language) -> Link | None:
        """Return a link for a lone mention: lost, made up, said twice; None where it may stand."""
        again = self._repeated(mention, language)
        if again is not None:
            return again
        if self._may_stand(mention, language):
            return None
        if language == "vi":
            return Link(vi=mention, en=None, comparison=_missing(mention))
        return Link(vi=None, en=mention, comparison=_added(mention))

    def _repeated(self, mention: Mention, language: Language) -> Link | None:
        """Find the value among those that the other side does say."""
        said = self._said.get(key_of(value_of(mention)))
        candidates = [said] if said else self._agreeing if len(self._agreeing) <= _FEW else []
        for link in candidates:
            vi, en = (mention, link.en) if language == "vi" else (link.vi, mention)
            if (
                vi
                and en
                and compare_mentions(vi, en).verdict == "equal"
                and not _other_noun(mention, link.vi if language == "vi" else link.en)
            ):
                comparison = Comparison(
                    verdict="equal",
                    aspect="repeated",
                    explanation=f"{mention.surface} stands twice here and once there",
                )
                return Link(vi=vi, en=en, comparison=comparison)
        return None

    def _may_stand(self, mention: Mention, language: Language) -> bool:
        other = self._texts[_OTHER[language]]
        return (
            _is_slight(mention)
            or _is_hinted(mention, other, _OTHER[language])
            or _is_year_said(mention, other)
            or _stands_unread(mention, other)
            or self._is_converted(mention, language)
            or self._is_dated(mention, language)
        )

    def _is_dated(self, mention: Mention, language: Language) -> bool:
        """Say whether a duration repeats the dates beside it: hai ngày 11-12/11."""
        value = mention.value
        if mention.kind != "duration" or not isinstance(value, Amount) or value.unit is None:
            return False
        figures = self._texts[language].figures
        for index, beside in enumerate(figures):
            if isinstance(beside.value, Date) and 0 <= beside.start - mention.end <= _NEXT:
                whole = _length(beside.value, value.unit) == value.amount
                return whole or self._days_from(figures, index, language) == value.amount
        return False

    def _days_from(self, figures: Sequence[Mention], index: int, language: Language) -> int:
        """Count the dates of a list that begins at an index: 5 và 6/11."""
        text, count = self._texts[language].text, 1
        for one, other in pairwise(figures[index : index + _LIST]):
            between = text[one.end : other.start].strip()
            if between not in _JOINTS or not isinstance(other.value, Date):
                break
            count += 1
        return count

    def _is_converted(self, mention: Mention, language: Language) -> bool:
        """Say whether an amount repeats its neighbour in another unit: 42 km (26 miles)."""
        value = value_of(mention)
        if not isinstance(value, Amount | Range) or value.unit is None:
            return False
        text = self._texts[language].text
        ends = self._ends[language]
        for _, beside in ends[bisect_left(ends, mention.start - _ASIDE, key=itemgetter(0)) :]:
            if beside.end > mention.start:
                break
            given = value_of(beside)
            if (
                _is_aside(text, beside, mention)
                and isinstance(given, Amount | Range)
                and _same_sort(given.unit, value.unit)
            ):
                return True
        return False


_NEXT = 3
#: What stands between the days of a list, and how many are looked at.
_JOINTS = frozenset({",", "và", "and", "&", ", và"})
_LIST = 8


def _length(date: Date, unit: str) -> int | None:
    """Return how many days or years a span of dates has, both ends counted, within a month."""
    points = parse_date(date.date)
    if len(points) != 2:  # noqa: PLR2004 - a span
        return None
    first, last = points
    if unit == "day" and first.get("month") == last.get("month") and "day" in first:
        return last.get("day", 0) - first["day"] + 1
    if unit == "year" and set(first) == set(last) == {"year"}:
        return last["year"] - first["year"] + 1
    if unit == "month" and "month" in first and "month" in last and "day" not in first:
        return last["month"] - first["month"] + 1
    return None


def set_aside(pair: Pair, vi: Side, en: Side) -> None:
    """Take out figures whose own words or digits stand unread in the other text."""
    if not vi.open or not en.open:
        return
    texts: tuple[tuple[Side, Outline, Language], ...] = (
        (vi, Outline(pair.en, pair.en_mentions), "en"),
        (en, Outline(pair.vi, pair.vi_mentions), "vi"),
    )
    for side, other, language in texts:
        unread = [m for m in side.open if _has_own_word(m, other, language)]
        side.take(unread)


def _has_own_word(mention: Mention, other: Outline, language: Language) -> bool:
    number = _number_of(mention) or ""
    words = (_words(language, "word").get(number), _patterns(language).get(number))
    return any(
        not other.covers(match.start())
        for word in words
        if word is not None
        for match in word.finditer(other.text)
    )


def _other_noun(mention: Mention, said: Mention | None) -> bool:
    """Say whether a number of some size counts another thing than where it stands before."""
    one = mention.value
    other = said.value if said else None
    if not isinstance(one, Amount) or not isinstance(other, Amount) or one.amount <= _SMALL:
        return False
    if not one.noun or not other.noun or mention.kind != "count":
        return False
    return one.noun.split()[-1][:_STEM].lower() != other.noun.split()[-1][:_STEM].lower()


def _is_hinted(mention: Mention, other: Outline, language: Language) -> bool:
    """Say whether the other text says the number in a word that was not read as a number."""
    number = _number_of(mention)
    if number is None:
        return False
    hint = _words(language, "hint").get(number)
    return bool(hint and hint.search(other.text)) or _has_own_word(mention, other, language)


def _is_year_said(mention: Mention, other: Outline) -> bool:
    """Say whether a lone year is part of a date that the other side gives."""
    if not isinstance(mention.value, Date):
        return False
    points = parse_date(mention.value.date)
    if not all(set(point) == {"year"} for point in points):
        return False
    return {point["year"] for point in points} <= other.years


def _stands_unread(mention: Mention, other: Outline) -> bool:
    """Say whether the other text has these very digits, outside of every figure read there."""
    numbers = {plain_number(number) for number in NUMBER.findall(mention.surface)}
    if not numbers:
        return _is_name(mention.surface, other)
    if isinstance(mention.value, Identifier):
        return fold(mention.surface) in fold(other.text)
    return numbers <= other.digits_outside


def _is_name(surface: str, other: Outline) -> bool:
    """Say whether a capital word stands in the other text as it is: Jan, 7-Eleven, Take Five."""
    if not surface[0].isupper():
        return False
    word = re.compile(rf"(?<!\w){re.escape(surface)}(?!\w)")
    return any(not other.covers(match.start()) for match in word.finditer(other.text))


def _number_of(mention: Mention) -> str | None:
    """Return the key of a figure in the table of hints."""
    value = mention.value
    if isinstance(value, Amount):
        return plain(value.amount)
    if isinstance(value, Ratio):
        return f"{plain(value.numerator)}/{plain(value.denominator)}"
    if isinstance(value, Identifier):
        return value.text if value.text.isdigit() else None
    if isinstance(value, Date):
        return value.date
    return value.time if isinstance(value, Time) else None


def _is_slight(mention: Mention) -> bool:
    """Say whether a figure may come and go: a lone one, a weekday, a first, a vague plural."""
    value = mention.value
    if isinstance(value, Amount):
        return value.amount == 1 or is_vague(value)
    if isinstance(value, Identifier):
        return value.text == "1"
    return isinstance(value, Date) and "weekday" in parse_point(value.date)


def _is_aside(text: str, beside: Mention, mention: Mention) -> bool:
    between = text[beside.end : mention.start] if beside.end <= mention.start else None
    return between is not None and len(between) <= _ASIDE and "(" in between and ")" not in between


def _same_sort(one: str | None, other: str | None) -> bool:
    if one == other:
        return False
    if is_currency(one) and is_currency(other):
        return True
    return dimension_of(one) is not None and dimension_of(one) == dimension_of(other)


@lru_cache(maxsize=2)
def _patterns(language: Language) -> dict[str, re.Pattern[str]]:
    rows = read_table("number_hints.toml")[language]["pattern"]
    return {number: re.compile(pattern, re.IGNORECASE) for number, pattern in rows.items()}


@lru_cache(maxsize=4)
def _words(language: Language, sort: str) -> dict[str, re.Pattern[str]]:
    """Return the words of each number, of the sort ``hint`` or ``word``."""
    return {
        number: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
        for number, words in read_table("number_hints.toml")[language][sort].items()
    }


def _missing(mention: Mention) -> Comparison:
    return Comparison(verdict="missing", explanation=f"the English says nothing of {_say(mention)}")


def _added(mention: Mention) -> Comparison:
    return Comparison(
        verdict="added", explanation=f"the Vietnamese says nothing of {_say(mention)}"
    )


def _say(mention: Mention) -> str:
    """Name a figure by its surface, with the number where that is a word: nhì (2)."""
    value = mention.value
    if isinstance(value, Amount) and not any(c.isdigit() for c in mention.surface):
        return f"{mention.surface} ({show(value.amount, value.unit)})"
    return mention.surface
