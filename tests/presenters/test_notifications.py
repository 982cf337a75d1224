"""Who looks elsewhere is told of answers; who looks here is not."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from desktop_app.chat.provider import Done, Text
from desktop_app.control.notifications import Chosen, Notification
from desktop_app.domain.errors import KeyRefused, UserError, WebhookFailed
from desktop_app.domain.messages import MessageState
from desktop_app.domain.turn import FinishReason
from desktop_app.presenters.notifications import NotificationsPresenter
from desktop_app.presenters.outside import Outside
from desktop_app.presenters.webhooks import WEBHOOK_NOTICE, WebhookPresenter
from tests.presenters.conftest import Desk
from tests.support.scripted_provider import FINISH, Hang

HOOK = "https://hook.test/x"


class Desktop:
    """A system that shows notifications."""

    def __init__(self) -> None:
        self.on_chosen: Chosen = lambda _key, _token: None
        self.shown: dict[str, Notification] = {}
        self.ever: list[Notification] = []

    def show(self, notification: Notification) -> None:
        self.shown[notification.key] = notification
        self.ever.append(notification)

    def withdraw(self, key: str) -> None:
        self.shown.pop(key, None)


class PlainWords:
    def title(self, conversation: str) -> str:
        return conversation or "Aloud"

    def body(self, state: MessageState, error: UserError | None, words: str) -> str:
        return f"{state} {error.code if error else ''} {words}".strip()

    def action(self) -> str:
        return "Open"


@dataclass
class Looking:
    in_front: bool = False
    conversation: str | None = None


@dataclass
class Hook:
    """``fails``: what it raises for each from now on."""

    told: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    fails: UserError | None = None

    async def post(self, address: str, body: Mapping[str, object]) -> None:
        self.told.append((address, dict(body)))
        await asyncio.sleep(0)
        if self.fails is not None:
            raise self.fails


class Room:
    """The presenter at a desk whose answers are those of the script."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.desktop, self.looking, self.hook = Desktop(), Looking(), Hook()
        self.opened: list[tuple[str, str, str]] = []
        self.secret: set[str] = set()
        self.presenter = NotificationsPresenter(
            self.desktop,
            PlainWords(),
            self.looking,
            WebhookPresenter(desk.notices, post=self.hook.post, preferences=desk.preferences),
            title_of=self._title,
            preferences=desk.preferences,
            tasks=desk.tasks,
        )
        self.presenter.on_open = lambda *where: self.opened.append(where)
        desk.turns.everywhere.append(self.presenter)

    async def answer(self, *script: object) -> str:
        """Asks, waits for the ending and what is told of it, and gives the conversation."""
        self.desk.script(script or (Text("Boats **float**."), FINISH))  # type: ignore[arg-type]
        turn = self.desk.ask()
        await self.desk.answered()
        await self.desk.tasks_done()
        return turn.conversation_id

    async def _title(self, conversation_id: str) -> str | None:
        if conversation_id in self.secret or self.secret == {"all"}:
            return None
        kept = await self.desk.history.conversation(conversation_id)
        return kept.title if kept else None


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room(desk)


async def test_an_answer_is_told_by_its_conversation_and_first_words(room: Room) -> None:
    conversation = await room.answer()
    (told,) = room.desktop.ever
    assert (told.key, told.title, told.body) == (conversation, "Why?", "complete  Boats float.")


async def test_one_is_told_how_it_failed(room: Room) -> None:
    await room.answer(Text("Half"), KeyRefused("No."))
    assert room.desktop.ever[0].body == "failed KeyRefused Half"


async def test_and_that_it_was_cut(room: Room) -> None:
    await room.answer(Text("Half"), Done(FinishReason.LENGTH))
    assert room.desktop.ever[0].body == "truncated  Half"


async def test_what_a_person_stopped_is_no_news(room: Room) -> None:
    room.desk.preferences.change(webhook=HOOK)
    room.desk.script([Text("Half"), Hang()])
    turn = room.desk.ask()
    await room.desk.until(lambda: turn.message.text)
    turn.stop()
    await room.desk.answered()
    await room.desk.tasks_done()
    assert (room.desktop.ever, room.hook.told) == ([], [])


