"""Markdown and plain text: the words as they were written, or as they are read, and whose they are."""

from __future__ import annotations

import pytest
from hypothesis import given

from desktop_app.domain.exporting import ExportFormat, ExportWords
from desktop_app.domain.messages import Part, PartKind
from desktop_app.domain.whole import WholeConversation
from desktop_app.exchange.read_file import pieces
from desktop_app.exchange.text_file import plain
from desktop_app.markdown.blocks import BlockKind
from desktop_app.markdown.parser import parse
from tests.support.markdown_texts import markdown_texts
from tests.support.whole_conversations import answer, conversation, garden, question, request, sources


def written(whole: WholeConversation, kind: ExportFormat, **options: bool) -> str:
    return "".join(pieces(whole, request(kind, **options), sources()))


def test_markdown_is_the_source_under_who_and_when() -> None:
    text = written(garden(), ExportFormat.MARKDOWN)
    assert text.startswith("# A garden\n\n## You · 2026-09-")
    assert "What <b>grows</b>?\nIn *spring*?\n" in text
    assert "· small\n\n# Beans\n\nAnd **peas**.\n" in text
    assert "Radishes" not in text, "only the path that is shown"
    assert "Let me think." not in text


def test_what_more_is_chosen_is_in_it() -> None:
    text = written(garden(), ExportFormat.MARKDOWN, branches=True, reasoning=True, details=False)
    assert "## Assistant · version 1 of 2\n\nRadishes.\n\n## Assistant · version 2 of 2\n" in text
    assert "> **Reasoning**\n>\n> Let me think.\n" in text
    assert "2026" not in text
    assert "small" not in text


def test_a_fence_that_was_left_open_is_closed_before_the_next_words() -> None:
    whole = conversation(answer("a", "````py\n```\nx = 1"), question("q", "# mine", parent="a"))
    blocks = parse(written(whole, ExportFormat.MARKDOWN))
    assert [block.text for block in blocks if block.kind is BlockKind.CODE] == ["```\nx = 1\n"]
    assert sum(block.kind is BlockKind.HEADING for block in blocks) == 4


def test_a_picture_stands_at_the_end_of_markdown_and_is_named_in_its_place() -> None:
    text = written(garden(), ExportFormat.MARKDOWN)
    assert "![Picture: garden.png][picture 1]" in text
    assert text.rstrip().rsplit("\n", 1)[1].startswith("[picture 1]: data:image/png;base64,iVBOR")
    assert "*File: notes.txt*" in text


def test_a_title_that_looks_like_markdown_is_words() -> None:
    (heading, *_) = parse(written(conversation(title="# *a* `b` [c](d) <e>"), ExportFormat.MARKDOWN))
    assert "".join(span.text for span in heading.spans) == "# *a* `b` [c](d) <e>"
    assert not any(span.italic or span.code or span.href or span.html for span in heading.spans)


def test_plain_text_is_what_is_read() -> None:
    text = written(garden(), ExportFormat.TEXT)
    assert text.startswith("A garden\n========\n")
    assert "What <b>grows</b>?\nIn *spring*?\n\n[Picture: garden.png]\n\n[File: notes.txt]\n" in text
    assert "\nBeans\n\nAnd peas.\n" in text
    assert "stopped\n" in text
    assert "\n    x = 1\n" in text


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("- a\n- b\n  - c\n", "• a\n• b\n  ◦ c"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("- [x] done\n- [ ] not", "[x] done\n[ ] not"),
        ("> said\n> so", "> said so"),
        ("> [!NOTE]\n> look", "> Note: look"),
        ("see [there](https://a.b/c) and https://d.e", "see there (https://a.b/c) and https://d.e"),
        ("see [there](javascript:x)", "see [there](javascript:x)"),
        ("| a | bb |\n|---|---|\n| ccc | d |", "a    bb\n---  --\nccc  d"),
        ("| 日本 | b |\n|---|---|\n| c | d |", "日本  b\n----  -\nc     d"),
        ("$$\nx^2\n$$", "    x^2"),
        ("a  \nb", "a\nb"),
        ("![cat](https://a.b/c.png)", "[cat] (https://a.b/c.png)"),
        ("note[^1]\n\n[^1]: below", "note[1]\n\n[1] below"),
    ],
)
def test_each_sort_of_block_reads_well(source: str, read: str) -> None:
    assert plain(source, ExportWords()) == read


@given(markdown_texts())
def test_any_text_can_be_written_as_both(source: str) -> None:
    whole = conversation(question("q", source), answer("a", source, Part(PartKind.REASONING, source), parent="q"))
    assert written(whole, ExportFormat.TEXT, reasoning=True).startswith("A garden\n")
    assert written(whole, ExportFormat.MARKDOWN, reasoning=True).startswith("# A garden\n")
