"""The page before anything is chosen: a key, a server on this machine, or the demo; each is one click."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence

from desktop_app.domain.errors import UserError
from desktop_app.domain.settings import OPENAI_URL, ChatSource, Settings, SpeechSource
from desktop_app.presenters.connection import Connection
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import FirstStartView, FoundServer, Notice, NoticeView
from desktop_app.storage.keys import KeyStore

ServerSearch = Callable[[], Awaitable[Sequence[FoundServer]]]


class FirstStartPresenter:
    """Visible while nobody was chosen to answer, whatever made that so.

    ``key_url`` is where a pasted key belongs: OpenAI, or what OPENAI_BASE_URL names.
    """

    def __init__(
        self,
        view: FirstStartView,
        notices: NoticeView,
        *,
        connection: Connection,
        keys: KeyStore,
        preferences: Preferences,
        search: ServerSearch,
        key_url: str = OPENAI_URL,
        tasks: Tasks,
    ) -> None:
        self._view = view
        self._notices = notices
        self._connection = connection
        self._keys = keys
        self._preferences = preferences
        self._search = search
        self._key_url = key_url
        self._tasks = tasks
        preferences.listen(self._settings_changed)

    def begin(self) -> None:
        """Shows the page and looks for servers, if nobody was chosen yet."""
        unset = self._preferences.current.chat_source is ChatSource.UNSET
        self._view.set_visible(visible=unset)
        if unset:
            self._tasks.start("look for servers", self._look())

    def submit_key(self, key: str) -> None:
        self._view.show_key_problem(None)
        self._view.set_checking(checking=True)
        self._tasks.start("check the key", self._check(key.strip()))

    def choose_server(self, server: FoundServer) -> None:
        """A local server rarely speaks, so speech comes from the voice that is built in."""
        self._preferences.change(
            chat_source=ChatSource.SERVER,
            server_url=server.url,
            model=_one_that_talks(server.models) or self._preferences.current.model,
            speech_source=SpeechSource.HIBARI,
            voice="",
        )

    def choose_demo(self) -> None:
        self._preferences.change(**DEMO)

    async def _look(self) -> None:
        self._view.show_servers((), searching=True)
        self._view.show_servers(tuple(await self._search()), searching=False)

    async def _check(self, key: str) -> None:
        try:
            await self._connection.check(self._key_url, key, self._preferences.current.model)
        except UserError as error:
            self._view.show_key_problem(error)
            return
        finally:
            self._view.set_checking(checking=False)
        # The page goes now, and the key is known in the same step: a keyring may take as long as it likes to store it.
        self._preferences.change(chat_source=ChatSource.SERVER, server_url=self._key_url)
        if (trouble := await self._keys.keep(self._key_url, key)) is not None:
            self._notices.show_notice(Notice("keyring", trouble))

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        if before.chat_source is not after.chat_source:
            self._view.set_visible(visible=after.chat_source is ChatSource.UNSET)


def _one_that_talks(models: Sequence[str]) -> str:
    """The first that is not, by its name, made for searching, hearing or speaking; empty where none is listed."""
    return next((model for model in models if not _OTHER_WORK.search(model)), models[0] if models else "")


_OTHER_WORK = re.compile(r"embed|minilm|\bbge\b|rerank|whisper|\btts\b|\bclip\b", re.IGNORECASE)

DEMO: dict[str, object] = {
    "chat_source": ChatSource.DEMO,
    "speech_source": SpeechSource.HIBARI,
    "voice": "",
    "spoken_replies": True,
}
"""What ``--demo`` and the demo card choose: prepared answers, and the voice that needs no network."""
