from pathlib import Path

import pytest

from workbench.config import MatchSettings
from workbench.errors import FormatError, InputError, OutputError
from workbench.extract import extract
from workbench.match import Index, MatchArticle, explain, match
from workbench.records import Candidate

SETTINGS = MatchSettings()

MT = [
    "Loc An fishing port reopens after two years of repairs",
    "On the morning of June 3, Loc An fishing port received the first 45 boats.",
    "The repair cost was 62 billion VND.",
    "Tran Huu Khoi, director of the port, said the port will receive 180 tonnes of fish every day.",
]
REPORT = [
    "Loc An fishing port opens again",
    "The first 45 boats entered Loc An on the morning of June 3.",
    "Repairs cost 62 billion VND.",
    "The port will handle 180 tonnes of fish a day, director Tran Huu Khoi said.",
]
#: the same people and port, another day
MEETING = [
    "Norwegian engineers visit Loc An port",
    "On August 20 a delegation of nine engineers from Bergen visited Loc An fishing port.",
    "Director Tran Huu Khoi showed Ingrid Solheim, who led the guests, the new ice store.",
    "Both agreed to train divers next spring.",
]
FAR = [
    "Chess club wins in Da Lat",
    "Pupils of a chess club won four medals in Da Lat on Sunday.",
    "The youngest of them is seven.",
]


def _english(path: str, texts: list[str], published: str | None = None) -> MatchArticle:
    return MatchArticle(
        path=path,
        texts=texts,
        title=True,
        mentions=[extract(text, "en", published=published) for text in texts],
        published=published,
        published_from="page" if published else None,
    )


def _source(published: str | None = None) -> MatchArticle:
    return MatchArticle(
        path="vi.txt",
        texts=["một"] * len(MT),
        title=True,
        english=MT,
        mentions=[extract(text, "en", published=published) for text in MT],
        published=published,
        published_from="page" if published else None,
    )


def _verdicts(found: list[Candidate]) -> dict[str, str]:
    return {candidate.coverage: candidate.verdict for candidate in found}


def test_the_report_of_the_event_is_told_from_another_meeting_and_from_the_rest() -> None:
    pool = Index.build(
        [
            _english("report", REPORT, "2025-06-04"),
            _english("meeting", MEETING, "2025-08-21"),
            _english("far", FAR, "2025-06-03"),
        ]
    )
    found = match(_source("2025-06-03"), pool, settings=SETTINGS)
    assert found[0].coverage == "report"
    assert found[0].score > 0.9
    assert _verdicts(found) == {"report": "same-event", "meeting": "related"}


def test_all_shows_what_is_unrelated_too() -> None:
    pool = Index.build([_english("far", FAR, "2025-06-03")])
    assert match(_source(), pool, settings=SETTINGS) == []
    found = match(_source(), pool, settings=SETTINGS, everything=True)
    assert _verdicts(found) in ({"far": "unrelated"}, {})


def test_dates_on_the_pages_exclude_what_the_text_alone_would_take() -> None:
    undated = match(_source(), Index.build([_english("r", REPORT)]), settings=SETTINGS)
    assert undated[0].verdict == "same-event"
    assert undated[0].evidence["days_apart"] is None
    later = Index.build([_english("r", REPORT, "2026-06-04")])
    found = match(_source("2025-06-03"), later, settings=SETTINGS)
    assert found[0].verdict == "related"
    assert "excluded" in found[0].evidence


def test_what_was_published_before_the_event_is_no_report_of_it() -> None:
    """The source has no date of its own; its lead tells of June 3."""
    text = [row.replace(" on the morning of June 3", "") for row in REPORT]
    for published, verdict in (
        ("2025-05-12", "related"),
        ("2025-06-01", "related"),
        ("2025-06-02", "same-event"),
        ("2025-06-04", "same-event"),
    ):
        found = match(_source(), Index.build([_english("r", text, published)]), settings=SETTINGS)
        assert found[0].verdict == verdict, published
        assert ("excluded" in found[0].evidence) == (verdict == "related")


def test_an_event_to_come_may_be_told_before_its_day() -> None:
    named = Index.build([_english("r", REPORT, "2025-05-30")])
    assert match(_source(), named, settings=SETTINGS)[0].verdict == "same-event"
    text = [row.replace(" on the morning of June 3", "") for row in REPORT]
    to_come = [row.replace("received", "will receive") for row in MT]
    source = MatchArticle(
        path="vi.txt",
        texts=to_come,
        title=True,
        english=to_come,
        mentions=[extract(row, "en") for row in to_come],
    )
    pool = Index.build([_english("r", text, "2025-05-30")])
    assert match(source, pool, settings=SETTINGS)[0].verdict == "same-event"


