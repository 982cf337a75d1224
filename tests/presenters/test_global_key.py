"""The key for all programs follows the settings, and what stands in its way is told where it is chosen."""

from __future__ import annotations

import asyncio

from desktop_app.domain.errors import GlobalKeyError, GlobalKeyTaken
from desktop_app.presenters.global_key import GLOBAL_KEY_NOTICE, GlobalKeyPresenter
from desktop_app.presenters.views import Step
from tests.presenters.conftest import Desk


class FakeHolder:
    """``others`` are keys of other programs; a held-up ``gate`` is a desktop that asks its owner."""

    def __init__(self) -> None:
        self.held = ""
        self.others: set[str] = set()
        self.tried: list[str] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def hold(self, portable: str) -> None:
        self.held = ""
        await self.gate.wait()
        if portable in self.others:
            raise GlobalKeyTaken("Another program has it.")
        self.held = portable

    async def try_out(self, portable: str) -> None:
        self.tried.append(portable)
        if portable in self.others:
            raise GlobalKeyTaken("Another program has it.")

    async def close(self) -> None:
        self.held = ""


def presenter(desk: Desk) -> tuple[GlobalKeyPresenter, FakeHolder, list[GlobalKeyError | None]]:
    holder, verdicts = FakeHolder(), list[GlobalKeyError | None]()
    made = GlobalKeyPresenter(holder, desk.notices, desk.preferences, desk.tasks)
    made.on_verdict = verdicts.append
    return made, holder, verdicts


async def test_the_key_is_held_from_the_start_and_follows_the_settings(desk: Desk) -> None:
    desk.preferences.change(global_key="F8")
    keys, holder, _ = presenter(desk)
    keys.begin()
    await desk.tasks_done()
    assert holder.held == "F8"
    desk.preferences.change(global_key="F9")
    await desk.tasks_done()
    assert holder.held == "F9"
    desk.preferences.change(global_key="")
    await desk.tasks_done()
    assert holder.held == ""
    assert desk.notices.ever == []


async def test_a_key_of_another_program_is_told_until_another_is_chosen(desk: Desk) -> None:
    keys, holder, verdicts = presenter(desk)
    holder.others.add("F8")
    desk.preferences.change(global_key="F8")
    await desk.tasks_done()
    notice = desk.notices.shown[GLOBAL_KEY_NOTICE]
    assert (type(notice.error), notice.steps) == (GlobalKeyTaken, (Step.OPEN_SETTINGS,))
    keys.judge("F8")
    assert [type(verdict) for verdict in verdicts] == [GlobalKeyTaken]
    assert holder.tried == [], "what became of the key in force is known"
    desk.preferences.change(global_key="F9")
    await desk.tasks_done()
    assert desk.notices.shown == {}


async def test_a_key_is_judged_before_it_is_in_force(desk: Desk) -> None:
    keys, holder, verdicts = presenter(desk)
    holder.others.add("F8")
    for key in ("F8", "F9", ""):
        keys.judge(key)
        await desk.tasks_done()
    assert [type(verdict).__name__ for verdict in verdicts] == ["GlobalKeyTaken", "NoneType", "NoneType"]
    assert holder.held == ""


async def test_what_became_of_a_key_that_was_given_up_meanwhile_is_nobodys_trouble(desk: Desk) -> None:
    _, holder, _ = presenter(desk)
    holder.others.add("F8")
    holder.gate.clear()
    desk.preferences.change(global_key="F8")
    await asyncio.sleep(0.01)
    desk.preferences.change(global_key="F9")
    holder.gate.set()
    await desk.tasks_done()
    assert desk.notices.ever == []
