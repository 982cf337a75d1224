"""A selection that goes over several messages is read message by message, one behind the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.speech import SpeechPresenter

Piece = tuple[str, int, int]
"""Message id, and from where to where in its source."""


class SelectionReader:
    """Needs no word of a stop: what is silenced does not finish, and so nothing follows it."""

    def __init__(self, conversation: ConversationPresenter, speech: SpeechPresenter) -> None:
        self._conversation = conversation
        self._speech = speech
        self._rest: deque[Piece] = deque()
        self._turn_id = ""
        speech.voicing.on_nothing = self.speech_finished

    def read(self, pieces: Sequence[Piece]) -> None:
        self._rest = deque(pieces)
        self._next()

    def speech_finished(self, turn_id: str) -> None:
        """To be told after the speech presenter was."""
        if turn_id == self._turn_id:
            self._next()

    def _next(self) -> None:
        """The next piece that has anything to say."""
        self._turn_id = ""
        while self._rest and not self._turn_id:
            before = self._speech.turn_ids
            self._conversation.reading.read(*self._rest.popleft())
            self._turn_id = next((turn_id for turn_id in self._speech.turn_ids if turn_id not in before), "")
