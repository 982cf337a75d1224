"""Kept sound when its history is backed up, brought back, salvaged or emptied: it is found again, or goes too."""

from __future__ import annotations

import asyncio
import contextlib
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from desktop_app.domain.backup import BackupChoice
from desktop_app.domain.messages import Conversation, Message
from desktop_app.storage.backups import restoring
from desktop_app.storage.backups.backup import Meter, write_backup
from desktop_app.storage.history import History
from desktop_app.storage.kept_sound.index import HistoryIndex
from desktop_app.storage.kept_sound.keeping import KeptSound
from desktop_app.storage.paths import Profile
from desktop_app.storage.retention import Retention
from desktop_app.storage.temporary import Temporary
from tests.storage.conftest import OpenHistory
from tests.support.kept import flac, keep, phrase_saying

Make = Callable[..., Message]
NOW = 1e9
PLACES = {"a": ("c", "a"), "b": ("d", "b")}


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    profile = Profile(tmp_path / "profile")
    profile.make()
    return profile


@pytest.fixture
async def history(open_history: OpenHistory, profile: Profile, make_message: Make) -> History:
    """Two conversations of a message that was heard."""
    history = await open_history(profile.history)
    for message, (conversation, _) in PLACES.items():
        await talk(history, make_message, conversation, message)
        keep(profile.audio, conversation, message, f"said of {message}")
    await compare(history, profile)
    assert set(await rows(history)) == {"a", "b"}
    return history


async def talk(history: History, make_message: Make, conversation: str, message: str) -> None:
    await history.add_conversation(Conversation(conversation, "", 1.0, 1.0))
    await history.add_message(make_message(message, None, "text " * 200, conversation_id=conversation))


def sound_of(history: History, profile: Profile) -> tuple[KeptSound, HistoryIndex]:
    index = HistoryIndex(profile.history, history.offer)
    return KeptSound(profile.audio, 10**9, index), index


async def compare(history: History, profile: Profile) -> None:
    sound, index = sound_of(history, profile)
    for _ in sound.compare(NOW):
        pass
    index.flush()
    await history.flush()


async def rows(history: History) -> dict[str, str]:
    sql = "SELECT m.id, k.text FROM kept_sounds k JOIN messages m ON m.n = k.message"
    return await history.read(lambda db: {str(message): str(text) for message, text in db.execute(sql)})


def heard(profile: Profile, history: History, message: str) -> list[str]:
    sound, _index = sound_of(history, profile)
    phrases = sound.phrases(PLACES[message])
    assert all(sound.sound(PLACES[message], one.key) for one in phrases)
    return [one.text for one in phrases]


def files(profile: Profile) -> set[str]:
    return {path.parent.name for path in profile.audio.rglob("*.flac")}


def meter() -> Meter:
    return Meter(lambda _done, _total: None, lambda: False)


@contextlib.contextmanager
def opened(path: Path, profile: Profile) -> Iterator[restoring.OpenedBackup]:
    with contextlib.closing(restoring.open_backup(path, profile, meter())) as backup:
        yield backup


@pytest.fixture
async def elsewhere(open_history: OpenHistory, tmp_path: Path) -> tuple[Profile, History]:
    """Another machine."""
    profile = Profile(tmp_path / "other")
    profile.make()
    return profile, await open_history(profile.history)


@pytest.mark.parametrize("way", ["replace", "bring in"])
async def test_a_backup_with_sound_brings_it_back_with_its_rows(
    history: History, profile: Profile, elsewhere: tuple[Profile, History], tmp_path: Path, way: str
) -> None:
    write_backup(profile, tmp_path / "b.zip", BackupChoice(), meter())
    there, other = elsewhere
    with opened(tmp_path / "b.zip", there) as found:
        await (found.replace(other) if way == "replace" else found.merge(other, meter()))
        found.unpack_sound(there.audio, meter())
    assert heard(there, other, "a") == ["said of a"]
    await compare(other, there)
    assert await rows(other) == {"a": "said of a", "b": "said of b"}


async def test_a_backup_without_sound_leaves_no_rows_of_it_where_it_is_brought_back(
    history: History, profile: Profile, elsewhere: tuple[Profile, History], tmp_path: Path
) -> None:
    write_backup(profile, tmp_path / "b.zip", BackupChoice(sound=False), meter())
    there, other = elsewhere
    with opened(tmp_path / "b.zip", there) as found:
        await found.replace(other)
    assert heard(there, other, "a") == []
    await compare(other, there)
    assert await rows(other) == {}


