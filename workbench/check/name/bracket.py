"""Acronyms in brackets: each must be that of the name before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.check.base import Link, Pair
from workbench.check.name.english import English
from workbench.check.name.reader import letters, read
from workbench.language.gazetteer import acronyms
from workbench.records import Mention
from workbench.values.name import make_name
from workbench.values.name_body import initials_match
from workbench.values.name_body_words import known_bodies
from workbench.values.types import Comparison

_VIETNAMESE = re.compile(r"\(([A-Z][A-Z&]{1,9})\)")
_ENGLISH = re.compile(r"\(([A-Z][A-Za-z&]{1,11})\)")
#: Words before the brackets that may belong to the name.
_REACH = 12
#: Letters of an acronym beside which small words may stand: Coalition *for* Epidemic …
_SLACK = 4


def bracket_links(pair: Pair, english: English) -> Iterator[Link]:
    """Yield acronyms of the Vietnamese for which the English has another: WHO for UNEP."""
    theirs = [match for match in _ENGLISH.finditer(pair.en) if _is_foreign(match[1], pair.vi)]
    for ours in _VIETNAMESE.finditer(pair.vi):
        if ours[1] in acronyms() or english.find((letters(ours[1]),)):
            continue
        for match in theirs:
            before = pair.en[: match.start()].split()[-_REACH:]
            if is_short_for(ours[1], before) and not is_short_for(match[1], before):
                explanation = f"{match[1]} stands where the Vietnamese has {ours[1]}"
                yield Link(
                    vi=_mention(pair.vi, ours, "vi.bracket"),
                    en=_mention(pair.en, match, "en.bracket"),
                    comparison=Comparison(verdict="conflict", explanation=explanation),
                )


def _is_foreign(acronym: str, vietnamese: str) -> bool:
    """Say whether a word in brackets is an acronym that the Vietnamese does not have."""
    known = acronym.isupper() or bool(known_bodies(acronym, "en"))
    return known and not read(vietnamese).find(letters(acronym))


def is_short_for(acronym: str, words: Sequence[str]) -> bool:
    """Say whether an acronym is that of the last words before it: by initials, or by the table."""
    longest = min(len(words), len(acronym) + _SLACK)
    return any(
        initials_match(acronym, " ".join(words[-size:]))
        for size in range(len(acronym), longest + 1)
    ) or any(
        known_bodies(acronym, "en") & known_bodies(" ".join(words[-size:]), "en")
        for size in range(1, len(words) + 1)
    )


def _mention(text: str, match: re.Match[str], rule: str) -> Mention:
    return Mention(
        start=match.start(1), end=match.end(1), surface=match[1], dimension="name",
        kind="organisation", value=make_name(text[match.start(1) : match.end(1)]), rule=rule,
    )  # fmt: skip
