"""Read the names of a Vietnamese line, from left to right."""

from __future__ import annotations

from workbench.extract.name.lexicon import common_english, families, given_names
from workbench.extract.name.line import Line
from workbench.extract.name.spans import Span
from workbench.extract.name.vi_body import BODY_TAILS, body_at, is_person
from workbench.extract.name.vi_person import person_end, short_name
from workbench.language.syllable import is_syllable
from workbench.language.text import fold
from workbench.values.types import NameKind

#: a short name of a country is part of another word before these: Pháp luật, Nhật ký
_COMPOUND = {
    "pháp": frozenset("luật lý nhân chế y lệnh danh trường đình quy sư thuật định".split()),
    "nhật": frozenset("ký báo trình thực nguyệt tân".split()),
    "thái": frozenset("độ tử cực giám hậu sư ấp phi y".split()),
    "mỹ": frozenset("thuật phẩm nhân nghệ học viện quan vị mãn miều lệ".split()),
    "ý": frozenset("kiến thức nghĩa tưởng chí định đồ muốn là của vị nguyện".split()),
    "áo": frozenset(
        "dài sơ khoác quần giáp mưa phông ấm thun len lót quan choàng cưới đấu".split()
    ),
    "đức": frozenset("tính tin vua cha mẹ hạnh giáo ông bà thánh phật độ".split()),
    "hàn": frozenset("gắn xì the điện lâm thuyên".split()),
    "bồ": frozenset("câu kết tát hóng đề công".split()),
    "nga": frozenset("mi".split()),
    "do thái": frozenset("giáo".split()),
}
#: at the head of a sentence these are read as countries only in a list of countries
_WEAK_AT_START = frozenset("anh ý áo bồ hàn thái tây viên huế vinh".split())
_PLACE_BEFORE = frozenset("ở tại đến tới từ về sang gần rời thăm quanh khắp".split())
_SINGLE_SPEECH = 2
#: words between an office and its holder: ca sĩ người Mỹ Kyo York
_AFTER_OFFICE = frozenset("người nước tên gốc phụ trách thường trực kiêm".split())
#: words before a place that go before common nouns as well
_VAGUE = frozenset(
    (
        "biển",
        "vùng",
        "khu vực",
        "miền",
        "châu",
        "đường",
        "cầu",
        "động",
        "bãi",
        "núi",
        "rừng",
        "mỏ",
        "bản",
        "hang",
    )
)
_DIRECTIONS = frozenset("bắc nam đông tây trung".split())
_CIVIL = frozenset("bà ông anh chị cô chú bác em cụ thầy cậu cháu dì bé mẹ bố".split())


