"""Conversations of another program are brought over: chosen, looked at, imported, read, and known the next time."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tests.e2e.conftest import Start
from tests.e2e.test_search import look_for, results
from tests.support.foreign_exports import chatgpt, node, plain_chat, write_json, write_zip
from tests.support.program import Program
from tests.support.whole_conversations import png


def choose_file(program: Program, path: Path) -> None:
    """By key: the list of all actions, the action, the system's dialog."""
    program.keys("ctrl+shift+p")
    program.get("All actions")
    program.write("import conv")
    program.keys("Return")
    program.get("File name:")
    program.enter("File name:", str(path))
    program.keys("Return")


def listed(program: Program) -> list[str]:
    return [one.name for one in program.get("Conversations").children]


def test_an_export_of_chatgpt_is_looked_at_imported_and_known_the_next_time(start: Start, tmp_path: Path) -> None:
    picture = {"content_type": "image_asset_pointer", "asset_pointer": "file-service://file-AbC"}
    nodes = [
        node("q", None, "user", {"content_type": "multimodal_text", "parts": [picture, "What is it?"]}, created=1.6e9),
        node("a", "q", "assistant", "A grey **square**.", created=1.6e9 + 1),
        node("b", "q", "assistant", "A stone.", created=1.6e9 + 2),
        node("s", "b", "user", {"content_type": "smell"}, created=1.6e9 + 3),
    ]
    square = {**chatgpt("square", nodes, current="a"), "update_time": 1.75e9}
    chats = [square, plain_chat("moss", "What is moss?", "A plant.")]
    path = write_zip(tmp_path / "export.zip", {"conversations.json": json.dumps(chats), "file-AbC-x.png": png(64)})
    program = start(spoken_replies=False)
    choose_file(program, path)
    program.read("2 conversations from ChatGPT")
    program.read("5 messages, 1 picture")
    program.read("1 piece of the unknown kind “smell”")
    program.keys("Return")
    program.read("Imported 2 conversations")
    program.keys("Escape")
    program.wait_for(lambda: {"About moss", "About square"} <= set(listed(program)), "both titles")
    program.go_to("Conversations")
    program.keys("Home", "Return")
    program.see("A grey square.")
    program.go_to("Transcript")
    program.keys("Down", "Down", "Down", "ctrl+Right")
    program.see("A stone.")

    look_for(program, "plant")
    program.wait_for(lambda: any("A plant." in row for row in results(program)), "what was imported to be found", 15)
    program.keys("Escape")
    program.wait_for(lambda: not program.shows("Results"), "the search to be closed")

    choose_file(program, path)
    program.read("There is nothing new in it to import.")
    program.keys("Escape")

    broken = write_json(tmp_path / "other.json", {"nothing": "of ours"})
    choose_file(program, broken)
    program.read("There are no conversations in this file that Aloud understands")
    program.keys("Escape")
    assert not list(program.profile.glob("import.*"))


def test_an_import_that_dies_is_taken_back_at_the_next_start(start: Start, tmp_path: Path) -> None:
    words = "moss and fern and bark " * 400
    with (tmp_path / "conversations.json").open("w") as file:
        chats = (json.dumps(plain_chat(f"c{number}", "What?", *[words] * 8)) for number in range(600))
        file.write("[" + ",\n".join(chats) + "]")
    program = start(spoken_replies=False)
    choose_file(program, tmp_path / "conversations.json")
    program.read("600 conversations from ChatGPT", 60)
    program.keys("Return")
    program.wait_for(lambda: count(program) > 0, "some of it", 20)
    program.kill()
    assert (program.profile / "import.db").exists()
    program.start()
    program.read("An import did not come to its end", 60)
    assert count(program) == 0
    assert not list(program.profile.glob("import.*"))


def count(program: Program) -> int:
    db = sqlite3.connect(f"file:{program.profile / 'history.db'}?mode=ro", uri=True)
    try:
        return int(db.execute("SELECT count(*) FROM messages").fetchone()[0])
    finally:
        db.close()
