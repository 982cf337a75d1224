"""Opens a conversation from its end.

The newest messages come at once, up to a hundred in the next frames, older ones when the reader comes near them.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from desktop_app.domain.messages import Message
from desktop_app.domain.usage import Timings
from desktop_app.markdown.blocks import Block
from desktop_app.markdown.stream import BlockStream
from desktop_app.ui.transcript.document import PageDocument
from desktop_app.ui.transcript.message_item import MessageItem
from desktop_app.ui.transcript.page import Page
from desktop_app.ui.transcript.work import FrameWork, Job

_AT_ONCE = 100
_MORE = 20
_FIRST_LOOK = 0.04
"""Seconds of work at most before the page is shown for the first time."""
_SLICE = 8000
"""Characters parsed at a time."""
_AT_A_TIME = 0.004
"""Seconds of writing before it is laid out."""
_DONE = object()


class History:
    """Messages are written upwards, block by block, above what is there."""

    def __init__(self, messages: PageDocument, page: Page, work: FrameWork) -> None:
        self._messages = messages
        self._page = page
        self._work = work
        self._older: list[Message] = []
        self._running = False
        self._steps_left: Job = iter(())

    def open(self, messages: Sequence[Message]) -> None:
        """Writes the newest at once, as many as fill the page, and lets the rest come."""
        self._older = list(messages)
        self._running = False
        self._begin(_AT_ONCE)
        latest = time.monotonic() + _FIRST_LOOK
        while self._running and time.monotonic() < latest and not self._page.is_filled():
            self._work.work_on(_AT_A_TIME)

    def more(self) -> None:
        """Some older messages, if there are any."""
        if self._older and not self._running:
            self._begin(_MORE)

    def _begin(self, count: int) -> None:
        self._running = True
        self._steps_left = self._steps(count)
        self._work.add(self._write(self._steps_left))

    def complete(self, item: MessageItem) -> None:
        """Writes the rest of a message that is wanted whole now, since it is to grow again."""
        with self._page.held(), self._messages.writer.together():
            while not item.whole and next(self._steps_left, _DONE) is not _DONE:
                pass

    def _write(self, steps: Job) -> Job:
        """Writes for a few milliseconds at a time, since what stands below moves once for each of them."""
        while self._running and steps is self._steps_left:
            with self._page.held(), self._messages.writer.together():
                self._write_some(steps)
            yield

    def _write_some(self, steps: Job) -> None:
        end = time.monotonic() + _AT_A_TIME
        while time.monotonic() < end:
            if next(steps, _DONE) is _DONE:
                self._running = False
                return

    def _steps(self, count: int) -> Job:
        for _ in range(min(count, len(self._older))):
            message = self._older.pop()
            item = self._messages.add(message.id, message.role, message.state, before=True)
            item.keep_source([message.text])
            item.usage, item.timings = message.usage, message.timings or Timings()
            self._messages.show_notes(item)
            if item.mine:
                self._messages.write_mine(item, message.text)
                yield
            else:
                yield from self._write_blocks(item, message)

    def _write_blocks(self, item: MessageItem, message: Message) -> Job:
        item.whole = False
        blocks: list[Block] = []
        for update in _parsed(message.text):
            blocks += update
            yield
        while blocks:
            block = blocks.pop()
            self._messages.write_before(item, block, first=not blocks)
            item.whole = not blocks
            yield
        item.whole = True


def _parsed(source: str) -> Iterator[Sequence[Block]]:
    """The blocks of a text, in slices of work."""
    stream = BlockStream()
    for start in range(0, len(source), _SLICE):
        stream.feed(source[start : start + _SLICE])
        yield stream.update().closed
    yield stream.finish().closed
