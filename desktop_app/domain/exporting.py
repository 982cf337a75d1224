"""What a person chooses when conversations become files that others can read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.messages import MessageState, Role


class ExportFormat(StrEnum):
    """The value is what a file's name ends in."""

    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    JSON = "json"
    TEXT = "txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What goes into a file that is read. JSON always has all of it.

    ``details``: when each message was written, and by which model. ``branches``: every version of a question or an
    answer, not only those that the page shows.
    """

    reasoning: bool = False
    details: bool = True
    branches: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWords:
    """The words that an export puts between those of the conversation, in the user's language.

    ``version`` has ``{index}``, ``{count}`` and nothing else to fill in. ``states`` has words for how a message ended,
    where it did not end well. ``date``: how a day and a time are written, for ``strftime``.
    """

    language: str = "en"
    roles: Mapping[Role, str] = field(
        default_factory=lambda: {Role.USER: "You", Role.ASSISTANT: "Assistant", Role.TOOL: "Tool"}
    )
    states: Mapping[MessageState, str] = field(default_factory=dict)
    reasoning: str = "Reasoning"
    tool_call: str = "Tool call"
    tool_result: str = "Tool result"
    structured: str = "Data"
    picture: str = "Picture"
    file: str = "File"
    untitled: str = "Conversation"
    version: str = "version {index} of {count}"
    notes: str = "Notes"
    date: str = "%Y-%m-%d %H:%M"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """``conversation_ids`` None: everything. ``place`` is the file, or the folder in which a new folder is made."""

    conversation_ids: tuple[str, ...] | None
    format: ExportFormat
    place: str
    options: ExportOptions = field(default_factory=ExportOptions)
    words: ExportWords = field(default_factory=ExportWords)
    message_ids: frozenset[str] | None = None
    """Of one conversation, only these messages; None: all."""
