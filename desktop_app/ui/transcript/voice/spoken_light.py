"""The light on the sentence that is being said, and within it on the word; the page is told where it is."""

from __future__ import annotations

from bisect import bisect_right

from desktop_app.ui.transcript.page.entry import Entry
from desktop_app.ui.transcript.page.page import Page
from desktop_app.ui.transcript.page.page_lights import SourceRange, lit
from desktop_app.ui.transcript.page.places import Place, Span
from desktop_app.ui.transcript.voice.voice_follower import VoiceFollower


class SpokenLight:
    """Kept by its place in the source, so that it stays on its words whatever happens to the page."""

    def __init__(self, page: Page, follower: VoiceFollower) -> None:
        self._page = page
        self._lighting = page.lighting
        self._follower = follower

    def show_sentence(self, message_id: str, start: int, end: int) -> None:
        self._lighting.sentence, self._lighting.word = SourceRange(message_id, start, end), None
        self.refresh()

    def show_word(self, message_id: str, start: int, end: int) -> None:
        self._lighting.word = SourceRange(message_id, start, end)
        self._page.viewport().update()
        self._follower.show_word(self._span(self._lighting.word))

    def clear(self) -> None:
        self._lighting.sentence = self._lighting.word = None
        self._page.viewport().update()

    def refresh(self) -> None:
        """The text may have moved, or what is said may have come onto the page only now."""
        if self._lighting.sentence is not None:
            self._page.viewport().update()
            self._follower.show(self._span(self._lighting.sentence))

    def _span(self, where: SourceRange | None) -> Span | None:
        """From its first letter on the page to its last."""
        entry = self._page.entries.find(where.message_id) if where is not None else None
        if where is None or entry is None:
            return None
        if not entry.begun or (entry.waiting and not entry.live):
            self._page.entries.read_whole(entry)
        found: list[Place] = []
        for number in range(_first(entry, where.start), entry.content):
            piece = entry.pieces[number]
            if piece.block is not None and piece.block.start >= where.end:
                break
            for stretch in lit(where, entry, piece.composition):
                found += [Place(entry.index, number, stretch.start), Place(entry.index, number, stretch.end)]
        return Span(found[0], found[-1]) if found else None


def _first(entry: Entry, start: int) -> int:
    """The number of the piece whose block holds that place of the source."""
    if entry.mine or not entry.content:
        return 0
    starts = [piece.block.start if piece.block else 0 for piece in entry.pieces[: entry.content]]
    at = max(bisect_right(starts, start) - 1, 0)
    while at and starts[at - 1] == starts[at]:
        at -= 1
    return at
