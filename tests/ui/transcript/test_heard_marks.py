"""Where the voice was stopped the page shows a thin mark, and beside it a button that reads on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import MessageState
from desktop_app.ui.theme import DARK, LIGHT, Theme
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, compositions, find, mine, page_of, part, settle, streaming

SOURCE = "It is **the bold** one. Then `code` and [a link](https://a.example) follow.\n\n- an item\n- another item"


def heard(view: TranscriptView) -> list[str]:
    """The words right before each mark."""
    lighting, entries = page_of(view).lighting, page_of(view).entries
    return [
        part(one, max(position - 8, 0), position)
        for index, number, one in compositions(view)
        for position in lighting.of(entries[index], number).heard
    ]


def buttons(view: TranscriptView) -> list[QToolButton]:
    return [button for button in view.findChildren(QToolButton) if button.isVisible()]


@pytest.mark.parametrize("words", ["It is", "**the", "bold", "one.", "code", "a link", "an item", "another"])
def test_a_mark_stands_behind_the_last_word_that_was_heard(qtbot: QtBot, view: TranscriptView, words: str) -> None:
    view.show_messages([mine("u", "Hi"), answer("a", SOURCE)])
    settle(qtbot, view)
    view.show_heard("a", SOURCE.index(words) + len(words))
    (before,) = heard(view)
    assert before.replace("\u2029", "").endswith(words.strip("*"))


def test_a_kept_mark_is_there_when_a_conversation_is_opened_and_goes_with_it(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_messages([mine("u", "Hi"), replace(answer("a", SOURCE), heard=5)])
    settle(qtbot, view)
    assert heard(view)[0].endswith("It is")
    view.show_messages([mine("u", "Hi")])
    settle(qtbot, view)
    assert heard(view) == []
    assert buttons(view) == []


def test_the_button_reads_on_and_says_what_it_is(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Hi"), answer("a", SOURCE)])
    settle(qtbot, view)
    view.show_heard("a", 5)
    (button,) = buttons(view)
    assert (button.accessibleName(), button.accessibleDescription()) == ("Go on reading", "Heard up to here")
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(view.read_from_requested) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == ["a", 5]
    view.show_heard("a", None)
    assert buttons(view) == []
    assert heard(view) == []


def test_the_mark_stays_on_its_words_while_text_comes_and_the_page_scrolls(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Hi")])
    view.add_message(streaming("a"))
    view.append_text("a", SOURCE[:40])
    settle(qtbot, view)
    view.show_heard("a", SOURCE.index("one."))
    for piece in (SOURCE[40:], "\n\n" + "And a paragraph more.\n\n" * 60):
        view.append_text("a", piece)
        settle(qtbot, view)
        assert heard(view)[0].strip().endswith("bold")
    view.set_state("a", MessageState.COMPLETE)
    settle(qtbot, view)
    assert heard(view)[0].strip().endswith("bold")
    assert buttons(view) == [], "the mark is out of sight, and its button with it"
    page_of(view).verticalScrollBar().setValue(0)
    (button,) = buttons(view)
    line = page_of(view).box_of(find(view, " one.").start)
    assert button.y() + button.height() / 2 == pytest.approx(line.center().y(), abs=1.5)


def test_a_mark_in_text_that_is_not_written_yet_waits_for_it(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Hi"), replace(answer("a", "word " * 4000 + "end"), heard=9)])
    settle(qtbot, view)
    assert len(heard(view)) == 1


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_mark_and_the_word_being_said_have_the_accent_of_the_theme(
    qtbot: QtBot, view: TranscriptView, theme: Theme
) -> None:
    view.set_colours(theme)
    view.show_messages([mine("u", "Hi"), answer("a", SOURCE)])
    settle(qtbot, view)
    before = accents(view, theme)
    view.show_heard("a", 5)
    assert accents(view, theme) > before
    view.show_heard("a", None)
    view.mark_spoken("a", 0, 20)
    before = accents(view, theme)
    view.mark_word("a", 3, 5)
    assert accents(view, theme) > before


def accents(view: TranscriptView, theme: Theme) -> int:
    """How many pixels of the page have the accent's colour."""
    image = page_of(view).viewport().grab().toImage()
    return sum(
        image.pixelColor(x, y).name().upper() == theme.accent.upper()
        for x in range(120, 400)
        for y in range(min(200, image.height()))
    )


def test_marks_of_a_long_conversation_have_buttons_in_sight_only(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([replace(answer(f"m{number}", SOURCE), heard=5) for number in range(300)])
    settle(qtbot, view)
    assert 0 < len(buttons(view)) < 8
    assert len(view.findChildren(QToolButton)) < 30
    page_of(view).go_to_top()
    (first, *_) = sorted(buttons(view), key=lambda button: button.y())
    with qtbot.waitSignal(view.read_from_requested) as asked:
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert asked.args == ["m0", 5]
