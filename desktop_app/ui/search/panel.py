"""Search everything, laid over the window: type, walk what is found without leaving the field, Enter goes there.

It is made when it is first opened. What was typed last is still there the next time, selected.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QRect, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.found import Findings, FoundMessage
from desktop_app.domain.search import parse
from desktop_app.ui.announcing import announce
from desktop_app.ui.counts import Counts
from desktop_app.ui.overlay import MARGIN, Overlay
from desktop_app.ui.parts import label
from desktop_app.ui.search.filters import FilterHelp, FilterHints, completed, completions
from desktop_app.ui.search.found_list import FoundList
from desktop_app.ui.theme import Theme

_WIDEST: Final = 680
_TOP: Final = 56
_TOLD: Final = 600
"""Milliseconds after the last letter until a screen reader is told how many there are."""
_PAGE: Final = 5


class SearchPanel(Overlay):
    """``typed``: the words are others. ``chosen``: a conversation and a message of it, empty for all of it."""

    typed = Signal(str)
    chosen = Signal(str, str)
    more_wanted = Signal(int)
    """Messages from this number on."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        rows = FoundList(theme)
        super().__init__(window, rows, page=_PAGE)
        self._findings: Findings | None = None
        self.box.setAccessibleName(self.tr("Search everything"))
        self.field.setAccessibleName(self.tr("Search"))
        self.field.setPlaceholderText(self.tr("Search all conversations"))
        self.hints = FilterHints()
        self.help = FilterHelp()
        self.field.setAccessibleDescription(self.help.words)
        self.list = rows
        self.foot = label("", "small")
        self.foot.setContentsMargins(MARGIN + 4, 6, MARGIN, 8)
        self._tell_soon = QTimer(self, singleShot=True, interval=_TOLD)
        for part in (self.hints, self.help, self.list, self.foot):
            self.column.addWidget(part)
        self.hints.hide()
        self.foot.hide()
        self._connect()

    @property
    def text(self) -> str:
        return self.field.text()

    def open(self, text: str | None = None) -> None:
        """``text`` None or empty: with what was typed last, selected."""
        self.come()
        if text and text != self.text:
            self.field.setText(text)
        else:
            self.field.selectAll()
            self._take_text(self.text)

    def show_findings(self, findings: Findings | None) -> None:
        """In the place of those before; None where nothing is asked for."""
        self._findings = findings
        self.help.setVisible(findings is None)
        self.list.show_findings(findings or Findings())
        self._show_foot()
        self.place()
        self._tell_soon.start()

    def add_findings(self, findings: Findings) -> None:
        """Further messages of the same search."""
        self.list.rows.add(findings)

    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)

    def place(self) -> None:
        self.cover_window()
        width = min(_WIDEST, self.width() - 2 * MARGIN)
        top = min(_TOP, max(MARGIN, self.height() // 10))
        self.list.setVisible(self.list.rows.rowCount() > 0)
        self.list.setFixedWidth(width - 2)
        beside = sum(part.sizeHint().height() for part in (self.hints, self.foot, self.help) if not part.isHidden())
        self.list.fit(max(90, self.height() - top - MARGIN - self.field.height() - beside - 12))
        for part in (self.hints, self.help):
            if (inner := part.layout()) is not None:
                inner.activate()  # else what it needs would be known a moment later
        column = self.column
        high = column.totalHeightForWidth(width) if column.hasHeightForWidth() else self.box.sizeHint().height()
        high = min(max(high, 60), self.height() - top - 4)
        self.put_box(QRect((self.width() - width) // 2, top, width, high))

    def take_tab(self) -> None:
        """The first filter that is offered is written out."""
        if self.hints.offered:
            self._complete(self.hints.offered[0])

    def _take_text(self, text: str) -> None:
        if self.hints.offer(completions(text)):
            self.place()
        self.typed.emit(text)

    def _complete(self, word: str) -> None:
        self.field.setText(completed(self.text, word))

    def _choose(self, index: QModelIndex) -> None:
        found = self.list.rows.row(index.row())
        if found is not None:
            self.close_box()
            self.chosen.emit(found.conversation_id, found.message_id if isinstance(found, FoundMessage) else "")

    def _show_foot(self) -> None:
        words = self._in_words()
        self.foot.setText(words)
        self.foot.setVisible(bool(words))

    def _in_words(self) -> str:
        """How many there are, and how much could not be looked at yet."""
        found = self._findings
        unread = [one for one in parse(self.text).unread if not one.endswith(":") and one not in self.hints.begun]
        unclear = self.tr("Not understood: {0}").format(" ".join(unread)) if unread else ""
        if found is None:
            return unclear
        counts = Counts()
        if found.more or found.partial:
            count = self.tr("More than {0}: the best of the newest").format(counts.messages(found.total))
        elif found.total or not found.titles:
            count = counts.messages(found.total) if found.total else self.tr("Nothing found.")
        else:
            count = ""
        titles = counts.conversations(len(found.titles)) if found.titles else ""
        return "  ·  ".join(filter(None, (titles, count, unclear, self._of_the_index(found))))

    def _of_the_index(self, found: Findings) -> str:
        """Empty where all is well with it."""
        if found.plain:
            return self.tr("looked through without an index, which cannot be written now")
        return self.tr("still indexing: {0} %").format(int(found.indexed * 100)) if found.indexed < 1 else ""

    def _tell(self) -> None:
        """What was found, when one has stopped typing."""
        words = self.foot.text()
        if self.isVisible() and words and self._findings is not None:
            announce(self.field, f"{words} {self.list.current_words}".strip())

    def _tell_row(self, words: str) -> None:
        """The keyboard stays in the field, so a screen reader has to be told which row is meant."""
        if self.isVisible():
            self._tell_soon.stop()
            announce(self.field, words, at_once=True)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._take_text)
        self.hints.taken.connect(self._complete)
        self.list.chosen.connect(self._choose)
        self.list.pointed.connect(self._tell_row)
        self.list.more_wanted.connect(self.more_wanted)
        self._tell_soon.timeout.connect(self._tell)
        self.closed.connect(self._tell_soon.stop)
