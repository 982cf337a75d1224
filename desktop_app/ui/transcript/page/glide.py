"""Moves the page a little at a time, so that the eye can follow; at once where the user wants no motion."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.ui.motion import motion_reduced

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation


class Glide(QObject):
    """``step`` is called with the part of the way that is done, 0 to 1, and with 1 last."""

    def __init__(self, milliseconds: int, step: Callable[[float], None], parent: QObject) -> None:
        super().__init__(parent)
        self._milliseconds = milliseconds
        self._step = step
        self._animation: QVariantAnimation | None = None

    @property
    def moving(self) -> bool:
        return self._animation is not None and self._animation.state() is self._animation.State.Running

    def start(self, *, still: bool = False) -> None:
        """``still``: without a motion."""
        self.stop()
        if still or motion_reduced():
            self._step(1.0)
            return
        if self._animation is None:
            self._animation = self._make()
        self._animation.start()

    def stop(self) -> None:
        if self._animation is not None:
            self._animation.stop()

    def _make(self) -> QVariantAnimation:
        """When something moves first: the first picture of the window waits for none."""
        from PySide6.QtCore import QEasingCurve, QVariantAnimation

        made = QVariantAnimation(self)
        made.setDuration(self._milliseconds)
        made.setEasingCurve(QEasingCurve.Type.OutCubic)
        made.setStartValue(0.0)
        made.setEndValue(1.0)
        made.valueChanged.connect(self._moved)
        return made

    def _moved(self, done: float) -> None:
        if self.moving or done >= 1:
            self._step(done)
