"""One edge: a source mention against the translation, or against a coverage through its beads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import msgspec

from workbench.check.base import Link, Pair
from workbench.check.ledger.cause import AGREEING
from workbench.check.ledger.matter import Place, is_of_report, same_matter, unit_of
from workbench.check.ledger.news import retold
from workbench.check.ledger.update import is_update
from workbench.language.glossary import Glossary
from workbench.records import Bead, CoverageView, Edge, Mention, Side

Linker: TypeAlias = Callable[[Pair], Iterable[Link]]
#: segment, start and end of a source mention, and its dimension
Key: TypeAlias = tuple[int, int, int, str]
_JOINT = " "


def key_of(segment: int, mention: Mention) -> Key:
    """Name a source mention."""
    return (segment, mention.start, mention.end, mention.dimension)


@dataclass(frozen=True)
class Found:
    """An edge, with the mention of the other text for whoever compares further."""

    edge: Edge
    mention: Mention | None = None


@dataclass(frozen=True)
class SourceText:
    """The source and its translation, segment by segment."""

    texts: Sequence[str]
    translations: Sequence[str]
    mentions: Sequence[Sequence[Mention]]
    published: str | None
    glossary: Glossary | None = None
    #: the English mention that stands for a source mention in the translation
    rendered: dict[Key, Mention] = field(default_factory=dict)

    def place(self, key: Key) -> Place:
        """Return where the translation of the source mention stands."""
        return Place(self.rendered.get(key), self.translations[key[0]])


@dataclass(frozen=True)
class _Joined:
    """Segments of one side of a bead as one text, with the way back."""

    text: str
    mentions: tuple[Mention, ...]
    #: start of each segment in the text
    starts: tuple[tuple[int, int], ...]

    @classmethod
    def of(
        cls,
        numbers: Sequence[int],
        texts: Sequence[str],
        mentions: Sequence[Sequence[Mention]],
    ) -> _Joined:
        starts: list[tuple[int, int]] = []
        moved: list[Mention] = []
        at = 0
        for number in numbers:
            starts.append((at, number))
            moved.extend(_move(mention, at) for mention in mentions[number])
            at += len(texts[number]) + len(_JOINT)
        return cls(_JOINT.join(texts[n] for n in numbers), tuple(moved), tuple(starts))

    def home(self, mention: Mention) -> tuple[int, Mention]:
        """Return the segment of a mention, and the mention with its offsets there."""
        start, number = max(s for s in self.starts if s[0] <= mention.start)
        return number, _move(mention, -start)


def _move(mention: Mention, by: int) -> Mention:
    return msgspec.structs.replace(mention, start=mention.start + by, end=mention.end + by)


def link_pair(pair: Pair, linkers: Iterable[Linker]) -> list[Link]:
    """Link figures and names of a pair."""
    return [link for linker in linkers for link in linker(pair)]


def translation_edges(segment: int, links: Iterable[Link]) -> dict[Key, Found]:
    """Take the links of a segment with its translation."""
    edges: dict[Key, Found] = {}
    for link in links:
        if link.vi is None:
            continue
        edge = Edge(
            against="translation",
            verdict=link.comparison.verdict,
            segment=segment if link.en else None,
            side=Side.of(link.en) if link.en else None,
            explanation=link.comparison.explanation,
        )
        _keep(edges, key_of(segment, link.vi), Found(edge, link.en))
    return edges


def coverage_edges(
    source: SourceText, view: CoverageView, linkers: Sequence[Linker]
) -> dict[Key, Found]:
    """Link the source with a coverage, bead by bead; one-sided beads give nothing."""
    edges: dict[Key, Found] = {}
    texts = [segment.text for segment in view.segments]
    for bead in view.beads:
        if bead.vi and bead.en:
            for key, found in _bead_edges(source, view, bead, texts, linkers):
                _keep(edges, key, found)
    return edges


def _bead_edges(
    source: SourceText,
    view: CoverageView,
    bead: Bead,
    texts: Sequence[str],
    linkers: Sequence[Linker],
) -> Iterable[tuple[Key, Found]]:
    vi = _Joined.of(bead.vi, source.texts, source.mentions)
    en = _Joined.of(bead.en, texts, view.mentions)
    pair = Pair(
        number=bead.vi[0] + 1, vi=vi.text, en=en.text,
        vi_mentions=vi.mentions, en_mentions=en.mentions, glossary=source.glossary,
    )  # fmt: skip
    links = link_pair(pair, linkers)
    day = view.article.published
    agreed = {link.vi.start for link in links if link.vi and link.comparison.verdict in AGREEING}
    free = [mention for mention in vi.mentions if mention.start not in agreed]
    support = sum(link.comparison.verdict in AGREEING for link in links if link.vi and link.en)
    for link in links:
        if link.vi is None:
            continue
        segment, ours = vi.home(link.vi)
        key = key_of(segment, ours)
        if link.en is None or _is_taken(link, free, day):
            yield key, Found(Edge(against=view.article.path, verdict="missing"))
        else:
            number, theirs = en.home(link.en)
            verdict, sentence = _judge(
                source, view, link, key=key, segment=number, theirs=theirs, support=support
            )
            edge = Edge(
                against=view.article.path,
                verdict=verdict,
                segment=number,
                side=Side.of(theirs),
                explanation=sentence,
            )
            yield key, Found(edge, theirs)


def _is_taken(link: Link, mentions: Iterable[Mention], day: str | None) -> bool:
    """Say whether the English of a conflict retells another figure: 5 is 5.02, not 4.36.

    ``mentions`` are those of the source that nothing of the English agrees with yet.
    """
    if link.en is None or link.vi is None or link.comparison.verdict != "conflict":
        return False
    rivals = (m for m in mentions if m.start != link.vi.start)
    told = (retold(m, link.en, published=day) for m in rivals)
    return any(found is not None and found[0] == "rounded" for found in told)


def _judge(
    source: SourceText,
    view: CoverageView,
    link: Link,
    *,
    key: Key,
    segment: int,
    theirs: Mention,
    support: int,
) -> tuple[str, str]:
    """Return the verdict between source and coverage, and its sentence.

    ``support`` is the number of links of the bead that agree.
    """
    text = view.segments[segment].text
    verdict, sentence = link.comparison.verdict, link.comparison.explanation
    assert link.vi is not None
    if verdict not in AGREEING:
        told = retold(link.vi, theirs, published=view.article.published)
        verdict, sentence = told or (verdict, sentence)
    unit = unit_of(link.vi)
    if not same_matter(verdict, source.place(key), Place(theirs, text), unit=unit, support=support):
        return "other-matter", "both stand in aligned sentences, but are about different things"
    if is_of_report(theirs, text, view.article.published, verdict=verdict):
        return "other-matter", "the English tells when and where it was reported, not what happened"
    ours = _move(link.vi, key[1] - link.vi.start)
    published = (source.published, view.article.published)
    if verdict == "conflict" and is_update(
        ours, theirs, published=published, texts=(source.texts[key[0]], text)
    ):
        times = [str(time).replace("T", " ") for time in published]
        return "updated", (
            f"a running count: {ours.surface} ({times[0]}), {theirs.surface} ({times[1]})"
        )
    return verdict, sentence


def _keep(edges: dict[Key, Found], key: Key, found: Found) -> None:
    """Keep the worse of two edges of one mention: a span is wrong where one of its ends is."""
    before = edges.get(key)
    if before is None or _rank(found.edge) > _rank(before.edge):
        edges[key] = found


def _rank(edge: Edge) -> int:
    if edge.verdict == "missing":
        return 3 if edge.against == "translation" else 0
    if edge.verdict == "other-matter":
        return 1
    return 2 if edge.verdict in AGREEING else 3
