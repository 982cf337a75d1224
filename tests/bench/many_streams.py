"""Fifty conversations stream at once for a minute: does the window stay smooth, is every text what the server sent?

The whole program runs in a process of its own, in the real window, with a heartbeat in its event loop; the server is in
this one. The answers are all different, so that one word in the wrong place is seen. They are spoken: the conversation
in front is heard, the others wait with what they have to say. Every five seconds another one comes to the front, as
somebody looks through them, and the panel of what runs is open for a third of the time. First one stream alone, for the
price of one; then all.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.report import line
from tests.bench.streaming import Heart, until
from tests.support.long_conversation import markdown

if TYPE_CHECKING:
    from desktop_app.assembly.parts import Parts

STREAMS = 50
SECONDS = int(os.environ.get("ALOUD_BENCH_RUNS", "60"))
ALONE = max(10, SECONDS // 3)
"""Seconds of the one stream."""
RATE = 40
"""Pieces a second in each stream, of one word or so each: what the large services send."""
STALL = 16
"""Milliseconds: a frame."""
_PIECE = 5
_LOOK = 5.0
"""Seconds between one conversation's coming to the front and the next one's."""
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"


def answer(name: str, seconds: float) -> str:
    """Of this stream and no other: its name stands in every few words of it."""
    size = int(seconds * RATE * _PIECE)
    chance = random.Random(name)
    words = markdown(size, seed=chance.randrange(1 << 30)).split(" ")
    for place in range(0, len(words), 6):
        words[place] = f"{words[place]} {name}{chance.randrange(1000)}"
    return " ".join(words)[:size]


def main() -> None:
    asyncio.run(_run())


async def _run() -> None:
    server = await asyncio.start_server(_serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        settings = {
            "chat_source": "server",
            "server_url": f"http://127.0.0.1:{port}/v1",
            "model": "bench",
            "requests_at_once": STREAMS,
            "speech_source": "hibari",
            "titles_by_model": False,
        }
        await asyncio.to_thread(Path(folder, "settings.json").write_text, json.dumps(settings), "utf-8")
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.bench.many_streams", folder, stdout=asyncio.subprocess.PIPE
        )
        told, _ = await child.communicate()
        if child.returncode:
            raise RuntimeError(f"the program ended with {child.returncode}")
        results = [json.loads(words) for words in told.decode().splitlines() if words.startswith("{")]
        kept = _kept(Path(folder, "history.db"))
    server.close()
    _report(results, kept)


def _report(results: list[dict[str, Any]], kept: dict[str, str]) -> None:
    alone, many = results
    for result in results:
        name = f"{result['streams']} streams, {result['seconds']:.0f} s"
        for words, key in (("stalls of the event loop", "gaps"), ("  its own thread's part", "spent")):
            values = result[key]
            p99 = statistics.quantiles(values, n=100, method="inclusive")[98]
            longer = sum(1 for value in values if value > STALL)
            print(line(f"{name}: {words}", values), f"· p99 {p99:.1f} ms (target: {STALL}), {longer} longer than that")
        share = 100 * result["processor"] / result["seconds"]
        print(f"{name}: {result['pieces']} pieces, {share:.0f} % of a core in the window's thread", flush=True)
    shares = [result["processor"] / result["seconds"] for result in (alone, many)]
    print(f"the window's thread works {shares[1] / shares[0]:.2f} times as much for {STREAMS} as for one")
    cost = [1e6 * result["processor"] / result["pieces"] for result in (alone, many)]
    print(f"a piece costs {cost[0]:.0f} µs alone and {cost[1]:.0f} µs among {STREAMS}: {cost[1] / cost[0]:.2f} times")
    wrong = [name for name, seconds in _streams() if kept.get(name) != answer(name, seconds)]
    print(f"texts in history.db byte for byte as sent: {len(kept) - len(wrong)} of {len(_streams())}")
    if wrong:
        raise RuntimeError(f"not what was sent: {', '.join(wrong)}")


def _streams() -> list[tuple[str, float]]:
    """Their names, and how long they are, in seconds."""
    return [("alone", ALONE), *((f"s{number}n", SECONDS) for number in range(STREAMS))]


def _kept(path: Path) -> dict[str, str]:
    """What the history holds when the program has gone, by the question, which is the stream's name."""
    with sqlite3.connect(path) as db:
        rows = db.execute(
            "SELECT asked.text, told.text FROM messages AS answer"
            " JOIN parts AS asked ON asked.message = answer.parent AND asked.kind = 'text'"
            " JOIN parts AS told ON told.message = answer.n AND told.kind = 'text'"
            " WHERE answer.role = 'assistant' AND answer.state = 'complete'"
        ).fetchall()
    return dict(rows)


