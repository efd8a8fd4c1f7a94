"""Names seen before in an article: second mentions and acronyms lean on them."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.extract.name.tokens import lower
from workbench.language.text import fold
from workbench.records import Mention

_SHORT = 2
_LONGEST_ACRONYM = 12


class NameContext:
    """What the lines before have named. Feed it with :meth:`add`, line after line."""

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        #: syllables by which a person may be called later, lower case
        self.called: set[str] = set()
        #: single capitals words that are names, with their kind
        self.words: dict[str, str] = {}
        #: acronyms that a bracket has explained as no name
        self.groups: set[str] = set()
        self.add(mentions)

    def add(self, mentions: Iterable[Mention]) -> None:
        """Remember the names of a line."""
        for mention in mentions:
            if mention.dimension != "name" or mention.nested:
                continue
            words = mention.surface.replace("-", " ").split()
            if mention.kind == "person" and len(words) >= _SHORT:
                self.called.update((lower(words[-1]), fold(words[-1])))
            elif mention.kind == "person" and words:
                self.called.add(lower(words[0]))
            if mention.kind == "organisation" and _is_acronym(mention.surface):
                self.words[mention.surface] = mention.kind

    def kind(self, word: str) -> str | None:
        """Return the kind of a single capitalised word that was named before."""
        if lower(word) in self.called:
            return "person"
        return self.words.get(word)


def _is_acronym(surface: str) -> bool:
    return surface.isupper() and " " not in surface and len(surface) <= _LONGEST_ACRONYM
