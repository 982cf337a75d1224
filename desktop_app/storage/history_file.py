"""The history's file: opened in whatever condition it is, and always something that can be used.

A file that cannot be used is never deleted and never written over: it is set aside under another name. What beside
``history.db`` may lie in its folder:

```
history.db-wal, -shm          SQLite's own: the newest writes, and an index of them
history.db.v3.bak             as it was before the step to version 4 of the tables
history.db.bad-<time>         damaged; what can be read of it is being brought over (``salvage``)
history.db.salvaged-<time>    damaged; that has been done
history.db.newer-<time>       written by a later version of Aloud
history.db.making, .rescued   half and whole, while a file is made: it gets its name when all of it is on the disk
```
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.errors import HistoryNewer, HistoryUnusable, StorageError
from desktop_app.storage import tables
from desktop_app.storage.history_trouble import Cut, code_of, is_damage
from desktop_app.storage.migrations import NewerDatabase, migrate

_log = logging.getLogger(__name__)

BUSY_SECONDS = 2.0
"""How long a write waits for another program that has locked the file."""
DAMAGED, SALVAGED, NEWER = "bad", "salvaged", "newer"
COMPANIONS = ("-wal", "-shm")

CHECKED_ALWAYS = 8 * 2**20
"""Bytes; a check reads the whole file, so at a start a large one is checked where it looks cut off, and else later."""

_HELD_IN_MEMORY = 128 * 2**20  # bytes; a larger copy is a temporary file, which SQLite itself takes away
_LOG_HEADER = 32

Identity = tuple[int, int]
"""The device and the number that a file has on it."""


@dataclass(frozen=True, slots=True)
class Opened:
    """``on_disk``: False where the connection is to a copy that lasts for this run. ``problem`` says what was wrong."""

    connection: sqlite3.Connection
    problem: StorageError | None
    on_disk: bool


class FileRefuses(Exception):
    """It cannot be opened now, and perhaps later; the system's or SQLite's word for why."""


def open_history(path: Path) -> Opened:
    """A connection to the file, to a fresh one in its place, or to a copy of what can be read."""
    try:
        return open_file(path)
    except FileRefuses as error:
        return stand_in(path, str(error))


def open_file(path: Path, patience: float = BUSY_SECONDS) -> Opened:
    """A connection to the file, or to a fresh one in its place. Raises ``FileRefuses``."""
    try:
        return Opened(connect(path, patience), None, on_disk=True)
    except NewerDatabase:
        return _begin_anew(path, NEWER)
    except sqlite3.Error as error:
        if is_damage(error) or code_of(error) == sqlite3.SQLITE_ERROR:  # no such table: it is somebody else's
            _log.warning("the history is damaged: %s", error)
            return _begin_anew(path, DAMAGED)
        raise FileRefuses(str(error)) from error
    except OSError as error:
        raise FileRefuses(error.strerror or str(error)) from error


def connect(path: Path, patience: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Opens the file, made where there is none, and brings it to the newest version.

    Raises ``NewerDatabase``, ``sqlite3.Error``, ``OSError``.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _make_if_missing(path)
    _check(path, patience)
    connection = sqlite3.connect(path, isolation_level=None, timeout=patience)
    try:
        _give_room_back_in_steps(connection)  # of one that was made before there were steps: when it is made anew
        connection.execute("PRAGMA journal_mode = WAL")
        _set_up(connection)
        migrate(connection, path)
        tables.conversations(connection, 1)  # somebody else's database has a version too, and not our tables
    except BaseException:
        connection.close()
        raise
    return connection


def set_aside(path: Path, why: str) -> Path:
    """Renames the file and what belongs to it; gives its new name. Raises ``OSError``."""
    kept = path.with_name(f"{path.name}.{why}-{time.strftime('%Y%m%d-%H%M%S')}")
    while any(Path(f"{kept}{ending}").exists() for ending in ("", *COMPANIONS)):
        kept = kept.with_name(f"{kept.name}+")
    move(path, kept)
    return kept


def move(path: Path, to: Path) -> None:
    """A database and what belongs to it. The log goes first: it must never be taken for a new file's."""
    for ending in (*COMPANIONS, ""):
        with contextlib.suppress(FileNotFoundError):
            Path(f"{path}{ending}").replace(f"{to}{ending}")


def waiting(path: Path) -> list[Path]:
    """The damaged files that are to be salvaged, the oldest first; of some there may only be the log."""
    beginning = f"{path.name}.{DAMAGED}-"
    try:
        names = [one.name for one in path.parent.iterdir()]
    except OSError:
        return []
    mains = {name.removesuffix("-wal") for name in names if name.startswith(beginning)}
    return [path.with_name(name) for name in sorted(mains) if not name.endswith(("-shm", ".staging"))]


