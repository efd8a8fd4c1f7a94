"""``wb translate`` as a process, with the embedded model."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

pytestmark = pytest.mark.model
MODEL = ROOT / "models" / "vi-en-270m"
LINES = "Hội nghị khai mạc tại Hà Nội.\n\nNguyễn Văn An\nTỉnh chi 38 tỷ đồng.\n"
#: Python runs this on its start: any attempt to reach a network ends the process.
NO_NETWORK = """
import os, socket

def refuse(*_, **__):
    os.write(2, b"network!")
    os._exit(99)

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
"""


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A copy of the model's folder; small files are copied, the weights linked."""
    folder = tmp_path / "damaged"
    folder.mkdir()
    for path in MODEL.iterdir():
        if path.name.startswith("model.bin"):
            (folder / path.name).symlink_to(path)
        else:
            shutil.copy(path, folder)
    return folder


def test_lines_are_translated_offline(wb: Run, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    done = wb("translate", "--lines", "--beam", "1", stdin=LINES, PYTHONPATH=f"{tmp_path}:{ROOT}")
    assert done.returncode == 0, done.stderr
    first, blank, name, last = done.stdout.splitlines()
    assert "Hanoi" in first
    assert (blank, name) == ("", "Nguyen Van An")
    assert "38 billion" in last


def test_what_is_typed_is_answered_at_once() -> None:
    command = [sys.executable, "-m", "workbench.cli.entry", "translate", "--lines", "--beam", "1"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(2):
            process.stdin.write("Hội nghị khai mạc tại Hà Nội.\n".encode())
            process.stdin.flush()
            assert b"Hanoi" in process.stdout.readline()
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def test_a_reader_that_has_seen_enough_ends_it_quietly(tmp_path: Path) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_text("Hội nghị khai mạc.\n" * 40_000, encoding="utf-8")
    done = subprocess.run(  # noqa: S602 - the pipe is what is tested
        f"{sys.executable} -m workbench.cli.entry translate --lines --beam 1 {lines} | head -n 1",
        shell=True,
        capture_output=True,
        check=False,
    )
    assert done.stdout.count(b"\n") == 1
    assert b"Error" not in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_ctrl_c_leaves_nothing_half_written(tmp_path: Path) -> None:
    source = tmp_path / "lines.txt"
    text = "Hội nghị lần thứ {} khai mạc sáng nay tại Hà Nội với {} đại biểu của các xã.\n"
    source.write_text("".join(text.format(i, i * 7) for i in range(400)), encoding="utf-8")
    before = set(tmp_path.iterdir())
    command = [
        sys.executable, "-m", "workbench.cli.entry", "translate", "--lines", str(source),
        "-o", str(tmp_path / "out.txt"), "--no-memory", "--beam", "1",
    ]  # fmt: skip
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        process.stderr.readline()  # the first word of progress: the model is at work
        process.send_signal(signal.SIGINT)
        began = time.monotonic()
        told = process.stderr.read().decode()
        assert process.wait(timeout=60) == 130
        assert time.monotonic() - began < 60
    assert "Interrupted." in told
    assert "Traceback" not in told
    assert set(tmp_path.iterdir()) == before


def test_a_damaged_part_is_named(wb: Run, damaged: Path) -> None:
    part = damaged / "model.bin.part2"
    data = bytearray(part.read_bytes())
    data[1000] ^= 1
    part.unlink()
    part.write_bytes(data)
    for words in (("translate", "--lines", "--model"), ("models", "verify")):
        done = wb(*words, damaged, stdin="Xin chào.\n")
        assert (done.returncode, done.stdout) == (2, "")
        assert "model.bin.part2 is damaged: its SHA-256 is" in done.stderr
        assert "Hint: " in done.stderr


def test_a_missing_part_is_named(wb: Run, damaged: Path) -> None:
    (damaged / "model.bin.part1").unlink()
    done = wb("translate", "--lines", "--model", damaged, stdin="Xin chào.\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert "model file missing" in done.stderr
    assert "model.bin.part1" in done.stderr


def test_a_wrong_name_lists_the_models(wb: Run) -> None:
    done = wb("translate", "--lines", "--model", "vi-en-270n", stdin="Xin chào.\n")
    assert done.returncode == 2
    assert "no model 'vi-en-270n'" in done.stderr
    assert "vi-en-270m" in done.stderr


def test_a_checkpoint_that_is_not_cached_is_told(wb: Run) -> None:
    done = wb("translate", "--lines", "--model", "nobody/nothing", stdin="Xin chào.\n")
    assert done.returncode == 2
    assert "neither a folder nor in the Hugging Face cache" in done.stderr


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_refused(wb: Run, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o500)
    done = wb("translate", "--lines", "-o", folder / "out.txt", stdin="Xin chào.\n")
    assert done.returncode == 2
    assert "is read-only" in done.stderr


def test_a_cache_that_cannot_be_is_told_and_done_without(wb: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = wb("translate", "--lines", "--beam", "1", stdin="Xin chào.\n",
              WB_CACHE=str(tmp_path / "file"))  # fmt: skip
    assert done.returncode == 0
    assert done.stdout.count("\n") == 1
    assert "Warning: cannot open the translation cache" in done.stderr
