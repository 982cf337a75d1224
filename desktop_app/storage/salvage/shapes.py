"""Which table a row was in, told by what stands in it: a page that nothing points at any more does not say.

The shapes are those of the newest tables. An older file's rows lack the last columns, as SQLite itself leaves them
when a column is added.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.messages import MessageState, PartKind, Role
from desktop_app.storage.salvage.records import Value
from desktop_app.storage.tables import Database

TABLES: Final = (
    *("conversations", "messages", "parts", "turns", "blobs"),
    *("folders", "prompts", "drafts", "draft_parts"),
)
"""Those that are brought over; rows of kept sound are made again of its files.

Two of one shape: the first is the likelier.
"""

_WORDS: Final[Mapping[tuple[str, str], frozenset[str]]] = {
    ("messages", "role"): frozenset(Role),
    ("messages", "state"): frozenset(MessageState),
    ("parts", "kind"): frozenset(PartKind),
    ("draft_parts", "kind"): frozenset(PartKind),
    ("turns", "state"): frozenset(MessageState),
}
_FITS: Final[Mapping[str, Callable[[Value], bool]]] = {
    "INTEGER": lambda value: isinstance(value, int),
    "REAL": lambda value: isinstance(value, int | float),
    "TEXT": lambda value: isinstance(value, str),
    "BLOB": lambda value: isinstance(value, bytes),
}


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    fits: Callable[[Value], bool]
    needed: bool
    """It holds a value in every row; False also for what a later version added."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A table's columns; the first is the row's own number, which stands beside the row and not in it."""

    table: str
    columns: tuple[_Column, ...]
    least: int
    """So many columns it had in its first version."""

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    def fits(self, values: Sequence[Value], *, whole: bool) -> bool:
        """What was cut off at the end of a row may be missing."""
        if values[:1] != [None] or not self.least <= len(values) <= len(self.columns):
            return False
        pairs = list(zip(self.columns, values, strict=False))[1:]
        return all(column.fits(value) or (value is None and not (column.needed and whole)) for column, value in pairs)


def shapes(db: Database) -> list[Shape]:
    """Of the tables as they are now; those of TABLES that ``db`` does not have are left out."""
    found = [_shape(db, table) for table in TABLES]
    return [shape for shape in found if shape.columns]


def _shape(db: Database, table: str) -> Shape:
    columns: list[_Column] = []
    least = 0
    for number, name, kind, not_null, default, _key in db.execute(f"PRAGMA table_info({table})"):
        words = _WORDS.get((table, name))
        fits = words.__contains__ if words is not None else _FITS[kind]
        columns.append(_Column(name, fits, bool(not_null)))
        if not_null and default is None:  # no such column can be added to a table: it was there from the beginning
            least = number + 1
    return Shape(table, tuple(columns), least)
