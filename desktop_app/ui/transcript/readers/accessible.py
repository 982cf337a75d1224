"""What a screen reader sees of the page: one text, the messages in sight as its parts, the link that has the keyboard.

Nothing here exists before a screen reader (or another program by the same interface) has asked for the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget

from desktop_app.ui.announcing import Announcer
from desktop_app.ui.transcript.compositions.mapping import cut
from desktop_app.ui.transcript.looks.words import translate
from desktop_app.ui.transcript.page.page import Page
from desktop_app.ui.transcript.page.places import Place

if TYPE_CHECKING:
    from desktop_app.ui.transcript.readers.mirror import Mirror

_LONGEST_NAME = 120
_FEW = 60
"""Messages in sight at once that are parts of the page; there is no window so tall."""


def interface_of(what: QObject) -> QAccessibleInterface | None:
    """The page's interface, which Qt keeps from then on; None of what is no page."""
    return _PageInterface(what) if isinstance(what, Page) else None


class _PageInterface(QAccessibleWidget):
    """A text of many lines that cannot be edited, as the screen readers of all systems know it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, QAccessible.Role.EditableText)
        self.page = page
        self._mirror: Mirror | None = None
        self._messages: list[_MessagePart] = []
        self._link = _LinkPart(self)
        page.link_focused.connect(self._tell_link)
        page.focus_changed.connect(self._tell_message)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind is QAccessible.InterfaceType.TextInterface:
            if self._mirror is None:
                from desktop_app.ui.transcript.readers.mirror import (
                    Mirror,  # not every program that asks for a page reads it
                )

                self._mirror = Mirror(self.page)
            text = QAccessible.queryAccessibleInterface(self._mirror).textInterface()
            return shiboken6.VoidPtr(shiboken6.getCppPointer(text)[0])
        address = super().interface_cast(kind)
        return shiboken6.VoidPtr(0) if address is None else address  # None would be taken for an address

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = 1
        return state

    # Its parts: the widgets on it, the messages in sight, the link

    def childCount(self) -> int:
        return super().childCount() + len(self._parts())

    def child(self, index: int) -> QAccessibleInterface:
        widgets = super().childCount()
        parts = self._parts()
        if index < widgets or index >= widgets + len(parts):
            return super().child(index)
        return parts[index - widgets]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        parts = self._parts()
        return super().childCount() + parts.index(child) if child in parts else super().indexOfChild(child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        point = QPoint(x, y)
        for part in reversed(self._parts()):
            if part.rect().contains(point):
                return part
        return super().childAt(x, y)

    def focusChild(self) -> QAccessibleInterface:
        if self.page.hasFocus() and self.page.focused_link is not None:
            return self._link
        return super().focusChild()

    def _parts(self) -> list[QAccessibleInterface]:
        """Made once and never let go: a screen reader may hold any of them for as long as it likes."""
        shown = self.messages_in_sight()
        while len(self._messages) < len(shown):
            self._messages.append(_MessagePart(self, len(self._messages)))
        link = [self._link] if self.page.focused_link is not None else []
        return [*self._messages[: len(shown)], *link]

    def messages_in_sight(self) -> range:
        sight = self.page.sight() if len(self.page.entries) else None
        if sight is None:
            return range(0)
        return range(sight[0].entry, min(sight[1].entry + 1, sight[0].entry + _FEW))

    def on_screen(self, box: QRectF) -> QRect:
        """What of the viewport's rectangle is in sight, on the screen."""
        viewport = self.page.viewport()
        seen = box.toAlignedRect() & viewport.rect()
        return QRect(viewport.mapToGlobal(seen.topLeft()), seen.size())

    # What is told

    def _tell_link(self) -> None:
        """The keyboard came to a link or left it."""
        if QAccessible.isActive() and self.page.hasFocus():
            focused = self._link if self.page.focused_link is not None else self
            QAccessible.updateAccessibility(QAccessibleEvent(focused, QAccessible.Event.Focus))

    def _tell_message(self, entry: int) -> None:
        """The keyboard went to a message as a whole."""
        if 0 <= entry < len(self.page.entries):
            Announcer(self.page).announce(message_name(self.page, entry))


