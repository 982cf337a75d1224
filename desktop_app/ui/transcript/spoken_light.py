"""The light on the sentence that is being said, and within it on the word; the page is told where it is."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.ui.transcript.document import PageDocument
from desktop_app.ui.transcript.page import Page
from desktop_app.ui.transcript.spans import Stretch, stretches
from desktop_app.ui.transcript.voice_follower import VoiceFollower


class _Place(NamedTuple):
    """A range of a message's source."""

    message_id: str
    start: int
    end: int


class SpokenLight:
    """Kept by its place in the source, so that it stays on its words whatever happens to the page."""

    def __init__(self, messages: PageDocument, page: Page, follower: VoiceFollower) -> None:
        self._messages = messages
        self._page = page
        self._follower = follower
        self._sentence: _Place | None = None
        self._word: _Place | None = None

    def show_sentence(self, message_id: str, start: int, end: int) -> None:
        self._sentence, self._word = _Place(message_id, start, end), None
        self.refresh()

    def show_word(self, message_id: str, start: int, end: int) -> None:
        self._word = _Place(message_id, start, end)
        self._page.painter.words = self._stretches(self._word)
        self._page.viewport().update()
        self._follower.show_word(self._page.painter.words)

    def clear(self) -> None:
        self._sentence = self._word = None
        self.refresh()

    def refresh(self) -> None:
        """The text may have moved."""
        painter = self._page.painter
        painter.stretches = self._stretches(self._sentence)
        painter.words = self._stretches(self._word)
        self._page.viewport().update()
        self._follower.show(painter.stretches)

    def _stretches(self, place: _Place | None) -> list[Stretch]:
        item = self._messages.find(place.message_id) if place else None
        return stretches(self._messages, item, place.start, place.end) if item and place else []
