"""Copies of the history that the program made for itself: what is deleted from the history goes from them too.

```
history.db.v3.bak             before a step of the schema: follows each deletion
history.db.salvaged-<time>    a damaged one, of which all that can be read was brought over: kept for some weeks
backups/before-restore-...    what a restored backup took the place of: kept for some weeks
history.db.bad-..., .newer-…  nobody has been able to read them yet: kept until everything is deleted
```

A person's own backups lie where that person put them, and are never touched. All of it blocks: call it in a thread.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
import sqlite3
import time
from pathlib import Path

from desktop_app.storage.migrations import in_transaction
from desktop_app.storage.paths import Profile

_log = logging.getLogger(__name__)

DAYS = 30.0
_DAY = 86_400.0
_DAMAGED = (".salvaged-*", ".bad-*", ".newer-*")
_KINDS = (".v*.bak*", *_DAMAGED, ".making*", ".rescued*")
"""Behind the name of the history; with what SQLite has beside some of them."""


def follow(history: Path) -> None:
    """Deletes from the copies that can be written what is not in the history any more.

    Not where a history was damaged lately: what is missing now may have been lost, and be in such a copy alone.
    """
    if any(path for kind in _DAMAGED for path in history.parent.glob(f"{history.name}{kind}")):
        return
    for copy in history.parent.glob(f"{history.name}.v*.bak"):
        try:
            _follow(copy, history)
        except (sqlite3.Error, OSError) as error:
            _log.warning("%s still has what was deleted: %s", copy.name, error)


def forget_aged(profile: Profile, days: float = DAYS) -> None:
    """Those that have been of use to nobody for so long."""
    before = time.time() - days * _DAY
    for copy in (*profile.history.parent.glob(f"{profile.history.name}.salvaged-*"), *_set_aside(profile)):
        with contextlib.suppress(OSError):
            if copy.stat().st_mtime < before:
                copy.unlink()


def forget_unpacked(profile: Profile) -> None:
    """What a program that died left of a backup that it made or looked into."""
    for folder in (profile.unpacking, profile.copying):
        shutil.rmtree(folder, ignore_errors=True)


def forget_all(profile: Profile) -> None:
    """Everything is to be gone: every copy of a history that there is in the profile, of whatever kind."""
    name = profile.history.name
    for copy in (path for kind in _KINDS for path in profile.history.parent.glob(f"{name}{kind}")):
        with contextlib.suppress(OSError):
            copy.unlink()
    for folder in (profile.unpacking, profile.copying, profile.backups):
        shutil.rmtree(folder, ignore_errors=True)


def _set_aside(profile: Profile) -> list[Path]:
    return list(profile.backups.glob("before-restore-*"))


def _follow(copy: Path, history: Path) -> None:
    with contextlib.closing(sqlite3.connect(copy, isolation_level=None, uri=True, timeout=10.0)) as db:
        for pragma in ("journal_mode = DELETE", "foreign_keys = ON", "secure_delete = ON"):
            db.execute(f"PRAGMA {pragma}")
        db.execute("ATTACH ? AS now", [f"{history.absolute().as_uri()}?mode=ro"])
        tables = {str(row[0]) for row in db.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")}
        with in_transaction(db):
            for statement in (*_ALWAYS, *(sql for table, sql in _WHERE_THERE_ARE if table in tables)):
                db.execute(statement)


_ALWAYS = (
    "DELETE FROM main.conversations WHERE id NOT IN (SELECT id FROM now.conversations)",
    """
UPDATE main.conversations SET head = NULL WHERE head IN (
    SELECT n FROM main.messages WHERE id NOT IN (SELECT id FROM now.messages)
)""",
    "DELETE FROM main.messages WHERE id NOT IN (SELECT id FROM now.messages)",
)
_WHERE_THERE_ARE = (
    ("drafts", "DELETE FROM main.drafts"),  # what was typed and not sent is not what such a copy is kept for
    ("prompts", "DELETE FROM main.prompts WHERE id NOT IN (SELECT id FROM now.prompts)"),
    ("folders", "DELETE FROM main.folders WHERE id NOT IN (SELECT id FROM now.folders)"),
)
