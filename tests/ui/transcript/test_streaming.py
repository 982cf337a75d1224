"""A message that grows: the page at its end is the same however the text came, and only the open end is touched."""

from __future__ import annotations

import random

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import MessageState
from desktop_app.domain.usage import Timings, Usage
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import (
    answer,
    compositions,
    lines,
    mine,
    page_of,
    select,
    selected,
    settle,
    streaming,
    words,
)

EVERYTHING = """# Title

A paragraph with **strong words**, `code` and 😀, which goes on
in a second line.

- one
- two
  - nested

  with a paragraph
- three

> quoted
> > deeper

```python
def f() -> None:
    return "x"

# the end
```

| a | b |
|---|--:|
| 1 | `2` |
| 3 | **4** |
| 5 | 6 |

---

<div>raw</div>

Setext
======

1. first

   ```sh
   ls
   ```
2. second

Last words.
"""


def cut(text: str, seed: int) -> list[str]:
    chance = random.Random(seed)
    deltas = []
    while text:
        size = chance.randint(1, 25)
        deltas.append(text[:size])
        text = text[size:]
    return deltas


def shape(view: TranscriptView) -> list[tuple[str, float]]:
    """Each piece of the page: what it reads like and how tall it is."""
    page = page_of(view)
    found = []
    for index, number, one in compositions(view):
        page.shelf.sheet(page.entries[index], number)
        found.append((one.text, page.entries[index].pieces[number].height))
    return found


@pytest.mark.parametrize("seed", range(5))
def test_the_page_is_the_same_however_the_text_was_cut(qtbot: QtBot, view: TranscriptView, seed: int) -> None:
    view.show_messages([mine("u", "Hi"), answer("a", EVERYTHING)])
    settle(qtbot, view)
    whole = shape(view)
    view.show_messages([mine("u", "Hi")])
    view.add_message(streaming("a"))
    for number, delta in enumerate(cut(EVERYTHING, seed)):
        view.append_text("a", delta)
        if number % 3 == 0:
            view._work.frame()
    view.set_state("a", MessageState.COMPLETE)
    settle(qtbot, view)
    assert shape(view) == whole


FRAGMENTS = (
    *(
        "# H\n",
        "text *em* **b** `c` ~~s~~ ",
        "\n",
        "\n\n",
        "- a\n",
        "  - b\n",
        "    - c\n",
        "1. x\n",
        "> q\n",
        "> > qq\n",
    ),
    *(
        "```py\n",
        "```\n",
        "~~~\n",
        "    code\n",
        "| a | b |\n",
        "|---|--:|\n",
        "| 1 | 2 |\n",
        "---\n",
        "===\n",
        "<div>\n",
    ),
    *(
        "<b>",
        "[l](http://a.b/c)",
        "![i](http://x.y/z.png)",
        "😀",
        "日本。",
        "שלום ",
        "&amp;",
        "\\*",
        "  \n",
        "\t",
        "`",
        "**",
    ),
)


@pytest.mark.parametrize("seed", range(25))
def test_any_markdown_is_the_same_streamed_and_whole(qtbot: QtBot, view: TranscriptView, seed: int) -> None:
    chance = random.Random(seed)
    source = "".join(chance.choice(FRAGMENTS) for _ in range(40))
    view.show_messages([mine("u", "Hi"), answer("a", source), mine("w", "After")])
    settle(qtbot, view)
    whole = shape(view)
    view.show_messages([mine("u", "Hi"), streaming("a"), mine("w", "After")])
    for delta in cut(source, seed):
        view.append_text("a", delta)
        view._work.frame()
        assert page_of(view).outlook.seen[-1].entry.message_id == "w"
    view.set_state("a", MessageState.COMPLETE)
    settle(qtbot, view)
    assert shape(view) == whole


