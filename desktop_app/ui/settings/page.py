"""A page of settings: rows of a muted name and its field, which may say below itself what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui import parts
from desktop_app.ui.settings.choice import TEXT_MARGINS

_NAME_WIDTH = 156
_NARROW_NAME_WIDTH = 120
_FIELD_HEIGHT = 36
_BETWEEN_ROWS = 12
_ABOVE_HEADING = 8
_BESIDE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
_NARROW = 480  # below this width the fields get some of the margins' and the names' room
_STACKED = 400  # below this one the names stand above their fields
_ANY_WIDTH = 16_777_215  # as Qt has it
_BESIDE_EACH_OTHER, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Row(QWidget):
    """One setting. The first widget is its field: it has the name for a screen reader, and stretches."""

    def __init__(self, name: str, *widgets: QWidget, accessible: str = "", tip: str = "") -> None:
        super().__init__()
        self.field = widgets[0]
        self._name = parts.label(name, "muted", wrap=True)
        self._name.setBuddy(self.field)
        self._note = parts.label("", "small", wrap=True)
        self._complaint = parts.label("", "trouble", wrap=True)
        self._hint = self._problem = self._trouble = ""
        if not self.field.accessibleName():
            self.field.setAccessibleName(accessible or name)
        self.field.setToolTip(tip)
        self._lay_out(widgets)
        for line in (self._note, self._complaint):
            line.hide()

    def problem(self) -> str:
        """What is wrong with the value, so that it cannot be applied; empty where nothing is."""
        return self._problem

    def note(self) -> str:
        """The hint below the field, or what stands there instead."""
        return self._note.text()

    def complaint(self) -> str:
        """What is shown in the colour of trouble."""
        return self._complaint.text()

    def set_hint(self, text: str) -> None:
        """What stands below the field for good."""
        self._hint = text
        self.set_note("")

    def set_note(self, text: str) -> None:
        """What stands below the field for now; empty brings the hint back."""
        _say(self._note, text or self._hint)
        self._describe()

    def set_problem(self, text: str) -> None:
        """Says that the value cannot be applied, and why; empty where it can."""
        self._problem = text
        self._complain()

    def set_trouble(self, text: str) -> None:
        """Says what went wrong around the field; unlike a problem it holds nobody up."""
        self._trouble = text
        self._complain()

    def set_name_width(self, width: int | None) -> None:
        """None: the name stands above the field and is as wide as it."""
        stacked = width is None
        self._whole.setDirection(_BELOW if stacked else _BESIDE_EACH_OTHER)
        self._whole.setSpacing(4 if stacked else 12)
        self._name.setMinimumSize(0 if width is None else width, 0 if stacked else self._name_height)
        self._name.setMaximumWidth(_ANY_WIDTH if width is None else width)

    def _complain(self) -> None:
        _say(self._complaint, self._problem or self._trouble)
        parts.set_flag(self.field, "wrong", bool(self._problem))
        self._describe()

    def _describe(self) -> None:
        """A screen reader says with the field what the eye finds below it."""
        self.field.setAccessibleDescription(" ".join(filter(None, (self.complaint(), self.note()))))

    def _lay_out(self, widgets: tuple[QWidget, ...]) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        for index, widget in enumerate(widgets):
            if isinstance(widget, QLineEdit | QComboBox | QPushButton):
                widget.setMinimumHeight(_FIELD_HEIGHT)
            if isinstance(widget, QLineEdit):
                widget.setTextMargins(*TEXT_MARGINS)
            line.addWidget(widget, stretch=0 if index else 1, alignment=_BESIDE if index else Qt.AlignmentFlag(0))
        if all(isinstance(widget, QPushButton) for widget in widgets):  # these are as wide as their words
            line.setStretch(0, 0)
            line.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self._note)
        column.addWidget(self._complaint)
        self._whole = QBoxLayout(_BESIDE_EACH_OTHER, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._name_height = min(_FIELD_HEIGHT, max(widget.sizeHint().height() for widget in widgets))
        self._whole.addWidget(self._name, alignment=Qt.AlignmentFlag.AlignTop)
        self._whole.addLayout(column, stretch=1)
        self.set_name_width(_NAME_WIDTH)


class Page(QScrollArea):
    """``changed`` is sent for what a person does only. Subclasses fill, give values and check them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows: list[Row] = []
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(_BETWEEN_ROWS)
        self._heading = parts.label("", "heading")
        self._heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._column.addWidget(self._heading)
        self._column.addSpacing(4)
        self._column.addStretch()
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self._make_room()

    def title(self) -> str:
        return self._heading.text()

    def set_title(self, title: str) -> None:
        self._heading.setText(title)
        self.setAccessibleName(title)

    def add(self, row: Row, above: Row | None = None) -> Row:
        """Puts the row below the others, or ``above`` one of them."""
        self._rows.insert(len(self._rows) if above is None else self._rows.index(above), row)
        self._column.insertWidget(self._column.count() - 1 if above is None else self._column.indexOf(above), row)
        self._fit(row)
        return row

    def add_heading(self, text: str) -> None:
        """What the rows below it are about."""
        self._column.insertSpacing(self._column.count() - 1, _ABOVE_HEADING)
        self._column.insertWidget(self._column.count() - 1, parts.label(text, "section"))

    def remove(self, row: Row) -> None:
        """Takes the row away for good."""
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def problem(self) -> str:
        """What is wrong on this page, the first of it; empty where all is well."""
        return next((row.problem() for row in self._rows if row.problem()), "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def side_margin(self) -> int:
        """How far the rows stand from the edges, in pixels."""
        return 20 if self._is_narrow() else 32

    def _is_narrow(self) -> bool:
        return self.viewport().width() < _NARROW

    def _make_room(self) -> None:
        side = self.side_margin()
        self._column.setContentsMargins(side, 24, side, 12)
        for row in self._rows:
            self._fit(row)

    def _fit(self, row: Row) -> None:
        """In some language a row is wider than the rest: then its name alone stands above its field."""
        row.set_name_width(self._name_width())
        if row.minimumSizeHint().width() > self.viewport().width() - 2 * self.side_margin():
            row.set_name_width(None)

    def _name_width(self) -> int | None:
        if self.viewport().width() < _STACKED:
            return None
        return _NARROW_NAME_WIDTH if self._is_narrow() else _NAME_WIDTH


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
