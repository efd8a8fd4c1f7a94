"""From evidence to one calibrated score and a verdict.

The log-odds of one event are a logistic model's over text, names and numbers, fitted on development
articles (``model.toml``), moved by what those articles cannot teach because they have no dates,
titles or second meetings: the days between the articles and between the events they tell, titles
that agree, and leads with other people and places. These moves are set by hand and stand in the
same file under ``[prior]``.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from workbench.config import MatchSettings
from workbench.errors import ModelError
from workbench.match.article import Entry
from workbench.match.dates import Distance, days_before, describe, distance
from workbench.match.features import FEATURES, Comparison, Rarity, Shared, compare
from workbench.records import Candidate
from workbench.records.link import MatchVerdict

PATH = Path(__file__).with_name("model.toml")


class Prior(msgspec.Struct, frozen=True, kw_only=True):
    """Moves of the log-odds, set by hand."""

    #: for articles 0, 1, 2 ... days apart; the last one up to the window
    days: tuple[float, ...]
    #: beyond the window, where a date was worked out from the text and may be wrong
    beyond: float
    #: for events of the leads 0, 1, 2 ... days apart; the last one for more
    events: tuple[float, ...]
    #: for titles that share all their telling words, and less for less
    title: float
    #: where no sentence of the source is answered: a common trade and place, not a common event
    unanswered: float
    #: for leads whose people, bodies and places are all unknown to the other article
    apart: float


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """Where the verdicts begin."""

    #: probability of one event
    same_event: float
    #: probability from which another event is at least related
    related: float
    #: rarity in nats of shared names and figures from which articles are related
    shared: float


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """Coefficients of the features, moves set by hand, and lines, with their origin."""

    source: str
    digest: str
    text: dict[str, float]
    prior: Prior
    line: Line


@lru_cache(maxsize=1)
def load_model() -> Model:
    """Read the coefficients. Raises ModelError where they do not fit the features."""
    model = msgspec.convert(tomllib.loads(PATH.read_text(encoding="utf-8")), Model)
    if set(model.text) != set(FEATURES):
        raise ModelError("the matching model does not rate the features of this version")
    return model


@dataclass(frozen=True)
class Weighed:
    """All that speaks for and against one event behind two articles."""

    found: Comparison
    days: Distance
    #: share of the titles' words in common, and how far the leads name others, 0 to 1
    title: float
    apart: float
    #: moves of the log-odds of the text, by name
    moves: dict[str, float]


def weigh(source: Entry, coverage: Entry, rarity: Rarity, *, window: int) -> Weighed:
    """Compare two articles in every way."""
    prior = load_model().prior
    found = compare(source, coverage, rarity)
    days = distance(source, coverage)
    title = title_agreement(source, coverage, rarity)
    apart = leads_apart(source, coverage, rarity)
    moves = _moves(prior, days, title, apart, window=window)
    if not found.answers:
        moves["unanswered"] = prior.unanswered
    return Weighed(found, days, title, apart, moves)


def judge(source: Entry, coverage: Entry, rarity: Rarity, *, settings: MatchSettings) -> Candidate:
    """Score one article of the pool against a source, and say what it is."""
    model = load_model()
    weighed = weigh(source, coverage, rarity, window=settings.window)
    row = weighed.found.row
    odds = sum(model.text[name] * x for name, x in zip(FEATURES, row, strict=True))
    text = 1 / (1 + math.exp(-odds))
    score = 1 / (1 + math.exp(-(odds + sum(weighed.moves.values()))))
    ruled_out = excluded(source, coverage, weighed.days, window=settings.window)
    if ruled_out:
        score = min(score, model.line.same_event / 2)
    return Candidate(
        coverage=coverage.path,
        score=round(score, 4),
        verdict=_verdict(model.line, score, text, weighed.found.shared),
        evidence=_evidence(weighed, text) | ({"excluded": ruled_out} if ruled_out else {}),
    )


def excluded(source: Entry, coverage: Entry, days: Distance, *, window: int) -> str | None:
    """Say why the dates on the pages leave no room for one event, if they do."""
    if days.sure and days.least is not None and days.least > window:
        return f"they are more than {window} days apart"
    # not the other way round: the lead of a later report may tell the day of its newest figures
    before = days_before(coverage, source) if coverage.dated else None
    if before is not None:
        return f"the coverage was published {before} days before the event of the source"
    return None


#: Probability of the text alone from which a late report is a translation of the source.
_SAME_TEXT = 0.99


def another_event(candidate: Candidate, *, window: int, whole: bool = True) -> str | None:
    """Say why an article must report another event than the source, or None where it need not.

    Days decide: those printed on the pages, or those of the events that the leads tell, unless the
    words are the source's own, for it may be a late translation. Without days, only articles that
    nothing ties report two events; ``whole`` says that neither is a short notice.
    """
    told = candidate.evidence
    if candidate.verdict == "same-event" or told["parts"]["text"] >= _SAME_TEXT:
        return None
    if "excluded" in told:
        return str(told["excluded"])
    days, events = told["days_apart"], told["events_apart"]
    if events is not None and events >= len(load_model().prior.events) - 1:
        return f"their leads tell of events {events} days apart"
    if days is not None and days > window:
        return f"they are {days} days apart"
    if whole and candidate.verdict == "unrelated":
        return "their texts have next to nothing in common"
    return None


def _verdict(line: Line, score: float, text: float, shared: Shared) -> MatchVerdict:
    if score >= line.same_event:
        return "same-event"
    if text >= line.related or shared.weight >= line.shared:
        return "related"
    return "unrelated"


def _moves(
    prior: Prior, days: Distance, title: float, apart: float, *, window: int
) -> dict[str, float]:
    moves = {"title": prior.title * title, "apart": prior.apart * apart}
    if days.least is not None:
        moves["days"] = (
            prior.beyond
            if days.least > window
            else prior.days[min(days.least, len(prior.days) - 1)]
        )
    if days.events is not None:
        moves["events"] = prior.events[min(days.events, len(prior.events) - 1)]
    return {name: round(move, 3) for name, move in moves.items() if move}


def title_agreement(source: Entry, coverage: Entry, rarity: Rarity) -> float:
    """Return the share of the titles' word weight that they have in common; 0 without two titles."""
    if not source.title or not coverage.title:
        return 0.0
    one, two = set(source.title), set(coverage.title)
    weights = {stem: rarity.of(stem) for stem in one | two}
    total = min(sum(weights[s] for s in one), sum(weights[s] for s in two))
    return sum(weights[s] for s in one & two) / total if total else 0.0


