"""The documentation says what the program does now."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
import typer.main

import workbench.errors
from workbench.cli.app import COMMANDS, app

ROOT = Path(__file__).parent.parent.parent
AGAIN = "run `make docs`"


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs/generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_current(generator: ModuleType) -> None:
    for path, text in generator.pages().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name} is out of date: {AGAIN}"


def test_every_command_has_its_module_and_a_sentence() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    assert set(commands) == set(COMMANDS)
    for name, command in commands.items():
        assert command.get_short_help_str(), name
        assert "TODO" not in command.get_short_help_str(), name


def test_every_error_slug_is_on_the_page_of_messages(generator: ModuleType) -> None:
    page = generator.messages_page()
    slugs = {error.slug for error in generator._tree(workbench.errors.WorkbenchError)}
    for slug in slugs:
        assert f"## {slug}" in page


def test_errors_have_slugs_of_their_own(generator: ModuleType) -> None:
    tree = generator._tree(workbench.errors.WorkbenchError)
    assert len({error.slug for error in tree}) == len(tree)


def test_links_between_pages_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *ROOT.glob("docs/**/*.md"), *ROOT.glob("corpora/*.md")]:
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} -> {target}"


def test_versions_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == workbench.__version__


def test_no_file_outgrows_its_subject() -> None:
    for path in ROOT.glob("workbench/**/*.py"):
        assert path.read_text(encoding="utf-8").count("\n") <= 420, path
