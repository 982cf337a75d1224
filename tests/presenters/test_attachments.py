"""Attachments are read behind their chips; what cannot be sent says why."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from desktop_app.chat.provider import Text
from desktop_app.domain.attachments import blob_of, file_part, image_part
from desktop_app.domain.errors import FileNotTaken, PictureBroken, PicturesRefused
from desktop_app.domain.prompts import SavedPrompt, matching
from desktop_app.presenters.attachments import ATTACHMENT_NOTICE, AttachmentsPresenter
from desktop_app.presenters.drafts import DraftsPresenter
from desktop_app.presenters.kept_pictures import KeptPictures
from desktop_app.presenters.prompts import PromptsPresenter
from desktop_app.presenters.views import Step
from desktop_app.storage.drafts import Drafts
from desktop_app.storage.pictures import Pictures
from desktop_app.storage.prompts import Prompts
from tests.presenters.conftest import Desk
from tests.support.fake_writing import FakeCodec, FakeWriting
from tests.support.pdf_files import pdf
from tests.support.scripted_provider import FINISH

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rsky!"


class Table:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.box = FakeWriting()
        self.pictures = Pictures(desk.history)
        self.attachments = AttachmentsPresenter(self.box, desk.notices, FakeCodec(), self.pictures, desk.tasks)


@pytest.fixture
async def table(desk: Desk) -> AsyncIterator[Table]:
    made = Table(desk)
    yield made
    await desk.tasks_done()


async def test_a_pasted_picture_is_kept_before_its_chip_says_that_it_is_there(table: Table) -> None:
    table.attachments.read_picture(1, PNG)
    await table.desk.tasks_done()
    part = table.box.shown[1]
    assert part == image_part(blob_of(part), "picture.png", "image/png", 4, 2, 1)
    assert table.box.thumbnails[1] == ("small", b"sky!")
    assert await table.pictures.contents([blob_of(part)]) == {blob_of(part): b"sky!"}


async def test_files_are_read_for_what_they_are(table: Table, tmp_path: Path) -> None:
    files = {"sky.dat": PNG, "notes.txt": b"dark", "paper.pdf": pdf("light")}
    for number, (name, content) in enumerate(files.items()):
        (tmp_path / name).write_bytes(content)
        table.attachments.read_file(number, str(tmp_path / name))
    await table.desk.tasks_done()
    picture, notes, paper = (table.box.shown[number] for number in range(3))
    assert picture.data["name"] == "sky.dat"
    assert notes == file_part("dark", "notes.txt", "text/plain", 4)
    assert (paper.text, paper.data["pages"]) == ("light", 1)


@pytest.mark.parametrize(("content", "kind"), [(PNG + b"broken", PictureBroken), (b"\0\1\2\3", FileNotTaken)])
async def test_what_cannot_be_sent_loses_its_chip_and_says_why(
    table: Table, tmp_path: Path, content: bytes, kind: type
) -> None:
    path = tmp_path / "odd"
    path.write_bytes(content)
    table.attachments.read_file(7, str(path))
    await table.desk.tasks_done()
    assert table.box.dropped == [7]
    notice = table.desk.notices.shown[ATTACHMENT_NOTICE]
    assert isinstance(notice.error, kind)
    assert notice.error.about == "odd"
    path.write_bytes(b"words")
    table.attachments.read_file(8, str(path))
    assert ATTACHMENT_NOTICE not in table.desk.notices.shown, "another try clears what was said of the last"


async def test_of_a_chip_that_was_removed_nothing_is_heard_again(table: Table, tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(pdf("light"))
    table.attachments.read_file(1, str(tmp_path / "paper.pdf"))
    table.attachments.read_file(2, str(tmp_path / "gone"))
    table.attachments.drop(1)
    table.attachments.drop(2)
    await table.desk.tasks_done()
    assert (table.box.shown, table.box.dropped, table.desk.notices.shown) == ({}, [], {})


async def test_what_is_still_being_read_when_its_conversation_is_left_is_in_its_box_when_one_comes_back(
    table: Table, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_bytes(b"dark")
    notes = file_part("dark", "notes.txt", "text/plain", 4)
    drafts = DraftsPresenter(table.box, Drafts(table.desk.history), table.desk.tasks)
    table.box.on_change = drafts.changed
    drafts.on_left, table.attachments.on_late = table.attachments.leave, drafts.add
    await drafts.begin()
    table.box.type("about this:")
    table.attachments.read_file(1, str(tmp_path / "notes.txt"))
    drafts.turn_to("elsewhere")
    table.attachments.drop(1)  # as the box does with what it empties
    await table.desk.tasks_done()
    assert (table.box.shown, table.box.parts) == ({}, [])
    drafts.turn_to(None)
    assert (table.box.text, table.box.parts) == ("about this:", [notes])
    table.attachments.read_file(2, str(tmp_path / "notes.txt"))
    drafts.turn_to("elsewhere")
    drafts.turn_to(None)
    await table.desk.tasks_done()
    assert table.box.parts == [notes, notes], "it came when its conversation was there again"


async def test_the_pictures_of_a_draft_are_seen_again(table: Table) -> None:
    await table.pictures.keep("b1", b"sky!")
    table.attachments.show_thumbnails(["b1", "gone"])
    await table.desk.tasks_done()
    assert table.box.thumbnails == {"b1": ("small", b"sky!")}


async def test_the_page_gets_a_kept_picture_and_is_told_of_one_that_is_gone(table: Table) -> None:
    shown: list[tuple[str, bytes | None]] = []

    class Page:
        def show_image(self, address: str, data: bytes | None) -> None:
            shown.append((address, data))

    await table.pictures.keep("b1", b"sky!")
    kept = KeptPictures(Page(), table.pictures, table.desk.tasks)
    for address in ("blob:b1", "blob:b1", "blob:gone", "https://example.org/sky.png"):
        kept.load(address)
    await table.desk.tasks_done()
    assert shown == [("blob:b1", b"sky!"), ("blob:gone", None)]


async def test_where_a_model_takes_no_pictures_the_message_can_go_without(desk: Desk) -> None:
    pictures = Pictures(desk.history)
    desk.turns.pictures = pictures.contents
    desk.script([PicturesRefused("no", detail="no images")], [Text("So be it."), FINISH])
    desk.conversation.send("What is it?", [image_part("b1", "sky.png", "image/png", 4, 1, 1)])
    await desk.answered()
    [notice] = desk.notices.shown.values()
    assert notice.steps == (Step.WITHOUT_PICTURES, Step.OPEN_SETTINGS)
    desk.conversation.take_notice_step(notice.key, Step.WITHOUT_PICTURES)
    await desk.answered()
    desk.ask("And now?")
    await desk.answered()
    assert [request.pictures is not None for request in desk.provider.requests] == [True, False, False]
    assert desk.conversation.messages[1].text == "So be it."
    desk.preferences.change(model="one-with-eyes")
    desk.ask("And you?")
    assert desk.notices.shown == {}
    await desk.answered()
    assert desk.provider.requests[-1].pictures is not None


async def test_prompts_are_listed_when_they_are_wanted_and_after_each_change(desk: Desk) -> None:
    box = FakeWriting()
    prompts = PromptsPresenter(Prompts(desk.history), desk.tasks, box)
    prompts.keep(SavedPrompt("1", "Sum up", "Sum up: {{text}}"))
    await desk.tasks_done()
    assert [prompt.name for prompt in box.prompts] == ["Sum up"]
    prompts.delete("1")
    await desk.tasks_done()
    assert box.prompts == []
    desk.ask("Why?")
    await desk.answered()
    prompts.list_asked()
    prompts.list_saved()
    await desk.tasks_done()
    assert box.asked == ["Why?"]


def test_prompts_are_found_by_how_their_names_begin_then_by_their_words_then_by_any_part() -> None:
    prompts = [SavedPrompt(name, name, "") for name in ("Explain", "Brief plan", "Plain words", "Sum up")]
    assert [prompt.name for prompt in matching(prompts, "PLA")] == ["Plain words", "Brief plan", "Explain"]
    assert matching(prompts, "") == prompts
