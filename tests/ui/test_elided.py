"""Where the ellipsis stands in a line that is cut."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QTextLayout
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import Conversation
from desktop_app.ui.elided import elided
from desktop_app.ui.parts import OneLine
from desktop_app.ui.sidebar.conversation_list import ConversationList
from desktop_app.ui.theme import LIGHT

HEBREW = "שיחה ארוכה מאוד על גינה באביב ועל כל מה שצומח בה ועוד"
ENGLISH = "A garden in spring and everything that ever grew in it"


def _place(text: str, letter: str) -> float:
    """Where the letter begins, in the line as it is drawn."""
    layout = QTextLayout(text, QFont())
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return line.cursorToX(text.index(letter))[0]  # type: ignore[index,no-any-return]  # PySide's stubs say object


def _cut(text: str) -> str:
    metrics = QFontMetrics(QFont())
    return elided(metrics, text, metrics.horizontalAdvance(text) * 2 // 3)


@pytest.mark.parametrize("text", [HEBREW, ENGLISH, "Python", ""])
def test_a_line_that_runs_in_one_direction_is_cut_as_qt_cuts_it(qapp: QApplication, text: str) -> None:
    metrics = QFontMetrics(QFont())
    for room in (20, 100, 2000):
        assert elided(metrics, text, room) == metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def test_hebrew_words_behind_a_latin_name_are_cut_where_they_end_and_not_where_they_begin(qapp: QApplication) -> None:
    cut = _cut(f"Python {HEBREW}")
    assert "…" in cut
    assert _place(cut, "…") < _place(cut, "ר")


def test_latin_words_behind_a_hebrew_one_are_cut_where_they_end(qapp: QApplication) -> None:
    cut = _cut(f"גינה {ENGLISH}")
    assert _place(cut, "…") > _place(cut, "d")


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("text", "end"), [("ש" * 90, "left"), ("H" * 90, "right")], ids=["Hebrew", "Latin"])
def test_the_ellipsis_is_drawn_at_the_end_of_the_words_whichever_way_the_window_reads(
    qtbot: QtBot, direction: Qt.LayoutDirection, text: str, end: str
) -> None:
    line = OneLine("")
    line.setText(text)
    line.setLayoutDirection(direction)
    line.resize(200, 30)
    qtbot.addWidget(line)
    assert _end(line.grab().toImage()) == end


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("text", "end"), [("ש" * 90, "left"), ("H" * 90, "right")], ids=["Hebrew", "Latin"])
def test_a_title_of_the_side_is_cut_where_its_words_end(
    qtbot: QtBot, direction: Qt.LayoutDirection, text: str, end: str
) -> None:
    side = ConversationList(LIGHT)
    side.setLayoutDirection(direction)
    side.resize(240, 300)
    qtbot.addWidget(side)
    side.show_conversations([Conversation("one", text, time.time(), time.time())], None)
    side.show()
    side.clearFocus()  # its ring would be ink, too
    image = side.viewport().grab().toImage()
    assert _end(image.copy(side.place_of("one").adjusted(6, 6, -6, -6))) == end


def _end(image: QImage) -> str:
    """The dots are lower than any letter, so the side whose ink is lower is the end."""
    ground = image.pixel(image.width() // 2, 1)
    inked = [x for x in range(image.width()) if _top(image, x, ground) is not None]
    first, last = _top(image, inked[0], ground), _top(image, inked[-1], ground)
    assert first is not None
    assert last is not None
    assert first != last
    return "left" if first > last else "right"


def _top(image: QImage, x: int, ground: int) -> int | None:
    return next((y for y in range(image.height()) if image.pixel(x, y) != ground), None)
