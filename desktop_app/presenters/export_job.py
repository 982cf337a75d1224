"""One export in its thread, conversation by conversation.

What it needs of the history, of kept sound, and a PDF's pages, which the window's library sets in slices, it asks the
event loop for. So nobody holds more than one conversation, one picture or one phrase of sound.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Collection, Coroutine, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

from desktop_app import __version__
from desktop_app.domain.errors import NothingToExport
from desktop_app.domain.exporting import ExportFormat, ExportRequest
from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.domain.messages import Folder
from desktop_app.domain.whole import WholeConversation
from desktop_app.exchange.rendering import Drawing, Sources
from desktop_app.storage.export_rows import ExportRows

_PAUSE: Final = 0.002
"""Seconds between two slices of a PDF, in which the window is painted."""
_TOLD: Final = 0.1
"""Seconds between two tellings of progress."""

_T = TypeVar("_T")

KeptSoundOf = Callable[[str, str], Coroutine[Any, Any, Sequence[tuple[KeptPhrase, Path]]]]
"""What is kept of a message, of a conversation's id and its own: each phrase with its FLAC file, which may go."""


class PdfJob(Protocol):
    """One conversation on its way to be a PDF; all on the GUI thread."""

    def work(self) -> float:
        """Works for a few milliseconds; the part that is done, 1.0: all of it."""

    @property
    def wanted(self) -> str:
        """The blob of a picture that it cannot go on without; empty for none."""

    def give(self, blob: str, content: bytes | None) -> None: ...

    @property
    def content(self) -> bytes:
        """The file, when all is done."""

    def close(self) -> None:
        """Done, or given up."""


class PdfPress(Protocol):
    def begin(self, whole: WholeConversation, request: ExportRequest) -> PdfJob: ...


class Cancelled(Exception):
    """Nobody wants it any more."""


