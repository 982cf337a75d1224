"""Prompts that are used again: those that were saved under a name, and those that were asked before."""

from __future__ import annotations

from desktop_app.domain.prompts import SavedPrompt
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import PromptsView
from desktop_app.storage.prompts import Prompts

ASKED = 200
"""So far back Up goes."""


class PromptsPresenter:
    """Nothing is read before it is wanted."""

    def __init__(self, prompts: Prompts, tasks: Tasks, *views: PromptsView) -> None:
        self._views = list(views)
        self._prompts = prompts
        self._tasks = tasks

    def list_saved(self) -> None:
        self._tasks.start("list the saved prompts", self._show_saved())

    def list_asked(self) -> None:
        self._tasks.start("list what was asked", self._show_asked())

    def keep(self, prompt: SavedPrompt) -> None:
        """A new one, or the new name and text of one that is there."""
        self._tasks.start("keep a prompt", self._keep(prompt))

    def delete(self, prompt_id: str) -> None:
        self._tasks.start("delete a prompt", self._delete(prompt_id))

    async def _keep(self, prompt: SavedPrompt) -> None:
        await self._prompts.keep(prompt)
        await self._show_saved()

    async def _delete(self, prompt_id: str) -> None:
        await self._prompts.delete(prompt_id)
        await self._show_saved()

    async def _show_saved(self) -> None:
        saved = await self._prompts.saved()
        for view in self._views:
            view.show_prompts(saved)

    async def _show_asked(self) -> None:
        asked = await self._prompts.asked(ASKED)
        for view in self._views:
            view.show_asked(asked)
