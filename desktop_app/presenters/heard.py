"""Up to where each message was heard, followed while it is said.

A place is an offset in the message's source, at the end of a word that was heard whole.
"""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.phrase import Phrase
from desktop_app.presenters.utterance import Utterance


class HeardPlaces:
    """Follows the voice. A place is told when a message's speech is stopped, and that it is heard out at its end."""

    def __init__(self) -> None:
        self.on_started: Callable[[str], None] = lambda _message_id: None
        self.on_stopped: Callable[[str, int | None], None] = lambda _message_id, _place: None
        """Message id, and its place; None where no word was heard."""
        self.on_heard_out: Callable[[str, int], None] = lambda _message_id, _begun: None
        """Message id, and from where on it was said."""
        self._places: dict[str, int] = {}  # by utterance

    def phrase_started(self, utterance: Utterance, phrase: Phrase) -> None:
        if utterance.to_end and utterance.message_id:
            self.on_started(utterance.message_id)
        if self._places.get(utterance.id, 0) > phrase.start:  # the listener went back
            self._places[utterance.id] = phrase.start

    def word_reached(self, utterance: Utterance, phrase: Phrase, word: int) -> None:
        """The words of the phrase before this one were heard."""
        if 0 < word <= len(phrase.words):
            self._places[utterance.id] = phrase.words[word - 1][1]

    def phrase_passed(self, utterance: Utterance, phrase: Phrase) -> None:
        """It was heard to its end, or passed over by the listener."""
        self._places[utterance.id] = phrase.end

    def stopped(self, utterance: Utterance) -> None:
        """No more of it is said. Where only a piece was asked for, there is nothing to tell."""
        place = self._places.pop(utterance.id, None)
        if utterance.heard and utterance.to_end and utterance.message_id:
            self.on_stopped(utterance.message_id, place)

    def heard_out(self, utterance: Utterance) -> None:
        self._places.pop(utterance.id, None)
        if utterance.to_end and utterance.message_id:
            self.on_heard_out(utterance.message_id, utterance.base if utterance.conversation_id else 0)
