"""The row of how long conversations are kept, which says how many would go before it lets anybody choose that."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal

from desktop_app.ui.settings.choice import Choice
from desktop_app.ui.settings.page import Row

_DAYS: Final = (30, 90, 180, 365)
_FOR_EVER: Final = "0"


class KeepingRow(Row):
    """``due_requested(days, spare_sorted)``: how many that are is told by ``show_due``; until then OK has to wait."""

    changed = Signal()
    due_requested = Signal(int, bool)

    def __init__(self) -> None:
        self._choice = Choice()
        tip = self.tr("Older ones are deleted when the program starts and once a day; their sound goes with them")
        super().__init__(self.tr("Conversations"), self._choice, tip=tip)
        self._kept: int | None = None
        self._spare = True
        self._choice.changed.connect(self._ask)

    def fill(self, days: int | None, *, spare_sorted: bool) -> None:
        """A number of days that the settings file names by hand is offered too."""
        offered = sorted({*_DAYS, *([days] if days else ())})
        choices = [(self.tr("Keep for ever"), _FOR_EVER)]
        choices += [(self._words(number), str(number)) for number in offered]
        self._choice.set_choices(choices)
        self._choice.set_value(str(days or _FOR_EVER))
        self._kept, self._spare = days, spare_sorted
        self.set_problem("")
        self.set_note("")
        if days:
            self.due_requested.emit(days, spare_sorted)

    def days(self) -> int | None:
        """None: for ever."""
        return int(self._choice.value() or _FOR_EVER) or None

    def spare_sorted(self, *, spare: bool) -> None:
        self._spare = spare
        self._ask()

    def show_due(self, conversations: int, archived: int) -> None:
        """So many would go, so many of them from the archive."""
        self.set_problem("")
        if self.days() is None:
            return
        if not conversations:
            self.set_note(self.tr("None is that old now. Age counts from the last message."))
        else:
            gone = self.tr("On OK %n conversations are deleted for good.", "", conversations)
            if conversations == 1:
                gone = self.tr("On OK one conversation is deleted for good.")
            more = self.tr("Of them %n are in the archive.", "", archived)
            if archived == 1:
                more = self.tr("One of them is in the archive.")
            self.set_note(f"{gone} {more}" if archived else gone)
        self.changed.emit()

    def _ask(self) -> None:
        days = self.days()
        if days is None:
            self.set_problem("")
            self.set_note("")
        else:
            self.set_problem(self.tr("Counting what would go…"))
            self.due_requested.emit(days, self._spare)
        self.changed.emit()

    def _words(self, days: int) -> str:
        """365 days are a year, since people say so."""
        if days == 365:
            return self.tr("Delete after a year")
        return self.tr("Delete after %n days", "", days)
