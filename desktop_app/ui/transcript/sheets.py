"""The right sheet for a composition."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop_app.ui.transcript.attachments import AttachmentsComposition, AttachmentsSheet
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

_BY_SORT: dict[type, Callable[[Any, Styles, float, object], Sheet]] = {
    CodeComposition: CodeSheet,
    TableComposition: TableSheet,
    PictureComposition: PictureSheet,
    AttachmentsComposition: AttachmentsSheet,
}
_BY_KIND: dict[Kind, Callable[[TextComposition, Styles, float, object], Sheet]] = {
    Kind.BUBBLE: BubbleSheet,
    Kind.MATHS: MathsSheet,
}


def make_sheet(composition: Composition, styles: Styles, width: float, state: object = None) -> Sheet:
    """``width`` is the column's in pixels; ``state`` is what an earlier sheet of the same piece left."""
    make = _BY_SORT.get(type(composition))
    if make is not None:
        return make(composition, styles, width, state)
    if not isinstance(composition, TextComposition):
        raise TypeError(f"no sheet is made for {type(composition).__name__}")
    return _BY_KIND.get(composition.kind, TextSheet)(composition, styles, width, state)
