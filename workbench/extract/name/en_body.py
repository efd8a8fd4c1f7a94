"""Names of bodies in English: capitals around a head word, and what "of" adds to them."""

from __future__ import annotations

from workbench.extract.name.en_person import CALENDAR, family_end, given_start
from workbench.extract.name.line import Line
from workbench.extract.name.spans import Span
from workbench.extract.name.tokens import word_set

#: heads that take a list after "of": Ministry of Culture, Sports and Tourism
_LISTED = word_set(
    "ministry department office university committee academy institute commission association school college federation bureau"
    " authority faculty agency council center centre chamber board organization organisation bank fund union"
)
#: tokens that a run of capitals may have
_LONGEST = 16
_OF = frozenset(("of", "for", "on"))
_MODIFIERS = word_set(
    "city provincial municipal district capital central national state federal people's communist supreme foreign public"
)


def body_at(line: Line, index: int) -> Span | None:
    """Read the name of a body that starts at a token, or None."""
    known = line.longest(index, "body")
    made = _made(line, index)
    if known is not None and (made is None or known[0] >= made.last):
        first = line.tokens[index]
        if (
            first.opens
            and known[0] == index + 1
            and known[1].id.startswith("brand.")
            and first.low in line.lexicon.opener
        ):
            return made
        end = known[0]
        end = _of(line, index, end) if not known[1].id.startswith("brand.") else _branch(line, end)
        return Span(
            index, end, "organisation", "en.organisation.table", line.places_within(index, end)
        )
    return made


def _branch(line: Line, end: int) -> int:
    """Return the end of a firm's branch: Samsung Vietnam, Samsung Display Vietnam."""
    for at in (end, end + 1):
        if at > end and (not line.goes_on_capital(end) or _new_name(line, end)):
            break
        if line.spaced(at) and any(e.role == "country" for _, e in line.entries(at, "place")):
            return line.end_of(at, "place")
    return end


def _made(line: Line, index: int) -> Span | None:
    token = line.tokens[index]
    if not token.capital or line.shouts or token.low in {"the", "a", "an"}:
        return None
    if token.opens and token.low in line.lexicon.function:
        return None
    end, head = _capitals(line, index)
    if head < 0:
        return None
    last = _of(line, index, end) if head == end - 1 else end
    if not _accepted(line, index, end, last, head):
        return None
    return Span(
        index, last, "organisation", "en.organisation.head", line.places_within(index, last)
    )


def is_head(line: Line, index: int) -> bool:
    """Say whether a capitalised token is a head word of bodies."""
    return line.capital(index) and any(
        last == index + 1 for last, _ in line.entries(index, "body_head")
    )


def _capitals(line: Line, index: int) -> tuple[int, int]:
    """Return the end of the capitals of a body, and where their last head word stands, or -1."""
    at, head = index, -1
    place = line.end_of(index, "place", "demonym")
    if place - index > 1 and line.capital(place) and line.tokens[place].gap in {" ", ". "}:
        # U.S. Air Force, South Korean Foreign Ministry
        at = place
    else:
        place = -1
    while at < min(line.size, index + _LONGEST):
        if at > index and at != place and not _goes_on(line, index, at, head):
            break
        if at > index and _stops(line, index, at):
            break
        if is_head(line, at):
            head = at
        at += 1
    while at > index and line.low(at - 1) == "s" and line.tokens[at - 1].gap == "'":
        at -= 1
    if head < 0:
        return at, -1
    # capitals behind the last head are kept for firms (Samsung Vietnam, Recess Co., Ltd), else cut
    if at - 1 > head and not _tail(line, head + 1, at):
        if line.low(head) in _OPEN and not _new_name(line, head + 1):
            return at, -1
        at = head + 1
    return at, head


