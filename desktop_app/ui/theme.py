"""The colours of both themes, and the keeper that dresses the whole program in the light or the dark ones.

Qt's own dark mode does nothing on Linux without a platform theme, so the palette is ours on every system: Fusion, a
QPalette and one style sheet, all made from a ``Theme``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.ui.fonts import text_font
from desktop_app.ui.style_sheet import style_sheet

if TYPE_CHECKING:
    from desktop_app.domain.settings import Appearance


class Theme(NamedTuple):
    """Colours as "#RRGGBB".

    ``mine`` lies under the user's words, ``code`` under a code block, ``spoken`` under what is being said; ``selected``
    and ``hover`` under a row of a list; ``trouble`` is for the words of a notice.
    """

    dark: bool
    page: str
    side: str
    card: str
    ink: str
    muted: str
    line: str
    accent: str
    spoken: str
    mine: str
    trouble: str
    code: str
    selected: str
    hover: str


LIGHT: Final = Theme(
    dark=False,
    page="#FBFAF7",
    side="#F3F1EC",
    card="#FFFFFF",
    ink="#1F1E1B",
    muted="#6E6A62",
    line="#E6E2DA",
    accent="#1F6F5C",
    spoken="#FBE7B2",
    mine="#ECEFEA",
    trouble="#B3402F",
    code="#F6F4EF",
    selected="#E3F0EC",
    hover="#EEEBE5",
)
DARK: Final = Theme(
    dark=True,
    page="#1A1917",
    side="#151412",
    card="#22211E",
    ink="#EDEAE3",
    muted="#A7A297",
    line="#33312C",
    accent="#5CC3A6",
    spoken="#5A4714",
    mine="#2A2C28",
    trouble="#E58372",
    code="#121110",
    selected="#1F332D",
    hover="#262521",
)


class ThemeKeeper(QObject):
    """Keeps the application, whose style is Fusion, in the theme the user chose; in the system's while they chose none.

    ``changed`` carries the new ``Theme``; the palette and the style sheet are in force before it is emitted.
    """

    changed = Signal(object)

    def __init__(self, application: QApplication, appearance: Appearance | None = None) -> None:
        super().__init__(application)
        self._application = application
        self._choice = appearance.value if appearance else "system"
        self._theme = self._wanted()
        application.setFont(text_font())
        self._dress()
        application.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def theme(self) -> Theme:
        return self._theme

    def set_appearance(self, appearance: Appearance) -> None:
        """What the Appearance setting says from now on."""
        self._choice = appearance.value
        self._follow()

    def _wanted(self) -> Theme:
        if self._choice == "system":
            dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        else:
            dark = self._choice == "dark"
        return DARK if dark else LIGHT

    def _follow(self) -> None:
        if (wanted := self._wanted()) is not self._theme:
            self._theme = wanted
            self._dress()
            self.changed.emit(wanted)

    def _dress(self) -> None:
        self._application.setPalette(palette(self._theme))
        self._application.setStyleSheet(style_sheet(colours_of(self._theme), dark=self._theme.dark))


def colours_of(theme: Theme) -> dict[str, str]:
    """By their names, for the style sheet."""
    return {name: colour for name, colour in theme._asdict().items() if name != "dark"}


def palette(theme: Theme) -> QPalette:
    """The theme in Qt's roles, for what no style sheet reaches: links, selections, painted widgets."""
    colours = QPalette()
    role = QPalette.ColorRole
    for where, colour in {
        role.Window: theme.page,
        role.WindowText: theme.ink,
        role.Base: theme.card,
        role.AlternateBase: theme.side,
        role.Text: theme.ink,
        role.Button: theme.card,
        role.ButtonText: theme.ink,
        role.BrightText: theme.trouble,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.card,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.ink,
        role.ToolTipText: theme.page,
        role.Light: theme.line,
        role.Midlight: theme.selected,  # a row that is pointed at
        role.Mid: theme.line,
        role.Dark: theme.line,
        role.Shadow: theme.line,
    }.items():
        colours.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, where, QColor(theme.muted))
    return colours
