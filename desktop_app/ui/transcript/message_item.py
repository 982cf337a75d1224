"""One message on the page: its source, the pieces it was written in, and where it stands in the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop_app.domain.messages import MessageState, Role
from desktop_app.domain.usage import Timings, Usage
from desktop_app.markdown.blocks import Block, BlockKind
from desktop_app.markdown.stream import BlockStream, Update
from desktop_app.ui.transcript.looks import Line

NOTHING_YET = Block(BlockKind.PARAGRAPH, 0, 0, closed=False)
"""What stands in a streaming message before its first word."""


@dataclass(slots=True, eq=False)
class Piece:
    """One Markdown block as written: its length in the document.

    ``head`` is a code block's first line as it stands; it need not be looked at again before the length ``headed``.
    """

    block: Block
    length: int
    head: Line | None = None
    headed: int = 0


@dataclass(slots=True, eq=False)
class MessageItem:
    """``start`` is a document position, kept true by the document; lengths count document positions.

    ``notes`` are the lines under the message: how it ended, its facts. ``whole`` is false while a message that was
    there before is being written from its end.
    """

    message_id: str
    role: Role
    serial: int
    state: MessageState = MessageState.COMPLETE
    start: int = 0
    pieces: list[Piece] = field(default_factory=list)
    closed: int = 0
    content_length: int = 0
    notes: tuple[Line, ...] = ()
    notes_length: int = 0
    timings: Timings = field(default_factory=Timings)
    usage: Usage | None = None
    skipped: int = 0
    stream: BlockStream | None = None
    whole: bool = True
    _parts: list[str] = field(default_factory=list)

    @property
    def source(self) -> str:
        """All text of the message that has reached the page."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0] if self._parts else ""

    @property
    def mine(self) -> bool:
        return self.role is Role.USER

    @property
    def streaming(self) -> bool:
        return self.state is MessageState.STREAMING

    @property
    def length(self) -> int:
        return self.content_length + self.notes_length

    def place_of(self, index: int) -> int:
        """Where piece ``index`` begins; counted from the end, near which it usually is."""
        return self.start + self.content_length - sum(piece.length for piece in self.pieces[index:])

    def find(self, piece: Piece) -> int | None:
        """Where the piece begins, None where it stands here no more; it too is usually near the end."""
        place = self.start + self.content_length
        for one in reversed(self.pieces):
            place -= one.length
            if one is piece:
                return place
        return None

    def feed(self, text: str) -> Update:
        """Takes the next text; begins (again) with all of it, when the message had ended."""
        self._parts.append(text)
        if self.stream is None:
            self.stream = BlockStream()
            self.closed = 0
            text = self.source
        self.stream.feed(text)
        return self.stream.update()

    def finish(self) -> Update:
        stream, self.stream = self.stream, None
        return stream.finish() if stream else Update()

    def keep_source(self, texts: Iterable[str]) -> None:
        self._parts = list(texts)

    def wanted(self, update: Update) -> Sequence[Block]:
        """The blocks that have to stand where those that were open do."""
        blocks = (*update.closed, *update.open)
        return blocks if blocks or self.closed or not self.streaming else (NOTHING_YET,)
