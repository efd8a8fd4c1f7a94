"""Read the names of an English line, from left to right."""

from __future__ import annotations

from workbench.extract.name.en_body import body_at, is_head
from workbench.extract.name.en_person import (
    CALENDAR,
    family_end,
    given_start,
    native_start,
    run_end,
    short_name,
    titled_end,
)
from workbench.extract.name.en_unknown import UnknownEnglish
from workbench.extract.name.lexicon import common_english
from workbench.extract.name.line import PARTICLES, Line, roman
from workbench.extract.name.spans import Span
from workbench.extract.name.tokens import word_set
from workbench.values.types import NameKind

_LINKS = word_set("of the and for at in")


class EnglishReader(UnknownEnglish):
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
        if at and (token.opens or token.gap not in {" ", "-", ". ", " “", ' "'}):
            self.title = None
        if line.shouts:
            end = line.end_of(at, "place")
            return (
                self._emit(Span(at, end, "place", "en.place.gazetteer")) if end - at > 1 else at + 1
            )
        if not token.capital:
            return self._small(at)
        for rule in (
            self._skipped,
            self._body,
            self._title,
            self._typed_place,
            self._person,
            self._place,
        ):
            end = rule(at)
            if end > at:
                return end
        end = self._other(at)
        self.title = None
        return end

    def _small(self, at: int) -> int:
        line = self.line
        found = line.longest(at, "place", "body")
        if found is not None:
            end = found[0]
            first = at + 1 if line.low(at) == "the" and end - at > 1 else at
            beyond = (
                first > at
                and max(line.end_of(first, "place", "body"), self._typed_end(first)) > end
            )
            if line.capital(end - 1) and not beyond:
                kind: NameKind = "place" if found[1].category == "place" else "organisation"
                return self._emit(Span(first, end, kind, f"en.{kind}.gazetteer"))
        end = self._title(at)
        if end > at:
            return end
        if self.title and line.low(at) in PARTICLES and line.goes_on_capital(at + 1):
            # Mr del Rosario
            return self._emit(Span(at, run_end(line, at + 1), "person", "en.person.title"))
        if self.title and line.low(at) not in _LINKS:
            self.title = None
        return at + 1

    def _skipped(self, at: int) -> int:
        """Step over capitals that name nothing: months, laws, demonyms, openers of sentences."""
        line = self.line
        token = line.tokens[at]
        reach = max(line.end_of(at, "place", "body"), family_end(line, at), self._typed_end(at))
        demonym = line.end_of(at, "demonym")
        if demonym > at and demonym >= reach:
            span = body_at(line, at)
            if span is None or span.last <= demonym:
                return demonym
            return at
        if reach <= at + 1 and native_start(line, at) > at:
            return at
        end = line.end_of(at, "not_names", "organ")
        if end > at and end >= reach:
            span = body_at(line, at)
            if span is not None and span.last > end:
                return at
            if line.end_of(at, "office", "courtesy") >= end or (
                self.title and end - at == 1 and not _calendar(line, at)
            ):
                return at
            if given_start(line, at) and line.joined(at + 1) and line.capital(at + 1):
                return at
            if (
                end - at == 1
                and line.spaced(end)
                and line.capital(end)
                and line.end_of(end, "not_names") == end
                and is_head(line, end)
            ):
                return at
            return end
        if (
            token.opens
            and token.low in line.lexicon.opener
            and reach <= at + 1
            and line.end_of(at, "office", "courtesy", "place_lead") == at
        ):
            if line.end_of(at, "place", "body") > at and token.low not in {"the", "us"}:
                return at
            span = body_at(line, at)
            if span is not None and span.last - at > 2:
                return at
            if (
                given_start(line, at)
                and line.capital(at + 1)
                and line.joined(at + 1)
                and token.low not in common_english()
            ):
                return at
            if short_name(line, at):
                return at
            return at + 1
        return at

    def _body(self, at: int) -> int:
        line = self.line
        span = body_at(line, at)
        if span is None:
            return at
        longer = line.end_of(at, "place")
        office = line.end_of(at, "office", "courtesy") > max(at, longer - 1)
        if office and not span.rule.endswith("table"):
            return at
        typed = self._typed_end(at) - span.rule.endswith("table")
        if longer >= span.last or typed >= span.last:
            return at
        return self._emit(span)

    def _title(self, at: int) -> int:
        line = self.line
        found = line.longest(at, "office", "courtesy")
        if found is None:
            return at
        last, entry = found
        if line.end_of(at, "place", "body") > last:
            return at
        token = line.tokens[at]
        if token.capital and max(family_end(line, at), native_start(line, at)) > last:
            return at
        if token.capital and not token.opens and token.low in line.lexicon.ambiguous_given:
            # Son Tinh is no son
            return at
        if token.capital and not (line.capital(last) or line.low(last) in _LINKS | PARTICLES):
            return at
        self.title = "courtesy" if entry.category == "courtesy" else "office"
        if last < line.size and line.tokens[last].gap == ". ":
            line.tokens[last].gap = " "
            line.tokens[last].opens = False
        return last

    def _typed_end(self, at: int) -> int:
        """Return the end of "Dong Tam Village", "Red River", "Tan Son Nhat International Airport"."""
        line = self.line
        if line.end_of(at, "organ") > at + 1 or line.low(at) in _FEASTS:
            return at
        if line.low(at) in {"the", "a", "an"} and line.end_of(at, "place_lead") == at:
            return at
        lead = line.longest(at, "place_lead")
        if lead is not None and line.capital(at):
            last = lead[0]
            if line.spaced(last) and (line.capital(last) or line.tokens[last].text.isdigit()):
                if line.tokens[last].text.isdigit():
                    return last + 1 if lead[1].form in {"district", "ward", "camp"} else at
                if (
                    lead[1].form in {"district", "ward", "river", "port", "cape", "camp", "fort"}
                    and line.tokens[at].opens is False
                    and is_head(line, last)
                ):
                    return at
                end = line.end_of(last, "place")
                return max(end, line.run(last, limit=3))
        end = line.run(at, limit=5)
        for tail in range(at + 1, end):
            if line.low(tail) == "the":
                return at
            found = line.longest(tail, "place_tail")
            if found is None:
                continue
            last = found[0]
            if (
                last < line.size
                and line.spaced(last)
                and line.capital(last)
                and is_head(line, last)
            ):
                return at
            if all(line.low(k) in common_english() for k in range(at, tail)) and (
                line.end_of(at, "place") <= at
            ):
                # Smart City, Parking Lot
                return at
            if all(line.tokens[k].capital for k in range(tail, last)):
                return self._longer_tail(last)
        return at

    def _longer_tail(self, last: int) -> int:
        """Go on over a second tail: "Industrial Park", "International Airport"."""
        line = self.line
        while line.spaced(last) and line.capital(last) and line.end_of(last, "place_tail") > last:
            last = line.end_of(last, "place_tail")
        return last

    def _typed_place(self, at: int) -> int:
        line = self.line
        if self.title:
            return at
        end = self._typed_end(at)
        if end == at or (line.headline and line.end_of(at, "place") == at):
            return at
        token = line.tokens[at]
        if (
            token.opens
            and token.low in line.lexicon.opener
            and line.end_of(at, "place_lead") == at
            and line.end_of(at, "place") == at
            and native_start(line, at) == at
        ):
            return at
        return self._emit(Span(at, end, "place", "en.place.typed", line.places_within(at, end)))

    def _person(self, at: int) -> int:
        line = self.line
        place = line.end_of(at, "place")
        if self.title:
            return self._titled(at, place)
        end = family_end(line, at)
        if end > at and end > place:
            return self._emit(Span(at, end, "person", "en.person.family"))
        if given_start(line, at) and line.joined(at + 1) and line.capital(at + 1):
            end = run_end(line, at)
            if end > place and end - at > 1 and not self._worklike(at, end):
                return self._emit(Span(at, end, "person", "en.person.given"))
        return at

    def _titled(self, at: int, place: int) -> int:
        line = self.line
        if not line.spaced(at) or line.end_of(at, "not_names") > at + line.capital(at + 1):
            return at
        if line.anonymous(at):
            return at
        if self.title == "office":
            if place > at and not self._named_like_city(at, place):
                return at
            if line.low(at - 1) in _LINKS and family_end(line, at) == at:
                return at
            if line.end_of(at, "demonym") > at:
                return at
            end = titled_end(line, at)
            if end - at == 1 and (
                line.low(at) in line.lexicon.body_words
                or line.low(at) in common_english()
                or line.tokens[at].upper
            ):
                return at
            if family_end(line, at) == at and any(is_head(line, k) for k in range(at, end)):
                return at
        elif any(e.role == "country" for _, e in line.entries(at, "place")):
            # Miss Vietnam
            return at
        else:
            end = titled_end(line, at)
        rule = "en.person.title"
        self.title = None
        return self._emit(Span(at, end + roman(line, end), "person", rule))

    def _named_like_city(self, at: int, place: int) -> bool:
        """Say whether a place behind an office opens a person's name: Ho Chi Minh, Florence Parly."""
        line = self.line
        if family_end(line, at) - at >= 3 or given_start(line, at):
            return True
        city = any(e.role == "city" for last, e in line.entries(at, "place") if last == place)
        return (
            city
            and place - at == 1
            and line.low(at - 1) not in _LINKS
            and line.goes_on_capital(place)
            and line.end_of(place, "office", "courtesy", "body_head", "place", "place_tail")
            == place
        )

    def _worklike(self, at: int, end: int) -> bool:
        """Say whether capitals that open with a given name end like a firm, school or place."""
        line = self.line
        return any(is_head(line, k) for k in range(at + 1, end)) and not all(
            line.low(k) in line.lexicon.body_weak for k in range(at + 1, end)
        )

    def _place(self, at: int) -> int:
        line = self.line
        end = line.end_of(at, "place")
        if end == at:
            return at
        token = line.tokens[at]
        money = line.spaced(end) and line.low(end) in _MONEY
        if money and (line.low(end) != "won" or line.low(end - 1).startswith("korea")):
            # US dollars, Hong Kong dollar; but "Malaysia won"
            return end
        first = (
            at + 1
            if token.low == "the" and end - at > 1 and line.surface(at, end) != "The Hague"
            else at
        )
        if (
            end - at == 1
            and token.low
            in {
                "vinh",
                "nice",
                "java",
                "victoria",
                "georgia",
                "hoa",
                "phoenix",
                "lima",
                "perth",
                "darwin",
                "bern",
                "kent",
                "mali",
                "jordan",
                "chad",
            }
            and (
                (line.goes_on_capital(end) and line.end_of(end, "place") == end)
                or (short_name(line, at) and token.low == "vinh")
            )
        ):
            return at
        if (
            end < line.size
            and line.tokens[end].gap == " "
            and line.capital(end)
            and not line.headline
            and self._absorbs(at, end)
        ):
            return at
        return self._emit(Span(first, end, "place", "en.place.gazetteer"))

    def _absorbs(self, at: int, end: int) -> bool:
        """Say whether a place of one word opens a longer unknown name: Vietnam Idol, Hanoi Tower."""
        line = self.line
        if (
            end - at > 1
            or line.end_of(end, "not_names", "organ", "office", "courtesy", "demonym", "place")
            > end
        ):
            return False
        return (
            any(e.role == "city" for last, e in line.entries(at, "place") if last == end)
            and not line.end_of(at, "demonym") > at
            and line.syllables(end, end + 1)
            and line.syllables(at, at + 1)
        )


def _calendar(line: Line, at: int) -> bool:
    """Say whether a token is a month or weekday."""
    return line.low(at) in CALENDAR


_MONEY = word_set(
    "dollar dollars cent cents pound pounds yen yuan won baht dong rupee rupees rupiah peso pesos franc francs euro ruble rubles ringgit kip riel"
)
_FEASTS = frozenset(("tet", "christmas", "easter", "lunar", "happy"))
