"""From an article to what the later stages compare: segments, translations, mentions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from workbench.check.base import Pair
from workbench.check.run import check_pair
from workbench.config import Settings
from workbench.engine import Engine, Progress
from workbench.errors import FormatError
from workbench.extract import extract
from workbench.language import Language
from workbench.language.glossary import Glossary
from workbench.language.text import nfc
from workbench.pipeline.hint import LOST, with_hints
from workbench.pipeline.rewrite import Speller, translate_rewritten
from workbench.records import SEVERITIES, Article, Finding, Mention, Segment, Translation
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

    Raises InputError, ModelError.
    """
    pieces = segments(article)
    texts = [piece.text for piece in pieces]
    translations = translate_safely(
        texts,
        engine,
        settings=settings,
        published=article.published,
        draft=draft,
        glossary=glossary,
        progress=progress,
    )
    return Prepared(
        article=article,
        segments=pieces,
        mentions=_find(texts, "vi", article.published, glossary),
        translations=tuple(translations),
        english_mentions=_find([t.text for t in translations], "en", article.published, glossary),
    )


def translate_safely(
    texts: Sequence[str],
    engine: Engine,
    *,
    settings: Settings,
    published: str | None = None,
    draft: Draft | None = None,
    glossary: Glossary | None = None,
    progress: Progress | None = None,
) -> list[Translation]:
    """Translate the segments of a text so that figures and names survive.

    Acronyms are spelt out and glossary terms given in English; among the n-best the one that agrees
    with the source is preferred; what still lost a figure or a name is tried once more with these
    in English; and what disagrees even then is flagged. Raises InputError, ModelError.
    """
    speller = Speller.of(texts, glossary=glossary)
    judge = _Judge(settings, published=published, glossary=glossary)
    first = translate_rewritten(
        texts,
        [speller(text) for text in texts],
        engine,
        settings=settings.translate,
        judge=judge,
        memory=draft,
        progress=progress,
    )
    return _try_again(texts, first, engine, settings=settings, speller=speller, judge=judge)


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
    return _Judge(settings, published=published, glossary=glossary)


class _Judge:
    """Compares a source with a hypothesis."""

    def __init__(
        self, settings: Settings, *, published: str | None, glossary: Glossary | None
    ) -> None:
        self._settings = settings.check
        self._published = published
        self._glossary = glossary

    def __call__(self, source: str, hypothesis: str) -> list[Literal["figures", "names"]]:
        """Name the dimension of each major disagreement."""
        return [
            "figures" if finding.dimension == "figure" else "names"
            for finding in self._disagreements(self._pair(source, hypothesis))
        ]

    def lost(self, source: str, hypothesis: str) -> list[Mention]:
        """Return the mentions of the source that the hypothesis lost or changed."""
        pair = self._pair(source, hypothesis)
        starts = {
            (finding.dimension, finding.vi.start)
            for finding in self._disagreements(pair)
            if finding.vi and finding.verdict in LOST
        }
        return [m for m in pair.vi_mentions if (m.dimension, m.start) in starts]

    def _pair(self, source: str, hypothesis: str) -> Pair:
        return Pair(
            number=1, vi=source, en=hypothesis, glossary=self._glossary,
            vi_mentions=self._find(source, "vi"),
            en_mentions=self._find(hypothesis, "en"),
        )  # fmt: skip

    def _find(self, text: str, language: Language) -> list[Mention]:
        return find_mentions(text, language, published=self._published, glossary=self._glossary)

    def _disagreements(self, pair: Pair) -> list[Finding]:
        floor = SEVERITIES.index("major")
        return [
            finding
            for finding in check_pair(pair, settings=self._settings)
            if SEVERITIES.index(finding.severity) >= floor
        ]


def _try_again(
    texts: Sequence[str],
    translations: Sequence[Translation],
    engine: Engine,
    *,
    settings: Settings,
    speller: Speller,
    judge: _Judge,
) -> list[Translation]:
    """Translate what lost a figure or a name once more, with hints; keep what agrees better."""
    done = list(translations)
    hinted = {}
    for number, (text, translation) in enumerate(zip(texts, translations, strict=True)):
        if translation.origin == "machine" and {"figures", "names"} & set(translation.flags):
            rewritten = with_hints(text, judge.lost(text, translation.text))
            if rewritten != text:
                hinted[number] = speller(rewritten)
    if not hinted:
        return done
    again = translate_rewritten(
        [texts[number] for number in hinted],
        list(hinted.values()),
        engine,
        settings=settings.translate,
        judge=judge,
    )
    for number, other in zip(hinted, again, strict=True):
        if _cost(judge, texts[number], other) < _cost(judge, texts[number], done[number]):
            done[number] = msgspec.structs.replace(other, segment=number)
    return done


def _cost(judge: _Judge, text: str, translation: Translation) -> tuple[int, int]:
    broken = len(set(translation.flags) - {"figures", "names"})
    return broken, len(judge(text, translation.text))


def _find(
    texts: Sequence[str], language: Language, published: str | None, glossary: Glossary | None
) -> Mentions:
    return tuple(
        tuple(find_mentions(text, language, published=published, glossary=glossary))
        for text in texts
    )


def find_mentions(
    text: str, language: Language, *, published: str | None, glossary: Glossary | None
) -> list[Mention]:
    """Find figures and names apart, as they are compared: a name may hold a figure."""
    figures = extract(text, language, dimension="figure", published=published)
    names = extract(text, language, dimension="name", glossary=glossary)
    return sorted((*figures, *names), key=lambda mention: (mention.start, mention.end))
