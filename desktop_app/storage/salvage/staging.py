"""What was found of a damaged history, gathered in a file beside it before any of it is brought over.

In a file, since a history may be larger than memory; and first gathered, since the parts of one conversation lie all
over the damaged file, and the newest conversation is to come first. It is a scratch file: a program that was killed
makes it anew.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from desktop_app.storage.salvage.scan import Found
from desktop_app.storage.salvage.shapes import Shape

_CACHE_KB = 8_192
_LOOKED_UP = (
    *(("conversations", "head"), ("messages", "conversation"), ("messages", "parent")),
    *(("parts", "message"), ("turns", "message"), ("draft_parts", "draft")),
)


class Staging:
    """To be used on one thread. Its tables are named as the history's, and have a column ``whole`` more."""

    def __init__(self, path: Path, shapes: Sequence[Shape]) -> None:
        self._path = path
        self._remove()
        path.touch(mode=0o600)
        self.db = sqlite3.connect(path, isolation_level=None)
        for pragma in (
            "journal_mode = OFF",
            "synchronous = OFF",
            f"cache_size = -{_CACHE_KB}",
            "locking_mode = EXCLUSIVE",
        ):
            self.db.execute(f"PRAGMA {pragma}")
        self.db.execute("BEGIN")
        self._inserts = {shape.table: _make_table(self.db, shape) for shape in shapes}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.db.close()
        self._remove()

    def add(self, found: Found) -> None:
        for shape, row in found:
            values = [row.number, row.whole, *row.values[1:]]
            values += [None] * (len(shape.columns) + 1 - len(values))
            self.db.execute(self._inserts[shape.table], values)

    def index(self) -> None:
        """When all is added: what belongs together is found quickly from now on."""
        for table, column in _LOOKED_UP:
            self.db.execute(f"CREATE INDEX {table}_by_{column} ON {table} ({column})")

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[dict[str, Any]]:
        """Rows as they will be written: by their columns' names, without what was not there."""
        cursor = self.db.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield {name: value for name, value in zip(names, row, strict=True) if value is not None}

    def _remove(self) -> None:
        for ending in ("", "-journal", "-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                Path(f"{self._path}{ending}").unlink()


def _make_table(db: sqlite3.Connection, shape: Shape) -> str:
    """Gives the statement that adds a row; of two with one number the first stays, but for one that is not whole.

    ``whole`` stands before the texts: behind them, asking for it would mean to read them.
    """
    names = ["n", "whole", *shape.names[1:]]
    pointers = {column for table, column in _LOOKED_UP if table == shape.table} | {"parent"}
    columns = ", ".join(f"{name} INTEGER" if name in pointers else name for name in names[1:])  # else no index is used
    db.execute(f"CREATE TABLE {shape.table} (n INTEGER PRIMARY KEY, {columns})")
    marks = ", ".join("?" * len(names))
    news = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    return (
        f"INSERT INTO {shape.table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - the names are ours
        f" ON CONFLICT (n) DO UPDATE SET {news} WHERE excluded.whole > whole"
    )