class VietnameseReader:
    """Walks over the tokens; each rule returns the token where reading goes on."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.spans: list[Span] = []
        #: a title stands right before: "courtesy" or "office"
        self.title: str | None = None
        #: a phrase that opens no name stands right before
        self.barred = False

    def read(self) -> list[Span]:
        """Return the names of the line, in order."""
        at = 0
        while at < self.line.size:
            at = self._step(at)
        return self.spans

    def _emit(self, span: Span) -> int:
        self.spans.append(span)
        return span.last

    def _step(self, at: int) -> int:
        line = self.line
        token = line.tokens[at]
        if token.gap not in {" ", "-", " “", ' "', " '", ". "} and at:
            self.title = None
            self.barred = False
        if line.shouts:
            return self._shouted(at)
        for rule in (
            self._not_a_name,
            self._body,
            self._title,
            self._typed_place,
            self._person,
            self._place,
        ):
            end = rule(at)
            if end > at:
                return end
        if token.capital:
            end = self._other(at)
            if not (end == at + 1 and token.upper and line.goes_on_capital(end)):
                self.title = None
            self.barred = False
            return end
        if not (self.title == "office" and token.low in _AFTER_OFFICE):
            self.title = None
        self.barred = False
        return at + 1

    def _shouted(self, at: int) -> int:
        """In a line of capitals only places of two syllables or more can be told."""
        end = self.line.end_of(at, "place")
        if end - at > 1:
            return self._emit(Span(at, end, "place", "vi.place.gazetteer"))
        return at + 1

    def _not_a_name(self, at: int) -> int:
        line = self.line
        end = line.end_of(at, "not_a_name")
        if end == at or (self.title and end - at == 1):
            return at
        if line.end_of(at, "place", "body", "office") >= end or (
            line.capital(at) and body_at_end(line, at) > end
        ):
            return at
        if is_person(line, at):
            return at
        if not line.tokens[at].capital:
            self.barred = True
            return end
        # what follows belongs to it: Luật Công đoàn, Ngày Quốc tế Lao động
        while end < line.size and line.tokens[end].gap in {" ", " - ", "-", ", "}:
            behind = line.end_of(end, "topic") if line.capital(end) else end
            if behind == end or (
                line.tokens[end].gap == ", " and line.end_of(end, "body_head") > end
            ):
                break
            end = behind
        self.barred = True
        return end

    def _body(self, at: int) -> int:
        line = self.line
        span = body_at(line, at)
        if span is None:
            return at
        if self.title == "courtesy" and not span.rule.endswith("table"):
            return at
        longer = line.end_of(at, "place")
        if longer > span.last or (longer == span.last and span.rule.endswith("head")):
            return at
        if span.rule.endswith("table") and self.title == "courtesy":
            return at
        return self._emit(span)

    def _title(self, at: int) -> int:
        line = self.line
        found = line.longest(at, "office", "courtesy")
        acronym = next(
            ((last, e) for last, e in line.entries(at, "acronym") if e.role == "title"), None
        )
        found = acronym or found
        if found is None:
            return at
        last, entry = found
        if line.end_of(at, "place", "body") > last:
            return at
        token = line.tokens[at]
        if line.low(at - 1) == "đàn" and entry.category == "courtesy":
            return at
        if (
            entry.category == "courtesy"
            and token.capital
            and not token.opens
            and entry.form == "anh"
        ):
            # England, unless a name follows
            if not (line.spaced(last) and line.capital(last)):
                return at
        if token.capital and last - at == 1 and line.low(at) in families() and is_person(line, at):
            return at
        self.title = "courtesy" if entry.category == "courtesy" else "office"
        self.barred = False
        return last

    def _typed_place(self, at: int) -> int:
        """Read "huyện Mỹ Đức", "đường Phạm Văn Đồng", "quận 1"."""
        line = self.line
        found = line.longest(at, "place_type")
        if found is None:
            return at
        behind, entry = found
        if line.end_of(at, "place") > behind:
            return at
        if behind >= line.size or line.tokens[behind].gap not in {" ", ". ", "."}:
            return at
        if line.end_of(behind, "body") > behind and line.end_of(behind, "place") == behind:
            return at
        token = line.tokens[behind]
        if entry.form in {
            "quận",
            "phường",
            "tổ dân phố",
            "khu phố",
            "ấp",
            "đường",
            "quốc lộ",
            "hẻm",
            "huyện",
        } and (token.text.isdigit() and token.gap == " "):
            if entry.form in {"quận", "phường"}:
                return self._emit(Span(at, behind + 1, "place", "vi.place.numbered"))
            return at
        if token.low in _DIRECTIONS and line.spaced(behind + 1):
            named = line.end_of(behind + 1, "place")
            if named > behind + 1 and line.end_of(behind, "place") < named:
                return self._emit(Span(behind + 1, named, "place", "vi.place.gazetteer"))
        end = line.end_of(behind, "place", "short")
        if end == behind or (line.spaced(end) and line.capital(end) and not self._breaks(end)):
            run = self._place_run(behind)
            end = max(run, end)
        if end == behind or (end == behind + 1 and token.low in _DIRECTIONS):
            return at
        if (
            entry.form in _VAGUE
            and end == behind + 1
            and is_syllable(token.low)
            and line.end_of(behind, "place", "short") == behind
        ):
            return at
        if (
            line.low(at)
            in {"đường", "cầu", "ga", "chợ", "động", "đình", "lăng", "mỏ", "bản", "cảng"}
            and token.upper
        ):
            return at
        self.title = None
        return self._emit(Span(behind, end, "place", "vi.place.typed"))

    def _place_run(self, at: int) -> int:
        line = self.line
        if (
            not line.capital(at)
            or line.tokens[at].low in line.lexicon.opener
            and line.tokens[at].opens
        ):
            return at
        if self._breaks(at):
            return at
        end = line.run(at, limit=4)
        for stop in range(at + 1, end):
            if self._breaks(stop) or (is_person(line, stop) and line.tokens[stop].gap == " "):
                return stop
        return end

    def _breaks(self, at: int) -> bool:
        line = self.line
        return any(
            last - at > 1
            for last, _ in line.entries(at, "office", "courtesy", "body_head", "not_a_name")
        ) or any(entry.role == "head" for _, entry in line.entries(at, "acronym"))

    def _person(self, at: int) -> int:
        line = self.line
        token = line.tokens[at]
        if not token.capital or token.upper and len(token.text) > 1 and self.title is None:
            return at
        if self.title and self._title_country(at):
            return at
        if self.title and at and token.gap in {" ", " “", ' "'}:
            if (
                token.upper
                and line.spaced(at + 1)
                and line.capital(at + 1)
                and not line.tokens[at + 1].upper
            ):
                # "giám đốc VEC Trần Văn Tâm": a body stands between
                return at
            end = person_end(line, at, titled=True)
            if token.upper and end == at + 1 and not line.tokens[at].text.isalpha():
                return at
            if token.upper and end == at + 1 and self.title == "office":
                return at
            if self._generic(at, end) or (end - at == 1 and not self._single(at)):
                return at
            rule = "vi.person.title"
        else:
            longest = line.end_of(at, "place")
            if longest - at > 1 and self._country(at, longest):
                return at
            end = person_end(line, at, titled=False)
            if end <= longest or (end - longest < 1 and longest > at):
                return at
            if longest - at > 1 and line.before(at, "place_cue"):
                return at
            if token.opens and token.low in line.lexicon.opener and end - at < 3:  # noqa: PLR2004
                return at
            rule = "vi.person.family"
        if end == at:
            return at
        self.title = None
        return self._emit(Span(at, end, "person", rule))

    def _generic(self, at: int, end: int) -> bool:
        """Say whether a capitalised common word follows a title: "đồng chí Bí thư", "ông Chủ tịch"."""
        line = self.line
        if (
            end - at == 1
            and line.end_of(at, "topic", "body_head", "office", "place_type", "not_a_name") > at + 1
        ):
            return True
        return end - at == 1 and line.end_of(at, "body") > at and self.title == "office"

    def _single(self, at: int) -> bool:
        """Say whether one syllable after a title is a name, and not the half of a common word."""
        line = self.line
        token = line.tokens[at]
        if self.title == "courtesy" or not is_syllable(token.low):
            return True
        behind = at + 1
        if behind >= line.size or line.tokens[behind].gap != " ":
            return True
        return line.end_of(behind, "speech", "act") > behind

    def _title_country(self, at: int) -> bool:
        """Say whether a country stands between the office and the person: Tổng thống Mỹ Joe Biden."""
        line = self.line
        end = line.end_of(at, "place")
        if end > at and self._country(at, end) and not line.goes_on_capital(end):
            return True
        if end > at:
            return self.title == "office" or end - at > 1 and not is_person(line, at)
        end = line.end_of(at, "short")
        if end == at or self.title != "office":
            return False
        if not (line.spaced(end) and line.capital(end)):
            return True
        run = line.run(end)
        return not line.syllables(end, run) or is_person(line, end)

    def _place(self, at: int) -> int:
        line = self.line
        end = line.end_of(at, "place")
        if end > at:
            if (
                end - at == 1
                and line.tokens[at].capital
                and line.goes_on_capital(end)
                and not self._country(at, end)
            ):
                return at
            return self._emit(Span(at, end, "place", "vi.place.gazetteer"))
        end = line.end_of(at, "short")
        if end == at or not self._short_place(at, end):
            return at
        return self._emit(Span(at, end, "place", "vi.place.short"))

    def _country(self, at: int, end: int) -> bool:
        line = self.line
        if self._breaks(end):
            return True
        return any(
            last == end and e.role in {"country", "region"} for last, e in line.entries(at, "place")
        )

    def _short_place(self, at: int, end: int) -> bool:
        line = self.line
        token = line.tokens[at]
        low = " ".join(t.low for t in line.tokens[at:end])
        follower = line.low(end) if line.spaced(end) else ""
        if follower in _COMPOUND.get(low, ()) and not (line.capital(end) and low == "pháp"):
            return False
        if (
            line.spaced(end)
            and line.capital(end)
            and is_syllable(line.low(end))
            and not self._breaks(end)
        ):
            if not is_person(line, end) and not line.end_of(end, "place", "short", "topic") > end:
                return False
        if low in {"vn"}:
            return True
        if token.opens and low in _WEAK_AT_START:
            listed = (
                end + 1 < line.size
                and (line.tokens[end].gap == ", " or follower in {"và", "-"})
                and line.end_of(end + (follower == "và"), "place", "short")
                > end + (follower == "và")
            )
            return listed or (low in {"huế"} and not line.capital(end))
        if low in {"viên", "vinh", "sát"}:
            return line.before(at, "place_type") or (
                low == "vinh" and line.low(at - 1) in _PLACE_BEFORE
            )
        return True

    def _other(self, at: int) -> int:
        """Judge capitals that no table knows."""
        line = self.line
        token = line.tokens[at]
        if line.is_acronym(at):
            return self._acronym(at)
        if short_name(line, at):
            return self._emit(Span(at, at + 1, "person", "vi.person.short"))
        if len(token.text) == 1:
            return at + 1
        if token.low in _DIRECTIONS and line.end_of(at + 1, "place") > at + 1:
            return at + 1
        end = line.run(at)
        for stop in range(at + 1, end):
            if line.tokens[stop].gap == " " and (
                self._breaks(stop) or is_person(line, stop) or body_at(line, stop)
            ):
                end = stop
                break
        if token.opens and token.low in line.lexicon.opener:
            return at + 1
        if line.syllables(at, end):
            return self._native(at, end)
        return self._foreign(at, end)

    def _native(self, at: int, end: int) -> int:
        """Judge unknown capitals that are Vietnamese syllables."""
        line = self.line
        if end - at == 1:
            return end
        if line.before(at, "body_before"):
            return self._emit(Span(at, end, "organisation", "vi.organisation.before"))
        if (
            line.end_of(at, "topic", "body_head", "place_type", "not_a_name", "office") > at + 1
            or self.barred
        ):
            return end
        if line.low(at - 1) in _PLACE_BEFORE and not line.tokens[at].opens:
            return self._emit(Span(at, end, "place", "vi.place.before"))
        if line.end_of(end, "speech") > end and line.spaced(end):
            return self._emit(Span(at, end, "person", "vi.person.speech"))
        if line.tokens[at].opens and end - at == 2:  # noqa: PLR2004
            return end
        return self._emit(Span(at, end, "other", "vi.other.run"))

    def _foreign(self, at: int, end: int) -> int:
        line = self.line
        while end > at and line.tokens[end - 1].text.isdigit():
            end -= 1
        if end == at or (
            end - at == 1 and line.before(at, "place_type") is False and line.low(at) in _NO_NAMES
        ):
            return at + 1
        branch = (
            line.end_of(end, "place") if line.spaced(end) and end - at <= _SINGLE_SPEECH else end
        )
        if branch > end and self._country(end, branch) and not line.tokens[at].opens:
            # a firm's branch: Tenma Việt Nam
            return self._emit(Span(at, branch, "organisation", "vi.organisation.branch"))
        return self._emit(Span(at, end, self._foreign_kind(at, end), "vi.name.foreign"))

    def _foreign_kind(self, at: int, end: int) -> NameKind:
        line = self.line
        words = [token.low for token in line.tokens[at:end]]
        if line.before(at, "body_before", "body_head"):
            return "organisation"
        if line.before(at, "place_type"):
            return "place"
        if (
            any(word in line.lexicon.body_words and word in BODY_TAILS for word in words)
            or words[-1] in BODY_TAILS
        ):
            return "organisation"
        hyphened = any(line.tokens[i].gap == "-" for i in range(at + 1, end))
        speaks = line.spaced(end) and line.end_of(end, "speech") > end
        if fold(words[0]) in given_names() or speaks:
            return "person"
        if line.low(at - 1) in _PLACE_BEFORE:
            return "place"
        if any(line.inner_capitals(i) for i in range(at, end)):
            return "organisation"
        if self.barred or any(word in common_english() for word in words):
            return "other"
        if len(words) >= _SINGLE_SPEECH and (hyphened or len(words) <= 4):  # noqa: PLR2004
            return "person"
        return "other"

    def _acronym(self, at: int) -> int:
        line = self.line
        token = line.tokens[at]
        end = at + 1
        if token.gap.endswith("("):
            before = self.spans[-1] if self.spans and self.spans[-1].last == at else None
            if before is not None and before.kind in {"organisation", "place"}:
                return self._emit(Span(at, end, before.kind, "vi.organisation.acronym"))
            if line.explains(at):
                line.groups.add(token.text)
                return end
        if any(
            e.role in {"group", "organ", "topic", "site", "title"}
            for _, e in line.entries(at, "acronym")
        ):
            return end
        if token.text in line.context.words:
            return self._emit(Span(at, end, "organisation", "vi.organisation.known"))
        if (
            not line.acronym_is_name(at)
            or not token.text.isascii()
            or self.barred
            or len(token.text) < 2
        ):  # noqa: PLR2004
            return end
        while end < line.size and line.tokens[end].gap == "-" and line.tokens[end].upper:
            end += 1
        if end < line.size and line.tokens[end].gap in {"-", "/"}:
            return end
        return self._emit(Span(at, end, "organisation", "vi.organisation.capitals"))


#: foreign words with a capital that name nothing
_NO_NAMES = frozenset(
    "coronavirus cov covid celsius richter fahrenheit vaccine vaccines virus online email website internet".split()
)


def body_at_end(line: Line, index: int) -> int:
    """Return where the body at a token ends, or the token itself."""
    span = body_at(line, index)
    return span.last if span else index
