"""The keys that the README lists are those that are usually in force."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from desktop_app.ui.actions import ACTIONS

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
ROWS = re.findall(r"^\| ([^|]+) \|", README.split("\n## Keys\n")[1].split("\n## ")[0], re.MULTILINE)[2:]
KEYS = [
    key for row in ROWS for key in re.findall(r"\b(?:(?:Ctrl|Alt|Shift)\+)+(?:Page \w+|\w+|,)|\bF\d+\b|\bEsc\b", row)
]
_NO_ACTIONS = {"Shift+Enter", *(["F11"] if sys.platform == "darwin" else [])}  # a Mac has another key for that


def test_the_table_is_found() -> None:
    assert {"Esc", "Alt+Page Up", "F2", "Ctrl+,"} <= set(KEYS)


@pytest.mark.parametrize("key", sorted(set(KEYS) - _NO_ACTIONS))
def test_a_key_of_the_readme_does_something(key: str) -> None:
    portable = key.replace("Page Up", "PgUp").replace("Page Down", "PgDown")
    assert portable in {spec.key for spec in ACTIONS}
