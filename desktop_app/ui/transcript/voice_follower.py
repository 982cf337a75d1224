"""Keeps what is being said in sight, until the reader scrolls away from it.

While it leads, the page does not follow the end of what is being written: one of the two must give way, and whoever
listens reads where the voice is.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from desktop_app.ui.motion import motion_reduced
from desktop_app.ui.transcript.page import Page
from desktop_app.ui.transcript.spans import Stretch

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
        self._place: Stretch | None = None
        self.away = False
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(_GLIDE)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(page.glide_to)
        page.reader_scrolled.connect(self._reader_scrolled)

    def forget(self) -> None:
        """Another page is shown."""
        self._glide.stop()
        self._place = None
        self._lead()

    def set_active(self, *, active: bool) -> None:
        """The voice begins, or ends; a reader who is at the page's end when it begins goes with it."""
        if active and not self._active:
            self._attached = self._asked or self._page.following
        self._asked = False
        self._active = active
        self._place = self._place if active else None
        self._lead()

    def go_to_voice(self) -> None:
        """The reader wants to be where the voice is, or will be."""
        self._asked = not self._active
        self._attached = True
        self._lead()
        self._show()

    def show(self, stretches: Sequence[Stretch]) -> None:
        """What is being said now stands here; between two sentences nothing is, and nothing changes."""
        if not stretches or not self._active:
            return
        place = Stretch(stretches[0].start, stretches[-1].end)
        moved, self._place = place != self._place, place
        if moved:
            self._attached = self._attached or self._in_sight()
            self._lead()
            self._show()

    def show_word(self, stretches: Sequence[Stretch]) -> None:
        """The word that is being said; gone to where its sentence is taller than the page."""
        if stretches and self._place is not None:
            top, bottom = self._page.box_of(self._place.start, self._place.end)
            if bottom - top > self._page.viewport().height() - _ABOVE - _BELOW:
                self._bring(Stretch(stretches[0].start, stretches[-1].end))

    def _lead(self) -> None:
        known = self._active and self._place is not None
        before = self._page.led, self.away
        self._page.led, self.away = known and self._attached, known and not self._attached
        if before != (self._page.led, self.away):
            self.changed.emit()

    def _reader_scrolled(self) -> None:
        self._glide.stop()
        if self._active:
            self._attached = self._in_sight() if self._place else self._page.following
            self._lead()

    def _in_sight(self) -> bool:
        """Whether the first line of what is said is on the screen."""
        if self._place is None:
            return False
        top, bottom = self._page.box_of(self._place.start, self._place.start)
        seen = self._page.verticalScrollBar().value()
        return top >= seen and bottom <= seen + self._page.viewport().height()

    def _show(self) -> None:
        if self._place is not None:
            self._bring(self._place)

    def _bring(self, place: Stretch) -> None:
        """Moves the page where what is said is not, or hardly, on it."""
        if not self._page.led:
            return
        bar, height = self._page.verticalScrollBar(), self._page.viewport().height()
        goal = self._glide.endValue() if self._glide.state() is QVariantAnimation.State.Running else None
        seen = bar.value() if goal is None else int(goal)
        top, bottom = self._page.box_of(place.start, max(place.end - 1, place.start))
        if top >= seen + _ABOVE and bottom <= seen + height - _BELOW:
            return
        fits = bottom - top < height * (1 - _TOP_PART) - _BELOW
        wanted = round(top - (height * _TOP_PART if fits else _ABOVE))
        self._move_to(min(max(wanted, bar.minimum()), bar.maximum()))

    def _move_to(self, value: int) -> None:
        now = self._page.verticalScrollBar().value()
        self._glide.stop()
        if motion_reduced() or value == now:
            self._page.glide_to(value)
            return
        self._glide.setStartValue(now)
        self._glide.setEndValue(value)
        self._glide.start()
