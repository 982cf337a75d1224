"""An import is all there or not at all: new conversations, new messages of known ones, nothing twice, taken back."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.attachments import image_part
from desktop_app.domain.drafts import Draft
from desktop_app.domain.errors import HistoryUnusable, NoRoomForImport
from desktop_app.domain.messages import Conversation, Message, MessageState, Part, PartKind, Role, TitledBy
from desktop_app.domain.usage import Timings, Usage
from desktop_app.domain.whole import WholeConversation, WholeMessage, WholeTurn
from desktop_app.storage.branches import Branches
from desktop_app.storage.drafts import Drafts
from desktop_app.storage.history import History
from desktop_app.storage.importing import rows as import_rows
from desktop_app.storage.importing import staging as import_staging
from desktop_app.storage.importing import staging_sql as import_staging_sql
from desktop_app.storage.importing.rows import ImportRows
from desktop_app.storage.importing.staging import Compared, Interrupted, Staging
from desktop_app.storage.paths import part_file, whole_file
from desktop_app.storage.pictures import Pictures
from tests.storage.conftest import OpenHistory

TABLES = ("conversations", "messages", "parts", "turns", "blobs", "folders")


def message(name: str, parent: str | None = None, text: str = "", *, at: float = 0.0, **others: Any) -> WholeMessage:
    role = Role.USER if name.startswith("q") else Role.ASSISTANT
    parts = (Part(PartKind.TEXT, text or f"text of {name}"),)
    made = Message(name, "", parent, role, parts, 1_000.0 + at)
    return WholeMessage(replace(made, **others))


def chat(name: str, *messages: WholeMessage, head: str | None = None, **others: Any) -> WholeConversation:
    at = max(one.message.created for one in messages)
    about = Conversation(name, f"About {name}", 1_000.0, at, head or messages[-1].message.id, TitledBy.MODEL)
    placed = tuple(replace(one, message=replace(one.message, conversation_id=name)) for one in messages)
    return WholeConversation(replace(about, **others), placed, origin=f"chatgpt:{name}")


def pair(name: str) -> WholeConversation:
    return chat(name, message(f"q{name}"), message(f"a{name}", f"q{name}", at=1))


class Importing:
    """Stages and carries, as the presenter does."""

    def __init__(self, history: History, file: Path) -> None:
        self.file = file
        self.rows = ImportRows(history, file)

    async def stage(self, *wholes: WholeConversation, pictures: Mapping[str, bytes] | None = None) -> Compared:
        staging = Staging(self.file)
        staging.open()
        for whole in wholes:
            staging.add(whole, "Garden" if whole.conversation.pinned else "", pictures or {})
        compared = staging.compare()
        staging.seal()
        staging.discard()
        return compared

    async def run(self, *wholes: WholeConversation, pictures: Mapping[str, bytes] | None = None) -> Compared:
        compared = await self.stage(*wholes, pictures=pictures)
        assert await self.rows.carry(lambda: False, lambda _done, _total: None)
        return compared


@pytest.fixture
def importing(history: History, file: Path) -> Importing:
    return Importing(history, file)


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message or two each."""
    monkeypatch.setattr(import_staging, "_BATCH", 1_500)
    monkeypatch.setattr(import_rows, "_BATCHES_A_LOG", 2)


def content(file: Path) -> dict[str, Sequence[tuple[Any, ...]]]:
    """Every row of every table, without the rows' own numbers."""
    db = sqlite3.connect(file)
    found = {
        "conversations": "SELECT c.id, title, c.created, updated, m.id, origin, titled_by, pinned, archived, folder"
        " FROM conversations c LEFT JOIN messages m ON m.n = c.head",
        "messages": "SELECT m.id, c.id, p.id, m.role, m.state, m.created, m.model, m.heard FROM messages m"
        " JOIN conversations c ON c.n = m.conversation LEFT JOIN messages p ON p.n = m.parent",
        "parts": "SELECT m.id, position, kind, text, data, b.id FROM parts p JOIN messages m ON m.n = p.message"
        " LEFT JOIN blobs b ON b.n = p.blob",
        "turns": "SELECT m.id, t.id, t.state, started, ended, input_tokens, total_s FROM turns t"
        " JOIN messages m ON m.n = t.message",
        "blobs": "SELECT id, bytes FROM blobs",
    }
    rows: dict[str, Sequence[tuple[Any, ...]]] = {
        name: sorted(db.execute(sql).fetchall(), key=repr) for name, sql in found.items()
    }
    db.close()
    return rows


