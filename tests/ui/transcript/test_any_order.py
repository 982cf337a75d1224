"""Whatever happens in whatever order: the reader's line stays, the sums are true, what is in sight hangs together."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from desktop_app.domain.message_tree import Siblings
from desktop_app.domain.messages import Message, MessageState
from desktop_app.domain.usage import Timings, Usage
from desktop_app.ui.theme import DARK, LIGHT
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, mine, page_of, settle, streaming

PARTS = (
    "A paragraph with *some* words and `code`, 日本 and שלום. ",
    "\n\n",
    "\n\n- one\n- two\n  - deeper\n\n",
    "\n\n```python\nx = 1\ny = 2\n```\n\n",
    "\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n",
    "\n\n> quoted\n\n",
    "\n\n# A heading\n\n",
    "\n\n$$x^2$$\n\n",
    "A long line of words that goes on. " * 40,
)


class Chances:
    """A reader, a writer and a window that do anything."""

    def __init__(self, seed: int, qtbot: QtBot, view: TranscriptView) -> None:
        self.chance = random.Random(seed)
        self.qtbot, self.view, self.page = qtbot, view, page_of(view)
        self.count = 0
        self.streams: list[str] = []

    def source(self) -> str:
        return "".join(self.chance.choice(PARTS) for _ in range(self.chance.randint(0, 12)))

    def message(self) -> Message:
        self.count += 1
        make = mine if self.chance.random() < 0.4 else answer
        return make(f"m{self.count}", self.source())

    def open_another(self) -> None:
        self.streams.clear()
        self.view.show_messages([self.message() for _ in range(self.chance.randint(0, 60))])

    def add(self) -> None:
        self.view.add_message(self.message())

    def begin_stream(self) -> None:
        self.count += 1
        self.streams.append(f"m{self.count}")
        self.view.add_message(streaming(self.streams[-1]))

    def stream(self) -> None:
        for message_id in self.streams:
            self.view.append_text(message_id, self.source())

    def end_stream(self) -> None:
        if self.streams:
            state = self.chance.choice([MessageState.COMPLETE, MessageState.STOPPED, MessageState.FAILED])
            self.view.set_state(self.streams.pop(), state)

    def go_on(self) -> None:
        if len(self.page.entries):
            entry = self.page.entries[-1]
            if not entry.mine and not entry.streaming:
                self.view.set_state(entry.message_id, MessageState.STREAMING)
                self.streams.append(entry.message_id)

    def facts(self) -> None:
        if len(self.page.entries):
            entry = self.chance.choice(self.page.entries.items)
            self.view.show_facts(entry.message_id, Timings(0.4), Usage(1, 2), self.chance.randint(0, 2))

    def versions(self) -> None:
        if len(self.page.entries):
            self.view.show_branches({self.chance.choice(self.page.entries.items).message_id: Siblings(1, 2)})

    def another_version(self) -> None:
        if len(self.page.entries):
            index = self.chance.randrange(len(self.page.entries))
            gone = {entry.message_id for entry in self.page.entries.items[index:]}
            self.streams = [one for one in self.streams if one not in gone]
            new = [self.message() for _ in range(self.chance.randint(0, 5))]
            self.view.replace_from(self.page.entries[index].message_id, new)

    def source_shown(self) -> None:
        self.view.do("message_source")

    def scroll(self) -> None:
        self.page.scroll_by(self.chance.choice([-2000, -300, -40, 25, 300, 2500]))

    def drag(self) -> None:
        bar = self.page.verticalScrollBar()
        bar.setValue(self.chance.randint(0, bar.maximum()))

    def to_end(self) -> None:
        self.page.go_to_end()

    def walk(self) -> None:
        self.page.step_message(self.chance.choice([-1, 1]))

    def tab(self) -> None:
        self.page.focusNextPrevChild(self.chance.random() < 0.5)

    def select(self) -> None:
        height = self.page.viewport().height()
        one, other = (QPointF(self.chance.randint(0, 900), self.chance.randint(0, height)) for _ in range(2))
        self.page.select(self.page.place_at(one), self.page.place_at(other))

    def resize(self) -> None:
        self.view.resize(self.chance.choice([360, 700, 1000, 1500]), self.chance.choice([200, 500, 900]))

    def zoom(self) -> None:
        self.view.set_zoom(self.chance.choice([0.8, 1.0, 1.5, 2.0]))

    def theme(self) -> None:
        self.view.set_colours(self.chance.choice([LIGHT, DARK]))

    def frame(self) -> None:
        self.view._work.frame()

    def settle(self) -> None:
        settle(self.qtbot, self.view)

    def step(self) -> str:
        names = [name for name in vars(Chances) if name not in {"step", "source", "message"} and name[0] != "_"]
        name = self.chance.choice(names)
        getattr(self, name)()
        return name


def check(view: TranscriptView) -> None:
    """What is true at every moment."""
    page = page_of(view)
    seen, height = page.outlook.seen, page.viewport().height()
    for above, below in pairwise(seen):
        assert below.top == above.bottom
        assert (below.entry.index, below.number) > (above.entry.index, above.number)
    for entry in page.entries:
        assert page.entries[entry.index] is entry
        assert page.entries.find(entry.message_id) is entry
        if entry.begun:
            expected = sum(piece.height for piece in entry.pieces) + page.column.unread(entry)
            assert page.column.height_of(entry) == expected
    if seen:
        assert seen[0].top <= page.column.top
        assert seen[-1].bottom >= height - page.column.foot or page.following or not page.outlook.at_end
        total = page.column.top + sum(page.column.height_of(entry) for entry in page.entries) + page.column.foot
        assert page.column.total == pytest.approx(total)
    if page.selection is not None:
        assert page.selection.end.entry < len(page.entries)


@pytest.mark.parametrize("seed", range(30))
def test_nothing_that_happens_in_any_order_breaks_the_page(qtbot: QtBot, view: TranscriptView, seed: int) -> None:
    chances = Chances(seed, qtbot, view)
    done = []
    for _ in range(60):
        done.append(chances.step())
        check(view)
    view.grab()
    chances.settle()
    check(view)


@pytest.mark.parametrize("seed", range(15))
def test_nothing_but_the_reader_moves_the_readers_line(qtbot: QtBot, view: TranscriptView, seed: int) -> None:
    chances = Chances(seed, qtbot, view)
    view.show_messages([chances.message() for _ in range(40)])
    settle(qtbot, view)
    page = chances.page
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum() // 2)
    settle(qtbot, view)
    place = page.sight()[0]
    before = page.box_of(place)
    others = [chances.begin_stream, chances.stream, chances.end_stream, chances.go_on, chances.frame, chances.settle]
    for _ in range(40):
        chances.chance.choice(others)()
        assert page.box_of(place) == before
