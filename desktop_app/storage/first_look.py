"""The end of the conversation that was open last, read beside the first window: before the history itself is opened.

It only looks. A file that is not there, of another version, damaged or locked says nothing here; opening the history,
a moment later, deals with that.
"""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import replace
from pathlib import Path

from desktop_app.domain.messages import Message, MessageState
from desktop_app.storage import message_rows, tables
from desktop_app.storage.migrations import MIGRATIONS


def newest_messages(path: Path, most: int) -> list[Message]:
    """At most so many, the oldest of them first; none where nothing was open. Blocks: call it in a thread."""
    try:
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0.0)) as db:
            if db.execute("PRAGMA user_version").fetchone()[0] != len(MIGRATIONS):
                return []
            messages = message_rows.end_of_path(db, tables.state_value(db, tables.OPEN_CONVERSATION), most)
    except (sqlite3.Error, OSError, ValueError, TypeError):  # a damaged file may hold anything
        return []
    # Nobody answers yet who would go on with an answer, or with reading it: what offers that comes with the rest.
    return [replace(message, state=MessageState.COMPLETE, heard=None) for message in messages]
