"""The window as a whole: its keys, its focus, its parts that come and go."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.domain.choices import Appearance
from desktop_app.domain.errors import KeyRefused, RateLimited
from desktop_app.domain.messages import Conversation
from desktop_app.domain.speech_state import SpeechState
from desktop_app.presenters.views import Notice, Step
from desktop_app.ui.actions import ACTIONS, build_actions, default_key, key_cap, keys_in_force
from desktop_app.ui.first_start import FirstStartPage
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import DARK, ThemeKeeper
from desktop_app.ui.transcript.view import TranscriptView
from tests.support.windows import open_window as a_window
from tests.support.windows import stand_in
from tests.ui.transcript.pages import answer, settle

Open = Callable[..., MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, keeper: ThemeKeeper) -> Open:
    def opened(width: int = 1280, height: int = 820) -> MainWindow:
        return a_window(qtbot, keeper, width, height)

    return opened


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window()


def _fill(window: MainWindow) -> None:
    """Everything the window can show at once."""
    window.sidebar.show_conversations([Conversation("id", "A talk " * 20, 0, 0)], "id")
    window.header.set_title("Parsing dates from log lines " * 5)
    window.header.set_model("gpt-5-mini")
    window.header.set_voice("Coral")
    window.notices.show_notice(Notice("a", KeyRefused("", detail="no " * 60), (Step.OPEN_SETTINGS, Step.RETRY)))
    window.notices.show_notice(Notice("b", RateLimited(""), (Step.CANCEL,)))
    window.speech_bar.set_speech(SpeechState.SPEAKING, 12, 140)
    window.composer.set_draft("a line\n" * 30)


def _named(window: QWidget, name: str) -> QWidget:
    return next(found for found in window.findChildren(QWidget) if found.accessibleName() == name)


KEYS = [
    ("Ctrl+N", "new_requested"),
    ("Ctrl+K", "search_requested"),
    ("Ctrl+,", "settings_requested"),
    ("Esc", "stop_requested"),
    ("Alt+Left", "previous_requested"),
    ("Alt+Right", "next_requested"),
    ("Ctrl+Q", "close_requested"),
]
_QT_KEYS = {
    "Ctrl+N": (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier),
    "Ctrl+K": (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
    "Ctrl+,": (Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier),
    "Esc": (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    "Alt+Left": (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
    "Alt+Right": (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier),
    "Ctrl+Q": (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
}


@pytest.mark.parametrize(("key", "signal"), KEYS)
@pytest.mark.parametrize("focus", ["Message", "Transcript", "Search", "Conversations"])
def test_a_key_of_the_window_counts_wherever_the_focus_is(
    window: MainWindow, key: str, signal: str, focus: str, qtbot: QtBot
) -> None:
    part = _named(window, focus)
    part.setFocus()
    with qtbot.waitSignal(getattr(window, signal)):
        QTest.keyClick(part, *_QT_KEYS[key])


def test_space_pauses_in_the_transcript_and_is_a_blank_in_the_message(window: MainWindow, qtbot: QtBot) -> None:
    page, box = _named(window, "Transcript"), _named(window, "Message")
    page.setFocus()
    with qtbot.waitSignal(window.pause_toggled):
        QTest.keyClick(page, Qt.Key.Key_Space)
    box.setFocus()
    with qtbot.assertNotEmitted(window.pause_toggled):
        QTest.keyClick(box, Qt.Key.Key_Space)


def test_space_in_the_real_page_pauses_and_scrolls_only_when_it_is_free(keeper: ThemeKeeper, qtbot: QtBot) -> None:
    window = MainWindow(keeper, TranscriptView, FirstStartPage)
    qtbot.addWidget(window, before_close_func=lambda closing: closing.close_for_good())
    told: list[str] = []
    window.pause_toggled.connect(lambda: told.append("pause"))
    with qtbot.waitActive(window):
        window.show()
    window.transcript.show_messages([answer("a", "Text. " * 5000)])
    settle(qtbot, window.transcript)
    page = cast("QAbstractScrollArea", _named(window, "Transcript"))
    page.verticalScrollBar().setValue(0)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert (told, page.verticalScrollBar().value()) == (["pause"], 0)
    window.set_keys({"pause": "P"})
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert len(told) == 1
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
    QTest.keyClick(page, Qt.Key.Key_P)
    assert len(told) == 2


def test_the_message_box_has_the_focus_at_first_and_a_key_brings_it_back(window: MainWindow) -> None:
    box = _named(window, "Message")
    assert box.hasFocus()
    _named(window, "Search").setFocus()
    QTest.keyClick(_named(window, "Search"), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert box.hasFocus()


def test_a_deletion_is_taken_back_by_key_while_that_is_offered_and_typing_is_taken_back_before_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    asked: list[None] = []
    window.undo_requested.connect(lambda: asked.append(None))
    window.sidebar.show_conversations([Conversation("id", "A talk", 0, 0)], None)

    def press(part: QWidget) -> int:
        part.setFocus()
        QTest.keyClick(part, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        return len(asked)

    box = _named(window, "Message")
    assert press(window.sidebar.conversations) == press(box) == 0
    window.undo.offer_undo(1)
    assert press(window.sidebar.conversations) == 1
    assert press(window.transcript) == 2
    assert press(box) == 3  # there is nothing typed that could be taken back
    QTest.keyClicks(box, "words")
    assert press(box) == 3
    assert cast("QPlainTextEdit", box).toPlainText() == ""
    window.undo.clear_undo()
    assert press(window.sidebar.conversations) == 3


def test_a_temporary_conversation_can_be_exported_though_it_is_in_no_list(window: MainWindow) -> None:
    export = window.action("export")
    assert not export.isEnabled()
    window.show_temporary(shown=True)
    assert export.isEnabled()
    assert not window.action("save_sound").isEnabled()  # nothing of its sound is kept
    window.sidebar.show_conversations([Conversation("id", "A talk", 0, 0)], "id")
    window.show_temporary(shown=False)
    assert export.isEnabled()
    assert window.action("save_sound").isEnabled()
    window.show_temporary(shown=True)
    window.sidebar.show_open(None)
    assert export.isEnabled()
    window.show_temporary(shown=False)
    assert not export.isEnabled()


def test_the_stop_key_can_be_another_and_what_is_no_key_leaves_esc(window: MainWindow, qtbot: QtBot) -> None:
    box = _named(window, "Message")
    window.set_keys({"stop": "F9"})
    with qtbot.assertNotEmitted(window.stop_requested):
        QTest.keyClick(box, Qt.Key.Key_Escape)
    with qtbot.waitSignal(window.stop_requested):
        QTest.keyClick(box, Qt.Key.Key_F9)
    window.set_keys({"stop": ""})
    with qtbot.waitSignal(window.stop_requested):
        QTest.keyClick(box, Qt.Key.Key_Escape)


def test_any_key_can_be_another_and_what_shows_it_follows(window: MainWindow, qtbot: QtBot) -> None:
    box = _named(window, "Message")
    window.set_keys({"new": "F4", "search": "Ctrl+Alt+F", "next": "Ctrl+Alt+Right", "sidebar": "F2"})
    with qtbot.assertNotEmitted(window.new_requested):
        QTest.keyClick(box, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(window.new_requested):
        QTest.keyClick(box, Qt.Key.Key_F4)
    tips = {name: _named(window, name).toolTip() for name in ("New conversation", "Search", "Settings")}
    assert tips["New conversation"].endswith("(F4)")
    assert tips["Search"].endswith("(Ctrl+Alt+F)")
    assert tips["Settings"].endswith("(Ctrl+,)")
    caps = {label.text() for label in window.findChildren(QLabel)}
    assert {"F4", "Ctrl Alt F"} <= caps
    window.set_keys({})
    assert _named(window, "New conversation").toolTip().endswith("(Ctrl+N)")
    window.set_keys({"message": "Ctrl+N"})
    assert _named(window, "New conversation").toolTip() == "New conversation"


@pytest.mark.parametrize(
    ("chosen", "new", "search"),
    [
        ({}, "Ctrl+N", "Ctrl+K"),
        ({"new": "F4"}, "F4", "Ctrl+K"),
        ({"new": "Ctrl+K", "search": "Ctrl+N"}, "Ctrl+K", "Ctrl+N"),
        ({"new": "Ctrl+K"}, "Ctrl+K", ""),
        ({"new": "Esc"}, "Ctrl+N", "Ctrl+K"),
        ({"stop": "F9", "new": "Esc"}, "Esc", "Ctrl+K"),
        ({"stop": "Ctrl+N"}, "", "Ctrl+K"),
        ({"new": "F4", "search": "F4"}, "Ctrl+N", "Ctrl+K"),
        ({"new": "F4", "search": "F5", "message": "F5"}, "F4", "Ctrl+K"),
        ({"new": "no key at all", "from a later version": "F9"}, "Ctrl+N", "Ctrl+K"),
    ],
)
def test_no_two_actions_ever_have_one_key(chosen: dict[str, str], new: str, search: str) -> None:
    keys = keys_in_force(chosen)
    assert (keys["new"], keys["search"]) == (new, search)
    pressed = [key for key in keys.values() if key]
    assert len(set(pressed)) == len(pressed)


def test_every_action_has_its_own_key_and_words(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = build_actions(parent)
    assert set(made) == {spec.id for spec in ACTIONS}
    keys = [key.toString() for action in made.values() for key in action.shortcuts()]
    assert len(set(keys)) == len(keys) > 20
    assert all(isinstance(action, QAction) and action.text() for action in made.values())
    assert [key_cap(default_key(name)) for name in ("new", "zoom_in")] == ["Ctrl N", "Ctrl +"]


def test_the_window_asks_before_it_closes_and_closes_when_told(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.close_requested):
        window.close()
    assert window.isVisible()
    window.close_for_good()
    assert not window.isVisible()


def test_the_title_names_the_conversation(window: MainWindow) -> None:
    assert window.windowTitle() == "Aloud"
    window.header.set_title("Parsing dates")
    assert window.windowTitle() == "Parsing dates — Aloud"
    window.header.set_title("")
    assert window.windowTitle() == "Aloud"


def test_the_place_of_the_window_survives_as_json(window: MainWindow, open_window: Open) -> None:
    window._frame.toggle_side()
    window.resize(700, 500)  # the screen without a screen is 800 by 800
    kept = json.loads(json.dumps(window.get_place()))
    other = open_window()
    other.set_place(kept)
    assert (other.width(), other.height()) == (700, 500)
    other.resize(1000, 600)
    assert not other.sidebar.isVisible()


@pytest.mark.parametrize("place", [{}, {"geometry": 7, "side": "x"}, {"geometry": "not base 64"}])
def test_a_place_that_cannot_be_read_is_passed_over(window: MainWindow, place: dict[str, object]) -> None:
    window.set_place(place)
    assert window.width() > 600
    window.resize(1000, 600)
    assert window.sidebar.isVisible()


def test_a_narrow_window_folds_the_side_away_and_a_button_lays_it_over_the_page(open_window: Open) -> None:
    window = open_window(640, 480)
    assert not window.sidebar.isVisible()
    button = next(found for found in window.header.findChildren(QToolButton) if found.isVisible())
    button.click()
    assert window.sidebar.isVisible()
    assert window.header.width() == 640
    QTest.mouseClick(window._frame._veil, Qt.MouseButton.LeftButton, pos=QPoint(600, 200))
    assert not window.sidebar.isVisible()


def test_a_side_over_the_page_goes_when_a_conversation_is_chosen(open_window: Open) -> None:
    window = open_window(640, 480)
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.sidebar.isVisible()
    assert _named(window, "Search").hasFocus()
    window.sidebar.conversation_chosen.emit("id")
    assert not window.sidebar.isVisible()


def test_ctrl_b_hides_and_shows_the_side(window: MainWindow) -> None:
    for visible in (False, True):
        QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
        assert window.sidebar.isVisible() is visible


def test_the_first_start_has_the_window_to_itself(window: MainWindow) -> None:
    window.first_start.set_visible(visible=True)
    assert window.first_start.isVisible()
    assert not any(part.isVisible() for part in (window.sidebar, window.header, window.transcript, window.composer))
    window.first_start.set_visible(visible=False)
    assert all(part.isVisible() for part in (window.sidebar, window.header, window.transcript, window.composer))
    assert _named(window, "Message").hasFocus()


def test_nothing_flashes_while_it_is_not_known_which_page_comes(window: MainWindow) -> None:
    window.decide_page(decided=False)
    assert not any(part.isVisible() for part in (window.sidebar, window.header, window.transcript, window.composer))
    window.decide_page(decided=True)
    assert all(part.isVisible() for part in (window.sidebar, window.header, window.transcript, window.composer))


def test_the_window_stands_before_its_page_is_made(keeper: ThemeKeeper, qtbot: QtBot) -> None:
    made: list[TranscriptView] = []

    def make() -> TranscriptView:
        made.append(stand_in())
        return made[-1]

    window = MainWindow(keeper, make, FirstStartPage)
    qtbot.addWidget(window, before_close_func=lambda closing: closing.close_for_good())
    window.show()
    place = window.composer.mapTo(window, QPoint(0, 0))
    assert made == []
    assert window.transcript.isVisible()
    QApplication.processEvents()
    assert made == [window.transcript]
    assert window.composer.mapTo(window, QPoint(0, 0)) == place
    assert window.transcript.height() > window.height() // 2


class _FirstPaint(QObject):
    """Remembers how large a widget was when it was painted first."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.size: QSize | None = None
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.size is None:
            self.size = cast("QWidget", watched).size()
        return False


