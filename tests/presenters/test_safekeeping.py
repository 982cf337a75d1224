"""The history as a whole: backed up, looked into, brought back, deleted; and what goes by itself when it is quiet."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop_app.domain.backup import BackupChoice, BackupLook, Restored, RestoreWay
from desktop_app.domain.errors import BackupBroken, FileRefused, HistoryUnusable
from desktop_app.domain.messages import Conversation
from desktop_app.domain.safekeeping import Undertaking
from desktop_app.domain.work import WorkKind
from desktop_app.presenters import tidying
from desktop_app.presenters.kept_speech import KeptSpeech
from desktop_app.presenters.safekeeping import SAFEKEEPING_NOTICE, SafekeepingPresenter
from desktop_app.presenters.tidying import Tidying
from desktop_app.presenters.views import Step
from desktop_app.presenters.work import WorkList
from desktop_app.storage.backups import backup, old_copies
from desktop_app.storage.backups.restoring import OpenedBackup
from desktop_app.storage.paths import Profile
from tests.presenters.conftest import Desk
from tests.support import kept
from tests.support.scripted_provider import Hang, words

DAY = 86_400.0


@dataclass
class FakeScreen:
    asked: list[object] = field(default_factory=list)
    progress: list[tuple[Undertaking, float]] = field(default_factory=list)
    looks: list[tuple[str, BackupLook]] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    restored: list[tuple[Restored, bool]] = field(default_factory=list)
    cleared: int = 0

    def ask_backup(self, sound: int) -> None:
        self.asked.append(("backup", sound))

    def ask_backup_place(self) -> None:
        self.asked.append("place")

    def ask_restore(self) -> None:
        self.asked.append("restore")

    def show_look(self, name: str, look: BackupLook) -> None:
        self.looks.append((name, look))

    def ask_delete_all(self, conversations: int) -> None:
        self.asked.append(("delete", conversations))

    def show_progress(self, undertaking: Undertaking, name: str, part: float, *, stoppable: bool = True) -> None:
        del name, stoppable
        self.progress.append((undertaking, part))

    def show_backed_up(self, name: str) -> None:
        self.done.append(name)

    def show_restored(self, restored: Restored, *, kept_for_ever: bool) -> None:
        self.done.append("restored")
        self.restored.append((restored, kept_for_ever))

    def show_deleted(self) -> None:
        self.done.append("deleted")

    def clear(self) -> None:
        self.cleared += 1


class Office:
    """A desk whose history can be backed up."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk = desk
        self.profile = Profile(folder)
        self.screen = FakeScreen()
        self.works = WorkList()
        self.kinds: list[WorkKind] = []
        self.works.on_change = lambda: self.kinds.extend(work.kind for work in self.works.running)
        self.kept = KeptSpeech(self.profile.audio, desk.preferences, lambda _message_id: "")
        self.renewed: list[bool] = []
        self.settings: list[dict[str, object]] = []
        self.whole = SafekeepingPresenter(
            lambda: self.screen,
            desk.notices,
            profile=self.profile,
            history=desk.history,
            conversation=desk.conversation,
            kept=self.kept,
            works=self.works,
            tasks=desk.tasks,
        )
        self.whole.renew = self._renew
        self.whole.apply_settings = self.settings.append
        self.now = 1000 * DAY
        self.quiet = True
        self.spared: set[str] = set()
        self.went: list[str] = []
        self.tidying = Tidying(
            profile=self.profile,
            history=desk.history,
            preferences=desk.preferences,
            quiet=lambda: self.quiet,
            spared=lambda: self.spared,
            tasks=desk.tasks,
            clock=lambda: self.now,
        )
        self.tidying.on_deleted = self.went.extend
        self.whole.spare_what_came = self.tidying.keep_all_for_ever_if_any_is_due

    async def _renew(self, left: bool) -> None:  # noqa: FBT001 - the presenter calls it
        self.renewed.append(left)

    async def talk(self, question: str, answer: str) -> str:
        """In a conversation of its own; its id."""
        self.desk.conversation.new()
        self.desk.script(words(answer))
        self.desk.ask(question)
        await self.desk.answered()
        assert self.desk.conversation.open_id is not None
        return self.desk.conversation.open_id

    async def until_done(self, count: int = 1) -> None:
        await self.desk.until(lambda: len(self.screen.done) >= count and not self.whole.busy)

    async def until_idle(self) -> None:
        await self.desk.until(lambda: not self.whole.busy)

    async def look(self, path: Path) -> BackupLook:
        self.whole.look_into(str(path))
        await self.until_idle()
        assert not self.desk.notices.shown, self.desk.notices.shown
        return self.screen.looks[-1][1]

    def keep_sound(self, conversation_id: str) -> None:
        kept.keep(self.profile.audio, conversation_id, "m")

    def sounds(self) -> set[str]:
        return {path.name for path in self.profile.audio.glob("*")}


