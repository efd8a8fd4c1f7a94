"""Figures of Vietnamese and English texts: found, typed and read by value."""

from __future__ import annotations

from workbench.extract.figure import (
    dates_en,
    dates_vi,
    english,
    fractions,
    fractions_en,
    identifiers,
    ordinals_en,
    ordinals_vi,
    times,
    vietnamese,
    years_en,
    years_vi,
)
from workbench.extract.figure.grammar import EN, VI, Grammar, Rule
from workbench.language import Language
from workbench.records import Mention

_GRAMMARS: dict[Language, Grammar] = {"vi": VI, "en": EN}
#: the modules whose rules make up the grammars
_MODULES = (
    identifiers, dates_vi, dates_en, years_vi, years_en, times, ordinals_vi, ordinals_en,
    fractions, fractions_en, vietnamese, english,
)  # fmt: skip


def find_figures(text: str, language: Language, *, published: str | None = None) -> list[Mention]:
    """Find the figures of a text, in order and without overlaps.

    ``published`` is the article's ISO 8601 date; with it dates without a year get ``resolved``.
    Offsets are code points of ``text``, which should be NFC: ``text[start:end] == surface``.
    """
    return _GRAMMARS[language].read(text, published=published)


def rules(language: Language) -> tuple[Rule, ...]:
    """Return the grammar's rules with their examples."""
    return tuple(_GRAMMARS[language].rules.values())


__all__ = ["find_figures", "rules"]
