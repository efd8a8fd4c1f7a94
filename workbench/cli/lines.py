"""Lines as they come: a file at once, a pipe in blocks of what it has."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Iterator

from workbench.errors import EncodingError, InputError
from workbench.language.text import nfc

#: Bytes of the longest line: a paragraph of news has 5,000.
LONGEST = 200_000
_READ = 1 << 16
#: Seconds without a byte after which what came is taken as a block.
_PAUSE = 0.05
_BOM = b"\xef\xbb\xbf"


def read_blocks(descriptor: int, *, where: str, block: int = 1 << 18) -> Iterator[list[str]]:
    """Give the lines of an open file in blocks of about ``block`` bytes, NFC, without line ends.

    A block is given as soon as the writer pauses, so that whoever types a line gets its answer.
    Raises EncodingError and InputError with the line at fault.
    """
    held, line = b"", 1
    for data in _chunks(descriptor, block):
        text = held + data
        if line == 1:
            text = text.removeprefix(_BOM)
        whole, _, held = text.rpartition(b"\n")
        if len(held) > LONGEST:
            raise _too_long(where, line + text.count(b"\n"))
        if len(whole) < len(text) - len(held):
            yield _decode(whole, where=where, first=line)
            line += text.count(b"\n")
    if held:
        yield _decode(held, where=where, first=line)


def _chunks(descriptor: int, block: int) -> Iterator[bytes]:
    """Read until ``block`` bytes are there, or nothing comes for a moment, or the end."""
    gathered: list[bytes] = []
    while data := os.read(descriptor, _READ):
        gathered.append(data)
        if sum(map(len, gathered)) >= block or not _has_more(descriptor):
            yield b"".join(gathered)
            gathered.clear()
    if gathered:
        yield b"".join(gathered)


def _has_more(descriptor: int) -> bool:
    if sys.platform == "win32":  # select knows sockets only there
        return False
    return bool(select.select([descriptor], [], [], _PAUSE)[0])


def _decode(data: bytes, *, where: str, first: int) -> list[str]:
    lines = []
    for number, line in enumerate(data.split(b"\n"), first):
        if len(line) > LONGEST:
            raise _too_long(where, number)
        if b"\x00" in line:
            raise InputError(
                "this is not text: it has zero bytes",
                where=f"{where}:{number}",
                hint="Give UTF-8 text, one sentence a line; article files go without --lines.",
            )
        try:
            lines.append(nfc(line.decode("utf-8")).removesuffix("\r"))
        except UnicodeDecodeError as error:
            raise EncodingError(
                "the text is not UTF-8",
                where=f"{where}:{number}",
                hint="Convert it, for instance with: iconv -f windows-1258 -t utf-8",
            ) from error
    return lines


def _too_long(where: str, number: int) -> InputError:
    return InputError(
        f"a line of more than {LONGEST:,} bytes",
        where=f"{where}:{number}",
        hint="Each line holds one sentence or paragraph; break the text into lines.",
    )
