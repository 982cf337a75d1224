"""A backup looked into and brought back: unpacked and checked first, so that a damaged one changes nothing.

All of it blocks, but for ``merge``, which waits for the history piece by piece while other writes go on between.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import shutil
import zipfile
import zlib
from pathlib import Path
from typing import Any, Final

from desktop_app.domain.backup import BackupLook
from desktop_app.domain.errors import BackupBroken, BackupNewer, FileUnreadable, NoRoomForFile
from desktop_app.storage.backups import copying, snapshot
from desktop_app.storage.backups.backup import AUDIO, FORMAT_VERSION, HISTORY, SETTINGS, Meter, manifest_of, room_beside
from desktop_app.storage.history import History
from desktop_app.storage.paths import Profile
from desktop_app.storage.plain_file import FULL
from desktop_app.storage.tables import Database

_CHUNK = 2**20
_SPARE = 32 * 2**20
_SOUND: Final = re.compile(
    rf"{AUDIO}/([A-Za-z0-9_-]{{1,64}})/([A-Za-z0-9_-]{{1,64}})/([A-Za-z0-9_-][A-Za-z0-9_.-]{{0,63}})\Z"
)
_MOST_SETTINGS = 2**22


class OpenedBackup:
    """Made by ``open_backup``. To be closed: until then a copy of its history lies in the profile."""

    def __init__(self, archive: zipfile.ZipFile, folder: Path, opened: snapshot.Snapshot, look: BackupLook) -> None:
        self._archive = archive
        self._folder = folder
        self._snapshot = opened
        self.look = look

    def settings(self) -> dict[str, object]:
        """What the settings file said; empty where it is not in the backup or says nothing."""
        try:
            values = json.loads(self._archive.read(SETTINGS)[:_MOST_SETTINGS])
        except (KeyError, ValueError, zipfile.BadZipFile, zlib.error, OSError):
            return {}
        return values if isinstance(values, dict) else {}

    async def replace(self, history: History) -> None:
        """All that the history keeps gives way; sound does not, see ``unpack_sound``. Raises StorageError."""
        await history.rewrite(self._snapshot.fill)

    async def merge(self, history: History, meter: Meter) -> tuple[int, int]:
        """Brings in what is missing, piece by piece; how many conversations and messages that were.

        Raises Cancelled between two pieces: what came in by then stays, and the next time brings the rest.
        """
        ids = await asyncio.to_thread(lambda: self._snapshot.conversations)
        meter.total = max(1, self.look.messages)
        conversations, messages, seen = 0, 0, 0
        for conversation_id in ids:
            pieces = self._snapshot.pieces(conversation_id)
            came = 0
            while (piece := await asyncio.to_thread(next, pieces, None)) is not None:
                added: list[int] = []
                await history.write(lambda db, piece=piece, added=added: added.append(copying.put_rows(db, piece)))  # type: ignore[misc]
                came += added[-1] if added else 0
                seen += len(piece.messages)
                meter.tell(seen)
            conversations, messages = conversations + bool(came), messages + came
        prompts = await asyncio.to_thread(self._snapshot.prompts)
        await history.write(lambda db: _put_prompts(db, prompts))
        return conversations, messages

    def unpack_sound(self, audio: Path, meter: Meter) -> None:
        """What of its sound is not there yet. Whoever keeps the folder looks anew behind this."""
        wanted = [(info, match) for info in self._archive.infolist() if (match := _SOUND.match(info.filename))]
        meter.total = max(1, sum(info.file_size for info, _match in wanted))
        meter.done = 0
        there = {path.parent for path in audio.glob("*/*/*")}
        for info, match in wanted:
            folder = audio / match[1] / match[2]
            if folder not in there:
                _unpack(self._archive, info, folder / match[3], meter)
            else:
                meter.add(info.file_size)

    def conversations(self) -> set[str]:
        return set(self._snapshot.conversations)

    def close(self) -> None:
        self._snapshot.close()
        self._archive.close()
        shutil.rmtree(self._folder, ignore_errors=True)


def open_backup(path: Path, profile: Profile, meter: Meter) -> OpenedBackup:
    """Unpacks its history and makes sure of it.

    Raises BackupBroken, BackupNewer, NoRoomForFile, FileUnreadable, and what ``meter`` raises.
    """
    folder = profile.unpacking
    shutil.rmtree(folder, ignore_errors=True)
    with contextlib.ExitStack() as undo:
        undo.callback(shutil.rmtree, folder, ignore_errors=True)
        archive = undo.enter_context(_open(path))
        manifest = _manifest(archive)
        file = _unpack_history(archive, folder, meter)
        opened = snapshot.Snapshot(file)
        undo.callback(opened.close)
        look = _look(manifest, archive, opened, profile.history)
        undo.pop_all()
    return OpenedBackup(archive, folder, opened, look)


def _open(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, EOFError) as error:
        raise BackupBroken(f"{path.name} is no backup, or it is damaged.") from error
    except OSError as error:
        raise FileUnreadable(f"{path.name} cannot be read.", path.name) from error


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    try:
        manifest = manifest_of(archive)
        version = int(manifest["format_version"])
    except (KeyError, ValueError, TypeError, RuntimeError, zipfile.BadZipFile, zlib.error, OSError) as error:
        raise BackupBroken("This file is no backup of Aloud, or it is damaged.") from error
    if version > FORMAT_VERSION:
        raise BackupNewer("This backup was made by a newer version of Aloud.")
    return manifest


def _unpack_history(archive: zipfile.ZipFile, folder: Path, meter: Meter) -> Path:
    try:
        info = archive.getinfo(HISTORY)
    except KeyError as error:
        raise BackupBroken("There is no history in this backup.") from error
    if info.file_size + _SPARE > room_beside(folder.parent):
        raise NoRoomForFile("There is no room to unpack the backup.")
    meter.total = max(1, info.file_size)
    _unpack(archive, info, folder / HISTORY, meter)
    return folder / HISTORY


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path, meter: Meter) -> None:
    """Raises BackupBroken where the bytes are not those that were put in; NoRoomForFile and FileUnreadable."""
    try:
        for folder in (target.parent.parent, target.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with archive.open(info) as source, target.open("wb") as file:
            target.chmod(0o600)
            while chunk := source.read(_CHUNK):
                file.write(chunk)
                meter.add(len(chunk))
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise BackupBroken("This backup is damaged.") from error
    except OSError as error:
        if error.errno in FULL:
            raise NoRoomForFile("There is no room to unpack the backup.") from error
        name = Path(archive.filename or "").name
        raise FileUnreadable(f"{name} cannot be unpacked: {error.strerror or error}.", name) from error


def _look(manifest: dict[str, Any], archive: zipfile.ZipFile, opened: snapshot.Snapshot, history: Path) -> BackupLook:
    conversations, messages = opened.counts()
    names = archive.namelist()
    try:
        created = float(manifest["created"])
    except (KeyError, TypeError, ValueError):
        created = 0.0
    return BackupLook(
        created=created,
        program=str(manifest.get("program", "")),
        conversations=conversations,
        messages=messages,
        newest=opened.newest(),
        has_sound=any(_SOUND.match(name) for name in names),
        has_settings=SETTINGS in names,
        **opened.differences(history),
    )


def _put_prompts(db: Database, prompts: list[tuple[Any, ...]]) -> None:
    for prompt in prompts:
        db.execute("INSERT OR IGNORE INTO prompts (id, name, text, changed) VALUES (?, ?, ?, ?)", prompt)
