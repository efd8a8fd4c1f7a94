"""The report as it stands, word for word. Renew with: pytest tests/unit/report --snapshot-update."""

from __future__ import annotations

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from tests import newsroom
from workbench import __version__
from workbench.report import render

#: what changes with a release, not with the report
_SCRUBS = (
    (re.compile(re.escape(f"wb:{__version__}")), "wb:VERSION"),
    (re.compile(rf'"{re.escape(__version__)}"'), '"VERSION"'),
    (re.compile(r"version:\d[\w.]*"), "version:N"),
)


@pytest.mark.parametrize("format", ["text", "markdown", "json", "csv", "sarif"])
def test_the_report_is_what_it_was(format: str, snapshot: SnapshotAssertion) -> None:  # noqa: A002
    out = render([newsroom.report()], format)  # type: ignore[arg-type]
    assert isinstance(out, str)
    for pattern, word in _SCRUBS:
        out = pattern.sub(word, out)
    assert out == snapshot
