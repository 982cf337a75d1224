"""What is to be done on the page in the next frames: text to read, sheets to finish, others to lay out in advance."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.domain.messages import Message
from desktop_app.ui.transcript.page.page import Page
from desktop_app.ui.transcript.page.portions import Portions
from desktop_app.ui.transcript.page.work import FrameWork, Job, own_time

_FIRST_LOOK = 0.04
"""Seconds of work at most before other messages are shown for the first time."""
_FINISH = 0.003
"""Seconds of a frame that sheets get to become what they will be."""
_BESIDE = 8
"""Messages above and below the sight that stay read."""
_FAR = 160
"""So many sheets are kept however far they are from the sight."""


class PageWork:
    """``after`` is called when something on the page has changed."""

    def __init__(self, page: Page, after: Callable[[], None]) -> None:
        self._page = page
        self._entries = page.entries
        self._after = after
        self._changed = False
        self.portions = Portions(page.entries)
        self._frames = FrameWork(self._every_frame, self._after_frame, page)
        page.sight_changed.connect(self._sight_changed)
        page.unfinished.connect(self.wake)

    @property
    def idle(self) -> bool:
        return self._frames.idle

    def wake(self) -> None:
        self._frames.wake()

    def frame(self) -> None:
        """One frame's work, now."""
        self._frames.frame()

    def replace(self, messages: Sequence[Message]) -> None:
        """Other messages; where what the reader reads is among them it stays where it is, else the end is shown."""
        page, outlook = self._page, self._page.outlook
        self._frames.drop_jobs()
        kept = [(one.entry.message_id, one.number, one.top) for one in outlook.seen] if not outlook.following else []
        self._entries.replace(messages)
        self._entries.being_read.update((one.message_id, one) for one in self._entries if one.live)
        page.shelf.forget_others({piece for entry in self._entries.those_read for piece in entry.pieces})
        page.replaced()
        place = next((one for one in kept if self._entries.find(one[0]) is not None), None)
        index = self._entries.index_of(place[0]) if place is not None else None
        if place is not None and index is not None:
            outlook.stand(index, place[1], place[2])
        else:
            outlook.following, outlook.led = True, False
        page.refresh(_FIRST_LOOK)
        self.wake()

    def replace_from(self, index: int, messages: Sequence[Message]) -> None:
        """Other messages from that one on; what is above stays where it is."""
        page, outlook = self._page, self._page.outlook
        following = outlook.following
        self._frames.drop_jobs()
        if outlook.seen and outlook.seen[0].entry.index > index:
            outlook.stand(index, 0, 0.0)
        self._entries.replace_from(index, messages)
        self._entries.being_read.update((one.message_id, one) for one in self._entries.items[index:] if one.live)
        outlook.following = following
        page.shelf.forget_others({piece for entry in self._entries.those_read for piece in entry.pieces})
        page.replaced()
        page.refresh(_FIRST_LOOK)
        self.wake()

    def show_image(self, address: str, data: bytes | None) -> None:
        self._page.shelf.show_image(address, data)
        self._changed = True
        self.wake()

    # Inside

    def _every_frame(self) -> bool:
        first = {entry: max(entry.content - entry.opened, 0) for entry in self._entries.being_read.values()}
        self.portions.work()
        for entry, piece in first.items():
            self._page.text_changed.emit(entry.index, piece)
        self._changed = bool(first)
        unfinished = self._finish()
        return bool(self._entries.being_read) or unfinished

    def _finish(self) -> bool:
        """Lets unfinished sheets work, those in sight first; whether some are not done."""
        end = own_time() + _FINISH
        left = False
        for entry, piece in self._page.shelf.unfinished():
            if own_time() > end:
                return True
            if piece.sheet is not None:
                looks_different = piece.sheet.work()
                self._page.shelf.measure(entry, piece)
                self._changed = self._changed or looks_different
                left = left or piece.sheet.unfinished
        return left

    def _after_frame(self) -> None:
        if self._changed:
            self._changed = False
            self._page.refresh()
            self._after()

    def _sight_changed(self) -> None:
        """Lays out what is a little above and below, so that a turn of the wheel finds it there."""
        self._frames.drop_jobs()
        if self._entries.crowded or len(self._page.shelf) > 2 * _FAR:  # no frame has had the time for it
            self._tidy()
        self._frames.add(self._lay_out_near())

    def _lay_out_near(self) -> Job:
        yield
        seen = self._page.outlook.seen
        if not seen:
            return
        yield from self._lay_out(seen[-1].entry.index, seen[-1].number, 1)
        yield from self._lay_out(seen[0].entry.index, seen[0].number, -1)
        self._tidy()
        self._page.show_on_bar()

    def _lay_out(self, index: int, number: int, by: int) -> Job:
        left = float(self._page.viewport().height())
        entries = self._entries
        while left > 0:
            number += by
            entry = entries[index]
            if not 0 <= number < len(entry.pieces):
                index += by
                if not 0 <= index < len(entries):
                    return
                while entries.read(entries[index]):
                    yield
                number = -1 if by > 0 else len(entries[index].pieces)
                left -= 1
                continue
            self._page.shelf.sheet(entry, number)
            left -= entry.pieces[number].height
            yield

    def _tidy(self) -> None:
        """Throws away what is far from the sight."""
        seen, shelf = self._page.outlook.seen, self._page.shelf
        if not seen:
            return
        first, last = seen[0].entry.index, seen[-1].entry.index
        near = range(max(first - _BESIDE, 0), min(last + _BESIDE, len(self._entries) - 1) + 1)
        self._entries.release(self._entries[index] for index in near)
        if len(shelf) > _FAR:
            height = self._page.viewport().height()
            scrolled = self._page.outlook.scrolled
            shelf.keep_near(scrolled - height, scrolled + 2 * height)
