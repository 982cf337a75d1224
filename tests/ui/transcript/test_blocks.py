"""What Markdown looks like on the page."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextTable
from pytestqt.qtbot import QtBot

from desktop_app.domain.choices import SaidCode
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, browser, lines, mine, settle, words


def show(qtbot: QtBot, view: TranscriptView, source: str) -> None:
    view.show_messages([answer("a", source)])
    settle(qtbot, view)


def test_the_signs_of_markdown_are_not_shown(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view, "# Title\n\nSome *fine* **words** and `code`.")
    assert lines(view) == ["Title", "Some fine words and code."]


def test_the_users_words_stand_as_they_were_written(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "# not a *title*\n\n    def f(): pass")])
    settle(qtbot, view)
    assert words(view).strip() == "# not a *title*\n\n    def f(): pass"


def test_lists_have_their_marks_and_numbers(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view, "- one\n  - two\n\n3. three\n4. four")
    assert lines(view) == ["•\tone", "◦\ttwo", "3.\tthree", "4.\tfour"]


def test_deeper_lists_and_quotes_stand_further_in(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view, "- one\n  - two\n    - three\n\n> quoted\n> > deeper")
    document = browser(view).document()
    indents = {text: document.find(text).blockFormat().indent() for text in ("one", "two", "three", "quoted", "deeper")}
    assert 0 < indents["one"] < indents["two"] < indents["three"]
    assert 0 < indents["quoted"] < indents["deeper"]


def test_a_table_is_a_table_with_its_alignment(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view, "| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |")
    (table,) = browser(view).document().rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    cells = [[table.cellAt(row, column).firstCursorPosition().block().text() for column in (0, 1)] for row in (0, 1, 2)]
    assert cells == [["a", "b"], ["1", "2"], ["3", "4"]]
    left, right = (table.cellAt(1, column).firstCursorPosition().blockFormat().alignment() for column in (0, 1))
    assert left != right


def test_a_code_block_tells_its_language_and_length(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view, "```python\na = 1\n\nb = 2\n```")
    assert lines(view)[0] == "python · 3 lines\tRead\u2003Copy"
    assert "a = 1\n\nb = 2" in words(view)


def test_a_code_block_says_what_is_said_of_it_and_follows_the_setting(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view, "```python\na = 1\n```\n\nText.\n\n```sh\nls\n```")

    def heads() -> list[str]:
        return [line.split("\t")[0] for line in lines(view) if "Copy" in line]

    view.set_said(replies=True, code=SaidCode.SKIP)
    assert heads() == ["python · 1 line · not spoken", "sh · 1 line · not spoken"]
    view.set_said(replies=True, code=SaidCode.ANNOUNCE)
    assert heads() == ["python · 1 line · only announced", "sh · 1 line · only announced"]
    view.set_said(replies=True, code=SaidCode.READ)
    assert heads() == ["python · 1 line", "sh · 1 line"]
    view.set_said(replies=False, code=SaidCode.SKIP)
    assert heads() == ["python · 1 line", "sh · 1 line"]
    assert lines(view)[2] == "Text."


def test_code_is_coloured_when_pygments_has_come(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view, "```python\nimport re\n```")
    block = browser(view).document().find("import re").block()
    qtbot.waitUntil(lambda: len(block.layout().formats()) > 0)
    assert [(part.start, part.length) for part in block.layout().formats()] == [(0, 6)]


def test_a_language_nobody_knows_leaves_code_plain(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view, "```nobody-knows-this\nimport re\n```\n\n```python\nimport os\n```")
    known = browser(view).document().find("import os").block()
    qtbot.waitUntil(lambda: len(known.layout().formats()) > 0)
    assert not browser(view).document().find("import re").block().layout().formats()


@pytest.mark.parametrize(
    "source",
    ["a\u2028b\u2029c", "half \ud83d of a pair", "\ufffc\ufdd0\ufdd1", "nul\0l", "tab\there", "cr\rlf\r\nend"],
    ids=["separators", "surrogate", "frames", "nul", "tab", "line ends"],
)
def test_characters_that_mean_something_to_qt_break_nothing(qtbot: QtBot, view: TranscriptView, source: str) -> None:
    view.show_messages(
        [mine("u", source), answer("a", source), answer("b", f"```\n{source}\n```\n\n| {source[:3]} |\n|-|")]
    )
    settle(qtbot, view)
    view.add_message(answer("c", "The end."))
    settle(qtbot, view)
    assert lines(view)[-1] == "The end."
    document = browser(view).document()
    assert sum(item.length for item in view._messages.items) == document.characterCount() - 1
