"""Export: asked for, written beside everything else, told how far it is, cancelled, and told when it fails."""

from __future__ import annotations

import asyncio
import base64
import json
import threading
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.drafts import Draft
from desktop_app.domain.exporting import ExportFormat, ExportOptions, ExportRequest
from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.domain.messages import Conversation, Message, Part, PartKind, Role
from desktop_app.domain.prompts import SavedPrompt
from desktop_app.domain.whole import WholeConversation
from desktop_app.domain.work import WorkKind
from desktop_app.presenters import export_job
from desktop_app.presenters.export import EXPORT_NOTICE, ExportPresenter
from desktop_app.presenters.views import Step
from desktop_app.presenters.work import WorkList
from desktop_app.storage.drafts import Drafts
from desktop_app.storage.export_rows import ExportRows
from desktop_app.storage.kept_sound.rows import kept, write
from desktop_app.storage.prompts import Prompts
from desktop_app.storage.tables import Database
from tests.presenters.conftest import Desk


@dataclass
class FakeView:
    """``lines``: what the line said, a change at a time."""

    asked: list[tuple[list[str], list[str], str | None]] = field(default_factory=list)
    selected: list[str] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)
    again: int = 0
    lines: list[str] = field(default_factory=list)

    def ask(
        self,
        conversations: Sequence[Conversation],
        chosen: Collection[str],
        open_id: str | None,
        selected: Collection[str],
        sound_sizes: Mapping[str, int],
    ) -> None:
        self.sizes = dict(sound_sizes)
        self.asked.append(([one.id for one in conversations], sorted(chosen), open_id))
        self.selected = list(selected)

    def ask_again(self) -> None:
        self.again += 1

    def show_progress(self, name: str, part: float) -> None:
        self.lines.append(f"{name} {part:.0%}")

    def show_saved(self, name: str, place: str) -> None:
        self.lines.append(f"saved {name} {Path(place).exists()}")

    def clear(self) -> None:
        self.lines.append("")


class FakeJob:
    """Three slices, and a picture in between."""

    def __init__(self, whole: WholeConversation) -> None:
        self.title = whole.conversation.title
        self.slices = 0
        self.closed = False
        self.given: list[tuple[str, bytes | None]] = []

    @property
    def wanted(self) -> str:
        return "b" if self.slices == 1 and not self.given else ""

    def give(self, blob: str, content: bytes | None) -> None:
        self.given.append((blob, content))

    def work(self) -> float:
        assert threading.current_thread() is threading.main_thread()
        self.slices += 1
        return min(self.slices / 3, 1.0)

    @property
    def content(self) -> bytes:
        return f"%PDF {self.title} {self.given}".encode()

    def close(self) -> None:
        self.closed = True


class FakePress:
    def __init__(self) -> None:
        self.jobs: list[FakeJob] = []
        self.on_begin: Callable[[], None] = lambda: None

    def begin(self, whole: WholeConversation, _request: ExportRequest) -> FakeJob:
        self.jobs.append(FakeJob(whole))
        self.on_begin()
        return self.jobs[-1]


class HeldRows(ExportRows):
    """Gives each conversation only when it may."""

    def __init__(self, rows: Any) -> None:
        super().__init__(rows)
        self.may = asyncio.Event()
        self.may.set()
        self.asked = asyncio.Event()

    async def whole(self, conversation_id: str) -> WholeConversation | None:
        self.asked.set()
        await self.may.wait()
        return await super().whole(conversation_id)


