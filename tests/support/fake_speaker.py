"""A speaker without a voice: it remembers what it was told, and the test says what was heard."""

from __future__ import annotations

from desktop_app.domain.phrase import Phrase
from desktop_app.presenters.ports import SpeakerListener
from desktop_app.speech.options import SpeechOptions


class FakeSpeaker:
    """``queue`` is what waits to be said; ``hear`` plays the next phrase to the listener."""

    def __init__(self) -> None:
        self.queue: list[Phrase] = []
        self.finished: list[str] = []
        self.stops = 0
        self.warmed = 0
        self.pauses: list[bool] = []
        self.moves: list[str] = []

    def warm(self) -> None:
        self.warmed += 1

    def say(self, phrase: Phrase) -> None:
        self.queue.append(phrase)

    def finish(self, turn_id: str) -> None:
        self.finished.append(turn_id)

    def stop(self) -> None:
        self.stops += 1
        self.queue.clear()

    def set_paused(self, *, paused: bool) -> None:
        self.pauses.append(paused)

    def previous_sentence(self) -> None:
        self.moves.append("previous")

    def next_sentence(self) -> None:
        self.moves.append("next")

    def repeat_sentence(self) -> None:
        self.moves.append("repeat")

    @property
    def texts(self) -> list[str]:
        return [phrase.text for phrase in self.queue]

    def begin(self, listener: SpeakerListener, moment: float = 0.0) -> Phrase:
        """The next phrase begins to sound."""
        phrase = self.queue[0]
        listener.phrase_started(phrase, moment)
        return phrase

    def hear(self, listener: SpeakerListener) -> None:
        """The next phrase sounds to its end; with the last one of a finished turn the speech ends."""
        phrase = self.begin(listener)
        self.queue.remove(phrase)
        listener.phrase_finished(phrase)
        if phrase.turn_id in self.finished and not any(other.turn_id == phrase.turn_id for other in self.queue):
            listener.speech_finished(phrase.turn_id)


class FakeVoiceTaker:
    """Remembers the voices it was told."""

    def __init__(self) -> None:
        self.told: list[SpeechOptions] = []

    def apply(self, options: SpeechOptions) -> None:
        self.told.append(options)
