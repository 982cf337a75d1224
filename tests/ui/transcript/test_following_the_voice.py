"""The page goes with the voice, unless the reader went somewhere else; then one button leads back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.transcript.page import glide
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, mine, page_of, settle, streaming

SENTENCES = [f"This is sentence number {n}, which is long enough to take a line of the page or so." for n in range(80)]
SOURCE = "\n\n".join(SENTENCES)


@pytest.fixture(autouse=True)
def no_motion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glide, "motion_reduced", lambda: True)


def say(view: TranscriptView, number: int) -> None:
    start = SOURCE.index(SENTENCES[number])
    view.mark_spoken("a", start, start + len(SENTENCES[number]))


def spoken_at(view: TranscriptView) -> float:
    """Where in the window's height the top of what is said is: 0 is the upper edge of the page, 1 the lower."""
    page = page_of(view)
    span = view._light._span(page.lighting.sentence)
    assert span is not None
    return page.box_of(span.start).top() / page.viewport().height()


def in_sight(view: TranscriptView) -> bool:
    return 0 <= spoken_at(view) <= 0.9


def turn_wheel(view: TranscriptView, notches: int) -> None:
    page = page_of(view)
    QApplication.sendEvent(
        page.viewport(),
        QWheelEvent(
            QPointF(50, 50), QPointF(page.mapToGlobal(QPoint(50, 50))), QPoint(), QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip


def shown(view: TranscriptView) -> list[str]:
    return [button.text() for button in view.findChildren(QPushButton) if button.isVisible()]


def growing(qtbot: QtBot, view: TranscriptView, upto: int = 80) -> None:
    view.show_messages([mine("u", "Tell me.")])
    view.add_message(streaming("a"))
    view.set_voice_active(active=True)
    view.append_text("a", "\n\n".join(SENTENCES[:upto]))
    settle(qtbot, view)


def test_each_sentence_is_in_sight_when_it_is_said(qtbot: QtBot, view: TranscriptView) -> None:
    growing(qtbot, view)
    for number in range(80):
        say(view, number)
        assert in_sight(view), number
        view.clear_spoken()
    assert shown(view) == []


def test_the_page_does_not_run_after_the_text_while_something_is_said(qtbot: QtBot, view: TranscriptView) -> None:
    growing(qtbot, view, 10)
    say(view, 3)
    place = spoken_at(view)
    view.append_text("a", "\n\n" + "\n\n".join(SENTENCES[10:]))
    settle(qtbot, view)
    assert spoken_at(view) == place
    assert shown(view) == []


def test_sentences_in_the_middle_of_the_page_move_nothing(qtbot: QtBot, view: TranscriptView) -> None:
    growing(qtbot, view)
    say(view, 40)
    before = page_of(view).verticalScrollBar().value()
    for number in (41, 42, 43):
        say(view, number)
    assert page_of(view).verticalScrollBar().value() == before


def test_a_reader_who_scrolls_away_is_left_there_and_finds_the_way_back(qtbot: QtBot, view: TranscriptView) -> None:
    growing(qtbot, view)
    say(view, 5)
    turn_wheel(view, -20)
    place = page_of(view).verticalScrollBar().value()
    for number in (6, 7, 8):
        say(view, number)
        view.append_text("a", "\n\nAnd more of it.")
        settle(qtbot, view)
    assert page_of(view).verticalScrollBar().value() == place
    assert shown(view) == ["Back to the voice"]
    back = next(button for button in view.findChildren(QPushButton) if button.isVisible())
    assert back.accessibleName() == "Back to the voice"
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert in_sight(view)
    assert shown(view) == []
    say(view, 30)
    assert in_sight(view)


def test_scrolling_back_to_what_is_said_is_a_way_back_too(qtbot: QtBot, view: TranscriptView) -> None:
    growing(qtbot, view)
    say(view, 5)
    turn_wheel(view, -20)
    assert shown(view) == ["Back to the voice"]
    turn_wheel(view, 30)
    assert shown(view) == []
    say(view, 60)
    assert in_sight(view)


def test_keys_that_move_the_page_are_the_readers(qtbot: QtBot, view: TranscriptView) -> None:
    growing(qtbot, view)
    say(view, 5)
    page_of(view).setFocus()
    qtbot.keyClick(page_of(view), Qt.Key.Key_End)
    say(view, 6)
    assert not in_sight(view)
    assert shown(view) == ["Back to the voice"]


def test_after_the_voice_the_page_stays_where_the_voice_was(qtbot: QtBot, view: TranscriptView) -> None:
    growing(qtbot, view)
    say(view, 5)
    place = page_of(view).verticalScrollBar().value()
    view.clear_spoken()
    view.set_voice_active(active=False)
    view.append_text("a", "\n\nAnd more of it.")
    settle(qtbot, view)
    assert page_of(view).verticalScrollBar().value() == place
    assert shown(view) == ["To the end"]


def test_a_reader_of_older_words_is_not_fetched_by_a_voice_that_begins(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Tell me."), answer("old", SOURCE), mine("v", "And?")])
    settle(qtbot, view)
    turn_wheel(view, 30)
    place = page_of(view).verticalScrollBar().value()
    view.add_message(streaming("a"))
    view.append_text("a", SOURCE)
    view.set_voice_active(active=True)
    settle(qtbot, view)
    say(view, 0)
    assert page_of(view).verticalScrollBar().value() == place
    assert shown(view) == ["Back to the voice"]


def test_what_the_listener_asks_to_hear_is_gone_to(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Tell me."), answer("a", SOURCE)])
    settle(qtbot, view)
    view.follow_voice()
    view.set_voice_active(active=True)
    say(view, 2)
    assert in_sight(view)


def test_a_move_takes_a_moment_where_motion_is_welcome(
    qtbot: QtBot, view: TranscriptView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glide, "motion_reduced", lambda: False)
    growing(qtbot, view)
    say(view, 40)
    seen = {round(spoken_at(view), 2)}
    bar = page_of(view).verticalScrollBar()
    bar.valueChanged.connect(lambda _value: seen.add(round(spoken_at(view), 2)))
    qtbot.waitUntil(lambda: in_sight(view) and view._follower._glide.moving is False)
    assert len(seen) > 2
    assert spoken_at(view) == pytest.approx(0.25, abs=0.02)


def test_the_wheel_takes_over_from_a_move(qtbot: QtBot, view: TranscriptView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glide, "motion_reduced", lambda: False)
    growing(qtbot, view)
    say(view, 10)
    turn_wheel(view, 1)
    assert view._follower._glide.moving is False


def test_in_a_sentence_taller_than_the_page_the_word_is_followed(qtbot: QtBot, view: TranscriptView) -> None:
    view.resize(500, 180)
    long = "It goes on and on, " * 60 + "and ends."
    view.show_messages([mine("u", "Tell me."), answer("b", long)])
    settle(qtbot, view)
    view.follow_voice()
    view.set_voice_active(active=True)
    view.mark_spoken("b", 0, len(long))
    page = page_of(view)
    for place in (0, 400, 800, len(long) - 5):
        view.mark_word("b", place, place + 4)
        span = view._light._span(page.lighting.word)
        assert span is not None
        assert page.box_of(span.start).top() >= 0
        assert page.box_of(span.start).bottom() <= page.viewport().height()
