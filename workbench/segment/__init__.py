"""Cut articles into segments: sentences and headlines, with their place in the article."""

from __future__ import annotations

from workbench.records import TITLE, Article, Segment
from workbench.segment.sentences import split_text

__all__ = ["segments", "split_text"]


def segments(article: Article) -> tuple[Segment, ...]:
    """Cut an article: its title first, where it has one, then its paragraphs in order.

    Each segment slices back: ``article.paragraphs[s.paragraph][s.start:s.end] == s.text``; the
    title is one segment with paragraph ``TITLE``.
    """
    found = []
    if article.title:
        title = article.title
        found.append(Segment(index=0, paragraph=TITLE, start=0, end=len(title), text=title))
    for number, paragraph in enumerate(article.paragraphs):
        for start, end in split_text(paragraph, article.lang):
            found.append(
                Segment(
                    index=len(found), paragraph=number, start=start, end=end,
                    text=paragraph[start:end],
                )
            )  # fmt: skip
    return tuple(found)
