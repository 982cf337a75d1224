"""The folder of kept sound: a folder for each conversation, in it one for each message, in it its files."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HALF: Final = ".part"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: its bytes, and when it was last written or heard."""

    size: int
    heard: float


def folders(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            found = [Path(entry) for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return
    yield from found


def entries(folder: Path) -> dict[str, Entry]:
    """The files in it by their names; empty where there is no such folder."""
    found = {}
    with contextlib.suppress(OSError), os.scandir(folder) as listed:
        for one in listed:
            with contextlib.suppress(FileNotFoundError):
                if one.is_file(follow_symlinks=False):
                    about = one.stat(follow_symlinks=False)
                    found[one.name] = Entry(about.st_size, about.st_mtime)
    return found


def write_whole(path: Path, content: bytes, *, synced: bool = False) -> None:
    """Under another name until all of it is there; ``synced``: also if the power should go."""
    half = path.with_suffix(HALF)
    try:
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
            if synced:
                file.flush()
                os.fsync(file.fileno())
        half.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            half.unlink()
        raise
