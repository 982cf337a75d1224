"""Pictures that were sent along, for the page: asked for by their addresses, ``blob:`` and the name of their bytes."""

from __future__ import annotations

from typing import Final

from desktop_app.presenters.remote_pictures import PictureView
from desktop_app.presenters.tasks import Tasks
from desktop_app.storage.pictures import Pictures

SCHEME: Final = "blob:"


class KeptPictures:
    def __init__(self, view: PictureView, pictures: Pictures, tasks: Tasks) -> None:
        self._view = view
        self._pictures = pictures
        self._tasks = tasks
        self._under_way: set[str] = set()

    def load(self, address: str) -> None:
        """Brings it to the page, or that it is gone; all other addresses are not meant for this."""
        if address.startswith(SCHEME) and address not in self._under_way:
            self._under_way.add(address)
            self._tasks.start("load a kept picture", self._load(address))

    async def _load(self, address: str) -> None:
        blob = address.removeprefix(SCHEME)
        try:
            contents = await self._pictures.contents([blob])
        finally:
            self._under_way.discard(address)
        self._view.show_image(address, contents.get(blob))
