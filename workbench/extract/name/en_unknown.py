"""Judge capitals of an English line that no table knows."""

from __future__ import annotations

from workbench.extract.name.en_body import body_at, is_head
from workbench.extract.name.en_person import (
    family_end,
    given_start,
    looks_personal,
    native_start,
    run_end,
    short_name,
)
from workbench.extract.name.lexicon import common_english
from workbench.extract.name.line import Line
from workbench.extract.name.spans import Span
from workbench.extract.name.tokens import word_set
from workbench.language.syllable import is_syllable
from workbench.values.types import NameKind

_PLACE_BEFORE = word_set(
    "in from near outside inside across throughout around visit visited visiting leave left southern northern eastern western"
)
#: small words that close a list of places, and the longest list that is looked through
_PLACES = word_set(
    "province provinces district districts commune communes ward wards town towns city cities village villages "
    "county counties island islands archipelago archipelagoes states mountain mountains river border dock wharf pier pagoda temple bridge"
)
_LIST = 14
_LONGEST_ACRONYM = 6
_COMMON_ENDINGS = (
    "tion",
    "sion",
    "ment",
    "ing",
    "ness",
    "ity",
    "ed",
    "ly",
    "ism",
    "ists",
    "ers",
    "ions",
    "ments",
    "ies",
)
#: verbs that things do as well as people
_WEAK_ACTS = word_set("is was has had will would also and used made came fell kept led gave left")


