"""The reliability curve of calibrated scores, as a picture."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from workbench.errors import MissingExtra

_INCHES = (5.0, 5.0)
_DOTS = 144
_INK = "#2b5d8a"


def draw_reliability(
    curves: Mapping[str, Sequence[Mapping[str, float]]], *, signature: str
) -> bytes:
    """Draw how often each score was right, bin by bin, as PNG.

    ``curves`` has the rows of a reliability table by the name of the method: ``mean`` score, share
    ``right``, ``count``. Raises MissingExtra where matplotlib is not installed.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtra(
            "pictures need matplotlib",
            hint="Install it: pip install 'translation-workbench[plots]'",
        ) from error
    figure = Figure(figsize=_INCHES, dpi=_DOTS, layout="constrained")
    axes = figure.add_subplot(aspect="equal", xlim=(0, 1), ylim=(0, 1))
    axes.plot((0, 1), (0, 1), color="0.6", linestyle="--", linewidth=1, label="perfect")
    for name, rows in curves.items():
        axes.plot(
            [row["mean"] for row in rows], [row["right"] for row in rows],
            marker="o", color=_INK if len(curves) == 1 else None, label=name,
        )  # fmt: skip
        for row in rows:
            axes.annotate(
                f"{row['count']:.0f}", (row["mean"], row["right"]),
                textcoords="offset points", xytext=(6, -10), fontsize=7, color="0.35",
            )  # fmt: skip
    axes.set_xlabel("score that was given")
    axes.set_ylabel("share that was right")
    axes.set_title(signature.replace("|", "  "), fontsize=6, color="0.35")
    axes.legend(frameon=False)
    picture = io.BytesIO()
    figure.savefig(picture, format="png", metadata={"Description": signature})
    return picture.getvalue()
