"""A file of conversations, opened and read from its beginning to its end, a conversation at a time.

What it is, is told by its content: a list of conversations, an object that has such a list, one conversation, or an
archive with such files in it. The JSON is parsed as it comes (`ijson`, on yajl in C), so memory holds no more than the
one conversation; the longest wait between two of them is that of the largest.
"""

from __future__ import annotations

import contextlib
import itertools
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

import ijson

from desktop_app.domain.errors import ExportNotUnderstood, ExportUnreadable
from desktop_app.domain.importing import Gap, ImportSource
from desktop_app.exchange.importing import aloud, chatgpt, kept_sound, librechat, open_webui
from desktop_app.exchange.importing.assets import Assets
from desktop_app.exchange.importing.depth import Depth
from desktop_app.exchange.importing.found import Found, FoundBeside
from desktop_app.exchange.importing.gaps import Gaps
from desktop_app.exchange.importing.head import AT_ONCE, Head, look
from desktop_app.exchange.importing.kept_sound import FoundSound
from desktop_app.exchange.importing.values import members

_CONVERSATIONS = re.compile(r"(^|/)conversations([-_]?\d+)?\.json$", re.IGNORECASE)
_DEEPEST = 5_000
_LOOKED_AT = 20
"""Conversations, some of which may be damaged, before a file is given up."""
_BROKEN = (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, UnicodeDecodeError, ijson.JSONError)
"""What a damaged file, a damaged archive, or one with a password answers."""


@dataclass(frozen=True, slots=True)
class _Stream:
    """A JSON text within the file; ``size`` in bytes."""

    name: str
    open: Callable[[], IO[bytes]]
    size: int


