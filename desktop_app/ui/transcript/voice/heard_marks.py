"""Where the voice was stopped: a thin mark in the text, and beside its line a button that reads on from there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton

from desktop_app.ui.actions import default_key
from desktop_app.ui.icons import icon
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.colours import LIGHT, Colours
from desktop_app.ui.transcript.page.page import Page
from desktop_app.ui.transcript.page.page_lights import heard_at
from desktop_app.ui.transcript.page.sight import Seen
from desktop_app.ui.transcript.sheets.sheet import Sheet

_SIZE = 18
_ICON = 12


class HeardMarks(QObject):
    """``go_on_requested`` names the message and the place in its source."""

    go_on_requested = Signal(str, int)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._colours: Colours = LIGHT
        self._key = default_key("repeat")
        self._buttons: dict[str, QToolButton] = {}
        page.sight_changed.connect(self.refresh)

    def clear(self) -> None:
        self._page.lighting.heard.clear()
        self.refresh()

    def set_place(self, message_id: str, place: int | None) -> None:
        """Up to where the message was heard; None where it was to its end."""
        self.set_places({message_id: place})

    def set_places(self, places: Mapping[str, int | None]) -> None:
        """The same of several messages."""
        heard = self._page.lighting.heard
        for message_id, place in places.items():
            if place is None:
                heard.pop(message_id, None)
            else:
                heard[message_id] = place
        self._page.viewport().update()
        self.refresh()

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        for button in self._buttons.values():
            self._dress(button)

    def show_key(self, key: str) -> None:
        """The key that reads on, as a person reads it."""
        self._key = key
        for button in self._buttons.values():
            button.setToolTip(self._tip())

    def refresh(self) -> None:
        """The page has moved, or its text changed: there are buttons beside the lines in sight, and no others."""
        heard = self._page.lighting.heard
        if not heard and not self._buttons:
            return
        placed = set()
        for seen in self._page.outlook.seen:
            place = heard.get(seen.entry.message_id)
            if place is None or seen.piece is None or seen.piece.sheet is None:
                continue
            position = heard_at(seen.entry, seen.number, place)
            if position is not None and self._put(seen.entry.message_id, seen, seen.piece.sheet, position):
                placed.add(seen.entry.message_id)
        for message_id in self._buttons.keys() - placed:
            button = self._buttons.pop(message_id)
            button.hide()
            button.deleteLater()

    def _put(self, message_id: str, seen: Seen, sheet: Sheet, position: int) -> bool:
        """Puts the button beside the line; whether the line is in sight."""
        frame = self._page.viewport().geometry()
        line = sheet.place_of(position)
        middle = seen.top + line.center().y()
        if not 0 <= middle <= frame.height():
            return False
        left = self._page.column_left + frame.left()
        side = left + self._page.column.width + measures.EDGE if _rightwards(sheet, position) else left - measures.EDGE
        x = round(side) if side > left else round(side) - _SIZE
        button = self._buttons.get(message_id)
        if button is None:
            button = self._buttons[message_id] = self._button(partial(self._go_on, message_id))
        button.move(max(x, 0), round(frame.top() + middle - _SIZE / 2))
        button.show()
        return True

    def _go_on(self, message_id: str) -> None:
        place = self._page.lighting.heard.get(message_id)
        if place is not None:
            self.go_on_requested.emit(message_id, place)

    def _button(self, go_on: Callable[[], None]) -> QToolButton:
        button = QToolButton(self._page)
        button.setFixedSize(_SIZE, _SIZE)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(self.tr("Go on reading"))
        button.setAccessibleDescription(self.tr("Heard up to here"))
        button.setToolTip(self._tip())
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(go_on)
        self._dress(button)
        return button

    def _tip(self) -> str:
        return self.tr("Heard up to here. Go on reading ({key})").format(key=self._key)

    def _dress(self, button: QToolButton) -> None:
        colours = self._colours
        button.setIcon(icon("play", colours.accent, _ICON))
        button.setStyleSheet(
            f"QToolButton {{ background: transparent; border: none; border-radius: {_SIZE // 2}px; padding: 0; }}"
            f"QToolButton:hover {{ background: {colours.line}; }}"
            f"QToolButton:focus {{ border: 2px solid {colours.accent}; }}"
        )


def _rightwards(sheet: Sheet, position: int) -> bool:
    """Whether the line begins at the right."""
    line = sheet.line_at(position)
    return line.end > line.start and sheet.place_of(line.start).x() > sheet.place_of(line.end).x()
