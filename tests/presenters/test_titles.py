"""Titles by the model: asked for once, made fit for a line, and never in the place of a title of a person's."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from desktop_app.chat.provider import ChatRequest, Done, Text
from desktop_app.domain.errors import RateLimited, Unreachable
from desktop_app.domain.messages import LONGEST_TITLE, TitledBy
from desktop_app.domain.settings import ChatSource
from desktop_app.domain.turn import FinishReason
from desktop_app.domain.work import WorkKind
from desktop_app.presenters.titles import Titles, clean_title
from desktop_app.presenters.work import WorkList
from desktop_app.storage.folders import Folders
from tests.presenters.conftest import Desk
from tests.support.scripted_provider import Hang, Step, words


@pytest.fixture
def works() -> WorkList:
    return WorkList()


@pytest.fixture
def titles(desk: Desk, works: WorkList) -> Titles:
    made = Titles(
        connection=desk.connection,
        preferences=desk.preferences,
        folders=Folders(desk.history),
        works=works,
        is_temporary=desk.history.is_temporary,
        on_titled=lambda conversation_id: desk.sidebar.look_at([conversation_id]),
        tasks=desk.tasks,
    )
    desk.turns.everywhere.append(made)
    desk.sidebar.on_titled = lambda _id, title: desk.header.set_title(title)
    return made


def _title_requests(desk: Desk) -> list[ChatRequest]:
    return [request for request in desk.provider.requests if request.background]


async def _settled(desk: Desk) -> None:
    await desk.answered()
    await desk.tasks_done()


@pytest.mark.usefixtures("titles")
async def test_behind_the_first_answer_the_model_is_asked_once_for_a_title(desk: Desk) -> None:
    desk.script(words("A kettle sings because water boils."), words("**Singing kettles**\n"), words("More."))
    desk.ask("Why does a kettle sing?")
    await _settled(desk)
    assert desk.sidebar_view.titles == ["Singing kettles"]
    assert desk.header.title == "Singing kettles"
    assert desk.sidebar_view.conversations[0].titled_by is TitledBy.MODEL
    [asked] = _title_requests(desk)
    assert asked.model == "small"
    assert asked.max_output_tokens is not None
    assert "Why does a kettle sing?" in asked.messages[0].text
    assert "A kettle sings because water boils." in asked.messages[0].text
    desk.ask("And then?")
    await _settled(desk)
    assert len(_title_requests(desk)) == 1


@pytest.mark.usefixtures("titles")
async def test_a_title_is_neither_spoken_nor_kept_in_the_history_nor_sent_with_the_next_question(desk: Desk) -> None:
    desk.script(words("Water boils."), words("Kettles"), words("More."))
    desk.ask("Why?")
    await _settled(desk)
    desk.ask("And then?")
    await _settled(desk)
    kept = await desk.history.path(desk.conversation.open_id or "")
    assert [message.text for message in kept] == ["Why?", "Water boils.", "And then?", "More."]
    assert [message.text for message in desk.provider.requests[-1].messages] == ["Why?", "Water boils.", "And then?"]
    assert "Kettles" not in " ".join(phrase.text for phrase in desk.speaker.queue)
    assert "Kettles" not in desk.transcript.lines


@pytest.mark.parametrize(
    "changes",
    [{"titles_by_model": False}, {"chat_source": ChatSource.DEMO}, {"server_url": "http://other.test/v1"}],
    ids=["switched off", "in the demo", "where another server was chosen meanwhile"],
)
@pytest.mark.usefixtures("titles")
async def test_nobody_is_asked(desk: Desk, changes: dict[str, object]) -> None:
    go_on = asyncio.Event()
    desk.script([Text("Water "), go_on, Text("boils."), Done(FinishReason.STOP)], words("Kettles"))
    desk.ask("Why?")
    await desk.until(lambda: desk.transcript.lines[-1:] == ["Water "])
    desk.preferences.change(**changes)
    go_on.set()
    await _settled(desk)
    assert not _title_requests(desk)
    assert desk.sidebar_view.titles == ["Why?"]


@pytest.mark.usefixtures("titles")
async def test_a_title_that_a_person_writes_while_the_model_thinks_stays(desk: Desk) -> None:
    go_on = asyncio.Event()
    desk.script(words("Water boils."), [go_on, Text("Kettles"), Done(FinishReason.STOP)])
    desk.ask("Why?")
    await desk.until(lambda: len(_title_requests(desk)) == 1)
    desk.arranging.rename(desk.conversation.open_id or "", "  My\n kettle ")
    go_on.set()
    await _settled(desk)
    assert desk.sidebar_view.titles == ["My kettle"]
    assert desk.header.title == "My kettle"
    assert (await desk.history.conversations())[0].titled_by is TitledBy.PERSON


@pytest.mark.usefixtures("titles")
async def test_a_conversation_with_a_title_is_not_asked_about(desk: Desk) -> None:
    go_on = asyncio.Event()
    desk.script([Text("Water "), go_on, Text("boils."), Done(FinishReason.STOP)], words("Kettles"))
    desk.ask("Why?")
    await desk.until(lambda: desk.sidebar_view.titles == ["Why?"])
    desk.arranging.rename(desk.conversation.open_id or "", "Mine")
    go_on.set()
    await _settled(desk)
    assert not _title_requests(desk)


@pytest.mark.parametrize(
    "script",
    [
        [Unreachable("nobody there")],
        [RateLimited("later", retry_after=30.0)],
        words(""),
        words("I'm sorry, but I cannot help with that."),
        words("<think>They want a title"),
    ],
    ids=["unreachable", "too many requests", "empty", "refused", "thinking to the end"],
)
@pytest.mark.usefixtures("titles")
async def test_where_no_title_comes_the_first_words_stay_and_nobody_is_told(
    desk: Desk, works: WorkList, script: Sequence[Step]
) -> None:
    desk.script(words("Water boils."), script)
    desk.ask("Why?")
    await _settled(desk)
    assert len(_title_requests(desk)) == 1
    assert desk.sidebar_view.titles == ["Why?"]
    assert not desk.notices.ever
    assert not works.running


@pytest.mark.usefixtures("titles")
async def test_a_stopped_answer_asks_for_none_and_the_whole_one_after_it_does(desk: Desk) -> None:
    desk.script([Text("Water "), Hang()], words("Water boils."), words("Kettles"))
    turn = desk.ask("Why?")
    await desk.until(lambda: desk.transcript.lines[-1:] == ["Water "])
    turn.stop()
    await _settled(desk)
    assert not _title_requests(desk)
    desk.ask("Say it again.")
    await _settled(desk)
    assert desk.sidebar_view.titles == ["Kettles"]


@pytest.mark.usefixtures("titles")
async def test_the_search_for_a_title_is_among_what_runs_and_can_be_stopped(desk: Desk, works: WorkList) -> None:
    desk.script(words("Water boils."), [Hang()])
    desk.ask("Why?")
    await desk.until(lambda: works.running)
    [work] = works.running
    assert (work.kind, work.conversation_id) == (WorkKind.TITLE, desk.conversation.open_id)
    assert works.stop(work.id)
    await _settled(desk)
    assert not works.running
    assert desk.sidebar_view.titles == ["Why?"]


@pytest.mark.usefixtures("titles")
async def test_a_conversation_that_is_deleted_meanwhile_stays_deleted(desk: Desk) -> None:
    go_on = asyncio.Event()
    desk.script(words("Water boils."), [go_on, Text("Kettles"), Done(FinishReason.STOP)])
    desk.ask("Why?")
    await desk.until(lambda: len(_title_requests(desk)) == 1)
    desk.arranging.delete([desk.conversation.open_id or ""])
    go_on.set()
    await _settled(desk)
    assert desk.sidebar_view.titles == []


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Singing kettles", "Singing kettles"),
        ('"Singing kettles."', "Singing kettles"),
        ("**Title:** Singing kettles", "Singing kettles"),
        ("Title: “Singing kettles”\n\nI chose it because it is short.", "Singing kettles"),
        ("# Singing kettles\n", "Singing kettles"),
        ("- Singing kettles", "Singing kettles"),
        ("1. Singing kettles", "Singing kettles"),
        ("2026 in review", "2026 in review"),
        ("3.14 and other numbers", "3.14 and other numbers"),
        ("`grep` in depth", "grep in depth"),
        ("Why **do** kettles sing?", "Why do kettles sing?"),
        ("「やかんの歌」", "やかんの歌"),
        ("タイトル：やかんの歌。", "やかんの歌"),
        ("«Le chant de la bouilloire»", "Le chant de la bouilloire"),
        ("<think>Short, I think.</think>\nSinging kettles", "Singing kettles"),
        ("Short, I think.\n</think>\n\nSinging kettles", "Singing kettles"),
        ("[THINK]hm[/THINK]Singing kettles", "Singing kettles"),
        ("<think>They want", ""),
        ("", ""),
        ("  \n\n", ""),
        ("***", ""),
        ("I'm sorry, I can't do that.", ""),
        ("Es tut mir leid, das geht nicht.", ""),
        ("Sorry seems to be the hardest word", "Sorry seems to be the hardest word"),
        ("word " * 60, ""),
        ("“Don’t panic”", "Don’t panic"),
        ('"Hello" in Python', '"Hello" in Python'),
        ('"Hello" and "Goodbye"', '"Hello" and "Goodbye"'),
        ('"Singing kettl', "Singing kettl"),
        ("To be continued...", "To be continued..."),
        ("snake_case names", "snake_case names"),
        ("Tab\tand\u200bjoiner \x07", "Tab andjoiner"),
    ],
)
def test_a_title_is_one_bare_line(said: str, title: str) -> None:
    assert clean_title(said) == title


def test_a_long_title_ends_with_a_whole_word() -> None:
    cut = clean_title("How the kettle in the kitchen of my grandmother began to sing one day")
    assert len(cut) <= LONGEST_TITLE
    assert cut == "How the kettle in the kitchen of my grandmother began to…"
