"""Tab goes down the window part by part, and round again, whichever part was made first.

Qt keeps one ring of all widgets for it. Putting parts that are made late, hidden or hold a ring of their own into their
place in it (``setTabOrder``) can tear it in two, and then Tab never comes to the other half; so nothing is put
anywhere, and the window says itself where Tab goes.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.ui.parts import controls_of


def go_to_next(parts: Sequence[QWidget], focused: QWidget | None, *, forward: bool) -> bool:
    """Gives the keyboard to the control behind (or before) the focused one, as the parts stand in their order.

    False where the keyboard is in none of them, or there is nothing to go to.
    """
    if focused is not None and not any(part is focused or part.isAncestorOf(focused) for part in parts):
        return False
    controls = [control for part in parts for control in controls_of(part)]
    policy = _stops_here()
    open_to_it = [
        control
        for control in controls
        if control is focused
        or (control.isVisible() and control.isEnabled() and control.focusPolicy() & policy == policy)
    ]
    if not open_to_it:
        return False
    at = _place_of(focused, open_to_it, -1 if forward else 0)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    open_to_it[(at + (1 if forward else -1)) % len(open_to_it)].setFocus(reason)
    return True


def _place_of(focused: QWidget | None, controls: Sequence[QWidget], otherwise: int) -> int:
    """That of the control, or of the innermost one that it is a piece of."""
    while focused is not None:
        if focused in controls:
            return controls.index(focused)
        focused = focused.parentWidget()
    return otherwise


def _stops_here() -> Qt.FocusPolicy:
    """Which controls Tab stops at is the person's choice on a Mac; elsewhere it is all of them."""
    every = Qt.TabFocusBehavior.TabFocusAllControls
    all_of_them = QGuiApplication.styleHints().tabFocusBehavior() == every
    return Qt.FocusPolicy.TabFocus if all_of_them else Qt.FocusPolicy.StrongFocus
