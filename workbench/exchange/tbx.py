"""TBX (ISO 30042:2019, DCT style): the names of an article as a termbase."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.exchange.xml import XML_LANG, Element, add, dump, parse, start, text_of
from workbench.records import LedgerRow

TBX = "urn:iso:std:iso:30042:ed-2"
#: verdicts under which an English form may stand for the Vietnamese name
_ACCEPTED = {"equal", "variant"}


@dataclass(frozen=True)
class Term:
    """A Vietnamese name and the English forms that were accepted for it."""

    vi: str
    kind: str
    en: tuple[str, ...]


def terms(ledgers: Iterable[Iterable[LedgerRow]]) -> list[Term]:
    """Collect names and their accepted English forms, the most frequent form first."""
    forms: dict[tuple[str, str], dict[str, int]] = {}
    for ledger in ledgers:
        for row in ledger:
            if row.dimension != "name":
                continue
            counts = forms.setdefault((row.source.surface, row.kind), {})
            for edge in (row.translation, *row.coverage):
                if edge.side is not None and edge.verdict in _ACCEPTED:
                    counts[edge.side.surface] = counts.get(edge.side.surface, 0) + 1
    return [
        Term(vi, kind, tuple(sorted(counts, key=lambda form: (-counts[form], form))))
        for (vi, kind), counts in sorted(forms.items())
        if counts
    ]


def write_tbx(entries: Iterable[Term], *, title: str = "", signature: str = "") -> bytes:
    """Write TBX-Basic; the first English form is the preferred one."""
    root = start(TBX, "tbx", style="dct", type="TBX-Basic")
    root.set(XML_LANG, "en")
    header = _add(root, "tbxHeader")
    description = _add(header, "fileDesc")
    if title:
        _add(_add(description, "titleStmt"), "title", title)
    source = _add(description, "sourceDesc")
    _add(source, "p", f"Names of news articles, written by wb. {signature}".strip())
    body = _add(_add(root, "text"), "body")
    for number, entry in enumerate(entries, 1):
        concept = _add(body, "conceptEntry", id_=f"c{number}")
        add(concept, f"{{{TBX}}}descrip", entry.kind, type_="subjectField")
        _section(concept, "vi", {entry.vi: "preferredTerm-admn-sts"})
        ranks = ("preferredTerm-admn-sts", *["admittedTerm-admn-sts"] * len(entry.en))
        _section(concept, "en", dict(zip(entry.en, ranks, strict=False)))
    return dump(root)


def _section(concept: Element, language: str, forms: Mapping[str, str]) -> None:
    section = _add(concept, "langSec")
    section.set(XML_LANG, language)
    for form, status in forms.items():
        term = _add(section, "termSec")
        _add(term, "term", form)
        add(term, f"{{{TBX}}}termNote", "properNoun", type_="partOfSpeech")
        add(term, f"{{{TBX}}}termNote", status, type_="administrativeStatus")


def read_tbx(data: bytes, *, where: str) -> list[tuple[str, tuple[str, ...]]]:
    """Read Vietnamese terms with their English forms."""
    rows = []
    for concept in parse(data, where=where).iter(f"{{{TBX}}}conceptEntry"):
        found = {
            section.get(XML_LANG): tuple(text_of(t) for t in section.iter(f"{{{TBX}}}term"))
            for section in concept.iter(f"{{{TBX}}}langSec")
        }
        rows += [(vi, found.get("en", ())) for vi in found.get("vi", ())]
    return rows


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    return add(parent, f"{{{TBX}}}{tag}", text, **attributes)
