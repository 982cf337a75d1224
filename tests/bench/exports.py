"""Everything is exported in each format: how fast, in how much memory, and how long the event loop is held meanwhile.

The history is made for the run: short and long conversations, with code, formulas, tables and pictures. Each export
runs in a process of its own with the real history and presenter; what the loop waits for, a window would. PDFs are of
fewer conversations. ``ALOUD_BENCH_RUNS`` shortens.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from desktop_app.domain.attachments import image_part
from desktop_app.domain.exporting import ExportFormat, ExportOptions, ExportRequest
from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.domain.messages import Conversation, Message, Part, PartKind, Role
from desktop_app.presenters.export import ExportPresenter
from desktop_app.presenters.export_job import KeptSoundOf
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import Notice
from desktop_app.presenters.work import WorkList
from desktop_app.storage.export_rows import ExportRows
from desktop_app.storage.history import History
from desktop_app.storage.pictures import Pictures
from tests.bench.report import line
from tests.support.whole_conversations import png

CONVERSATIONS = 400 * int(os.environ.get("ALOUD_BENCH_RUNS", "3"))
PDFS = CONVERSATIONS // 10
_TICK = 0.002
_ANSWER = """## Boats

A **sloop** has *one* mast, a `ketch` has two; see [more](https://example.org/sails).

- sails
- oars

| Boat | Masts |
|------|------:|
| Sloop | 1 |
| Ketch | 2 |

```python
def masts(boat: str) -> int:
    return {"sloop": 1, "ketch": 2}[boat]
```

Its speed is $v = 1.34 \\sqrt{l}$.
"""


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="aloud-export-") as folder:
        asyncio.run(_make(Path(folder, "history.db")))
        size = Path(folder, "history.db").stat().st_size
        print(f"{CONVERSATIONS} conversations, {size / 1e6:.0f} MB; load {os.getloadavg()[0]:.1f}")
        for kind in ExportFormat:
            found = _one(folder, kind)
            count = PDFS if kind is ExportFormat.PDF else CONVERSATIONS
            print(f"{kind.name}: {count / found['seconds']:.0f} conversations a second, {found['bytes'] / 1e6:.1f} MB")
            print(f"  memory above the base at the end of each quarter: {found['memory']} MB (target: flat)")
            print(line("  the event loop held", found["held"], "ms"))
            if found["slices"]:
                print(line("  a slice of a PDF, processor time", found["slices"], "ms", "8"))


async def _make(path: Path) -> None:
    history = await History.open(path)
    await Pictures(history).keep("p", png(400))
    for number in range(CONVERSATIONS):
        name = f"c{number}"
        await history.add_conversation(Conversation(name, f"Boats, number {number}", 1.7e9 + number, 1.7e9 + number))
        parent = None
        for place in range((2, 4, 6, 10, 20, 60)[number % 6]):
            role, text = (Role.ASSISTANT, _ANSWER) if place % 2 else (Role.USER, "Tell me of boats.")
            parts = [Part(PartKind.TEXT, text)]
            if place == 0 and number % 5 == 0:
                parts.append(image_part("p", "boat.png", "image/png", 900, 400, 400))
            message = Message(f"{name}-{place}", name, parent, role, tuple(parts), 1.7e9 + place)
            await history.add_message(message)
            parent = message.id
    await history.close()


def _one(folder: str, kind: ExportFormat) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.exports", folder, kind.value]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=env)
    return dict(json.loads(told.stdout.splitlines()[-1]))


# In a process of its own


def _heard(file: Path) -> KeptSoundOf:
    """Of every answer a phrase is kept as sound."""
    file.write_bytes(os.urandom(20_000))
    phrase = KeptPhrase(0, 22, "A sloop has one mast.", "sentence", "coral", 0.6)

    async def heard(_conversation_id: str, message_id: str) -> Sequence[tuple[KeptPhrase, Path]]:
        is_answer = int(message_id.rpartition("-")[2]) % 2
        return [(phrase, file)] if is_answer else ()

    return heard


class _View:
    """Watches the memory as progress comes."""

    def __init__(self) -> None:
        self.memory: dict[int, float] = {}
        self.saved = ""

    def ask(self, *_asked: Collection[object] | None) -> None: ...

    def ask_again(self) -> None: ...

    def show_progress(self, _name: str, part: float) -> None:
        self.memory[min(int(4 * part), 3)] = _resident()

    def show_saved(self, _name: str, place: str) -> None:
        self.saved = place

    def clear(self) -> None: ...

    def show_notice(self, notice: Notice) -> None:
        raise notice.error

    def clear_notice(self, _key: str) -> None: ...


async def _export(folder: Path, kind: ExportFormat) -> dict[str, Any]:
    from desktop_app.ui.exporting import pdf_press
    from desktop_app.ui.exporting.drawing import PageDrawing
    from desktop_app.ui.exporting.pdf_press import PageJob, PagePress
    from desktop_app.ui.theme import DARK, LIGHT

    slices: list[float] = []

    class Timed(PageJob):
        def work(self) -> float:
            before = time.thread_time()
            part = super().work()
            slices.append(1000 * (time.thread_time() - before))
            return part

    pdf_press.PageJob = Timed  # type: ignore[misc]
    history, tasks, view = await History.open(folder / "history.db"), Tasks(), _View()
    presenter = ExportPresenter(
        lambda: view,
        view,
        rows=ExportRows(history),
        works=WorkList(),
        tasks=tasks,
        drawing=lambda: PageDrawing(LIGHT, DARK),
        press=PagePress,
        hidden=tuple,
        kept_sound=_heard(folder / "heard.flac"),
    )
    ids: Sequence[str] | None = [f"c{number}" for number in range(PDFS)] if kind is ExportFormat.PDF else None
    request = ExportRequest(
        conversation_ids=tuple(ids) if ids else None,
        format=kind,
        place=str(folder / f"out-{kind.value}"),
        options=ExportOptions(branches=True, sound=True),
    )
    held: list[float] = []
    gc.collect()
    gc.freeze()
    gc.disable()  # as the program has it while something runs
    base, began = _resident(), time.perf_counter()
    presenter.export(request)
    while not view.saved:
        before = time.perf_counter()
        await asyncio.sleep(_TICK)
        held.append(1000 * max(time.perf_counter() - before - _TICK, 0.0))
    seconds = time.perf_counter() - began
    await presenter.close()
    await tasks.close()
    await history.close()
    size = await asyncio.to_thread(_size, Path(view.saved))
    memory = [round(view.memory[quarter] - base, 1) for quarter in sorted(view.memory)]
    return {"seconds": seconds, "bytes": size, "memory": memory, "held": held, "slices": slices}


def _size(made: Path) -> int:
    return sum(one.stat().st_size for one in made.iterdir()) if made.is_dir() else made.stat().st_size


def _resident() -> float:
    """Megabytes."""
    status = Path("/proc/self/status")
    if not status.exists():  # only Linux has it
        return 0.0
    row = next(row for row in status.read_text("ascii").splitlines() if row.startswith("VmRSS"))
    return int(row.split()[1]) / 1024


def _run(folder: str, kind: str) -> None:
    from PySide6.QtWidgets import QApplication

    from desktop_app.life import SWITCH
    from desktop_app.ui.fonts import load_fonts, load_remaining_fonts

    sys.setswitchinterval(SWITCH)
    application = QApplication([])
    load_fonts()
    load_remaining_fonts()
    print(json.dumps(asyncio.run(_export(Path(folder), ExportFormat(kind)))))
    del application


if __name__ == "__main__":
    _run(*sys.argv[1:3])
