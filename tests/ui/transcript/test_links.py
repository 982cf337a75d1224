"""What a link may do, and what no text of a model's can."""

from __future__ import annotations

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import MessageState
from desktop_app.ui.transcript.compositions.composition import Link
from desktop_app.ui.transcript.looks.links import own_link, safe_address
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import anchors, answer, compositions, lines, page_of, part, press, settle


def show(qtbot: QtBot, view: TranscriptView, source: str, state: MessageState = MessageState.COMPLETE) -> None:
    view.show_messages([answer("a", source, state)])
    settle(qtbot, view)


def test_a_link_to_the_web_is_announced_when_it_is_opened(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view, "See [the page](https://example.org/a?b=c) or <mailto:a@example.org>.")
    assert anchors(view)["the page"] == "https://example.org/a?b=c"
    for text, address in anchors(view).items():
        with qtbot.waitSignal(view.link_activated) as opened:
            press(view, text)
        assert opened.args == [address]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "file:///etc/passwd",
        "data:text/html,<script>x</script>",
        "vbscript:x",
        "aloud-page:read/0/a",
        "//evil.example/x",
        "../local.md",
        "http:///nohost",
        "qrc:/x",
        "smb://host/share",
    ],
)
def test_any_other_address_is_no_link(qtbot: QtBot, view: TranscriptView, address: str) -> None:
    show(qtbot, view, f"A [trap](<{address}>) and ![picture](<{address}>).")
    assert anchors(view) == {}
    assert safe_address(address) == ""


def test_html_does_nothing(qtbot: QtBot, view: TranscriptView) -> None:
    source = (
        '<script>alert(1)</script>\n\nText with <img src="https://evil.example/x.png"> and <b onclick="x()">bold</b>.'
    )
    show(qtbot, view, source)
    script, text = lines(view)
    assert script == "<script>alert(1)</script>"
    assert text.startswith("Text with ")
    assert "https://evil.example/x.png" in text
    assert "bold" in text


def test_pictures_are_words_and_their_address(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view, "![A cat](https://evil.example/cat.png) and ![](local.png)")
    assert lines(view) == ["A cat (https://evil.example/cat.png) and image (local.png)"]


def test_a_tooltip_cannot_become_html(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view, "[x](<https://a.example/<img src=file:///etc/passwd>>)")
    tips = [link.tip for _, _, one in compositions(view) for link in one.links]
    assert tips
    assert not any(QtGui.Qt.mightBeRichText(tip) for tip in tips)
    assert not any("<" in tip for tip in tips)


def test_copy_puts_the_code_on_the_clipboard(qtbot: QtBot, view: TranscriptView) -> None:
    source = "Text\n\n```python\na = 1\nb = 2\n```\n\n```\nother\n```"
    show(qtbot, view, source)
    places = ((1, source.index("```python"), "a = 1\nb = 2\n"), (2, source.index("```\nother"), "other\n"))
    for piece, start, code in places:
        with qtbot.waitSignal(view.code_copied):
            page_of(view).link_pressed.emit(0, piece, Link(own_link("copy", "a", start), "", 0, 0))
        assert QGuiApplication.clipboard().text() == code


def test_read_asks_for_the_range_of_the_code_block(qtbot: QtBot, view: TranscriptView) -> None:
    source = "Text\n\n```python\na = 1\n```\n\nMore."
    show(qtbot, view, source)
    with qtbot.waitSignal(view.read_code_requested) as asked:
        press(view, "Read")
    message_id, start, end = asked.args
    assert message_id == "a"
    assert source[start:end].strip() == "```python\na = 1\n```"


@pytest.mark.parametrize(("words_of_link", "step"), [("Continue", "continue"), ("Retry", "retry")])
def test_a_broken_answer_offers_its_next_steps(
    qtbot: QtBot, view: TranscriptView, words_of_link: str, step: str
) -> None:
    show(qtbot, view, "Half", MessageState.INTERRUPTED)
    with qtbot.waitSignal(view.step_requested) as asked:
        press(view, words_of_link)
    assert asked.args == ["a", step]


def test_tab_reaches_the_links_one_after_the_other(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view, "[one](https://one.example) [two](https://two.example)\n\n```\ncode\n```")
    page = page_of(view)
    page.setFocus()
    reached = []
    for _ in range(4):
        QTest.keyClick(page, Qt.Key.Key_Tab)
        focused = page.focused_link
        assert focused is not None
        composition = page.entries.pieces(focused.entry)[focused.piece]
        reached.append(part(composition, focused.link.start, focused.link.end))
    assert reached == ["one", "two", "Read", "Copy"]
    with qtbot.waitSignal(view.code_copied):
        QTest.keyClick(page, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "code\n"
