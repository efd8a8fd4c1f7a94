"""Places and bodies by both their names: countries from CLDR, the rest from our own rows.

Every row keeps all the forms that are read in each language; the first is the one to write.
"""

from __future__ import annotations

from functools import cache

import msgspec

from workbench.language import Language
from workbench.language.tables import read_table


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A country, province, city, region, sea or landmark."""

    #: ISO 3166 for countries and provinces of Viet Nam, else our own
    id: str
    kind: str
    vi: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    #: English words for its people and things: Japanese, Dutch, Briton
    adjectives: tuple[str, ...] = ()
    #: id of the province that took it over on 1 July 2025
    merged_into: str | None = None
    source: str

    def forms(self, language: Language) -> tuple[str, ...]:
        """Return the forms that are read in a language."""
        return self.vi if language == "vi" else self.en


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation."""

    id: str
    vi: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    #: acronyms that Vietnamese and English texts use
    vi_short: tuple[str, ...] = ()
    en_short: tuple[str, ...] = ()
    source: str

    def forms(self, language: Language) -> tuple[str, ...]:
        """Return names and acronyms that are read in a language."""
        return self.vi + self.vi_short if language == "vi" else self.en + self.en_short


class Acronym(msgspec.Struct, frozen=True, kw_only=True):
    """A Vietnamese acronym that is part of names, written out."""

    short: str
    long: str
    en: tuple[str, ...] = ()
    #: ``head`` opens a body's name, ``topic`` goes on with it, ``place`` and ``body`` stand alone,
    #: ``group`` names nothing
    role: str
    source: str


@cache
def _cldr() -> dict[str, tuple[str, str]]:
    from babel import Locale

    vi, en = Locale("vi").territories, Locale("en").territories
    codes = [str(code) for code in vi if code in en]
    return {code: (vi[code], en[code]) for code in codes if code.isalpha()}


#: codes of CLDR that name no country, or none that news writes about under CLDR's name
_NOT_COUNTRIES = frozenset(
    (
        "AC",
        "CP",
        "CQ",
        "DG",
        "EA",
        "EU",
        "EZ",
        "HM",
        "IC",
        "QO",
        "TA",
        "UM",
        "UN",
        "XA",
        "XB",
        "ZZ",
        "BV",
        "TF",
    )
)


@cache
def places() -> tuple[Place, ...]:
    """Return all places: countries of CLDR with our forms first, then our own tables."""
    own = [
        place
        for table in ("countries", "vietnam", "regions", "cities")
        for place in msgspec.convert(read_table(f"{table}.toml")["place"], list[Place])
    ]
    names = {code: pair for code, pair in _cldr().items() if code not in _NOT_COUNTRIES}
    merged = [_with_cldr(place, names.pop(place.id, None)) for place in own]
    rest = [
        Place(id=code, kind="country", vi=(vi,), en=_plain(en), source="CLDR")
        for code, (vi, en) in names.items()
    ]
    return tuple(merged + rest)


def _with_cldr(place: Place, names: tuple[str, str] | None) -> Place:
    if names is None:
        return place
    vi, en = names
    return msgspec.structs.replace(
        place,
        vi=_merge((vi,), place.vi),
        en=_merge(_plain(en), place.en),
        source="CLDR; own",
    )


def _plain(name: str) -> tuple[str, ...]:
    """Give the English name also with ``and`` for ``&``, and drop glosses in brackets."""
    name = name.partition(" (")[0].removesuffix(" SAR China")
    return (name, name.replace("&", "and")) if "&" in name else (name,)


def _merge(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(form for form in first if "(" not in form and "Hành chính" not in form)
    return tuple(dict.fromkeys(kept + second))


@cache
def bodies() -> tuple[Body, ...]:
    """Return the organisations known by name."""
    return tuple(msgspec.convert(read_table("bodies.toml")["body"], list[Body]))


@cache
def acronyms() -> dict[str, Acronym]:
    """Return Vietnamese acronyms by their letters: LĐLĐ, UBND, TANDTC."""
    rows = msgspec.convert(read_table("vi/acronyms.toml")["acronym"], list[Acronym])
    return {row.short: row for row in rows}


@cache
def demonyms() -> dict[str, tuple[Place, ...]]:
    """Return the places that an English adjective or name of a people stands for."""
    found: dict[str, tuple[Place, ...]] = {}
    for place in places():
        for word in place.adjectives:
            found[word] = (*found.get(word, ()), place)
    return found
