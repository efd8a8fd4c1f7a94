"""What `make demo` shows: one article translated, five compared with their coverage, offline.

Writes demo/weaving.html (side by side), demo/report.html (the QA report) and demo/report.json, then
says for each planted slip of the samples whether it was found. Exit status 1 if one was not.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from slips import FOLDER, load_events, load_slips

ROOT = FOLDER.parent
DEMO = ROOT / "demo"


def wb(*words: str) -> None:
    """Run one command of the workbench and show it."""
    print(f"$ wb {' '.join(words)}", flush=True)
    command = [sys.executable, "-m", "workbench.cli.entry", *words]
    done = subprocess.run(command, cwd=ROOT, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.returncode)


def main() -> int:
    """Run the demonstration."""
    started = time.perf_counter()
    DEMO.mkdir(exist_ok=True)
    events = load_events()
    sources = [f"corpora/{event['source']}" for event in events]
    drafts = [w for e in events if "draft" in e for w in ("--draft", f"corpora/{e['draft']}")]
    wb("translate", "corpora/vi/weaving.txt", "-o", "demo/weaving.html", "--force")
    qa = ("qa", *sources, "--coverage", "corpora/en", *drafts)
    wb(*qa, "-o", "demo/report.html", "-o", "demo/report.json", "--force")
    missed = show_slips(Path(DEMO / "report.json"))
    print(f"\nDone in {time.perf_counter() - started:.0f} s. Open demo/report.html in a browser.")
    return 1 if missed else 0


def show_slips(report: Path) -> int:
    """Print each planted slip and whether the report has it; return how many it lacks."""
    document = json.loads(report.read_text(encoding="utf-8"))
    findings = document["findings"]
    slips = load_slips()
    missed = [slip for slip in slips if not slip.is_in(findings)]
    print(f"\nPlanted slips found: {len(slips) - len(missed)} of {len(slips)}")
    for slip in slips:
        mark = "MISSED" if slip in missed else "found "
        place = "draft" if slip.where == "draft" else slip.where.removeprefix("en/")
        pair = f"{slip.vi} → {slip.en or '(nothing)'}"
        print(f"  {mark}  {slip.event:<8} {pair:<42} {place}: {slip.what}")
    return len(missed)


if __name__ == "__main__":
    raise SystemExit(main())
