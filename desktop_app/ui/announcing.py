"""What is told to a screen reader without anything on the screen having the keyboard.

A screen reader of today takes announcements. Orca before its version 45 knows none, and says a notification that
appears instead: which of the two is wanted is found out by others (``use_notifications``).
"""

from __future__ import annotations

import itertools

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

_AT_ONCE = 12
"""Notifications that can wait at a time to be read: a screen reader asks for each after it was told of it."""


class Announcer:
    """``views.AnnouncerView``: speaks for a widget, which is on the screen when there is anything to tell."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    @property
    def listening(self) -> bool:
        """Whether a screen reader, or another program by the same interface, is there."""
        from PySide6.QtGui import QAccessible  # the start waits for none

        return QAccessible.isActive()

    def use_notifications(self, *, wanted: bool) -> None:
        _NOTIFICATIONS.wanted = wanted

    def announce(self, words: str) -> None:
        announce(self._widget, words)


def announce(widget: QWidget, words: str, *, at_once: bool = False) -> None:
    """Has a screen reader say the words for a widget.

    ``at_once``: it may break in; otherwise it waits until what is being said is over.
    """
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if not words or not QAccessible.isActive():
        return
    if _NOTIFICATIONS.wanted:
        _NOTIFICATIONS.show(widget.window(), words)
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    urgency = QAccessible.AnnouncementPoliteness
    event.setPoliteness(urgency.Assertive if at_once else urgency.Polite)
    QAccessible.updateAccessibility(event)


class _Notification(QWidget):
    """Never seen: it is there for its name."""


class _Notifications:
    """The notifications of each window, used in turn."""

    def __init__(self) -> None:
        self.wanted = False
        self._factory: object = None
        self._numbers = itertools.count()

    def show(self, window: QWidget, words: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        if self._factory is None:
            self._factory = _interface_of
            QAccessible.installFactory(_interface_of)
        made = [child for child in window.children() if isinstance(child, _Notification)]
        while len(made) < _AT_ONCE:
            made.append(_Notification(window))
        shown = made[next(self._numbers) % _AT_ONCE]
        shown.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleEvent(shown, QAccessible.Event.ObjectShow))


def _interface_of(name: str, what: QObject) -> object:
    """Qt asks for every widget that a screen reader comes to, by the names of its classes."""
    if name != _Notification.__name__ or not isinstance(what, QWidget):
        return None
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAccessibleWidget

    return QAccessibleWidget(what, QAccessible.Role.Notification)


_NOTIFICATIONS = _Notifications()
