"""What an edited file changed: compared with the article it was exported from, by segment number."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from workbench.errors import FormatError
from workbench.language.text import nfc
from workbench.records import Segment, Translation


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A translation that a person rewrote."""

    #: 0-based segment
    segment: int
    source: str
    before: str
    after: str


class Edited(msgspec.Struct, frozen=True, kw_only=True):
    """The translations after editing, what changed, and what could not be placed."""

    translations: tuple[Translation, ...]
    changes: tuple[Change, ...]
    #: numbers of segments that the file no longer has
    missing: tuple[int, ...] = ()
    #: numbers of segments whose Vietnamese was changed in the file
    altered: tuple[int, ...] = ()


def apply_edits(
    rows: Sequence[tuple[str, str, str]],
    *,
    segments: Sequence[Segment],
    translations: Sequence[Translation],
    where: str,
) -> Edited:
    """Put the English of an edited file back by segment number.

    Edited translations are of origin ``human``. Raises FormatError for a number that the article
    does not have, or that stands twice, and for a file without any.
    """
    edited = _by_number(rows, count=len(segments), where=where)
    before = {translation.segment: translation for translation in translations}
    kept, changes = [], []
    for segment in segments:
        old = before.get(segment.index)
        after = nfc(edited[segment.index][1]).strip() if segment.index in edited else None
        if after is None or after == (old.text.strip() if old else ""):
            kept += [old] if old else []
            continue
        kept.append(Translation(segment=segment.index, text=after, model="human", origin="human"))
        changes.append(
            Change(
                segment=segment.index,
                source=segment.text,
                before=old.text if old else "",
                after=after,
            )
        )
    return Edited(
        translations=tuple(kept),
        changes=tuple(changes),
        missing=tuple(s.index + 1 for s in segments if s.index not in edited),
        altered=tuple(
            s.index + 1
            for s in segments
            if s.index in edited and _plain(edited[s.index][0]) != _plain(s.text)
        ),
    )


def _by_number(
    rows: Sequence[tuple[str, str, str]], *, count: int, where: str
) -> dict[int, tuple[str, str]]:
    found: dict[int, tuple[str, str]] = {}
    for name, source, target in rows:
        number = int(name) if name.isdigit() else 0
        if not 1 <= number <= count:
            raise FormatError(
                f"segment {name or '(no number)'} is not in the article, which has {count}",
                where=where,
                hint="Was the file exported from another article?",
            )
        if number - 1 in found:
            raise FormatError(
                f"segment {number} stands twice",
                where=where,
                hint="Keep one row for each number.",
            )
        found[number - 1] = (source, target)
    if not found:
        raise FormatError(
            "no numbered segment in this file",
            where=where,
            hint="Keep the numbers in the first column.",
        )
    return found


def _plain(text: str) -> str:
    """Forget blanks: tools break lines where they like."""
    return " ".join(nfc(text).split())
