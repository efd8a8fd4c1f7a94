"""Which segment answers which: comparable articles, not translations of each other.

``align`` takes segments, their English and their mentions from the caller and gives beads; every
segment of both sides is in exactly one, alone where nothing answers it.
"""

from __future__ import annotations

from pathlib import PurePath

from workbench.align.evidence import explain
from workbench.align.facts import align_facts
from workbench.align.introductions import introductions
from workbench.align.likelihood import Likelihood
from workbench.align.model import load_model
from workbench.align.monotone import align_monotone
from workbench.align.sides import AlignSide, profiles
from workbench.align.sparse import align_sparse
from workbench.config import AlignSettings
from workbench.records import Bead, Signature

__all__ = ["AlignSide", "Likelihood", "align", "explain", "signature"]


def align(
    vi: AlignSide,
    en: AlignSide,
    *,
    settings: AlignSettings,
    one_event: bool = True,
    likelihood: Likelihood | None = None,
) -> list[Bead]:
    """Align two articles.

    ``settings.method`` is ``sparse`` (crossings, abstention) or ``monotone`` (true translations,
    in order). With ``one_event`` false the sparse method links only facts that hold beside either
    event. ``likelihood`` asks a translation model about the pairs worth it. Raises InputError where
    an article is too long for the method.
    """
    left, right = profiles(vi, en)
    if settings.method == "monotone":
        return align_monotone(left, right)
    model = load_model()
    threshold = model.threshold if settings.threshold is None else settings.threshold
    if not one_event:
        introduced = introductions(vi, en)
        return align_facts(left, right, model, threshold=threshold, introduced=introduced)
    return align_sparse(left, right, model, threshold=threshold, likelihood=likelihood)


def signature(settings: AlignSettings, **more: object) -> Signature:
    """Return the settings string of an alignment."""
    model = load_model()
    sparse = settings.method == "sparse"
    threshold = model.threshold if settings.threshold is None else settings.threshold
    return Signature.of(
        stage="align",
        method=settings.method,
        **({"model": model.digest[:8], "threshold": threshold} if sparse else {}),
        **({"likelihood": "on" if settings.likelihood else "off"} if sparse else {}),
        **({"embeddings": PurePath(settings.embeddings).name} if settings.embeddings else {}),
        **more,
    )