def _goes_on(line: Line, first: int, at: int, head: int) -> bool:
    token, previous = line.tokens[at], line.tokens[at - 1]
    if token.gap in {" ", "-", " & ", "&"}:
        if token.capital or (
            token.text.isdigit() and token.gap == " " and line.low(at - 1) == "district"
        ):
            return True
        return (
            token.low == "and"
            and token.gap == " "
            and line.capital(at + 1)
            and _pair(line, first, at)
        )
    if token.gap == "'":
        # People's Committee, Workers' Union, Provincial Party Committee's Mass Mobilization Commission
        if (
            token.low != "s"
            or at + 1 >= line.size
            or not line.spaced(at + 1)
            or not line.capital(at + 1)
        ):
            return token.capital and len(previous.text) == 1
        return previous.low in _POSSESSIVE or head == at - 1
    if token.gap == "' ":
        return token.capital and previous.low in _POSSESSIVE
    return token.gap in {", ", "., ", ". "} and token.low in {"ltd", "inc", "llc", "jsc"}


_POSSESSIVE = word_set(
    "people women children farmers workers veterans men teachers journalists writers lawyers peoples"
) | {
    "mcdonald",
    "moody",
    "party",
}


def _pair(line: Line, first: int, at: int) -> bool:
    """Say whether "X and Y" inside a body's name go together: Trading and Service Co., Food and Drug Administration."""
    if (
        line.end_of(first, "place") >= at
        or line.end_of(first, "body") >= at
        or any(is_head(line, k) for k in range(first, at - 1))
    ):
        return False
    if line.tokens[first].opens and line.low(first) in line.lexicon.opener and at - first == 1:
        return False
    end = line.run(at + 1, limit=5)
    return (
        any(is_head(line, k) for k in range(at + 2, end))
        and line.low(at + 1) != "the"
        and line.end_of(at + 1, "place") == at + 1
    )


def _stops(line: Line, first: int, at: int) -> bool:
    """Say whether an office, a person or another name starts at a token."""
    if line.tokens[at].gap not in {" ", "-"}:
        return False
    if family_end(line, at) - at >= 3:
        return True
    if given_start(line, at) and line.capital(at + 1) and at > first and is_head(line, at - 1):
        return True
    if line.low(at) in CALENDAR:
        return True
    for last, entry in line.entries(at, "office", "courtesy"):
        if entry.form not in {
            "model",
            "general",
            "student",
            "chief",
            "head",
            "state",
            "father",
            "mother",
            "member",
            "teacher",
            "doctor",
            "artist",
            "justice",
            "player",
            "farmer",
            "engineer",
            "expert",
            "veteran",
            "minister",
            "secretary",
            "patient",
        } and (last - at > 1 or is_head(line, at - 1)):
            return True
    return False


#: heads that end a name seldom when capitals follow: Red Sea International Film Festival
_OPEN = word_set(
    "international co fund property air house land state capital watch trust band mine mill works tower press post times news school"
)


def _new_name(line: Line, at: int) -> bool:
    """Say whether capitals behind a head start another name, an office or a date."""
    known = line.end_of(at, "office", "courtesy", "place", "body", "not_names", "demonym") > at
    return known or line.tokens[at].gap != " " or given_start(line, at) or family_end(line, at) > at


def _tail(line: Line, at: int, end: int) -> bool:
    """Say whether capitals behind a head belong to the name: a place, or "Ltd"."""
    return line.end_of(at, "place") >= end or all(is_head(line, k) for k in range(at, end))


def _of(line: Line, first: int, at: int) -> int:
    """Read on over "of", "for", "on" with what they govern; return the end."""
    if (
        at + 1 >= line.size
        or not line.spaced(at)
        or line.low(at) not in _OF
        or not line.spaced(at + 1)
    ):
        return at
    start = at + 1
    article = line.low(start) == "the"
    if article:
        start += 1
        if start >= line.size or not line.spaced(start):
            return at
    place = line.end_of(start, "place")
    if place > start:
        longer = body_at(line, start) if not article else None
        if (
            longer is not None
            and longer.last > place
            and line.low(at) == "of"
            and _organ(line, first, at)
        ):
            return at
        return line.end_of(place, "place_tail") if line.goes_on_capital(place) else place
    if line.low(start) in CALENDAR:
        return at
    if not line.capital(start) or (line.low(at) == "on" and line.low(first) == "law"):
        return at
    end, head = _capitals(line, start)
    if head >= 0 and (article or _organ(line, first, at)):
        return at
    if family_end(line, start) - start >= 3 or line.end_of(start, "courtesy") > start:
        return at
    plain = _plain_capitals(line, start)
    end = plain if head < 0 else max(end, plain)
    return _whose(line, _list(line, first, at, end))


