"""Measure the coverage edges of the ledger on sentence pairs with planted slips.

    python benchmarks/measure_ledger.py ../shared/eval/data [--model]

Each English sentence plays the coverage of its Vietnamese one, with a right translation beside it:
a slip in it must come out as the coverage's fault, a clean pair must stay silent, and a sentence of
another article, as if it had been aligned by mistake, must hardly ever give a finding. Words that
the coverage leaves out or adds are no fault and do not count. With ``--model`` the embedded model
translates a sample, so that its mistakes count too.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from workbench.check.ledger import build_ledger, coverage_findings
from workbench.extract import extract
from workbench.records import (
    Article,
    Bead,
    Candidate,
    CoverageView,
    Dimension,
    Finding,
    Segment,
    Translation,
)
from workbench.score import wilson

_GRAVE = {"major", "critical"}
_NO_FAULT = {"deleted", "added"}
_SETS: dict[str, Dimension] = {
    "figures": "figure", "figures_hand": "figure", "names": "name", "names_hand": "name",
}  # fmt: skip

#: pairs to translate, which takes a few minutes
_SAMPLES = {"figures": 160, "names": 120}


def main(folder: Path, *, model: bool) -> None:
    """Print recall by kind, false alarms, and findings on wrong beads."""
    if model:
        _with_model(folder)
        return
    for name, dimension in _SETS.items():
        clean = _pairs(folder / f"{name}.clean.tsv")
        rows = [
            json.loads(line)
            for line in (folder / f"{name}.mutated.jsonl").read_text("utf-8").splitlines()
        ]
        mutated = _pairs(folder / f"{name}.mutated.tsv")
        alarms = sum(bool(_findings(vi, en, en, dimension)) for vi, en in clean)
        print(f"{name}: false alarms {_share(alarms, len(clean))}")
        _recall(clean, mutated, rows, dimension)
        draw = random.Random(7)  # noqa: S311 - a sample, no secret
        wrong = sum(bool(_findings(vi, en, draw.choice(clean)[1], dimension)) for vi, en in clean)
        print(f"{name}: findings on beads of another article {_share(wrong, len(clean))}")


def _with_model(folder: Path) -> None:
    """Print recall and false alarms on samples that the embedded model translated."""
    from workbench.config import load_settings
    from workbench.pipeline.model import open_engine

    engine = open_engine(load_settings().translate, memory=False, warn=print)
    for name, size in _SAMPLES.items():
        dimension = _SETS[name]
        clean, mutated = (_pairs(folder / f"{name}.{kind}.tsv") for kind in ("clean", "mutated"))
        lines = (folder / f"{name}.mutated.jsonl").read_text("utf-8").splitlines()
        rows = [(pair, json.loads(line)) for pair, line in zip(mutated, lines, strict=True)]
        rows = [row for row in rows if row[1]["kind"] not in _NO_FAULT]
        rows = random.Random(3).sample(rows, size)  # noqa: S311 - a sample, no secret
        english = [found[0].text for found in engine.translate([p[0] for p, _ in rows], beam=1)]
        hits = alarms = 0
        for ((vi, en), row), translation in zip(rows, english, strict=True):
            found = _findings(vi, translation, en, dimension)
            hits += any(_meets(finding, row["en"]) for finding in found)
            alarms += bool(_findings(vi, translation, clean[row["clean"] - 1][1], dimension))
        print(f"{name}, translated by {engine.signature}: recall {_share(hits, size)}")
        print(f"{name}, translated: false alarms {_share(alarms, size)}")


def _recall(
    clean: list[tuple[str, str]],
    mutated: list[tuple[str, str]],
    rows: list[dict[str, Any]],
    dimension: Dimension,
) -> None:
    hits: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for (vi, en), row in zip(mutated, rows, strict=True):
        if row["kind"] in _NO_FAULT:
            continue
        found = _findings(vi, clean[row["clean"] - 1][1], en, dimension)
        totals[row["kind"]] += 1
        hits[row["kind"]] += any(_meets(finding, row["en"]) for finding in found)
    print(f"  recall {_share(hits.total(), totals.total())}")
    for kind, total in sorted(totals.items()):
        print(f"    {kind}: {hits[kind]}/{total}")


def _findings(vi: str, translation: str, coverage: str, dimension: Dimension) -> list[Finding]:
    segments = _segment(vi)
    view = CoverageView(
        candidate=Candidate(coverage="coverage", score=1, verdict="same-event", evidence={}),
        article=Article(path="coverage", lang="en", paragraphs=(coverage,)),
        segments=_segment(coverage),
        mentions=(tuple(extract(coverage, "en")),),
        beads=(Bead(vi=(0,), en=(0,), score=1),),
    )
    ledger = build_ledger(
        segments=segments,
        translations=(Translation(segment=0, text=translation, model="human"),),
        vi_mentions=(tuple(extract(vi, "vi")),),
        mt_mentions=(tuple(extract(translation, "en")),),
        coverage=(view,),
    )
    found = coverage_findings(ledger, segments=segments, coverage=(view,))
    return [f for f in found if f.dimension == dimension and f.severity in _GRAVE]


def _meets(finding: Finding, span: dict[str, int] | None) -> bool:
    side = finding.en
    return (
        side is not None
        and span is not None
        and side.start < span["end"]
        and span["start"] < side.end
    )


def _segment(text: str) -> tuple[Segment, ...]:
    return (Segment(index=0, paragraph=0, start=0, end=len(text), text=text),)


def _pairs(path: Path) -> list[tuple[str, str]]:
    lines: Iterable[str] = path.read_text("utf-8").splitlines()
    return [(vi, en) for vi, _, en in (line.partition("\t") for line in lines)]


def _share(hits: int, total: int) -> str:
    low, high = wilson(hits, total)
    return f"{hits / total:.3f} [{low:.3f}, {high:.3f}] ({hits}/{total})"


if __name__ == "__main__":
    main(Path(sys.argv[1]), model="--model" in sys.argv[2:])
