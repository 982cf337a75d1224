"""What somebody hears who works with a screen reader: every answer once, and the page as text."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Start
from tests.support.announcements import Announcements, Notifications
from tests.support.api_server import ChatReply, ThreadedApiServer
from tests.support.screen import Screen

SENTENCES = ["Here is a first sentence.", "A second one follows it.", "And this is the last."]


@pytest.mark.parametrize("reader", [Announcements, Notifications])
def test_an_answer_is_heard_once_whether_aloud_speaks_or_not(
    start: Start, server: ThreadedApiServer, screen: Screen, reader: type[Announcements]
) -> None:
    program = start(spoken_replies=False)
    server.chat(ChatReply(" ".join(SENTENCES)), ChatReply("This one is spoken. Nobody else says it."))
    with reader(screen) as told:
        program.ask("Tell me.")
        program.see(SENTENCES[-1])
        program.wait_for(lambda: SENTENCES[-1] in told.words, "the last sentence to be told")
        assert [words for words in told.words if words in SENTENCES] == SENTENCES
        told.words.clear()
        program.press("Spoken replies")
        program.wait_for_settings(spoken_replies=True)
        program.ask("And aloud?")
        program.see("Nobody else says it.")
        program.wait_for_event("phrase_started")
        program.wait_for_event("turn_finished", 2)
        assert not [words for words in told.words if "spoken" in words or "Nobody" in words]


def test_the_page_is_a_text_to_a_screen_reader(start: Start, server: ThreadedApiServer) -> None:
    program = start(spoken_replies=False)
    answer = "See [the page](https://example.org/a) first.\n\n```sh\nls\n```\n\n- **one** item\n- another item"
    server.chat(ChatReply(answer), ChatReply("The second answer."))
    program.ask("What is there?")
    text = program.see("first word")  # the facts stand under a whole answer
    assert "What is there?\nSee the page first.\n" in text
    page = program.get("Transcript")
    window = page.extents
    x, y, width, height = page.extents_of("another item")
    assert window[0] < x < x + width < window[0] + window[2], "the words are within the page"
    assert window[1] < y < y + height < window[1] + window[3]
    assert page.extents_of("one item")[1] < y, "one line stands above the other"
    names = [child.name for child in page.children]
    assert "You: What is there?" in names
    assert "Answer: See the page first." in names

    page.focus()
    program.wait_for(lambda: program.get("Transcript").has_state("focused"), "the page to have the keyboard")
    place = text.index("another")
    page.set_caret(place)
    program.wait_for(lambda: page.caret == place, "the caret where the screen reader put it")
    program.keys("shift+ctrl+Right")
    program.wait_for(lambda: page.selected_text == "another ", "a word to be selected by the keyboard")

    page.set_caret(place)
    program.keys("F7")
    program.keys("Down")
    program.wait_for(lambda: page.caret >= text.index("first word"), "the caret one line further down")
    program.keys("F7")

    program.keys("Tab")
    link = program.screen.wait(
        lambda: next((child for child in page.children if child.role == "link"), None), "a link to have the keyboard"
    )
    assert link.name in {"Read", "the page"}
    program.ask("And more?")
    program.see("The second answer.")
    program.keys("ctrl+f")
    program.get("Find").focus()
    program.write("item")
    program.read(" of 2")
    program.keys("Escape")
    program.wait_for(lambda: page.selected_text == "item", "what was found to be selected")
