"""All messages searched: what is found is what a plain look through all of them finds, and what was deleted is gone."""

from __future__ import annotations

import asyncio
import itertools
import random
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.attachments import file_part, image_part
from desktop_app.domain.folding import tokens
from desktop_app.domain.found import Findings
from desktop_app.domain.messages import Conversation, Folder, Message, MessageState, Part, PartKind, Role
from desktop_app.domain.search import Query, Term, holds, parse
from desktop_app.storage.backups import snapshot
from desktop_app.storage.branches import Branches
from desktop_app.storage.history import History
from desktop_app.storage.search import documents as search_documents
from desktop_app.storage.search import follower as search_follower
from desktop_app.storage.search import index as search_index
from desktop_app.storage.search import plain
from desktop_app.storage.search import query as search_query
from desktop_app.storage.search import search as search_module
from desktop_app.storage.search.search import PAGE, Search

MakeMessage = Callable[..., Message]
OpenSearch = Callable[..., Awaitable[Search]]


@pytest.fixture
async def open_search(file: Path, history: History) -> AsyncIterator[OpenSearch]:
    """Over the history of this test; its index holds all that was written so far."""
    opened: list[Search] = []

    async def open_one(of: History = history) -> Search:
        search = Search(of, file, file.with_name("search.db"))
        opened.append(search)
        search.begin()
        await search.catch_up()
        return search

    yield open_one
    for search in opened:
        await search.close()


@pytest.fixture
async def search(open_search: OpenSearch) -> Search:
    return await open_search()


@pytest.fixture
async def say(history: History, conversation: Conversation, make_message: MakeMessage) -> Callable[..., Awaitable[str]]:
    """Adds a message to the conversation; its name."""
    names = (f"m{number}" for number in itertools.count())
    await history.add_conversation(replace(conversation, title="Die Straße"))

    async def add(text: str, *, parts: tuple[Part, ...] = (), model: str = "", **options: object) -> str:
        message = make_message(next(names), None, text, **options)
        role = Role.ASSISTANT if model else message.role
        await history.add_message(replace(message, parts=(*message.parts, *parts), model=model, role=role))
        return message.id

    return add


async def look(search: Search, typed: str) -> Findings:
    found = await search.find(parse(typed))
    assert found is not None
    return found


async def ids(search: Search, typed: str) -> set[str]:
    await search.catch_up()
    return {one.message_id for one in (await look(search, typed)).messages}


Say = Callable[..., Awaitable[str]]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("strasse ", {"m0"}),
        ("KÄT", {"m0"}),
        ("katz", {"m0"}),
        ("atze", set()),
        ('"kleine katze" ', {"m0"}),
        ('"katze kleine" ', set()),
        ("katze -klein", {"m0"}),
        ("katze -kleine", set()),
        ("東", {"m1"}),
        ("京タ", {"m1"}),
        ("タ京", set()),
        ("한국", {"m2"}),
        ("국어", {"m2"}),
        ("snake_case", {"m3"}),
        ("from:me", {"m0", "m1", "m2"}),
        ("from:model", {"m3"}),
        ("model:gpt", {"m3"}),
        ("model:5", {"m3"}),
        ("model:llama", set()),
        ("has:code", {"m3"}),
        ("has:link", {"m2"}),
        ("has:code katze", set()),
        ("from:me -katze", {"m1", "m2"}),
        ("in:strasse from:model", {"m3"}),
        ("in:nowhere from:model", set()),
        ("before:1971", {"m0", "m1", "m2", "m3"}),
        ("after:1971", set()),
        ("nothing:here", set()),
    ],
)
async def test_words_and_filters_find_what_they_mean(search: Search, say: Say, typed: str, found: set[str]) -> None:
    await say("Die kleine Kätze in der STRAẞE", created=86_400.0 * 40)
    await say("東京タワーは高い", created=86_400.0 * 40)
    await say("한국어는 재미있다 https://example.org", created=86_400.0 * 40)
    await say("def snake_case():\n\n```python\npass\n```", model="gpt-5-mini", created=86_400.0 * 40)
    assert await ids(search, typed) == found


