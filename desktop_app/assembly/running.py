"""The composition root: what runs, gathered, shown and stopped, and how many requests a server gets at once."""

from __future__ import annotations

from desktop_app.domain.settings import Settings
from desktop_app.presenters.connection import Connection
from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.speech import SpeechPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.turns import Turns
from desktop_app.presenters.views import WorkView
from desktop_app.presenters.work import WorkList
from desktop_app.presenters.work_panel import WorkPanelPresenter
from desktop_app.presenters.work_sources import Replies, Voices
from desktop_app.storage.history import History
from desktop_app.ui.main_window import MainWindow


class Running:
    """The list of all that runs (``works``) with those who tell it, the place in the window that counts it, the panel.

    It hears of the conversation and the voice besides whoever was told before it.
    """

    def __init__(
        self,
        window: MainWindow,
        works: WorkList,
        *,
        conversation: ConversationPresenter,
        speech: SpeechPresenter,
        turns: Turns,
        connection: Connection,
        history: History,
        preferences: Preferences,
        tasks: Tasks,
    ) -> None:
        self._window = window
        self._works = works
        self._conversation = conversation
        self._speech = speech
        self._connection = connection
        self._history = history
        self._tasks = tasks
        self.replies = Replies(turns, works, conversation.stop_turn)
        self.voices = Voices(speech, works)
        self.panel = WorkPanelPresenter(
            works,
            window.header,
            self._make_panel,
            shown=lambda: conversation.open_id,
            title_of=self._title,
            tasks=tasks,
        )
        self._limit(preferences.current, preferences.current)
        preferences.listen(self._limit)
        self._connect()

    def _connect(self) -> None:
        window, conversation, speech = self._window, self._conversation, self._speech
        window.header.running_requested.connect(self.panel.open)
        window.stop_all_requested.connect(self._works.stop_all)
        window.hear_next_requested.connect(self._hear_next)
        self._tell_conversation, conversation.on_change = conversation.on_change, self._conversation_changed
        self._tell_activity, speech.on_activity = speech.on_activity, self._speech_changed
        self._show_waiting()

    def _make_panel(self) -> WorkView:
        from desktop_app.ui.running.panel import WorkPanel

        panel = WorkPanel(self._window)
        panel.refresh_wanted.connect(self.panel.refresh)
        panel.stop_requested.connect(self.panel.stop)
        panel.stop_all_requested.connect(self.panel.stop_all)
        panel.conversation_requested.connect(self._go_to)
        return panel

    def _conversation_changed(self) -> None:
        self._tell_conversation()
        self.panel.count()
        self._show_waiting()

    def _speech_changed(self) -> None:
        self._tell_activity()
        self.panel.count()

    def _show_waiting(self) -> None:
        self._window.action("hear_next").setEnabled(bool(self._speech.waiting))

    def _hear_next(self) -> None:
        if waiting := self._speech.waiting:
            self._go_to(waiting[0].conversation_id)

    def _go_to(self, conversation_id: str) -> None:
        self._tasks.start("go to what runs", self._open(conversation_id))

    async def _open(self, conversation_id: str) -> None:
        if (kept := await self._history.conversation(conversation_id)) is not None:
            await self._conversation.open(kept)

    async def _title(self, conversation_id: str) -> str | None:
        kept = await self._history.conversation(conversation_id)
        return kept.title if kept is not None else None

    def _limit(self, _before: Settings, after: Settings) -> None:
        self._connection.limit_requests(after.requests_at_once)