@pytest.fixture
async def office(desk: Desk, tmp_path: Path) -> Office:
    return Office(desk, tmp_path)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.zip"


def write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def exists(path: Path) -> bool:
    return path.exists()


async def titles(desk: Desk) -> set[str]:
    return {one.title for one in await desk.history.conversations()}


async def test_a_backup_is_listed_among_what_runs_and_brings_back_what_was_deleted(office: Office, file: Path) -> None:
    boats = await office.talk("Boats?", "Boats.")
    office.keep_sound(boats)
    office.whole.ask_backup()
    await office.desk.until(lambda: len(office.screen.asked) == 1)
    assert office.screen.asked == [("backup", backup.sound_size(office.profile))]
    office.whole.back_up(str(file), BackupChoice())
    await office.until_done()
    assert office.screen.done == ["mine.zip"]
    assert office.kinds == [WorkKind.BACKUP]
    assert not office.works.running
    assert office.screen.progress[0] == (Undertaking.BACKING_UP, 0.0)

    cats = await office.talk("Cats?", "Cats.")
    office.keep_sound(cats)
    look = await office.look(file)
    assert (look.conversations, look.only_here_conversations, look.missing_conversations) == (1, 1, 0)
    office.whole.restore(RestoreWay.REPLACE, with_settings=False)
    await office.until_done(2)
    restored, kept_for_ever = office.screen.restored[0]
    assert (restored.conversations, restored.messages) == (1, 2)
    assert not kept_for_ever
    assert await titles(office.desk) == {"Boats?"}
    assert office.sounds() == {boats}
    assert office.renewed == [True]
    assert office.desk.conversation.open_id is None, "the page is none that might be gone"
    assert not office.profile.unpacking.exists()

    await office.look(Path(restored.set_aside))
    office.whole.restore(RestoreWay.MERGE, with_settings=False)
    await office.until_done(3)
    assert office.screen.restored[1] == (Restored(1, 2), False)
    assert await titles(office.desk) == {"Boats?", "Cats?"}
    assert office.sounds() == {boats, cats}
    assert office.renewed == [True, False]
    await office.kept.close()


async def test_a_deletion_that_could_be_taken_back_does_not_hit_what_comes_back(office: Office, file: Path) -> None:
    desk = office.desk
    office.whole.settle = desk.deletions.close
    boats = await office.talk("Boats?", "Boats.")
    office.whole.back_up(str(file), BackupChoice())
    await office.until_done()
    await desk.sidebar.open_last()
    desk.arranging.delete([boats])
    assert desk.undo.offered == 1
    assert await titles(desk) == {"Boats?"}, "not yet gone"
    assert (await office.look(file)).missing_conversations == 1
    assert not desk.undo.offered
    office.whole.restore(RestoreWay.MERGE, with_settings=False)
    await office.until_done(2)
    assert office.screen.restored == [(Restored(1, 2), False)]
    await desk.deletions.close()
    assert await titles(desk) == {"Boats?"}


async def test_settings_come_back_where_that_is_wanted(office: Office, file: Path) -> None:
    office.desk.preferences.change(model="large")
    await office.desk.tasks_done()
    office.whole.back_up(str(file), BackupChoice(settings=True))
    await office.until_done()
    for number, wanted in enumerate((False, True), 2):
        await office.look(file)
        office.whole.restore(RestoreWay.MERGE, with_settings=wanted)
        await office.until_done(number)
    assert [values["model"] for values in office.settings] == ["large"]


async def test_an_answer_that_streams_is_ended_and_set_aside_before_a_replacement(office: Office, file: Path) -> None:
    desk = office.desk
    await office.talk("Boats?", "Boats.")
    office.whole.back_up(str(file), BackupChoice())
    await office.until_done()
    desk.conversation.new()
    desk.script([*words("Half of it")[:-1], Hang()])
    turn = desk.ask("Cats?")
    await desk.until(lambda: "Half" in turn.message.text)
    await office.look(file)
    office.whole.restore(RestoreWay.REPLACE, with_settings=False)
    await office.until_done(2)
    assert not desk.conversation.turns
    restored, _ = office.screen.restored[0]
    look = await office.look(Path(restored.set_aside))
    assert look.missing_messages == 2, "with what had come of the answer"
    office.whole.drop_look()
    await desk.until(lambda: not office.profile.unpacking.exists())


