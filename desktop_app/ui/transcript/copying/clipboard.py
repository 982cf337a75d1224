"""What is selected, for the clipboard: as plain text, as Markdown, and as HTML for word processors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData

from desktop_app.ui.transcript.copying.as_html import html
from desktop_app.ui.transcript.copying.as_markdown import markdown
from desktop_app.ui.transcript.copying.as_plain import plain
from desktop_app.ui.transcript.copying.excerpts import Excerpt, cuts, joined
from desktop_app.ui.transcript.page.places import Place

if TYPE_CHECKING:
    from desktop_app.markdown.blocks import Block
    from desktop_app.ui.transcript.page.entries import Entries
    from desktop_app.ui.transcript.page.entry import Entry

MARKDOWN: Final = "text/markdown"
_LARGE: Final = 150_000
"""Characters from which on the sources are given, and no HTML: reading so much would hold the window for 0.2 s."""
_READ: Final = 4
"""What the page has read already costs so many times less."""


def excerpts(entries: Entries, start: Place, end: Place) -> list[Excerpt]:
    """What stands between the two places, message by message, as places of the sources."""
    found = []
    for number in range(start.entry, end.entry + 1):
        message = entries[number]
        source = message.source
        first = _source_place(entries, start, ahead=True) if number == start.entry else 0
        last = _source_place(entries, end, ahead=False) if number == end.entry else len(source)
        if first is not None and last is not None and first < last:
            found.append(Excerpt(source, first, last, message.mine, _blocks_read(message, last)))
    return found


def _blocks_read(message: Entry, upto: int) -> list[Block]:
    """What the page has read of a message; nothing where that is less than is asked for."""
    blocks: list[Block] = []
    for piece in message.pieces[: message.content]:
        if piece.block is not None and (not blocks or piece.block is not blocks[-1]):
            blocks.append(piece.block)
    enough = message.whole or (blocks and blocks[-1].end >= upto)
    return joined(blocks) if enough else []


def mime_data(entries: Entries, start: Place, end: Place) -> QMimeData:
    return forms(excerpts(entries, start, end))


def forms(copied: Sequence[Excerpt]) -> QMimeData:
    """All forms at once: data made only on request would be asked for by the desktop when Python has ended."""
    data = QMimeData()
    written = markdown(copied)
    data.setData(MARKDOWN, written.encode())
    if sum((excerpt.end - excerpt.start) // (_READ if excerpt.blocks else 1) for excerpt in copied) < _LARGE:
        found = [cuts(excerpt) for excerpt in copied]
        data.setText(plain(copied, found))
        data.setHtml(html(copied, found))
    else:
        data.setText(written)
    return data


def _source_place(entries: Entries, place: Place, *, ahead: bool) -> int | None:
    """Where in its message's source the place is: of what is to be read behind it (``ahead``), or before it."""
    pieces = entries.pieces(place.entry)
    if ahead:
        for number in range(place.piece, len(pieces)):
            start = place.position if number == place.piece else 0
            if found := pieces[number].source_range(start, pieces[number].length):
                return found[0]
        return None
    for number in range(min(place.piece, len(pieces) - 1), -1, -1):
        end = place.position if number == place.piece else pieces[number].length
        if found := pieces[number].source_range(0, end):
            return found[1]
    return None
