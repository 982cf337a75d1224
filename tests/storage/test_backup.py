"""A backup in one file: made while the history is written, looked into first, refused when it is damaged."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
import os
import sqlite3
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.attachments import image_part
from desktop_app.domain.backup import BackupChoice
from desktop_app.domain.drafts import Draft
from desktop_app.domain.errors import (
    BackupBroken,
    BackupNewer,
    FileRefused,
    FileUnreadable,
    HistoryUnusable,
    NoRoomForFile,
)
from desktop_app.domain.messages import Conversation, Message, MessageState, Role
from desktop_app.domain.prompts import SavedPrompt
from desktop_app.storage.backups import backup, old_copies, restoring, snapshot
from desktop_app.storage.backups.backup import Cancelled, Meter, set_aside, write_backup
from desktop_app.storage.branches import Branches
from desktop_app.storage.drafts import Drafts
from desktop_app.storage.history import History
from desktop_app.storage.kept_sound.keeping import KeptSound
from desktop_app.storage.migrations import MIGRATIONS
from desktop_app.storage.paths import Profile
from desktop_app.storage.pictures import Pictures
from desktop_app.storage.prompts import Prompts
from tests.storage.conftest import OpenHistory
from tests.support import kept

Make = Callable[..., Message]
SAMPLES = sorted(Path(__file__).parent.glob("history-v*.sql"))


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    profile = Profile(tmp_path / "profile")
    profile.make()
    return profile


@pytest.fixture
async def history(open_history: OpenHistory, profile: Profile) -> History:
    return await open_history(profile.history)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "elsewhere").mkdir()
    return tmp_path / "elsewhere" / "Aloud.zip"


def read(path: Path) -> bytes:
    return path.read_bytes()


def write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def meter(progress: Callable[[int, int], object] = lambda _done, _total: None) -> Meter:
    return Meter(progress, lambda: False)


async def fill(history: History, make_message: Make, name: str = "c", count: int = 3) -> None:
    """A conversation of so many messages, with a picture and a draft."""
    await history.add_conversation(Conversation(name, f"Title {name}", 1.0, 1.0))
    parent = None
    for number in range(count):
        message = make_message(f"{name}{number}", parent, f"text {name}{number}", conversation_id=name)
        await history.add_message(message)
        parent = message.id
    await Pictures(history).keep(f"blob{name}", f"bytes of {name}".encode())
    part = image_part(f"blob{name}", "p.png", "image/png", 9, 1, 1)
    picture = replace(make_message(f"{name}p", parent, conversation_id=name, created=9.0), parts=(part,))
    await history.add_message(picture)
    await Drafts(history).keep(name, Draft(f"draft of {name}"))


def keep_sound(profile: Profile, conversation: str, message: str, content: bytes = b"sound") -> None:
    kept.keep(profile.audio, conversation, message, content=content)


async def whole(history: History) -> list[object]:
    """All that a person would miss."""
    conversations = await history.conversations()
    paths = [await Branches(history).shown(one.id) for one in conversations]
    pictures = await Pictures(history).contents([f"blob{one.id}" for one in conversations])
    drafts = [await Drafts(history).get(one.id) for one in conversations]
    return [conversations, [messages for messages, _tree in paths], pictures, drafts, await Prompts(history).saved()]


@contextlib.contextmanager
def opened(path: Path, profile: Profile) -> Iterator[restoring.OpenedBackup]:
    with contextlib.closing(restoring.open_backup(path, profile, meter())) as backup:
        yield backup


async def test_a_backup_brings_back_everything(
    history: History, open_history: OpenHistory, profile: Profile, target: Path, make_message: Make, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        await fill(history, make_message, name)
        keep_sound(profile, name, f"{name}0", f"sound of {name}".encode())
    keep_sound(profile, "deleted", "m")
    await Prompts(history).keep(SavedPrompt("p", "name", "text"))
    profile.settings.write_text(json.dumps({"model": "mine"}))
    told: list[tuple[int, int]] = []
    write_backup(profile, target, BackupChoice(), meter(lambda done, total: told.append((done, total))))
    assert names(target.parent) == ["Aloud.zip"]
    assert mode(target) == 0o600
    assert told == sorted(told)
    assert 0.9 < told[-1][0] / told[-1][1] <= 1
    before = await whole(history)

    other = Profile(tmp_path / "other")
    other.make()
    restored = await open_history(other.history)
    with opened(target, other) as found:
        look = found.look
        assert (look.conversations, look.messages, look.newest) == (2, 8, ("Title b", "Title a"))
        assert look.has_sound
        assert look.has_settings
        assert abs(look.created - time.time()) < 60
        assert (look.missing_conversations, look.missing_messages, look.only_here_conversations) == (2, 8, 0)
        await found.replace(restored)
        found.unpack_sound(other.audio, meter())
        assert found.settings() == {"model": "mine"}
    assert await whole(restored) == before
    assert names(other.audio) == ["a", "b"], "and not that of one that is gone"
    sound = KeptSound(other.audio, 10**9).sound(("a", "a0"), ("voice", 0, 4, "text"))
    assert sound is not None
    assert sound[1].endswith(b"sound of a")
    assert not other.unpacking.exists()


async def test_sound_and_settings_stay_out_where_they_are_not_wanted(
    history: History, profile: Profile, target: Path, make_message: Make
) -> None:
    await fill(history, make_message)
    keep_sound(profile, "c", "c0")
    profile.settings.write_text("{}")
    write_backup(profile, target, BackupChoice(sound=False, settings=False), meter())
    with zipfile.ZipFile(target) as archive:
        assert sorted(archive.namelist()) == ["history.db", "manifest.json"]


async def test_a_backup_is_one_moment_while_the_history_is_written(
    history: History, profile: Profile, target: Path, make_message: Make, open_history: OpenHistory, tmp_path: Path
) -> None:
    await fill(history, make_message, count=400)
    answer = make_message("answer", "cp", role=Role.ASSISTANT, state=MessageState.STREAMING)
    await history.add_message(answer, "turn")
    done = threading.Event()

    async def stream() -> int:
        number = 0
        while not done.is_set():
            history.append_text("answer", f"{number} ")
            await history.flush()
            number += 1
            await asyncio.sleep(0)
        return number

    def back_up() -> None:
        try:
            write_backup(profile, target, BackupChoice(), meter())
        finally:
            done.set()

    written, _ = await asyncio.gather(stream(), asyncio.to_thread(back_up))
    assert written > 3, "the writer did not wait for it"
    other = Profile(tmp_path / "other")
    other.make()
    restored = await open_history(other.history)
    with opened(target, other) as found:
        await found.replace(restored)
    last = (await restored.path("c"))[-1]
    assert last.state is MessageState.INTERRUPTED
    numbers = [int(one) for one in last.text.split()]
    assert numbers == list(range(len(numbers)))
    assert len(numbers) <= written
    assert (await history.path("c"))[-1].text.split() == [str(number) for number in range(written)]


async def test_what_is_missing_comes_in_and_nothing_twice(
    history: History, profile: Profile, target: Path, make_message: Make
) -> None:
    for name in ("a", "b"):
        await fill(history, make_message, name, count=450)
    await Prompts(history).keep(SavedPrompt("p", "name", "text"))
    write_backup(profile, target, BackupChoice(), meter())
    before = await whole(history)
    await history.delete_conversation("a")
    await Branches(history).delete("b440")
    await Prompts(history).delete("p")
    await history.add_message(make_message("new", "b439", "said since", conversation_id="b"))
    await fill(history, make_message, "c")
    with opened(target, profile) as found:
        assert (found.look.missing_conversations, found.look.missing_messages) == (1, 451 + 11)
        assert (found.look.only_here_conversations, found.look.only_here_messages) == (1, 1 + 4)
        assert await found.merge(history, meter()) == (2, 451 + 11)
        assert await found.merge(history, meter()) == (0, 0)
    after = {one.id: one for one in await history.conversations()}
    assert set(after) == {"a", "b", "c"}
    assert after["b"].head_id == "new", "what was shown is still shown"
    shown, tree = await Branches(history).shown("b")
    assert shown[-1].text == "said since"
    assert "bp" in tree
    assert await history.path("a") == before[1][1]  # type: ignore[index]
    assert [prompt.id for prompt in await Prompts(history).saved()] == ["p"]
    assert await Pictures(history).contents(["bloba"]) == {"bloba": b"bytes of a"}


async def test_a_merge_that_is_stopped_half_way_is_finished_by_the_next(
    history: History, profile: Profile, target: Path, make_message: Make
) -> None:
    await fill(history, make_message, count=900)
    before = await whole(history)
    write_backup(profile, target, BackupChoice(), meter())
    await history.delete_conversation("c")
    with opened(target, profile) as found:
        stop = Meter(lambda _done, _total: None, lambda: stop.done > 300)
        with pytest.raises(Cancelled):
            await found.merge(history, stop)
        assert 0 < (await history.read(lambda db: db.execute("SELECT count(*) FROM messages").fetchone()))[0] < 901
        await found.merge(history, meter())
    assert await whole(history) == before


async def test_replacing_takes_away_what_came_since_and_what_is_set_aside_brings_it_back(
    history: History, profile: Profile, target: Path, make_message: Make
) -> None:
    await fill(history, make_message, "a")
    write_backup(profile, target, BackupChoice(), meter())
    early = await whole(history)
    await fill(history, make_message, "b")
    late = await whole(history)
    aside = set_aside(profile, meter())
    assert aside.parent == profile.backups
    assert set_aside(profile, meter()) != aside, "none takes another's place"
    with opened(target, profile) as found:
        await found.replace(history)
    assert await whole(history) == early
    with opened(aside, profile) as found:
        await found.replace(history)
    assert await whole(history) == late
    await history.close()
    again = await History.open(profile.history)
    assert again.problem is None
    assert await whole(again) == late
    await again.close()


@pytest.mark.parametrize("moment", [0, 1, 2])
async def test_a_cancelled_backup_leaves_nothing_and_the_one_from_before(
    history: History, profile: Profile, target: Path, make_message: Make, moment: int
) -> None:
    await fill(history, make_message, count=50)
    keep_sound(profile, "c", "c0", b"x" * 10)
    write_backup(profile, target, BackupChoice(), meter())
    before = read(target)
    calls = iter(range(1000))
    with pytest.raises(Cancelled):
        write_backup(profile, target, BackupChoice(), Meter(lambda _d, _t: None, lambda: next(calls) >= moment))
    assert read(target) == before
    assert names(target.parent) == ["Aloud.zip"]


async def test_a_place_that_cannot_be_written_is_told_in_words(
    history: History, profile: Profile, tmp_path: Path, make_message: Make
) -> None:
    await fill(history, make_message)
    with pytest.raises(FileRefused):
        write_backup(profile, tmp_path / "nowhere" / "x.zip", BackupChoice(), meter())
    resource = pytest.importorskip("resource", reason="limits as POSIX knows them")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises((NoRoomForFile, FileRefused)):
            write_backup(profile, tmp_path / "x.zip", BackupChoice(), meter())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert names(tmp_path) == ["profile"]


def damaged(path: Path, where: float) -> None:
    content = bytearray(path.read_bytes())
    at = round(where * len(content))
    content[at : at + 64] = os.urandom(64)
    path.write_bytes(content)


@pytest.mark.parametrize("where", [0.0, 0.2, 0.5, 0.8, 0.97])
async def test_a_damaged_backup_is_refused_before_anything_changes(
    history: History, profile: Profile, target: Path, make_message: Make, where: float
) -> None:
    await fill(history, make_message, count=200)
    before = await whole(history)
    write_backup(profile, target, BackupChoice(), meter())
    damaged(target, where)
    try:
        with opened(target, profile) as found:  # the first bytes are of no use to a reader of archives
            assert found.look.messages == 201
    except BackupBroken:
        pass
    else:
        assert where == 0.0
    assert await whole(history) == before
    assert not profile.unpacking.exists()


async def test_a_cut_off_backup_and_any_other_file_are_refused(
    history: History, profile: Profile, target: Path, make_message: Make
) -> None:
    await fill(history, make_message)
    write_backup(profile, target, BackupChoice(), meter())
    content = read(target)
    for broken in (content[: len(content) // 2], b"", b"some text", read(profile.history)):
        write(target, broken)
        with pytest.raises(BackupBroken):
            restoring.open_backup(target, profile, meter())
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("manifest.json", '{"format": "something else"}')
    with pytest.raises(BackupBroken):
        restoring.open_backup(target, profile, meter())
    with pytest.raises(FileUnreadable):
        restoring.open_backup(target.with_name("missing.zip"), profile, meter())


def rewrite(path: Path, *, history: Path | None = None, **manifest: object) -> None:
    """The backup with another history in it, or another manifest."""
    with zipfile.ZipFile(path) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    contents["manifest.json"] = json.dumps({**json.loads(contents["manifest.json"]), **manifest}).encode()
    if history is not None:
        contents["history.db"] = history.read_bytes()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)


async def test_a_backup_of_a_newer_version_is_refused_in_words(
    history: History, profile: Profile, target: Path, make_message: Make, tmp_path: Path
) -> None:
    await fill(history, make_message)
    write_backup(profile, target, BackupChoice(), meter())
    newer = tmp_path / "newer.db"
    with sqlite3.connect(newer) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    db.close()
    rewrite(target, history=newer)
    with pytest.raises(BackupNewer):
        restoring.open_backup(target, profile, meter())
    rewrite(target, format_version=2)
    with pytest.raises(BackupNewer):
        restoring.open_backup(target, profile, meter())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
async def test_a_backup_of_an_older_version_is_brought_up_to_date(
    history: History, profile: Profile, target: Path, sample: Path, tmp_path: Path
) -> None:
    old = tmp_path / "old.db"
    with sqlite3.connect(old) as db:
        db.executescript(read(sample).decode())
    db.close()
    write_backup(profile, target, BackupChoice(), meter())
    rewrite(target, history=old)
    with opened(target, profile) as found:
        assert await found.merge(history, meter()) == (1, 2)
        merged = await history.path("c1")
        await found.replace(history)
    assert await history.path("c1") == merged
    assert merged[0].text == "Why is the sky blue?"


async def test_names_that_lead_out_of_the_folder_lead_nowhere(
    history: History, profile: Profile, target: Path, make_message: Make, tmp_path: Path
) -> None:
    await fill(history, make_message)
    write_backup(profile, target, BackupChoice(), meter())
    with zipfile.ZipFile(target, "a") as archive:
        out = ("audio/../../escaped", "audio/c/../escaped", "/escaped", "audio/c/c0/../../../escaped", "audio/c/c0/..")
        for name in out:
            archive.writestr(name, "x")
    with opened(target, profile) as found:
        found.unpack_sound(profile.audio, meter())
    assert "escaped" not in str([*os.walk(tmp_path)])


async def test_another_history_does_not_wait_for_ever_for_a_program_that_has_locked_the_file(
    history: History, profile: Profile, make_message: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "_PATIENCE", 0.05)
    await fill(history, make_message)
    other = sqlite3.connect(profile.history, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(HistoryUnusable):
        await history.rewrite(snapshot.empty)
    other.close()
    assert len(await history.conversations()) == 1, "all is as it was"
    await history.rewrite(snapshot.empty)
    assert await history.conversations() == []


@pytest.mark.parametrize(
    "strange",
    [
        "ALTER TABLE messages ADD COLUMN strange TEXT",
        "DROP TABLE prompts",
        "CREATE TRIGGER strange AFTER INSERT ON messages BEGIN DELETE FROM conversations; END",
        "CREATE VIEW strange AS SELECT 1",
    ],
)
async def test_what_is_built_otherwise_than_a_history_is_no_backup(
    history: History, profile: Profile, target: Path, make_message: Make, strange: str
) -> None:
    await fill(history, make_message)
    write_backup(profile, target, BackupChoice(), meter())
    with zipfile.ZipFile(target) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    other = target.with_name("other.db")
    write(other, contents["history.db"])
    with contextlib.closing(sqlite3.connect(other)) as db:
        db.execute(strange)
        db.commit()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in {**contents, "history.db": read(other)}.items():
            archive.writestr(name, content)
    with pytest.raises(BackupBroken):
        restoring.open_backup(target, profile, meter())
    assert not profile.unpacking.exists()


@pytest.mark.parametrize(
    ("number", "error"), [(errno.ENOSPC, NoRoomForFile), (errno.EIO, FileUnreadable), (errno.EACCES, FileUnreadable)]
)
async def test_a_disk_that_refuses_while_something_is_unpacked_is_told_in_words(
    history: History,
    profile: Profile,
    target: Path,
    make_message: Make,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    error: type[Exception],
) -> None:
    await fill(history, make_message)
    keep_sound(profile, "c", "c0")
    write_backup(profile, target, BackupChoice(), meter())

    open_entry: Any = zipfile.ZipFile.open

    def refuse(archive: zipfile.ZipFile, entry: object, *arguments: object, **others: object) -> Any:
        if entry == backup.MANIFEST:
            return open_entry(archive, entry, *arguments, **others)
        raise OSError(number, "No")

    with opened(target, profile) as found:
        monkeypatch.setattr(zipfile.ZipFile, "open", refuse)
        with pytest.raises(error):
            found.unpack_sound(profile.audio.with_name("other"), meter())
    with pytest.raises(error):
        restoring.open_backup(target, profile, meter())
    assert not profile.unpacking.exists()


async def test_a_full_disk_of_the_profile_is_backed_up_to_another(
    history: History, profile: Profile, target: Path, make_message: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(history, make_message)
    seen: list[list[str]] = []
    monkeypatch.setattr(backup, "room_beside", lambda _path: 10_000)
    write_backup(profile, target, BackupChoice(), meter(lambda _done, _total: seen.append(names(target.parent))))
    assert any(name.endswith(".copy") for name in seen[0])
    assert not profile.copying.exists()
    assert names(target.parent) == ["Aloud.zip"]


_KILLED = """
import asyncio, sys
from pathlib import Path
from desktop_app.storage.backups import backup
from desktop_app.storage.backups import restoring
from desktop_app.storage.history import History
from desktop_app.storage.paths import Profile

