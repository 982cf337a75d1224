"""A sheet is one laid-out piece of the page: a paragraph, a code block, a table, a formula, a picture, a question.

The page keeps sheets only for what is in or near sight and throws the others away; everything that must be known of
the whole conversation (its text, where a place of the source stands, what a search finds) comes from compositions,
which need no layout. Sheets know nothing of each other, nor of scrolling.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop_app.ui.transcript.compositions.composition import Composition, Link, Stretch
from desktop_app.ui.transcript.looks.looks import Styles


class Lights(NamedTuple):
    """What is painted with the letters; all are positions of the sheet's text.

    ``selected`` and ``current`` (the find that is gone to) are one stretch each; ``caret`` is the end of the stream, -1
    for none; ``heard`` are places at which the voice was stopped. ``focused`` is the link that has the keyboard.
    """

    selected: Stretch | None = None
    spoken: Sequence[Stretch] = ()
    words: Sequence[Stretch] = ()
    found: Sequence[Stretch] = ()
    current: Stretch | None = None
    focused: Link | None = None
    caret: int = -1
    heard: Sequence[int] = ()


DARK: Lights = Lights()
"""Nothing is lit."""


class Sheet(ABC):
    """Coordinates are pixels from the sheet's upper left corner, which is the column's left edge.

    ``height`` includes the space above and below that the piece asks for. A position counts UTF-16 units of
    ``composition.text``.
    """

    composition: Composition
    height: float

    @abstractmethod
    def set_width(self, width: float) -> None:
        """Lays out for a column of this width; sets ``height``."""

    @abstractmethod
    def set_styles(self, styles: Styles) -> None:
        """Other colours or another zoom; lays out again where it must."""

    @abstractmethod
    def change(self, composition: Composition) -> bool:
        """Becomes another state of the same piece, touching little; false where it has to be made anew."""

    @abstractmethod
    def paint(self, painter: QPainter, sight: QRectF, lights: Lights) -> None:
        """Paints what of it is inside ``sight``."""

    @abstractmethod
    def position_at(self, point: QPointF) -> int:
        """The position nearest to the point, wherever it is."""

    @abstractmethod
    def place_of(self, position: int) -> QRectF:
        """Where a cursor in front of that position stands: as tall as its line, no width."""

    @abstractmethod
    def line_at(self, position: int) -> Stretch:
        """The line of the layout that holds the position."""

    def is_on_text(self, point: QPointF) -> bool:  # noqa: ARG002 - for sheets that are all surface
        """Whether the pointer there means the text (an I-beam) and not the ground around it."""
        return True

    def link_at(self, point: QPointF) -> Link | None:  # noqa: ARG002
        """The link or button under the point."""
        return None

    def scroll_sideways(self, by: float) -> bool:  # noqa: ARG002
        """Moves what is wider than the column; whether anything moved."""
        return False

    def show_position(self, position: int) -> bool:  # noqa: ARG002
        """Brings the position into the sideways sight; whether anything moved."""
        return False

    def tip_at(self, point: QPointF) -> str:
        """What a tooltip there says, a link's or another's; "" for none."""
        link = self.link_at(point)
        return link.tip if link is not None else ""

    def grab(self, point: QPointF) -> bool:  # noqa: ARG002
        """Takes hold of a scroll bar under the point, so that ``drag`` moves it; false where there is none."""
        return False

    def drag(self, point: QPointF) -> bool:  # noqa: ARG002
        """Moves what was grabbed to the point; whether anything moved."""
        return False

    def release(self) -> None:  # noqa: B027 - most sheets have nothing to take hold of
        """Lets go of what was grabbed."""

    def press(self, link: Link) -> bool:  # noqa: ARG002
        """Answers a link that is the sheet's own (wrap, line numbers); false for every other. May change ``height``."""
        return False

    # For paper, where all of it is seen and nothing moves

    @property
    def breaks(self) -> Sequence[float]:
        """The heights at which it may be cut in two, from the top: between lines, between rows."""
        return ()

    @property
    def head(self) -> tuple[float, float] | None:
        """From where to where the part reaches that stands again above what a cut has left; None: there is none."""
        return None

    @property
    def overflow(self) -> float:
        """How many times wider than its room it is; 1.0 where it fits."""
        return 1.0

    def want_all(self) -> None:  # noqa: B027 - most sheets have nothing that can wait for the sight
        """All of it will be seen: ``work`` does for the whole what it does for what is in sight."""

    @property
    def state(self) -> object | None:
        """What a later sheet of the same piece shall be made with: a sideways scroll, a wrap; None for as usual."""
        return None

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses of the pictures it would show, were they here."""
        return frozenset()

    def set_image(self, address: str, data: bytes | None) -> None:  # noqa: B027 - most sheets show none
        """The picture of that address is here; None where it could not be had. May change ``height``."""

    def work(self) -> bool:
        """Does a few milliseconds of what can wait (colours, a formula); whether it looks or stands otherwise now.

        Called in later frames while ``unfinished``.
        """
        return False

    @property
    def unfinished(self) -> bool:
        return False
