from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from workbench.config import Settings, load_settings
from workbench.errors import ConfigError

ROOT = Path(__file__).parent.parent.parent


def write(folder: Path, text: str) -> dict[str, str]:
    path = folder / "wb.toml"
    path.write_text(text, encoding="utf-8")
    return {"WB_CONFIG": str(path)}


def test_defaults_without_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings({}) == Settings()


def test_file_in_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "[translate]\nbeam = 2\n")
    monkeypatch.chdir(tmp_path)
    assert load_settings({}).translate.beam == 2


def test_environment_goes_over_the_file(tmp_path: Path) -> None:
    environment = write(
        tmp_path, "[translate]\nbeam = 2\n[check.severity]\nfigure-missing = 'minor'\n"
    )
    settings = load_settings(
        {**environment, "WB_TRANSLATE_BEAM": "1", "WB_TRANSLATE_MODEL": "mine"}
    )
    assert settings.translate.beam == 1
    assert settings.translate.model == "mine"
    assert settings.check.severity == {"figure-missing": "minor"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[translate]\nbeem = 2\n", "beem"),
        ("[translatte]\n", "translatte"),
        ("[translate]\nbeam = 'four'\n", "beam"),
        ("[check.severity]\nfigure-missing = 'awful'\n", "severity"),
        ("[translate\n", "not TOML"),
    ],
)
def test_wrong_settings_are_refused_by_name(tmp_path: Path, text: str, names: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_settings(write(tmp_path, text))
    assert names in str(caught.value)
    assert "wb.toml" in str(caught.value)


def test_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such file"):
        load_settings({"WB_CONFIG": str(tmp_path / "none.toml")})


def test_every_key_is_documented() -> None:
    page = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
    for table in msgspec.structs.fields(Settings):
        assert f"[{table.name}" in page
        for field in msgspec.structs.fields(table.type):
            assert field.name in page, f"[{table.name}] {field.name}"
