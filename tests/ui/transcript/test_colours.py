"""A change of theme reaches all that stands on the page, and moves nothing."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import MessageState
from desktop_app.ui.theme import DARK, LIGHT
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, browser, mine, select, settle, words

SOURCE = "Words and [a link](https://a.example).\n\n```python\nimport re\n```\n\n| a |\n|---|\n| b |"


def inks(page: QTextBrowser) -> set[str]:
    """The colours of letters that are not the page's own."""
    found = set()
    block = page.document().begin()
    while block.isValid():
        parts = [*block.textFormats(), *block.layout().formats()]
        found |= {part.format.foreground().color().name() for part in parts if part.format.foreground().style().value}
        block = block.next()
    return found


def test_every_letter_takes_the_new_colours(qtbot: QtBot, view: TranscriptView) -> None:
    view.set_colours(LIGHT)
    view.show_messages([mine("u", "Hi"), *(answer(f"a{n}", SOURCE, MessageState.FAILED) for n in range(12))])
    settle(qtbot, view)
    block = browser(view).document().find("import re").block()
    qtbot.waitUntil(lambda: len(block.layout().formats()) > 0)
    settle(qtbot, view)
    used = {LIGHT.accent, LIGHT.muted, LIGHT.trouble}
    assert inks(browser(view)) == {QColor(colour).name() for colour in used}
    view.set_colours(DARK)
    settle(qtbot, view)
    assert inks(browser(view)) == {QColor(colour).name() for colour in (DARK.accent, DARK.muted, DARK.trouble)}


def test_a_new_theme_keeps_the_words_the_selection_and_the_place(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer(f"a{n}", SOURCE) for n in range(30)])
    settle(qtbot, view)
    bar = browser(view).verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    select(view, "a link")
    before = words(view), bar.value(), browser(view).textCursor().selectionStart()
    view.set_colours(DARK)
    settle(qtbot, view)
    assert (words(view), bar.value(), browser(view).textCursor().selectionStart()) == before


def test_the_page_paints_in_both_themes(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Hi"), answer("a", SOURCE + "\n\n> quote\n\n---\n\n`x`")])
    settle(qtbot, view)
    view.mark_spoken("a", 0, 5)
    for theme in (LIGHT, DARK):
        view.set_colours(theme)
        picture = view.grab().toImage()
        assert picture.pixelColor(3, 3).name() == QColor(theme.page).name()
        colours = {picture.pixelColor(x, y).name() for x in range(140, 860, 2) for y in range(0, 500, 2)}
        assert {QColor(colour).name() for colour in (theme.mine, theme.code, theme.spoken, theme.line)} <= colours
