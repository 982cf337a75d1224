"""The panel of what runs, the place in the header that leads to it, and the words of both."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.work import Work, WorkKind, WorkState
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.running.panel import WorkPanel
from desktop_app.ui.running.words import WorkWords
from desktop_app.ui.theme import ThemeKeeper
from tests.support.screens import cut_off, out_of_reach, scrolled_sideways, settle, unnamed
from tests.support.windows import open_window

NOW = 1000.0
REPLY = Work(id="r", kind=WorkKind.REPLY, title="Boats", started=NOW - 65, conversation_id="c", tokens=1234)


@pytest.fixture
def window(qtbot: QtBot, keeper: ThemeKeeper) -> MainWindow:
    return open_window(qtbot, keeper)


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> WorkPanel:
    made = WorkPanel(window)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
    return made


def work(number: int, **values: object) -> Work:
    title, conversation = f"Conversation {number}", f"c{number}"
    made = replace(REPLY, id=f"w{number}", title=title, conversation_id=conversation, started=time.monotonic())
    return replace(made, **values)  # type: ignore[arg-type]


def named(panel: WorkPanel, name: str) -> QAbstractButton:
    return next(one for one in panel.findChildren(QAbstractButton) if one.accessibleName() == name and one.isVisible())


def titles(panel: WorkPanel) -> list[str]:
    """From above to below."""
    rows = [one for one in panel.findChildren(QPushButton) if one.property("look") == "worktitle" and one.isVisible()]
    return [one.accessibleName() for one in sorted(rows, key=lambda one: one.mapTo(panel, one.pos()).y())]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "Reply · streaming · 1:05 · about 1234 tokens"),
        ({"tokens": 1, "tokens_exact": True, "state": WorkState.FINISHED}, "Reply · finished · 1:05 · 1 token"),
        ({"tokens": 0, "state": WorkState.CONNECTING}, "Reply · connecting · 1:05"),
        ({"tokens": 0, "state": WorkState.WAITING, "ahead": 0}, "Reply · waiting, next in line · 1:05"),
        ({"tokens": 0, "state": WorkState.WAITING, "ahead": 1}, "Reply · waiting, 1 before it · 1:05"),
        ({"tokens": 0, "state": WorkState.WAITING, "ahead": 2}, "Reply · waiting, 2 before it · 1:05"),
        ({"tokens": 0, "state": WorkState.RETRYING, "due": NOW + 2.2}, "Reply · trying again in 3 s · 1:05"),
        ({"ended": NOW - 60, "state": WorkState.STOPPED}, "Reply · stopped · 0:05 · about 1234 tokens"),
        ({"started": NOW - 3723, "state": WorkState.FAILED, "tokens": None}, "Reply · failed · 1:02:03"),
        ({"title": "", "tokens": None}, "streaming · 1:05"),
        ({"kind": WorkKind.SPEECH, "tokens": None}, "Speech · speaking · 1:05"),
        ({"kind": WorkKind.SPEECH, "tokens": None, "state": WorkState.WAITING}, "Speech · waits to be said · 1:05"),
        ({"kind": WorkKind.EXPORT, "tokens": None, "done": 120, "total": 1000}, "Export · 12 % · 1:05"),
        ({"kind": WorkKind.IMPORT, "tokens": None}, "Import · running · 1:05"),
    ],
    ids=str,
)
def test_one_line_says_what_it_is_how_it_stands_how_long_and_how_much(
    qapp: QApplication, values: dict[str, object], words: str
) -> None:
    assert WorkWords().line(replace(REPLY, **values), NOW) == words  # type: ignore[arg-type]


def test_each_kind_and_each_state_has_words(qapp: QApplication) -> None:
    words = WorkWords()
    assert all(words.kind(replace(REPLY, kind=kind)) for kind in WorkKind)
    assert all(words.state(replace(REPLY, kind=kind, state=state), NOW) for kind in WorkKind for state in WorkState)


def test_what_runs_stands_above_what_has_ended_and_stop_is_beside_what_can_be_stopped(panel: WorkPanel) -> None:
    panel.show_work([work(1), work(2, stoppable=False)], [work(3, state=WorkState.FINISHED)])
    settle()
    assert titles(panel) == ["Conversation 1", "Conversation 2", "Conversation 3"]
    stops = [
        one.accessibleName() for one in panel.findChildren(QPushButton) if one.isVisible() and one.text() == "Stop"
    ]
    assert stops == ["Stop “Conversation 1”"]


def test_stop_and_stop_all_say_which(panel: WorkPanel, qtbot: QtBot) -> None:
    panel.show_work([work(1), work(2)], ())
    settle()
    with qtbot.waitSignal(panel.stop_requested) as stopped:
        named(panel, "Stop “Conversation 2”").click()
    assert stopped.args == ["w2"]
    with qtbot.waitSignal(panel.stop_all_requested):
        named(panel, "Stop all").click()


def test_a_title_leads_to_its_conversation_and_the_panel_goes(panel: WorkPanel, qtbot: QtBot) -> None:
    panel.show_work([work(1)], ())
    settle()
    with qtbot.waitSignal(panel.conversation_requested) as wanted:
        named(panel, "Conversation 1").click()
    assert wanted.args == ["c1"]
    assert not panel.isVisible()


def test_what_belongs_to_no_conversation_leads_nowhere(panel: WorkPanel) -> None:
    panel.show_work([work(1, kind=WorkKind.BACKUP, title="", conversation_id=None)], ())
    settle()
    assert not named(panel, "Backup").isEnabled()


def test_where_nothing_runs_it_says_so_and_there_is_nothing_to_stop(panel: WorkPanel) -> None:
    panel.show_work((), ())
    settle()
    shown = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert shown == ["Nothing runs now."]
    assert not named(panel, "Stop all").isEnabled()


def test_the_keyboard_stays_where_it_is_while_the_list_changes_around_it(panel: WorkPanel) -> None:
    panel.show_work([work(1), work(2), work(3)], ())
    settle()
    there = named(panel, "Stop “Conversation 3”")
    there.setFocus(Qt.FocusReason.TabFocusReason)
    panel.show_work([work(2), work(3)], [work(1, state=WorkState.FINISHED)])
    settle()
    assert panel.focusWidget() is there
    assert titles(panel) == ["Conversation 2", "Conversation 3", "Conversation 1"]


def test_a_second_press_behind_stop_does_not_stop_everything(panel: WorkPanel, qtbot: QtBot) -> None:
    first, export = work(1), work(2, kind=WorkKind.EXPORT, conversation_id=None)
    panel.show_work([first, export], [])
    settle()
    named(panel, "Stop “Conversation 1”").setFocus()
    panel.show_work([export], [replace(first, state=WorkState.STOPPED)])
    settle()
    assert panel.focusWidget() is named(panel, "Conversation 1")
    named(panel, "Stop “Conversation 2”").setFocus()
    panel.show_work([first], [replace(export, state=WorkState.STOPPED)])
    settle()
    with qtbot.assertNotEmitted(panel.stop_all_requested):
        QTest.keyClick(panel.focusWidget() or panel, Qt.Key.Key_Space)
    named(panel, "Conversation 1").setFocus()
    panel.show_work([], [])
    settle()
    assert panel.focusWidget() not in {named(panel, "Stop all"), named(panel, "Close")}


def test_tab_goes_down_the_list(panel: WorkPanel) -> None:
    panel.show_work([work(1), work(2)], ())
    settle()
    named(panel, "Conversation 1").setFocus(Qt.FocusReason.TabFocusReason)
    reached = []
    for _ in range(5):
        QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
        reached.append(panel.focusWidget().accessibleName())
    assert reached == ["Stop “Conversation 1”", "Conversation 2", "Stop “Conversation 2”", "Stop all", "Close"]


def test_a_hundred_rows_come_a_few_at_a_time_and_all_of_them(panel: WorkPanel, qtbot: QtBot) -> None:
    running = [work(number) for number in range(60)]
    panel.refresh_wanted.connect(lambda: panel.show_work(running, ()))
    panel.show_work(running, ())
    settle()
    assert len(titles(panel)) < 60
    qtbot.waitUntil(lambda: len(titles(panel)) == 60)
    panel.show_work((), ())
    settle()
    assert titles(panel) == []


def test_it_is_refreshed_while_it_is_open_and_not_else(panel: WorkPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.refresh_wanted, timeout=5000):
        pass
    panel.close()
    with qtbot.assertNotEmitted(panel.refresh_wanted, wait=700):
        pass


@pytest.mark.parametrize("size", [(320, 300), (460, 520)], ids=str)
def test_nothing_is_cut_off_all_is_named_and_tab_comes_to_all_of_it(panel: WorkPanel, size: tuple[int, int]) -> None:
    long = "A conversation with a title that goes on and on and on, well past any line that it could stand in"
    ended = work(2, state=WorkState.FINISHED, tokens_exact=True)
    panel.show_work([work(1, title=long, state=WorkState.WAITING, ahead=12, tokens=0)], [ended])
    panel.resize(*size)
    settle()
    assert cut_off(panel) == []
    assert scrolled_sideways(panel) == []
    assert unnamed(panel) == []
    assert out_of_reach(panel) == []


def test_the_header_counts_what_runs_only_while_there_is_something_to_count(window: MainWindow, qtbot: QtBot) -> None:
    def shown() -> list[str]:
        found = window.header.findChildren(QPushButton)
        return [one.text() for one in found if one.accessibleName() == "Running work" and one.isVisible()]

    window.header.set_running(0)
    assert shown() == []
    window.header.set_running(1)
    settle()
    assert shown() == ["1 running"]
    window.header.set_running(12)
    assert shown() == ["12 running"]
    with qtbot.waitSignal(window.header.running_requested):
        next(one for one in window.header.findChildren(QPushButton) if one.accessibleName() == "Running work").click()
    window.header.set_running(0)
    settle()
    assert shown() == []


def test_the_keys_show_what_runs_stop_it_all_and_go_to_who_waits(window: MainWindow, qtbot: QtBot) -> None:
    for signal, key, modifier in (
        (window.header.running_requested, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier),
        (window.stop_all_requested, Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier),
        (window.hear_next_requested, Qt.Key.Key_End, Qt.KeyboardModifier.AltModifier),
    ):
        with qtbot.waitSignal(signal):
            QTest.keyClick(window, key, modifier)
