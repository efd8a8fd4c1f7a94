"""Bytes to text: UTF-8, UTF-16, and the Vietnamese encodings of older files.

What is not Unicode is decoded in each way that could be meant; the one whose words are built as
Vietnamese syllables are wins. Where none does, nothing is guessed.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache

from workbench.errors import EncodingError, FormatError
from workbench.language.identify import identify_language, vietnamese_share
from workbench.language.tables import read_table
from workbench.language.text import nfc

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 65536
#: Least share of well-formed Vietnamese words for which an old encoding is believed.
_BELIEVED = 0.2
_LEGACY_LETTERS = re.compile("[\u00a1-\u00ff]")


@dataclass(frozen=True)
class Decoded:
    """A text in NFC and the encoding that it was read with."""

    text: str
    encoding: str


def decode(data: bytes, *, where: str) -> Decoded:
    """Read bytes as text.

    Raises FormatError for bytes that are no text, EncodingError when no encoding fits.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _strict(data, name, where)
    wide = _wide(data)
    if wide:
        return _strict(data, wide, where)
    sample = data[:_SAMPLE]
    if b"\0" in sample or len(_CONTROLS.findall(sample)) * 20 > len(sample):
        raise FormatError(
            "this is not text but binary data",
            where=where,
            hint="Give an .html, .txt, .md, .docx, .pdf, .json or .jsonl file.",
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error, where)
    repaired = repair_fonts(text)
    return Decoded(nfc(repaired or text), "utf-8")


def _strict(data: bytes, name: str, where: str) -> Decoded:
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"the text says that it is {name.upper()}, but it is not",
            where=where,
            hint="Save the file as UTF-8.",
        ) from error
    return Decoded(nfc(text.removeprefix("\ufeff")), name)


def _wide(data: bytes) -> str | None:
    """Recognise UTF-16 without a byte-order mark by where its zero bytes stand."""
    sample = data[:2000]
    if len(sample) < 8 or len(data) % 2:  # noqa: PLR2004
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd * 10 > half * 4 and even * 20 < half:
        return "utf-16-le"
    if even * 10 > half * 4 and odd * 20 < half:
        return "utf-16-be"
    return None


def _legacy(data: bytes, error: UnicodeDecodeError, where: str) -> Decoded:
    readings = [
        Decoded(nfc(text), name) for name, text in (
            ("windows-1258", _decode_1258(data)),
            ("tcvn3", _replace(data.decode("latin-1"), "tcvn3")),
            ("vni", _replace(data.decode("cp1252", errors="replace"), "vni")),
        )
    ]  # fmt: skip
    best = max(readings, key=lambda reading: vietnamese_share(reading.text))
    if vietnamese_share(best.text) >= _BELIEVED:
        return best
    western = data.decode("cp1252", errors="replace")
    if "\ufffd" not in western and identify_language(western) == "en":
        return Decoded(nfc(western), "windows-1252")
    line = data.count(b"\n", 0, error.start) + 1
    raise EncodingError(
        "the text is neither UTF-8, UTF-16, windows-1258, TCVN3 nor VNI",
        where=f"{where}:{line}",
        hint="Save the file as UTF-8, for instance with: iconv -f ENCODING -t utf-8",
    )


def _decode_1258(data: bytes) -> str:
    """Decode windows-1258, whose tones are signs of their own behind the letter."""
    return data.decode("cp1258", errors="replace")


@lru_cache(maxsize=2)
def _letters(name: str) -> tuple[re.Pattern[str], dict[str, str]]:
    table = dict(read_table("vi/legacy.toml")[name]["letters"])
    alternatives = "|".join(re.escape(k) for k in sorted(table, key=len, reverse=True))
    return re.compile(alternatives), table


def _replace(text: str, name: str) -> str:
    pattern, table = _letters(name)
    return pattern.sub(lambda found: table[found.group()], text)


def repair_fonts(text: str) -> str | None:
    """Read text typed in the old Vietnamese fonts, where documents keep it as Latin-1 letters.

    Returns None for all other text: the letters must be many, and make Vietnamese syllables.
    """
    sample = text[:_SAMPLE]
    if len(_LEGACY_LETTERS.findall(sample)) * 15 < len(sample) or vietnamese_share(sample) >= 0.5:  # noqa: PLR2004
        return None
    before = vietnamese_share(sample)
    readings = {name: vietnamese_share(_replace(sample, name)) for name in ("tcvn3", "vni")}
    best = max(readings, key=lambda name: readings[name])
    if readings[best] < 0.4 or readings[best] < before + 0.2:  # noqa: PLR2004
        return None
    return _replace(text, best)
