"""The composition root, first half: the window at once, then everything behind it, then an orderly end.

The window is on the screen before anything slow is imported. ``assembly`` is the second half: it builds and connects
what works behind the window, and is imported in a thread while the window already stands.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import importlib
import logging
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import qInstallMessageHandler

from desktop_app.control import client
from desktop_app.domain.choices import Appearance
from desktop_app.options import StartOptions
from desktop_app.storage import place_file
from desktop_app.storage.paths import Profile
from desktop_app.ui.application import start_application
from desktop_app.ui.fonts import load_remaining_fonts
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import ThemeKeeper

if TYPE_CHECKING:
    from desktop_app.assembly import Assembly
    from desktop_app.ui.first_start import FirstStartPage
    from desktop_app.ui.transcript.view import TranscriptView

logger = logging.getLogger(__name__)

Errand = Callable[["Assembly"], Awaitable[int]]
"""Something done with the whole program instead of a person; gives the exit code, and the program ends."""

TRIES, PAUSE = 100, 0.1
ALREADY_RUNNING = "This profile is already open in another copy of Aloud, which does not answer."


def run(options: StartOptions, errand: Errand | None = None) -> int:
    """Shows the window and returns when it is closed: 0, or 1 where the profile is taken or cannot be made."""
    application = start_application(sys.argv[:1])
    profile = Profile(options.data_dir)
    place = place_file.load(profile.place)
    keeper = ThemeKeeper(application, _appearance(place))
    window = MainWindow(keeper, lambda: _transcript(keeper), _first_start)
    window.set_place(place)
    window.show()
    application.processEvents()  # the first paint, before anything else is imported

    import qasync

    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop:
        return int(loop.run_until_complete(_live(loop, window, keeper, profile, options, errand)))


async def _live(
    loop: asyncio.AbstractEventLoop,
    window: MainWindow,
    keeper: ThemeKeeper,
    profile: Profile,
    options: StartOptions,
    errand: Errand | None,
) -> int:
    leaving: asyncio.Future[int] = loop.create_future()

    def leave(code: int = 0) -> None:
        if not leaving.done():
            leaving.set_result(code)

    window.close_requested.connect(leave)
    asked_early: list[bool] = []  # the window stands before Settings can open: a key pressed meanwhile is not lost
    early = window.settings_requested.connect(lambda: asked_early.append(True))
    _listen_to_the_system(loop, leave)
    load_remaining_fonts()
    assembly_module = await asyncio.to_thread(importlib.import_module, "desktop_app.assembly")
    qInstallMessageHandler(assembly_module.on_qt_message)
    loop.set_exception_handler(assembly_module.on_loop_exception)
    assembly: Assembly | None = await assembly_module.Assembly.open(window, keeper, profile, options)
    if assembly is None:
        window.close_for_good()
        return await asyncio.to_thread(_raise_the_other, profile)
    window.settings_requested.disconnect(early)
    gc.collect()
    gc.freeze()  # what stands now stays: a full collection in mid-answer would else stop window and sound for 40 ms
    try:
        if asked_early:
            assembly.settings.open()
        if errand is None:
            return await leaving
        return await errand(assembly)
    finally:
        window.hide()  # silent and out of sight at once; what is left to do takes no one's time
        await assembly.close()
        window.close_for_good()


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


def _appearance(place: dict[str, object]) -> Appearance:
    with contextlib.suppress(ValueError):
        return Appearance(str(place.get("appearance", "")))
    return Appearance.SYSTEM


def _transcript(keeper: ThemeKeeper) -> TranscriptView:
    from desktop_app.ui.transcript.view import TranscriptView

    view = TranscriptView()
    view.set_colours(keeper.theme)
    keeper.changed.connect(view.set_colours)
    return view


def _first_start() -> FirstStartPage:
    from desktop_app.ui.first_start import FirstStartPage

    return FirstStartPage()
