"""Small pieces every screen is put together from: a label, a button, a key cap, a line, each in its look."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop_app.ui.actions import key_cap
from desktop_app.ui.elided import elided
from desktop_app.ui.icons import icon

_CAPS: Final = ("keycap", "on-primary-cap")
_RESTYLED: Final = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.EnabledChange)


def ink(role: QPalette.ColorRole = QPalette.ColorRole.WindowText) -> str:
    """A colour of the theme in force; a widget's own palette may be bent by the style sheet."""
    return QGuiApplication.palette().color(role).name()


def restyled(event: QEvent) -> bool:
    """Whether what is drawn by hand must be drawn again, in other colours."""
    return event.type() in _RESTYLED


def look(widget: QWidget, name: str) -> None:
    """Gives the widget the look ``name`` of the style sheet, also when it has been shown already."""
    set_flag(widget, "look", name)
    if name in {"side", "page"}:
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def set_flag(widget: QWidget, name: str, value: object) -> None:
    """Sets a property the style sheet asks for (``focused``, ``wrong``) and draws the widget accordingly."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def controls_of(part: QWidget) -> list[QWidget]:
    """The widgets within ``part``, itself included, that Tab stops at, in the order in which it does."""
    found = []
    control: QWidget | None = part
    while control is not None:
        inside = control is part or part.isAncestorOf(control)
        if inside and control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.focusProxy() is None:
            found.append(control)
        control = control.nextInFocusChain()
        if control is part:
            break
    return found


def label(text: str, name: str = "", *, wrap: bool = False) -> QLabel:
    """A label that shows ``text`` as it stands, never as HTML."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if QGuiApplication.isRightToLeft():  # a label's own alignment follows its words, which may be a name from elsewhere
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    if name:
        look(made, name)
    if name in _CAPS:
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


class OneLine(QLabel):
    """One line, cut with an ellipsis where the room ends."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        look(self, name)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        text = elided(self.fontMetrics(), self.text(), self.width())
        self.setToolTip(self.text() if text != self.text() else "")
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side), text)


def button(text: str, name: str = "", *, accessible: str = "", tip: str = "") -> QPushButton:
    """A button reached by Tab or pointer; a click leaves the focus where it was."""
    made = QPushButton(text)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAutoDefault(False)
    made.setAccessibleName(accessible or text)
    made.setToolTip(tip)
    if name:
        look(made, name)
    return made


def card() -> QFrame:
    made = QFrame()
    look(made, "card")
    return made


def line(*, vertical: bool = False) -> QFrame:
    """A one-pixel line between two areas."""
    made = QFrame()
    look(made, "line")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


class IconButton(QToolButton):
    """A button that is only a drawing, in the palette's text colour; its tooltip is its accessible name and key."""

    def __init__(self, name: str, accessible: str, key: str = "", size: int = 16) -> None:
        super().__init__()
        self._name, self._size = name, size
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(size, size))
        self.describe(accessible, key)
        self._draw()

    def describe(self, accessible: str, key: str = "") -> None:
        """Names the button for a screen reader, and with its key for the tooltip."""
        self.setAccessibleName(accessible)
        self.setToolTip(f"{accessible} ({key})" if key else accessible)

    def show_icon(self, name: str) -> None:
        self._name = name
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self._draw()

    def _draw(self) -> None:
        self.setIcon(icon(self._name, ink(), self._size))


class RowButton(QPushButton):
    """A button as wide as its column, words at the one end and the cap of its key at the other."""

    def __init__(self, text: str, name: str, key: str) -> None:
        super().__init__(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        look(self, name)
        self._cap = label("", "keycap")
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 10, 0)
        layout.addStretch()
        layout.addWidget(self._cap)
        self.show_key(key)

    def show_key(self, key: str) -> None:
        """``key`` as a person reads it on this system."""
        self._cap.setText(key_cap(key))
        self._cap.setVisible(bool(key))
        self.setToolTip(f"{self.text()} ({key})" if key else self.text())
