"""How many of something: the words whose form hangs on a number.

A class of its own because the translators' tool sees a number only in ``self.tr``. English itself needs no translation
file: its one is said apart.
"""

from __future__ import annotations

from PySide6.QtCore import QObject


class Counts(QObject):
    """Each gives the number with its word."""

    def lines(self, count: int) -> str:
        return self.tr("1 line") if count == 1 else self.tr("%n lines", "", count)

    def conversations(self, count: int) -> str:
        return self.tr("1 conversation") if count == 1 else self.tr("%n conversations", "", count)

    def messages(self, count: int) -> str:
        return self.tr("1 message") if count == 1 else self.tr("%n messages", "", count)

    def pages(self, count: int) -> str:
        return self.tr("1 page") if count == 1 else self.tr("%n pages", "", count)

    def chosen_conversations(self, count: int) -> str:
        return self.tr("1 conversation chosen") if count == 1 else self.tr("%n conversations chosen", "", count)

    def waiting(self, ahead: int) -> str:
        """A request that waits in line, with so many before it."""
        if ahead == 0:
            return self.tr("waiting, next in line")
        return self.tr("waiting, 1 before it") if ahead == 1 else self.tr("waiting, %n before it", "", ahead)

    def tokens(self, count: int) -> str:
        return self.tr("1 token") if count == 1 else self.tr("%n tokens", "", count)

    def damaged_events(self, count: int) -> str:
        """Events of a stream that were left out."""
        if count == 1:
            return self.tr("1 damaged event skipped")
        return self.tr("%n damaged events skipped", "", count)