def texts(messages: Sequence[Message]) -> list[str]:
    return [one.text for one in messages]


async def test_conversations_come_with_their_tree_times_titles_and_turns(
    importing: Importing, history: History
) -> None:
    turn = WholeTurn("t1", MessageState.STOPPED, 1.0, 2.0, "TimedOut", Usage(5, 6), Timings(0.1, None, 3.0))
    whole = chat(
        "c",
        message("q1"),
        replace(message("a1", "q1", at=1, model="gpt", state=MessageState.STOPPED, heard=3), turns=(turn,)),
        message("a2", "q1", at=2),
        head="a1",
        pinned=True,
        archived=False,
        titled_by=TitledBy.PERSON,
    )
    compared = await importing.run(whole, pair("d"))
    assert (compared.conversations, compared.new, compared.messages, compared.new_messages) == (2, 2, 5, 5)
    assert (compared.oldest, compared.newest) == (1_001.0, 1_002.0)
    [first, second] = await history.conversations()
    assert (first.id, first.title, first.created, first.updated) == ("c", "About c", 1_000.0, 1_002.0)
    assert (first.titled_by, first.pinned, second.id) == (TitledBy.PERSON, True, "d")
    assert first.folder_id is not None
    messages, tree = await Branches(history).shown("c")
    assert texts(messages) == ["text of q1", "text of a1"]
    assert (messages[1].state, messages[1].model, messages[1].heard) == (MessageState.STOPPED, "gpt", 3)
    assert (messages[1].usage, messages[1].timings) == (turn.usage, turn.timings)
    assert tree.siblings("a2").count == 2
    assert [one.id for one in await Branches(history).turns("a1")] == ["t1"]
    assert not list(importing.file.parent.glob("import.*"))


async def test_the_same_file_again_brings_nothing(importing: Importing, file: Path) -> None:
    await importing.run(pair("c"), pair("d"))
    before = content(file)
    compared = await importing.run(pair("c"), pair("d"))
    assert (compared.new, compared.grown, compared.new_messages) == (0, 0, 0)
    assert content(file) == before


async def test_what_stands_twice_in_a_file_comes_once(importing: Importing, history: History) -> None:
    longer = chat("c", message("qc"), message("ac", "qc", at=1), message("q2", "ac", at=2))
    compared = await importing.run(pair("c"), longer, pair("c"))
    assert (compared.conversations, compared.messages) == (1, 3)
    assert len((await Branches(history).shown("c"))[1]) == 3


async def test_a_known_conversation_grows_and_shows_what_the_file_shows(importing: Importing, history: History) -> None:
    await importing.run(pair("c"))
    await history.set_title("c", "Mine")
    grown = chat("c", message("qc"), message("ac", "qc", at=1), message("q2", "ac", at=5), message("a2", "q2", at=6))
    compared = await importing.run(grown)
    assert (compared.new, compared.grown, compared.new_messages, compared.continued_here) == (0, 1, 2, 0)
    [one] = await history.conversations()
    assert (one.title, one.updated) == ("Mine", 1_006.0)
    assert texts(await history.path("c")) == ["text of qc", "text of ac", "text of q2", "text of a2"]


async def test_a_conversation_that_went_on_here_keeps_its_page(importing: Importing, history: History) -> None:
    await importing.run(pair("c"))
    await history.add_message(Message("mine", "c", "ac", Role.USER, (Part(PartKind.TEXT, "And?"),), 2_000.0))
    compared = await importing.run(
        chat("c", message("qc"), message("ac", "qc", at=1), message("q2", "ac", at=5), message("a2", "q2", at=6))
    )
    assert (compared.grown, compared.continued_here) == (1, 1)
    assert texts(await history.path("c"))[-1] == "And?"
    _, tree = await Branches(history).shown("c")
    assert tree.siblings("q2").count == 2


async def test_what_was_deleted_here_stays_deleted(importing: Importing, history: History) -> None:
    first = chat("c", message("q1"), message("a1", "q1", at=1), message("b1", "q1", at=2))
    await importing.run(first)
    await Branches(history).delete("a1")
    compared = await importing.run(
        chat("c", *first.messages, message("q2", "b1", at=9), message("q3", "a1", at=10), head="a1")
    )
    assert (compared.removed_here, compared.new_messages) == (1, 2)
    _, tree = await Branches(history).shown("c")
    assert "a1" not in tree
    assert tree.path("q3") == ["q1", "q3"], "it hangs below what is above the deleted one"


