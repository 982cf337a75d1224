"""What a screen reader is given: the conversation as text under its name, growing as it streams."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.message_tree import Siblings
from desktop_app.domain.messages import MessageState
from desktop_app.domain.prices import Price, Prices
from desktop_app.domain.usage import Usage
from desktop_app.ui.transcript.readers.mirror import NEWEST, Mirror
from desktop_app.ui.transcript.view import TranscriptView
from tests.support.long_conversation import deltas, markdown
from tests.ui.transcript.pages import answer, find, mine, page_of, select, selected, settle, streaming


@pytest.fixture
def reader(view: TranscriptView, qtbot: QtBot) -> QAccessibleInterface:
    """The page as a screen reader sees it."""
    qtbot.waitUntil(lambda: page_of(view).after_painting is None)
    QCoreApplication.processEvents()  # they are let in when the first picture is there
    found = QAccessible.queryAccessibleInterface(page_of(view))
    assert found is not None
    assert found.role() is QAccessible.Role.EditableText
    return found


def heard(reader: QAccessibleInterface) -> str:
    text = reader.textInterface()
    return str(text.text(0, text.characterCount()))


def has_place(text: QAccessibleTextInterface, at: int) -> bool:
    return text.characterRect(at).isValid()


def parts(reader: QAccessibleInterface, role: QAccessible.Role) -> list[QAccessibleInterface]:
    children = [reader.child(number) for number in range(reader.childCount())]
    return [child for child in children if child.role() is role]


def shown(view: TranscriptView) -> str:
    """All that ought to be heard."""
    entries = page_of(view).entries
    pieces = (piece for index in range(len(entries)) for piece in entries.pieces(index))
    return "\n".join(piece.text for piece in pieces).replace("\u2028", "\n")


def test_the_conversation_can_be_read_under_its_name_as_it_grows(
    qtbot: QtBot, view: TranscriptView, reader: QAccessibleInterface
) -> None:
    assert reader.text(QAccessible.Text.Name) == "Transcript"
    state: Any = reader.state()
    assert state.readOnly
    assert state.multiLine
    assert heard(reader) == ""
    view.add_message(mine("u", "A question?"))
    view.add_message(streaming("a"))
    for delta, expected in (("An **ans", "An ans"), ("wer**.", "An answer."), ("\n\n```sh\nls\n", "sh · 1 line")):
        view.append_text("a", delta)
        settle(qtbot, view)
        assert expected in heard(reader)
    assert heard(reader).startswith("A question?\nAn answer.\nsh · 1 line")


def test_the_versions_of_a_message_and_its_price_are_heard(
    qtbot: QtBot, view: TranscriptView, reader: QAccessibleInterface
) -> None:
    view.show_messages([mine("u", "A question?"), answer("a", "One.")])
    settle(qtbot, view)
    assert "of 3" not in heard(reader)
    view.replace_from("a", [replace(answer("b", "Two."), model="m", usage=Usage(1_000_000, 0))])
    view.show_branches({"b": Siblings(2, 3)})
    settle(qtbot, view)
    assert "2 of 3" in heard(reader)
    assert "$" not in heard(reader)
    view.set_prices(Prices({"m": Price(2.0, 2.0, 2.0)}))
    settle(qtbot, view)
    assert "$2" in heard(reader)
    view.show_branches({})
    settle(qtbot, view)
    assert "of 3" not in heard(reader)


def test_whatever_streams_is_heard_letter_for_letter(
    qtbot: QtBot, view: TranscriptView, reader: QAccessibleInterface
) -> None:
    heard(reader)
    chance = random.Random(3)
    view.add_message(mine("u", "Question 😀\nof two lines"))
    view.add_message(streaming("a"))
    for number, delta in enumerate(deltas(markdown(6000, seed=5) + "\n\nDas 😀 Ende — 終わり")):
        view.append_text("a", delta)
        if chance.random() < 0.1:
            settle(qtbot, view)
            assert heard(reader) == shown(view), number
    view.set_state("a", MessageState.STOPPED)
    view.add_message(mine("v", "Another"))
    settle(qtbot, view)
    assert heard(reader) == shown(view)
    view.show_messages([mine("w", "Something else")])
    settle(qtbot, view)
    assert heard(reader) == "Something else"


def test_of_a_long_conversation_the_newest_are_heard_and_those_in_sight(
    qtbot: QtBot, view: TranscriptView, reader: QAccessibleInterface
) -> None:
    view.show_messages([answer(f"a{number}", f"Message {number}.") for number in range(1000)])
    settle(qtbot, view)
    heard(reader)
    qtbot.waitUntil(lambda: heard(reader).startswith(f"Message {1000 - NEWEST}."), timeout=5000)
    assert heard(reader).endswith("Message 999.")
    page_of(view).go_to_top()
    qtbot.waitUntil(lambda: heard(reader).startswith("Message 0.\nMessage 1."), timeout=5000)
    assert heard(reader).endswith("Message 999.")
    assert "Message 500." not in heard(reader)


def test_caret_and_selection_are_one_for_the_page_and_the_screen_reader(
    qtbot: QtBot, view: TranscriptView, reader: QAccessibleInterface
) -> None:
    view.show_messages([mine("u", "Some 😀 question"), answer("a", "An **answer** of two words.")])
    settle(qtbot, view)
    text = reader.textInterface()
    select(view, "question", "answer")
    mirror = page_of(view).findChild(Mirror)
    assert mirror is not None
    assert mirror.textCursor().selectedText() == "question\u2029An answer"
    assert text.selectionCount() == 1
    begin = heard(reader).encode("utf-16-le").index("two".encode("utf-16-le")) // 2
    text.setSelection(0, begin, begin + 3)
    assert selected(view) == "two"
    text.setCursorPosition(begin)
    assert page_of(view).selection is None
    assert page_of(view).caret == find(view, "two").start


def test_the_letters_have_their_places_on_the_screen(
    qtbot: QtBot, view: TranscriptView, reader: QAccessibleInterface
) -> None:
    view.show_messages([mine("u", "A question"), answer("a", "One line.\n\n```sh\nls -l\npwd\n```\n\n- an item\n")])
    settle(qtbot, view)
    text = reader.textInterface()
    page = page_of(view)
    for words in ("question", "One", "ls", "pwd", "item"):
        at = heard(reader).index(words)
        qtbot.waitUntil(partial(has_place, text, at), timeout=2000)
        box = page.box_of(find(view, words).start)
        place = page.viewport().mapToGlobal(box.center().toPoint())
        assert abs(text.characterRect(at).center().y() - place.y()) <= 4, words
        assert abs(text.characterRect(at).left() - place.x()) <= 10, words
        assert text.offsetAtPoint(place + QPoint(1, 0)) == at


def test_each_message_in_sight_is_a_part_with_a_name_and_a_place(
    qtbot: QtBot, view: TranscriptView, reader: QAccessibleInterface
) -> None:
    view.show_messages([mine("u", "A question\nof two lines"), answer("a", "# An answer\n\nwith words")])
    settle(qtbot, view)
    sections = parts(reader, QAccessible.Role.Section)
    assert [part.text(QAccessible.Text.Name) for part in sections] == ["You: A question", "Answer: An answer"]
    assert sections[0].rect().bottom() <= sections[1].rect().top() + 1
    assert reader.indexOfChild(sections[1]) == reader.childCount() - 1
    middle = sections[1].rect().center()
    found = reader.childAt(middle.x(), middle.y())
    assert found.text(QAccessible.Text.Name) == "Answer: An answer"


def test_the_link_with_the_keyboard_is_a_part(qtbot: QtBot, view: TranscriptView, reader: QAccessibleInterface) -> None:
    view.show_messages([answer("a", "See [this *page*](https://example.org/a) now.")])
    settle(qtbot, view)
    assert parts(reader, QAccessible.Role.Link) == []
    QTest.keyClick(page_of(view), Qt.Key.Key_Tab)
    (link,) = parts(reader, QAccessible.Role.Link)
    assert link.text(QAccessible.Text.Name) == "this page"
    assert link.text(QAccessible.Text.Description) == "https://example.org/a"
    assert reader.rect().contains(link.rect())


def test_what_can_be_done_about_half_an_answer_is_walked_by_name(
    qtbot: QtBot, view: TranscriptView, reader: QAccessibleInterface
) -> None:
    view.show_messages([replace(answer("a", "Half of"), state=MessageState.INTERRUPTED)])
    settle(qtbot, view)
    for name in ("Continue", "Retry"):
        QTest.keyClick(page_of(view), Qt.Key.Key_Tab)
        (link,) = parts(reader, QAccessible.Role.Link)
        assert link.text(QAccessible.Text.Name) == name


def test_a_page_that_was_away_is_the_same_text(
    qtbot: QtBot, view: TranscriptView, reader: QAccessibleInterface, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    view.add_message(mine("u", "A question?"))
    assert heard(reader) == "A question?"
    view.hide()
    view.show()
    QCoreApplication.processEvents()
    assert QAccessible.queryAccessibleInterface(page_of(view)) is reader
    assert heard(reader) == "A question?"


def test_the_page_takes_the_focus_for_the_view(qtbot: QtBot, view: TranscriptView) -> None:
    assert view.focusProxy() is page_of(view)
