"""One line of the panel of running work: its title, which opens its conversation, how it stands, and Stop."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.work import Work
from desktop_app.ui.parts import OneLine, button, look
from desktop_app.ui.running.words import WorkWords


class WorkRow(QWidget):
    """``stop_requested`` carries the id of the work, ``conversation_requested`` that of its conversation."""

    stop_requested = Signal(str)
    conversation_requested = Signal(str)

    def __init__(self, work: Work, words: WorkWords) -> None:
        super().__init__()
        self._work = work
        self._words = words
        self._title = _TitleButton()
        self._title.clicked.connect(lambda: self.conversation_requested.emit(self._work.conversation_id or ""))
        self._about = OneLine("small")
        self._stop = button(self.tr("Stop"), "link")
        self._stop.clicked.connect(lambda: self.stop_requested.emit(self._work.id))
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self._title)
        told.addLayout(inset(self._about))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(8)
        row.addLayout(told, 1)
        row.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignVCenter)

    def tab_after(self, before: QWidget) -> QWidget:
        """Tab comes from ``before`` to this row; what it leaves the row from."""
        self.setTabOrder(before, self._title)
        self.setTabOrder(self._title, self._stop)
        return self._stop

    def take_keyboard(self) -> bool:
        """To its title; False where that is only words."""
        if self._title.isEnabled():
            self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._title.isEnabled()

    def show_work(self, work: Work, now: float) -> None:
        """Costs next to nothing where nothing has changed."""
        self._work = work
        name = work.title or self._words.kind(work)
        self._title.set_name(name, opens=work.conversation_id is not None)
        self._about.setText(self._words.line(work, now))
        can_stop = work.stoppable and not work.state.over
        if can_stop is self._stop.isHidden():
            self._stop.setVisible(can_stop)
        if self._stop.accessibleDescription() != name:
            self._stop.setAccessibleName(self.tr("Stop {title}").format(title=f"“{name}”"))
            self._stop.setAccessibleDescription(name)
            self._stop.setToolTip(self.tr("Stops this and nothing else"))


def inset(part: QWidget, top: int = 0, bottom: int = 0) -> QHBoxLayout:
    """What stands below or above titles begins where their words do."""
    held = QHBoxLayout()
    held.setContentsMargins(_TitleButton.INSET, top, 0, bottom)
    held.addWidget(part)
    return held


class _TitleButton(QPushButton):
    """A title as wide as there is room; where it opens nothing it is only words, and Tab passes it by."""

    INSET: Final = 6

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        look(self, "worktitle")
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str, *, opens: bool) -> None:
        if (name, opens) == (self._name, self.isEnabled()):
            return
        self._name = name
        self.setEnabled(opens)
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Goes to “{title}”").format(title=name) if opens else "")
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        room = max(0, self.width() - 2 * self.INSET)
        self.setText(self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
