"""What the tests of the page share: messages in short, and what a reader would see."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import Message, MessageState, Part, PartKind, Role
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


def browser(view: TranscriptView) -> QTextBrowser:
    found = view.findChild(QTextBrowser)
    assert found is not None
    return found


def words(view: TranscriptView) -> str:
    return browser(view).toPlainText()


def lines(view: TranscriptView) -> list[str]:
    """The lines of the page that hold something."""
    return [line for line in words(view).splitlines() if line.strip("\u200b ")]


def lit(view: TranscriptView) -> str:
    """The words that are marked as being said."""
    return "".join(between(view, start, end) for start, end in view._page.painter.stretches)


def between(view: TranscriptView, start: int, end: int) -> str:
    cursor = QTextCursor(browser(view).document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def select(view: TranscriptView, first: str, last: str = "") -> QTextCursor:
    """Selects from the beginning of ``first`` to the end of ``last``."""
    page = browser(view)
    cursor = page.document().find(first)
    assert not cursor.isNull()
    end = page.document().find(last or first, cursor.selectionStart()).selectionEnd()
    start = cursor.selectionStart()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    return cursor


def anchors(view: TranscriptView) -> dict[str, str]:
    """The links of the page: their words and where they lead."""
    found: dict[str, str] = {}
    block = browser(view).document().begin()
    while block.isValid():
        for part in block.textFormats():
            if part.format.isAnchor():
                found[block.text()[part.start : part.start + part.length]] = part.format.anchorHref()
        block = block.next()
    return found
