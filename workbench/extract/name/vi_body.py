"""Names of bodies in Vietnamese: a head word, what it deals with, and whose it is."""

from __future__ import annotations

from workbench.extract.name.line import Line
from workbench.extract.name.spans import Span
from workbench.extract.name.vi_heads import (
    BARE_LEVELS,
    BODY_TAILS,
    LEVELS,
    LOCAL,
    NAMED,
    NEED_PLACE,
    NUMBERED,
    OVER,
    SMALL,
    STATE,
)
from workbench.extract.name.vi_person import is_person, person_end
from workbench.language.syllable import is_syllable

#: tokens after a head, and bodies in front of a body, that a name may have
#: heads that are named after people
_NAMED_AFTER = tuple(sorted(NAMED))
_LONGEST = 24
_DEEPEST = 2


def body_at(line: Line, index: int, *, depth: int = 0) -> Span | None:
    """Read the name of a body that starts at a token, or None; ``depth`` bodies are around it."""
    known = _known(line, index)
    made = _made(line, index, depth)
    if known is not None and (made is None or known.last >= made.last):
        return known
    return made


def _known(line: Line, index: int) -> Span | None:
    best = line.longest(index, "body")
    acronym = next(
        ((last, e) for last, e in line.entries(index, "acronym") if e.role == "body"), None
    )
    if acronym and (best is None or acronym[0] > best[0]):
        best = acronym
    if best is None:
        return None
    last = best[0]
    rule = "vi.organisation.table"
    while line.goes_on_capital(last) and line.low(last) in BODY_TAILS:
        last += 1
    end = _place_after(line, last)
    # a firm's branch is named after a country: Samsung Việt Nam
    branch = end - last > 1 or not best[1].id.startswith("brand.")
    if end > last and branch and not line.tokens[index].gap.endswith("("):
        last = end
    return Span(index, last, "organisation", rule, line.places_within(index, last))


def _place_after(line: Line, index: int) -> int:
    """Return the end of a place that belongs to the body named right before."""
    if not line.spaced(index):
        return index
    end = line.end_of(index, "place")
    if end == index:
        end = line.end_of(index, "short")
        if end > index and line.spaced(end) and line.capital(end) and is_syllable(line.low(end)):
            return index
    if end > index and is_person(line, index, end) and not is_person(line, end):
        return index
    return end


def _made(line: Line, index: int, depth: int) -> Span | None:
    head = _head(line, index)
    if head is None:
        return None
    name, last = head
    reader = _Extension(line, name, last, depth)
    end = reader.read()
    if end == last or not reader.accepted():
        return None
    if (
        not line.tokens[index].capital
        and not reader.own
        and name not in STATE
        and _is_country(line, last, end)
    ):
        # "các bệnh viện Việt Nam" are many
        return None
    return Span(index, end, "organisation", "vi.organisation.head", line.places_within(index, end))


def _is_country(line: Line, first: int, last: int) -> bool:
    return any(
        end == last and entry.role == "country"
        for end, entry in line.entries(first, "place", "short")
    )


def _head(line: Line, index: int) -> tuple[str, int] | None:
    """Return the head word at a token, lower case, and where it ends."""
    token = line.tokens[index]
    found = line.longest(index, "body_head")
    acronym = next(
        ((last, e) for last, e in line.entries(index, "acronym") if e.role == "head"), None
    )
    if acronym and (found is None or acronym[0] >= found[0]):
        return acronym[1].form.lower(), acronym[0]
    if found is None:
        return None
    last, entry = found
    if not token.capital and not (
        entry.form in line.lexicon.body_lower and line.spaced(last) and line.capital(last)
    ):
        return None
    return entry.form, last