class UnknownEnglish:
    """Holds what a reader of a line knows, and judges capitals that no table knows."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.spans: list[Span] = []
        #: a title stands right before: "courtesy" or "office"
        self.title: str | None = None
        #: a phrase that opens no name stands right before
        self.barred = False

    def _emit(self, span: Span) -> int:
        self.spans.append(span)
        if span.kind == "person":
            self.title = None
        return span.last

    def _other(self, at: int) -> int:
        """Judge capitals that no table knows."""
        line = self.line
        token = line.tokens[at]
        if line.is_acronym(at) and not (
            line.spaced(at + 1) and line.capital(at + 1) and not line.tokens[at + 1].upper
        ):
            return self._acronym(at)
        behind = at + 1
        hyphened = behind < line.size and line.tokens[behind].gap == "-"
        if hyphened and (len(token.text) == 1 or not line.tokens[behind].text.isalpha()):
            # X-rays, E-commerce, U-2, CoV-2
            return behind + 1
        end = run_end(line, at)
        for stop in range(at + 1, end):
            if (
                line.tokens[stop].gap == " "
                and given_start(line, stop)
                and not given_start(line, at)
                and end - stop > 1
            ):
                end = stop
                break
            if line.tokens[stop].gap == " " and (
                family_end(line, stop) - stop >= 3
                or (
                    line.end_of(stop, "office", "courtesy", "demonym") > stop
                    and not is_syllable(line.low(stop))
                )
                or (line.end_of(stop, "not_names") > stop and not is_syllable(line.low(stop)))
                or line.end_of(stop, "body") > stop + 1
                or (body_at(line, stop) is not None and given_start(line, at) is False)
            ):
                end = stop
                break
        if end - at == 1 and short_name(line, at):
            return self._emit(Span(at, at + 1, "person", "en.person.short"))
        if behind + 1 == end and hyphened and not line.capital(behind):
            # Ninety-nine, Corona-related
            return end
        title = line.end_of(at, "office", "courtesy")
        if title >= end or (self.title and title > at):
            return title
        words = [token.low for token in line.tokens[at:end]]
        generic = all(w in line.lexicon.body_words or w in common_english() for w in words)
        alone = token.opens and end == behind and self._opening_name(at)
        if generic and not alone and native_start(line, at) == at:
            return end
        branch = line.end_of(end, "place") if line.spaced(end) and end - at <= 2 else end
        if (
            branch > end
            and not line.headline
            and not token.opens
            and any(
                e.role == "country" and not e.form.isupper() for _, e in line.entries(end, "place")
            )
        ):
            # a firm's branch: Tenma Vietnam
            return self._emit(Span(at, branch, "organisation", "en.organisation.branch"))
        if end - at == 1:
            return self._single(at)
        if line.headline or (
            token.opens
            and token.low in common_english()
            and not line.inner_capitals(at)
            and native_start(line, at) == at
        ):
            return end if line.headline else at + 1
        return self._emit(Span(at, end, self._run_kind(at, end), "en.name.run"))

    def _run_kind(self, at: int, end: int) -> NameKind:
        line = self.line
        if self._of_places(end):
            return "place"
        quoted = (
            line.tokens[at].gap.rstrip(" ").endswith(("“", '"', "'"))
            and line.tokens[at].gap.strip() != ""
        )
        if any(
            line.inner_capitals(k) and not line.low(k).startswith(("mc", "mac", "o'"))
            for k in range(at, end)
        ):
            return "organisation"
        if quoted or (line.low(at - 1) in {"the", "a", "an", "this"} and line.spaced(at)):
            return "other"
        if line.spaced(end) and line.end_of(end, "speech") > end:
            return "person"
        alone = at == 0 and end == line.size
        native = line.syllables(at, end) and all(
            line.tokens[k].gap == " " for k in range(at + 1, end)
        )
        if native and not alone and line.low(at - 1) not in _PLACE_BEFORE | {"by"}:
            acts = line.spaced(end) and line.end_of(end, "act") > end
            return "person" if acts else "other"
        if looks_personal(line, at, end):
            if (
                line.low(at - 1) in _PLACE_BEFORE
                and not line.tokens[at].opens
                and line.low(at - 1) != "from"
            ):
                return "place"
            return "person"
        return "other"

    def _of_places(self, end: int) -> bool:
        """Say whether "province", "communes" … close the list that a name stands in."""
        line = self.line
        for at in range(end, min(end + _LIST, line.size)):
            token = line.tokens[at]
            if token.low in _PLACES and token.gap == " ":
                return True
            if not (token.gap in {" ", ", "} and (token.capital or token.low == "and")):
                return False
            if token.gap == " " and token.capital and at == end:
                return False
        return False

    def _single(self, at: int) -> int:
        line = self.line
        kind: NameKind
        token = line.tokens[at]
        known = line.context.kind(token.text)
        if known == "organisation":
            return self._emit(Span(at, at + 1, "organisation", "en.organisation.known"))
        if short_name(line, at):
            return self._emit(Span(at, at + 1, "person", "en.person.short"))
        if token.text[:-1].isupper() and token.text.endswith("s"):
            return at + 1
        if token.text in line.lexicon.not_bodies:
            return at + 1
        if is_syllable(token.low) and line.spaced(at) and line.low(at - 1) == "the":
            # under the Nguyen, the Chut people: a family or people, no person
            return at + 1
        if line.inner_capitals(at) and len(token.text) > 2:
            return self._emit(Span(at, at + 1, "organisation", "en.organisation.capitals"))
        if token.opens and not line.headline and self._opening_name(at):
            kind = "person" if is_syllable(token.low) else "other"
            return self._emit(Span(at, at + 1, kind, "en.name.opening"))
        if line.headline or token.opens or not token.text.isalpha() or len(token.text) < 3:
            return at + 1
        if (
            token.low in common_english()
            or token.low in line.lexicon.body_words
            or token.low.endswith(_COMMON_ENDINGS)
            or is_head(line, at)
        ):
            return at + 1
        if is_syllable(token.low) and token.low in line.lexicon.ambiguous_given:
            return at + 1
        before = line.low(at - 1) if line.spaced(at) else ""
        kind = "place" if before in _PLACE_BEFORE or self._of_places(at + 1) else "other"
        return self._emit(Span(at, at + 1, kind, "en.name.single"))

    def _opening_name(self, at: int) -> bool:
        """Say whether the unknown first word of a sentence is a name: it owns, acts or is aged."""
        line = self.line
        low = line.low(at)
        if (
            low in line.lexicon.opener
            or low in common_english()
            or (low in line.lexicon.body_words and not is_syllable(low))
            or low.endswith((*_COMMON_ENDINGS, "s"))
        ):
            return False
        if not line.tokens[at].text.isalpha() or line.end_of(at, "place") > at:
            return False
        behind = at + 1
        owns = behind < line.size and line.tokens[behind].gap == "'" and line.low(behind) == "s"
        if owns:
            return low not in line.lexicon.ambiguous_given
        # Minh accused; a verb in -ed that no list has tells as much, but no ambiguous name
        acts = line.end_of(behind, "act") > behind and line.low(behind) not in _WEAK_ACTS
        did = line.low(behind).endswith("ed") and low not in line.lexicon.ambiguous_given
        return line.spaced(behind) and (acts or did)

    def _acronym(self, at: int) -> int:
        line = self.line
        token = line.tokens[at]
        end = at + 1
        if token.gap.endswith("("):
            last = self.spans[-1] if self.spans and self.spans[-1].last == at else None
            if last is not None and last.kind != "person":
                kind = last.kind if last.kind == "place" else "organisation"
                return self._emit(Span(at, end, kind, "en.organisation.acronym"))
            if line.explains(at):
                line.groups.add(token.text)
                return end
        if token.text in line.context.words:
            return self._emit(Span(at, end, "organisation", "en.organisation.known"))
        if not line.acronym_is_name(at) or line.headline or len(token.text) > _LONGEST_ACRONYM:
            return end
        if end < line.size and line.tokens[end].gap == "-":
            return end
        return self._emit(Span(at, end, "organisation", "en.organisation.capitals"))
