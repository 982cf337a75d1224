"""What happens when a link of the page is pressed: an address goes out, the page's own links do what they say."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop_app.markdown.blocks import Block, BlockKind
from desktop_app.ui.transcript.compositions.composition import Link
from desktop_app.ui.transcript.looks.links import OwnAction, own_action, safe_address
from desktop_app.ui.transcript.page.places import Place
from desktop_app.ui.transcript.page.reading_page import ReadingPage


class OwnLinks(QObject):
    """The signals are those of the view."""

    link_activated = Signal(str)
    read_code_requested = Signal(str, int, int)
    code_copied = Signal()
    save_code_requested = Signal(str, str)
    image_requested = Signal(str)
    branch_step_requested = Signal(str, int)
    step_requested = Signal(str, str)

    def __init__(self, page: ReadingPage) -> None:
        super().__init__(page)
        self._page = page

    def press(self, entry: int, piece: int, link: Link) -> None:
        own = own_action(link.href)
        if own is None:
            if address := safe_address(link.href):
                self.link_activated.emit(address)
            return
        match own.verb:
            case "read" | "copy" | "save":
                self._on_code(own, self._page.entries[entry].pieces[piece].block)
            case "note" | "back":
                self._jump(entry, "back" if own.verb == "note" else "note", own.word)
            case "earlier" | "later":
                self.branch_step_requested.emit(own.message_id, 1 if own.verb == "later" else -1)
            case "load":
                self.image_requested.emit(own.word)
            case _:
                self.step_requested.emit(own.message_id, own.verb)

    def _on_code(self, own: OwnAction, block: Block | None) -> None:
        if block is None or block.kind is not BlockKind.CODE:
            return
        if own.verb == "read":
            self.read_code_requested.emit(own.message_id, block.start, block.end)
        elif own.verb == "save":
            self.save_code_requested.emit(block.text, block.language)
        else:
            QGuiApplication.clipboard().setText(block.text)
            self.code_copied.emit()

    def _jump(self, entry: int, verb: str, word: str) -> None:
        """To the other end of a footnote, in the same message."""
        for number, composition in enumerate(self._page.entries.pieces(entry)):
            for link in composition.links:
                own = own_action(link.href)
                if own is not None and (own.verb, own.word) == (verb, word):
                    self._page.show_place(Place(entry, number, link.start))
                    return