def test_the_first_picture_is_laid_out_to_the_end(keeper: ThemeKeeper, qtbot: QtBot) -> None:
    window = MainWindow(keeper, stand_in, FirstStartPage)
    qtbot.addWidget(window, before_close_func=lambda closing: closing.close_for_good())
    assert window.transcript is not None
    window.speech_bar.set_speech(SpeechState.SPEAKING, 1, 2)
    window.composer.set_draft("one\ntwo\nthree")
    first = _FirstPaint(window.composer)
    window.show()
    qtbot.waitUntil(lambda: first.size is not None)
    for _ in range(5):
        QApplication.processEvents()
    assert first.size == window.composer.size()


def _cut_off(window: MainWindow) -> list[str]:
    """The visible parts that do not lie wholly in the window, or are smaller than their words need."""
    wrong = []
    for part in window.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, QLabel | QPushButton | QToolButton):
            continue
        inside = window.rect().contains(part.rect().translated(part.mapTo(window, QPoint(0, 0))))
        small = part.width() < part.minimumSizeHint().width() or part.height() < part.minimumSizeHint().height()
        clipped = part.visibleRegion().boundingRect() != part.rect()
        if not inside or small or clipped:
            wrong.append(f"{part} {part.geometry()} {part.minimumSizeHint()}")
    return wrong


