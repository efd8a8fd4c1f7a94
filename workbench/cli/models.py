"""``wb models``: which models are there, what each allows, whether its files are whole."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.streams import note
from workbench.errors import ModelError, UsageError
from workbench.records import SCHEMA, dump_lines

if TYPE_CHECKING:
    from workbench.engine import ModelFolder

group = typer.Typer(
    help="List, describe and verify the models of this machine.",
    no_args_is_help=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_MEGABYTE = 1_000_000


@group.command("list")
def list_(
    *, json: Annotated[bool, typer.Option("--json", help="JSON Lines, a row a model.")] = False
) -> int:
    """List the models found: in WB_MODELS, in models/, and installed with the package."""
    from workbench.engine import ModelFolder, list_models

    rows = []
    for path in list_models():
        try:
            rows.append(_row(ModelFolder(path)))
        except ModelError as error:
            note(f"Warning: {error}")
    if json:
        sys.stdout.write(dump_lines([{"schema": SCHEMA}, *rows]))
        return 0
    for row in rows:
        print(
            f"{row['name']}  {row['source']}→{row['target']}  {row['megabytes']} MB  {row['title']}"
        )
    if not rows:
        note("no model was found; WB_MODELS may name a folder of models")
    return 0


@group.command()
def info(
    model: Annotated[str, typer.Argument(metavar="NAME|PATH", help="A model's name or folder.")],
    *,
    json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> int:
    """Describe a model: how it runs, its licence and what that forbids, its measured quality."""
    import msgspec

    from workbench.engine import ModelFolder, find_model

    folder = ModelFolder(find_model(model))
    manifest = folder.manifest
    if json:
        document = {"schema": SCHEMA, "path": str(folder.path), "digest": folder.digest}
        sys.stdout.write(dump_lines([document | msgspec.to_builtins(manifest)]))
        return 0
    licence = manifest.licence
    print(f"{manifest.name}: {manifest.title}")
    print(f"folder      {folder.path}")
    print(f"base        {manifest.base or 'unknown'}, {manifest.parameters:,} parameters")
    print(f"runs as     {manifest.format} {manifest.architecture}, {manifest.compute}")
    print(f"languages   {manifest.languages.source} to {manifest.languages.target}")
    print(f"pieces      {manifest.limits.source} a text; longer ones are cut")
    print(f"signature   {manifest.name}@{folder.digest}")
    print(f"licence     {licence.name} {licence.url}".rstrip())
    for forbidden in licence.forbids:
        print(f"  forbids   {forbidden}")
    if licence.notice:
        print(f"  notice    {folder.path / licence.notice}")
    for score in manifest.quality:
        print(
            f"quality     {score.set}, {score.lines} lines, beam {score.beam}:"
            f" BLEU {score.bleu}, chrF {score.chrf}"
        )
    return 0


@group.command()
def add(
    model: Annotated[
        str, typer.Argument(metavar="ID|FOLDER", help="A Marian (OPUS-MT) checkpoint.")
    ],
    *,
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="What to call it; else as it is called.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a model of that name.")] = False,
) -> int:
    """Convert a checkpoint to CTranslate2 int8 and keep it among the user's models.

    The checkpoint is a folder, or an id that the Hugging Face cache already holds.
    """
    from workbench.engine.convert import add_checkpoint
    from workbench.engine.manifest import own_folder

    called = name or Path(model).name
    if Path(called).name != called or called.startswith("."):
        raise UsageError(f"'{called}' is no name for a folder", hint="Give a plain --name.")
    folder = add_checkpoint(model, name=called, place=own_folder(), force=force)
    note(f"added {folder.path}; licence: {folder.manifest.licence.name}")
    print(called)
    return 0


@group.command()
def verify(
    models: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME|PATH]…", help="All models without a name.")
    ] = None,
) -> int:
    """Compare every file of the models with its checksum."""
    from workbench.engine import ModelFolder, find_model, list_models

    paths = [find_model(model) for model in models] if models else list_models()
    if not paths:
        raise ModelError("no model was found", hint="WB_MODELS may name a folder of models.")
    for path in paths:
        folder = ModelFolder(path)
        folder.read()
        print(f"{folder.manifest.name}: {len(folder.checksums)} files whole")
    return 0


def _row(folder: ModelFolder) -> dict[str, str | int]:
    manifest = folder.manifest
    return {
        "name": folder.path.name,
        "title": manifest.title,
        "source": manifest.languages.source,
        "target": manifest.languages.target,
        "format": manifest.format,
        "architecture": manifest.architecture,
        "licence": manifest.licence.name,
        "megabytes": sum(_size(folder.path / name) for name in folder.checksums) // _MEGABYTE,
        "digest": folder.digest,
        "path": str(folder.path),
    }


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
