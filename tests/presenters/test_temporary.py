"""A temporary conversation on the page: everything can be done in it, leaving it can be taken back, keeping it too."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from desktop_app.chat.provider import Text
from desktop_app.domain.attachments import blob_of
from desktop_app.domain.drafts import Draft
from desktop_app.domain.phrase import Pause, Phrase
from desktop_app.presenters import deletions
from desktop_app.presenters.attachments import AttachmentsPresenter
from desktop_app.presenters.kept_speech import KeptSpeech
from desktop_app.presenters.temporary import TemporaryPresenter
from desktop_app.presenters.views import EncodedPicture
from desktop_app.presenters.voice import speech_options
from desktop_app.speech.synthesizer import Pcm
from desktop_app.storage.drafts import Drafts
from desktop_app.storage.pictures import Pictures
from tests.presenters.conftest import Desk
from tests.support.fake_writing import FakeCodec, FakeWriting
from tests.support.scripted_provider import FINISH, Hang, words

WORD = "Marzipankartoffel"


class FakeMark:
    def __init__(self) -> None:
        self._shown = False

    def show_temporary(self, *, shown: bool) -> None:
        self._shown = shown

    def shows(self) -> bool:
        return self._shown


class Corner:
    """A desk with temporary conversations."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.mark = FakeMark()
        self.gone: list[str] = []
        self.presenter = TemporaryPresenter(
            self.mark,
            desk.header,
            conversation=desk.conversation,
            speech=desk.speech,
            deletions=desk.deletions,
            history=desk.history,
            tasks=desk.tasks,
        )
        self.presenter.on_gone = self.gone.append
        desk.conversation.on_turn = self.presenter.turn_to

    async def begin(self) -> str:
        self.presenter.begin()
        await self.desk.tasks_done()
        assert self.presenter.open_id is not None
        return self.presenter.open_id

    async def talk(self, question: str = f"What is {WORD}?", answer: str = f"It is {WORD}.") -> None:
        self.desk.script(words(answer))
        self.desk.ask(question)
        await self.desk.answered()
        await self.desk.tasks_done()


@pytest.fixture
async def corner(desk: Desk) -> Corner:
    return Corner(desk)


def folders(place: Path) -> list[str]:
    return [path.name for path in place.iterdir()]


def on_disk(folder: Path) -> list[str]:
    found = []
    for place, _, names in os.walk(folder):
        found += [name for name in names if WORD.encode() in Path(place, name).read_bytes()]
    return found


async def test_it_says_what_it_is_and_the_list_does_not_know_of_it(corner: Corner, tmp_path: Path) -> None:
    desk = corner.desk
    conversation_id = await corner.begin()
    assert corner.mark.shows()
    assert desk.conversation.open_id == conversation_id
    await corner.talk()
    assert [message.text for message in desk.conversation.messages] == [f"What is {WORD}?", f"It is {WORD}."]
    assert desk.sidebar_view.conversations == []
    assert await desk.history.last_open() is None
    assert on_disk(tmp_path) == []


async def test_every_verb_of_a_message_works_in_it(corner: Corner, tmp_path: Path) -> None:
    desk = corner.desk
    await corner.begin()
    await corner.talk()
    question, answer = list(desk.transcript.texts)
    desk.script(words(f"Other {WORD}."))
    desk.actions.regenerate(answer)
    await desk.answered()
    other = list(desk.transcript.texts)[1]
    desk.actions.step(other, -1)
    await desk.until(lambda: list(desk.transcript.texts) == [question, answer])
    desk.actions.edit(question)
    desk.script(words("Anew."))
    desk.conversation.send(f"Edited {WORD}")
    await desk.answered()
    await desk.tasks_done()
    assert list(desk.transcript.texts.values()) == [f"Edited {WORD}", "Anew."]
    before = desk.conversation.open_id
    desk.actions.branch(next(iter(desk.transcript.texts)))
    await desk.until(lambda: desk.conversation.open_id not in {before, None})
    await desk.tasks_done()
    assert corner.mark.shows(), "the copy is temporary too"
    assert list(desk.transcript.texts.values()) == [f"Edited {WORD}"]
    desk.actions.delete(next(iter(desk.transcript.texts)))
    assert not desk.transcript.texts
    await desk.deletions.close()
    await desk.history.flush()
    assert on_disk(tmp_path) == []


async def test_leaving_it_ends_what_runs_in_it_and_can_be_taken_back(corner: Corner) -> None:
    desk = corner.desk
    conversation_id = await corner.begin()
    desk.script([Text(f"Half {WORD}"), Hang()])
    turn = desk.ask(f"What is {WORD}?")
    await desk.until(lambda: WORD in turn.message.text)
    desk.conversation.new()
    assert not desk.conversation.turns
    assert not corner.mark.shows()
    assert desk.undo.offered == 1
    await desk.tasks_done()
    assert not desk.transcript.texts
    desk.actions.undo()
    await desk.until(lambda: desk.conversation.open_id == conversation_id)
    assert corner.mark.shows()
    assert list(desk.transcript.texts.values()) == [f"What is {WORD}?", f"Half {WORD}"]
    assert not desk.undo.offered
    assert corner.gone == []
    await corner.talk("Go on?", "On it goes.")
    assert len(desk.conversation.messages) == 4


