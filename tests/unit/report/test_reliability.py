from __future__ import annotations

import sys

import pytest

from workbench.errors import MissingExtra
from workbench.report.reliability import draw_reliability
from workbench.score.alignment import reliability

RATED = [(0.1, False), (0.15, False), (0.5, True), (0.55, False), (0.9, True), (0.95, True)]


def test_the_curve_is_a_picture_that_says_how_it_was_made() -> None:
    picture = draw_reliability({"sparse": reliability(RATED)}, signature="wb:0.1.0|stage:align")
    assert picture.startswith(b"\x89PNG")
    assert b"wb:0.1.0|stage:align" in picture


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(MissingExtra, match="matplotlib"):
        draw_reliability({}, signature="")
