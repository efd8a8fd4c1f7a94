"""``wb doctor``: look whether everything is there that the commands need."""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import typer

from workbench import __version__
from workbench.errors import WorkbenchError
from workbench.records import SCHEMA, dump_lines

_NEEDED = ("ctranslate2", "sentencepiece", "msgspec", "typer", "trafilatura", "jinja2")
#: package: what misses without it
_OPTIONAL = {
    "torch": "transformers checkpoints",
    "transformers": "transformers checkpoints",
    "starlette": "wb review (pip install 'translation-workbench[review]')",
    "uvicorn": "wb review (pip install 'translation-workbench[review]')",
}
_OLDEST = (3, 11)
_SENTENCE = "Hôm nay, Hà Nội khai mạc hội nghị."


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked at."""

    state: Literal["ok", "missing", "failed"]
    what: str
    told: str
    hint: str | None = None


def doctor(
    *, json: Annotated[bool, typer.Option("--json", help="JSON Lines, a row a thing.")] = False
) -> int:
    """Look at versions, the model and its checksums, and whether files can be written.

    Exit status 2 where something that is needed failed; what is optional may be missing.
    """
    rows = []
    if json:
        sys.stdout.write(dump_lines([{"schema": SCHEMA}]))
    for row in _rows():
        rows.append(row)
        if json:
            sys.stdout.write(dump_lines([row]))
            continue
        print(f"{row.state:<8} {row.what}: {row.told}")
        if row.hint:
            print(f"         {row.hint}")
    return 2 if any(row.state == "failed" for row in rows) else 0


def _rows() -> Iterator[Row]:
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    yield Row(state="ok", what="workbench", told=f"{__version__} on {machine}")
    yield Row(
        state="ok" if sys.version_info >= _OLDEST else "failed",
        what="python",
        told=platform.python_version(),
    )
    for package in _NEEDED:
        yield _package(package, None)
    for package, use in _OPTIONAL.items():
        yield _package(package, use)
    yield _settings()
    yield _model()
    yield _cache()
    yield _folder()


def _package(name: str, use: str | None) -> Row:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return Row(state="ok", what=name, told=version(name))
    except PackageNotFoundError:
        if use is None:
            return Row(
                state="failed", what=name, told="not installed",
                hint="pip install translation-workbench",
            )  # fmt: skip
        return Row(state="missing", what=name, told=f"not installed; needed for {use}")


def _settings() -> Row:
    from workbench.config import load_settings

    try:
        settings = load_settings()
    except WorkbenchError as error:
        return Row(state="failed", what="settings", told=str(error), hint=error.hint)
    return Row(state="ok", what="settings", told=f"model {settings.translate.model}")


def _model() -> Row:
    """Load the model of the settings, checksums included, and translate a sentence."""
    from workbench.config import Settings, load_settings
    from workbench.engine import load_engine

    try:
        try:
            settings = load_settings()
        except WorkbenchError:  # told of in its own row
            settings = Settings()
        began = time.perf_counter()
        engine = load_engine(settings.translate.model)
        loaded = time.perf_counter()
        (best, *_), *_ = engine.translate([_SENTENCE], beam=1)
    except WorkbenchError as error:
        return Row(state="failed", what="model", told=str(error), hint=error.hint)
    translated = time.perf_counter() - loaded
    return Row(
        state="ok",
        what="model",
        told=f"{engine.signature}, verified and loaded in {loaded - began:.1f} s, a sentence in"
        f" {translated:.1f} s: {best.text}",
    )


def _cache() -> Row:
    from workbench.store.memory import TranslationCache, cache_folder

    try:
        TranslationCache().close()
    except WorkbenchError as error:
        return Row(state="missing", what="cache", told=str(error), hint=error.hint)
    return Row(state="ok", what="cache", told=str(cache_folder()))


def _folder() -> Row:
    here = Path.cwd()
    if os.access(here, os.W_OK):
        return Row(state="ok", what="folder", told=f"{here} can be written")
    return Row(
        state="missing", what="folder", told=f"{here} is read-only",
        hint="Name outputs in another folder: -o FOLDER/report.html",
    )  # fmt: skip
