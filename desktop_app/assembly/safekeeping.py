"""The composition root: temporary conversations, and the history as a whole, built and connected."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from functools import cached_property
from typing import TYPE_CHECKING

from desktop_app.domain.settings import Settings
from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.deletions import Deletions
from desktop_app.presenters.kept_speech import KeptSpeech
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.sidebar import SidebarPresenter
from desktop_app.presenters.speech import SpeechPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.temporary import TemporaryPresenter
from desktop_app.presenters.tidying import Tidying
from desktop_app.presenters.work import WorkList
from desktop_app.storage.history import History
from desktop_app.storage.paths import Profile
from desktop_app.storage.settings_file import valid_settings
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.safekeeping.temporary_mark import TemporaryMark

if TYPE_CHECKING:
    from desktop_app.assembly.writing import Writing
    from desktop_app.presenters.safekeeping import SafekeepingPresenter
    from desktop_app.ui.safekeeping.screen import SafekeepingScreen
    from desktop_app.ui.settings.dialog import SettingsDialog


class Safekeeping:
    """Backup, restore, deletion of all; what goes by age; temporary conversations."""

    def __init__(
        self,
        window: MainWindow,
        *,
        profile: Profile,
        history: History,
        conversation: ConversationPresenter,
        speech: SpeechPresenter,
        sidebar: SidebarPresenter,
        writing: Writing,
        deletions: Deletions,
        kept: KeptSpeech,
        works: WorkList,
        preferences: Preferences,
        tasks: Tasks,
        make_way: Callable[[], Awaitable[None]],
    ) -> None:
        """``make_way``: nothing writes what another history would not know."""
        self._window = window
        self._make_way = make_way
        self._history = history
        self._conversation = conversation
        self._sidebar = sidebar
        self._deletions = deletions
        self._profile = profile
        self._kept = kept
        self._works = works
        self._writing = writing
        self._preferences = preferences
        self._tasks = tasks
        self._settings: SettingsDialog | None = None
        self._mark = TemporaryMark(window)
        self.temporary = TemporaryPresenter(
            self._mark,
            window.header,
            conversation=conversation,
            speech=speech,
            deletions=deletions,
            history=history,
            tasks=tasks,
        )
        self.tidying = Tidying(
            profile=profile,
            history=history,
            preferences=preferences,
            quiet=lambda: not conversation.turns and not speech.active and not self._busy,
            spared=self._spared,
            tasks=tasks,
        )
        kept.is_temporary = history.is_temporary
        self.tidying.on_deleted = self._went_by_age
        self.tidying.compare_sound, self.tidying.sweep_sound = kept.compare, kept.sweep
        self._connect()

    def begin(self) -> None:
        self.tidying.begin()

    async def close(self) -> None:
        """Nothing half is left behind."""
        if self._wanted:
            await self.whole.close()

    @cached_property
    def whole(self) -> SafekeepingPresenter:
        """Imported and made when it is first wanted: archives are nothing a start should load."""
        from desktop_app.presenters.safekeeping import SafekeepingPresenter

        made = SafekeepingPresenter(
            lambda: self._screen,
            self._window.notices,
            profile=self._profile,
            history=self._history,
            conversation=self._conversation,
            kept=self._kept,
            works=self._works,
            tasks=self._tasks,
        )
        made.renew = self._renew
        made.settle = self._deletions.close
        made.make_way = self._make_way
        made.apply_settings = self._apply_settings
        made.spare_what_came = self.tidying.keep_all_for_ever_if_any_is_due
        return made

    def connect_settings(self, dialog: SettingsDialog) -> None:
        """What the page History asks for happens whatever becomes of the dialog."""
        self._settings = dialog
        dialog.backup_requested.connect(self._ask_backup)
        dialog.restore_requested.connect(self._ask_restore)
        dialog.delete_all_requested.connect(self._ask_delete_all)
        dialog.due_requested.connect(lambda days, spare: self._count_due(dialog, days, spare_sorted=spare))

    def _connect(self) -> None:
        window = self._window
        window.action("new_temporary").triggered.connect(self.temporary.begin)
        window.action("backup").triggered.connect(self._ask_backup)
        window.action("restore").triggered.connect(self._ask_restore)
        window.action("delete_all").triggered.connect(self._ask_delete_all)
        window.notices.step_chosen.connect(self._take_step)
        self._mark.keep_requested.connect(self.temporary.keep)
        self.temporary.has_draft = self._writing.drafts.has
        self.temporary.on_gone = self._writing.drafts.forget
        turn_to: Callable[[str | None], None] = self._conversation.on_turn

        def turn(conversation_id: str | None) -> None:
            turn_to(conversation_id)
            self.temporary.turn_to(conversation_id)

        self._conversation.on_turn = turn

    def _ask_backup(self) -> None:
        self.whole.ask_backup()

    def _ask_restore(self) -> None:
        self.whole.ask_restore()

    def _ask_delete_all(self) -> None:
        self.whole.ask_delete_all()

    def _take_step(self, key: str, step: str) -> None:
        if self._wanted and key == self.whole.notice:
            self.whole.take_step(step)

    @property
    def _wanted(self) -> bool:
        return "whole" in self.__dict__

    @property
    def _busy(self) -> bool:
        return self._wanted and self.whole.busy

    def _spared(self) -> Collection[str]:
        return {*self._conversation.running_conversations, self._conversation.open_id or ""}

    def _went_by_age(self, ids: Collection[str]) -> None:
        for conversation_id in ids:
            self._kept.forget_conversation(conversation_id)
        self._sidebar.reload()

    def _count_due(self, dialog: SettingsDialog, days: int, *, spare_sorted: bool) -> None:
        async def count() -> None:
            due = await self.tidying.due(days, spare_sorted=spare_sorted)
            dialog.show_due(len(due.ids), due.archived)

        self._tasks.start("count what would go", count())

    async def _renew(self, left: bool) -> None:  # noqa: FBT001 - ``SafekeepingPresenter.renew`` has this shape
        """All that is shown of the history is read anew; what stands in Settings may be of yesterday."""
        if self._settings is not None and self._settings.isVisible():
            self._settings.reject()
        if left:
            await self._writing.drafts.begin_anew()
        open_id = self._conversation.open_id
        if left and not self._history.is_temporary(open_id):
            await self._sidebar.open_last()
            return
        self._sidebar.reload()
        idle = open_id is not None and open_id not in self._conversation.running_conversations
        if (
            idle
            and not self._history.is_temporary(open_id)
            and (kept := await self._history.conversation(str(open_id)))
        ):
            self._conversation.new()  # it may have more messages now
            await self._conversation.open(kept)

    def _apply_settings(self, values: dict[str, object]) -> None:
        self._preferences.replace(_as_of_this_run(self._preferences.current, valid_settings(values)))

    @cached_property
    def _screen(self) -> SafekeepingScreen:
        from desktop_app.ui.safekeeping.screen import SafekeepingScreen

        made = SafekeepingScreen(self._window)
        made.backup_chosen.connect(self.whole.back_up)
        made.backup_opened.connect(self.whole.look_into)
        made.restore_chosen.connect(lambda way, settings: self.whole.restore(way, with_settings=settings))
        made.look_dropped.connect(self.whole.drop_look)
        made.delete_all_confirmed.connect(self.whole.delete_all)
        made.cancelled.connect(self.whole.cancel)
        self._window.add_line(made.line)
        return made


def _as_of_this_run(now: Settings, restored: Settings) -> Settings:
    """What came back, but for how long conversations are kept: that is decided by who sees how many would go."""
    kept = {"keep_conversations": now.keep_conversations, "keep_sorted": now.keep_sorted}
    return restored.changed(kept)
