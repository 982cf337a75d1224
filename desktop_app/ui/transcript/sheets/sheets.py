"""The right sheet for a composition; the module of each sort is loaded when the first of it is laid out."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from desktop_app.ui.transcript.compositions.composition import Composition
from desktop_app.ui.transcript.looks.looks import Kind, Styles
from desktop_app.ui.transcript.sheets.sheet import Sheet
from desktop_app.ui.transcript.sheets.text_sheet import BubbleSheet, TextSheet

_Make = Callable[[Any, Styles, float, object], Sheet]


def make_sheet(composition: Composition, styles: Styles, width: float, state: object = None) -> Sheet:
    """``width`` is the column's in pixels; ``state`` is what an earlier sheet of the same piece left."""
    return _maker(composition.kind)(composition, styles, width, state)


@cache
def _maker(kind: Kind) -> _Make:
    made: _Make = BubbleSheet if kind is Kind.BUBBLE else TextSheet
    match kind:
        case Kind.CODE:
            from desktop_app.ui.transcript.sheets.code_sheet import CodeSheet

            made = CodeSheet
        case Kind.TABLE:
            from desktop_app.ui.transcript.sheets.table_sheet import TableSheet

            made = TableSheet
        case Kind.MATHS:
            from desktop_app.ui.transcript.sheets.maths_sheet import MathsSheet

            made = MathsSheet
        case Kind.PICTURE:
            from desktop_app.ui.transcript.sheets.picture_sheet import PictureSheet

            made = PictureSheet
        case Kind.ATTACHED:
            from desktop_app.ui.transcript.sheets.attachments_sheet import AttachmentsSheet

            made = AttachmentsSheet
    return made
