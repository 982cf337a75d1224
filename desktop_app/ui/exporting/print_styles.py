"""Looks for paper: the page's own in the light, with links that can be followed and letters that keep to no pixels."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QTextCharFormat

from desktop_app.ui.theme import LIGHT
from desktop_app.ui.transcript.looks.links import safe_address
from desktop_app.ui.transcript.looks.looks import CharLook, Styles

UNITS: Final = 2.0
"""Units of the paper to a pixel of the page: its thinnest lines are half a pixel."""

_ALTERNATES: Final = QFont.Tag("calt")
"""Letters that look otherwise beside others have no name of their own in a PDF: "14:30" could not be searched for."""


class PrintStyles(Styles):
    on_paper = True

    def __init__(self) -> None:
        super().__init__(LIGHT, UNITS)
        self._leading: dict[CharLook, QTextCharFormat] = {}

    def font(self, size: int, *, mono: bool = False, bold: bool = False) -> QFont:
        font = super().font(size, mono=mono, bold=bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setFeature(_ALTERNATES, 0)
        return font

    def char(self, look: CharLook) -> QTextCharFormat:
        if not look.href or not (address := safe_address(look.href)):
            return super().char(look)
        made = self._leading.get(look)
        if made is None:
            made = self._leading[look] = QTextCharFormat(super().char(look))
            made.setAnchor(True)
            made.setAnchorHref(address)
        return made

    def _code_font(self) -> QFont:
        font = super()._code_font()
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font