async def test_what_was_being_written_comes_with_a_new_conversation(importing: Importing, history: History) -> None:
    picture = image_part("blob", "p.png", "image/png", 3, 1, 1)
    whole = replace(pair("c"), draft=Draft("Not yet", (picture,)))
    await importing.run(whole, pictures={"blob": b"png"})
    assert await Drafts(history).get("c") == whole.draft
    assert await Pictures(history).contents(["blob"]) == {"blob": b"png"}
    await Drafts(history).keep("c", Draft("Mine"))
    await importing.run(whole, pictures={"blob": b"png"})
    assert await Drafts(history).get("c") == Draft("Mine")


async def test_a_deleted_conversation_comes_back_as_a_new_one(importing: Importing, history: History) -> None:
    await importing.run(pair("c"))
    await history.delete_conversation("c")
    assert (await importing.run(pair("c"))).new == 1
    assert texts(await history.path("c")) == ["text of qc", "text of ac"]


async def test_a_conversation_is_known_by_its_origin_under_another_id(importing: Importing, history: History) -> None:
    await importing.run(pair("c"))
    other = replace(chat("x", message("qc"), message("ac", "qc", at=1), message("q9", "ac", at=9)), origin="chatgpt:c")
    compared = await importing.run(other)
    assert (compared.new, compared.grown) == (0, 1)
    assert texts(await history.path("c"))[-1] == "text of q9"


async def test_pictures_come_along_and_go_with_their_message(importing: Importing, history: History) -> None:
    parts = (image_part("blob", "p.png", "image/png", 3, 1, 1), Part(PartKind.TEXT, "Look"))
    whole = chat("c", message("q1", parts=parts), message("a1", "q1", at=1))
    assert (await importing.run(whole, pictures={"blob": b"png"})).pictures == 1
    assert await Pictures(history).contents(["blob"]) == {"blob": b"png"}
    await history.delete_conversation("c")
    assert await Pictures(history).contents(["blob"]) == {}


@pytest.mark.usefixtures("small_batches")
async def test_a_tree_that_spans_batches_is_whole(importing: Importing, history: History) -> None:
    names = [f"m{number}" for number in range(40)]
    line = chat("c", *(message(name, names[n - 1] if n else None, at=n) for n, name in enumerate(names)))
    told: list[tuple[int, int]] = []
    await importing.stage(pair("a"), line, pair("z"))
    assert await importing.rows.carry(lambda: False, lambda done, total: told.append((done, total)))
    assert [one.id for one in await history.path("c")] == names
    assert texts(await history.path("z")) == ["text of qz", "text of az"]
    assert told[-1][0] == told[-1][1] == len(told)
    assert len(told) > 20


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("after", [0, 1, 2, 7, 100])
async def test_a_cancelled_import_leaves_the_history_as_it_was(
    importing: Importing, history: History, file: Path, after: int
) -> None:
    await importing.run(pair("known"), pair("other"))
    await history.add_message(Message("mine", "other", "aother", Role.USER, (Part(PartKind.TEXT, "And?"),), 2_000.0))
    before = content(file)
    await importing.stage(
        pair("x"),
        chat("known", message("qknown"), message("aknown", "qknown", at=1), message("q2", "aknown", at=5)),
        chat("other", message("qother"), message("aother", "qother", at=1), message("q3", "aother", at=5)),
        chat("y", *(message(f"n{n}", f"n{n - 1}" if n else None, at=n) for n in range(9)), pinned=False),
        pictures={"unused": b"x"},
    )
    steps = 0

    def is_cancelled() -> bool:
        nonlocal steps
        steps += 1
        return steps > after

    done = await importing.rows.carry(is_cancelled, lambda _done, _total: None)
    assert done is (after == 100)
    if not done:
        assert content(file) == before
        assert not list(file.parent.glob("import.*"))


