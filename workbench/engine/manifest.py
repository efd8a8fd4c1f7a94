"""What is known of a model: ``manifest.toml`` beside its weights.

A model is a folder. Its manifest says how it is run (format, architecture, prompt, limits), what
it is for (languages), what it allows (licence), and how good it is (quality). The checksums stand
in the file that ``[files]`` names, one line a file as ``sha256sum`` writes them, so that whoever
packs new weights writes them with a standard tool. Weights may be cut into parts, ``model.bin.part1``
and so on, which are joined in memory.
"""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal

import msgspec
import platformdirs

from workbench.errors import ChecksumError, ModelError

MANIFEST = "manifest.toml"
_CHECKSUM = re.compile(r"([0-9a-f]{64}) [ *](\S+)")
_HUB_ID = re.compile(r"[\w.-]+/[\w.-]+")
_PART = re.compile(r"(.+)\.part(\d+)")


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the manifest."""


class Languages(_Table, frozen=True, kw_only=True):
    """From which language into which, as ISO 639-1 codes."""

    source: str
    target: str


class Prompt(_Table, frozen=True, kw_only=True):
    """What a causal model is given: pieces, with ``{source}`` for those of the text."""

    template: tuple[str, ...]
    end: str


class Limits(_Table, frozen=True, kw_only=True):
    """Lengths in pieces."""

    #: longest text that the model was trained on
    source: int
    #: longest output is ``ratio`` times the source and ``extra`` more
    ratio: float = 1.5
    extra: int = 20
    #: longest output that the model has positions for; 0 where there is no such bound
    output: int = 0


class Files(_Table, frozen=True, kw_only=True):
    """Which file is what."""

    checksums: str = "SHA256SUMS"
    tokenizer: str = ""
    #: of models whose two languages have a tokenizer each
    target_tokenizer: str = ""


class Licence(_Table, frozen=True, kw_only=True):
    """Under which terms the weights may be used, and what they forbid."""

    name: str
    url: str = ""
    #: file with the terms that must be passed on
    notice: str = ""
    forbids: tuple[str, ...] = ()


class Quality(_Table, frozen=True, kw_only=True):
    """A measured score."""

    set: str
    lines: int
    beam: int
    bleu: float
    chrf: float


class Manifest(_Table, frozen=True, kw_only=True):
    """A model's manifest."""

    name: str
    title: str
    format: Literal["ctranslate2"]
    architecture: Literal["causal", "encoder-decoder"]
    languages: Languages
    licence: Licence
    files: Files
    limits: Limits
    base: str = ""
    parameters: int = 0
    #: type of the stored weights, passed to the runtime
    compute: str = "int8"
    prompt: Prompt | None = None
    quality: tuple[Quality, ...] = ()


