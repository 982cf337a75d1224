"""The list of conversations page by page, and the folders, pins and archive that order it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop_app.domain.messages import Conversation, Folder, Message, TitledBy
from desktop_app.storage.folders import Folders
from desktop_app.storage.history import History
from desktop_app.storage.listing import Listing
from tests.storage.conftest import OpenHistory


@pytest.fixture
async def talks(history: History) -> list[str]:
    """Five conversations, the newest first."""
    for number in range(5):
        await history.add_conversation(Conversation(f"c{number}", f"Talk {number}", float(number), float(number)))
    return [f"c{number}" for number in (4, 3, 2, 1, 0)]


@pytest.fixture
def folders(history: History) -> Folders:
    return Folders(history)


@pytest.fixture
def listing(history: History) -> Listing:
    return Listing(history)


async def test_pages_follow_each_other_without_gap_or_repetition(listing: Listing, talks: list[str]) -> None:
    first, end = await listing.page(2)
    second, further = await listing.page(2, end)
    last, nothing = await listing.page(2, further)
    assert [one.id for one in (*first, *second, *last)] == talks
    assert nothing is None


async def test_conversations_of_the_same_moment_are_each_listed_once(history: History, listing: Listing) -> None:
    for number in range(5):
        await history.add_conversation(Conversation(f"c{number}", "Talk", 1.0, 1.0))
    found: list[str] = []
    page, end = await listing.page(2)
    while True:
        found += [one.id for one in page]
        if end is None:
            break
        page, end = await listing.page(2, end)
    assert sorted(found) == ["c0", "c1", "c2", "c3", "c4"]


async def test_a_page_that_ends_with_the_last_one_leads_to_an_empty_one(listing: Listing, talks: list[str]) -> None:
    page, end = await listing.page(5)
    assert (len(page), await listing.page(5, end)) == (5, ([], None))


async def test_some_are_told_by_their_ids_and_those_that_are_gone_are_not(listing: Listing, talks: list[str]) -> None:
    many = [*talks, *(f"none{number}" for number in range(600))]
    assert sorted(one.id for one in await listing.some(many)) == sorted(talks)


async def test_what_is_pinned_or_in_a_folder_is_found_however_old_it_is(
    listing: Listing, folders: Folders, talks: list[str]
) -> None:
    await folders.add(Folder("f", "Work"))
    await folders.move(["c0", "gone"], "f")
    await folders.pin(["c1"], pinned=True)
    assert {(one.id, one.folder_id, one.pinned) for one in await listing.arranged()} == {
        ("c0", "f", False),
        ("c1", None, True),
    }
    await folders.pin(["c1"], pinned=False)
    await folders.move(["c0"], None)
    assert await listing.arranged() == []


async def test_archived_ones_say_so(listing: Listing, folders: Folders, talks: list[str]) -> None:
    await folders.archive(["c4", "c2"], archived=True)
    assert [one.id for one in (await listing.page(9))[0] if one.archived] == ["c4", "c2"]
    await folders.archive(["c4"], archived=False)
    assert [one.id for one in (await listing.page(9))[0] if one.archived] == ["c2"]


async def test_folders_stand_in_their_order_under_their_names(folders: Folders) -> None:
    for name in ("a", "b", "c"):
        await folders.add(Folder(name, name.upper(), 9.0))
    assert [one.name for one in await folders.all()] == ["A", "B", "C"]
    await folders.order(["c", "a", "b"])
    await folders.rename("a", "Half a surrogate: \ud83d")
    assert [one.id for one in await folders.all()] == ["c", "a", "b"]
    assert (await folders.all())[1].name == "Half a surrogate: \ufffd"


async def test_a_folder_is_deleted_without_its_conversations(
    listing: Listing, folders: Folders, talks: list[str]
) -> None:
    await folders.add(Folder("f", "Work"))
    await folders.move(talks, "f")
    await folders.delete("f")
    assert await folders.all() == []
    assert [one.folder_id for one in (await listing.page(9))[0]] == [None] * 5


async def test_a_folder_that_is_gone_takes_nothing(listing: Listing, folders: Folders, talks: list[str]) -> None:
    await folders.add(Folder("f", "Work"))
    await folders.move(["c0"], "f")
    await folders.move(["c0"], "gone")
    assert (await listing.some(["c0"]))[0].folder_id == "f"


async def test_nobody_writes_over_the_title_of_a_person(listing: Listing, folders: Folders, talks: list[str]) -> None:
    async def entitled(title: str, by: TitledBy) -> tuple[str, TitledBy]:
        await folders.entitle("c0", title, by)
        one = (await listing.some(["c0"]))[0]
        return one.title, one.titled_by

    assert await entitled("Of a model", TitledBy.MODEL) == ("Of a model", TitledBy.MODEL)
    assert await entitled("Of a model, later", TitledBy.MODEL) == ("Of a model", TitledBy.MODEL)
    assert await entitled("Mine", TitledBy.PERSON) == ("Mine", TitledBy.PERSON)
    assert await entitled("Of a model", TitledBy.MODEL) == ("Mine", TitledBy.PERSON)
    assert await entitled("Mine, later", TitledBy.PERSON) == ("Mine, later", TitledBy.PERSON)


async def test_several_are_deleted_at_once_with_all_they_hold(
    history: History, folders: Folders, listing: Listing, talks: list[str], make_message: Callable[..., Message]
) -> None:
    await history.add_message(make_message("m", text="unmistakable words", conversation_id="c0"))
    await folders.delete_conversations(["c0", "c3", "gone"])
    assert [one.id for one in (await listing.page(9))[0]] == ["c4", "c2", "c1"]
    assert await history.path("c0") == []


async def test_what_is_folded_is_known_at_the_next_start(open_history: OpenHistory) -> None:
    history = await open_history()
    assert await Folders(history).folded() is None
    await Folders(history).keep_folded({"f", "archived"})
    await history.close()
    again = await open_history()
    assert await Folders(again).folded() == frozenset({"f", "archived"})
    await Folders(again).keep_folded(())
    assert await Folders(again).folded() == frozenset()


@pytest.mark.parametrize("value", ["", "{", "7", '{"a": 1}'])
async def test_what_cannot_be_read_as_folded_counts_as_never_said(history: History, value: str) -> None:
    from desktop_app.storage import tables

    await history.write(lambda db: tables.set_state_value(db, "folded_in_the_list", value))
    assert await Folders(history).folded() is None


async def test_a_word_that_says_nothing_of_a_titles_giver_is_a_persons(
    open_history: OpenHistory, history: History, talks: list[str]
) -> None:
    """As damage may leave it: the program starts, and nobody takes the title's place."""
    await history.write(lambda db: db.execute("UPDATE conversations SET titled_by = 'mod' WHERE id = 'c4'"))
    await history.close()
    again = await open_history()
    assert again.problem is None
    for page in (await again.conversations(), (await Listing(again).page(9))[0]):
        assert [one.titled_by for one in page if one.id == talks[0]] == [TitledBy.PERSON]
