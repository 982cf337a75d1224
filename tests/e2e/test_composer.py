"""The composer as a person uses it: pictures and files go to the server, what was begun survives a kill, prompts."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

from tests.e2e.conftest import Start
from tests.e2e.test_export import save_at
from tests.support.api_replies import error_body
from tests.support.api_server import ChatReply, ThreadedApiServer
from tests.support.pdf_files import pdf
from tests.support.program import Program, pause

PICTURE = """
from PySide6.QtGui import QColor, QGuiApplication, QImage
application = QGuiApplication([])
image = QImage(3000, 600, QImage.Format.Format_RGB32)
image.fill(QColor("#3377BB"))
application.clipboard().setImage(image)
print("offered", flush=True)
application.exec()
"""
FILES = """
import sys
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
data = QMimeData()
data.setUrls([QUrl.fromLocalFile(path) for path in sys.argv[1:]])
application.clipboard().setMimeData(data)
print("offered", flush=True)
application.exec()
"""
DRAGGED = """
import sys
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

class File(QLabel):
    def mousePressEvent(self, event):
        drag, data = QDrag(self), QMimeData()
        data.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)

application = QApplication([])
file = File("a file")
file.setWindowFlags(Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.X11BypassWindowManagerHint)
file.setGeometry(0, 0, 60, 30)
file.show()
QTimer.singleShot(300, lambda: print("offered", flush=True))
application.exec()
"""


def holding(script: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Another program that offers something on the clipboard."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    return subprocess.Popen([sys.executable, "-c", script, *arguments], env=environment, stdout=subprocess.PIPE)


def paste(program: Program, script: str, *arguments: str, chips: tuple[str, ...]) -> None:
    with holding(script, *arguments) as other:
        try:
            assert other.stdout is not None
            assert other.stdout.readline() == b"offered\n"
            program.get("Message").focus()
            program.keys("ctrl+v")
            for chip in chips:
                program.wait_for(partial(_is_attached, program, chip), f"{chip!r} to be attached")
        finally:
            other.kill()


def drag(program: Program, path: Path, chip: str) -> None:
    """From a file manager onto the middle of the page."""
    with holding(DRAGGED, str(path)) as other:
        try:
            assert other.stdout is not None
            assert other.stdout.readline() == b"offered\n"
            left, top, width, height = program.get("Transcript").extents
            steps = [
                (20 + (left + width // 2) * part // 20, 15 + (top + height // 2) * part // 20) for part in range(20)
            ]
            xdotool("mousemove", "20", "15", "mousedown", "1")
            for x, y in steps:
                pause(0.03)
                xdotool("mousemove", str(x), str(y))
            xdotool("mouseup", "1")
            program.wait_for(partial(_is_attached, program, chip), f"{chip!r} to be attached")
        finally:
            other.kill()


def xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True)


def _is_attached(program: Program, chip: str) -> bool:
    return chip in attached(program)


def attached(program: Program) -> str:
    """The names of the chips."""
    return " / ".join(node.name for node in program.get("Attachments").children)


def take_away(program: Program, chip: str) -> None:
    """By key."""
    program.go_to(chip)
    program.keys("Delete")
    program.wait_for(lambda: not program.shows("Attachments"), "the chip to be gone")


def test_pictures_and_files_go_along_and_where_a_model_takes_no_pictures_the_rest_goes(
    start: Start, server: ThreadedApiServer, tmp_path: Path
) -> None:
    notes, paper = tmp_path / "night.md", tmp_path / "paper.pdf"
    notes.write_text("It is ```dark```.\n", "utf-8")
    paper.write_bytes(pdf("The light of stars"))
    server.chat(ChatReply(status=400, error=error_body("This model does not support images.")))
    server.chat(ChatReply("Night, then."))
    program = start(spoken_replies=False)
    paste(program, PICTURE, chips=("picture.png, ",))
    paste(program, FILES, str(notes), str(paper), chips=("night.md, 18", "paper.pdf, 1 page"))
    program.wait_for(lambda: "Reading" not in attached(program), "all to be read")
    program.ask("What is this?")
    program.read("This model takes no pictures.")

    [message] = server.chat_requests[0].json["messages"]
    words, picture, *files = message["content"]
    assert words == {"type": "text", "text": "What is this?"}
    head, _, data = picture["image_url"]["url"].partition(",")
    assert head == "data:image/png;base64"
    image = base64.b64decode(data)
    assert (int.from_bytes(image[16:20], "big"), int.from_bytes(image[20:24], "big")) == (2048, 409)
    assert [part["text"] for part in files] == [
        "night.md:\n\n````md\nIt is ```dark```.\n````",
        "paper.pdf:\n\n```\nThe light of stars\n```",
    ]

    program.press("Send without pictures")
    page = program.see("Night, then.")
    assert all(name in page for name in ("picture.png", "night.md", "paper.pdf, 1 page"))
    [again] = server.chat_requests[1].json["messages"]
    assert "[I attached a picture “picture.png” here. You cannot see it.]" in again["content"]
    assert "The light of stars" in again["content"]
    program.wait_for(lambda: not program.shows("Attachments"), "the chips to be gone")

    program.get("Message").focus()
    program.keys("ctrl+z")
    program.wait_for(lambda: program.shows("Attachments"), "what was sent to be back")
    assert program.get("Message").text == "What is this?"
    assert all(name in attached(program) for name in ("picture.png", "night.md", "paper.pdf, 1 page"))


def test_what_was_begun_survives_a_kill_and_a_saved_prompt_has_fields(
    start: Start, server: ThreadedApiServer, tmp_path: Path
) -> None:
    program = start(spoken_replies=False)
    (tmp_path / "night.md").write_text("It is dark.", "utf-8")
    drag(program, tmp_path / "night.md", "night.md, 11 bytes")
    program.get("Message").focus()
    program.write("Half a thought")
    pause(1.0)  # so soon it is kept
    program.kill()
    program.start()
    program.wait_for(lambda: program.get("Message").text == "Half a thought", "the draft")
    assert attached(program) == "night.md, 11 bytes"
    take_away(program, "night.md, 11 bytes")
    program.keys("ctrl+o")
    save_at(program, tmp_path / "night.md")
    program.wait_for(lambda: program.shows("Attachments"), "what was chosen in the dialog")
    take_away(program, "night.md, 11 bytes")

    program.get("Message").focus()
    program.keys("ctrl+a", "Delete")
    program.write("/")
    program.read("Save a prompt…")
    program.keys("Return")
    program.press("New prompt")
    program.enter("Name", "Translate")
    program.enter("Prompt", "Into {{language}}: {{text}}")
    program.press("Done")
    program.wait_for(lambda: not program.shows("New prompt"), "the prompts to be closed")

    program.activate()
    program.get("Message").focus()
    program.write("/tr")
    program.read("Translate: Into {{language}}: {{text}}")
    program.keys("Return")
    program.write("German")
    program.keys("Tab")
    program.write("Yes")
    program.keys("Return")
    program.see("You said: Into German: Yes")
    assert server.chat_requests[-1].json["messages"][-1]["content"] == "Into German: Yes"
    program.wait_for(lambda: program.get("Message").has_state("focused"), "the box to have the keyboard")
    program.keys("Up")
    program.wait_for(lambda: program.get("Message").text == "Into German: Yes", "what was asked")