@pytest.mark.parametrize("size", [(640, 480), (820, 600), (1280, 820), (1920, 1200)])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_nothing_is_cut_off(
    open_window: Open, size: tuple[int, int], direction: Qt.LayoutDirection, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(direction)
    try:
        window = open_window(*size)
        _fill(window)
        for _ in range(5):  # layouts within layouts settle one after the other
            QApplication.processEvents()
        assert (window.width(), window.height()) == size
        assert _cut_off(window) == []
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_side_stands_where_reading_begins(window: MainWindow) -> None:
    assert window.sidebar.geometry().left() == 0
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert window.sidebar.geometry().right() == window.width() - 1


def test_the_column_is_as_wide_as_one_reads_and_in_the_middle(open_window: Open) -> None:
    window = open_window(1920, 1000)
    left = window.composer.mapTo(window, QPoint(0, 0)).x() - window.sidebar.width()
    assert window.composer.width() == 720
    assert abs(left - (window.header.width() - 720 - left)) <= 1


def test_tab_reaches_every_control_in_the_order_of_the_page(window: MainWindow) -> None:
    window.sidebar.show_conversations([Conversation("id", "Talk", 0, 0)], "id")
    window.notices.show_notice(Notice("a", KeyRefused(""), (Step.RETRY,)))
    window.speech_bar.set_speech(SpeechState.SPEAKING, 1, 2)
    window.composer.set_busy(busy=True)
    reached: list[str] = []
    _named(window, "New conversation").setFocus()
    for _ in range(30):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused.accessibleName() in reached:
            break
        reached.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == [
        "New conversation",
        "Search",
        "Conversations",
        "All actions",
        "Settings",
        "Width of the conversations",
        "Conversations and settings",
        "Model",
        "Voice",
        "Retry",
        "Put this notice away",
        "Transcript",
        "Repeat sentence",
        "Previous sentence",
        "Pause",
        "Next sentence",
        "Volume",
        "Speed",
        "Message",
        "Attach files",
        "Spoken replies",
        "Stop",
    ]


def test_every_button_has_a_name_and_a_tooltip(window: MainWindow) -> None:
    _fill(window)
    controls = [*window.findChildren(QPushButton), *window.findChildren(QToolButton)]
    ours = [control for control in controls if type(control).__module__.startswith(("desktop_app", "PySide6"))]
    shown = [control for control in ours if control.isVisible() and control.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert len(shown) > 10
    assert [control for control in shown if not control.accessibleName()] == []
    step_buttons = {"Open settings", "Retry", "Cancel"}  # their words are the whole of it, and they have no key
    assert [c.accessibleName() for c in shown if not c.toolTip() and c.accessibleName() not in step_buttons] == []


def test_a_change_of_theme_reaches_every_painted_part(window: MainWindow, keeper: ThemeKeeper) -> None:
    window.speech_bar.set_speech(SpeechState.SPEAKING, 1, 1)
    keeper.set_appearance(Appearance.DARK)
    QApplication.processEvents()
    image = window.grab().toImage()
    seen = {image.pixelColor(x, y).name().upper() for x in range(0, 1280, 4) for y in range(0, 820, 3)}
    assert {DARK.page, DARK.side, DARK.card} <= seen
    assert not {"#FBFAF7", "#F3F1EC", "#FFFFFF"} & seen
