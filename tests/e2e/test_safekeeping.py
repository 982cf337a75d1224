"""What a person keeps and what leaves no trace: temporary conversations, backups brought back, everything deleted."""

from __future__ import annotations

import asyncio
import subprocess
import time
import zipfile
from pathlib import Path

from desktop_app.domain.messages import Conversation, Message, Part, PartKind, Role
from desktop_app.storage.history import History
from tests.e2e.conftest import Start
from tests.e2e.test_export import open_export, save_at
from tests.support.api_server import ChatReply, SpeechReply, ThreadedApiServer
from tests.support.program import Program, pause
from tests.support.pulse import Ear

SECRET, ANSWERED = "Quittengelee", "Marzipankartoffel"
SENTENCES = f"You asked for {ANSWERED} today. " * 6


def no_trace(program: Program) -> None:
    """Neither word is in any byte of the profile; the page, in the same files, would tell an ordinary conversation."""
    assert program.files_holding(SECRET) + program.files_holding(ANSWERED) == []


def ask_in_secret(program: Program, server: ThreadedApiServer, *, turns: int) -> None:
    server.chat(ChatReply(SENTENCES, chunk=6, pace=0.02))
    program.ask(f"Tell me of {SECRET}.")
    program.wait_for(lambda: ANSWERED in program.transcript, "the beginning of the answer")
    pause(0.4)  # the text of an ordinary answer is written four times a second
    no_trace(program)
    program.wait_for_event("turn_finished", turns)
    program.write(f"begun {SECRET}")
    pause(0.8)  # a draft is told of half a second after a change
    no_trace(program)


def leave(program: Program) -> None:
    program.keys("ctrl+q")
    assert program.wait(8) == 0


def test_a_temporary_conversation_leaves_no_byte_however_it_ends(
    start: Start, server: ThreadedApiServer, ear: Ear, tmp_path: Path
) -> None:
    server.default_speech = SpeechReply(seconds=0.4)
    server.chat(ChatReply("An ordinary answer."))
    program = start()
    program.ask("An ordinary question.")
    program.see("An ordinary answer.")
    program.wait_for_event("turn_finished")
    program.keys("ctrl+shift+n")
    program.get("Temporary conversation")
    program.read("Nothing of this conversation is kept.")
    ask_in_secret(program, server, turns=2)
    program.wait_for_event("phrase_finished", 2)
    no_trace(program)
    assert [node.name for node in program.get("Conversations").children] == ["Today", "An ordinary question."]

    chosen = tmp_path / "of my own choice.md"  # the one file that has it is the one that the person asks for
    open_export(program, "export conversation", "M")
    save_at(program, chosen)
    program.read("Exported of my own choice.md.")
    assert ANSWERED in chosen.read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [chosen.name]
    no_trace(program)

    program.keys("ctrl+n")  # left, and there again, with all of it
    program.wait_for(lambda: ANSWERED not in program.transcript, "an empty page")
    program.press("Undo the deletion")
    program.see(ANSWERED)
    program.read("Nothing of this conversation is kept.")
    program.wait_for(lambda: SECRET in program.get("Message").text, "what was begun there")
    no_trace(program)

    program.kill()
    no_trace(program)
    program.start()
    assert ANSWERED not in program.transcript
    no_trace(program)

    program.keys("ctrl+shift+n")
    program.read("Nothing of this conversation is kept.")
    ask_in_secret(program, server, turns=3)
    leave(program)
    no_trace(program)
    assert "Traceback" not in program.stderr


def test_a_temporary_conversation_that_is_kept_is_an_ordinary_one(start: Start, server: ThreadedApiServer) -> None:
    server.chat(ChatReply(SENTENCES, chunk=8, pace=0.1))
    program = start(spoken_replies=False)
    program.keys("ctrl+shift+n")
    program.read("Nothing of this conversation is kept.")
    program.ask(f"Tell me of {SECRET}.")
    program.see(ANSWERED)
    program.press("Keep this conversation")  # while its answer streams
    titles = ["Today", f"Tell me of {SECRET}."]
    program.wait_for(lambda: [one.name for one in program.get("Conversations").children] == titles, "it in the list")
    assert not program.reads("Nothing of this conversation is kept.")
    program.wait_for_event("turn_finished")
    leave(program)
    program.start()
    assert SENTENCES.strip() in program.see(f"Tell me of {SECRET}.")
    leave(program)


def choose_file(program: Program, path: Path) -> None:
    """In the system's dialog that has just opened."""
    name = program.get("File name:", "text")
    program.screen.wait(lambda: name.has_state("focused"), "the field of the name to have the keyboard")
    program.keys("ctrl+a")
    program.write(str(path))
    program.keys("Return")


def do(program: Program, words: str) -> None:
    """By the list of all actions."""
    program.keys("ctrl+shift+p")
    program.get("All actions", "")
    program.write(words)
    program.keys("Return")


def listed(program: Program) -> list[str]:
    return [node.name for node in program.get("Conversations").children]


