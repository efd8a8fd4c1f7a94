"""Tell the article of a page dump from what stands around it, line by line.

General signs, no site's own words: page words (tables), headlines said twice, lines without a full
stop among paragraphs, credits, stamps, names that stand alone, and where running text ends. A text
that shows none of these is a plain article, and next to nothing of it is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.ingest import furniture as f
from workbench.ingest.dates import find_stamp
from workbench.ingest.ending import find_end, trim
from workbench.ingest.headline import core, find_title, title_text
from workbench.ingest.lines import Line
from workbench.ingest.people import read_byline
from workbench.ingest.sheet import Facts, Sheet, without_bracket

#: A line without a full stop and with more words than a headline has is several headlines in one.
_GLUED = 18
#: Words that a caption under a picture's text may have, where blank lines part the paragraphs, or not.
_CAPTION = (45, 28)
#: Words behind the title in a line that says it again.
_BEHIND = 4
#: Words of a line under stamp and byline that is a picture's text.
_SHORT = 14
#: Lines after the first paragraph among which a stamp or byline may still stand.
_NEAR = 3


@dataclass
class Page:
    """What each line is: the body's lines, the title, and the reason for every other line."""

    body: list[Line] = field(default_factory=list)
    left: list[tuple[Line, str]] = field(default_factory=list)
    title: str | None = None
    title_line: Line | None = None
    facts: Facts = field(default_factory=Facts)


def read_page(lines: Sequence[Line], *, title: str | None = None, page: bool = False) -> Page:
    """Settle every line of a text.

    ``title`` is what the format gives as the title; ``page`` says that the lines come from a page,
    whatever they look like.
    """
    sheet = Sheet(lines, page=page)
    at = find_title(sheet, title)
    result = Page(facts=sheet.facts)
    if at is not None:
        result.title_line = sheet.lines[at]
        result.title = title_text(sheet, sheet.lines[at])
    start = 0 if at is None else at + 1
    if sheet.is_page:
        _head(sheet, at)
        _repeats(sheet, at, result.title)
        end = find_end(sheet, start)
        _body(sheet, start, end)
        _tail(sheet, end)
    elif at is not None:
        _plain(sheet, start)
    for i, line in enumerate(sheet.lines):
        reason = sheet.reason[i]
        if reason is not None and i != at:
            result.left.append((line, reason))
        elif i != at:
            result.body.append(line)
    return result


def _head(sheet: Sheet, title: int | None) -> None:
    """Settle what stands before the title, and the stamp and byline between it and the body."""
    if title is None:
        for i in range(sheet.first):
            if sheet.stamps[i] is not None:
                sheet.take_stamp(i)
            elif sheet.roles[i] is not None:
                sheet.reason[i] = sheet.roles[i]
        return
    for i in range(title):
        _above(sheet, i)
    text = sheet.lines[title].text
    stamp = find_stamp(text) if without_bracket(text) != text else None
    if stamp is not None:
        sheet.facts.published, sheet.facts.above = stamp.iso, False
    for i in range(title + 1, sheet.first):
        _below(sheet, i)


def _above(sheet: Sheet, i: int) -> None:
    if sheet.stamps[i] is not None:
        sheet.take_stamp(i, above=True)
    else:
        sheet.reason[i] = sheet.roles[i] or (f.LIST if sheet.lines[i].paragraph else f.NAVIGATION)


def _below(sheet: Sheet, i: int) -> None:
    line = sheet.lines[i]
    if sheet.stamps[i] is not None:
        sheet.take_stamp(i)
    elif sheet.roles[i] is not None:
        sheet.reason[i] = sheet.roles[i]
    elif f.has_credit(line) or f.shows_scene(line):
        sheet.reason[i] = f.CAPTION
    else:
        byline = read_byline(line.text)
        signed = sheet.facts.author is not None or sheet.facts.published is not None
        if byline is not None:
            sheet.take_byline(i, byline)
        elif signed and i + 1 == sheet.first and sheet.shape(i) == "H" and line.words <= _SHORT:
            sheet.reason[i] = f.CAPTION  # a standfirst is longer, and stands above


def _repeats(sheet: Sheet, title: int | None, text: str | None) -> None:
    """Settle lines that say the title again, and the captions that hang on them."""
    if title is None or text is None:
        return
    wanted = core(Line(0, text).key)
    longest = _CAPTION[0] if sheet.spaced else _CAPTION[1]
    for i, line in enumerate(sheet.lines):
        if i > title and wanted in line.key and f.is_notice(line):
            sheet.reason[i] = f.NOTICE
        if i == title or not _says_title(core(line.key), wanted):
            continue
        sheet.reason[i] = f.REPEAT
        if sheet.first < i < sheet.size - 1:
            below = sheet.lines[i + 1]
            if below.attached and sheet.roles[i + 1] is None and below.words <= longest:
                sheet.reason[i + 1] = f.CAPTION


