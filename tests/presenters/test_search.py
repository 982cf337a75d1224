"""Search everything, without a window: typed, narrowed, gone to on whatever branch it stands."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

import pytest

from desktop_app.domain.found import Findings
from desktop_app.domain.messages import Conversation, Message, Part, PartKind, Role
from desktop_app.domain.search import Term
from desktop_app.presenters import search as search_presenter
from desktop_app.presenters.search import SearchPresenter
from desktop_app.storage.search.search import PAGE, Search
from tests.presenters.conftest import Desk


@dataclass
class FakeSearch:
    """The field with its list, and the page."""

    shown: list[Findings | None] = field(default_factory=list)
    added: list[Findings] = field(default_factory=list)
    gone_to: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    def show_findings(self, findings: Findings | None) -> None:
        self.shown.append(findings)

    def add_findings(self, findings: Findings) -> None:
        self.added.append(findings)

    def show_found(self, message_id: str, terms: Sequence[Term]) -> None:
        self.gone_to.append((message_id, tuple(" ".join(term.tokens) for term in terms)))

    @property
    def ids(self) -> list[str]:
        found = self.shown[-1]
        assert found is not None
        return [one.message_id for one in found.messages]


@dataclass
class Room:
    desk: Desk
    view: FakeSearch
    search: Search
    presenter: SearchPresenter

    async def look_for(self, typed: str) -> None:
        self.presenter.look_for(typed)
        await self.desk.tasks_done()

    async def go_to(self, conversation_id: str, message_id: str) -> None:
        self.presenter.go_to(conversation_id, message_id)
        await self.desk.tasks_done()


@pytest.fixture
async def room(desk: Desk) -> AsyncIterator[Room]:
    """A conversation whose question has the answers a and b, and another one."""
    file = desk.events_path.with_name("history.db")
    search = Search(desk.history, file, file.with_name("search.db"))
    view = FakeSearch()
    presenter = SearchPresenter(
        view,
        view,
        search,
        find=desk.sidebar.find,
        is_hidden=lambda conversation_id: conversation_id in desk.sidebar.hidden,
        conversation=desk.conversation,
        actions=desk.actions,
        tasks=desk.tasks,
    )
    search.begin()
    for name in ("c", "d"):
        await desk.history.add_conversation(Conversation(name, f"Talk {name}", 1.0, 1.0))
    rows = (("q", None, "Why foxes?"), ("a", "q", "First answer"), ("b", "q", "Second answer"))
    for name, parent, text in rows:
        role = Role.ASSISTANT if parent else Role.USER
        await desk.history.add_message(Message(name, "c", parent, role, (Part(PartKind.TEXT, text),), 2.0))
    await desk.history.add_message(Message("e", "d", None, Role.USER, (Part(PartKind.TEXT, "Why bears?"),), 3.0))
    await search.catch_up()
    yield Room(desk, view, search, presenter)
    presenter.put_away()
    await search.close()


async def test_what_is_typed_is_looked_for_and_nothing_typed_shows_nothing(room: Room) -> None:
    await room.look_for("why fox")
    assert room.view.ids == ["q"]
    await room.look_for("  ")
    assert room.view.shown[-1] is None
    await room.look_for("before:")
    assert room.view.shown[-1] is None


async def test_of_what_is_typed_quickly_only_the_last_is_shown(room: Room) -> None:
    for typed in ("w", "wh", "why", "why b"):
        room.presenter.look_for(typed)
    await room.desk.tasks_done()
    assert len(room.view.shown) == 1
    assert room.view.ids == ["e"]


async def test_a_search_that_was_given_up_shows_nothing_later(room: Room) -> None:
    room.presenter.look_for("why")
    room.presenter.look_for("")
    await room.desk.tasks_done()
    assert room.view.shown == [None]


async def test_a_message_is_gone_to_with_the_words_marked(room: Room) -> None:
    await room.look_for("second ans")
    await room.go_to("c", "b")
    assert room.desk.conversation.open_id == "c"
    assert room.view.gone_to == [("b", ("second", "ans"))]


async def test_the_page_turns_to_the_branch_that_holds_the_message(room: Room) -> None:
    await room.look_for("answer")
    await room.go_to("c", "b")
    assert [one.id for one in room.desk.conversation.messages] == ["q", "b"]
    await room.go_to("c", "a")
    assert [one.id for one in room.desk.conversation.messages] == ["q", "a"]
    assert [name for name, _ in room.view.gone_to] == ["b", "a"]


async def test_a_title_opens_its_conversation(room: Room) -> None:
    await room.look_for("talk")
    await room.go_to("d", "")
    assert room.desk.conversation.open_id == "d"
    assert room.view.gone_to == []


async def test_what_was_deleted_meanwhile_is_passed_over(room: Room) -> None:
    await room.look_for("answer")
    await room.go_to("gone", "x")
    assert room.desk.conversation.open_id is None
    await room.go_to("c", "x")
    assert room.view.gone_to == []


async def test_what_was_deleted_and_could_come_back_is_not_shown(room: Room) -> None:
    room.desk.sidebar.hide(["c"])
    await room.look_for("why")
    assert room.view.ids == ["e"]
    await room.look_for("talk")
    found = room.view.shown[-1]
    assert found is not None
    assert [one.conversation_id for one in found.titles] == ["d"]


async def test_an_archived_conversation_is_opened_too(room: Room) -> None:
    await room.desk.history.write(lambda db: db.execute("UPDATE conversations SET archived = 1"))
    await room.look_for("bears")
    await room.go_to("d", "e")
    assert room.desk.conversation.open_id == "d"
    assert room.view.gone_to == [("e", ("bears",))]


async def test_further_results_come_behind_the_first(room: Room) -> None:
    for number in range(PAGE + 2):
        text = (Part(PartKind.TEXT, f"wolf {number}"),)
        await room.desk.history.add_message(Message(f"w{number}", "d", "e", Role.USER, text, 4.0))
    await room.search.catch_up()
    await room.look_for("wolf")
    assert len(room.view.ids) == PAGE
    room.presenter.look_further(PAGE)
    await room.desk.tasks_done()
    assert len(room.view.added[-1].messages) == 2


async def test_while_the_index_is_made_the_search_is_asked_again(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_presenter, "_LOOK_AGAIN", 0.01)
    asked = 0
    whole = room.search.find

    async def find(query: object, first: int = 0, *, thorough: bool = True) -> Findings | None:
        nonlocal asked
        asked += 1
        findings = await whole(query, first, thorough=thorough)  # type: ignore[arg-type]
        assert findings is not None
        return findings if asked > 2 else Findings(indexed=0.5)

    monkeypatch.setattr(room.search, "find", find)
    room.presenter.look_for("bears")
    await room.desk.until(lambda: room.view.shown and room.view.shown[-1] and room.view.shown[-1].indexed == 1.0)
    assert room.view.ids == ["e"]


async def test_what_takes_longer_is_shown_when_it_has_come(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    whole = room.search.find

    async def find(query: object, first: int = 0, *, thorough: bool = True) -> Findings | None:
        asked.append(thorough)
        findings = await whole(query, first)  # type: ignore[arg-type]
        return findings if thorough else Findings(total=40, partial=True)

    monkeypatch.setattr(room.search, "find", find)
    await room.look_for("bears")
    assert asked == [False, True]
    assert [found.partial for found in room.view.shown if found is not None] == [True, False]
    assert room.view.ids == ["e"]


async def test_what_is_written_while_one_looks_is_found(room: Room) -> None:
    await room.look_for("newest")
    assert room.view.ids == []
    text = (Part(PartKind.TEXT, "The newest words"),)
    await room.desk.history.add_message(Message("n", "d", "e", Role.USER, text, 4.0))
    await room.search.catch_up()
    await room.desk.until(lambda: room.view.ids == ["n"])
    room.presenter.put_away()
    shown = len(room.view.shown)
    await room.desk.history.set_title("d", "Another")
    await room.search.catch_up()
    await room.desk.tasks_done()
    assert len(room.view.shown) == shown
