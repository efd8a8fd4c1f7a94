"""What the engine said before: one SQLite file in the user's cache folder.

Kept are hypotheses, not translations: the choice among them and the flags are made anew on each
run, so a better check is never hidden by an old answer. A row's key is a hash of the model's
signature, the settings of the search and the text; the Vietnamese itself is not stored.

``WB_CACHE`` names another folder.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
import platformdirs

from workbench.engine import Engine, Hypothesis, Progress
from workbench.errors import OutputError

FILE = "translations.db"
#: Rows kept; of more, those that were not asked for the longest time are dropped on opening.
MOST_ROWS = 200_000
#: Texts decoded between two writes: what an interruption can lose.
_BLOCK = 128
_DAY = 86_400
_SCHEMA = """
CREATE TABLE IF NOT EXISTS hypotheses (
  key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL
) WITHOUT ROWID
"""
_decoder = msgspec.json.Decoder(list[Hypothesis])


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the cache: ``WB_CACHE``, or the platform's own place."""
    given = environment.get("WB_CACHE")
    return Path(given) if given else Path(platformdirs.user_cache_dir("workbench", appauthor=False))


class TranslationCache:
    """Hypotheses by key. Safe to share between processes."""

    def __init__(self, folder: Path | None = None) -> None:
        """Open or make the file. Raises OutputError where that cannot be."""
        path = (folder or cache_folder()) / FILE
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path, timeout=10, isolation_level=None)
            weakref.finalize(self, self._base.close)
            self._base.execute("PRAGMA journal_mode=WAL")
            self._base.execute("PRAGMA synchronous=NORMAL")
            self._base.execute(_SCHEMA)
            self._trim()
        except (OSError, sqlite3.Error) as error:
            raise OutputError(
                f"cannot open the translation cache {path}: {error}",
                hint="Remove the file, or set WB_CACHE to another folder.",
            ) from error

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def get(self, keys: Sequence[bytes]) -> list[list[Hypothesis] | None]:
        """Return what is kept under each key."""
        found: list[list[Hypothesis] | None] = []
        for key in keys:
            row = self._base.execute(
                "SELECT value FROM hypotheses WHERE key = ?", (key,)
            ).fetchone()
            found.append(None if row is None else _decoder.decode(row[0]))
        return found

    def put(self, rows: Mapping[bytes, Sequence[Hypothesis]]) -> None:
        """Keep hypotheses, and note that they were used today."""
        today = int(time.time()) // _DAY
        values = [(key, msgspec.json.encode(value), today) for key, value in rows.items()]
        self._base.execute("BEGIN IMMEDIATE")
        self._base.executemany("INSERT OR REPLACE INTO hypotheses VALUES (?, ?, ?)", values)
        self._base.execute("COMMIT")

    def _trim(self) -> None:
        (rows,) = self._base.execute("SELECT count(*) FROM hypotheses").fetchone()
        if rows > MOST_ROWS:
            self._base.execute(
                "DELETE FROM hypotheses WHERE key IN"
                " (SELECT key FROM hypotheses ORDER BY used LIMIT ?)",
                (rows - MOST_ROWS,),
            )


class CachedEngine:
    """An engine that asks the cache first."""

    def __init__(self, engine: Engine, cache: TranslationCache) -> None:
        """Wrap ``engine``."""
        self._engine = engine
        self._cache = cache

    @property
    def signature(self) -> str:
        """Name the weights and the runtime: the cache changes nothing."""
        return self._engine.signature

    @property
    def max_pieces(self) -> int:
        """Pieces of the longest text that the model was made for."""
        return self._engine.max_pieces

    def count_pieces(self, texts: Sequence[str]) -> list[int]:
        """Return the number of pieces of each text."""
        return self._engine.count_pieces(texts)

    def translate(
        self,
        texts: Sequence[str],
        *,
        beam: int,
        nbest: int = 1,
        no_repeat: int = 0,
        progress: Progress | None = None,
    ) -> list[list[Hypothesis]]:
        """Translate what the cache does not know; see ``Engine.translate``."""
        settings = f"{self.signature}|{beam}|{nbest}|{no_repeat}|"
        keys = [hashlib.sha256(f"{settings}{text}".encode()).digest() for text in texts]
        found = self._cache.get(keys)
        missing = [i for i, hypotheses in enumerate(found) if hypotheses is None]
        known = len(texts) - len(missing)
        for at in range(0, len(missing), _BLOCK):
            block = missing[at : at + _BLOCK]

            def tell(done: int, _: int, before: int = known + at) -> None:
                if progress is not None:
                    progress(before + done, len(texts))

            answers = self._engine.translate(
                [texts[i] for i in block],
                beam=beam,
                nbest=nbest,
                no_repeat=no_repeat,
                progress=tell,
            )
            self._cache.put({keys[i]: answer for i, answer in zip(block, answers, strict=True)})
            for i, answer in zip(block, answers, strict=True):
                found[i] = answer
        return [hypotheses or [] for hypotheses in found]

    def likelihoods(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Rate what the cache does not know; see ``Engine.likelihoods``."""
        keys = [
            hashlib.sha256(f"{self.signature}|likelihood|{one}\0{two}".encode()).digest()
            for one, two in pairs
        ]
        found = [kept[0].score if kept else None for kept in self._cache.get(keys)]
        missing = [i for i, score in enumerate(found) if score is None]
        for at in range(0, len(missing), _BLOCK):
            block = missing[at : at + _BLOCK]
            scores = self._engine.likelihoods([pairs[i] for i in block])
            self._cache.put(
                {keys[i]: [Hypothesis("", s)] for i, s in zip(block, scores, strict=True)}
            )
            for i, score in zip(block, scores, strict=True):
                found[i] = score
        return [score for score in found if score is not None]
