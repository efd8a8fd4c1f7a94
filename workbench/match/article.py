"""What the matcher is given of an article, and the entry that the index keeps of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import msgspec

from workbench.errors import InputError
from workbench.language.text import fold
from workbench.language.words import stems, tokens
from workbench.records import Mention
from workbench.values.keys import figure_keys, name_tokens
from workbench.values.types import Date

#: Segments that tell what an article is about: the title and the first sentences.
LEAD = 4
#: Segments of an article that are compared; what follows is background.
MOST_SEGMENTS = 200
_CAPITAL = re.compile(r"\b[A-ZĐ]\w+|\d+(?:[.,]\d+)*")
_DAY = re.compile(r"(\d{4}|-)-(\d\d-\d\d)")
#: Words of what is still to come; the days of such a sentence are not those of an event told.
_TO_COME = re.compile(
    r"\b(?:sẽ|dự kiến|sắp|chuẩn bị|kế hoạch|will|would|to be|expected|scheduled|plans?|due)\b",
    re.IGNORECASE,
)


class MatchArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article, Vietnamese with its English segment by segment, or English.

    ``texts`` are its segments, the title first where it has one; ``english`` is the machine
    translation of each and stays empty for an English article; mentions are optional, one sequence
    a segment, ``english_mentions`` those of the translation.
    """

    path: str
    texts: Sequence[str]
    title: bool = False
    english: Sequence[str] = ()
    mentions: Sequence[Sequence[Mention]] = ()
    english_mentions: Sequence[Sequence[Mention]] = ()
    #: ISO 8601 with the precision known
    published: str | None = None
    #: ``page``, ``metadata`` and ``given`` are sure, ``text`` is worked out
    published_from: str | None = None

    def __post_init__(self) -> None:
        """Raise InputError where a sequence does not run along the segments."""
        for name in ("english", "mentions", "english_mentions"):
            rows = getattr(self, name)
            if rows and len(rows) != len(self.texts):
                raise InputError(
                    f"{len(rows)} {name} for {len(self.texts)} segments of {self.path}"
                )


class Entry(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What is compared of an article, and kept in the index."""

    path: str
    #: hash of the text without spaces and case: the same for a copy under another path
    digest: str
    published: str | None
    #: whether the date was printed on the page, not worked out from the text
    dated: bool
    #: month and day of the event, as the lead tells it, ``08-05``
    days: tuple[str, ...]
    #: stems of the title; empty without one
    title: tuple[str, ...]
    #: stems of each segment
    segments: tuple[tuple[str, ...], ...]
    #: words with a capital and numbers, folded, of the English and of the source
    copies: frozenset[str]
    #: the folded words of both, in order, one blank between two and around all
    plain: str
    figures: frozenset[str]
    #: folded names
    names: frozenset[str]
    #: those of them that are places, which many articles share
    places: frozenset[str]
    #: folded names of the title and first sentences: who takes part and where
    lead_names: tuple[str, ...]
    #: days on which something has happened, as the lead tells it, ``2025-05-03`` or ``--05-03``
    happened: tuple[str, ...] = ()

    @property
    def words(self) -> frozenset[str]:
        """Every folded word, where the copies of another article are looked for."""
        return frozenset(self.plain.split()) | self.copies

    def says(self, name: str) -> bool:
        """Say whether a folded name stands in the text, whole."""
        return f" {name} " in self.plain

    @property
    def terms(self) -> list[str]:
        """The terms of the article in the index: stems, and figures and names as a whole."""
        body = [stem for segment in self.segments for stem in segment]
        return [*body, *(f"={f}" for f in self.figures), *(f"@{n}" for n in self.names)]


def make_entry(article: MatchArticle) -> Entry:
    """Keep of an article what is compared."""
    texts = article.texts[:MOST_SEGMENTS]
    english = article.english[:MOST_SEGMENTS] if article.english else texts
    rows = [r[:MOST_SEGMENTS] for r in (article.mentions, article.english_mentions) if r]
    names = [[m for r in rows for m in r[i] if m.dimension == "name"] for i in range(len(texts))]
    own = article.mentions[:MOST_SEGMENTS] if article.mentions else [()] * len(texts)
    figures = [m for row in own for m in row if m.dimension == "figure"]
    both = [*texts, *english] if article.english else texts
    copies = {c for text in english for c in _copies(text)}
    copies |= {c for text in texts for c in _copies(text) if c[0].isdigit()}
    return Entry(
        path=article.path,
        digest=_digest(article.texts),
        published=article.published,
        dated=article.published is not None and article.published_from != "text",
        days=_days([m for row in own[:LEAD] for m in row]),
        title=tuple(stems(english[0])) if article.title and english else (),
        segments=tuple(tuple(dict.fromkeys(stems(text))) for text in english),
        copies=frozenset(copies),
        plain=f" {' / '.join(' '.join(tokens(text)) for text in both)} ",
        figures=frozenset(key for m in figures for key in figure_keys(m.value)),
        names=frozenset(" ".join(tokens(m.surface)) for row in names for m in row),
        places=frozenset(
            " ".join(tokens(m.surface)) for row in names for m in row if m.kind == "place"
        ),
        happened=_happened(texts[:LEAD], own[:LEAD]),
        lead_names=tuple(
            dict.fromkeys(
                " ".join(tokens(m.surface))
                for row in names[:LEAD]
                for m in row
                if name_tokens(m.value) and not m.nested
            )
        ),
    )


def _digest(texts: Sequence[str]) -> str:
    plain = "".join("".join(text.split()).casefold() for text in texts)
    return hashlib.blake2b(plain.encode(), digest_size=16).hexdigest()


def _copies(text: str) -> list[str]:
    found = (fold(match.group()).replace(",", "") for match in _CAPITAL.finditer(text))
    return [c.replace(".", "") if c[0].isdigit() else c for c in found]


def _days(lead: Sequence[Mention]) -> tuple[str, ...]:
    """Return the days that the lead names, single days only, in order."""
    return tuple(dict.fromkeys(day for _, day in _single_days(lead)))


def _happened(texts: Sequence[str], rows: Sequence[Sequence[Mention]]) -> tuple[str, ...]:
    """Return the days of the lead's sentences that tell of nothing to come, with years if given."""
    told = [
        m for text, row in zip(texts, rows, strict=True) if not _TO_COME.search(text) for m in row
    ]
    return tuple(dict.fromkeys(f"{year}-{day}" for year, day in _single_days(told)))


def _single_days(mentions: Sequence[Mention]) -> list[tuple[str, str]]:
    """Return the year, ``-`` where it is not said, and month and day of each date of one day."""
    return [
        pair
        for value in (mention.value for mention in mentions)
        if isinstance(value, Date) and "/" not in value.date
        for pair in _DAY.findall(value.date)
    ]
