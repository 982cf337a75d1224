"""A field that takes a key by being pressed: press it, then press the key, Esc included."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_unknown,
}
_LEAVING = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class KeyField(QPushButton):
    """Shows a key sequence; while ``recording``, the next key that is no modifier becomes the new one.

    Tab and losing the focus end the recording and change nothing, so that the keyboard alone can always leave.
    """

    changed = Signal()
    recording_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._sequence = QKeySequence()
        self._recording = False
        self.clicked.connect(lambda: self._set_recording(recording=True))

    def key(self) -> str:
        """The key in Qt's portable text, as the settings keep it."""
        return self._sequence.toString(QKeySequence.SequenceFormat.PortableText)

    def set_key(self, portable: str) -> None:
        self._sequence = QKeySequence(portable, QKeySequence.SequenceFormat.PortableText)
        self._show()

    def is_recording(self) -> bool:
        return self._recording

    def stop_recording(self) -> None:
        self._set_recording(recording=False)

    def event(self, event: QEvent) -> bool:
        """While recording every key is this field's: no shortcut takes it, Esc does not close, Space does not click."""
        if self._recording and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._record(event)
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.stop_recording()
        super().focusOutEvent(event)

    def _record(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _LEAVING:
            self.stop_recording()
            return super().event(event)
        event.accept()
        if key in _MODIFIERS or event.isAutoRepeat():
            return True
        self._sequence = QKeySequence(_without_keypad(event.keyCombination()))
        self._set_recording(recording=False)
        self.changed.emit()
        return True

    def _set_recording(self, *, recording: bool) -> None:
        if recording == self._recording:
            return
        self._recording = recording
        self._show()
        self.recording_changed.emit(recording)

    def _show(self) -> None:
        native = self._sequence.toString(QKeySequence.SequenceFormat.NativeText)
        if native and self.isRightToLeft():
            native = f"\N{LEFT-TO-RIGHT MARK}{native}\N{LEFT-TO-RIGHT MARK}"  # "Ctrl+," is not ",+Ctrl" anywhere
        self.setText(self.tr("Press a key…") if self._recording else native or self.tr("None"))
        self.setAccessibleDescription(self.text())


def _without_keypad(combination: QKeyCombination) -> QKeyCombination:
    """5 on the keypad is 5: the keypad's own flag would make a sequence that no other keyboard can press."""
    return QKeyCombination(combination.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier, combination.key())
