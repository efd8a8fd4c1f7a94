from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from workbench.engine import FakeEngine
from workbench.errors import OutputError
from workbench.store import memory
from workbench.store.memory import CachedEngine, TranslationCache, cache_folder


def test_what_is_known_is_not_asked_again(tmp_path: Path) -> None:
    fake = FakeEngine(default="<{}>")
    first = CachedEngine(fake, TranslationCache(tmp_path))
    before = first.translate(["một", "hai"], beam=4, nbest=4)
    seen: list[tuple[int, int]] = []
    second = CachedEngine(fake, TranslationCache(tmp_path))
    after = second.translate(
        ["hai", "ba", "một"], beam=4, nbest=4, progress=lambda *at: seen.append(at)
    )
    assert fake.calls[1][0] == ("ba",)
    assert [after[2], after[0]] == before
    assert seen == [(3, 3)]


def test_other_weights_or_another_search_are_asked(tmp_path: Path) -> None:
    cache = TranslationCache(tmp_path)
    one, two = FakeEngine(default="1"), FakeEngine(default="2", signature="other")
    CachedEngine(one, cache).translate(["một"], beam=4)
    CachedEngine(one, cache).translate(["một"], beam=1)
    CachedEngine(one, cache).translate(["một"], beam=4, no_repeat=3)
    assert CachedEngine(two, cache).translate(["một"], beam=4)[0][0].text == "2"
    assert (len(one.calls), len(two.calls)) == (3, 1)


def test_a_likelihood_is_asked_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = FakeEngine({"một": "one"})
    asked: list[tuple[str, str]] = []
    answer = fake.likelihoods

    def likelihoods(pairs: Sequence[tuple[str, str]]) -> list[float]:
        asked.extend(pairs)
        return answer(pairs)

    monkeypatch.setattr(fake, "likelihoods", likelihoods)
    cached = CachedEngine(fake, TranslationCache(tmp_path))
    assert cached.likelihoods([("một", "one"), ("một", "two")]) == [0.0, -1.0]
    assert cached.likelihoods([("một", "two"), ("", "two"), ("một", "one")]) == [-1.0, -1.0, 0.0]
    assert asked == [("một", "one"), ("một", "two"), ("", "two")]
    assert cached.translate(["một"], beam=1)[0][0].text == "one"


def test_the_text_itself_is_not_stored(tmp_path: Path) -> None:
    cache = TranslationCache(tmp_path)
    CachedEngine(FakeEngine(default="x"), cache).translate(["điều bí mật"], beam=1)
    cache.close()
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert "bí mật".encode() not in stored


def test_old_rows_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = CachedEngine(FakeEngine(default="x"), TranslationCache(tmp_path))
    engine.translate([str(number) for number in range(20)], beam=1)
    monkeypatch.setattr(memory, "MOST_ROWS", 5)
    fake = FakeEngine(default="y")
    again = CachedEngine(fake, TranslationCache(tmp_path))
    again.translate([str(number) for number in range(20)], beam=1)
    assert len(fake.calls[0][0]) == 15


def test_a_place_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot open the translation cache"):
        TranslationCache(tmp_path / "file" / "cache")
    (tmp_path / memory.FILE).write_bytes(b"not a database at all, but long enough to be one" * 9)
    with pytest.raises(OutputError):
        TranslationCache(tmp_path)


def test_wb_cache_names_the_folder(tmp_path: Path) -> None:
    assert cache_folder({"WB_CACHE": str(tmp_path)}) == tmp_path
    assert cache_folder({}).name == "workbench"
