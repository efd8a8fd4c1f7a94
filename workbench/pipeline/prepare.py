"""From an article to what the later stages compare: segments, translations, mentions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.check.base import Pair
from workbench.check.run import check_pair
from workbench.config import Settings
from workbench.engine import Engine, Progress
from workbench.errors import FormatError
from workbench.extract import extract
from workbench.language import Language
from workbench.language.glossary import Glossary
from workbench.language.text import nfc
from workbench.pipeline.rewrite import Speller, translate_spelt
from workbench.records import SEVERITIES, Article, Mention, Segment, Translation
from workbench.segment import segments

Mentions = tuple[tuple[Mention, ...], ...]
Judge = Callable[[str, str], Sequence[Literal["figures", "names"]]]


@dataclass(frozen=True)
class Prepared:
    """An article with all that is known of it before it is compared with another."""

    article: Article
    segments: tuple[Segment, ...]
    #: mentions of each segment, in its own language
    mentions: Mentions
    #: English of each segment of a Vietnamese article; empty for an English one
    translations: tuple[Translation, ...] = ()
    #: mentions of each translation
    english_mentions: Mentions = ()

    @property
    def texts(self) -> list[str]:
        """The segments' texts."""
        return [segment.text for segment in self.segments]

    @property
    def english(self) -> list[str]:
        """The segments in English: translated, or as they are."""
        return [each.text for each in self.translations] if self.translations else self.texts


class Draft:
    """A person's translation, sentence by sentence, that stands in for the machine's."""

    def __init__(self, pairs: Mapping[str, str]) -> None:
        self._pairs = {_key(vi): en for vi, en in pairs.items()}

    @classmethod
    def read(cls, lines: Sequence[str], *, where: str) -> Draft:
        """Read ``Vietnamese<TAB>English`` lines. Raises FormatError with the line."""
        pairs = {}
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            cells = line.split("\t")
            if len(cells) != 2:  # noqa: PLR2004 - a pair
                raise FormatError(
                    f"{len(cells)} columns where 2 belong",
                    where=f"{where}:{number}",
                    hint="A draft has one 'Vietnamese<TAB>English' pair a line.",
                )
            pairs[cells[0]] = cells[1].strip()
        return cls(pairs)

    def __or__(self, other: Draft) -> Draft:
        joined = Draft({})
        joined._pairs = {**self._pairs, **other._pairs}
        return joined

    def get(self, text: str) -> str | None:
        """Return the English of a Vietnamese text, if the draft has it."""
        return self._pairs.get(_key(text))


def _key(text: str) -> str:
    return " ".join(nfc(text).split())


def prepare_source(
    article: Article,
    engine: Engine,
    *,
    settings: Settings,
    draft: Draft | None = None,
    glossary: Glossary | None = None,
    progress: Progress | None = None,
) -> Prepared:
    """Segment and translate a Vietnamese article and find its mentions.

    The translation is figure- and name-safe: among the n-best the one that agrees with the source
    is preferred. Raises InputError, ModelError.
    """
    pieces = segments(article)
    texts = [piece.text for piece in pieces]
    translations = translate_spelt(
        texts,
        engine,
        settings=settings.translate,
        speller=Speller.of(texts),
        judge=make_judge(settings, published=article.published, glossary=glossary),
        memory=draft,
        progress=progress,
    )
    return Prepared(
        article=article,
        segments=pieces,
        mentions=_find(texts, "vi", article.published, glossary),
        translations=tuple(translations),
        english_mentions=_find([t.text for t in translations], "en", article.published, glossary),
    )


def prepare_coverage(article: Article, *, glossary: Glossary | None = None) -> Prepared:
    """Segment an English article and find its mentions."""
    pieces = segments(article)
    return Prepared(
        article=article,
        segments=pieces,
        mentions=_find([p.text for p in pieces], "en", article.published, glossary),
    )


def make_judge(
    settings: Settings, *, published: str | None = None, glossary: Glossary | None = None
) -> Judge:
    """Return the judge of translations: it names the dimension of each major disagreement."""
    floor = SEVERITIES.index("major")

    def judge(source: str, hypothesis: str) -> list[Literal["figures", "names"]]:
        pair = Pair(
            number=1, vi=source, en=hypothesis,
            vi_mentions=extract(source, "vi", published=published, glossary=glossary),
            en_mentions=extract(hypothesis, "en", published=published, glossary=glossary),
        )  # fmt: skip
        found = check_pair(pair, settings=settings.check)
        return [
            "figures" if finding.dimension == "figure" else "names"
            for finding in found
            if SEVERITIES.index(finding.severity) >= floor
        ]

    return judge


def _find(
    texts: Sequence[str], language: Language, published: str | None, glossary: Glossary | None
) -> Mentions:
    return tuple(
        tuple(extract(text, language, published=published, glossary=glossary)) for text in texts
    )