async def test_what_a_terminal_follows_is_seen_there(room: Room) -> None:
    room.desk.script([Text("Boats."), FINISH])
    outside = Outside(room.desk.conversation, room.desk.sidebar, room.desk.speech, lambda: None, room.desk.tasks)
    outside.on_asked = room.presenter.pass_over
    assert [piece async for piece in outside.ask("Why?", conversation_id=None, new=True, speak=False)] == ["Boats."]
    await room.desk.tasks_done()
    assert room.desktop.ever == []
    await room.answer()
    assert len(room.desktop.ever) == 1


async def test_with_the_window_in_front_nothing_is_told(room: Room) -> None:
    room.desk.preferences.change(webhook=HOOK)
    room.looking.in_front = True
    await room.answer()
    assert (room.desktop.ever, room.hook.told) == ([], [])


async def test_a_later_answer_takes_the_place_of_the_one_before(room: Room) -> None:
    first = await room.answer()
    second = await room.answer(Text("Trains roll."), FINISH)
    assert first == second
    assert [told.body for told in room.desktop.ever] == ["complete  Boats float.", "complete  Trains roll."]
    assert len(room.desktop.shown) == 1


async def test_a_click_leads_to_the_message(room: Room) -> None:
    conversation = await room.answer()
    answer = room.desk.conversation.messages[-1].id
    room.desktop.on_chosen(conversation, "leave")
    assert room.opened == [(conversation, answer, "leave")]
    assert room.desktop.shown == {}
    room.desktop.on_chosen(conversation, "")
    room.desktop.on_chosen("of yesterday", "")
    assert len(room.opened) == 1


async def test_who_comes_by_themselves_finds_it_gone(room: Room) -> None:
    conversation = await room.answer()
    room.looking.in_front, room.looking.conversation = True, "another"
    room.presenter.attention_moved()
    assert set(room.desktop.shown) == {conversation}
    room.looking.in_front, room.looking.conversation = False, conversation
    room.presenter.attention_moved()
    assert set(room.desktop.shown) == {conversation}
    room.looking.in_front = True
    room.presenter.attention_moved()
    assert room.desktop.shown == {}


async def test_the_words_can_be_left_out_and_all_of_it_switched_off(room: Room) -> None:
    room.desk.preferences.change(notification_words=False)
    await room.answer()
    assert room.desktop.ever[0].body == "complete"
    assert room.desktop.ever[0].title == "Why?"
    room.desk.preferences.change(notifications=False)
    assert room.desktop.shown == {}
    await room.answer()
    assert len(room.desktop.ever) == 1


async def test_of_what_is_not_kept_neither_title_nor_words_are_told_and_no_webhook_hears(room: Room) -> None:
    room.desk.preferences.change(webhook=HOOK, webhook_text=True)
    room.secret = {"all"}
    await room.answer()
    assert (room.desktop.ever[0].title, room.desktop.ever[0].body) == ("Aloud", "complete")
    assert room.hook.told == []


async def test_the_webhook_gets_no_text_unless_that_is_chosen(room: Room) -> None:
    room.desk.preferences.change(webhook=HOOK, notifications=False)
    conversation = await room.answer()
    answer = room.desk.conversation.messages[-1].id
    expected = {"id": conversation, "title": "Why?", "state": "complete", "message": answer}
    assert room.hook.told == [(HOOK, expected)]
    room.desk.preferences.change(webhook_text=True)
    await room.answer()
    assert room.hook.told[1][1]["text"] == "Boats **float**."


async def test_a_webhook_that_fails_is_told_once_until_it_goes_well_again(room: Room) -> None:
    room.desk.preferences.change(webhook=HOOK)
    room.hook.fails = WebhookFailed("No.")
    await room.answer()
    await room.answer()
    assert [notice.key for notice in room.desk.notices.ever] == [WEBHOOK_NOTICE]
    room.hook.fails = None
    await room.answer()
    assert WEBHOOK_NOTICE not in room.desk.notices.shown
    room.hook.fails = WebhookFailed("No.")
    await room.answer()
    assert len(room.desk.notices.ever) == 2
    room.desk.preferences.change(webhook="https://other.test/")
    assert WEBHOOK_NOTICE not in room.desk.notices.shown
