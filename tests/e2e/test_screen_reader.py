"""What somebody hears who works with a screen reader: every answer once, and the page as text."""

from __future__ import annotations

from tests.e2e.conftest import Start
from tests.support.announcements import Announcements
from tests.support.api_server import ChatReply, ThreadedApiServer
from tests.support.screen import Screen

SENTENCES = ["Here is a first sentence.", "A second one follows it.", "And this is the last."]


def test_an_answer_is_heard_once_whether_aloud_speaks_or_not(
    start: Start, server: ThreadedApiServer, screen: Screen
) -> None:
    program = start(spoken_replies=False)
    server.chat(ChatReply(" ".join(SENTENCES)), ChatReply("This one is spoken. Nobody else says it."))
    with Announcements(screen) as told:
        program.ask("Tell me.")
        program.see(SENTENCES[-1])
        program.wait_for(lambda: SENTENCES[-1] in told.words, "the last sentence to be told")
        assert [words for words in told.words if words in SENTENCES] == SENTENCES
        told.words.clear()
        program.press("Spoken replies")
        program.wait_for(lambda: program.settings().get("spoken_replies") is True, "replies to be spoken")
        program.ask("And aloud?")
        program.see("Nobody else says it.")
        program.wait_for_event("phrase_started")
        program.wait_for_event("turn_finished", 2)
        assert not [words for words in told.words if "spoken" in words or "Nobody" in words]
