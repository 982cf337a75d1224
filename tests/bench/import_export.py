"""An export of 500 MB is imported: speed, memory, how long writer and event loop are held; then cancelled, and killed.

The file is like ChatGPT's, made for the run and removed after it. Each import runs in a process of its own with the
real history and presenter, and no window: what the loop waits for, a window would. ``ALOUD_BENCH_MB`` makes another
size.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from desktop_app.domain.errors import UserError
from desktop_app.domain.importing import ImportLook
from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.presenters.importing import ImportPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import EncodedPicture, Notice
from desktop_app.presenters.work import WorkList
from desktop_app.storage.history import History
from desktop_app.storage.importing.rows import ImportRows
from tests.bench.report import line
from tests.support.foreign_exports import Json, chatgpt, node

MEGABYTES = int(os.environ.get("ALOUD_BENCH_MB", "500"))
RUNS = int(os.environ.get("ALOUD_BENCH_RUNS", "3"))
INTERRUPTED = 10 * RUNS
_SMALL = 20
_TICK = 0.005
_TEXT = """the kettle began to sing on an old stove while nobody was looking and so it went on until the evening came
with rain über den Wäldern 雨が降る función que devuelve `x + 1` **bold** https://example.org/a/b?c=d"""
_WORDS = (*_TEXT.split(), "\n\n- item\n")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="aloud-import-") as folder:
        large, small = Path(folder, "large.json"), Path(folder, "small.json")
        messages = write_export(large, MEGABYTES)
        write_export(small, _SMALL)
        head = Path(folder, "head.json")
        write_export(head, min(50, MEGABYTES))
        print(f"a file of {large.stat().st_size / 1e6:.0f} MB, {messages:,} messages; load {os.getloadavg()[0]:.1f}")
        _tell([_one("import", folder, large) for _ in range(RUNS)], large, _json_seconds(head), head)
        _tell_interruptions(folder, small)


def write_export(path: Path, megabytes: int) -> int:
    """The number of its messages."""
    made = random.Random(megabytes)
    texts = [" ".join(made.choices(_WORDS, k=made.choice((8, 40, 120, 300, 700)))) for _ in range(2_000)]
    messages = 0
    with path.open("w", encoding="utf-8") as file:
        file.write("[")
        number = 0
        while file.tell() < megabytes * 1_000_000:
            chat = _chat(number, made, texts)
            messages += len(chat["mapping"]) - 1
            file.write((",\n" if number else "") + json.dumps(chat))
            number += 1
        file.write("]")
    return messages


def _chat(number: int, made: random.Random, texts: list[str]) -> Json:
    """Mostly short, some long; now and then an answer has two versions."""
    name = f"{number:08x}-1111-4222-8333-{made.getrandbits(48):012x}"
    start = 1.6e9 + number * 3_000
    nodes = [node(f"{name}-root", None)]
    for place in range(made.choice((2, 4, 6, 10, 20, 60))):
        role = "assistant" if place % 2 else "user"
        data = {"model_slug": "gpt-4o", "finish_details": {"type": "stop", "stop_tokens": [200002]}, "request_id": name}
        above = nodes[-2]["id"] if place % 7 == 6 else nodes[-1]["id"]
        nodes.append(node(f"{name}-{place}", above, role, made.choice(texts), created=start + place, data=data))
    return chatgpt(name, nodes)


# What is told


def _tell(runs: list[dict[str, Any]], path: Path, load_seconds: float, head: Path) -> None:
    size = path.stat().st_size / 1e6
    loaded = head.stat().st_size / 1e6 / load_seconds
    read = [size / run["reading"] for run in runs]
    whole = [size / (run["reading"] + run["carrying"]) for run in runs]
    print(line("read, put together and compared", read, "MB/s"))
    print(line("  and carried into the history", whole, "MB/s"))
    print(line("  in times of json.load of its first part", [loaded / speed for speed in whole], "x"))
    print(line("memory above the base", [run["memory"] for run in runs], "MB", "flat"))
    print(line("the history's writer held, one step", [hold for run in runs for hold in run["holds"]], "ms", "50"))
    print(line("  the thread's own part", [spent for run in runs for spent in run["spent"]]))
    print(line("what else wants to be read or written waits", [w for run in runs for w in run["waits"]], "ms"))
    for phase in ("reading", "carrying"):
        print(line(f"the event loop late, {phase}", [late for run in runs for late in run["late"][phase]], "ms"))
    print(line("disk beside the history", [run["beside"] / 1e6 for run in runs], "MB"))
    print(line("the history afterwards", [run["history"] / 1e6 for run in runs], "MB"))