class ExportJob:
    """One export in its thread. ``tell`` is called on the event loop: conversations done, of how many, part of all."""

    def __init__(
        self,
        request: ExportRequest,
        rows: ExportRows,
        kept_sound: KeptSoundOf,
        tell: Callable[[ExportJob, int, int, float], None],
        hidden: Collection[str],
    ) -> None:
        self.cancelled = threading.Event()
        self.drawing: Drawing | None = None
        self.press: PdfPress | None = None
        self._request = request
        self._rows = rows
        self._kept_sound = kept_sound
        self._tell = tell
        self._hidden = frozenset(hidden)
        self._loop = asyncio.get_running_loop()
        self._done = 0
        self._share = 1.0
        self._told = 0.0
        self._ids: Sequence[str] = ()
        self._sources = Sources(self._picture, self._step)

    def run(self) -> Path:
        """What was made. Raises UserErrors and Cancelled."""
        self._sources = self._sources._replace(drawing=self.drawing)
        everything = self._request.conversation_ids is None
        wanted = self._request.conversation_ids or [one.id for one in self._ask(self._rows.conversations())]
        self._ids = [one for one in wanted if one not in self._hidden]
        place = self._place()
        if self._request.format is ExportFormat.JSON:
            return self._json(place, everything=everything)
        if everything or len(self._request.conversation_ids or ()) > 1:
            return self._folder(place)
        whole = self._whole(self._ids[0]) if self._ids else None
        if whole is None:
            raise NothingToExport("The conversation that was to be exported is gone.")
        self._file(place, whole)
        return place

    def _place(self) -> Path:
        from desktop_app.storage.new_file import free_path

        place = Path(self._request.place)
        return free_path(place) if self._request.keep_others else place

    def _json(self, place: Path, *, everything: bool) -> Path:
        from desktop_app.storage.new_file import NewFile

        with NewFile(place) as file:
            for piece in self._json_pieces(everything=everything):
                file.write(piece)
            self._step(0, 0)
        return place

    def _json_pieces(self, *, everything: bool) -> Iterator[str]:
        from desktop_app.exchange import json_file

        with_sound, heard, first = self._request.options.sound, list[tuple[str, str]](), True
        self._share = 0.5 if with_sound else 1.0
        yield from json_file.beginning(self._folders(), f"Aloud {__version__}", time.time(), has_sounds=with_sound)
        if everything:
            yield from json_file.beside(self._ask(self._rows.beside()), self._sources)
        yield json_file.conversations()
        for conversation_id in self._ids:
            if (found := self._whole(conversation_id)) is not None:
                whole = self._ask(self._with_sound(found))
                heard += [(conversation_id, one.message.id) for one in whole.messages if one.sound]
                yield from json_file.conversation(whole, self._sources, first=first)
                first = False
            self._done += 1
        if with_sound:
            yield json_file.sounds()
            yield from self._sounds(heard)
        yield json_file.ending()

    def _sounds(self, heard: Sequence[tuple[str, str]]) -> Iterator[str]:
        """The files of these messages, one after another."""
        from desktop_app.exchange import json_file

        first = True
        for number, place in enumerate(heard):
            self._share = 0.5 + 0.5 * number / len(heard)
            for phrase, path in self._ask(self._kept_sound(*place)):
                self._step(0, 0)
                try:
                    content = path.read_bytes()
                except OSError:  # it has just gone
                    continue
                yield from json_file.sound(*place, phrase, content, first=first)
                first = False

    async def _with_sound(self, whole: WholeConversation) -> WholeConversation:
        """On the event loop: what is kept of each message as sound."""
        messages = [
            replace(
                one, sound=tuple(phrase for phrase, _ in await self._kept_sound(whole.conversation.id, one.message.id))
            )
            for one in whole.messages
        ]
        return replace(whole, messages=tuple(messages))

    def _folders(self) -> list[Folder]:
        """Those in which something of it is."""
        wanted = set(self._ids)
        named = {one.folder_id for one in self._ask(self._rows.conversations()) if one.id in wanted}
        return [folder for folder in self._ask(self._rows.folders()) if folder.id in named]

    def _folder(self, place: Path) -> Path:
        from desktop_app.exchange.file_names import Names, tidy_name
        from desktop_app.storage.new_file import NewFolder

        names, words = Names(), self._request.words
        with NewFolder(place) as folder:
            for conversation_id in self._ids:
                if (whole := self._whole(conversation_id)) is not None:
                    title = tidy_name(f"{_day(whole)} {whole.conversation.title}", words.untitled)
                    self._file(folder.inside / names.free(title, self._request.format.value), whole)
                self._done += 1
            self._step(0, 0)
        return folder.path

    def _file(self, path: Path, whole: WholeConversation) -> None:
        from desktop_app.exchange import read_file
        from desktop_app.markdown.parser import parse
        from desktop_app.storage.new_file import NewFile

        with NewFile(path) as file:
            if self._request.format is ExportFormat.PDF:
                parse("")  # loaded here, the parser holds no slice of the event loop up
                file.write(self._ask(self._pdf(whole)))
                return
            for piece in read_file.pieces(whole, self._request, self._sources):
                file.write(piece)
            self._step(0, 0)

    async def _pdf(self, whole: WholeConversation) -> bytes:
        """On the event loop: the pages are set by the window's library, which is at home there, a little at a time."""
        assert self.press is not None
        job = self.press.begin(whole, self._request)
        part = 0.0
        try:
            while part < 1.0:
                if blob := job.wanted:
                    job.give(blob, await self._rows.picture(blob))
                part = job.work()
                self._step(int(part * 1000), 1000)
                await asyncio.sleep(_PAUSE)
            return job.content
        finally:
            job.close()

    # What the thread asks the event loop for

    def _whole(self, conversation_id: str) -> WholeConversation | None:
        """Without what is about to be deleted."""
        whole = self._ask(self._rows.whole(conversation_id))
        return whole.without(self._hidden) if whole is not None and self._hidden else whole

    def _picture(self, blob: str) -> bytes | None:
        return self._ask(self._rows.picture(blob))

    def _ask(self, work: Coroutine[Any, Any, _T]) -> _T:
        if self.cancelled.is_set():
            work.close()
            raise Cancelled
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def _step(self, done: int, of: int) -> None:
        """So much of the conversation in hand is written."""
        if self.cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._told >= _TOLD:
            self._told = now
            total = max(len(self._ids), 1)
            part = min((self._done + (done / of if of else 0.0)) / total, 1.0) * self._share
            self._loop.call_soon_threadsafe(self._tell, self, self._done, total, part)


def _day(whole: WholeConversation) -> str:
    """By which the files of a folder stand in order."""
    try:
        return datetime.fromtimestamp(whole.conversation.created, UTC).astimezone().strftime("%Y-%m-%d")
    except (ValueError, OverflowError, OSError):
        return ""
