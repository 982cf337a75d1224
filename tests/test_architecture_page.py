"""``desktop_app/README.md`` tells the truth where a test can know it: the files, folders and threads that it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "desktop_app"
PAGE = (HOUSE / "README.md").read_text("utf-8")
TREE = PAGE.split("```")[1]
THREADS = PAGE.split("\n## Threads\n")[1].split("\n## ")[0]
_THREAD = re.compile(r"\bThread\([^()]*\bname=\"([\w ]+)\"|\b(?:JobThread\(|thread_name_prefix=)\"([\w ]+)\"")
_OF_A_COMMAND = {"signals", "text to be said"}
"""What runs in ``aloud ask`` and its like, and not in the program that has the window."""


def inner_rooms(folder: Path) -> list[Path]:
    return sorted(path.parent for path in folder.glob("*/__init__.py"))


@pytest.mark.parametrize("named", sorted(set(re.findall(r"`([\w/]+\.(?:py|md))(?:: \w+)?`", PAGE))))
def test_a_file_that_the_page_names_is_there(named: str) -> None:
    places = [*HOUSE.rglob(Path(named).name), *(HOUSE.parent / "tests").rglob(Path(named).name)]
    assert [path for path in places if path.as_posix().endswith(f"/{named}")]


@pytest.mark.parametrize("room", [path.name for path in inner_rooms(HOUSE)])
def test_each_room_stands_in_the_pages_tree(room: str) -> None:
    assert re.search(rf"^{room}/ ", TREE, re.MULTILINE)


@pytest.mark.parametrize(
    "room", [path.relative_to(HOUSE).as_posix() for outer in inner_rooms(HOUSE) for path in inner_rooms(outer)]
)
def test_each_inner_room_stands_below_its_room(room: str) -> None:
    outer, inner = room.split("/")
    below = re.split(rf"^{outer}/ ", TREE, flags=re.MULTILINE)[1]
    below = re.split(r"^\w+/ ", below, flags=re.MULTILINE)[0]
    assert re.search(rf"^  .*\b{inner}/", below, re.MULTILINE)


def test_each_thread_that_has_a_name_stands_in_the_table() -> None:
    sources = (path.read_text("utf-8") for path in HOUSE.rglob("*.py"))
    names = {one or other for source in sources for one, other in _THREAD.findall(source)}
    assert {"history", "device", "synthesis"} <= names, "the pattern finds threads"
    rows = {name for row in re.findall(r"^\| ([^|]+) \|", THREADS, re.MULTILINE) for name in row.split(", ")}
    assert sorted(names - _OF_A_COMMAND - rows) == []
