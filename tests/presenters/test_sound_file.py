"""Save sound as: asked for, made beside everything else, told how far it is, cancelled, and told when it fails."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop_app.domain.choices import SoundFormat
from desktop_app.domain.errors import KeyRefused, NoRoomForFile, NothingToSay, UserError
from desktop_app.domain.ids import new_id
from desktop_app.domain.messages import Conversation, Message, Part, PartKind, Role
from desktop_app.domain.work import WorkKind, WorkState
from desktop_app.presenters.kept_speech import KeptSpeech
from desktop_app.presenters.sound_file import SOUND_FILE_NOTICE, SoundFilePresenter
from desktop_app.presenters.views import Step
from desktop_app.presenters.voice import speech_options
from desktop_app.presenters.work import WorkList
from desktop_app.speech.recording import Recording, Script
from desktop_app.speech.synthesizer import Pcm
from tests.presenters.conftest import SERVER, Desk


@dataclass
class FakeView:
    """``lines``: what the line said, a change at a time."""

    asked: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def ask_where(self, name: str) -> None:
        self.asked.append(name)

    def show_progress(self, name: str, part: float) -> None:
        self.lines.append(f"{name} {part:.0%}")

    def show_saved(self, name: str) -> None:
        self.lines.append(f"saved {name}")

    def clear(self) -> None:
        self.lines.append("")


class FakeRecording(Recording):
    """Runs until it is let go or cancelled."""

    def __init__(self, script: Script, progress: Callable[[float], None], error: UserError | None) -> None:
        self.script = script
        self.progress = progress
        self.error = error
        self.path: Path | None = None
        self.kind: SoundFormat | None = None
        self.may_end = threading.Event()
        self.was_cancelled = False

    def run(self, path: Path, kind: SoundFormat) -> bool:
        self.path, self.kind = path, kind
        self.progress(0.5)
        assert self.may_end.wait(10)
        if self.error is not None and not self.was_cancelled:
            raise self.error
        return not self.was_cancelled

    def cancel(self) -> None:
        self.was_cancelled = True
        self.may_end.set()


class Booth:
    def __init__(self, desk: Desk, kept: KeptSpeech) -> None:
        self.view = FakeView()
        self.made: list[FakeRecording] = []
        self.works = WorkList()
        self.error: UserError | None = None
        self.desk = desk
        self.kept = kept
        self.presenter = SoundFilePresenter(
            self.view,
            desk.notices,
            conversation=desk.conversation,
            history=desk.history,
            kept=kept,
            connection=desk.connection,
            preferences=desk.preferences,
            tasks=desk.tasks,
            works=self.works,
            make_recording=self._make,
        )

    def _make(self, script: Script, _kept: KeptSpeech, progress: Callable[[float], None]) -> Recording:
        self.made.append(FakeRecording(script, progress, self.error))
        return self.made[-1]

    async def begin(self, name: str = "said.mp3") -> FakeRecording:
        """From the chosen name to the work."""
        before = len(self.made)
        self.presenter.save(f"/somewhere/{name}", SoundFormat.MP3, keep_others=False)
        await self.desk.until(lambda: len(self.made) > before and self.made[-1].path)
        return self.made[-1]


@pytest.fixture
async def booth(desk: Desk, tmp_path: Path) -> AsyncIterator[Booth]:
    def conversation_of(message_id: str) -> str:
        message = desk.conversation.message(message_id)
        return message.conversation_id if message else ""

    kept = KeptSpeech(tmp_path / "audio", desk.preferences, conversation_of)
    booth = Booth(desk, kept)
    yield booth
    await booth.presenter.close()
    await kept.close()


async def talk(desk: Desk, *texts: str, title: str = "A talk: kettles?") -> list[Message]:
    """A conversation of questions and answers, open on the page."""
    conversation = Conversation(new_id(), title, 1.0, 1.0)
    await desk.history.add_conversation(conversation)
    messages: list[Message] = []
    for number, text in enumerate(texts):
        role = Role.ASSISTANT if number % 2 else Role.USER
        parent = messages[-1].id if messages else None
        message = Message(new_id(), conversation.id, parent, role, (Part(PartKind.TEXT, text),), 2.0)
        messages.append(message)
        await desk.history.add_message(message)
    await desk.conversation.open(conversation)
    return messages


def texts(recording: FakeRecording) -> list[list[str]]:
    return [[phrase.text for phrase in message] for message in recording.script.messages]


async def test_the_name_that_is_proposed_is_the_conversation_s_as_every_system_takes_it(
    desk: Desk, booth: Booth
) -> None:
    _, answer = await talk(desk, "Why?", "Because.")
    booth.presenter.ask_for_message(answer.id)
    await desk.until(lambda: booth.view.asked)
    assert booth.view.asked == ["A talk kettles"]


@pytest.mark.parametrize("title", ["", "???", " .. "])
async def test_a_title_that_is_no_name_gives_the_program_s(desk: Desk, booth: Booth, title: str) -> None:
    _, answer = await talk(desk, "Why?", "Because.", title=title)
    booth.presenter.ask_for_message(answer.id)
    await desk.until(lambda: booth.view.asked)
    assert booth.view.asked == ["Aloud"]


async def test_of_a_conversation_the_answers_are_saved_message_by_message(desk: Desk, booth: Booth) -> None:
    messages = await talk(desk, "First?", "One thing is so.", "Second?", "Another thing is so.")
    booth.presenter.ask_for_conversation(messages[0].conversation_id)
    recording = await booth.begin()
    assert texts(recording) == [["One thing is so."], ["Another thing is so."]]
    recording.may_end.set()
    await desk.until(lambda: "saved said.mp3" in booth.view.lines)
    assert booth.view.lines == ["", "said.mp3 0%", "said.mp3 50%", "saved said.mp3"]


async def test_of_a_message_that_message_alone_is_saved_the_person_s_own_too(desk: Desk, booth: Booth) -> None:
    question, _answer = await talk(desk, "Is it really so?", "It is.")
    booth.presenter.ask_for_message(question.id)
    recording = await booth.begin()
    assert texts(recording) == [["Is it really so?"]]
    recording.may_end.set()


async def test_what_was_heard_is_saved_as_it_was_cut(desk: Desk, booth: Booth) -> None:
    _, answer = await talk(desk, "Why?", "It is so, and it was so before.")
    options = speech_options(desk.preferences.current, None)
    booth.presenter.ask_for_message(answer.id)
    whole = await booth.begin()
    phrase = whole.script.messages[0][0]
    whole.may_end.set()
    booth.kept.belongs("then", answer.id)
    middle = len("It is so,")
    for start, end in ((0, middle), (middle + 1, len(answer.text))):
        part = type(phrase)("then", 0, answer.text[start:end], start, end)
        booth.kept.keep(part, options, [Pcm(8000, bytes(800))])
    again = await booth.begin()
    assert texts(again) == [["It is so,", "and it was so before."]]
    assert again.script.options.api_key == "", "nobody is asked for a key that is not needed"
    again.may_end.set()


async def test_the_key_is_asked_for_where_a_server_must_speak(desk: Desk, booth: Booth) -> None:
    await desk.keys.keep(SERVER, "sk-test")
    _, answer = await talk(desk, "Why?", "Because.")
    booth.presenter.ask_for_message(answer.id)
    recording = await booth.begin()
    assert recording.script.options.api_key == "sk-test"
    recording.may_end.set()


async def test_a_name_that_nobody_was_asked_of_gets_a_number_where_it_is_taken(
    desk: Desk, booth: Booth, tmp_path: Path
) -> None:
    (tmp_path / "v1.5.mp3").touch()
    (tmp_path / "v1.5 (2).mp3").touch()
    _, answer = await talk(desk, "Why?", "Because.")
    booth.presenter.ask_for_message(answer.id)
    booth.presenter.save(str(tmp_path / "v1.5.mp3"), SoundFormat.MP3, keep_others=True)
    await desk.until(lambda: booth.made and booth.made[0].path)
    assert booth.made[0].path == tmp_path / "v1.5 (3).mp3"
    booth.made[0].may_end.set()
    await desk.until(lambda: booth.view.lines[-1] == "saved v1.5 (3).mp3")
    booth.presenter.save(str(tmp_path / "v1.5.mp3"), SoundFormat.MP3, keep_others=False)
    await desk.until(lambda: len(booth.made) > 1 and booth.made[1].path)
    assert booth.made[1].path == tmp_path / "v1.5.mp3", "the dialog itself asked"
    booth.made[1].may_end.set()


async def test_the_disk_is_asked_for_a_free_name_in_a_thread(
    desk: Desk, booth: Booth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, asked_by = threading.get_ident(), list[int]()
    exists = Path.exists

    def watched(path: Path) -> bool:
        asked_by.append(threading.get_ident())
        return exists(path)

    _, answer = await talk(desk, "Why?", "Because.")
    booth.presenter.ask_for_message(answer.id)
    monkeypatch.setattr(Path, "exists", watched)
    booth.presenter.save(str(tmp_path / "said.mp3"), SoundFormat.MP3, keep_others=True)
    await desk.until(lambda: booth.made and booth.made[0].path)
    assert asked_by
    assert here not in asked_by
    booth.made[0].may_end.set()


async def test_a_cancel_while_the_disk_is_asked_shows_nothing(
    desk: Desk, booth: Booth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, awake = threading.Event(), threading.Event()

    def exists(_path: Path) -> bool:
        asked.set()
        assert awake.wait(10)
        return False

    _, answer = await talk(desk, "Why?", "Because.")
    booth.presenter.ask_for_message(answer.id)
    monkeypatch.setattr(Path, "exists", exists)
    booth.presenter.save(str(tmp_path / "said.mp3"), SoundFormat.MP3, keep_others=True)
    await desk.until(asked.is_set)
    booth.presenter.cancel()
    awake.set()
    await desk.tasks_done()
    assert not any(booth.view.lines)
    assert not booth.made


async def test_a_cancel_ends_the_work_and_takes_the_line_away(desk: Desk, booth: Booth) -> None:
    _, answer = await talk(desk, "Why?", "Because.")
    booth.presenter.ask_for_message(answer.id)
    recording = await booth.begin()
    booth.presenter.cancel()
    assert recording.was_cancelled
    await desk.tasks_done()
    assert booth.view.lines[-1] == ""
    assert not any(line.startswith("saved") for line in booth.view.lines)
    assert not desk.notices.shown


async def test_a_second_file_takes_the_place_of_the_first(desk: Desk, booth: Booth) -> None:
    _, answer = await talk(desk, "Why?", "Because.")
    booth.presenter.ask_for_message(answer.id)
    first = await booth.begin("first.mp3")
    second = await booth.begin("second.mp3")
    assert first.was_cancelled
    second.may_end.set()
    await desk.until(lambda: booth.view.lines[-1] == "saved second.mp3")


@pytest.mark.parametrize(
    ("error", "steps"),
    [
        (KeyRefused("no"), (Step.OPEN_SETTINGS, Step.RETRY)),
        (NoRoomForFile("full"), (Step.CHOOSE_PLACE, Step.RETRY)),
        (NothingToSay("nothing"), ()),
    ],
)
async def test_trouble_is_told_with_a_next_step(
    desk: Desk, booth: Booth, error: UserError, steps: tuple[Step, ...]
) -> None:
    _, answer = await talk(desk, "Why?", "Because.")
    booth.error = error
    booth.presenter.ask_for_message(answer.id)
    (await booth.begin()).may_end.set()
    await desk.until(lambda: desk.notices.shown)
    notice = desk.notices.shown[SOUND_FILE_NOTICE]
    assert (notice.error, notice.steps, notice.saving) == (error, steps, True)
    assert booth.view.lines[-1] == ""


async def test_retry_makes_the_same_file_again_and_another_place_asks_for_its_name(desk: Desk, booth: Booth) -> None:
    _, answer = await talk(desk, "Why?", "Because.")
    booth.error = NoRoomForFile("full")
    booth.presenter.ask_for_message(answer.id)
    (await booth.begin()).may_end.set()
    await desk.until(lambda: desk.notices.shown)
    booth.error = None
    booth.presenter.take_step(Step.RETRY.value)
    assert not desk.notices.shown
    await desk.until(lambda: len(booth.made) == 2 and booth.made[1].path)
    assert booth.made[1].path == Path("/somewhere/said.mp3")
    booth.made[1].may_end.set()
    asked = len(booth.view.asked)
    booth.presenter.take_step(Step.CHOOSE_PLACE.value)
    await desk.until(lambda: len(booth.view.asked) > asked)


async def test_closing_waits_until_the_work_has_ended(desk: Desk, booth: Booth) -> None:
    _, answer = await talk(desk, "Why?", "Because.")
    booth.presenter.ask_for_message(answer.id)
    recording = await booth.begin()
    async with asyncio.timeout(10):
        await booth.presenter.close()
    assert recording.was_cancelled
    await desk.tasks_done()


async def test_a_name_that_was_chosen_for_nothing_does_nothing(booth: Booth) -> None:
    booth.presenter.save("/somewhere/said.mp3", SoundFormat.MP3, keep_others=False)
    booth.presenter.ask_for_message("gone")
    booth.presenter.take_step(Step.RETRY.value)
    assert booth.made == []
    assert booth.view.asked == []


async def test_it_stands_in_the_list_of_what_runs_and_can_be_stopped_there(desk: Desk, booth: Booth) -> None:
    _, answer = await talk(desk, "Why?", "Because it is so.")
    booth.presenter.ask_for_message(answer.id)
    first = await booth.begin()
    await desk.until(lambda: booth.works.running[0].done == 50)
    (work,) = booth.works.running
    assert (work.kind, work.title, work.total) == (WorkKind.SOUND_FILE, "said.mp3", 100)
    first.may_end.set()
    await desk.until(lambda: not booth.works.running)
    await booth.begin()
    assert booth.works.stop(booth.works.running[0].id)
    await desk.until(lambda: not booth.works.running)
    assert [one.state for one in booth.works.recent] == [WorkState.STOPPED, WorkState.FINISHED]
    assert booth.view.lines[-1] == ""
