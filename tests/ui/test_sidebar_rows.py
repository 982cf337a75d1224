"""The rows of the side, changed one by one, are those of a list made anew; and Qt is told of each change rightly."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import Conversation, Folder
from desktop_app.presenters.views import ARCHIVED
from desktop_app.ui.sidebar import rows as sidebar_rows
from desktop_app.ui.sidebar.model import CONVERSATIONS_TYPE, FOLDER_TYPE, HEADING_ROLE, RUNNING_ROLE, ConversationsModel

DAY = 86_400.0
FOLDERS = [Folder("f", "Work"), Folder("g", "At home")]
DESCRIBED = Qt.ItemDataRole.AccessibleDescriptionRole


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None: ...


def _noon() -> float:
    return datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0).timestamp()


def _talk(name: str, age: float = 0.0, **more: object) -> Conversation:
    moment = _noon() - age * DAY
    return Conversation(name, f"Talk {name}", moment, moment, **more)  # type: ignore[arg-type]


def _rows(model: ConversationsModel) -> list[str]:
    indexes = [model.index(row) for row in range(model.rowCount())]
    return [f"[{index.data()}]" if index.data(HEADING_ROLE) else str(index.data()) for index in indexes]


def _model(*talks: Conversation, folded: set[str] | None = None) -> ConversationsModel:
    model = ConversationsModel()
    model.show_folders(FOLDERS)
    model.show_folded({ARCHIVED} if folded is None else folded)
    model.show(list(talks), None)
    return model


def test_pinned_ones_stand_on_top_then_folders_then_days_and_the_archive_at_the_end() -> None:
    model = _model(
        _talk("a"),
        _talk("b", 1),
        _talk("c", 50, pinned=True),
        _talk("d", 3, folder_id="g"),
        _talk("e", 2, archived=True, folder_id="f"),
        _talk("h", 1, pinned=True, folder_id="f"),
        _talk("i", 1, folder_id="gone"),
        folded=set(),
    )
    assert _rows(model) == [
        *("[Pinned]", "Talk h", "Talk c"),
        *("[Work]", "[At home]", "Talk d"),
        *("[Today]", "Talk a", "[Yesterday]", "Talk b", "Talk i"),
        *("[Archived]", "Talk e"),
    ]


def test_what_is_folded_is_counted_and_not_shown() -> None:
    model = _model(_talk("a", folder_id="f"), _talk("b", archived=True), _talk("c", archived=True))
    assert _rows(model) == ["[Work]", "Talk a", "[At home]", "[Archived]"]
    assert model.index(3).data(DESCRIBED) == "%n conversations, folded".replace("%n", "2")
    model.show_folded({"f"})
    assert _rows(model) == ["[Work]", "[At home]", "[Archived]", "Talk b", "Talk c"]
    assert model.index(0).data(DESCRIBED) == "folder, 1 conversation, folded"
    assert model.row_of("a") is None
    assert model.title_of("a") == "Talk a"


def test_a_screen_reader_hears_all_that_a_row_shows() -> None:
    model = _model(_talk("a", pinned=True, folder_id="f"), _talk("b", archived=True, folder_id="g"), folded=set())
    model.set_running(frozenset({"a"}))
    assert model.index(1).data(DESCRIBED) == "pinned, being answered, in the folder Work"
    assert model.index(model.row_of("b") or 0).data(DESCRIBED) == "in the folder At home, archived"


def test_what_runs_in_a_folded_folder_is_marked_at_its_row(qtbot: QtBot) -> None:
    model = _model(_talk("a", folder_id="f"), folded={"f"})
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.set_running(frozenset({"a"}))
    assert changed.args[0].row() == 0
    assert model.index(0).data(RUNNING_ROLE)
    assert "being answered" in str(model.index(0).data(DESCRIBED))
    model.show_folded(set())
    assert [model.index(row).data(RUNNING_ROLE) for row in (0, 1)] == [False, True]


def test_an_answer_in_one_conversation_moves_its_row_and_no_other(qtbot: QtBot) -> None:
    model = _model(*(_talk(f"t{number}", 1, folder_id=None) for number in range(300)))
    held = QPersistentModelIndex(model.index(model.row_of("t7") or 0))
    told: list[str] = []
    model.rowsMoved.connect(lambda *_: told.append("moved"))
    model.rowsInserted.connect(lambda _parent, first, last: told.append(f"{last - first + 1} more"))
    model.modelReset.connect(lambda: told.append("reset"))
    model.put([replace(_talk("t7"), updated=time.time())])
    assert told == ["1 more", "moved"], "the heading of today, and the row below it"
    assert (held.row(), held.data()) == (model.row_of("t7"), "Talk t7")


def test_a_heading_goes_with_the_last_conversation_below_it() -> None:
    model = _model(_talk("a"), _talk("b", 1))
    model.drop(["b", "never"])
    assert _rows(model) == ["[Work]", "[At home]", "[Today]", "Talk a"]
    model.put([_talk("a", pinned=True)])
    assert _rows(model) == ["[Pinned]", "Talk a", "[Work]", "[At home]"]


def test_what_is_dragged_names_its_conversations_or_its_folder() -> None:
    model = _model(_talk("a"), _talk("b"))
    talks = [model.index(row) for row in range(model.rowCount()) if not model.index(row).data(HEADING_ROLE)]
    data = model.mimeData([model.index(0), *talks])
    assert bytes(data.data(CONVERSATIONS_TYPE).data()).decode().split("\n") == ["a", "b"]
    assert bytes(model.mimeData([model.index(1)]).data(FOLDER_TYPE).data()).decode() == "g"
    assert not model.mimeData([]).formats()


def test_a_title_that_was_changed_in_its_row_is_asked_for_and_an_empty_or_equal_one_is_not(qtbot: QtBot) -> None:
    model = _model(_talk("a"))
    row = model.index(model.row_of("a") or 0)
    asked: list[tuple[str, str]] = []
    model.renamed.connect(lambda *names: asked.append(names))
    model.folder_renamed.connect(lambda *names: asked.append(names))
    assert not model.setData(row, " ")
    assert not model.setData(row, "Talk a")
    assert model.setData(row, " Of my own ")
    assert model.setData(model.index(0), "Play")
    assert asked == [("a", "Of my own"), ("f", "Play")]
    assert row.data() == "Talk a", "until it comes back"


def test_the_day_that_has_come_gives_every_row_its_new_heading(monkeypatch: pytest.MonkeyPatch) -> None:
    model = _model(_talk("a"))
    tomorrow = (datetime.now().astimezone() + timedelta(days=1)).date()
    monkeypatch.setattr(sidebar_rows, "_today", lambda: tomorrow)
    model.put([])
    assert _rows(model)[2:] == ["[Yesterday]", "Talk a"]


_TALKS = st.builds(
    lambda name, age, pinned, archived, folder: _talk(
        f"{name}", age, pinned=pinned, archived=archived, folder_id=folder
    ),
    st.integers(0, 12),
    st.sampled_from([0.0, 0.01, 1.0, 1.01, 5.0, 20.0, 50.0, 400.0]),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, "f", "g", "gone"]),
)
_SOME = st.lists(_TALKS, max_size=8, unique_by=lambda talk: talk.id)
_STEPS = st.one_of(
    st.tuples(st.just("put"), _SOME),
    st.tuples(st.just("drop"), st.lists(st.integers(0, 12).map(str), max_size=3)),
    st.tuples(st.just("show"), _SOME),
    st.tuples(st.just("fold"), st.sets(st.sampled_from(["f", "g", ARCHIVED]))),
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_STEPS, max_size=10), st.sampled_from([2, 50]))
def test_whatever_changes_the_rows_are_those_of_a_list_made_anew(steps: list[tuple[str, Any]], few: int) -> None:
    """``few``: changes up to this number are made one by one."""
    model = _model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    known: dict[str, Conversation] = {}
    folded: set[str] = {ARCHIVED}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sidebar_rows, "_FEW", few)
        for verb, values in steps:
            match verb:
                case "put":
                    model.put(values)
                    known.update((one.id, one) for one in values)
                case "drop":
                    model.drop(values)
                    known = {name: one for name, one in known.items() if name not in values}
                case "show":
                    model.show(values, None)
                    known = {one.id: one for one in values}
                case "fold":
                    folded = values
                    model.show_folded(folded)
            anew = _model(*known.values(), folded=folded)
            assert _rows(model) == _rows(anew)
            assert [model.row_of(one) for one in known] == [anew.row_of(one) for one in known]
    del tester


def test_the_root_has_no_rows_below_a_row() -> None:
    model = _model(_talk("a"))
    assert model.rowCount(model.index(0)) == 0
    assert model.rowCount(QModelIndex()) == 4
