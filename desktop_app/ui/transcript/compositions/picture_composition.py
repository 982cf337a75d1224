"""A picture as a plain value: what it shows in words, where it is, and a way to load it."""

from __future__ import annotations

from desktop_app.markdown.blocks import Span
from desktop_app.ui.transcript.compositions.inline import address_chunks, lead_chunks
from desktop_app.ui.transcript.compositions.mapping import cut
from desktop_app.ui.transcript.compositions.text_composition import TextComposition, TextShape
from desktop_app.ui.transcript.looks.inks import Ink
from desktop_app.ui.transcript.looks.links import is_data, own_link, safe_address
from desktop_app.ui.transcript.looks.looks import CharLook, Chunk, Kind
from desktop_app.ui.transcript.looks.plain import tame, units
from desktop_app.ui.transcript.looks.words import translate

_PLAIN = CharLook()
_MUTED = CharLook(Ink.MUTED)


class PictureComposition(TextComposition):
    """``address`` is where its bytes are, or are all of it (data:); ``alt`` what its writer says of it."""

    def __init__(self, shape: TextShape, span: Span) -> None:
        self.alt = tame(span.text).strip() or translate("Transcript", "image")
        self.address = safe_address(span.href) or span.href
        shown = [Chunk(self.alt, _PLAIN._replace(italic=True), span.start, span.end)]
        if not is_data(self.address):
            shown += address_chunks(span.href, _PLAIN)
        if span.leads_to:
            shown += lead_chunks(span, _PLAIN)
        self._words = units("".join([chunk.text for chunk in shown]))
        if safe_address(span.href):
            load = CharLook(
                Ink.ACCENT,
                underline=True,
                href=own_link("load", shape.message_id, span.start, self.address),
                tip=translate("Transcript", "Load this picture from {0}").format(self.address),
            )
            shown += [Chunk("\u2002", _MUTED), Chunk(translate("Transcript", "Load the picture"), load)]
        super().__init__(shape._replace(kind=Kind.PICTURE), tuple(shown))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PictureComposition) and self.address == other.address and super().__eq__(other)

    def __hash__(self) -> int:
        return super().__hash__()

    def plain(self, start: int, end: int) -> str:
        return cut(self.text, start, min(end, units(self.prefix) + self._words))
