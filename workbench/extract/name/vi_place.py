"""Read the places of a Vietnamese line: by table, behind a word for a place, in lists."""

from __future__ import annotations

from workbench.extract.name.spans import Span
from workbench.extract.name.tokens import phrase_set, word_set
from workbench.extract.name.vi_heads import BODY_TAILS
from workbench.extract.name.vi_person import is_person
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
#: words before a place that go before common nouns as well
_VAGUE = phrase_set(
    "biển; vùng; khu vực; miền; châu; đường; cầu; động; bãi; núi; rừng; mỏ; bản; hang"
)
#: words before a place where an office may stand before them: Chủ tịch … tỉnh Lê Văn Tám
_RULED = phrase_set("tỉnh; thành phố; tp; tp.; huyện; quận; nước; bang; vùng; thị xã; hạt")
#: words for money before the name of its country: đô la Mỹ
_MONEY = phrase_set("la; đô; bảng; tệ; yên; won; franc; rúp; peso; bạt; kíp")
#: words for several before a word for places: các xã A, B và C
_MANY = word_set("các những hai ba bốn năm sáu bảy tám chín mười nhiều")


class VietnamesePlaces(UnknownVietnamese):
    """Finds places, and judges capitals that no table knows."""

    def _typed_place(self, at: int) -> int:
        """Read "huyện Mỹ Đức", "đường Phạm Văn Đồng", "quận 1"."""
        line = self.line
        found = line.longest(at, "place_type")
        if found is None or (line.low(at) == "bang" and line.low(at - 1) == "liên"):
            return at
        behind, entry = found
        family = line.low(at) == "hồ" and line.capital(at) and not line.tokens[at].opens
        if family and line.end_of(at, "place") == at:
            # "cư dân Hồ Khánh"
            return at
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
        self.listing = line.low(at - 1) in _MANY
        return self._emit(Span(behind, end, "place", "vi.place.typed"))

    def _listed_place(self, at: int) -> int:
        """Read on a list of places after "các xã", "các tỉnh"."""
        line = self.line
        token = line.tokens[at]
        if not self.listing or (token.low in {"và", "cùng"} and token.gap == " "):
            return at
        linked = token.gap == ", " or (token.gap == " " and line.low(at - 1) == "và")
        if not linked or not token.capital:
            self.listing = token.gap == ", " and line.end_of(at, "place_type") > at
            return at
        end = line.end_of(at, "place") if line.end_of(at, "place") > at else self._place_run(at)
        if end == at or line.end_of(at, "office", "courtesy", "body_head") > at + 1:
            self.listing = False
            return at
        return self._emit(Span(at, end, "place", "vi.place.listed"))

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

    def _place(self, at: int) -> int:
        line = self.line
        end = line.end_of(at, "place")
        if end > at:
            if line.goes_on_capital(end) and line.low(end) in BODY_TAILS:
                # China Daily
                return self._emit(Span(at, end + 1, "organisation", "vi.organisation.tail"))
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
        line = self.line
        entries = [entry for last, entry in line.entries(at, "place", "short") if last == end]
        if end - at == 1 and line.goes_on_capital(end) and is_syllable(line.low(end)):
            return False
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
