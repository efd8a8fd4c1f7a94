"""Which English article reports the event of a Vietnamese one: several, one, or none.

``Index`` is the pool; ``match`` searches it with the machine translation and judges what it finds.
"""

from __future__ import annotations

from workbench.config import MatchSettings
from workbench.match.article import MatchArticle, make_entry
from workbench.match.explain import explain
from workbench.match.features import Rarity
from workbench.match.index import Index
from workbench.match.score import another_event, judge, load_model
from workbench.records import Candidate, Signature

__all__ = ["Index", "MatchArticle", "another_event", "explain", "match", "signature"]

#: Articles looked at closely for each one asked for.
DEPTH = 6


def match(
    query: MatchArticle, index: Index, *, settings: MatchSettings, everything: bool = False
) -> list[Candidate]:
    """Return the articles of the pool on the event of the query, or related to it, best first.

    An empty list is an answer. ``everything`` adds what was looked at and found unrelated. A text
    that stands in the pool under several paths is given once, the others in its evidence as
    ``copies``.
    """
    source = make_entry(query)
    terms = list(dict.fromkeys(source.terms))
    found = index.search(terms, limit=max(10, DEPTH * settings.limit))
    parts = {t for entry, _ in found for t in (*entry.terms, *entry.copies)}
    parts |= {*terms, *source.copies}
    parts |= {f"@{name}" for entry, _ in found for name in entry.lead_names}
    rarity = Rarity(index.seen(sorted(parts)), len(index))
    candidates: list[Candidate] = []
    known: set[str] = set()
    for entry, _ in found:
        if entry.digest in known:
            continue
        known.add(entry.digest)
        candidate = judge(source, entry, rarity, settings=settings)
        copies = index.copies_of(entry)
        if copies:
            candidate.evidence["copies"] = copies
        if everything or candidate.verdict != "unrelated":
            candidates.append(candidate)
    order = ("same-event", "related", "unrelated")
    candidates.sort(key=lambda c: (order.index(c.verdict), -c.score, c.coverage))
    return candidates[: settings.limit]


def signature(settings: MatchSettings, **more: object) -> Signature:
    """Return the settings string of a match."""
    return Signature.of(
        stage="match", model=load_model().digest[:8], window=settings.window, **more
    )
