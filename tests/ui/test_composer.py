"""The message box: what is written, sent, kept and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.composer import Composer
from desktop_app.ui.message_box import MessageBox
from desktop_app.ui.theme import ThemeKeeper


@pytest.fixture
def composer(qtbot: QtBot, keeper: ThemeKeeper) -> Composer:
    made = Composer()
    made.begin_to_submit()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def box(composer: Composer) -> MessageBox:
    found = composer.findChild(MessageBox)
    assert found is not None
    return found


def _button(composer: QWidget, name: str) -> QPushButton:
    return next(found for found in composer.findChildren(QPushButton) if found.accessibleName() == name)


def test_what_is_sent_while_the_program_starts_waits_until_somebody_listens(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    composer = Composer()
    qtbot.addWidget(composer)
    box = composer.findChild(MessageBox)
    assert box is not None
    QTest.keyClicks(box, "Why?")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.toPlainText() == "Why?"
    with qtbot.waitSignal(composer.submitted) as sent:
        composer.begin_to_submit()
    assert sent.args == ["Why?", ()]
    assert box.toPlainText() == ""


def test_the_ring_is_there_from_the_first_picture_on_and_goes_where_the_keyboard_never_came(
    qtbot: QtBot, keeper: ThemeKeeper
) -> None:
    composer = Composer()
    qtbot.addWidget(composer)
    assert composer.property("focused") is True
    composer.begin_to_submit()  # the window was opened behind others
    assert composer.property("focused") is False
    box = composer.findChild(MessageBox)
    assert box is not None
    composer.show()
    box.setFocus()
    qtbot.waitUntil(lambda: composer.property("focused") is True)


def test_enter_sends_and_empties_the_box(composer: Composer, box: MessageBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "Why?")
    with qtbot.waitSignal(composer.submitted) as sent:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert sent.args == ["Why?", ()]
    assert box.toPlainText() == ""


def test_the_enter_of_the_number_block_sends_too(composer: Composer, box: MessageBox, qtbot: QtBot) -> None:
    QTest.keyClicks(box, "1")
    with qtbot.waitSignal(composer.submitted):
        QTest.keyClick(box, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)


def test_shift_enter_breaks_the_line(composer: Composer, box: MessageBox, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(composer.submitted):
        QTest.keyClicks(box, "a")
        QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClicks(box, "b")
    assert box.toPlainText() == "a\nb"


def test_enter_does_not_send_while_an_input_method_composes(composer: Composer, box: MessageBox, qtbot: QtBot) -> None:
    QApplication.sendEvent(box, QInputMethodEvent("にほn", []))
    with qtbot.assertNotEmitted(composer.submitted):
        QTest.keyClick(box, Qt.Key.Key_Return)
    done = QInputMethodEvent()
    done.setCommitString("日本")
    QApplication.sendEvent(box, done)
    with qtbot.waitSignal(composer.submitted) as sent:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert sent.args == ["日本", ()]


@pytest.mark.parametrize("blank", ["", "  ", "\n\n"])
def test_nothing_is_never_sent(composer: Composer, box: MessageBox, blank: str, qtbot: QtBot) -> None:
    composer.set_draft(blank)
    assert not _button(composer, "Send").isEnabled()
    with qtbot.assertNotEmitted(composer.submitted):
        QTest.keyClick(box, Qt.Key.Key_Return)


def test_what_was_sent_can_be_had_back_with_undo(composer: Composer, box: MessageBox) -> None:
    composer.set_draft("a long question")
    _button(composer, "Send").click()
    box.undo()
    assert box.toPlainText() == "a long question"


def test_only_plain_text_is_pasted(box: MessageBox) -> None:
    rich = QMimeData()
    rich.setHtml("<b>bold</b>")
    rich.setText("bold")
    box.insertFromMimeData(rich)
    assert box.toPlainText() == "bold"
    assert not box.textCursor().charFormat().font().bold()


def test_send_turns_into_stop_and_back(composer: Composer, qtbot: QtBot) -> None:
    send, stop = _button(composer, "Send"), _button(composer, "Stop")
    assert (send.isVisible(), stop.isVisible()) == (True, False)
    composer.set_busy(busy=True)
    assert (send.isVisible(), stop.isVisible()) == (False, True)
    with qtbot.waitSignal(composer.stop_requested):
        stop.click()
    composer.set_busy(busy=False)
    assert (send.isVisible(), stop.isVisible()) == (True, False)


def test_a_message_can_be_sent_while_the_last_answer_is_still_spoken(
    composer: Composer, box: MessageBox, qtbot: QtBot
) -> None:
    composer.set_busy(busy=True)
    composer.set_draft("and now?")
    with qtbot.waitSignal(composer.submitted):
        QTest.keyClick(box, Qt.Key.Key_Return)


def test_the_focus_is_not_lost_when_the_button_that_had_it_goes(composer: Composer, box: MessageBox) -> None:
    composer.set_busy(busy=True)
    _button(composer, "Stop").setFocus()
    composer.set_busy(busy=False)
    assert box.hasFocus()


def test_the_box_grows_with_its_lines_up_to_a_third_of_the_window(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 600)
    box = MessageBox()
    box.setParent(window)
    one = box.sizeHint().height()
    box.replace_text("a\nb\nc")
    three = box.sizeHint().height()
    box.replace_text("a\n" * 100)
    most = box.sizeHint().height()
    assert one < three < most <= 600 // 3 + 4


def test_the_toggle_says_which_way_it_is_and_tells_only_of_the_users_clicks(composer: Composer, qtbot: QtBot) -> None:
    toggle = _button(composer, "Spoken replies")
    with qtbot.assertNotEmitted(composer.spoken_replies_toggled):
        composer.set_spoken_replies(spoken=False)
    assert toggle.text() == "Spoken replies off"
    with qtbot.waitSignal(composer.spoken_replies_toggled) as told:
        toggle.click()
    assert told.args == [True]
    assert toggle.text() == "Spoken replies on"
    with qtbot.waitSignal(composer.spoken_replies_toggled) as told:
        toggle.toggle()  # what a screen reader does
    assert told.args == [False]


def test_the_cap_of_stop_shows_the_key_that_is_in_force(composer: Composer) -> None:
    composer.set_stop_key("Ctrl+Alt+S")
    stop = _button(composer, "Stop")
    assert "Ctrl+Alt+S" in stop.toolTip()
