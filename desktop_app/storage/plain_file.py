"""A text that a person saves where they like, outside the profile: whole, or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from desktop_app.domain.errors import FileRefused, NoRoomForFile, StorageError

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What the system says where there is no room."""


def save(path: Path, text: str) -> None:
    """Writes UTF-8 with the text's own line ends; a file that stood there is replaced when the new one is whole.

    Raises NoRoomForFile and FileRefused. Blocks: call it in a thread.
    """
    try:
        _replace(path, text.encode("utf-8", "replace"))
    except OSError as error:
        raise refusal(path, error) from error


def refusal(path: Path, error: OSError) -> StorageError:
    """What the system said to a file that was to be written, as a person is told it."""
    if error.errno in FULL:
        return NoRoomForFile(f"There is no room for {path.name} where it was to be saved.")
    return FileRefused(f"{path.name} cannot be written there: {error.strerror or error}.")


def _replace(path: Path, content: bytes) -> None:
    path = Path(os.path.realpath(path))  # a link stays one, and what it leads to is replaced
    half = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with half.open("xb") as file:
            file.write(content)
        with contextlib.suppress(FileNotFoundError):
            half.chmod(path.stat().st_mode)
        half.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            half.unlink()
        raise