def leads_apart(source: Entry, coverage: Entry, rarity: Rarity) -> float:
    """Return how far the leads name people, bodies and places that the other article lacks.

    0 when one of the two leads is all known to the other article, 1 when nothing of either is.
    """
    return min(_unknown(source, coverage, rarity), _unknown(coverage, source, rarity))


def _unknown(one: Entry, two: Entry, rarity: Rarity) -> float:
    weights = {n: rarity.of(f"@{n}") for n in one.lead_names}
    total = sum(weights.values())
    words = two.words
    known = sum(w for n, w in weights.items() if words.issuperset(n.split()))
    return 1 - known / total if total else 0.0


def _evidence(weighed: Weighed, text: float) -> dict[str, Any]:
    found, days = weighed.found, weighed.days
    return {
        "days_apart": days.least,
        "events_apart": days.events,
        "dates": describe(days),
        "figures": list(found.shared.figures),
        "names": list(found.shared.names),
        "terms": found.terms,
        "answers": [[i, j, round(s, 3)] for i, j, s in found.answers],
        "parts": {
            "text": round(text, 4),
            "title": round(weighed.title, 3),
            "leads_apart": round(weighed.apart, 3),
            "shared": found.shared.weight,
            **{name: round(x, 3) for name, x in zip(FEATURES[1:], found.row[1:], strict=True)},
        },
        "moves": weighed.moves,
    }
