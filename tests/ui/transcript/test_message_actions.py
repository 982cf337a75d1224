"""What can be done with each message: by the row at its foot, by its menu, by keys, and what the page then shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.message_tree import Siblings
from desktop_app.domain.messages import MessageState, Role
from desktop_app.domain.prices import Price, Prices
from desktop_app.domain.usage import Timings, Usage
from desktop_app.presenters.views import BranchView, MessageDetails
from desktop_app.ui.actions import MESSAGE_ACTIONS
from desktop_app.ui.transcript.tools.message_commands import VERBS
from desktop_app.ui.transcript.tools.message_row import MessageRow
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, lines, mine, page_of, point_at, settle, streaming, top_line

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

LONG = "\n\n".join(f"Paragraph {number} of a long answer." for number in range(60))


@pytest.fixture
def talk(qtbot: QtBot, view: TranscriptView) -> TranscriptView:
    view.show_messages([mine("u", "A question"), answer("a", "Some *fine* words."), mine("v", "Another")])
    settle(qtbot, view)
    return view


def row(view: TranscriptView) -> MessageRow:
    found = view.findChild(MessageRow)
    assert found is not None
    return found


def offered(view: TranscriptView) -> list[str]:
    """The names of the buttons in the row, as they stand."""
    return [one.accessibleName() for one in row(view).findChildren(QToolButton) if not one.isHidden()]


def menu(view: TranscriptView, near: str) -> dict[str, bool]:
    actions = view.tools.menu(point_at(view, near)).actions()
    return {one.text().split("\t")[0]: one.isEnabled() for one in actions if one.text()}


def test_the_table_of_actions_names_what_can_be_done(talk: TranscriptView) -> None:
    assert sorted(MESSAGE_ACTIONS) == sorted(VERBS)
    assert isinstance(talk, BranchView)


def test_the_row_comes_with_the_pointer_and_moves_nothing(talk: TranscriptView) -> None:
    page = page_of(talk)
    assert talk.findChild(MessageRow) is None, "nobody has wanted it"
    boxes = [page.message_box(index) for index in range(3)]
    QTest.mouseMove(page.viewport(), point_at(talk, "fine"))
    assert row(talk).isVisible()
    assert offered(talk) == ["Copy message", "Read message", "Answer again", "More"]
    assert row(talk).y() >= boxes[1].bottom() - 1
    assert row(talk).geometry().bottom() <= boxes[2].top() + 25
    QTest.mouseMove(page.viewport(), point_at(talk, "question"))
    assert offered(talk) == ["Copy message", "Read message", "Edit", "More"]
    assert [page.message_box(index) for index in range(3)] == boxes
    page.hovered.emit(-1)
    assert not row(talk).isVisible()


def test_up_and_down_walk_the_messages_and_bring_them_into_sight(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer(f"m{number}", LONG if number % 7 == 3 else "Short.") for number in range(40)])
    settle(qtbot, view)
    page = page_of(view)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Up)
    assert page.focused_entry == 39
    for expected in range(38, 20, -1):
        QTest.keyClick(page, Qt.Key.Key_Up)
        assert page.focused_entry == expected
        box = page.message_box(expected)
        assert box.top() >= 0
        assert box.top() < page.viewport().height() - 20
    QTest.keyClick(page, Qt.Key.Key_Down)
    assert page.focused_entry == 22


@pytest.mark.parametrize(
    ("verb", "signal", "expected"),
    [
        ("read_message", "read_from_requested", ["a", 0]),
        ("message_sound", "sound_requested", ["a"]),
        ("regenerate", "regenerate_requested", ["a", ""]),
        ("branch_message", "branch_requested", ["a"]),
        ("message_details", "details_requested", ["a"]),
        ("delete_message", "delete_requested", ["a"]),
    ],
)
def test_an_action_names_the_message_that_has_the_keyboard(
    qtbot: QtBot, talk: TranscriptView, verb: str, signal: str, expected: list[object]
) -> None:
    page_of(talk).focus_entry(1)
    told: SignalInstance = getattr(talk, signal)
    with qtbot.waitSignal(told) as asked:
        talk.do(verb)
    assert asked.args == expected


def test_only_what_makes_sense_can_be_done(qtbot: QtBot, talk: TranscriptView) -> None:
    page = page_of(talk)
    page.focus_entry(1)
    with qtbot.assertNotEmitted(talk.edit_requested):
        talk.do("edit_message")
    page.focus_entry(0)
    with qtbot.waitSignal(talk.edit_requested) as asked:
        talk.do("edit_message")
    assert asked.args == ["u"]
    talk.add_message(streaming("s"))
    talk.append_text("s", "Words come")
    settle(qtbot, talk)
    page.focus_entry(3)
    for verb, signal in (("delete_message", talk.delete_requested), ("regenerate", talk.regenerate_requested)):
        with qtbot.assertNotEmitted(signal):
            talk.do(verb)


def test_a_key_deletes_no_message_that_was_not_chosen(qtbot: QtBot, talk: TranscriptView) -> None:
    with qtbot.assertNotEmitted(talk.delete_requested):
        talk.do("delete_message")


def test_the_menu_of_a_message_has_all_of_it_with_its_keys(talk: TranscriptView) -> None:
    found = menu(talk, "fine")
    assert list(found)[:4] == ["Copy", "Read selection", "Read from here", "Copy message"]
    assert "Edit" not in found
    assert {"Copy as Markdown", "Save sound as…", "Answer again", "Answer again with", "Branch from here"} <= set(found)
    assert "Edit" in menu(talk, "question")
    texts = [one.text() for one in talk.tools.menu(point_at(talk, "fine")).actions()]
    assert "Show source\tU" in texts


def test_an_answer_is_asked_for_again_with_another_model(qtbot: QtBot, talk: TranscriptView) -> None:
    talk.models_wanted.connect(lambda: talk.show_models(["one", "two"]))
    shown = talk.tools.menu(point_at(talk, "fine"))
    (others,) = [one for one in shown.findChildren(QMenu) if one.title() == "Answer again with"]
    others.aboutToShow.emit()
    assert [one.text() for one in others.actions()] == ["one", "two"]
    with qtbot.waitSignal(talk.regenerate_requested) as asked:
        others.actions()[1].trigger()
    assert asked.args == ["a", "two"]


def test_the_source_takes_the_place_of_the_message_and_goes_again(qtbot: QtBot, talk: TranscriptView) -> None:
    page_of(talk).focus_entry(1)
    talk.do("message_source")
    settle(qtbot, talk)
    assert lines(talk) == ["A question", "Some *fine* words.", "Another"]
    talk.do("message_source")
    settle(qtbot, talk)
    assert lines(talk) == ["A question", "Some fine words.", "Another"]


def test_the_versions_of_a_message_are_counted_and_stepped_through(qtbot: QtBot, talk: TranscriptView) -> None:
    talk.show_branches({"a": Siblings(2, 3)})
    assert any("2 of 3" in line for line in lines(talk))
    page_of(talk).focus_entry(1)
    for verb, step in (("later_version", 1), ("earlier_version", -1)):
        with qtbot.waitSignal(talk.branch_step_requested) as asked:
            talk.do(verb)
        assert asked.args == ["a", step]
    talk.show_branches({"a": Siblings(3, 3)})
    with qtbot.assertNotEmitted(talk.branch_step_requested):
        talk.do("later_version")
    talk.show_branches({})
    assert not any("of 3" in line for line in lines(talk))


def test_another_version_leaves_what_is_above_where_it_is(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Hi"), answer("a", LONG), mine("v", "More"), answer("b", LONG)])
    settle(qtbot, view)
    page = page_of(view)
    page.move_by(-2600)
    settle(qtbot, view)
    before = top_line(view)
    view.replace_from("b", [answer("c", "Another answer.\n\n" + LONG), mine("w", "Well")])
    settle(qtbot, view)
    assert top_line(view) == before
    assert [entry.message_id for entry in page.entries] == ["u", "a", "v", "c", "w"]
    view.replace_from("c", [])
    assert lines(view)[-1] == "More"


def test_what_is_deleted_from_the_end_leaves_the_end_in_sight(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Hi"), answer("a", LONG), mine("v", "More"), answer("b", "Last.")])
    settle(qtbot, view)
    view.replace_from("v", [])
    settle(qtbot, view)
    bar = page_of(view).verticalScrollBar()
    assert bar.value() == bar.maximum()
    assert page_of(view).following


def test_the_facts_tell_what_an_answer_cost_where_that_is_known(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", "Words.")])
    view.show_facts("a", Timings(0.5), Usage(1000, 200), 0)
    page_of(view).entries[0].model = "mine"
    view.set_prices(Prices({"mine": Price(2.0, 1.0, 10.0)}))
    settle(qtbot, view)
    assert lines(view)[-1].endswith("1000 in · 200 out tokens\u2003$0.0040")


def test_the_details_are_shown_and_can_be_copied(qtbot: QtBot, talk: TranscriptView) -> None:
    talk.show_details(
        MessageDetails(
            message_id="a",
            role=Role.ASSISTANT,
            state=MessageState.STOPPED,
            created=1.7e9,
            characters=120,
            words=20,
            model="some-model",
            server="api.example",
            turn_ids=("stream-1",),
            usage=Usage(120, 412),
            timings=Timings(0.41, 0.8, 2.0),
            dollars=0.0042,
            prices_of="2026-11-20",
        )
    )
    (dialog,) = talk.findChildren(QDialog)
    told = [one.text() for one in dialog.findChildren(QLabel)]
    for words in ("some-model", "api.example", "stopped", "0.41 s", "412", "$0.0042 by the prices of 2026-11-20"):
        assert words in told
    dialog._copy()  # type: ignore[attr-defined]
    assert "Stream: stream-1" in QGuiApplication.clipboard().text()
    dialog.accept()


def test_the_menu_key_opens_the_menu_of_the_message_that_has_the_keyboard(talk: TranscriptView) -> None:
    page_of(talk).focus_entry(0)
    found = [one.text().split("\t")[0] for one in talk.tools.menu(None).actions()]
    assert "Edit" in found
    assert "Read from here" not in found
    talk.tools.show_menu(None, QPoint(0, 0))
    popup = QGuiApplication.topLevelWindows()
    assert popup
    for one in talk.findChildren(QMenu):
        one.close()
