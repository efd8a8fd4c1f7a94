"""TMX 1.4b: translation memory exchange."""

from __future__ import annotations

from lxml import etree

from workbench import __version__
from workbench.exchange.unit import Bitext
from workbench.exchange.xml import XML_LANG, add, dump, parse, text_of

_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'


def write_tmx(bitext: Bitext) -> bytes:
    """Write each translated unit; what has no target is no memory and stays out."""
    root = etree.Element("tmx", version="1.4")
    header = add(
        root, "header", creationtool="wb", creationtoolversion=__version__, segtype="sentence",
        o__tmf="wb", adminlang="en", srclang="vi", datatype="plaintext",
    )  # fmt: skip
    add(header, "prop", bitext.path, type_="x-file")
    add(header, "prop", bitext.title, type_="x-title")
    if bitext.signature:
        add(header, "prop", bitext.signature, type_="x-signature")
    body = add(root, "body")
    for unit in bitext.units:
        if not unit.target:
            continue
        tu = add(body, "tu", tuid=str(unit.number))
        for note in unit.notes:
            add(tu, "note", f"{note.severity}, {note.check}: {note.text}")
        add(tu, "prop", unit.state, type_="x-state")
        add(tu, "prop", unit.origin, type_="x-origin")
        for language, text in (("vi", unit.source), ("en", unit.target)):
            tuv = add(tu, "tuv")
            tuv.set(XML_LANG, language)
            add(tuv, "seg", text)
    return dump(root, doctype=_DOCTYPE)


def read_tmx(data: bytes, *, where: str) -> list[tuple[str, str, str]]:
    """Read ``(id, source, target)`` of every unit that has both languages."""
    rows = []
    for tu in parse(data, where=where).iter("tu"):
        texts = {
            (tuv.get(XML_LANG) or tuv.get("lang") or "").lower()[:2]: text_of(tuv.find("seg"))
            for tuv in tu.iter("tuv")
        }
        rows.append((tu.get("tuid") or "", texts.get("vi", ""), texts.get("en", "")))
    return rows
