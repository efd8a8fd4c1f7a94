"""Measure alignment and matching on comparable articles made of documents, or on gold beads."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec

from workbench.align import AlignSide
from workbench.align.peers import PEERS
from workbench.config import Settings
from workbench.engine import Engine, Progress
from workbench.errors import FormatError, InputError
from workbench.ingest import read_article
from workbench.match import Index, match
from workbench.pipeline.compare import (
    align_prepared,
    align_side,
    another_event,
    as_match_article,
    prepare_queries,
)
from workbench.pipeline.prepare import Prepared, prepare_coverage
from workbench.records import Article, load_lines
from workbench.score.alignment import AlignmentScore, Bead, Share, brier, reliability
from workbench.score.comparable import (
    ComparableArticles,
    far_sentences,
    likeness,
    make_articles,
    read_documents,
)
from workbench.segment import segments


@dataclass(frozen=True)
class AlignTask:
    """Two prepared articles and the beads that are right."""

    name: str
    source: Prepared
    coverage: Prepared
    gold: list[Bead]


class GoldBead(msgspec.Struct, frozen=True, kw_only=True):
    """Segments that correspond."""

    vi: tuple[int, ...] = ()
    en: tuple[int, ...] = ()


class GoldRow(GoldBead, frozen=True, kw_only=True):
    """A row of a gold file: a pair of articles, or a bead of the pair named before it."""

    source: str | None = None
    coverage: str | None = None
    #: whether the two report one event
    verdict: Literal["same-event", "related"] = "same-event"
    beads: tuple[GoldBead, ...] = ()


def made_articles(path: Path, *, limit: int, seed: int) -> list[ComparableArticles]:
    """Make comparable articles of the first documents of a file; 0 is all. Raises InputError."""
    documents = read_documents(path)
    like = likeness(documents)
    names = list(documents)[: limit or None]
    if not names:
        raise InputError(f"{path} has no document of six sentences or more")
    return [
        make_articles(name, documents[name], far_sentences(documents, like[name]), seed=seed)
        for name in names
    ]


def made_tasks(
    made: Sequence[ComparableArticles],
    engine: Engine,
    *,
    settings: Settings,
    progress: Progress | None = None,
) -> list[AlignTask]:
    """Prepare made articles, each sentence a paragraph; those with a sentence cut further are left out.

    Their beads would count other segments than the gold does.
    """
    sources = prepare_queries(
        [_article(f"{each.name}.vi", "vi", each.vi) for each in made],
        engine,
        settings=settings,
        progress=progress,
    )
    return [
        AlignTask(
            name=each.name,
            source=source,
            coverage=prepare_coverage(_article(f"{each.name}.en", "en", each.en)),
            gold=each.beads,
        )
        for each, source in zip(made, sources, strict=True)
        if len(source.segments) == len(each.vi)
        and len(segments(_article("", "en", each.en))) == len(each.en)
    ]


def _article(path: str, lang: str, sentences: Sequence[str]) -> Article:
    return Article(path=path, lang=lang, paragraphs=tuple(sentences))


def gold_tasks(paths: Sequence[Path], engine: Engine, *, settings: Settings) -> list[AlignTask]:
    """Read gold files: ``{"source": FILE, "coverage": FILE, "beads": [...]}`` for each pair.

    Beads may also follow in rows of their own, so what ``wb align`` prints, put right by hand, is a
    gold file. Files are named from the gold file's folder. Segments that no bead names are without
    counterpart. Raises FormatError for a row that does not fit the articles.
    """
    return [
        _gold_task(path, head, beads, engine, settings=settings)
        for path in paths
        for head, beads in read_gold(path)
    ]


def read_gold(path: Path) -> list[tuple[GoldRow, list[Bead]]]:
    """Read the pairs of a gold file with their beads. Raises InputError, FormatError."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"cannot read {path}: {error.strerror}", hint="Name a gold file that exists."
        ) from error
    pairs: list[tuple[GoldRow, list[Bead]]] = []
    for row in load_lines(text, GoldRow, where=str(path)):
        if row.source is not None and row.coverage is not None:
            pairs.append((row, [(bead.vi, bead.en) for bead in row.beads]))
        elif pairs:
            pairs[-1][1].append((row.vi, row.en))
        else:
            raise FormatError(
                "the first row does not name two articles",
                where=f"{path}:1",
                hint='It reads {"source": FILE, "coverage": FILE}.',
            )
    return pairs


def _gold_task(
    path: Path, head: GoldRow, beads: list[Bead], engine: Engine, *, settings: Settings
) -> AlignTask:
    vi, en = (read_article(str(path.parent / str(n))) for n in (head.source, head.coverage))
    source = prepare_queries([vi], engine, settings=settings)[0]
    coverage = prepare_coverage(en)
    counts = (len(source.segments), len(coverage.segments))
    return AlignTask(
        name=f"{head.source} {head.coverage}",
        source=source,
        coverage=coverage,
        gold=_complete(beads, counts, where=f"{path}: {head.source}, {head.coverage}"),
    )


