"""A file, or a folder of files, that is made piece by piece and appears when it is whole, or not at all."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop_app.storage.plain_file import refusal


class NewFile:
    """Written beside ``path`` and put in its place at the end of the ``with``; an exception leaves what stood there.

    Raises NoRoomForFile and FileRefused. Blocks: use it in a thread.
    """

    def __init__(self, path: Path) -> None:
        self._path = Path(os.path.realpath(path))  # a link stays one, and what it leads to is replaced
        self._half = self._path.with_name(_half_name(self._path.name))

    def __enter__(self) -> Self:
        with _told(self._path):
            self._file = self._half.open("xb")
        return self

    def write(self, piece: str | bytes) -> None:
        with _told(self._path):
            self._file.write(piece.encode("utf-8", "replace") if isinstance(piece, str) else piece)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        try:
            with _told(self._path):
                self._file.close()
                if error is None:
                    with contextlib.suppress(FileNotFoundError):
                        self._half.chmod(self._path.stat().st_mode)
                    self._half.replace(self._path)
        finally:
            with contextlib.suppress(OSError):
                self._half.unlink()


class NewFolder:
    """Filled under another name and given ``path``'s at the end of the ``with``, or that with a number behind it.

    ``inside`` is where its files go; ``path`` is in the end what it is called. An exception takes all of it away.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.inside = path.with_name(_half_name(path.name))

    def __enter__(self) -> Self:
        with _told(self.path):
            self.inside.mkdir()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        try:
            if error is None:
                with _told(self.path):
                    self.path = next(name for name in _names(self.path) if not name.exists())
                    self.inside.rename(self.path)
        finally:
            shutil.rmtree(self.inside, ignore_errors=True)


def free_path(path: Path) -> Path:
    """This one, or with a number behind its name where something stands there."""
    names = (path.with_stem(f"{path.stem} ({number})") for number in itertools.count(2))
    with _told(path):
        return path if not path.exists() else next(name for name in names if not name.exists())


def _half_name(name: str) -> str:
    """Short enough where the name itself is as long as a name can be."""
    return f".{name[:40]}.{os.getpid()}.new"


def _names(path: Path) -> Iterator[Path]:
    yield path
    for number in itertools.count(2):
        yield path.with_name(f"{path.name} ({number})")


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise refusal(path, error) from error
