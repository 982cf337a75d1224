"""A conversation with everything that is kept of it: what an export gives away and an import takes in.

The page and the context know a path; here are all branches, every turn that worked on a message, and what was being
written. The bytes of pictures are not among it: parts name their blob, and the bytes are asked for one at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from desktop_app.domain.attachments import blob_of
from desktop_app.domain.drafts import Draft
from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.domain.messages import Conversation, Message, MessageState
from desktop_app.domain.prompts import SavedPrompt
from desktop_app.domain.usage import Timings, Usage


@dataclass(frozen=True, slots=True)
class WholeTurn:
    """One time a message was worked on; ``started`` and ``ended`` in seconds since 1970, UTC; ``error`` is a code."""

    id: str
    state: MessageState
    started: float
    ended: float | None = None
    error: str = ""
    usage: Usage | None = None
    timings: Timings | None = None


@dataclass(frozen=True, slots=True)
class WholeMessage:
    """``turns``: the oldest first. The message's own usage and timings are those of the newest.

    ``sound``: what is kept of it as sound, in all voices; known only where it was asked for.
    """

    message: Message
    turns: tuple[WholeTurn, ...] = ()
    sound: tuple[KeptPhrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """What is kept beside conversations: saved prompts, and what was begun on the page that is no conversation yet."""

    prompts: tuple[SavedPrompt, ...] = ()
    draft: Draft = field(default_factory=Draft)

    def __bool__(self) -> bool:
        return bool(self.prompts or self.draft)


@dataclass(frozen=True, slots=True)
class WholeConversation:
    """``messages``: all branches, parents before their children, siblings in the order in which they were made.

    ``origin``: what it was where it was imported from ("chatgpt:<id>"); None where it began here.
    """

    conversation: Conversation
    messages: tuple[WholeMessage, ...] = ()
    draft: Draft = field(default_factory=Draft)
    origin: str | None = None

    def blobs(self) -> Iterator[str]:
        """The blobs that its parts name, each once."""
        parts = [part for one in self.messages for part in one.message.parts]
        yield from dict.fromkeys(blob for part in (*parts, *self.draft.parts) if (blob := blob_of(part)))

    def without(self, message_ids: Collection[str]) -> WholeConversation:
        """Without these messages and all that hangs below them; a head among them gives way to what is above."""
        gone = set(message_ids)
        kept: list[WholeMessage] = []
        parents = {one.message.id: one.message.parent_id for one in self.messages}
        for one in self.messages:
            if one.message.id in gone or one.message.parent_id in gone:
                gone.add(one.message.id)
            else:
                kept.append(one)
        head = self.conversation.head_id
        while head is not None and head in gone:
            head = parents.get(head)
        return replace(self, messages=tuple(kept), conversation=replace(self.conversation, head_id=head))

    def shown(self) -> list[Message]:
        """The path that the page shows: from the root to the head."""
        known = {one.message.id: one.message for one in self.messages}
        path: list[Message] = []
        walker = known.get(self.conversation.head_id or "")
        while walker is not None and len(path) < len(known):
            path.append(walker)
            walker = known.get(walker.parent_id or "")
        return path[::-1]
