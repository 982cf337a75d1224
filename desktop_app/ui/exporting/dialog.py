"""What shall be exported, as what, and with what in it: one small window before the system's own asks where."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.exporting import ExportFormat, ExportOptions
from desktop_app.domain.messages import Conversation
from desktop_app.ui import parts
from desktop_app.ui.exporting.conversation_list import ConversationList
from desktop_app.ui.question import button_row
from desktop_app.ui.settings.choice import Choice
from desktop_app.ui.settings.page import Row
from desktop_app.ui.settings.switch import Switch

_SIZE = QSize(540, 420)
_SIZE_WITH_LIST = QSize(540, 660)
_SMALLEST = QSize(380, 360)
_MARGIN = 24
_SI = QLocale.DataSizeFormat.DataSizeSIFormat
NO_SOUND: Mapping[str, int] = MappingProxyType({})
_MESSAGES, _THIS, _SOME, _ALL = "messages", "this", "some", "all"


class ExportDialog(QDialog):
    """``accepted`` when all is chosen; then ``conversation_ids``, ``format`` and ``options`` say what."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.setAccessibleName(self.tr("Export"))
        self._open_id: str | None = None
        self._selected: frozenset[str] = frozenset()
        self._what = Choice()
        self._format = Choice()
        self._list = ConversationList()
        self._details = Switch(self.tr("When each message was written, and by which model"))
        self._reasoning = Switch(self.tr("Reasoning, and what tools were asked and answered"))
        self._branches = Switch(self.tr("Every version of questions and answers, not only those that are shown"))
        self._sound = Switch("")
        self._sound_sizes: Mapping[str, int] = {}
        self._details.setChecked(True)
        self._cancel = parts.button(self.tr("Cancel"), tip=self.tr("Exports nothing (Esc)"))
        self._go = parts.button(self.tr("Export…"), "primary", tip=self.tr("Asks where to"))
        self._format.set_choices(self._formats())
        self._format.set_value(ExportFormat.MARKDOWN)
        self._lay_out()
        self._connect()
        self.setMinimumSize(_SMALLEST)
        self.resize(_SIZE)

    def open_with(
        self,
        conversations: Sequence[Conversation],
        chosen: Collection[str],
        open_id: str | None,
        selected: Collection[str] = (),
        sound_sizes: Mapping[str, int] = NO_SOUND,
    ) -> None:
        """Asks anew; the format and what goes in stay as they were chosen last. No ``chosen``: everything.

        ``selected`` are messages of the open conversation, which are then proposed. ``sound_sizes``: bytes of kept
        sound by conversation.
        """
        known = {one.id for one in conversations}
        self._open_id = open_id if open_id in known else None
        self._selected = frozenset(selected if self._open_id else ())
        self._sound_sizes = sound_sizes
        choices = [(self.tr("The messages selected"), _MESSAGES)] if self._selected else []
        choices += [(self.tr("The open conversation"), _THIS)] if self._open_id else []
        choices += [(self.tr("Chosen conversations"), _SOME), (self.tr("Everything"), _ALL)]
        self._what.set_choices(choices)
        self._list.fill(conversations, chosen or ({self._open_id} if self._open_id else ()))
        only_open = self._open_id is not None and set(chosen) == {self._open_id}
        usual = _ALL if not chosen else _THIS if only_open else _SOME
        self._what.set_value(_MESSAGES if self._selected else usual)
        self._turn_to_list()
        self.ask_again()

    def ask_again(self) -> None:
        """Opens it as it was left."""
        self.resize(self.size().boundedTo(self.screen().availableSize()))
        self.open()
        self.raise_()
        self.activateWindow()
        self._what.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def conversation_ids(self) -> tuple[str, ...] | None:
        """None: everything."""
        match self._what.value():
            case "this" | "messages" if self._open_id is not None:
                return (self._open_id,)
            case "some":
                return self._list.chosen
        return None

    @property
    def message_ids(self) -> frozenset[str] | None:
        """Of the open conversation; None: all."""
        return self._selected if self._what.value() == _MESSAGES else None

    @property
    def format(self) -> ExportFormat:
        return ExportFormat(self._format.value())

    @property
    def options(self) -> ExportOptions:
        return ExportOptions(
            details=self._details.isChecked(),
            reasoning=self._reasoning.isChecked(),
            branches=self._branches.isChecked(),
            sound=self._sound.isChecked() and not self._sound.isHidden(),
        )

    @property
    def is_folder(self) -> bool:
        """Whether it becomes a folder of files."""
        ids = self.conversation_ids
        return self.format is not ExportFormat.JSON and (ids is None or len(ids) != 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter exports, whatever has the keyboard; a button that has it is pressed."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = self.focusWidget()
            (focused if isinstance(focused, QPushButton) else self._go).click()
            return
        super().keyPressEvent(event)

    def _formats(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Markdown"), ExportFormat.MARKDOWN),
            (self.tr("HTML, for any browser"), ExportFormat.HTML),
            (self.tr("PDF, set like the page"), ExportFormat.PDF),
            (self.tr("JSON, all there is"), ExportFormat.JSON),
            (self.tr("Plain text"), ExportFormat.TEXT),
        ]

    def _turn_to_list(self) -> None:
        """There is more to be seen with it than without."""
        self._check()
        wanted = _SIZE_WITH_LIST if self._what.value() == _SOME else _SIZE
        self.resize(wanted.boundedTo(self.screen().availableSize()))

    def _check(self) -> None:
        some = self._what.value() == _SOME
        self._list.setVisible(some)
        everything = self.format is ExportFormat.JSON
        self._format_row.set_problem(
            self.tr("JSON has whole conversations only.") if everything and self.message_ids is not None else ""
        )
        self._go.setEnabled(not self._format_row.problem() and (not some or bool(self._list.chosen)))
        for switch in (self._details, self._reasoning, self._branches):
            switch.setVisible(not everything)  # all of it is in there
        self._check_sound(everything=everything)
        self._format_row.set_note(self._hint(everything=everything))

    def _check_sound(self, *, everything: bool) -> None:
        """It can come along where all else does, and where there is any; how large it is stands with it."""
        ids = self.conversation_ids
        size = sum(self._sound_sizes.values() if ids is None else (self._sound_sizes.get(one, 0) for one in ids))
        words = self.tr("With kept sound ({size})").format(size=QLocale().formattedDataSize(size, 1, _SI))
        self._sound.setText(words)
        self._sound.setAccessibleName(words)
        self._sound.setVisible(everything and size > 0)

    def _hint(self, *, everything: bool) -> str:
        if everything and self.conversation_ids is None:
            return self.tr("One file with all versions, times, pictures and saved prompts. Aloud can import it.")
        if everything:
            return self.tr("One file with all versions, times, tokens and pictures. Aloud can import it.")
        if self.is_folder:
            return self.tr("A folder with one file for each conversation.")
        return self.tr("One file, pictures in it.") if self.format is not ExportFormat.TEXT else self.tr("One file.")

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 12)
        column.setSpacing(12)
        column.addWidget(parts.label(self.tr("Export"), "heading"))
        self._format_row = Row(self.tr("Format"), self._format)
        rows = (Row(self.tr("What"), self._what), self._list, self._format_row)
        for row in rows:
            column.addWidget(row)
            if isinstance(row, Row):
                row.set_name_width(100)
        column.addSpacing(4)
        for switch in (self._details, self._reasoning, self._branches):
            switch.setAccessibleName(switch.text())
            column.addWidget(switch)
        column.addWidget(self._sound)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        foot = button_row([self._cancel, self._go])
        foot.setContentsMargins(_MARGIN, 8, _MARGIN, 20)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self._what.changed.connect(self._turn_to_list)
        self._format.changed.connect(self._check)
        self._list.changed.connect(self._check)
        self._cancel.clicked.connect(self.reject)
        self._go.clicked.connect(self.accept)