async def test_sound_that_was_heard_since_a_backup_is_found_in_the_history_brought_back(
    history: History, profile: Profile, tmp_path: Path
) -> None:
    sound, index = sound_of(history, profile)
    sound.forget_messages([PLACES["b"]])
    index.flush()
    await history.flush()
    write_backup(profile, tmp_path / "b.zip", BackupChoice(), meter())
    keep(profile.audio, *PLACES["b"], "said since")
    with opened(tmp_path / "b.zip", profile) as found:
        await found.replace(history)
        found.unpack_sound(profile.audio, meter())
    assert heard(profile, history, "b") == ["said since"]
    await compare(history, profile)
    assert await rows(history) == {"a": "said of a", "b": "said since"}


async def test_sound_in_a_backup_of_the_version_before_is_taken_over(
    history: History, profile: Profile, elsewhere: tuple[Profile, History], tmp_path: Path
) -> None:
    write_backup(profile, tmp_path / "b.zip", BackupChoice(sound=False), meter())
    content = flac(b"numbered")
    line = asdict(replace(phrase_saying("said before"), size=len(content), file="0001.flac"))
    with zipfile.ZipFile(tmp_path / "b.zip", "a") as archive:
        archive.writestr("audio/c/a/index.jsonl", json.dumps(line) + "\n")
        archive.writestr("audio/c/a/0001.flac", content)
    there, other = elsewhere
    with opened(tmp_path / "b.zip", there) as found:
        await found.replace(other)
        found.unpack_sound(there.audio, meter())
    await compare(other, there)
    assert await rows(other) == {"a": "said before"}
    assert heard(there, other, "a") == ["said before"]


async def test_a_program_that_dies_while_all_is_deleted_removes_the_sound_when_it_begins_again(
    history: History, profile: Profile
) -> None:
    await Retention(history).delete_everything()
    assert files(profile) == {"a", "b"}, "it died before that"
    await compare(history, profile)
    assert files(profile) == set()
    assert await history.read(lambda db: db.execute("SELECT count(*) FROM stray_sounds").fetchone()[0]) == 0


async def test_conversations_that_go_by_age_take_their_sound_along_though_nobody_is_told(
    history: History, profile: Profile
) -> None:
    await Retention(history).delete(["c"])
    sound, index = sound_of(history, profile)
    sound.sweep()
    index.flush()
    assert files(profile) == {"b"}
    assert set(await rows(history)) == {"b"}


@pytest.mark.parametrize("cut", [0.3, 0.6])
async def test_a_history_that_is_salvaged_finds_its_sound_again(
    history: History, open_history: OpenHistory, profile: Profile, make_message: Make, cut: float
) -> None:
    for number in range(60):
        await history.add_conversation(Conversation(f"more{number}", "", 1.0, 1.0))
        more = make_message(f"more{number}", None, "text " * 500, conversation_id=f"more{number}")
        await history.add_message(more)
        keep(profile.audio, f"more{number}", f"more{number}", f"said of {number}")
    await compare(history, profile)
    kept = len(await rows(history))
    await history.close()
    content = profile.history.read_bytes()
    profile.history.write_bytes(content[: int(len(content) * cut)])
    mended = await open_history(profile.history)
    sound, _ = sound_of(mended, profile)
    assert len(sound.phrases(("more59", "more59"))) == 1, "at once"
    for _ in range(3_000):
        if not mended.mending:
            break
        await asyncio.sleep(0.01)
    await compare(mended, profile)
    there = await mended.read(lambda db: {str(row[0]) for row in db.execute("SELECT id FROM messages")})
    assert set(await rows(mended)) == {message for message in there if not _was_made(message)}
    assert len(await rows(mended)) > 20
    assert len(files(profile)) == kept, "what is not found yet may be"


def _was_made(message: str) -> bool:
    """Salvage gives a new id to a message of which only the text was found."""
    return len(message) == 32


async def test_temporary_conversations_have_the_table_and_nothing_in_it(
    history: History, profile: Profile, make_message: Make
) -> None:
    await history.begin_temporary(Conversation("t", "", 1.0, 1.0))
    await history.add_message(make_message("tm", None, "text", conversation_id="t"))
    keep(profile.audio, "t", "tm", "was never to be kept")
    await compare(history, profile)
    assert "tm" not in await rows(history)
    assert isinstance(history._temporary, Temporary)
    assert await history.read(lambda db: db.execute("SELECT count(*) FROM kept_sounds").fetchone()[0], "t") == 0
