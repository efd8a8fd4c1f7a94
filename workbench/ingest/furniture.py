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
SIGNS = "signs without words"
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

#: How much a line in a role tells that the text is a page dump; two in all are believed.
TELLING = {
    MARKUP: 2, LIST_HEADING: 2, COMMENTS: 2, IMPRINT: 1, DATELINE: 2, FORM: 1, NOTICE: 1, TAGS: 1,
    SHARE: 1, NAVIGATION: 1, POINTER: 1,
}  # fmt: skip

_MARKUP = re.compile(
    r"^(?:\s*(?:<!--.*|-->|<[^<>]{1,200}>|&[a-z]{2,6};|\{\{.*\}\}|\[/[a-z]+\]|/\*.*\*/)\s*)+$"
)
_LIST_ITEM = re.compile(r"^\s*(?:[-–—+*•▪●]\s|\(?\d{1,3}[.)/]\s|[a-zđ][.)]\s)")
_SEPARATORS = re.compile(r"\s*[|/>»›•·→]+\s*|\s+[-–]\s+")
#: An address with at most a few words before it, and nothing behind it.
_LINK = re.compile(r"^(?:[^\s.]+\s+){0,4}(?:https?://|www\.)\S+$", re.IGNORECASE)
_MORE = re.compile(
    r"\W*(?:more (?:from|in|on)|tin cùng|bài cùng|bài viết cùng|xem thêm về)\s+\w+[^.:]*$"
)
_SHARE = re.compile(
    r"\W*(?:chia sẻ|share|follow|theo dõi)\s+(?:on |to |via |lên |qua |trên )?"
    r"(?:facebook|zalo|twitter|x|linkedin|telegram|whatsapp|google news|email)\W*$"
)
_SHORT = 40
#: Words of a credit: a photographer and a house.
_CREDITED = 8
#: Words of a line such as "2 hours ago".
_FEW = 4


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
    credit: tuple[re.Pattern[str], ...]
    scene: re.Pattern[str]
    pointing: re.Pattern[str]
    acts: re.Pattern[str]


def rows(name: str) -> list[str]:
    """Read one list of the page words of both languages."""
    return [*read_table("vi/page.toml")[name], *read_table("en/page.toml")[name]]


def small(text: str) -> str:
    """Write in small letters and keep the length, so that offsets stay."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower()[:1] for letter in text)


def any_of(name: str, *, folded: bool = False) -> str:
    """Build the alternatives of a list in small letters, longest first.

    Marks are kept: without them "ảnh" (picture) is "anh" (he), "bảo" is "báo" (newspaper).
    """
    words = {fold(word) if folded else small(word) for word in rows(name)}
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
        credit=_credits(),
        scene=re.compile(rf"\W*(?:{any_of('scene')})(?!\w)"),
        pointing=re.compile(any_of("pointing")),
        acts=re.compile(rf"(?<!\w)(?:{any_of('acts')})(?!\w)"),
    )  # fmt: skip


def _credits() -> tuple[re.Pattern[str], ...]:
    """Build the patterns of credits at a line's end; ``name`` is whose picture it is."""
    sure = any_of("photo")
    both = f"{sure}|{any_of('photo_loose')}"
    end = r"[)\]\s.]*$"
    return tuple(
        map(
            re.compile,
            (
                # behind a sentence's end, a dash or a bracket, or a line of its own
                rf"(?:^|[.!?…\"”)\]|]\s*|\s[–—-]\s*|[(\[])(?:{both})\s*[:：]\s*(?P<name>[^:：]{{2,60}}?){end}",
                # behind any word
                rf"\s(?:{sure})\s*[:：]\s*(?P<name>[^:：!?]{{2,60}}?){end}",
                # in brackets, with or without a name
                rf"[(\[](?:{sure})(?:\s*[:：]?\s*(?P<name>[^()\[\]]{{0,60}}))?[)\]]\.?$",
                r"\b(?:photos?|images?|pictures?)\s+(?:by|courtesy of|courtesy)\s+(?P<name>[^.]{2,60})\.?$",
                # behind an agency and a dash
                r"[—–/-]\s?(?:[a-z/]{2,20}\s+)(?:file\s+)?photos?(?:\s+(?P<name>[^.]{2,40}))?\.?$",
                # without a colon
                r"[.!?…]\s*ảnh\s+(?P<name>[^.:]{2,40})$",
            ),
        )
    )


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
    if not line.key:
        return SIGNS
    table = phrases()
    word = line.key
    for names, reason in (
        (table.list_headings, LIST_HEADING), (table.comments, COMMENTS), (table.share, SHARE),
        (table.menu, NAVIGATION),
    ):  # fmt: skip
        if word in names and (not line.ends_fully or text.endswith(("...", "…"))):
            return reason
    return _by_beginning(line, small(text), table)


