from __future__ import annotations

from pathlib import Path

import pytest

from workbench.cli.streams import check_target, parse_severity, read_lines, status_of, write_file
from workbench.errors import EncodingError, InputError, OutputError, UsageError
from workbench.records import Finding, Severity


def finding(severity: Severity) -> Finding:
    return Finding(
        pair=1, check="figure-missing", issue_type="omission", dimension="figure",
        severity=severity, verdict="missing", vi=None, en=None, explanation="", id="0",
    )  # fmt: skip


def test_lines_are_nfc_without_their_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "tiê\u0301ng\r\n\nhai\n".encode())
    assert read_lines(str(path)) == ["tiếng", "", "hai"]


def test_bytes_that_are_not_utf8_are_placed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\ntwo \xe9\n")
    with pytest.raises(EncodingError, match=r"a\.txt:2"):
        read_lines(str(path))


def test_folders_and_missing_files(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="folder"):
        read_lines(str(tmp_path))
    with pytest.raises(InputError, match="no such file"):
        read_lines(str(tmp_path / "none"))


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    write_file(str(target), "tiếng Việt\n")
    assert target.read_text(encoding="utf-8") == "tiếng Việt\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    with pytest.raises(OutputError):
        write_file(str(tmp_path / "none" / "a.txt"), "x")


def test_targets_are_refused_before_the_work(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    check_target(str(target), force=False)
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="exists"):
        check_target(str(target), force=False)
    check_target(str(target), force=True)
    check_target("-", force=False)
    with pytest.raises(OutputError, match="no such folder"):
        check_target(str(tmp_path / "none" / "a.txt"), force=False)


@pytest.mark.parametrize(
    ("severity", "fail_on", "status"),
    [("none", "info", 0), ("minor", "major", 0), ("major", "major", 1), ("critical", "major", 1)],
)
def test_exit_status(severity: Severity, fail_on: str, status: int) -> None:
    assert status_of([finding(severity)], fail_on=fail_on, exit_zero=False) == status
    assert status_of([finding(severity)], fail_on=fail_on, exit_zero=True) == 0


def test_unknown_severities_are_named() -> None:
    with pytest.raises(UsageError, match="awful"):
        parse_severity("awful")
