"""Why a bead stands: what its two sides share, kept with it and told in words."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.align.candidates import Shape
from workbench.align.features import Overlap, join
from workbench.align.sides import Profile
from workbench.language.words import weight
from workbench.records import Bead, Evidence

_FEW = 6


def evidence(
    shape: Shape,
    vi: Sequence[Profile] = (),
    en: Sequence[Profile] = (),
    found: Overlap | None = None,
    *,
    likely: bool = False,
) -> Evidence:
    """Return text similarity, shared figures and shared names of a bead.

    ``likely`` says that the translation model prefers this Vietnamese to all others.
    """
    if found is None or not shape[0] or not shape[1]:
        return Evidence()
    left, right = join([vi[i] for i in shape[0]]), join([en[j] for j in shape[1]])
    return Evidence(
        text=round(found.similarity, 3),
        figures=tuple(sorted(left.figures.keys() & right.figures.keys())),
        names=shared_names(left, right),
        notes=_notes(left, right, found, likely=likely),
    )


def shared_names(left: Profile, right: Profile) -> tuple[str, ...]:
    """Return the names of either side whose telling words all stand on the other, longest first."""
    shared = {n for n, parts in left.names.items() if parts <= right.words}
    shared |= {n for n, parts in right.names.items() if parts <= left.words}
    longest = [n for n in shared if not any(n != m and f" {n} " in f" {m} " for m in shared)]
    return tuple(sorted(longest))


def _notes(left: Profile, right: Profile, found: Overlap, *, likely: bool) -> tuple[str, ...]:
    both = [s for s in left.stems if s in right.stems and weight(s) == 1.0]
    shared = sorted(both, key=lambda s: (-left.stems[s], s))[:_FEW]
    notes = [
        (
            f"{found.words_of_vi:.0%} of the translation's word weight stands in the English,"
            f" {found.words_of_en:.0%} of the English in the translation"
        )
    ]
    if shared:
        notes.append(f"telling word stems in common: {', '.join(shared)}")
    if likely:
        notes.append(
            "the model finds the English likelier after this Vietnamese than after any rival"
        )
    if found.figures_apart:
        notes.append("both sides have figures, and none in common")
    return tuple(notes)


def explain(bead: Bead) -> str:
    """Say in a sentence or two why a bead stands, or why a segment is alone."""
    if not bead.vi or not bead.en:
        side, number = ("vi", bead.vi[0]) if bead.vi else ("en", bead.en[0])
        return f"{side} {number} has no counterpart: {'; '.join(bead.evidence.notes)}."
    left = "+".join(map(str, bead.vi))
    right = "+".join(map(str, bead.en))
    reasons = list(bead.evidence.notes)
    if bead.evidence.figures:
        reasons.append(f"shared figures: {', '.join(bead.evidence.figures)}")
    if bead.evidence.names:
        reasons.append(f"shared names: {', '.join(bead.evidence.names)}")
    return f"vi {left} = en {right} with a probability of {bead.score:.2f}: {'; '.join(reasons)}."
