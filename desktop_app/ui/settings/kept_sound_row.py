"""The row of the sound that is kept with messages: how much it may take, how much it takes, and away with it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal

from desktop_app.ui import parts
from desktop_app.ui.settings.choice import Choice
from desktop_app.ui.settings.page import Row

_LIMITS = (100.0, 500.0, 1_000.0, 2_000.0, 5_000.0, 20_000.0)
_MEGABYTE = 1_000_000


class KeptSoundRow(Row):
    """Sizes in megabytes. Remove only marks the sound: it goes when the dialog is accepted."""

    changed = Signal()

    def __init__(self) -> None:
        self._limit = Choice()
        self._remove = parts.button("")
        tip = self.tr("What was heard once can be heard again at once, without the server and its costs")
        super().__init__(self.tr("Kept sound"), self._limit, self._remove, tip=tip)
        self._used: int | None = None
        self._removing = False
        self._limit.changed.connect(self.changed)
        self._remove.clicked.connect(self._mark)
        self._show()

    def fill(self, megabytes: float) -> None:
        """A limit that the settings file names by hand is offered too."""
        offered = sorted({0.0, *_LIMITS, megabytes})
        labels = [self.tr("At most {size}").format(size=_size(round(value * _MEGABYTE))) for value in offered]
        labels[0] = self.tr("None")
        self._limit.set_choices([(label, str(value)) for label, value in zip(labels, offered, strict=True)])
        self._limit.set_value(str(megabytes))
        self._used, self._removing = None, False
        self._show()

    def megabytes(self) -> float:
        return float(self._limit.value())

    def marked_for_removal(self) -> bool:
        return self._removing

    def show_used(self, used: int) -> None:
        """Bytes on the disk now."""
        self._used = used
        self._show()

    def _mark(self) -> None:
        self._removing = not self._removing
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        marked = self._removing
        self._remove.setEnabled(bool(self._used))
        self._remove.setText(self.tr("Keep") if marked else self.tr("Remove"))
        self._remove.setAccessibleName(self.tr("Keep the kept sound") if marked else self.tr("Remove kept sound"))
        self._remove.setToolTip(
            self.tr("Leaves the sound where it is")
            if marked
            else self.tr("Takes the sound of all messages from the disk on OK; their text stays")
        )
        self.set_note(self._state())

    def _state(self) -> str:
        if self._used is None:
            return ""
        if self._removing:
            return self.tr("Removed on OK.")
        if not self._used:
            return self.tr("Nothing is kept now.")
        return self.tr("{size} are used now. What was not heard for the longest time goes first.").format(
            size=_size(self._used)
        )


def _size(count: int) -> str:
    return QLocale().formattedDataSize(count, 1 if count % _MEGABYTE else 0, QLocale.DataSizeFormat.DataSizeSIFormat)
