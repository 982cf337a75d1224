"""What keeping sound costs: time of a processor and bytes for a minute of speech, replay, and files of each kind.

The sound is the built-in voice's. Times are those of the thread that works, so a busy machine changes them little.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from desktop_app.domain.choices import SoundFormat, SpeechSource
from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.domain.messages import Conversation, Message, Role
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.recording import Recording, Script
from desktop_app.speech.sound.sound_files import packed, unpacked
from desktop_app.speech.sound_shelf import EmptyShelf
from desktop_app.speech.synthesizer import Pcm
from desktop_app.speech.voices.catalogue import Voices
from desktop_app.storage.history import History
from desktop_app.storage.kept_sound.index import HistoryIndex
from desktop_app.storage.kept_sound.keeping import KeptSound
from desktop_app.storage.kept_sound.rows import kept
from tests.bench.report import line

_SENTENCES = (
    "The kettle begins to sing on the old stove, and nobody gets up to take it off.",
    "A grey cat walks slowly along the garden wall.",
    "Seven boats are waiting in the quiet harbour for the wind to turn at last.",
    "Nobody remembers who painted the blue door, or when, or why it was blue.",
)
_TIMES = 25
_PLACE = ("talk", "message")


def main() -> None:
    said = asyncio.run(_say())
    minutes = sum(len(sound.samples) / 2 / sound.rate for sound in said) / 60
    with tempfile.TemporaryDirectory() as folder:
        _keeping(Path(folder), said, minutes)
        _files(Path(folder), said, minutes)


async def _say() -> list[Pcm]:
    said = []
    with ThreadPoolExecutor(1) as executor:
        voices, options = Voices(executor), SpeechOptions(source=SpeechSource.HIBARI)
        for text in _SENTENCES:
            pieces = [piece async for piece in voices.voice(options).synthesize(text, options)]
            said.append(Pcm(pieces[0].rate, b"".join(piece.samples for piece in pieces)))
        await voices.aclose()
    return said


def _keeping(folder: Path, said: list[Pcm], minutes: float) -> None:
    history = asyncio.run(_history(folder / "history.db"))
    index = HistoryIndex(folder / "history.db", history.offer)
    index.answered = index.settle  # on the history's thread, which nothing else uses here
    disk = KeptSound(folder / "audio", 10**9, index)
    packing, writing, reading, asking = [], [], [], []
    for at in range(_TIMES * len(said)):
        sound = said[at % len(said)]
        phrase = KeptPhrase(at * 100, at * 100 + 90, _SENTENCES[at % len(said)], "sentence", "hibari", 1.0)
        content = packed([sound])
        packing.append(_worked(partial(packed, [sound])))
        writing.append(_worked(partial(disk.keep, _PLACE, phrase, content)))
        reading.append(_worked(partial(_read, disk, phrase)))
        asking.append(_worked(lambda: [disk.has(_PLACE, *phrase.key) for _ in range(1000)]))  # noqa: B023 - at once
    per_minute = 1 / (minutes * _TIMES)
    print(line("pack a phrase", packing))
    print(line("write a phrase and note its row", writing))
    print(line("read and unpack a phrase", reading))
    print(line("ask 1,000 times whether it is there", asking))
    cost, size = (sum(packing) + sum(writing)) * per_minute, disk.used * per_minute / 1e6
    print(f"keeping a minute of speech: {cost:.0f} ms of work, {size:.2f} MB; 500 MB hold {500 / size / 60:.1f} h")
    print(f"hearing it again: {sum(reading) * per_minute:.0f} ms of work")
    asyncio.run(_settle(history, index))
    _opening(folder, len(packing))
    asyncio.run(history.close())


async def _history(path: Path) -> History:
    history = await History.open(path)
    await history.add_conversation(Conversation(_PLACE[0], "", 1.0, 1.0))
    await history.add_message(Message(_PLACE[1], _PLACE[0], None, Role.ASSISTANT, (), 1.0))
    return history


async def _settle(history: History, index: HistoryIndex) -> None:
    """All rows are written; what a batch of them, as three phrases make it, costs the history's thread."""
    while not index.settled:
        index.flush()
        await history.flush()
    costs = []
    for number in range(20):
        began = await history.read(lambda _db: time.thread_time())
        for at in range(3):
            phrase = KeptPhrase(at, at + 1, _SENTENCES[0], "sentence", "hibari", 1.0, file=f"{number}.{at}.flac")
            index.note(kept(_PLACE[1], phrase, 1.0))
        index.flush()
        costs.append((await history.read(lambda _db: time.thread_time()) - began) * 1000)
    print(line("a batch of three rows on the history's thread", costs))


def _opening(folder: Path, count: int) -> None:
    index = HistoryIndex(folder / "history.db", lambda _write, _told: None)
    for words, known in (("the table", index), ("labels", None)):
        opened = _worked(lambda known=known: KeptSound(folder / "audio", 10**9, known).phrases(_PLACE))  # type: ignore[misc]
        print(f"opening a message of {count} phrases by {words}: {opened:.1f} ms")
    compared = _worked(lambda: list(KeptSound(folder / "audio", 10**9, index).compare(1.0)))
    print(f"comparing them with the table: {compared:.1f} ms")


def _read(disk: KeptSound, phrase: KeptPhrase) -> None:
    found = disk.sound(_PLACE, phrase.key)
    assert found is not None
    assert unpacked(found[1]) is not None


def _files(folder: Path, said: list[Pcm], minutes: float) -> None:
    phrases = [Phrase("t", index, text, index, index + 1) for index, text in enumerate(_SENTENCES)] * 5
    for kind in SoundFormat:
        recording = Recording(Script([phrases], SpeechOptions()), _FullShelf(said), lambda _part: None)
        path = folder / f"said.{kind}"
        cost = _worked(partial(recording.run, path, kind)) / (5 * minutes)
        size = path.stat().st_size / (5 * minutes) / 1e6
        print(f"{kind.upper()} of what is kept: {cost:.0f} ms of work and {size:.2f} MB a minute of speech")


class _FullShelf(EmptyShelf):
    def __init__(self, said: list[Pcm]) -> None:
        self._said = said

    async def find(self, phrase: Phrase, options: SpeechOptions) -> Pcm | None:
        return self._said[phrase.index]


def _worked(work: Callable[[], object]) -> float:
    """Milliseconds of a processor."""
    began = time.thread_time()
    work()
    return (time.thread_time() - began) * 1000
