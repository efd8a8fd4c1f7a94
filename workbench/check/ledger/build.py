"""Build the ledger of an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from workbench.check.base import Link, Pair
from workbench.check.ledger.cause import cause_of
from workbench.check.ledger.edge import (
    Found,
    Key,
    Linker,
    SourceText,
    coverage_edges,
    key_of,
    link_pair,
    translation_edges,
)
from workbench.check.ledger.outlets import outlet_edges
from workbench.language.glossary import Glossary
from workbench.records import (
    CoverageView,
    Edge,
    LedgerRow,
    Mention,
    Segment,
    Side,
    Translation,
)


def build_ledger(
    *,
    segments: Sequence[Segment],
    translations: Sequence[Translation],
    vi_mentions: Sequence[Sequence[Mention]],
    mt_mentions: Sequence[Sequence[Mention]],
    coverage: Sequence[CoverageView] = (),
    published: str | None = None,
    links: Sequence[Sequence[Link]] | None = None,
    linkers: Sequence[Linker] | None = None,
    glossary: Glossary | None = None,
) -> tuple[LedgerRow, ...]:
    """Compare each source figure and name with the translation and with each coverage.

    ``vi_mentions`` and ``mt_mentions`` hold one sequence a segment, offsets in the segment's text.
    ``links`` are those of each segment with its translation, agreeing ones included; without them
    the mentions are linked here. Mentions that the linkers let pass (list numbers, an ``một`` that
    is an article) are not in the ledger. Rows come in the order of the text.
    """
    linkers = default_linkers() if linkers is None else linkers
    english = {translation.segment: translation.text for translation in translations}
    source = SourceText(
        texts=[segment.text for segment in segments],
        translations=[english.get(segment.index, "") for segment in segments],
        mentions=vi_mentions,
        published=published,
        glossary=glossary,
    )
    if links is None:
        links = [link_pair(pair, linkers) for pair in _pairs(source, vi_mentions, mt_mentions)]
    rendered: dict[Key, Found] = {}
    for number, found in enumerate(links):
        rendered |= translation_edges(number, found)
    source.rendered.update({key: f.mention for key, f in rendered.items() if f.mention})
    seen = [coverage_edges(source, view, linkers) for view in coverage]
    return tuple(_rows(source, rendered, seen))


def default_linkers() -> tuple[Linker, ...]:
    """Return the linkers of both dimensions."""
    from workbench.check.figure.link import link_figures
    from workbench.check.name.link import link_names

    return (link_figures, link_names)


def _pairs(
    source: SourceText,
    vi_mentions: Sequence[Sequence[Mention]],
    mt_mentions: Sequence[Sequence[Mention]],
) -> Iterable[Pair]:
    for number, (vi, en) in enumerate(zip(source.texts, source.translations, strict=True)):
        yield Pair(
            number=number + 1, vi=vi, en=en,
            vi_mentions=vi_mentions[number], en_mentions=mt_mentions[number],
            glossary=source.glossary,
        )  # fmt: skip


def _rows(
    source: SourceText,
    rendered: Mapping[Key, Found],
    seen: Sequence[Mapping[Key, Found]],
) -> Iterable[LedgerRow]:
    for number, mentions in enumerate(source.mentions):
        for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
            key = key_of(number, mention)
            ours = rendered.get(key)
            found = [edges[key] for edges in seen if key in edges]
            if ours is None and not any(f.mention for f in found):
                continue
            translation = ours.edge if ours else _unread()
            edges = tuple(f.edge for f in found)
            side = Side.of(mention)
            yield LedgerRow(
                dimension=mention.dimension,
                kind=mention.kind,
                segment=number,
                source=side,
                translation=translation,
                coverage=edges,
                cause=cause_of(side, translation, edges),
                outlets=outlet_edges(found),
            )


def _unread() -> Edge:
    return Edge(
        against="translation",
        verdict="ambiguous",
        explanation="nothing in the translation could be held against it",
    )
