"""What is dragged over the list: conversations go into the section they are dropped on, folders to another place."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDropEvent

from desktop_app.ui.sidebar.model import CONVERSATIONS_TYPE, FOLDER_TYPE
from desktop_app.ui.sidebar.sections import ARCHIVED_ORDER, PINNED_ORDER, Order, Section
from desktop_app.ui.sidebar.view import ConversationRowsView


def aim_of(view: ConversationRowsView, event: QDropEvent) -> Order | None:
    """The section it would be dropped in; None where it is nothing of this list, or it cannot go there."""
    if event.source() is not view:
        return None
    section = _section(view, event)
    if section is None:
        return None
    if event.mimeData().hasFormat(CONVERSATIONS_TYPE):
        return section.order
    return section.order if event.mimeData().hasFormat(FOLDER_TYPE) and section.is_folder else None


def drop(view: ConversationRowsView, event: QDropEvent) -> bool:
    """Asks for what is meant by it; False where nothing is."""
    section, data = _section(view, event), event.mimeData()
    if event.source() is not view or section is None:
        return False
    if data.hasFormat(CONVERSATIONS_TYPE):
        _drop_conversations(view, _text(data, CONVERSATIONS_TYPE).split("\n"), section)
        return True
    if data.hasFormat(FOLDER_TYPE) and section.is_folder:
        _drop_folder(view, _text(data, FOLDER_TYPE), section.fold)
        return True
    return False


def _section(view: ConversationRowsView, event: QDropEvent) -> Section | None:
    index = view.indexAt(event.position().toPoint())
    return view.rows.at(index.row())[0] if index.isValid() else None


def _text(data: QMimeData, kind: str) -> str:
    return bytes(data.data(kind).data()).decode()


def _drop_conversations(view: ConversationRowsView, ids: list[str], section: Section) -> None:
    """Each is then in this section, whatever else it was before."""
    talks = [talk for one in ids if (talk := view.rows.get(one)) is not None]
    archived = section.order == ARCHIVED_ORDER
    if others := [talk.id for talk in talks if talk.archived != archived]:
        view.archive_requested.emit(others, archived)
    if archived:
        return
    pinned = section.order == PINNED_ORDER
    if others := [talk.id for talk in talks if talk.pinned != pinned]:
        view.pin_requested.emit(others, pinned)
    folder = section.fold if section.is_folder else ""
    if not pinned and (others := [talk.id for talk in talks if (talk.folder_id or "") != folder]):
        view.move_requested.emit(others, folder)


def _drop_folder(view: ConversationRowsView, folder_id: str, onto: str) -> None:
    """It takes the place of the one it is dropped on."""
    order = [one.id for one in view.rows.folders]
    if folder_id in order and folder_id != onto:
        place = order.index(onto)
        order.remove(folder_id)
        order.insert(place, folder_id)
        view.folders_ordered.emit(order)
