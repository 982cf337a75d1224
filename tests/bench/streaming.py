"""A long answer as fast as the socket gives it: does the event loop stall, and is the cost linear in the length?

The whole program runs in a process of its own with a heartbeat in its event loop; the server runs in this one. First as
on a desktop without a screen reader, then with all of it told to one, which costs Qt more the longer the page is.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.report import line
from tests.support.api_server import ChatReply, ThreadedApiServer

if TYPE_CHECKING:
    from desktop_app.parts import Parts

RUNS = {"no screen reader": 30, "with a screen reader's bus": 5}
KILOBYTES = (25, 250)
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
    for number, (readers, runs) in enumerate(RUNS.items()):
        print(f"{readers}:")
        _report(runs, {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": str(number)})


def _report(runs: int, env: dict[str, str]) -> None:
    with ThreadedApiServer() as server, tempfile.TemporaryDirectory() as folder:
        settings = {"chat_source": "server", "server_url": server.url, "model": "bench", "spoken_replies": False}
        Path(folder, "settings.json").write_text(json.dumps(settings), "utf-8")
        for _ in range(runs):
            for kilobytes in KILOBYTES:
                server.chat(ChatReply(_answer(kilobytes), chunk=6, flat_out=True, pace=0.0))
        told = subprocess.run(
            [sys.executable, "-m", "tests.bench.streaming", folder, str(runs)],
            capture_output=True,
            text=True,
            check=True,
            env=env,
        )
    results = [json.loads(words) for words in told.stdout.splitlines() if words.startswith("{")]
    seconds: dict[int, list[float]] = {kilobytes: [] for kilobytes in KILOBYTES}
    for result in results:
        seconds[result["kilobytes"]].append(result["seconds"])
    for kilobytes in KILOBYTES:
        stalls = [stall for result in results if result["kilobytes"] == kilobytes for stall in result["stalls"]]
        print(line(f"{kilobytes} kB: longest gaps of the event loop", stalls or [0.0], target="50"))
        print(line(f"{kilobytes} kB: from prompt to the whole answer on the page", seconds[kilobytes], "s"))
    small, large = (statistics.median(seconds[kilobytes]) for kilobytes in KILOBYTES)
    print(f"ratio of {KILOBYTES[1]} kB to {KILOBYTES[0]} kB: {large / small:.1f} (target: 12)")


def _answer(kilobytes: int) -> str:
    return (SECTION * (kilobytes * 1000 // len(SECTION) + 1))[: kilobytes * 1000]


async def _measure(parts: Parts) -> int:
    gaps: list[float] = []
    heart = asyncio.create_task(_beat(gaps))
    await asyncio.sleep(2.0)
    await parts.connection.warm(parts.preferences.current)
    for _ in range(int(sys.argv[2])):
        for kilobytes in KILOBYTES:
            parts.conversation.new()
            await asyncio.sleep(0.5)
            gaps.clear()
            began = time.monotonic()
            parts.conversation.send("Write a lot.")
            await _until(lambda: not parts.conversation.turns)
            await _until(lambda: parts.window.transcript.idle)
            seconds = time.monotonic() - began
            stalls = sorted(gaps)[-20:]
            print(json.dumps({"kilobytes": kilobytes, "seconds": seconds, "stalls": stalls}), flush=True)
    heart.cancel()
    return 0


async def _until(condition: Callable[[], bool]) -> None:
    while not condition():  # noqa: ASYNC110 - what is measured must not know of it
        await asyncio.sleep(0.005)


async def _beat(gaps: list[float]) -> None:
    """Milliseconds between beats beyond the rest that was asked for."""
    last = time.perf_counter()
    while True:
        await asyncio.sleep(0.001)
        now = time.perf_counter()
        gaps.append((now - last - 0.001) * 1000)
        last = now


if __name__ == "__main__":
    from desktop_app import app
    from desktop_app.options import StartOptions

    sys.exit(app.run(StartOptions(data_dir=Path(sys.argv[1])), _measure))
