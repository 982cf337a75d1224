"""Text that has arrived and is not yet on the page, message by message, and how each is to end."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from desktop_app.domain.messages import MessageState
from desktop_app.markdown.blocks import BlockKind
from desktop_app.ui.transcript.document import PageDocument
from desktop_app.ui.transcript.work import own_time

_GOAL = 0.007
"""Seconds one frame's writing should take."""
_LEAST, _MOST = 400, 2000
_AGAIN = 8
"""An open end that grows by a smaller part than this costs as much as one that grows by it."""
_STEP = 1.25
"""How much a portion changes at once: one frame that cost more than its like changes little."""


@dataclass(slots=True)
class _Waiting:
    """``ending``: the state the message takes when all its text is on the page."""

    texts: deque[str] = field(default_factory=deque)
    size: int = 0
    ending: MessageState | None = None

    def take(self, most: int) -> str:
        """The next text, at most so many characters."""
        taken: list[str] = []
        length = 0
        while self.texts and length < most:
            text = self.texts.popleft()
            room = most - length
            if len(text) > room:
                self.texts.appendleft(text[room:])
                text = text[:room]
            taken.append(text)
            length += len(text)
        self.size -= length
        return "".join(taken)


class Streams:
    """Gathers cheaply, writes in ``work``: as much at a time as a frame can bear, learnt from the frames before."""

    def __init__(self, page: PageDocument) -> None:
        self._page = page
        self._waiting: dict[str, _Waiting] = {}
        self._portion = 1000

    @property
    def waiting(self) -> bool:
        """Whether there is anything to write."""
        return any(one.texts or one.ending for one in self._waiting.values())

    def clear(self) -> None:
        self._waiting.clear()

    def begin(self, message_id: str) -> None:
        """The message streams from now on, behind what still waits; its caret shows with the next frame."""
        item = self._page.find(message_id)
        if item is None:
            return
        self._waiting.setdefault(message_id, _Waiting()).ending = None
        item.state = MessageState.STREAMING
        self._page.show_notes(item)
        self._page.apply(item, item.feed(""))

    def append(self, message_id: str, text: str) -> None:
        waiting = self._waiting.get(message_id)
        if waiting is not None and text:
            waiting.texts.append(text)

    def end(self, message_id: str, state: MessageState) -> None:
        """The message has ended so; shown when the last of its text is on the page."""
        waiting = self._waiting.setdefault(message_id, _Waiting())
        waiting.ending = state

    def work(self) -> None:
        """Writes one frame's portion of each message that waits."""
        for message_id, waiting in list(self._waiting.items()):
            if waiting.texts:
                self._write(message_id, waiting.take(self._portion_of(message_id)))
            elif waiting.ending is not None:
                del self._waiting[message_id]
                self._end(message_id, waiting.ending)

    def caret(self) -> int:
        """The document position behind the last letter of the message that streams; -1 where none does."""
        for message_id in reversed(self._waiting):
            item = self._page.find(message_id)
            if item is not None and item.streaming and item.pieces:
                last = item.pieces[-1]
                foot = 1 if last.block.kind is BlockKind.CODE else 0
                return item.start + item.content_length - 1 - foot
        return -1

    def _write(self, message_id: str, text: str) -> None:
        item = self._page.find(message_id)
        if item is None:
            return
        began = own_time()
        self._page.apply(item, item.feed(text))
        self._learn(len(text), own_time() - began)

    def _portion_of(self, message_id: str) -> int:
        """What a frame can bear; more where the open end is so long that it is read again only in such steps."""
        item = self._page.find(message_id)
        stream = item.stream if item else None
        again = 0 if stream is None or stream.in_fence else len(stream.tail) // _AGAIN
        return max(self._portion, again)

    def _learn(self, length: int, seconds: float) -> None:
        if seconds > _GOAL:
            self._portion = max(round(self._portion / _STEP), _LEAST)
        elif length >= self._portion:
            self._portion = min(round(self._portion * _STEP), _MOST)

    def _end(self, message_id: str, state: MessageState) -> None:
        item = self._page.find(message_id)
        if item is None:
            return
        item.state = state
        if item.stream is not None:
            self._page.apply(item, item.finish())
        self._page.show_notes(item)