class ModelFolder:
    """A model on disk: its manifest, and its files as checked bytes."""

    def __init__(self, path: Path) -> None:
        """Read the manifest and the list of checksums. Raises ModelError."""
        self.path = path
        self.manifest = _read_manifest(path / MANIFEST)
        self.checksums = self._read_checksums()

    @property
    def digest(self) -> str:
        """Eight hex digits that change with any file of the model."""
        rows = "".join(f"{name} {digest}\n" for name, digest in sorted(self.checksums.items()))
        return hashlib.sha256(rows.encode()).hexdigest()[:8]

    @property
    def size(self) -> int:
        """Bytes of all files that carry a checksum."""
        return sum((self.path / name).stat().st_size for name in self.checksums)

    def read(self) -> dict[str, bytes]:
        """Return every file's content by name, parts joined.

        Every file is checked on every read: at a few hundred megabytes a second this costs less
        than remembering which copy was checked when. Raises ModelError for a missing file,
        ChecksumError for a damaged one.
        """
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            contents = dict(
                zip(self.checksums, pool.map(self.read_file, self.checksums), strict=True)
            )
        return _join(contents)

    def read_file(self, name: str) -> bytes:
        """Return one file's content, checked. Raises ModelError, ChecksumError."""
        path = self.path / name
        hint = f"Fetch the folder again; {self.manifest.files.checksums} lists what belongs there."
        try:
            data = path.read_bytes()
        except FileNotFoundError as error:
            raise ModelError(f"model file missing: {path}", hint=hint) from error
        except OSError as error:
            raise ModelError(f"cannot read {path}: {error.strerror}", hint=hint) from error
        found, expected = hashlib.sha256(data).hexdigest(), self.checksums[name]
        if found != expected:
            raise ChecksumError(
                f"{path} is damaged: its SHA-256 is {found[:12]}…, not {expected[:12]}…", hint=hint
            )
        return data

    def _read_checksums(self) -> dict[str, str]:
        path = self.path / self.manifest.files.checksums
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise ModelError(f"cannot read {path}: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise ModelError("the list of checksums is not text", where=str(path)) from error
        # a line with more behind the name speaks of parts joined, not of a file
        rows = [match for line in lines if (match := _CHECKSUM.fullmatch(line.strip()))]
        if not rows:
            raise ModelError("no checksum in the list", where=str(path))
        return {match[2]: match[1] for match in rows}


def _read_manifest(path: Path) -> Manifest:
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Manifest)
    except OSError as error:
        raise ModelError(
            f"no {MANIFEST} in {path.parent}", hint="'wb models list' shows the models found."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise ModelError(f"unfit manifest ({error})", where=str(path)) from error


def _join(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Join ``NAME.part1``, ``NAME.part2`` … to ``NAME``."""
    parts: dict[str, list[tuple[int, bytes]]] = {}
    whole: dict[str, bytes] = {}
    for name, data in contents.items():
        match = _PART.fullmatch(name)
        if match:
            parts.setdefault(match[1], []).append((int(match[2]), data))
        else:
            whole[name] = data
    for name, pieces in parts.items():
        whole[name] = b"".join(data for _, data in sorted(pieces, key=lambda piece: piece[0]))
    return whole


def own_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return where the user's own models are put: first of ``WB_MODELS``, or the platform's place."""
    given = [place for place in environment.get("WB_MODELS", "").split(os.pathsep) if place]
    if given:
        return Path(given[0])
    return Path(platformdirs.user_data_dir("workbench", appauthor=False)) / "models"


def model_folders(environment: Mapping[str, str] = os.environ) -> list[Path]:
    """Return the folders of models: ``WB_MODELS``, the repository's, the installed, the user's."""
    package = Path(__file__).resolve().parents[1]
    places = [
        *(Path(place) for place in environment.get("WB_MODELS", "").split(os.pathsep) if place),
        package.parent / "models",
        package.parent / "workbench_models",
        own_folder({}),
    ]
    return [place for place in places if place.is_dir()]


def list_models(environment: Mapping[str, str] = os.environ) -> list[Path]:
    """Return the folders of all models found; of two with one name the first counts."""
    found: dict[str, Path] = {}
    for place in model_folders(environment):
        for manifest in sorted(place.glob(f"*/{MANIFEST}")):
            found.setdefault(manifest.parent.name, manifest.parent)
    return list(found.values())


def is_checkpoint(model: str) -> bool:
    """Say whether ``model`` is no folder of ours: a checkpoint's folder, or ``owner/name``."""
    path = Path(model).expanduser()
    if path.is_dir():
        return not (path / MANIFEST).exists() and (path / "config.json").exists()
    return bool(_HUB_ID.fullmatch(model))


def find_model(model: str, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of a model given by name or path. Raises ModelError."""
    for folder in list_models(environment):
        if folder.name == model:
            return folder
    path = Path(model).expanduser()
    if path.is_dir():
        return path
    names = ", ".join(folder.name for folder in list_models(environment))
    raise ModelError(
        f"no model '{model}'",
        hint=f"Models found: {names}. Or give the path of a folder."
        if names
        else "No model was found; WB_MODELS may name a folder of models.",
    )
