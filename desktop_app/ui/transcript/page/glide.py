"""Moves the page a little at a time, so that the eye can follow; at once where the user wants no motion."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from desktop_app.ui.motion import motion_reduced


class Glide(QObject):
    """``step`` is called with the part of the way that is done, 0 to 1, and with 1 last."""

    def __init__(self, milliseconds: int, step: Callable[[float], None], parent: QObject) -> None:
        super().__init__(parent)
        self._step = step
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(milliseconds)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._moved)

    @property
    def moving(self) -> bool:
        return self._animation.state() is QVariantAnimation.State.Running

    def start(self, *, still: bool = False) -> None:
        """``still``: without a motion."""
        self._animation.stop()
        if still or motion_reduced():
            self._step(1.0)
        else:
            self._animation.start()

    def stop(self) -> None:
        self._animation.stop()

    def _moved(self, done: float) -> None:
        if self.moving or done >= 1:
            self._step(done)
