"""The links of the page in the order in which they are read, also where nothing is laid out yet: what Tab walks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop_app.domain.patterns import lazy
from desktop_app.ui.transcript.page.entries import Entries
from desktop_app.ui.transcript.page.entry import Entry
from desktop_app.ui.transcript.page.page_lights import FocusedLink

_MAYBE = lazy(r"https?:|mailto:|www\.|\]\(|\]\[|```|~~~|^(?: {4}|\t)|@|\$", re.MULTILINE)
"""What a source must hold for a link or a block of code to come of it."""
_MOST = 200
"""Messages that are read in search of the next link."""


def next_link(entries: Entries, entry: int, piece: int, after: FocusedLink | None) -> FocusedLink | None:
    """The first link behind ``after``, or from that piece on."""
    for index, number in _onwards(entries, entry, piece):
        start = -1
        if after is not None and (after.entry, after.piece) == (index, number):
            start = after.link.start
        for link in entries[index].pieces[number].composition.links:
            if link.href and link.start > start:
                return FocusedLink(index, number, link)
    return None


def previous_link(entries: Entries, entry: int, piece: int, before: FocusedLink | None) -> FocusedLink | None:
    """The last link before ``before``, or up to that piece."""
    for index, number in _backwards(entries, entry, piece):
        end = None
        if before is not None and (before.entry, before.piece) == (index, number):
            end = before.link.start
        for link in reversed(entries[index].pieces[number].composition.links):
            if link.href and (end is None or link.start < end):
                return FocusedLink(index, number, link)
    return None


def _onwards(entries: Entries, entry: int, piece: int) -> Iterator[tuple[int, int]]:
    for index in _looked_at(entries, range(entry, len(entries))):
        for number in range(piece if index == entry else 0, len(entries[index].pieces)):
            yield index, number


def _backwards(entries: Entries, entry: int, piece: int) -> Iterator[tuple[int, int]]:
    for index in _looked_at(entries, range(entry, -1, -1)):
        end = len(entries[index].pieces) - 1
        for number in range(min(piece, end) if index == entry else end, -1, -1):
            yield index, number


def _looked_at(entries: Entries, indexes: Iterable[int]) -> Iterator[int]:
    """Those of the messages that may have links, read; until too many would have to be."""
    read = 0
    for index in indexes:
        one = entries[index]
        if not _may_link(one):
            continue
        read += not one.begun
        if read > _MOST:
            return
        entries.pieces(index)
        yield index


def _may_link(entry: Entry) -> bool:
    if entry.begun:
        return True
    return not entry.mine and (entry.state is not entry.state.COMPLETE or _MAYBE.search(entry.source) is not None)