class Room:
    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        self.folder = folder
        self.view = FakeView()
        self.works = WorkList()
        self.rows = HeldRows(desk.history)
        self.sounds: dict[tuple[str, str], Sequence[tuple[KeptPhrase, Path]]] = {}
        self.hidden: list[str] = []
        self.gone: list[str] = []
        self.press = FakePress()
        self.presenter = ExportPresenter(
            lambda: self.view,
            desk.notices,
            rows=self.rows,
            works=self.works,
            tasks=desk.tasks,
            drawing=lambda: None,  # type: ignore[arg-type,return-value]
            press=lambda: self.press,
            hidden=lambda: self.hidden,
            gone=lambda: self.gone,
            kept_sound=self.kept_sound,
        )

    async def kept_sound(self, conversation_id: str, message_id: str) -> Sequence[tuple[KeptPhrase, Path]]:
        return self.sounds.get((conversation_id, message_id), ())

    async def add(self, conversation_id: str, title: str, *texts: str) -> None:
        history = self.desk.history
        await history.add_conversation(Conversation(conversation_id, title, 1.79e9, 1.79e9))
        parent = None
        for number, text in enumerate(texts):
            name = f"{conversation_id}{number}"
            role = Role.ASSISTANT if number % 2 else Role.USER
            part = Part(PartKind.TEXT, text)
            await history.add_message(Message(name, conversation_id, parent, role, (part,), 1.79e9 + number))
            parent = name

    def request(self, kind: ExportFormat, *ids: str, name: str = "") -> ExportRequest:
        return ExportRequest(
            conversation_ids=ids or None, format=kind, place=str(self.folder / (name or f"out.{kind.value}"))
        )

    async def export(self, request: ExportRequest) -> None:
        self.presenter.export(request)
        await self.desk.tasks_done()

    @property
    def files(self) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*"))


@pytest.fixture
async def room(desk: Desk, tmp_path: Path) -> AsyncIterator[Room]:
    folder = tmp_path / "exports"
    folder.mkdir()
    room = Room(desk, folder)
    await room.add("c", "A garden", "What?", "**Peas.**")
    await room.add("d", "a garden", "Why?", "So.")
    yield room
    room.rows.may.set()
    await room.presenter.close()


async def test_what_is_asked_for_is_proposed_among_all(room: Room) -> None:
    room.presenter.ask(["c"], open_id="d")
    await room.desk.tasks_done()
    assert room.view.asked == [(["d", "c"], ["c"], "d")]


@pytest.mark.parametrize("kind", [ExportFormat.MARKDOWN, ExportFormat.HTML, ExportFormat.TEXT])
async def test_one_conversation_is_one_file(room: Room, kind: ExportFormat) -> None:
    await room.export(room.request(kind, "c"))
    assert room.files == [f"out.{kind.value}"]
    assert "Peas." in (room.folder / f"out.{kind.value}").read_text("utf-8")
    assert room.view.lines[0] == f"out.{kind.value} 0%"
    assert room.view.lines[-1] == f"saved out.{kind.value} True"
    assert not room.works.running


async def test_what_stands_under_a_name_that_nobody_was_asked_about_stays(room: Room) -> None:
    (room.folder / "out.md").write_text("old")
    request = replace(room.request(ExportFormat.MARKDOWN, "c"), keep_others=True)
    await room.export(request)
    await room.export(request)
    assert room.files == ["out (2).md", "out (3).md", "out.md"]
    assert (room.folder / "out.md").read_text() == "old"
    assert room.view.lines[-1] == "saved out (3).md True"


async def test_everything_is_a_folder_of_files_with_names_of_their_own(room: Room) -> None:
    await room.export(room.request(ExportFormat.MARKDOWN, name="all"))
    names = [name.split(" ", 1)[1] for name in room.files[1:]]
    assert names == ["A garden (2).md", "a garden.md"]
    assert room.view.lines[-1] == "saved all True"


async def test_json_is_one_file_whatever_is_in_it(room: Room) -> None:
    await room.export(room.request(ExportFormat.JSON))
    found = json.loads((room.folder / "out.json").read_text("utf-8"))
    assert [one["title"] for one in found["conversations"]] == ["a garden", "A garden"]
    assert room.files == ["out.json"]


async def test_a_pdf_is_set_on_the_event_loop_and_given_its_pictures(room: Room) -> None:
    await room.export(room.request(ExportFormat.PDF, "c"))
    assert (room.folder / "out.pdf").read_bytes() == b"%PDF A garden [('b', None)]"
    assert room.press.jobs[0].closed


async def test_a_pdf_that_is_given_up_is_put_away(room: Room) -> None:
    room.press.on_begin = room.presenter.cancel
    await room.export(room.request(ExportFormat.PDF, "c"))
    assert room.files == []
    assert room.press.jobs[0].closed


