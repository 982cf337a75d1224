"""Finds what a person sees in the settings dialog and the first start: by accessible name, as a screen reader does."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desktop_app.ui.settings.choice import Choice

_Widget = TypeVar("_Widget", bound=QWidget)


def named(parent: QObject, kind: type[_Widget], name: str) -> _Widget:
    """The one widget of that kind with that accessible name."""
    found = [widget for widget in parent.findChildren(kind) if widget.accessibleName() == name]
    assert len(found) == 1, f"{len(found)} widgets named {name!r}"
    return found[0]


def words(parent: QWidget) -> str:
    """Every word on labels that can be seen, one label a line."""
    labels = [label for label in parent.findChildren(QLabel) if label.isVisibleTo(parent)]
    return "\n".join(label.accessibleName() or label.text() for label in labels)


def press(parent: QWidget, name: str) -> None:
    """Clicks the button of that name."""
    QTest.mouseClick(named(parent, QAbstractButton, name), Qt.MouseButton.LeftButton)


def choose(box: Choice, value: str) -> None:
    """As a person does, with what the box then tells."""
    assert value in box.values()
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
