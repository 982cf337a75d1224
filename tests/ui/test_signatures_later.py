"""PySide's knowledge of its signatures is not loaded before somebody asks for it, and then it is all there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LATER = "from desktop_app.ui.import_hook import leave_imports_alone; leave_imports_alone()"
LOADED = """
import sys
names = ("errorhandler", "layout", "lib.enum_sig", "lib.pyi_generator", "lib.tool", "mapping", "parser")
modules = [sys.modules[f"shibokensupport.signature.{name}"] for name in names]
print(*("asleep" if "__getattr__" in vars(module) else "loaded" for module in modules))
"""
QUESTIONS = {
    "wrong arguments": "QSize('wide')",
    "one of them wrong": "QSize(1, 2).scaled(1, 'high')",
    "a wrong name": "QObject(parnt=None)",
    "wrong arguments on another thread": "ask_on_a_thread(lambda: QSize('wide'))",
    "help": "print(QSize.scaled.__doc__, QObject.__doc__)",
    "a signature": "from shibokensupport.signature import get_signature; print(get_signature(QSize.scaled))",
    "PySide's own names for it": "from PySide6.support.signature.lib.enum_sig import ExactEnumerator as E; print(E)",
}
ASKING = """
import threading, traceback
from PySide6.QtCore import QObject, QSize

def ask(question):
    try:
        exec(question, globals())
    except Exception as error:
        print(type(error), error)

def ask_on_a_thread(question):
    def do():
        try:
            question()
        except TypeError as error:
            print(error)
    thread = threading.Thread(target=do)
    thread.start()
    thread.join()
"""


def run(*script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(script)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_is_not_loaded_with_pyside() -> None:
    assert run(LATER, LOADED).split() == ["asleep"] * 7


def test_pyside_alone_loads_it_all() -> None:
    if run("import PySide6.QtCore", LOADED).split() != ["loaded"] * 7:
        pytest.fail("PySide brings it along in another way: desktop_app.ui.signatures_later does nothing any more")


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_who_asks_hears_what_pyside_alone_says(question: str) -> None:
    asked = f"ask({question!r})"
    answer = run(LATER, ASKING, asked, asked)
    assert answer == run(ASKING, asked, asked)
    assert answer.strip()


def test_no_trace_is_left_of_the_way_it_is_done() -> None:
    said = run(
        "import builtins, sys; own = builtins.__import__; before = list(sys.meta_path)",
        LATER,
        "print(builtins.__import__ is own, builtins.__orig_import__ is own)",
        "print(not [finder for finder in sys.meta_path if 'signatures_later' in type(finder).__module__])",
    )
    assert said.split() == ["True"] * 3
