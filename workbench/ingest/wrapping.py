"""Lines that were broken to a width: told by their even length, joined to paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from workbench.ingest.lines import Line

_WIDEST = 140
_NARROWEST = 40


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Say whether a text is broken to a width.

    Most lines that another follows without a blank are about as long as the longest, end no
    sentence, and the next goes on in lower case or with any word of a running sentence.
    """
    inner = [(a, b) for a, b in pairwise(lines) if b.attached]
    if len(inner) < 4 or len(inner) * 2 < len(lines):  # noqa: PLR2004
        return False
    width = sorted(len(line.text) for line in lines)[int(len(lines) * 0.95)]
    if not _NARROWEST <= width <= _WIDEST:
        return False
    full = [pair for pair in inner if len(pair[0].text) >= width * 0.75]
    running = [pair for pair in full if not pair[0].closed]
    lower = [pair for pair in running if pair[1].text[:1].islower()]
    return (
        len(full) * 10 >= len(inner) * 6
        and len(running) * 2 >= len(full)
        and len(lower) * 3 >= len(running)
    )


def unwrap(lines: Sequence[Line], *, always: bool = False) -> list[Line]:
    """Join the lines of each paragraph of a text that is broken to a width; others stay as they are.

    A paragraph ends at a blank line, at a line clearly shorter than the width that ends a sentence,
    and before an item of a list.
    """
    if not lines or not (always or is_wrapped(lines)):
        return list(lines)
    width = sorted(len(line.text) for line in lines)[int(len(lines) * 0.9)]
    joined = [lines[0]]
    last = lines[0]
    for line in lines[1:]:
        if line.attached and line.mark is None and _goes_on(last, line, width):
            joined[-1] = Line(
                joined[-1].number, _glue(joined[-1].text, line.text), joined[-1].attached
            )
        else:
            joined.append(line)
        last = line
    return joined


def _goes_on(last: Line, line: Line, width: int) -> bool:
    if line.text[:1].islower():
        return True
    room = width - len(last.text)
    next_word = line.text.split(None, 1)[0]
    if last.ends_fully:
        return room < width * 0.1 and room <= len(next_word)
    return room <= max(len(next_word), width * 0.15) and not re.match(r"[-–•*]\s", line.text)


def _glue(before: str, after: str) -> str:
    if before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower():
        return before[:-1] + after
    return f"{before} {after}"
