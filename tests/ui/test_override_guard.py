"""A mistake in a method that Qt calls: told, on every Python that Aloud runs on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
GUARD = "from desktop_app.ui.override_guard import keep_mistakes_whole; keep_mistakes_whole()\n"
PAINTS = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
class Below(QWidget):
    def paintEvent(self, event):
        [][1]
class Above(Below):
    def paintEvent(self, event):
        super().paintEvent(event)
    def helper(self):
        return 7
shown = Above()
shown.show()
application.processEvents()
try:
    shown.repaint()
except IndexError as error:
    print("told:", error)
print(shown.helper(), Above.paintEvent.__name__)
"""


def _painted(first: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    asked = [sys.executable, "-c", first + PAINTS]
    return subprocess.run(asked, env=environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="Python itself makes exceptions whole")
def test_pyside_alone_dies_of_it() -> None:
    if _painted("").returncode >= 0:
        pytest.fail("PySide lives through it by itself by now: desktop_app.ui.override_guard can go")


def test_here_it_is_told_and_the_program_goes_on() -> None:
    done = _painted(GUARD)
    assert done.returncode == 0, done.stderr
    assert "list index out of range" in done.stdout + done.stderr
    assert "7 paintEvent" in done.stdout
