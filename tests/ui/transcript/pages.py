"""What the tests of the page share: messages in short, and what a reader would see."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import Message, MessageState, Part, PartKind, Role
from desktop_app.ui.transcript.compositions.composition import Composition
from desktop_app.ui.transcript.looks.plain import points, units
from desktop_app.ui.transcript.page import page_lights
from desktop_app.ui.transcript.page.page import Page
from desktop_app.ui.transcript.page.places import Place, Span
from desktop_app.ui.transcript.view import TranscriptView


def mine(message_id: str, text: str) -> Message:
    return Message(message_id, "c", None, Role.USER, (Part(PartKind.TEXT, text),), 0.0)


def answer(message_id: str, text: str, state: MessageState = MessageState.COMPLETE) -> Message:
    return Message(message_id, "c", None, Role.ASSISTANT, (Part(PartKind.TEXT, text),), 0.0, state)


def streaming(message_id: str) -> Message:
    return answer(message_id, "", MessageState.STREAMING)


def settle(qtbot: QtBot, view: TranscriptView) -> None:
    """Until all that was given to the page is on it."""
    qtbot.waitUntil(lambda: view.idle, timeout=20_000)


def page_of(view: TranscriptView) -> Page:
    found = view.findChild(Page)
    assert found is not None
    return found


def compositions(view: TranscriptView) -> Iterator[tuple[int, int, Composition]]:
    """All that is on the page, in or out of sight: message, piece, and what it reads like."""
    entries = page_of(view).entries
    for index in range(len(entries)):
        for number, composition in enumerate(entries.pieces(index)):
            yield index, number, composition


def words(view: TranscriptView) -> str:
    return "\n".join(one.text for _, _, one in compositions(view)).replace("\u2028", "\n")


def lines(view: TranscriptView) -> list[str]:
    """The lines of the page that hold something."""
    return [line for line in words(view).split("\n") if line.strip("\u200b ")]


def part(composition: Composition, start: int, end: int) -> str:
    text = composition.text
    return text[points(text, start) : points(text, end)]


def lit(view: TranscriptView) -> str:
    """The words that are marked as being said."""
    page = page_of(view)
    return "".join(
        part(one, *stretch)
        for index, _, one in compositions(view)
        for stretch in page_lights.lit(page.lighting.sentence, page.entries[index], one)
    ).replace("\n", "")


def find(view: TranscriptView, text: str, after: Place | None = None) -> Span:
    """Where the words stand on the page, first behind ``after``."""
    for index, number, one in compositions(view):
        start = -1
        if after is None or (index, number) > after[:2]:
            start = one.text.find(text)
        elif (index, number) == after[:2]:
            start = one.text.find(text, points(one.text, after.position))
        if start >= 0:
            begin, end = units(one.text[:start]), units(one.text[: start + len(text)])
            return Span(Place(index, number, begin), Place(index, number, end))
    raise AssertionError(f"{text!r} is not on the page: {words(view)!r}")


def select(view: TranscriptView, first: str, last: str = "") -> Span:
    """Selects from the beginning of ``first`` to the end of ``last``."""
    start, end = find(view, first)
    if last:
        end = find(view, last, start).end
    page_of(view).select(start, end)
    return Span(start, end)


def selected(view: TranscriptView) -> str:
    """The letters that are selected, piece by piece."""
    span = page_of(view).selection
    if span is None:
        return ""
    parts = [(one, span.within(index, number, one.length)) for index, number, one in compositions(view)]
    return "\n".join(part(one, *within) for one, within in parts if within is not None)


def anchors(view: TranscriptView) -> dict[str, str]:
    """The links of the page: their words and where they lead."""
    return {
        part(one, link.start, link.end): link.href
        for _, _, one in compositions(view)
        for link in one.links
        if link.href
    }


def point_at(view: TranscriptView, words_there: str) -> QPoint:
    """In the viewport, in the middle of these words' first letter; they have to be in sight."""
    page, place = page_of(view), find(view, words_there).start
    left = page.box_of(place)
    right = page.box_of(place._replace(position=place.position + 1))
    return QPoint(round((left.x() + right.x()) / 2), round(left.center().y()))


def press(view: TranscriptView, words_of_link: str) -> None:
    """Presses the first link of these words."""
    page = page_of(view)
    for index, number, one in compositions(view):
        for link in one.links:
            if part(one, link.start, link.end) == words_of_link:
                page.press_link(index, number, link)
                return
    raise AssertionError(f"no link {words_of_link!r}")


def top_line(view: TranscriptView) -> tuple[str, float]:
    """The words of the first piece whose line crosses or follows the upper edge, and where that line is."""
    page = page_of(view)
    place = page.sight()[0]
    composition = page.entries.pieces(place.entry)[place.piece]
    return part(composition, place.position, min(place.position + 30, composition.length)), page.box_of(place).top()
