"""XLIFF 1.2 and 2.1: what CAT tools open. Findings are notes, the state follows the decisions."""

from __future__ import annotations

from lxml import etree

from workbench import __version__
from workbench.errors import FormatError
from workbench.exchange.unit import Bitext, Unit
from workbench.exchange.xml import XML_SPACE, Element, add, clean, dump, parse, start, text_of

V1 = "urn:oasis:names:tc:xliff:document:1.2"
V2 = "urn:oasis:names:tc:xliff:document:2.0"

_STATES_1 = {
    "new": "new",
    "translated": "translated",
    "review": "needs-review-translation",
    "final": "final",
}
_STATES_2 = {"new": "initial", "translated": "translated", "review": "translated", "final": "final"}
#: XLIFF 1.2 counts priority from 1, the gravest
_PRIORITY = {"critical": "1", "major": "2", "minor": "4", "info": "7"}


def write_xliff(bitext: Bitext) -> bytes:
    """Write XLIFF 1.2."""
    root = start(V1, "xliff", version="1.2")
    file = _add1(
        root, "file", original=bitext.path or "article", source__language="vi",
        target__language="en", datatype="plaintext",
    )  # fmt: skip
    header = _add1(file, "header")
    add(header, f"{{{V1}}}note", f"Title: {bitext.title}")
    if bitext.signature:
        add(header, f"{{{V1}}}note", f"Signature: {bitext.signature}")
    _add1(header, "tool", tool__id="wb", tool__name="wb", tool__version=__version__)
    body = _add1(file, "body")
    for unit in bitext.units:
        _unit1(body, unit)
    return dump(root)


def _unit1(body: Element, unit: Unit) -> None:
    approved = "yes" if unit.state == "final" else "no"
    row = _add1(body, "trans-unit", id_=str(unit.number), approved=approved)
    row.set(XML_SPACE, "preserve")
    add(row, f"{{{V1}}}source", unit.source)
    if unit.target or unit.state != "new":
        add(row, f"{{{V1}}}target", unit.target, state=_STATES_1[unit.state])
    for note in unit.notes:
        text = f"{note.severity}, {note.check}: {note.text}"
        add(
            row, f"{{{V1}}}note", text, priority=_PRIORITY[note.severity], from_="wb",
            annotates="target",
        )  # fmt: skip


def _add1(parent: Element, tag: str, **attributes: str) -> Element:
    return add(parent, f"{{{V1}}}{tag}", None, **attributes)


def write_xliff2(bitext: Bitext) -> bytes:
    """Write XLIFF 2.1; a unit that wants review says so in ``subState``."""
    root = start(V2, "xliff", version="2.1", srcLang="vi", trgLang="en")
    file = add(root, f"{{{V2}}}file", None, id_="f1", original=bitext.path or "article")
    notes = add(file, f"{{{V2}}}notes")
    add(notes, f"{{{V2}}}note", f"Title: {bitext.title}")
    if bitext.signature:
        add(notes, f"{{{V2}}}note", f"Signature: {bitext.signature}")
    for unit in bitext.units:
        _unit2(file, unit)
    return dump(root)


def _unit2(file: Element, unit: Unit) -> None:
    row = add(file, f"{{{V2}}}unit", None, id_=str(unit.number))
    row.set(XML_SPACE, "preserve")
    if unit.notes:
        notes = add(row, f"{{{V2}}}notes")
        for note in unit.notes:
            priority = _PRIORITY[note.severity]
            element = add(
                notes, f"{{{V2}}}note", f"{note.severity}: {note.text}", category=note.check
            )
            element.set("priority", priority)
            element.set("appliesTo", "target")
    segment = add(row, f"{{{V2}}}segment", None, state=_STATES_2[unit.state])
    if unit.state == "review":
        segment.set("subState", "wb:review")
    _text2(segment, "source", unit.source)
    if unit.target or unit.state != "new":
        _text2(segment, "target", unit.target)


def _text2(segment: Element, tag: str, text: str) -> None:
    """Write text; XLIFF 2 spells what XML cannot hold as ``<cp hex="…"/>``."""
    element = add(segment, f"{{{V2}}}{tag}")
    piece = ""
    last: Element | None = None
    for character in text:
        if clean(character) == character:
            piece += character
            continue
        _flow(element, last, piece)
        piece = ""
        last = add(element, f"{{{V2}}}cp", None, hex_=f"{ord(character):04X}")
    _flow(element, last, piece)


def _flow(element: Element, last: Element | None, piece: str) -> None:
    if last is None:
        element.text = piece
    else:
        last.tail = piece


def read_xliff(data: bytes, *, where: str) -> list[tuple[str, str, str]]:
    """Read ``(id, source, target)`` of every unit of XLIFF 1.2, 2.0 or 2.1. Raises FormatError."""
    root = parse(data, where=where)
    version = root.get("version") or ""
    if root.tag == f"{{{V1}}}xliff":
        return [
            (
                unit.get("id") or "",
                text_of(unit.find(f"{{{V1}}}source")),
                text_of(unit.find(f"{{{V1}}}target")),
            )
            for unit in root.iter(f"{{{V1}}}trans-unit")
        ]
    if root.tag == f"{{{V2}}}xliff":
        return [
            (unit.get("id") or "", *(_read2(unit, tag) for tag in ("source", "target")))  # type: ignore[misc]
            for unit in root.iter(f"{{{V2}}}unit")
        ]
    raise FormatError(
        f"not XLIFF 1.2 or 2 (root {etree.QName(root).localname}, version '{version}')",
        where=where,
        hint="Export the file as XLIFF 1.2 or 2.x.",
    )


def _read2(unit: Element, tag: str) -> str:
    """Join the segments of a unit, code points put back."""
    pieces = []
    for element in unit.iter(f"{{{V2}}}{tag}"):
        for part in element.iter():
            if part.tag == f"{{{V2}}}cp":
                pieces.append(chr(int(part.get("hex") or "FFFD", 16)))
            else:
                pieces.append(part.text or "")
            if part is not element:
                pieces.append(part.tail or "")
    return "".join(pieces)
