"""The history as a whole: backed up into a file, brought back from one after a look into it, or deleted for good."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final, Protocol, TypeVar

from desktop_app.domain.backup import BackupChoice, BackupLook, Restored, RestoreWay
from desktop_app.domain.errors import HistoryUnusable, UserError
from desktop_app.domain.safekeeping import Undertaking
from desktop_app.domain.work import WorkKind
from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.kept_speech import KeptSpeech
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import Notice, NoticeView, Step
from desktop_app.presenters.work import BegunWork, WorkList
from desktop_app.storage.backups import backup, old_copies, restoring
from desktop_app.storage.backups.backup import Cancelled, Meter
from desktop_app.storage.backups.restoring import OpenedBackup
from desktop_app.storage.history import History
from desktop_app.storage.paths import Profile
from desktop_app.storage.retention import Retention
from desktop_app.storage.search.documents import last_seq

SAFEKEEPING_NOTICE: Final = "safekeeping"
_TOLD: Final = 0.1
"""Seconds between two tellings of progress."""

_T = TypeVar("_T")


class SafekeepingView(Protocol):
    """The dialogs, and one calm line that says how far something has come."""

    def ask_backup(self, sound: int) -> None:
        """What shall go into it, and where to; the kept sound takes so many bytes."""

    def ask_backup_place(self) -> None:
        """The same place again, with what was chosen."""

    def ask_restore(self) -> None:
        """Which file."""

    def show_look(self, name: str, look: BackupLook) -> None:
        """What the backup holds, and the ways in which it can be brought back."""

    def ask_delete_all(self, conversations: int) -> None: ...

    def show_progress(self, undertaking: Undertaking, name: str, part: float, *, stoppable: bool = True) -> None:
        """``part`` of it is done, 0 to 1."""

    def show_backed_up(self, name: str) -> None: ...

    def show_restored(self, restored: Restored, *, kept_for_ever: bool) -> None:
        """``kept_for_ever``: conversations are no longer deleted by age, since some that came back would be."""

    def show_deleted(self) -> None: ...

    def clear(self) -> None: ...


class SafekeepingPresenter:
    """One thing at a time: while one is under way, which a line tells, no other is asked for.

    ``renew`` has everything that is shown of the history read anew; ``apply_settings`` takes what a settings file said.
    """

    def __init__(
        self,
        view: Callable[[], SafekeepingView],
        notices: NoticeView,
        *,
        profile: Profile,
        history: History,
        conversation: ConversationPresenter,
        kept: KeptSpeech,
        works: WorkList,
        tasks: Tasks,
    ) -> None:
        self._view = view
        self._notices = notices
        self._profile = profile
        self._history = history
        self._retention = Retention(history)
        self._conversation = conversation
        self._kept = kept
        self._works = works
        self._tasks = tasks
        self._running: asyncio.Task[None] | None = None
        self._cancelled = False
        self._opened: OpenedBackup | None = None
        self._retry: Callable[[], object] = lambda: None
        self.renew: Callable[[bool], Awaitable[None]] = _nothing
        """Awaited behind a change; True where the page was left for it."""
        self.settle: Callable[[], Awaitable[None]] = _settled
        """Awaited before a look and a change: what could still be brought back goes now, or it would hit what comes."""
        self.make_way: Callable[[], Awaitable[None]] = _settled
        """Awaited before all of the history gives way: an import would bring the rest of itself into another one."""
        self.apply_settings: Callable[[dict[str, object]], None] = lambda _values: None
        self.spare_what_came: Callable[[], Awaitable[bool]] = _no
        """Sees to it that nothing that came back is deleted for its age; True where that had to be done."""

    notice = SAFEKEEPING_NOTICE
    """The key of its notices."""

    @property
    def busy(self) -> bool:
        return self._running is not None and not self._running.done()

    # What the person does

    def ask_backup(self) -> None:
        if not self.busy:
            self._tasks.start("ask what to back up", self._ask_backup())

    def back_up(self, path: str, choice: BackupChoice) -> None:
        """The place was chosen."""
        self._begin("back up", lambda: self._back_up(Path(path), choice))

    def ask_restore(self) -> None:
        if not self.busy:
            self._view().ask_restore()

    def look_into(self, path: str) -> None:
        """The file was chosen."""
        self._begin("look into a backup", lambda: self._look_into(Path(path)))

    def restore(self, way: RestoreWay, *, with_settings: bool) -> None:
        """What ``show_look`` showed is brought back."""
        if (opened := self._opened) is not None:
            self._opened = None
            self._begin("restore a backup", lambda: self._restore(opened, way, with_settings=with_settings))

    def drop_look(self) -> None:
        """It was only looked at."""
        if (opened := self._opened) is not None:
            self._opened = None
            self._tasks.start("close a backup", asyncio.to_thread(opened.close))

    def ask_delete_all(self) -> None:
        if not self.busy:
            self._tasks.start("ask whether to delete all", self._ask_delete_all())

    def delete_all(self) -> None:
        """It is meant."""
        self._begin("delete all conversations", self._delete_all)

    def cancel(self) -> None:
        """What is under way stops where it can; a backup that is half done goes away."""
        self._cancelled = True

    def take_step(self, step: str) -> None:
        """What the notice of trouble offers."""
        self._notices.clear_notice(SAFEKEEPING_NOTICE)
        if Step(step) is Step.CHOOSE_PLACE:
            self._view().ask_backup_place()
        elif Step(step) is Step.RETRY:
            self._retry()

    async def close(self) -> None:
        """Cancels, and waits until nothing half is left."""
        self.cancel()
        if self._running is not None:
            await asyncio.wait([self._running])
        if (opened := self._opened) is not None:
            self._opened = None
            await asyncio.to_thread(opened.close)

    # Inside

    def _begin(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        if self.busy:
            return
        self._cancelled = False
        self._retry = lambda: self._begin(name, work)
        self._notices.clear_notice(SAFEKEEPING_NOTICE)
        self._running = self._tasks.start(name, self._guarded(work))

    async def _guarded(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Cancelled:
            self._view().clear()
        except UserError as error:
            self._view().clear()
            self._notices.show_notice(Notice(SAFEKEEPING_NOTICE, error, (Step.RETRY,)))

    async def _ask_backup(self) -> None:
        self._view().ask_backup(await asyncio.to_thread(backup.sound_size, self._profile))

    async def _back_up(self, path: Path, choice: BackupChoice) -> None:
        await self._make_sure_of_the_disk()
        with self._works.begin(WorkKind.BACKUP, path.name, stop=self.cancel) as work:
            meter = self._meter(Undertaking.BACKING_UP, path.name, work)
            try:
                await asyncio.to_thread(backup.write_backup, self._profile, path, choice, meter)
            except UserError as error:
                self._view().clear()
                self._notices.show_notice(Notice(SAFEKEEPING_NOTICE, error, (Step.CHOOSE_PLACE, Step.RETRY)))
            else:
                self._view().show_backed_up(path.name)

    async def _make_sure_of_the_disk(self) -> None:
        """Raises HistoryUnusable where the file has not all that was said: a backup without it would be a lie."""
        file = await self._history.read(lambda db: db.execute("PRAGMA database_list").fetchone()[2])
        if not file or not await self._history.flush():
            raise HistoryUnusable("Not everything that was said is on the disk yet, so it cannot be backed up now.")

    async def _look_into(self, path: Path) -> None:
        await self.settle()
        with self._works.begin(WorkKind.BACKUP, path.name, stop=self.cancel) as work:
            meter = self._meter(Undertaking.LOOKING, path.name, work)
            self._opened = await asyncio.to_thread(restoring.open_backup, path, self._profile, meter)
        self._view().clear()
        self._view().show_look(path.name, self._opened.look)

    async def _restore(self, opened: OpenedBackup, way: RestoreWay, *, with_settings: bool) -> None:
        leaves = way is RestoreWay.REPLACE
        try:
            await self.settle()
            with self._works.begin(WorkKind.BACKUP, stop=self.cancel) as work:
                restored = await (self._replace(opened, work) if leaves else self._merge(opened, work))
                values = await asyncio.to_thread(opened.settings) if with_settings else {}
        finally:
            await asyncio.to_thread(opened.close)
        if values:
            self.apply_settings(values)
        spared = await self._show_what_came(leaves)
        self._view().show_restored(restored, kept_for_ever=spared)

    async def _show_what_came(self, leaves: bool) -> bool:  # noqa: FBT001 - as ``renew`` has it
        """Whether something had to be done so that it stays."""
        spared = await self.spare_what_came()
        await self.renew(leaves)
        return spared

    async def _bring(self, coming: Awaitable[_T], *, leaves: bool) -> _T:
        """Where it does not come to its end, what came by then is shown: some of it, or all but its sound."""
        try:
            return await coming
        except (Cancelled, UserError):
            await self._show_what_came(leaves)
            raise

    async def _replace(self, opened: OpenedBackup, work: BegunWork) -> Restored:
        aside = await self._set_aside(work)
        self._view().show_progress(Undertaking.RESTORING, "", 0.0, stoppable=False)
        await opened.replace(self._history)
        self._cancelled = False  # too late for that: now all of it belongs together
        ids = await asyncio.to_thread(opened.conversations)
        meter = self._meter(Undertaking.RESTORING, "", work, stoppable=False)

        def renew_sound(folder: Path) -> None:
            for conversation in [path for path in folder.glob("*") if path.name not in ids]:
                shutil.rmtree(conversation, ignore_errors=True)
            opened.unpack_sound(folder, meter)

        await self._bring(self._kept.change(renew_sound), leaves=True)
        look = opened.look
        return Restored(look.conversations, look.messages, str(aside))

    async def _set_aside(self, work: BegunWork) -> Path:
        """All that there is, with what a person says while that is done: then once more."""
        await self._leave_the_page()
        while True:
            said = await self._history.read(last_seq)
            meter = self._meter(Undertaking.SETTING_ASIDE, "", work)
            aside = await asyncio.to_thread(backup.set_aside, self._profile, meter)
            await self._leave_the_page()
            if await self._history.read(last_seq) == said:
                return aside
            await asyncio.to_thread(aside.unlink)

    async def _merge(self, opened: OpenedBackup, work: BegunWork) -> Restored:
        meter = self._meter(Undertaking.RESTORING, "", work)
        conversations, messages = await self._bring(opened.merge(self._history, meter), leaves=False)
        sound = self._kept.change(lambda folder: opened.unpack_sound(folder, meter))
        await self._bring(sound, leaves=False)
        return Restored(conversations, messages)

    async def _ask_delete_all(self) -> None:
        self._view().ask_delete_all(await self._retention.count())

    async def _delete_all(self) -> None:
        await self.settle()
        await self._leave_the_page()
        await self._retention.delete_everything()
        await self._kept.change(_empty)
        await asyncio.to_thread(old_copies.forget_all, self._profile)
        await self.renew(True)
        self._view().show_deleted()

    async def _leave_the_page(self) -> None:
        """What runs ends and is written; the page is that of no conversation which could be gone in a moment."""
        await self.make_way()
        self._conversation.stop_all()
        await self._conversation.written()
        if not self._history.is_temporary(self._conversation.open_id):
            self._conversation.new()

    def _meter(self, undertaking: Undertaking, name: str, work: BegunWork, *, stoppable: bool = True) -> Meter:
        """For a thread: tells the line and the list of what runs, ten times a second at most."""
        loop = asyncio.get_running_loop()
        told = 0.0

        def show(done: int, total: int) -> None:
            work.progress(done, total)
            if self.busy and not (self._cancelled and stoppable):
                self._view().show_progress(undertaking, name, done / max(total, 1), stoppable=stoppable)

        def progress(done: int, total: int) -> None:
            nonlocal told
            if (now := time.monotonic()) - told >= _TOLD:
                told = now
                loop.call_soon_threadsafe(show, done, total)

        self._view().show_progress(undertaking, name, 0.0, stoppable=stoppable)
        return Meter(progress, lambda: self._cancelled and stoppable)


def _empty(folder: Path) -> None:
    for conversation in folder.glob("*"):
        shutil.rmtree(conversation, ignore_errors=True)


async def _nothing(_left: bool) -> None: ...  # noqa: FBT001 - a place to be filled


async def _settled() -> None: ...


async def _no() -> bool:
    return False
