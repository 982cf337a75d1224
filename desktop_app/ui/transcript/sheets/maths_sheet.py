"""A formula on a line of its own: in the middle of the column, scrolled sideways where it is wider."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.sheets.formula_picture import FormulaPicture
from desktop_app.ui.transcript.sheets.formulas import FORMULAS
from desktop_app.ui.transcript.sheets.object_sheet import ObjectSheet


class MathsSheet(ObjectSheet):
    """Until the formula has been set, and where it cannot be, its LaTeX stands there as text."""

    _picture: FormulaPicture | None = None
    _waiting = False

    @property
    def unfinished(self) -> bool:
        return self._waiting

    def work(self) -> bool:
        if self._waiting and FORMULAS.known(self.composition.body, display=True):
            self._set()
            return True
        return False

    def _look(self) -> bool:
        latex = self.composition.body
        self._waiting = bool(latex.strip()) and not FORMULAS.known(latex, display=True)
        formula = FORMULAS.get(latex, display=True)
        self._picture = FormulaPicture(formula, self._styles.px(measures.MATHS)) if formula else None
        return formula is not None

    def _extent(self, room: float) -> tuple[float, float, float]:
        assert self._picture is not None
        wide = self._picture.width + 2
        return wide, self._picture.ascent + self._picture.descent, max((room - wide) / 2, 0.0)

    def _paint_thing(self, painter: QPainter, place: QRectF, *, chosen: bool) -> None:
        assert self._picture is not None
        colours = self._styles.colours
        ink = QColor(colours.page if chosen else colours.ink)
        self._picture.paint(painter, place.left(), place.top() + self._picture.ascent, ink)
