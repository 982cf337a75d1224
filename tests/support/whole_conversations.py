"""Whole conversations: one that has something of everything, and any there can be."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace

from hypothesis import strategies as st

from desktop_app.domain.attachments import file_part, image_part
from desktop_app.domain.drafts import Draft
from desktop_app.domain.exporting import ExportFormat, ExportOptions, ExportRequest
from desktop_app.domain.messages import Conversation, Message, MessageState, Part, PartKind, Role, TitledBy
from desktop_app.domain.usage import Timings, Usage
from desktop_app.domain.whole import WholeConversation, WholeMessage, WholeTurn
from desktop_app.exchange.rendering import Sources

NOON = 1_790_000_000.0


def png(side: int = 8) -> bytes:
    """A grey square."""
    rows = b"".join(b"\0" + b"\x80" * side for _ in range(side))
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def question(message_id: str, text: str, *parts: Part, parent: str | None = None, at: float = 0.0) -> WholeMessage:
    return WholeMessage(
        Message(message_id, "c", parent, Role.USER, (Part(PartKind.TEXT, text), *parts), NOON + at),
    )


def answer(
    message_id: str,
    text: str,
    *parts: Part,
    parent: str | None = None,
    at: float = 0.0,
    state: MessageState = MessageState.COMPLETE,
) -> WholeMessage:
    made = Message(
        message_id, "c", parent, Role.ASSISTANT, (*parts, Part(PartKind.TEXT, text)), NOON + at, state, "small"
    )
    usage, timings = Usage(10, 20, None, 3), Timings(0.5, None, 2.0)
    return WholeMessage(made, (WholeTurn("0123abcd", state, NOON + at, NOON + at + 2, "", usage, timings),))


def conversation(*messages: WholeMessage, title: str = "A garden", draft: Draft | None = None) -> WholeConversation:
    head = messages[-1].message.id if messages else None
    about = Conversation("c", title, NOON, NOON + 9, head, TitledBy.PERSON, pinned=True, folder_id="f")
    return WholeConversation(about, messages, draft or Draft(), "chatgpt:1")


def garden() -> WholeConversation:
    """Two versions of an answer, of which the second is shown; a picture, a document, reasoning and a tool."""
    picture = image_part("b1", "garden.png", "image/png", 3, 8, 8)
    return conversation(
        question("q", "What <b>grows</b>?\nIn *spring*?", picture, file_part("words", "notes.txt", "text/plain", 5)),
        answer("a1", "Radishes.", parent="q", at=60),
        answer("a2", "# Beans\n\nAnd **peas**.", Part(PartKind.REASONING, "Let me think."), parent="q", at=120),
        question("q2", "More?", parent="a2", at=180),
        answer("a3", "```py\nx = 1", parent="q2", at=240, state=MessageState.STOPPED),
        draft=Draft("And then", (picture,)),
    )


def request(kind: ExportFormat, **options: bool) -> ExportRequest:
    return ExportRequest(conversation_ids=("c",), format=kind, place="", options=ExportOptions(**options))


def sources(pictures: dict[str, bytes] | None = None) -> Sources:
    kept = {"b1": png()} if pictures is None else pictures
    return Sources(kept.get, lambda _done, _of: None)


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_NAME = st.text("0123456789abcdef", min_size=1, max_size=8)
_SECONDS = st.floats(0.001, 4e9, allow_nan=False)
_COUNT = st.none() | st.integers(0, 10**9)
_VALUE = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=5,
)
_STATES = st.sampled_from([state for state in MessageState if state is not MessageState.STREAMING])
_USAGE = st.none() | st.builds(Usage, _COUNT, _COUNT, _COUNT, _COUNT)
_TIMINGS = st.none() | st.builds(Timings, *([st.none() | _SECONDS] * 3))
_PARTS = st.lists(
    st.builds(
        Part,
        st.sampled_from(PartKind),
        _TEXT,
        st.dictionaries(_TEXT.filter(lambda key: key != "blob"), _VALUE, max_size=3),
    )
    | st.builds(lambda blob: image_part(blob, "p.png", "image/png", 3, 8, 8), st.sampled_from(["b1", "b2"])),
    max_size=3,
).map(tuple)
_TURNS = st.lists(
    st.builds(
        WholeTurn, _NAME, _STATES, _SECONDS, st.none() | _SECONDS, st.sampled_from(["", "TimedOut"]), _USAGE, _TIMINGS
    ),
    max_size=2,
).map(tuple)


@st.composite
def whole_conversations(draw: st.DrawFn) -> WholeConversation:
    """Any tree, with any parts; parents stand before their children."""
    messages: list[WholeMessage] = []
    for number in range(draw(st.integers(0, 6))):
        parent = draw(st.sampled_from([None, *(one.message.id for one in messages)]))
        message = Message(
            f"m{number}",
            "c",
            parent,
            draw(st.sampled_from(Role)),
            draw(_PARTS),
            draw(_SECONDS),
            draw(_STATES),
            draw(_TEXT),
            heard=draw(_COUNT),
        )
        messages.append(WholeMessage(message, draw(_TURNS)))
    made = conversation(*messages, title=draw(_TEXT), draft=Draft(draw(_TEXT), draw(_PARTS)))
    head = draw(st.sampled_from([one.message.id for one in messages])) if messages else None
    return replace(
        made, conversation=replace(made.conversation, head_id=head, titled_by=draw(st.sampled_from(TitledBy)))
    )