# The server


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while head := await reader.readuntil(b"\r\n\r\n"):
            lengths = [row for row in head.lower().split(b"\r\n") if row.startswith(b"content-length:")]
            body = await reader.readexactly(int(lengths[0].split(b":")[1])) if lengths else b""
            if head.startswith(b"POST"):
                await _stream(json.loads(body)["messages"][-1]["content"], writer)
            else:
                writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def _stream(name: str, writer: asyncio.StreamWriter) -> None:
    text = answer(name, dict(_streams())[name])
    writer.write(_HEAD)
    began = time.monotonic()
    for number, at in enumerate(range(0, len(text), _PIECE)):
        await asyncio.sleep(max(0.0, began + number / RATE - time.monotonic()))
        _send(writer, {"delta": {"content": text[at : at + _PIECE]}, "index": 0, "finish_reason": None})
        await writer.drain()
    _send(writer, {"delta": {}, "index": 0, "finish_reason": "stop"})
    writer.write(b"e\r\ndata: [DONE]\n\n\r\n0\r\n\r\n")


def _send(writer: asyncio.StreamWriter, choice: dict[str, object]) -> None:
    event = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "bench", "choices": [choice]}
    data = f"data: {json.dumps(event)}\n\n".encode()
    writer.write(b"%x\r\n%s\r\n" % (len(data), data))


# The program


async def _measure(parts: Parts) -> int:
    heart = Heart()
    beating = asyncio.create_task(heart.beat())
    await asyncio.sleep(3.0)
    await parts.connection.warm(parts.preferences.current)
    parts.worker.warm()
    await asyncio.sleep(2.0)
    for streams in (1, STREAMS):
        names = [name for name, _seconds in _streams()][:1] if streams == 1 else [n for n, _s in _streams()][1:]
        print(json.dumps({"streams": streams, **await _one(parts, heart, names)}), flush=True)
    beating.cancel()
    return 0


async def _one(parts: Parts, heart: Heart, names: list[str]) -> dict[str, Any]:
    for name in names:
        parts.conversation.new()
        parts.conversation.send(name)
        await asyncio.sleep(0.02)
    seconds = dict(_streams())[names[0]]
    await asyncio.sleep(2.0)  # asking is over
    heart.forget()
    began, spent, before = time.monotonic(), time.thread_time(), _length(parts)
    looking = asyncio.create_task(_look_through(parts))
    await asyncio.sleep(seconds - 5.0)
    pieces = (_length(parts) - before) // _PIECE
    lasted, processor = time.monotonic() - began, time.thread_time() - spent
    gaps, own = list(heart.gaps), list(heart.spent)
    await until(lambda: not parts.conversation.turns)
    looking.cancel()
    parts.speech.silence_all()
    await parts.conversation.written()
    await until(lambda: parts.window.transcript.idle)
    return {"seconds": lasted, "processor": processor, "pieces": pieces, "gaps": gaps, "spent": own}


def _length(parts: Parts) -> int:
    return sum(len(turn.message.text) for turn in parts.conversation.turns)


async def _look_through(parts: Parts) -> None:
    """Somebody goes from one to the next, and has the panel open in the middle third of the time."""
    from desktop_app.ui.running.panel import WorkPanel  # what the server's process needs nothing of

    chance = random.Random(1)
    looks = 0
    while turns := parts.conversation.turns:
        await asyncio.sleep(_LOOK)
        if len(turns) > 1:
            kept = await parts.history.conversation(chance.choice(turns).conversation_id)
            if kept is not None:
                await parts.conversation.open(kept)
        looks += 1
        if looks == SECONDS // 15:
            parts.running.panel.open()
        elif looks == 2 * SECONDS // 15:
            for panel in parts.window.findChildren(WorkPanel):
                panel.close()


if __name__ == "__main__":
    from desktop_app import app
    from desktop_app.options import StartOptions

    sys.exit(app.run(StartOptions(data_dir=Path(sys.argv[1])), _measure))
