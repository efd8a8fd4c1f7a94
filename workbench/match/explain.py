"""Why two articles were taken for one event, or not, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from workbench.records import Candidate

_MOVES: dict[str, Callable[[float], str]] = {
    "title": lambda _: "their titles agree",
    "apart": lambda _: "their leads name other people, bodies or places",
    "unanswered": lambda _: "no sentence answers another",
    "days": lambda move: "the dates " + ("fit" if move > 0 else "speak against one event"),
    "events": lambda move: (
        "the leads tell of the same day" if move > 0 else "the leads tell of events on other days"
    ),
}
_VERDICTS = {
    "same-event": "reports the same event",
    "related": "is related, but another event",
    "unrelated": "is unrelated",
}
#: Moves of the log-odds below this are not worth a word.
_SMALL = 0.25


def explain(candidate: Candidate) -> str:
    """Say in a paragraph what speaks for and against a candidate."""
    facts: Mapping[str, Any] = candidate.evidence
    parts = facts["parts"]
    said = [f"{candidate.coverage} {_VERDICTS[candidate.verdict]} (score {candidate.score:.2f})"]
    answers = facts["answers"]
    said.append(
        f"{_count(len(answers), 'sentence')} of the source answered, the best at"
        f" {parts['first']:.2f}; the text alone gives a probability of {parts['text']:.2f}"
    )
    said.append(f"dates: {facts['dates']}")
    if "excluded" in facts:
        said.append(f"not the same event, because {facts['excluded']}")
    said += [
        f"{_MOVES[name](move)} ({move:+.1f})"
        for name, move in facts["moves"].items()
        if abs(move) >= _SMALL
    ]
    for name in ("figures", "names"):
        found = facts[name]
        said.append(f"shared {name}: {', '.join(found[:8])}" if found else f"no shared {name}")
    if facts.get("copies"):
        said.append(f"the same text also stands in {', '.join(facts['copies'])}")
    return "; ".join(said) + "."


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
