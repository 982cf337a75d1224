"""The window's actions at work: their keys, whether they can be done now, and the list of all of them.

The list, and whatever else is not seen in the first window, is made when it is first wanted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop_app.ui.actions import ACTIONS, Where, add_actions, bind_keys, build_actions, key_text, keys_in_force

if TYPE_CHECKING:
    from desktop_app.ui.palette import Palette

_MOST_RECENT: Final = 8


class WindowActions:
    """One for each row of the table. ``keys`` are those in force by action, in portable text, empty where none is."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._actions = build_actions(window)
        self._palette: Palette | None = None
        self.keys: Mapping[str, str] = keys_in_force({})
        self.recent: list[str] = []
        """The ids of what was chosen from the list, the latest first."""
        self._actions["palette"].triggered.connect(self.open_palette)
        self._actions["about"].triggered.connect(self._open_about)
        if sys.platform == "darwin":
            from desktop_app.ui.menu_bar import build_menu_bar

            build_menu_bar(window, self._actions)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    @property
    def keys_shown(self) -> dict[str, str]:
        """The keys as a person reads them on this system."""
        return {action_id: key_text(key) for action_id, key in self.keys.items()}

    def connect(self, does: Mapping[str, Callable[[], object]]) -> None:
        for action_id, do in does.items():
            self._actions[action_id].triggered.connect(lambda _checked=False, do=do: do())

    def put_into(self, part: QWidget, where: Where) -> None:
        """From now on the actions that count in ``part`` only are in force there."""
        add_actions(part, self._actions, where)

    def set_keys(self, chosen: Mapping[str, str]) -> None:
        self.keys = keys_in_force(chosen)
        bind_keys(self._actions, self.keys)

    def enable(self, *action_ids: str, enabled: bool) -> None:
        for action_id in action_ids:
            self._actions[action_id].setEnabled(enabled)

    def take_recent(self, kept: object) -> None:
        """What was kept from another time; what this version does not know is left out."""
        known = {spec.id for spec in ACTIONS}
        self.recent = [one for one in kept if one in known][:_MOST_RECENT] if isinstance(kept, list) else []

    def open_palette(self) -> None:
        if self._palette is None:
            from desktop_app.ui.palette import Palette

            self._palette = Palette(self._window, self._actions)
            self._palette.used.connect(self._remember)
        self._palette.open(self.recent)

    def _remember(self, action_id: str) -> None:
        self.recent = [action_id, *(one for one in self.recent if one != action_id)][:_MOST_RECENT]

    def _open_about(self) -> None:
        from desktop_app.ui.about import AboutDialog

        AboutDialog(self._window).open()
