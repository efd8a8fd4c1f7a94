from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run


def test_models_are_listed(wb: Run) -> None:
    done = wb("models", "list")
    assert done.returncode == 0
    assert done.stdout.startswith("vi-en-270m  vi→en")
    _, row = map(json.loads, wb("models", "list", "--json").stdout.splitlines())
    assert row["licence"] == "Gemma Terms of Use"


def test_a_model_is_described_with_its_licence(wb: Run) -> None:
    done = wb("models", "info", "vi-en-270m")
    assert done.returncode == 0
    assert "forbids" in done.stdout
    assert "chrF" in done.stdout
    document = json.loads(wb("models", "info", "vi-en-270m", "--json").stdout)
    assert document["languages"] == {"source": "vi", "target": "en"}


def test_an_unfit_manifest_is_passed_over_with_a_warning(wb: Run, tmp_path: Path) -> None:
    place = tmp_path / "models"
    place.mkdir()
    (place / "odd").mkdir()
    (place / "odd" / "manifest.toml").write_text("name = 3", encoding="utf-8")
    done = wb("models", "list", WB_MODELS=str(place))
    assert done.returncode == 0
    assert "unfit manifest" in done.stderr
    assert "vi-en-270m" in done.stdout


@pytest.mark.model
def test_every_file_is_verified(wb: Run) -> None:
    done = wb("models", "verify")
    assert (done.returncode, done.stdout) == (0, "vi-en-270m: 6 files whole\n")


@pytest.mark.model
def test_the_doctor_finds_everything_in_order(wb: Run) -> None:
    done = wb("doctor", "--json")
    assert done.returncode == 0, done.stdout
    rows = [json.loads(line) for line in done.stdout.splitlines()][1:]
    states = {row["what"]: row["state"] for row in rows}
    assert states["model"] == "ok"
    assert states["cache"] == "ok"


def test_the_doctor_says_what_is_wrong(wb: Run) -> None:
    done = wb("doctor", WB_TRANSLATE_MODEL="nowhere")
    assert done.returncode == 2
    assert "failed   model: no model 'nowhere'" in done.stdout
