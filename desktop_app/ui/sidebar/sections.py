"""The list of the side as sections: the pinned conversations, each folder, each day or span of days, the archived ones.

Each is a heading with its conversations below it, newest first. A conversation's place is found by its moment, so that
a change of one asks nothing of the thousands of others.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale

from desktop_app.ui.translation import translate

if TYPE_CHECKING:
    from desktop_app.domain.messages import Conversation

Order = tuple[int, int]
"""Where a section stands among the others, and with it which one it is."""

PINNED_ORDER: Final[Order] = (0, 0)
ARCHIVED_ORDER: Final[Order] = (3, 0)
_FOLDERS, _DAYS = 1, 2
_FIRST_MONTH: Final = 4  # behind today, yesterday, and the last 7 and 30 days
_LAST_YEAR: Final = 10_000


class Section:
    """``fold`` names what can be folded, a folder's id for a folder; empty for what cannot."""

    __slots__ = ("fold", "folded", "name", "order", "talks")

    def __init__(self, order: Order, name: str, fold: str = "", *, folded: bool = False) -> None:
        self.order = order
        self.name = name
        self.fold = fold
        self.folded = folded
        self.talks: list[Conversation] = []

    @property
    def is_folder(self) -> bool:
        return self.order[0] == _FOLDERS

    @property
    def rows(self) -> int:
        return 1 if self.folded else 1 + len(self.talks)

    def place(self, talk: Conversation) -> int:
        """Where it is, or would be."""
        return bisect_left(self.talks, newest_first(talk), key=newest_first)


def newest_first(talk: Conversation) -> tuple[float, str]:
    return -talk.updated, talk.id


def folder_order(place: int) -> Order:
    return _FOLDERS, place


def day_order(day: date, today: date) -> Order:
    """Of the section in which a conversation of ``day`` stands."""
    age = today - day
    if age <= timedelta(0):
        span = 0
    elif age == timedelta(days=1):
        span = 1
    elif age <= timedelta(days=7):
        span = 2
    elif age <= timedelta(days=30):
        span = 3
    else:
        span = _FIRST_MONTH + (_LAST_YEAR - day.year) * 12 - day.month
    return _DAYS, span


def span_name(day: date, today: date) -> str:
    """The heading under which a conversation of ``day`` stands."""
    match day_order(day, today)[1]:
        case 0:
            return translate("Sidebar", "Today")
        case 1:
            return translate("Sidebar", "Yesterday")
        case 2:
            return translate("Sidebar", "Last 7 days")
        case 3:
            return translate("Sidebar", "Last 30 days")
    month = QLocale().standaloneMonthName(day.month)
    return month if day.year == today.year else f"{month} {day.year}"
