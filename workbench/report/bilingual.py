"""An article and its translation side by side: as text, as one HTML file, as JSON Lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Literal, TypeAlias, get_args

from workbench import __version__
from workbench.records import SCHEMA, TITLE, Article, Segment, Translation, dump_lines
from workbench.records.translation import Flag
from workbench.report.html import asset, environment, policy

Format: TypeAlias = Literal["text", "html", "jsonl"]
FORMATS: tuple[Format, ...] = get_args(Format)

#: What a flag asks a reader to look at.
FLAG_WORDS: dict[Flag, str] = {
    "empty": "nothing came out",
    "loop": "words repeat",
    "copy": "left untranslated",
    "language": "not English",
    "length": "length out of proportion",
    "figures": "figures differ",
    "names": "names differ",
}
#: Columns narrower than this are put one above the other.
_NARROW = 30


@dataclass(frozen=True)
class Bitext:
    """An article with a translation for each of its segments."""

    article: Article
    segments: Sequence[Segment]
    translations: Sequence[Translation]

    @property
    def title(self) -> str:
        """The title, or where the article was read from."""
        return self.article.title or self.article.path

    @property
    def flagged(self) -> list[tuple[Segment, Translation]]:
        """The pairs that a reader should look at."""
        return [pair for pair in self.pairs if pair[1].flags]

    @property
    def pairs(self) -> list[tuple[Segment, Translation]]:
        """Segments with their translations."""
        return list(zip(self.segments, self.translations, strict=True))

    @property
    def paragraphs(self) -> Iterator[tuple[int, list[tuple[Segment, Translation]]]]:
        """The pairs by paragraph; the title is paragraph ``TITLE``."""
        for number, pairs in groupby(self.pairs, key=lambda pair: pair[0].paragraph):
            yield number, list(pairs)


def render_rows(bitexts: Iterable[Bitext], *, signature: str) -> str:
    """Write a header row, then a row for each segment."""
    rows: list[dict[str, object]] = [{"schema": SCHEMA, "signature": signature}]
    for bitext in bitexts:
        rows.extend(
            {
                "article": bitext.article.path, "segment": segment.index,
                "paragraph": segment.paragraph, "vi": segment.text, "en": translation.text,
                "origin": translation.origin, "score": translation.score,
                "flags": translation.flags,
            }
            for segment, translation in bitext.pairs
        )  # fmt: skip
    return dump_lines(rows)


def render_text(bitexts: Sequence[Bitext], *, width: int = 100) -> str:
    """Write two columns, ``width`` characters together; narrow ones one above the other."""
    column = (width - 3) // 2
    lines: list[str] = []
    for bitext in bitexts:
        if len(bitexts) > 1:
            lines += [f"== {bitext.article.path} ==", ""]
        for number, pairs in bitext.paragraphs:
            for segment, translation in pairs:
                lines += (
                    _stacked(segment, translation, width)
                    if column < _NARROW
                    else _beside(segment.text, _english(translation), column)
                )
            if number == TITLE:
                lines.append("=" * (width if column < _NARROW else 2 * column + 3))
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _beside(vi: str, en: str, column: int) -> list[str]:
    rows = zip_longest(_wrap(vi, column), _wrap(en, column), fillvalue="")
    return [f"{left:<{column}} | {right}".rstrip() for left, right in rows]


def _stacked(segment: Segment, translation: Translation, width: int) -> list[str]:
    return [*_wrap(segment.text, width), *_wrap(f"> {_english(translation)}", width)]


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False)


def _english(translation: Translation) -> str:
    if not translation.flags:
        return translation.text
    return f"{translation.text} [! {flag_words(translation)}]"


def flag_words(translation: Translation) -> str:
    """Say in words what a reader should look at."""
    return ", ".join(FLAG_WORDS[flag] for flag in translation.flags)


def render_html(bitexts: Sequence[Bitext], *, signature: str) -> str:
    """Write one page that opens from disk, without scripts and without a network."""
    style = asset("bilingual.css")
    return (
        environment()
        .get_template("bilingual.html.j2")
        .render(
            bitexts=bitexts,
            style=style,
            policy=policy(style=style, script=""),
            flag_words=flag_words,
            title_paragraph=TITLE,
            signature=signature,
            version=__version__,
        )
    )
