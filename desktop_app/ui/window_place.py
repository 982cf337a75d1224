"""Where the window stood, kept for each arrangement of screens: the laptop alone, and at the desk with two more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

_SIZE: Final = (1280, 820)
_MOST_ARRANGEMENTS: Final = 12
_GRASPABLE: Final = (120, 40)
"""Pixels of a window that must be in sight at least, so that it can be taken hold of."""


class WindowPlace:
    """Keeps what was known of other arrangements beside what is known of this one."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._known: dict[str, Mapping[str, object]] = {}

    def restore(self, place: Mapping[str, object]) -> Mapping[str, object]:
        """Puts the window where it stood on these screens, or in its usual size; gives back what else was kept then.

        What cannot be read is passed over. On screens it has never been on, all but its place is as it was last.
        """
        screens = place.get("screens")
        known = screens if isinstance(screens, Mapping) else {arrangement(): place}  # as an earlier version kept it
        self._known = {str(name): kept for name, kept in known.items() if isinstance(kept, Mapping)}
        kept = self._known.get(arrangement())
        if kept is None or not self._stand(kept.get("geometry")):
            self.take_usual_size()
        self._come_into_sight()
        return kept or next(reversed(self._known.values()), {})

    def kept(self, **besides: object) -> dict[str, object]:
        """Every arrangement as ``restore`` takes it, this one, with what else is to be kept for it, as the last."""
        geometry = bytes(self._window.saveGeometry().toBase64().data()).decode("ascii")
        self._known.pop(arrangement(), None)
        self._known[arrangement()] = {"geometry": geometry, **besides}
        return {"screens": dict(list(self._known.items())[-_MOST_ARRANGEMENTS:])}

    def take_usual_size(self) -> None:
        room = self._window.screen().availableSize()
        self._window.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))

    def _stand(self, geometry: object) -> bool:
        return isinstance(geometry, str) and self._window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def _come_into_sight(self) -> None:
        """Screens of the same names and sizes may stand otherwise than they did."""
        window, rooms = self._window, [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if window.isMaximized() or window.isFullScreen():
            return
        if not any(_can_be_grasped(room.intersected(window.geometry())) for room in rooms):
            self.take_usual_size()
            place = QRect(window.pos(), window.size())
            place.moveCenter(QGuiApplication.primaryScreen().availableGeometry().center())
            window.move(place.topLeft())


def arrangement() -> str:
    """The screens that are there, by their names and sizes."""
    screens = QGuiApplication.screens()
    return ", ".join(sorted(f"{screen.name()} {screen.size().width()}x{screen.size().height()}" for screen in screens))


def _can_be_grasped(seen: QRect) -> bool:
    return seen.width() >= _GRASPABLE[0] and seen.height() >= _GRASPABLE[1]
