"""What stands on a page around its article: told by whole lines, first words, and credits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from workbench.ingest.lines import Line, key
from workbench.language.tables import read_table
from workbench.language.text import fold

#: Reasons for which a line is left out, as they stand in ``left_out``.
MARKUP = "left-over markup"
NAVIGATION = "navigation"
LIST_HEADING = "heading of a list of other articles"
LIST = "list of other articles"
COMMENTS = "comment section"
FORM = "form field"
SHARE = "sharing and tools"
NOTICE = "notice of the site"
IMPRINT = "imprint of the site"
POINTER = "link to another article"
TAGS = "keywords"
CAPTION = "caption"
DATELINE = "date line"
BYLINE = "byline"
REPEAT = "repeats the title"
HEADLINES = "headlines of other articles"
AFTER = "after the end of the article"

#: Roles that ordinary prose does not take: one such line shows that the text is a page dump.
TELLING = frozenset(
    {MARKUP, LIST_HEADING, COMMENTS, FORM, NOTICE, IMPRINT, TAGS, SHARE, NAVIGATION}
)

_MARKUP = re.compile(
    r"^(?:\W*|(?:\s*(?:<!--.*|-->|<[^<>]{1,200}>|&[a-z]{2,6};|\{\{.*\}\}|\[/?\w+\]|/\*.*\*/)\s*)+)$"
)
_LIST_ITEM = re.compile(r"^\s*(?:[-–—+*•▪●]\s|\(?\d{1,3}[.)/]\s|[a-zđ][.)]\s)")
_SEPARATORS = re.compile(r"\s*[|/>»›•·→]+\s*|\s+[-–]\s+")
_LINK = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)
_SHORT = 40


@dataclass(frozen=True)
class Phrases:
    """The page words of both languages, folded."""

    list_headings: frozenset[str]
    comments: frozenset[str]
    form: frozenset[str]
    menu: frozenset[str]
    share: frozenset[str]
    notices: re.Pattern[str]
    imprint: re.Pattern[str]
    imprint_marks: re.Pattern[str]
    pointers: re.Pattern[str]
    tags: re.Pattern[str]
    ago: re.Pattern[str]
    credit: re.Pattern[str]
    scene: re.Pattern[str]
    pointing: re.Pattern[str]


def rows(name: str) -> list[str]:
    """Read one list of the page words of both languages."""
    return [*read_table("vi/page.toml")[name], *read_table("en/page.toml")[name]]


def any_of(name: str) -> str:
    """Build the alternatives of a list, folded, longest first."""
    words = {fold(word) for word in rows(name)}
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """Read the tables once."""
    whole = {
        name: frozenset(key(word) for word in rows(name))
        for name in ("list_headings", "comments", "form", "menu", "share")
    }
    return Phrases(
        **whole,
        notices=re.compile(rf"\W*(?:{any_of('notices')})(?!\w)"),
        imprint=re.compile(rf"\W*(?:{any_of('imprint')})\s*(?:[:：]|[-–]\s|\d)"),
        imprint_marks=re.compile(any_of("imprint_marks")),
        pointers=re.compile(rf"(?:[>»›→▶►•\-\s*]*(?:{any_of('pointers')})\s*[:：>»]|\s*(?:>>+|»|›|→|▶|►)\s*\w)"),
        tags=re.compile(rf"\W*(?:{any_of('tags')})\s*[:：]|\s*#\w"),
        ago=re.compile(rf"\d+\s*(?:{any_of('ago')})$"),
        credit=re.compile(
            rf"(?:^|[.!?…\"”)\s|(\[–—-])(?:{any_of('photo')})\s*[:：/]\s*[^:：.!?]{{2,60}}[.)\]]*$"
            rf"|[(\[](?:{any_of('photo')})\s*[:：]?\s*[^()\[\]]{{0,60}}[)\]]\.?$"
            r"|\b(?:photos?|images?)\s+(?:by|courtesy of|courtesy)\s+[^.]{2,60}\.?$"
            r"|[—–/-]\s?[a-z/]{2,20}\s+(?:photos?|file photo)(?:\s+[^.]{2,40})?\.?$"
        ),
        scene=re.compile(rf"\W*(?:{any_of('scene')})(?!\w)"),
        pointing=re.compile("|".join(re.escape(fold(word)) for word in rows("pointing"))),
    )  # fmt: skip


def is_item(line: Line) -> bool:
    """Say whether a line is an item of a list inside the text: a dash, a number, a letter."""
    return _LIST_ITEM.match(line.text[:12]) is not None


def role(line: Line) -> str | None:
    """Name what a line is when it is page furniture by its own words alone."""
    text = line.text
    if len(text) > 600:  # noqa: PLR2004 - no furniture is so long; running text is left to others
        return None
    if _MARKUP.match(text):
        return MARKUP
    table = phrases()
    word = line.key
    for names, reason in (
        (table.list_headings, LIST_HEADING), (table.comments, COMMENTS), (table.share, SHARE),
        (table.menu, NAVIGATION),
    ):  # fmt: skip
        if word in names and not line.ends_fully:
            return reason
    return _by_beginning(line, fold(text), table)


def _by_beginning(line: Line, folded: str, table: Phrases) -> str | None:
    if _is_form(line, folded, table):
        return FORM
    if _LINK.match(line.text):
        return NAVIGATION
    if _is_breadcrumb(line.text, table):
        return NAVIGATION
    if table.imprint_marks.search(folded) or (table.imprint.match(folded) and line.words <= _SHORT):
        return IMPRINT
    if line.words <= _SHORT:
        if table.tags.match(folded):
            return TAGS
        if table.pointers.match(folded):
            return POINTER
        if line.words <= _SHORT // 2 and table.notices.match(folded):
            return NOTICE
        if table.ago.search(folded) and line.words <= 4:  # noqa: PLR2004
            return DATELINE
    return None


def _is_form(line: Line, folded: str, table: Phrases) -> bool:
    if line.words > 12 or line.ends_fully:  # noqa: PLR2004
        return False
    label = re.split(r"[:：(*]", folded, maxsplit=1)[0].strip()
    if label not in table.form:
        return False
    return label == line.key or bool(re.search(r"\(\*\)|\*\s*$|[:：]", folded))


def _is_breadcrumb(text: str, table: Phrases) -> bool:
    """Recognise a path or menu in one line: parts between signs, most of them words of a menu."""
    if len(text) > 300:  # noqa: PLR2004
        return False
    parts = [key(part) for part in _SEPARATORS.split(text)]
    parts = [part for part in parts if part]
    if len(parts) < 2:  # noqa: PLR2004
        return False
    known = sum(part in table.menu or part in table.share for part in parts)
    starts = parts[0] in {"home", "trang chu", "homepage"}
    return (starts and all(len(part.split()) <= 6 for part in parts)) or known * 2 > len(parts)  # noqa: PLR2004


def has_credit(line: Line) -> bool:
    """Say whether a line ends in a photographer's or agency's credit."""
    if line.words > 80:  # noqa: PLR2004 - captions are short
        return False
    return phrases().credit.search(fold(line.text)[-120:]) is not None


def shows_scene(line: Line) -> bool:
    """Say whether a line reads as a caption: "Quang cảnh …", "(giữa)", "from left"."""
    if line.words > 35:  # noqa: PLR2004
        return False
    table, folded = phrases(), fold(line.text)
    short = line.words <= 20 and not line.ends_fully  # noqa: PLR2004
    return bool(table.pointing.search(folded)) or (short and bool(table.scene.match(folded)))