def _complete(beads: Sequence[Bead], counts: tuple[int, int], *, where: str) -> list[Bead]:
    found: list[Bead] = [bead for bead in beads if bead[0] and bead[1]]
    for side in (0, 1):
        used = [i for bead in beads for i in bead[side]]
        if len(set(used)) != len(used) or any(i >= counts[side] for i in used):
            raise FormatError(
                "a segment stands in two beads, or is none of the article's", where=where
            )
        linked = {i for bead in found for i in bead[side]}
        left = [i for i in range(counts[side]) if i not in linked]
        found += [((i,), ()) if side == 0 else ((), (i,)) for i in left]
    return found


def score_align(
    tasks: Sequence[AlignTask], *, settings: Settings, engine: Engine, peers: bool
) -> Iterator[tuple[str, AlignmentScore]]:
    """Score the sparse aligner, and with ``peers`` the monotone one and the other methods."""
    for method in ("sparse", "monotone") if peers else (settings.align.method,):
        chosen = msgspec.structs.replace(settings.align, method=method)
        score = AlignmentScore()
        for task in tasks:
            apart = another_event(task.source, task.coverage, settings=settings.match)
            beads = align_prepared(
                task.source,
                task.coverage,
                settings=msgspec.structs.replace(settings, align=chosen),
                engine=engine,
                one_event=apart is None,
            )
            score.add(task.gold, [((b.vi, b.en), b.score) for b in beads])
        yield method, score
    for name, run in PEERS.items() if peers else ():
        score = AlignmentScore()
        for task in tasks:
            sides: tuple[AlignSide, AlignSide] = align_side(task.source), align_side(task.coverage)
            score.add(task.gold, [(bead, 0.5) for bead in run(*sides)])
        yield name, score


def score_match(
    tasks: Sequence[AlignTask], *, settings: Settings, orphans: float, seed: int
) -> Mapping[str, Any]:
    """Match each source with a pool that lacks the counterpart of a share of them."""
    names = [task.name for task in tasks]
    draw = random.Random(seed)  # noqa: S311 - reproducible, not secret
    alone = set(draw.sample(names, round(len(names) * orphans)))
    index = Index.build(as_match_article(t.coverage) for t in tasks if t.name not in alone)
    first, called, false, quiet = Share(), Share(), Share(), Share()
    rated: list[tuple[float, bool]] = []
    for task in tasks:
        found = match(
            as_match_article(task.source), index, settings=settings.match, everything=True
        )
        right = task.coverage.article.path
        rated += [(c.score, c.coverage == right) for c in found]
        best = found[0] if found else None
        said = best is not None and best.verdict == "same-event"
        if task.name in alone:
            false.add(said)
            quiet.add(all(c.verdict == "unrelated" for c in found))
        else:
            hit = best is not None and best.coverage == right
            first.add(hit)
            called.add(hit and said)
    return {
        "pool": len(index),
        "recall at 1": first.row(),
        "recall at 1, called same-event": called.row(),
        "false pairs of those without counterpart": false.row(),
        "of these with an empty list": quiet.row(),
        "brier": round(brier(rated), 4),
        "reliability": reliability(rated),
    }


def score_gold_match(
    paths: Sequence[Path], engine: Engine, *, settings: Settings
) -> Mapping[str, Any]:
    """Match each source of gold files with all their English articles. Raises FormatError."""
    pairs = {
        (str(path.parent / str(row.source)), str(path.parent / str(row.coverage))): row.verdict
        for path in paths
        for row, _ in read_gold(path)
    }
    if not pairs:
        raise FormatError(
            "no pair of articles",
            where=", ".join(map(str, paths)),
            hint='A row reads {"source": FILE, "coverage": FILE, "beads": [...]}.',
        )
    sources = prepare_queries(
        [read_article(name) for name in dict.fromkeys(name for name, _ in pairs)],
        engine,
        settings=settings,
    )
    pool = dict.fromkeys(name for _, name in pairs)
    index = Index.build(as_match_article(prepare_coverage(read_article(name))) for name in pool)
    wide = msgspec.structs.replace(settings.match, limit=len(pool))
    first, called, related, false = Share(), Share(), Share(), Share()
    rated: list[tuple[float, bool]] = []
    for source in sources:
        name = source.article.path
        found = match(as_match_article(source), index, settings=wide, everything=True)
        said = {
            name: c.verdict for c in found for name in (c.coverage, *c.evidence.get("copies", ()))
        }
        right = {c: pairs.get((name, c)) for c in pool}
        rated += [(c.score, right[c.coverage] == "same-event") for c in found]
        if "same-event" in right.values():
            first.add(bool(found) and right[found[0].coverage] == "same-event")
        for coverage, verdict in right.items():
            is_said = said.get(coverage) == "same-event"
            (called if verdict == "same-event" else false).add(is_said)
            if verdict == "related":
                related.add(said.get(coverage) == "related")
    return {
        "pool": len(index),
        "recall at 1": first.row(),
        "same events called same-event": called.row(),
        "other pairs called same-event": false.row(),
        "related pairs called related": related.row(),
        "brier": round(brier(rated), 4),
        "reliability": reliability(rated),
    }
