"""The two families Aloud is set in, brought along so that it looks the same on a machine that has neither.

What the first window shows is loaded before it; bold and italic come after, since only answers use them.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from desktop_app.ui.resources import resource_path

TEXT_FAMILY: Final = "Inter"
CODE_FAMILY: Final = "JetBrains Mono"

_FIRST: Final = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf")
_LATER: Final = ("Inter-Bold.otf", "Inter-Italic.otf", "JetBrainsMono-Bold.ttf")


def load_fonts() -> None:
    """Loads what the first window needs; once, after the QGuiApplication is made and before a widget is."""
    _load(_FIRST)


def load_remaining_fonts() -> None:
    """Loads the cuts only answers use; once, when the window is on screen."""
    _load(_LATER)


def text_font(pixels: int = 14) -> QFont:
    """The font of the interface, with the system's own families behind it for the scripts Inter lacks."""
    font = QFont([TEXT_FAMILY, QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()])
    font.setPixelSize(pixels)
    return font


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        if QFontDatabase.addApplicationFont(str(resource_path(f"fonts/{name}"))) < 0:
            raise FileNotFoundError(f"the font {name} is missing or broken: this copy of Aloud is incomplete")
