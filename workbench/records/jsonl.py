"""JSON Lines: one row a line, UTF-8, exact numbers as strings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from workbench.errors import FormatError

T = TypeVar("T")


def dump_line(row: Any) -> str:
    """Write one record or plain row as a line of JSON, without the line feed."""
    return msgspec.json.encode(row).decode()


def dump_lines(rows: Iterable[Any]) -> str:
    """Write rows as JSON Lines, each ended by a line feed."""
    return "".join(f"{dump_line(row)}\n" for row in rows)


def load_lines(text: str, kind: type[T], *, where: str) -> Iterator[T]:
    """Read JSON Lines as records of ``kind``; blank lines are passed over.

    Raises FormatError with ``where:line`` for a line that does not fit.
    """
    decoder = msgspec.json.Decoder(kind)
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield decoder.decode(line)
        except msgspec.MsgspecError as error:
            raise FormatError(
                f"not a JSON row of the kind expected ({error})",
                where=f"{where}:{number}",
                hint="Each line must be one complete JSON object.",
            ) from error
