"""What a person does with the list of conversations shows at once, is kept, and can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop_app.chat.provider import Text
from desktop_app.domain.archive import ARCHIVED
from desktop_app.domain.drafts import Draft
from desktop_app.domain.messages import Conversation, TitledBy
from desktop_app.presenters import deletions, sidebar
from desktop_app.presenters.views import Deleted
from desktop_app.storage.drafts import Drafts
from desktop_app.storage.folders import Folders
from tests.presenters.conftest import Desk
from tests.support.scripted_provider import Hang, words


async def _fill(desk: Desk, count: int = 3) -> list[str]:
    """Conversations, the newest first, listed as at a start."""
    for number in range(count):
        await desk.history.add_conversation(Conversation(f"c{number}", f"Talk {number}", float(number), float(number)))
    await desk.sidebar.open_last()
    await desk.tasks_done()
    return [f"c{number}" for number in reversed(range(count))]


async def _kept(desk: Desk) -> dict[str, Conversation]:
    await desk.tasks_done()
    return {one.id: one for one in (await desk.sidebar._listing.page(10_000))[0]}


async def _folder(desk: Desk, *conversation_ids: str) -> str:
    desk.arranging.make_folder("New folder", conversation_ids)
    await desk.tasks_done()
    return desk.sidebar_view.folders[0].id


# Names


async def test_a_title_that_a_person_writes_is_shown_at_once_and_kept_as_theirs(desk: Desk) -> None:
    await _fill(desk)
    desk.arranging.rename("c1", "  Of my own\tmaking ")
    assert desk.sidebar_view.one("c1").title == "Of my own making"
    assert (await _kept(desk))["c1"].titled_by is TitledBy.PERSON
    assert (await _kept(desk))["c1"].title == "Of my own making"


@pytest.mark.parametrize("title", ["", " \n "])
async def test_an_empty_title_changes_nothing(desk: Desk, title: str) -> None:
    await _fill(desk)
    desk.arranging.rename("c1", title)
    assert (await _kept(desk))["c1"].title == "Talk 1"
    assert desk.sidebar_view.one("c1").title == "Talk 1"


async def test_a_new_title_of_the_open_conversation_is_told(desk: Desk) -> None:
    told: list[tuple[str, str]] = []
    desk.sidebar.on_titled = lambda *news: told.append(news)
    await _fill(desk)
    desk.arranging.rename("c1", "Mine")
    desk.arranging.rename("gone", "Nobody's")
    await desk.tasks_done()
    assert told == [("c1", "Mine")]


# Pins, the archive, folders


async def test_several_are_pinned_archived_and_moved_at_once_and_back(desk: Desk) -> None:
    await _fill(desk)
    folder = await _folder(desk)
    desk.arranging.pin(["c0", "c2", "gone"], True)
    desk.arranging.archive(["c1"], True)
    desk.arranging.move(["c0", "c1"], folder)
    for found in ({one.id: one for one in desk.sidebar_view.conversations}, await _kept(desk)):
        assert [found[one].pinned for one in ("c0", "c1", "c2")] == [True, False, True]
        assert [found[one].archived for one in ("c0", "c1", "c2")] == [False, True, False]
        assert [found[one].folder_id for one in ("c0", "c1", "c2")] == [folder, folder, None]
    desk.arranging.pin(["c0"], False)
    desk.arranging.archive(["c1"], False)
    desk.arranging.move(["c0"], "")
    kept = await _kept(desk)
    assert (kept["c0"].pinned, kept["c1"].archived, kept["c0"].folder_id) == (False, False, None)


async def test_a_new_folder_stands_above_the_others_and_is_named_in_its_place(desk: Desk) -> None:
    await _fill(desk)
    first = await _folder(desk)
    second = await _folder(desk, "c1")
    assert [one.id for one in desk.sidebar_view.folders] == [second, first]
    assert desk.sidebar_view.named == [first, second]
    assert desk.sidebar_view.one("c1").folder_id == second
    desk.arranging.rename_folder(second, " Work ")
    desk.arranging.rename_folder(first, " ")
    await desk.tasks_done()
    assert [one.name for one in desk.sidebar_view.folders] == ["Work", "New folder"]


async def test_folders_keep_the_order_they_are_given(desk: Desk) -> None:
    first, second = await _folder(desk), await _folder(desk)
    desk.arranging.order_folders([first, second])
    await desk.tasks_done()
    assert [one.id for one in desk.sidebar_view.folders] == [first, second]
    assert [one.id for one in await Folders(desk.history).all()] == [first, second]


async def test_what_is_folded_is_shown_so_at_the_next_start_and_the_archive_at_the_first(desk: Desk) -> None:
    await desk.sidebar.open_last()
    assert desk.sidebar_view.folded == {ARCHIVED}
    desk.arranging.keep_folded({"f"})
    await desk.tasks_done()
    await desk.sidebar.open_last()
    assert desk.sidebar_view.folded == {"f"}


async def test_a_deleted_folder_comes_back_with_its_conversations(desk: Desk) -> None:
    await _fill(desk)
    folder = await _folder(desk, "c1")
    desk.arranging.delete_folder(folder)
    await desk.tasks_done()
    assert desk.sidebar_view.folders == []
    assert (desk.undo.offered, desk.undo.what) == (1, Deleted.FOLDERS)
    assert len(await Folders(desk.history).all()) == 1, "a program that is killed now has deleted nothing"
    desk.actions.undo()
    await desk.tasks_done()
    assert [one.id for one in desk.sidebar_view.folders] == [folder]
    assert desk.sidebar_view.one("c1").folder_id == folder


async def test_a_folder_that_is_gone_for_good_leaves_its_conversations(desk: Desk) -> None:
    await _fill(desk)
    folder = await _folder(desk, "c1")
    desk.arranging.delete_folder(folder)
    await desk.deletions.close()
    assert await Folders(desk.history).all() == []
    assert (await _kept(desk))["c1"].folder_id is None


async def test_a_branch_of_a_conversation_lies_in_its_folder_under_a_title_that_is_as_much_the_person_s(
    desk: Desk,
) -> None:
    desk.script(words("Because."))
    turn = desk.ask("Why?")
    await desk.answered()
    await desk.tasks_done()
    folder = await _folder(desk, turn.conversation_id)
    desk.arranging.rename(turn.conversation_id, "Mine")
    await desk.tasks_done()
    desk.actions.branch(turn.message_id)
    await desk.until(lambda: len(desk.sidebar_view.conversations) == 2)
    copy = next(one for one in desk.sidebar_view.conversations if one.id != turn.conversation_id)
    assert (copy.title, copy.folder_id, copy.titled_by) == ("Mine (2)", folder, TitledBy.PERSON)


# Deleted, and brought back


async def test_deleted_conversations_leave_the_list_but_not_the_disk_and_come_back(desk: Desk) -> None:
    await _fill(desk)
    desk.arranging.delete(["c0", "c2", "gone"])
    assert desk.sidebar_view.titles == ["Talk 1"]
    assert (desk.undo.offered, desk.undo.what) == (2, Deleted.CONVERSATIONS)
    assert sorted(await _kept(desk)) == ["c0", "c1", "c2"]
    assert await desk.sidebar.find("c0") is None
    desk.sidebar.choose("c0")
    await desk.tasks_done()
    assert desk.conversation.open_id is None
    desk.sidebar.refresh()
    desk.sidebar.look_at(["c0"])
    desk.sidebar.reload()
    await desk.tasks_done()
    assert desk.sidebar_view.titles == ["Talk 1"]
    desk.actions.undo()
    assert desk.sidebar_view.titles == ["Talk 2", "Talk 1", "Talk 0"]
    assert desk.undo.offered is None
    assert await desk.sidebar.find("c0") is not None


async def test_when_their_time_is_over_they_are_gone_with_sound_and_draft(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _fill(desk)
    drafts = Drafts(desk.history)
    await drafts.keep("c0", Draft("half a thought"))
    desk.arranging.delete(["c0"])
    await desk.tasks_done()
    assert desk.forgotten_sound == []
    assert (await drafts.get("c0")).text == "half a thought"
    await desk.deletions.close()
    assert desk.forgotten_sound == [("c0", [])]
    assert sorted(await _kept(desk)) == ["c1", "c2"]
    assert not await drafts.get("c0")
    monkeypatch.setattr(deletions, "UNDO_SECONDS", 0.0)
    desk.arranging.delete(["c1"])
    await desk.until(lambda: len(desk.forgotten_sound) == 2)
    assert desk.undo.offered is None


async def test_what_runs_in_a_deleted_conversation_is_stopped_and_its_page_left(desk: Desk) -> None:
    desk.script([Text("Half "), Hang()])
    turn = desk.ask("Why?")
    await desk.until(lambda: desk.transcript.lines[-1:] == ["Half "])
    await desk.until(lambda: desk.sidebar_view.conversations)
    desk.arranging.delete([turn.conversation_id])
    assert desk.conversation.open_id is None
    assert not desk.conversation.turns
    await desk.tasks_done()
    assert desk.sidebar_view.titles == []
    desk.actions.undo()
    await desk.until(lambda: desk.conversation.open_id == turn.conversation_id)
    assert desk.transcript.lines == ["Why?", "Half "]


async def test_one_who_has_begun_something_else_is_not_taken_away_from_it_by_undo(desk: Desk) -> None:
    await _fill(desk)
    desk.sidebar.choose("c0")
    await desk.tasks_done()
    desk.arranging.delete(["c0"])
    desk.sidebar.choose("c1")
    await desk.tasks_done()
    desk.actions.undo()
    await desk.tasks_done()
    assert desk.conversation.open_id == "c1"


async def test_deletions_of_messages_and_conversations_are_taken_back_newest_first(desk: Desk) -> None:
    desk.script(words("Because."))
    turn = desk.ask("Why?")
    await desk.answered()
    await desk.tasks_done()
    desk.actions.delete(turn.message_id)
    assert desk.transcript.lines == ["Why?"]
    desk.arranging.delete([turn.conversation_id])
    desk.actions.undo()
    await desk.until(lambda: desk.transcript.lines == ["Why?"])
    assert (desk.undo.offered, desk.undo.what) == (1, Deleted.MESSAGES)
    desk.actions.undo()
    await desk.until(lambda: desk.transcript.lines == ["Why?", "Because."])


async def test_messages_that_waited_to_go_do_not_outlive_their_conversation(desk: Desk) -> None:
    desk.script(words("Because."))
    turn = desk.ask("Why?")
    await desk.answered()
    await desk.tasks_done()
    desk.arranging.delete([turn.conversation_id])
    await desk.deletions.close()
    assert await _kept(desk) == {}
    assert desk.deletions.hidden == []


# The list itself


async def test_all_are_listed_page_by_page_behind_the_newest(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sidebar, "FIRST_PAGE", 3)
    monkeypatch.setattr(sidebar, "PAGE", 4)
    monkeypatch.setattr(sidebar, "_PAUSE", 0.0)
    shown = await _fill(desk, 14)
    assert [one.id for one in desk.sidebar_view.conversations] == shown
    await Folders(desk.history).pin(["c0"], pinned=True)
    desk.sidebar_view.conversations = []
    await desk.sidebar.open_last()
    assert {one.id for one in desk.sidebar_view.conversations} == {"c0", *shown[:3]}


async def test_an_answer_asks_for_its_own_conversation_and_no_other(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _fill(desk, 5)
    put: list[list[str]] = []
    show = desk.sidebar_view.put_conversations

    def watch(some: Sequence[Conversation]) -> None:
        put.append([one.id for one in some])
        show(some)

    monkeypatch.setattr(desk.sidebar_view, "put_conversations", watch)
    monkeypatch.setattr(desk.sidebar_view, "show_conversations", pytest.fail)
    desk.script(words("Because."))
    desk.sidebar.choose("c3")
    await desk.tasks_done()
    turn = desk.ask("Why?")
    await desk.answered()
    await desk.tasks_done()
    assert {one for some in put for one in some} == {"c3"} == {turn.conversation_id}
    assert desk.sidebar_view.conversations[0].id == "c3"


async def test_what_a_person_changes_while_the_history_is_asked_stays(desk: Desk) -> None:
    await _fill(desk)
    desk.sidebar.look_at(["c1"])
    desk.arranging.pin(["c1"], True)
    await desk.tasks_done()
    assert desk.sidebar_view.one("c1").pinned


async def test_what_others_changed_is_seen_when_it_is_loaded_anew(desk: Desk) -> None:
    await _fill(desk)
    await desk.history.delete_conversation("c0")
    await desk.history.add_conversation(Conversation("new", "From an import", 9.0, 9.0))
    desk.sidebar.reload()
    await desk.tasks_done()
    assert desk.sidebar_view.titles == ["From an import", "Talk 2", "Talk 1"]


async def test_a_conversation_that_vanished_leaves_the_list_when_it_is_looked_at(desk: Desk) -> None:
    await _fill(desk)
    await desk.history.delete_conversation("c1")
    desk.sidebar.look_at(["c1", "never"])
    await desk.tasks_done()
    assert desk.sidebar_view.titles == ["Talk 2", "Talk 0"]
