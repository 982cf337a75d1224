"""Trouble as lines in the page: what happened, what can be done, and a cross to put it away. Never a box over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.announcing import announce
from desktop_app.ui.icons import icon
from desktop_app.ui.parts import IconButton, button, ink, label, look, restyled
from desktop_app.ui.words import sentence, step_words

if TYPE_CHECKING:
    from desktop_app.presenters.views import Notice

_SECOND: Final = 1000
_NARROW: Final = 480


class Notices(QWidget):
    """``views.NoticeView``. ``step_chosen`` carries the notice's key and the ``views.Step``."""

    step_chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, _Line] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 12, 0, 0)
        self._layout.setSpacing(8)
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._clock.timeout.connect(self._tick)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        self._remove(notice.key)
        made = _Line(notice)
        made.step_chosen.connect(lambda step: self.step_chosen.emit(notice.key, step))
        made.closed.connect(lambda: self.clear_notice(notice.key))
        self._lines[notice.key] = made
        self._layout.addWidget(made)
        made.show()
        self.show()
        self._run_clock()
        announce(self, made.text, at_once=True)

    def clear_notice(self, key: str) -> None:
        self._remove(key)
        self.setVisible(bool(self._lines))
        self._run_clock()

    def _remove(self, key: str) -> None:
        if (old := self._lines.pop(key, None)) is not None:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _run_clock(self) -> None:
        """The clock runs only while a line counts down."""
        counting = any(line.counting for line in self._lines.values())
        if counting and not self._clock.isActive():
            self._clock.start()
        elif not counting:
            self._clock.stop()

    def _tick(self) -> None:
        for line in self._lines.values():
            line.count_down()
        self._run_clock()


class _Line(QFrame):
    step_chosen = Signal(str)
    closed = Signal()

    def __init__(self, notice: Notice) -> None:
        super().__init__()
        look(self, "notice")
        self._notice = notice
        self._left = notice.seconds
        self._mark = QLabel()
        self._words = label("", wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Notice"))
        self._steps = QWidget()
        steps = QHBoxLayout(self._steps)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(4)
        for step in notice.steps:
            steps.addWidget(self._step_button(step.value))
        close = IconButton("close", self.tr("Put this notice away"), size=14)
        close.clicked.connect(self.closed)
        self._below: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 6, 6, 6)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._mark, 0, 0)
        self._grid.addWidget(self._words, 0, 1)
        self._place_steps(below=False)  # Tab comes to them before the cross
        self._grid.addWidget(close, 0, 3)
        self._draw_mark()
        self._show()

    @property
    def text(self) -> str:
        return self._words.text()

    @property
    def counting(self) -> bool:
        return self._left is not None and self._left > 0

    def count_down(self) -> None:
        if self._left is not None and self._left > 0:
            self._left -= 1
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event) and hasattr(self, "_mark"):
            self._draw_mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_steps(below=event.size().width() < _NARROW)

    def _place_steps(self, *, below: bool) -> None:
        """In a narrow line the words have its width to themselves."""
        if below != self._below:
            self._below = below
            self._grid.removeWidget(self._steps)
            if below:
                self._grid.addWidget(self._steps, 1, 1, Qt.AlignmentFlag.AlignLeading)
            else:
                self._grid.addWidget(self._steps, 0, 2)

    def _draw_mark(self) -> None:
        self._mark.setPixmap(icon("alert", ink(QPalette.ColorRole.BrightText), 18).pixmap(18, 18))

    def _step_button(self, step: str) -> QWidget:
        made = button(step_words(step), "link")
        made.clicked.connect(lambda: self.step_chosen.emit(step))
        return made

    def _show(self) -> None:
        notice = self._notice
        words = sentence(notice.error, fallback=notice.fallback, seconds=self._left, saving=notice.saving)
        self._words.setText(words)
        self.setAccessibleDescription(self._words.text())
