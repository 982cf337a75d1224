"""What is said of a row of the side beside its title: to a screen reader, and where the pointer rests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from desktop_app.ui.counts import Counts
from desktop_app.ui.translation import translate

if TYPE_CHECKING:
    from desktop_app.domain.messages import Conversation, Folder
    from desktop_app.ui.sidebar.sections import Section


class Rows(Protocol):
    """What is asked of the list."""

    @property
    def folders(self) -> Sequence[Folder]: ...

    def news_of(self, talk: Conversation) -> tuple[bool, bool]: ...

    def runs_within(self, section: Section) -> bool: ...


def described(rows: Rows, section: Section, talk: Conversation | None) -> str:
    """For a screen reader, behind the title or the name."""
    if talk is None:
        return _described_heading(rows, section) if section.fold else ""
    folder = next((one.name for one in rows.folders if one.id == talk.folder_id), "")
    said = (
        translate("Sidebar", "pinned") if talk.pinned else "",
        _news(rows, talk),
        translate("Sidebar", "in the folder {0}").format(folder) if folder else "",
        translate("Sidebar", "archived") if talk.archived else "",
    )
    return ", ".join(filter(None, said))


def tip(rows: Rows, section: Section, talk: Conversation | None) -> str:
    """The whole title, of which the row may show the beginning only, and what happens there."""
    if talk is None:
        return section.name
    return " — ".join(filter(None, (talk.title, _news(rows, talk))))


def _described_heading(rows: Rows, section: Section) -> str:
    said = (
        translate("Sidebar", "folder") if section.is_folder else "",
        Counts().conversations(len(section.talks)),
        translate("Sidebar", "folded") if section.folded else translate("Sidebar", "unfolded"),
        translate("Sidebar", "being answered") if rows.runs_within(section) else "",
    )
    return ", ".join(filter(None, said))


def _news(rows: Rows, talk: Conversation) -> str:
    runs, waits = rows.news_of(talk)
    if waits:
        return translate("Sidebar", "has something to say")
    return translate("Sidebar", "being answered") if runs else ""
