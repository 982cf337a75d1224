"""What the first window and the first page leave for later: each of these takes every start some milliseconds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

START = """
import builtins, dataclasses, enum, sys
made, values = [], []
create = enum.EnumType._create_
enum.EnumType._create_ = lambda cls, name, *values, **named: (made.append(name), create(cls, name, *values, **named))[1]
process = dataclasses._process_class
dataclasses._process_class = lambda cls, *more: (values.append(cls.__module__), process(cls, *more))[1]
from desktop_app.ui.import_hook import leave_imports_alone
leave_imports_alone()
from desktop_app import app
from desktop_app.domain.choices import Appearance
from desktop_app.domain.messages import Message, Part, PartKind, Role
from desktop_app.ui.application import start_application
application = start_application(["aloud"])
keeper = app.ThemeKeeper(application, Appearance.LIGHT)
window = app.MainWindow(keeper, lambda: app._transcript(keeper), app._first_start)
window.decide_page(decided=True)
print("modules", *(name for name in sys.modules if name.startswith(("desktop_app", "asyncio", "socket", "sqlite3"))))
window.show()
application.processEvents()
words = Part(PartKind.TEXT, "Boats *float*.\\n\\n- [ ] a task\\n")
window.transcript.show_messages([Message("a", "c", None, Role.ASSISTANT, (words,), 1.0)])
for _ in range(3):
    application.processEvents()
print("page", *(name for name in sys.modules if name.startswith("desktop_app")))
print("style", "StandardPixmap" in made)
print("lists", "SelectionBehavior" in made)
print("expressions", "PatternOption" in made)
print("dataclasses", *(name for name in values if name.startswith("desktop_app")))
support = [module for name, module in sys.modules.items() if name.startswith("shibokensupport.signature.")]
print("signatures", *("asleep" for module in support if "__getattr__" in vars(module)))
print("widgets", "WizardOption" in made)
print("gradients", "Preset" in made)
print("imports", builtins.__import__ is builtins.__orig_import__)
"""


DATACLASSES = {f"desktop_app.domain.{name}" for name in ("messages", "message_tree")} | {
    f"desktop_app.markdown.{name}" for name in ("blocks", "html", "inline", "leaves")
}
"""The modules with those there are: each takes 0.3 ms, and they are copied and compared everywhere."""

AFTER_THE_PAGE = ("notices", "choice_menu", "sidebar.view", "transcript.empty_page")
"""Parts of the window that show nothing yet."""

BEHIND = """
import asyncio, importlib, sys
from desktop_app import app, life
from shiboken6 import Shiboken

def classes(above=Shiboken.Object):
    return {below for one in above.__subclasses__() for below in (one, *classes(one))}

async def in_a_thread(do, name):
    before = classes()
    do(name)
    print("thread", *(f"{one.__module__}.{one.__name__}" for one in classes() - before))
asyncio.to_thread = in_a_thread
asyncio.run(life._import_the_rest())
from desktop_app.assembly import program
print("there", "desktop_app.assembly.parts" in sys.modules)
"""


def test_what_is_imported_in_a_thread_makes_no_class_of_qts() -> None:
    """Qt reads PySide's table of classes on the window's thread, without asking for it: the program died of that."""
    found = started(BEHIND)
    assert found["there"] == ["True"]
    assert found["thread"] == []


def started(script: str = START) -> dict[str, list[str]]:
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = {}
    for line in done.stdout.splitlines():
        name, *words = line.split()
        found.setdefault(name, []).extend(words)
    return found


def test_the_window_waits_for_no_name_and_no_module_that_it_does_not_use() -> None:
    found = started()
    assert found["style"] == ["False"], "something asks for the style: the keyboard's ring, if it is not drawn at once"
    assert found["lists"] == ["False"], "the list of conversations is made before anybody knows what is in it"
    assert found["expressions"] == ["False"], "something asks for a QRegularExpression"
    assert found["signatures"] == ["asleep"] * 7, "something asks PySide for a signature"
    assert found["widgets"] == ["False"], "something asks Qt for a widget of its own making, such as a viewport"
    assert found["gradients"] == ["False"], "something fills with a colour what could be drawn"
    assert found["imports"] == ["True"], "PySide listens to every import"
    later = {"asyncio", "socket", "sqlite3", "desktop_app.presenters.views", "desktop_app.ui.speech_bar"}
    later |= {"desktop_app.ui.sound_saving", "desktop_app.ui.transcript.view", "desktop_app.markdown.parser"}
    assert not later & set(found["modules"])
    after_the_page = {f"desktop_app.ui.{name}" for name in AFTER_THE_PAGE}
    assert not after_the_page & set(found["page"])
    assert set(found["dataclasses"]) <= DATACLASSES, "a value that the first page makes is a named tuple"
