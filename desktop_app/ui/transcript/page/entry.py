"""One message on the page: what it says, the pieces it has been read into so far, and how tall they are.

The pieces are there only near the sight and while the message streams. Of one that was thrown away only the heights
are kept, which is enough to find any place of the conversation again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from desktop_app.domain.message_tree import Siblings
from desktop_app.domain.messages import Message, MessageState, PartKind, Role
from desktop_app.domain.usage import Timings, Usage
from desktop_app.markdown.blocks import Block
from desktop_app.markdown.stream import BlockStream
from desktop_app.ui.transcript.compositions.composition import Composition
from desktop_app.ui.transcript.sheets.sheet import Sheet

NOTHING: Final = Timings()
ONLY: Final = Siblings(1, 1)
"""There is no other version of the message."""


class Piece:
    """``height`` is the sheet's where ``measured``, a guess else. ``block`` is None for what is no Markdown."""

    __slots__ = ("block", "composition", "height", "measured", "sheet")

    def __init__(self, composition: Composition, block: Block | None, height: float = 0) -> None:
        self.composition = composition
        self.block = block
        self.height = height
        self.measured = False
        self.sheet: Sheet | None = None


class Behind(NamedTuple):
    """What belongs to the whole message while only its end is shown."""

    pieces: list[Piece]
    content: int
    opened: int
    states: dict[int, object]


class Entry:
    """``pieces`` are those read by now, the notes under the message behind the ``content`` ones of its text.

    ``fed``: how much of the source has been read; ``whole``: all of it has, and the pieces will stay as they are.
    ``live``: text comes, or waits to be read, of which nothing is known before it is. ``opened``: so many of the
    content's last pieces may still change. ``heights`` are those of pieces that were thrown away; ``states`` what
    sheets left to be made anew with. ``parts`` are the message's where it is more than text. ``choice``: which version
    of the message this is, and of how many. ``ahead``: its request waits in line with so many before it.

    ``behind``: the pieces are those of its end alone, and it is read as a whole behind them; ``missing`` is about how
    tall what is above them will be.
    """

    __slots__ = (
        "_parts",
        "ahead",
        "begun",
        "behind",
        "choice",
        "content",
        "fed",
        "heights",
        "index",
        "live",
        "message_id",
        "missing",
        "model",
        "opened",
        "parts",
        "pieces",
        "role",
        "server",
        "shows_source",
        "size",
        "skipped",
        "state",
        "states",
        "stream",
        "timings",
        "usage",
    )

    def __init__(self, message: Message, index: int) -> None:
        self.message_id = message.id
        self.role = message.role
        self.state = message.state
        self.timings = message.timings or NOTHING
        self.usage: Usage | None = message.usage
        self.skipped = 0
        self.model, self.server = message.model, message.server
        self.choice = ONLY
        self.ahead: int | None = None
        self.index = index
        self.pieces: list[Piece] = []
        self.content = 0
        self.opened = 0
        self.begun = False
        self.behind: Behind | None = None
        self.missing = 0.0
        self.fed = 0
        self.stream: BlockStream | None = None
        self.live = self.streaming
        self.heights: list[float] = []
        self.states: dict[int, object] = {}
        self.shows_source = False
        self.parts = message.parts if any(part.kind is not PartKind.TEXT for part in message.parts) else ()
        text = message.text
        self._parts = [text]
        self.size = len(text)

    @property
    def source(self) -> str:
        """All of the message's text that has come."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0]

    def add(self, text: str) -> None:
        self._parts.append(text)
        self.size += len(text)

    @property
    def mine(self) -> bool:
        return self.role is Role.USER

    @property
    def streaming(self) -> bool:
        return self.state is MessageState.STREAMING

    @property
    def waiting(self) -> bool:
        """Whether there is text to be read, or an end of it to be told; only for one that was begun."""
        return self.begun and (self.fed < self.size or (self.stream is not None and not self.streaming))

    @property
    def whole(self) -> bool:
        return self.begun and not self.waiting and not self.streaming

    def drop(self) -> None:
        """Forgets what can be made again from the source."""
        self.keep_states(self.pieces)
        self.heights = [piece.height for piece in self.pieces]
        self.forget()

    def forget(self) -> None:
        """As if nothing had been read."""
        self.pieces = []
        self.begun, self.behind, self.missing = False, None, 0.0
        self.content = self.opened = self.fed = 0
        self.stream = None

    def keep_states(self, pieces: Iterable[Piece]) -> None:
        """Remembers how the sheets of these were scrolled and set."""
        for number, piece in enumerate(pieces):
            if piece.sheet is not None and (state := piece.sheet.state) is not None:
                self.states[number] = state
