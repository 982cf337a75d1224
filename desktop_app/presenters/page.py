"""The conversation that is open: its tree, and the path through it that is on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop_app.domain.message_tree import MessageTree
from desktop_app.domain.messages import Message
from desktop_app.presenters.views import BranchView, TranscriptView

_FEW = 20
"""Messages that are added one by one; more of them as a new page."""


class Page:
    """``messages`` is the path, root first; what is asked in this conversation is asked with it.

    ``changes`` counts what happened to the path: who waited for something and finds it higher comes too late.
    """

    def __init__(self, transcript: TranscriptView) -> None:
        self._transcript = transcript
        self._places: dict[str, int] = {}
        self.conversation_id: str | None = None
        self.messages: list[Message] = []
        self.tree = MessageTree()
        self.changes = 0
        self.on_left: Callable[[], None] = lambda: None
        """Called when messages left the page while their conversation stays open."""

    @property
    def end_id(self) -> str | None:
        """The last message of the path; None where there is none."""
        return self.messages[-1].id if self.messages else None

    def place(self, message_id: str) -> int | None:
        return self._places.get(message_id)

    def find(self, message_id: str) -> Message | None:
        place = self._places.get(message_id)
        return None if place is None else self.messages[place]

    def show(self, conversation_id: str | None, messages: list[Message], tree: MessageTree) -> None:
        """Another conversation, None: one that is none yet."""
        self.conversation_id, self.messages, self.tree = conversation_id, messages, tree
        self._places = {message.id: place for place, message in enumerate(messages)}
        self.changes += 1
        self._transcript.show_messages(tuple(messages))
        self._show_branches()

    def append(self, message: Message) -> None:
        """A new message at the end of the path."""
        self.tree.add(message.id, message.parent_id)
        self._places[message.id] = len(self.messages)
        self.messages.append(message)
        self.changes += 1
        self._transcript.add_message(message)
        if self.tree.siblings(message.id).count > 1:
            self._show_branches()

    def turn(self, place: int, messages: Sequence[Message]) -> None:
        """Another path of the same tree: so many messages stay, and these follow them."""
        left = self.messages[place:]
        self.messages = [*self.messages[:place], *messages]
        for message in left:
            del self._places[message.id]
        self._places.update((message.id, place + further) for further, message in enumerate(messages))
        self.changes += 1
        self._redraw(left, messages)
        self._show_branches()
        if left:
            self.on_left()

    def replace(self, message: Message) -> None:
        """More is known of a message, if it is here; how far it was heard stays."""
        if (place := self._places.get(message.id)) is not None:
            self.messages[place] = replace(message, heard=self.messages[place].heard)

    def heard(self, message_id: str) -> int | None:
        """Up to where a message was heard when its voice was stopped."""
        return None if (message := self.find(message_id)) is None else message.heard

    def note_heard(self, message_id: str, heard: int | None) -> None:
        if (place := self._places.get(message_id)) is not None:
            self.messages[place] = replace(self.messages[place], heard=heard)

    def _redraw(self, left: Sequence[Message], messages: Sequence[Message]) -> None:
        if left and isinstance(self._transcript, BranchView):
            self._transcript.replace_from(left[0].id, messages)
        elif left or len(messages) > _FEW:
            self._transcript.show_messages(tuple(self.messages))
        else:
            for message in messages:
                self._transcript.add_message(message)

    def _show_branches(self) -> None:
        if isinstance(self._transcript, BranchView):
            self._transcript.show_branches(self.tree.branches([message.id for message in self.messages]))
