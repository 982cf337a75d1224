"""What stands in the box and was not sent: it stays with its conversation, over restarts too.

The box tells what stands in it half a second after a change; it is written by the history's own thread. What the
history gives at the start, or when a conversation is opened, is put before what has been typed since.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop_app.domain.drafts import Draft
from desktop_app.domain.messages import Part
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import WritingView
from desktop_app.storage.drafts import Drafts


class DraftsPresenter:
    def __init__(self, view: WritingView, drafts: Drafts, tasks: Tasks) -> None:
        self._view = view
        self._drafts = drafts
        self._tasks = tasks
        self._here: str | None = None
        self._known: dict[str | None, Draft] = {}
        self._begun = False
        self._restoring = True
        self.on_left: Callable[[str | None], None] = lambda _conversation_id: None
        """Called with the conversation whose box is about to be emptied for another."""

    async def begin(self) -> None:
        """The draft of the page that is shown first, before anything is submitted."""
        self._begun = True
        await self._restore(self._here)

    def changed(self, text: str, parts: Sequence[Part]) -> None:
        """This stands in the box now."""
        if not self._restoring:  # what was kept is not in the box yet, and must not be written over
            self._keep(self._here, Draft(text, tuple(parts)))

    def turn_to(self, conversation_id: str | None) -> None:
        """Another conversation will be on the page, None: one that is none yet."""
        if not self._begun:  # what is typed while the program starts stays in the box, whatever will be on the page
            self._here = conversation_id
        elif conversation_id != self._here:
            self._view.settle_draft()
            self.on_left(self._here)
            self._here = conversation_id
            self._view.begin_draft()
            self._restoring = conversation_id not in self._known
            if self._restoring:
                self._tasks.start("restore the draft", self._restore(conversation_id))
            else:
                known = self._known[conversation_id]
                self._view.restore_draft(known.text, known.parts)

    def add(self, conversation_id: str | None, part: Part) -> None:
        """Something more belongs to a draft, which may be in the box again by now."""
        if conversation_id == self._here and not self._restoring:
            self._view.restore_draft("", (part,))
        elif (known := self._known.get(conversation_id)) is not None:
            self._keep(conversation_id, replace(known, parts=(*known.parts, part)))

    def has(self, conversation_id: str) -> bool:
        """Whether something is begun in its box, as far as that was told."""
        return bool(self._known.get(conversation_id))

    def forget(self, conversation_id: str) -> None:
        """It is gone, and what stood in its box with it."""
        self._known.pop(conversation_id, None)

    async def begin_anew(self) -> None:
        """Behind a restored backup: the box of the page has what the history says, whatever stood in it."""
        self._known.clear()
        self._view.begin_draft()
        self._restoring = True
        await self._restore(self._here)

    def look_again(self) -> None:
        """An import may have brought something for the page that is no conversation yet, where nothing was begun."""
        if None in self._known and not self._known[None]:
            del self._known[None]
            if self._here is None:
                self._restoring = True
                self._tasks.start("restore the draft", self._restore(None))

    def begun(self, conversation_id: str) -> None:
        """The page has become a conversation; what still stands in the box goes with it."""
        self._view.settle_draft()
        draft = self._known.get(None, Draft())
        self._here = conversation_id
        self._keep(None, Draft())
        self._keep(conversation_id, draft)

    async def close(self) -> None:
        """Returns when all that stands in the box is kept."""
        self._view.settle_draft()
        if not self._restoring:
            await self._drafts.keep(self._here, self._known.get(self._here, Draft()))

    def _keep(self, conversation_id: str | None, draft: Draft) -> None:
        before = self._known.get(conversation_id, Draft())
        self._known[conversation_id] = draft
        if before != draft:
            self._tasks.start("keep the draft", self._drafts.keep(conversation_id, draft))

    async def _restore(self, conversation_id: str | None) -> None:
        draft = await self._drafts.get(conversation_id)
        if conversation_id == self._here and conversation_id not in self._known:
            self._restoring = False
            self._known[conversation_id] = draft
            self._view.restore_draft(draft.text, draft.parts)
