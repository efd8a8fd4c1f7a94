"""Match and align prepared articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from workbench.align import AlignSide, Likelihood, align
from workbench.config import MatchSettings, Settings
from workbench.engine import Engine, Progress
from workbench.engine.encoder import load_encoder
from workbench.language import Language
from workbench.language.glossary import Glossary
from workbench.match import Index, MatchArticle, match
from workbench.match import another_event as match_another_event
from workbench.pipeline.prepare import Mentions, Prepared, find_mentions
from workbench.pipeline.rewrite import Speller
from workbench.records import TITLE, Article, Bead, Candidate
from workbench.segment import segments
from workbench.translate import translate_texts

#: Pairs asked about between two words on the progress.
BLOCK = 128
#: Segments from which an article is long enough to be told from another by its words alone.
WHOLE = 6


def prepare_queries(
    articles: Sequence[Article],
    engine: Engine,
    *,
    settings: Settings,
    glossary: Glossary | None = None,
    progress: Progress | None = None,
) -> list[Prepared]:
    """Prepare Vietnamese articles for a search alone: all are translated in one go, unchecked.

    Acronyms and glossary terms are spelt out first, as for a translation that is shown.
    Raises InputError, ModelError.
    """
    pieces = [segments(article) for article in articles]
    spelt = []
    for rows in pieces:
        speller = Speller.of([piece.text for piece in rows], glossary=glossary)
        spelt += [speller(piece.text) for piece in rows]
    translations = iter(
        translate_texts(
            spelt,
            engine,
            settings=settings.translate,
            progress=progress,
        )
    )
    prepared = []
    for article, rows in zip(articles, pieces, strict=True):
        english = tuple(next(translations) for _ in rows)
        prepared.append(
            Prepared(
                article=article,
                segments=rows,
                mentions=_find([p.text for p in rows], "vi", article.published, glossary),
                translations=tuple(
                    msgspec.structs.replace(t, segment=i) for i, t in enumerate(english)
                ),
                english_mentions=_find(
                    [t.text for t in english], "en", article.published, glossary
                ),
            )
        )
    return prepared


def _find(
    texts: Sequence[str], language: Language, published: str | None, glossary: Glossary | None
) -> Mentions:
    return tuple(
        tuple(find_mentions(text, language, published=published, glossary=glossary))
        for text in texts
    )


def another_event(source: Prepared, coverage: Prepared, *, settings: MatchSettings) -> str | None:
    """Say why the two articles must report different events, or None where they need not."""
    found = match_prepared(source, build_index([coverage]), settings=settings, everything=True)
    whole = min(len(source.segments), len(coverage.segments)) >= WHOLE
    return match_another_event(found[0], window=settings.window, whole=whole) if found else None


def align_prepared(
    source: Prepared,
    coverage: Prepared,
    *,
    settings: Settings,
    engine: Engine | None = None,
    one_event: bool = True,
    progress: Progress | None = None,
) -> tuple[Bead, ...]:
    """Align a source with an English article; ``engine`` rates sentences that were worded anew.

    Raises MissingExtra, ModelError.
    """
    chosen = settings.align
    sides = (align_side(each, embeddings=chosen.embeddings) for each in (source, coverage))
    likelihood = None
    if engine is not None and chosen.likelihood:
        likelihood = ask_likelihood(source.texts, coverage.texts, engine, progress=progress)
    return tuple(align(*sides, settings=chosen, one_event=one_event, likelihood=likelihood))


def ask_likelihood(
    vi: Sequence[str], en: Sequence[str], engine: Engine, *, progress: Progress | None = None
) -> Likelihood:
    """Return what answers the aligner how likely a segment is as the translation of another."""

    def ask(pairs: Sequence[tuple[int | None, int]]) -> list[float]:
        found: list[float] = []
        for at in range(0, len(pairs), BLOCK):
            block = pairs[at : at + BLOCK]
            found += engine.likelihoods([("" if i is None else vi[i], en[j]) for i, j in block])
            if progress is not None:
                progress(len(found), len(pairs))
        return found

    return ask


def align_side(prepared: Prepared, *, embeddings: str | None = None) -> AlignSide:
    """Return what the aligner needs of a prepared article.

    ``embeddings`` is the folder of a sentence-transformers model; what is embedded is English.
    """
    english = prepared.english
    return AlignSide(
        vectors=load_encoder(embeddings).encode(english) if embeddings else (),
        texts=prepared.texts,
        title=_has_title(prepared),
        english=english if prepared.translations else (),
        mentions=prepared.mentions,
        english_mentions=prepared.english_mentions,
    )


def build_index(coverage: Iterable[Prepared], *, folder: Path | None = None) -> Index:
    """Index English articles, in memory or in a new folder. Raises OutputError."""
    return Index.build(map(as_match_article, coverage), folder=folder)


def match_prepared(
    source: Prepared, index: Index, *, settings: MatchSettings, everything: bool = False
) -> list[Candidate]:
    """Search an index for the coverage of a source, best first."""
    return match(as_match_article(source), index, settings=settings, everything=everything)


def as_match_article(prepared: Prepared) -> MatchArticle:
    """Return what the matcher needs of a prepared article."""
    article = prepared.article
    return MatchArticle(
        path=article.path,
        texts=prepared.texts,
        title=_has_title(prepared),
        english=prepared.english if prepared.translations else (),
        mentions=prepared.mentions,
        english_mentions=prepared.english_mentions,
        published=article.published,
        published_from=article.published_from,
    )


def _has_title(prepared: Prepared) -> bool:
    return bool(prepared.segments) and prepared.segments[0].paragraph == TITLE
