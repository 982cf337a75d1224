"""The parser gives each shown character its place in the source, through every kind of container and markup."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.markdown.blocks import Block, BlockKind, Container, ContainerKind, Span
from desktop_app.markdown.parser import parse
from tests.support.markdown_texts import markdown_texts


def _spans(block: Block) -> list[Span]:
    return [*block.spans, *(span for row in block.rows for cell in row.cells for span in cell)]


def _texts(block: Block) -> list[str]:
    return [span.text for span in block.spans]


@settings(max_examples=400, deadline=None)
@given(markdown_texts())
@example("- word\n\tword")
def test_spans_stand_in_order_inside_their_block(source: str) -> None:
    at = 0
    for block in parse(source):
        assert at <= block.start <= block.end <= len(source)
        at = block.start
        for span in _spans(block):
            assert at <= span.start < span.end <= block.end
            at = span.end
        at = max(at, block.end)


@settings(max_examples=400, deadline=None)
@given(markdown_texts())
def test_plain_text_is_what_stands_in_the_source(source: str) -> None:
    for span in (span for block in parse(source) for span in _spans(block)):
        if not (span.code or span.image or span.hard_break or span.maths or span.footnote or span.text == " "):
            written = source[span.start : span.end]
            assert written == span.text or "\\" in written or "&" in written or "\0" in written


@settings(max_examples=100, deadline=None)
@given(markdown_texts(), st.integers(1, 1000))
def test_a_base_moves_every_place(source: str, base: int) -> None:
    for here, there in zip(parse(source), parse(source, base), strict=True):
        assert (here.start + base, here.end + base) == (there.start, there.end)
        assert [span.start + base for span in _spans(here)] == [span.start for span in _spans(there)]


@settings(max_examples=100, deadline=None)
@given(markdown_texts())
def test_windows_line_ends_give_the_same_text(source: str) -> None:
    source = source.replace("\r", "")
    here, there = parse(source), parse(source.replace("\n", "\r\n"))
    assert [_texts(block) for block in here] == [_texts(block) for block in there]
    assert [block.text for block in here] == [block.text for block in there]


@pytest.mark.parametrize(
    ("source", "shown", "written"),
    [
        (r"a \* b", "*", r"\*"),
        ("a &amp; b", "&", "&amp;"),
        ("a &#42; b", "*", "&#42;"),
        ("see `x y` now", "x y", "`x y`"),
        ("see `` a`b `` now", "a`b", "`` a`b ``"),
        ("**bold *both* more**", "both", "both"),
        ("snake_case_name", "snake_case_name", "snake_case_name"),
        ("5 * 3 * 2", "5 * 3 * 2", "5 * 3 * 2"),
        ("[words](http://a.b 'words')", "words", "words"),
        ("![a *cat*](cat.png) sat", "a cat", "![a *cat*](cat.png)"),
        ("<https://a.b/c>", "https://a.b/c", "https://a.b/c"),
        ("(see https://a.b/x_y_z).", "https://a.b/x_y_z", "https://a.b/x_y_z"),
        ("at www.a.org, so", "www.a.org", "www.a.org"),
        ("~~gone~~", "gone", "gone"),
        ("one\ntwo", " ", "\n"),
        ("> one\n> two", " ", "\n"),
        ("> one `a\n> b`", "a b", "`a\n> b`"),
        ("- one\n  two", "two", "two"),
        ("one  \ntwo", "\n", "\n"),
        ("one\\\ntwo", "\n", "\\\n"),
        ("Title *x*\n===", "x", "x"),
        ("## A `b` ##", "b", "`b`"),
        ("- > 1. deep *x*", "x", "x"),
        ("a <b>c", "<b>", "<b>"),
    ],
)
def test_a_run_of_text_knows_its_place(source: str, shown: str, written: str) -> None:
    (block,) = parse(source)
    (span,) = (span for span in block.spans if span.text == shown)
    assert source[span.start : span.end] == written


def test_styles_and_addresses_are_told() -> None:
    (block,) = parse("**b** *i* ~~s~~ ***bi*** `c` [l](/u) ![p](/i)")
    by_text = {span.text: span for span in block.spans}
    assert by_text["b"].bold
    assert by_text["i"].italic
    assert by_text["s"].strike
    assert by_text["bi"].bold
    assert by_text["bi"].italic
    assert by_text["c"].code
    assert by_text["l"].href == "/u"
    assert (by_text["p"].image, by_text["p"].href) == (True, "/i")


def test_an_address_that_runs_a_script_is_no_link() -> None:
    assert all(not span.href for block in parse("[x](javascript:alert)") for span in block.spans)


def test_lists_are_flat_leaves_that_know_their_numbers_and_marks() -> None:
    blocks = parse("3. a\n\n   more\n4. b\n   - c\n5.\n")
    ordered, bullet = ContainerKind.ORDERED, ContainerKind.BULLET
    assert [block.containers for block in blocks] == [
        (Container(ordered, 3, first=True),),
        (Container(ordered, 3),),
        (Container(ordered, 4, first=True),),
        (Container(ordered, 4), Container(bullet, first=True)),
        (Container(ordered, 5, first=True),),
    ]


def test_a_table_has_rows_of_placed_cells() -> None:
    source = "| a | b \\| c |\n|:-:|--:|\n| *x* | `y` |\n| z |\n"
    (table,) = parse(source)
    assert table.kind is BlockKind.TABLE
    assert table.alignments == ("center", "right")
    assert [row.header for row in table.rows] == [True, False, False]
    cells = [["".join(span.text for span in cell) for cell in row.cells] for row in table.rows]
    assert cells == [["a", "b | c"], ["x", "y"], ["z", ""]]
    (span,) = table.rows[1].cells[0]
    assert source[span.start : span.end] == "x"


@pytest.mark.parametrize(
    ("source", "language", "text"),
    [
        ("```python x\na\n\nb\n```", "python", "a\n\nb\n"),
        ("~~~\n```\n~~~", "", "```\n"),
        ("```\nnever closed", "", "never closed"),
        ("    indented\n", "", "indented\n"),
        ("- a\n\n  ```sh\n  ls\n  ```", "sh", "ls\n"),
        ("> ```\n> quoted\nnot", "", "quoted\n"),
        ("````\n```\nx\n```\n````", "", "```\nx\n```\n"),
    ],
)
def test_code_is_a_block_of_its_own(source: str, language: str, text: str) -> None:
    (code,) = (block for block in parse(source) if block.kind is BlockKind.CODE)
    assert (code.language, code.text, code.spans) == (language, text, ())


def test_html_is_shown_and_has_no_power() -> None:
    block, text = parse("<div>\nx\n</div>\n\na <br> b<br/>c")
    assert (block.kind, block.text) == (BlockKind.HTML, "<div>\nx\n</div>\n")
    assert [span.hard_break for span in text.spans if not span.text.strip("\n ")].count(True) == 2


def test_a_rule_and_headings_are_told_apart() -> None:
    kinds = [(block.kind, block.level) for block in parse("# a\n\nb\n---\n\n---\n###### c\n####### d")]
    heading = BlockKind.HEADING
    assert kinds == [(heading, 1), (heading, 2), (BlockKind.RULE, 0), (heading, 6), (BlockKind.PARAGRAPH, 0)]
