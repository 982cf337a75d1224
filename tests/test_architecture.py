"""The plan of the house, kept true: which room may know which, and through which one door a library comes in."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "desktop_app"

MAY_KNOW = {
    "domain": set[str](),
    "markdown": {"domain"},
    "chat": {"domain"},
    "speech": {"domain", "markdown"},
    "storage": {"domain"},
    "observe": {"domain"},
    "control": {"domain"},
    "exchange": {"markdown", "domain"},
    "presenters": {"chat", "speech", "storage", "exchange", "observe", "control", "markdown", "domain"},
    "ui": {"presenters", "markdown", "domain"},
}
"""Each room and the rooms below it. What stands beside the rooms (app, __main__, self_test) is checked by name."""

ROOT = "assembly"
"""The folder of the composition root: not a room, and known to nobody."""

MAY_KNOW_IN_SPEECH = {
    "text": {"text"},
    "sound": {"sound", "options", "synthesizer"},
    "voices": {"voices", "text", "sound", "options", "synthesizer"},
}
"""The inner rooms of speech: words and sound know nothing of each other, and none of them knows the pipeline."""

MAY_KNOW_IN_TRANSCRIPT = {
    "looks": {"looks"},
    "compositions": {"compositions", "looks"},
    "sheets": {"sheets", "compositions", "looks"},
    "page": {"page", "sheets", "compositions", "looks"},
    "copying": {"copying", "page", "compositions", "looks"},
    "find": {"find", "page", "compositions", "looks"},
    "readers": {"readers", "page", "sheets", "compositions", "looks"},
    "voice": {"voice", "page", "sheets", "compositions", "looks"},
    "tools": {"tools", "copying", "page", "compositions", "looks"},
}
"""The inner rooms of the transcript: what is read knows no layout, what is laid out knows no page."""

DOORS = {
    "openai": {"chat/openai_client.py", "speech/voices/openai_voice.py"},
    "pyaudio": {"speech/sound/portaudio.py"},
    "keyring": {"storage/keys.py"},
    "soundfile": {"speech/sound/sound_files.py"},
    "sqlite3": {
        "storage/first_look.py",
        "storage/freed_room.py",  # what deletions leave in the file
        "storage/history_check.py",  # a large file looked through
        "storage/history_file.py",  # in whatever condition it is
        "storage/history_store.py",
        "storage/history_trouble.py",  # what its errors mean
        "storage/importing/rows.py",  # writes the log of the history aside
        "storage/importing/staging.py",  # a file of its own, in which an import is put together
        "storage/kept_sound/index.py",  # reads its table where nobody waits
        "storage/migrations.py",
        "storage/search/index.py",  # a file of its own beside the history
        "storage/backups/old_copies.py",  # deletes from them what was deleted
        "storage/backups/snapshot.py",  # copies of the history: backups
        "storage/salvage/",  # its scratch file
        "storage/temporary.py",  # a database of its own, in memory
    },
    "qasync": {"app.py"},
    "PySide6.QtWidgets": {"ui/"},
    "PySide6.QtGui": {"ui/"},
    "PySide6": {"ui/", "life.py", "speech/worker.py"},
    "markdown_it": {"markdown/"},
    "ijson": {"exchange/importing/reading.py", "exchange/importing/head.py"},
    "pypdf": {"storage/pdf_text.py"},
    "ziamath": {"ui/transcript/sheets/formulas.py"},
    "pygments": {"ui/transcript/sheets/lexing.py"},
    "jeepney": {"control/desktop_notifications.py", "control/portal_key.py", "control/screen_reader.py"},
}
"""A library and the files, or the room, that may import it."""


@functools.cache
def sources() -> dict[str, ast.Module]:
    return {path.relative_to(HOUSE).as_posix(): ast.parse(path.read_text("utf-8")) for path in HOUSE.rglob("*.py")}


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module named by an import, at any depth, with what is taken from it: ``a.b`` and ``a.b.c``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            module = node.module or ""
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def within(module: str, library: str) -> bool:
    return module == library or module.startswith(f"{library}.")


@pytest.mark.parametrize("room", sorted(MAY_KNOW))
def test_a_room_knows_only_the_rooms_below_it(room: str) -> None:
    strangers = {
        f"{path} -> {module}"
        for path, tree in sources().items()
        if path.startswith(f"{room}/")
        for module in imports(tree)
        if within(module, "desktop_app") and module.count(".") >= 1
        if module.split(".")[1] not in MAY_KNOW[room] | {room, "__version__"}
    }
    assert not strangers


def strangers_in(house: str, room: str, may_know: set[str]) -> set[str]:
    """What an inner room imports of its house ("ui/transcript") beside the inner rooms it may know."""
    package = f"desktop_app.{house.replace('/', '.')}"
    return {
        f"{path} -> {module}"
        for path, tree in sources().items()
        if path.startswith(f"{house}/{room}/")
        for module in imports(tree)
        if within(module, package) and module != package
        if module.removeprefix(f"{package}.").split(".")[0] not in may_know
    }


@pytest.mark.parametrize("room", sorted(MAY_KNOW_IN_SPEECH))
def test_an_inner_room_of_speech_knows_only_what_is_below_it(room: str) -> None:
    assert not strangers_in("speech", room, MAY_KNOW_IN_SPEECH[room])


@pytest.mark.parametrize("room", sorted(MAY_KNOW_IN_TRANSCRIPT))
def test_an_inner_room_of_the_transcript_knows_only_what_is_below_it(room: str) -> None:
    assert not strangers_in("ui/transcript", room, MAY_KNOW_IN_TRANSCRIPT[room])


def test_every_folder_is_a_room_of_the_plan() -> None:
    rooms = {path.name for path in HOUSE.iterdir() if path.is_dir() and any(path.glob("*.py"))}
    assert rooms == {*MAY_KNOW, ROOT}


def test_nobody_imports_the_composition_root_but_the_command_line_and_the_self_test() -> None:
    roots = tuple(f"desktop_app.{name}" for name in ("app", "life", "assembly"))
    users = {
        path for path, tree in sources().items() for module in imports(tree) for root in roots if within(module, root)
    }
    beside = {path for path in users if path.startswith("assembly/")}
    assert users - beside <= {"__main__.py", "self_test.py", "app.py", "life.py"}


@pytest.mark.parametrize("library", sorted(DOORS))
def test_a_library_comes_in_by_its_one_door(library: str) -> None:
    elsewhere = {
        path
        for path, tree in sources().items()
        if any(within(module, library) for module in imports(tree))
        if not any(path == door or (door.endswith("/") and path.startswith(door)) for door in DOORS[library])
    }
    assert not elsewhere


def test_outside_ui_only_qtcore_is_used_but_for_the_composition_root() -> None:
    users = {
        f"{path} -> {module}"
        for path, tree in sources().items()
        if not path.startswith("ui/")
        for module in imports(tree)
        if within(module, "PySide6") and not within(module, "PySide6.QtCore") and module != "PySide6"
    }
    assert not users


def test_the_interface_never_reaches_past_the_presenters() -> None:
    reached = {
        f"{path} -> {module}"
        for path, tree in sources().items()
        if path.startswith("ui/")
        for module in imports(tree)
        if within(module, "desktop_app.presenters") and module.count(".") >= 2
        if module.split(".")[2] != "views"
    }
    assert not reached, "a widget needs only the values that its setters take"


def test_widgets_know_no_coroutine() -> None:
    found = {
        f"{path}:{node.lineno}"
        for path, tree in sources().items()
        if path.startswith("ui/")
        for node in ast.walk(tree)
        if isinstance(node, ast.AsyncFunctionDef | ast.Await)
    }
    assert not found


def test_no_dialog_runs_a_loop_of_its_own() -> None:
    found = {
        f"{path}:{node.lineno}"
        for path, tree in sources().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"exec", "exec_"}
    }
    assert not found


def test_one_place_makes_tasks_for_the_presenters() -> None:
    makers = {
        path
        for path, tree in sources().items()
        if path.startswith("presenters/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"create_task", "ensure_future"}
    }
    assert makers == {"presenters/tasks.py"}


def test_no_modules_import_each_other_in_a_circle() -> None:
    modules = {
        "desktop_app." + path.removesuffix(".py").replace("/", ".").removesuffix(".__init__"): tree
        for path, tree in sources().items()
    }
    known = {name: {module for module in imports(tree) if module in modules} for name, tree in modules.items()}
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail, name))
        if name not in done:
            for other in known[name] - {name}:
                walk(other, (*trail, name))
            done.add(name)

    for name in known:
        walk(name, ())


def test_files_and_functions_stay_readable() -> None:
    long_files = {
        path: len((HOUSE / path).read_text("utf-8").splitlines())
        for path in sources()
        if len((HOUSE / path).read_text("utf-8").splitlines()) > 500
    }
    long_functions = {
        f"{path}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path, tree in sources().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno + 1 > 60
    }
    assert (long_files, long_functions) == ({}, {})


def test_broad_excepts_are_rarer_than_one_in_two_thousand_lines() -> None:
    broad = [
        f"{path}:{node.lineno}"
        for path, tree in sources().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}))
    ]
    lines = sum(len((HOUSE / path).read_text("utf-8").splitlines()) for path in sources())
    assert len(broad) <= max(1, lines // 2000), broad
