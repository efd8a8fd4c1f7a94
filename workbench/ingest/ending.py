"""Find where an article ends, and whether it goes on behind a list in its middle."""

from __future__ import annotations

import re

from workbench.ingest import furniture as f
from workbench.ingest.lines import key
from workbench.ingest.people import read_byline
from workbench.ingest.sheet import Sheet

#: What follows looks like lists of other articles: stamps with headlines, headlines with summaries.
_LISTING = re.compile(r"(?:DHS?){2}|(?:HDS?){2}|(?:HS){3}|H{4}|(?:HHS){2}")
_BOXED = re.compile(r"H{2,3}S")
_AHEAD = 9
#: Roles that part one stretch of a page from the next.
_PARTS = frozenset({f.LIST_HEADING, f.COMMENTS, f.SHARE, f.TAGS, f.FORM})
_HEADLINE = 4


def find_end(sheet: Sheet, start: int) -> int:
    """Return the number of the first line after the article; lists inside it get their reason."""
    i = max(start, min(sheet.first, sheet.size))
    while i < sheet.size:
        back = _end_at(sheet, i)
        if back == i:
            return i
        i = back if back is not None else i + 1
    return trim(sheet, start, sheet.size)


def trim(sheet: Sheet, start: int, end: int) -> int:
    """Move an end before trailing lines with which no text ends."""
    last = end
    while last > start and not sheet.ends_text(last - 1):
        last -= 1
    if last <= start:
        return end
    while last < end and f.is_item(sheet.lines[last]) and sheet.roles[last] is None:
        last += 1
    return last


def _end_at(sheet: Sheet, i: int) -> int | None:
    """Look at a possible end of the article.

    Returns ``i`` when it ends here, a later line when it goes on behind a list, and None when
    this line is nothing of the kind.
    """
    if sheet.reason[i] is not None:
        return None
    role = sheet.roles[i]
    closes = role in {f.COMMENTS, f.IMPRINT}
    if role == f.COMMENTS and sum(sheet.runs(j) for j in range(sheet.first, i)) > 2:  # noqa: PLR2004
        return i
    opens = closes or role == f.LIST_HEADING or _doubled(sheet, i) or _listing(sheet, i)
    if not opens and not _signed_again(sheet, i):
        return None
    boxed = role is None and not _doubled(sheet, i) and not _LISTING.match(_pattern(sheet, i))
    again = _resumes(sheet, i, boxed=boxed)
    if again is None:
        return i
    if not opens:
        return None
    for j in range(i, again):
        sheet.reason[j] = sheet.reason[j] or sheet.roles[j] or f.LIST
    return again


def _signed_again(sheet: Sheet, i: int) -> bool:
    """Recognise the author's name of the page's head, alone below the paragraphs."""
    author = sheet.facts.author
    return author is not None and i > sheet.first + 1 and sheet.lines[i].key == key(author)


def _doubled(sheet: Sheet, i: int) -> bool:
    """Recognise a headline that the next line says again."""
    if i + 1 >= sheet.size or sheet.reason[i + 1] is not None:
        return False
    line = sheet.lines[i]
    return not line.closed and line.words > 3 and line.key == sheet.lines[i + 1].key  # noqa: PLR2004


def _listing(sheet: Sheet, i: int) -> bool:
    """Recognise headlines with stamps or summaries, or several headlines in a row."""
    if i <= sheet.first or sheet.shape(i) not in "DH":
        return False
    pattern = _pattern(sheet, i)
    if _LISTING.match(pattern):
        return True
    boxed = _BOXED.match(pattern)
    if not boxed:
        return False
    rows = sheet.lines[i : i + boxed.end() - 1]
    # results and rosters are rows with a colon or dash each; headlines are not all so
    return all(line.words >= _HEADLINE for line in rows) and not all(
        re.search(r":| [-–—] ", line.text) for line in rows
    )


def _pattern(sheet: Sheet, i: int) -> str:
    return "".join(sheet.shape(j) for j in range(i, min(sheet.size, i + _AHEAD)))


def _resumes(sheet: Sheet, i: int, *, boxed: bool) -> int | None:
    """Find where the article goes on behind a list.

    Two paragraphs running that are no summaries show it; behind two or three headlines in a box
    without a heading, one paragraph that no headline follows.
    """
    for j in range(i + 1, sheet.size - 1):
        if sheet.roles[j] == f.COMMENTS:
            return None
        if not sheet.runs(j):
            continue
        if sheet.shape(j - 1) == "H" and sheet.lines[j].attached and sheet.spaced:
            continue  # the summary under a headline
        ahead = _shapes_ahead(sheet, j)
        if boxed and not ahead.startswith("SH"):
            return j
        if ahead.startswith("SS") and ahead.count("H") * 2 <= ahead.count("S"):
            return j
        if sheet.shape(j - 1) == "H" and _signed(sheet, j + 1):
            return j
    return None


def _signed(sheet: Sheet, i: int) -> bool:
    """Say whether a line signs the article."""
    if sheet.roles[i] is not None or sheet.lines[i].closed:
        return False
    return read_byline(sheet.lines[i].text) is not None


def _shapes_ahead(sheet: Sheet, j: int) -> str:
    """Give the shapes from a line on, captions passed over, up to the next heading of a list."""
    shapes = ""
    for k in range(j, min(sheet.size, j + _AHEAD)):
        if sheet.roles[k] in _PARTS and k > j:
            break
        if sheet.reason[k] is None and not f.has_credit(sheet.lines[k]):
            shapes += sheet.shape(k)
    return shapes
