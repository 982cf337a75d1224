"""What a screen must be whatever stands on it: nothing cut off, everything named, everything reached by Tab."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QToolButton,
    QWidget,
)

_MOST_CONTROLS = 200
_UNBROKEN = re.compile(r"[^\s\u2E80-\uFFFF-]+")
"""Words that no line may be broken in; one of Chinese or Japanese may be, at any sign."""

_CONTROLS = (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit)


def settle() -> None:
    """Layouts within layouts settle one after the other."""
    for _ in range(6):
        QApplication.processEvents()


def controls(screen: QWidget) -> list[QWidget]:
    """What can be worked with now, without what is a piece of another control."""
    found = [one for one in screen.findChildren(QWidget) if isinstance(one, _CONTROLS) and one.window() is screen]
    return [
        one
        for one in found
        if one.isVisible()
        and one.isEnabled()
        and not isinstance(one, QScrollBar)
        and not isinstance(one.parent(), QComboBox | QLineEdit)
    ]


def unnamed(screen: QWidget) -> list[str]:
    """Controls, and what else takes the keyboard, without a name for a screen reader."""
    takers = [one for one in screen.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    asked = [one for one in takers if one.isVisible() and not isinstance(one.parent(), QComboBox)]
    return [str(one) for one in {*asked, *controls(screen)} if not one.accessibleName()]


def out_of_reach(screen: QWidget) -> list[str]:
    """Controls that Tab does not come to, from wherever the keyboard is, in one round."""
    reached: set[QWidget] = set()
    for _ in range(_MOST_CONTROLS):
        focused = screen.focusWidget()
        if focused in reached:
            break
        if focused is not None:
            reached.add(focused)
        QTest.keyClick(focused or screen, Qt.Key.Key_Tab)
    return [f"{type(one).__name__} {one.accessibleName()}" for one in controls(screen) if one not in reached]


def cut_off(screen: QWidget) -> list[str]:
    """What does not lie within its screen or page, or has less room than its words need."""
    wrong = []
    for part in screen.findChildren(QWidget):
        if part.isVisible() and part.window() is screen and isinstance(part, QLabel | QPushButton | QToolButton):
            place = QRect(part.mapTo(screen, QPoint(0, 0)), part.size())
            left, right = _sides(screen, part)
            aside = place.left() < left or place.right() > right
            if aside or _too_small(part) or not (_scrolled(part) or screen.rect().contains(place)):
                needed = (part.minimumSizeHint().toTuple(), part.heightForWidth(part.width()))
                wrong.append(
                    f"{type(part).__name__} {_words(part)!r} {place.getRect()} within {left}-{right} needs {needed}"
                )
    return wrong


def scrolled_sideways(screen: QWidget) -> list[str]:
    """Pages that are wider than what shows of them."""
    return [
        str(area)
        for area in screen.findChildren(QAbstractScrollArea)
        if area.isVisible() and not isinstance(area.parent(), QComboBox) and area.horizontalScrollBar().maximum() > 0
    ]


def _sides(screen: QWidget, part: QWidget) -> tuple[int, int]:
    """Between which the part may lie: a page that scrolls up and down must not hide what is beside."""
    area = _area(part)
    if area is None:
        return 0, screen.width() - 1
    left = area.viewport().mapTo(screen, QPoint(0, 0)).x()
    return left, left + area.viewport().width() - 1


def _too_small(part: QWidget) -> bool:
    needed = part.minimumSizeHint()
    if isinstance(part, QLabel) and part.wordWrap():  # what it needs is its longest word, whatever it was told before
        words = _UNBROKEN.findall(part.text()) if part.textFormat() is Qt.TextFormat.PlainText else []
        needed.setWidth(max((part.fontMetrics().horizontalAdvance(word) for word in words), default=0))
    high = part.heightForWidth(part.width()) if part.hasHeightForWidth() else needed.height()
    return part.width() < needed.width() or part.height() < high


def _scrolled(part: QWidget) -> bool:
    return _area(part) is not None


def _area(part: QWidget) -> QScrollArea | None:
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def _words(part: QWidget) -> str:
    return part.accessibleName() or getattr(part, "text", str)()
