"""Judge capitals of a Vietnamese line that no table knows."""

from __future__ import annotations

from workbench.extract.name.lexicon import common_english, given_names
from workbench.extract.name.line import Line
from workbench.extract.name.spans import Span
from workbench.extract.name.tokens import word_set
from workbench.extract.name.vi_body import body_at
from workbench.extract.name.vi_heads import BODY_TAILS
from workbench.extract.name.vi_person import is_person, short_name
from workbench.language.syllable import is_syllable
from workbench.language.text import fold
from workbench.values.types import NameKind

#: foreign words with a capital that name nothing
_NO_NAMES = word_set(
    "coronavirus cov covid celsius richter fahrenheit vaccine vaccines april may june july august september october november december january february march qng virus online email website internet"
)
PLACE_BEFORE = word_set("ở tại đến tới từ về sang gần rời thăm quanh khắp")
_SINGLE_SPEECH = 2
DIRECTIONS = word_set("bắc nam đông tây trung")


class UnknownVietnamese:
    """Holds what a reader of a line knows, and judges capitals that no table knows."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.spans: list[Span] = []
        #: a title stands right before: "courtesy" or "office"
        self.title: str | None = None
        #: a phrase that opens no name stands right before
        self.barred = False
        #: a list of places is being read
        self.listing = False

    def _emit(self, span: Span) -> int:
        self.spans.append(span)
        if span.kind == "person":
            self.title = None
        return span.last

    def _breaks(self, at: int) -> bool:
        line = self.line
        return any(
            last - at > 1
            for last, _ in line.entries(at, "office", "courtesy", "body_head", "not_a_name")
        ) or any(entry.role == "head" for _, entry in line.entries(at, "acronym"))

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
        if token.low in DIRECTIONS and line.goes_on_capital(at + 1):
            behind = line.end_of(at + 1, "place")
            if behind > at + 1:
                return at + 1
            if not is_syllable(line.low(at + 1)) and not line.tokens[at + 1].upper:
                # Nam Ossetia, Tây Bengal
                return self._emit(Span(at, at + 2, "place", "vi.place.direction"))
        end = line.run(at)
        for stop in range(at + 1, end):
            if line.tokens[stop].gap == " " and (
                self._names_country(stop)
                or (line.is_acronym(stop) and not line.is_acronym(at))
                or self._second_person(at, stop, end)
                or self._breaks(stop)
                or is_person(line, stop)
                or body_at(line, stop)
            ):
                end = stop
                break
        if token.opens and token.low in line.lexicon.opener:
            return at + 1
        if line.syllables(at, end):
            return self._native(at, end)
        return self._foreign(at, end)

    def _names_country(self, at: int) -> bool:
        """Say whether a country of two words starts at a token: Tenma Việt Nam."""
        end = self.line.end_of(at, "place")
        return end - at > 1 and self._country(at, end)

    def _second_person(self, first: int, at: int, end: int) -> bool:
        """Say whether a person's given name starts inside foreign capitals: Time Mark Halperin."""
        line = self.line
        names = given_names()
        return (
            end - at >= 2
            and fold(line.low(at)) in names
            and fold(line.low(first)) not in names
            and line.spaced(at + 1)
        )

    def _native(self, at: int, end: int) -> int:
        """Judge unknown capitals that are Vietnamese syllables."""
        line = self.line
        if end - at == 1:
            return end
        if end - at == 2 and line.end_of(at, "body_head", "place_type") == at + 1:
            # "Viện Bệnh …": a head whose matter no table knows
            return end
        if line.before(at, "body_before"):
            return self._emit(Span(at, end, "organisation", "vi.organisation.before"))
        if (
            line.end_of(at, "topic", "body_head", "place_type", "not_a_name", "office") > at + 1
            or self.barred
        ):
            return end
        if line.low(at - 1) in PLACE_BEFORE and not line.tokens[at].opens:
            return self._emit(Span(at, end, "place", "vi.place.before"))
        if line.end_of(end, "speech") > end and line.spaced(end):
            return self._emit(Span(at, end, "person", "vi.person.speech"))
        if line.tokens[at].opens and end - at == 2:
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
        if any(word in BODY_TAILS for word in words):
            return "organisation"
        hyphened = any(line.tokens[i].gap == "-" for i in range(at + 1, end))
        speaks = line.spaced(end) and line.end_of(end, "speech") > end
        if fold(words[0]) in given_names() or speaks:
            return "person"
        if line.low(at - 1) in PLACE_BEFORE:
            return "place"
        if any(line.inner_capitals(i) for i in range(at, end)):
            return "organisation"
        if self.barred or any(word in common_english() for word in words):
            return "other"
        if len(words) >= _SINGLE_SPEECH and (hyphened or len(words) <= 4):
            return "person"
        return "other"

    def _acronym(self, at: int) -> int:
        line = self.line
        token = line.tokens[at]
        end = at + 1
        if token.gap.endswith("("):
            before = self.spans[-1] if self.spans and self.spans[-1].last == at else None
            if before is not None and before.kind in {"organisation", "place"}:
                place = before.kind == "place" and line.explains(at)
                kind: NameKind = "place" if place else "organisation"
                return self._emit(Span(at, end, kind, f"vi.{kind}.acronym"))
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
        ):
            return end
        while end < line.size and line.tokens[end].gap == "-" and line.tokens[end].upper:
            end += 1
        if end < line.size and line.tokens[end].gap in {"-", "/"}:
            return end
        return self._emit(Span(at, end, "organisation", "vi.organisation.capitals"))

    def _country(self, at: int, end: int) -> bool:
        line = self.line
        if self._breaks(end):
            return True
        return any(
            last == end and e.role in {"country", "region"} for last, e in line.entries(at, "place")
        )
