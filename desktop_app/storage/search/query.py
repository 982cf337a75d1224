"""The index of search, asked: shard by shard from the newest messages to the oldest, until there is plenty.

Where more than ``PLENTY`` messages match, the newest of them are ranked and the rest is only known to be there: nobody
reads the two-thousandth result, and so a word that stands in every message costs no more than a rare one.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Final, NamedTuple

from desktop_app.domain.folding import tokens
from desktop_app.domain.messages import Role
from desktop_app.domain.search import Query, Term
from desktop_app.storage.search import documents as history_side
from desktop_app.storage.search.documents import FROM_MODEL
from desktop_app.storage.search.index import SPAN, table_of, wanted_shards
from desktop_app.storage.tables import Database

PLENTY: Final = 2000
_ENOUGH: Final = 24
_PATIENCE: Final = 0.012
"""Seconds of a processor."""
_MOST_TITLES: Final = 200
_HALF_LIFE: Final = 90 * 86_400.0
"""Seconds after which a message counts for half as much as a new one that fits as well."""
_OLD: Final = 0.35
"""What even the oldest counts for."""


class Ranked(NamedTuple):
    """``numbers`` of documents, the best first. ``more``: there are others, older than these.

    ``partial``: the older ones were not looked at, which takes longer.
    """

    numbers: list[int]
    more: bool
    partial: bool = False


def find_messages(
    index: Database, history: Database, query: Query, go_on: Callable[[], bool], *, thorough: bool = True
) -> Ranked:
    """``go_on`` is asked between shards; where it says no, what was found so far is good for nothing.

    Not ``thorough``: it ends where there is enough to show and the rest would keep somebody waiting.
    """
    began = time.thread_time()
    partial = False
    condition = _Condition.of(index, history, query)
    if condition is None:
        return Ranked([], more=False)
    rows: list[tuple[int, float, float]] = []
    for shard in _shards_for(index, query):
        if not go_on():
            break
        rows += _in_shard(index, shard, query, condition, PLENTY + 1 - len(rows))
        if len(rows) > PLENTY:
            break
        if not thorough and len(rows) >= _ENOUGH and time.thread_time() - began > _PATIENCE:
            partial = True
            break
    more = len(rows) > PLENTY
    numbers = _best_first(rows[:PLENTY]) if query.terms else [n for n, _, _ in rows[:PLENTY]]
    return Ranked(numbers, more, partial)


def find_titles(index: Database, query: Query, go_on: Callable[[], bool]) -> list[int]:
    """Numbers of documents, in no order worth speaking of; none where the query asks for what titles have not."""
    if not query.terms or query.narrows_messages or query.within:
        return []
    found: list[int] = []
    everything = _Condition("", [])
    for shard in _shards(index, titles=True):
        if not go_on():
            break
        found += [n for n, _, _ in _in_shard(index, shard, query, everything, _MOST_TITLES - len(found))]
    return found


def indexed(index: Database, history: Database) -> float:
    """How much of the history can be searched, 0 to 1."""
    wanted = wanted_shards(history)
    made = {int(number) for (number,) in index.execute("SELECT number FROM shards WHERE NOT stale")}
    return len(made & set(wanted)) / len(wanted) if wanted else 1.0


def match_of(query: Query) -> str:
    """The words of a query in FTS5's language; empty where it has only what is not wanted."""
    wanted = " AND ".join(_phrase(term) for term in query.terms)
    unwanted = " OR ".join(_phrase(term) for term in query.without)
    if wanted and unwanted:
        return f"({wanted}) NOT ({unwanted})"
    return wanted


class _Condition(NamedTuple):
    """What is asked of ``docs``, as SQL that begins with AND, and the values for it."""

    sql: str
    values: list[object]

    @classmethod
    def of(cls, index: Database, history: Database, query: Query) -> _Condition | None:
        """None where nothing can be found at all."""
        parts: list[str] = []
        values: list[object] = []
        if query.role is not None:
            parts.append(f"AND d.flags & {FROM_MODEL} {'<>' if query.role is Role.ASSISTANT else '='} 0")
        if query.has:
            parts.append("AND d.flags & ? = ?")
            values += [int(query.has)] * 2
        for comparison, moment in (("<", query.before), (">=", query.after)):
            if moment is not None:
                parts.append(f"AND d.created {comparison} ?")
                values.append(moment)
        for column, names in (("model", _models), ("conversation", _places)):
            wanted = names(index, history, query)
            if wanted is None:
                continue
            if not wanted:
                return None
            parts.append(f"AND d.{column} IN (SELECT value FROM json_each(?))")  # noqa: S608 - the column is ours
            values.append(json.dumps(wanted))
        return cls(" ".join(parts), values)


