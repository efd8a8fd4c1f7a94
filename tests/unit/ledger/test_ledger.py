"""The three-way ledger on a made-up newsroom: who says what, and who is at fault."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests import newsroom
from workbench.check.base import Link, Pair
from workbench.check.ledger import build_ledger, cause_of, coverage_findings
from workbench.check.ledger.matter import Place, is_of_report, same_matter, stems
from workbench.check.ledger.update import is_update, later
from workbench.config import CheckSettings
from workbench.records import Bead, Edge, LedgerRow, Translation
from workbench.values.name import make_name
from workbench.values.types import Comparison, Date

ROWS = {row.source.surface: row for row in newsroom.report().ledger}


def edge(verdict: str, against: str = "translation") -> Edge:
    return Edge(against=against, verdict=verdict)


@pytest.mark.parametrize(
    ("surface", "cause"),
    [
        ("5/8", "translation"),
        ("38 tỷ đồng", "translation"),
        ("24.396", "translation"),
        ("1.250 ha", "coverage"),
        ("Trần Thị Bích Ngọc", "coverage"),
        ("12", "none"),
    ],
)
def test_each_row_names_who_is_at_fault(surface: str, cause: str) -> None:
    assert ROWS[surface].cause == cause


def test_an_edge_carries_the_value_of_the_other_text() -> None:
    [herald] = [e for e in ROWS["38 tỷ đồng"].coverage if e.against == "herald.html"]
    assert herald.verdict == "equal"
    assert herald.side is not None
    assert herald.side.value == {"amount": "38000000000", "unit": "VND"}
    text = newsroom.HERALD[herald.segment or 0]
    assert text[herald.side.start : herald.side.end] == "38 billion dong"


def test_a_figure_of_another_matter_is_no_link() -> None:
    [other] = [e for e in ROWS["12"].coverage if e.against == "herald.html"]
    assert other.verdict == "other-matter"


def test_a_later_count_is_an_update_and_no_fault() -> None:
    [wire] = [e for e in ROWS["12"].coverage if e.against == "wire.txt"]
    assert wire.verdict == "updated"


def test_the_same_count_on_the_same_day_is_a_contradiction() -> None:
    same_day = newsroom.report([newsroom.herald(), newsroom.wire(published="2025-08-05")])
    [row] = [row for row in same_day.ledger if row.source.surface == "12"]
    assert [e.verdict for e in row.coverage] == ["other-matter", "conflict"]
    assert row.cause == "coverage"


def test_outside_the_beads_nothing_is_linked() -> None:
    apart = replace(
        newsroom.herald(),
        beads=tuple(Bead(vi=(i,), en=(), score=1.0) for i in range(6))
        + tuple(Bead(vi=(), en=(i,), score=1.0) for i in range(4)),
    )
    rows = newsroom.report([apart]).ledger
    assert all(not row.coverage for row in rows)
    assert {row.cause for row in rows} == {"translation", "none"}


def test_beads_of_several_segments_lead_back_to_their_own() -> None:
    view = newsroom.herald()
    joined = replace(
        view, beads=(Bead(vi=(1, 2, 3), en=(1, 2), score=0.8), *view.beads[4:]),
    )  # fmt: skip
    for row in newsroom.report([joined]).ledger:
        for found in row.coverage:
            if found.side is not None and found.segment is not None:
                text = newsroom.HERALD[found.segment]
                assert text[found.side.start : found.side.end] == found.side.surface
    rows = {row.source.surface: row for row in newsroom.report([joined]).ledger}
    assert [e.verdict for e in rows["24.396"].coverage] == ["equal"]


def test_a_span_is_wrong_where_one_of_its_ends_is() -> None:
    def halves(pair: Pair) -> list[Link]:
        ours, theirs = list(pair.vi_mentions), list(pair.en_mentions)
        verdicts = ("equal", "conflict")
        return [
            Link(vi=vi, en=en, comparison=Comparison(verdict=verdict, explanation=""))
            for vi in ours
            for en in theirs
            for verdict in verdicts
        ]

    text = "Kế hoạch 2022-2027"
    span = newsroom.mention(text, "2022-2027", Date(date="2022/2027"))
    [row] = build_ledger(
        segments=newsroom.segments([text]),
        translations=(Translation(segment=0, text=text, model="fake"),),
        vi_mentions=((span,),),
        mt_mentions=((span,),),
        linkers=(halves,),
    )
    assert row.translation.verdict == "conflict"


def test_outlets_are_held_against_each_other() -> None:
    view = newsroom.herald()
    mention = newsroom.mention(
        newsroom.HERALD[3], "20,000 dong", newsroom.amount("38000000", "VND"), "money"
    )
    other = replace(
        view,
        article=replace(view.article, path="gazette.html"),
        mentions=((), (*view.mentions[1],), view.mentions[2], (mention,)),
    )
    rows = {row.source.surface: row for row in newsroom.report([view, other]).ledger}
    assert [o.verdict for o in rows["38 tỷ đồng"].outlets] == ["equal"]
    assert rows["5/8"].outlets[0].first == "herald.html"
    assert rows["5/8"].outlets[0].second == "gazette.html"


@pytest.mark.parametrize(
    ("translation", "coverage", "cause"),
    [
        ("equal", [], "none"),
        ("equal", ["equal", "variant"], "none"),
        ("equal", ["missing"], "none"),
        ("rounded", ["conflict"], "coverage"),
        ("scale", ["equal"], "translation"),
        ("missing", [], "translation"),
        ("missing", ["unit"], "both"),
        ("ambiguous", [], "unmatched"),
        ("ambiguous", ["other-matter", "missing"], "unmatched"),
        ("ambiguous", ["equal"], "none"),
        ("equal", ["updated"], "none"),
        ("equal", ["equal", "misspelt"], "coverage"),
    ],
)
def test_causes(translation: str, coverage: list[str], cause: str) -> None:
    source = ROWS["12"].source
    assert cause_of(source, edge(translation), [edge(v, "a.txt") for v in coverage]) == cause


@pytest.mark.parametrize(
    ("ours", "theirs", "cause"),
    [
        ("gt", "lt", "coverage"),
        ("le", "ge", "coverage"),
        ("gt", "eq", "none"),
        ("eq", "approx", "none"),
    ],
)
def test_newspapers_round_freely_but_not_the_other_way(ours: str, theirs: str, cause: str) -> None:
    source = replace(ROWS["12"].source, value={"amount": "12", "comparator": ours})
    side = replace(source, value={"amount": "12", "comparator": theirs})
    found = replace(edge("comparator", "a.txt"), side=side)
    assert cause_of(source, edge("equal"), [found]) == cause
    assert cause_of(source, replace(found, against="translation"), []) == "translation"


@pytest.mark.parametrize(
    ("text", "date", "dateline"),
    [
        ("Hue, March 13, 2025 - The library signed.", "March 13, 2025", True),
        ("QUANG NGAI (August 5) – A bridge opened.", "August 5", True),
        ("Aug. 5 -- The bridge opened.", "Aug. 5", True),
        ("The bridge opened on August 5 - a Tuesday.", "August 5", False),
        ("It opened on August 5, the mayor said.", "August 5", False),
        ("He spoke. On August 5 the bridge opened.", "August 5", False),
    ],
)
def test_datelines(text: str, date: str, *, dateline: bool) -> None:
    mention = newsroom.mention(text, date, Date(date="--08-05"))
    assert is_of_report(mention, text, None, verdict="conflict") is dateline


@pytest.mark.parametrize(
    ("text", "published", "own"),
    [
        ("Nine homes are gone, the mayor said on August 5.", "2025-08-05T19:00", True),
        ("Nine homes are gone, the mayor said on August 5.", "2025-08-06", False),
        ("The bridge was opened on August 5.", "2025-08-05", False),
        ("He said so. The bridge was opened on August 5.", "2025-08-05", False),
    ],
)
def test_the_day_of_speaking_is_not_that_of_the_event(
    text: str, published: str, *, own: bool
) -> None:
    mention = newsroom.mention(text, "August 5", Date(date="--08-05"))
    assert is_of_report(mention, text, published, verdict="conflict") is own


def test_a_bare_year_of_the_report_is_no_conflict_and_the_same_year_agrees() -> None:
    text = "Police recorded 41 fires in 2024, up from last year."
    mention = newsroom.mention(text, "2024", Date(date="2024"))
    assert is_of_report(mention, text, "2024-08-23", verdict="conflict")
    assert not is_of_report(mention, text, "2024-08-23", verdict="equal")
    assert not is_of_report(mention, text, "2025-01-03", verdict="conflict")
    bare = "Police recorded 41 fires in 2024."
    again = newsroom.mention(bare, "2024", Date(date="2024"))
    assert not is_of_report(again, bare, "2024-08-23", verdict="conflict")


def test_the_place_of_a_dateline_is_that_of_the_report() -> None:
    text = "LONG AN — For years, garment worker Lanh mended his roof."
    place = newsroom.mention(text, "LONG AN", make_name("LONG AN"), kind="place")
    assert is_of_report(place, text, None, verdict="conflict")
    assert not is_of_report(place, text, None, verdict="equal")
    for sentence in ("Hanoi – Hai Phong Expressway reopened.", "Vietnam - Laos trade grew 5%."):
        first = sentence.split()[0]
        road = newsroom.mention(sentence, first, make_name(first), kind="place")
        assert not is_of_report(road, sentence, None, verdict="conflict")


def test_coverage_findings_name_the_outlet_and_its_span() -> None:
    report = newsroom.report()
    found = coverage_findings(report.ledger, segments=report.segments, coverage=report.coverage)
    assert [(f.check, f.verdict, f.severity, f.against) for f in found] == [
        ("coverage-name", "misspelt", "major", "wire.txt"),
        ("coverage-figure", "conflict", "major", "wire.txt"),
        ("coverage-figure", "updated", "info", "wire.txt"),
    ]
    assert len({f.id for f in found}) == 3


def test_settings_grade_coverage_findings() -> None:
    report = newsroom.report()
    found = coverage_findings(
        report.ledger, segments=report.segments, coverage=report.coverage,
        settings=CheckSettings(severity={"coverage-name": "off", "coverage-figure": "minor"}),
    )  # fmt: skip
    assert [(f.check, f.severity) for f in found] == [
        ("coverage-figure", "minor"), ("coverage-figure", "info"),
    ]  # fmt: skip


def test_the_ledger_does_not_change_when_an_article_says_nothing() -> None:
    rows = newsroom.report([]).ledger
    assert [row.source.surface for row in rows] == list(ROWS)
    assert all(isinstance(row, LedgerRow) and row.coverage == () for row in rows)


@pytest.mark.parametrize(
    ("first", "second", "order"),
    [
        ("2025-08-05T10:26", "2025-08-05", 0),
        ("2025-08-05", "2025-08-06T01:00", 1),
        ("2025-08-05T10:26", "2025-08-05T12:00", 1),
        ("2025-08", "2025-08-09", 0),
        ("2025-08-05", "2025-07-30", -1),
        (None, "2025-08-05", 0),
    ],
)
def test_publication_order_at_shared_precision(first: str | None, second: str, order: int) -> None:
    assert later(first, second) == order


@pytest.mark.parametrize(
    ("vi", "en", "published", "update"),
    [
        # a toll that grew
        ("7 người chết", "nine people were killed", ("2025-10-14", "2025-10-15"), True),
        # the coverage came first and had fewer
        ("9 người chết", "seven people were killed", ("2025-10-15", "2025-10-14"), True),
        # a toll does not shrink
        ("9 người chết", "seven people were killed", ("2025-10-14", "2025-10-15"), False),
        # a state that passes may shrink
        ("41 người mất tích", "seven people are still missing", ("2025-10-14", "2025-10-15"), True),
        ("9 xã bị cô lập", "seven communes are cut off", ("2025-10-14", "2025-10-15"), True),
        # nothing that runs
        ("7 cây cầu", "nine bridges", ("2025-10-14", "2025-10-15"), False),
        # digits exchanged are a slip on any day
        ("128 ca bệnh", "182 cases", ("2025-10-14", "2025-10-15"), False),
        ("7 người chết", "nine people were killed", ("2025-10-14", "2025-10-14"), False),
        ("7 người chết", "nine people were killed", (None, "2025-10-14"), False),
    ],
)
def test_updates(vi: str, en: str, published: tuple[str | None, str], *, update: bool) -> None:
    numbers = {"seven": "7", "nine": "9"}
    ours = newsroom.mention(vi, vi.split(maxsplit=1)[0], newsroom.amount(vi.split(maxsplit=1)[0]))
    word = en.split(maxsplit=1)[0]
    theirs = newsroom.mention(en, word, newsroom.amount(numbers.get(word, word)))
    assert is_update(ours, theirs, published=published, texts=(vi, en)) is update


def place(text: str, surface: str, number: str, noun: str | None = None) -> Place:
    return Place(newsroom.mention(text, surface, newsroom.amount(number, noun=noun)), text)


def test_figures_of_one_noun_are_one_matter() -> None:
    ours = place("The school has 45 teachers.", "45", "45", "teachers")
    theirs = place("It employs 54 teachers today.", "54", "54", "teachers")
    assert same_matter("conflict", ours, theirs)


def test_figures_in_unlike_surroundings_are_not() -> None:
    ours = place("The school has 45 teachers.", "45", "45", "teachers")
    theirs = place("Tickets sell for 54 coins at the gate.", "54", "54", "coins")
    assert not same_matter("conflict", ours, theirs)


def test_short_sentences_of_one_unit_need_one_word_in_common() -> None:
    first, second = (
        "Initial damage is estimated at 920 bn VND.",
        "The damage is now put at 1,100 bn VND.",
    )
    ours = newsroom.mention(first, "920 bn VND", newsroom.amount("920", "VND"), "money")
    theirs = newsroom.mention(second, "1,100 bn VND", newsroom.amount("1100", "VND"), "money")
    assert same_matter("conflict", Place(ours, first), Place(theirs, second))


def test_small_equal_counts_of_unlike_things_prove_nothing() -> None:
    ours = place("Two sides met.", "Two", "2", "sides")
    theirs = place("Two cars collided.", "Two", "2", "cars")
    assert not same_matter("equal", ours, theirs)


def test_people_who_share_no_syllable_are_two_people() -> None:
    ours = newsroom.mention("Mai Lan spoke", "Mai Lan", newsroom.person("Mai Lan"))
    theirs = newsroom.mention("John Carter spoke", "John Carter", newsroom.person("John Carter"))
    assert not same_matter(
        "conflict", Place(ours, "Mai Lan spoke"), Place(theirs, "John Carter spoke")
    )


def test_the_digits_of_a_rare_number_are_enough() -> None:
    ours = place("It serves 24,396 residents.", "24,396", "24396", "residents")
    theirs = place("The way is shorter for 24.396 households.", "24.396", "24.396", "households")
    assert same_matter("unlocalised", ours, theirs)
    ours = place("It serves 30 residents.", "30", "30", "residents")
    theirs = place("The way is shorter for 30,000 households.", "30,000", "30000", "households")
    assert not same_matter("scale", ours, theirs)


def test_two_names_in_one_place_of_one_sentence_are_a_conflict() -> None:
    told = "The delegation of port managers signed the cargo agreement in {} on Friday evening."
    places = [
        Place(newsroom.mention(told.format(n), n, newsroom.person(n), "place"), told.format(n))
        for n in ("Vinh", "Oslo")
    ]
    assert same_matter("conflict", *places)


def test_stems_leave_out_what_says_nothing() -> None:
    assert stems("The unions said that workers, and 3 million more") == {"union", "worke"}


def test_a_date_has_no_amount_to_grow() -> None:
    ours = newsroom.mention("5/8", "5/8", Date(date="--08-05"))
    theirs = newsroom.mention("August 6", "August 6", Date(date="--08-06"))
    assert not is_update(
        ours, theirs, published=("2025-08-05", "2025-08-06"), texts=("5/8", "August 6")
    )
