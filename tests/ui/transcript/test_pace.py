"""How much goes onto the page in one frame: bounded, and never so little that a long answer costs more than it must."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import MessageState
from desktop_app.ui.transcript import colouring
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import browser, settle, streaming, words

SENTENCE = "Some words that go on. "


def written(view: TranscriptView) -> int:
    """How many characters of the answer have reached the page."""
    item = view._messages.find("a")
    assert item is not None
    return len(item.source)


def code_lines(view: TranscriptView) -> list[QTextBlock]:
    block = browser(view).document().begin()
    found = []
    while block.isValid():
        if block.text().startswith("def "):
            found.append(block)
        block = block.next()
    return found


def test_a_frame_writes_a_bounded_portion_of_a_delta_of_any_size(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    view.append_text("a", "One paragraph.\n\n" * 2000)
    before = 0
    for _ in range(3):
        view._work._frame()
        assert 0 < written(view) - before <= 2000
        before = written(view)
    settle(qtbot, view)
    assert words(view).count("One paragraph.") == 2000


def test_a_block_that_goes_on_for_pages_is_written_in_larger_steps(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    view.append_text("a", (SENTENCE * 2000)[:40_000])
    settle(qtbot, view)
    view._streams._portion = 400
    view.append_text("a", SENTENCE * 1000)
    view._work._frame()
    assert written(view) == 45_000


def test_code_that_goes_on_for_pages_is_not(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    view.append_text("a", "```\n" + "x = 1\n" * 5000)
    settle(qtbot, view)
    before = written(view)
    view._streams._portion = 400
    view.append_text("a", "x = 1\n" * 5000)
    view._work._frame()
    assert written(view) == before + 400


def test_the_head_of_code_that_goes_on_counts_its_lines_in_steps_and_right_at_the_end(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.add_message(streaming("a"))
    view.append_text("a", "```py\n" + "x = 1\n" * 1000)
    settle(qtbot, view)
    heads = {words(view).splitlines()[0]}
    for _ in range(20):
        view.append_text("a", "x = 1\n" * 10)
        settle(qtbot, view)
        heads.add(words(view).splitlines()[0])
    assert 1 < len(heads) < 5
    view.append_text("a", "```\n")
    view.set_state("a", MessageState.COMPLETE)
    settle(qtbot, view)
    assert words(view).startswith("py · 1200 lines")


def test_the_head_of_open_code_follows_the_setting_at_once(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    view.append_text("a", "```py\n" + "x = 1\n" * 1000)
    settle(qtbot, view)
    view.append_text("a", "x = 1\n")
    settle(qtbot, view)
    view._messages._refresh_heads()
    assert words(view).startswith("py · 1001 lines")


def test_short_code_is_coloured_in_the_edit_that_writes_it(qtbot: QtBot, view: TranscriptView) -> None:
    qtbot.waitUntil(lambda: colouring._LEXERS.known("python"), timeout=20_000)
    view.add_message(streaming("a"))
    view.append_text("a", "```python\ndef area(): return 3\n```\n\nWords.\n")
    view._work._frame()
    (line,) = code_lines(view)
    assert line.layout().formats()
    assert view._code.begin_ready() is False
    settle(qtbot, view)
