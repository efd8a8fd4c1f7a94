"""What commands share: reading texts, writing results, telling progress, exit statuses."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import EncodingError, InputError, OutputError, UsageError
from workbench.language.text import nfc
from workbench.records import SCHEMA, SEVERITIES, Finding, Severity, Signature, dump_line

if TYPE_CHECKING:
    from workbench.report.triage import Triage


def read_bytes(name: str) -> bytes:
    """Read a file, or stdin for ``-``. Raises InputError."""
    if name == "-":
        return sys.stdin.buffer.read()
    path = Path(name)
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(
            f"no such file: {name}", hint="Check the path, or give '-' to read stdin."
        ) from error
    except IsADirectoryError as error:
        raise InputError(f"{name} is a folder", hint="Name the files in it.") from error
    except OSError as error:
        raise InputError(f"cannot read {name}: {error.strerror}") from error


def read_lines(name: str) -> list[str]:
    """Read UTF-8 lines as NFC text, without line ends; a last empty line does not count.

    Raises InputError, EncodingError with the line of the first bad byte.
    """
    data = read_bytes(name).removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise EncodingError(
            "the text is not UTF-8",
            where=f"{name}:{line}",
            hint="Convert it, for instance with: iconv -f windows-1258 -t utf-8",
        ) from error
    lines = nfc(text).split("\n")
    if lines and not lines[-1]:
        lines.pop()
    return [line.removesuffix("\r") for line in lines]


def header(signature: Signature, **more: object) -> dict[str, object]:
    """Return the first row of a JSON Lines result."""
    return {"schema": SCHEMA, "signature": str(signature), **more}


def print_rows(rows: Iterable[Any]) -> None:
    """Write JSON Lines to stdout."""
    for row in rows:
        sys.stdout.write(dump_line(row) + "\n")


def note(message: str) -> None:
    """Tell something on stderr: progress, warnings, what was written."""
    print(message, file=sys.stderr, flush=True)


class Progress:
    """Count work on stderr: one line rewritten on a terminal, now and then a line elsewhere."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._terminal = sys.stderr.isatty()
        self._shown = -1

    def __call__(self, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` are ready."""
        tenth = done * 10 // max(1, total)
        if self._terminal:
            end = "\n" if done >= total else ""
            print(f"\r{self._what} {done}/{total}", end=end, file=sys.stderr, flush=True)
        elif tenth > self._shown and total >= 20:  # noqa: PLR2004 - short work needs no report
            note(f"{self._what} {done}/{total}")
        self._shown = tenth


def check_target(name: str, *, force: bool) -> None:
    """Refuse an output before the work begins: an existing file without --force, no folder.

    Raises OutputError.
    """
    path = Path(name)
    if name == "-":
        return
    if path.exists() and not force:
        raise OutputError(
            f"{name} exists", hint="Give another name, or --force to replace the file."
        )
    folder = path.parent
    if not folder.is_dir():
        raise OutputError(f"no such folder: {folder}", hint=f"Make it: mkdir -p {folder}")
    if not os.access(folder, os.W_OK):
        raise OutputError(f"the folder {folder} is read-only", hint="Choose another folder.")


def write_file(name: str, content: str | bytes) -> None:
    """Write to a temporary file beside the target, then put it in place; ``-`` is stdout.

    Raises OutputError; a failure leaves the old file as it was.
    """
    data = content.encode() if isinstance(content, str) else content
    if name == "-":
        sys.stdout.buffer.write(data)
        return
    path = Path(name)
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(path)
        temporary = None
    except OSError as error:
        raise OutputError(
            f"cannot write {name}: {error.strerror}", hint="Choose another place."
        ) from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
    note(f"wrote {name}")


def load_triage(*, baseline: str | None, dismissals: str | None) -> Triage:
    """Read what an earlier result knows and what was dismissed. Raises InputError, FormatError."""
    from workbench.report.triage import Triage, load_baseline, load_dismissals

    def text(name: str) -> str:
        return "\n".join(read_lines(name))

    return Triage(
        known=load_baseline(text(baseline), where=baseline) if baseline else frozenset(),
        dismissals=load_dismissals(text(dismissals), where=dismissals) if dismissals else (),
    )


def parse_severity(word: str) -> Severity:
    """Read the name of a severity. Raises UsageError."""
    for severity in SEVERITIES:
        if severity == word:
            return severity
    raise UsageError(f"unknown severity '{word}'", hint=f"One of: {', '.join(SEVERITIES[1:])}.")


def status_of(findings: Iterable[Finding], *, fail_on: str, exit_zero: bool) -> int:
    """Return 1 where a finding is at or above ``fail_on``, else 0."""
    if exit_zero:
        return 0
    floor = SEVERITIES.index(parse_severity(fail_on))
    return int(any(SEVERITIES.index(finding.severity) >= max(1, floor) for finding in findings))
