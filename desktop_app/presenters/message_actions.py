"""What can be done with one message of the page: asked anew, answered anew, deleted, branched from, looked into.

The history is a tree, and so nothing of this overwrites anything: a new version stands beside the old one, and the page
shows one path. What is sent to the model is always the path that is shown.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from desktop_app.domain.ids import new_id
from desktop_app.domain.messages import Conversation, Message, Role
from desktop_app.domain.prices import Prices
from desktop_app.domain.settings import ChatSource, Settings
from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.deletions import Deletion, Deletions
from desktop_app.presenters.message_details import message_details
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.turns import Turns
from desktop_app.presenters.views import BranchView, TranscriptView
from desktop_app.storage.branches import Branches
from desktop_app.storage.history import History

_NUMBERED = re.compile(r"(?P<title>.*) \((?P<number>\d+)\)", re.DOTALL)


class MessageActions:
    """Each verb is for a message of the page; one that is not there any more is passed over.

    ``forget_sound``: what is kept of the voice goes with messages, of this conversation, that are deleted for good.
    """

    def __init__(
        self,
        transcript: TranscriptView,
        *,
        conversation: ConversationPresenter,
        turns: Turns,
        deletions: Deletions,
        history: History,
        forget_sound: Callable[[str, Sequence[str]], None],
        preferences: Preferences,
        tasks: Tasks,
    ) -> None:
        self._transcript = transcript
        self._conversation = conversation
        self._page = conversation.page
        self._turns = turns
        self._deletions = deletions
        self._history = history
        self._branches = Branches(history)
        self._forget_sound = forget_sound
        self._preferences = preferences
        self._tasks = tasks
        conversation.hidden = lambda: deletions.hidden
        deletions.on_gone = self._forget
        preferences.listen(self._settings_changed)
        self._show_prices()

    # What the person does

    def edit(self, message_id: str) -> None:
        """Puts a question into the box; sent, it becomes another version of it, which is answered."""
        message = self._page.find(message_id)
        if message is not None and message.role is Role.USER:
            self._conversation.editing.begin(message)

    def cancel_edit(self) -> None:
        self._conversation.editing.end()

    def regenerate(self, message_id: str, model: str = "") -> None:
        """Another answer beside this one, or to this question; ``model`` empty: by the model of the old answer."""
        if (message := self._page.find(message_id)) is None:
            return
        self._stop_turn()
        self._turns.look_again()
        if (place := self._page.place(message_id)) is not None:
            self._conversation.answers.again(place, model=model or self._model_of(message))

    def delete(self, message_id: str) -> None:
        """Takes the message, all below it and its other continuations off the page; ``undo`` brings them back."""
        page = self._page
        place, conversation_id, end_id = page.place(message_id), page.conversation_id, page.end_id
        if place is None or conversation_id is None or end_id is None:
            return
        self._stop_turn(within=page.tree.subtree(message_id))
        beside = page.tree.beside(message_id)
        gone = page.tree.hide(message_id)
        page.turn(place, ())
        self._deletions.add(Deletion(conversation_id, gone, end_id))
        if beside is not None and beside != page.end_id:
            self._walk_to(beside)

    def undo(self) -> None:
        """The newest deletion did not happen; where its conversation is open the page is as it was before."""
        deletion = self._deletions.take_back()
        if deletion is None or deletion.conversation_id != self._page.conversation_id:
            return
        self._page.tree.reveal(deletion.message_ids)
        self._walk_to(deletion.end_id)

    def branch(self, message_id: str) -> None:
        """Copies the path down to this message into a new conversation, and opens that."""
        if (place := self._page.place(message_id)) is not None:
            path = tuple(self._page.messages[: place + 1])
            self._tasks.start("branch from a message", self._branch(path))

    def step(self, message_id: str, step: int) -> None:
        """Turns to another version of the message, 1: the next, and there to the youngest of its messages."""
        if message_id in self._page.tree and (other := self._page.tree.neighbour(message_id, step)) is not None:
            self._walk_to(self._page.tree.newest_leaf(other))

    async def turn_to(self, message_id: str) -> bool:
        """Turns to the branch that holds the message; False where the open conversation has none such any more."""
        page = self._page
        if page.place(message_id) is None and message_id in page.tree:
            page.changes += 1
            await self._walk(page.tree.newest_leaf(message_id), page.changes)
        return page.place(message_id) is not None

    def show_details(self, message_id: str) -> None:
        if self._page.find(message_id) is not None:
            self._tasks.start("look up the details of a message", self._show_details(message_id))

    def forget_conversation(self, conversation_id: str) -> None:
        """It was deleted as a whole."""
        self._deletions.forget(conversation_id)

    async def close(self) -> None:
        """What was deleted is gone for good when this returns."""
        await self._deletions.close()

    # Inside

    def _stop_turn(self, within: Sequence[str] | None = None) -> None:
        """The turn of the open conversation, None: whichever of its messages it writes."""
        turn = self._conversation.answers.here
        if turn is not None and (within is None or turn.message_id in within):
            turn.stop()

    def _model_of(self, answer: Message) -> str:
        """Who gave it, if that can be asked where one asks now; otherwise nobody in particular."""
        if self._preferences.current.chat_source is ChatSource.DEMO or answer.model == ChatSource.DEMO.value:
            return ""
        return answer.model if answer.server in {"", self._turns.server} else ""

    def _walk_to(self, leaf_id: str) -> None:
        self._page.changes += 1  # of two walks that are asked for in a row the second counts
        self._tasks.start("walk to another branch", self._walk(leaf_id, self._page.changes))

    async def _walk(self, leaf_id: str, changes: int) -> None:
        page, conversation_id = self._page, self._page.conversation_id
        if conversation_id is None or leaf_id not in page.tree:
            return
        path = page.tree.path(leaf_id)
        pairs = zip(path, (message.id for message in page.messages), strict=False)
        fork = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        try:
            messages = await self._branches.branch(leaf_id, path[fork - 1] if fork else None)
        except LookupError:  # its conversation was deleted meanwhile
            return
        if page.changes != changes:
            return
        page.turn(fork, self._turns.newest(messages))
        await self._history.set_head(conversation_id, leaf_id)

    async def _branch(self, path: Sequence[Message]) -> None:
        source = await self._history.conversation(path[-1].conversation_id)
        new = _copy_of(source)
        await self._branches.copy(new, await asyncio.to_thread(_named, path))
        await self._conversation.open(new)
        self._conversation.on_change()

    async def _show_details(self, message_id: str) -> None:
        turns = await self._branches.turns(message_id)
        message = self._conversation.message(message_id)
        if message is not None and isinstance(self._transcript, BranchView):
            self._transcript.show_details(message_details(message, turns, Prices.of(self._preferences.current)))

    def _forget(self, deletion: Deletion) -> None:
        self._page.tree.drop(deletion.message_ids)
        self._forget_sound(deletion.conversation_id, deletion.message_ids)

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        if before.prices != after.prices:
            self._show_prices()

    def _show_prices(self) -> None:
        if isinstance(self._transcript, BranchView):
            self._transcript.set_prices(Prices.of(self._preferences.current))


def _named(path: Sequence[Message]) -> list[tuple[str, str]]:
    """The messages' ids and those of their copies; of thousands this takes a while."""
    return [(message.id, new_id()) for message in path]


def _copy_of(source: Conversation | None) -> Conversation:
    """In the same folder; a title of a person's stays theirs."""
    now = time.time()
    new = Conversation(new_id(), _next_title(source.title if source is not None else ""), now, now)
    return new if source is None else replace(new, titled_by=source.titled_by, folder_id=source.folder_id)


def _next_title(title: str) -> str:
    """A second conversation of the same name is told apart by a number, which needs no translation."""
    numbered = _NUMBERED.fullmatch(title)
    return f"{numbered['title']} ({int(numbered['number']) + 1})" if numbered else f"{title} (2)"
