"""Find the title among the lines above the body."""

from __future__ import annotations

import re

from workbench.ingest import furniture as f
from workbench.ingest.lines import Line, content_words
from workbench.ingest.people import read_byline
from workbench.ingest.sheet import Sheet, without_bracket

_WORDS = range(3, 36)
_USUAL = range(6, 25)
#: Lines above the body among which the title is looked for: longer menus there are none.
_ABOVE = 400
#: Lines of the body that a title shares its words with.
_BODY = 12
_OPEN_END = re.compile(r"(?:[?!…\"”’)]|\.\.\.)$")
_SITE = re.compile(
    r"\s+[|]\s+[^|]{2,40}$|\s+[-–—]\s+(?:báo|tạp chí|bao|tap chi)\s[^-]{2,40}$", re.IGNORECASE
)


def core(text: str) -> str:
    """Return a headline without the site's name behind a bar or dash."""
    return _SITE.sub("", text)


def title_text(sheet: Sheet, line: Line) -> str:
    """Return the title of its line: without a stamp in brackets, and on a page without the site."""
    return core(without_bracket(line.text)) if sheet.is_page else line.text


def find_title(sheet: Sheet, given: str | None) -> int | None:
    """Find the title's line: the one the format gives, a plain text's first, or the likeliest."""
    if given:
        wanted = core(Line(0, given).key)
        above = range(min(sheet.first + 1, sheet.size))
        same = next((i for i in above if core(sheet.lines[i].key) == wanted), None)
        marked = next((i for i in above if sheet.lines[i].mark == "title"), None)
        return marked if same is None else same
    if not sheet.is_page:
        return 0 if _is_plain_title(sheet) else None
    body = content_words(sheet.lines[sheet.first : sheet.first + _BODY])
    above = range(max(0, sheet.first - _ABOVE), min(sheet.first, sheet.size))
    scores = [(_score(sheet, i, body), -i) for i in above]
    best = max(scores, default=(0.0, 0))
    return -best[1] if best[0] > 0 else None


def _is_plain_title(sheet: Sheet) -> bool:
    """Take the first line of a plain text for its title when it ends without a full stop."""
    if sheet.size < 2:  # noqa: PLR2004
        return False
    line = sheet.lines[0]
    if line.mark == "title":
        return True
    short = line.words in _WORDS and not line.closed and not f.is_item(line)
    return short and sheet.first < sheet.size


def _score(sheet: Sheet, i: int, body: set[str]) -> float:
    line = sheet.lines[i]
    if line.mark == "title":
        return 20.0
    text = title_text(sheet, line)
    if not _could_be(sheet, i, text):
        return 0.0
    words = content_words([Line(0, text)])
    shared = len(words & body) / len(words) if words else 0.0
    score = 1.0 + 4.0 * shared * min(1.0, len(words) / 6)
    score += 3.0 * (sheet.counts.get(line.key, 0) > 1)
    score += 2.0 * (without_bracket(line.text) != line.text)
    around = [j for j in (i - 2, i - 1, i + 1, i + 2) if 0 <= j < sheet.size]
    score += 1.0 * any(sheet.stamps[j] is not None for j in around)
    score += 1.0 * (len(text.split()) in _USUAL)
    score -= 2.0 * (read_byline(text) is not None)
    score -= 2.0 * any(_is_signed(sheet, j) for j in range(max(0, i - 4), i))
    return score


def _is_signed(sheet: Sheet, i: int) -> bool:
    """Say whether a line is a byline beyond doubt: what stands below it is no title."""
    if sheet.roles[i] is not None or sheet.lines[i].closed:
        return False
    byline = read_byline(sheet.lines[i].text)
    return byline is not None and byline.sure


def _could_be(sheet: Sheet, i: int, text: str) -> bool:
    line = sheet.lines[i]
    if sheet.roles[i] is not None or sheet.stamps[i] is not None or f.is_item(line):
        return False
    if len(text.split()) not in _WORDS or f.has_credit(line):
        return False
    return not line.closed or _OPEN_END.search(text) is not None
