"""Texts on their way to the voice: those that are being said, and answers that wait in the background."""

from __future__ import annotations

import functools
from collections.abc import Callable

from desktop_app.domain.phrase import Phrase
from desktop_app.presenters.portions import Cutting, Portions
from desktop_app.presenters.ports import PhraseTaker
from desktop_app.presenters.utterance import Utterance

_AT_ONCE = 1000
"""Characters of an answer that are cut as they come; where more come at one time, they are cut in portions."""


class Voicing:
    """``said`` and ``waiting`` hold the utterances by their ids; phrases of one that waits stay with it."""

    def __init__(self, speaker: PhraseTaker, busy: Callable[[], bool]) -> None:
        """``busy``: something is being heard, or is held in a pause."""
        self._speaker = speaker
        self._busy = busy
        self.said: dict[str, Utterance] = {}
        self.waiting: dict[str, Utterance] = {}
        self.on_given: Callable[[], None] = lambda: None
        """Called when phrases went to the speaker, or when it became known how many there are."""
        self.on_waiting: Callable[[], None] = lambda: None
        """Called when a text that waits has something to say for the first time."""
        self.on_nothing: Callable[[str], None] = lambda _turn_id: None
        """Called when a text turned out to have nothing that can be said: the speaker never hears of it."""

    def find(self, turn_id: str) -> Utterance | None:
        return self.said.get(turn_id) or self.waiting.get(turn_id)

    def feed(self, utterance: Utterance, text: str) -> None:
        """More of its text, which is cut at once or, where there is much of it, in portions.

        Of one that waits and has something to say already, it is kept as it came: it may never be wanted.
        """
        if utterance.id in self.waiting and (utterance.unheard or utterance.held):
            utterance.held.append(text)
            return
        if utterance.portions is None and len(text) > _AT_ONCE:
            self.portion(utterance, None)
        if utterance.portions is not None:
            utterance.portions.add(text)
        else:
            self._cut(utterance, text)

    def end(self, utterance: Utterance) -> None:
        """Its text is whole."""
        if utterance.reader is None:
            return
        if utterance.held:
            utterance.held_end = True
            return
        if utterance.portions is not None:
            utterance.portions.end()
        else:
            self._finish(utterance)

    def portion(self, utterance: Utterance, ahead: int | None) -> Portions:
        """From now on its text is cut in portions, at most ``ahead`` characters before the ear; None: all there is."""
        cutting = Cutting(
            bite=functools.partial(self._cut, utterance),
            over=functools.partial(self._finish, utterance),
            busy=self._busy,
        )
        utterance.portions = portions = Portions(cutting, ahead)
        return portions

    def take_up(self, utterance: Utterance) -> None:
        """It waited and is the one that is said now: what it has not said goes to the speaker."""
        for phrase in utterance.unheard:
            self._speaker.say(phrase)
        if utterance.reader is None:
            self._speaker.finish(utterance.id)
        if utterance.unheard:
            self.on_given()
        self._let_go_of_held(utterance)

    def _let_go_of_held(self, utterance: Utterance) -> None:
        held, utterance.held = "".join(utterance.held), []
        ended, utterance.held_end = utterance.held_end, False
        if len(held) > _AT_ONCE:  # the page of this conversation is drawn in the same breath
            (utterance.portions or self.portion(utterance, None)).add_soon(held)
        elif held:
            self.feed(utterance, held)
        if ended:
            self.end(utterance)

    def _cut(self, utterance: Utterance, text: str) -> list[Phrase]:
        return self._say(utterance, utterance.feed(text, functools.partial(self._say_after_stall, utterance)))

    def _finish(self, utterance: Utterance) -> None:
        self._say(utterance, utterance.finish())
        self._close(utterance)
        if utterance.given and utterance.id in self.said:
            self.on_given()

    def _say_after_stall(self, utterance: Utterance, phrases: list[Phrase]) -> None:
        if utterance.id in self.said:
            self._say(utterance, phrases)

    def _say(self, utterance: Utterance, phrases: list[Phrase]) -> list[Phrase]:
        """Gives the speaker what is to be said, and gives it back as it is placed."""
        waits = utterance.id in self.waiting
        placed = list(utterance.placed(phrases))
        for phrase in placed:
            if not waits:
                self._speaker.say(phrase)
        if placed and not waits:
            self.on_given()
        elif placed and len(utterance.unheard) == len(placed):
            self.on_waiting()
        return placed

    def _close(self, utterance: Utterance) -> None:
        utterance.close()
        if utterance.id in self.waiting:
            if not utterance.unheard:
                del self.waiting[utterance.id]
        elif utterance.given:
            self._speaker.finish(utterance.id)
        else:  # nothing of it could be said, so the speaker will never report its end
            self.said.pop(utterance.id, None)
            self.on_nothing(utterance.id)
