"""A conversation is a tree of messages; each message is a row of parts that have kinds.

Nothing is overwritten: asking again gives a question a second child. What the screen shows is one path through the
tree, from the root to the conversation's head.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.usage import Timings, Usage

SERVER = "server"
"""In the data of an answer's text: who gave it."""
LONGEST_TITLE = 60
"""Characters of a title that the program gives by itself; a person's may have more."""
_READ_FOR_A_TITLE = 1_000  # characters of a text, which may be a book


class Role(StrEnum):
    USER = "user"
    ASSISTANT = "assistant"
    TOOL = "tool"


class PartKind(StrEnum):
    TEXT = "text"
    IMAGE = "image"
    FILE = "file"
    TOOL_CALL = "tool_call"
    TOOL_RESULT = "tool_result"
    REASONING = "reasoning"
    STRUCTURED = "structured"


class MessageState(StrEnum):
    """How a message ended, or that it has not yet.

    INTERRUPTED is what a STREAMING message becomes when the program that wrote it is gone. TRUNCATED: the token limit
    cut it; FILTERED: the server's content filter did.
    """

    COMPLETE = "complete"
    STREAMING = "streaming"
    STOPPED = "stopped"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    TRUNCATED = "truncated"
    FILTERED = "filtered"


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a message: ``text`` for what is read, ``data`` (JSON values) for what the kind needs besides."""

    kind: PartKind
    text: str = ""
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Message:
    """One message; ``created`` in seconds since 1970, UTC.

    ``heard``: up to where in its text the voice had come, to a whole word, when it was stopped there; None where it
    was not stopped, or the rest was heard later.
    """

    id: str
    conversation_id: str
    parent_id: str | None
    role: Role
    parts: tuple[Part, ...]
    created: float
    state: MessageState = MessageState.COMPLETE
    model: str = ""
    usage: Usage | None = None
    timings: Timings | None = None
    heard: int | None = None

    @property
    def text(self) -> str:
        """What a reader sees: the text parts, joined by a blank line."""
        return "\n\n".join(part.text for part in self.parts if part.kind is PartKind.TEXT)

    @property
    def server(self) -> str:
        """Who answered, as ``prices.server_name`` has it; empty where it is not known."""
        return next((name for part in self.parts if isinstance(name := part.data.get(SERVER), str)), "")


class TitledBy(StrEnum):
    """Who gave a conversation its title; a better one takes the place of a lesser one, and nobody a person's."""

    FIRST_WORDS = ""
    MODEL = "model"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Conversation:
    """What the sidebar knows of a conversation; times in seconds since 1970, UTC; ``head_id`` is its newest message."""

    id: str
    title: str
    created: float
    updated: float
    head_id: str | None = None
    titled_by: TitledBy = TitledBy.FIRST_WORDS
    pinned: bool = False
    archived: bool = False
    folder_id: str | None = None


@dataclass(frozen=True, slots=True)
class Folder:
    """Conversations kept together; folders stand in the order of ``position``."""

    id: str
    name: str
    position: float = 0.0


def title_from(text: str) -> str:
    """What a conversation is called by its first words: one line of at most ``LONGEST_TITLE``, ended at a word."""
    line = " ".join(text.lstrip()[:_READ_FOR_A_TITLE].split())
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
