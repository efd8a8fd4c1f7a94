"""The pool of English articles: bm25 over title and body, on disk or in memory, growing in place.

An index folder holds one SQLite file of entries and bm25s tables. What is added later becomes a
small table of its own; when there are many, or articles were replaced, all are made anew. So adding
one article to a large pool costs no more than that article, and a query visits a few tables.
"""

from __future__ import annotations

import math
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from workbench.errors import FormatError, InputError, OutputError
from workbench.match.article import Entry, MatchArticle, make_entry

#: Layout of an index folder; another number is refused.
LAYOUT = 1
#: Tables that may stand side by side before they are made one.
MOST_TABLES = 6
#: Share of replaced articles from which all tables are made anew.
MOST_DEAD = 0.2
#: Articles read at a time when tables are made.
_BLOCK = 2000
#: SQLite's own limit on the variables of a statement is higher; this is plenty.
_VARIABLES = 500
_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS entries (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL, digest TEXT NOT NULL, live INTEGER NOT NULL,
  entry BLOB NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS entries_path ON entries(path) WHERE live;
CREATE INDEX IF NOT EXISTS entries_digest ON entries(digest);
CREATE TABLE IF NOT EXISTS terms (term TEXT PRIMARY KEY, seen INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tables (
  name TEXT PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL);
"""
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Entry)


class Index:
    """English articles that can be searched by what they report."""

    def __init__(self, base: sqlite3.Connection, folder: Path | None) -> None:
        """Take an open database; use ``build`` or ``open`` instead."""
        self._base = base
        self._folder = folder
        #: bm25s table, and id of the entry of each row
        self._tables: dict[str, tuple[Any, np.ndarray[Any, np.dtype[np.int64]]]] = {}

    @classmethod
    def build(cls, articles: Iterable[MatchArticle] = (), *, folder: Path | None = None) -> Index:
        """Make an index of articles, in memory or in a new folder.

        Raises OutputError where the folder holds something else or cannot be written.
        """
        if folder is not None and folder.exists() and any(folder.iterdir()):
            raise OutputError(f"{folder} is not empty", hint="Open it, or name a new folder.")
        index = cls._connect(folder)
        index.add(articles)
        return index

    @classmethod
    def open(cls, folder: Path) -> Index:
        """Open an index folder. Raises InputError, FormatError."""
        if not (folder / "entries.db").is_file():
            raise InputError(f"{folder} is no index", hint="Make one with: wb match --index FOLDER")
        index = cls._connect(folder)
        index._load()  # noqa: SLF001 - of this very class
        return index

    @classmethod
    def _connect(cls, folder: Path | None) -> Index:
        try:
            if folder is not None:
                folder.mkdir(parents=True, exist_ok=True)
            base = sqlite3.connect(":memory:" if folder is None else folder / "entries.db")
            base.executescript(_SCHEMA)
            base.execute("PRAGMA synchronous=NORMAL")
            known = base.execute("SELECT value FROM meta WHERE key = 'layout'").fetchone()
        except sqlite3.DatabaseError as error:
            raise FormatError(f"{folder} is no index ({error})") from error
        except OSError as error:
            raise OutputError(f"cannot write {folder}: {error.strerror}") from error
        if known is None:
            base.execute("INSERT INTO meta VALUES ('layout', ?)", (str(LAYOUT),))
        elif known[0] != str(LAYOUT):
            raise FormatError(
                f"the index {folder} has layout {known[0]}, this version reads {LAYOUT}",
                hint="Remove the folder and make the index anew.",
            )
        return cls(base, folder)

    def __len__(self) -> int:
        return int(self._base.execute("SELECT count(*) FROM entries WHERE live").fetchone()[0])

    def __contains__(self, path: object) -> bool:
        row = self._base.execute("SELECT 1 FROM entries WHERE live AND path = ?", (path,))
        return row.fetchone() is not None

    def digests(self) -> dict[str, str]:
        """Return the digest of each article by its path."""
        return dict(self._base.execute("SELECT path, digest FROM entries WHERE live"))

    def add(self, articles: Iterable[MatchArticle]) -> int:
        """Add articles, or replace those of the same path; unchanged ones cost nothing.

        Returns how many were new or changed. All is kept or nothing.
        """
        added = []
        counts: Counter[str] = Counter()
        with self._base:
            for article in articles:
                entry = make_entry(article)
                known = self._base.execute(
                    "SELECT id, digest, entry FROM entries WHERE live AND path = ?", (entry.path,)
                ).fetchone()
                packed = _encoder.encode(entry)
                if known and known[2] == packed:
                    continue
                if known:
                    self._base.execute("UPDATE entries SET live = 0 WHERE id = ?", (known[0],))
                    counts.subtract(set(_decoder.decode(known[2]).terms))
                row = self._base.execute(
                    "INSERT INTO entries (path, digest, live, entry) VALUES (?, ?, 1, ?)",
                    (entry.path, entry.digest, packed),
                )
                added.append(int(row.lastrowid or 0))
                counts.update(set(entry.terms))
            self._count(counts)
        if added:
            self._index(added[0], added[-1])
        return len(added)

    def remove(self, path: str) -> None:
        """Take an article out of the pool. Raises InputError where it is not in it."""
        row = self._base.execute(
            "SELECT id, entry FROM entries WHERE live AND path = ?", (path,)
        ).fetchone()
        if row is None:
            raise InputError(f"{path} is not in the index")
        with self._base:
            self._base.execute("UPDATE entries SET live = 0 WHERE id = ?", (row[0],))
            self._count(dict.fromkeys(set(_decoder.decode(row[1]).terms), -1))

    def close(self) -> None:
        """Close the files."""
        self._tables.clear()
        self._base.close()

    def seen(self, terms: Sequence[str]) -> dict[str, int]:
        """Return in how many articles each term stands; terms that none has are left out."""
        found: dict[str, int] = {}
        for start in range(0, len(terms), _VARIABLES):
            block = terms[start : start + _VARIABLES]
            marks = ",".join("?" * len(block))
            found.update(
                self._base.execute(f"SELECT term, seen FROM terms WHERE term IN ({marks})", block)  # noqa: S608 - only question marks are put in
            )
        return found

    def search(self, terms: Sequence[str], *, limit: int) -> list[tuple[Entry, float]]:
        """Return the articles that share most with the terms, best first.

        Each table gives its best by bm25; their scores do not compare, since each table knows the
        rarity of a term among its own articles only, so all are ranked by rarity in the whole pool.
        """
        hits: list[Entry] = []
        for table, ids in self._tables.values():
            known = [term for term in terms if term in table.vocab_dict]
            if known:
                hits += self._best(table.get_scores(known), ids, limit)
        shared = [(entry, set(terms) & set(entry.terms)) for entry in hits]
        seen = self.seen(sorted({term for _, common in shared for term in common}))
        pool = len(self)
        rarity = {t: math.log(1 + (pool - n + 0.5) / (n + 0.5)) for t, n in seen.items()}
        lengths = [len(entry.terms) for entry in hits]
        mean = sum(lengths) / len(lengths) if lengths else 1.0
        ranked = [
            (entry, sum(map(rarity.__getitem__, common)) / (0.5 + 0.5 * length / mean))
            for (entry, common), length in zip(shared, lengths, strict=True)
        ]
        ranked.sort(key=lambda row: (-row[1], row[0].path))
        return ranked[:limit]

    def _best(
        self,
        scores: np.ndarray[Any, np.dtype[np.float32]],
        ids: np.ndarray[Any, np.dtype[np.int64]],
        limit: int,
    ) -> list[Entry]:
        """Return the live entries of the best rows of a table."""
        # entries that were replaced still stand in the table: a few more are asked for
        count = min(len(scores), limit * 2)
        best = np.argpartition(-scores, count - 1)[:count]
        found: list[Entry] = []
        for place in best[np.argsort(-scores[best], kind="stable")]:
            if scores[place] <= 0 or len(found) == limit:
                break
            row = self._base.execute(
                "SELECT entry FROM entries WHERE live AND id = ?", (int(ids[place]),)
            ).fetchone()
            if row:
                found.append(_decoder.decode(row[0]))
        return found

    def copies_of(self, entry: Entry) -> list[str]:
        """Return the other paths under which the same text is in the pool."""
        rows = self._base.execute(
            "SELECT path FROM entries WHERE live AND digest = ? AND path <> ? ORDER BY path",
            (entry.digest, entry.path),
        )
        return [row[0] for row in rows]

    def _count(self, counts: Mapping[str, int]) -> None:
        """Add to the number of articles in which terms stand."""
        self._base.executemany(
            "INSERT INTO terms VALUES (?1, ?2) ON CONFLICT (term) DO UPDATE SET seen = seen + ?2",
            counts.items(),
        )

    def _index(self, first: int, last: int) -> None:
        """Put new entries into a table of their own, or make all tables anew."""
        total = self._base.execute("SELECT count(*), sum(live) FROM entries").fetchone()
        dead = total[0] - (total[1] or 0)
        if len(self._tables) + 1 > MOST_TABLES or dead > MOST_DEAD * total[0]:
            with self._base:
                self._base.execute("DELETE FROM entries WHERE NOT live")
                self._base.execute("DELETE FROM terms WHERE seen <= 0")
            old = list(self._tables)
            self._tables.clear()
            self._make(0, last)
            self._forget(old)
        else:
            self._make(first, last)

    def _make(self, first: int, last: int) -> None:
        import bm25s

        ids: list[int] = []
        vocabulary: dict[str, int] = {"": 0}
        corpus: list[list[int]] = []
        for number, entry in self._entries(first, last):
            ids.append(number)
            corpus.append([vocabulary.setdefault(t, len(vocabulary)) for t in entry.terms] or [0])
        if not ids:
            return
        table = bm25s.BM25(method="lucene")
        table.index((corpus, vocabulary), show_progress=False)
        name = f"bm25-{ids[0]}-{ids[-1]}"
        places = np.array(ids, dtype=np.int64)
        if self._folder is not None:
            target = self._folder / name
            table.save(str(target), show_progress=False)
            np.save(target / "ids.npy", places)
        with self._base:
            self._base.execute(
                "INSERT OR REPLACE INTO tables VALUES (?, ?, ?)", (name, ids[0], ids[-1])
            )
        self._tables[name] = (table, places)

    def _entries(self, first: int, last: int) -> Iterator[tuple[int, Entry]]:
        while True:
            rows = self._base.execute(
                "SELECT id, entry FROM entries WHERE live AND id BETWEEN ? AND ? ORDER BY id LIMIT ?",
                (first, last, _BLOCK),
            ).fetchall()
            if not rows:
                return
            for number, packed in rows:
                yield number, _decoder.decode(packed)
            first = rows[-1][0] + 1

    def _forget(self, names: Sequence[str]) -> None:
        for name in names:
            if name in self._tables:
                continue
            with self._base:
                self._base.execute("DELETE FROM tables WHERE name = ?", (name,))
            if self._folder is not None:
                shutil.rmtree(self._folder / name, ignore_errors=True)

    def _load(self) -> None:
        import bm25s

        assert self._folder is not None
        for (name,) in self._base.execute("SELECT name FROM tables ORDER BY first").fetchall():
            target = self._folder / name
            try:
                table = bm25s.BM25.load(str(target), mmap=True)
                self._tables[name] = (table, np.load(target / "ids.npy"))
            except (OSError, ValueError) as error:
                raise FormatError(
                    f"the index table {target} cannot be read ({error})",
                    hint="Remove the index folder and make it anew.",
                ) from error
        # an interruption may have come between the entries and their table
        known = self._base.execute("SELECT max(last) FROM tables").fetchone()[0] or 0
        newest = self._base.execute("SELECT max(id) FROM entries").fetchone()[0] or 0
        if newest > known:
            self._make(known + 1, newest)
