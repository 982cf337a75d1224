"""What a person chooses when conversations become files that others can read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.message_tree import MessageTree, Siblings
from desktop_app.domain.messages import Message, MessageState, Role
from desktop_app.domain.whole import WholeConversation


class ExportFormat(StrEnum):
    """The value is what a file's name ends in. JSON is one file whatever it holds, the others one a conversation."""

    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    JSON = "json"
    TEXT = "txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What goes into a file that is read. JSON always has all of it.

    ``details``: when each message was written, and by which model. ``branches``: every version of a question or an
    answer, not only those that the page shows. ``sound``: with the kept sound itself; in JSON only.
    """

    reasoning: bool = False
    details: bool = True
    branches: bool = False
    sound: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWords:
    """The words that an export puts between those of the conversation, in the user's language.

    ``version`` has ``{index}``, ``{count}`` and nothing else to fill in. ``states`` has words for how a message ended,
    where it did not end well; ``alerts`` for each sort of ``markdown.blocks.Alert``. ``date``: how a day and a time are
    written, for ``strftime``.
    """

    language: str = "en"
    roles: Mapping[Role, str] = field(
        default_factory=lambda: {Role.USER: "You", Role.ASSISTANT: "Assistant", Role.TOOL: "Tool"}
    )
    states: Mapping[MessageState, str] = field(
        default_factory=lambda: {state: state.value for state in MessageState if state is not MessageState.COMPLETE}
    )
    reasoning: str = "Reasoning"
    tool_call: str = "Tool call"
    tool_result: str = "Tool result"
    structured: str = "Data"
    picture: str = "Picture"
    file: str = "File"
    untitled: str = "Conversation"
    alerts: Mapping[str, str] = field(default_factory=dict)
    version: str = "version {index} of {count}"
    date: str = "%Y-%m-%d %H:%M"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """``conversation_ids`` None: everything. ``place`` is the file, or the new folder.

    ``keep_others``: the person was not asked whether what may stand there shall make way, so it stays.
    """

    conversation_ids: tuple[str, ...] | None
    format: ExportFormat
    place: str
    options: ExportOptions = field(default_factory=ExportOptions)
    words: ExportWords = field(default_factory=ExportWords)
    keep_others: bool = False
    message_ids: frozenset[str] | None = None
    """Of one conversation, only these messages; None: all."""


class Exported(NamedTuple):
    """A message that goes into a file, and which version of how many it is."""

    message: Message
    siblings: Siblings


def exported(whole: WholeConversation, request: ExportRequest) -> list[Exported]:
    """The messages that go in, in reading order: the path that is shown, or all branches, each behind the other."""
    tree = MessageTree((one.message.id, one.message.parent_id) for one in whole.messages)
    messages = _all_branches(whole) if request.options.branches else whole.shown()
    wanted = request.message_ids
    return [Exported(one, tree.siblings(one.id)) for one in messages if wanted is None or one.id in wanted]


def head_of(one: Exported, request: ExportRequest) -> list[str]:
    """Whose words they are, and what else is to be told of them."""
    message, words, found = one.message, request.words, [request.words.roles.get(one.message.role, "")]
    if request.options.details:
        found += [moment(message.created, words), message.model]
    if one.siblings.count > 1 and request.options.branches:
        found.append(words.version.format(index=one.siblings.index, count=one.siblings.count))
    found.append(words.states.get(message.state, ""))
    return [part for part in found if part]


def moment(seconds: float, words: ExportWords) -> str:
    """In the time of this machine's place; empty where no calendar has that moment, as in a strange import."""
    try:
        return datetime.fromtimestamp(seconds).astimezone().strftime(words.date)
    except (ValueError, OverflowError, OSError):
        return ""


def _all_branches(whole: WholeConversation) -> list[Message]:
    children: dict[str | None, list[Message]] = {}
    for one in whole.messages:
        children.setdefault(one.message.parent_id, []).append(one.message)
    found: list[Message] = []
    open_ends = children.get(None, [])[::-1]
    while open_ends:
        found.append(message := open_ends.pop())
        open_ends += children.get(message.id, [])[::-1]
    return found
