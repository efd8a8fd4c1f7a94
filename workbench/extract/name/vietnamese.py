"""Read the names of a Vietnamese line, from left to right."""

from __future__ import annotations

from workbench.extract.name.lexicon import families
from workbench.extract.name.line import Line, roman
from workbench.extract.name.spans import Span
from workbench.extract.name.tokens import word_set
from workbench.extract.name.vi_body import body_at
from workbench.extract.name.vi_person import is_person, person_end
from workbench.extract.name.vi_place import VietnamesePlaces
from workbench.language.syllable import is_syllable

#: words between an office and its holder: ca sĩ người Mỹ Kyo York
_AFTER_OFFICE = word_set("người nước tên gốc phụ trách thường trực kiêm")
_CIVIL = word_set("bà ông anh chị cô chú bác em cụ thầy cậu cháu dì bé mẹ bố")

#: letters that an abbreviated title may have: PGS.TS.
_SHORT_TITLE = 8


class VietnameseReader(VietnamesePlaces):
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
        if at and (token.opens or token.gap not in {" ", "-", " “", ' "', " '", ". "}):
            self.title = None
            self.barred = False
        if line.shouts:
            return self._shouted(at)
        for rule in (
            self._listed_place,
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
        if entry.form == "anh" and token.capital and not token.opens:
            # England, unless a Vietnamese name follows and no office stands before
            named = line.goes_on_capital(last) and is_syllable(line.low(last))
            if self.title == "office" or not named:
                return at
        if token.capital and last - at == 1 and line.low(at) in families() and is_person(line, at):
            return at
        self.title = "courtesy" if entry.category == "courtesy" else "office"
        dotted = (
            last < line.size and line.tokens[last].gap == ". " and line.tokens[last - 1].capital
        )
        if dotted and entry.category == "office" and len(entry.form) <= _SHORT_TITLE:
            # "TS. Hoa": the full stop ends no sentence
            line.tokens[last].gap, line.tokens[last].opens = " ", False
        self.barred = False
        return last

    def _person(self, at: int) -> int:
        line = self.line
        token = line.tokens[at]
        if not token.capital or (token.upper and len(token.text) > 1 and self.title is None):
            return at
        if line.anonymous(at):
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
            if token.upper and end == at + 1 and (self.title == "office" or len(token.text) > 3):
                # "con CNVCLĐ": letters for a group
                return at
            if self._generic(at, end) or (end - at == 1 and not self._single(at)):
                return at
            rule = "vi.person.title"
        else:
            longest = line.end_of(at, "place")
            if longest - at > 1 and (self._country(at, longest) or is_person(line, longest)):
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
        # Leo XIV
        end += roman(line, end)
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
        if roman(line, at + 1):
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
            if self.title == "courtesy" and self._namesake(at, end):
                return False
            return self.title == "office" or (end - at > 1 and not is_person(line, at))
        end = line.end_of(at, "short")
        if end == at or self.title != "office":
            return False
        if not (line.spaced(end) and line.capital(end)):
            return True
        run = line.run(end)
        return not line.syllables(end, run) or is_person(line, end)

    def _namesake(self, at: int, end: int) -> bool:
        """Say whether a foreign town bears the name that a person has: ông Thanh Hải, no Qinghai."""
        line = self.line
        return line.syllables(at, end) and any(
            last == end and e.id.startswith("city.") for last, e in line.entries(at, "place")
        )


def body_at_end(line: Line, index: int) -> int:
    """Return where the body at a token ends, or the token itself."""
    span = body_at(line, index)
    return span.last if span else index
