"""Whatever is said in whatever order, the history tells it as a plain model in memory would."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.messages import Conversation, Message, MessageState, Part, PartKind, Role
from desktop_app.storage.history import History

_settings = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@_settings
@given(st.lists(st.tuples(st.integers(0, 2), st.text(max_size=20), st.booleans()), max_size=40))
def test_deltas_in_any_pieces_for_any_message_become_exactly_their_text(pieces: list[tuple[int, str, bool]]) -> None:
    async def run() -> dict[str, str]:
        with tempfile.TemporaryDirectory() as folder:
            history = await History.open(Path(folder) / "history.db")
            for number in range(3):
                await history.add_conversation(Conversation(f"c{number}", "", 1.0, 1.0))
                await history.add_message(
                    Message(f"m{number}", f"c{number}", None, Role.ASSISTANT, (), 1.0, MessageState.STREAMING)
                )
            for number, text, now in pieces:
                history.append_text(f"m{number}", text)
                if now:
                    await history.flush()
            await history.close()
            history = await History.open(Path(folder) / "history.db")
            found = {f"m{number}": (await history.path(f"c{number}"))[0].text for number in range(3)}
            await history.close()
            return found

    expected = {f"m{number}": "".join(text for to, text, _ in pieces if to == number) for number in range(3)}
    assert asyncio.run(run()) == expected


@_settings
@given(st.lists(st.tuples(st.integers(0, 100), st.booleans()), min_size=1, max_size=25))
def test_any_tree_is_walked_from_the_root_to_any_head(steps: list[tuple[int, bool]]) -> None:
    """Each step adds a message under some earlier one, and may set the head to some earlier one."""

    async def run() -> None:
        parents: dict[str, str | None] = {}
        head: str | None = None
        with tempfile.TemporaryDirectory() as folder:
            history = await History.open(Path(folder) / "history.db")
            await history.add_conversation(Conversation("c", "", 1.0, 1.0))
            for number, (choice, back) in enumerate(steps):
                name = f"m{number}"
                parents[name] = list(parents)[choice % len(parents)] if parents else None
                part = Part(PartKind.TEXT, name)
                await history.add_message(Message(name, "c", parents[name], Role.USER, (part,), float(number)))
                head = name
                if back:
                    head = list(parents)[choice % len(parents)]
                    await history.set_head("c", head)
                expected: list[str] = []
                walker: str | None = head
                while walker is not None:
                    expected.insert(0, walker)
                    walker = parents[walker]
                path = await history.path("c")
                assert [message.id for message in path] == expected
                assert [message.parent_id for message in path] == [None, *expected[:-1]]
            await history.close()

    asyncio.run(run())
