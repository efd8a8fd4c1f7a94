"""The contract's "everywhere": exit statuses, streams, pipes, colour, no model at help."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

MODEL_LIBRARIES = ("torch", "transformers", "ctranslate2", "sentencepiece")


@pytest.mark.parametrize("words", [("--help",), ("-h",), ()])
def test_help_answers(wb: Run, words: tuple[str, ...]) -> None:
    done = wb(*words)
    assert done.returncode == 0
    assert "Usage: wb" in done.stdout
    assert done.stderr == ""


def test_version(wb: Run) -> None:
    assert wb("--version").stdout.startswith("wb ")


@pytest.mark.parametrize("command", ["", "translate", "check", "qa"])
def test_help_imports_no_model_library(command: str) -> None:
    words = [command, "--help"] if command else ["--help"]
    code = (
        "import sys\n"
        f"sys.argv = ['wb', *{words!r}]\n"
        "from workbench.cli.entry import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {MODEL_LIBRARIES!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize(
    "words",
    [
        ("nosuch",),
        ("extract",),
        ("extract", "--lang", "fr", "-"),
        ("check", "--wrong"),
        ("ingest", "no-such-file.txt"),
        ("check", "--pairs", "no-such-file.tsv"),
    ],
)
def test_bad_calls_exit_2_with_an_error_and_a_hint(wb: Run, words: tuple[str, ...]) -> None:
    done = wb(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("Error: ")
    assert "Hint: " in done.stderr
    assert "Traceback" not in done.stderr


def test_debug_shows_the_traceback(wb: Run) -> None:
    assert "Traceback" in wb("ingest", "no-such-file.txt", "--debug").stderr


def test_unknown_setting_is_named(wb: Run, tmp_path: Path) -> None:
    (tmp_path / "wb.toml").write_text("[check]\nfial_on = 'minor'\n", encoding="utf-8")
    done = wb("check", "--pairs", "-", stdin="a\tb\n")
    assert done.returncode == 2
    assert "fial_on" in done.stderr


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    text = tmp_path / "long.txt"
    text.write_text("Có 24.396 ca mắc và 128 ca nặng.\n" * 20_000, encoding="utf-8")
    command = f"{sys.executable} -m workbench.cli.entry extract --lang vi {text} | head -n 2"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.count("\n") == 2


def test_findings_exit_1_unless_told_otherwise(wb: Run) -> None:
    pair = "Dự án có vốn 38 tỷ đồng.\tThe project has a capital of 38 million VND.\n"
    assert wb("check", "--pairs", "-", stdin=pair).returncode == 1
    assert wb("check", "--pairs", "-", "--exit-zero", stdin=pair).returncode == 0
    assert wb("check", "--pairs", "-", "--fail-on", "critical", stdin=pair).returncode == 0


def test_no_colour_where_none_is_wanted(wb: Run) -> None:
    pair = "Có 38 người.\tThere are 83 people.\n"
    for words, environment in ((("--no-color",), {}), ((), {"NO_COLOR": "1"})):
        done = wb("check", "--pairs", "-", *words, stdin=pair, **environment)
        assert "\x1b" not in done.stdout + done.stderr


def test_text_stays_utf8_in_any_locale(wb: Run) -> None:
    done = wb("extract", "--lang", "vi", "-", stdin="Giá 38 tỷ đồng.\n", LC_ALL="C", PYTHONUTF8="0")
    assert "38 tỷ đồng" in done.stdout


def test_text_that_is_not_utf8_is_refused_with_its_line(wb: Run) -> None:
    done = wb("extract", "--lang", "vi", "-", stdin="tốt\n".encode() + b"\xff\xfe\n")
    assert done.returncode == 2
    assert "-:2" in done.stderr


def test_a_run_uses_no_network(tmp_path: Path, corpora: Path) -> None:
    """Every socket is refused; the main job still runs to its end."""
    code = (
        "import socket, sys\n"
        "def refuse(*_, **__):\n    raise SystemExit('the network was asked for')\n"
        "socket.socket.connect = socket.socket.connect_ex = refuse\n"
        "socket.getaddrinfo = socket.create_connection = refuse\n"
        f"sys.argv = ['wb', 'qa', {str(corpora / 'vi/weaving.txt')!r},"
        f" '--coverage', {str(corpora / 'en')!r}, '--json', '--exit-zero']\n"
        "from workbench.cli.entry import main\nmain()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False,
        cwd=ROOT, env={**os.environ, "WB_CACHE": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert '"ledger"' in done.stdout