@pytest.mark.usefixtures("small_batches")
async def test_what_a_dead_program_left_is_taken_back_at_the_next_start(
    importing: Importing, open_history: Callable[..., Any], history: History, file: Path
) -> None:
    await importing.run(pair("known"))
    before = content(file)
    await importing.stage(
        *(pair(name) for name in "abcdef"),
        chat("known", message("qknown"), message("aknown", "qknown", at=1), message("q2", "aknown", at=5)),
    )

    def die(done: int, _total: int) -> None:
        if done == 3:
            carrying.cancel()

    carrying = asyncio.ensure_future(importing.rows.carry(lambda: False, die))
    with pytest.raises(asyncio.CancelledError):
        await carrying
    await history.close()
    assert content(file) != before
    part_file(file).write_bytes(b"half")
    again: History = await open_history()
    rows = ImportRows(again, file)
    assert rows.has_left_over()
    await rows.take_back()
    assert content(file) == before
    assert not rows.has_left_over()
    assert not list(file.parent.glob("import.*"))


async def test_a_left_over_that_never_was_whole_is_only_deleted(importing: Importing, file: Path) -> None:
    await importing.run(pair("c"))
    before = content(file)
    for bytes_left in (b"this is no database, though it is long enough to be one" * 100, b""):
        whole_file(file).write_bytes(bytes_left)
        await importing.rows.take_back()
        assert content(file) == before
        assert not importing.rows.has_left_over()


