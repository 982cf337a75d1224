"""A row of the keys page: what the key does, the key, and the way back to the usual one."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop_app.ui import parts
from desktop_app.ui.actions import key_text
from desktop_app.ui.settings.key_field import KeyField
from desktop_app.ui.settings.page import Row

_KEY_WIDTH = 112


class KeyRow(Row):
    """``usual`` in portable text; empty where usually there is no key. ``accessible`` names the field."""

    key_changed = Signal()

    def __init__(self, name: str, usual: str, accessible: str, hint: str = "") -> None:
        self.key = KeyField()
        self.key.setMinimumWidth(_KEY_WIDTH)
        self.usual, self._usual_hint = usual, hint
        self._reset = parts.IconButton("repeat" if usual else "close", "", size=14)
        place = self._reset.sizePolicy()
        place.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(place)
        tip = self.tr("Press it, then press the key")
        super().__init__(name, self.key, self._reset, accessible=accessible, tip=tip)
        self.named = name
        if usual:
            self._reset.setAccessibleName(self.tr("Reset: {key}").format(key=accessible))
            self._reset.setToolTip(self.tr("Back to {key}").format(key=key_text(usual)))
        else:
            self._reset.setAccessibleName(self.tr("Remove: {key}").format(key=accessible))
            self._reset.setToolTip(self.tr("No key does this"))
        self.set_hint(hint)
        self.key.changed.connect(self._changed)
        self.key.recording_changed.connect(self._show_hint)
        self._reset.clicked.connect(self._go_back)

    @property
    def is_usual(self) -> bool:
        return self.key.key() == self.usual

    def fill(self, portable: str) -> None:
        self.key.set_key(portable)
        self._offer_reset()

    def _changed(self) -> None:
        self._offer_reset()
        self.key_changed.emit()

    def _offer_reset(self) -> None:
        """Out of sight where there is nothing to go back from, and its place kept."""
        self._reset.setEnabled(not self.is_usual)
        self._reset.setVisible(not self.is_usual)

    def _go_back(self) -> None:
        self.key.set_key(self.usual)
        self._changed()

    def _show_hint(self, recording: bool) -> None:  # noqa: FBT001 - a Qt signal calls it
        self.set_hint(self.tr("Tab leaves it as it was.") if recording else self._usual_hint)
