"""Names of people in English text: Vietnamese ones by family name, others by title and given name."""

from __future__ import annotations

from workbench.extract.name.lexicon import common_english, folded_families, given_names
from workbench.extract.name.line import PARTICLES, Line
from workbench.extract.name.tokens import word_set
from workbench.language.syllable import is_syllable
from workbench.language.text import fold

_LONGEST = 5
_FULL = 3
_AMBIGUOUS_FAMILIES = word_set(
    "an le la to do ho ha so mai my long ma van hung song dan chi hong mac tang tong lam quang thang co kim tu ta ban"
)

#: English words that are syllables of names too: Do Muoi, An Phu; some only where a verb follows
_SYLLABLES = word_set("an do loan long man son song thu")
_CUED = word_set("to my can be so")

CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december"
)


def family_end(line: Line, index: int) -> int:
    """Return the end of a Vietnamese full name at a token, or ``index``."""
    if not line.capital(index) or line.shouts:
        return index
    low = fold(line.low(index))
    token = line.tokens[index]
    if low not in folded_families() or (token.upper and len(token.text) > 1):
        return index
    last = index + 1
    while last < line.size and last - index < _LONGEST:
        token = line.tokens[last]
        if not (token.gap == " " and token.capital and is_syllable(token.low)) or (
            token.upper and len(token.text) > 1
        ):
            break
        if _stops(line, last):
            break
        last += 1
    hyphened = last < line.size and line.tokens[last].gap == "-" and line.tokens[last - 1].capital
    if hyphened and last - index >= 1:
        return _hyphened(line, index, last)
    last = _foreign_rest(line, index, last)
    words = last - index
    if words < 2 or (
        words == 2
        and native_start(line, index) == index
        and (
            low in _AMBIGUOUS_FAMILIES or (line.tokens[index].opens and low in line.lexicon.opener)
        )
    ):
        return index
    return last


def native_start(line: Line, index: int) -> int:
    """Return the end of a Vietnamese name that starts like an English word, or ``index``.

    ``Do Muoi visited``, ``An Phu Food``; but not ``An Ha Noi resident`` or ``So Minh left``.
    """
    token = line.tokens[index]
    cued = token.low in _CUED
    if not token.capital or token.upper or not (cued or token.low in _SYLLABLES):
        return index
    if not (token.opens or token.low == "thu") or family_end(line, index + 1) > index + 2:
        return index
    last = index + 1
    while last < line.size and last - index < _LONGEST and line.goes_on_capital(last):
        word = line.tokens[last]
        known = line.end_of(
            last, "place", "body", "not_names", "demonym", "office", "courtesy", "place_tail"
        )
        if known > last or not is_syllable(word.low) or word.upper or word.low in common_english():
            break
        last += 1
    if last == index + 1:
        return index
    acts = line.spaced(last) and line.end_of(last, "act", "speech") > last
    return last if acts or not cued else index


def _foreign_rest(line: Line, index: int, last: int) -> int:
    """Go on over a last part that is no Vietnamese syllable: Dao Phet Aroune."""
    if last - index < 2 or not line.spaced(last) or not line.capital(last) or _stops(line, last):
        return last
    token = line.tokens[last]
    known = (
        line.end_of(last, "place", "body", "body_head", "place_tail", "demonym", "office") > last
    )
    return last if known or token.upper or token.low in common_english() else last + 1


def _hyphened(line: Line, index: int, last: int) -> int:
    """Read Park Hang-seo and Kim Jong-un: the part behind the hyphen may be small."""
    if last - index < 2 or (not is_syllable(line.low(last)) and len(line.low(last)) > 5):
        return index if last - index < 2 else last
    return last + 1


def given_start(line: Line, index: int) -> bool:
    """Say whether a token is a given name of another land."""
    token = line.tokens[index]
    return (
        token.capital
        and not token.upper
        and fold(token.low) in given_names() | {token.low}.intersection(given_names())
    )


def titled_end(line: Line, index: int) -> int:
    """Return the end of the name after a title, or ``index``."""
    if not line.capital(index) or line.shouts:
        return index
    end = family_end(line, index)
    if end > index:
        return end
    return run_end(line, index)


