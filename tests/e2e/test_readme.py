"""The README's commands run as they stand there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

pytestmark = pytest.mark.model
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(
    r"^\$ wb (.+)$", "\n".join(re.findall(r"```console\n(.*?)```", README, re.DOTALL)), re.MULTILINE
)


def test_there_are_commands() -> None:
    assert len(COMMANDS) >= 3


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_runs(wb: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "corpora").symlink_to(ROOT / "corpora")
    done = wb(*shlex.split(command))
    assert done.returncode in (0, 1), done.stderr
    assert "Error" not in done.stderr


def test_the_findings_shown_are_the_findings_made(wb: Run, tmp_path: Path) -> None:
    (tmp_path / "corpora").symlink_to(ROOT / "corpora")
    done = wb("check", "--pairs", "corpora/drafts/dengue.tsv")
    assert done.stdout.strip() in README


def test_the_make_targets_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^\$ make (\w+)$", README, re.MULTILINE):
        assert f"\n{target}:" in makefile
