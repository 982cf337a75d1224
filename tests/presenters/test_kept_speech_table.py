"""Kept sound and its table in the history, joined by the presenter: late, lost, locked and of the version before."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import asdict
from pathlib import Path

import pytest

from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.domain.messages import Conversation, Message, Part, PartKind, Role
from desktop_app.domain.phrase import Phrase
from desktop_app.presenters.kept_speech import KeptSpeech
from desktop_app.presenters.voice import speech_options
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.sound.sound_files import packed
from desktop_app.speech.sound_shelf import voice_identity
from desktop_app.speech.synthesizer import Pcm, WordTime
from desktop_app.storage.branches import Branches
from desktop_app.storage.history import History
from desktop_app.storage.kept_sound import index
from desktop_app.storage.kept_sound.index import HistoryIndex
from tests.presenters.conftest import Desk

TALK, MESSAGE = "talk", "message"
SOUND = Pcm(8000, b"\1\2" * 800, (WordTime(0, 0.0),))


@pytest.fixture
async def history(tmp_path: Path) -> AsyncIterator[History]:
    history = await History.open(tmp_path / "history.db")
    await history.add_conversation(Conversation(TALK, "", 1.0, 1.0))
    text = (Part(PartKind.TEXT, "One short sentence."),)
    await history.add_message(Message(MESSAGE, TALK, None, Role.ASSISTANT, text, 2.0))
    yield history
    await history.close()


@pytest.fixture
async def kept(desk: Desk, history: History, tmp_path: Path) -> AsyncIterator[KeptSpeech]:
    kept = start(desk, history, tmp_path)
    yield kept
    await kept.close()


@pytest.fixture
def voice(desk: Desk) -> SpeechOptions:
    return speech_options(desk.preferences.current, None)


def start(desk: Desk, history: History, folder: Path) -> KeptSpeech:
    table = HistoryIndex(folder / "history.db", history.offer)
    return KeptSpeech(folder / "audio", desk.preferences, lambda _message_id: TALK, table)


def phrase(turn_id: str, start: int = 0) -> Phrase:
    text = "One short sentence."
    return Phrase(turn_id, 0, text, start, start + len(text))


async def rows(history: History) -> list[tuple[str, int, str]]:
    sql = "SELECT m.id, k.start, k.text FROM kept_sounds k JOIN messages m ON m.n = k.message ORDER BY k.start"
    return await history.read(lambda db: [tuple(row) for row in db.execute(sql)])


async def test_rows_come_soon_behind_the_sound(
    desk: Desk, history: History, tmp_path: Path, voice: SpeechOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "_GATHERED", 0.01)
    kept = start(desk, history, tmp_path)
    kept.belongs("t", MESSAGE)
    kept.keep(phrase("t"), voice, [SOUND])
    found: list[tuple[str, int, str]] = []

    async def look() -> bool:
        found[:] = await rows(history)
        return bool(found)

    while not await look():
        await kept.phrases_of(TALK, MESSAGE)
    assert found == [(MESSAGE, 0, "One short sentence.")]
    await kept.close()


async def test_what_waits_is_written_when_the_program_is_closed(
    kept: KeptSpeech, history: History, voice: SpeechOptions
) -> None:
    kept.belongs("t", MESSAGE)
    for number in (0, 30):
        kept.keep(phrase("t", number), voice, [SOUND])
    await kept.phrases_of(TALK, MESSAGE)
    assert await rows(history) == []
    await kept.close()
    assert [row[1] for row in await rows(history)] == [0, 30]


async def test_what_is_kept_of_a_message_can_be_had_with_its_files(
    kept: KeptSpeech, history: History, voice: SpeechOptions
) -> None:
    kept.belongs("t", MESSAGE)
    kept.keep(phrase("t", 30), voice, [SOUND])
    kept.keep(phrase("t"), voice, [SOUND])
    found = await kept.phrases_of(TALK, MESSAGE)
    assert [(one.start, one.voice, one.words, one.seconds) for one, _path in found] == [
        (start, voice_identity(voice), ((0, 0.0),), 0.1) for start in (0, 30)
    ]
    assert all(path.stat().st_size == one.size and path.name == one.file for one, path in found)
    assert await kept.phrases_of(TALK, "another") == ()
    await kept.close()
    assert await kept.phrases_of(TALK, MESSAGE) == ()


async def test_a_deleted_message_leaves_neither_row_nor_file_though_nobody_told_of_it(
    desk: Desk, kept: KeptSpeech, history: History, voice: SpeechOptions, tmp_path: Path
) -> None:
    kept.belongs("t", MESSAGE)
    kept.keep(phrase("t"), voice, [SOUND])
    await kept.compare()
    await kept.close()
    assert len(await rows(history)) == 1
    await Branches(history).delete(MESSAGE)
    assert await rows(history) == []
    again = start(desk, history, tmp_path)
    await again.sweep()
    assert list((tmp_path / "audio").rglob("*.flac")) == []
    await again.close()
    assert await history.read(lambda db: db.execute("SELECT count(*) FROM stray_sounds").fetchone()[0]) == 0


async def test_sound_is_kept_and_heard_while_another_program_has_locked_the_history(
    desk: Desk, kept: KeptSpeech, history: History, voice: SpeechOptions, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "history.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    kept.belongs("t", MESSAGE)
    kept.keep(phrase("t"), voice, [SOUND])
    kept.belongs("u", MESSAGE)
    assert await kept.find(phrase("u"), voice) == SOUND
    await kept.close()
    await history.flush()
    other.execute("ROLLBACK")
    other.close()
    assert await rows(history) == [], "nothing of it is owed"
    again = start(desk, history, tmp_path)
    again.belongs("t", MESSAGE)
    assert await again.find(phrase("t"), voice) == SOUND
    await again.close()
    assert len(await rows(history)) == 1


async def test_sound_of_the_version_before_is_heard_at_once_and_is_in_the_table_soon(
    desk: Desk, history: History, tmp_path: Path, voice: SpeechOptions
) -> None:
    folder = tmp_path / "audio" / TALK / MESSAGE
    folder.mkdir(parents=True)
    content = packed([SOUND])
    said = phrase("t")
    line = KeptPhrase(0, said.end, said.text, "sentence", voice_identity(voice), 0.1, "", ((0, 0.0),))
    (folder / "0001.flac").write_bytes(content)
    values = {**asdict(line), "size": len(content), "file": "0001.flac"}
    (folder / "index.jsonl").write_text(json.dumps(values) + "\n", "utf-8")
    kept = start(desk, history, tmp_path)
    kept.belongs("t", MESSAGE)
    assert await kept.find(said, voice) == SOUND
    assert kept.has(said, voice)
    await kept.close()
    assert await rows(history) == [(MESSAGE, 0, said.text)]
    assert [path.suffix for path in folder.iterdir()] == [".flac"]


async def test_how_much_there_is_is_told_of_the_version_before_too(
    desk: Desk, history: History, tmp_path: Path
) -> None:
    folder = tmp_path / "audio" / TALK / "not opened"
    folder.mkdir(parents=True)
    (folder / "index.jsonl").touch()
    (folder / "notes").write_bytes(bytes(1_000))
    kept = start(desk, history, tmp_path)
    assert await kept.used() == 1_000
    await kept.close()
