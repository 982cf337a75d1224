"""The table of kept sound, as the thread of the sound uses it: read at once or not at all, written now and then.

Reading goes through a connection of its own that only reads, made anew each time (0.2 ms) so that it holds no file
that the history would exchange. Neither a running answer nor another program's lock makes it wait: where the table
does not answer, the files' own labels do. What changes is gathered and handed over as one small transaction, which
the history may refuse; then it is offered again later.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol, TypeVar

from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.storage.kept_sound import rows
from desktop_app.storage.kept_sound.rows import Place, Statement
from desktop_app.storage.tables import Database

_log = logging.getLogger(__name__)
_T = TypeVar("_T")

_GATHERED, _AGAIN = 2.0, 30.0
"""Seconds for which rows wait for others, and behind a refusal."""
_AT_ONCE = 200
_MOST_WAITING = 2_000
"""Statements; of more the oldest are dropped, since ``KeptSound.compare`` makes them again."""

Offer = Callable[[Callable[[Database], object], Callable[[bool], object]], object]
"""``History.offer``."""


class SoundIndex(Protocol):
    """What ``KeptSound`` wants of a table. None means that nothing can be said now."""

    def of_message(self, message_id: str) -> Mapping[str, tuple[KeptPhrase, float]] | None: ...
    def measured(self) -> Mapping[Place, tuple[int, float]] | None: ...
    def strays(self) -> Mapping[str, float] | None: ...
    def known(self, message_id: str) -> bool | None: ...
    def note(self, statement: Statement) -> None: ...
    @property
    def settled(self) -> bool:
        """Whether the table has all that was noted."""


class NoIndex:
    """There is no history: the labels say everything."""

    settled = True

    def of_message(self, message_id: str) -> None:  # noqa: ARG002 - as the protocol has it
        return None

    def measured(self) -> None:
        return None

    def strays(self) -> None:
        return None

    def known(self, message_id: str) -> None:  # noqa: ARG002 - as the protocol has it
        return None

    def note(self, statement: Statement) -> None: ...


class HistoryIndex:
    """``file``: the history's. To be used on one thread, but for what ``offer`` calls back.

    ``soon`` is called when there is something to be flushed in so many seconds, which is up to its owner.
    """

    def __init__(self, file: Path, offer: Offer) -> None:
        self._file = file
        self._offer = offer
        self._waiting: list[Statement] = []
        self._offered = 0
        self._refused = False
        self.soon: Callable[[float], object] = lambda _seconds: None
        self.answered: Callable[[bool], object] = lambda _taken: None
        """Called on the history's thread; to be handed on to ``settle``, on the thread of this."""

    def of_message(self, message_id: str) -> Mapping[str, tuple[KeptPhrase, float]] | None:
        return self._read(lambda db: rows.of_message(db, message_id))

    def measured(self) -> Mapping[Place, tuple[int, float]] | None:
        return self._read(rows.measured)

    def strays(self) -> Mapping[str, float] | None:
        return self._read(rows.strays)

    def known(self, message_id: str) -> bool | None:
        return self._read(lambda db: rows.known(db, message_id))

    @property
    def settled(self) -> bool:
        return not self._waiting

    def note(self, statement: Statement) -> None:
        self._waiting.append(statement)
        del self._waiting[self._offered : len(self._waiting) - _MOST_WAITING]
        if len(self._waiting) >= _AT_ONCE and not self._refused:
            self.flush()
        elif len(self._waiting) == self._offered + 1:
            self.soon(_GATHERED)

    def flush(self) -> None:
        """Offers what has gathered, if nothing is on offer."""
        if self._waiting and not self._offered:
            batch = list(self._waiting)
            self._offered = len(batch)
            self._offer(lambda db: rows.write(db, batch), self.answered)

    def settle(self, taken: bool) -> None:  # noqa: FBT001 - the answer to an offer
        """What was offered is written, or waits on."""
        if taken:
            del self._waiting[: self._offered]
        self._offered, self._refused = 0, not taken
        if self._waiting:
            self.soon(_GATHERED if taken else _AGAIN)

    def _read(self, query: Callable[[Database], _T]) -> _T | None:
        try:
            address = f"{self._file.absolute().as_uri()}?mode=ro"
            with contextlib.closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=0.0)) as db:
                return query(db)
        except (sqlite3.Error, ValueError, TypeError) as error:  # locked, away, older or damaged
            _log.info("the table of kept sound does not answer: %s", error)
            return None
