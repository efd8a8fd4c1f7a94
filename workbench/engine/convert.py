"""Make a CTranslate2 model folder, manifest and checksums included, of a Marian checkpoint."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path

from workbench.engine.huggingface import find_checkpoint, read_family, told
from workbench.engine.manifest import MANIFEST, ModelFolder
from workbench.errors import ModelError, OutputError

_SUMS = "SHA256SUMS"
_TOKENIZERS = ("source.spm", "target.spm")
#: Pieces of the longest text: what OPUS-MT was trained on.
_LONGEST = 200
_LICENCE = re.compile(r"^license:\s*(\S+)", re.MULTILINE)
_MANIFEST = """\
# Made by wb models add.
name = {name}
title = {title}
base = {base}
format = "ctranslate2"
architecture = "encoder-decoder"
compute = "int8"

[languages]
source = "vi"
target = "en"

[limits]
source = {source}
output = {output}

[files]
checksums = "SHA256SUMS"
tokenizer = "source.spm"
target_tokenizer = "target.spm"

[licence]
name = {licence}
"""


def add_checkpoint(model: str, *, name: str, place: Path, force: bool) -> ModelFolder:
    """Convert a checkpoint, a folder or a cached id, to int8 under ``place / name``.

    An interrupted conversion leaves nothing. Raises ModelError for a checkpoint that cannot be
    converted, OutputError for a folder that exists or cannot be made.
    """
    source, target = find_checkpoint(model), place / name
    family = read_family(source)
    if family != "marian":
        raise ModelError(
            f"checkpoints of the family '{family}' cannot be converted yet",
            where=str(source),
            hint="Marian (OPUS-MT) checkpoints can.",
        )
    missing = [file for file in _TOKENIZERS if not (source / file).is_file()]
    if missing:
        raise ModelError(f"the checkpoint has no {missing[0]}", where=str(source))
    if target.exists() and not force:
        raise OutputError(f"{target} exists", hint="Give another --name, or --force to replace it.")
    unfinished = place / f".{name}.unfinished"
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        place.mkdir(parents=True, exist_ok=True)
        _convert(source, unfinished)
        _describe(source, unfinished, name=name, base=model)
        if target.exists():
            shutil.rmtree(target)
        unfinished.rename(target)
    except OSError as error:
        raise OutputError(f"cannot make {target}: {error.strerror}") from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return ModelFolder(target)


def _convert(source: Path, target: Path) -> None:
    from ctranslate2.converters import TransformersConverter

    with told(source):
        TransformersConverter(str(source)).convert(str(target), quantization="int8")
    for file in _TOKENIZERS:
        shutil.copyfile(source / file, target / file)


def _describe(source: Path, target: Path, *, name: str, base: str) -> None:
    """Write the checksums and the manifest."""
    files = sorted(path for path in target.iterdir() if path.is_file())
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (target / _SUMS).write_text("".join(sums), encoding="utf-8")
    positions = json.loads((source / "config.json").read_bytes())["max_position_embeddings"] - 2
    card = source / "README.md"
    licence = _LICENCE.search(card.read_text(encoding="utf-8")) if card.is_file() else None
    words = {
        "name": name,
        "title": f"{Path(base).name}, converted to int8",
        "base": base,
        "licence": licence[1] if licence else "unknown: read the checkpoint's card",
    }
    text = _MANIFEST.format(
        source=min(_LONGEST, positions),
        output=positions,
        # a JSON string of plain text is a TOML string
        **{key: json.dumps(word, ensure_ascii=False) for key, word in words.items()},
    )
    (target / MANIFEST).write_text(text, encoding="utf-8")
