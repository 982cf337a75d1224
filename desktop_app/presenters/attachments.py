"""What is attached to a message is read here: pictures made fit to be sent, the words of texts and PDFs.

All of it happens in threads. The box shows a chip for each, which is being read until this has an answer for it. A
picture is kept by the history before its chip says that it is there, so a draft has no bytes to write.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.domain.attachments import image_part
from desktop_app.domain.errors import AttachmentError
from desktop_app.domain.ids import new_id
from desktop_app.domain.messages import Part
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import Notice, NoticeView, PictureCodec, WritingView
from desktop_app.storage.documents import picture_in, read_document
from desktop_app.storage.pdf_text import Dropped
from desktop_app.storage.pictures import Pictures

ATTACHMENT_NOTICE = "attachment"


class AttachmentsPresenter:
    def __init__(
        self, view: WritingView, notices: NoticeView, codec: PictureCodec, pictures: Pictures, tasks: Tasks
    ) -> None:
        self._view = view
        self._notices = notices
        self._codec = codec
        self._pictures = pictures
        self._tasks = tasks
        self._dropped: dict[int, threading.Event] = {}
        self._left: dict[int, str | None] = {}
        self.on_late: Callable[[str | None, Part], None] = lambda _conversation_id, _part: None
        """Called with what was attached in a conversation that was left before it had been read."""
        self.where: Callable[[], str | None] = lambda: None
        """The conversation whose box it is; None: one that is none yet."""
        self._one_at_a_time = asyncio.Semaphore(1)

    def read_file(self, number: int, path: str) -> None:
        self._begin(number, path)

    def read_picture(self, number: int, picture: object) -> None:
        """One that was pasted: its bytes, or a picture of the window's own kind."""
        self._begin(number, picture)

    def drop(self, number: int) -> None:
        """Its chip was removed: if it is still being read, nobody waits for it, unless its conversation was left."""
        if number in self._left:
            return
        if (dropped := self._dropped.get(number)) is not None:
            dropped.set()

    def leave(self, conversation_id: str | None) -> None:
        """Another conversation comes to the screen: what is being read belongs to this one."""
        self._left.update((number, conversation_id) for number in self._dropped if number not in self._left)

    def refuse(self, error: AttachmentError) -> None:
        """The box itself could not take something."""
        self._notices.show_notice(Notice(ATTACHMENT_NOTICE, error))

    def show_thumbnails(self, blobs: Sequence[str]) -> None:
        """Those of pictures that came back with a draft, or with a question that is edited."""
        self._tasks.start("show thumbnails", self._show_thumbnails(blobs))

    def _begin(self, number: int, source: object) -> None:
        self._notices.clear_notice(ATTACHMENT_NOTICE)
        self._dropped[number] = threading.Event()
        self._tasks.start("read an attachment", self._read(number, source, self.where()))

    async def _read(self, number: int, source: object, conversation_id: str | None) -> None:
        dropped = self._dropped[number]
        try:
            async with self._one_at_a_time:  # two large ones side by side would take the window's time
                part, thumbnail = await self._part(source, dropped, conversation_id)
        except Dropped:
            return
        except AttachmentError as error:
            if not dropped.is_set():
                self._view.drop_attachment(number)
                self.refuse(error)
            return
        finally:
            del self._dropped[number]
            was_left, left = number in self._left, self._left.pop(number, None)
        if was_left:
            self.on_late(left, part)
        elif not dropped.is_set():
            self._view.show_attachment(number, part, thumbnail)

    async def _part(
        self, source: object, dropped: threading.Event, conversation_id: str | None
    ) -> tuple[Part, object | None]:
        """As a part, and a thumbnail where it is a picture. Raises AttachmentError, and Dropped."""
        if dropped.is_set():
            raise Dropped
        name, picture = "", source
        if isinstance(source, str):
            path = Path(source)
            name, picture = path.name, await asyncio.to_thread(picture_in, path)
            if picture is None:
                return await asyncio.to_thread(read_document, path, dropped.is_set), None
        encoded = await asyncio.to_thread(self._codec.encode, picture, name)
        blob = new_id()
        await self._pictures.keep(blob, encoded.content, conversation_id)
        name = (
            name or f"picture.{encoded.media_type.rpartition('/')[2]}"
        )  # it was never a file: what it would be called
        size = len(encoded.content)
        return image_part(blob, name, encoded.media_type, size, encoded.width, encoded.height), encoded.thumbnail

    async def _show_thumbnails(self, blobs: Sequence[str]) -> None:
        contents = await self._pictures.contents(blobs)
        for blob, content in contents.items():
            thumbnail = await asyncio.to_thread(self._codec.thumbnail, content)
            self._view.show_thumbnail(blob, thumbnail)
