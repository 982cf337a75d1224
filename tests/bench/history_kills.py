"""The real program killed (SIGKILL) at random moments of a streaming answer: what is on disk against what was sent.

Each answer is numbered words, 200 a second; the server notes when each of them left. Behind every kill the history is
opened as a start opens it, and everything said since the first run must be there. "Lost" is the age, at the moment of
the kill, of the oldest word that is not on the disk: so it also counts the way through the network and the program.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

from desktop_app.control.wire import ADDRESS_FILE
from desktop_app.domain.messages import Message, MessageState
from desktop_app.storage.history import History
from tests.bench.report import line

RUNS = int(os.environ.get("ALOUD_BENCH_RUNS", "200"))
_PACE = 0.005
_LONGEST = 3.0
_PATIENCE = 30.0


class _Server(BaseHTTPRequestHandler):
    """Answers any chat request by numbered words until the client goes away."""

    sent: ClassVar[list[float]] = []
    """When each word of the newest answer left."""
    began: ClassVar[threading.Event] = threading.Event()

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.sent.clear()
        self.began.set()
        with contextlib.suppress(OSError):
            while True:
                self._say(f"{len(self.sent)} ")
                time.sleep(_PACE)

    def _say(self, word: str) -> None:
        choice = {"index": 0, "delta": {"content": word}, "finish_reason": None}
        event = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "bench", "choices": [choice]}
        self.wfile.write(b"data: " + json.dumps(event).encode() + b"\n\n")
        self.sent.append(time.monotonic())

    def do_GET(self) -> None:
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing."""


def main() -> None:
    chance = random.Random(5)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    lost, opened, missing, wrong = [], 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        address = f"http://127.0.0.1:{server.server_address[1]}/v1"
        settings = {
            "chat_source": "server",
            "server_url": address,
            "model": "bench",
            "spoken_replies": False,
            "titles_by_model": False,
        }
        (profile / "settings.json").write_text(json.dumps(settings), "utf-8")
        before: dict[str, str] = {}
        for _ in range(RUNS):
            killed, sent = _run(profile, chance.uniform(0.0, _LONGEST))
            messages = asyncio.run(_saved(profile / "history.db"))
            opened += messages is not None
            known = {message.id: message.text for message in messages or ()}
            missing += sum(known.get(message_id) != text for message_id, text in before.items())
            new = [message for message in messages or () if message.id not in before]
            missing += 2 - len(new)
            answer = next((message for message in new if message.role == "assistant"), None)
            saved = answer.text.split() if answer is not None else []
            states = answer is None or answer.state is MessageState.INTERRUPTED
            wrong += saved != [str(number) for number in range(len(saved))] or not states
            unsaved = [moment for moment in sent[len(saved) :] if moment <= killed]
            lost.append((killed - unsaved[0]) * 1000 if unsaved else 0.0)
            before = known
    server.shutdown()
    print(f"{RUNS} kills: the history opened {opened} times; messages lost or changed: {missing} (target: 0)")
    print(f"half answers that are not the beginning of what was sent, or not marked interrupted: {wrong} (target: 0)")
    print(line("text lost by a kill", lost, target="at most 250"))
    late = sum(one > 250 for one in lost)
    print(f"  more than 250 ms: {late}; the machine's load is {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


def _run(profile: Path, after: float) -> tuple[float, list[float]]:
    """One start, one question, one kill: when it was, and when the words had left."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "xcb")}
    command = [sys.executable, "-m", "desktop_app", "--data-dir", str(profile)]
    _Server.began.clear()
    with (profile / "stderr.txt").open("ab") as errors:
        program = subprocess.Popen(command, env=environment, stdout=errors, stderr=errors)
        _wait_for_control(profile, program.pid)
        ask = subprocess.Popen([*command, "ask", "--new", "Count."], env=environment, stdout=errors, stderr=errors)
    try:
        if not _Server.began.wait(_PATIENCE):
            raise RuntimeError("the program did not ask: " + (profile / "stderr.txt").read_text("utf-8")[-2000:])
        time.sleep(after)
    finally:
        program.send_signal(signal.SIGKILL)
        killed = time.monotonic()
        program.wait()
        ask.wait(_PATIENCE)
    return killed, list(_Server.sent)


def _wait_for_control(profile: Path, pid: int) -> None:
    """Until it takes commands: asked before, a command would start a copy of its own."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(OSError, ValueError):
            if json.loads((profile / ADDRESS_FILE).read_text("utf-8"))["pid"] == pid:
                return
        time.sleep(0.02)
    raise RuntimeError("the program takes no commands")


async def _saved(path: Path) -> list[Message] | None:
    """All messages, as the next start finds them; None where it finds trouble."""
    history = await History.open(path)
    try:
        if history.problem is not None:
            return None
        return [message for one in await history.conversations(10_000) for message in await history.path(one.id)]
    finally:
        await history.close()
