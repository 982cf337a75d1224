"""A block of code as a plain value: a head that is ours, its buttons, and the lines as they were written."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from desktop_app.domain.choices import SaidCode
from desktop_app.ui.transcript.compositions.composition import Link, Stretch
from desktop_app.ui.transcript.compositions.mapping import Placed, cut, source_of, stretches_of
from desktop_app.ui.transcript.compositions.standing import Bar, Mark
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.links import own_link
from desktop_app.ui.transcript.looks.looks import CharLook, Chunk, Kind
from desktop_app.ui.transcript.looks.plain import LINE_BREAK, tame, units
from desktop_app.ui.transcript.looks.words import code_head, translate

_LOOK = CharLook(size=measures.CODE, mono=True)
_MANY = 999_999
_NO_LINE = "\u2424"
"""Is seen where a sign stands that ends a line elsewhere, and in code does not."""
_GAP = "\u2003"


class CodeShape(NamedTuple):
    """Pixels at a zoom of 1; ``start`` is where the block begins in the message's source."""

    message_id: str
    start: int
    indent: int = 0
    marks: tuple[Mark, ...] = ()
    bars: tuple[Bar, ...] = ()
    top: int = measures.CARD_GAP
    language: str = ""
    said: SaidCode | None = None
    closed: bool = True


class CodeComposition:
    """``code`` is what can be copied; ``source`` is the block's own, from ``shape.start`` on.

    The head keeps its length while the lines become more, so that a place in the code stays the same.
    """

    kind = Kind.CODE
    continued = False

    def __init__(self, shape: CodeShape, code: str, source: str) -> None:
        self.shape = shape
        self.code = _tamed(code)
        self.source = source
        words = code_head(shape.language, self.line_count, shape.said)
        self.words = tame(words)
        room = units(tame(code_head(shape.language, _MANY, shape.said)))
        self.buttons = _buttons()
        head = self.words + " " * max(room - units(self.words), 0)
        self.head = _GAP.join([head, *(button.name for button in self.buttons)])
        self.start = units(self.head) + 1
        """The position of the code's first letter."""

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, CodeComposition)
            and self.shape == other.shape
            and self.code == other.code
            and self.words == other.words
        )

    def __hash__(self) -> int:
        return hash((self.shape, len(self.code)))

    @property
    def line_count(self) -> int:
        return self.code.count("\n") + 1 if self.code else 0

    @cached_property
    def text(self) -> str:
        return f"{self.head}\n{self.code}"

    @cached_property
    def length(self) -> int:
        return self.start + units(self.code)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        shape, found = self.shape, []
        position = self.start - 1
        for button in reversed(self.buttons):
            length = units(button.name)
            href = own_link(button.verb, shape.message_id, shape.start)
            found.append(Link(href, button.tip, position - length, position))
            position -= length + 1
        return tuple(reversed(found))

    def estimate(self, width: float) -> float:  # noqa: ARG002 - lines are as long as they are
        lines = max(self.line_count, 1)
        return self.shape.top + measures.CARD_HEAD + measures.CARD_FOOT + lines * measures.CODE_LINE + 10

    def stretches(self, start: int, end: int) -> list[Stretch]:
        return stretches_of(self._placed, start, end)

    def source_range(self, start: int, end: int) -> tuple[int, int] | None:
        return source_of(self._placed, start, end)

    def plain(self, start: int, end: int) -> str:
        return cut(self.code, max(start - self.start, 0), max(end - self.start, 0))

    @cached_property
    def _placed(self) -> list[Placed]:
        """The code with its places in the source; line by line where it stands in a list or a quotation."""
        begin = _body_start(self.source)
        at = self.source.find(self.code, begin) if self.code else -1
        if at >= 0:
            offset = self.shape.start + at
            return [Placed(self.start, Chunk(self.code, _LOOK, offset, offset + len(self.code)))]
        placed, position = [], self.start
        for line in self.code.split("\n"):
            at = self.source.find(line, begin) if line else -1
            if at >= 0:
                begin = at + len(line)
                offset = self.shape.start + at
                placed.append(Placed(position, Chunk(line, _LOOK, offset, offset + len(line))))
            position += units(line) + 1
        return placed


class Button(NamedTuple):
    """In a code block's head; ``verb`` is a link's."""

    verb: str
    name: str
    tip: str


def _buttons() -> tuple[Button, ...]:
    return (
        Button("read", translate("Transcript", "Read"), translate("Transcript", "Read this code aloud")),
        Button("copy", translate("Transcript", "Copy"), translate("Transcript", "Copy this code")),
        Button("save", translate("Transcript", "Save as…"), translate("Transcript", "Save this code in a file")),
        Button("wrap", translate("Transcript", "Wrap"), translate("Transcript", "Break long lines, or do not")),
        Button("numbers", translate("Transcript", "Numbers"), translate("Transcript", "Number the lines, or do not")),
    )


def _tamed(code: str) -> str:
    """As ``tame``, but the lines stay lines; code of plain letters, as nearly all is, is not looked through."""
    code = code.removesuffix("\n")
    if code.isascii() and "\r" not in code and "\0" not in code:
        return code
    lines = code.replace("\r\n", "\n").split("\n")
    return "\n".join([tame(line).replace(LINE_BREAK, _NO_LINE) for line in lines])


def _body_start(source: str) -> int:
    """Behind the line that opens the fence; 0 for code that is only indented."""
    if source.lstrip()[:3] in {"```", "~~~"}:
        return source.find("\n") + 1
    return 0