def message_name(page: Page, entry: int) -> str:
    """Whose message it is and how it begins."""
    message = page.entries[entry]
    pieces = page.entries.pieces(entry)
    first = next((line for piece in pieces for line in piece.text.splitlines() if line.strip()), "")
    words = first if len(first) <= _LONGEST_NAME else first[: _LONGEST_NAME - 1] + "…"
    name = translate("Transcript", "You: {0}") if message.mine else translate("Transcript", "Answer: {0}")
    return name.format(words)


class _Part(QAccessibleInterface):
    """Something on the page that is no widget."""

    def __init__(self, page: _PageInterface) -> None:
        super().__init__()
        self._page = page

    def isValid(self) -> bool:
        return shiboken6.isValid(self._page) and shiboken6.isValid(self._page.page)

    def object(self) -> QObject | None:  # type: ignore[override]  # it has none
        return None

    def window(self) -> QWindow:
        return self._page.window()

    def parent(self) -> QAccessibleInterface:
        return self._page

    def child(self, index: int) -> None:  # type: ignore[override]  # noqa: ARG002 - it has none
        return None

    def childCount(self) -> int:
        return 0

    def childAt(self, x: int, y: int) -> None:  # type: ignore[override]  # noqa: ARG002
        return None

    def focusChild(self) -> None:  # type: ignore[override]
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002
        return -1

    def relations(self, match: Any = None) -> list[Any]:  # noqa: ARG002
        return []

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:  # noqa: ARG002
        return shiboken6.VoidPtr(0)

    def setText(self, kind: QAccessible.Text, text: str) -> None: ...

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()

    def state(self) -> QAccessible.State:
        return QAccessible.State()


class _MessagePart(_Part):
    """The message that is now the ``number``-th in sight."""

    def __init__(self, page: _PageInterface, number: int) -> None:
        super().__init__(page)
        self._number = number

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Section

    def text(self, kind: QAccessible.Text) -> str:
        entry = self._entry()
        return message_name(self._page.page, entry) if kind is QAccessible.Text.Name and entry is not None else ""

    def rect(self) -> QRect:
        entry, page = self._entry(), self._page.page
        if entry is None:
            return QRect()
        box = page.box_of(Place(entry, 0, 0))
        last = len(page.entries.pieces(entry)) - 1
        end = page.box_of(Place(entry, last, page.entries.pieces(entry)[last].length)) if last >= 0 else box
        width = float(page.viewport().width())
        return self._page.on_screen(QRectF(0.0, box.top(), width, max(end.bottom() - box.top(), 0.0)))

    def _entry(self) -> int | None:
        shown = self._page.messages_in_sight()
        return shown[self._number] if self._number < len(shown) else None


class _LinkPart(_Part):
    """The link that has the keyboard."""

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Link

    def text(self, kind: QAccessible.Text) -> str:
        focused = self._page.page.focused_link
        if focused is None:
            return ""
        entry, piece, link = focused
        if kind is QAccessible.Text.Description:
            return link.tip
        if kind is not QAccessible.Text.Name:
            return ""
        pieces = self._page.page.entries.pieces(entry)
        if piece >= len(pieces):
            return ""
        return pieces[piece].plain(link.start, link.end) or link.tip or cut(pieces[piece].text, link.start, link.end)

    def rect(self) -> QRect:
        focused, page = self._page.page.focused_link, self._page.page
        if focused is None:
            return QRect()
        entry, piece, link = focused
        start, end = page.box_of(Place(entry, piece, link.start)), page.box_of(Place(entry, piece, link.end))
        one_line = start.top() == end.top()
        right = end.right() if one_line else float(page.viewport().width())
        return self._page.on_screen(QRectF(start.left(), start.top(), right - start.left(), start.height()))

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = state.focused = state.linked = 1
        return state
