"""How matching and alignment grow: time and memory against the size of the pool and the articles.

    python benchmarks/growth.py match [--sizes 1000 10000 100000]
    python benchmarks/growth.py align [--sizes 40 200 1000] [--likelihood]

Pools are made by seeded variation of the sample articles: sentences of several are mixed, and names
and figures exchanged. One article of the pool reports the event that is searched for.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.align import AlignSide, align
from workbench.config import AlignSettings, MatchSettings
from workbench.engine import load_engine
from workbench.extract import extract
from workbench.ingest import read_article
from workbench.match import Index, MatchArticle, match
from workbench.segment import segments

CORPORA = Path(__file__).parent.parent / "corpora"
_WORD = re.compile(r"\b[A-Z][a-z]{2,}\b")
_NUMBER = re.compile(r"\d+")
_SYLLABLES = [
    "ba",
    "be",
    "bi",
    "bo",
    "da",
    "de",
    "do",
    "ga",
    "go",
    "ha",
    "ho",
    "ka",
    "ke",
    "la",
    "le",
    "lo",
    "ma",
    "mi",
    "mo",
    "na",
    "ni",
    "no",
    "ra",
    "ri",
    "sa",
    "so",
    "ta",
    "to",
    "va",
    "vi",
]
_FIRST_MONTH = 2025 * 12
#: Queries whose median time is told.
QUERIES = 7


def sentences() -> list[str]:
    """Return the English sentences of the sample articles."""
    found = []
    for path in sorted((CORPORA / "en").iterdir()):
        found += [segment.text for segment in segments(read_article(str(path)))]
    return found


def vary(text: str, draw: random.Random) -> str:
    """Exchange the names and figures of a sentence."""
    named = _WORD.sub(lambda _: "".join(draw.choices(_SYLLABLES, k=3)).title(), text)
    return _NUMBER.sub(lambda m: str(draw.randrange(1, 10 ** min(6, len(m.group()) + 1))), named)


def pool(size: int, known: list[str]) -> Iterator[MatchArticle]:
    """Make articles one after the other; names and figures are not extracted, words are indexed."""
    for number in range(size):
        draw = random.Random(number)  # noqa: S311 - reproducible, not secret
        texts = [vary(text, draw) for text in draw.sample(known, 10)]
        month = _FIRST_MONTH + number % 24
        date = f"{month // 12}-{month % 12 + 1:02d}-{number % 28 + 1:02d}"
        yield MatchArticle(path=f"pool/{number}", texts=texts, title=True, published=date)


def measure_match(sizes: list[int]) -> None:
    """Print time to build, to reopen and to query, and the memory used."""
    known = sentences()
    report = [
        segment.text
        for segment in segments(read_article(str(CORPORA / "en/dengue-delta-post.html")))
    ]
    lines = (CORPORA / "drafts/dengue.tsv").read_text(encoding="utf-8").splitlines()
    draft = [line.split("\t") for line in lines if line.strip()]
    query = MatchArticle(
        path="query",
        texts=[vi for vi, _ in draft],
        english=[en for _, en in draft],
        mentions=[extract(vi, "vi") for vi, _ in draft],
        title=True,
    )
    target = MatchArticle(
        path="target", texts=report, mentions=[extract(text, "en") for text in report], title=True
    )
    print(
        "articles  build s  per article ms  add one s  reopen s  query ms  on disk MB  peak MB  found"
    )
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder, "index")
            started = time.perf_counter()
            index = Index.build(pool(size, known), folder=place)
            built = time.perf_counter() - started
            started = time.perf_counter()
            index.add([target])
            added = time.perf_counter() - started
            index.close()
            started = time.perf_counter()
            index = Index.open(place)
            reopened = time.perf_counter() - started
            times, first = [], ""
            for _ in range(QUERIES):
                started = time.perf_counter()
                found = match(query, index, settings=MatchSettings())
                times.append(time.perf_counter() - started)
                first = f"{found[0].coverage} {found[0].verdict}" if found else "nothing"
            disk = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"{size:8d} {built:8.1f} {1000 * built / size:15.2f} {added:10.2f} {reopened:9.2f}"
                f" {1000 * statistics.median(times):9.1f} {disk / 1e6:11.1f} {peak:8.0f}  {first}",
                flush=True,
            )
            index.close()


def measure_align(sizes: list[int], *, likelihood: bool) -> None:
    """Print time and memory of aligning n by n segments, and the share of right pairs.

    ``likelihood`` asks the default model about pairs; else it is counted how many it would be asked.
    """
    known = sentences()
    engine = load_engine("vi-en-270m") if likelihood else None
    print("segments    sparse s  right  monotone s  peak MB  asked  informed s")
    for size in sizes:
        draw = random.Random(size)  # noqa: S311 - reproducible, not secret
        texts = [vary(draw.choice(known), draw) for _ in range(size)]
        order = list(range(size))
        for _ in range(size // 4):
            order.insert(draw.randrange(size), order.pop(draw.randrange(size)))
        left = AlignSide(texts=texts, english=[_reword(text, draw) for text in texts])
        right = AlignSide(texts=[texts[i] for i in order])
        seconds, hits = [], 0
        for method in ("sparse", "monotone"):
            started = time.perf_counter()
            beads = align(left, right, settings=AlignSettings(method=method))
            seconds.append(time.perf_counter() - started)
            if method == "sparse":
                hits = sum(any(order[j] in b.vi for j in b.en) for b in beads if b.vi and b.en)
        asked = 0

        def ask(pairs: Sequence[tuple[int | None, int]]) -> list[float]:
            nonlocal asked
            asked += len(pairs)
            if engine is None:
                return [0.0] * len(pairs)
            return engine.likelihoods(
                [("" if i is None else left.texts[i], right.texts[j]) for i, j in pairs]  # noqa: B023
            )

        started = time.perf_counter()
        align(left, right, settings=AlignSettings(), likelihood=ask)
        informed = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:5d}x{size:<5d} {seconds[0]:9.2f} {hits / size:6.3f} {seconds[1]:11.2f} {peak:8.0f}"
            f" {asked:6d} {f'{informed:11.1f}' if engine else '          -'}",
            flush=True,
        )


def _reword(text: str, draw: random.Random) -> str:
    """Strike out a quarter of the words."""
    return " ".join(word for word in text.split() if draw.random() >= 0.25) or text  # noqa: PLR2004


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("match", "align"))
    parser.add_argument("--sizes", type=int, nargs="+")
    parser.add_argument("--likelihood", action="store_true")
    options = parser.parse_args()
    if options.what == "match":
        measure_match(options.sizes or [1000, 10_000])
    else:
        measure_align(options.sizes or [40, 200, 1000], likelihood=options.likelihood)


if __name__ == "__main__":
    main()
