"""A backup: the history, and if wanted sound and settings, in one file that any program for ZIP archives opens.

```
manifest.json     what it is: version, date, counts, the newest titles
history.db        the conversations as one SQLite file, as they were at one moment
settings.json     if wanted; keys are never in it, they are in the keyring
audio/...         if wanted, as in the profile: only of conversations that are in the backup
```

The file gets its name when it is whole. All of it blocks: call it in a thread.
"""

from __future__ import annotations

import contextlib
import glob
import json
import os
import shutil
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from desktop_app import __version__
from desktop_app.domain.backup import BackupChoice
from desktop_app.domain.errors import DiskFull, NoRoomForFile
from desktop_app.storage.backups.snapshot import Snapshot, copy_history
from desktop_app.storage.paths import Profile
from desktop_app.storage.plain_file import refusal

MANIFEST: Final = "manifest.json"
HISTORY: Final = "history.db"
SETTINGS: Final = "settings.json"
AUDIO: Final = "audio"
FORMAT: Final = "aloud-backup"
FORMAT_VERSION: Final = 1

_CHUNK = 2**20
_COMPRESSION = 4
_SPARE = 64 * 2**20
_WRITING_SHARE = 0.7
"""Of the work on the history's file: to compress it, where the rest is to copy it."""

Progress = Callable[[int, int], object]
"""Bytes that were worked on, of how many."""


class Cancelled(Exception):
    """Somebody no longer wants it; nothing is left of it."""


@dataclass(slots=True)
class Meter:
    """Tells how far it is, and raises Cancelled where it is no longer wanted."""

    progress: Progress
    cancelled: Callable[[], bool]
    total: int = 1
    done: int = 0

    def add(self, count: int) -> None:
        self.tell(self.done + count)

    def tell(self, done: int) -> None:
        self.done = done
        if self.cancelled():
            raise Cancelled
        self.progress(min(done, self.total), self.total)


def sound_size(profile: Profile) -> int:
    """Bytes of kept sound."""
    return sum(size for _path, _name, size in _sound_files(profile.audio))


def write_backup(profile: Profile, target: Path, choice: BackupChoice, meter: Meter) -> None:
    """Raises NoRoomForFile, FileRefused, HistoryUnusable and Cancelled; then what was there from before is still."""
    target = Path(os.path.realpath(target))
    half, copy = _beside(target, "part"), _place_of_copy(profile, target)
    for left in target.parent.glob(f".{glob.escape(target.name)}.*.part"):  # by a program that was killed
        left.unlink(missing_ok=True)
    try:
        _write(profile, half, copy, choice, meter)
        half.replace(target)
    except DiskFull as error:
        raise NoRoomForFile(f"There is no room for {target.name} where it was to be saved.") from error
    except OSError as error:
        raise refusal(target, error) from error
    finally:
        for path in (half, copy, Path(f"{copy}-journal")):
            with contextlib.suppress(OSError):
                path.unlink()
        shutil.rmtree(profile.copying, ignore_errors=True)


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.{ending}")


def _place_of_copy(profile: Profile, target: Path) -> Path:
    """In the profile, where a program that is killed finds it at its next start; or where there is room."""
    with contextlib.suppress(OSError):
        if room_beside(profile.history.parent) > 2 * profile.history.stat().st_size + _SPARE:
            profile.copying.mkdir(mode=0o700, exist_ok=True)
            return profile.copying / HISTORY
    return _beside(target, "copy")


def _write(profile: Profile, half: Path, copy: Path, choice: BackupChoice, meter: Meter) -> None:
    size = profile.history.stat().st_size
    sound = list(_sound_files(profile.audio)) if choice.sound else []
    meter.total = max(1, size + sum(one[2] for one in sound))
    copying = round(size * (1 - _WRITING_SHARE))
    copy.touch(mode=0o600)
    copy_history(profile.history, copy, lambda part: meter.tell(round(copying * part)))
    ids, about = _about(copy)
    with half.open("xb") as file:
        half.chmod(0o600)
        with zipfile.ZipFile(file, "w", compression=zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION) as archive:
            _add(archive, copy, HISTORY, meter, (size - copying) / max(1, copy.stat().st_size))
            has_settings = choice.settings and profile.settings.is_file()
            if has_settings:
                archive.writestr(SETTINGS, profile.settings.read_bytes())
            written = 0
            for path, name, _size in sound:
                if name.split("/")[1] in ids:
                    written += _add(archive, path, name, meter, 1.0, stored=True)
            manifest = {**about, "sound_bytes": written, "settings": has_settings}
            archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=2))
        file.flush()
        os.fsync(file.fileno())


def _about(copy: Path) -> tuple[set[str], dict[str, object]]:
    """The ids of the conversations, and what the manifest says of the history."""
    with contextlib.closing(Snapshot(copy)) as snapshot:
        conversations, messages = snapshot.counts()
        about = {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            "program": __version__,
            "created": time.time(),
            "created_text": time.strftime("%Y-%m-%d %H:%M:%S %z"),
            "conversations": conversations,
            "messages": messages,
            "newest": snapshot.newest(),
        }
        return set(snapshot.conversations), about


def _add(archive: zipfile.ZipFile, path: Path, name: str, meter: Meter, weight: float, *, stored: bool = False) -> int:
    """The bytes that were added; 0 where the file is gone meanwhile, as kept sound may be."""
    before, count = meter.done, 0
    try:
        source = path.open("rb")
    except FileNotFoundError:
        return 0
    with source:
        info = zipfile.ZipInfo(name, time.localtime()[:6])
        info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        with archive.open(info, "w", force_zip64=True) as entry:
            while chunk := source.read(_CHUNK):
                entry.write(chunk)
                count += len(chunk)
                meter.tell(before + round(count * weight))
    return count


def _sound_files(folder: Path) -> Iterator[tuple[Path, str, int]]:
    """Each file with its name in the archive and its size; an index comes before the files that it names."""
    for path in sorted(folder.glob("*/*/*"), key=lambda path: (path.parent, path.suffix != ".jsonl", path.name)):
        with contextlib.suppress(OSError):
            if path.is_file():
                yield path, f"{AUDIO}/{path.relative_to(folder).as_posix()}", path.stat().st_size


def set_aside(profile: Profile, meter: Meter) -> Path:
    """Everything as it is now, as a backup in the profile; its path."""
    profile.backups.mkdir(mode=0o700, parents=True, exist_ok=True)
    stem = f"before-restore-{time.strftime('%Y%m%d-%H%M%S')}"
    names = (profile.backups / f"{stem}{ending}.zip" for ending in ("", *(f"-{number}" for number in range(2, 100))))
    target = next(path for path in names if not path.exists())
    write_backup(profile, target, BackupChoice(), meter)
    return target


def room_beside(path: Path) -> int:
    """Free bytes on the disk that holds it."""
    with contextlib.suppress(OSError):
        return shutil.disk_usage(path).free
    return 0


def manifest_of(archive: zipfile.ZipFile) -> dict[str, Any]:
    """Raises KeyError and ValueError where it is no backup of ours."""
    manifest = json.loads(archive.read(MANIFEST))
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise ValueError("it is no backup")
    return manifest
