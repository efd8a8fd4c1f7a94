"""Checks against a glossary: terms that came out otherwise, forms that must not be used."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.check.base import Check, Example, Link, Pair
from workbench.language.glossary import Term
from workbench.records import Mention
from workbench.values.name import make_name
from workbench.values.types import Comparison

#: The glossary of the examples.
_SOCIETY = (
    Term(
        vi=("Hội Làng Nghề",),
        en=("Craft Village Society",),
        forbidden_en=("Craft Village Guild",),
        kind="organisation",
    ),
)


class TermMismatch(Check):
    """A term of the glossary that came out in other words."""

    id = "term-mismatch"
    title = "Not the glossary's term"
    issue_type = "terminology"
    dimension = "name"
    severity = "minor"
    description = (
        "The Vietnamese has a term of your glossary and the English has none of the forms that the"
        " glossary gives for it. Without a glossary the check says nothing."
    )
    good = (
        Example("Sở Y tế họp sáng nay.", "The health department met this morning."),
        Example("Hội Làng Nghề họp.", "The Craft Village Society met.", _SOCIETY),
    )
    bad = (Example("«Hội Làng Nghề» họp sáng nay.", "The club met this morning.", _SOCIETY),)

    def inspect(self, pair: Pair) -> Iterable[Link]:
        """Find terms of the Vietnamese whose English form is not there, once for each term."""
        if pair.glossary is None:
            return
        english = {_key(term) for _, _, term, bad in pair.glossary.hits(pair.en, "en") if not bad}
        forbidden = {_key(term) for _, _, term, bad in pair.glossary.hits(pair.en, "en") if bad}
        for start, end, term, _ in pair.glossary.hits(pair.vi, "vi"):
            if not term.en or _key(term) in english | forbidden:
                continue
            english.add(_key(term))
            explanation = f"the glossary gives {' or '.join(term.en)} for {pair.vi[start:end]}"
            yield Link(
                vi=_mention(pair.vi, start, end, term),
                en=None,
                comparison=Comparison(verdict="missing", explanation=explanation),
            )


class TermForbidden(Check):
    """A form that the glossary forbids."""

    id = "term-forbidden"
    title = "Forbidden term"
    issue_type = "terminology"
    dimension = "name"
    severity = "major"
    description = (
        "The English uses a form that your glossary forbids. The finding names the form to use."
        " Without a glossary the check says nothing."
    )
    good = (Example("Hội Làng Nghề họp.", "The Craft Village Society met.", _SOCIETY),)
    bad = (Example("«Hội Làng Nghề» họp.", "The «Craft Village Guild» met.", _SOCIETY),)

    def inspect(self, pair: Pair) -> Iterable[Link]:
        """Find forbidden forms in the English; the Vietnamese term stands beside, if it is there."""
        if pair.glossary is None:
            return
        vietnamese = {
            _key(term): (start, end) for start, end, term, _ in pair.glossary.hits(pair.vi, "vi")
        }
        for start, end, term, forbidden in pair.glossary.hits(pair.en, "en"):
            if not forbidden:
                continue
            use = f"use {term.en[0]}" if term.en else "use another term"
            place = vietnamese.get(_key(term))
            yield Link(
                vi=_mention(pair.vi, *place, term) if place else None,
                en=_mention(pair.en, start, end, term),
                comparison=Comparison(
                    verdict="conflict",
                    explanation=f"the glossary forbids {pair.en[start:end]}: {use}",
                ),
            )


def _key(term: Term) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return term.vi, term.en


def _mention(text: str, start: int, end: int, term: Term) -> Mention:
    return Mention(
        start=start, end=end, surface=text[start:end], dimension="name", kind=term.kind,
        value=make_name(text[start:end]), rule="glossary",
    )  # fmt: skip
