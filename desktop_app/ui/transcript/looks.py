"""How characters and lines look, as plain values that can be compared; ``Styles`` makes Qt's formats of them."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextOption,
)

from desktop_app.ui.fonts import CODE_FAMILY, TEXT_FAMILY
from desktop_app.ui.transcript import measures
from desktop_app.ui.transcript.colours import Colours
from desktop_app.ui.transcript.inks import Ink, inks_of

_USER = QTextFormat.Property.UserProperty.value
KIND, GROUP, BARS, INK, INLINE_CODE, CONTINUED = (_USER + number for number in range(1, 7))
"""Our properties inside Qt's formats: INK and INLINE_CODE on characters, the others on blocks.

GROUP: the card or bubble a line belongs to.
"""

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class Kind(IntEnum):
    """What a line of the document is, for the painter and for copying."""

    PROSE = 0
    BUBBLE = 1
    CODE_HEAD = 2
    CODE_LINE = 3
    CODE_FOOT = 4
    RULE = 5
    STATE = 6
    FACTS = 7
    END = 8
    ITEM = 9
    CELL = 10
    SOURCE = 11
    MATHS = 12
    PICTURE = 13
    TITLE = 14


_LEFT_TO_RIGHT = frozenset({Kind.CODE_HEAD, Kind.CODE_LINE, Kind.CODE_FOOT})


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


class LineLook(NamedTuple):
    """Pixels throughout.

    ``hang``: how far the first line stands out; ``bars``: where quote bars stand; ``tabs``: (position, aligned right);
    ``continued``: the line is only the next part of the one before, which was too long to be laid out whole.
    """

    kind: Kind = Kind.PROSE
    group: str = ""
    indent: int = 0
    hang: int = 0
    right: int = 0
    top: int = measures.PARAGRAPH_GAP
    bottom: int = 0
    height: int = measures.TEXT_LINE
    bars: tuple[int, ...] = ()
    tabs: tuple[tuple[int, bool], ...] = ()
    level: int = 0
    align: str = ""
    continued: bool = False


class Chunk(NamedTuple):
    """A run of text in one look; [start, end) is where it stands in the message's source, -1 where nowhere."""

    text: str
    look: CharLook
    start: int = -1
    end: int = -1


class Line(NamedTuple):
    look: LineLook
    chunks: tuple[Chunk, ...]


_ALIGN = {
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "left": Qt.AlignmentFlag.AlignLeft,
}


class Styles:
    """Looks as Qt's formats, in the colours of the moment; ``zoom`` is a factor on all that is measured in pixels."""

    def __init__(self, colours: Colours, zoom: float = 1.0) -> None:
        self.colours = colours
        self.zoom = zoom
        self._inks = {ink: QColor(colour) for ink, colour in inks_of(colours).items()}
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        self._mono = [CODE_FAMILY, fixed, "monospace"]
        general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        self._text = [TEXT_FAMILY, general]
        self._chars: dict[CharLook, QTextCharFormat] = {}
        self._lines: dict[LineLook, QTextBlockFormat] = {}
        self._fonts: dict[tuple[int, bool, bool], QFont] = {}
        self._metrics: dict[tuple[int, bool, bool], QFontMetricsF] = {}

    def px(self, measure: float) -> float:
        """A measure of the page in pixels of the moment."""
        return measure * self.zoom

    def font(self, size: int, *, mono: bool = False, bold: bool = False) -> QFont:
        """The font for letters of ``size``, which is unscaled."""
        key = (size, mono, bold)
        if key not in self._fonts:
            font = QFont(self._mono if mono else self._text)
            font.setPixelSize(max(round(size * self.zoom), 1))
            font.setBold(bold)
            self._fonts[key] = font
        return self._fonts[key]

    def metrics(self, size: int, *, mono: bool = False, bold: bool = False) -> QFontMetricsF:
        key = (size, mono, bold)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(size, mono=mono, bold=bold))
        return self._metrics[key]

    def ink(self, ink: Ink) -> QColor:
        return self._inks[ink]

    def char(self, look: CharLook) -> QTextCharFormat:
        made = self._chars.get(look)
        if made is None:
            made = self._make_char(look)
            if not look.href and not look.tip:
                self._chars[look] = made
        return made

    def line(self, look: LineLook) -> QTextBlockFormat:
        made = self._lines.get(look)
        if made is None:
            made = self._lines[look] = _make_line(look)
        return made

    def _make_char(self, look: CharLook) -> QTextCharFormat:
        made = QTextCharFormat()
        if look.ink:
            # Ink itself is the palette's, so that plain text follows a change of theme without being touched.
            made.setForeground(self._inks[look.ink])
            made.setProperty(INK, int(look.ink))
        if look.size not in {0, measures.TEXT}:  # 0: the size that stands there already
            made.setProperty(QTextFormat.Property.FontPixelSize.value, max(round(look.size * self.zoom), 1))
        if look.bold:
            made.setFontWeight(700)
        made.setFontItalic(look.italic)
        made.setFontStrikeOut(look.strike)
        made.setFontUnderline(look.underline)
        if look.mono:
            made.setFontFamilies(self._mono)
            made.setFontFixedPitch(True)
        if look.raised:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if look.code:
            made.setProperty(INLINE_CODE, True)
        if look.href:
            made.setAnchor(True)
            made.setAnchorHref(look.href)
        if look.tip:
            made.setToolTip(look.tip)
        return made


def _make_line(look: LineLook) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setProperty(KIND, int(look.kind))
    if look.group:
        made.setProperty(GROUP, look.group)
    if look.continued:
        made.setProperty(CONTINUED, True)
    if look.bars:
        made.setProperty(BARS, " ".join(map(str, look.bars)))
    # Indent and not left margin: Qt turns an indent round for a right-to-left line. The document's unit is one pixel.
    made.setIndent(look.indent)
    made.setTextIndent(-look.hang)
    made.setRightMargin(look.right)
    made.setTopMargin(look.top)
    made.setBottomMargin(look.bottom)
    made.setLineHeight(look.height, _FIXED)
    if look.kind in _LEFT_TO_RIGHT:
        made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    if look.tabs:
        kinds = QTextOption.TabType
        made.setTabPositions(
            [QTextOption.Tab(place, kinds.RightTab if right else kinds.LeftTab) for place, right in look.tabs]
        )
    if look.level:
        made.setHeadingLevel(look.level)
    if look.align in _ALIGN:
        made.setAlignment(_ALIGN[look.align])
    return made