def _says_title(text: str, title: str) -> bool:
    """Recognise the title, or the title with a few words behind it: "… - Ảnh 1"."""
    if text == title:
        return True
    behind = text[len(title) :] if text.startswith(title) else ""
    return bool(behind) and not behind[0].isalnum() and len(behind.split()) <= _BEHIND


def _body(sheet: Sheet, start: int, end: int) -> None:
    """Settle what stands between the paragraphs, and the lines that close them."""
    last = trim(sheet, start, end)
    for i in range(max(start, sheet.first), last):
        if sheet.reason[i] is None:
            _inside(sheet, i, last)
    for i in range(last, end):
        if sheet.reason[i] is None:
            _closing(sheet, i, first=i == last)


def _inside(sheet: Sheet, i: int, last: int) -> None:
    """Give a line among paragraphs its reason, unless it is the body's own."""
    line = sheet.lines[i]
    near = i <= sheet.first + _NEAR
    if sheet.stamps[i] is not None:
        if near or sheet.facts.published is None:
            sheet.take_stamp(i)
        sheet.reason[i] = sheet.reason[i] or f.DATELINE
    elif sheet.roles[i] is not None:
        sheet.reason[i] = sheet.roles[i]
    elif _is_caption(sheet, i):
        sheet.reason[i] = f.CAPTION
    elif not line.closed and not f.is_item(line) and not line.rambling:
        byline = read_byline(line.text)
        beside = sheet.shape(i - 1) == "D" or sheet.shape(i + 1) == "D"
        if byline is not None and near and (byline.sure or byline.source or beside):
            sheet.take_byline(i, byline)
        elif sheet.counts.get(line.key, 0) > 1 or _reads_glued(sheet, line):
            sheet.reason[i] = f.HEADLINES
        elif _hangs_on_lead(sheet, i, last):
            sheet.reason[i] = f.CAPTION


def _is_caption(sheet: Sheet, i: int) -> bool:
    line = sheet.lines[i]
    if line.mark == "caption" or f.has_credit(line):
        return True
    return f.shows_scene(line)


def _hangs_on_lead(sheet: Sheet, i: int, last: int) -> bool:
    """Recognise a picture's text under the lead: no article has a heading behind one paragraph.

    Where the article has other lines of that kind they are its headings, and so is this.
    """
    if sheet.shape(i) != "H" or sheet.shape(i + 1) != "S" or sheet.lines[i].mark:
        return False
    between = {sheet.shape(j) for j in range(sheet.first + 1, i)}
    if not between <= {"x", "D"}:
        return False
    headings = any(sheet.shape(j) in "Hh" for j in range(i + 1, last))
    return sheet.lines[i].words > 4 and not headings  # noqa: PLR2004


def _reads_glued(sheet: Sheet, line: Line) -> bool:
    """Several headlines in one line: hung on the paragraph before, or hardly a comma in it."""
    if line.words < _GLUED:
        return False
    commas = line.text.count(",") + line.text.count(";")
    return (line.attached and sheet.spaced) or commas * 12 < line.words


def _closing(sheet: Sheet, i: int, *, first: bool) -> None:
    line = sheet.lines[i]
    byline = read_byline(line.text) if sheet.roles[i] is None else None
    if sheet.stamps[i] is not None:
        if sheet.facts.published is None:
            sheet.take_stamp(i)
        sheet.reason[i] = sheet.reason[i] or f.DATELINE
    elif byline is not None and (
        first or byline.sure or byline.source or byline.author == sheet.facts.author
    ):
        sheet.take_byline(i, byline)
    elif _is_caption(sheet, i):
        sheet.reason[i] = f.CAPTION
    else:
        sheet.reason[i] = sheet.roles[i] or f.AFTER


def _tail(sheet: Sheet, end: int) -> None:
    """Settle what stands after the article."""
    listed = False
    for i in range(end, sheet.size):
        listed = listed or sheet.roles[i] in {f.LIST_HEADING, f.COMMENTS}
        if sheet.reason[i] is not None:
            continue
        if listed or i > end + 1:
            stamped = f.DATELINE if sheet.stamps[i] is not None else None
            sheet.reason[i] = stamped or sheet.roles[i] or (f.LIST if listed else f.AFTER)
        else:
            _closing(sheet, i, first=sheet.facts.author is None)


def _plain(sheet: Sheet, start: int) -> None:
    """Of a titled text without furniture, only captions with a credit and a last name go."""
    for i in range(start, sheet.size):
        if f.has_credit(sheet.lines[i]):
            sheet.reason[i] = f.CAPTION
    last = sheet.size - 1
    others = [sheet.lines[i] for i in range(start, last) if sheet.reason[i] is None]
    byline = read_byline(sheet.lines[last].text)
    if len(others) > 1 and byline is not None and all(line.sentence for line in others):
        sheet.take_byline(last, byline)