def _whose(line: Line, at: int) -> int:
    """Read on over "of" and a place: Bank for Investment and Development of Vietnam."""
    if line.low(at) == "of" and line.spaced(at) and line.spaced(at + 1):
        return max(at, line.end_of(at + 1, "place"))
    return at


def _plain_capitals(line: Line, start: int) -> int:
    end = start + 1
    while (
        end < line.size and line.joined(end) and line.capital(end) and not _stops(line, start, end)
    ):
        if line.end_of(end, "courtesy", "office") > end or family_end(line, end) - end >= 2:
            break
        end += 1
    return end


def _list(line: Line, first: int, at: int, end: int) -> int:
    """Go on over "and" and commas to the further matters of a ministry or school."""
    if not any(line.low(k) in _LISTED for k in range(first, at)):
        return end
    while end < line.size:
        token = line.tokens[end]
        if (
            token.low == "and"
            and token.gap in {" ", ", "}
            and line.spaced(end + 1)
            and line.capital(end + 1)
        ):
            start = end + 1
            final = True
        elif token.gap == ", " and token.capital and _closes(line, end):
            start = end
            final = False
        else:
            break
        if (is_head(line, start) and line.low(start) in _LISTED) or line.end_of(
            start, "place", "body"
        ) > start:
            break
        end = _plain_capitals(line, start)
        if final and line.low(end) != "and":
            break
    return end


def _closes(line: Line, at: int) -> bool:
    """Say whether a list of capitals ends in "and" with one more capital."""
    limit = min(line.size, at + _LONGEST)
    while at < limit and line.capital(at):
        end = _plain_capitals(line, at)
        if end >= line.size:
            return False
        if line.low(end) == "and" and line.tokens[end].gap in {" ", ", "}:
            return line.capital(end + 1) and line.spaced(end + 1)
        if line.tokens[end].gap != ", ":
            return False
        at = end
    return False


def _organ(line: Line, first: int, last: int) -> bool:
    """Say whether capitals are an organ of a body, or generic, and no body by themselves."""
    return line.end_of(first, "organ") >= last


#: heads that a place alone does not make a body: Vietnam team, Hanoi office
_BARE = word_set(
    "government state states house land international office center centre group capital"
)


def _accepted(line: Line, first: int, end: int, last: int, head: int) -> bool:
    if _organ(line, first, end) and last == end:
        return False
    if last > end:
        # an office or gathering "of" something is no body: only heads and what tells them apart
        return not _organ(line, first, end)
    if end - first == 1:
        return False
    lows = [token.low for token in line.tokens[first:end] if token.low not in {"s", "and", "the"}]
    if line.tokens[first].opens and lows[0] in line.lexicon.opener and lows[0] not in _MODIFIERS:
        lows = lows[1:]
        if all(low in line.lexicon.body_weak for low in lows):
            return False
    if lows[0] in {"trade", "labor", "labour"} and len(lows) <= 2:
        return False
    demonym = line.end_of(first, "demonym") - first
    if demonym > 0 and line.low(head) in _BARE:
        lows = lows[demonym:]
    elif demonym > 0:
        lows = [*lows[1:], "x"]
    if line.end_of(first, "place") > first and len(lows) > 2 and line.tokens[head].low not in _BARE:
        return True
    distinct = [low for low in lows if low not in line.lexicon.body_weak or low in _MODIFIERS]
    return bool(distinct) and len(lows) > 1
