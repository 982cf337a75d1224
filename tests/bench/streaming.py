"""A long answer as fast as the socket gives it: does the event loop stall, and is the cost linear in the length?

The whole program runs in a process of its own with a heartbeat in its event loop; the server runs in this one. First as
on a desktop without a screen reader, then with all of it told to one. What the event loop's own thread spent tells, on
a machine that is busy with other things, how much of a gap was ours.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.report import line
from tests.support.api_server import ChatReply, ThreadedApiServer

if TYPE_CHECKING:
    from desktop_app.assembly.parts import Parts

RUNS = int(os.environ.get("ALOUD_BENCH_RUNS", "30"))
READERS = ("no screen reader", "with a screen reader's bus")
KILOBYTES = (25, 250)
LONGEST = 20
"""Gaps told of each run."""
SECTION = """## A heading over a paragraph

Some prose with **bold**, *italic*, `code` and a [link](https://example.org) in it, long enough to be wrapped on a page.

- a first item of a list
- a second one, a little longer than the first

```python
def area(radius: float) -> float:
    return 3.14159 * radius**2
```

| name | size |
|------|-----:|
| one  |    1 |
| two  |    2 |

"""


def main() -> None:
    for number, readers in enumerate(READERS):
        print(f"{readers}, {RUNS} runs:")
        _report({**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": str(number)})


def _report(env: dict[str, str]) -> None:
    results = _results(env)
    for kilobytes in KILOBYTES:
        runs = [result for result in results if result["kilobytes"] == kilobytes]
        gaps = [gap for run in runs for gap in run["gaps"]]
        print(line(f"{kilobytes} kB: longest gaps of the event loop", gaps, target="50"))
        print(line("  the longest spent by its own thread", [gap for run in runs for gap in run["spent"]]))
        print(
            line(f"{kilobytes} kB: from prompt to the whole answer on the page", [run["seconds"] for run in runs], "s")
        )
    for what, name in (("seconds", "ratio"), ("processor", "ratio in processor time")):
        short, long = ([run[what] for run in results if run["kilobytes"] == size] for size in KILOBYTES)
        ratios = [more / less for less, more in zip(short, long, strict=True)]
        print(line(f"{KILOBYTES[1]} kB to {KILOBYTES[0]} kB, {name}", ratios, "times", "12"), flush=True)


def _results(env: dict[str, str]) -> list[dict[str, Any]]:
    """Of each run how long it took, in seconds, and the longest gaps, in milliseconds."""
    with ThreadedApiServer() as server, tempfile.TemporaryDirectory() as folder:
        settings = {
            "chat_source": "server",
            "server_url": server.url,
            "model": "bench",
            "spoken_replies": False,
            "titles_by_model": False,
        }
        Path(folder, "settings.json").write_text(json.dumps(settings), "utf-8")
        for _ in range(RUNS):
            for kilobytes in KILOBYTES:
                server.chat(ChatReply(answer(kilobytes), chunk=6, flat_out=True, pace=0.0))
        told = subprocess.run(
            [sys.executable, "-m", "tests.bench.streaming", folder],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            env=env,
        )
    return [json.loads(words) for words in told.stdout.splitlines() if words.startswith("{")]


def answer(kilobytes: int) -> str:
    """So much of everything Markdown has."""
    return (SECTION * (kilobytes * 1000 // len(SECTION) + 1))[: kilobytes * 1000]


async def _measure(parts: Parts) -> int:
    heart = Heart()
    beating = asyncio.create_task(heart.beat())
    await asyncio.sleep(2.0)
    await parts.connection.warm(parts.preferences.current)
    for _ in range(RUNS):
        for kilobytes in KILOBYTES:
            parts.conversation.new()
            await asyncio.sleep(0.3)
            print(json.dumps({"kilobytes": kilobytes, **await _one(parts, heart)}), flush=True)
    beating.cancel()
    return 0


async def _one(parts: Parts, heart: Heart) -> dict[str, Any]:
    heart.forget()
    began, spent = time.monotonic(), time.thread_time()
    parts.conversation.send("Write a lot.")
    await until(lambda: not parts.conversation.turns)
    await until(lambda: parts.window.transcript.idle)
    seconds, processor = time.monotonic() - began, time.thread_time() - spent
    return {"seconds": seconds, "processor": processor, **heart.longest()}


async def until(condition: Callable[[], bool]) -> None:
    while not condition():  # noqa: ASYNC110 - what is measured must not know of it
        await asyncio.sleep(0.005)


class Heart:
    """Beats in an event loop.

    ``gaps``: milliseconds between beats beyond the rest that was asked for; ``spent``: the thread's own part.
    """

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.spent: list[float] = []

    def forget(self) -> None:
        self.gaps.clear()
        self.spent.clear()

    def longest(self) -> dict[str, list[float]]:
        return {"gaps": sorted(self.gaps)[-LONGEST:], "spent": sorted(self.spent)[-LONGEST:]}

    async def beat(self) -> None:
        last, worked = time.perf_counter(), time.thread_time()
        while True:
            await asyncio.sleep(0.001)
            now, works = time.perf_counter(), time.thread_time()
            self.gaps.append((now - last - 0.001) * 1000)
            self.spent.append((works - worked) * 1000)
            last, worked = now, works


if __name__ == "__main__":
    from desktop_app import app
    from desktop_app.options import StartOptions

    sys.exit(app.run(StartOptions(data_dir=Path(sys.argv[1])), _measure))
