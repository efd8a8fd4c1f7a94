"""The application: its commands, and the one boundary where errors become messages and statuses.

Exit status: 0 done; 1 findings at or above ``--fail-on``; 2 usage, input, model or internal error;
130 interrupted.
"""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper

import typer

from workbench.errors import WorkbenchError

#: Commands and command groups, in the order of the help page: each lives in ``workbench.cli.NAME``
#: and is a function of that name, or a Typer group called ``group``.
COMMANDS = (
    "translate",
    "qa",
    "match",
    "align",
    "ingest",
    "extract",
    "check",
    "checks",
    "models",
    "bench",
    "score",
    "diff",
    "export",
    "edits",
    "eval",
    "doctor",
)

app = typer.Typer(
    name="wb",
    help="Translate Vietnamese news to English, find the English coverage, and compare figures and"
    " names by value, three ways.",
    epilog="Everywhere: --debug shows tracebacks, --no-color turns colours off; '-' is stdin or"
    " stdout. Exit status: 0 done, 1 findings, 2 error, 130 interrupted.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    *,
    version: bool = typer.Option(False, "--version", help="Print the version and leave."),
) -> None:
    if version:
        from workbench import __version__

        typer.echo(f"wb {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _register() -> None:
    for name in COMMANDS:
        module = importlib.import_module(f"workbench.cli.{name}")
        group = getattr(module, "group", None)
        if isinstance(group, typer.Typer):
            app.add_typer(group, name=name)
        else:
            app.command(name)(getattr(module, name))


_register()


def run(arguments: Sequence[str]) -> int:
    """Run ``wb`` with ``arguments`` and return its exit status; never raises."""
    _use_utf8()
    words = list(arguments)
    debug = _take(words, "--debug")
    if _take(words, "--no-color"):
        os.environ["NO_COLOR"] = "1"
    try:
        status = _dispatch(words)
        sys.stdout.flush()
    except WorkbenchError as error:
        return _fail(str(error), error.hint, debug=debug)
    except BrokenPipeError:
        # whoever read our output has seen enough; keep the interpreter from flushing again
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return 130
    except Exception as error:  # noqa: BLE001 - the one boundary: a bug must not look like findings
        message = f"internal error: {type(error).__name__}: {error}"
        return _fail(message, "Run again with --debug and report what it prints.", debug=debug)
    return status


def _dispatch(words: Sequence[str]) -> int:
    from typer.exceptions import Abort, TyperException

    try:
        status = app(list(words), prog_name="wb", standalone_mode=False)
    except TyperException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context is not None else "wb"
        return _fail(error.format_message(), f"'{command} --help' shows the options.", debug=False)
    except Abort as error:
        raise KeyboardInterrupt from error
    except SystemExit as error:
        # Typer's only way out of here: it takes a closed pipe for a failure
        raise BrokenPipeError from error
    if status == 130:  # noqa: PLR2004 - what Typer makes of Ctrl-C
        raise KeyboardInterrupt
    return status if isinstance(status, int) else 0


def _take(words: list[str], flag: str) -> bool:
    """Take a global flag out of the words, wherever it stands before a ``--``."""
    end = words.index("--") if "--" in words else len(words)
    if flag not in words[:end]:
        return False
    words.remove(flag)
    return True


def _fail(message: str, hint: str | None, *, debug: bool) -> int:
    print(f"Error: {message}", file=sys.stderr)
    if hint:
        print(f"Hint: {hint}", file=sys.stderr)
    if debug:
        traceback.print_exc()
    return 2


def _use_utf8() -> None:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")
