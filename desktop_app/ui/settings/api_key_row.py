"""The row of the API key: dots for what is typed, words for what is kept, and never the kept key itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.credentials import without_blanks
from desktop_app.ui import parts, words
from desktop_app.ui.settings.page import Row

if TYPE_CHECKING:
    from desktop_app.presenters.views import KeyStatus

_DOTS = "•" * 24


class ApiKeyRow(Row):
    """``test_requested`` carries the typed key, empty for the kept one.

    Remove only marks the key of this address: it goes when the dialog is accepted, so that Cancel changes nothing.
    """

    test_requested = Signal(str)
    changed = Signal()

    def __init__(self) -> None:
        self._edit = QLineEdit()
        self._test = parts.button("")
        self._remove = parts.button("")
        super().__init__(self.tr("API key"), self._edit, self._test, self._remove)
        self._url = ""
        self._status: KeyStatus | None = None
        self._removing: set[str] = set()
        self._dress_edit()
        self._test.setText(self.tr("Test"))
        self._test.setAccessibleName(self.tr("Test the key"))
        self._test.setToolTip(self.tr("Asks the server whether it takes the key"))
        self._edit.textChanged.connect(self._typed_on)
        self._test.clicked.connect(lambda: self.test_requested.emit(self.typed()))
        self._remove.clicked.connect(self._mark)

    def typed(self) -> str:
        """The key in the field, without the blanks and line ends that come along with a paste."""
        return without_blanks(self._edit.text())

    def type_in(self, key: str) -> None:
        """As if it had been typed."""
        self._edit.setText(key)

    def clear(self) -> None:
        """Forgets what was typed and marked. The undo history goes too: no key comes back with Ctrl+Z."""
        self._edit.setText("")
        self._removing.clear()

    def marked_for_removal(self) -> list[str]:
        """The addresses whose keys go on OK; not the present one's when a new key takes its place anyway."""
        return sorted(url for url in self._removing if url != self._url or not self.typed())

    def set_url(self, url: str) -> None:
        """Another address has another key: nothing is known of it until its status comes. Empty: no address."""
        self._url = url
        self._status = None
        self._show()

    def show_status(self, status: KeyStatus) -> None:
        self._status = status
        self._show()

    def _dress_edit(self) -> None:
        self._edit.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint
        self._edit.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhHiddenText)
        self._edit.setToolTip(self.tr("A key typed here replaces the kept one on OK"))
        self._edit.setMinimumWidth(60)

    def _typed_on(self) -> None:
        if self._status and (self._status.checked or self._status.error):
            self._status = type(self._status)(
                present=self._status.present,
                from_environment=self._status.from_environment,
                this_run_only=self._status.this_run_only,
            )  # the verdict was about another key
        self._show()
        self.changed.emit()

    def _mark(self) -> None:
        self._removing ^= {self._url}
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        status, marked = self._status, self._url in self._removing
        kept = status is not None and status.present and not marked
        self._edit.setPlaceholderText(_DOTS if kept else "sk-…")
        self._test.setEnabled(bool(self._url) and not (status and status.checking))
        self._remove.setEnabled(status is not None and _can_be_removed(status))
        self._remove.setText(self.tr("Keep") if marked else self.tr("Remove"))
        self._remove.setAccessibleName(self.tr("Keep the key") if marked else self.tr("Remove the key"))
        self._remove.setToolTip(
            self.tr("Leaves the key where it is") if marked else self.tr("Takes the key out of the keyring on OK")
        )
        self.set_note(self._state())
        self.set_trouble(words.sentence(status.error) if status and status.error else "")

    def _state(self) -> str:
        status = self._status
        if status is None:
            return ""
        if status.checking:
            return self.tr("Checking…")
        if status.checked and status.error is None:
            any_key = status.present or self.typed()
            return self.tr("The server takes this key.") if any_key else self.tr("The server answers without a key.")
        if self.typed():
            return self.tr("Kept in this system's keyring on OK.")
        if self._url in self._removing:
            return self.tr("Removed on OK.")
        return self._where(status)

    def _where(self, status: KeyStatus) -> str:
        if not status.present:
            return self.tr("No key is kept for this address.")
        if status.from_environment:
            return self.tr("From the environment, not stored.")
        if status.this_run_only:
            return self.tr("For this run only: no keyring was found.")
        return self.tr("A key is kept in this system's keyring.")


def _can_be_removed(status: KeyStatus) -> bool:
    return status.present and not status.from_environment and not status.checking
