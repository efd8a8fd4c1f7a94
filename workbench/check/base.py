"""What a check is.

Mentions of a pair are linked once for each dimension (``Link``); a check claims the links that
it is about and says how grave they are. A check of one text alone (``inspect``) looks at one side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

import msgspec

from workbench.language import Language
from workbench.language.glossary import Glossary, Term
from workbench.records import Dimension, Finding, Mention, Severity, Side, finding_id
from workbench.values.types import Comparison


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """A Vietnamese text, its English, and the mentions of both."""

    number: int
    vi: str
    en: str
    vi_mentions: Sequence[Mention]
    en_mentions: Sequence[Mention]
    #: terms that a name or a word must follow, where the user has some
    glossary: Glossary | None = None

    def text(self, language: Language) -> str:
        """Return the text of one side."""
        return self.vi if language == "vi" else self.en


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Two mentions that stand for each other, or one that stands alone, and the verdict."""

    vi: Mention | None
    en: Mention | None
    comparison: Comparison

    @property
    def mention(self) -> Mention:
        """The Vietnamese mention, or the English one where there is none."""
        found = self.vi or self.en
        assert found is not None
        return found


@dataclass(frozen=True)
class Example:
    """A pair with the mentions in question between guillemets: ``«38 tỷ đồng»``."""

    vi: str
    en: str
    #: what the glossary holds, for checks that need one
    terms: tuple[Term, ...] = ()


class Check:
    """Declare a check; subclasses set the class variables and claim links or inspect a text."""

    id: ClassVar[str]
    title: ClassVar[str]
    #: ITS 2.0 localization quality issue type
    issue_type: ClassVar[str]
    dimension: ClassVar[Dimension]
    severity: ClassVar[Severity]
    #: a paragraph for translators: what is compared and what is let pass
    description: ClassVar[str]
    #: pairs that the check must pass
    good: ClassVar[tuple[Example, ...]]
    #: pairs that it must report, once, at the marked spans
    bad: ClassVar[tuple[Example, ...]]
    #: a check under its published floor ships switched off
    enabled: ClassVar[bool] = True

    def claims(self, link: Link) -> bool:  # noqa: ARG002
        """Say whether this check is about the link."""
        return False

    def inspect(self, pair: Pair) -> Iterable[Link]:  # noqa: ARG002
        """Find links of this check's own in one text or both."""
        return ()

    def grade(self, link: Link) -> Severity:  # noqa: ARG002
        """Return the severity of a claimed link."""
        return self.severity

    def restate(self, link: Link) -> tuple[Link, str]:
        """Return the link as the finding shows it, and the verdict: as they are, unless changed."""
        return link, link.comparison.verdict

    def report(self, pair: Pair, link: Link, severity: Severity | None = None) -> Finding:
        """Make the finding of a claimed link."""
        link, verdict = self.restate(link)
        vi = Side.of(link.vi) if link.vi else None
        en = Side.of(link.en) if link.en else None
        return Finding(
            pair=pair.number,
            check=self.id,
            issue_type=self.issue_type,
            dimension=self.dimension,
            severity=severity or self.grade(link),
            verdict=verdict,
            vi=vi,
            en=en,
            explanation=link.comparison.explanation,
            id=finding_id(self.id, vi, en, (pair.vi, pair.en)),
        )