async def test_after_some_seconds_it_is_gone(corner: Corner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deletions, "UNDO_SECONDS", 0.0)
    desk = corner.desk
    conversation_id = await corner.begin()
    await corner.talk()
    desk.conversation.new()
    await desk.until(lambda: corner.gone == [conversation_id])
    assert await desk.history.path(conversation_id) == []
    assert desk.undo.offered is None


async def test_one_in_which_nothing_was_asked_goes_without_a_word(corner: Corner) -> None:
    desk = corner.desk
    conversation_id = await corner.begin()
    desk.conversation.new()
    await desk.tasks_done()
    assert corner.gone == [conversation_id]
    assert desk.undo.offered is None


async def test_what_was_only_begun_in_it_can_be_brought_back_too(corner: Corner) -> None:
    desk = corner.desk
    conversation_id = await corner.begin()
    corner.presenter.has_draft = lambda left: left == conversation_id
    desk.conversation.new()
    assert desk.undo.offered == 1
    desk.actions.undo()
    await desk.until(lambda: desk.conversation.open_id == conversation_id)
    assert corner.mark.shows()


async def test_another_may_be_begun_in_one(corner: Corner) -> None:
    first = await corner.begin()
    await corner.talk()
    second = await corner.begin()
    assert first != second
    assert corner.mark.shows()
    assert corner.desk.undo.offered == 1
    assert not corner.desk.transcript.texts


async def test_kept_while_its_answer_streams_it_is_whole_and_in_the_list(corner: Corner) -> None:
    desk = corner.desk
    conversation_id = await corner.begin()
    more = asyncio.Event()
    desk.script([Text("First half, "), more, Text("second half."), FINISH])
    turn = desk.ask("  What   is it? ")
    await desk.until(lambda: "First half" in turn.message.text)
    corner.presenter.keep()
    await desk.until(lambda: not corner.mark.shows())
    more.set()
    await desk.answered()
    await desk.tasks_done()
    assert desk.header.title == "What is it?"
    assert not desk.history.is_temporary(conversation_id)
    assert [message.text for message in await desk.history.path(conversation_id)][1] == "First half, second half."
    assert [one.title for one in desk.sidebar_view.conversations] == ["What is it?"]
    assert await desk.history.last_open() == conversation_id
    desk.conversation.new()
    await desk.tasks_done()
    assert corner.gone == [], "it is left as any other is"
    assert desk.undo.offered is None


async def test_to_keep_an_empty_one_is_to_begin_an_ordinary_one(corner: Corner) -> None:
    await corner.begin()
    corner.presenter.keep()
    await corner.desk.tasks_done()
    assert not corner.mark.shows()
    assert corner.desk.conversation.open_id is None
    corner.presenter.keep()
    await corner.desk.tasks_done()
    assert await corner.desk.history.conversations() == []


async def test_its_sound_is_kept_nowhere(corner: Corner, tmp_path: Path) -> None:
    desk = corner.desk
    kept = KeptSpeech(tmp_path / "audio", desk.preferences, lambda _message_id: "")
    kept.is_temporary = desk.history.is_temporary
    conversation_id = await corner.begin()
    options = speech_options(desk.preferences.current, None)
    for turn, conversation in (("t1", conversation_id), ("t2", "ordinary")):
        phrase = Phrase(turn, 0, WORD, 0, len(WORD), Pause.SENTENCE)
        kept.belongs(turn, "m", conversation)
        kept.keep(phrase, options, [Pcm(24_000, b"\0\0" * 2400)])
    await kept.close()
    assert folders(tmp_path / "audio") == ["ordinary"]


class _AsItIs(FakeCodec):
    def encode(self, picture: object, name: str) -> EncodedPicture:
        assert isinstance(picture, bytes)
        return EncodedPicture(picture, "image/png", 2, 1, name)


async def test_pictures_and_drafts_of_it_stay_in_memory_even_when_it_was_left_meanwhile(
    corner: Corner, tmp_path: Path
) -> None:
    desk, box = corner.desk, FakeWriting()
    pictures = Pictures(desk.history)
    attachments = AttachmentsPresenter(box, desk.notices, _AsItIs(), pictures, desk.tasks)
    attachments.where = lambda: desk.conversation.open_id
    picture = WORD.encode()
    conversation_id = await corner.begin()
    attachments.read_picture(1, picture)
    await desk.tasks_done()
    part = box.shown[1]
    assert await pictures.contents([blob_of(part)]) == {blob_of(part): WORD.encode()}
    await Drafts(desk.history).keep(conversation_id, Draft(f"begun {WORD}", (part,)))
    attachments.read_picture(2, picture)
    desk.conversation.new()
    await desk.tasks_done()
    await desk.history.flush()
    assert on_disk(tmp_path) == []
    assert await pictures.contents([blob_of(part)]) == {}, "it was forgotten with its conversation"
