"""Asks what shall be exported and where to, and tells how far it is: the screen of ``presenters.export``."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.exporting import ExportFormat, ExportRequest
from desktop_app.domain.messages import Conversation
from desktop_app.ui.exporting.dialog import NO_SOUND, ExportDialog
from desktop_app.ui.exporting.progress_line import ExportLine
from desktop_app.ui.exporting.words import export_words
from desktop_app.ui.file_dialogs import Chosen, FileDialogs

_LONGEST_NAME = 80
_NOT_IN_NAMES = '<>:"/\\|?*'


class Exporting(QObject):
    """``presenters.export.ExportView``. ``chosen`` carries an ExportRequest, ``cancelled`` that it shall not go on."""

    chosen = Signal(object)
    cancelled = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.line = ExportLine()
        self.line.cancelled.connect(self.cancelled)
        self._dialog: ExportDialog | None = None
        self._places = FileDialogs(self, lambda: window)
        self._titles: dict[str, str] = {}

    @property
    def dialog(self) -> ExportDialog:
        """Made when it is first opened; what was chosen last stands in it the next time."""
        if self._dialog is None:
            self._dialog = ExportDialog(self._window)
            self._dialog.accepted.connect(self._ask_where)
        return self._dialog

    def ask(
        self,
        conversations: Sequence[Conversation],
        chosen: Collection[str],
        open_id: str | None,
        selected: Collection[str] = (),
        sound_sizes: Mapping[str, int] = NO_SOUND,
    ) -> None:
        self._titles = {one.id: one.title for one in conversations}
        self.dialog.open_with(conversations, chosen, open_id, selected, sound_sizes)

    def ask_again(self) -> None:
        self.dialog.ask_again()

    def show_progress(self, name: str, part: float) -> None:
        self.line.show_progress(name, part)

    def show_saved(self, name: str, place: str) -> None:
        self.line.show_saved(name, place)

    def clear(self) -> None:
        self.line.clear()

    def _ask_where(self) -> None:
        self._places.ask(self._question(), self._prepare, self._choose)

    def _prepare(self, places: QFileDialog) -> None:
        if self.dialog.is_folder:
            places.setFileMode(QFileDialog.FileMode.Directory)
            places.setOption(QFileDialog.Option.ShowDirsOnly)
            places.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Export here"))
        else:
            ending = self.dialog.format.value
            places.setNameFilter(f"{self._kind()} (*.{ending})")
            places.setDefaultSuffix(ending)
            self._places.save_as(places, f"{self._name()}.{ending}")

    def _question(self) -> str:
        if self.dialog.is_folder:
            return self.tr("In which folder shall “{name}” be made?").format(name=self._folder_name())
        return self.tr("Export as…")

    def _choose(self, answer: Chosen) -> None:
        path, folder, ending = answer.path, self.dialog.is_folder, f".{self.dialog.format.value}"
        is_named = folder or Path(path).suffix.lower() == ending
        self.chosen.emit(
            ExportRequest(
                conversation_ids=self.dialog.conversation_ids,
                format=self.dialog.format,
                place=str(Path(path, self._folder_name())) if folder else path if is_named else f"{path}{ending}",
                keep_others=not is_named,
                options=self.dialog.options,
                words=export_words(),
                message_ids=self.dialog.message_ids,
            )
        )

    def _name(self) -> str:
        ids = self.dialog.conversation_ids
        if ids is None or len(ids) != 1:
            return self._folder_name()
        title = "".join(" " if letter in _NOT_IN_NAMES or letter < " " else letter for letter in self._titles[ids[0]])
        return " ".join(title[:_LONGEST_NAME].split()).strip(" .") or "Aloud"

    def _folder_name(self) -> str:
        return f"Aloud {datetime.now(UTC).astimezone():%Y-%m-%d}"

    def _kind(self) -> str:
        return {
            ExportFormat.MARKDOWN: "Markdown",
            ExportFormat.HTML: "HTML",
            ExportFormat.PDF: "PDF",
            ExportFormat.JSON: "JSON",
            ExportFormat.TEXT: self.tr("Plain text"),
        }[self.dialog.format]
