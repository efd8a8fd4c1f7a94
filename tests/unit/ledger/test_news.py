"""Newspapers round figures off and convert currencies; that is no contradiction."""

import pytest

from workbench.check.ledger.news import retold
from workbench.extract import extract
from workbench.records import Mention


def _figure(text: str, language: str) -> Mention:
    [mention] = extract(text, "vi" if language == "vi" else "en", dimension="figure")
    return mention


@pytest.mark.parametrize(
    ("vi", "en", "published", "verdict"),
    [
        ("chi 300 triệu đồng", "worth just under $12,000", "2024-08-15", "rounded"),
        ("chi 38 tỷ đồng", "around $1.5 million", "2024-08-22", "rounded"),
        ("chi 38 tỷ đồng", "around 1.4 million euros", "2024-08-22", "rounded"),
        ("chi 1,37 tỷ USD", "some VND35 trillion", "2025-02-01", "rounded"),
        # the rate of 2005 is not that of 2024
        ("chi 38 tỷ đồng", "around $2.4 million", "2024-08-22", None),
        ("chi 38 tỷ đồng", "around $2.4 million", "2005-08-22", "rounded"),
        ("chi 38 tỷ đồng", "around $1.5 billion", "2024-08-22", "scale"),
        ("chi 38 tỷ đồng", "around $1,500", "2024-08-22", "scale"),
        ("chi 38 tỷ đồng", "around $9 million", "2024-08-22", None),
        ("huy động hơn 650 người", "more than 600 people", None, "rounded"),
        ("hơn 9.200 khán giả", "over 9,000 people", None, "rounded"),
        ("có 792 căn hộ", "under 800 flats", None, "rounded"),
        ("trong 15 ngày", "in just over two weeks", None, "rounded"),
        ("tăng 5,02%", "grew by 5 per cent", None, "rounded"),
        ("tăng 4,36%", "grew by 5 per cent", None, None),
        # rounded the other way, or not what it rounds to
        ("có 690 người", "more than 700 people", None, None),
        ("có 24.396 hộ", "24,600 households", None, None),
        ("tăng 5,02%", "up 5.1 per cent", None, None),
        ("huy động 900 người", "more than 600 people", None, None),
        ("huy động 600 người", "more than 650 people", None, None),
        # as exact as the other, and another
        ("huy động 652 người", "more than 641 people", None, None),
        ("huy động 650 người", "600 people", None, None),
    ],
)
def test_what_newspapers_do_to_a_figure(
    vi: str, en: str, published: str | None, verdict: str | None
) -> None:
    found = retold(_figure(vi, "vi"), _figure(en, "en"), published=published)
    assert (found and found[0]) == verdict


def test_a_wrong_scale_says_which_way() -> None:
    ours = _figure("chi 38 tỷ đồng", "vi")
    found = retold(ours, _figure("around $1.5 billion", "en"), published="2024")
    assert found is not None
    assert "1000 times too large" in found[1]
    found = retold(ours, _figure("around $1,500", "en"), published="2024")
    assert found is not None
    assert "1000 times too small" in found[1]
