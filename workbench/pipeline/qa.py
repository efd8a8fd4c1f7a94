"""The main job: translate, find the coverage, align, check three ways, score."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version

import msgspec

from workbench import __version__
from workbench.align import signature as align_signature
from workbench.check.base import Pair
from workbench.check.ledger import build_ledger, coverage_findings
from workbench.check.name.article import check_article
from workbench.check.name.inside import NameInconsistent
from workbench.check.run import check_pair, is_finding
from workbench.config import Settings
from workbench.engine import Engine, Progress
from workbench.errors import LanguageError
from workbench.language import Language
from workbench.language.glossary import Glossary
from workbench.match import Index
from workbench.pipeline.compare import align_prepared, build_index, match_prepared
from workbench.pipeline.prepare import Draft, Mentions, Prepared, prepare_coverage, prepare_source
from workbench.records import (
    Article,
    ArticleReport,
    Candidate,
    CoverageView,
    Finding,
    Signature,
)
from workbench.score import score_article


@dataclass(frozen=True)
class Pool:
    """English articles with all that is known of them, by path, and their index."""

    prepared: dict[str, Prepared]
    index: Index


def make_pool(articles: Sequence[Article], *, glossary: Glossary | None = None) -> Pool:
    """Prepare and index coverage articles."""
    prepared = {a.path: prepare_coverage(a, glossary=glossary) for a in articles}
    return Pool(prepared, build_index(prepared.values()))


def qa_articles(
    sources: Sequence[Article],
    pool: Pool,
    *,
    engine: Engine,
    settings: Settings,
    draft: Draft | None = None,
    glossary: Glossary | None = None,
    progress: Progress | None = None,
) -> Iterator[ArticleReport]:
    """Report on each source article in turn.

    Raises LanguageError for a source that is not Vietnamese, InputError, ModelError.
    """
    for source in sources:
        yield qa_article(
            source, pool, engine=engine, settings=settings, draft=draft, glossary=glossary,
            progress=progress,
        )  # fmt: skip


def qa_article(
    source: Article,
    pool: Pool,
    *,
    engine: Engine,
    settings: Settings,
    draft: Draft | None = None,
    glossary: Glossary | None = None,
    progress: Progress | None = None,
) -> ArticleReport:
    """Report on one article: every stage's result, the ledger and the scores."""
    require_vietnamese(source)
    ours = prepare_source(
        source, engine, settings=settings, draft=draft, glossary=glossary, progress=progress
    )
    candidates = match_prepared(ours, pool.index, settings=settings.match)
    views = tuple(
        _view(ours, pool.prepared[candidate.coverage], candidate, settings, engine)
        for candidate in candidates
        if candidate.verdict == "same-event"
    )
    ledger = build_ledger(
        segments=ours.segments,
        translations=ours.translations,
        vi_mentions=ours.mentions,
        mt_mentions=ours.english_mentions,
        coverage=views,
        published=source.published,
        glossary=glossary,
    )
    findings = (
        *_check_translation(ours, settings, glossary),
        *_check_spellings(ours, settings),
        *coverage_findings(ledger, segments=ours.segments, coverage=views, settings=settings.check),
    )
    report = ArticleReport(
        article=source,
        segments=ours.segments,
        translations=ours.translations,
        vi_mentions=ours.mentions,
        mt_mentions=ours.english_mentions,
        candidates=tuple(candidates),
        coverage=views,
        findings=findings,
        ledger=ledger,
        signature=qa_signature(engine, settings),
        made=_made(engine, ours),
    )
    return msgspec.structs.replace(report, scores=score_article(report))


def _made(engine: Engine, ours: Prepared) -> dict[str, str]:
    """Say for a reader what made the report: versions, model, where the English came from."""
    origins = Counter(translation.origin for translation in ours.translations)
    words = {"machine": "by the model", "memory": "from memory or a draft", "human": "by a person"}
    return {
        "Workbench": __version__,
        "Model": engine.signature,
        "Translated": ", ".join(f"{number} {words[origin]}" for origin, number in origins.items()),
        "Libraries": ", ".join(f"{name} {version(name)}" for name in ("ctranslate2", "sacrebleu")),
        "Python": platform.python_version(),
    }


def qa_signature(engine: Engine, settings: Settings) -> str:
    """Return the settings string of a QA run."""
    aligned = dict(align_signature(settings.align).fields)
    return str(
        Signature.of(
            stage="qa",
            engine=engine.signature,
            beam=settings.translate.beam,
            window=settings.match.window,
            align=aligned["method"],
            aligner=aligned.get("model", "-"),
            likelihood=aligned.get("likelihood", "-"),
        )
    )


def require_vietnamese(source: Article) -> None:
    """Raise LanguageError for a source article in another language."""
    if source.lang != "vi":
        raise LanguageError(
            f"the source is {'English' if source.lang == 'en' else 'not Vietnamese'}",
            where=source.path,
            hint="SOURCE is a Vietnamese article; English ones belong to --coverage.",
        )


def _view(
    ours: Prepared, theirs: Prepared, candidate: Candidate, settings: Settings, engine: Engine
) -> CoverageView:
    return CoverageView(
        candidate=candidate,
        article=theirs.article,
        segments=theirs.segments,
        mentions=theirs.mentions,
        beads=align_prepared(ours, theirs, settings=settings, engine=engine),
    )


def _check_translation(
    ours: Prepared, settings: Settings, glossary: Glossary | None
) -> Iterator[Finding]:
    """Compare each segment with its translation; agreeing links are left out."""
    for segment, translation, vi, en in zip(
        ours.segments, ours.translations, ours.mentions, ours.english_mentions, strict=True
    ):
        pair = Pair(
            number=segment.index + 1, vi=segment.text, en=translation.text,
            vi_mentions=vi, en_mentions=en, glossary=glossary,
        )  # fmt: skip
        yield from filter(is_finding, check_pair(pair, settings=settings.check))


def _check_spellings(ours: Prepared, settings: Settings) -> Iterator[Finding]:
    """Find names that the source, or its translation, spells in two ways."""
    severity = settings.check.severity.get(NameInconsistent.id, NameInconsistent.severity)
    if severity == "off":
        return
    sides: tuple[tuple[Sequence[str], Mentions, Language, str], ...] = (
        (ours.texts, ours.mentions, "vi", "source"),
        (ours.english, ours.english_mentions, "en", "translation"),
    )
    for texts, mentions, language, against in sides:
        for finding in check_article(texts, mentions, language, against=against):
            yield msgspec.structs.replace(finding, severity=severity)
