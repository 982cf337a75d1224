"""Lines of any length: broken between words where they are too long for one frame, and never seen to be."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import MessageState
from desktop_app.ui.transcript.breaking import broken
from desktop_app.ui.transcript.looks import CharLook, Chunk, Line, LineLook
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, browser, lit, mine, select, settle, streaming, words

LONG = "A sentence with *fine* words that goes on. " * 300


def line(*texts: str) -> Line:
    chunks, at = [], 0
    for text in texts:
        chunks.append(Chunk(text, CharLook(), at, at + len(text)))
        at += len(text)
    return Line(LineLook(top=9, bottom=7), tuple(chunks))


@given(st.lists(st.text("ab ", max_size=9000), max_size=6))
def test_nothing_is_lost_and_every_part_knows_its_place(texts: list[str]) -> None:
    whole = "".join(texts)
    parts = list(broken(line(*texts)))
    chunks = [chunk for part in parts for chunk in part.chunks]
    assert "".join(chunk.text for chunk in chunks) == whole
    assert all(whole[chunk.start : chunk.end] == chunk.text for chunk in chunks)
    assert [part.look.continued for part in parts] == [False] + [True] * (len(parts) - 1)
    assert parts[0].look.top == 9
    assert parts[-1].look.bottom == 7


@given(st.text("ab ", max_size=9000), st.text("ab ", max_size=9000))
def test_what_follows_moves_no_break_but_the_last(text: str, more: str) -> None:
    before, after = list(broken(line(text))), list(broken(line(text + more)))
    assert [part.chunks for part in before[:-1]] == [part.chunks for part in after[: len(before) - 1]]


def test_a_long_paragraph_is_the_same_streamed_and_whole(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", LONG)])
    settle(qtbot, view)
    whole = words(view)
    assert browser(view).document().blockCount() > 3
    view.show_messages([])
    view.add_message(streaming("a"))
    chance = random.Random(3)
    at = 0
    while at < len(LONG):
        step = chance.randint(5, 900)
        view.append_text("a", LONG[at : at + step])
        view._work._frame()
        at += step
    view.set_state("a", MessageState.COMPLETE)
    settle(qtbot, view)
    assert words(view) == whole


@pytest.mark.parametrize("whose", ["mine", "answer"])
def test_a_long_line_is_copied_and_lit_as_one(qtbot: QtBot, view: TranscriptView, whose: str) -> None:
    text = LONG.replace("*", "").strip()
    view.show_messages([mine("a", text) if whose == "mine" else answer("a", text)])
    settle(qtbot, view)
    view.mark_spoken("a", 0, len(text))
    assert lit(view) == text
    browser(view).selectAll()
    assert browser(view).createMimeDataFromSelection().text() == text


def test_a_selection_in_a_long_paragraph_survives_its_growth(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    view.append_text("a", LONG)
    settle(qtbot, view)
    select(view, "goes on")
    view.append_text("a", LONG)
    settle(qtbot, view)
    assert browser(view).textCursor().selectedText() == "goes on"
