"""However a text is cut while it streams, its blocks come out once, in order, and as the whole text has them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.markdown.blocks import Block, BlockKind
from desktop_app.markdown.parser import parse
from desktop_app.markdown.stream import BlockStream, Update
from tests.support.markdown_texts import cut_texts, markdown_texts


def _at_once(text: str) -> list[Block]:
    stream = BlockStream()
    stream.feed(text)
    return list(stream.finish().closed)


def _updates(text: str) -> list[Update]:
    """One update after each character."""
    stream = BlockStream()
    updates = []
    for char in text:
        stream.feed(char)
        updates.append(stream.update())
    return [*updates, stream.finish()]


def _shown(blocks: tuple[Block, ...]) -> str:
    return "\n".join(block.text or "".join(span.text for span in block.spans) for block in blocks)


@settings(max_examples=600, deadline=None)
@given(cut_texts(markdown_texts()), st.data())
def test_any_cut_gives_the_same_blocks(deltas: list[str], data: st.DataObject) -> None:
    stream = BlockStream()
    closed: list[Block] = []
    for delta in deltas:
        stream.feed(delta)
        if data.draw(st.booleans()):
            closed += stream.update().closed
    closed += stream.finish().closed
    assert closed == _at_once("".join(deltas))
    assert stream.source == "".join(deltas)


@settings(max_examples=400, deadline=None)
@given(markdown_texts())
def test_the_stream_ends_as_the_whole_text_reads(text: str) -> None:
    if "]:" not in text.replace("[^1]:", "").replace("[^n]:", ""):  # these reach back in the whole text alone
        assert _at_once(text) == parse(text)


@settings(max_examples=300, deadline=None)
@given(cut_texts(markdown_texts()))
@example(["- word```py\n  ```py\n"])
def test_what_is_open_stands_behind_what_is_closed(deltas: list[str]) -> None:
    stream = BlockStream()
    closed_to = 0
    length = 0
    for delta in deltas:
        length += len(delta)
        stream.feed(delta)
        update = stream.update()
        closed_to = max([closed_to, *(block.end for block in update.closed)])
        assert all(block.closed for block in update.closed)
        for block in update.open:
            assert not block.closed
            assert closed_to <= block.start <= block.end <= length
            assert all(block.start <= span.start < span.end <= block.end for span in block.spans)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("a\n\n", [BlockKind.PARAGRAPH]),
        ("# a\n", [BlockKind.HEADING]),
        ("---\n", [BlockKind.RULE]),
        ("```\na\n```\n", [BlockKind.CODE]),
        ("a\n# b\n", [BlockKind.PARAGRAPH, BlockKind.HEADING]),
        ("- a\n- b\n", [BlockKind.PARAGRAPH]),
        ("a\nb\n", []),
        ("- a\n\n", []),
        ("|a|\n|-|\n|b|\n", []),
        ("|a|\n|-|\n|b|\n\n", [BlockKind.TABLE]),
        ("> a\n\n", [BlockKind.PARAGRAPH]),
        ("a\n\n- ", [BlockKind.PARAGRAPH]),
    ],
)
def test_a_block_is_final_as_soon_as_it_can_be(text: str, kinds: list[BlockKind]) -> None:
    stream = BlockStream()
    stream.feed(text)
    assert [block.kind for block in stream.update().closed] == kinds


def test_numbers_of_a_long_list_go_on() -> None:
    numbers = []
    for update in _updates("".join(f"1. item {n}\n" for n in range(30))):
        numbers += [block.containers[0].number for block in update.closed]
    assert numbers == list(range(1, 31))


def test_an_open_fence_is_code_from_its_first_line_on() -> None:
    stream = BlockStream()
    stream.feed("Look:\n\n```python\nx = 1\n``")
    first = stream.update()
    assert [block.kind for block in first.closed] == [BlockKind.PARAGRAPH]
    (code,) = first.open
    assert (code.kind, code.language, code.text, code.closed) == (BlockKind.CODE, "python", "x = 1\n", False)
    stream.feed("`\n")
    (code,) = stream.update().closed
    assert (code.text, code.closed) == ("x = 1\n", True)


def test_a_fence_in_a_list_ends_with_its_item() -> None:
    text = "1. run\n   ```sh\n   ls\n\n    -l\n2. done\n"
    assert [block for update in _updates(text) for block in update.closed] == parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "so **bold words** and `code here` and [a link](http://a.b/c) end",
        "a *b **c** d* ~~e~~ f",
        "x\n- **a**\n- `b`\n",
    ],
)
def test_half_a_mark_never_flashes(text: str) -> None:
    for update in _updates(text):
        assert not set("*`[~(") & set(_shown(update.open))


@pytest.mark.parametrize(
    "held", ["- ", "#", "##", "1", "1.", "```", "```py", "~~~", "|", "| a | b", "===", "> ", "<di"]
)
def test_a_mark_that_may_become_anything_is_held_back(held: str) -> None:
    stream = BlockStream()
    stream.feed("words\n\n" + held)
    assert stream.update().open == ()


def test_open_emphasis_is_shown_as_if_it_were_closed() -> None:
    stream = BlockStream()
    stream.feed("so **bo")
    (block,) = stream.update().open
    assert [(span.text, span.bold) for span in block.spans] == [("so ", False), ("bo", True)]


def test_a_definition_after_its_use_changes_nothing_that_is_final() -> None:
    stream = BlockStream()
    stream.feed("see [a]\n\n[b] too\n\n[a]: /url\n\nagain [a]\n\n")
    hrefs = [span.href for block in stream.update().closed for span in block.spans if span.href]
    assert hrefs == ["/url"]


@settings(max_examples=200, deadline=None)
@given(markdown_texts(), st.data())
def test_what_is_done_with_may_stand_without_its_text_or_not_at_all_and_nothing_else_may(
    text: str, data: st.DataObject
) -> None:
    done = data.draw(st.integers(0, len(text)))
    whole, part = BlockStream(), BlockStream()
    whole.feed(text)
    part.feed(text)
    whole.settle()
    part.settle()
    blocks = whole.standing()
    bare = part.standing(done)
    left_out = len(blocks) - len(bare)
    assert left_out >= 0
    assert all(block.end <= done for block in blocks[:left_out])
    for full, short in zip(blocks[left_out:], bare, strict=True):
        may = full.end <= done or full.kind is BlockKind.HTML
        assert short == full or (may and not short.spans and replace(full, spans=()) == short)