@pytest.mark.parametrize("length", range(0, len(EVERYTHING), 17))
def test_heights_and_numbers_stay_true_at_every_moment(qtbot: QtBot, view: TranscriptView, length: int) -> None:
    view.add_message(streaming("a"))
    for at in range(0, length, 9):
        view.append_text("a", EVERYTHING[at : min(at + 9, length)])
        view._work.frame()
    view.show_facts("a", Timings(0.5), None, 0)
    page = page_of(view)
    entry = page.entries[0]
    assert entry.fed == entry.size
    assert entry.content + 1 == len(entry.pieces)
    assert page.column.height_of(entry) == sum(piece.height for piece in entry.pieces)
    settle(qtbot, view)


def test_an_open_fence_is_a_code_block_from_its_first_line(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    view.append_text("a", "```python\n")
    settle(qtbot, view)
    assert lines(view)[0].startswith("python")
    view.append_text("a", "a = 1\nb =")
    settle(qtbot, view)
    head, *code = lines(view)
    assert head.startswith("python · 2 lines")
    assert code == ["a = 1", "b ="]


def test_what_is_closed_is_not_composed_again(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    view.append_text("a", "First paragraph.\n\nSecond")
    settle(qtbot, view)
    entry = page_of(view).entries[0]
    first = entry.pieces[0].composition
    sheets = [piece.sheet for piece in entry.pieces]
    view.append_text("a", " paragraph.\n\nThird.")
    settle(qtbot, view)
    assert entry.pieces[0].composition is first
    assert [piece.sheet for piece in entry.pieces[:2]] == sheets, "the open paragraph grows in its own sheet"


def test_a_selection_in_the_open_end_survives_its_growth(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    view.append_text("a", "Here are *some words* that grow")
    settle(qtbot, view)
    select(view, "some words")
    for delta in (" and", " grow", " and grow.\n\nAnd a paragraph.", "\n\n- and a list"):
        view.append_text("a", delta)
        settle(qtbot, view)
    assert selected(view) == "some words"


def test_a_selection_in_an_open_code_block_survives_new_lines(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    view.append_text("a", "```python\nfirst = 1\nsecond = 2\n")
    settle(qtbot, view)
    select(view, "second = 2")
    view.append_text("a", "third = 3\n```\n\nDone.")
    settle(qtbot, view)
    assert selected(view) == "second = 2"


def carets(view: TranscriptView) -> list[int]:
    page = page_of(view)
    return [page.lighting.of(page.entries[index], number).caret for index, number, _ in compositions(view)]


def test_the_caret_stands_behind_the_last_letter_while_it_streams(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    view.append_text("a", "Word")
    view.show_facts("a", Timings(0.4), None, 0)
    settle(qtbot, view)
    assert carets(view) == [len("Word"), -1]
    view.set_state("a", MessageState.COMPLETE)
    settle(qtbot, view)
    assert set(carets(view)) == {-1}
    assert "▌" not in words(view)


def test_text_that_waits_is_shown_before_the_ending(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    for delta in cut(EVERYTHING * 20, 1):
        view.append_text("a", delta)
    view.set_state("a", MessageState.STOPPED)
    settle(qtbot, view)
    assert lines(view)[-2:] == ["Last words.", "stopped\u2003Continue\u2003Retry"]


def test_a_message_that_ended_can_go_on(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Hi"), answer("a", "One **two", MessageState.INTERRUPTED), mine("v", "Later")])
    settle(qtbot, view)
    view.set_state("a", MessageState.STREAMING)
    view.append_text("a", "** three.")
    view.set_state("a", MessageState.COMPLETE)
    settle(qtbot, view)
    assert lines(view) == ["Hi", "One two three.", "Later"]


def test_a_message_that_goes_on_before_its_end_is_on_the_page_loses_nothing(qtbot: QtBot, view: TranscriptView) -> None:
    text = "\n\n".join(f"Paragraph {number} of an answer." for number in range(2000))
    view.add_message(streaming("a"))
    view.append_text("a", text)
    view.set_state("a", MessageState.STOPPED)
    view.set_state("a", MessageState.STREAMING)
    view.append_text("a", " And the end.")
    view.set_state("a", MessageState.COMPLETE)
    settle(qtbot, view)
    assert words(view).strip().startswith("Paragraph 0 of")
    assert "Paragraph 1000 of" in words(view)
    assert "Paragraph 1999 of an answer. And the end." in words(view)
    assert "stopped" not in words(view)


def test_a_long_message_can_go_on_before_it_has_been_read_whole(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Hi"), answer("a", EVERYTHING * 100, MessageState.INTERRUPTED)])
    assert not page_of(view).entries[-1].whole
    view.set_state("a", MessageState.STREAMING)
    view.append_text("a", "More.")
    view.set_state("a", MessageState.COMPLETE)
    settle(qtbot, view)
    continued = shape(view)
    view.show_messages([mine("u", "Hi"), answer("a", EVERYTHING * 100 + "More.")])
    settle(qtbot, view)
    assert continued == shape(view)


def test_a_conversation_in_which_an_answer_is_being_written_can_be_opened(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Hi"), answer("a", "So **far", MessageState.STREAMING)])
    view.append_text("a", "** so good.")
    settle(qtbot, view)
    assert lines(view) == ["Hi", "So far so good."]
    assert carets(view)[-1] > 0


def test_text_for_a_message_that_has_ended_or_is_gone_finds_no_one(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", "Done.")])
    settle(qtbot, view)
    view.append_text("a", " late")
    view.append_text("gone", "x")
    view.set_state("gone", MessageState.COMPLETE)
    settle(qtbot, view)
    assert lines(view) == ["Done."]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (MessageState.STOPPED, "stopped\u2003Continue\u2003Retry"),
        (MessageState.INTERRUPTED, "interrupted\u2003Continue\u2003Retry"),
        (MessageState.FAILED, "failed\u2003Continue\u2003Retry"),
        (MessageState.TRUNCATED, "cut by the token limit\u2003Continue\u2003Retry"),
        (MessageState.FILTERED, "ended by the server's content filter\u2003Retry"),
    ],
)
def test_a_message_says_how_it_ended(qtbot: QtBot, view: TranscriptView, state: MessageState, expected: str) -> None:
    view.show_messages([answer("a", "Half an answer", state)])
    settle(qtbot, view)
    assert lines(view) == ["Half an answer", expected]


def test_nothing_can_be_continued_that_never_began(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Hi"), answer("a", "", MessageState.FAILED)])
    settle(qtbot, view)
    assert lines(view) == ["Hi", "failed\u2003Retry"]


def test_the_facts_stand_under_the_answer_and_grow(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    view.append_text("a", "Text.")
    view.show_facts("a", Timings(0.41), None, 0)
    settle(qtbot, view)
    assert lines(view) == ["Text.", "first word 0.41 s"]
    view.show_facts("a", Timings(0.41, 0.78), Usage(120, 412, 64, 20), 2)
    assert lines(view)[-1] == (
        "first word 0.41 s\u2003first sound 0.78 s\u2003"
        "120 in · 412 out · 64 reasoning · 20 cached tokens\u20032 damaged events skipped"
    )


def test_no_timer_runs_when_there_is_nothing_to_do(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    view.append_text("a", "Text.")
    assert not view.idle
    settle(qtbot, view)
    assert view.idle


def test_an_answer_without_a_word_says_so_and_can_be_asked_for_again(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Hi"), answer("a", " \n"), mine("v", "Well?")])
    view.add_message(streaming("b"))
    settle(qtbot, view)
    assert [line for line in lines(view) if "empty" in line] == ["The answer is empty.\u2003Retry"]
    view.set_state("b", MessageState.COMPLETE)
    settle(qtbot, view)
    assert lines(view)[-1] == "The answer is empty.\u2003Retry"
