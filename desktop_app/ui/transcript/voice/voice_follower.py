"""Keeps what is being said in sight, until the reader scrolls away from it.

While it leads, the page does not follow the end of what is being written: one of the two must give way, and whoever
listens reads where the voice is.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.ui.transcript.page.glide import Glide
from desktop_app.ui.transcript.page.page import Page
from desktop_app.ui.transcript.page.places import Place, Span

_GLIDE = 260
"""Milliseconds a move takes."""
_ABOVE, _BELOW = 20, 56
"""Pixels at the edges of the page in which nothing should have to be read: below, a button may lie over it."""
_TOP_PART = 0.25
"""Where a sentence is put that had left the page: so far down that a little of what was said before stays."""


class VoiceFollower(QObject):
    """``away``: something is being said out of the sight of a reader who scrolled away from it."""

    changed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._active = False
        self._asked = False
        self._attached = False
        self._span: Span | None = None
        self._goal: tuple[Place, float, float] | None = None
        self.away = False
        self._glide = Glide(_GLIDE, self._step, self)
        page.reader_scrolled.connect(self._reader_scrolled)

    def forget(self) -> None:
        """Another page is shown."""
        self._glide.stop()
        self._span = None
        self._lead()

    def set_active(self, *, active: bool) -> None:
        """The voice begins, or ends; a reader who is at the page's end when it begins goes with it."""
        if active and not self._active:
            self._attached = self._asked or self._page.following
        self._asked = False
        self._active = active
        self._span = self._span if active else None
        self._lead()

    def go_to_voice(self) -> None:
        """The reader wants to be where the voice is, or will be."""
        self._asked = not self._active
        self._attached = True
        self._lead()
        if self._span is not None:
            self._bring(self._span)

    def show(self, span: Span | None) -> None:
        """What is being said now stands here; between two sentences nothing is, and nothing changes."""
        if span is None or not self._active:
            return
        moved, self._span = span != self._span, span
        if moved:
            self._attached = self._attached or self._in_sight()
            self._lead()
            self._bring(span)

    def show_word(self, span: Span | None) -> None:
        """The word that is being said; gone to where its sentence is taller than the page."""
        if span is not None and self._span is not None:
            top, bottom = self._box(self._span)
            if bottom - top > self._page.viewport().height() - _ABOVE - _BELOW:
                self._bring(span)

    def _lead(self) -> None:
        known = self._active and self._span is not None
        before = self._page.led, self.away
        self._page.led, self.away = known and self._attached, known and not self._attached
        if before != (self._page.led, self.away):
            self.changed.emit()

    def _reader_scrolled(self) -> None:
        self._glide.stop()
        if self._active:
            self._attached = self._in_sight() if self._span else self._page.following
            self._lead()

    def _in_sight(self) -> bool:
        """Whether the first line of what is said is on the screen."""
        if self._span is None:
            return False
        box = self._page.box_of(self._span.start)
        return box.top() >= 0 and box.bottom() <= self._page.viewport().height()

    def _box(self, span: Span) -> tuple[float, float]:
        """Top of its first line and bottom of its last, from the page's upper edge."""
        last = span.end._replace(position=max(span.end.position - 1, 0))
        return self._page.box_of(span.start).top(), self._page.box_of(max(last, span.start)).bottom()

    def _bring(self, span: Span) -> None:
        """Moves the page where what is said is not, or hardly, on it."""
        if not self._page.led:
            return
        height = self._page.viewport().height()
        top, bottom = self._box(span)
        to_go = self._goal[2] - self._page.box_of(self._goal[0]).top() if self._glide.moving and self._goal else 0.0
        if top + to_go >= _ABOVE and bottom + to_go <= height - _BELOW:
            return
        fits = bottom - top < height * (1 - _TOP_PART) - _BELOW
        self._goal = (span.start, top, float(round(height * _TOP_PART if fits else _ABOVE)))
        self._glide.start()

    def _step(self, done: float) -> None:
        if self._goal is None or self._goal[0].entry >= len(self._page.entries):
            return
        place, start, goal = self._goal
        self._page.stand(place, start + (goal - start) * done)
