"""Glossaries of names and bodies: read from TBX, CSV or TOML, found in text by one automaton.

A term has forms in both languages, the first of each preferred, and forms that must not be used.

* CSV: a header with ``vi`` and ``en``, optional ``kind``, ``forbidden_vi``, ``forbidden_en``
  (``forbidden`` means English), ``note``, ``id``; several forms are divided by ``|``.
* TOML: ``[[term]]`` tables with the same keys; forms are strings or lists.
* TBX (ISO 30042, both the ``martif`` and the ``tbx`` dialect): ``administrativeStatus`` tells
  preferred and deprecated terms, ``subjectField`` the kind.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, TypeAlias

import msgspec

from workbench.errors import FormatError, InputError
from workbench.language import Language
from workbench.language.text import nfc

TermKind: TypeAlias = Literal["person", "place", "organisation", "other"]

_KINDS: dict[str, TermKind] = {
    "person": "person", "people": "person", "place": "place", "location": "place",
    "organisation": "organisation", "organization": "organisation", "body": "organisation",
    "other": "other", "": "other",
}  # fmt: skip
_PLAIN = str.maketrans({"’": "'", "‘": "'", "\xa0": " ", "–": "-", "‑": "-"})
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DEPRECATED = ("deprecated", "superseded", "forbidden", "notrecommended")
_HINT = "docs/glossaries.md describes the three formats."


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A name in both languages."""

    vi: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    forbidden_vi: tuple[str, ...] = ()
    forbidden_en: tuple[str, ...] = ()
    kind: TermKind = "other"
    note: str = ""
    id: str = ""

    def forms(self, language: Language) -> tuple[str, ...]:
        """Return the forms that may be used in a language, the preferred one first."""
        return self.vi if language == "vi" else self.en

    def forbidden(self, language: Language) -> tuple[str, ...]:
        """Return the forms that must not be used in a language."""
        return self.forbidden_vi if language == "vi" else self.forbidden_en


#: where a term stands: start, end, the term, and whether the form is a forbidden one
Hit: TypeAlias = tuple[int, int, Term, bool]


