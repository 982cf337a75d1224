"""The Qt application: its names, its icon and its fonts. Made once, before any widget."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.ui.fonts import load_fonts
from desktop_app.ui.import_hook import leave_imports_alone
from desktop_app.ui.resources import resource_path

APPLICATION_ID = "io.github.aloud.Aloud"
_STYLE = ("-style", "fusion")
"""As an argument and not by ``setStyle``: that gives the style back, whose many names the start would feel (5 ms)."""


def start_application(arguments: Sequence[str]) -> QApplication:
    leave_imports_alone()
    QApplication.setApplicationName("aloud")
    QApplication.setApplicationDisplayName("Aloud")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName(APPLICATION_ID)
    application = QApplication([*arguments, *_STYLE])
    application.setWindowIcon(QIcon(str(resource_path(f"{APPLICATION_ID}.svg"))))
    application.setQuitOnLastWindowClosed(False)  # the orderly stop ends the loop
    load_fonts()
    return application


def open_link(address: str) -> None:
    """Hands an address to the system's browser or mail program; any other kind of address goes nowhere."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if url.scheme() in {"http", "https", "mailto"}:
        QDesktopServices.openUrl(url)
