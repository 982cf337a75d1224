"""Footnotes, terms with their definitions, tasks and alerts: blocks that know what they stand in."""

from __future__ import annotations

import pytest

from desktop_app.markdown.blocks import Alert, Block, Container, ContainerKind
from desktop_app.markdown.parser import parse
from desktop_app.markdown.stream import BlockStream

_TERM = Container(ContainerKind.TERM, first=True)
_DEFINITION = Container(ContainerKind.DEFINITION, first=True)


def _note(label: str, *, first: bool = True) -> Container:
    return Container(ContainerKind.FOOTNOTE, first=first, label=label)


def _outline(blocks: list[Block]) -> list[tuple[str, tuple[Container, ...]]]:
    return [(block.text or "".join(span.text for span in block.spans), block.containers) for block in blocks]


def test_a_reference_to_a_note_is_one_wherever_it_stands() -> None:
    (block,) = parse("As said[^1], and **more[^note]**.")
    notes = [(span.footnote, span.text, span.start, span.end, span.bold) for span in block.spans if span.footnote]
    assert notes == [("1", "1", 7, 11, False), ("note", "note", 23, 30, True)]


@pytest.mark.parametrize("text", ["[^a-z]", "[^a-zA-Z0-9]", "[^1](http://a.b)", "`[^1]`", "\\[^1]", "[^]", "[^ 1]"])
def test_what_only_looks_like_a_reference_is_none(text: str) -> None:
    assert not any(span.footnote for block in parse(text) for span in block.spans)


def test_a_note_stands_where_it_was_written_and_holds_what_is_indented() -> None:
    text = "See.\n[^1]: The *words*.\n[^b]: More\n  of it.\n\n    - and a list\n\nThe end."
    assert _outline(parse(text)) == [
        ("See.", ()),
        ("The words.", (_note("1"),)),
        ("More of it.", (_note("b"),)),
        ("and a list", (_note("b", first=False), Container(ContainerKind.BULLET, first=True))),
        ("The end.", ()),
    ]


def test_an_empty_note_still_has_its_mark() -> None:
    assert _outline(parse("[^1]:\n\nwords")) == [("", (_note("1"),)), ("words", ())]


def test_terms_and_definitions_need_no_blank_line_between_them() -> None:
    text = "Apple\n: a fruit\n  of a tree\n: a company\nOrange\n:   a colour\n\n    or a fruit\n\nThe end."
    assert _outline(parse(text)) == [
        ("Apple", (_TERM,)),
        ("a fruit of a tree", (_DEFINITION,)),
        ("a company", (_DEFINITION,)),
        ("Orange", (_TERM,)),
        ("a colour", (_DEFINITION,)),
        ("or a fruit", (Container(ContainerKind.DEFINITION),)),
        ("The end.", ()),
    ]


def test_a_definition_may_hold_a_list_or_a_quotation() -> None:
    inner = (_DEFINITION, Container(ContainerKind.BULLET, first=True))
    assert _outline(parse("A\n: - b\n  - c\nD\n: > e\n  > f\n")) == [
        ("A", (_TERM,)),
        ("b", inner),
        ("c", (Container(ContainerKind.DEFINITION), inner[1])),
        ("D", (_TERM,)),
        ("e f", (_DEFINITION, Container(ContainerKind.QUOTE))),
    ]


@pytest.mark.parametrize("text", ["a\n\n: b", "a\n:b", "a\nb\n: c", ": a", "a\n    : b"])
def test_a_colon_elsewhere_defines_nothing(text: str) -> None:
    assert all(not block.containers for block in parse(text))


def test_a_task_knows_whether_it_is_done() -> None:
    text = "- [ ] buy\n- [x] sell\n\n  more\n1. [X] keep\n- [](a)\n- [y] z"
    tasks = [(block.containers[0].checked, block.containers[0].first) for block in parse(text)]
    assert tasks == [(False, True), (True, True), (True, False), (True, True), (None, True), (None, True)]
    assert [text[span.start : span.end] for block in parse(text)[:2] for span in block.spans] == ["buy", "sell"]


def test_a_box_alone_on_its_line_belongs_to_the_words_below() -> None:
    (block,) = parse("- [x]  \n  words")
    assert [(span.text, span.start) for span in block.spans] == [("words", 10)]


def test_an_alert_is_a_quotation_of_a_sort() -> None:
    text = "> [!WARNING]\n> Mind *it*.\n>\n> And so on.\n\n> [!tip]\n\n> [!NOTE] no\n"
    warning = Container(ContainerKind.QUOTE, first=True, alert=Alert.WARNING)
    assert _outline(parse(text)) == [
        ("Mind it.", (warning,)),
        ("And so on.", (Container(ContainerKind.QUOTE, alert=Alert.WARNING),)),
        ("", (Container(ContainerKind.QUOTE, first=True, alert=Alert.TIP),)),
        ("[!NOTE] no", (Container(ContainerKind.QUOTE),)),
    ]


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("[^1]: a\n", 0),
        ("[^1]: a\n\n", 0),
        ("[^1]: a\n[^2]: b\n", 1),
        ("A\n: b\n", 0),
        ("A\n: b\nC\n", 2),
        ("> [!NOTE]\n> a\n\n", 1),
        ("$$\nx\n", 0),
        ("$$\nx\n$$\n", 1),
        ("$$\nx\n\n", 1),
    ],
)
def test_such_a_block_is_final_as_soon_as_it_can_be(text: str, closed: int) -> None:
    stream = BlockStream()
    stream.feed(text)
    assert len(stream.update().closed) == closed


def test_an_item_that_begins_like_a_table_is_an_item_wherever_it_stands() -> None:
    assert [block.containers[0].kind for block in parse("- a\n- b |\n--|--\n")] == [ContainerKind.BULLET] * 2
    assert parse("- b |\n--|--\n")[0].containers[0].kind is ContainerKind.BULLET


def test_a_definition_that_came_later_does_not_change_what_is_remembered() -> None:
    text = "[a]\n: b\n[a]: /url\n\nend"
    pieces, whole = BlockStream(), BlockStream()
    whole.feed(text)
    closed: list[Block] = []
    for char in text:
        pieces.feed(char)
        closed += pieces.update().closed
    assert [*closed, *pieces.finish().closed] == list(whole.finish().closed)
