"""A long open block is given in parts, which together read as the block does when it is read as a whole."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.markdown import cuts, part_stream
from desktop_app.markdown.blocks import Block, BlockKind, Container, ContainerKind, Row, Span
from desktop_app.markdown.part_stream import PartStream
from desktop_app.markdown.stream import BlockStream
from tests.support import huge_blocks
from tests.support.markdown_texts import markdown_texts

HUGE = {
    "line": huge_blocks.line(16_000),
    "paragraph": huge_blocks.paragraph(16_000),
    "table": huge_blocks.table(250),
    "quotation": huge_blocks.quotation(300),
    "code": huge_blocks.code(400),
    "nested list": huge_blocks.nested_list(300),
    "numbered list": huge_blocks.numbered_list(300),
    "quoted paragraph": "> " + huge_blocks.paragraph(20_000).replace("\n", "\n> "),
    "alert": "> [!NOTE]\n" + huge_blocks.quotation(300),
    "code in a quotation": "> " + huge_blocks.code(400).replace("\n", "\n> "),
    "note": "[^1]: first\n\n" + "    A paragraph of the note.\n\n" * 400,
    "letters without blanks": "文字" * 15_000,
}
WORDS = st.sampled_from(
    [
        "some words here ",
        "and *more* ",
        "**bold words** ",
        "a line\nand more ",
        "[a link](http://a.b) and ",
        "`code` too, ",
    ]
)
LONG = st.lists(WORDS, min_size=3, max_size=40).map("".join)
AROUND = st.sampled_from(["", "> ", "- ", "1. "])


def _streamed(text: str, at_a_time: int, *, looks: bool = True) -> list[Block]:
    stream = PartStream()
    closed: list[Block] = []
    for at in range(0, len(text), at_a_time):
        stream.feed(text[at : at + at_a_time])
        closed += stream.update().closed if looks else stream.settle()
    return [*closed, *stream.finish().closed]


def _whole(text: str) -> list[Block]:
    stream = BlockStream()
    stream.feed(text)
    return list(stream.finish().closed)


Read = tuple[BlockKind, tuple[Container, ...], list[tuple[str, Span]], str, tuple[Row, ...], int, int]


def _read(blocks: list[Block]) -> list[Read]:
    """What a reader sees, letter by letter, whatever parts it came in."""
    found: list[Read] = []
    for block in blocks:
        letters = [_letter(span, number) for span in block.spans for number in range(len(span.text))]
        if block.continues:
            kind, around, before, text, rows, start, _ = found.pop()
            found.append((kind, around, before + letters, text, rows, start, block.end))
        else:
            found.append((block.kind, block.containers, letters, block.text, block.rows, block.start, block.end))
    return found


def _letter(span: Span, number: int) -> tuple[str, Span]:
    if len(span.text) == span.end - span.start:
        span = replace(span, start=span.start + number, end=span.start + number + 1)
    return span.text[0 if len(span.text) == 1 else number], replace(span, text="")


@pytest.mark.parametrize("name", HUGE)
@pytest.mark.parametrize("at_a_time", [700, 4000])
def test_a_huge_block_in_parts_reads_as_it_does_in_one(name: str, at_a_time: int) -> None:
    text = HUGE[name]
    assert _read(_streamed(text, at_a_time)) == _read(_whole(text))


@pytest.mark.parametrize("name", [name for name in HUGE if not name.startswith("code")])
def test_of_a_huge_block_only_its_newest_part_is_kept_open(name: str) -> None:
    stream = PartStream()
    longest = 0
    for at in range(0, len(HUGE[name]), 500):
        stream.feed(HUGE[name][at : at + 500])
        stream.update()
        longest = max(longest, len(stream.tail))
    assert longest < 8000


def test_what_is_given_does_not_come_again() -> None:
    stream = PartStream()
    given: list[Block] = []
    for at in range(0, 18_000, 300):
        stream.feed(HUGE["quotation"][at : at + 300])
        update = stream.update()
        given += update.closed
        assert all(block.start >= given[-1].end for block in update.open if given)
    assert [block.start for block in given] == sorted({block.start for block in given})


def test_a_table_that_is_open_comes_whole_each_time() -> None:
    stream = PartStream()
    rows = 0
    for at in range(0, 14_000, 1000):
        stream.feed(HUGE["table"][at : at + 1000])
        (table,) = stream.update().open
        assert len(table.rows) > rows
        rows = len(table.rows)
    assert stream.kept is not None


def test_numbers_go_on_though_what_was_counted_is_left_out() -> None:
    numbers = [
        container.number
        for block in _streamed(HUGE["numbered list"], 300)
        for container in block.containers[1:]
        if container.kind is ContainerKind.ORDERED
    ]
    assert numbers == list(range(1, 301))


def test_a_mark_without_a_partner_holds_nothing_up() -> None:
    text = "**" + "some words and no end of them " * 1000
    blocks = _streamed(text, 500)
    assert len(blocks) > 10
    assert "".join(span.text for block in blocks for span in block.spans) == text.rstrip()


@settings(max_examples=120, deadline=None)
@given(st.lists(st.one_of(markdown_texts(), LONG, LONG), min_size=2, max_size=5), AROUND, st.integers(1, 60))
@example(["> a\n", "* [ ] \n   * b ", "and more words " * 9, "\n\n- c", "and more words " * 9], "", 7)
def test_whatever_is_written_reads_the_same_in_parts(texts: list[str], around: str, at_a_time: int) -> None:
    text = around + "".join(texts).replace("\n", "\n" + (around if around == "> " else " " * len(around)))
    if _reaches_back(text):
        return
    with (
        patch.multiple(part_stream, PART=60, _LONG=80, _LINE=30, _UNSURE=8, _WORTH=10),
        patch.multiple(cuts, PART=60, _NEAR=20, _PATIENT=10**9),
    ):
        assert _read(_streamed(text, at_a_time)) == _read(_whole(text))


def _reaches_back(text: str) -> bool:
    """Whether a later line makes something else of a paragraph: a heading, a term, a link. In parts it is too late."""
    kinds = {container.kind for block in _whole(text) for container in block.containers}
    headed = any(block.kind is BlockKind.HEADING and not text[block.start :].startswith("#") for block in _whole(text))
    return headed or "]:" in text or ContainerKind.TERM in kinds
