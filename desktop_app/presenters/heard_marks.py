"""Where the voice was stopped in a message: shown on the page, kept with the message, and gone on from."""

from __future__ import annotations

from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.speech import SpeechPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import TranscriptView
from desktop_app.storage.history import History


class HeardMarks:
    """``speech.heard`` tells the places; a newer one takes the place of the one before."""

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
                self._conversation.reading.read_from(message.id, message.heard)
                return

    def _hide(self, message_id: str) -> None:
        """While the voice is there again, the light shows where."""
        if self._conversation.page.heard(message_id) is not None:
            self._transcript.show_heard(message_id, None)

    def _stopped(self, message_id: str, place: int | None) -> None:
        if place is not None:
            self._set(message_id, place)
        elif (kept := self._conversation.page.heard(message_id)) is not None:
            self._transcript.show_heard(message_id, kept)

    def _heard_out(self, message_id: str, begun: int) -> None:
        """What an answer had before it was continued stays unheard where its voice was stopped before."""
        heard = self._conversation.page.heard(message_id)
        if heard is not None and begun <= heard:
            self._set(message_id, None)

    def _set(self, message_id: str, place: int | None) -> None:
        self._conversation.page.note_heard(message_id, place)
        self._transcript.show_heard(message_id, place)
        self._tasks.start("keep how far a message was heard", self._history.set_heard(message_id, place))
