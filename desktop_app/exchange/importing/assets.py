"""The other files of an export: pictures and documents beside its conversations, in the same archive or folder.

They are found by the names that conversations give them, and by nothing else: a path in a file is never followed.
"""

from __future__ import annotations

import base64
import binascii
import re
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.domain.attachments import LARGEST_FILE

_NAME = re.compile(r"file[-_][A-Za-z0-9]+")
_FOLDERS = ("dalle-generations", "user-")
_DATA = re.compile(r"data:([\w.+-]+/[\w.+-]+)?(?:;[\w=.+-]+)*?(;base64)?,", re.ASCII)


class Assets:
    """By what an export calls a file: "file-service://file-AbC", "sediment://file_00ab".

    ``file_name``: of the file that the conversations themselves are in.
    """

    def __init__(self, archive: zipfile.ZipFile | None = None, folder: Path | None = None) -> None:
        self.file_name = ""
        self._archive = archive
        self._folder = folder
        self._places: dict[str, zipfile.ZipInfo | Path] | None = None

    def has(self, pointer: str) -> bool:
        return self._place(pointer) is not None

    def read(self, pointer: str, most: int = LARGEST_FILE) -> bytes | None:
        """Its bytes; None where there is none, it cannot be read, or it has more than ``most``."""
        place = self._place(pointer)
        try:
            if isinstance(place, Path):
                return place.read_bytes() if place.is_file() and place.stat().st_size <= most else None
            if place is not None and self._archive is not None and place.file_size <= most:
                with self._archive.open(place) as file:
                    content = file.read(most + 1)  # the size it claims may be a lie
                return content if len(content) <= most else None
        except (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError):  # the last: it is encrypted
            return None
        return None

    def _place(self, pointer: str) -> zipfile.ZipInfo | Path | None:
        if self._places is None:
            self._places = dict(self._list())
        return next((self._places[name] for name in _NAME.findall(pointer) if name in self._places), None)

    def _list(self) -> Iterator[tuple[str, zipfile.ZipInfo | Path]]:
        if self._archive is not None:
            for info in self._archive.infolist():
                if not info.is_dir() and (name := _NAME.match(info.filename.rpartition("/")[2])):
                    yield name.group(), info
        elif self._folder is not None:
            for path in _files(self._folder):
                if name := _NAME.match(path.name):
                    yield name.group(), path


def _files(folder: Path) -> Sequence[Path]:
    """What an unpacked export has: files beside the conversations, and in its own folders of pictures.

    No links: they may lead to what is nobody's business but the person's.
    """
    try:
        beside = [path for path in folder.iterdir() if not path.is_symlink()]
        inside = [
            path for one in beside if one.is_dir() and one.name.startswith(_FOLDERS) for path in one.rglob("file*")
        ]
    except OSError:
        return ()
    return [*beside, *(path for path in inside if not path.is_symlink())]


def data_address(address: str) -> tuple[str, bytes] | None:
    """The media type and the bytes of a ``data:`` address; None for any other, and for one that is broken."""
    if not (found := _DATA.match(address)):
        return None
    body = address[found.end() :]
    try:
        content = base64.b64decode(body) if found.group(2) else urllib.parse.unquote_to_bytes(body)
    except (binascii.Error, ValueError):
        return None
    return found.group(1) or "text/plain", content
