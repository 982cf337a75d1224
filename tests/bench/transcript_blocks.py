"""Messages of one huge block: opened, streamed, scrolled, and what else one does with them; a QTextBrowser likewise.

The browser is given the Markdown so far with each step of the stream, which is all it can do. A stall is a turn of the
event loop, or one call of the page, by the thread's own clock.

Run as ``python -m tests.bench.transcript_blocks``; on a virtual or a real screen, or offscreen where there is none.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform == "linux":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QScrollBar, QTextBrowser

from desktop_app.domain.messages import MessageState, Role
from desktop_app.ui.fonts import load_fonts, load_remaining_fonts
from desktop_app.ui.theme import DARK, LIGHT
from desktop_app.ui.transcript.copying.clipboard import mime_data
from desktop_app.ui.transcript.find.find_words import Query
from desktop_app.ui.transcript.find.finding import Finder
from desktop_app.ui.transcript.page.page import Page
from desktop_app.ui.transcript.view import TranscriptView
from tests.bench.report import line
from tests.support import huge_blocks
from tests.support.long_conversation import markdown, message

BLOCKS: Final = {
    "a paragraph of 250 kB in one line": (huge_blocks.line(250_000), "clauses"),
    "a paragraph of 250 kB": (huge_blocks.paragraph(250_000), "clauses"),
    "a table of 3,000 rows": (huge_blocks.table(3000), "remark"),
    "a quotation of 4,000 paragraphs": (huge_blocks.quotation(4000), "number"),
    "code of 5,000 lines": (huge_blocks.code(5000), "number"),
    "a nested list of 3,000 items": (huge_blocks.nested_list(3000), "weight"),
    "a numbered list of 3,000 items in an item": (huge_blocks.numbered_list(3000), "code"),
}
"""With each a word that is found in it thousands of times."""
_STEP: Final = 2000
"""Characters of the stream between two frames, for both."""
_TOKEN: Final = 4
_AIM: Final = "p99 16, worst 50"
_NEVER: Final = 1_000_000
_PAGES: Final = 40


class _Stalls:
    """How long the thread worked at a time, in milliseconds; what took next to none is left out."""

    def __init__(self) -> None:
        self.all: list[float] = []

    def call(self, do: Callable[[], object]) -> None:
        before = time.thread_time()
        do()
        spent = (time.thread_time() - before) * 1000
        if spent > 0.5:
            self.all.append(spent)

    def turn(self) -> None:
        self.call(QCoreApplication.processEvents)

    def rest(self, view: TranscriptView) -> None:
        self.turn()
        while not view.idle:
            self.turn()
            time.sleep(0.001)

    def tell(self, name: str, more: str = "", target: str = _AIM) -> None:
        ordered = sorted(self.all) or [0.0]
        p99 = ordered[min(int(len(ordered) * 0.99), len(ordered) - 1)]
        print(line(f"  {name}", ordered, target=target), f"· p99 {p99:.1f} ms{more}", flush=True)


def main() -> None:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    load_fonts()
    load_remaining_fonts()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)  # as in the program, full collections wait until nothing goes on
    view, browser = TranscriptView(), QTextBrowser()
    for widget in (view, browser):
        widget.resize(1016, 600)
        widget.show()
    view.show_messages([message("first", Role.ASSISTANT, markdown(3000))])
    _Stalls().rest(view)
    for name, (text, word) in BLOCKS.items():
        gc.collect()
        print(f"{name}, {len(text) / 1000:.0f} kB")
        _open(view, text)
        _read(view, word)
        _stream(view, text)
        _in_browser(browser, text, word)
    view.close()
    browser.close()
    del application


def _open(view: TranscriptView, text: str) -> None:
    stalls = _Stalls()
    view.show_messages([])
    stalls.rest(view)
    stalls = _Stalls()
    stalls.call(lambda: view.show_messages([message("q", Role.USER, "?"), message("a", Role.ASSISTANT, text)]))
    shown = stalls.all[0] if stalls.all else 0.0
    stalls.rest(view)
    stalls.tell("opened at its end", f" · its end shown after {shown:.1f} ms")


def _read(view: TranscriptView, word: str) -> None:
    page = view.findChild(Page)
    assert isinstance(page, Page)
    _each(view, "a page up", [lambda: page.scroll_by(-500)] * _PAGES)
    bar = page.verticalScrollBar()
    _each(view, "to anywhere", [partial(_go, bar, part / 20) for part in range(20)])
    _each(view, "another width", [partial(view.resize, width, 600) for width in range(1000, 700, -20)])
    view.resize(1016, 600)
    _each(view, "dark and light", [lambda: view.set_colours(DARK), lambda: view.set_colours(LIGHT)])
    _each(view, "larger and smaller letters", [lambda: view.set_zoom(1.25), lambda: view.set_zoom(1.0)])
    _find(view, page, word)
    _copy(view, page)


def _go(bar: QScrollBar, part: float) -> None:
    bar.setValue(round(bar.maximum() * part))


def _each(view: TranscriptView, name: str, steps: Sequence[Callable[[], object]]) -> None:
    stalls = _Stalls()
    for step in steps:
        stalls.call(step)
        stalls.turn()
    stalls.rest(view)
    stalls.tell(name)


def _find(view: TranscriptView, page: Page, word: str) -> None:
    finder, stalls = Finder(page), _Stalls()
    stalls.call(lambda: finder.look_for(Query(word)))
    for _ in range(8):
        while not finder.complete:
            stalls.turn()
        stalls.call(lambda: finder.go(forward=True))
    stalls.rest(view)
    stalls.tell(f"found {finder.total:,} times, and gone to some", target="worst 50")
    finder.stop()


def _copy(view: TranscriptView, page: Page) -> None:
    stalls, copied = _Stalls(), QMimeData()

    def copy() -> None:
        nonlocal copied
        if (span := page.selected.all()) is not None:
            copied = mime_data(page.entries, span.start, span.end)

    stalls.call(page.select_all)
    stalls.call(copy)
    stalls.rest(view)
    stalls.tell("all selected and copied", f" · {len(copied.html()) / 1000:.0f} kB of HTML", target="worst 50")
    page.select(None, None)


def _stream(view: TranscriptView, text: str) -> None:
    costs = []
    for name, size, step in (("streamed flat out", len(text), 0), ("streamed by tokens", 60_000, _TOKEN)):
        view.show_messages([message("q", Role.USER, "?"), message("n", Role.ASSISTANT, "", MessageState.STREAMING)])
        stalls = _Stalls()
        stalls.rest(view)
        stalls = _Stalls()
        halves = [0.0, 0.0]
        start = len(text) - min(size, len(text))
        if start:  # the newest words of a block that is huge already
            view.append_text("n", text[:start])
            stalls.rest(view)
            stalls = _Stalls()
        for at in range(start, len(text), step or _STEP):
            view.append_text("n", text[at : at + (step or _STEP)])
            if not step or at % 200 < step:  # fifty tokens a frame
                before = sum(stalls.all)
                _frame(view, stalls)
                halves[at - start > (len(text) - start) / 2] += sum(stalls.all) - before
        view.set_state("n", MessageState.COMPLETE)
        stalls.rest(view)
        per_kb = sum(stalls.all) / (len(text) - start) * 1000
        costs.append(halves[1] / max(halves[0], 0.001))
        stalls.tell(name, f" · {per_kb:.1f} ms for a kB, the second half {costs[-1]:.2f} times the first")


def _frame(view: TranscriptView, stalls: _Stalls) -> None:
    """Until what has come is on the page, as the timers have it."""
    end = time.monotonic() + 0.016
    while time.monotonic() < end:
        stalls.turn()
        if view.idle:
            return
        time.sleep(0.001)


def _in_browser(browser: QTextBrowser, text: str, word: str) -> None:
    opened, streamed, turned, found = _Stalls(), _Stalls(), _Stalls(), _Stalls()
    opened.call(lambda: browser.setMarkdown(text))
    opened.call(lambda: browser.moveCursor(QTextCursor.MoveOperation.End))
    opened.turn()
    opened.tell("QTextBrowser: opened at its end", target="")
    for width in (900, 800, 1016):
        turned.call(partial(browser.resize, width, 600))
        turned.turn()
    turned.tell("QTextBrowser: another width", target="")
    found.call(lambda: _count(browser.document(), word))
    found.call(browser.selectAll)
    found.call(browser.copy)
    found.tell("QTextBrowser: found, selected and copied", target="")
    for end in range(_STEP * 8, len(text), _STEP * 8):
        streamed.call(partial(browser.setMarkdown, text[:end]))
        streamed.call(lambda: browser.moveCursor(QTextCursor.MoveOperation.End))
        streamed.turn()
    streamed.tell("QTextBrowser: streamed, every eighth step", target="")
    browser.clear()


def _count(document: QTextDocument, word: str) -> int:
    count, cursor = 0, document.find(word)
    while not cursor.isNull():
        count, cursor = count + 1, document.find(word, cursor)
    return count


if __name__ == "__main__":
    main()
