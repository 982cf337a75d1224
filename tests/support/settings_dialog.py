"""Finds what a person sees in the settings dialog and the first start: by accessible name, as a screen reader does."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget

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
