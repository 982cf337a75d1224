"""Answers are told to who looks elsewhere: by the desktop's own notifications, on a real bus, and by a webhook."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

import pytest

from desktop_app.control.desktop_notifications import DesktopNotifications
from desktop_app.control.notifications import Notification
from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, ThreadedApiServer
from tests.support.fake_notifications import FakeNotifications
from tests.support.hook_server import HookServer

BOATS = Notification("boats", "Boats", "They <float> & sink", "Open")


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - another thread changes it
            await asyncio.sleep(0.01)


def test_an_answer_behind_other_windows_is_told_and_a_click_leads_to_it(
    start: Start, server: ThreadedApiServer
) -> None:
    server.chat(
        ChatReply("A word about **boats**. " + "They float. " * 400, delay=1.5),
        ChatReply(status=401, error="no", delay=1.5),
        ChatReply("A word about cats."),
    )
    with FakeNotifications() as desktop, HookServer() as hook:
        program = start(spoken_replies=False, webhook=hook.url)
        program.ask("Tell me of boats.")
        window = program.minimize()
        desktop.wait(lambda: desktop.shown, "a notification")
        (told,) = desktop.shown.values()
        assert (told.title, told.application) == ("Tell me of boats.", "Aloud")
        assert told.body.startswith("A word about boats. They float.")
        assert told.hints["urgency"] == 1
        desktop.wait(lambda: hook.told, "the webhook")
        assert hook.told[0].json["title"] == "Tell me of boats."
        assert hook.told[0].json["state"] == "complete"
        assert "text" not in hook.told[0].json

        program.activate(window)
        desktop.wait(lambda: not desktop.shown, "the notification to go when its conversation is seen")

        program.ask("And now?")
        window = program.minimize()
        desktop.wait(lambda: desktop.shown, "a notification of the failure")
        (failed,) = desktop.shown.values()
        assert failed.body.startswith("No key is known")
        program.activate(window)
        desktop.wait(lambda: not desktop.shown, "it to go")

        program.keys("ctrl+n")
        program.ask("Tell me of cats.")
        program.see("A word about cats.")
        assert len(desktop.ever) == 2, "with the window in front nothing is told"


def test_a_click_opens_the_conversation_that_was_left(start: Start, server: ThreadedApiServer) -> None:
    server.chat(ChatReply("A word about boats. " + "They float. " * 400, delay=2.0), ChatReply("Of cats."))
    with FakeNotifications(capabilities=("body", "body-markup", "actions")) as desktop:
        program = start(spoken_replies=False)
        program.ask("Tell me of <boats>.")
        program.keys("ctrl+n")
        program.minimize()
        desktop.wait(lambda: desktop.shown, "a notification")
        (number,) = desktop.shown
        desktop.click(number)
        program.see("They float.")
        program.wait_for(program.has_keyboard, "the window in front")
        assert program.title().startswith("Tell me of <boats>.")


async def test_one_of_the_same_key_takes_its_place_and_a_click_is_told() -> None:
    chosen: list[tuple[str, str]] = []
    with FakeNotifications() as desktop:
        notifier = DesktopNotifications()
        notifier.on_chosen = lambda key, token: chosen.append((key, token))
        notifier.show(BOATS)
        notifier.show(Notification("cats", "Cats", "They purr", "Open"))
        notifier.show(Notification("boats", "Boats", "They sink", "Open"))
        await until(lambda: len(desktop.ever) == 3)
        assert {shown.body for shown in desktop.shown.values()} == {"They sink", "They purr"}
        assert desktop.ever[0].body == BOATS.body, "no markup where none is read"
        desktop.click(99)
        desktop.click(desktop.ever[0].number, token="leave")
        await until(lambda: chosen)
        assert chosen == [("boats", "leave")]
        notifier.withdraw("boats")
        notifier.show(BOATS)
        await until(lambda: len(desktop.ever) == 4)
        assert desktop.ever[3].replaces == 0, "what was closed is not replaced"
        notifier.withdraw("boats")
        await until(lambda: len(desktop.shown) == 1)
        await asyncio.to_thread(notifier.close)
        assert not desktop.shown, "what is left goes with the program"
    assert "notifications" not in {thread.name for thread in threading.enumerate()}


async def test_a_desktop_that_reads_markup_gets_the_words_as_they_are() -> None:
    with FakeNotifications(capabilities=("body", "body-markup")) as desktop:
        notifier = DesktopNotifications()
        notifier.show(BOATS)
        await until(lambda: desktop.ever)
        assert desktop.ever[0].body == "They &lt;float&gt; &amp; sink"
        await asyncio.to_thread(notifier.close)


async def test_a_desktop_that_says_no_or_shows_none_is_no_bug() -> None:
    with FakeNotifications(refuses=True):
        notifier = DesktopNotifications()
        notifier.show(BOATS)
        notifier.withdraw("boats")
        await asyncio.to_thread(notifier.close)
    nobody = DesktopNotifications()
    nobody.show(BOATS)
    await asyncio.to_thread(nobody.close)
    assert "notifications" not in {thread.name for thread in threading.enumerate()}


async def test_a_bus_that_is_not_there_is_none_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    notifier = DesktopNotifications()
    notifier.withdraw("nothing")
    notifier.show(BOATS)
    await until(lambda: "notifications" not in {thread.name for thread in threading.enumerate()})
    notifier.show(BOATS)
    await asyncio.to_thread(notifier.close)