async def run(root, file):
    meter = backup.Meter(lambda _done, _total: None, lambda: False)
    profile = Profile(Path(root))
    history = await History.open(profile.history)
    opened = restoring.open_backup(Path(file), profile, meter)
    print("go", flush=True)
    await opened.replace(history)
    print("done", flush=True)
    await asyncio.sleep(60)

asyncio.run(run(*sys.argv[1:]))
"""


async def test_a_kill_in_the_middle_of_a_restore_leaves_the_old_history_or_the_new_one(
    history: History, profile: Profile, target: Path, make_message: Make
) -> None:
    await fill(history, make_message, "new", count=400)
    new = await whole(history)
    write_backup(profile, target, BackupChoice(), meter())
    for delay in (0.0, 0.01):
        await history.rewrite(snapshot.empty)
        await fill(history, make_message, "old", count=200)
        old = await whole(history)
        await history.close()
        arguments = [sys.executable, "-c", _KILLED, str(profile.root), str(target)]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE) as killed:  # noqa: ASYNC220 - it is waited for
            assert killed.stdout is not None
            killed.stdout.readline()
            time.sleep(delay)  # noqa: ASYNC251 - nobody else is here
            killed.kill()
        history = await History.open(profile.history)
        assert history.problem is None
        assert await whole(history) in (old, new)
        assert await history.read(lambda db: db.execute("PRAGMA integrity_check").fetchall()) == [("ok",)]
        old_copies.forget_unpacked(profile)
        assert not profile.unpacking.exists()
    await history.close()


async def test_what_a_killed_backup_left_beside_the_file_goes_with_the_next_one(
    history: History, profile: Profile, target: Path, make_message: Make
) -> None:
    await fill(history, make_message)
    write(target.with_name(".Aloud.zip.1234.part"), b"half")
    write(target.with_name(".Other.zip.1234.part"), b"half")
    write_backup(profile, target, BackupChoice(), meter())
    assert names(target.parent) == [".Other.zip.1234.part", "Aloud.zip"]


async def test_there_is_room_or_nothing_is_begun(
    history: History, profile: Profile, target: Path, make_message: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(history, make_message)
    write_backup(profile, target, BackupChoice(), meter())
    monkeypatch.setattr(restoring, "room_beside", lambda _path: 10_000)
    with pytest.raises(NoRoomForFile):
        restoring.open_backup(target, profile, meter())
    assert not profile.unpacking.exists()


async def test_what_a_killed_program_left_is_cleared_away(profile: Profile) -> None:
    profile.unpacking.mkdir()
    (profile.unpacking / "history.db").write_bytes(b"text")
    old_copies.forget_unpacked(profile)
    profile.copying.mkdir()
    old_copies.forget_unpacked(profile)
    assert not profile.copying.exists()
    assert not profile.unpacking.exists()
    assert backup.sound_size(profile) == 0
