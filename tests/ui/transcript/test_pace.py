"""How much goes onto the page in one frame: bounded, and never so little that a long answer costs more than it must."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, page_of, settle, streaming, words

SENTENCE = "Some words that go on. "


def written(view: TranscriptView) -> int:
    """How many characters of the answer have reached the page."""
    entry = page_of(view).entries.find("a")
    assert entry is not None
    return entry.fed


def test_a_frame_writes_a_bounded_portion_of_a_delta_of_any_size(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    view.append_text("a", "One paragraph.\n\n" * 2000)
    before = 0
    for _ in range(3):
        view._work.frame()
        assert 0 < written(view) - before <= 4000
        before = written(view)
    settle(qtbot, view)
    assert words(view).count("One paragraph.") == 2000


def test_a_paragraph_that_goes_on_for_pages_is_written_in_steps_no_larger_than_another(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.add_message(streaming("a"))
    view.append_text("a", (SENTENCE * 2000)[:40_000])
    settle(qtbot, view)
    view._work.portions.portion = 400
    view.append_text("a", SENTENCE * 1000)
    view._work.frame()
    assert written(view) == 40_400


def test_code_that_goes_on_for_pages_is_not(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    view.append_text("a", "```\n" + "x = 1\n" * 5000)
    settle(qtbot, view)
    before = written(view)
    view._work.portions.portion = 400
    view.append_text("a", "x = 1\n" * 5000)
    view._work.frame()
    assert written(view) == before + 400


def test_a_frame_lays_out_only_what_is_in_sight_of_a_stream(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer(f"m{number}", "Words.") for number in range(400)])
    settle(qtbot, view)
    page = page_of(view)
    page.go_to_top()
    settle(qtbot, view)
    view.add_message(streaming("a"))
    settle(qtbot, view)
    sheets = len(page.shelf)
    view.append_text("a", "A paragraph of some length, which nobody sees.\n\n" * 500)
    settle(qtbot, view)
    assert len(page.shelf) <= sheets
    entry = page.entries.find("a")
    assert entry is not None
    assert not any(piece.sheet for piece in entry.pieces)
    assert len(entry.pieces) == 500
