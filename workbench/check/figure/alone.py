"""Figures without a counterpart: which of them are lost or made up, and which may stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from workbench.check.base import Link, Pair
from workbench.check.figure.assign import agrees
from workbench.check.figure.mentions import compare_mentions, value_of
from workbench.language import Language
from workbench.language.tables import read_table
from workbench.language.text import fold
from workbench.records import Mention
from workbench.values.amounts import is_vague
from workbench.values.calendar import parse_date, parse_point
from workbench.values.types import Amount, Comparison, Date, Identifier, Ratio, Time, plain
from workbench.values.units import dimension_of, is_currency

_OTHER: dict[Language, Language] = {"vi": "en", "en": "vi"}
_DIGITS = re.compile(r"\d+")


@dataclass
class Alone:
    """Judge the mentions of one pair that were linked with nothing."""

    pair: Pair
    links: Sequence[Link]
    _outside: dict[Language, frozenset[str]] = field(default_factory=dict)

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
        for link in self.links:
            vi, en = (mention, link.en) if language == "vi" else (link.vi, mention)
            if vi is None or en is None or not agrees(link):
                continue
            if compare_mentions(vi, en).verdict == "equal":
                comparison = Comparison(
                    verdict="equal", aspect="repeated",
                    explanation=f"{mention.surface} stands twice here and once there",
                )  # fmt: skip
                return Link(vi=vi, en=en, comparison=comparison)
        return None

    def _may_stand(self, mention: Mention, language: Language) -> bool:
        return (
            _is_slight(mention)
            or self._is_hinted(mention, language)
            or self._is_year_said(mention, language)
            or self._stands_unread(mention, language)
            or self._is_converted(mention, language)
        )

    def _is_hinted(self, mention: Mention, language: Language) -> bool:
        """Say whether the other text says the number in a word that was not read as a number."""
        number = _number_of(mention)
        if number is None:
            return False
        other = _OTHER[language]
        text = self.pair.text(other)
        hint, word = (_words(other, sort).get(number) for sort in ("hint", "word"))
        if hint and hint.search(text):
            return True
        return bool(
            word
            and any(
                not _covered(match.start(), self._spans(other)) for match in word.finditer(text)
            )
        )

    def _is_year_said(self, mention: Mention, language: Language) -> bool:
        """Say whether a lone year is part of a date that the other side gives."""
        if not isinstance(mention.value, Date):
            return False
        points = parse_date(mention.value.date)
        if not all(set(point) == {"year"} for point in points):
            return False
        said = {
            point.get("year")
            for other in self._mentions(_OTHER[language])
            if isinstance(other.value, Date)
            for point in parse_date(other.value.date)
        }
        return {point["year"] for point in points} <= said

    def _mentions(self, language: Language) -> Sequence[Mention]:
        mentions = self.pair.vi_mentions if language == "vi" else self.pair.en_mentions
        return [m for m in mentions if m.dimension == "figure"]

    def _spans(self, language: Language) -> Sequence[tuple[int, int]]:
        return [(m.start, m.end) for m in self._mentions(language)]

    def _stands_unread(self, mention: Mention, language: Language) -> bool:
        """Say whether the other text has these very digits, outside of every figure read there."""
        runs = _DIGITS.findall(mention.surface)
        if not runs:
            return False
        other = _OTHER[language]
        if other not in self._outside:
            spans = self._spans(other)
            self._outside[other] = frozenset(
                match[0]
                for match in _DIGITS.finditer(self.pair.text(other))
                if not _covered(match.start(), spans)
            )
        if isinstance(mention.value, Identifier):
            return fold(mention.surface) in fold(self.pair.text(other))
        return mention.surface in self._outside[other] or set(runs) <= self._outside[other]

    def _is_converted(self, mention: Mention, language: Language) -> bool:
        """Say whether an amount repeats its neighbour in another unit: 42 km (26 miles)."""
        value = value_of(mention)
        if not isinstance(value, Amount) or value.unit is None:
            return False
        text = self.pair.text(language)
        for link in self.links:
            beside = link.vi if language == "vi" else link.en
            if beside is None or not agrees(link) or not _is_aside(text, beside, mention):
                continue
            given = value_of(beside)
            if isinstance(given, Amount) and _same_sort(given.unit, value.unit):
                return True
        return False


def _number_of(mention: Mention) -> str | None:
    """Return the key of a figure in the table of hints."""
    value = mention.value
    if isinstance(value, Amount):
        return plain(value.amount)
    if isinstance(value, Ratio):
        return f"{plain(value.numerator)}/{plain(value.denominator)}"
    return value.time if isinstance(value, Time) else None


def _is_slight(mention: Mention) -> bool:
    """Say whether a figure may come and go: a lone one, a weekday, a first, a vague plural."""
    value = mention.value
    if isinstance(value, Amount):
        return value.amount == 1 or is_vague(value)
    return isinstance(value, Date) and "weekday" in parse_point(value.date)


def _is_aside(text: str, beside: Mention, mention: Mention) -> bool:
    between = text[beside.end : mention.start] if beside.end <= mention.start else None
    return between is not None and len(between) <= 40 and "(" in between and ")" not in between  # noqa: PLR2004


def _same_sort(one: str | None, other: str | None) -> bool:
    if one == other:
        return False
    if is_currency(one) and is_currency(other):
        return True
    return dimension_of(one) is not None and dimension_of(one) == dimension_of(other)


@lru_cache(maxsize=4)
def _words(language: Language, sort: str) -> dict[str, re.Pattern[str]]:
    """Return the words of each number, of the sort ``hint`` or ``word``."""
    return {
        number: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
        for number, words in read_table("number_hints.toml")[language][sort].items()
    }


def _covered(position: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _missing(mention: Mention) -> Comparison:
    return Comparison(
        verdict="missing", explanation=f"the English says nothing of {mention.surface}"
    )


def _added(mention: Mention) -> Comparison:
    return Comparison(
        verdict="added", explanation=f"the Vietnamese says nothing of {mention.surface}"
    )