def stand_in(path: Path, why: str) -> Opened:
    """What can be read of the file, in a copy for this run: old conversations are there while it cannot be written."""
    _log.warning("the history %s cannot be written: %s", path, why)
    problem = HistoryUnusable(f"The history in {path.parent} cannot be written now: {why}.")
    for source in (path, None):
        connection = _temporary(source)
        with contextlib.suppress(OSError, sqlite3.Error):
            if source is not None:
                _copy_into(connection, source)
        try:
            _set_up(connection)
            migrate(connection, Path(":memory:"), backups=False)
            tables.conversations(connection, 1)
        except (NewerDatabase, sqlite3.Error):
            connection.close()
        else:
            return Opened(connection, problem, on_disk=False)
    raise AssertionError("an empty database in memory can always be made")


def rescue(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """Writes the file again from a connection whose file was deleted under it, and opens that.

    Raises ``sqlite3.Error``, ``OSError``; the old connection is closed only when the new file is whole.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    making, rescued = _beside(path, "making"), _beside(path, "rescued")
    making.unlink(missing_ok=True)
    making.touch(mode=0o600)
    with contextlib.closing(sqlite3.connect(making)) as copy:
        connection.backup(copy)
    making.replace(rescued)
    connection.close()
    return connect(path)


def identity(path: Path) -> Identity | None:
    """None where there is no such file."""
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_dev, about.st_ino


def can_be_made_again(path: Path, known: Identity | None) -> bool:
    """Whether the file was deleted, and not the disk taken away on which it was."""
    folder = next((one for one in path.parents if one.exists()), None)
    return known is not None and folder is not None and folder.stat().st_dev == known[0]


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}.{ending}")


def _make_if_missing(path: Path) -> None:
    """A new file gets its name when it has its tables: so one that is empty was cut, and is known to be."""
    rescued, log = _beside(path, "rescued"), Path(f"{path}-wal")
    if path.exists():
        if path.stat().st_size == 0 and not _has_frames(log):
            raise Cut("the file is empty")
        return
    if rescued.exists():
        for ending in COMPANIONS:
            Path(f"{path}{ending}").unlink(missing_ok=True)
        rescued.replace(path)
        return
    if _has_frames(log):
        raise Cut("there is a log of writes, and no file")
    making = _beside(path, "making")
    making.unlink(missing_ok=True)
    making.touch(mode=0o600)
    with contextlib.closing(sqlite3.connect(making, isolation_level=None)) as connection:
        _give_room_back_in_steps(connection)
        migrate(connection, making)
    making.replace(path)


def _has_frames(log: Path) -> bool:
    return log.exists() and log.stat().st_size > _LOG_HEADER


def _give_room_back_in_steps(connection: sqlite3.Connection) -> None:
    """Told before there are tables, or before a VACUUM, and else of no effect."""
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")


def _set_up(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = FULL")  # what is committed is on the disk, also when the power goes
    connection.execute("PRAGMA fullfsync = ON")  # on a Mac a plain fsync leaves it in the drive's own cache
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA cache_spill = OFF")  # what is not committed never needs the disk


def _check(path: Path, patience: float) -> None:
    """Raises ``sqlite3.DatabaseError`` where the file is known to be damaged.

    It only reads: another connection would write the log into the damaged file when it is closed.
    """
    reader = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=patience)
    with contextlib.closing(reader):
        pages, page_size = (reader.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
        size = path.stat().st_size
        if size > CHECKED_ALWAYS and size >= pages * page_size:
            return
        answer = reader.execute("PRAGMA quick_check(1)").fetchone()[0]
        if answer != "ok":
            raise Cut(answer)


def _begin_anew(path: Path, why: str) -> Opened:
    try:
        kept = set_aside(path, why)
        connection = connect(path)
    except (OSError, sqlite3.Error) as error:
        raise FileRefuses(str(error)) from error
    problem = None
    if why == NEWER:
        problem = HistoryNewer(
            f"The history was written by a newer version of Aloud, so a new one was begun; "
            f"the old one is kept as {kept.name}.",
            kept=str(kept),
        )
    return Opened(connection, problem, on_disk=True)


def _temporary(like: Path | None) -> sqlite3.Connection:
    """Of SQLite's own temporary databases the one without a name is a file once it has grown."""
    large = False
    with contextlib.suppress(OSError):
        large = like is not None and like.stat().st_size > _HELD_IN_MEMORY
    return sqlite3.connect("" if large else ":memory:", isolation_level=None)


def _copy_into(connection: sqlite3.Connection, path: Path) -> None:
    """By SQLite where it can; where it may not write beside the file, as it must to read the log, by way of a copy."""
    import tempfile  # a start that goes well needs neither

    with tempfile.TemporaryDirectory(prefix="aloud-") as folder:
        for copied, mode in ((False, "mode=ro"), (True, "mode=rw"), (False, "immutable=1")):
            try:
                place = _copied(path, Path(folder)) if copied else path
                source = sqlite3.connect(f"{place.absolute().as_uri()}?{mode}", uri=True, timeout=0.1)
                with contextlib.closing(source):
                    source.backup(connection)
            except (sqlite3.Error, OSError) as error:
                _log.info("the history cannot be copied: %s", error)
            else:
                return


def _copied(path: Path, folder: Path) -> Path:
    """With its log: the newest writes stand there."""
    import shutil

    copy = folder / path.name
    for ending in ("-wal", ""):
        with contextlib.suppress(FileNotFoundError):
            shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
    return copy
