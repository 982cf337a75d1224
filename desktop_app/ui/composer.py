"""The box at the foot of the page: what one wants to ask, whether the answer is spoken, and Send, which is Stop."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from desktop_app.ui.actions import default_key, key_cap, key_text
from desktop_app.ui.icons import icon
from desktop_app.ui.message_box import MessageBox
from desktop_app.ui.parts import button, ink, label, look, restyled, set_flag

_INSET: Final = 6  # a button without a box begins so far left of its words
_BUTTON_SIZE: Final = QSize(110, 31)


class Composer(QFrame):
    """``views.ComposerView``. The box is emptied with each ``submitted``; who does not take the text sets it as draft.

    ``writing_began``: an empty box got its first word, so something will soon be asked. What is submitted before
    ``begin_to_submit`` waits in the box: while the program starts, nobody would hear of it.

    Enter submits while busy too, since an answer that is only still being spoken must not keep anyone from asking on.
    """

    submitted = Signal(str)
    writing_began = Signal()
    stop_requested = Signal()
    spoken_replies_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        look(self, "card")
        self._submits = False
        self._submit_waits = False
        self._box = MessageBox()
        self._box.setPlaceholderText(self.tr("Ask anything"))
        self._box.setAccessibleName(self.tr("Message"))
        self._box.installEventFilter(self)
        self._box.entered.connect(self._submit)
        self._box.textChanged.connect(self._show_sendable)
        self._spoken = button("", "quiet", accessible=self.tr("Spoken replies"))
        self._spoken.setCheckable(True)
        self._spoken.toggled.connect(self._show_spoken)
        self._spoken.toggled.connect(self.spoken_replies_toggled)  # a screen reader toggles without a click
        self._send = _PrimaryButton("send", self.tr("Send"), self.tr("Enter"))
        self._send.clicked.connect(self._submit)
        self._stop = _PrimaryButton("stop", self.tr("Stop"), default_key("stop"), capped=True)
        self._stop.clicked.connect(self.stop_requested)
        self._stop.hide()
        self._lay_out()
        self.set_spoken_replies(spoken=True)
        self._show_sendable()

    def begin_to_submit(self) -> None:
        """Somebody listens now."""
        self._submits = True
        if self._submit_waits:
            self._submit()

    def set_busy(self, *, busy: bool) -> None:
        held = self._send.hasFocus() or self._stop.hasFocus()
        self._send.setVisible(not busy)
        self._stop.setVisible(busy)
        if held:  # the focus does not fall into the void when its button goes
            (self._stop if busy else self._box).setFocus()

    def set_spoken_replies(self, *, spoken: bool) -> None:
        with QSignalBlocker(self._spoken):
            self._spoken.setChecked(spoken)
        self._show_spoken()

    def set_draft(self, text: str) -> None:
        self._box.replace_text(text)

    def focus(self) -> None:
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_stop_key(self, portable: str) -> None:
        """What the key cap of Stop shows."""
        self._stop.show_key(key_text(portable))

    def fit(self) -> None:
        """The window has another height, and the box may be as high as a third of it."""
        self._box.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            set_flag(self, "focused", self._box.hasFocus())
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event) and hasattr(self, "_spoken"):
            self._show_spoken()

    def _lay_out(self) -> None:
        box = QHBoxLayout()
        box.setContentsMargins(_INSET, 0, _INSET, 0)
        box.addWidget(self._box)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._spoken)
        row.addStretch()
        row.addWidget(self._send)
        row.addWidget(self._stop)
        row.addSpacing(_INSET)
        column = QVBoxLayout(self)
        column.setContentsMargins(14 - _INSET, 13, 14 - _INSET, 12)
        column.setSpacing(12)
        column.addLayout(box)
        column.addLayout(row)

    def _submit(self) -> None:
        text = self._box.toPlainText()
        self._submit_waits = not self._submits
        if self._submits and text.strip():
            self._box.replace_text("")
            self.submitted.emit(text)

    def _show_sendable(self) -> None:
        sendable = bool(self._box.toPlainText().strip())
        if sendable and not self._send.isEnabled():
            self.writing_began.emit()
        self._send.setEnabled(sendable)

    def _show_spoken(self) -> None:
        spoken = self._spoken.isChecked()
        words = self.tr("Spoken replies on") if spoken else self.tr("Spoken replies off")
        self._spoken.setText(words)
        self._spoken.setToolTip(self.tr("Whether answers are spoken as they are written"))
        colour = ink(QPalette.ColorRole.PlaceholderText)
        self._spoken.setIcon(icon("speaker" if spoken else "speaker-off", colour, 16))


class _PrimaryButton(QPushButton):
    """The one dark button: a drawing, a word and, where it helps, the cap of its key."""

    def __init__(self, drawing: str, words: str, key: str, *, capped: bool = False) -> None:
        super().__init__()
        look(self, "primary")
        self._drawing, self._words = drawing, words
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icon, self._word, self._cap = QLabel(), label(words, "on-primary"), label("", "on-primary-cap")
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        layout.setSpacing(0)
        layout.addStretch()
        layout.addWidget(self._icon)
        layout.addSpacing(7)
        layout.addWidget(self._word)
        layout.addSpacing(7 if capped else 0)
        layout.addWidget(self._cap)
        layout.addStretch()
        for part in (self._icon, self._word, self._cap):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cap.setVisible(capped)
        self.show_key(key)
        self._draw()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint().expandedTo(_BUTTON_SIZE)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), _BUTTON_SIZE.height())

    def show_key(self, key: str) -> None:
        self._cap.setText(key_cap(key))
        self.updateGeometry()
        self.setToolTip(f"{self._words} ({key})")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event) and hasattr(self, "_cap"):
            self._draw()

    def _draw(self) -> None:
        role = QPalette.ColorRole.Window if self.isEnabled() else QPalette.ColorRole.PlaceholderText
        self._icon.setPixmap(icon(self._drawing, ink(role), 16).pixmap(16, 16))
