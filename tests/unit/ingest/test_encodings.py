"""Bytes of every encoding that is read come back as the same NFC text."""

from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import EncodingError, FormatError
from workbench.ingest import read_article
from workbench.ingest.encoding import decode
from workbench.language.tables import read_table
from workbench.language.text import nfc

TEXT = (
    "Sáng nay, hợp tác xã đã thu hoạch xong hai mươi héc-ta lúa chín sớm, nhờ vậy tránh được trận lũ.\n"
    "Bà con nói rằng giống lúa mới ngắn ngày, cứng cây, ít đổ ngã và cho gạo dẻo hơn giống cũ.\n"
)


def _legacy(text: str, table: str) -> bytes:
    """Write a text in an old encoding, by the table read backwards."""
    letters: dict[str, str] = {}
    for code, letter in read_table("vi/legacy.toml")[table]["letters"]:
        letters.setdefault(letter, code)
    page = "latin-1" if table == "tcvn3" else "cp1252"
    return "".join(letters.get(letter, letter) for letter in nfc(text)).encode(page)


def _windows_1258(text: str) -> bytes:
    """Write the letter with its hat or horn, then the tone as a sign of its own."""
    out = bytearray()
    for letter in nfc(text):
        tones = [
            m for m in unicodedata.normalize("NFD", letter) if m in "\u0300\u0301\u0303\u0309\u0323"
        ]
        rest = "".join(m for m in unicodedata.normalize("NFD", letter) if m not in tones)
        out += (nfc(rest) + "".join(tones)).encode("cp1258")
    return bytes(out)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (unicodedata.normalize("NFD", TEXT).encode(), "utf-8"),
        (_windows_1258(TEXT), "windows-1258"),
        (_legacy(TEXT, "tcvn3"), "tcvn3"),
        (_legacy(TEXT, "vni"), "vni"),
    ],
    ids=["utf8", "utf8-bom", "utf16", "utf16-be-bom", "utf16-le", "utf16-be", "nfd", "1258", "tcvn3", "vni"],
)  # fmt: skip
def test_round_trip(data: bytes, encoding: str) -> None:
    found = decode(data, where="x.txt")
    assert found.text == TEXT
    assert found.encoding == encoding


@pytest.mark.parametrize("table", ["tcvn3", "vni"])
def test_old_fonts_inside_unicode_are_repaired(table: str) -> None:
    page = "latin-1" if table == "tcvn3" else "cp1252"
    assert decode(_legacy(TEXT, table).decode(page).encode(), where="x").text == TEXT


def test_french_stays_french() -> None:
    text = "L'été dernier, les élèves ont étudié la géographie de la région, à Huế et à Đà Nẵng.\n"
    assert decode(text.encode(), where="x").text == text


def test_english_in_windows_1252() -> None:
    text = (
        "The café in the old quarter was the first of its kind, and it is still open – for now.\n"
    )
    assert decode(text.encode("cp1252"), where="x").text == text


def test_no_break_spaces_stay() -> None:
    article = read_article(
        "-", data="Đoàn đi 306\u00a0km trong hai ngày và nghỉ lại ở Sơn La.\n".encode()
    )
    assert article.paragraphs == ("Đoàn đi 306\u00a0km trong hai ngày và nghỉ lại ở Sơn La.",)


def test_unknown_bytes_are_refused_with_their_line() -> None:
    with pytest.raises(EncodingError) as caught:
        decode(b"first line\nsecond \xff\xfe\x98\x99 line\n" * 3, where="x.txt")
    assert caught.value.where == "x.txt:2"
    assert caught.value.hint


def test_false_byte_order_mark() -> None:
    with pytest.raises(EncodingError):
        decode(codecs.BOM_UTF8 + b"abc \xff\xff", where="x.txt")


def test_binary_is_refused() -> None:
    with pytest.raises(FormatError, match="binary"):
        decode(bytes(range(256)) * 8, where="x.bin")


@given(st.text(max_size=300))
def test_utf8_always_comes_back_composed(text: str) -> None:
    data = text.encode("utf-8", errors="ignore")
    try:
        found = decode(data, where="x").text
    except (EncodingError, FormatError):
        return
    assert nfc(found) == found
