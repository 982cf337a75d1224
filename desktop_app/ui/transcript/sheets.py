"""The right sheet for a composition; the module of each sort is loaded when the first of it is laid out."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from desktop_app.ui.transcript.composition import Composition
from desktop_app.ui.transcript.looks import Kind, Styles
from desktop_app.ui.transcript.sheet import Sheet
from desktop_app.ui.transcript.text_sheet import BubbleSheet, TextSheet

_Make = Callable[[Any, Styles, float, object], Sheet]


def make_sheet(composition: Composition, styles: Styles, width: float, state: object = None) -> Sheet:
    """``width`` is the column's in pixels; ``state`` is what an earlier sheet of the same piece left."""
    return _maker(composition.kind)(composition, styles, width, state)


@cache
def _maker(kind: Kind) -> _Make:
    made: _Make = BubbleSheet if kind is Kind.BUBBLE else TextSheet
    match kind:
        case Kind.CODE:
            from desktop_app.ui.transcript.code_sheet import CodeSheet

            made = CodeSheet
        case Kind.TABLE:
            from desktop_app.ui.transcript.table_sheet import TableSheet

            made = TableSheet
        case Kind.MATHS:
            from desktop_app.ui.transcript.maths_sheet import MathsSheet

            made = MathsSheet
        case Kind.PICTURE:
            from desktop_app.ui.transcript.picture_sheet import PictureSheet

            made = PictureSheet
        case Kind.ATTACHED:
            from desktop_app.ui.transcript.attachments_sheet import AttachmentsSheet

            made = AttachmentsSheet
    return made
