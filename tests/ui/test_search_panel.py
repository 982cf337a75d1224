"""Search everything: typed, narrowed, walked through and gone to, with the keyboard in the field all the while."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.found import Findings, FoundMessage, FoundTitle
from desktop_app.domain.messages import Role
from desktop_app.domain.snippets import Snippet
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.search.filters import completed, completions
from desktop_app.ui.search.panel import SearchPanel
from desktop_app.ui.theme import DARK, ThemeKeeper
from tests.support.screens import settle
from tests.support.windows import open_window

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, keeper: ThemeKeeper) -> MainWindow:
    return open_window(qtbot, keeper)


@pytest.fixture
def panel(window: MainWindow) -> SearchPanel:
    QTest.keyClick(focused(), Qt.Key.Key_K, CTRL)
    assert window.search is not None
    return window.search


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def message(number: int, *, archived: bool = False) -> FoundMessage:
    text = Snippet(f"the fox number {number}", ((4, 7),))
    return FoundMessage(f"m{number}", f"c{number}", f"Talk {number}", archived, Role.USER, "", 1000.0, text)


def findings(count: int = 3, **more: object) -> Findings:
    titles = (FoundTitle("c9", Snippet("Foxes", ((0, 3),)), archived=False, updated=time.time()),)
    return Findings(titles, tuple(message(number) for number in range(count)), count, **more)  # type: ignore[arg-type]


def current(panel: SearchPanel) -> str:
    return str(panel.list.currentIndex().data())


def test_it_is_made_when_it_is_first_wanted_and_its_field_alone_is_called_search(window: MainWindow) -> None:
    assert window.findChild(SearchPanel) is None
    window.action("search").trigger()
    shown = [one for one in window.findChildren(QLineEdit) if one.isVisible() and one.accessibleName() == "Search"]
    assert window.search is not None
    assert shown == [window.search.field]
    assert focused() is window.search.field
    QTest.keyClick(window.search.field, Qt.Key.Key_Escape)
    assert [one.accessibleName() for one in window.sidebar.findChildren(QLineEdit)] == ["Search"]


def test_what_is_typed_is_told_and_what_is_found_listed(panel: SearchPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.typed) as typed:
        QTest.keyClicks(panel.field, "f")
    assert typed.args == ["f"]
    panel.show_findings(findings())
    assert panel.list.isVisible()
    assert panel.list.rows.rowCount() == 4
    assert panel.foot.text() == "1 conversation  ·  3 messages"
    assert current(panel) == "Foxes"


def test_the_arrows_walk_and_enter_goes_there_with_the_keyboard_back_where_it_was(
    window: MainWindow, panel: SearchPanel, qtbot: QtBot
) -> None:
    QTest.keyClicks(panel.field, "fox")
    panel.show_findings(findings())
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert current(panel) == "the fox number 1"
    QTest.keyClick(panel.field, Qt.Key.Key_Up)
    assert panel.field.hasFocus()
    with qtbot.waitSignal(panel.chosen) as chosen:
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert chosen.args == ["c0", "m0"]
    assert not panel.isVisible()
    assert focused().accessibleName() == "Message"


def test_a_conversation_that_is_found_by_its_title_is_opened_as_such(panel: SearchPanel, qtbot: QtBot) -> None:
    QTest.keyClicks(panel.field, "fox")
    panel.show_findings(findings())
    with qtbot.waitSignal(panel.chosen) as chosen:
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert chosen.args == ["c9", ""]


def test_a_row_is_chosen_by_a_click(panel: SearchPanel, qtbot: QtBot) -> None:
    QTest.keyClicks(panel.field, "fox")
    panel.show_findings(findings())
    place = panel.list.visualRect(panel.list.rows.index(2)).center()
    with qtbot.waitSignal(panel.chosen) as chosen:
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["c1", "m1"]


def test_esc_gives_the_keyboard_back_and_stops_nothing(window: MainWindow, panel: SearchPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.stop_requested), qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert focused().accessibleName() == "Message"


def test_a_press_beside_it_closes_it(panel: SearchPanel) -> None:
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(20, 600))
    assert not panel.isVisible()


def test_what_was_looked_for_last_is_there_again_selected_and_asked_anew(
    window: MainWindow, panel: SearchPanel, qtbot: QtBot
) -> None:
    QTest.keyClicks(panel.field, "fox")
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(panel.typed) as typed:
        window.action("search").trigger()
    assert typed.args == ["fox"]
    assert panel.field.selectedText() == "fox"


def test_what_is_typed_in_the_side_goes_on_in_the_field(window: MainWindow) -> None:
    side = window.sidebar.findChild(QLineEdit)
    assert side is not None
    side.setFocus()
    QTest.keyClicks(side, "f")
    assert window.search is not None
    QTest.keyClicks(focused(), "ox")
    assert window.search.text == "fox"


def test_what_is_still_missing_of_the_index_and_of_the_results_is_said(panel: SearchPanel) -> None:
    QTest.keyClicks(panel.field, "fox")
    panel.show_findings(Findings((), (), 0, more=False, indexed=0.404))
    assert panel.foot.text() == "Nothing found.  ·  still indexing: 40 %"
    panel.show_findings(Findings((), (), 0, plain=True))
    assert panel.foot.text() == "Nothing found.  ·  looked through without an index, which cannot be written now"
    panel.show_findings(Findings((), (message(1),), 2000, more=True))
    assert panel.foot.text() == "More than 2000 messages: the best of the newest"
    panel.field.clear()
    panel.show_findings(None)
    assert not panel.foot.isVisible()
    assert panel.help.isVisible()


def test_a_filter_that_says_nothing_is_told_when_it_is_not_just_being_typed(panel: SearchPanel) -> None:
    for typed, told in (("before:soon fox", "Not understood: before:soon"), ("fox from:m", ""), ("from:", "")):
        panel.field.setText(typed)
        panel.show_findings(None)
        assert panel.foot.text() == told


def test_further_rows_are_asked_for_once_when_one_comes_near_the_last(panel: SearchPanel, qtbot: QtBot) -> None:
    QTest.keyClicks(panel.field, "fox")
    asked: list[int] = []
    panel.more_wanted.connect(asked.append)
    panel.show_findings(Findings((), tuple(message(number) for number in range(40)), 41))
    for _ in range(8):
        QTest.keyClick(panel.field, Qt.Key.Key_PageDown)
    assert asked == [40]
    panel.add_findings(Findings((), (message(40),), 41))
    QTest.keyClick(panel.field, Qt.Key.Key_PageDown)
    assert current(panel) == "the fox number 40"
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert current(panel) == "the fox number 0"


def test_where_one_has_walked_stays_when_the_same_is_found_again(panel: SearchPanel) -> None:
    QTest.keyClicks(panel.field, "fox")
    panel.show_findings(findings(5))
    for _ in range(3):
        QTest.keyClick(panel.field, Qt.Key.Key_Down)
    panel.show_findings(findings(9))
    assert current(panel) == "the fox number 2"
    panel.show_findings(findings(1))
    assert current(panel) == "Foxes"


def test_a_screen_reader_hears_how_many_there_are_and_each_row_that_is_walked_to(
    panel: SearchPanel, announced: list[str], qtbot: QtBot
) -> None:
    QTest.keyClicks(panel.field, "fox")
    panel.show_findings(Findings((), (message(1), message(2, archived=True)), 2))
    qtbot.waitUntil(lambda: bool(announced))
    assert announced[-1].startswith("2 messages the fox number 1, You, Talk 1, ")
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert announced[-1].startswith("the fox number 2, You, Talk 2, ")
    assert announced[-1].endswith(", archived")
    assert panel.list.accessibleName() == "Results"
    assert "from:me" in panel.field.accessibleDescription()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("", ["from:", "model:", "in:", "after:", "before:", "has:"]),
        ("fox ", []),
        ("fox h", ["has:"]),
        ("fox has:", ["has:code", "has:image", "has:file", "has:link"]),
        ("has:co", ["has:code"]),
        ("has:code", []),
        ("from:m", ["from:me", "from:model"]),
        ("model:", []),
        ("http:", []),
        ('"fox h', []),
    ],
)
def test_filters_are_offered_as_one_types(typed: str, offered: list[str]) -> None:
    assert completions(typed) == offered


def test_a_filter_that_is_taken_stands_in_the_place_of_what_was_typed() -> None:
    assert completed("fox h", "has:") == "fox has:"
    assert completed("fox has:c", "has:code") == "fox has:code "


def test_tab_and_a_press_complete_a_filter(panel: SearchPanel) -> None:
    QTest.keyClicks(panel.field, "fox h")
    QTest.keyClick(panel.field, Qt.Key.Key_Tab)
    assert panel.text == "fox has:"
    chip = next(one for one in panel.hints.findChildren(QPushButton) if one.text() == "has:image")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert panel.text == "fox has:image "
    assert panel.field.hasFocus()


def test_nothing_is_left_of_a_key_that_finds_no_row(panel: SearchPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.chosen):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Backtab):
            QTest.keyClick(panel.field, key)
    assert panel.isVisible()


@pytest.mark.parametrize("size", [(640, 480), (360, 300), (1920, 1000)])
def test_it_stays_within_the_window_whatever_its_size(
    window: MainWindow, panel: SearchPanel, size: tuple[int, int]
) -> None:
    QTest.keyClicks(panel.field, "fox")
    panel.show_findings(findings(40))
    window.resize(*size)
    QApplication.processEvents()
    for part in (panel.field, panel.list, panel.foot):
        inside = part.rect().translated(part.mapTo(window, QPoint(0, 0)))
        assert window.rect().contains(inside), part


def test_the_shadow_follows_when_more_or_less_is_found(panel: SearchPanel) -> None:
    painted = _Painted(panel)
    for count in (40, 1):
        QApplication.processEvents()
        painted.region = QRegion()
        panel.show_findings(findings(count))
        QApplication.processEvents()
        assert painted.region.contains(panel.rect())


def test_what_can_be_typed_stands_as_close_as_it_is_meant_to(panel: SearchPanel) -> None:
    panel.show_findings(None)
    settle()
    assert panel.hints.height() == panel.hints.sizeHint().height()
    assert panel.help.height() == panel.help.heightForWidth(panel.help.width())


def test_words_of_one_line_stand_in_the_middle_of_their_row(window: MainWindow, panel: SearchPanel) -> None:
    panel.show_findings(Findings((), (message(1), message(2)), 2))
    settle()
    place = panel.list.visualRect(panel.list.rows.index(1))  # the first has a ground of its own
    drawn = panel.list.viewport().grab(place).toImage()
    ground = drawn.pixel(2, 2)
    inked = [y for y in range(drawn.height()) if any(drawn.pixel(x, y) != ground for x in range(12, 200))]
    assert abs(inked[0] - (drawn.height() - 1 - inked[-1])) <= 6


class _Painted(QObject):
    """What of a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_rows_are_drawn_in_both_directions_and_a_new_theme_shows(
    window: MainWindow, panel: SearchPanel, direction: Qt.LayoutDirection
) -> None:
    window.setLayoutDirection(direction)
    QTest.keyClicks(panel.field, "fox")
    long = Snippet("the fox 🙂 " * 40, ((4, 7), (13, 16)))
    panel.show_findings(
        Findings((), (message(1), FoundMessage("m", "c", "T", True, Role.ASSISTANT, "m", 0.0, long)), 2)
    )
    pictures = []
    for theme in (None, DARK):
        if theme is not None:
            panel.set_theme(theme)
        picture = QImage(panel.list.size(), QImage.Format.Format_RGB32)
        panel.list.render(picture)
        pictures.append(picture)
    assert pictures[0].size() != QSize(0, 0)
    assert pictures[0] != pictures[1]