async def test_what_was_sent_along_is_found_by_its_name_and_its_words(search: Search, say: Say) -> None:
    await say("See", parts=(image_part("b", "harbour.png", "image/png", 4, 1, 1),))
    await say("Read", parts=(file_part("all about lighthouses", "report.txt", "text/plain", 21),))
    assert await ids(search, "harbour") == {"m0"}
    assert await ids(search, "has:image") == {"m0"}
    assert await ids(search, "lighthouse") == {"m1"}
    assert await ids(search, "has:file report") == {"m1"}


async def test_titles_count_too_archived_ones_say_so_and_a_new_title_takes_the_place_of_the_old_one(
    search: Search, say: Say, history: History
) -> None:
    await say("nothing of it")
    await search.catch_up()
    (title,) = (await look(search, "strasse ")).titles
    assert (title.conversation_id, title.title.text, title.archived) == ("c", "Die Straße", False)
    await history.set_title("c", "Ein Weg")
    await history.write(lambda db: db.execute("UPDATE conversations SET archived = 1"))
    await search.catch_up()
    assert (await look(search, "strasse ")).titles == ()
    assert [one.archived for one in (await look(search, "weg")).titles] == [True]
    assert [one.archived for one in (await look(search, "nothing")).messages] == [True]


async def test_a_folder_is_a_place_too(search: Search, say: Say, history: History) -> None:
    await say("a fox")
    folder = Folder("f", "Tiere")
    await history.write(
        lambda db: db.execute("INSERT INTO folders (id, name, position) VALUES (?, ?, 0)", [folder.id, folder.name])
    )
    await history.write(lambda db: db.execute("UPDATE conversations SET folder = 1"))
    assert await ids(search, "in:tier fox") == {"m0"}
    assert await ids(search, "in:tier bear") == set()


async def test_what_streams_is_found_when_it_has_ended_and_grows_when_it_goes_on(
    search: Search, say: Say, history: History, make_message: MakeMessage
) -> None:
    await say("Why?")
    answer = make_message("a", "m0", role=Role.ASSISTANT, state=MessageState.STREAMING)
    await history.add_message(answer, "turn")
    history.append_text("a", "Because of foxes")
    await history.flush()
    assert await ids(search, "foxes") == set()
    await history.finish_message(replace(answer, state=MessageState.STOPPED), turn_id="turn")
    assert await ids(search, "foxes") == {"a"}
    await history.resume_message("a", "turn 2")
    history.append_text("a", " and bears")
    await history.flush()
    assert await ids(search, "foxes") == {"a"}
    await history.finish_message(replace(answer, state=MessageState.COMPLETE), turn_id="turn 2")
    assert await ids(search, "foxes bears") == {"a"}


async def test_every_branch_is_found(search: Search, history: History, say: Say, make_message: MakeMessage) -> None:
    await say("Why?")
    for name in ("a", "b"):
        await history.add_message(make_message(name, "m0", f"answer {name}", role=Role.ASSISTANT))
    assert await ids(search, "answer") == {"a", "b"}


async def test_what_is_deleted_is_not_found_and_leaves_no_word_in_any_file(
    search: Search, history: History, say: Say, file: Path
) -> None:
    await say("the password is xyzzysecret")
    other = await say("something else, plughword")
    assert await ids(search, "xyzzysecret") == {"m0"}
    assert any(b"xyzzysecret" in one.read_bytes() for one in file.parent.iterdir() if one.name.startswith("search"))
    await Branches(history).delete("m0")
    assert await ids(search, "xyzzysecret") == set()
    assert await ids(search, "plughword") == {other}
    assert not any(b"xyzzysec" in one.read_bytes() for one in file.parent.iterdir())


async def test_the_title_of_a_deleted_conversation_is_gone_too(
    search: Search, history: History, say: Say, file: Path
) -> None:
    await say("nothing")
    await history.set_title("c", "About xyzzytitle")
    await search.catch_up()
    assert [one.title.text for one in (await look(search, "xyzzy")).titles] == ["About xyzzytitle"]
    await history.delete_conversation("c")
    await search.catch_up()
    assert (await look(search, "xyzzy")).titles == ()
    assert not any(b"xyzzyti" in one.read_bytes() for one in file.parent.iterdir())


