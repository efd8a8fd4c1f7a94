"""``wb check`` and ``wb checks`` as other programs see them."""

from __future__ import annotations

import json

from tests.conftest import Run

WRONG = "Quỹ đã chi 72 tỷ đồng.\tThe fund has spent 72 million VND.\n"
RIGHT = "Xưởng có 45 công nhân.\tThe workshop has 45 workers.\n"
ABOUT = "Khoảng 300 hộ có điện.\t300 households have power.\n"


def rows(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_findings_are_json_lines_after_a_header(wb: Run) -> None:
    done = wb("check", "--pairs", "-", "--json", "--dimension", "figure", stdin=RIGHT + WRONG)
    assert done.returncode == 1
    header, *found = rows(done.stdout)
    assert header["schema"] == 1
    assert str(header["signature"]).startswith("wb:")
    assert len(found) == 1
    finding = found[0]
    assert finding["pair"] == 2
    assert finding["check"] == "figure-scale"
    assert finding["severity"] == "major"
    assert finding["verdict"] == "scale"
    vi, en = WRONG.rstrip("\n").split("\t")
    for side, text in (("vi", vi), ("en", en)):
        span = finding[side]
        assert isinstance(span, dict)
        assert text[span["start"] : span["end"]] == span["surface"]


def test_a_clean_file_ends_with_status_0_and_no_rows(wb: Run) -> None:
    done = wb("check", "--pairs", "-", "--json", "--dimension", "figure", stdin=RIGHT)
    assert done.returncode == 0
    assert len(rows(done.stdout)) == 1


def test_all_shows_agreeing_links_with_severity_none(wb: Run) -> None:
    done = wb("check", "--pairs", "-", "--json", "--all", "--dimension", "figure", stdin=RIGHT)
    assert done.returncode == 0
    assert [(r["verdict"], r["severity"]) for r in rows(done.stdout)[1:]] == [("equal", "none")]


def test_fail_on_and_exit_zero_decide_the_status(wb: Run) -> None:
    words = ("check", "--pairs", "-", "--dimension", "figure")
    assert wb(*words, stdin=ABOUT).returncode == 0
    assert wb(*words, "--fail-on", "minor", stdin=ABOUT).returncode == 1
    assert wb(*words, "--exit-zero", stdin=WRONG).returncode == 0
    done = wb(*words, "--fail-on", "awful", stdin=WRONG)
    assert done.returncode == 2
    assert "awful" in done.stderr


def test_quotes_are_text_and_blank_lines_keep_their_number(wb: Run) -> None:
    pairs = '"Có 3 xe" ""\t"There are 3 cars" ""\n\n' + WRONG
    done = wb("check", "--pairs", "-", "--json", "--dimension", "figure", stdin=pairs)
    assert [row["pair"] for row in rows(done.stdout)[1:]] == [3]


def test_a_bad_row_is_an_error_with_file_and_line(wb: Run) -> None:
    done = wb("check", "--pairs", "-", "--json", stdin=RIGHT + "no tab here\n")
    assert done.returncode == 2
    assert "Error:" in done.stderr
    assert "-:2" in done.stderr
    assert "Hint:" in done.stderr
    missing = wb("check", "--pairs", "nowhere.tsv", "--json")
    assert missing.returncode == 2
    assert not missing.stdout
    assert "nowhere.tsv" in missing.stderr


def test_the_table_names_pair_check_and_reason(wb: Run) -> None:
    done = wb("check", "--pairs", "-", "--dimension", "figure", stdin=RIGHT + WRONG)
    assert "figure-scale" in done.stdout
    assert "72 tỷ đồng" in done.stdout
    assert "1,000 times too small" in done.stdout
    assert "1 finding" in done.stderr


def test_settings_switch_a_check_off(wb: Run) -> None:
    words = ("check", "--pairs", "-", "--json", "--dimension", "figure")
    done = wb(*words, stdin=WRONG, WB_CHECK_SEVERITY='{figure-scale = "off"}')
    assert done.returncode == 0
    header, *found = rows(done.stdout)
    assert not found
    assert "figure-scale=off" in str(header["signature"])


def test_the_list_names_every_check(wb: Run) -> None:
    done = wb("checks", "list")
    assert done.returncode == 0
    assert "figure-unlocalised" in done.stdout
    as_rows = rows(wb("checks", "list", "--json").stdout)
    assert {"id", "severity", "dimension", "issue_type", "title"} <= set(as_rows[1])


def test_a_check_is_explained_with_its_examples(wb: Run) -> None:
    done = wb("checks", "explain", "date-order")
    assert done.returncode == 0
    assert "«May 8»" in done.stdout
    document = json.loads(wb("checks", "explain", "date-order", "--json").stdout)
    assert document["schema"] == 1
    assert document["bad"]
    unknown = wb("checks", "explain", "date-colour")
    assert unknown.returncode == 2
    assert "wb checks list" in unknown.stderr
