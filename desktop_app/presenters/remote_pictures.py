"""Pictures at addresses on the web: shown when the reader asks for one, each fetched once in a run."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final, Protocol
from urllib.parse import urlsplit

from desktop_app.domain.errors import UserError
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import Notice, NoticeView

PICTURE_NOTICE: Final = "picture"

Fetch = Callable[[str, str], Awaitable[bytes]]
"""The address and the host of the chat server; raises UserErrors."""


class PictureView(Protocol):
    def show_image(self, address: str, data: bytes | None) -> None:
        """The file of the picture at the address; None where it cannot be had."""


class RemotePictures:
    """``load`` is what a press on the picture's place asks for."""

    def __init__(
        self, view: PictureView, notices: NoticeView, *, fetch: Fetch, preferences: Preferences, tasks: Tasks
    ) -> None:
        self._view = view
        self._notices = notices
        self._fetch = fetch
        self._preferences = preferences
        self._tasks = tasks
        self._under_way: set[str] = set()

    def load(self, address: str) -> None:
        if urlsplit(address).scheme == "blob":  # one that was sent along: ``kept_pictures`` brings it
            return
        if address not in self._under_way:
            self._under_way.add(address)
            self._notices.clear_notice(PICTURE_NOTICE)
            self._tasks.start("load a picture", self._load(address))

    async def _load(self, address: str) -> None:
        own_host = urlsplit(self._preferences.current.server_url).hostname or ""
        try:
            data = await self._fetch(address, own_host)
        except UserError as error:
            self._view.show_image(address, None)
            self._notices.show_notice(Notice(PICTURE_NOTICE, error))
        else:
            self._view.show_image(address, data)
        finally:
            self._under_way.discard(address)