async def test_a_program_that_ends_right_after_a_deletion_leaves_no_word_either_and_finds_the_rest_later(
    open_search: OpenSearch, history: History, say: Say, file: Path
) -> None:
    search = await open_search()
    await say("the password is xyzzysecret")
    await say("something else")
    await search.catch_up()
    await Branches(history).delete("m0")
    await search.close()
    assert not any(b"xyzzysec" in one.read_bytes() for one in file.parent.iterdir())
    assert await ids(await open_search(), "else") == {"m1"}


async def test_a_message_in_the_place_of_a_deleted_one_is_not_taken_for_it(
    search: Search, history: History, say: Say
) -> None:
    await say("first words")
    await search.catch_up()
    await Branches(history).delete("m0")  # the newest: its number is given again
    await say("other words")
    assert await ids(search, "first") == set()
    assert await ids(search, "other") == {"m1"}


async def test_what_was_written_while_nobody_followed_is_caught_up_with(
    open_search: OpenSearch, history: History, say: Say
) -> None:
    before = await open_search()
    await say("one fox")
    await before.catch_up()
    await before.close()
    await say("two foxes")
    assert await ids(await open_search(), "fox") == {"m0", "m1"}


async def test_an_index_of_another_history_is_begun_anew(open_search: OpenSearch, history: History, say: Say) -> None:
    before = await open_search()
    await say("one fox")
    await before.catch_up()
    await before.close()
    await history.write(lambda db: db.execute("UPDATE app_state SET value = 'x' WHERE name = 'search_key'"))
    await history.write(lambda db: db.execute("UPDATE parts SET text = 'one bear'"))
    await history.write(lambda db: db.execute("DELETE FROM search_changes"))
    after = await open_search()
    assert await ids(after, "fox") == set()
    assert await ids(after, "bear") == {"m0"}


