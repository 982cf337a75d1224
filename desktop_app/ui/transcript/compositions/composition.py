"""What a piece of a message reads like, without any layout: its text, its looks, its links, its places in the source.

A composition is a plain value made from a Markdown block (or the user's words, or the page's own notes) in well under a
millisecond, so that the text of ten thousand messages can be searched, copied and read out by a screen reader though
only a dozen pieces are laid out.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from desktop_app.ui.transcript.looks.looks import Kind


class Stretch(NamedTuple):
    """Positions [start, end)."""

    start: int
    end: int


class Link(NamedTuple):
    """Something in the text that can be followed or pressed, at [start, end); ``tip`` says where it leads."""

    href: str
    tip: str
    start: int
    end: int


class Composition(Protocol):
    """One piece. Positions count UTF-16 units of ``text``, as Qt does; source offsets count code points.

    Two compositions are equal when they look and read the same.
    """

    @property
    def text(self) -> str:
        """All that is shown, also what is ours (a code block's head, facts): what a screen reader hears."""
        ...

    @property
    def kind(self) -> Kind:
        """What it is, and which sheet lays it out."""
        ...

    @property
    def length(self) -> int:
        """Of ``text``, in positions."""
        ...

    @property
    def links(self) -> tuple[Link, ...]: ...

    def estimate(self, width: float) -> float:
        """About how tall it will be in a column of this width, at a zoom of 1."""
        ...

    def stretches(self, start: int, end: int) -> list[Stretch]:
        """Where the source range [start, end) stands in the text, in order, neighbours joined."""
        ...

    def source_range(self, start: int, end: int) -> tuple[int, int] | None:
        """The smallest source range that holds what stands at [start, end) of the text; None where nothing does."""
        ...

    def plain(self, start: int, end: int) -> str:
        """[start, end) of the text as copying gives it: words, list marks and code, without what is ours."""
        ...