class _Extension:
    """Reads on after a head: topics, levels, places, brands, brackets."""

    def __init__(self, line: Line, head: str, last: int, depth: int) -> None:
        self.line = line
        self.head = head
        self.start = last
        self.at = last
        self.depth = depth
        self.place = False
        self.own = False
        self.over = False

    def read(self) -> int:
        while self.at < min(self.line.size, self.start + _LONGEST) and self._step():
            pass
        return self.at

    def accepted(self) -> bool:
        """Say whether what was read makes a name: generic bodies are none."""
        if self.head in NEED_PLACE:
            return self.place or self.over
        return self.own or self.place

    def _step(self) -> bool:
        line, at = self.line, self.at
        gap = line.tokens[at].gap
        if gap in {" (", "("}:
            return self._bracket()
        if gap not in {" ", "-", " - ", ", ", " & ", "&", '"', ' "', " “"}:
            return False
        if self.place and gap != " ":
            return False
        if gap in {" - ", ", ", " & ", "&", "-"} or line.low(at) in {"và", "về"}:
            return self._listed()
        if gap != " ":
            return False
        return (
            (not self.place and self._over())
            or self._level()
            or self._place()
            or (
                not self.place
                and (self._firm() or self._topic() or self._number() or self._brand())
            )
        )

    def _advance(self, end: int) -> bool:
        if end <= self.at:
            return False
        self.at = end
        return True

    def _bracket(self) -> bool:
        """Step over an acronym in brackets when the name goes on behind it."""
        line, at = self.line, self.at
        if not line.tokens[at].upper or at + 1 >= line.size or line.tokens[at + 1].gap != ") ":
            return False
        kept = self.at
        self.at = at + 1
        line.tokens[self.at].gap = " "
        found = self._level() or self._place()
        line.tokens[at + 1].gap = ") "
        if not found:
            self.at = kept
        return found

    def _over(self) -> bool:
        if self.head not in OVER or self.at != self.start or self.depth >= _DEEPEST:
            return False
        inner = (
            body_at(self.line, self.at, depth=self.depth + 1)
            if self.line.capital(self.at)
            else None
        )
        if inner is None:
            return False
        self.own = self.over = True
        self.place = any(span.kind == "place" for span in inner.inner)
        return self._advance(inner.last)

    def _level(self) -> bool:
        line, at = self.line, self.at
        found = next(
            ((last, e) for last, e in line.entries(at, "place_type") if e.form in LEVELS), None
        )
        if found is None or (self.place and not self.own):
            return False
        last, entry = found
        for end, longer in line.entries(at, "place_type"):
            if longer.form in LEVELS and end > last:
                last, entry = end, longer
        if line.end_of(at, "place") > last:
            return self._place()
        unplaced = last < line.size and line.end_of(last, "place") == last
        if unplaced and is_person(line, last) and entry.form not in {"phường", "xã", "thị trấn"}:
            return False
        if line.spaced(last) or (last < line.size and line.tokens[last].gap in {".", ". "}):
            end = self._place_end(last)
            if end > last:
                self.place = True
                return self._advance(end)
        if (
            line.capital(at)
            and entry.form in BARE_LEVELS
            and self.head != "công đoàn"
            and not self.place
        ):
            self.place = True
            return self._advance(last)
        return False

    def _place_end(self, at: int) -> int:
        """Return the end of the place behind a level word: from the table, a number, or capitals."""
        line = self.line
        if line.tokens[at].text.isdigit():
            return at + 1
        end = line.end_of(at, "place", "short")
        if end > at:
            return end
        if not line.capital(at):
            return at
        end = line.run(at, limit=4)
        for stop in range(at + 1, end):
            if is_person(line, stop) or _is_break(line, stop):
                return stop
        return end

    def _place(self) -> bool:
        line, at = self.line, self.at
        named = line.end_of(at, "place")
        if is_person(line, at, named) and not (named > at and is_person(line, named)):
            return False
        end = line.end_of(at, "place")
        if end == at:
            end = line.end_of(at, "short") if line.capital(at) else at
            if line.end_of(at, "topic") > end:
                # Vụ Pháp chế
                return False
            if end > at and line.spaced(end) and line.capital(end) and is_syllable(line.low(end)):
                return False
        if end == at:
            return False
        self.place = True
        return self._advance(end)

    def _topic(self) -> bool:
        line, at = self.line, self.at
        best = at
        for last, entry in line.entries(at, "topic"):
            small = entry.form in SMALL and at > 0
            if last > best and (line.capital(at) or small):
                best = last
        for last, entry in line.entries(at, "acronym"):
            if entry.role == "topic" and last > best:
                best = last
        if (
            best > at
            and _is_break(line, at)
            and line.end_of(best, "place", "place_type") > best
            and self.own
        ):
            return False
        if best > at:
            self.own = self.own or line.capital(at)
        return self._advance(best)

    def _listed(self) -> bool:
        """Go on over "và", a comma or a dash to another topic."""
        line, at = self.line, self.at
        gap = line.tokens[at].gap
        word = line.low(at) in {"và", "về"}
        behind = at + 1 if word else at
        if not self.own or (word and not line.spaced(behind)) or behind >= line.size:
            return False
        best = behind
        for last, entry in line.entries(behind, "topic", "acronym"):
            if entry.category == "acronym" and entry.role != "topic":
                continue
            if last > best and (line.capital(behind) or word):
                best = last
        if best == behind or (
            line.end_of(behind, "body_head") >= best
            and line.end_of(best, "place", "place_type") > best
        ):
            return False
        if gap == ", " and not self._closes(best):
            return False
        return self._advance(best)

    def _closes(self, at: int, *, most: int = 4) -> bool:
        """Say whether a list of topics goes on to "và" and one more topic."""
        line = self.line
        if line.low(at) == "và" and line.spaced(at):
            return line.end_of(at + 1, "topic") > at + 1
        if at < line.size and line.tokens[at].gap == ", " and line.capital(at):
            end = line.end_of(at, "topic")
            return end > at and most > 0 and self._closes(end, most=most - 1)
        return False

    def _is_half(self, at: int) -> bool:
        """Say whether a capital is the first half of a common word, or opens a Korean name."""
        line = self.line
        behind = at + 1
        if behind >= line.size or line.tokens[behind].gap != " ":
            return False
        if line.capital(behind):
            hyphened = behind + 1 < line.size and line.tokens[behind + 1].gap == "-"
            return self.own and hyphened and not line.capital(behind + 1)
        half = is_syllable(line.low(at)) and line.low(behind).isalpha()
        common = line.low(at) in line.lexicon.opener and not line.capital(at - 1)
        return half and (not self.own or common)

    def _firm(self) -> bool:
        """Take a firm or body known by name: Tập đoàn Vietnam Airlines."""
        found = self.line.longest(self.at, "body")
        if (
            found is None
            or not found[1].id.startswith("brand.")
            or found[0] <= self.line.end_of(self.at, "place")
        ):
            return False
        self.own = True
        return self._advance(found[0])

    def _number(self) -> bool:
        line, at = self.line, self.at
        if self.head not in NUMBERED or not line.tokens[at].text.isdigit():
            return False
        self.own = True
        return self._advance(at + 1)

    def _brand(self) -> bool:
        """Take capitals that are neither place nor topic, one at a time, up to a person's name."""
        line, at = self.line, self.at
        token = line.tokens[at]
        if not token.capital or (
            self.head in LOCAL
            and self.at == self.start
            and not token.upper
            and is_syllable(token.low)
        ):
            return False
        if _is_break(line, at) and not token.upper:
            return False
        if (self.own or not self.head.startswith(_NAMED_AFTER)) and (
            is_person(line, at) or person_end(line, at, titled=False) - at >= 2
        ):
            return False
        if line.end_of(at, "not_a_name") > at + 1 or self._is_half(at):
            return False
        end = at + 1
        while end < line.size and line.tokens[end].gap == "-" and end - at < 3:
            end += 1
        self.own = True
        return self._advance(end)


def _is_break(line: Line, index: int) -> bool:
    """Say whether another name or an office starts here."""
    if any(last - index > 1 for last, _ in line.entries(index, "office", "courtesy", "body_head")):
        return True
    return any(entry.role == "head" for _, entry in line.entries(index, "acronym"))
