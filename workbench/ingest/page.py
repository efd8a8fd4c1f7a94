"""Tell the article of a page dump from what stands around it, line by line.

General signs, no site's own words: page words (tables), headlines said twice, lines without a full
stop among paragraphs, credits, stamps, names that stand alone, and where running text ends. A text
that shows none of these is a plain article, and nothing of it is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.ingest import furniture as f
from workbench.ingest.dates import Stamp, find_stamp
from workbench.ingest.lines import Line, content_words
from workbench.ingest.people import Byline, read_byline

_TITLE_WORDS = range(3, 36)
#: A line without a full stop and with more words than a headline has is several headlines in one.
_GLUED = 18
#: Words of a paragraph that shows that the article goes on.
_RUNNING = 15
#: A stamp's line may hold an author or a section beside the date, and no more.
_BESIDE_STAMP = 6


@dataclass
class Page:
    """What each line is: the body's lines, the title, and the reason for every other line."""

    body: list[Line] = field(default_factory=list)
    reasons: dict[int, str] = field(default_factory=dict)
    title: str | None = None
    title_line: Line | None = None
    published: str | None = None
    author: str | None = None
    source: str | None = None


class Reader:
    """Reads one page; each step settles the lines that it can name and leaves the rest."""

    def __init__(
        self, lines: Sequence[Line], *, title: str | None = None, page: bool = False
    ) -> None:
        self.lines = list(lines)
        self.given_title = title
        self.roles = [f.role(line) for line in self.lines]
        self.stamps = [self._stamp(i) for i in range(len(self.lines))]
        self.counts = Counter(line.key for line in self.lines if line.words > 3)  # noqa: PLR2004
        self.page = Page()
        self.reason: list[str | None] = [None] * len(self.lines)
        self.first = self._first_paragraph()
        self.is_page = page or self._shows_page()
        #: the page sets its paragraphs apart with blank lines
        self.spaced = sum(not line.attached for line in self.lines) * 2 > len(self.lines)

    def read(self) -> Page:
        """Classify every line."""
        title = self._find_title()
        if title is not None:
            self.page.title_line = self.lines[title]
            self.page.title = self._title_text(self.lines[title])
        start = 0 if title is None else title + 1
        if self.is_page:
            self._head(title)
            self._repeats(title)
            end = self._find_end(start)
            self._body(start, end)
            self._tail(end)
        elif title is not None:
            self._plain(start)
        self._collect(title)
        return self.page

    # -- what the text shows ------------------------------------------------------------------

    def _stamp(self, i: int) -> Stamp | None:
        """Find a stamp in a line that holds little else."""
        line = self.lines[i]
        if line.words > 22:  # noqa: PLR2004
            return None
        stamp = find_stamp(line.text)
        if stamp is None:
            return None
        rest = line.text[: stamp.start] + " " + line.text[stamp.end :]
        words = [w for w in re.findall(r"\w+", rest) if not w.isdigit()]
        return stamp if len(words) <= _BESIDE_STAMP + 4 and not line.sentence else None

    def _is_stamp_line(self, i: int) -> bool:
        stamp, line = self.stamps[i], self.lines[i]
        if stamp is None:
            return False
        if self._title_text(line) != line.text and len(self._title_text(line).split()) > 3:  # noqa: PLR2004
            return False  # a headline with the stamp in brackets behind it
        rest = line.text[: stamp.start] + " " + line.text[stamp.end :]
        return len(re.findall(r"[^\W\d_]{2,}", rest)) <= _BESIDE_STAMP

    def _first_paragraph(self) -> int:
        """Find the first line of running text."""
        for i, line in enumerate(self.lines):
            if line.paragraph and self.roles[i] is None and not f.has_credit(line):
                return i
        return len(self.lines)

    def _shows_page(self) -> bool:
        """Say whether anything in the text is page furniture beyond doubt."""
        if any(role in f.TELLING for role in self.roles):
            return True
        if any(self._is_stamp_line(i) for i in range(len(self.lines))):
            return True
        return any(
            count > 1 and not line.closed
            for line in self.lines
            if (count := self.counts.get(line.key, 0)) > 1
        )

    # -- the title ----------------------------------------------------------------------------

    def _find_title(self) -> int | None:
        if self.given_title:
            wanted = self.given_title
            core = _core(Line(0, wanted).key)
            for i, line in enumerate(self.lines[: self.first + 1]):
                if line.key and core == _core(line.key):
                    return i
            return None
        if not self.is_page:
            return 0 if self._is_plain_title() else None
        best, best_score = None, 0.0
        body = content_words(self.lines[self.first : self.first + 12])
        for i in range(min(self.first, len(self.lines))):
            score = self._title_score(i, body)
            if score > best_score:
                best, best_score = i, score
        return best

    def _is_plain_title(self) -> bool:
        """Take the first line of a plain text for its title when it ends without a full stop."""
        if len(self.lines) < 2:  # noqa: PLR2004
            return False
        line = self.lines[0]
        if line.mark == "title":
            return True
        return (
            line.words in _TITLE_WORDS
            and not line.closed
            and not f.is_item(line)
            and self.first < len(self.lines)
        )

    def _title_score(self, i: int, body: set[str]) -> float:
        line = self.lines[i]
        if line.mark == "title":
            return 20.0
        text = self._title_text(line)
        if self.roles[i] is not None or f.has_credit(line) or f.is_item(line):
            return 0.0
        if self._is_stamp_line(i) or len(text.split()) not in _TITLE_WORDS:
            return 0.0
        if line.closed and not re.search(r"[?!…\"”’']$|\.\.\.$|\)$", text):
            return 0.0
        words = content_words([Line(0, text)])
        shared = len(words & body) / len(words) if words else 0.0
        score = 1.0 + 3.0 * shared + 3.0 * (self.counts.get(line.key, 0) > 1)
        if text != line.text:
            score += 2.0  # the stamp stands behind it in brackets
        around = [j for j in (i - 1, i + 1, i + 2) if 0 <= j < len(self.lines)]
        if any(self._is_stamp_line(j) for j in around):
            score += 2.0
        if read_byline(text) is not None:
            score -= 2.0
        if 6 <= len(text.split()) <= 24:  # noqa: PLR2004
            score += 1.0
        return score - 0.01 * i

    def _title_text(self, line: Line) -> str:
        """Take a stamp in brackets, and a site's name behind a bar, off the title."""
        text = line.text
        found = re.search(r"\s*[(\[][^()\[\]]{6,40}[)\]]\s*$", text)
        if found and find_stamp(found.group()) is not None:
            text = text[: found.start()]
        return re.sub(r"\s+[|]\s+[^|]{2,40}$", "", text)

    # -- before the body ----------------------------------------------------------------------

    def _head(self, title: int | None) -> None:
        """Settle what stands before the title, and the stamp and byline between it and the body."""
        for i in range(title if title is not None else self.first):
            if title is not None or self.roles[i] is not None:
                self._settle_head(i, above=True)
        if title is None:
            return
        own = find_stamp(self.lines[title].text)
        if own is not None and self._title_text(self.lines[title]) != self.lines[title].text:
            self.page.published = own.iso
        for i in range(title + 1, self.first):
            self._settle_head(i, above=False)

    def _settle_head(self, i: int, *, above: bool) -> None:
        line = self.lines[i]
        if self._is_stamp_line(i):
            self._take_stamp(i)
        elif self.roles[i] is not None:
            self.reason[i] = self.roles[i]
        elif f.has_credit(line) or f.shows_scene(line):
            self.reason[i] = f.CAPTION
        elif above:
            self.reason[i] = f.NAVIGATION if not line.paragraph else f.LIST
        else:
            byline = read_byline(line.text)
            if byline is not None:
                self._take_byline(i, byline)

    def _take_stamp(self, i: int) -> None:
        stamp, line = self.stamps[i], self.lines[i]
        if stamp is None:
            return
        updated = re.search(rf"(?:{f.any_of('updated')})(?:\s\w+)?$", stamp.label) is not None
        if self.page.published is None or (self._updated and not updated):
            self.page.published, self._updated = stamp.iso, updated
        rest = _without_labels(line.text[: stamp.start]), _without_labels(line.text[stamp.end :])
        for part in rest:
            byline = read_byline(part) if part else None
            if byline is not None and self.page.author is None:
                self.page.author = byline.author
                self.page.source = self.page.source or byline.source
                self.reason[i] = f.BYLINE
        self.reason[i] = self.reason[i] or f.DATELINE

    _updated = False

    def _take_byline(self, i: int, byline: Byline) -> None:
        self.reason[i] = f.BYLINE
        self.page.author = self.page.author or byline.author
        self.page.source = self.page.source or byline.source

    # -- the body -----------------------------------------------------------------------------

    def _repeats(self, title: int | None) -> None:
        """Settle lines that say the title again, and the captions that hang on them."""
        if title is None or self.page.title is None:
            return
        title_key = Line(0, self.page.title).key
        for i, line in enumerate(self.lines):
            if i == title or _core(line.key) != _core(title_key):
                continue
            self.reason[i] = f.REPEAT
            if i > self.first and i + 1 < len(self.lines) and self._hangs_on(i + 1):
                self.reason[i + 1] = f.CAPTION

    def _hangs_on(self, i: int) -> bool:
        line = self.lines[i]
        if not line.attached or self.roles[i] is not None:
            return False
        return line.words <= (45 if self.spaced else 28)

    def _find_end(self, start: int) -> int:
        """Find where the article ends: the first line after it."""
        i = max(start, min(self.first, len(self.lines)))
        while i < len(self.lines):
            back = self._end_at(i)
            if back == i:
                return i
            i = back if back is not None else i + 1
        return self._trim(start, len(self.lines))

    def _end_at(self, i: int) -> int | None:
        """Look at a possible end of the article.

        Returns ``i`` when it ends here, a later line when it goes on behind a list, and None when
        this line is nothing of the kind.
        """
        if self.reason[i] is not None:
            return None
        role, line = self.roles[i], self.lines[i]
        if role in {f.COMMENTS, f.IMPRINT}:
            return i
        doubled = (
            i + 1 < len(self.lines)
            and line.key == self.lines[i + 1].key
            and self.reason[i + 1] is None
            and not line.closed
        )
        if role != f.LIST_HEADING and not doubled and not self._is_listing(i):
            return None
        again = self._resumes(i)
        if again is None:
            return i
        for j in range(i, again):
            self.reason[j] = self.reason[j] or (self.roles[j] or f.LIST)
        return again

    def _is_listing(self, i: int) -> bool:
        """Recognise a stamp followed by a headline, twice in a row, or headline and summary three times."""
        if i <= self.first:
            return False
        pattern = "".join(self._shape(j) for j in range(i, min(len(self.lines), i + 9)))
        return bool(re.match(r"(?:DHS?){2}|(?:HDS?){2}|(?:HS){3}|H{4}", pattern))

    def _shape(self, i: int) -> str:
        line = self.lines[i]
        if self._is_stamp_line(i) or self.roles[i] == f.DATELINE:
            return "D"
        if self.roles[i] is not None or self.reason[i] is not None:
            return "x"
        if line.closed:
            return "S"
        return "H" if 4 <= line.words <= 40 and not f.is_item(line) else "h"  # noqa: PLR2004

    def _resumes(self, i: int) -> int | None:
        """Find where the article goes on behind a list that opens at ``i``: two paragraphs running."""
        for j in range(i + 1, len(self.lines)):
            if self.roles[j] in {f.COMMENTS, f.IMPRINT}:
                return None
            if self._runs(j) and j + 1 < len(self.lines) and self._runs(j + 1):
                before = self._shape(j - 1)
                if before == "H" and self.lines[j].attached:
                    continue  # the summary under a headline
                return j
        return None

    def _runs(self, i: int) -> bool:
        line = self.lines[i]
        return (
            line.words >= _RUNNING
            and line.ends_fully
            and self.counts.get(line.key, 0) == 1
            and self.roles[i] is None
            and self.reason[i] is None
        )

    def _trim(self, start: int, end: int) -> int:
        """Move the end before trailing lines that end no sentence."""
        last = end
        while last > start and not (
            self.lines[last - 1].sentence
            and self.roles[last - 1] is None
            and self.reason[last - 1] is None
        ):
            last -= 1
        return last if last > start else end

    def _body(self, start: int, end: int) -> None:
        """Settle what stands between the paragraphs."""
        last = self._trim(start, end)
        for i in range(max(start, self.first), last):
            if self.reason[i] is None:
                self.reason[i] = self._inside(i)
        closing = last
        for i in range(last, end):
            if self.reason[i] is not None:
                continue
            byline = read_byline(self.lines[i].text)
            if self._is_stamp_line(i):
                self._take_stamp(i)
            elif byline is not None and (i == closing or byline.sure):
                self._take_byline(i, byline)
            else:
                self.reason[i] = self.roles[i] or self._loose(i)

    def _loose(self, i: int) -> str:
        line = self.lines[i]
        return f.CAPTION if f.has_credit(line) or f.shows_scene(line) else f.AFTER

    def _inside(self, i: int) -> str | None:
        """Name a line among paragraphs, or None for the body's own."""
        line = self.lines[i]
        if self.roles[i] is not None:
            return self.roles[i]
        if f.has_credit(line):
            return f.CAPTION
        if line.ends_fully:
            return f.CAPTION if f.shows_scene(line) and line.words <= 25 else None  # noqa: PLR2004
        if self._is_stamp_line(i):
            return f.DATELINE
        if f.shows_scene(line):
            return f.CAPTION
        if line.closed or f.is_item(line):
            return None
        if self.counts.get(line.key, 0) > 1:
            return f.HEADLINES
        if line.words >= _GLUED and self._reads_glued(line):
            return f.HEADLINES
        return None

    def _reads_glued(self, line: Line) -> bool:
        """Several headlines in one line: hung on the paragraph before, or hardly a comma in it."""
        commas = line.text.count(",") + line.text.count(";")
        return (line.attached and self.spaced) or commas * 12 < line.words

    # -- after the body -----------------------------------------------------------------------

    def _tail(self, end: int) -> None:
        seen_heading = False
        for i in range(end, len(self.lines)):
            seen_heading = seen_heading or self.roles[i] in {f.LIST_HEADING, f.COMMENTS}
            if self.reason[i] is not None:
                continue
            if not seen_heading and self.page.author is None and self.roles[i] is None:
                byline = read_byline(self.lines[i].text)
                if byline is not None and i <= end + 1:
                    self._take_byline(i, byline)
                    continue
            if self._is_stamp_line(i):
                self.reason[i] = f.DATELINE if seen_heading else None
                if not seen_heading:
                    self._take_stamp(i)
                continue
            self.reason[i] = self.roles[i] or (f.LIST if seen_heading else f.AFTER)

    # -- a plain article ----------------------------------------------------------------------

    def _plain(self, start: int) -> None:
        """Of a titled text without furniture, only captions with a credit and a last name go."""
        for i in range(start, len(self.lines)):
            if f.has_credit(self.lines[i]):
                self.reason[i] = f.CAPTION
        last = len(self.lines) - 1
        byline = read_byline(self.lines[last].text)
        if last > start + 1 and byline is not None and self.reason[last] is None:
            self._take_byline(last, byline)

    def _collect(self, title: int | None) -> None:
        for i, line in enumerate(self.lines):
            reason = self.reason[i]
            if i == title:
                continue
            if reason is None:
                self.page.body.append(line)
            else:
                self.page.reasons[line.number] = reason


def _core(text: str) -> str:
    """Return the key of a headline without the site's name behind a bar or dash."""
    return re.sub(r"\s+[|]\s+[^|]{2,40}$|\s+[-–—]\s+(?:bao|tap chi)\s[^-]{2,40}$", "", text)


def _without_labels(text: str) -> str:
    """Take weekdays, "Cập nhật:", zones and signs off the words beside a stamp."""
    labels = "|".join(
        (f.any_of("published"), f.any_of("updated"), f.any_of("weekdays"), r"gmt|utc")
    )
    from workbench.language.text import fold

    folded = fold(text)
    keep = list(text)
    for found in re.finditer(rf"(?<!\w)(?:{labels})(?!\w)", folded):
        keep[found.start() : found.end()] = " " * (found.end() - found.start())
    return "".join(keep).strip(" \t\u00a0|,;:-–—•·()+/")
