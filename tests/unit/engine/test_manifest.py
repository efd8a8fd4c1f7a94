from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.conftest import ROOT
from workbench.engine import ModelFolder, find_model, list_models, load_engine
from workbench.engine.manifest import model_folders
from workbench.errors import ChecksumError, ModelError

MANIFEST = """
name = "tiny"
title = "A model of three bytes"
format = "ctranslate2"
architecture = "causal"
[languages]
source = "vi"
target = "en"
[prompt]
template = ["<s>", "{source}"]
end = "</s>"
[limits]
source = 10
[files]
tokenizer = "tokenizer.model"
[licence]
name = "CC0-1.0"
"""
FILES = {
    "model.bin.part1": b"a", "model.bin.part2": b"b", "model.bin.part10": b"c",
    "tokenizer.model": b"t",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "models" / "tiny"
    place.mkdir(parents=True)
    (place / "manifest.toml").write_text(MANIFEST, encoding="utf-8")
    for name, data in FILES.items():
        (place / name).write_bytes(data)
    sums = [f"{hashlib.sha256(data).hexdigest()}  {name}" for name, data in FILES.items()]
    sums.append(f"{'0' * 64}  model.bin (parts joined)")
    (place / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="utf-8")
    return place


def test_parts_are_joined_in_the_order_of_their_numbers(folder: Path) -> None:
    assert ModelFolder(folder).read() == {"model.bin": b"abc", "tokenizer.model": b"t"}


def test_a_damaged_part_is_named(folder: Path) -> None:
    (folder / "model.bin.part2").write_bytes(b"x")
    with pytest.raises(ChecksumError, match=r"model\.bin\.part2 is damaged"):
        ModelFolder(folder).read()


def test_a_missing_part_is_named(folder: Path) -> None:
    (folder / "model.bin.part10").unlink()
    with pytest.raises(ModelError, match=r"file missing: .*model\.bin\.part10"):
        ModelFolder(folder).read()


def test_the_digest_follows_the_weights(folder: Path) -> None:
    before = ModelFolder(folder).digest
    sums = folder / "SHA256SUMS"
    sums.write_text(sums.read_text(encoding="utf-8").replace("c", "d"), encoding="utf-8")
    assert ModelFolder(folder).digest != before


def test_wb_models_names_folders_that_come_first(folder: Path) -> None:
    environment = {"WB_MODELS": str(folder.parent)}
    assert model_folders(environment)[0] == folder.parent
    assert find_model("tiny", environment) == folder
    assert find_model(str(folder), {}) == folder


def test_a_wrong_name_lists_what_there_is(folder: Path) -> None:
    with pytest.raises(ModelError) as caught:
        find_model("tinny", {"WB_MODELS": str(folder.parent)})
    assert "tiny" in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('format = "ctranslate2"', 'format = "onnx"'),
        ("[limits]", "colour = 3\n[limits]"),
        ("[languages]", "[languages"),
    ],
)
def test_an_unfit_manifest_is_told(folder: Path, before: str, after: str) -> None:
    path = folder / "manifest.toml"
    path.write_text(MANIFEST.replace(before, after), encoding="utf-8")
    with pytest.raises(ModelError, match="unfit manifest"):
        ModelFolder(folder)


def test_a_folder_without_manifest_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no manifest\.toml"):
        load_engine(str(tmp_path))


def test_weights_that_are_none_are_told(folder: Path) -> None:
    with pytest.raises(ModelError):
        load_engine(str(folder))


def test_every_model_of_the_repository_has_card_licence_and_notice() -> None:
    found = [path for path in list_models({}) if path.is_relative_to(ROOT / "models")]
    assert found
    for path in found:
        folder = ModelFolder(path)
        licence = folder.manifest.licence
        assert folder.manifest.name == path.name
        assert (path / "README.md").is_file()
        assert licence.name
        assert not licence.notice or (path / licence.notice).is_file()
        assert folder.manifest.quality
        assert folder.manifest.files.tokenizer in folder.checksums