def _tell_interruptions(folder: str, path: Path) -> None:
    duration = _one("import", folder, path)
    whole = duration["reading"] + duration["carrying"]
    for how in ("cancel", "kill"):
        found = [_interrupted(how, folder, path, random.uniform(0, 1.1 * whole)) for _ in range(INTERRUPTED)]
        nothing, everything, part = ([what for what, _ in found].count(what) for what in ("nothing", "all", "part"))
        left = sum(left for _, left in found)
        print(
            f"{how} at {INTERRUPTED} random moments: a part of it is there {part} times (target: 0), nothing {nothing},"
            f" everything, as it had ended before, {everything}; {left} files left over (target: 0)"
        )


def _json_seconds(path: Path) -> float:
    began = time.thread_time()
    json.loads(path.read_bytes())
    return time.thread_time() - began


# A process of its own


def _one(what: str, folder: str, path: Path, *more: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.import_export", what, folder, str(path), *more]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return dict(json.loads(told.stdout.splitlines()[-1]))


def _interrupted(how: str, folder: str, path: Path, after: float) -> tuple[str, int]:
    """What of it the history then has: "nothing", row for row, "all" or "part"; and how many files are left."""
    profile = Path(tempfile.mkdtemp(dir=folder))
    _one("prepare", str(profile), path)
    before, expected = digest(profile / "history.db"), _messages(profile) + _in_file(path)
    command = [sys.executable, "-m", "tests.bench.import_export", how, str(profile), str(path), str(after)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        child.stdout.readline()  # it has begun
        if how == "kill":
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(after)
            child.kill()
    if how == "kill":
        _one("restart", str(profile), path)
    what = "nothing" if digest(profile / "history.db") == before else "part"
    what = "all" if _messages(profile) == expected else what
    left = len(list(profile.glob("import.*")))
    shutil.rmtree(profile)
    return what, left


def _messages(profile: Path) -> int:
    with contextlib.closing(sqlite3.connect(profile / "history.db")) as db:
        return int(db.execute("SELECT count(*) FROM messages").fetchone()[0])


@functools.cache
def _in_file(path: Path) -> int:
    return sum(len(chat["mapping"]) - 1 for chat in json.loads(path.read_bytes()))


def digest(path: Path) -> str:
    """Of every row of every table of ours, in order."""
    told = hashlib.sha256()
    with contextlib.closing(sqlite3.connect(path)) as db:
        for table in ("conversations", "messages", "parts", "turns", "blobs", "folders", "drafts"):
            for row in db.execute(f"SELECT * FROM {table} ORDER BY n"):
                told.update(repr(row).encode())
    return told.hexdigest()


class _View:
    """Says yes to what it is shown."""

    def __init__(self) -> None:
        self.presenter: ImportPresenter | None = None
        self.ended = asyncio.Event()
        self.looked = 0.0
        self.done = False
        self.after_look: Callable[[], object] = lambda: None

    def ask_file(self) -> None: ...

    def come_forward(self) -> None: ...

    def show_reading(self, name: str, part: float) -> None: ...

    def show_look(self, look: ImportLook) -> None:
        self.looked = time.monotonic()
        self.after_look()
        assert self.presenter is not None
        self.presenter.confirm()

    def show_carrying(self, part: float) -> None: ...

    def show_taking_back(self, part: float) -> None: ...

    def show_done(self, look: ImportLook) -> None:
        self.done = True
        self.ended.set()

    def show_trouble(self, error: UserError) -> None:
        raise error

    def clear(self) -> None:
        self.ended.set()

    def show_notice(self, notice: Notice) -> None: ...

    def clear_notice(self, key: str) -> None: ...


class _NoPictures:
    def encode(self, picture: object, name: str) -> EncodedPicture:
        raise NotImplementedError

    def thumbnail(self, content: bytes) -> object:
        raise NotImplementedError


class _NoShelf:
    async def phrases_of(self, conversation_id: str, message_id: str) -> Sequence[object]:
        raise NotImplementedError

    async def take_in(self, conversation_id: str, message_id: str, phrase: KeptPhrase, content: bytes) -> bool:
        raise NotImplementedError


def _presenter(history: History, file: Path, view: _View) -> ImportPresenter:
    presenter = ImportPresenter(
        lambda: view,
        view,
        make_rows=lambda: ImportRows(history, file),
        history_file=file,
        codec=_NoPictures(),
        shelf=_NoShelf(),
        works=WorkList(),
        tasks=Tasks(),
        on_change=lambda: None,
    )
    view.presenter = presenter
    return presenter


async def _import(profile: Path, path: Path) -> dict[str, Any]:
    file = profile / "history.db"
    history = await History.open(file)
    holds, spent = _watched_writes(history)
    view = _View()
    presenter = _presenter(history, file, view)
    import desktop_app.exchange.importing.reading  # noqa: F401 - the library is in the base, as it is in the program then

    late: dict[str, list[float]] = {"reading": [], "carrying": []}
    waits: list[float] = []
    beside = 0

    def look() -> None:
        nonlocal beside
        beside = sum(one.stat().st_size for one in profile.glob("import.*"))

    view.after_look = look
    with _memory() as memory:
        watching = asyncio.ensure_future(_watch(late, view))
        asking = asyncio.ensure_future(_ask(history, waits))
        began = time.monotonic()
        presenter.read(str(path))
        await view.ended.wait()
        ended = time.monotonic()
    watching.cancel()
    asking.cancel()
    assert view.done
    await presenter.close()
    await history.close()
    return {
        "reading": view.looked - began,
        "carrying": ended - view.looked,
        "memory": memory["most"] - memory["base"],
        "holds": holds,
        "spent": spent,
        "waits": waits,
        "late": late,
        "beside": beside,
        "history": file.stat().st_size,
    }


def _watched_writes(history: History) -> tuple[list[float], list[float]]:
    """In ms: how long each write holds the thread that all writes go through, and what of that it works itself."""
    holds: list[float] = []
    spent: list[float] = []
    write = history._store.write

    def timed(what: Any) -> None:
        began, own = time.monotonic(), time.thread_time()
        write(what)
        holds.append((time.monotonic() - began) * 1e3)
        spent.append((time.thread_time() - own) * 1e3)

    history._store.write = timed  # type: ignore[assignment,method-assign]
    return holds, spent


async def _watch(late: dict[str, list[float]], view: _View) -> None:
    while True:
        began = time.monotonic()
        await asyncio.sleep(_TICK)
        late["carrying" if view.looked else "reading"].append((time.monotonic() - began - _TICK) * 1e3)


async def _ask(history: History, waits: list[float]) -> None:
    while True:
        await asyncio.sleep(0.02)
        began = time.monotonic()
        await history.last_open()
        waits.append((time.monotonic() - began) * 1e3)


@contextlib.contextmanager
def _memory() -> Iterator[dict[str, float]]:
    """In MB, sampled: the base, and the most there was."""
    told = {"base": _resident(), "most": 0.0}
    ended = threading.Event()

    def sample() -> None:
        while not ended.wait(0.02):
            told["most"] = max(told["most"], _resident())

    sampler = threading.Thread(target=sample)
    sampler.start()
    yield told
    ended.set()
    sampler.join()


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def _prepare(profile: Path) -> None:
    """A history with some of the conversations already, so that others grow."""
    some = profile / "some.json"
    write_export(some, 1)
    await _run(profile, some)
    some.unlink()


async def _run(profile: Path, path: Path, cancel_after: float | None = None) -> None:
    file = profile / "history.db"
    history = await History.open(file)
    view = _View()
    presenter = _presenter(history, file, view)
    print("begun", flush=True)
    presenter.read(str(path))
    if cancel_after is not None:
        asyncio.get_running_loop().call_later(cancel_after, presenter.cancel)
    await view.ended.wait()
    await presenter.close()
    await history.close()


async def _restart(profile: Path) -> None:
    file = profile / "history.db"
    history = await History.open(file)
    rows = ImportRows(history, file)
    if rows.has_left_over():
        await rows.take_back()
    await history.close()


def _child(what: str, folder: str, path: str, after: str = "0") -> None:
    if what == "import":
        profile = Path(tempfile.mkdtemp(dir=folder))
        print(json.dumps(asyncio.run(_import(profile, Path(path)))))
        shutil.rmtree(profile)
    elif what == "prepare":
        asyncio.run(_prepare(Path(folder)))
        print("{}")
    elif what == "restart":
        asyncio.run(_restart(Path(folder)))
        print("{}")
    else:
        asyncio.run(_run(Path(folder), Path(path), float(after) if what == "cancel" else None))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _child(*sys.argv[1:])
    else:
        main()
