"""What the presenters ask of speech: the few verbs of a voice, all non-blocking, all callable on the GUI thread."""

from __future__ import annotations

from typing import Protocol

from desktop_app.domain.phrase import Phrase


class PhraseTaker(Protocol):
    """Where the phrases of a text go."""

    def say(self, phrase: Phrase) -> None:
        """Queues a phrase. Phrases are heard in the order in which they come."""

    def finish(self, turn_id: str) -> None:
        """No more phrases of this turn will come."""


class Speaker(PhraseTaker, Protocol):
    """The speech worker as its users see it. What happens comes back as calls to a ``SpeakerListener``."""

    def warm(self) -> None:
        """Something will soon be said: open the device, load the voice, connect to its server."""

    def stop(self) -> None:
        """Silence now: forgets everything queued; ``silenced`` follows if anything was queued or heard."""

    def set_paused(self, *, paused: bool) -> None: ...

    def previous_sentence(self) -> None: ...

    def next_sentence(self) -> None: ...

    def repeat_sentence(self) -> None: ...


class SpeakerListener(Protocol):
    """What the speech worker tells, on the GUI thread."""

    def phrase_started(self, phrase: Phrase, moment: float) -> None:
        """Its first sample is at the device at ``moment`` (``time.monotonic`` seconds)."""

    def phrase_finished(self, phrase: Phrase) -> None: ...

    def speech_finished(self, turn_id: str) -> None:
        """The last phrase of the turn was heard to its end; never sent after ``silenced``."""

    def silenced(self) -> None: ...

    def speech_trouble(self, error: Exception, fallback: bool) -> None:  # noqa: FBT001 - a Qt signal calls it
        """A ``UserError``: a phrase, the voice or the device failed; ``fallback``: the built-in voice took over."""