def _models(index: Database, _history: Database, query: Query) -> list[int] | None:
    """The numbers of the models that are meant; None where none is named."""
    if not query.models:
        return None
    known = index.execute("SELECT n, name FROM models").fetchall()
    return [int(n) for n, name in known if begin_words(query.models, str(name))]


def _places(index: Database, history: Database, query: Query) -> list[int] | None:
    """The same for conversations, by their titles and the names of their folders."""
    if not query.within:
        return None
    terms = tuple(Term((word,), begins=True) for word in query.within)
    titled = replace(Query(), terms=terms)
    everything = _Condition("", [])
    found = [
        -n for shard in _shards(index, titles=True) for n, _, _ in _in_shard(index, shard, titled, everything, SPAN)
    ]
    named = [n for n, name in history_side.folders(history) if begin_words(query.within, name)]
    return found + (history_side.conversations_in(history, named) if named else [])


def begin_words(wanted: Sequence[str], name: str) -> bool:
    """Whether each of them begins a word of the name."""
    words = tokens(name)
    return all(any(word.startswith(one) for word in words) for one in wanted)


def _shards(index: Database, *, titles: bool) -> Iterator[int]:
    rows = index.execute(f"SELECT number FROM shards WHERE number {'<' if titles else '>='} 0 ORDER BY number DESC")  # noqa: S608
    return (int(number) for (number,) in rows.fetchall())


def _shards_for(index: Database, query: Query) -> list[int]:
    """Those of messages that can hold what the query narrows to, the newest first."""
    rows = index.execute("SELECT number, flags, oldest, newest FROM shards WHERE number >= 0 ORDER BY number DESC")
    return [
        int(number)
        for number, flags, oldest, newest in rows.fetchall()
        if oldest is not None
        and flags & query.has == query.has
        and (query.before is None or oldest < query.before)
        and (query.after is None or newest >= query.after)
    ]


def _in_shard(
    index: Database, shard: int, query: Query, condition: _Condition, most: int
) -> list[tuple[int, float, float]]:
    """Number, worth (the more the better) and time of what matches, the newest first."""
    table, match = table_of(shard), match_of(query)
    if match:
        worth = "1.0" if _just_begun(query) else f"-bm25({table})"
        sql = (
            f"SELECT d.n, {worth}, d.created FROM {table} JOIN docs d ON d.n = {table}.rowid"  # noqa: S608 - ours
            f" WHERE {table} MATCH ? {condition.sql} ORDER BY {table}.rowid DESC LIMIT ?"
        )
        return index.execute(sql, [match, *condition.values, most]).fetchall()
    unwanted = " OR ".join(_phrase(term) for term in query.without)
    other = f"AND d.n NOT IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)" if unwanted else ""  # noqa: S608 - ours
    sql = (
        f"SELECT d.n, 0.0, d.created FROM docs d WHERE d.n BETWEEN ? AND ? {condition.sql} {other}"  # noqa: S608 - ours
        " ORDER BY d.n DESC LIMIT ?"
    )
    values = [shard * SPAN, (shard + 1) * SPAN - 1, *condition.values, *([unwanted] if unwanted else []), most]
    return index.execute(sql, values).fetchall()


def _just_begun(query: Query) -> bool:
    """Of one or two letters nobody can say how well they fit, and to count them takes as long as to find them."""
    return any(term.begins and len(term.tokens[-1]) < 3 for term in query.terms)


def _phrase(term: Term) -> str:
    """Tokens hold no quotation marks."""
    return f'"{" ".join(term.tokens)}"{" *" if term.begins else ""}'


def _best_first(rows: Sequence[tuple[int, float, float]]) -> list[int]:
    now = time.time()
    worth = [
        (worth * (_OLD + (1 - _OLD) * 0.5 ** (max(now - created, 0.0) / _HALF_LIFE)), n) for n, worth, created in rows
    ]
    worth.sort(key=itemgetter(0, 1), reverse=True)
    return [n for _, n in worth]
