"""Deleted means gone: the deleted words are looked for in every byte of every file of the profile."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.attachments import image_part
from desktop_app.domain.backup import BackupChoice
from desktop_app.domain.drafts import Draft
from desktop_app.domain.messages import Conversation, Message, Role
from desktop_app.domain.prompts import SavedPrompt
from desktop_app.storage.backups import old_copies
from desktop_app.storage.backups.backup import Meter, set_aside, write_backup
from desktop_app.storage.branches import Branches
from desktop_app.storage.drafts import Drafts
from desktop_app.storage.history import History
from desktop_app.storage.kept_sound.keeping import KeptSound
from desktop_app.storage.paths import Profile
from desktop_app.storage.pictures import Pictures
from desktop_app.storage.prompts import Prompts
from desktop_app.storage.retention import Due, Retention
from tests.storage.conftest import OpenHistory
from tests.support import kept

Make = Callable[..., Message]
DAY = 86_400.0

GONE, STAYS = "Quittengelee", "Rhabarberkompott"


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    profile = Profile(tmp_path / "profile")
    profile.make()
    return profile


@pytest.fixture
async def history(open_history: OpenHistory, profile: Profile) -> History:
    return await open_history(profile.history)


def holding(profile: Profile, word: str) -> set[str]:
    """The files of the profile in which the word stands, in any of the encodings that text could have."""
    assert profile.root is not None
    found = set()
    for folder, _, names in os.walk(profile.root):
        for name in names:
            content = Path(folder, name).read_bytes()
            if any(word.encode(encoding) in content for encoding in ("utf-8", "utf-16-le", "utf-16-be")):
                found.add(name)
    return found


def meter() -> Meter:
    return Meter(lambda _done, _total: None, lambda: False)


async def talk(history: History, make_message: Make, name: str, word: str, count: int = 40) -> None:
    """A conversation in which the word is everywhere."""
    await history.add_conversation(Conversation(name, f"Title {word}", 1.0, 1.0))
    parent = None
    for number in range(count):
        text = f"{word} {number} " * 60
        message = make_message(f"{name}{number}", parent, text, conversation_id=name, role=Role.USER)
        await history.add_message(message)
        parent = message.id
    await Pictures(history).keep(f"blob{name}", f"picture of {word}".encode() * 1000)
    part = image_part(f"blob{name}", f"{word}.png", "image/png", 9, 1, 1)
    await history.add_message(replace(make_message(f"{name}p", parent, conversation_id=name), parts=(part,)))
    await Drafts(history).keep(name, Draft(f"draft {word}"))


def keep_sound(profile: Profile, conversation: str, message: str, word: str) -> str:
    """Gives the name of its file."""
    return kept.keep(profile.audio, conversation, message, f"said {word}").name


def copy_as_an_old_version(profile: Profile) -> Path:
    """What a step of the schema leaves: the file as it was."""
    copy = profile.history.with_name("history.db.v3.bak")
    with sqlite3.connect(profile.history) as source, sqlite3.connect(copy) as target:
        source.backup(target)
    source.close()
    target.close()
    return copy


async def test_a_deleted_conversation_is_in_no_byte_of_the_profile(
    history: History, profile: Profile, make_message: Make
) -> None:
    await talk(history, make_message, "a", GONE)
    await talk(history, make_message, "b", STAYS)
    gone, stays = (keep_sound(profile, name, f"{name}1", word) for name, word in (("a", GONE), ("b", STAYS)))
    copy = copy_as_an_old_version(profile)
    assert {"history.db", "history.db-wal", copy.name, gone} <= holding(profile, GONE)

    await history.delete_conversation("a")
    KeptSound(profile.audio, 10**9).forget_conversation("a")
    old_copies.follow(profile.history)
    assert holding(profile, GONE) == set()
    assert {copy.name, stays} < holding(profile, STAYS)
    await history.close()
    assert holding(profile, GONE) == set()
    assert {"history.db", copy.name} < holding(profile, STAYS)


async def test_a_deleted_message_is_in_no_byte_either(history: History, profile: Profile, make_message: Make) -> None:
    await talk(history, make_message, "b", STAYS)
    await history.add_message(make_message("x", "b3", f"one {GONE}", conversation_id="b"))
    await history.add_message(make_message("y", "x", f"two {GONE}", conversation_id="b"))
    copy = copy_as_an_old_version(profile)
    await Branches(history).delete("x")
    old_copies.follow(profile.history)
    assert holding(profile, GONE) == set()
    with sqlite3.connect(copy) as db:
        assert db.execute("SELECT count(*) FROM messages").fetchone() == (41,)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()


async def test_copies_that_no_deletion_concerns_are_left_as_they_are(
    history: History, profile: Profile, make_message: Make
) -> None:
    await talk(history, make_message, "b", STAYS, 3)
    copy = copy_as_an_old_version(profile)
    old_copies.follow(profile.history)
    with sqlite3.connect(copy) as db:
        assert db.execute("SELECT count(*), (SELECT count(*) FROM blobs) FROM messages").fetchone() == (4, 1)
    db.close()
    _break(copy)
    old_copies.follow(profile.history)  # the log says that it could not


async def test_after_damage_a_copy_may_be_the_last_one_and_is_left_alone(
    history: History, profile: Profile, make_message: Make
) -> None:
    await talk(history, make_message, "b", STAYS, 3)
    copy = copy_as_an_old_version(profile)
    await history.delete_conversation("b")
    damaged = profile.history.with_name("history.db.salvaged-1")
    damaged.touch()
    old_copies.follow(profile.history)
    assert copy.name in holding(profile, STAYS)
    damaged.unlink()
    old_copies.follow(profile.history)
    assert holding(profile, STAYS) == set()


@pytest.mark.parametrize("sample", sorted(Path(__file__).parent.glob("history-v*.sql")), ids=lambda path: path.stem)
async def test_the_copy_of_every_version_follows(history: History, profile: Profile, sample: Path) -> None:
    copy = profile.history.with_name("history.db.v1.bak")
    with sqlite3.connect(copy) as db:
        db.executescript(_text(sample))
    db.close()
    assert "history.db.v1.bak" in holding(profile, "Why is the sky blue")
    old_copies.follow(profile.history)
    assert holding(profile, "Why is the sky blue") == set()


def _break(path: Path) -> None:
    path.write_bytes(b"no database at all")


def _text(path: Path) -> str:
    return path.read_text("utf-8")


async def test_when_everything_is_deleted_nothing_is_left_but_prompts_and_a_persons_own_backups(
    history: History, profile: Profile, make_message: Make, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        await talk(history, make_message, name, GONE)
        keep_sound(profile, name, f"{name}1", GONE)
    await Drafts(history).keep(None, Draft(f"on the empty page: {GONE}"))
    await history.set_open("a")
    await Prompts(history).keep(SavedPrompt("p", "name", STAYS))
    copy_as_an_old_version(profile)
    set_aside(profile, meter())
    write_backup(profile, tmp_path / "mine.zip", BackupChoice(), meter())
    profile.history.with_name("history.db.bad-20260101-000000").write_text(GONE)

    await Retention(history).delete_everything()
    KeptSound(profile.audio, 10**9).forget_all()
    old_copies.forget_all(profile)
    assert holding(profile, GONE) == set()
    assert await history.conversations() == []
    assert await history.last_open() is None
    assert (await Drafts(history).get(None)) == Draft()
    assert [prompt.text for prompt in await Prompts(history).saved()] == [STAYS]
    assert sorted(path.name for path in profile.history.parent.glob("history.db*")) == [
        *("history.db", "history.db-shm", "history.db-wal")
    ]
    assert (tmp_path / "mine.zip").exists()
    assert not profile.backups.exists()
    await talk(history, make_message, "c", STAYS, 2)
    await history.close()
    assert profile.history.stat().st_size < 300_000, "the room is the disk's again"
    again = await History.open(profile.history)
    assert again.problem is None
    assert len(await again.path("c")) == 3
    await again.close()


async def test_while_somebody_reads_the_log_is_emptied_as_soon_as_they_are_done(
    history: History, profile: Profile, make_message: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.storage.history_store._RETRY_SECONDS", 0.02)
    await talk(history, make_message, "a", GONE, 3)
    reader = sqlite3.connect(profile.history, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM messages").fetchone()
    await history.read(lambda db: db.execute("PRAGMA busy_timeout = 20000"))
    async with asyncio.timeout(10):  # nobody who writes waits for the reader
        await history.delete_conversation("a")
    assert (await history.read(lambda db: db.execute("PRAGMA busy_timeout").fetchone()[0])) == 20_000
    assert "history.db-wal" in holding(profile, GONE), "the reader still sees it there"
    reader.close()
    for _ in range(200):
        if not holding(profile, GONE):
            break
        await history.read(lambda db: time.sleep(0.02))
    assert holding(profile, GONE) == set()


async def make_as_before(history: History) -> None:
    """As a file was made before room was given back in steps."""

    def job() -> None:
        for sql in ("PRAGMA auto_vacuum = NONE", "VACUUM"):
            history._store._connection.execute(sql)
        assert history._store._connection.execute("PRAGMA auto_vacuum").fetchone() == (0,)

    await history._thread.run(job)


@pytest.mark.parametrize("in_steps", [True, False])
async def test_deletions_give_room_back_where_it_is_worth_it(
    history: History, profile: Profile, make_message: Make, monkeypatch: pytest.MonkeyPatch, *, in_steps: bool
) -> None:
    if in_steps:
        monkeypatch.setattr("desktop_app.storage.freed_room._MADE_ANEW_AT_MOST", 0)  # as a large one is
    else:
        await make_as_before(history)
    for name in ("a", "b"):
        await talk(history, make_message, name, GONE, 200)
    await history.delete_conversation("a")
    full = profile.history.stat().st_size
    assert await history.compact(least=10**9), "too little to be worth it"
    assert profile.history.stat().st_size == full
    assert await history.compact(least=10_000)
    assert profile.history.stat().st_size < 0.7 * full
    assert len(await history.path("b")) == 201


@pytest.mark.parametrize("in_steps", [True, False])
async def test_giving_room_back_makes_way_for_whoever_waits(
    history: History, profile: Profile, make_message: Make, *, in_steps: bool
) -> None:
    if not in_steps:
        await make_as_before(history)
    for name in ("a", "b"):
        await talk(history, make_message, name, GONE, 100)
    await history.delete_conversation("a")
    full = profile.history.stat().st_size
    at_work = history._thread.submit(lambda: time.sleep(0.05))
    compacting = history._thread.submit(lambda: history._store.compact(least=1))
    waiting = history._thread.submit(lambda: "answer")
    assert await waiting == "answer"
    assert await compacting is False
    await at_work
    assert profile.history.stat().st_size == full
    assert len(await history.path("b")) == 101


async def test_what_is_due_is_what_was_not_used_for_so_long(history: History, make_message: Make) -> None:
    now = 1000 * DAY
    for name, age in (("old", 100), ("archived", 95), ("pinned", 200), ("foldered", 200), ("new", 3)):
        await history.add_conversation(Conversation(name, name, 1.0, now - age * DAY))
    await history.write(lambda db: db.execute("UPDATE conversations SET archived = 1 WHERE id = 'archived'"))
    await history.write(lambda db: db.execute("UPDATE conversations SET pinned = 1 WHERE id = 'pinned'"))
    await history.write(lambda db: db.execute("INSERT INTO folders (id, name, position) VALUES ('f', 'f', 0)"))
    await history.write(lambda db: db.execute("UPDATE conversations SET folder = 1 WHERE id = 'foldered'"))
    retention = Retention(history)
    assert await retention.due(now, 90, spare_sorted=True) == Due(("old", "archived"), 1)
    all_of_them = await retention.due(now, 90, spare_sorted=False)
    assert set(all_of_them.ids) == {"old", "archived", "pinned", "foldered"}
    assert await retention.due(now, 365, spare_sorted=False) == Due()
    await history.add_message(make_message("m", text="again", conversation_id="old", created=now - DAY))
    assert await retention.due(now, 90, spare_sorted=True) == Due(("archived",), 1), "it was used again"
    await retention.delete(["old", "archived"], now - 90 * DAY)
    assert {one.id for one in await history.conversations()} == {"old", "new", "pinned", "foldered"}
    await retention.delete(["archived", "new"])
    assert {one.id for one in await history.conversations()} == {"old", "pinned", "foldered"}
    assert await retention.count() == 3


def test_copies_of_its_own_are_kept_for_some_weeks(profile: Profile) -> None:
    profile.backups.mkdir()
    aside = profile.backups / "before-restore-1.zip"
    salvaged = profile.history.with_name("history.db.salvaged-1")
    damaged = profile.history.with_name("history.db.bad-1")
    for path in (aside, salvaged, damaged):
        path.write_text("x")
    old_copies.forget_aged(profile)
    assert aside.exists()
    for path in (aside, salvaged, damaged):
        os.utime(path, (time.time() - 31 * DAY,) * 2)
    old_copies.forget_aged(profile)
    assert not aside.exists()
    assert not salvaged.exists()
    assert damaged.exists(), "nobody has read it yet"