async def test_what_is_said_while_all_is_set_aside_is_set_aside_too(
    office: Office, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await office.talk("Boats?", "Boats.")
    office.whole.back_up(str(file), BackupChoice())
    await office.until_done()
    await office.look(file)
    loop = asyncio.get_running_loop()
    set_aside = backup.set_aside
    asked: list[str] = []

    async def ask() -> None:
        asked.append("Cats?")
        office.desk.script([*words("Half of it")[:-1], Hang()])
        turn = office.desk.ask("Cats?")
        await office.desk.until(lambda: "Half" in turn.message.text)

    def while_somebody_asks(profile: Profile, meter: backup.Meter) -> Path:
        made = set_aside(profile, meter)
        if not asked:
            asyncio.run_coroutine_threadsafe(ask(), loop).result()
        return made

    monkeypatch.setattr(backup, "set_aside", while_somebody_asks)
    office.whole.restore(RestoreWay.REPLACE, with_settings=False)
    await office.until_done(2)
    assert not office.desk.conversation.turns
    assert await titles(office.desk) == {"Boats?"}
    restored, _ = office.screen.restored[0]
    assert [str(path) for path in office.profile.backups.iterdir()] == [restored.set_aside]
    look = await office.look(Path(restored.set_aside))
    assert look.missing_messages == 2
    office.whole.drop_look()
    await office.desk.until(lambda: not office.profile.unpacking.exists())


async def test_another_history_is_awaited_by_what_would_write_into_it(office: Office, file: Path) -> None:
    said: list[set[str]] = []

    async def make_way() -> None:
        said.append(await titles(office.desk))

    office.whole.make_way = make_way
    await office.talk("Boats?", "Boats.")
    office.whole.back_up(str(file), BackupChoice())
    await office.until_done()
    await office.look(file)
    office.whole.restore(RestoreWay.REPLACE, with_settings=False)
    await office.until_done(2)
    assert said, "before a replacement"
    said.clear()
    office.whole.delete_all()
    await office.until_done(3)
    assert said == [{"Boats?"}], "before everything is deleted"


async def test_what_came_of_a_backup_is_shown_where_the_rest_of_it_cannot_be_read(
    office: Office, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    boats = await office.talk("Boats?", "Boats.")
    office.keep_sound(boats)
    office.whole.back_up(str(file), BackupChoice())
    await office.until_done()

    def pulled_out(_opened: object, _folder: Path, _meter: object) -> None:
        raise BackupBroken("This backup is damaged.")

    monkeypatch.setattr(OpenedBackup, "unpack_sound", pulled_out)
    for way in (RestoreWay.REPLACE, RestoreWay.MERGE):
        await office.look(file)
        office.whole.restore(way, with_settings=False)
        await office.until_idle()
        assert isinstance(office.desk.notices.shown[SAFEKEEPING_NOTICE].error, BackupBroken)
        office.desk.notices.shown.clear()
    assert office.renewed == [True, False]
    assert office.screen.done == ["mine.zip"], "it is not said that all went well"


async def test_one_who_only_looked_has_changed_nothing(office: Office, file: Path) -> None:
    await office.talk("Boats?", "Boats.")
    office.whole.back_up(str(file), BackupChoice())
    await office.until_done()
    look = await office.look(file)
    assert look.is_same
    assert office.profile.unpacking.exists()
    office.whole.drop_look()
    office.whole.restore(RestoreWay.REPLACE, with_settings=True)
    await office.desk.until(lambda: not office.profile.unpacking.exists())
    await office.until_idle()
    assert office.renewed == []


async def test_what_is_no_backup_is_told_in_words_and_can_be_tried_again(office: Office, file: Path) -> None:
    write(file, b"no backup")
    office.whole.look_into(str(file))
    await office.until_idle()
    notice = office.desk.notices.shown[SAFEKEEPING_NOTICE]
    assert isinstance(notice.error, BackupBroken)
    assert office.screen.looks == []
    await office.talk("Boats?", "Boats.")
    office.whole.back_up(str(file), BackupChoice())
    await office.until_done()
    office.whole.look_into(str(file))
    await office.until_idle()
    assert SAFEKEEPING_NOTICE not in office.desk.notices.shown
    assert len(office.screen.looks) == 1
    await office.whole.close()
    assert not office.profile.unpacking.exists(), "closed with the program"


async def test_a_place_that_refuses_can_be_chosen_again(office: Office, tmp_path: Path) -> None:
    office.whole.back_up(str(tmp_path / "nowhere" / "x.zip"), BackupChoice())
    await office.until_idle()
    notice = office.desk.notices.shown[SAFEKEEPING_NOTICE]
    assert isinstance(notice.error, FileRefused)
    assert notice.steps == (Step.CHOOSE_PLACE, Step.RETRY)
    office.whole.take_step(Step.CHOOSE_PLACE)
    assert office.screen.asked == ["place"]


async def test_a_backup_stops_when_it_is_stopped_in_the_list_of_what_runs(
    office: Office, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await office.talk("Boats?", "Boats.")
    loop = asyncio.get_running_loop()
    write = backup.write_backup

    def stopped_meanwhile(*arguments: object) -> None:
        asyncio.run_coroutine_threadsafe(stop(), loop).result()
        write(*arguments)  # type: ignore[arg-type]

    async def stop() -> None:
        office.works.stop_all()

    monkeypatch.setattr(backup, "write_backup", stopped_meanwhile)
    office.whole.back_up(str(file), BackupChoice())
    await office.until_idle()
    assert office.screen.done == []
    assert office.screen.cleared == 1
    assert not exists(file)
    assert not office.desk.notices.shown


async def test_what_is_not_on_the_disk_yet_is_not_said_to_be_backed_up(
    office: Office, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused() -> bool:
        return False

    monkeypatch.setattr(office.desk.history, "flush", refused)
    office.whole.back_up(str(file), BackupChoice())
    await office.until_idle()
    assert isinstance(office.desk.notices.shown[SAFEKEEPING_NOTICE].error, HistoryUnusable)
    assert not exists(file)


async def test_all_is_deleted_after_a_question_that_says_how_much(office: Office) -> None:
    for question in ("Boats?", "Cats?"):
        office.keep_sound(await office.talk(question, "Yes."))
    office.whole.ask_delete_all()
    await office.desk.until(lambda: office.screen.asked == [("delete", 2)])
    assert len(await titles(office.desk)) == 2
    office.whole.delete_all()
    await office.until_done()
    assert office.screen.done == ["deleted"]
    assert await titles(office.desk) == set()
    assert office.sounds() == set()
    assert office.renewed == [True]
    assert office.desk.conversation.open_id is None


# What goes by itself


async def add(desk: Desk, now: float, **ages: int) -> None:
    for name, days in ages.items():
        await desk.history.add_conversation(Conversation(name, name, 1.0, now - days * DAY))


async def test_old_conversations_go_when_that_is_chosen_but_for_those_at_work(office: Office) -> None:
    desk = office.desk
    await add(desk, office.now, old=100, open=100, new=1)
    office.spared = {"open"}
    assert await office.tidying.delete_old() == [], "they are kept for ever until somebody chooses otherwise"
    assert (await office.tidying.due(90, spare_sorted=True)).ids == ("old", "open")
    desk.preferences.change(keep_conversations=90)
    await desk.until(lambda: office.went == ["old"])
    assert await titles(desk) == {"open", "new"}
    desk.preferences.change(model="other")
    desk.preferences.change(keep_conversations=None)
    office.spared = set()
    await desk.tasks_done()
    assert office.went == ["old"], "nobody chose that again"


async def test_what_came_back_does_not_go_for_its_age_at_once(office: Office) -> None:
    desk = office.desk
    desk.preferences.change(keep_conversations=30)
    assert not await office.tidying.keep_all_for_ever_if_any_is_due()
    await add(desk, office.now, restored=300)
    assert await office.tidying.keep_all_for_ever_if_any_is_due()
    assert desk.preferences.current.keep_conversations is None
    assert await titles(desk) == {"restored"}


async def test_each_day_waits_until_it_is_quiet(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = office.desk
    for name in ("_FIRST", "_LOOK_AGAIN"):
        monkeypatch.setattr(tidying, name, 0.001)
    monkeypatch.setattr(tidying, "_DAY", 0.01)
    await add(desk, office.now, first=100)
    desk.preferences.current = desk.preferences.current.changed({"keep_conversations": 90})
    office.quiet = False
    aside = office.profile.backups / "before-restore-1.zip"
    office.profile.backups.mkdir()
    aside.touch()
    office.tidying.begin()
    await asyncio.sleep(0.02)
    assert office.went == []
    office.quiet = True
    await desk.until(lambda: office.went == ["first"])
    assert aside.exists(), "it is of today"
    await add(desk, office.now, second=100)
    await desk.until(lambda: office.went == ["first", "second"])


async def test_copies_follow_a_deletion_soon(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    followed: list[float] = []
    monkeypatch.setattr(tidying, "_BEHIND_A_DELETION", 0.001)
    monkeypatch.setattr(old_copies, "follow", lambda _path: followed.append(time.monotonic()))
    await add(office.desk, office.now, a=1, b=1)
    for name in ("a", "b"):
        await office.desk.history.delete_conversation(name)
    await office.desk.until(lambda: followed)
    await office.desk.tasks_done()
    assert len(followed) <= 2
