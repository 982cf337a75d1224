"""An answer that Aloud's own voice does not say reaches a screen reader: sentence by sentence, each once.

Where the voice says it, the screen reader is told nothing, so that nobody hears it twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

from desktop_app.domain.choices import SaidCode
from desktop_app.domain.phrase import Pause, Phrase
from desktop_app.domain.said import WhatIsSaid
from desktop_app.domain.turn import Stopped, TurnEnding
from desktop_app.presenters.live_turn import LiveTurn, TurnWatcher
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.utterance import Utterance
from desktop_app.presenters.views import AnnouncerView
from desktop_app.presenters.voicing import Voicing

_GOES_ON = frozenset({Pause.NONE, Pause.CLAUSE})
_LONGEST = 600
"""Letters of a sentence that has no end: it is told in parts."""


class ReadOut(TurnWatcher):
    """Watches every turn, and tells of those that are in front and not spoken."""

    def __init__(
        self,
        view: AnnouncerView,
        *,
        what_is_said: Callable[[], WhatIsSaid],
        shown: Callable[[], str | None],
        wants_notifications: Callable[[], bool],
        tasks: Tasks,
    ) -> None:
        """``shown``: the conversation in front.

        ``wants_notifications`` asks, in a thread, whether the screen reader knows no announcements; it is asked before
        every answer, since another one may have come.
        """
        self._view = view
        self._what_is_said = what_is_said
        self._shown = shown
        self._wants_notifications = wants_notifications
        self._tasks = tasks
        self._asking = 0
        self._held: list[str] = []
        self._voicing = Voicing(self, busy=lambda: False)
        self._waiting: dict[str, list[str]] = {}
        self._conversations: dict[str, str] = {}
        self._passed_over: set[str] = set()

    # The turn's watcher

    def delta(self, turn: LiveTurn, text: str) -> None:
        if turn.id in self._passed_over:
            return
        utterance = self._voicing.find(turn.id) or self._begin(turn)
        if utterance is None:
            self._passed_over.add(turn.id)
        else:
            self._voicing.feed(utterance, text)

    def ended(self, turn: LiveTurn, ending: TurnEnding) -> None:
        self._passed_over.discard(turn.id)
        utterance = self._voicing.find(turn.id)
        if utterance is None:
            return
        if isinstance(ending, Stopped):
            utterance.cancel()
            self._forget(turn.id)
        else:
            self._voicing.end(utterance)

    # What takes the phrases (ports.PhraseTaker)

    def say(self, phrase: Phrase) -> None:
        waiting = self._waiting.setdefault(phrase.turn_id, [])
        waiting.append(phrase.text)
        if phrase.pause not in _GOES_ON or sum(map(len, waiting)) > _LONGEST:
            self._tell(phrase.turn_id)

    def finish(self, turn_id: str) -> None:
        self._tell(turn_id)
        self._forget(turn_id)

    def _begin(self, turn: LiveTurn) -> Utterance | None:
        """Decided by the first words: one that turns a screen reader on meanwhile has the page to read."""
        if turn.speaks or not self._view.listening or turn.conversation_id != self._shown():
            return None
        self._asking += 1
        self._tasks.start("ask what a screen reader listens for", self._ask())
        from desktop_app.speech.text.reader import StreamReader  # where nothing is spoken nobody else needs it

        said = self._what_is_said()
        if said.code is SaidCode.SKIP:  # who cannot see it would not know that there is any
            said = replace(said, code=SaidCode.ANNOUNCE)
        reader = StreamReader(turn.id, said)
        utterance = Utterance(turn.id, turn.message_id, 0, reader)
        self._voicing.said[turn.id] = utterance
        self._conversations[turn.id] = turn.conversation_id
        return utterance

    def _tell(self, turn_id: str) -> None:
        words = " ".join(self._waiting.pop(turn_id, ()))
        if words and self._conversations.get(turn_id) == self._shown():
            self._held.append(words)
            self._tell_held()

    def _tell_held(self) -> None:
        """As soon as it is known how."""
        if self._asking:
            return
        held, self._held = self._held, []
        for words in held:
            self._view.announce(words)

    async def _ask(self) -> None:
        try:
            wanted = await asyncio.to_thread(self._wants_notifications)
            self._view.use_notifications(wanted=wanted)
        finally:
            self._asking -= 1
            self._tell_held()

    def _forget(self, turn_id: str) -> None:
        self._voicing.said.pop(turn_id, None)
        self._waiting.pop(turn_id, None)
        self._conversations.pop(turn_id, None)
