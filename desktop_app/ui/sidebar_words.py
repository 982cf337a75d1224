"""What is said of a row of the side beside its title: to a screen reader, and where the pointer rests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.counts import Counts

if TYPE_CHECKING:
    from desktop_app.domain.messages import Conversation, Folder
    from desktop_app.ui.sidebar_sections import Section


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
        _tr("pinned") if talk.pinned else "",
        _news(rows, talk),
        _tr("in the folder {0}").format(folder) if folder else "",
        _tr("archived") if talk.archived else "",
    )
    return ", ".join(filter(None, said))


def tip(rows: Rows, section: Section, talk: Conversation | None) -> str:
    """The whole title, of which the row may show the beginning only, and what happens there."""
    if talk is None:
        return section.name
    return " — ".join(filter(None, (talk.title, _news(rows, talk))))


def _described_heading(rows: Rows, section: Section) -> str:
    said = (
        _tr("folder") if section.is_folder else "",
        Counts().conversations(len(section.talks)),
        _tr("folded") if section.folded else _tr("unfolded"),
        _tr("being answered") if rows.runs_within(section) else "",
    )
    return ", ".join(filter(None, said))


def _news(rows: Rows, talk: Conversation) -> str:
    runs, waits = rows.news_of(talk)
    if waits:
        return _tr("has something to say")
    return _tr("being answered") if runs else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sidebar", text)
