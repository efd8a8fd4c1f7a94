"""Run every scorer of the evaluation data that lies beside the project, and keep the numbers.

    make eval                          all of it, about fifteen minutes on two cores
    python benchmarks/evaluate.py figures names     some of it

Writes ``docs/quality.json`` (value, interval, command, commit of each number); ``make docs`` turns it
into ``docs/quality.md``. Without the data (``../shared/eval`` or ``WB_SHARED``) it says so and
leaves the file as it is.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("WB_SHARED", ROOT.parent / "shared"))
RESULT = ROOT / "docs/quality.json"
WB = f"{sys.executable} -m workbench.cli.entry"

#: name of the run: script and arguments; ``{data}`` is the folder of the development sets
RUNS: dict[str, tuple[str, ...]] = {
    "figures": ("score_check.py", "--set", "{data}/figures", "--dimension", "figure"),
    "figures, hand-written": ("score_check.py", "--set", "{data}/figures_hand", "--dimension", "figure"),
    "names": ("score_check.py", "--set", "{data}/names", "--dimension", "name"),
    "names, hand-written": ("score_check.py", "--set", "{data}/names_hand", "--dimension", "name"),
    "extraction, Vietnamese": (
        "score_extract.py", "--lang", "vi", "--text", "{data}/extract_vi.txt",
        "--gold", "{data}/extract_vi.gold.jsonl",
    ),
    "extraction, English": (
        "score_extract.py", "--lang", "en", "--text", "{data}/extract_en.txt",
        "--gold", "{data}/extract_en.gold.jsonl",
    ),
    "alignment": ("score_align.py", "--documents", "{data}/documents.tsv", "--limit", "0"),
    "matching": ("score_match.py", "--documents", "{data}/documents.tsv"),
    "translation": ("score_mt.py", "--pairs", "{data}/mt_dev.tsv"),
}  # fmt: skip


def main() -> int:
    """Run the scorers named on the command line, or all."""
    chosen = sys.argv[1:] or list(RUNS)
    unknown = [name for name in chosen if name not in RUNS]
    if unknown:
        print(f"Error: no run called {unknown[0]!r}; there are: {', '.join(RUNS)}", file=sys.stderr)
        return 2
    if not (SHARED / "eval").is_dir():
        print(f"No evaluation data in {SHARED.name}/: nothing was measured.", file=sys.stderr)
        return 0
    kept = json.loads(RESULT.read_text(encoding="utf-8")) if RESULT.exists() else {}
    for name in chosen:
        kept[name] = measure(name)
        RESULT.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def measure(name: str) -> dict[str, Any]:
    """Run one scorer and return its numbers with what made them."""
    script, *words = RUNS[name]
    arguments = [word.format(data=SHARED / "eval/data") for word in words]
    print(f"{name} …", file=sys.stderr, flush=True)
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, str(SHARED / "eval" / script), "--wb", WB, *arguments, "--json"],
            capture_output=True, text=True, check=False, cwd=folder,
            env={**os.environ, "WB_CACHE": f"{folder}/cache"},  # nothing is known beforehand
        )  # fmt: skip
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    numbers = json.loads(done.stdout)
    print(json.dumps(numbers, ensure_ascii=False, indent=1))
    return {
        "command": f"{script} {' '.join(word.format(data='data') for word in words)}",
        "measured": time.strftime("%Y-%m-%d"),
        "seconds": round(time.perf_counter() - started, 1),
        "machine": f"{os.cpu_count()} cores, {platform.machine()}",
        "numbers": numbers,
    }


if __name__ == "__main__":
    raise SystemExit(main())
