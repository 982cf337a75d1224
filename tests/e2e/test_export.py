"""Conversations leave the program as files, by keyboard alone: one of them, and everything."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from pypdf import PdfReader

from tests.e2e.conftest import Start
from tests.e2e.test_import import choose_file
from tests.support.api_server import ChatReply, ThreadedApiServer
from tests.support.program import Program, pause
from tests.support.screen import Node

ANSWER = "## Boats\n\nA **sloop** has one mast. See [more](https://example.org/sloops).\n\n```python\nmasts = 1\n```\n"


def open_export(program: Program, words: str, form: str) -> None:
    """From the list of all actions; the format by its first letter."""
    program.keys("ctrl+shift+p")
    program.write(words)
    program.keys("Return")
    what = program.get("What")
    program.screen.wait(lambda: what.has_state("focused"), "the dialog to have the keyboard")
    program.keys("Tab")
    program.write(form)
    program.keys("Return")


def save_at(program: Program, path: Path, field: str = "File name:") -> None:
    """In the system's dialog that comes then."""
    name = program.get(field, "text")
    program.screen.wait(lambda: name.has_state("focused"), "the field of the name to have the keyboard")
    program.keys("ctrl+a")
    program.write(str(path))
    program.keys("Return")


def walk_to(program: Program, link: str) -> None:
    """From link to link of the page, as a screen reader is told of the one that has the keyboard."""
    page = program.get("Transcript")
    page.focus()
    program.screen.wait(lambda: page.has_state("focused"), "the page to have the keyboard")
    for _ in range(20):
        before = links(page)
        if before == [link]:
            return
        program.keys("Tab")
        program.screen.wait(partial(has_moved, page, before), "the next link to have the keyboard")
    raise AssertionError(f"Tab does not lead to {link}")


def has_moved(page: Node, before: list[str]) -> bool:
    return links(page) != before


def links(page: Node) -> list[str]:
    """The one that has the keyboard."""
    return [child.name for child in page.children if child.role == "link"]


def pdf_text(path: Path) -> str:
    return "".join("".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_a_conversation_and_everything_become_files(start: Start, server: ThreadedApiServer, tmp_path: Path) -> None:
    server.chat(ChatReply(ANSWER), ChatReply("Cats have none."))
    program = start(spoken_replies=False)
    for question, answer in (("Tell me of boats.", "one mast"), ("And of cats?", "Cats have none.")):
        program.keys("ctrl+n")
        program.ask(question)
        program.see(answer)
    program.wait_for_event("turn_finished", 2)
    program.go_to("Conversations")
    program.keys("Home", "Down", "Down", "Return")
    program.see("one mast")

    walk_to(program, "Save this code in a file")
    program.keys("Return")
    save_at(program, tmp_path / "boats.py")
    program.wait_for((tmp_path / "boats.py").exists, "the code in a file")
    assert (tmp_path / "boats.py").read_text("utf-8") == "masts = 1\n"

    open_export(program, "export conversation", "P")
    save_at(program, tmp_path / "boats.pdf")
    program.read("Exported boats.pdf.", patience=20)
    assert "Asloophasonemast." in pdf_text(tmp_path / "boats.pdf")
    assert "masts=1" in pdf_text(tmp_path / "boats.pdf")

    open_export(program, "export conversation", "H")
    save_at(program, tmp_path / "boats.html")
    program.read("Exported boats.html.")
    page = (tmp_path / "boats.html").read_text("utf-8")
    assert "<strong>sloop</strong>" in page
    assert 'href="https://example.org/sloops" rel="noopener noreferrer"' in page
    assert "Cats" not in page

    program.keys("ctrl+n")
    program.write("Dear reader")
    pause(0.8)  # a draft is told of half a second after a change
    open_export(program, "export everything", "J")
    save_at(program, tmp_path / "all.json")
    program.read("Exported all.json.")
    found = json.loads((tmp_path / "all.json").read_text("utf-8"))
    assert [one["title"] for one in found["conversations"]] == ["And of cats?", "Tell me of boats."]
    assert found["conversations"][1]["messages"][1]["parts"][0]["text"] == ANSWER
    assert found["draft"]["text"] == "Dear reader"

    program.keys("ctrl+l", "ctrl+a", "Delete")
    pause(0.8)
    choose_file(program, tmp_path / "all.json")
    program.read("2 are here already, with all their messages.")
    program.read("What was begun on the empty page comes into the message box.")
    program.keys("Return")
    program.read("What was begun on the empty page is in the message box.")
    program.keys("Escape")
    program.wait_for(lambda: program.get("Message").text == "Dear reader", "what was begun to be in the box again")

    open_export(program, "export everything", "M")
    save_at(program, tmp_path, "Directory:")
    program.read("Exported Aloud 20")
    (folder,) = tmp_path.glob("Aloud 20*")
    names = sorted(path.name.split(" ", 1)[1] for path in folder.iterdir())
    assert names == ["And of cats.md", "Tell me of boats.md"]
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")], "nothing half is left"
