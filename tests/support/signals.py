"""Waiting for a signal that another thread emits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot

Told = list[tuple[Any, ...]]


@contextmanager
def waiting_for(qtbot: QtBot, signal: SignalInstance, timeout: int = 40_000) -> Iterator[Told]:
    """Goes on when the signal was heard; gives what it told, each time.

    ``qtbot.waitSignal`` would let go of its receiver at once, and PySide still brings it what the other thread had
    emitted meanwhile: the process then ends in a segmentation fault. What is connected here stays so.
    """
    told: Told = []
    signal.connect(lambda *arguments: told.append(arguments))
    yield told
    qtbot.waitUntil(lambda: bool(told), timeout=timeout)
