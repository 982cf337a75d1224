"""Lets screen readers see the page as what it is. Qt knows of a widget like ours only that one can scroll in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

    from desktop_app.ui.transcript.page.page import Page

_installed: list[object] = []


def let_readers_in(page: Page) -> None:
    """To be called when the window is there, which waits for none of it: who came before is let in anew."""
    from PySide6.QtGui import QAccessible

    if not _installed:
        _installed.append(_interface_of)
        QAccessible.installFactory(_interface_of)
    if QAccessible.isActive():
        poor = QAccessible.queryAccessibleInterface(page)
        if poor is not None and poor.role() is not QAccessible.Role.EditableText:  # ours is kept
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(poor))


def _interface_of(name: str, what: QObject) -> QAccessibleInterface | None:
    """Qt asks for every widget that a screen reader comes to, by the names of its classes."""
    if name != "Page":
        return None
    from desktop_app.ui.transcript.readers.accessible import interface_of

    return interface_of(what)