@pytest.mark.parametrize("harm", ["format", "bytes", "cut", "empty", "gone"])
async def test_an_index_that_cannot_be_used_is_made_anew(
    open_search: OpenSearch, say: Say, file: Path, harm: str
) -> None:
    before = await open_search()
    await say("one fox")
    await before.catch_up()
    await before.close()
    index = file.with_name("search.db")
    if harm == "format":
        with sqlite3.connect(index) as db:
            db.execute("UPDATE state SET value = 'of a later version' WHERE name = 'format'")
        db.close()
    elif harm == "gone":
        index.unlink()
    else:
        whole = index.read_bytes()
        index.write_bytes({"bytes": b"no database" * 999, "cut": whole[: len(whole) // 2], "empty": b""}[harm])
    after = await open_search()
    assert await ids(after, "fox") == {"m0"}


async def test_changes_that_were_taken_in_are_forgotten_in_the_history(
    search: Search, say: Say, history: History
) -> None:
    for number in range(3):
        await say(f"message {number}")
    await search.catch_up()
    async with asyncio.timeout(5):
        while await history.read(lambda db: db.execute("SELECT 1 FROM search_changes").fetchone()):  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_changes_of_another_history_are_not_forgotten(
    open_search: OpenSearch, say: Say, history: History
) -> None:
    """Of one that was long, while a restored backup is short: its changes are counted from the beginning."""
    await say("eins")
    search = await open_search()
    await search.close()  # but for what it was about to say
    late = search._forget_changes(10_000, await history.read(search_documents.history_key))
    await history.rewrite(snapshot.empty)
    await history.add_conversation(Conversation("new", "Neu", 1.0, 1.0))
    await late
    assert await history.read(search_documents.first_change) == 1
    again = await open_search()
    found = await look(again, "neu")
    assert [one.conversation_id for one in found.titles] == ["new"]


async def test_a_search_before_there_is_an_index_finds_nothing_and_says_so(history: History, file: Path) -> None:
    search = Search(history, file, file.with_name("search.db"))
    assert await look(search, "fox") == Findings(indexed=0.0)
    await search.close()


async def test_only_the_newest_of_several_searches_is_answered(search: Search, say: Say) -> None:
    await say("one fox")
    await search.catch_up()
    answers = await asyncio.gather(*(search.find(parse(typed)) for typed in ("o", "on", "one", "one f", "one fo")))
    assert answers[:-1] == [None] * 4
    assert answers[-1] is not None
    assert len(answers[-1].messages) == 1


async def test_results_come_by_the_page(search: Search, say: Say) -> None:
    for number in range(PAGE + 5):
        await say(f"fox number {number}")
    await search.catch_up()
    query = parse("fox ")
    first, rest = await search.find(query), await search.find(query, PAGE)
    assert first is not None
    assert rest is not None
    assert (len(first.messages), first.total, first.more) == (PAGE, PAGE + 5, False)
    found = {one.message_id for one in (*first.messages, *rest.messages)}
    assert len(found) == PAGE + 5


async def test_what_fits_better_stands_higher_and_of_two_that_fit_as_well_the_newer(search: Search, say: Say) -> None:
    now = time.time()
    long = await say("fox " + "and much else besides " * 40, created=now)
    old = await say("a fox, a fox", created=now - 300 * 86_400)
    new = await say("a fox, a fox", created=now)
    await search.catch_up()
    found = [one.message_id for one in (await look(search, "fox ")).messages]
    assert found.index(new) < found.index(old)
    assert found.index(new) < found.index(long)


async def test_where_there_is_more_than_plenty_the_newest_are_ranked(
    search: Search, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_query, "PLENTY", 3)
    for number in range(5):
        await say(f"fox number {number}")
    await search.catch_up()
    found = await look(search, "fox ")
    assert found.more
    assert {one.message_id for one in found.messages} == {"m2", "m3", "m4"}


async def test_who_does_not_want_to_wait_is_given_the_newest(
    open_search: OpenSearch, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (search_index, search_query):
        monkeypatch.setattr(module, "SPAN", 4)
    monkeypatch.setattr(search_query, "_ENOUGH", 3)
    monkeypatch.setattr(search_query, "_PATIENCE", 0.0)
    for number in range(20):
        await say(f"fox number {number}")
    search = await open_search()
    soon = await search.find(parse("fo"), thorough=False)
    assert soon is not None
    assert soon.partial
    assert 3 <= soon.total < 20
    whole = await search.find(parse("fo"))
    assert whole is not None
    assert (whole.partial, whole.total) == (False, 20)


WORDS = ["fox", "Fuchs", "föx", "日本", "東京", "has", "a", "ab", "abc", "STRASSE", "straße", "c++", "🙂", "x_y"]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A folder with a history and its index, for each corpus."""
    folders = [tmp_path_factory.mktemp(f"corpus-{seed}") for seed in range(4)]
    for seed, folder in enumerate(folders):
        asyncio.run(_write(folder, seed))
    return folders


@settings(max_examples=150, deadline=None)
@given(data=st.data(), seed=st.integers(0, 3))
def test_search_finds_exactly_what_a_plain_look_through_everything_finds(
    written: list[Path], data: st.DataObject, seed: int
) -> None:
    typed = data.draw(
        st.lists(
            st.one_of(
                st.sampled_from([*WORDS, "-fox", "-ab", '"a ab"', '"fox a" ', "from:me", "from:model", "has:code"]),
                st.sampled_from(WORDS).map(lambda word: word[:2]),
            ),
            min_size=1,
            max_size=3,
        ).map(" ".join)
    )
    query = parse(typed)
    if query.asks:
        assert _found(written[seed], query) == _expected(seed, query)


def _corpus(seed: int) -> list[tuple[str, Role, str]]:
    chance = random.Random(seed)
    rows = []
    for number in range(60):
        text = " ".join(chance.choices([*WORDS, "\n```\ncode\n```\n"], k=chance.randint(0, 8)))
        rows.append((f"m{number}", chance.choice([Role.USER, Role.ASSISTANT]), text))
    return rows


def _expected(seed: int, query: Query) -> set[str]:
    return {
        name
        for name, role, text in _corpus(seed)
        if holds(query, tokens(text))
        and query.role in {None, role}
        and (not query.has or "\n```" in text or text.startswith("```"))
    }


async def _write(folder: Path, seed: int) -> None:
    history = await History.open(folder / "history.db")
    await history.add_conversation(Conversation("c", "", 1.0, 1.0))
    for name, role, text in _corpus(seed):
        await history.add_message(Message(name, "c", None, role, (Part(PartKind.TEXT, text),), 2.0))
    search = Search(history, folder / "history.db", folder / "search.db")
    search.begin()
    await search.catch_up()
    await search.close()
    await history.close()


def _found(folder: Path, query: Query) -> set[str]:
    index, history = (search_index.open_reader(folder / name) for name in ("search.db", "history.db"))
    try:
        ranked = search_query.find_messages(index, history, query, lambda: True)
        return {row.id for row in search_documents.message_rows(history, ranked.numbers)}
    finally:
        index.close()
        history.close()


async def test_over_many_shards_too_nothing_is_missed(
    open_search: OpenSearch, say: Say, history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (search_index, search_query):
        monkeypatch.setattr(module, "SPAN", 4)
    for number in range(20):
        await say(f"fox number {number}" + (" rare" if number in {3, 17} else ""))
    search = await open_search()
    assert await ids(search, "rare fox") == {"m3", "m17"}
    assert len(await ids(search, "fox ")) == 20
    assert len(await ids(search, "-rare from:me")) == 18
    await Branches(history).delete("m3")
    assert await ids(search, "rare") == {"m17"}
    assert len(await ids(search, "fox ")) == 19


def test_a_phrase_is_told_to_sqlite_as_one() -> None:
    query = Query(terms=(Term(("a", "b")), Term(("c",), begins=True)), without=(Term(("d",)),))
    assert search_query.match_of(query) == '("a b" AND "c" *) NOT ("d")'


async def test_a_program_that_never_looked_at_the_index_leaves_no_word_of_what_it_deleted_either(
    open_search: OpenSearch, history: History, say: Say, file: Path
) -> None:
    before = await open_search()
    await say("the password is xyzzysecret")
    await before.catch_up()
    await before.close()
    await Branches(history).delete("m0")
    hasty = Search(history, file, file.with_name("search.db"))
    hasty.begin()
    await hasty.close()
    assert not any(b"xyzzysec" in one.read_bytes() for one in file.parent.iterdir())


async def test_a_history_and_an_index_that_others_take_the_place_of_are_noticed(
    open_search: OpenSearch, history: History, say: Say, file: Path, tmp_path: Path
) -> None:
    search = await open_search()
    await say("one fox")
    assert await ids(search, "fox") == {"m0"}
    other = await History.open(tmp_path / "other" / "history.db")
    await other.add_conversation(Conversation("o", "", 1.0, 1.0))
    await other.add_message(Message("o1", "o", None, Role.USER, (Part(PartKind.TEXT, "one bear"),), 2.0))
    await other.close()
    await history.close()
    (tmp_path / "other" / "history.db").replace(file)
    for companion in ("-wal", "-shm"):
        file.with_name(f"{file.name}{companion}").unlink(missing_ok=True)
    assert await ids(search, "fox") == set()
    assert await ids(search, "bear") == {"o1"}


# Where no index can be kept


async def troubled(search: Search) -> None:
    """It was tried to keep an index, in vain."""
    assert search._follower is not None
    async with asyncio.timeout(10):
        while not search._follower.in_trouble:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)


@pytest.fixture
async def without_index(history: History, file: Path) -> AsyncIterator[Search]:
    """The place of the index is taken by what is no folder."""
    (file.parent / "no folder").touch()
    search = Search(history, file, file.parent / "no folder" / "search.db")
    search.begin()
    await troubled(search)
    yield search
    await search.close()


async def test_where_no_index_can_be_written_messages_are_looked_through_and_that_is_said(
    without_index: Search, say: Say
) -> None:
    await say("Radieschen wachsen im März.")
    await say("```py\nx = 1\n``` and radish", model="gpt-5")
    found = await look(without_index, "radies")
    assert (found.plain, found.indexed, found.total) == (True, 1.0, 1)
    assert [one.message_id for one in found.messages] == ["m0"]
    assert found.messages[0].snippet.marks
    for typed, names in {
        "radi": {"m0", "m1"},
        "from:model radi": {"m1"},
        "has:code radi": {"m1"},
        "model:gpt": {"m1"},
        "-marz radi": {"m1"},
        "in:straße radi": {"m0", "m1"},
        "in:elsewhere radi": set(),
        "before:1960 radi": set(),
    }.items():
        assert {one.message_id for one in (await look(without_index, typed)).messages} == names, typed
    assert [one.conversation_id for one in (await look(without_index, "strasse")).titles] == ["c"]


async def test_what_is_written_while_there_is_no_index_is_told_as_if_it_had_been_taken_in(
    without_index: Search, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_module, "_TOLD_AFTER", 0.01)
    told = asyncio.Event()
    without_index.on_taken_in = told.set
    await say("Radieschen")
    async with asyncio.timeout(10):
        await told.wait()


async def test_a_look_through_goes_page_by_page_and_ends_where_it_takes_too_long(
    without_index: Search, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(PAGE + 110):
        await say(f"leaf {number}")
    first = await look(without_index, "leaf")
    further = await without_index.find(parse("leaf"), PAGE)
    assert further is not None
    assert [one.message_id for one in first.messages] == [f"m{number}" for number in range(PAGE + 109, 109, -1)]
    assert further.messages[0].message_id == "m109"
    monkeypatch.setattr(plain, "_SOON", 0.0)
    soon = await without_index.find(parse("leaf"), thorough=False)
    assert soon is not None
    assert (soon.partial, soon.total) == (True, 0)
    monkeypatch.setattr(plain, "_IN_THE_END", 0.0)
    late = await look(without_index, "leaf")
    assert (late.partial, late.more) == (False, True)


async def test_a_history_that_is_only_in_memory_can_be_searched(tmp_path: Path, make_message: MakeMessage) -> None:
    (tmp_path / "no folder").touch()
    path = tmp_path / "no folder" / "history.db"
    history = await History.open(path)
    search = Search(history, path, path.with_name("search.db"))
    search.begin()
    await history.add_conversation(Conversation("c", "Boats", 1.0, 1.0))
    await history.add_message(make_message("m", None, "A sloop has one mast."))
    await troubled(search)
    found = await look(search, "sloop")
    assert [one.message_id for one in found.messages] == ["m"]
    await search.close()
    await history.close()


async def test_an_index_that_can_be_written_again_is_used_again(
    history: History, say: Say, monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    monkeypatch.setattr(search_follower, "_AGAIN", 0.05)
    place = file.parent / "no folder"
    place.touch()
    search = Search(history, file, place / "search.db")
    search.begin()
    await say("Radieschen")
    await troubled(search)
    assert (await look(search, "radies")).plain
    place.unlink()
    place.mkdir()
    async with asyncio.timeout(10):
        while (found := await look(search, "radies")).plain or not found.total:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.02)
    await search.close()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 3), st.sampled_from(["a", "ab c", '"a b"', "a -b", "from:me a", "has:code", "from:model -a"]))
def test_a_look_through_finds_what_a_search_with_an_index_is_to_find(seed: int, typed: str) -> None:
    query = parse(typed)
    found = [
        search_documents.Document(number, 1, 2, _flags_of(role, text), "", text)
        for number, (_, role, text) in enumerate(_corpus(seed))
    ]
    names = [name for name, _, _ in _corpus(seed)]
    assert {names[number] for number in plain._matching(found, query, None)} == _expected(seed, query)


def _flags_of(role: Role, text: str) -> int:
    from_model = search_documents.FROM_MODEL if role is Role.ASSISTANT else 0
    return from_model | search_documents._flags(PartKind.TEXT, text)