async def test_a_left_over_that_cannot_be_read_now_is_kept_until_it_can(
    importing: Importing, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without it nobody would know what there is to be taken back."""
    monkeypatch.setattr(import_rows, "_RETRY_SECONDS", 0.01)
    await importing.stage(pair("c"))
    other = sqlite3.connect(whole_file(file), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    taking_back = asyncio.ensure_future(importing.rows.take_back())
    await asyncio.sleep(0.6)
    assert importing.rows.has_left_over()
    other.close()
    await taking_back
    assert not importing.rows.has_left_over()


@pytest.mark.usefixtures("small_batches")
async def test_a_history_that_is_found_damaged_meanwhile_ends_the_import_and_nothing_else(
    importing: Importing, history: History, file: Path
) -> None:
    await history.add_conversation(Conversation("mine", "Mine", 1.0, 1.0))
    await importing.stage(*(pair(name) for name in "abcdef"))
    steps: list[int] = []

    def is_cancelled() -> bool:
        if len(steps) == 3:
            history._thread.submit(lambda: history._store._replace_file(sqlite3.DatabaseError("damaged")))
        return False

    with pytest.raises((HistoryUnusable, NoRoomForImport)):
        await importing.rows.carry(is_cancelled, lambda done, _total: steps.append(done))
    await history.add_conversation(Conversation("more", "More", 2.0, 2.0))
    assert "more" in {one.id for one in await history.conversations()}, "everything else goes on"
    await importing.rows.take_back()
    assert {one.id for one in await history.conversations()} == {"mine", "more"}
    assert await history.flush()
    assert not list(file.parent.glob("import.*"))


async def test_while_a_history_is_mended_nothing_is_imported_nor_taken_back(
    importing: Importing, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is brought over may be the same messages."""
    monkeypatch.setattr(import_rows, "_RETRY_SECONDS", 0.01)
    await importing.stage(pair("c"))
    with monkeypatch.context() as patch:
        patch.setattr(History, "mending", True)
        with pytest.raises(HistoryUnusable):
            await importing.rows.carry(lambda: False, lambda _done, _total: None)
        taking_back = asyncio.ensure_future(importing.rows.take_back())
        await asyncio.sleep(0.1)
        assert importing.rows.has_left_over()
    await taking_back
    assert not importing.rows.has_left_over()
    assert await history.conversations() == []


@pytest.mark.usefixtures("small_batches")
async def test_killed_at_any_step_an_import_is_there_as_a_whole_or_not_at_all(
    importing: Importing, open_history: OpenHistory, history: History, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its files are copied at each step, as a kill would leave them, and a program is begun with each copy."""
    await importing.run(pair("known"))
    before = content(file)
    copies: list[Path] = []

    def copy(*_told: object) -> None:
        place = file.parent / f"copy{len(copies)}"
        place.mkdir()
        for path in [*file.parent.glob("history.db*"), *file.parent.glob("import.*")]:
            shutil.copy(path, place)
        copies.append(place)

    def around(work: Callable[[Any], object]) -> Callable[[Any], None]:
        def copied(about: object) -> None:
            copy()
            work(about)
            copy()

        return copied

    monkeypatch.setattr(import_rows, "_forget", around(import_rows._forget))
    monkeypatch.setattr(ImportRows, "_write_log", around(ImportRows._write_log))
    grown = chat("known", message("qknown"), message("aknown", "qknown", at=1), message("q2", "aknown", at=5))
    await importing.stage(pair("a"), grown, pair("b"))
    copy()
    assert await importing.rows.carry(lambda: False, copy)
    monkeypatch.undo()
    after = content(file)
    found: list[str] = []
    for place in copies:
        again = await open_history(place / "history.db")
        rows = ImportRows(again, place / "history.db")
        if rows.has_left_over():
            await rows.take_back()
        left = content(place / "history.db")
        found.append("nothing" if left == before else "all" if left == after else "a part")
        assert not list(place.glob("import.*"))
    assert found == ["nothing"] * (len(found) - 1) + ["all"]
    assert len(found) > 8


@pytest.mark.usefixtures("small_batches")
async def test_where_somebody_wrote_on_meanwhile_their_conversation_stays(
    importing: Importing, history: History
) -> None:
    await importing.stage(*(pair(name) for name in "abcdef"))

    async def write_on() -> None:
        await history.add_message(Message("mine", "a", "aa", Role.USER, (Part(PartKind.TEXT, "And?"),), 2_000.0))

    done = 0

    def tell(now: int, _total: int) -> None:
        nonlocal done
        done = max(done, now)

    writing: asyncio.Future[None] | None = None

    def is_cancelled() -> bool:
        nonlocal writing
        if done >= 3 and writing is None:
            writing = asyncio.ensure_future(write_on())
            return False
        return writing is not None and writing.done()

    assert not await importing.rows.carry(is_cancelled, tell)
    assert [one.id for one in await history.conversations()] == ["a"]
    assert texts(await history.path("a")) == ["text of qa", "text of aa", "And?"]


def once(steps: list[int], step: int, do: Callable[[], Awaitable[None]]) -> tuple[Callable[[], bool], list[Any]]:
    """For ``carry``: has something done between two batches, and never cancels. With it, what was begun."""
    begun: list[asyncio.Future[None]] = []

    def is_cancelled() -> bool:
        if len(steps) == step and not begun:
            begun.append(asyncio.ensure_future(do()))
        return False

    return is_cancelled, begun


async def test_what_was_deleted_since_the_look_stays_deleted(importing: Importing, history: History) -> None:
    await importing.run(pair("known"))
    grown = chat("known", message("qknown"), message("aknown", "qknown", at=1), message("q2", "aknown", at=5))
    await importing.stage(pair("a"), grown, pair("b"))
    await history.delete_conversation("known")
    assert await importing.rows.carry(lambda: False, lambda _done, _total: None)
    assert {one.id for one in await history.conversations()} == {"a", "b"}
    assert texts(await history.path("b")) == ["text of qb", "text of ab"]


@pytest.mark.usefixtures("small_batches")
async def test_what_is_deleted_while_it_is_carried_over_stays_deleted(importing: Importing, history: History) -> None:
    line = [message(f"n{n}", f"n{n - 1}" if n else None, at=n) for n in range(9)]
    await importing.stage(chat("whole", *line), pair("b"))
    steps: list[int] = []
    is_cancelled, begun = once(steps, 4, lambda: history.delete_conversation("whole"))
    assert await importing.rows.carry(is_cancelled, lambda done, _total: steps.append(done))
    await asyncio.gather(*begun)
    assert {one.id for one in await history.conversations()} == {"b"}


@pytest.mark.usefixtures("small_batches")
async def test_a_message_that_is_deleted_while_its_conversation_comes_takes_along_what_comes_below_it(
    importing: Importing, history: History, file: Path
) -> None:
    line = [message(f"n{n}", f"n{n - 1}" if n else None, at=n) for n in range(9)]
    await importing.stage(chat("c", *line), pair("b"))
    steps: list[int] = []
    is_cancelled, begun = once(steps, 4, lambda: Branches(history).delete("n2"))
    assert await importing.rows.carry(is_cancelled, lambda done, _total: steps.append(done))
    await asyncio.gather(*begun)
    assert [one.id for one in await history.path("c")] == ["n0", "n1"]
    assert sorted(row[0] for row in content(file)["messages"]) == ["ab", "n0", "n1", "qb"]


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("cancelled", [False, True])
async def test_who_writes_on_after_the_look_stays_on_that_page(
    importing: Importing, history: History, *, cancelled: bool
) -> None:
    await importing.run(pair("known"))
    line = (message("qknown"), message("aknown", "qknown", at=1), message("q2", "aknown", at=5))
    await importing.stage(chat("known", *line, message("a2", "q2", at=6)), pair("b"))
    await history.add_message(Message("mine", "known", "aknown", Role.USER, (Part(PartKind.TEXT, "And?"),), 2_000.0))
    steps: list[int] = []
    done = await importing.rows.carry(lambda: cancelled and len(steps) == 2, lambda done, _total: steps.append(done))
    assert done is not cancelled
    assert [one.id for one in await history.path("known")] == ["qknown", "aknown", "mine"]
    (known,) = [one for one in await history.conversations() if one.id == "known"]
    assert known.updated == 2_000.0


@pytest.mark.usefixtures("small_batches")
async def test_what_came_by_another_way_since_the_look_is_not_brought_twice_nor_taken_back(
    importing: Importing, history: History, file: Path
) -> None:
    await importing.stage(pair("a"), pair("b"), pair("c"))
    other = Importing(history, file)
    waiting = whole_file(file).read_bytes()
    await other.run(pair("a"))  # as a backup may have it
    before = content(file)
    whole_file(file).write_bytes(waiting)
    assert not await importing.rows.carry(lambda: len(content(file)["messages"]) > 3, lambda _done, _total: None)
    assert content(file) == before


async def test_a_disk_without_room_is_said_before_anything_is_kept(
    importing: Importing, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: type("Usage", (), {"free": 1_000})())
    staging = Staging(file)
    staging.open()
    with pytest.raises(NoRoomForImport):
        staging.check_room()
    staging.add(pair("c"), "", {})
    staging.compare()
    with pytest.raises(NoRoomForImport):
        staging.seal()
    staging.discard()
    assert not importing.rows.has_left_over()


async def test_a_full_disk_in_the_middle_is_told_and_taken_back(
    importing: Importing, history: History, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await importing.run(pair("known"))
    before = content(file)
    await importing.stage(pair("a"))
    full = True

    async def flush() -> bool:
        nonlocal full
        full, was = False, full
        return not was

    flushes = [True]  # when it is attached

    async def refusing() -> bool:
        return flushes.pop(0) if flushes else await flush()

    monkeypatch.setattr(history, "flush", refusing)
    with pytest.raises(NoRoomForImport):
        await importing.rows.carry(lambda: False, lambda _done, _total: None)
    await importing.rows.take_back()
    assert content(file) == before


async def test_a_history_that_cannot_be_written_takes_no_import(
    importing: Importing, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    await importing.stage(pair("a"))

    async def flush() -> bool:
        return False

    monkeypatch.setattr(history, "flush", flush)
    with pytest.raises(HistoryUnusable):
        await importing.rows.carry(lambda: False, lambda _done, _total: None)


async def test_a_history_that_is_only_in_memory_takes_no_import(
    importing: Importing, open_history: OpenHistory, tmp_path: Path
) -> None:
    await importing.stage(pair("a"))
    (tmp_path / "folder").mkdir()
    in_memory = await open_history(tmp_path / "folder")
    with pytest.raises(HistoryUnusable):
        await ImportRows(in_memory, importing.file).carry(lambda: False, lambda _done, _total: None)
    staging = Staging(tmp_path / "folder")
    staging.open()
    with pytest.raises(HistoryUnusable):
        staging.compare()
    staging.discard()


async def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(HistoryUnusable):
        Staging(tmp_path / "gone" / "history.db").open()


async def test_a_comparison_can_be_interrupted(file: Path, history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    staging = Staging(file)
    staging.open()
    staging.add(pair("c"), "", {})
    monkeypatch.setattr(
        import_staging_sql,
        "COMPARE",
        ("WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n FROM n) SELECT count(*) FROM n",),
    )
    comparing = asyncio.ensure_future(asyncio.to_thread(staging.compare))
    while not comparing.done():
        staging.interrupt()
        await asyncio.sleep(0.001)
    with pytest.raises(Interrupted):
        await comparing
    staging.discard()
    assert not part_file(file).exists()


async def test_values_that_nobody_would_write_do_no_harm(importing: Importing, history: History) -> None:
    deep: list[Any] = []
    for _ in range(5_000):
        deep = [deep]
    parts = (Part(PartKind.TOOL_CALL, "half \ud83d", {"x": deep}), Part(PartKind.TEXT, "nul \0 here"))
    await importing.run(chat("c", message("q1", parts=parts)))
    [kept] = await history.path("c")
    assert kept.text == "nul \0 here"
    assert kept.parts[0].data == {}
