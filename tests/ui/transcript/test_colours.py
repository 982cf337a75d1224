"""A change of theme reaches all that stands on the page, and moves nothing."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFontDatabase
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import MessageState
from desktop_app.ui.resources import resource_path
from desktop_app.ui.theme import DARK, LIGHT
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, mine, page_of, select, settle, top_line, words

SOURCE = "Words and [a link](https://a.example).\n\n```python\nimport re\n```\n\n| a |\n|---|\n| b |"


def inks(view: TranscriptView) -> set[str]:
    """The colours on the page."""
    image = page_of(view).viewport().grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_every_letter_takes_the_new_colours(qtbot: QtBot, view: TranscriptView) -> None:
    view.resize(700, 400)
    view.set_colours(LIGHT)
    view.show_messages([mine("u", "Hi"), answer("a", SOURCE, MessageState.FAILED)])
    settle(qtbot, view)
    light = {QColor(colour).name() for colour in (LIGHT.accent, LIGHT.ink, LIGHT.page, LIGHT.mine)}
    dark = {QColor(colour).name() for colour in (DARK.accent, DARK.ink, DARK.page, DARK.mine)}
    assert light <= inks(view)
    view.set_colours(DARK)
    settle(qtbot, view)
    assert dark <= inks(view)
    assert not {QColor(LIGHT.page).name(), QColor(LIGHT.mine).name()} & inks(view)


def test_a_new_theme_keeps_the_words_the_selection_and_the_place(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer(f"a{n}", SOURCE) for n in range(30)])
    settle(qtbot, view)
    bar = page_of(view).verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    select(view, "a link")
    settle(qtbot, view)
    before = words(view), top_line(view), page_of(view).selection
    view.set_colours(DARK)
    settle(qtbot, view)
    assert (words(view), top_line(view), page_of(view).selection) == before


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


def test_fonts_that_come_late_set_what_stands_on_the_page_anew(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", "Words, **bold** ones and *others*.")])
    settle(qtbot, view)
    page = page_of(view)
    before = page.shelf.styles
    QFontDatabase.addApplicationFont(str(resource_path("fonts/Inter-Bold.otf")))
    qtbot.waitUntil(lambda: page.shelf.styles is not before)
    seen = page.outlook.seen[0]
    assert seen.piece is not None
    assert seen.piece.sheet is not None
