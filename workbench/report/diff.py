"""What a new translation, or an edited text, fixed and broke: two QA documents compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeAlias

import msgspec

from workbench.records import SCHEMA, Finding
from workbench.report.reread import Document
from workbench.report.words import SEVERITY_ICONS, count_of, is_share, score_words, verdict_words

Found: TypeAlias = tuple[str, Finding]


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """Findings, each with the path of its article."""

    fixed: tuple[Found, ...]
    new: tuple[Found, ...]
    kept: tuple[Found, ...]


def compare(old: Document, new: Document) -> Difference:
    """Tell fixed, new and kept findings apart.

    A finding is kept where its id is, or, since an id changes with its sentence, where the same
    check says the same of the same surfaces in the same article.
    """
    before, after = old.open_findings(), new.open_findings()
    kept_ids = {(path, f.id) for path, f in before} & {(path, f.id) for path, f in after}
    waiting: dict[tuple[str, ...], list[Found]] = defaultdict(list)
    for found in before:
        if (found[0], found[1].id) not in kept_ids:
            waiting[_key(found)].append(found)
    kept, added = [], []
    for found in after:
        if (found[0], found[1].id) in kept_ids:
            kept.append(found)
        elif waiting[_key(found)]:
            waiting[_key(found)].pop()
            kept.append(found)
        else:
            added.append(found)
    fixed = [found for group in waiting.values() for found in group]
    return Difference(fixed=tuple(fixed), new=tuple(added), kept=tuple(kept))


def _key(found: Found) -> tuple[str, ...]:
    path, finding = found
    sides = (side.surface if side else "" for side in (finding.vi, finding.en))
    return (path, finding.check, finding.against, *sides)


def difference_document(difference: Difference, old: Document, new: Document) -> dict[str, Any]:
    """Return the JSON document of ``wb diff``."""
    return {
        "schema": SCHEMA,
        "signature": new.signature,
        "old_signature": old.signature,
        "fixed": [_row(found) for found in difference.fixed],
        "new": [_row(found) for found in difference.new],
        "kept": [_row(found) for found in difference.kept],
        "scores": [
            {"name": name, "old": before, "new": after} for name, before, after in _scores(old, new)
        ],
    }


def difference_text(difference: Difference, old: Document, new: Document) -> str:
    """Write the comparison for a terminal."""
    lines = [
        (
            f"{count_of(len(difference.fixed), 'finding')} fixed, {len(difference.new)} new,"
            f" {len(difference.kept)} kept."
        )
    ]
    if old.signature != new.signature:
        lines += [f"  old: {old.signature}", f"  new: {new.signature}"]
    for title, found in (("Fixed", difference.fixed), ("New", difference.new)):
        if found:
            lines += ["", title, *(f"  {_line(each)}" for each in found)]
    changed = [row for row in _scores(old, new) if row[1] != row[2]]
    if changed:
        lines += ["", "Scores"]
        lines += [
            f"  {score_words(name)}: {_number(name, before)} → {_number(name, after)}"
            for name, before, after in changed
        ]
    return "\n".join(lines) + "\n"


def _scores(old: Document, new: Document) -> Iterable[tuple[str, float, float]]:
    before = {score.name: score.value for score in old.scores}
    for score in new.scores:
        if score.name in before:
            yield score.name, before[score.name], score.value


def _number(name: str, value: float) -> str:
    return f"{value:.1%}" if is_share(name) else f"{value:.1f}"


def _row(found: Found) -> dict[str, Any]:
    path, finding = found
    row = {"article": path, **finding.row()}
    row.pop("state", None)
    return row


def _line(found: Found) -> str:
    path, finding = found
    sides = " → ".join(side.surface for side in (finding.vi, finding.en) if side is not None)
    return (
        f"{SEVERITY_ICONS[finding.severity]} {sides}: {verdict_words(finding)}"
        f"  ({path}, segment {finding.pair}, {finding.check}, {finding.id})"
    )
