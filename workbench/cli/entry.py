"""The door of ``wb``: help and version answered at once, everything else handed to the app.

Help of the bare command is a text file that a test keeps equal to what Typer prints: importing
Typer alone takes several times as long as starting Python.
"""

from __future__ import annotations

import os
import sys

# os.path rather than pathlib: importing pathlib would double the cost of help
HELP = os.path.join(os.path.dirname(__file__), "help.txt")  # noqa: PTH118, PTH120


def main() -> None:
    """Run the command line and leave with its exit status."""
    arguments = sys.argv[1:]
    if arguments in (["--help"], ["-h"], ["help"]) and os.path.exists(HELP):  # noqa: PTH110
        with open(HELP, encoding="utf-8") as file:  # noqa: PTH123
            _print(file.read())
    elif arguments == ["--version"]:
        from workbench import __version__

        _print(f"wb {__version__}\n")
    else:
        from workbench.cli.app import run

        sys.exit(run(arguments))


def _print(text: str) -> None:
    sys.stdout.buffer.write(text.encode())
    sys.stdout.flush()


if __name__ == "__main__":
    main()
