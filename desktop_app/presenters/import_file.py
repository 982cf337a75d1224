"""One file on its way into the history: read and put together in a thread, and whether it shall be imported."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.domain.attachments import blob_of, image_part
from desktop_app.domain.errors import AttachmentError, UserError
from desktop_app.domain.importing import Gap, GapReport, ImportLook, ImportSource
from desktop_app.domain.messages import Message, Part, PartKind
from desktop_app.domain.whole import WholeConversation
from desktop_app.presenters.views import PictureCodec

if TYPE_CHECKING:
    from desktop_app.exchange.importing.found import Found, FoundBeside
    from desktop_app.exchange.importing.gaps import Gaps
    from desktop_app.exchange.importing.kept_sound import FoundSound
    from desktop_app.storage.importing.staging import Staging

_TOLD: Final = 0.1
"""Seconds between two tellings of progress."""


class ImportFile:
    """``read``, ``seal``, ``bring_sounds`` and ``discard`` are for threads, one after another."""

    def __init__(self, path: Path, history_file: Path, codec: PictureCodec) -> None:
        self.path = path
        self.cancelled = False
        self.decision: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._history_file = history_file
        self._codec = codec
        self._staging: Staging | None = None
        self.heard: dict[tuple[str, str], int] = {}
        """The messages of which the file has sound along, by conversation and id: how many phrases."""

    def decide(self, *, wanted: bool) -> None:
        if not self.decision.done():
            self.decision.set_result(wanted)

    def cancel(self) -> None:
        self.cancelled = True
        self.decide(wanted=False)
        if self._staging is not None:
            self._staging.interrupt()

    def read(self, tell: Callable[[int, int], None]) -> ImportLook | None:
        """Puts all of the file together beside the history; None where it was cancelled. Raises UserErrors."""
        from desktop_app.exchange.importing.gaps import Gaps
        from desktop_app.exchange.importing.reading import ExportFile
        from desktop_app.storage.importing.staging import Interrupted, Staging

        gaps = Gaps()
        self._staging = staging = Staging(self._history_file)
        try:
            with ExportFile(self.path, time.time(), lambda: self.cancelled) as file:
                staging.open()
                told = time.monotonic()
                for found in file.conversations(gaps):
                    whole, pictures = _fitted(found, self._codec, gaps)
                    staging.add(whole, found.folder, pictures)
                    self._note_sound(whole)
                    if self.cancelled:
                        return None
                    if (now := time.monotonic()) - told >= _TOLD:
                        told = now
                        tell(file.position, file.size)
                        staging.check_room()
                _add_beside(staging, file.beside(gaps))
                source = file.source
                if not file.has_sounds:
                    self.heard.clear()
            return self._compared(staging, source, gaps.report())
        except Interrupted:
            return None
        except UserError:  # a file that is not read on looks like one that has ended
            if self.cancelled:
                return None
            raise

    def bring_sounds(self, take: Callable[[FoundSound], bool], tell: Callable[[int, int], None]) -> int:
        """Reads the file once more for the sound that it has along; how many phrases of it ``take`` took."""
        from desktop_app.exchange.importing.reading import ExportFile

        taken, told = 0, time.monotonic()
        with suppress(UserError), ExportFile(self.path, time.time(), lambda: self.cancelled) as file:
            for found in file.sounds():
                if self.cancelled:
                    break
                taken += take(found)
                if (now := time.monotonic()) - told >= _TOLD:
                    told = now
                    tell(file.position, file.size)
        return taken

    def seal(self) -> None:
        if self._staging is not None:
            self._staging.seal()

    def discard(self) -> None:
        if self._staging is not None:
            self._staging.discard()

    def _note_sound(self, whole: WholeConversation) -> None:
        heard = {(whole.conversation.id, one.message.id): len(one.sound) for one in whole.messages if one.sound}
        self.heard.update(heard)

    def _compared(self, staging: Staging, source: ImportSource, gaps: GapReport) -> ImportLook | None:
        if self.cancelled:
            return None
        compared = staging.compare()
        return ImportLook(
            source=source,
            file_name=self.path.name,
            conversations=compared.conversations,
            messages=compared.messages,
            new=compared.new,
            grown=compared.grown,
            known=compared.conversations - compared.new - compared.grown,
            new_messages=compared.new_messages,
            removed_here=compared.removed_here,
            continued_here=compared.continued_here,
            pictures=compared.pictures,
            oldest=compared.oldest,
            newest=compared.newest,
            prompts=compared.prompts,
            draft=compared.drafts > 0,
            gaps=gaps,
        )


def _add_beside(staging: Staging, found: FoundBeside) -> None:
    read = ((blob, picture.read()) for blob, picture in found.pictures.items())
    staging.add_beside(found.beside, {blob: content for blob, content in read if content is not None})


def _fitted(found: Found, codec: PictureCodec, gaps: Gaps) -> tuple[WholeConversation, Mapping[str, bytes]]:
    """The conversation with its pictures made fit to be kept and sent; of one that cannot be drawn the name stays."""
    if not found.pictures:
        return found.whole, {}
    contents: dict[str, bytes] = {}

    def fit(part: Part) -> Part:
        blob = blob_of(part)
        picture = found.pictures.get(blob)
        if part.kind is not PartKind.IMAGE or picture is None:
            return part
        content = picture.read()
        if content is not None and picture.is_fit:
            contents[blob] = content
            return part
        try:
            encoded = codec.encode(content or b"", str(part.data.get("name", "")))
        except AttachmentError:
            gaps.note(Gap.PICTURE)
            return part
        contents[blob] = encoded.content
        name = str(part.data.get("name") or f"picture.{encoded.media_type.rpartition('/')[2]}")
        return image_part(blob, name, encoded.media_type, len(encoded.content), encoded.width, encoded.height)

    def refit(message: Message) -> Message:
        has_picture = any(part.kind is PartKind.IMAGE for part in message.parts)
        return replace(message, parts=tuple(fit(part) for part in message.parts)) if has_picture else message

    messages = tuple(replace(one, message=refit(one.message)) for one in found.whole.messages)
    draft = replace(found.whole.draft, parts=tuple(fit(part) for part in found.whole.draft.parts))
    return replace(found.whole, messages=messages, draft=draft), contents