def _by_beginning(line: Line, lowered: str, table: Phrases) -> str | None:
    """Name a line by its first words and signs; the first reason that fits stands."""
    if line.words > _SHORT:
        return IMPRINT if table.imprint_marks.search(lowered) else None
    tests: tuple[tuple[str, object], ...] = (
        (FORM, _is_form(line, lowered, table)),
        (LIST_HEADING, line.words <= _CREDITED and _MORE.match(lowered)),
        (SHARE, _SHARE.match(lowered)),
        (NAVIGATION, _LINK.search(line.text) or _is_breadcrumb(line.text, table)),
        (IMPRINT, table.imprint_marks.search(lowered)),
        (IMPRINT, not line.ends_fully and table.imprint.match(lowered)),
        (TAGS, table.tags.match(lowered)),
        (POINTER, table.pointers.match(lowered)),
        (NOTICE, _is_notice(line, lowered, table)),
        (DATELINE, line.words <= _FEW and table.ago.search(lowered)),
    )
    return next((reason for reason, fits in tests if fits), None)


def _is_form(line: Line, folded: str, table: Phrases) -> bool:
    if line.words > 12 or line.ends_fully:  # noqa: PLR2004
        return False
    label, *rest = (key(part) for part in re.split(r"[:：]|\(\*\)|\*", folded, maxsplit=1))
    return label in table.form and (not rest or not rest[0] or rest[0] in table.form)


def is_notice(line: Line) -> bool:
    """Recognise one of the site's own notices by its first words, whatever its length."""
    return line.words <= 2 * _SHORT and phrases().notices.match(small(line.text)) is not None


def _is_notice(line: Line, folded: str, table: Phrases) -> bool:
    """Recognise a notice by its first words; a full sentence must be as short as notices are."""
    longest = _SHORT // 4 if line.ends_fully else _SHORT // 2
    return line.words <= longest and table.notices.match(folded) is not None


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
    if line.mark == "caption":
        return True
    if line.words > 2 * _SHORT:  # captions are short
        return False
    end = line.text[-140:]
    for found in filter(None, (pattern.search(small(end)) for pattern in phrases().credit)):
        name = end[max(0, found.start("name")) : max(0, found.end("name"))].strip(" .")
        if not name or (_starts_name(name) and len(name.split()) <= _CREDITED):
            return True
    return False


def _starts_name(text: str) -> bool:
    return text[0].isupper() or (text[0] in "(@" and len(text) > 1)


def shows_scene(line: Line) -> bool:
    """Say whether a line reads as a caption: "Quang cảnh …", "(giữa)", "from left"."""
    if line.words > 35:  # noqa: PLR2004
        return False
    table, folded = phrases(), small(line.text)
    if table.pointing.search(folded):
        return True
    if line.closed or not 4 <= line.words <= 25:  # noqa: PLR2004
        return False
    numbered = re.match(r"\d{1,2}/\d{1,2}\s+[^\W\d]", folded)
    return bool(numbered or table.scene.match(folded) or table.acts.search(folded))
