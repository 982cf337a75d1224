"""How large the text is that one reads and writes: in steps, by key, or by Ctrl and the wheel."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.ui.announcing import announce

USUAL: Final = 100
STEPS: Final = (70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""Percent."""

_NOTCH: Final = 120
"""What a wheel turned by one notch tells; a touchpad tells it in many small pieces."""

_TOP: Final = 64
_SHOWN: Final = 1200
"""Milliseconds for which the new size is shown."""


class Zoom(QObject):
    """``changed`` carries the new size in percent."""

    changed = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._percent = USUAL
        self._turned = 0
        self._note: _Note | None = None

    @property
    def percent(self) -> int:
        return self._percent

    @property
    def factor(self) -> float:
        return self._percent / 100

    def take(self, kept: object) -> None:
        """What was kept from another time, which may be anything: the nearest step to it."""
        if isinstance(kept, int | float) and not isinstance(kept, bool):
            self._set(min(STEPS, key=lambda step: abs(step - kept)))

    def step(self, steps: int) -> None:
        """Positive: larger."""
        place = STEPS.index(self._percent) + steps
        self._choose(STEPS[min(max(place, 0), len(STEPS) - 1)])

    def reset(self) -> None:
        self._choose(USUAL)

    def watch(self, part: QWidget) -> None:
        """Ctrl and the wheel over ``part`` change the size, where what scrolls in it lets such a turn pass."""
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += event.angleDelta().y()
            steps = int(self._turned / _NOTCH)
            self._turned -= steps * _NOTCH
            if steps:
                self.step(steps)
            return True
        return super().eventFilter(watched, event)

    def _choose(self, percent: int) -> None:
        """Shown also where it stays as it is: the end of the steps is something to know too."""
        self._set(percent)
        if self._note is None:
            self._note = _Note(self._window)
        self._note.tell(percent)

    def _set(self, percent: int) -> None:
        if percent != self._percent:
            self._percent = percent
            self.changed.emit(percent)


class _Note(QLabel):
    """The new size, for a moment, at the top of the window."""

    def __init__(self, window: QWidget) -> None:
        from desktop_app.ui.parts import look

        super().__init__(window)
        self._window = window
        look(self, "note")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._clock = QTimer(self, singleShot=True, interval=_SHOWN)
        self._clock.timeout.connect(self.hide)

    def tell(self, percent: int) -> None:
        self.setText(self.tr("Text {percent} %").format(percent=QLocale().toString(percent)))
        self.adjustSize()
        self.move((self._window.width() - self.width()) // 2, _TOP)
        self.raise_()
        self.show()
        self._clock.start()
        announce(self, self.text())
