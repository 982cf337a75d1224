"""The right sheet for a composition."""

from __future__ import annotations

from desktop_app.ui.transcript.code_composition import CodeComposition
from desktop_app.ui.transcript.code_sheet import CodeSheet
from desktop_app.ui.transcript.composition import Composition
from desktop_app.ui.transcript.looks import Kind, Styles
from desktop_app.ui.transcript.maths_sheet import MathsSheet
from desktop_app.ui.transcript.picture_composition import PictureComposition
from desktop_app.ui.transcript.picture_sheet import PictureSheet
from desktop_app.ui.transcript.sheet import Sheet
from desktop_app.ui.transcript.table_composition import TableComposition
from desktop_app.ui.transcript.table_sheet import TableSheet
from desktop_app.ui.transcript.text_composition import TextComposition
from desktop_app.ui.transcript.text_sheet import BubbleSheet, TextSheet


def make_sheet(composition: Composition, styles: Styles, width: float, state: object = None) -> Sheet:
    """``width`` is the column's in pixels; ``state`` is what an earlier sheet of the same piece left."""
    if isinstance(composition, CodeComposition):
        return CodeSheet(composition, styles, width, state)
    if isinstance(composition, TableComposition):
        return TableSheet(composition, styles, width, state)
    if not isinstance(composition, TextComposition):
        raise TypeError(f"no sheet is made for {type(composition).__name__}")
    if composition.kind is Kind.BUBBLE:
        return BubbleSheet(composition, styles, width)
    if isinstance(composition, PictureComposition):
        return PictureSheet(composition, styles, width, state)
    if composition.kind is Kind.MATHS:
        return MathsSheet(composition, styles, width, state)
    return TextSheet(composition, styles, width)
