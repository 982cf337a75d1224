"""Up to where each message was heard: followed while it is said, shown and kept where the voice was stopped.

A place is an offset in the message's source, at the end of a word that was heard whole.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.domain.phrase import Phrase
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.utterance import Utterance
from desktop_app.presenters.views import TranscriptView
from desktop_app.storage.history import History

if TYPE_CHECKING:
    from desktop_app.presenters.conversation import ConversationPresenter
    from desktop_app.presenters.speech import SpeechPresenter


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


class HeardMarks:
    """Keeps the places with the messages, shows them, and goes on from them."""

    def __init__(
        self,
        transcript: TranscriptView,
        *,
        conversation: ConversationPresenter,
        speech: SpeechPresenter,
        history: History,
        tasks: Tasks,
    ) -> None:
        self._transcript = transcript
        self._conversation = conversation
        self._speech = speech
        self._history = history
        self._tasks = tasks
        speech.heard.on_started = self._hide
        speech.heard.on_stopped = self._stopped
        speech.heard.on_heard_out = self._heard_out

    def repeat_sentence(self) -> None:
        """The sentence that is being said once more, or, after a stop, the one in which it was stopped."""
        if self._speech.active:
            self._speech.repeat_sentence()
        else:
            self.go_on()

    def toggle_pause(self) -> None:
        """Pauses and goes on; after a stop, too."""
        if self._speech.active:
            self._speech.toggle_pause()
        else:
            self.go_on()

    def go_on(self) -> None:
        """Reads on in the newest message that was not heard to its end."""
        for message in reversed(self._conversation.messages):
            if message.heard is not None:
                self._conversation.read_from(message.id, message.heard)
                return

    def _hide(self, message_id: str) -> None:
        """While the voice is there again, the light shows where."""
        if self._conversation.heard(message_id) is not None:
            self._transcript.show_heard(message_id, None)

    def _stopped(self, message_id: str, place: int | None) -> None:
        if place is not None:
            self._set(message_id, place)
        elif (kept := self._conversation.heard(message_id)) is not None:
            self._transcript.show_heard(message_id, kept)

    def _heard_out(self, message_id: str, begun: int) -> None:
        """What an answer had before it was continued stays unheard where its voice was stopped before."""
        heard = self._conversation.heard(message_id)
        if heard is not None and begun <= heard:
            self._set(message_id, None)

    def _set(self, message_id: str, place: int | None) -> None:
        self._conversation.note_heard(message_id, place)
        self._transcript.show_heard(message_id, place)
        self._tasks.start("keep how far a message was heard", self._history.set_heard(message_id, place))
