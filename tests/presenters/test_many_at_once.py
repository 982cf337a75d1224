"""Several conversations are answered at once: each by itself, some of them waiting for their turn, all in one list."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from desktop_app.chat.provider import ChatRequest, Reasoning, Text, Tokens
from desktop_app.domain.errors import ServerFailed
from desktop_app.domain.messages import Conversation, MessageState
from desktop_app.domain.usage import Usage
from desktop_app.domain.work import Work, WorkKind, WorkState
from desktop_app.presenters.live_turn import LiveTurn
from desktop_app.presenters.work import WorkList
from desktop_app.presenters.work_panel import WorkPanelPresenter
from desktop_app.presenters.work_sources import Replies, Voices
from tests.presenters.conftest import Desk
from tests.support.scripted_provider import FINISH, Hang, Step, words

SENTENCES = "Here is a first sentence that says something. Here is a second one that adds a little to it."


class Badge:
    def __init__(self) -> None:
        self.count = 0

    def set_running(self, count: int) -> None:
        self.count = count


class Panel:
    def __init__(self) -> None:
        self.opened = 0
        self.running: list[Work] = []
        self.over: list[Work] = []

    def open(self) -> None:
        self.opened += 1

    def show_work(self, running: Sequence[Work], over: Sequence[Work]) -> None:
        self.running, self.over = list(running), list(over)


@pytest.fixture(autouse=True)
async def known_key(desk: Desk) -> None:
    """The keyring has been asked: requests go out in the order in which they were made."""
    await desk.connection.engine(desk.preferences.current)


@pytest.fixture
def works(desk: Desk) -> WorkList:
    made = WorkList()
    Replies(desk.turns, made, desk.conversation.stop_turn)
    Voices(desk.speech, made)
    return made


def ask_anew(desk: Desk, text: str) -> LiveTurn:
    """In a conversation of its own, which is in front then."""
    desk.conversation.new()
    return desk.ask(text)


async def go_to(desk: Desk, turn: LiveTurn) -> None:
    assert await desk.conversation.open(Conversation(turn.conversation_id, "", 0, 0))


async def test_answers_that_come_at_once_are_not_mixed_up(desk: Desk) -> None:
    """Piece by piece in turn: each of five answers is its own, on the page and in the history."""
    names = ["one", "two", "three", "four", "five"]
    desk.script(*(words(*(f"{name}{number} " for number in range(40))) for name in names))
    turns = [ask_anew(desk, name) for name in names]
    assert len(desk.conversation.turns) == len(names)
    await desk.answered()
    for name, turn in zip(names, turns, strict=True):
        question, answer = await desk.history.path(turn.conversation_id)
        assert question.text == name
        assert answer.text == "".join(f"{name}{number} " for number in range(40))
        assert answer.state is MessageState.COMPLETE


async def test_one_of_many_is_stopped_by_itself(desk: Desk, works: WorkList) -> None:
    desk.script([Text("one"), Hang()], [Text("two"), Hang()], [Text("three"), Hang()])
    turns = [ask_anew(desk, name) for name in ("1", "2", "3")]
    await desk.until(lambda: all(turn.message.text for turn in turns))
    assert works.stop(turns[1].id)
    assert [turn.id for turn in desk.conversation.turns] == [turns[0].id, turns[2].id]
    assert not works.stop(turns[1].id)
    desk.conversation.stop_all()
    await desk.answered()
    kept = [(await desk.history.path(turn.conversation_id))[-1] for turn in turns]
    assert [(one.text, one.state) for one in kept] == [(name, MessageState.STOPPED) for name in ("one", "two", "three")]


async def test_going_back_to_one_that_streams_shows_it_going_on(desk: Desk) -> None:
    go_on = asyncio.Event()
    desk.script([Text("It began"), go_on, Text(" and went on."), FINISH], [Hang()])
    first = ask_anew(desk, "first")
    await desk.until(lambda: first.message.text)
    ask_anew(desk, "second")
    await go_to(desk, first)
    assert desk.transcript.lines == ["first", "It began"]
    go_on.set()
    await desk.until(lambda: len(desk.conversation.turns) == 1)
    assert desk.transcript.lines == ["first", "It began and went on."]
    desk.conversation.stop_all()


async def test_an_answer_that_waits_says_so_on_its_page_whenever_that_is_in_front(desk: Desk, works: WorkList) -> None:
    desk.connection.limit_requests(1)
    desk.script([Text("one"), Hang()], [Hang()], words("three"))
    first, second, third = (ask_anew(desk, name) for name in ("1", "2", "3"))
    await desk.until(lambda: third.ahead == 1 and first.message.text)
    assert desk.transcript.lines_ahead == {third.message_id: 1}
    assert [(work.state, work.ahead) for work in works.running if work.kind is WorkKind.REPLY] == [
        (WorkState.RUNNING, 0),
        (WorkState.WAITING, 0),
        (WorkState.WAITING, 1),
    ]
    desk.transcript.lines_ahead.clear()
    await go_to(desk, second)
    assert desk.transcript.lines_ahead == {second.message_id: 0}
    first.stop()
    await desk.until(lambda: second.ahead is None)
    assert desk.transcript.lines_ahead == {}
    second.stop()
    await desk.answered()
    assert (await desk.history.path(third.conversation_id))[-1].text == "three"


async def test_a_turn_that_waits_can_be_stopped_before_it_begins(desk: Desk, works: WorkList) -> None:
    desk.connection.limit_requests(1)
    desk.script([Hang()])
    first, second = (ask_anew(desk, name) for name in ("1", "2"))
    await desk.until(lambda: second.ahead == 0)
    desk.conversation.stop()
    await desk.until(lambda: len(desk.conversation.turns) == 1)
    assert desk.transcript.states[second.message_id] is MessageState.STOPPED
    assert len(desk.provider.requests) == 1
    assert works.recent[0].state is WorkState.STOPPED
    first.stop()


async def test_a_higher_limit_lets_those_that_wait_begin_at_once(desk: Desk) -> None:
    desk.connection.limit_requests(1)
    desk.script([Hang()])
    turns = [ask_anew(desk, name) for name in ("1", "2", "3")]
    await desk.until(lambda: turns[2].ahead == 1)
    desk.connection.limit_requests(3)
    await desk.until(lambda: desk.provider.opened == 3)
    assert [turn.ahead for turn in turns] == [None] * 3


async def test_an_answer_is_looked_at_while_its_conversation_is_in_front(desk: Desk) -> None:
    requests: list[ChatRequest] = []
    desk.provider.on_request = requests.append
    desk.script([Hang()])
    first = ask_anew(desk, "1")
    await desk.until(lambda: len(requests) == 1)
    assert requests[0].looked_at()
    ask_anew(desk, "2")
    assert not requests[0].looked_at()
    await go_to(desk, first)
    assert requests[0].looked_at()


async def test_tokens_are_guessed_while_an_answer_streams_and_known_at_its_end(desk: Desk, works: WorkList) -> None:
    go_on = asyncio.Event()
    script: list[Step] = [Reasoning("hm, " * 10), Text("twelve chars"), go_on, Tokens(Usage(3, 77)), FINISH]
    desk.script(script)
    turn = ask_anew(desk, "1")
    assert turn.work.state is WorkState.CONNECTING
    await desk.until(lambda: turn.message.text)
    assert (turn.work.tokens, turn.work.tokens_exact, turn.work.state) == (13, False, WorkState.RUNNING)
    go_on.set()
    await desk.answered()
    (work,) = works.recent
    assert (work.tokens, work.tokens_exact, work.state) == (77, True, WorkState.FINISHED)
    assert [one for one in works.running if one.kind is WorkKind.REPLY] == []


async def test_a_turn_that_tries_again_says_when(desk: Desk) -> None:
    desk.script([ServerFailed("busy", status=503)], [Hang()])
    turn = ask_anew(desk, "1")
    await desk.until(lambda: turn.work.state is WorkState.RETRYING)
    assert turn.work.due is not None
    assert turn.work.due > turn.work.started
    turn.stop()


async def test_a_bug_in_one_turn_ends_that_turn_and_no_other(
    desk: Desk, works: WorkList, caplog: pytest.LogCaptureFixture
) -> None:
    desk.connection.limit_requests(1)
    desk.script([Text("one"), RuntimeError("a bug")], words("two"))
    first, second = (ask_anew(desk, name) for name in ("1", "2"))
    await desk.answered()
    assert [work.state for work in works.recent] == [WorkState.FINISHED, WorkState.FAILED]
    assert (await desk.history.path(second.conversation_id))[-1].text == "two"
    assert (await desk.history.path(first.conversation_id))[-1].state is MessageState.FAILED
    caplog.clear()


async def test_the_voice_in_front_and_those_that_wait_stand_in_the_list(desk: Desk, works: WorkList) -> None:
    desk.script([Text(SENTENCES), Hang()])
    turns = [ask_anew(desk, name) for name in ("1", "2", "3")]
    await desk.until(lambda: all(turn.message.text for turn in turns))
    desk.speaker.begin(desk.speech)
    speech = [work for work in works.running if work.kind is WorkKind.SPEECH]
    assert {(work.conversation_id, work.state, work.ahead) for work in speech} == {
        (turns[2].conversation_id, WorkState.RUNNING, 0),
        (turns[1].conversation_id, WorkState.WAITING, 1),
        (turns[0].conversation_id, WorkState.WAITING, 2),
    }
    waiting = next(work for work in speech if work.conversation_id == turns[0].conversation_id)
    assert works.stop(waiting.id)
    assert desk.speech.waiting_conversations == {turns[1].conversation_id}
    assert desk.speech.active
    assert len(desk.conversation.turns) == 3


async def test_stop_all_leaves_nothing_that_runs_waits_or_sounds(desk: Desk, works: WorkList) -> None:
    desk.connection.limit_requests(2)
    desk.script([Text(SENTENCES), Hang()])
    turns = [ask_anew(desk, name) for name in ("1", "2", "3", "4")]
    await desk.until(lambda: turns[3].ahead == 1 and turns[1].message.text)
    stopped: list[str] = []
    export = works.begin(WorkKind.EXPORT, stop=lambda: stopped.append("export"))
    works.stop_all()
    export.end()
    await desk.answered()
    assert works.running == []
    assert stopped == ["export"]
    assert not desk.speech.active
    assert desk.speech.waiting_conversations == frozenset()
    assert len(desk.provider.requests) == 2
    assert works.recent[0].state is WorkState.STOPPED


# What is shown


@pytest.fixture
def badge() -> Badge:
    return Badge()


@pytest.fixture
def view() -> Panel:
    return Panel()


@pytest.fixture
def panel(desk: Desk, works: WorkList, badge: Badge, view: Panel) -> WorkPanelPresenter:
    async def title(conversation_id: str) -> str | None:
        kept = await desk.history.conversation(conversation_id)
        return kept.title if kept is not None else None

    return WorkPanelPresenter(
        works, badge, lambda: view, shown=lambda: desk.conversation.open_id, title_of=title, tasks=desk.tasks
    )


async def test_what_one_sees_is_not_counted_before_more_runs(
    desk: Desk, panel: WorkPanelPresenter, badge: Badge
) -> None:
    desk.script([Text("one"), Hang()])
    first = ask_anew(desk, "1")
    await desk.until(lambda: first.message.text)
    panel.count()
    assert badge.count == 0
    ask_anew(desk, "2")
    panel.count()
    assert badge.count == 2
    first.stop()
    assert badge.count == 0


async def test_titles_and_voices_that_wait_are_not_counted(
    works: WorkList, panel: WorkPanelPresenter, badge: Badge
) -> None:
    works.begin(WorkKind.TITLE)
    assert badge.count == 0
    works.begin(WorkKind.BACKUP)
    assert badge.count == 1


async def test_the_panel_names_replies_by_their_conversations(
    desk: Desk, works: WorkList, panel: WorkPanelPresenter, view: Panel
) -> None:
    desk.script([Text("one"), Hang()], [Hang()])
    ask_anew(desk, "Boats")
    ask_anew(desk, "Trains")
    works.begin(WorkKind.EXPORT, "all.zip")
    await desk.tasks_but_turns_done()
    panel.open()
    await desk.until(lambda: [work.title for work in view.running] == ["Boats", "Trains", "all.zip"])
    assert view.opened == 1


async def test_stop_in_the_panel_reaches_that_work_and_shows_that_it_has_ended(
    desk: Desk, panel: WorkPanelPresenter, view: Panel
) -> None:
    desk.script([Text("one"), Hang()])
    first = ask_anew(desk, "1")
    second = ask_anew(desk, "2")
    await desk.until(lambda: second.message.text)
    panel.open()
    panel.stop(first.id)
    assert [work.id for work in view.running if work.kind is WorkKind.REPLY] == [second.id]
    assert [(work.id, work.state) for work in view.over] == [(first.id, WorkState.STOPPED)]
    panel.stop_all()
    assert view.running == []


async def test_nothing_is_made_for_a_panel_that_nobody_opened(panel: WorkPanelPresenter, view: Panel) -> None:
    panel.refresh()
    assert view.opened == 0
    assert view.running == []


async def test_many_that_begin_and_end_at_once_are_looked_up_in_the_history_together(desk: Desk) -> None:
    """The list asked for each change and again for each that had overtaken it: fifty answers kept it busy for good."""
    asked: list[int] = []
    some = desk.sidebar._listing.some

    async def count(conversation_ids: Sequence[str]) -> list[Conversation]:
        asked.append(len(conversation_ids))
        return await some(conversation_ids)

    desk.sidebar._listing.some = count  # type: ignore[method-assign]
    desk.script([Hang()])
    turns = [ask_anew(desk, str(number)) for number in range(50)]
    await desk.tasks_but_turns_done()
    assert len(asked) < 10
    assert {one.id for one in desk.sidebar_view.conversations} >= {turn.conversation_id for turn in turns}
    desk.conversation.stop_all()
    await desk.answered()
