"""What is told to a screen reader without anything on the screen having the keyboard. ``views.AnnouncerView``."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class Announcer:
    """Speaks for a widget, which is on the screen when there is anything to tell."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    @property
    def listening(self) -> bool:
        """Whether a screen reader, or another program by the same interface, is there."""
        from PySide6.QtGui import QAccessible  # the start waits for none

        return QAccessible.isActive()

    def announce(self, words: str, *, at_once: bool = False) -> None:
        """``at_once``: it may break in; otherwise it waits until what is being said is over."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if not words or not QAccessible.isActive():
            return
        event = QAccessibleAnnouncementEvent(self._widget, words)
        urgency = QAccessible.AnnouncementPoliteness
        event.setPoliteness(urgency.Assertive if at_once else urgency.Polite)
        QAccessible.updateAccessibility(event)
