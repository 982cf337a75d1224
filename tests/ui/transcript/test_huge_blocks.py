"""Messages of one huge block: their end is there at once, and however they come they read, copy and stand the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.message_tree import Siblings
from desktop_app.domain.messages import MessageState
from desktop_app.markdown.parser import parse
from desktop_app.ui.transcript.compositions.composing import Setting, compose_block
from desktop_app.ui.transcript.copying.clipboard import forms, mime_data
from desktop_app.ui.transcript.copying.excerpts import Excerpt
from desktop_app.ui.transcript.page.end_first import start_of_end
from desktop_app.ui.transcript.readers.mirror import Mirror
from desktop_app.ui.transcript.view import TranscriptView
from tests.support import huge_blocks
from tests.ui.transcript.pages import answer, find, lines, mine, page_of, part, select, selected, settle, streaming

HUGE = {
    "line": huge_blocks.line(45_000),
    "paragraph": huge_blocks.paragraph(45_000),
    "table": huge_blocks.table(700),
    "quotation": huge_blocks.quotation(700),
    "nested list": huge_blocks.nested_list(900),
    "numbered list": huge_blocks.numbered_list(1000),
}
MIXED = "".join(
    f"## Part {number}\n\nWords of part {number}, and of no other.\n\n- one\n- two\n\n" for number in range(800)
)


def _in_sight(view: TranscriptView) -> list[str]:
    return [seen.piece.composition.text if seen.piece else "" for seen in page_of(view).outlook.seen]


@pytest.mark.parametrize("name", [*HUGE, "mixed"])
def test_a_long_message_that_is_opened_shows_its_end_at_once(qtbot: QtBot, view: TranscriptView, name: str) -> None:
    text = HUGE.get(name, MIXED)
    view.show_messages([mine("q", "What?"), answer("a", text)])
    first = _in_sight(view)
    assert page_of(view).outlook.at_end
    assert all(first)
    settle(qtbot, view)
    assert page_of(view).outlook.at_end
    assert first[-1].split()[-3:] == _in_sight(view)[-1].split()[-3:]


def test_what_has_an_order_of_its_own_is_the_very_same_when_all_of_it_is_read(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_messages([answer("a", MIXED)])
    first = [(seen.top, seen.piece and seen.piece.sheet) for seen in page_of(view).outlook.seen]
    settle(qtbot, view)
    assert [(seen.top, seen.piece and seen.piece.sheet) for seen in page_of(view).outlook.seen] == first


def test_the_end_of_code_is_read_with_all_of_it() -> None:
    assert start_of_end(huge_blocks.code(2000)) is None
    assert start_of_end(huge_blocks.code(200) + "\n" + HUGE["line"]) is not None


def test_the_top_can_be_gone_to_before_all_is_read(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", MIXED)])
    page = page_of(view)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Home)
    assert _in_sight(view)[0] == "Part 0"
    settle(qtbot, view)
    assert _in_sight(view)[0] == "Part 0"
    assert len([line for line in lines(view) if line.startswith("Part ")]) == 800


def test_what_is_told_below_a_message_stays_there_while_all_of_it_is_read(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("q", "What?"), answer("a", MIXED, MessageState.STOPPED)])
    told = _in_sight(view)[-1]
    assert "Words" not in told
    view.show_branches({"a": Siblings(2, 2)})
    assert told in _in_sight(view)[-1]
    assert "2 of 2" in _in_sight(view)[-1]
    settle(qtbot, view)
    assert told in _in_sight(view)[-1]
    assert "2 of 2" in _in_sight(view)[-1]


def test_what_was_selected_before_all_is_read_stays_selected(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", MIXED)])
    page = page_of(view)
    seen = next(one for one in page.outlook.seen if one.piece and one.piece.composition.text.startswith("Words"))
    assert seen.piece is not None
    words = seen.piece.composition.text
    place = page.place_at(QPointF(page.viewport().rect().center()))
    assert place is not None
    page.select(place._replace(piece=seen.number, position=0), place._replace(piece=seen.number, position=len(words)))
    settle(qtbot, view)
    assert selected(view) == words


def test_a_reader_who_goes_up_before_all_is_read_stays_at_these_words(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", MIXED)])
    page = page_of(view)
    page.scroll_by(-300)
    before = [(seen.top, text) for seen, text in zip(page.outlook.seen, _in_sight(view), strict=True)]
    settle(qtbot, view)
    assert [(seen.top, text) for seen, text in zip(page.outlook.seen, _in_sight(view), strict=True)] == before


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_block_that_streamed_stands_as_one_that_was_opened(
    qtbot: QtBot, view: TranscriptView, name: str
) -> None:
    text = HUGE[name][:20_000]
    view.add_message(streaming("a"))
    for at in range(0, len(text), 900):
        view.append_text("a", text[at : at + 900])
        view._work.frame()
    view.set_state("a", MessageState.COMPLETE)
    settle(qtbot, view)
    streamed = [(piece.composition, piece.height) for piece in page_of(view).entries[0].pieces]
    view.show_messages([])
    view.show_messages([answer("a", text)])
    settle(qtbot, view)
    opened = page_of(view).entries[0].pieces
    assert [composition for composition, _ in streamed] == [piece.composition for piece in opened]


def test_a_table_that_grows_is_what_it_would_be_made_anew() -> None:
    text = huge_blocks.table(60)
    grown = None
    for end in (300, 900, 1500, 2400):
        (block,) = parse(text[:end])
        (grown,) = compose_block(replace(block, closed=False), Setting("m"))
    (anew,) = compose_block(parse(text[:2400])[0], Setting("other"))
    assert grown is not None
    assert (grown.text, grown.links, grown.length) == (anew.text, anew.links, anew.length)
    for start, end in ((0, 40), (500, 900), (1200, 2400)):
        assert grown.stretches(start, end) == anew.stretches(start, end)
        assert grown.source_range(start, end) == anew.source_range(start, end)


def test_what_is_copied_of_a_huge_message_is_as_if_it_had_been_read_anew(qtbot: QtBot, view: TranscriptView) -> None:
    text = HUGE["paragraph"][:20_000] + "\n\n" + HUGE["table"][:9000].rpartition("\n")[0] + "\n\n" + MIXED[:9000]
    view.show_messages([answer("a", text)])
    settle(qtbot, view)
    select(view, "hold several", "Words of part 7,")
    span = page_of(view).selection
    assert span is not None
    copied = mime_data(page_of(view).entries, *span)
    start, end = text.index("hold several"), text.index("part 7, and") + len("part 7,")
    anew = forms([Excerpt(text, start, end)])
    assert copied.text() == anew.text()
    assert copied.html() == anew.html()
    assert bytes(copied.data("text/markdown").data()) == bytes(anew.data("text/markdown").data())


def test_the_parts_of_a_paragraph_follow_each_other_without_a_gap(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", "> " + HUGE["line"][:12_000])])
    settle(qtbot, view)
    pieces = page_of(view).entries[0].pieces
    shapes = [getattr(piece.composition, "shape", None) for piece in pieces[: page_of(view).entries[0].content]]
    assert len(shapes) > 3
    assert all(shape is not None and shape.top == 0 and shape.continued for shape in shapes[1:])
    assert all(shape is not None and shape.bars and shape.bars[0].joined for shape in shapes[1:])
    span = find(view, "hold several")
    composition = pieces[span.start.piece].composition
    assert part(composition, span.start.position, span.end.position) == "hold several"


def test_who_listens_to_the_page_gets_a_huge_message_as_it_is_read(qtbot: QtBot, view: TranscriptView) -> None:
    mirror = Mirror(page_of(view))
    view.show_messages([answer("a", MIXED)])
    assert "Part 799" in mirror.toPlainText()
    assert "Part 0\n" not in mirror.toPlainText()
    settle(qtbot, view)
    assert mirror.toPlainText().startswith("Part 0\n")
    assert mirror.toPlainText().count("Words of part") == 800