class Glossary:
    """Terms of one or several files."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)

    def find(self, text: str, language: Language) -> Iterator[tuple[int, int, Term]]:
        """Yield the terms of a text with their offsets, longest first where they meet."""
        for start, end, term, _ in self.hits(text, language):
            yield start, end, term

    def hits(self, text: str, language: Language) -> Iterator[Hit]:
        """Yield the terms of a text, allowed and forbidden forms, in order, not overlapping.

        A capital of the term must be a capital in the text; other letters may be either.
        """
        automaton = self._vi if language == "vi" else self._en
        if automaton is None:
            return
        plain = text.translate(_PLAIN)
        low = plain.lower()
        if len(low) != len(plain):
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
        found: list[Hit] = []
        for last, (size, rows) in automaton.iter(low):
            start, end = last + 1 - size, last + 1
            if not _whole(low, start, end):
                continue
            for form, term, forbidden in rows:
                if _fits(form, plain[start:end]):
                    found.append((start, end, term, forbidden))
                    break
        found.sort(key=lambda hit: (hit[0], -hit[1]))
        after = 0
        for hit in found:
            if hit[0] >= after:
                after = hit[1]
                yield hit

    @cached_property
    def _vi(self) -> Any:
        return _automaton(self.terms, "vi")

    @cached_property
    def _en(self) -> Any:
        return _automaton(self.terms, "en")


def _whole(low: str, start: int, end: int) -> bool:
    """Say whether a match stands at word bounds."""
    return not (
        (start and low[start - 1].isalnum() and low[start].isalnum())
        or (end < len(low) and low[end].isalnum() and low[end - 1].isalnum())
    )


def _automaton(terms: Iterable[Term], language: Language) -> Any:
    import ahocorasick

    rows: dict[str, list[tuple[str, Term, bool]]] = {}
    for term in terms:
        for forms, forbidden in ((term.forms(language), False), (term.forbidden(language), True)):
            for form in forms:
                plain = form if form.isascii() else form.translate(_PLAIN)
                key = plain.lower()
                if key and len(key) == len(plain):
                    rows.setdefault(key, []).append((plain, term, forbidden))
    if not rows:
        return None
    automaton = ahocorasick.Automaton()
    for key, value in rows.items():
        automaton.add_word(key, (len(key), value))
    automaton.make_automaton()
    return automaton


def _fits(form: str, surface: str) -> bool:
    """Say whether every capital of a term is a capital in the text."""
    return form == surface or all(
        there.isupper() for own, there in zip(form, surface, strict=True) if own.isupper()
    )


def read_glossaries(paths: Iterable[Path]) -> Glossary:
    """Read several files as one glossary."""
    return Glossary(term for path in paths for term in read_glossary(path).terms)


def read_glossary(path: Path) -> Glossary:
    """Read a glossary by the suffix of its name: .tbx/.xml, .csv/.tsv or .toml.

    Raises InputError for a file that cannot be read, FormatError for one that is not what its
    suffix says or has a term without a form.
    """
    readers = {
        ".tbx": _read_tbx,
        ".xml": _read_tbx,
        ".csv": _read_csv,
        ".tsv": _read_csv,
        ".toml": _read_toml,
    }
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise FormatError(
            f"not a glossary: {path.suffix or 'no suffix'}", where=str(path), hint=_HINT
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot read the glossary: {error.strerror}", where=str(path), hint="Check the path."
        ) from error
    return Glossary(reader(data, path))


def _text(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormatError(
            "not UTF-8", where=str(path), hint="Save the glossary as UTF-8."
        ) from error


def _read_csv(data: bytes, path: Path) -> Iterator[Term]:
    text = _text(data, path)
    header = text.split("\n", 1)[0]
    mark = max("\t;,", key=header.count)
    reader = csv.reader(io.StringIO(text), delimiter=mark)
    names = [name.strip().lower() for name in next(reader, [])]
    if not {"vi", "en"} <= set(names):
        raise FormatError("the header has no columns vi and en", where=f"{path}:1", hint=_HINT)
    for row in reader:
        fields: dict[str, list[Any]] = {
            name: value.split("|") for name, value in zip(names, row, strict=False) if value
        }
        if fields:
            yield _term(fields, f"{path}:{reader.line_num}")


def _read_toml(data: bytes, path: Path) -> Iterator[Term]:
    try:
        rows = tomllib.loads(_text(data, path)).get("term", [])
    except tomllib.TOMLDecodeError as error:
        raise FormatError(f"not TOML ({error})", where=str(path), hint=_HINT) from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise FormatError("terms must stand in [[term]] tables", where=str(path), hint=_HINT)
    for number, row in enumerate(rows, 1):
        fields = {key: value if isinstance(value, list) else [value] for key, value in row.items()}
        yield _term(fields, f"{path}, term {number}")


def _term(fields: dict[str, list[Any]], where: str) -> Term:
    """Make a term of the columns or keys of a row."""
    vi, en = _forms(fields, "vi", where), _forms(fields, "en", where)
    kind = " ".join(_forms(fields, "kind", where)).lower()
    if kind not in _KINDS:
        raise FormatError(
            f"unknown kind: {kind}", where=where, hint="Use person, place, organisation or other."
        )
    if not vi and not en:
        raise FormatError("a term without a form", where=where, hint="Give vi or en.")
    return Term(
        vi=vi,
        en=en,
        forbidden_vi=_forms(fields, "forbidden_vi", where),
        forbidden_en=_forms(fields, "forbidden_en", where) + _forms(fields, "forbidden", where),
        kind=_KINDS[kind],
        note=" ".join(_forms(fields, "note", where)),
        id=" ".join(_forms(fields, "id", where)),
    )


def _forms(fields: dict[str, list[Any]], key: str, where: str) -> tuple[str, ...]:
    """Return the forms of a column: composed, without blanks around, each once."""
    values = fields.get(key)
    if values is None:
        return ()
    if not all(isinstance(value, str) for value in values):
        raise FormatError(f"{key} must be text", where=where, hint=_HINT)
    return tuple(dict.fromkeys(nfc(" ".join(value.split())) for value in values if value.strip()))


def _read_tbx(data: bytes, path: Path) -> Iterator[Term]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise FormatError(f"not XML ({error})", where=str(path), hint=_HINT) from error
    entries = [node for node in root.iter() if _local(node) in {"termEntry", "conceptEntry"}]
    if not entries:
        raise FormatError("no term entries", where=str(path), hint=_HINT)
    for entry in entries:
        term = _tbx_term(entry, f"{path}:{entry.sourceline}")
        if term is not None:
            yield term


def _local(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _tbx_term(entry: Any, where: str) -> Term | None:
    """Make a term of a TBX entry; entries without Vietnamese and English are passed over."""
    fields: dict[str, list[str]] = {"id": [entry.get("id") or ""]}
    for node in entry.iter():
        if _local(node) == "descrip" and node.get("type") == "subjectField":
            kind = (node.text or "").strip().lower()
            fields["kind"] = [kind if kind in _KINDS else ""]
    for section in entry.iter():
        if _local(section) not in {"langSet", "langSec"}:
            continue
        language = (section.get(_LANG) or section.get("lang") or "").lower()[:2]
        if language not in {"vi", "en"}:
            continue
        for group in section.iter():
            if _local(group) in {"tig", "ntig", "termSec"}:
                _tbx_form(group, language, fields)
    if not fields.get("vi") and not fields.get("en"):
        return None
    return _term(dict(fields), where)


def _tbx_form(group: Any, language: str, fields: dict[str, list[str]]) -> None:
    """File the term of a group under its language, preferred first, deprecated apart."""
    form = next(("".join(node.itertext()) for node in group.iter() if _local(node) == "term"), "")
    status = " ".join(
        (node.text or "").lower()
        for node in group.iter()
        if _local(node) == "termNote"
        and node.get("type") in {"administrativeStatus", "normativeAuthorization"}
    )
    if any(word in status for word in _DEPRECATED):
        fields.setdefault(f"forbidden_{language}", []).append(form)
    elif status.startswith("preferred"):
        fields.setdefault(language, []).insert(0, form)
    else:
        fields.setdefault(language, []).append(form)
