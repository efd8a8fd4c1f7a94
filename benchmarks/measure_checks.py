"""Measure each check on the development sets beside the project, and keep the numbers.

    python benchmarks/measure_checks.py

Writes ``workbench/check/measured.json``, which ``wb checks explain`` and ``docs/checks.md`` show.
A set is three files: SET.clean.tsv, SET.mutated.tsv and SET.mutated.jsonl. Without the data
(``../shared/eval/data`` or ``WB_SHARED``) it says so and leaves the file as it is.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import defaultdict
from hashlib import blake2b
from math import sqrt
from pathlib import Path
from typing import Any

import msgspec

from workbench.check import CHECKS, Pair
from workbench.check.measured import FILE, Measure, Measured, Share
from workbench.check.run import check_pair
from workbench.extract.figure import find_figures
from workbench.extract.name import find_names
from workbench.language.text import nfc
from workbench.records import SEVERITIES, Dimension, Finding, Mention, Signature

ROOT = Path(__file__).parent.parent
DATA = Path(os.environ.get("WB_SHARED", ROOT.parent / "shared")) / "eval/data"
SETS: dict[str, Dimension] = {
    "figures": "figure", "figures_hand": "figure", "names": "name", "names_hand": "name",
}  # fmt: skip
#: The kinds of planted errors that a check is for; kinds of no check count for none.
KINDS: dict[str, tuple[str, ...]] = {
    "figure-mismatch": (
        "digit-swap", "digit-change", "digit-dropped", "number-word", "percent-decimal", "ordinal",
        "fraction", "ratio", "identifier", "range", "comparator",
    ),
    "figure-scale": ("scale",),
    "figure-unlocalised": ("separator",),
    "figure-missing": ("deleted",),
    "figure-added": ("added",),
    "date-order": ("day-month",),
    "date-mismatch": ("date", "year", "time"),
    "unit-mismatch": ("unit", "duration"),
    "name-misspelt": ("letter",),
    "name-conflict": ("country", "replaced", "syllables", "name-order"),
    "name-missing": ("deleted",),
}  # fmt: skip
Row = dict[str, Any]


def main() -> int:
    """Check every set and write what was found."""
    if not DATA.is_dir():
        print(f"No evaluation data in {DATA.parent.name}/: nothing was measured.", file=sys.stderr)
        return 0
    runs = {name: run_set(name, dimension) for name, dimension in SETS.items()}
    result = Measured(
        command="python benchmarks/measure_checks.py",
        signature=str(Signature.of(stage="check", sets="+".join(SETS))),
        date=time.strftime("%Y-%m-%d"),
        data={name: digest(name) for name in SETS},
        sets={name: totals(*run) for name, run in runs.items()},
        checks={check.id: measure(check.id, runs, check.dimension) for check in CHECKS},
    )
    text = json.dumps(msgspec.to_builtins(result), ensure_ascii=False, indent=1) + "\n"
    (ROOT / "workbench/check" / FILE).write_text(text, encoding="utf-8")
    print(text)
    return 0


def digest(name: str) -> str:
    """Return the digest of a set's files."""
    parts = (f"{name}.{end}" for end in ("clean.tsv", "mutated.tsv", "mutated.jsonl"))
    return blake2b(b"".join((DATA / p).read_bytes() for p in parts), digest_size=8).hexdigest()


def run_set(
    name: str, dimension: Dimension
) -> tuple[list[list[Finding]], list[list[Finding]], list[Row]]:
    """Return the findings of each clean pair, of each wrong pair, and the planted errors."""
    rows = [
        json.loads(line)
        for line in (DATA / f"{name}.mutated.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    clean, wrong = (check_file(f"{name}.{end}.tsv", dimension) for end in ("clean", "mutated"))
    return clean, wrong, rows


def check_file(name: str, dimension: Dimension) -> list[list[Finding]]:
    """Return the findings of each line of a file of pairs."""
    lines = nfc((DATA / name).read_text(encoding="utf-8")).split("\n")
    found = []
    for number, line in enumerate(filter(None, lines), 1):
        vi, en = line.split("\t")
        pair = Pair(
            number=number, vi=vi, en=en,
            vi_mentions=mentions(vi, "vi", dimension), en_mentions=mentions(en, "en", dimension),
        )  # fmt: skip
        found.append([f for f in check_pair(pair, dimensions=(dimension,)) if f.severity != "none"])
    return found


def mentions(text: str, language: Any, dimension: Dimension) -> list[Mention]:
    """Return the mentions of a dimension."""
    if dimension == "figure":
        return find_figures(text, language)
    return find_names(text, language, nested=True)


def counts(finding: Finding) -> bool:
    """Say whether a finding is major or worse."""
    return SEVERITIES.index(finding.severity) >= SEVERITIES.index("major")


def meets(finding: Finding, row: Row) -> bool:
    """Say whether a finding points at a planted error, on either side."""
    return any(
        here is not None and there and here.start < there["end"] and there["start"] < here.end
        for here, there in ((finding.vi, row["vi"]), (finding.en, row["en"]))
    )


def totals(
    clean: list[list[Finding]], wrong: list[list[Finding]], rows: list[Row]
) -> dict[str, Share]:
    """Return recall and false alarms of a set, and the recall of each kind of error."""
    kinds: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        hit = any(meets(f, row) for f in wrong[row["pair"] - 1] if counts(f))
        kinds[row["kind"]].append(hit)
    hits = [hit for found in kinds.values() for hit in found]
    return {
        "recall": share(sum(hits), len(hits)),
        "false alarms": share(sum(any(map(counts, found)) for found in clean), len(clean)),
        **{f"recall: {kind}": share(sum(h), len(h)) for kind, h in sorted(kinds.items())},
    }


def measure(name: str, runs: dict[str, Any], dimension: Dimension) -> Measure:
    """Return precision, recall and alarms of one check over the sets of its dimension."""
    right = total = caught = planted = rings = pairs = 0
    for label, (clean, wrong, rows) in runs.items():
        if SETS[label] != dimension:
            continue
        pairs += len(clean)
        rings += sum(any(f.check == name for f in found) for found in clean)
        total += sum(f.check == name for found in clean for f in found)
        for row in rows:
            found = wrong[row["pair"] - 1]
            mine = [f for f in found if f.check == name]
            total += len(mine)
            right += sum(meets(f, row) for f in mine)
            if row["kind"] in KINDS.get(name, ()):
                planted += 1
                caught += any(meets(f, row) for f in found if counts(f))
    if name not in KINDS:  # nothing of its sort is planted, so no finding could be right
        right = total = 0
    return Measure(
        precision=share(right, total), recall=share(caught, planted), alarms=share(rings, pairs),
        kinds=KINDS.get(name, ()),
    )  # fmt: skip


def share(hits: int, total: int) -> Share:
    """Return a share with its Wilson interval at 95 %."""
    if not total:
        return Share(0, 0, 0.0, 1.0)
    z, p = 1.959964, hits / total
    centre = (p + z * z / (2 * total)) / (1 + z * z / total)
    half = z * sqrt(p * (1 - p) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return Share(hits, total, round(max(0.0, centre - half), 3), round(min(1.0, centre + half), 3))


if __name__ == "__main__":
    raise SystemExit(main())