def run_end(line: Line, index: int) -> int:
    """Return the end of capitals that may be one person: initials, particles, hyphens."""
    last = index + 1
    words = 1
    while last < line.size and words < _LONGEST:
        token = line.tokens[last]
        if (
            token.gap == " "
            and token.low in PARTICLES
            and line.joined(last + 1)
            and line.capital(last + 1)
        ):
            last += 2
            words += 1
            continue
        if not line.goes_on(last) or (token.gap == " " and _stops(line, last)):
            break
        if token.gap == ". " and not (
            line.tokens[last - 1].capital and len(line.tokens[last - 1].text) == 1
        ):
            break
        last += 1
        words += 1
    return last


def _stops(line: Line, index: int) -> bool:
    token = line.tokens[index]
    if token.upper and len(token.text) > 2:
        return True
    for last, entry in line.entries(index, "office", "courtesy", "body", "place", "not_names"):
        if entry.category == "place" and entry.role not in {"country", "region"}:
            continue
        if (
            entry.category == "office"
            and last - index == 1
            and line.low(index)
            not in {"chairman", "president", "minister", "secretary", "director"}
        ):
            continue
        if entry.category == "body" and entry.id.startswith("brand."):
            continue
        if entry.category == "not_names" and (
            is_syllable(token.low) or fold(token.low) in given_names()
        ):
            continue
        return True
    return False


#: endings of people and manners in general: Meteorologists said, Simply said
_PLURAL = ("ists", "ers", "ors", "ians", "ly", "ing")
#: endings of common nouns that firms and works are named after
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "ology", "ics", "ware", "wide")


def looks_personal(line: Line, first: int, last: int) -> bool:
    """Say whether unknown capitals are more likely a person than a work or a firm."""
    words = [token.low for token in line.tokens[first:last]]
    if any(word in common_english() or word.endswith(_ABSTRACT) for word in words) or any(
        line.tokens[i].text.isdigit() for i in range(first, last)
    ):
        return False
    if any(line.tokens[i].upper and len(line.tokens[i].text) > 2 for i in range(first, last)):
        return False
    return 2 <= len(words) <= 4 and not line.headline


def short_name(line: Line, index: int) -> bool:
    """Say whether a single capitalised word is a person: known before, or saying something."""
    token = line.tokens[index]
    if (
        token.upper
        or len(token.text) < 2
        or not token.text.isalpha()
        or line.goes_on_capital(index + 1)
    ):
        return False
    low = token.low
    if line.end_of(index, "office", "courtesy") > index and low not in line.lexicon.ambiguous_given:
        return False
    if (token.opens and low.endswith(_PLURAL)) or (
        line.spaced(index) and line.low(index - 1) == "the"
    ):
        return False
    speaks = _next(line, index, "speech")
    acts = speaks or _next(line, index, "act") or _aged(line, index) or _before_said(line, index)
    common = (
        low in line.lexicon.opener
        or low in common_english()
        or line.end_of(index, "not_names") > index
    )
    if line.context.kind(token.text) == "person":
        return not (common and token.opens and not acts)
    if common and not (
        low in line.lexicon.ambiguous_given and (speaks or _aged(line, index)) and not token.opens
    ):
        return False
    if speaks or _aged(line, index) or _before_said(line, index) or _introduced(line, index):
        return True
    native = is_syllable(low)
    if low in line.lexicon.ambiguous_given:
        return bool(acts and native and not token.opens)
    if token.opens:
        return native and acts
    return native and not line.headline


def _next(line: Line, index: int, category: str) -> bool:
    at = index + 1
    if at < line.size and line.tokens[at].gap == "'" and line.low(at) in {"s", "d", "ll"}:
        return False
    return line.spaced(at) and line.end_of(at, category) > at


def _before_said(line: Line, index: int) -> bool:
    """Say whether the word stands behind "said": ``…," said Thang``."""
    return (
        index > 0
        and line.spaced(index)
        and line.low(index - 1) in {"said", "says", "added", "noted", "told", "asked"}
    )


def _introduced(line: Line, index: int) -> bool:
    """Say whether who it is follows after a comma: "Chau, born in 1963"."""
    at = index + 1
    return (
        at < line.size
        and line.tokens[at].gap == ", "
        and line.low(at) in {"born", "who", "aged", "whose"}
    )


def _aged(line: Line, index: int) -> bool:
    at = index + 1
    if (
        at >= line.size
        or line.tokens[at].gap != ", "
        or not line.tokens[at].text.isdigit()
        or len(line.tokens[at].text) > _FULL - 1
    ):
        return False
    return at + 1 >= line.size or line.tokens[at + 1].gap.startswith((",", "."))
