"""What all tests share: where the project stands, the evaluation data if any, running the command."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(autouse=True)
def _private_places(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep caches of tests apart from the user's own, and models offline."""
    monkeypatch.setenv("WB_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.delenv("WB_CONFIG", raising=False)


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Return the folder of the sample articles."""
    return ROOT / "corpora"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of evaluation data outside the project; skip where it is absent."""
    folder = Path(os.environ.get("WB_SHARED", ROOT.parent / "shared"))
    if not (folder / "eval").is_dir():
        pytest.skip("no evaluation data beside the project")
    return folder


@pytest.fixture
def wb(tmp_path: Path) -> Run:
    """Return a function that runs ``wb`` as a process in an empty folder."""

    def run(
        *words: str | Path, stdin: str | bytes | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [sys.executable, "-m", "workbench.cli.entry", *map(str, words)],
            input=data if data is not None else b"",
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return run
