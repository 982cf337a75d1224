"""The composition root: the window at once, then everything behind it, then an orderly end.

The window is on the screen before anything slow is imported, asyncio included. ``life`` goes on from there, and
``assembly`` builds and connects what works behind the window.
"""

from __future__ import annotations

import contextlib
import gc
import sys
import threading
from typing import TYPE_CHECKING

from desktop_app.domain.choices import Appearance, InterfaceLanguage
from desktop_app.storage import place_file
from desktop_app.storage.paths import Profile
from desktop_app.ui.application import start_application
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import ThemeKeeper
from desktop_app.ui.translation import install_translations

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.domain.messages import Message
    from desktop_app.life import Errand
    from desktop_app.options import StartOptions
    from desktop_app.ui.first_start import FirstStartPage
    from desktop_app.ui.transcript.view import TranscriptView


_PATIENCE = 0.05
"""Seconds."""
_IN_SIGHT = 20
"""Messages that fill a window."""


def run(options: StartOptions, errand: Errand | None = None) -> int:
    """Shows the window and returns when it is closed: 0, or 1 where another copy has the profile and is mute.

    An errand is done instead of waiting for a person; its number is returned then.
    """
    profile = Profile(options.data_dir)
    place = place_file.load(profile.place)
    page = _FirstLook(profile.history) if place else None
    application = start_application(sys.argv[:1])
    install_translations(application, _language(place))
    keeper = ThemeKeeper(application, _appearance(place))
    window = MainWindow(keeper, lambda: _transcript(keeper), _first_start)
    window.set_place(place)
    window.decide_page(decided=bool(place))  # a profile that was used before has a conversation to show
    window.show()
    application.processEvents()  # the first paint, before anything else is imported
    if page is not None and (messages := page.messages()):
        window.transcript.show_messages(messages)
        application.processEvents()

    gc.freeze()  # what the start has made stays, and is looked through by ``life`` when it is quiet
    gc.enable()

    import asyncio

    import qasync

    from desktop_app.life import live

    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop:
        return int(loop.run_until_complete(live(loop, window, keeper, profile, options, errand)))


class _FirstLook:
    """The end of the conversation that was open last, read in a thread while the window is made.

    The thread finds its modules loaded: two threads that import wait for each other at every file.
    """

    def __init__(self, history: Path) -> None:
        from desktop_app.storage.first_look import newest_messages

        self._read_newest = newest_messages
        self._found: list[Message] = []
        self._thread = threading.Thread(target=self._read, args=(history,), name="first look", daemon=True)
        self._thread.start()

    def messages(self) -> list[Message]:
        """None where the disk takes longer than the window did: they will come with the rest."""
        self._thread.join(_PATIENCE)
        return self._found

    def _read(self, history: Path) -> None:
        self._found = self._read_newest(history, _IN_SIGHT)


def _appearance(place: dict[str, object]) -> Appearance:
    with contextlib.suppress(ValueError):
        return Appearance(str(place.get("appearance", "")))
    return Appearance.SYSTEM


def _language(place: dict[str, object]) -> InterfaceLanguage:
    with contextlib.suppress(ValueError):
        return InterfaceLanguage(str(place.get("language", "")))
    return InterfaceLanguage.SYSTEM


def _transcript(keeper: ThemeKeeper) -> TranscriptView:
    from desktop_app.ui.transcript.view import TranscriptView

    view = TranscriptView()
    view.set_colours(keeper.theme)
    keeper.changed.connect(view.set_colours)
    return view


def _first_start() -> FirstStartPage:
    from desktop_app.ui.first_start import FirstStartPage

    return FirstStartPage()
