"""Reading out what stands on the page: a message from any place on, a selection, a block of code."""

from __future__ import annotations

from desktop_app.domain.messages import Message
from desktop_app.presenters.page import Page
from desktop_app.presenters.readings import Readings
from desktop_app.presenters.turns import Turns


class PageReading:
    """A message that is not there any more is passed over."""

    def __init__(self, page: Page, turns: Turns, readings: Readings) -> None:
        self._page = page
        self._turns = turns
        self._readings = readings

    def message(self, message_id: str) -> Message | None:
        """One that is on the page, or is being written."""
        writing = self._turns.writing(message_id)
        return writing.message if writing is not None else self._page.find(message_id)

    def read(self, message_id: str, start: int, end: int) -> None:
        """Says a range of a message's source."""
        if (message := self.message(message_id)) is not None:
            self._readings.read(message_id, message.text[start:end], start)

    def read_from(self, message_id: str, place: int) -> None:
        """Says a message from the sentence at a place of its source on; one that is being written, to its end."""
        if (message := self.message(message_id)) is None:
            return
        writing = self._turns.writing(message_id)
        turn_id = writing.id if writing is not None and writing.speaks else None
        self._readings.read_from(message_id, message.text, place, turn_id)

    def read_code(self, message_id: str, start: int, end: int) -> None:
        """Says a code block that is otherwise not spoken."""
        if (message := self.message(message_id)) is not None:
            self._readings.read(message_id, message.text[start:end], start, code=True)
