"""From the first paint to the end: the profile is opened behind the window, and closed in order when it is left."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import importlib
import itertools
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import qInstallMessageHandler

from desktop_app.control import client
from desktop_app.options import StartOptions
from desktop_app.storage.paths import Profile
from desktop_app.ui.fonts import load_remaining_fonts
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import ThemeKeeper

if TYPE_CHECKING:
    from desktop_app.assembly.parts import Parts
    from desktop_app.assembly.program import Assembly

Errand = Callable[["Parts"], Awaitable[int]]
"""Something done with the whole program instead of a person; gives the exit code, and the program ends."""

SWITCH = 0.0005
"""Seconds a thread may keep the interpreter: speech wants it soon when Stop is pressed (4.8 ms became 0.9)."""

SWEEP_EVERY = 30.0
"""Seconds."""
NEVER = 1_000_000

WITH_QT = (
    "desktop_app.speech.worker",
    "desktop_app.ui.choice_menu",
    "desktop_app.ui.code_saving",
    "desktop_app.ui.composing.dropping",
    "desktop_app.ui.composing.pictures",
    "desktop_app.ui.front",
    "desktop_app.ui.importing.dropping",
    "desktop_app.ui.notices",
    "desktop_app.ui.notification_words",
    "desktop_app.ui.safekeeping.temporary_mark",
    "desktop_app.ui.sidebar.conversation_list",
)
"""What must be imported on the window's own thread, since it names classes of Qt's for the first time, or makes some of
our own: PySide notes each in a table that Qt reads at the same moment, and then, rarely, the program died."""

TRIES, PAUSE = 100, 0.1
ALREADY_RUNNING = "This profile is already open in another copy of Aloud, which does not answer."


async def live(
    loop: asyncio.AbstractEventLoop,
    window: MainWindow,
    keeper: ThemeKeeper,
    profile: Profile,
    options: StartOptions,
    errand: Errand | None,
) -> int:
    """Returns the exit code when the window is closed, the system asks for the end, or the errand is done."""
    leaving: asyncio.Future[int] = loop.create_future()

    def leave(code: int = 0) -> None:
        if not leaving.done():
            leaving.set_result(code)

    sys.setswitchinterval(SWITCH)
    window.close_requested.connect(leave)
    asked_early: list[bool] = []  # the window stands before Settings can open: a key pressed meanwhile is not lost
    early = window.settings_requested.connect(lambda: asked_early.append(True))
    _listen_to_the_system(loop, leave)
    load_remaining_fonts()
    assembly_module = await _import_the_rest()
    qInstallMessageHandler(assembly_module.on_qt_message)
    loop.set_exception_handler(assembly_module.on_loop_exception)
    assembly: Assembly | None = await assembly_module.Assembly.open(window, keeper, profile, options)
    if assembly is None:
        window.close_for_good()
        return await asyncio.to_thread(_raise_the_other, profile)
    window.settings_requested.disconnect(early)
    assembly.parts.tasks.start("sweep", sweep_when_quiet(lambda: assembly.quiet))
    try:
        if asked_early:
            assembly.parts.settings.open()
        if errand is None:
            return await leaving
        return await errand(assembly.parts)
    finally:
        window.hide()  # silent and out of sight at once; what is left to do takes no one's time
        await assembly.close()
        window.close_for_good()


async def sweep_when_quiet(quiet: Callable[[], bool], every: float = SWEEP_EVERY) -> None:
    """Full garbage collections only while nothing is answered or said: in mid-answer they held everything for 0.1 s.

    What has survived one is left out of the next ones, until each tenth looks at everything again.
    """
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, NEVER)
    for number in itertools.count():
        if quiet():
            if number % 10 == 0:
                gc.unfreeze()
            gc.collect()
            gc.freeze()
        await asyncio.sleep(every)


async def _import_the_rest() -> ModuleType:
    """All that works behind the window: in a thread, but for what makes classes of Qt's."""
    await asyncio.to_thread(importlib.import_module, "desktop_app.speech.pipeline")  # the most of the worker
    for name in WITH_QT:
        importlib.import_module(name)
        await asyncio.sleep(0)
    return await asyncio.to_thread(importlib.import_module, "desktop_app.assembly.program")


def _raise_the_other(profile: Profile) -> int:
    """Another copy has the profile, and may be just starting: its window is what was wanted."""
    for _ in range(TRIES):
        with contextlib.suppress(client.NotRunning, client.Lost):
            client.raise_window(profile.control)
            return 0
        time.sleep(PAUSE)
    print(ALREADY_RUNNING, file=sys.stderr)  # noqa: T201 - a terminal may have started it
    return 1


def _listen_to_the_system(loop: asyncio.AbstractEventLoop, leave: Callable[[], None]) -> None:
    """A polite request to end is an orderly stop, as closing the window is."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        with contextlib.suppress(NotImplementedError, AttributeError):  # Windows has not all of them
            loop.add_signal_handler(getattr(signal, name), leave)
