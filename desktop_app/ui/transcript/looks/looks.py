"""How characters and lines look, as plain values that can be compared; ``Styles`` makes Qt's formats of them."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QTextCharFormat, QTextFormat

from desktop_app.ui.fonts import CODE_FAMILY, TEXT_FAMILY
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.colours import Colours
from desktop_app.ui.transcript.looks.inks import Ink, inks_of

_JOINED_SIGNS = QFont.Tag("calt")


class Kind(IntEnum):
    """What a piece of the page is, for its sheet and for copying."""

    PROSE = 0
    ITEM = 1
    BUBBLE = 2
    SOURCE = 3
    CODE = 4
    TABLE = 5
    MATHS = 6
    PICTURE = 7
    RULE = 8
    TITLE = 9
    FACTS = 10
    ATTACHED = 11


class CharLook(NamedTuple):
    """``code``: inline code, which gets a soft ground; ``href``: where activation leads; ``tip``: its tooltip.

    ``maths``: the text is LaTeX, set as maths where it can be, ``display`` in the size of a line of its own.
    ``raised``: set high, as the number of a note is.
    """

    ink: Ink = Ink.INK
    size: int = measures.TEXT
    bold: bool = False
    italic: bool = False
    strike: bool = False
    mono: bool = False
    code: bool = False
    underline: bool = False
    href: str = ""
    tip: str = ""
    maths: bool = False
    display: bool = False
    raised: bool = False


class Chunk(NamedTuple):
    """A run of text in one look; [start, end) is where it stands in the message's source, -1 where nowhere."""

    text: str
    look: CharLook
    start: int = -1
    end: int = -1


class Styles:
    """Looks as Qt's formats, in the colours of the moment; ``zoom`` is a factor on all that is measured in pixels."""

    on_paper = False
    """What is out of sight is then not there at all, and not only not seen."""

    def __init__(self, colours: Colours, zoom: float = 1.0) -> None:
        self.colours = colours
        self.zoom = zoom
        self._inks = {ink: QColor(colour) for ink, colour in inks_of(colours).items()}
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        self._mono = [CODE_FAMILY, fixed, "monospace"]
        general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        self._text = [TEXT_FAMILY, general]
        self._chars: dict[CharLook, QTextCharFormat] = {}
        self._fonts: dict[tuple[int, bool, bool], QFont] = {}
        self._metrics: dict[tuple[int, bool, bool], QFontMetricsF] = {}

    def px(self, measure: float) -> float:
        """A measure of the page in pixels of the moment."""
        return measure * self.zoom

    def font(self, size: int, *, mono: bool = False, bold: bool = False) -> QFont:
        """The font for letters of ``size``, which is unscaled."""
        key = (size, mono, bold)
        if key not in self._fonts:
            font = self._code_font() if mono else QFont(self._text)
            font.setPixelSize(max(round(size * self.zoom), 1))
            font.setBold(bold)
            self._fonts[key] = font
        return self._fonts[key]

    def _code_font(self) -> QFont:
        """Code is shown sign for sign as it will be copied: "!=" and "---" are not drawn as one."""
        font = QFont(self._mono)
        font.setFeature(_JOINED_SIGNS, 0)
        return font

    def metrics(self, size: int, *, mono: bool = False, bold: bool = False) -> QFontMetricsF:
        key = (size, mono, bold)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(size, mono=mono, bold=bold))
        return self._metrics[key]

    def ink(self, ink: Ink) -> QColor:
        return self._inks[ink]

    def char(self, look: CharLook) -> QTextCharFormat:
        """Where a link leads is no matter of its letters."""
        look = look._replace(href="", tip="") if look.href or look.tip else look
        made = self._chars.get(look)
        if made is None:
            made = self._chars[look] = self._make_char(look)
        return made

    def _make_char(self, look: CharLook) -> QTextCharFormat:
        made = QTextCharFormat()
        if look.ink:  # ink itself is the painter's
            made.setForeground(self._inks[look.ink])
        if look.size:
            made.setProperty(QTextFormat.Property.FontPixelSize.value, max(round(look.size * self.zoom), 1))
        if look.bold:
            made.setFontWeight(700)
        made.setFontItalic(look.italic)
        made.setFontStrikeOut(look.strike)
        made.setFontUnderline(look.underline)
        if look.mono:
            made.setFont(
                self._code_font(), QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly
            )
            made.setFontFixedPitch(True)
        if look.raised:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        return made
