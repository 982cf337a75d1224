"""What Markdown looks like on the page."""

from __future__ import annotations

import re

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.choices import SaidCode
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, find, lines, mine, page_of, settle, words


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
    assert lines(view) == ["• one", "◦ two", "3. three", "4. four"]


def test_deeper_lists_and_quotes_stand_further_in(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view, "- one\n  - two\n    - three\n\n> quoted\n> > deeper")
    page = page_of(view)
    indents = {text: page.box_of(find(view, text).start).x() for text in ("one", "two", "three", "quoted", "deeper")}
    indents = {text: x - page.column_left for text, x in indents.items()}
    assert 0 < indents["one"] < indents["two"] < indents["three"]
    assert 0 < indents["quoted"] < indents["deeper"]


def test_a_table_is_a_table_with_its_alignment(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view, "| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |")
    page = page_of(view)
    boxes = {cell: page.box_of(find(view, cell).start) for cell in "ab1234"}
    assert boxes["a"].y() < boxes["1"].y() < boxes["3"].y()
    assert boxes["a"].y() == pytest.approx(boxes["b"].y(), abs=1)
    assert boxes["1"].x() < boxes["2"].x()
    ends = [page.box_of(find(view, cell).end).x() for cell in "b24"]
    assert ends == pytest.approx([ends[0]] * 3, abs=1)


def test_a_code_block_tells_its_language_and_length(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view, "```python\na = 1\n\nb = 2\n```")
    assert lines(view)[0].startswith("python · 3 lines")
    assert "a = 1\n\nb = 2" in words(view)


def test_a_code_block_says_what_is_said_of_it_and_follows_the_setting(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view, "```python\na = 1\n```\n\nText.\n\n```sh\nls\n```")

    def heads() -> list[str]:
        return [re.split("[\t ]{2,}|\t| Read", line)[0] for line in lines(view) if "Copy" in line]

    view.set_said(replies=True, code=SaidCode.SKIP)
    assert heads() == ["python · 1 line · not spoken", "sh · 1 line · not spoken"]
    view.set_said(replies=True, code=SaidCode.ANNOUNCE)
    assert heads() == ["python · 1 line · only announced", "sh · 1 line · only announced"]
    view.set_said(replies=True, code=SaidCode.READ)
    assert heads() == ["python · 1 line", "sh · 1 line"]
    view.set_said(replies=False, code=SaidCode.SKIP)
    assert heads() == ["python · 1 line", "sh · 1 line"]
    assert lines(view)[2] == "Text."


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
    view.grab()
