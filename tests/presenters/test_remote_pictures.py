"""A picture on the web is fetched when it is asked for, once at a time, and trouble with it is told."""

from __future__ import annotations

import asyncio
from pathlib import Path

from desktop_app.domain.errors import PictureNotLoaded, UserError
from desktop_app.domain.settings import Settings
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.remote_pictures import PICTURE_NOTICE, RemotePictures
from desktop_app.presenters.tasks import Tasks
from tests.support.fake_views import FakeNotices

ADDRESS = "https://example.org/cat.png"


class _Desk:
    """``asked``: (address, own host) of each fetch, which waits for ``answer``."""

    def __init__(self, folder: Path) -> None:
        self.shown: list[tuple[str, bytes | None]] = []
        self.asked: list[tuple[str, str]] = []
        self.answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self.notices = FakeNotices()
        self.tasks = Tasks()
        settings = Settings(server_url="http://localhost:11434/v1")
        preferences = Preferences(settings, {}, folder / "settings.json", self.tasks)
        self.pictures = RemotePictures(self, self.notices, fetch=self._fetch, preferences=preferences, tasks=self.tasks)

    def show_image(self, address: str, data: bytes | None) -> None:
        self.shown.append((address, data))

    async def _fetch(self, address: str, own_host: str) -> bytes:
        self.asked.append((address, own_host))
        return await asyncio.shield(self.answer)

    async def settle(self, answer: bytes | UserError) -> None:
        if isinstance(answer, UserError):
            self.answer.set_exception(answer)
        else:
            self.answer.set_result(answer)
        await asyncio.gather(*self.tasks._running)


async def test_it_is_fetched_once_however_often_it_is_pressed(tmp_path: Path) -> None:
    desk = _Desk(tmp_path)
    desk.pictures.load(ADDRESS)
    desk.pictures.load(ADDRESS)
    await asyncio.sleep(0)
    await desk.settle(b"cat")
    assert desk.asked == [(ADDRESS, "localhost")]
    assert desk.shown == [(ADDRESS, b"cat")]
    assert not desk.notices.ever


async def test_trouble_is_told_and_it_can_be_pressed_again(tmp_path: Path) -> None:
    desk = _Desk(tmp_path)
    error = PictureNotLoaded("The picture could not be loaded.")
    desk.pictures.load(ADDRESS)
    await asyncio.sleep(0)
    await desk.settle(error)
    assert desk.shown == [(ADDRESS, None)]
    assert desk.notices.shown[PICTURE_NOTICE].error is error
    desk.answer = asyncio.get_running_loop().create_future()
    desk.pictures.load(ADDRESS)
    assert PICTURE_NOTICE not in desk.notices.shown
    await asyncio.sleep(0)
    await desk.settle(b"cat")
    assert desk.shown[-1] == (ADDRESS, b"cat")


async def test_one_that_was_sent_along_is_nothing_of_the_web(tmp_path: Path) -> None:
    desk = _Desk(tmp_path)
    desk.pictures.load("blob:0123456789abcdef")
    assert (desk.asked, desk.shown, desk.tasks._running) == ([], [], set())
