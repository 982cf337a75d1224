"""What the formats that are read have in common: how each is fed, and what of a message goes in.

Each makes one conversation into pieces of text, lazily, so that a file grows while the conversation is read and nobody
holds all of it. What of a picture or a formula only the window's library knows is handed in (``Drawing``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from desktop_app.domain.attachments import blob_of, name_of
from desktop_app.domain.exporting import Exported, ExportRequest, ExportWords, exported
from desktop_app.domain.messages import Message, Part, PartKind
from desktop_app.domain.whole import WholeConversation


class Letters(Protocol):
    """A run of code in one colour: ``look`` are classes of ``Drawing.style``, empty for plain ink."""

    @property
    def text(self) -> str: ...
    @property
    def look(self) -> str: ...


class Drawing(Protocol):
    """How the window looks, for a file that is to look like it. Called in the thread of the export."""

    @property
    def style(self) -> str:
        """The colours as CSS variables, light and dark, and a class for each colour of code."""

    def formula(self, latex: str, *, display: bool) -> str | None:
        """LaTeX set as an SVG, to stand on the line; None where it cannot be set."""

    def code(self, language: str, text: str) -> Sequence[Letters]:
        """The text in its colours."""


class Sources(NamedTuple):
    """``picture`` gives the bytes of a blob, None where they are gone.

    ``step`` is told before each message how many were written of how many; it may raise, which ends the export.
    """

    picture: Callable[[str], bytes | None]
    step: Callable[[int, int], object]
    drawing: Drawing | None = None


def entries(whole: WholeConversation, request: ExportRequest, sources: Sources) -> Iterator[Exported]:
    """The messages that go in, each told to ``step`` before it is written."""
    found = exported(whole, request)
    for number, one in enumerate(found):
        sources.step(number, len(found))
        yield one


def title_of(whole: WholeConversation, words: ExportWords) -> str:
    return " ".join(whole.conversation.title.split()) or words.untitled


def shown_parts(message: Message, request: ExportRequest) -> list[Part]:
    """Those that go in: the text as one part, where the first of it stands, and the others in their order."""
    found: list[Part] = []
    text_is_in = False
    for part in message.parts:
        if part.kind is PartKind.TEXT:
            if not text_is_in and message.text.strip():
                found.append(Part(PartKind.TEXT, message.text))
            text_is_in = True
        elif part.kind in {PartKind.IMAGE, PartKind.FILE} or request.options.reasoning:
            found.append(part)
    return found


def label_of(part: Part, words: ExportWords) -> str:
    """What stands for a part that is no text."""
    match part.kind:
        case PartKind.IMAGE:
            return f"{words.picture}: {name_of(part)}" if name_of(part) else words.picture
        case PartKind.FILE:
            return f"{words.file}: {name_of(part)}" if name_of(part) else words.file
        case PartKind.REASONING:
            return words.reasoning
        case PartKind.TOOL_CALL:
            return words.tool_call
        case PartKind.TOOL_RESULT:
            return words.tool_result
    return words.structured


def body_of(part: Part) -> str:
    """The words of a part that is no text and no attachment: its own, else its values."""
    if part.text.strip() or not part.data:
        return part.text
    import json

    return json.dumps(dict(part.data), ensure_ascii=False, indent=2)


def data_uri(part: Part, sources: Sources) -> str:
    """The picture as an address that is itself the picture; empty where its bytes are gone."""
    import base64

    content = sources.picture(blob_of(part)) if blob_of(part) else None
    media_type = str(part.data.get("media_type", ""))
    if content is None or media_type not in _PICTURES:
        return ""
    return f"data:{media_type};base64,{base64.b64encode(content).decode('ascii')}"


_PICTURES = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp"})
"""Kinds that can hold no script."""
