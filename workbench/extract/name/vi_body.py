"""Names of bodies in Vietnamese: a head word, what it deals with, and whose it is."""

from __future__ import annotations

from workbench.extract.name.line import Line
from workbench.extract.name.spans import Span
from workbench.extract.name.tokens import word_set
from workbench.extract.name.vi_person import is_person, person_end
from workbench.language.syllable import is_syllable

_LEVELS = frozenset(
    (
        "thành phố",
        "tỉnh",
        "huyện",
        "quận",
        "phường",
        "xã",
        "thị xã",
        "thị trấn",
        "tp",
        "tp.",
        "tx",
        "tt",
        "thủ đô",
        "bang",
        "đặc khu",
    )
)
#: levels that stand for the city or province spoken of: LĐLĐ Thành phố
_BARE_LEVELS = frozenset(("thành phố", "tỉnh", "huyện", "quận", "thủ đô", "tp"))
#: words of a name in small letters, right after its head or topic
_SMALL = frozenset(
    ("nhân dân", "tối cao", "trung ương", "quốc gia", "cấp cao", "thế giới", "quốc tế", "nhà nước", "cổ phần", "đa khoa",
     "tỉnh", "công lập", "thương mại", "việt nam", "khu vực", "tư thục", "y tế", "liên bang", "đối ngoại", "cộng sản", "bóng đá")
)  # fmt: skip
#: heads that go with a place only: LĐLĐ, UBND …; what follows a place is no part of the name
_LOCAL = frozenset(
    ("liên đoàn lao động", "tổng liên đoàn lao động", "ủy ban nhân dân", "uỷ ban nhân dân", "hội đồng nhân dân", "lđlđ", "ubnd", "hđnd",
     "lhcđ", "liên hiệp công đoàn", "thành ủy", "tỉnh ủy", "huyện ủy", "quận ủy", "thành uỷ", "tỉnh uỷ", "huyện uỷ", "công an", "tand",
     "vksnd", "tòa án nhân dân", "viện kiểm sát nhân dân", "mttq", "mặt trận tổ quốc", "công đoàn", "sở", "bộ", "đảng bộ", "đảng ủy", "tổng liên đoàn")
)  # fmt: skip
#: heads that say too little: without a place they are the kind of thing, no name
_NEED_PLACE = frozenset(
    ("công đoàn", "chính quyền", "quân đội", "hải quân", "đoàn", "cảnh sát", "phong trào", "khối", "đội tuyển", "phòng", "thanh tra",
     "hội đồng", "trung ương liên hiệp công đoàn", "thành ủy", "tỉnh ủy", "huyện ủy", "quận ủy", "thành uỷ", "tỉnh uỷ", "huyện uỷ", "nghị viện")
)  # fmt: skip
#: heads in front of another body: Công đoàn Công ty …, Văn phòng Quốc hội
_OVER = frozenset(
    ("công đoàn", "đảng ủy", "đảng uỷ", "đảng bộ", "văn phòng", "thanh tra", "trung tâm", "viện", "khoa", "trường", "đoàn thanh niên",
     "trung ương", "ban quản lý", "ban cán sự đảng", "phòng", "đoàn", "quỹ", "câu lạc bộ", "chi nhánh", "bệnh viện", "cục", "vụ")
)  # fmt: skip
#: heads named after people and by numbers
_NAMED = frozenset(
    ("trường", "trường thpt", "trường thcs", "trường tiểu học", "trường mầm non", "trường trung học phổ thông", "trường trung học cơ sở",
     "bệnh viện", "học viện", "đại học", "trường đại học", "quỹ", "nhà hát", "bảo tàng", "viện", "công ty", "ngân hàng", "tập đoàn", "báo", "bv", "đh")
)  # fmt: skip
_FIRMS = frozenset(
    ("công ty", "công ty tnhh", "tập đoàn", "báo", "ngân hàng", "tạp chí", "quỹ", "đài")
)
_NUMBERED = frozenset(
    (
        "quân khu",
        "sư đoàn",
        "lữ đoàn",
        "bệnh viện",
        "trường",
        "đồn biên phòng",
        "công ty",
        "quân đoàn",
        "trung tâm",
    )
)
#: tokens after a head, and bodies in front of a body, that a name may have
_LONGEST = 24
_DEEPEST = 2
#: English words that end the name of a firm or body
BODY_TAILS = word_set(
    "airlines airways studios studio group corporation corp inc ltd llc bank university times post news journal united fc club institute"
    " association council pharma pharmaceuticals biologics motors electronics records entertainment holdings technologies capital partners"
    " foundation agency union league press media airport hospital college school center centre"
)


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
    if end > index and is_person(line, index, end):
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
    return Span(index, end, "organisation", "vi.organisation.head", line.places_within(index, end))


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

    def read(self) -> int:
        while self.at < min(self.line.size, self.start + _LONGEST) and self._step():
            pass
        return self.at

    def accepted(self) -> bool:
        """Say whether what was read makes a name: generic bodies are none."""
        if self.head in _NEED_PLACE:
            return self.place
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
            or (not self.place and (self._topic() or self._number() or self._brand()))
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
        if self.head not in _OVER or self.at != self.start or self.depth >= _DEEPEST:
            return False
        inner = (
            body_at(self.line, self.at, depth=self.depth + 1)
            if self.line.capital(self.at)
            else None
        )
        if inner is None:
            return False
        self.own = True
        self.place = any(span.kind == "place" for span in inner.inner)
        return self._advance(inner.last)

    def _level(self) -> bool:
        line, at = self.line, self.at
        found = next(
            ((last, e) for last, e in line.entries(at, "place_type") if e.form in _LEVELS), None
        )
        if found is None or (self.place and not self.own):
            return False
        last, entry = found
        for end, longer in line.entries(at, "place_type"):
            if longer.form in _LEVELS and end > last:
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
            and entry.form in _BARE_LEVELS
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
        if is_person(line, at, line.end_of(at, "place")):
            return False
        end = line.end_of(at, "place")
        if end == at:
            end = line.end_of(at, "short") if line.capital(at) else at
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
            small = entry.form in _SMALL and at > 0
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
            self.own = self.own or line.capital(at) or self.head.count(" ") > 0
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
        return (
            not self.own
            and self.head not in _FIRMS
            and is_syllable(line.low(at))
            and line.low(behind).isalpha()
        )

    def _number(self) -> bool:
        line, at = self.line, self.at
        if self.head not in _NUMBERED or not line.tokens[at].text.isdigit():
            return False
        self.own = True
        return self._advance(at + 1)

    def _brand(self) -> bool:
        """Take capitals that are neither place nor topic, one at a time, up to a person's name."""
        line, at = self.line, self.at
        token = line.tokens[at]
        if not token.capital or (
            self.head in _LOCAL
            and self.at == self.start
            and not token.upper
            and is_syllable(token.low)
        ):
            return False
        if _is_break(line, at) and not token.upper:
            return False
        if (self.own or self.head not in _NAMED) and (
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
