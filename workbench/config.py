"""Settings: defaults, then ``wb.toml``, then ``WB_*`` of the environment; flags come last, by hand.

``wb.toml`` is looked for in the working folder, or where ``WB_CONFIG`` points. A key that is not
known is refused by name. ``WB_TRANSLATE_BEAM=1`` sets ``beam`` of the table ``[translate]``.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from workbench.errors import ConfigError

FILE = "wb.toml"
PREFIX = "WB_"


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the file."""


class TranslateSettings(_Table, frozen=True, kw_only=True):
    """Settings of the table ``[translate]``."""

    #: name of a folder under models/, or a path
    model: str = "vi-en-270m"
    beam: int = 4
    #: hypotheses that a worker decodes together: at beam 4 a quarter as many segments
    batch: int = 16
    #: batches decoded side by side, one thread each; 0 is one a core
    workers: int = 0


class CheckSettings(_Table, frozen=True, kw_only=True):
    """Settings of the table ``[check]``."""

    #: the exit status is 1 from this severity on
    fail_on: Literal["info", "minor", "major", "critical"] = "major"
    #: severity by check id; ``off`` silences a check
    severity: dict[str, Literal["off", "info", "minor", "major", "critical"]] = {}
    #: TBX, CSV or TOML files of names and bodies
    glossaries: tuple[str, ...] = ()


class MatchSettings(_Table, frozen=True, kw_only=True):
    """Settings of the table ``[match]``."""

    #: candidates kept for each source
    limit: int = 5
    #: days between source and coverage beyond which nothing is the same event
    window: int = 7


class AlignSettings(_Table, frozen=True, kw_only=True):
    """Settings of the table ``[align]``."""

    method: Literal["sparse", "monotone"] = "sparse"
    #: probability from which a bead counts; unset is the calibrated default
    threshold: float | None = None
    #: folder of a sentence-transformers model; unset compares character n-grams
    embeddings: str | None = None
    #: ask the translation model how likely the English of a pair is: slower, finds more
    likelihood: bool = True


class Settings(_Table, frozen=True, kw_only=True):
    """All settings of a run."""

    translate: TranslateSettings = TranslateSettings()
    check: CheckSettings = CheckSettings()
    match: MatchSettings = MatchSettings()
    align: AlignSettings = AlignSettings()


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings of this run.

    Raises ConfigError for a file that is not TOML, an unknown key, or a wrong value.
    """
    path = Path(environment.get(f"{PREFIX}CONFIG", FILE))
    rows: dict[str, Any] = {}
    if path.is_file():
        try:
            rows = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ConfigError(f"not TOML ({error})", where=str(path)) from error
    elif f"{PREFIX}CONFIG" in environment:
        raise ConfigError(f"no such file: {path}", hint=f"{PREFIX}CONFIG must name a wb.toml.")
    _override(rows, environment)
    try:
        return msgspec.convert(rows, Settings)
    except msgspec.ValidationError as error:
        raise ConfigError(
            f"{error}".replace("Object contains unknown field", "unknown key"),
            where=str(path),
            hint="docs/configuration.md lists every key.",
        ) from error


def with_flags(settings: Settings, **flags: str | int | None) -> Settings:
    """Put the flags of a command over ``[translate]``; those that are None were not given."""
    given = {name: value for name, value in flags.items() if value is not None}
    translate = msgspec.structs.replace(settings.translate, **given)
    return msgspec.structs.replace(settings, translate=translate)


def _override(rows: dict[str, Any], environment: Mapping[str, str]) -> None:
    """Put the values of ``WB_TABLE_KEY`` variables over those of the file."""
    for table in msgspec.structs.fields(Settings):
        for field in msgspec.structs.fields(table.type):
            value = environment.get(f"{PREFIX}{table.name}_{field.name}".upper())
            if value is not None:
                rows.setdefault(table.name, {})[field.name] = _parse(value)


def _parse(value: str) -> Any:
    """Read a variable as TOML reads a value; a bare word is a string."""
    try:
        return tomllib.loads(f"v = {value}")["v"]
    except tomllib.TOMLDecodeError:
        return value
