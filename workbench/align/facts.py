"""Align reports of two events: only standing facts correspond.

Two meetings of one host are told in the same set phrases, and a sentence about the one answers no
sentence about the other, however alike they read. What both reports can state is what holds beside
either event: a statistic, or a person's office.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np

from workbench.align.beads import candidates
from workbench.align.candidates import Shape
from workbench.align.evidence import evidence
from workbench.align.model import Model, log_odds
from workbench.align.sides import Profile
from workbench.align.solve import choose
from workbench.align.sparse import with_lonely, worth
from workbench.records import Bead
from workbench.values.keys import is_calendar, is_small

#: What the same person with the same office adds to the log-odds of a pair, in nats: set by hand.
INTRODUCED = 3.0


def align_facts(
    vi: Sequence[Profile],
    en: Sequence[Profile],
    model: Model,
    *,
    threshold: float,
    introduced: Mapping[tuple[int, int], str],
) -> list[Bead]:
    """Choose the beads that share a figure other than a date, or introduce the same person.

    ``introduced`` names the person for each pair of segments that do.
    """
    found = candidates(vi, en, model, also=introduced)
    people = [_person(shape, introduced) for shape in found.shapes]
    # without likelihoods: set phrases told of another event are likely translations
    link, whole = model.beads(found.rows, informed=False)
    for k, person in enumerate(people):
        if person is not None:
            link[k], whole[k] = (_moved(float(p[k]), INTRODUCED) for p in (link, whole))
    kept = np.array(
        [
            person is not None or _share_figure(shape, vi, en)
            for shape, person in zip(found.shapes, people, strict=True)
        ],
        dtype=bool,
    )
    link[~kept] = 0.0
    values = np.where(kept, worth(found, link, whole, threshold=threshold), 0.0)
    beads = []
    for k in choose(found.shapes, values.tolist()):
        told = evidence(found.shapes[k], vi, en, found.overlaps[k])
        if person := people[k]:
            note = f"both introduce {person} with the same office"
            told = msgspec.structs.replace(
                told,
                names=tuple(sorted({*told.names, person})),
                notes=(note, *told.notes),
            )
        vi_group, en_group = found.shapes[k]
        beads.append(Bead(vi=vi_group, en=en_group, score=float(link[k]), evidence=told))
    return with_lonely(
        beads,
        found,
        link,
        counts=(len(vi), len(en)),
        nothing="the other article, on another event, states no figure or office of it",
    )


def _moved(probability: float, nats: float) -> float:
    return float(1 / (1 + np.exp(-(log_odds(probability) + nats))))


def _person(shape: Shape, introduced: Mapping[tuple[int, int], str]) -> str | None:
    """Return who is introduced by a pair; a merged bead tells more than an office."""
    (vi, en) = shape
    return introduced.get((vi[0], en[0])) if len(vi) == len(en) == 1 else None


def _share_figure(shape: Shape, vi: Sequence[Profile], en: Sequence[Profile]) -> bool:
    """Say whether each member shares a figure with the other side that is no date and not small."""
    left, right = (
        [{f for f in side[i].figures if not (is_calendar(f) or is_small(f))} for i in group]
        for side, group in zip((vi, en), shape, strict=True)
    )
    return all(any(one & other for other in right) for one in left) and all(
        any(one & other for one in left) for other in right
    )
