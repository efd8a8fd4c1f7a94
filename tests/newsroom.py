"""A made-up newsroom: one event, a machine translation with slips, two English articles.

Mentions are placed by surface and linked by hand, so that ledger, scores, report and exchange are
tested without the stages that find them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from workbench.check.base import Link, Pair
from workbench.check.ledger import build_ledger, coverage_findings
from workbench.language.text import fold
from workbench.records import (
    Article,
    ArticleReport,
    Bead,
    Candidate,
    CoverageView,
    Finding,
    LeftOut,
    Mention,
    Segment,
    Side,
    Translation,
    finding_id,
)
from workbench.score import score_article
from workbench.values.types import Amount, Comparison, Date, Name

SOURCE = (
    "Khánh thành hồ chứa nước Suối Đá",
    "Sáng 5/8, tỉnh Ninh Thuận khánh thành hồ chứa nước Suối Đá với tổng vốn 38 tỷ đồng.",
    "Bà Trần Thị Bích Ngọc, Giám đốc Sở Nông nghiệp, cho biết hồ sẽ tưới cho 1.250 ha lúa.",
    "Công trình giúp 24.396 hộ dân có nước sạch.",
    "Đến nay, 12 hộ đã nhận tiền đền bù.",
    "Người dân mong có thêm đường vào hồ.",
)
MACHINE = (
    "Suoi Da reservoir inaugurated",
    (
        "On the morning of May 8, Ninh Thuan province inaugurated the Suoi Da reservoir with a total "
        "capital of 38 million VND."
    ),
    (
        "Ms. Tran Thi Bich Ngoc, Director of the Department of Agriculture, said the reservoir will "
        "irrigate 1,250 hectares of rice."
    ),
    "The project helps 24.396 households have clean water.",
    "So far, 12 households have received compensation.",
    "People hope for another road to the lake.",
)
HERALD = (
    "Ninh Thuan opens 38-billion-dong reservoir",
    "Suoi Da reservoir, built at a cost of 38 billion dong, was opened in Ninh Thuan on August 5.",
    "Some 24,396 households will get clean water.",
    "Tickets for the boat tour cost 20,000 dong.",
)
WIRE = (
    "New reservoir to water 1,520 hectares of rice",
    "Tran Thi Bich Ngok said the reservoir would irrigate 1,520 hectares of rice.",
    "By Thursday, 15 households have received compensation, she said.",
)


def mention(text: str, surface: str, value: object, kind: str = "") -> Mention:
    """Place a mention by its surface."""
    start = text.index(surface)
    name = isinstance(value, Name)
    kinds = {Amount: "count", Date: "date", Name: "person"}
    return Mention(
        start=start,
        end=start + len(surface),
        surface=surface,
        dimension="name" if name else "figure",
        kind=kind or kinds[type(value)],
        value=value,  # type: ignore[arg-type]
        rule="by.hand",
    )


def amount(number: str, unit: str | None = None, noun: str | None = None) -> Amount:
    return Amount(amount=Decimal(number), unit=unit, noun=noun)


def person(name: str) -> Name:
    return Name(name=name, folded=fold(name))


def segments(texts: Sequence[str]) -> tuple[Segment, ...]:
    return tuple(
        Segment(index=i, paragraph=i - 1, start=0, end=len(text), text=text)
        for i, text in enumerate(texts)
    )


def article(path: str, lang: str, texts: Sequence[str], **more: object) -> Article:
    return Article(path=path, lang=lang, title=texts[0], paragraphs=tuple(texts[1:]), **more)  # type: ignore[arg-type]


#: verdicts by surfaces, Vietnamese and English; an absent English surface is what nobody says
VERDICTS: Mapping[tuple[str, str], str] = {
    ("5/8", "May 8"): "conflict",
    ("5/8", "August 5"): "equal",
    ("38 tỷ đồng", "38 million VND"): "scale",
    ("38 tỷ đồng", "38 billion dong"): "equal",
    ("Trần Thị Bích Ngọc", "Tran Thi Bich Ngoc"): "equal",
    ("Trần Thị Bích Ngọc", "Tran Thi Bich Ngok"): "misspelt",
    ("1.250 ha", "1,250 hectares"): "equal",
    ("1.250 ha", "1,520 hectares"): "conflict",
    ("24.396", "24.396"): "unlocalised",
    ("24.396", "24,396"): "equal",
    ("12", "12"): "equal",
    ("12", "15"): "conflict",
    ("12", "20,000 dong"): "conflict",
}


def by_hand(pair: Pair) -> Iterable[Link]:
    """Link mentions whose surfaces stand in VERDICTS; the rest stands alone."""
    left = list(pair.en_mentions)
    for ours in pair.vi_mentions:
        theirs = next((m for m in left if (ours.surface, m.surface) in VERDICTS), None)
        if theirs is None:
            yield Link(
                vi=ours,
                en=None,
                comparison=Comparison(verdict="missing", explanation="the English does not say it"),
            )
            continue
        left.remove(theirs)
        verdict = VERDICTS[ours.surface, theirs.surface]
        explanation = f"{ours.surface} and {theirs.surface}: {verdict}"
        yield Link(
            vi=ours, en=theirs, comparison=Comparison(verdict=verdict, explanation=explanation)
        )
    for theirs in left:
        yield Link(
            vi=None,
            en=theirs,
            comparison=Comparison(verdict="added", explanation="only the English says it"),
        )


def vi_mentions() -> tuple[tuple[Mention, ...], ...]:
    return (
        (),
        (
            mention(SOURCE[1], "5/8", Date(date="--08-05")),
            mention(SOURCE[1], "38 tỷ đồng", amount("38000000000", "VND"), "money"),
        ),
        (
            mention(SOURCE[2], "Trần Thị Bích Ngọc", person("Trần Thị Bích Ngọc")),
            mention(SOURCE[2], "1.250 ha", amount("1250", "ha", "lúa"), "quantity"),
        ),
        (mention(SOURCE[3], "24.396", amount("24396", noun="hộ dân")),),
        (mention(SOURCE[4], "12", amount("12", noun="hộ")),),
        (),
    )


def mt_mentions() -> tuple[tuple[Mention, ...], ...]:
    return (
        (),
        (
            mention(MACHINE[1], "May 8", Date(date="--05-08")),
            mention(MACHINE[1], "38 million VND", amount("38000000", "VND"), "money"),
        ),
        (
            mention(MACHINE[2], "Tran Thi Bich Ngoc", person("Tran Thi Bich Ngoc")),
            mention(MACHINE[2], "1,250 hectares", amount("1250", "ha", "rice"), "quantity"),
        ),
        (mention(MACHINE[3], "24.396", amount("24.396", noun="households")),),
        (mention(MACHINE[4], "12", amount("12", noun="households")),),
        (),
    )


def herald(published: str = "2025-08-05") -> CoverageView:
    return CoverageView(
        candidate=Candidate(
            coverage="herald.html", score=0.93, verdict="same-event",
            evidence={"days_apart": 0, "figures": ["24396"], "names": [], "terms": ["reservoir"]},
        ),
        article=article("herald.html", "en", HERALD, source="Coastal Herald", published=published),
        segments=segments(HERALD),
        mentions=(
            (),
            (
                mention(HERALD[1], "38 billion dong", amount("38000000000", "VND"), "money"),
                mention(HERALD[1], "August 5", Date(date="--08-05")),
            ),
            (mention(HERALD[2], "24,396", amount("24396", noun="households")),),
            (mention(HERALD[3], "20,000 dong", amount("20000", "VND"), "money"),),
        ),
        beads=(
            Bead(vi=(0,), en=(0,), score=0.9),
            Bead(vi=(1,), en=(1,), score=0.9),
            Bead(vi=(2,), en=(), score=0.8),
            Bead(vi=(3,), en=(2,), score=0.8),
            Bead(vi=(4,), en=(3,), score=0.6),
            Bead(vi=(5,), en=(), score=0.7),
        ),
    )  # fmt: skip


def wire(published: str = "2025-08-07") -> CoverageView:
    return CoverageView(
        candidate=Candidate(
            coverage="wire.txt", score=0.88, verdict="same-event",
            evidence={"days_apart": 2, "figures": [], "names": ["bich ngoc"], "terms": []},
        ),
        article=article("wire.txt", "en", WIRE, source="Upland Wire", published=published),
        segments=segments(WIRE),
        mentions=(
            (),
            (
                mention(WIRE[1], "Tran Thi Bich Ngok", person("Tran Thi Bich Ngok")),
                mention(WIRE[1], "1,520 hectares", amount("1520", "ha", "rice"), "quantity"),
            ),
            (mention(WIRE[2], "15", amount("15", noun="households")),),
        ),
        beads=(
            Bead(vi=(0,), en=(0,), score=0.7),
            Bead(vi=(1,), en=(), score=0.8),
            Bead(vi=(2,), en=(1,), score=0.9),
            Bead(vi=(3,), en=(), score=0.8),
            Bead(vi=(4,), en=(2,), score=0.9),
            Bead(vi=(5,), en=(), score=0.7),
        ),
    )  # fmt: skip


def translation_findings() -> tuple[Finding, ...]:
    """What the checks would report on the machine translation."""
    found = []
    checks = {
        "conflict": "date-order",
        "scale": "figure-scale",
        "unlocalised": "figure-unlocalised",
    }
    for number, (vi, en) in enumerate(zip(vi_mentions(), mt_mentions(), strict=True)):
        pair = Pair(
            number=number + 1, vi=SOURCE[number], en=MACHINE[number], vi_mentions=vi, en_mentions=en
        )
        for link in by_hand(pair):
            check = checks.get(link.comparison.verdict)
            if check is None or link.vi is None or link.en is None:
                continue
            sides = Side.of(link.vi), Side.of(link.en)
            found.append(
                Finding(
                    pair=pair.number, check=check, issue_type="numbers",
                    dimension=link.vi.dimension, severity="major",
                    verdict=link.comparison.verdict, vi=sides[0], en=sides[1],
                    explanation=link.comparison.explanation,
                    id=finding_id(check, *sides, (pair.vi, pair.en)),
                )
            )  # fmt: skip
    return tuple(found)


def report(
    coverage: Sequence[CoverageView] | None = None, *, path: str = "reservoir.txt"
) -> ArticleReport:
    """The QA report of the event."""
    views = (herald(), wire()) if coverage is None else tuple(coverage)
    source = article(
        path, "vi", SOURCE, source="Báo Miền Nắng", published="2025-08-05T10:26", author="Lê Minh",
        left_out=(LeftOut(line=1, text="Trang chủ / Kinh tế", reason="navigation"),),
    )  # fmt: skip
    cut = segments(SOURCE)
    translations = tuple(
        Translation(segment=i, text=text, model="fake") for i, text in enumerate(MACHINE)
    )
    ledger = build_ledger(
        segments=cut, translations=translations, vi_mentions=vi_mentions(), mt_mentions=mt_mentions(),
        coverage=views, published=source.published, linkers=(by_hand,),
    )  # fmt: skip
    made = ArticleReport(
        article=source, segments=cut, translations=translations,
        vi_mentions=vi_mentions(), mt_mentions=mt_mentions(),
        candidates=(*tuple(view.candidate for view in views), Candidate(coverage="festival.txt", score=0.21, verdict="related", evidence={"days_apart": 9})),
        coverage=views,
        findings=translation_findings() + coverage_findings(ledger, segments=cut, coverage=views),
        ledger=ledger, signature="wb:0.1.0|stage:qa|model:fake", made={"model": "fake", "beam": "4"},
    )  # fmt: skip
    from msgspec.structs import replace

    return replace(made, scores=score_article(made))