class ExportFile:
    """To be used with ``with``, on one thread. ``now``: for conversations that tell no time at all.

    Raises ``ExportUnreadable`` and ``ExportNotUnderstood`` when it is entered. When ``is_cancelled`` says so it ends
    early, as if the file did.
    """

    def __init__(self, path: Path, now: float, is_cancelled: Callable[[], bool] = lambda: False) -> None:
        self.path = path
        self.size = 0
        self.position = 0
        self._source: ImportSource | None = None
        self._now = now
        self.is_cancelled = is_cancelled
        self._archive: zipfile.ZipFile | None = None
        self._streams: list[_Stream] = []
        self._assets = Assets()
        self._heads: list[Head] = []

    def __enter__(self) -> Self:
        try:
            self._open()
            self._source = self._recognise()
        except (OSError, zipfile.BadZipFile) as error:
            self._close()
            raise ExportUnreadable("This file cannot be read.") from error
        except BaseException:
            self._close()
            raise
        if self._source is None:
            self._close()
            raise ExportNotUnderstood("No conversations that Aloud understands are in this file.")
        return self

    @property
    def source(self) -> ImportSource:
        """Who wrote it."""
        assert self._source is not None, "it is entered first"
        return self._source

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._close()

    def conversations(self, gaps: Gaps) -> Iterator[Found]:
        """All of them, in the order of the file. A damaged or cut file ends early, with a gap that says so."""
        self.position = 0
        self._heads.clear()
        for stream in self._streams:
            before = self.position
            yield from self._read(stream, gaps)
            self.position = before + stream.size
        gaps.turn_to("")

    def beside(self, gaps: Gaps) -> FoundBeside:
        """What our own file has beside its conversations; to be asked behind those."""
        return aloud.read_beside([head.before for head in self._heads if head.is_ours], gaps)

    @property
    def has_sounds(self) -> bool:
        """Whether it has kept sound along; known behind the conversations."""
        return any(head.has_sounds for head in self._heads)

    def sounds(self) -> Iterator[FoundSound]:
        """That sound, a phrase at a time, for which all of the file is read once more."""
        self.position = 0
        for stream in self._streams:
            before = self.position
            with contextlib.suppress(*_BROKEN):
                if self._head(stream).has_sounds:
                    with self._opened(stream) as file:
                        items = ijson.items(file, "sounds.item", use_float=True, buf_size=AT_ONCE)
                        yield from filter(None, (kept_sound.read(members(one)) for one in items))
            self.position = before + stream.size

    # Inside

    def _open(self) -> None:
        if not zipfile.is_zipfile(self.path):
            with self.path.open("rb") as file:
                size = file.seek(0, 2)
            self._streams = [_Stream(self.path.name, lambda: self.path.open("rb"), size)]
            self._assets = Assets(folder=self.path.parent)
        else:
            self._archive = archive = zipfile.ZipFile(self.path)
            self._assets = Assets(archive)
            texts = [info for info in archive.infolist() if info.filename.lower().endswith(".json")]
            named = [info for info in texts if _CONVERSATIONS.search(info.filename)]
            for info in sorted(named or texts, key=lambda info: info.filename):
                name = info.filename.rpartition("/")[2]
                self._streams.append(_Stream(name, lambda info=info: archive.open(info), info.file_size))  # type: ignore[misc]
        self.size = sum(stream.size for stream in self._streams)

    def _recognise(self) -> ImportSource | None:
        """By the first conversation that can be told; our own also by what stands before its conversations."""
        for stream in self._streams:
            with contextlib.suppress(*_BROKEN):
                head = self._head(stream)
                for item in itertools.islice(self._items(stream, head), _LOOKED_AT):
                    if (source := _source_of(item)) is not None:
                        return source
                if head.has_beside:
                    return ImportSource.ALOUD
        return None

    def _read(self, stream: _Stream, gaps: Gaps) -> Iterator[Found]:
        self._assets.file_name = stream.name
        try:
            head = self._head(stream)
            self._heads.append(head)
            folders = head.folders
            for item in self._items(stream, head):
                if (found := self._take(item, folders, gaps)) is not None:
                    yield found
        except _BROKEN:
            gaps.turn_to("")
            gaps.note(Gap.CUT)

    def _head(self, stream: _Stream) -> Head:
        with self._opened(stream) as file:
            return look(file)

    def _items(self, stream: _Stream, head: Head) -> Iterator[Any]:
        with self._opened(stream) as file:
            yield from ijson.items(file, head.prefix, use_float=True, buf_size=AT_ONCE)

    def _take(self, item: Any, folders: Mapping[str, str], gaps: Gaps) -> Found | None:
        """``folders``: our own file's."""
        source = _source_of(item)
        if source is None:
            gaps.turn_to(str(item.get("title") or "") if isinstance(item, dict) else "")
            gaps.note(Gap.CONVERSATION)
            return None
        gaps.turn_to(str(item.get("title") or ""))
        if source is ImportSource.ALOUD:
            return aloud.read(item, folders, gaps, self._now)
        read = next(read for known, _, read in _OTHERS if known is source)
        return read(item, self._assets, gaps, self._now)

    @contextlib.contextmanager
    def _opened(self, stream: _Stream) -> Iterator[_Counted]:
        start = self.position
        with stream.open() as file:
            yield _Counted(self, file)
        self.position = start

    def _close(self) -> None:
        if self._archive is not None:
            self._archive.close()
            self._archive = None

    def told(self, count: int) -> None:
        """So many bytes were read."""
        self.position += count


class _Counted:
    """A file that tells how far it was read, and has no mark of its encoding at its beginning."""

    def __init__(self, owner: ExportFile, file: IO[bytes]) -> None:
        self._owner = owner
        self._file = file
        self._begun = False
        self._depth = Depth(_DEEPEST)

    def read(self, size: int = -1) -> bytes:
        if size == 0:  # asked before all else, for the type of what comes
            return b""
        piece = b"" if self._owner.is_cancelled() else self._file.read(size)
        self._owner.told(len(piece))
        if self._depth.is_too_deep(piece):
            raise ijson.JSONError("nested too deeply")
        if not self._begun:
            self._begun = True
            return piece.removeprefix(b"\xef\xbb\xbf")
        return piece


_OTHERS = (
    (ImportSource.CHATGPT, chatgpt.is_conversation, chatgpt.read),
    (ImportSource.LIBRECHAT, librechat.is_conversation, librechat.read),
    (ImportSource.OPEN_WEBUI, open_webui.is_conversation, open_webui.read),
)


def _source_of(item: object) -> ImportSource | None:
    if not isinstance(item, dict):
        return None
    if aloud.is_conversation(item):
        return ImportSource.ALOUD
    return next((source for source, is_conversation, _ in _OTHERS if is_conversation(item)), None)
