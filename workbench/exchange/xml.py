"""XML that any article survives, and a reader that no file can use to reach outside."""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree

from workbench.errors import FormatError

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: what XML 1.0 cannot hold
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Replace what XML cannot hold by the replacement character."""
    return _ILLEGAL.sub("\ufffd", text)


def add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """Append an element with text; an attribute's trailing underscore is dropped."""
    named = {key.rstrip("_").replace("__", "-"): clean(value) for key, value in attributes.items()}
    child = etree.SubElement(parent, tag, named)
    if text is not None:
        child.text = clean(text)
    return child


def start(namespace: str, tag: str, **attributes: str) -> Element:
    """Make the root of a document whose default namespace is ``namespace``."""
    spaces: dict[str | None, str] = {None: namespace}
    return etree.Element(f"{{{namespace}}}{tag}", attributes, nsmap=spaces)  # type: ignore[arg-type]


def dump(root: Element, *, doctype: str = "") -> bytes:
    """Write a document as UTF-8."""
    _break_lines(root)
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}{chr(10) if doctype else ""}'
    return head.encode() + etree.tostring(root, encoding="utf-8") + b"\n"


def _break_lines(element: Element) -> None:
    """Put every element that holds elements on lines of its own; text is left as it is."""
    if len(element) == 0 or element.text is not None:
        return
    element.text = "\n"
    for child in element:
        _break_lines(child)
        child.tail = "\n"


def parse(data: bytes, *, where: str) -> Element:
    """Read a document without entities, network or DTD. Raises FormatError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise FormatError(
            f"not XML ({error.msg})",
            where=where,
            hint="The file may be cut off: export it again from the tool it came from.",
        ) from error


def text_of(element: Element | None) -> str:
    """Return the text of an element and all inside it."""
    return "" if element is None else "".join(str(piece) for piece in element.itertext())
