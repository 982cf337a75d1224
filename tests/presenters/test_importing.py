"""Import conversations: read, looked at, carried over or given up; one at a time, with every ending said."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.attachments import image_part
from desktop_app.domain.drafts import Draft
from desktop_app.domain.errors import (
    ExportNotUnderstood,
    ImportNotFinished,
    NoRoomForImport,
    OwnMistake,
    PictureBroken,
    UserError,
)
from desktop_app.domain.importing import Gap, ImportLook, ImportSource
from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.domain.messages import Folder, PartKind
from desktop_app.domain.prompts import SavedPrompt
from desktop_app.domain.whole import Beside, WholeConversation
from desktop_app.domain.work import WorkKind
from desktop_app.exchange import json_file
from desktop_app.presenters.importing import IMPORT_NOTICE, ImportPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import EncodedPicture
from desktop_app.presenters.work import WorkList
from desktop_app.storage.branches import Branches
from desktop_app.storage.drafts import Drafts
from desktop_app.storage.export_rows import ExportRows
from desktop_app.storage.history import History
from desktop_app.storage.importing import staging as import_staging
from desktop_app.storage.importing.rows import ImportRows
from desktop_app.storage.pictures import Pictures
from desktop_app.storage.prompts import Prompts
from tests.support.fake_views import FakeNotices
from tests.support.foreign_exports import chatgpt, node, plain_chat, write_json, write_zip
from tests.support.whole_conversations import garden, png, sources

NOTHING_BESIDE = Beside()


class FakeView:
    """``stages``: what was shown, each once. What was looked at is imported where ``wanted``."""

    def __init__(self) -> None:
        self.stages: list[str] = []
        self.look: ImportLook | None = None
        self.done: ImportLook | None = None
        self.trouble: UserError | None = None
        self.on_stage: Callable[[str], object] = lambda _stage: None

    def _turn(self, stage: str) -> None:
        if not self.stages or self.stages[-1] != stage:
            self.stages.append(stage)
            self.on_stage(stage)

    def ask_file(self) -> None:
        self._turn("file")

    def come_forward(self) -> None:
        self._turn("front")

    def show_reading(self, name: str, part: float) -> None:
        self._turn(f"reading {name}")

    def show_look(self, look: ImportLook) -> None:
        self.look = look
        self._turn("look")

    def show_carrying(self, part: float) -> None:
        self._turn("carrying")

    def show_taking_back(self, part: float) -> None:
        self._turn("taking back")

    def show_done(self, look: ImportLook) -> None:
        self.done = look
        self._turn("done")

    def show_trouble(self, error: UserError) -> None:
        self.trouble = error
        self._turn("trouble")

    def clear(self) -> None:
        self._turn("clear")


class FakeCodec:
    """Takes bytes that begin with "picture"."""

    def encode(self, picture: object, name: str) -> EncodedPicture:
        if not isinstance(picture, bytes) or not picture.startswith(b"picture"):
            raise PictureBroken("No picture.", name)
        return EncodedPicture(b"fit " + picture, "image/png", 3, 4, None)

    def thumbnail(self, content: bytes) -> object:
        raise AssertionError


async def until(look: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not look():  # noqa: ASYNC110 - what is waited for tells nobody
            await asyncio.sleep(0.005)


def left_over(folder: Path) -> list[str]:
    return [path.name for path in folder.glob("import.*")]


@dataclass
class FakeShelf:
    """Takes so many phrases; ``has``: how many it has of each message."""

    room: int = 100
    has: dict[tuple[str, str], int] = field(default_factory=dict)
    taken: list[tuple[str, str, KeptPhrase, bytes]] = field(default_factory=list)

    async def phrases_of(self, conversation_id: str, message_id: str) -> Sequence[object]:
        return [None] * self.has.get((conversation_id, message_id), 0)

    async def take_in(self, conversation_id: str, message_id: str, phrase: KeptPhrase, content: bytes) -> bool:
        if len(self.taken) >= self.room:
            return False
        self.taken.append((conversation_id, message_id, phrase, content))
        return True


@dataclass
class Desk:
    folder: Path
    history: History
    view: FakeView = field(default_factory=FakeView)
    notices: FakeNotices = field(default_factory=FakeNotices)
    works: WorkList = field(default_factory=WorkList)
    tasks: Tasks = field(default_factory=Tasks)
    shelf: FakeShelf = field(default_factory=FakeShelf)
    changes: int = 0

    def __post_init__(self) -> None:
        self.presenter = ImportPresenter(
            lambda: self.view,
            self.notices,
            make_rows=lambda: ImportRows(self.history, self.file),
            history_file=self.file,
            codec=FakeCodec(),
            shelf=self.shelf,
            works=self.works,
            tasks=self.tasks,
            on_change=self._count,
        )

    @property
    def file(self) -> Path:
        return self.folder / "history.db"

    def _count(self) -> None:
        self.changes += 1

    def answer(self, stage: str, do: Callable[[], object]) -> None:
        """When this is shown, that is done."""
        self.view.on_stage = lambda shown: do() if shown == stage else None

    async def ended(self, *stages: str) -> None:
        await until(lambda: self.view.stages and self.view.stages[-1] in stages and not self.works.running)

    async def titles(self) -> list[str]:
        return sorted(one.title for one in await self.history.conversations())


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    desk = Desk(tmp_path, await History.open(tmp_path / "history.db"))
    yield desk
    await desk.presenter.close()
    await desk.tasks.close()
    await desk.history.close()
    assert "import.part" not in left_over(tmp_path)


def chats(folder: Path, count: int = 3, length: int = 20) -> Path:
    return write_json(folder / "chats.json", [plain_chat(f"c{n:03}", "What?", "x" * length) for n in range(count)])


async def test_a_file_is_read_looked_at_and_imported(desk: Desk) -> None:
    kinds: list[WorkKind] = []
    desk.works.on_change = lambda: kinds.extend(work.kind for work in desk.works.running)
    desk.answer("look", desk.presenter.confirm)
    desk.presenter.read(str(chats(desk.folder)))
    await desk.ended("done")
    assert desk.view.stages == ["reading chats.json", "look", "carrying", "done"]
    assert desk.view.look is not None
    look = desk.view.look
    assert (look.source, look.file_name, look.conversations, look.messages, look.new) == (
        ImportSource.CHATGPT,
        "chats.json",
        3,
        6,
        3,
    )
    assert await desk.titles() == ["About c000", "About c001", "About c002"]
    assert set(kinds) == {WorkKind.IMPORT}
    assert desk.changes == 1
    await until(lambda: not left_over(desk.folder))  # it goes behind what is told


async def test_what_is_looked_at_and_not_wanted_is_not_kept(desk: Desk) -> None:
    desk.answer("look", desk.presenter.cancel)
    desk.presenter.read(str(chats(desk.folder)))
    await desk.ended("clear")
    assert await desk.titles() == []
    assert desk.changes == 0


async def test_another_file_takes_the_place_of_one_that_is_looked_at(desk: Desk) -> None:
    desk.presenter.read(str(chats(desk.folder)))
    await desk.ended("look")
    desk.answer("look", desk.presenter.confirm)
    other = write_json(desk.folder / "other.json", [plain_chat("other", "Hm?", "Yes.")])
    desk.presenter.read(str(other))
    await desk.ended("done")
    assert await desk.titles() == ["About other"]
    assert "clear" not in desk.view.stages


async def test_a_reading_can_be_cancelled_from_the_list_of_work(desk: Desk) -> None:
    desk.answer("reading chats.json", desk.works.stop_all)
    desk.presenter.read(str(chats(desk.folder, 400, 5_000)))
    await desk.ended("clear")
    assert desk.view.stages == ["reading chats.json", "clear"]
    assert await desk.titles() == []


async def test_an_import_that_is_cancelled_on_its_way_is_taken_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_staging, "_BATCH", 1_500)
    carried: list[int] = []
    write = desk.history.write

    async def count(what: Callable[..., object]) -> None:
        await write(what)
        carried.append(1)
        if len(carried) == 5:
            desk.presenter.cancel()

    monkeypatch.setattr(desk.history, "write", count)
    desk.answer("look", desk.presenter.confirm)
    desk.presenter.read(str(chats(desk.folder, 20)))
    await desk.ended("clear")
    assert len(carried) > 5
    assert await desk.titles() == []
    assert desk.changes == 1


async def test_a_file_of_nothing_that_is_known_is_trouble(desk: Desk) -> None:
    desk.presenter.read(str(write_json(desk.folder / "x.json", {"a": 1})))
    await desk.ended("trouble")
    assert isinstance(desk.view.trouble, ExportNotUnderstood)
    assert not desk.works.running


async def test_no_room_is_trouble_and_keeps_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_folder: Path, _size: int) -> None:
        raise NoRoomForImport("Full.")

    monkeypatch.setattr(import_staging, "_check_room", full)
    desk.answer("look", desk.presenter.confirm)
    desk.presenter.read(str(chats(desk.folder)))
    await desk.ended("trouble")
    assert isinstance(desk.view.trouble, NoRoomForImport)
    assert await desk.titles() == []
    await until(lambda: not left_over(desk.folder))  # it goes behind what is told


async def test_a_bug_is_said_too_and_stays_a_bug(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def stumble(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(import_staging.Staging, "add", stumble)
    desk.presenter.read(str(chats(desk.folder)))
    await desk.ended("trouble")
    assert isinstance(desk.view.trouble, OwnMistake)
    await until(lambda: "ZeroDivisionError" in caplog.text)


def stumbling(desk: Desk, places: Collection[int]) -> Callable[[Callable[..., object]], Awaitable[None]]:
    """Writes as the history does, but at these of its writes it meets a bug."""
    write, written = desk.history.write, itertools.count(1)

    async def write_or_stumble(what: Callable[..., object]) -> None:
        if next(written) in places:
            raise ZeroDivisionError
        await write(what)

    return write_or_stumble


async def test_what_a_bug_left_half_done_is_taken_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(import_staging, "_BATCH", 1_500)
    monkeypatch.setattr(desk.history, "write", stumbling(desk, {3}))
    desk.answer("look", desk.presenter.confirm)
    desk.presenter.read(str(chats(desk.folder, 20)))
    await desk.ended("trouble")
    assert isinstance(desk.view.trouble, OwnMistake)
    assert await desk.titles() == []
    await until(lambda: not left_over(desk.folder))  # it goes behind what is told
    await until(lambda: "ZeroDivisionError" in caplog.text)


async def test_an_import_that_could_not_be_taken_back_is_before_the_next_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(import_staging, "_BATCH", 1_500)
    desk.answer("look", desk.presenter.confirm)
    with monkeypatch.context() as patch:
        patch.setattr(desk.history, "write", stumbling(desk, range(3, 1_000)))
        desk.presenter.read(str(chats(desk.folder, 20)))
        await desk.ended("trouble")
    assert await desk.titles() != []
    desk.presenter.read(str(write_json(desk.folder / "other.json", [plain_chat("other", "Hm?", "Yes.")])))
    await desk.ended("done")
    assert await desk.titles() == ["About other"]
    await until(lambda: "ZeroDivisionError" in caplog.text)


async def test_an_import_makes_way_for_another_history(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_staging, "_BATCH", 1_500)
    await desk.presenter.make_way()
    desk.presenter.read(str(chats(desk.folder, 20)))
    await desk.ended("look")
    await desk.presenter.make_way()
    await until(lambda: not left_over(desk.folder))  # it goes behind what is told
    way: list[asyncio.Future[None]] = []
    desk.view.on_stage = lambda stage: (
        desk.presenter.confirm()
        if stage == "look"
        else way.append(asyncio.ensure_future(desk.presenter.make_way()))
        if stage == "carrying"
        else None
    )
    desk.presenter.read(str(chats(desk.folder, 20)))
    await until(lambda: way)
    await way[0]
    assert await desk.titles() == []
    await until(lambda: not left_over(desk.folder))  # it goes behind what is told


async def test_pictures_are_made_fit_and_broken_ones_are_told(desk: Desk) -> None:
    parts = [
        {"content_type": "image_asset_pointer", "asset_pointer": "file-service://file-Good"},
        {"content_type": "image_asset_pointer", "asset_pointer": "file-service://file-Bad"},
        "Look",
    ]
    chat = chatgpt("c", [node("q", None, "user", {"content_type": "multimodal_text", "parts": parts})])
    files: dict[str, bytes | str] = {
        "conversations.json": json.dumps([chat]),
        "file-Good-a.png": b"picture",
        "file-Bad-b.png": b"noise",
    }
    desk.answer("look", desk.presenter.confirm)
    desk.presenter.read(str(write_zip(desk.folder / "x.zip", files)))
    await desk.ended("done")
    assert desk.view.look is not None
    assert desk.view.look.gaps.totals == {(Gap.PICTURE, ""): 1}
    [one] = await desk.history.conversations()
    [message] = await desk.history.path(one.id)
    good, _bad = (part for part in message.parts if part.kind is PartKind.IMAGE)
    assert (good.data["width"], good.data["height"], good.data["media_type"]) == (3, 4, "image/png")
    assert list((await Pictures(desk.history).contents([str(good.data["blob"])])).values()) == [b"fit picture"]


async def test_while_one_is_carried_over_no_other_begins(desk: Desk) -> None:
    def ask_and_read() -> None:
        desk.presenter.ask()
        desk.presenter.read(str(desk.folder / "nothing.json"))

    path = chats(desk.folder)

    def on_stage(stage: str) -> None:
        if stage == "look":
            desk.presenter.confirm()
        elif stage == "carrying":
            asyncio.get_running_loop().call_soon(ask_and_read)

    desk.view.on_stage = on_stage
    desk.presenter.read(str(path))
    await desk.ended("done")
    assert await desk.titles() == ["About c000", "About c001", "About c002"]
    assert "trouble" not in desk.view.stages
    assert "file" not in desk.view.stages


async def test_a_program_that_is_left_meanwhile_takes_it_back_at_its_next_start(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_staging, "_BATCH", 1_500)
    enough = asyncio.Event()
    write = desk.history.write
    written: list[int] = []

    async def count(what: Callable[..., object]) -> None:
        await write(what)
        written.append(1)
        if len(written) == 5:
            enough.set()
            await asyncio.sleep(60)

    monkeypatch.setattr(desk.history, "write", count)
    desk.answer("look", desk.presenter.confirm)
    desk.presenter.read(str(chats(desk.folder, 20)))
    await asyncio.wait_for(enough.wait(), 10)
    await desk.presenter.close()
    assert len(await desk.titles()) > 0
    monkeypatch.undo()
    again = Desk(desk.folder, desk.history)
    again.presenter.begin()
    await until(lambda: again.presenter._carrying)
    again.presenter.ask()
    again.presenter.read("nothing.json")
    await until(lambda: again.notices.shown)
    assert isinstance(again.notices.shown[IMPORT_NOTICE].error, ImportNotFinished)
    assert await desk.titles() == []
    assert again.changes == 1
    assert again.view.stages[0] == "front", "what goes on is shown"
    assert again.view.stages[-1] == "clear"
    assert "reading nothing.json" not in again.view.stages
    await again.presenter.close()
    await again.tasks.close()


async def test_a_start_without_a_left_over_does_nothing(desk: Desk) -> None:
    (desk.folder / "import.part").write_bytes(b"half")
    desk.presenter.begin()
    await until(lambda: not left_over(desk.folder))
    await asyncio.sleep(0.05)
    assert not desk.notices.shown
    assert desk.changes == 0


def own_export(path: Path, *wholes: WholeConversation, beside: Beside = NOTHING_BESIDE) -> Path:
    pieces = [*json_file.beginning([Folder("f", "Garden", 1.0)], "Aloud", 5.0), *json_file.beside(beside, sources())]
    pieces.append(json_file.conversations())
    for number, whole in enumerate(wholes):
        pieces += json_file.conversation(whole, sources(), first=number == 0)
    path.write_text("".join([*pieces, json_file.ending()]), "utf-8")
    return path


async def test_what_aloud_exported_comes_back_whole(desk: Desk) -> None:
    desk.answer("look", desk.presenter.confirm)
    desk.presenter.read(str(own_export(desk.folder / "mine.json", garden())))
    await desk.ended("done")
    rows = ExportRows(desk.history)
    kept = await rows.whole("c")
    assert kept is not None
    [folder] = await rows.folders()
    assert folder.name == "Garden"
    assert kept.conversation == replace(garden().conversation, folder_id=folder.id)
    assert (kept.draft, kept.origin) == (garden().draft, garden().origin)
    bare = [replace(one.message, usage=None, timings=None) for one in kept.messages]
    assert bare == [one.message for one in garden().messages]
    assert [one.turns for one in kept.messages] == [one.turns for one in garden().messages]
    assert await rows.picture("b1") == png()


BESIDE = Beside(
    (SavedPrompt("p", "Translate", "Into {{language}}"), SavedPrompt("r", "Shorter", "In a line, please")),
    Draft("Dear", (image_part("b1", "garden.png", "image/png", 3, 8, 8),)),
)


async def take(desk: Desk, path: Path) -> ImportLook:
    """Imports it, where there is anything new in it."""
    desk.view.stages.clear()
    desk.answer("look", desk.presenter.confirm)
    desk.presenter.read(str(path))
    await desk.ended("done", "trouble")
    assert desk.view.look is not None
    return desk.view.look


async def test_saved_prompts_and_what_was_begun_on_the_empty_page_come_back_once(desk: Desk) -> None:
    path = own_export(desk.folder / "mine.json", garden(), beside=BESIDE)
    look = await take(desk, path)
    assert (look.new, look.prompts, look.draft) == (1, 2, True)
    rows = ExportRows(desk.history)
    assert await rows.beside() == replace(BESIDE, prompts=BESIDE.prompts[::-1])  # by their names
    assert await rows.picture("b1") == png()
    look = await take(desk, path)
    assert (look.is_news, look.prompts, look.draft) == (False, 0, False)
    assert await rows.beside() == replace(BESIDE, prompts=BESIDE.prompts[::-1])


async def test_a_file_with_nothing_but_prompts_is_taken_too(desk: Desk) -> None:
    look = await take(desk, own_export(desk.folder / "mine.json", beside=replace(BESIDE, draft=Draft())))
    assert (look.source, look.conversations, look.prompts, look.draft) == (ImportSource.ALOUD, 0, 2, False)
    assert len((await ExportRows(desk.history).beside()).prompts) == 2


async def test_prompts_are_known_by_their_id_or_by_name_and_text_and_a_draft_of_ones_own_stays(desk: Desk) -> None:
    mine = [SavedPrompt("p", "Translate", "My own words"), SavedPrompt("x", "Shorter", "In a line, please")]
    for prompt in mine:
        await Prompts(desk.history).keep(prompt)
    await Drafts(desk.history).keep(None, Draft("Mine"))
    new = SavedPrompt("n", "Longer", "More")
    twice = replace(new, id="m")
    look = await take(
        desk, own_export(desk.folder / "mine.json", beside=replace(BESIDE, prompts=(*BESIDE.prompts, new, twice)))
    )
    assert (look.prompts, look.draft) == (1, False)
    assert await ExportRows(desk.history).beside() == Beside((new, mine[1], mine[0]), Draft("Mine"))


async def test_a_draft_that_is_begun_since_the_look_stays(desk: Desk) -> None:
    async def begin() -> None:
        await Drafts(desk.history).keep(None, Draft("Mine"))
        desk.presenter.confirm()

    desk.answer("look", lambda: desk.tasks.start("begin", begin()))
    desk.presenter.read(str(own_export(desk.folder / "mine.json", garden(), beside=BESIDE)))
    await desk.ended("done")
    assert (await ExportRows(desk.history).beside()).draft == Draft("Mine")


async def test_what_is_taken_back_takes_the_prompts_and_the_draft_along(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    end, seen = ImportRows._end, list[Beside]()

    async def stumble_once(self: ImportRows) -> None:
        if not seen:
            seen.append(await ExportRows(desk.history).beside())
            raise RuntimeError("just behind the last of it")
        await end(self)

    monkeypatch.setattr(ImportRows, "_end", stumble_once)
    desk.answer("look", desk.presenter.confirm)
    desk.presenter.read(str(own_export(desk.folder / "mine.json", garden(), beside=BESIDE)))
    await desk.ended("trouble")
    assert (len(seen[0].prompts), bool(seen[0].draft)) == (2, True)
    assert not await ExportRows(desk.history).beside()
    assert await desk.titles() == []


PHRASES = [KeptPhrase(at, at + 5, "Beans", "clause", "coral", 0.5) for at in (0, 10, 20)]


def heard_export(path: Path) -> Path:
    """Of two answers there is sound."""
    sounds = {"a1": PHRASES[:1], "a2": PHRASES}
    whole = garden()
    whole = replace(
        whole,
        messages=tuple(replace(one, sound=tuple(sounds.get(one.message.id, ()))) for one in whole.messages),
    )
    pieces = [*json_file.beginning([], "Aloud", 5.0, has_sounds=True), json_file.conversations()]
    pieces += [*json_file.conversation(whole, sources(), first=True), json_file.sounds()]
    for name, phrases in sounds.items():
        for number, phrase in enumerate(phrases):
            pieces += json_file.sound("c", name, phrase, name.encode(), first=name == "a1" and not number)
    path.write_text("".join([*pieces, json_file.ending()]), "utf-8")
    return path


async def test_kept_sound_comes_behind_the_messages_as_far_as_there_is_room(desk: Desk) -> None:
    path = heard_export(desk.folder / "mine.json")
    desk.shelf.room = 3
    look = await take(desk, path)
    assert (look.new, look.sounds) == (1, 4)
    assert desk.shelf.taken == [
        ("c", "a1", PHRASES[0], b"a1"),
        ("c", "a2", PHRASES[0], b"a2"),
        ("c", "a2", PHRASES[1], b"a2"),
    ]
    assert desk.view.done is not None
    assert (desk.view.done.sounds, desk.view.done.sounds_left_out) == (3, 1)


async def test_sound_that_is_here_is_not_brought_and_of_messages_that_are_not_here_none_comes(desk: Desk) -> None:
    path = heard_export(desk.folder / "mine.json")
    await take(desk, path)
    desk.shelf.has = {("c", "a1"): 1, ("c", "a2"): 3}
    look = await take(desk, path)
    assert (look.is_news, look.sounds) == (False, 0)
    desk.shelf.has[("c", "a2")] = 1
    await Branches(desk.history).delete("a1")
    desk.shelf.taken.clear()
    look = await take(desk, path)
    assert (look.is_news, look.new_messages, look.sounds) == (True, 0, 2)
    assert {one[1] for one in desk.shelf.taken} == {"a2"}


async def test_sound_can_be_cancelled_and_what_came_stays(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    take_in = desk.shelf.take_in

    async def take_one(*arguments: Any) -> bool:
        desk.presenter.cancel()
        return await take_in(*arguments)

    monkeypatch.setattr(desk.shelf, "take_in", take_one)
    await take(desk, heard_export(desk.folder / "mine.json"))
    assert len(desk.shelf.taken) == 1
    assert desk.view.done is not None
    assert (desk.view.done.sounds, await desk.titles()) == (1, ["A garden"])


async def test_damaged_prompts_are_told(desk: Desk) -> None:
    path = desk.folder / "mine.json"
    prompts = [{"id": "p", "name": "Good", "text": ""}, {"id": "", "name": "x"}, {"id": "q", "name": " "}, 5]
    path.write_text(json.dumps({"format": "aloud", "version": 1, "prompts": prompts, "conversations": []}))
    look = await take(desk, path)
    assert look.gaps.totals == {(Gap.PROMPT, ""): 3}
    assert [one.name for one in (await ExportRows(desk.history).beside()).prompts] == ["Good"]


async def test_which_file_is_asked(desk: Desk) -> None:
    desk.presenter.ask()
    assert desk.view.stages == ["file"]
