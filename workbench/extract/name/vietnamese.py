"""Read the names of a Vietnamese line, from left to right."""

from __future__ import annotations

from workbench.extract.name.lexicon import families
from workbench.extract.name.line import Line
from workbench.extract.name.spans import Span
from workbench.extract.name.tokens import word_set
from workbench.extract.name.vi_body import body_at
from workbench.extract.name.vi_person import is_person, person_end
from workbench.extract.name.vi_unknown import DIRECTIONS, PLACE_BEFORE, UnknownVietnamese
from workbench.language.syllable import is_syllable

#: a short name of a country is part of another word before these: Pháp luật, Nhật ký
_COMPOUND = {
    "pháp": word_set("luật lý nhân chế y lệnh danh trường đình quy sư thuật định"),
    "nhật": word_set("ký báo trình thực nguyệt tân"),
    "thái": word_set("độ tử cực giám hậu sư ấp phi y"),
    "mỹ": word_set("thuật phẩm nhân nghệ học viện quan vị mãn miều lệ"),
    "ý": word_set("kiến thức nghĩa tưởng chí định đồ muốn là của vị nguyện"),
    "áo": word_set("dài sơ khoác quần giáp mưa phông ấm thun len lót quan choàng cưới đấu"),
    "đức": word_set("tính tin vua cha mẹ hạnh giáo ông bà thánh phật độ"),
    "hàn": word_set("gắn xì the điện lâm thuyên"),
    "bồ": word_set("câu kết tát hóng đề công"),
    "nga": word_set("mi"),
    "do thái": word_set("giáo"),
}
#: at the head of a sentence these are read as countries only in a list of countries
_WEAK_AT_START = word_set("anh ý áo bồ hàn thái tây viên huế vinh")
#: words between an office and its holder: ca sĩ người Mỹ Kyo York
_AFTER_OFFICE = word_set("người nước tên gốc phụ trách thường trực kiêm")
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
_RULED = frozenset(
    ("tỉnh", "thành phố", "tp", "tp.", "huyện", "quận", "nước", "bang", "vùng", "thị xã", "hạt")
)
#: words for money before the name of its country: đô la Mỹ
_MONEY = frozenset(("la", "đô", "bảng", "tệ", "yên", "won", "franc", "rúp", "peso", "bạt", "kíp"))
_CIVIL = word_set("bà ông anh chị cô chú bác em cụ thầy cậu cháu dì bé mẹ bố")


class VietnameseReader(UnknownVietnamese):
    """Walks over the tokens; each rule returns the token where reading goes on."""

    def read(self) -> list[Span]:
        """Return the names of the line, in order."""
        at = 0
        while at < self.line.size:
            at = self._step(at)
        return self.spans

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
            and not line.goes_on_capital(last)
        ):
            # England
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
        if found is None or (line.low(at) == "bang" and line.low(at - 1) == "liên"):
            return at
        behind, entry = found
        if line.capital(at) and is_person(line, at):
            # Hồ Thị Bé is no lake
            return at
        if line.end_of(at, "place") > behind:
            return at
        if (
            entry.form in _RULED
            and is_person(line, behind)
            and line.end_of(behind, "place") == behind
        ):
            # "Chủ tịch … tỉnh Lê Văn Tám": the holder follows
            return behind
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
        if token.low in DIRECTIONS and line.spaced(behind + 1):
            named = line.end_of(behind + 1, "place")
            if named > behind + 1 and line.end_of(behind, "place") < named:
                return self._emit(Span(behind + 1, named, "place", "vi.place.gazetteer"))
        end = line.end_of(behind, "place", "short")
        if end > behind and self._abroad(behind, end):
            return self._emit(Span(behind, end, "place", "vi.place.typed"))
        if end == behind or (line.spaced(end) and line.capital(end) and not self._breaks(end)):
            run = self._place_run(behind)
            end = max(run, end)
        if end == behind or (end == behind + 1 and token.low in DIRECTIONS):
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
        if not line.capital(at) or (
            line.tokens[at].low in line.lexicon.opener and line.tokens[at].opens
        ):
            return at
        if self._breaks(at):
            return at
        end = line.run(at, limit=4)
        for stop in range(at + 1, end):
            if self._breaks(stop) or (is_person(line, stop) and line.tokens[stop].gap == " "):
                return stop
        return end

    def _person(self, at: int) -> int:
        line = self.line
        token = line.tokens[at]
        if not token.capital or (token.upper and len(token.text) > 1 and self.title is None):
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
            if token.opens and token.low in line.lexicon.opener and end - at < 3:
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
            return self.title == "office" or (end - at > 1 and not is_person(line, at))
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

    def _abroad(self, at: int, end: int) -> bool:
        """Say whether a known place is no place of Viet Nam: what follows is another name."""
        entries = [entry for last, entry in self.line.entries(at, "place", "short") if last == end]
        return any(not entry.id.startswith("VN.") for entry in entries)

    def _short_place(self, at: int, end: int) -> bool:
        line = self.line
        token = line.tokens[at]
        low = " ".join(t.low for t in line.tokens[at:end])
        follower = line.low(end) if line.spaced(end) else ""
        if line.low(at - 1) in _MONEY and token.gap in {" ", "-"}:
            return False
        if follower in _COMPOUND.get(low, ()) and not (line.capital(end) and low == "pháp"):
            return False
        if (
            (
                line.spaced(end)
                and line.capital(end)
                and is_syllable(line.low(end))
                and not self._breaks(end)
            )
            and not is_person(line, end)
            and not line.end_of(end, "place", "short", "topic") > end
        ):
            return False
        if low == "vn":
            return True
        if token.opens and low in _WEAK_AT_START:
            listed = (
                end + 1 < line.size
                and (line.tokens[end].gap == ", " or follower in {"và", "-"})
                and line.end_of(end + (follower == "và"), "place", "short")
                > end + (follower == "và")
            )
            return listed or (low == "huế" and not line.capital(end))
        if low in {"viên", "vinh", "sát"}:
            return line.before(at, "place_type") or (
                low == "vinh" and line.low(at - 1) in PLACE_BEFORE
            )
        return True


def body_at_end(line: Line, index: int) -> int:
    """Return where the body at a token ends, or the token itself."""
    span = body_at(line, index)
    return span.last if span else index
