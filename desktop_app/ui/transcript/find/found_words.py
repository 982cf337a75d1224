"""Words that a search of all conversations found in one message: marked there until the reader goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt

from desktop_app.domain.search import Term
from desktop_app.domain.snippets import found_in
from desktop_app.ui.transcript.compositions.composition import Composition, Stretch
from desktop_app.ui.transcript.looks.plain import units
from desktop_app.ui.transcript.page.places import Place, Span

if TYPE_CHECKING:
    from desktop_app.ui.transcript.page.page import Page


class FoundWords(QObject):
    """Satisfies ``page_lights.FoundMarks``. A press on the page, or another conversation, takes the marks away."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._message_id = ""
        self._terms: Sequence[Term] = ()
        self._current: Span | None = None
        page.messages_replaced.connect(self._end)
        page.viewport().installEventFilter(self)

    @property
    def current(self) -> Span | None:
        """What was gone to."""
        return self._current

    def show(self, message_id: str, terms: Sequence[Term]) -> None:
        """Brings the message into sight where the first of the words stands in it, and gives it the keyboard."""
        entry = self._page.entries.index_of(message_id)
        if entry is None:
            return
        self._message_id, self._terms = message_id, terms
        self._current = self._first(entry)
        self._page.set_marks(self)
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._current is None:
            self._page.show_entry(entry)
        else:
            self._page.show_place(self._current.start, end=self._current.end)
        self._page.focus_entry(entry)

    def found(self, entry: int, _piece: int, composition: Composition) -> Sequence[Stretch]:
        if not self._terms or self._page.entries[entry].message_id != self._message_id:
            return ()
        return _stretches(composition, self._terms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and self._message_id:
            self._end()
        return super().eventFilter(watched, event)

    def _first(self, entry: int) -> Span | None:
        for piece, composition in enumerate(self._page.entries.pieces(entry)):
            for start, end in _stretches(composition, self._terms):
                return Span(Place(entry, piece, start), Place(entry, piece, end))
        return None

    def _end(self) -> None:
        if self._page.lighting.marks is self:
            self._page.set_marks(None)
        self._message_id, self._terms, self._current = "", (), None


def _stretches(composition: Composition, terms: Sequence[Term]) -> list[Stretch]:
    """In positions; what the page itself says there (heads, facts) is no part of it."""
    text = composition.text
    found = []
    at, position = 0, 0
    for start, end in found_in(text, terms):
        if start < at:  # within the one before
            continue
        first = position + units(text[at:start])
        last = first + units(text[start:end])
        at, position = end, last
        if composition.source_range(first, last) is not None:
            found.append(Stretch(first, last))
    return found
