"""Lines of a page, and what can be seen of one line alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from workbench.language.text import fold

#: Signs of a line that is looked at closely; what stands beyond decides nothing.
_REACH = 2000
_CLOSED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
#: The agency's sign behind the last sentence: "… năm nay./.", "… land.-VNA", "… sold. — VNS".
_SIGN_OFF = re.compile(
    r"(?<=[.!?…\"”])(?:\s*/\.?|\s*[-–—/]+\s*[A-Z/]{2,12}\.?|\s*/\.\s*[A-Z]{2,8})$"
)
_QUOTED = re.compile(r"[\"”»]$")
#: A line that ends in a quotation and is longer than headlines are is a sentence all the same.
_LONG = 20
_STRONGLY_CLOSED = re.compile(r"[.…][\"'”’»)\]]*$|[!?][\"'”’»)\]]*$")
_COUNT = re.compile(r"\s*\(\s*\d+\s*\)\s*$|(?<=\w)\s+\d{1,4}$")


def key(text: str) -> str:
    """Reduce a line to what it says: no case, marks, counts, or signs at the ends."""
    folded = _COUNT.sub("", fold(text[:_REACH]))
    return re.sub(r"\s+", " ", re.sub(r"^[\W_]+|[\W_]+$", "", folded))


@dataclass(frozen=True)
class Line:
    """A line that is not blank, with its number in the file (1-based)."""

    number: int
    text: str
    #: no blank line stands before it
    attached: bool = False
    #: the format itself says so: ``title``, ``heading``, ``caption``, ``item``
    mark: str | None = None

    @cached_property
    def key(self) -> str:
        """The line as it is compared with others."""
        return key(self.text)

    @cached_property
    def words(self) -> int:
        """How many words; of a very long line, at least so many."""
        return len(self.text[: 4 * _REACH].split())

    @cached_property
    def closed(self) -> bool:
        """Ends as a sentence or the start of a list ends."""
        if _CLOSED.search(self._end):
            return True
        return self.words >= _LONG and _QUOTED.search(self.text[-1:]) is not None

    @cached_property
    def sentence(self) -> bool:
        """Ends as a sentence ends, and is long enough to be one."""
        return self.closed and self.words >= 6  # noqa: PLR2004

    @cached_property
    def paragraph(self) -> bool:
        """Reads as running text: a sentence of some length."""
        return self.closed and self.words >= 12  # noqa: PLR2004

    @cached_property
    def ends_fully(self) -> bool:
        """Ends in a full stop, ellipsis, question or exclamation mark."""
        return _STRONGLY_CLOSED.search(self._end) is not None

    @cached_property
    def rambling(self) -> bool:
        """Long and full of commas: a sentence that lost its full stop, not a headline."""
        return self.words > 25 and self.text.count(",") * 14 >= self.words  # noqa: PLR2004

    @cached_property
    def _end(self) -> str:
        return _SIGN_OFF.sub("", self.text[-24:])[-12:]


def page_lines(text: str) -> list[Line]:
    """Cut a text at its line feeds; blank lines only leave their trace in ``attached``."""
    found = []
    attached = False
    for number, raw in enumerate(re.split(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]", text), 1):
        content = raw.strip(" \t\u00a0\u200b\ufeff\u3000\u2002\u2003\u2009")
        if content:
            found.append(Line(number, content, attached))
        attached = bool(content)
    return found


def content_words(lines: Iterable[Line]) -> set[str]:
    """Collect the folded words of lines, three letters or more."""
    words: set[str] = set()
    for line in lines:
        words.update(word for word in re.findall(r"\w+", line.key) if len(word) > 2)  # noqa: PLR2004
    return words
