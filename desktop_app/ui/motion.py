"""Whether the user asked their system for less motion, as far as Qt hears of it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def motion_reduced() -> bool:
    """True where the desktop's own animations are switched off."""
    from PySide6.QtWidgets import QStyle  # it has so many names that the start would feel them

    style = QApplication.style()
    return style is not None and style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
