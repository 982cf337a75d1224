"""The menu bar, where the system has one outside the windows, as a Mac has. It is the table of actions once more.

Elsewhere a bar would only take room from the page: there the list of all actions is what one looks things up in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from desktop_app.ui.actions import ACTIONS, Group, Where

_ROLES: Final = {
    "quit": QAction.MenuRole.QuitRole,
    "settings": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
}


def build_menu_bar(window: QMainWindow, actions: Mapping[str, QAction]) -> None:
    """A menu for each group; what has a role goes where the system wants it, and nothing else moves by its words."""
    bar = window.menuBar()
    for group in Group:
        menu = bar.addMenu(group.words)
        for spec in ACTIONS:
            if spec.group is group:
                action = actions[spec.id]
                shown = action if spec.where is Where.WINDOW and spec.id != "stop" else _without_key(action, window)
                shown.setMenuRole(_ROLES.get(spec.id, QAction.MenuRole.NoRole))
                menu.addAction(shown)


def _without_key(action: QAction, window: QMainWindow) -> QAction:
    """The same to be clicked: a key in this bar counts everywhere, and Space and Esc mean other things in a dialog."""
    stands_for = QAction(action.text(), window)
    stands_for.setObjectName(action.objectName())
    stands_for.triggered.connect(action.trigger)
    action.enabledChanged.connect(stands_for.setEnabled)
    return stands_for
