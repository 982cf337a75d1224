"""Notifications of Windows and macOS, by Qt, which knows both systems' ways.

It needs an icon in the tray for them: the icon is there as long as a notification may be clicked, and no longer. Focus
and do-not-disturb are kept by the systems themselves. Qt tells that one was clicked and not which: the newest is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

if TYPE_CHECKING:
    from collections.abc import Callable


class Shown(Protocol):
    """``control.notifications.Notification``."""

    @property
    def key(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def body(self) -> str: ...


class TrayNotifications(QObject):
    """Satisfies ``control.notifications.Notifier`` by shape."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on_chosen: Callable[[str, str], None] = lambda _key, _token: None
        self._icon: QSystemTrayIcon | None = None
        self._keys: list[str] = []

    def show(self, notification: Shown) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        self._keys = [*(key for key in self._keys if key != notification.key), notification.key]
        icon = self._tray()
        icon.setToolTip(notification.title)
        icon.show()
        icon.showMessage(notification.title, notification.body, QApplication.windowIcon())

    def withdraw(self, key: str) -> None:
        self._keys = [one for one in self._keys if one != key]
        if not self._keys:
            self.close()

    def close(self) -> None:
        self._keys = []
        if self._icon is not None:
            self._icon.hide()

    def _tray(self) -> QSystemTrayIcon:
        if self._icon is None:
            self._icon = QSystemTrayIcon(QApplication.windowIcon(), self)
            self._icon.messageClicked.connect(self._clicked)
            self._icon.activated.connect(self._clicked)
        return self._icon

    def _clicked(self) -> None:
        if self._keys:
            self.on_chosen(self._keys[-1], "")
