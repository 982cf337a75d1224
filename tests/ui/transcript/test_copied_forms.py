"""A selection as plain text, as Markdown and as HTML: exactly what one would write by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.ui.transcript.copying import as_html, as_plain
from desktop_app.ui.transcript.copying.as_markdown import markdown
from desktop_app.ui.transcript.copying.clipboard import forms
from desktop_app.ui.transcript.copying.excerpts import Excerpt, cuts
from tests.support.markdown_texts import markdown_texts

MONO = "font-family:'JetBrains Mono',Consolas,Menlo,'DejaVu Sans Mono',monospace"


def plain(excerpts: list[Excerpt]) -> str:
    return as_plain.plain(excerpts, [cuts(excerpt) for excerpt in excerpts])


def html(excerpts: list[Excerpt]) -> str:
    return as_html.html(excerpts, [cuts(excerpt) for excerpt in excerpts])


def selected(source: str, first: str = "", last: str = "") -> list[Excerpt]:
    """From the beginning of ``first`` to the end of ``last``."""
    start = source.index(first)
    end = source.index(last, start) + len(last) if last else len(source)
    return [Excerpt(source, start, end)]


def body(excerpts: list[Excerpt]) -> str:
    """The HTML without its frame, on one line."""
    text = html(excerpts).removeprefix('<html><head><meta charset="utf-8"></head><body>\n')
    return "".join(text.removesuffix("\n</body></html>").split("\n"))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "Words.\n\n```sh\nls\npwd\n```\n\n- one\n- two\n\n---\n\nMore.",
            "Words.\n\nls\npwd\n\n• one\n• two\n\n———\n\nMore.",
        ),
        ("| a | b |\n|---|---|\n| 1 | **2** |", "a\tb\n1\t2"),
        ("- one\n  - two\n\n    more\n- three", "• one\n  ◦ two\n\n    more\n\n• three"),
        ("3. three\n4. four", "3. three\n4. four"),
        ("- [x] done\n- [ ] open", "☑ done\n☐ open"),
        ("So $x^2$, see[^n].\n\n[^n]: There.", "So $x^2$, see[n].\n\n[n] There."),
        ("$$\na + b\n$$", "$$a + b$$"),
        ("A *b* `c` [d](http://e.f) &amp; \\*", "A b c d & *"),
        ("one  \ntwo", "one\ntwo"),
        ("> said\n\nby", "said\n\nby"),
    ],
)
def test_plain_text_is_the_words_with_their_marks(source: str, text: str) -> None:
    assert plain(selected(source)) == text


@pytest.mark.parametrize(
    ("source", "first", "last", "text"),
    [
        ("Some **bold and *slanted* words** here.", "and", "slanted", "**and *slanted***"),
        ("*all **of** it*", "of", "it", "***of** it*"),
        ("go [to this *page*](http://a.b) now", "this", "pa", "[this *pa*](http://a.b)"),
        ("use `some code` now", "code", "now", "`code` now"),
        ("use `` a`b `` now", "use", "now", "use `` a`b `` now"),
        ("a \\* b &amp; c", "a", "&amp;", "a \\* b &amp;"),
        ("First one.\n\n- an item\n- an **other** one\n\nEnd.", "one", "oth", "one.\n\n- an item\n- an **oth**"),
        ("- one\n- two\n- three", "two", "three", "- two\n- three"),
        ("- one\n- two", "on", "on", "on"),
        ("# A head\n\ntext", "head", "text", "# head\n\ntext"),
        ("Above.\n\n```py\na = 1\nb = 2\n```\n", "bove", "a = 1", "bove.\n\n```py\na = 1\n```"),
        ("| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |\n\nEnd", "3", "End", "| 3 | 4 |\n|---|--:|\n\nEnd"),
        ("x $a+b$ y", "x", "y", "x $a+b$ y"),
        ("> one\n>\n> two words\n\nx", "one", "two", "> one\n>\n> two"),
        ("> [!NOTE]\n> mind\n\nend", "mind", "end", "> [!NOTE]\n> mind\n\nend"),
        ("see https://a.b/c now", "see", "c", "see https://a.b/c"),
    ],
)
def test_markdown_is_as_written_with_the_marks_closed_where_it_is_cut(
    source: str, first: str, last: str, text: str
) -> None:
    assert markdown(selected(source, first, last)) == text


def test_a_whole_message_is_copied_as_it_was_written() -> None:
    source = "# One\n\n[a]: http://b.c\n\nSee [a] and <!-- this -->.\n"
    assert markdown(selected(source)) == source.strip()


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# A *head*", "<h1>A <i>head</i></h1>"),
        ("a **b *c*** ~~d~~", "<p>a <b>b </b><b><i>c</i></b> <s>d</s></p>"),
        ("- one\n  - two\n- three", "<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("- a\n\n  b\n- c", "<ul><li>a<p>b</p></li><li>c</li></ul>"),
        ("> a\n>\n> b\n\nc", "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>"),
        ("- [x] a\n- [ ] b", "<ul><li>☑ a</li><li>☐ b</li></ul>"),
        ("[a *b*](http://c.d)", '<p><a href="http://c.d">a <i>b</i></a></p>'),
        ("[a](ftp://b)", "<p>a</p>"),
        ("<b onclick=x>hi</b>", "<p>&lt;b onclick=x&gt;hi&lt;/b&gt;</p>"),
        ("![pic](http://a.b/c.png)", '<p><a href="http://a.b/c.png"><i>pic</i></a></p>'),
        ("[![pic](http://a.b/c.png)](http://a.b)", '<p><a href="http://a.b"><i>pic</i></a></p>'),
        (
            "$x<y$",
            f'<p><span style="{MONO}">$x&lt;y$</span></p>',
        ),
        ("שלום עולם", '<p dir="rtl">שלום עולם</p>'),
        ("a  \nb", "<p>a<br>b</p>"),
        ("---", "<hr>"),
    ],
)
def test_html_has_the_structure_a_word_processor_knows(source: str, text: str) -> None:
    assert body(selected(source)) == text


def test_html_of_a_table_keeps_its_heads_and_alignment() -> None:
    made = body(selected("| a | b |\n|---|--:|\n| 1 | 2 |"))
    assert made == (
        '<table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse">'
        '<tr><th>a</th><th align="right">b</th></tr><tr><td>1</td><td align="right">2</td></tr></table>'
    )


def test_html_of_code_keeps_every_letter_and_its_lines() -> None:
    made = html(selected("```c\nif (a < b) {\n\treturn;\n}\n```"))
    assert ">if (a &lt; b) {\n\treturn;\n}</pre>" in made
    assert "monospace" in made


def test_messages_are_a_blank_line_apart_and_ones_own_are_no_markdown() -> None:
    excerpts = [Excerpt("my *own*\nwords", 0, 14, mine=True), Excerpt("*Their* words", 0, 13)]
    assert plain(excerpts) == "my *own*\nwords\n\nTheir words"
    assert markdown(excerpts) == "my *own*\nwords\n\n*Their* words"
    assert body(excerpts) == "<p>my *own*<br>words</p><p><i>Their</i> words</p>"


@given(markdown_texts(), st.integers(0, 80), st.integers(0, 80))
def test_whatever_is_selected_can_be_copied_in_every_form(source: str, start: int, length: int) -> None:
    excerpts = [Excerpt(source, min(start, len(source)), min(start + length, len(source)))]
    assert "<script" not in html(excerpts)
    assert isinstance(plain(excerpts) + markdown(excerpts), str)


def test_the_clipboard_gets_all_three_forms(qapp: QApplication) -> None:
    copied = [Excerpt("some *words*", 0, 12)]
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(forms(copied))
    given = clipboard.mimeData()
    assert given.text() == "some words"
    assert given.html() == html(copied)
    assert bytes(given.data("text/markdown").data()).decode() == "some *words*"


def test_of_a_conversation_as_long_as_a_book_the_sources_are_given() -> None:
    data = forms([Excerpt("*word* " * 300_000, 0, 2_100_000)])
    assert not data.hasHtml()
    assert data.text().startswith("*word* *word*")
