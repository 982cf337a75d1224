"""Whatever a person does in whatever order: no message is lost, and what is shown, kept and sent is one path."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.presenters.deletions import Deletion
from tests.presenters.conftest import Desk, open_desk
from tests.support.scripted_provider import words

_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["send", "edit", "regenerate", "delete", "undo", "gone", "earlier", "later", "reopen"]),
        st.integers(0, 100),
    ),
    min_size=3,
    max_size=14,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_STEPS)
def test_any_row_of_steps_keeps_a_path_on_the_page_and_every_message_in_the_tree(steps: list[tuple[str, int]]) -> None:
    async def run() -> None:
        with tempfile.TemporaryDirectory() as folder:
            async with open_desk(Path(folder)) as desk:
                desk.script(words("Answer 0."))
                desk.conversation.send("Question 0?")
                made: set[str] = set()
                for number, (verb, choice) in enumerate(steps, 1):
                    await _settle(desk)
                    made |= set(desk.transcript.texts)
                    await _check(desk, made)
                    desk.script(words(f"Answer {number}."))
                    await _do(desk, verb, choice, number)
                await _settle(desk)
                await _check(desk, made | set(desk.transcript.texts))

    asyncio.run(run())


async def _do(desk: Desk, verb: str, choice: int, number: int) -> None:
    shown = list(desk.transcript.texts)
    one = shown[choice % len(shown)] if shown else ""
    match verb:
        case "send":
            desk.conversation.send(f"Question {number}?")
        case "edit":
            desk.actions.edit(one)
            desk.conversation.send(f"Question {number}?")
        case "regenerate":
            desk.actions.regenerate(one)
        case "delete":
            desk.actions.delete(one)
        case "undo":
            desk.actions.undo()
        case "gone":
            await desk.actions.close()
        case "earlier" | "later":
            desk.actions.step(one, 1 if verb == "later" else -1)
        case "reopen":
            conversation = await desk.sidebar.find(desk.conversation.open_id or "")
            assert conversation is not None
            desk.conversation.new()
            await desk.conversation.open(conversation)


async def _settle(desk: Desk) -> None:
    await desk.answered()
    await desk.tasks_done()


async def _check(desk: Desk, made: set[str]) -> None:
    page = desk.conversation.page
    ids = [message.id for message in page.messages]
    assert list(desk.transcript.texts) == ids
    assert desk.transcript.lines == [message.text for message in page.messages]
    assert [message.parent_id for message in page.messages] == [None, *ids[:-1]][: len(ids)]
    assert desk.transcript.branches == page.tree.branches(ids)
    deleted = {one for conversation, gone in desk.forgotten_sound for one in gone}
    hidden = {
        one for deletion in desk.deletions._waiting if isinstance(deletion, Deletion) for one in deletion.message_ids
    }
    assert {one for one in made if one in page.tree} == made - deleted - hidden
    if desk.provider.requests:
        asked = [message.text for message in desk.provider.requests[-1].messages]
        assert asked == desk.transcript.lines[: len(asked)] or not ids
    if not hidden:
        kept = await desk.history.path(page.conversation_id or "")
        assert [message.id for message in kept] == ids
        assert not ids or page.tree.newest_leaf(ids[-1]) == ids[-1]
