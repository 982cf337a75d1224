"""All that runs in a window beside the program's: how each stands, Stop for each and for all, the way to its words."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.parts import button, label
from desktop_app.ui.question import button_row
from desktop_app.ui.running.row import WorkRow, inset
from desktop_app.ui.running.words import WorkWords

if TYPE_CHECKING:
    from desktop_app.domain.work import Work

_SIZE: Final = (460, 520)
_MARGIN: Final = 24
_BELOW_HEADER: Final = 56
_ASIDE: Final = 20
_NEW_AT_ONCE: Final = 8
_SOON: Final = 20
_REFRESH: Final = 500
"""Milliseconds: seconds are counted, and a number that changes more often is not read."""


class WorkPanel(QDialog):
    """``views.WorkView``. Not modal, so that one can look at it while one does something else."""

    stop_requested = Signal(str)
    stop_all_requested = Signal()
    conversation_requested = Signal(str)
    refresh_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent.window()
        self.setWindowTitle(self.tr("Running work"))
        self.setAccessibleName(self.tr("Running work"))
        self._words = WorkWords()
        self._rows: dict[str, WorkRow] = {}
        self._order: tuple[list[str], list[str]] = ([], [])
        self._nothing = _held(label(self.tr("Nothing runs now."), "muted", wrap=True), top=4)
        self._over = _held(label(self.tr("Ended lately"), "section"), top=14)
        self._stop_all = button(
            self.tr("Stop all"), tip=self.tr("Stops every reply, all speech and whatever else runs")
        )
        self._stop_all.clicked.connect(self.stop_all_requested)
        self._close = button(self.tr("Close"), "primary", tip=self.tr("Closes this; what runs goes on (Esc)"))
        self._close.clicked.connect(self.reject)
        self._timer = QTimer(self, interval=_REFRESH)
        self._timer.timeout.connect(self.refresh_wanted)
        self._lay_out()
        self.show_work((), ())

    def open(self) -> None:
        """In front of the program, the keyboard in it."""
        if self.isHidden():
            self._place()
        self.show()
        self.raise_()
        self.activateWindow()

    def show_work(self, running: Sequence[Work], over: Sequence[Work]) -> None:
        """Many new rows come a few at a time: each costs a millisecond or two."""
        now = time.monotonic()
        running, over = self._as_many(running, over)
        order = ([work.id for work in running], [work.id for work in over])
        works = {work.id: work for work in (*running, *over)}
        held = self._row_with_keyboard()
        if order != self._order:
            self._arrange(works, order)
        for work in works.values():
            self._rows[work.id].show_work(work, now)
        if held and self._row_with_keyboard() != held:  # its Stop is gone, and Qt would go on to Stop all
            row = self._rows.get(held)
            if row is None or not row.take_keyboard():
                self._area.setFocus(Qt.FocusReason.OtherFocusReason)
        self._nothing.setVisible(not running)
        self._over.setVisible(bool(over))
        self._stop_all.setEnabled(any(work.stoppable for work in running))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _as_many(self, running: Sequence[Work], over: Sequence[Work]) -> tuple[Sequence[Work], Sequence[Work]]:
        """These, but of the new ones no more than one may wait for; the rest is asked for soon."""
        new = [work.id for work in (*running, *over) if work.id not in self._rows]
        later = set(new[_NEW_AT_ONCE:])
        if later:
            QTimer.singleShot(_SOON, self, self.refresh_wanted.emit)
        return [one for one in running if one.id not in later], [one for one in over if one.id not in later]

    def _row_with_keyboard(self) -> str:
        """The id of its work; empty where none has it."""
        focused = self.focusWidget()
        return next((one for one, row in self._rows.items() if focused is not None and row.isAncestorOf(focused)), "")

    def _place(self) -> None:
        """Below where the window counts what runs, and beside the words one reads where there is room."""
        window = self._window.geometry()
        left = window.left() + _ASIDE if self.isRightToLeft() else window.right() - self.width() - _ASIDE
        room = self.screen().availableGeometry()
        self.move(
            max(room.left(), min(left, room.right() - self.width())),
            max(room.top(), min(window.top() + _BELOW_HEADER, room.bottom() - self.height())),
        )

    def _arrange(self, works: dict[str, Work], order: tuple[list[str], list[str]]) -> None:
        """Rows that stay are the same widgets, so that the keyboard stays where it is."""
        self._order = order
        for gone in self._rows.keys() - works.keys():
            row = self._rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for new in works.keys() - self._rows.keys():
            row = self._rows[new] = WorkRow(works[new], self._words)
            row.stop_requested.connect(self.stop_requested)
            row.conversation_requested.connect(self._go_to)
        running, over = ([self._rows[one] for one in part] for part in order)
        for place, part in enumerate((self._nothing, *running, self._over, *over)):
            if self._list.indexOf(part) != place:
                self._list.insertWidget(place, part)
        above: QWidget = self._area
        for row in (*running, *over):
            above = row.tab_after(above)
        self.setTabOrder(above, self._stop_all)

    def _go_to(self, conversation_id: str) -> None:
        self.conversation_requested.emit(conversation_id)
        self.accept()

    def _lay_out(self) -> None:
        held = QWidget()
        self._list = QVBoxLayout(held)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(0)
        self._list.addWidget(self._nothing)
        self._list.addWidget(self._over)
        self._list.addStretch(1)
        self._area = QScrollArea()
        self._area.setAccessibleName(self.tr("Running work"))
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setWidget(held)
        foot = button_row([self._stop_all, self._close])
        page = QVBoxLayout(self)
        page.setContentsMargins(_MARGIN - 6, _MARGIN, _MARGIN - 8, 20)
        page.setSpacing(12)
        page.addWidget(self._area, 1)
        page.addLayout(foot)
        room = self.screen().availableSize()
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))


def _held(part: QWidget, top: int) -> QWidget:
    made = QWidget()
    made.setLayout(inset(part, top, bottom=4))
    return made