async def test_what_is_about_to_be_deleted_is_left_out(room: Room) -> None:
    room.hidden = ["c1"]
    await room.export(room.request(ExportFormat.JSON, "c"))
    (one,) = json.loads((room.folder / "out.json").read_text("utf-8"))["conversations"]
    assert [message["id"] for message in one["messages"]] == ["c0"]
    assert one["head"] == "c0"


async def test_a_conversation_that_is_about_to_be_deleted_is_neither_offered_nor_exported(room: Room) -> None:
    room.gone = ["d"]
    room.presenter.ask(open_id="c")
    await room.export(room.request(ExportFormat.JSON))
    assert room.view.asked == [(["c"], [], "c")]
    found = json.loads((room.folder / "out.json").read_text("utf-8"))
    assert [one["id"] for one in found["conversations"]] == ["c"]


async def test_only_the_messages_that_were_selected_are_in_the_file(room: Room) -> None:
    room.presenter.ask(["c"], open_id="c", selected=["c1"])
    await room.export(replace(room.request(ExportFormat.TEXT, "c"), message_ids=frozenset({"c1"})))
    assert room.view.selected == ["c1"]
    text = (room.folder / "out.txt").read_text("utf-8")
    assert "Peas." in text
    assert "What?" not in text


async def test_while_it_runs_it_is_among_what_runs_and_can_be_stopped_there(room: Room) -> None:
    room.rows.may.clear()
    room.presenter.export(room.request(ExportFormat.JSON))
    await room.rows.asked.wait()
    (work,) = room.works.running
    assert (work.kind, work.title) == (WorkKind.EXPORT, "out.json")
    assert room.files != ["out.json"]
    assert room.works.stop(work.id)
    room.rows.may.set()
    await room.desk.tasks_done()
    assert room.files == []
    assert room.view.lines[-1] == ""
    assert not room.works.running
    assert not room.desk.notices.shown


async def test_another_export_takes_the_place_of_the_first(room: Room) -> None:
    room.rows.may.clear()
    room.presenter.export(room.request(ExportFormat.JSON))
    await room.rows.asked.wait()
    room.presenter.export(room.request(ExportFormat.TEXT, "c"))
    room.rows.may.set()
    await room.desk.tasks_done()
    assert room.files == ["out.txt"]
    assert room.view.lines[-1] == "saved out.txt True"


async def test_the_end_of_the_program_leaves_nothing_half(room: Room) -> None:
    room.rows.may.clear()
    room.presenter.export(room.request(ExportFormat.MARKDOWN, name="all"))
    await room.rows.asked.wait()
    asyncio.get_running_loop().call_later(0.01, room.rows.may.set)
    await room.presenter.close()
    assert room.files == []


async def test_a_folder_that_went_away_is_told_with_what_to_do(room: Room) -> None:
    request = replace(room.request(ExportFormat.JSON), place=str(room.folder / "gone" / "out.json"))
    await room.export(request)
    (notice,) = room.desk.notices.shown.values()
    assert notice.key == EXPORT_NOTICE
    assert notice.error.code == "FileRefused"
    assert notice.steps == (Step.CHOOSE_PLACE, Step.RETRY)
    assert room.view.lines[-1] == ""
    room.presenter.take_step(Step.CHOOSE_PLACE)
    assert room.view.again == 1
    (room.folder / "gone").mkdir()
    room.presenter.take_step(Step.RETRY)
    await room.desk.tasks_done()
    assert room.files == ["gone", "gone/out.json"]
    assert not room.desk.notices.shown


async def test_a_conversation_that_is_gone_is_told(room: Room) -> None:
    for kind in (ExportFormat.TEXT, ExportFormat.PDF):
        await room.export(room.request(kind, "gone"))
        notice = room.desk.notices.shown[EXPORT_NOTICE]
        assert (notice.error.code, notice.steps) == ("NothingToExport", ())
    room.gone = ["c"]
    await room.export(room.request(ExportFormat.TEXT, "c"))
    assert room.desk.notices.shown[EXPORT_NOTICE].error.code == "NothingToExport"
    assert room.files == []


