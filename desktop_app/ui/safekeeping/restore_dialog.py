"""A look into a backup: what it is, what it holds, what would be different, and the two ways to bring it back."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.domain.backup import BackupLook, RestoreWay
from desktop_app.ui import parts
from desktop_app.ui.question import button_row
from desktop_app.ui.settings.switch import Switch

_WIDTH = 520
_MARGIN = 24
_TITLES = 5


class RestoreDialog(QDialog):
    """``chosen`` carries the RestoreWay and whether the settings come back too; ``rejected``: it was only a look."""

    chosen = Signal(object, bool)

    def __init__(self, parent: QWidget, name: str, look: BackupLook) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(self.tr("Restore a backup"))
        self.setAccessibleName(self.tr("Restore a backup"))
        self.setAccessibleDescription(f"{self._made()} {self._holds()} {self._differs()}")
        self._settings = Switch(self.tr("Bring back the settings too"))
        self._settings.setAccessibleName(self._settings.text())
        self._settings.setVisible(look.has_settings)
        replace = parts.button(self.tr("Replace all"), "danger", tip=self._replaces())
        merge = parts.button(self.tr("Bring in what is missing"), "primary", tip=self.tr("Changes nothing else"))
        merge.setEnabled(bool(look.missing_messages or look.missing_conversations))
        leave = parts.button(self.tr("Cancel"), tip=self.tr("Changes nothing (Esc)"))
        replace.clicked.connect(lambda: self._choose(RestoreWay.REPLACE))
        merge.clicked.connect(lambda: self._choose(RestoreWay.MERGE))
        leave.clicked.connect(self.reject)
        leave.setDefault(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 20)
        whole.setSpacing(6)
        whole.addWidget(parts.label(name, "heading", wrap=True))
        for words in (self._made(), self._holds()):
            whole.addWidget(parts.label(words, "muted", wrap=True))
        self._add_titles(whole)
        for words in (self._differs(), self._replaces()):
            whole.addWidget(parts.label(words, wrap=True))
        whole.addSpacing(4)
        whole.addWidget(self._settings)
        whole.addSpacing(10)
        whole.addLayout(button_row([leave, replace, merge]))
        self.setFixedSize(_WIDTH, whole.heightForWidth(_WIDTH))
        leave.setFocus()

    def _choose(self, way: RestoreWay) -> None:
        self.chosen.emit(way, self._settings.isChecked())
        self.accept()

    def _add_titles(self, whole: QVBoxLayout) -> None:
        if not self._look.newest:
            return
        whole.addSpacing(6)
        whole.addWidget(parts.label(self.tr("The newest in it"), "section"))
        for title in self._look.newest[:_TITLES]:
            line = parts.OneLine("muted")
            line.setText(" ".join(title.split()) or self.tr("Conversation"))
            whole.addWidget(line)
        whole.addSpacing(6)

    def _made(self) -> str:
        moment = QDateTime.fromSecsSinceEpoch(int(self._look.created))
        date = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        return self.tr("Made {date} by Aloud {version}.").format(date=date, version=self._look.program)

    def _holds(self) -> str:
        look = self._look
        count = self._count(look.conversations, look.messages)
        if look.has_sound and look.has_settings:
            return self.tr("{count}, with kept sound and settings.").format(count=count)
        if look.has_sound:
            return self.tr("{count}, with kept sound.").format(count=count)
        if look.has_settings:
            return self.tr("{count}, with settings.").format(count=count)
        return f"{count}."

    def _differs(self) -> str:
        look = self._look
        if look.is_same:
            return self.tr("It holds the same conversations and messages that are here now.")
        missing = self._count(look.missing_conversations, look.missing_messages)
        only_here = self._count(look.only_here_conversations, look.only_here_messages)
        words = []
        if look.missing_conversations or look.missing_messages:
            words.append(self.tr("Missing here: {count}.").format(count=missing))
        if look.only_here_conversations or look.only_here_messages:
            words.append(self.tr("Only here, and not in the backup: {count}.").format(count=only_here))
        return " ".join(words)

    def _replaces(self) -> str:
        return self.tr("“Replace all” first sets aside what is here now, as a backup that is kept for 30 days.")

    def _count(self, conversations: int, messages: int) -> str:
        one = self.tr("1 conversation") if conversations == 1 else self.tr("%n conversations", "", conversations)
        other = self.tr("1 message") if messages == 1 else self.tr("%n messages", "", messages)
        return self.tr("{conversations}, {messages}").format(conversations=one, messages=other)