def back_up_while_an_answer_streams(program: Program, server: ThreadedApiServer, file: Path) -> None:
    """Two conversations; that of cats is still being written."""
    server.chat(ChatReply("A word about boats."), ChatReply(SENTENCES, chunk=4, pace=0.05))
    program.ask("Tell me of boats.")
    program.see("A word about boats.")
    program.wait_for_event("turn_finished")
    program.keys("ctrl+n")
    program.ask("Tell me of cats.")
    program.see(ANSWERED)
    do(program, "Back up the history")
    program.press("Back up to…")
    choose_file(program, file)
    program.read("Backed up to Mine.zip.", patience=20)
    with zipfile.ZipFile(file) as archive:
        assert {"manifest.json", "history.db", "settings.json"} <= set(archive.namelist())
    assert subprocess.run(["grep", "-c", "api_key", file], check=False).returncode != 0
    program.wait_for_event("turn_finished", 2)
    assert program.see("You asked for").count(ANSWERED) == SENTENCES.count(ANSWERED), "the answer did not wait for it"


def delete_all(program: Program) -> None:
    do(program, "Delete all conversations")
    program.read("Delete all 2 conversations?")
    program.press("Delete all")
    program.read("All conversations are gone.", patience=20)
    program.wait_for(lambda: not program.shows("Conversations") or not listed(program), "an empty list")
    program.wait_for(lambda: not program.files_holding(ANSWERED), "no byte of it", 20)  # the index of search follows
    program.wait_for(lambda: not program.files_holding("boats"), "no byte of that either")


def replace_all(program: Program, server: ThreadedApiServer, file: Path) -> None:
    """After a look into it; then something is asked that the backup has not."""
    do(program, "Restore a backup")
    choose_file(program, file)
    program.read("2 conversations, 4 messages, with settings.", patience=20)
    program.read("Missing here: 2 conversations, 4 messages.")
    program.read("Tell me of boats.")
    program.press("Replace all")
    program.read("The backup was restored.", patience=20)
    program.wait_for(lambda: listed(program) == ["Today", "Tell me of cats.", "Tell me of boats."], "both in the list")
    program.go_to("Conversations")
    program.keys("End", "Return")
    program.see("A word about boats.")
    server.chat(ChatReply("Boats again."))
    program.ask("Go on.")
    program.see("Boats again.")
    program.wait_for_event("turn_finished", 3)


def look_and_leave_it(program: Program, file: Path) -> None:
    """With less here than there, and more."""
    program.go_to("Conversations")
    program.keys("Home", "Down", "Down", "Delete")
    program.wait_for(lambda: listed(program) == ["Today", "Tell me of boats."], "the other one to go")
    do(program, "Restore a backup")
    choose_file(program, file)
    program.read("Only here, and not in the backup: 0 conversations, 2 messages.", patience=20)
    program.press("Cancel")
    program.wait_for(lambda: not program.shows("Cancel"), "the look to end")
    leave(program)
    assert program.files_holding(ANSWERED) == [], "deleted is gone, from the index of search too"


def bring_in_what_is_missing(program: Program, file: Path) -> None:
    program.start()
    program.wait_for(lambda: listed(program) == ["Today", "Tell me of boats."], "the list")
    do(program, "Restore a backup")
    choose_file(program, file)
    program.read("Missing here: 1 conversation, 2 messages.", patience=20)
    program.press("Bring in what is missing")
    program.read("2 messages came in.", patience=20)
    program.wait_for(lambda: sorted(listed(program)[1:]) == ["Tell me of boats.", "Tell me of cats."], "both again")
    assert "Boats again." in program.see("A word about boats.")


def try_a_damaged_one(program: Program, file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-3000])
    do(program, "Restore a backup")
    choose_file(program, file)
    program.wait_for(lambda: program.shows("Notice"), "a notice")
    assert "no backup of Aloud, or it is damaged" in program.notice()


def test_a_backup_is_made_while_an_answer_streams_and_brought_back_after_a_look(
    start: Start, server: ThreadedApiServer, tmp_path: Path
) -> None:
    file = tmp_path / "Mine.zip"
    program = start(spoken_replies=False)
    back_up_while_an_answer_streams(program, server, file)
    delete_all(program)
    replace_all(program, server, file)
    look_and_leave_it(program, file)
    bring_in_what_is_missing(program, file)
    try_a_damaged_one(program, file)
    leave(program)


async def _talk_long_ago(profile: Path) -> None:
    """What an earlier run left: one conversation of a hundred days ago, and one of today."""
    history = await History.open(profile / "history.db")
    for name, moment in (("old", time.time() - 100 * 86_400), ("new", time.time())):
        await history.add_conversation(Conversation(name, f"The {name} one", moment, moment))
        part = Part(PartKind.TEXT, f"{ANSWERED} {name}")
        await history.add_message(Message(f"m-{name}", name, None, Role.USER, (part,), moment))
    await history.close()


def test_old_conversations_go_after_it_was_said_how_many(start: Start, profile: Path) -> None:
    asyncio.run(_talk_long_ago(profile))
    program = start()
    program.wait_for(lambda: {"The new one", "The old one"} <= set(listed(program)), "both in the list")
    program.keys("ctrl+comma")
    program.get("Settings pages").focus()
    program.keys("Home", "Down")
    choice = program.go_to("Conversations", "combo box")
    assert choice.has_state("focused")
    program.keys("Down", "Down")
    program.read("On OK one conversation is deleted for good.")
    assert program.files_holding(f"{ANSWERED} old"), "not before OK"
    program.press("OK")
    program.wait_for(lambda: "The old one" not in listed(program), "the old one to go")
    program.wait_for(lambda: not program.files_holding(f"{ANSWERED} old"), "no byte of it", 20)
    assert "The new one" in listed(program)
    assert program.files_holding(f"{ANSWERED} new")
    program.wait_for_settings(keep_conversations=90)
    leave(program)