async def test_only_the_folders_that_the_conversations_are_in_are_named(room: Room) -> None:
    def put(db: Database) -> None:
        for name in ("Work", "Private"):
            db.execute("INSERT INTO folders (id, name, position) VALUES (?, ?, 0)", [name.lower(), name])
        db.execute("UPDATE conversations SET folder = (SELECT n FROM folders WHERE id = 'work') WHERE id = 'c'")
        db.execute("UPDATE conversations SET folder = (SELECT n FROM folders WHERE id = 'private') WHERE id = 'd'")

    await room.desk.history.write(put)
    await room.export(room.request(ExportFormat.JSON, "c"))
    found = json.loads((room.folder / "out.json").read_text("utf-8"))
    assert [folder["name"] for folder in found["folders"]] == ["Work"]
    assert found["conversations"][0]["folder"] == "work"


async def test_everything_has_the_saved_prompts_and_what_was_begun_on_the_empty_page(room: Room) -> None:
    await Prompts(room.desk.history).keep(SavedPrompt("p", "Translate", "Into {{language}}"))
    await Drafts(room.desk.history).keep(None, Draft("Dear"))
    await room.export(room.request(ExportFormat.JSON))
    found = json.loads((room.folder / "out.json").read_text("utf-8"))
    assert found["prompts"] == [{"id": "p", "name": "Translate", "text": "Into {{language}}"}]
    assert found["draft"] == {"text": "Dear", "parts": [], "blobs": {}}
    await room.export(room.request(ExportFormat.JSON, "c"))
    assert not {"prompts", "draft"} & json.loads((room.folder / "out.json").read_text("utf-8")).keys()


async def test_kept_sound_is_described_and_comes_along_only_where_that_is_chosen(room: Room, tmp_path: Path) -> None:
    phrases = [
        KeptPhrase(2, 7, "Peas.", "none", "coral", 0.5, "en", ((0, 0.0),), 9, "b.flac"),
        KeptPhrase(8, 12, "More", "none", "coral", 0.4, file="gone.flac"),
    ]
    (tmp_path / "b.flac").write_bytes(b"fLaC loud")
    room.sounds["c", "c1"] = [(phrase, tmp_path / phrase.file) for phrase in phrases]
    await room.export(room.request(ExportFormat.JSON))
    found = json.loads((room.folder / "out.json").read_text("utf-8"))
    [described, _] = found["conversations"][1]["messages"][1]["sound"]
    facts = {"start": 2, "end": 7, "text": "Peas.", "pause": "none", "voice": "coral", "seconds": 0.5}
    assert described == {**facts, "language": "en", "words": [[0, 0.0]]}
    assert not {"sounds", "has_sounds"} & found.keys()
    assert "sound" not in found["conversations"][0]["messages"][1]
    await room.export(replace(room.request(ExportFormat.JSON), options=ExportOptions(sound=True)))
    found = json.loads((room.folder / "out.json").read_text("utf-8"))
    [sound] = found["sounds"]  # the other file has just gone
    assert found["has_sounds"] is True
    assert (sound["conversation"], sound["message"], sound["start"]) == ("c", "c1", 2)
    assert base64.b64decode(sound["flac"]) == b"fLaC loud"


async def test_how_large_the_kept_sound_is_is_told_where_it_is_asked_for(room: Room) -> None:
    def put(db: Database) -> None:
        for file, message in (("1.flac", "c1"), ("2.flac", "c0"), ("3.flac", "d1")):
            statement = kept(message, KeptPhrase(0, 4, "x", "none", "coral", 1.0, size=100, file=file), 5.0)
            write(db, [statement])

    await room.desk.history.write(put)
    room.presenter.ask(["c"])
    await room.desk.tasks_done()
    assert room.view.sizes == {"c": 200, "d": 100}


async def test_progress_is_told_as_it_comes(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_job, "_TOLD", 0.0)
    await room.export(room.request(ExportFormat.JSON))
    parts = [int(line.split()[1].removesuffix("%")) for line in room.view.lines if line.endswith("%")]
    assert parts == sorted(parts)
    assert {0, 25, 50, 75, 100} <= set(parts)
