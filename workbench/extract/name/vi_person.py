"""Names of people in Vietnamese: after a title, by a family name, or as foreign names are written."""

from __future__ import annotations

from workbench.extract.name.lexicon import families, folded_families, given_names
from workbench.extract.name.line import PARTICLES, Line
from workbench.extract.name.tokens import word_set
from workbench.language.syllable import is_syllable
from workbench.language.text import fold

_LONGEST_VIETNAMESE = 5
_LONGEST_FOREIGN = 6
_FULL = 3


def person_end(line: Line, index: int, *, titled: bool) -> int:
    """Return the end of the person's name that starts at a token, or ``index`` where none does."""
    if not line.capital(index) or line.shouts:
        return index
    end = _run(line, index)
    if titled:
        return end
    words = end - index
    if words < 2:
        return index
    if _full_name(line, index, end):
        return end
    if not is_syllable(line.low(index)) and fold(line.low(index)) in given_names():
        return end
    return index


def _full_name(line: Line, index: int, end: int) -> bool:
    low = line.low(index)
    marked = low in families()
    bare = fold(low) == low and low in folded_families()
    if not marked and not (bare and line.ascii(index, end)):
        return False
    words = end - index
    hyphened = any(line.tokens[at].gap == "-" for at in range(index + 1, end))
    if hyphened:
        return words >= 2
    if not line.syllables(index, end):
        # Kim Ki Chul, Lee Jae Myung: a family name that several peoples share
        return words >= _FULL and low in _SHARED
    if words == 2 and (not marked or not _supported(line, index, end)):
        return False
    return words <= _LONGEST_VIETNAMESE


def _supported(line: Line, index: int, end: int) -> bool:
    """Say whether what stands around two syllables speaks for a person: a verb, a comma, the end."""
    if line.before(index, "place_cue", "place_type", "topic"):
        return False
    return (
        not line.spaced(end)
        or line.end_of(end, "speech", "act") > end
        or line.low(end) in {"và", "với"}
    )


_DIRECTIONS = word_set("bắc nam đông tây trung")
_SHARED = word_set("kim lee park choi moon chu cho han lim jung yoon song shin ha ma mai")


def _run(line: Line, index: int) -> int:
    """Return the end of the capitals that may belong to one person."""
    last = index + 1
    # "Donald J. Trump": initials do not count
    count = 1
    while last < line.size and count < _LONGEST_FOREIGN:
        token = line.tokens[last]
        if not line.goes_on(last):
            if not _particle(line, last):
                break
            last += 2
            count += 1
            continue
        if token.gap == " " and _stops(line, index, last):
            break
        last += 1
        count += token.gap == " "
    if (
        count > _LONGEST_VIETNAMESE
        and line.syllables(index, last)
        and line.low(index) in families()
    ):
        last = index + _LONGEST_VIETNAMESE
    return last


def _particle(line: Line, index: int) -> bool:
    """Say whether a small word stands between two parts of a foreign name: Osama bin Laden."""
    return (
        line.tokens[index].gap == " "
        and line.low(index) in PARTICLES
        and index + 1 < line.size
        and line.capital(index + 1)
        and line.tokens[index + 1].gap in {" ", "-"}
    )


def _stops(line: Line, first: int, index: int) -> bool:
    """Say whether another name or an office starts at a token of the run."""
    token = line.tokens[index]
    if token.upper and not line.tokens[first].upper and len(token.text) > 1:
        return True
    for last, entry in line.entries(index, "office", "courtesy", "body_head", "not_a_name", "body"):
        if last - index > 1 and not entry.id.startswith("brand."):
            # offices have one capital, names have all: Chủ tịch, but Đinh Công Sứ
            if line.capital(index + 1) and index - first < _FULL and line.low(first) in families():
                continue
            return True
    return any(
        last - index > 1 and entry.role in {"country", "region"}
        for last, entry in line.entries(index, "place")
    )


def is_person(line: Line, index: int, least: int = 0) -> bool:
    """Say whether a Vietnamese full name of three syllables or more starts here, beyond ``least``."""
    if line.low(index) not in families():
        return False
    last = index
    while last < line.size and last - index < _FULL and (last == index or line.spaced(last)):
        if not line.capital(last) or not is_syllable(line.low(last)):
            break
        last += 1
    return last - index >= _FULL and last > least


def short_name(line: Line, index: int) -> bool:
    """Say whether a single capitalised word is a person: known before, or saying something."""
    token = line.tokens[index]
    if line.spaced(index + 1) and line.capital(index + 1):
        return False
    if token.upper or len(token.text) < 2:
        return False
    known = line.context.kind(token.text) == "person"
    if known and not (
        token.opens and token.low in line.lexicon.opener and not _speaks(line, index)
    ):
        return True
    if line.end_of(index, "body_head", "topic", "place_type", "not_a_name") > index:
        return False
    if token.low in _DIRECTIONS:
        return False
    if _aged(line, index):
        return True
    if token.text.isascii() and token.low in given_names() and token.low not in families():
        # Tom, Ken: foreign names that look like syllables
        return not token.opens or _speaks(line, index) or _acts(line, index)
    if token.low in line.lexicon.opener:
        return not token.opens and _speaks(line, index)
    if _speaks(line, index):
        return True
    return not token.opens and is_syllable(token.low) and _acts(line, index)


def _speaks(line: Line, index: int) -> bool:
    return line.spaced(index + 1) and line.end_of(index + 1, "speech") > index + 1


def _acts(line: Line, index: int) -> bool:
    return line.spaced(index + 1) and line.end_of(index + 1, "act") > index + 1


def _aged(line: Line, index: int) -> bool:
    """Say whether an age follows: "Chung, 53 tuổi"."""
    at = index + 1
    return (
        at + 1 < line.size
        and line.tokens[at].gap in {", ", " ("}
        and line.tokens[at].text.isdigit()
        and line.low(at + 1) in {"tuổi", "t"}
    )