def test_a_wider_window_takes_it_again() -> None:
    pool = Index.build([_english("r", REPORT, "2025-06-13")])
    narrow = match(_source("2025-06-03"), pool, settings=SETTINGS)
    wide = match(_source("2025-06-03"), pool, settings=MatchSettings(window=14))
    assert (narrow[0].verdict, wide[0].verdict) == ("related", "same-event")


def test_a_month_is_as_far_away_as_its_nearest_day() -> None:
    pool = Index.build([_english("r", REPORT, "2025-06")])
    found = match(_source("2025-06-03"), pool, settings=SETTINGS)
    assert found[0].evidence["days_apart"] == 0
    assert "0 to 27 days" in found[0].evidence["dates"]


def test_an_empty_pool_and_an_article_of_one_sentence_are_no_error() -> None:
    assert match(_source(), Index.build(), settings=SETTINGS) == []
    pool = Index.build([_english("r", REPORT), _english("one", ["Loc An."]), _english("none", [])])
    one = MatchArticle(path="v", texts=["a"], english=["Loc An fishing port opens again."])
    assert {c.coverage for c in match(one, pool, settings=SETTINGS)} <= {"r", "one"}
    nothing = MatchArticle(path="v", texts=[], english=[])
    assert match(nothing, pool, settings=SETTINGS) == []


def test_copies_of_one_text_are_one_candidate() -> None:
    pool = Index.build([_english("a", REPORT), _english("b", [t.upper() for t in REPORT])])
    found = match(_source(), pool, settings=SETTINGS)
    assert len(found) == 1
    assert len(found[0].evidence["copies"]) == 1


def test_evidence_and_words_say_why() -> None:
    pool = Index.build([_english("r", REPORT, "2025-06-04")])
    found = match(_source("2025-06-03"), pool, settings=SETTINGS)[0]
    assert "62000000000" in found.evidence["figures"]
    assert "tran huu khoi" in found.evidence["names"]
    said = explain(found)
    assert "reports the same event" in said
    assert "1 day apart" in said


def test_an_index_grows_in_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "pool"
    index = Index.build([_english("far", FAR)], folder=folder)
    assert match(_source(), index, settings=SETTINGS) == []
    assert index.add([_english("r", REPORT)]) == 1
    assert index.add([_english("r", REPORT)]) == 0
    index.close()
    again = Index.open(folder)
    assert len(again) == 2
    assert "r" in again
    before = match(_source(), again, settings=SETTINGS)
    assert [c.coverage for c in before] == ["r"]
    again.close()


def test_an_article_can_be_replaced_and_removed(tmp_path: Path) -> None:
    index = Index.build([_english("r", FAR)], folder=tmp_path / "pool")
    index.add([_english("r", REPORT)])
    assert len(index) == 1
    assert [c.coverage for c in match(_source(), index, settings=SETTINGS)] == ["r"]
    index.remove("r")
    assert match(_source(), index, settings=SETTINGS) == []
    with pytest.raises(InputError):
        index.remove("r")
    index.close()


def test_many_small_additions_are_made_one(tmp_path: Path) -> None:
    index = Index.build(folder=tmp_path / "pool")
    for number in range(15):
        index.add([_english(f"far{number}", [*FAR, f"Game {number} took {number + 40} moves."])])
    index.add([_english("r", REPORT)])
    index.close()
    again = Index.open(tmp_path / "pool")
    assert len(again) == 16
    assert match(_source(), again, settings=SETTINGS)[0].coverage == "r"
    assert sum(path.is_dir() for path in (tmp_path / "pool").iterdir()) < 8
    again.close()


def test_an_interrupted_addition_is_finished_on_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = Index.build([_english("far", FAR)], folder=tmp_path / "pool")
    with monkeypatch.context() as patch:
        patch.setattr(Index, "_make", lambda *_: None)
        index.add([_english("r", REPORT)])
    index.close()
    again = Index.open(tmp_path / "pool")
    assert [c.coverage for c in match(_source(), again, settings=SETTINGS)] == ["r"]
    again.close()


def test_what_is_no_index_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no index"):
        Index.open(tmp_path)
    (tmp_path / "entries.db").write_bytes(b"not a database at all, but long enough to look at")
    with pytest.raises(FormatError):
        Index.open(tmp_path)
    with pytest.raises(OutputError, match="not empty"):
        Index.build(folder=tmp_path)


def test_rows_must_run_along_the_segments() -> None:
    with pytest.raises(InputError):
        MatchArticle(path="x", texts=["a", "b"], english=["a"])
