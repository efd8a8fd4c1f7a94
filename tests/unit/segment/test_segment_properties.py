"""Whatever the text, segments cover it in order and slice back."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from workbench.language.text import nfc
from workbench.records import TITLE, Article
from workbench.segment import segments, split_text

WORDS = st.sampled_from(
    ["Ông", "Hà", "TP.", "PGS.TS.", "24.396", "nói", "v.v.", "U.S.", "“Vâng”", "(a. B)", "...", "…",
     "!", "?”", "–", "A.", "1.", "\u00a0", "\n", "\n\n", "được.Sau", "ế", "e\u0302\u0301", "Mr.", "5/8"]
)  # fmt: skip
TEXT = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)).map(nfc)
LANGUAGE = st.sampled_from(["vi", "en", "und"])


def _solid(text: str) -> str:
    return "".join(text.split())


@given(TEXT, LANGUAGE)
def test_spans_cover_all_that_is_not_blank(text: str, language: str) -> None:
    spans = split_text(text, language)
    assert _solid("".join(text[a:b] for a, b in spans)) == _solid(text)
    ends = [0, *(offset for span in spans for offset in span)]
    assert ends == sorted(ends)
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)


@given(TEXT, LANGUAGE)
def test_a_segment_of_nfc_text_is_nfc(text: str, language: str) -> None:
    for start, end in split_text(text, language):
        assert nfc(nfc(text[start:end])) == nfc(text[start:end])
        assert unicodedata.is_normalized("NFC", text)


@given(st.lists(TEXT, max_size=6), st.one_of(st.none(), TEXT), LANGUAGE)
def test_segments_of_an_article_slice_back(
    paragraphs: list[str], title: str | None, language: str
) -> None:
    article = Article(path="-", lang=language, paragraphs=tuple(paragraphs), title=title)
    found = segments(article)
    assert [segment.index for segment in found] == list(range(len(found)))
    for segment in found:
        whole = title if segment.paragraph == TITLE else paragraphs[segment.paragraph]
        assert whole is not None
        assert whole[segment.start : segment.end] == segment.text
    places = [(segment.paragraph, segment.start) for segment in found]
    assert places == sorted(places)
    assert [s.paragraph for s in found].count(TITLE) == (1 if title else 0)
