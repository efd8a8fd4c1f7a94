"""One page on the table: its lines, what each shows by itself, and what has been settled so far."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.ingest import furniture as f
from workbench.ingest.dates import Stamp, find_stamp
from workbench.ingest.lines import Line
from workbench.ingest.people import Byline, read_byline

#: A stamp's line may hold an author or a section beside the date, and no more words than these.
_BESIDE_STAMP = 6
#: Words of a paragraph that shows that an article goes on.
_RUNNING = 15
_BELIEVED = 2
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]{6,40}[)\]]\s*$")


@dataclass
class Facts:
    """What lines beside the body say about it."""

    published: str | None = None
    #: the date found so far is that of an update
    updated: bool = False
    #: the date found so far stands above the title, where some pages show today's date
    above: bool = False
    author: str | None = None
    source: str | None = None
    #: a word such as "By" says that the author is one
    signed: bool = False


class Sheet:
    """The lines of a page with their roles and shapes; ``reason`` is None for the body's own."""

    def __init__(self, lines: Sequence[Line], *, page: bool) -> None:
        self.lines = list(lines)
        self.size = len(self.lines)
        self.reason: list[str | None] = [None] * self.size
        self.facts = Facts()
        self.roles = [f.role(line) for line in self.lines]
        self.stamps = [self._stamp(line) for line in self.lines]
        self.counts = Counter(line.key for line in self.lines if line.words > 3)  # noqa: PLR2004
        self.is_page = page or self._shows_page()
        self.first = self._first_paragraph()
        #: paragraphs are set apart with blank lines
        self.spaced = sum(not line.attached for line in self.lines) * 2 > self.size

    @staticmethod
    def _stamp(line: Line) -> Stamp | None:
        """Find the stamp of a line that holds little else."""
        if line.words > 24 or line.sentence:  # noqa: PLR2004
            return None
        stamp = find_stamp(line.text)
        if stamp is None or without_bracket(line.text) != line.text:
            return None
        rest = line.text[: stamp.start] + " " + line.text[stamp.end :]
        return stamp if len(re.findall(r"[^\W\d_]{2,}", rest)) <= _BESIDE_STAMP else None

    def _shows_page(self) -> bool:
        """Say whether anything in the text is page furniture beyond doubt."""
        told = sum(f.TELLING.get(role, 0) for role in self.roles if role)
        if told >= _BELIEVED or any(self.stamps):
            return True
        return any(self.counts.get(line.key, 0) > 1 and not line.closed for line in self.lines)

    def _first_paragraph(self) -> int:
        """Find the first line of the article's running text.

        Headlines with summaries above the article are passed over, where a run of paragraphs
        follows them.
        """
        first = next((i for i in range(self.size) if self._opens(i)), self.size)
        at = first
        while at + 1 < self.size and self.shape(at - 1) == "H" and self.shape(at + 1) == "H":
            at = next((i for i in range(at + 1, self.size) if self._opens(i)), self.size)
        teasers = at - first >= 4  # noqa: PLR2004 - three headlines with summaries, at least
        later = [i for i in range(at, self.size - 2) if all(self.runs(i + k) for k in range(3))]
        return at if teasers and later and self.is_page else first

    def _opens(self, i: int) -> bool:
        line = self.lines[i]
        return (
            line.paragraph
            and self.roles[i] is None
            and not f.has_credit(line)
            and not f.is_notice(line)
        )

    # -- what a line is like ------------------------------------------------------------------

    def shape(self, i: int) -> str:
        """Give a line's shape: D stamp, S sentence, H headline, h short, x settled or furniture."""
        if not 0 <= i < self.size:
            return "x"
        line = self.lines[i]
        if self.stamps[i] is not None or self.roles[i] == f.DATELINE:
            return "D"
        if self.roles[i] is not None or self.reason[i] is not None:
            return "x"
        if line.closed or line.rambling:
            return "S"
        return "H" if 4 <= line.words <= 40 and not f.is_item(line) else "h"  # noqa: PLR2004

    def runs(self, i: int) -> bool:
        """Say whether a line is a paragraph such as articles have: long, ended, said once."""
        line = self.lines[i]
        return (
            line.words >= _RUNNING
            and line.ends_fully
            and self.counts.get(line.key, 0) == 1
            and self.roles[i] is None
            and self.reason[i] is None
            and self.stamps[i] is None
        )

    def ends_text(self, i: int) -> bool:
        """Say whether an article can end with this line."""
        line = self.lines[i]
        if self.roles[i] is not None or self.reason[i] is not None or self.stamps[i] is not None:
            return False
        if f.has_credit(line) or f.is_notice(line):
            return False
        return line.sentence or line.rambling or (line.ends_fully and line.words > 2)  # noqa: PLR2004

    # -- what is settled ----------------------------------------------------------------------

    def take_stamp(self, i: int, *, above: bool = False) -> None:
        """Take the date of publication from a line, and the name that may stand beside it."""
        stamp, line, facts = self.stamps[i], self.lines[i], self.facts
        self.reason[i] = f.DATELINE
        if stamp is None:
            return
        updated = _updated().search(stamp.label) is not None
        better = (facts.updated and not updated) or (facts.above and not above)
        if facts.published is None or better:
            facts.published, facts.updated, facts.above = stamp.iso, updated, above
        for part in (line.text[: stamp.start], line.text[stamp.end :]):
            beside = _without_labels(part)
            byline = read_byline(beside) if beside else None
            if byline is not None and not above:
                self.take_byline(i, byline)

    def take_byline(self, i: int, byline: Byline) -> None:
        """Take author and source from a line; what was found first stays."""
        self.reason[i] = f.BYLINE
        facts = self.facts
        if byline.author and byline.sure and not facts.signed:
            # "By …" outweighs a bare name beside the date, which then is the paper's
            facts.source = facts.source or byline.source or facts.author
            facts.author, facts.signed = byline.author, True
        facts.author = facts.author or byline.author
        facts.source = facts.source or byline.source


def without_bracket(text: str) -> str:
    """Take a stamp in brackets off the end of a headline."""
    found = _BRACKET.search(text)
    if found and len(text[: found.start()].split()) > 2 and find_stamp(found.group()):  # noqa: PLR2004
        return text[: found.start()]
    return text


@lru_cache(maxsize=1)
def _updated() -> re.Pattern[str]:
    return re.compile(rf"(?:{f.any_of('updated', folded=True)})(?:\s\w+)?$")


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    words = "|".join((f.any_of("published"), f.any_of("updated"), f.any_of("weekdays")))
    return re.compile(
        rf"(?<!\w)(?:(?:{words}|gmt|utc|ict|am|pm)(?!\w)|(?:mon|tue|wed|thu|fri|sat|sun|cn|t[2-7])[.,])"
    )


def _without_labels(text: str) -> str:
    """Take weekdays, "Cập nhật:", zones and signs off the words beside a stamp."""
    keep = list(text)
    for found in _labels().finditer(f.small(text)):
        keep[found.start() : found.end()] = " " * (found.end() - found.start())
    return re.sub(r"^[\s|,;:–—•·()+/\d-]+|[\s|,;:–—•·()+/\d-]+$", "", "".join(keep))
